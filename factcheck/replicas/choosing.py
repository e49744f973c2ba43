"""The middleware that decides, for each request, which database it reads from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from factcheck.access.caller import caller_of

from .marks import mark_of, primary_position, set_mark
from .positions import Positions
from .replica import Replica, State, replica_of
from .route import Route, along, streamed_along

READING = ("GET", "HEAD", "OPTIONS")


class Pool:
    """The replicas that this process knows, and what it noted of the primary.

    max_lag  seconds that the state which is read may be old
    """

    def __init__(self, aliases: Sequence[str], *, max_lag: int) -> None:
        self._replicas = [replica_of(alias) for alias in aliases]
        self._max_lag = max_lag
        self._positions = Positions(span=max_lag)
        self._turn = count()

    def choose(self, *, mark: int) -> tuple[Replica, State] | None:
        """The replica for one request and its State, or None: the primary.

        mark  the position that it must have replayed
        """
        at = Replica.now()
        free = [each for each in self._replicas if each.may_be_asked()]
        if not free:
            return None
        self._note(at)
        first = next(self._turn) % len(free)
        for replica in free[first:] + free[:first]:
            state = replica.ask()
            if state is None or not self._is_new_enough(replica, state.replayed, at=at):
                continue
            if state.replayed >= mark:
                return replica, state
        return None

    def _note(self, at: float) -> None:
        noted_at = self._positions.noted_at()
        if noted_at is None or at - noted_at >= self._max_lag / 5:
            self._positions.note(at=at, position=primary_position())

    def _is_new_enough(self, replica: Replica, replayed: int, *, at: float) -> bool:
        age = self._positions.at_most(replayed=replayed, at=at)
        if age is not None and age <= self._max_lag:
            replica.take_back()
            return True
        # A process that noted nothing for a while cannot tell yet: the next request will.
        if self._positions.at_least(replayed=replayed, at=at) > self._max_lag:
            replica.leave_out(f"it is more than {self._max_lag} s behind")
        return False


class ChooseDatabase:
    """Middleware: reads of the API and of the public pages go to a replica that is fit for them.

    All that is under /admin/, and every request that may write, is the primary's. Whoever is known
    and has written reads from the primary until the replica has replayed it. Comes after what sets
    `request.user` and `request.caller`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.REPLICAS:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pool = Pool(settings.REPLICAS, max_lag=settings.REPLICA_MAX_LAG)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            response = self.get_response(request)
            if user_id := _known(request):
                set_mark(user_id)
            return response
        route = self._route(request)
        with along(route):
            response = self.get_response(request)
        if response.streaming and not response.is_async:
            response.streaming_content = streamed_along(route, iter(response.streaming_content))
        return response

    def _route(self, request: HttpRequest) -> Route:
        if request.path.startswith(reverse("admin:index")):
            return Route()
        user_id = _known(request)
        chosen = self.pool.choose(mark=mark_of(user_id) if user_id else 0)
        if chosen is None:
            return Route()
        replica, state = chosen
        caller = caller_of(request)
        if caller.changed_at:
            # As far as the replica knows: else an answer that it gives would be dated by a change
            # that it does not show yet, and be taken for the current one for good.
            request.caller = replace(caller, changed_at=state.changed_at)
        return Route(replica.alias)


def _known(request: HttpRequest) -> int | None:
    """The id of the account in whose name the request comes; None for an anonymous one."""
    if caller_of(request).known:
        return caller_of(request).user.pk
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user.pk if request.user.is_authenticated else None
