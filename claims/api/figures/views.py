"""/api/v1/figures/"""

from __future__ import annotations

import json

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from claims.ledger import is_settled
from claims.listing import Search, facets, figure_text, page, total
from claims.listing.search import folded, word_marks
from claims.models import FigureCount, ScopeTerm, Subject
from factcheck.access.caller import caller_of
from factcheck.access.scopes import Scope
from factcheck.api.pagination import Cursor
from factcheck.api.passing import pass_on
from factcheck.api.views import ReadOnlyView

from .parameters import FigureParameters, SeriesParameters
from .shapes import FigureDetailSerializer, FiguresSerializer

FROZEN = {"as_of", "known_at", "cursor", "page_size", "status", "has_value"}
"""What the ledger alone decides on; names and scopes may change, and what they find with them."""

TERMS = {
    "scope": ("geography", "population", "role"),
    "place": ("geography",),
    "population": ("population",),
    "role": ("role",),
}


class OfTheLedger(ReadOnlyView):
    """What was known at a past moment never changes."""

    def immutable(self) -> bool:
        known_at = self.asked.get("known_at")
        if known_at is None or not self.asked.keys() <= FROZEN or _drafts(self):
            return False
        return is_settled(known_at)


class Figures(OfTheLedger):
    """The series of values on which something was published, each with its newest verified value:
    what was decided, by which verdict, going back to whom. In the order in which the figures were
    entered. With `as_of` and `known_at` each has the value that it had then."""

    parameters = FigureParameters

    @extend_schema(operation_id="figures_list", summary="Figures", responses=FiguresSerializer)
    def get(self, request: Request) -> HttpResponse:
        search, size = self._search(), self.asked["page_size"]
        cursor = self.asked.get("cursor")
        back = cursor is not None and cursor.back
        # One row more than shown tells whether there is more in that direction.
        rows = page(search, size=size + 1, after=cursor.id if cursor else 0, back=back)
        more, rows = len(rows) > size, rows[:size]
        if back:
            rows.reverse()
        onward = Cursor(rows[-1][0]) if rows and (more or back) else None
        backward = Cursor(rows[0][0], back=True) if rows and (more if back else cursor) else None
        told = {
            "next": self._link(onward),
            "previous": self._link(backward),
            "total": self._total(search),
            "facets": self._facets(search),
        }
        results = ", ".join(text for _, text in rows)
        return pass_on(request, f'{json.dumps(told)[:-1]}, "results": [{results}]}}')

    def _search(self) -> Search:
        asked = self.asked
        groups = [(f"{name}:{asked[name]}",) for name in ("unit",) if name in asked]
        if "subject" in asked:
            groups.append((self._subject(asked["subject"]),))
        if "measure" in asked:
            groups.append((f"measure:{folded(asked['measure'])}",))
        groups += [(self._term(name, asked[name]),) for name in TERMS if name in asked]
        if "nature" in asked:
            groups.append(tuple(f"nature:{nature}" for nature in sorted(asked["nature"])))
        if "q" in asked:
            groups += word_marks(asked["q"])
        return Search(
            groups=tuple(dict.fromkeys(groups)),
            statuses=tuple(sorted(asked.get("status", ()))),
            has_value=asked.get("has_value"),
            as_of=asked.get("as_of"),
            known_at=asked.get("known_at"),
            drafts=_drafts(self),
        )

    def _subject(self, name: str) -> str:
        subject = Subject.objects.named(name).values_list("name", flat=True).first()
        return self._mark_of("subject", subject, f"No subject goes by the name “{name}”.")

    def _term(self, parameter: str, name: str) -> str:
        found = ScopeTerm.objects.named(name).filter(dimension__in=TERMS[parameter]).first()
        kind = {"geography": "place"}.get(found.dimension, found.dimension) if found else ""
        complaint = f"No {parameter} goes by the name “{name}”."
        return self._mark_of(parameter, found and found.name, complaint, kind=kind)

    def _mark_of(self, parameter: str, name: str | None, complaint: str, *, kind: str = "") -> str:
        """The mark of a name; refused if there is none that the caller may know of."""
        mark = f"{kind or parameter}:{name}"
        if name is None or not (
            _drafts(self) or FigureCount.objects.filter(within="all:", mark=mark).exists()
        ):
            raise ValidationError({parameter: [complaint]})
        return mark

    def _link(self, cursor: Cursor | None) -> str | None:
        if cursor is None:
            return None
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor.encode())

    def _total(self, search: Search) -> dict | None:
        if not self.asked.get("total"):
            return None
        found = total(search)
        return {"figures": found.figures, "exact": found.exact}

    def _facets(self, search: Search) -> dict | None:
        if "facets" not in self.asked:
            return None
        return {
            name: [{"value": value, "figures": figures} for value, figures in values]
            for name, values in facets(search, self.asked["facets"]).items()
        }


class FigureDetail(OfTheLedger):
    """A figure with its value and its series: every verdict in force, the newest first, each with
    the quotes that it rests on. A refuted number stands in the series, and is never the value.
    With `known_at`, in the words of that time."""

    parameters = SeriesParameters

    @extend_schema(summary="One figure", responses=FigureDetailSerializer)
    def get(self, request: Request, name: str) -> HttpResponse:
        text = (
            None
            if "\0" in name
            else figure_text(
                name,
                as_of=self.asked.get("as_of"),
                known_at=self.asked.get("known_at"),
                statuses=sorted(self.asked.get("status", ())),
                drafts=_drafts(self),
            )
        )
        if text is None:
            raise NotFound(f"There is no figure “{name if len(name) <= 60 else name[:59] + '…'}”.")
        return pass_on(request, text)


def _drafts(view: ReadOnlyView) -> bool:
    return caller_of(view.request).may(Scope.READ_DRAFTS)
