"""POST: one row as JSON, or many as NDJSON with a report for each line.

A view that takes rows in is `class Documents(Takes, ListView)` and says what it does with one:

    def take(self, row, line) -> Taken

which calls a verb, and raises an APIException (a ValidationError by field, mostly) where the verb
refuses. A request is one transaction, in which each row is a savepoint: a row that is refused
leaves nothing behind, and a failure of the server leaves nothing of the request.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import (
    APIException,
    ParseError,
    PermissionDenied,
    UnsupportedMediaType,
    ValidationError,
)
from rest_framework.parsers import BaseParser, JSONParser
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from factcheck.access import answers
from factcheck.access.scopes import Scope

from .json_body import BadJson, read_object
from .parameters import Parameters
from .schema import NDJSON

MOST_LINES = 1_000
KEY_HEADER = "Idempotency-Key"


class NdjsonParser(BaseParser):
    """Names the format for the API's description; `Takes` reads the lines itself."""

    media_type = NDJSON


class TooLarge(APIException):
    status_code = 413
    default_code = "too_large"


class Conflict(APIException):
    """What is brought says otherwise than what is there."""

    status_code = 409
    default_code = "exists"


@dataclass(frozen=True)
class Taken:
    """What became of one row.

    outcome  "new", "unchanged", or for a document "new-version"
    key      its stable name
    url      its address; None where it has none of its own
    notes    what a person should know although the row was taken
    """

    outcome: str
    key: str
    url: str | None
    notes: tuple[str, ...] = ()


class Takes:
    """POST for a ReadOnlyView; see the module.

    owner_needs  what the key's owner must be allowed to do in the admin
    """

    http_method_names: ClassVar = ["get", "head", "options", "post"]
    parser_classes: ClassVar = [JSONParser, NdjsonParser]
    owner_needs: ClassVar[tuple[str, ...]]

    def take(self, row: dict[str, Any], line: int) -> Taken:
        raise NotImplementedError

    def scope_of(self, method: str) -> Scope:
        return Scope.INGEST if method == "POST" else super().scope_of(method)

    def perform_content_negotiation(self, request: Request, force: bool = False):
        # What is told of rows has the form of the rows; Accept has no say in it.
        return super().perform_content_negotiation(request, force or request.method == "POST")

    def post(self, request: Request, **path: Any) -> HttpResponse:
        Parameters.read(request)
        self.refuse_unless_owner_may(*self.owner_needs)
        kind = request.content_type.partition(";")[0].strip().lower()
        if kind not in (JSONParser.media_type, NDJSON):
            raise UnsupportedMediaType(kind)
        body = _body(request._request)
        name = _idempotency_key(request)
        with transaction.atomic():
            if name is not None:
                asked = sha256(b"\0".join([request.path.encode(), kind.encode(), body])).digest()
                held = answers.begin(key_id=request.auth.key_id, name=name, asked=asked)
                if held is not None:
                    return held
            response = self._many(body) if kind == NDJSON else self._one(body)
            if name is not None:
                answers.keep(key_id=request.auth.key_id, name=name, response=response)
        return response

    def refuse_unless_owner_may(self, *permissions: str) -> None:
        """Raise PermissionDenied unless the key's owner has all of these rights."""
        missing = [name for name in permissions if not self.request.user.has_perm(name)]
        if missing:
            raise PermissionDenied(
                f"The owner of this key may not do this: missing {', '.join(missing)}.",
                code="owner_may_not",
            )

    def _one(self, body: bytes) -> HttpResponse:
        status, told = self._tried(body, 1)
        response = _json(told, status)
        if told.get("url"):
            response.headers["Location"] = told["url"]
        return response

    def _many(self, body: bytes) -> HttpResponse:
        lines = [
            (number, line) for number, line in enumerate(body.split(b"\n"), start=1) if line.strip()
        ]
        if len(lines) > MOST_LINES:
            raise TooLarge(f"These are {len(lines):,} lines; the most is {MOST_LINES:,}.")
        told = []
        for number, line in lines:
            status, found = self._tried(line, number)
            refused = {"outcome": "refused", "errors": found["errors"]} if status >= 400 else found
            told.append(JSONRenderer().render({"line": number, **refused}) + b"\n")
        return HttpResponse(b"".join(told), content_type=NDJSON)

    def _tried(self, text: bytes, line: int) -> tuple[int, dict[str, Any]]:
        """(status, what is told) of one row, taken or refused."""
        try:
            with transaction.atomic():
                taken = self.take(_row(text), line)
        except APIException as refusal:
            answer = self.handle_exception(refusal)
            return answer.status_code, answer.data
        return 201 if taken.outcome == "new" else 200, {
            "outcome": taken.outcome,
            "key": taken.key,
            "url": taken.url,
            "notes": list(taken.notes),
        }


def refuse_unknown(row: dict[str, Any], known: set[str]) -> None:
    """Raise ValidationError for fields that are not known."""
    unknown = sorted(set(row) - known)
    if unknown:
        message = f"is not known here; known are {', '.join(sorted(known))}"
        raise ValidationError({name: message for name in unknown}, code="unknown_field")


def _row(text: bytes) -> dict[str, Any]:
    try:
        return read_object(text)
    except BadJson as error:
        raise ParseError(str(error)) from error


def _body(request: HttpRequest) -> bytes:
    """The body, up to API_MAX_BODY bytes. Read here, for Django's own limit is one for forms."""
    most = settings.API_MAX_BODY
    body = request.read(most + 1)
    if len(body) > most:
        raise TooLarge(f"The body has more than {most:,} bytes; send it in parts.")
    return body


def _idempotency_key(request: Request) -> str | None:
    name = request.headers.get(KEY_HEADER)
    if name is not None and not (0 < len(name) <= 255 and name.isascii() and name.isprintable()):
        raise ValidationError(
            {KEY_HEADER: "Write 1 to 255 printable ASCII characters, such as a UUID."}
        )
    return name


def _json(content: dict[str, Any], status: int) -> HttpResponse:
    return HttpResponse(
        JSONRenderer().render(content), status=status, content_type=JSONRenderer.media_type
    )
