"""Pages by keyset: each starts right after the last row of the one before.

Rows come in the order of their id, which is unique: the order is total, a page costs the same
wherever it lies, and rows added meanwhile neither shift a page nor are met twice. (DRF's own
CursorPagination orders by a column of the caller's, and loops where many rows share its value.)
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from .parameters import Parameters, WholeNumber

DEFAULT_PAGE_SIZE = 50
MAX_PAGE_SIZE = 200
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Cursor:
    """Where a page lies: after this id or, turned back, right before it."""

    id: int
    back: bool = False

    def encode(self) -> str:
        """The cursor as clients see it: opaque, safe in a URL."""
        plain = f"{'before' if self.back else 'after'} {self.id}"
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Cursor | None:
        """The cursor that `encode` wrote as this text; None if it never wrote it."""
        try:
            padded = text + "=" * (-len(text) % 4)
            plain = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
        except (ValueError, binascii.Error):
            return None
        match = re.fullmatch(r"(after|before) (\d{1,19})", plain, re.ASCII)
        if not match or int(match[2]) > _LARGEST_ID:
            return None
        cursor = cls(int(match[2]), back=match[1] == "before")
        return cursor if cursor.encode() == text else None


@extend_schema_field({"type": "string", "minLength": 1})
class CursorField(serializers.Field):
    """A cursor taken from the `next` or `previous` of a page."""

    default_error_messages = {
        "cursor": "This is not a cursor of this API. Follow the “next” and “previous” links of a "
        "page as they are, or leave the cursor out to start at the beginning."
    }

    def to_internal_value(self, data: str) -> Cursor:
        cursor = Cursor.decode(data)
        if cursor is None:
            self.fail("cursor")
        return cursor


class PageParameters(Parameters):
    """What every list takes; the filters of a list are added by a subclass."""

    cursor = CursorField(
        required=False, help_text="Where to go on: taken from `next` or `previous` of a page."
    )
    page_size = WholeNumber(
        min_value=1, max_value=MAX_PAGE_SIZE, default=DEFAULT_PAGE_SIZE, help_text="Rows a page."
    )


class KeysetPagination(BasePagination):
    """Pages of a view whose `asked` holds the values of PageParameters.

    The view may name another unique whole number than the id to go by, as `paged_by`.
    """

    def paginate_queryset(self, queryset: QuerySet, request: Request, view) -> list:
        by = getattr(view, "paged_by", "id")
        size, cursor = view.asked["page_size"], view.asked.get("cursor")
        back = cursor is not None and cursor.back
        if cursor is not None:
            queryset = queryset.filter(**{f"{by}__lt" if back else f"{by}__gt": cursor.id})
        # One row more than shown tells whether there is more in that direction.
        rows = list(queryset.order_by(f"-{by}" if back else by)[: size + 1])
        more, rows = len(rows) > size, rows[:size]
        if back:
            rows.reverse()
        self._url = request.build_absolute_uri()
        self._next = rows and (more or back) and Cursor(getattr(rows[-1], by))
        first = rows and (more if back else cursor)
        self._previous = first and Cursor(getattr(rows[0], by), back=True)
        return rows

    def get_paginated_response(self, data: list) -> Response:
        return Response(
            {
                "next": self._link(self._next),
                "previous": self._link(self._previous),
                "results": data,
            }
        )

    def _link(self, cursor) -> str | None:
        return replace_query_param(self._url, "cursor", cursor.encode()) if cursor else None

    def get_paginated_response_schema(self, schema: dict) -> dict:
        example = f"https://facts.example/api/v1/claims/?cursor={Cursor(50).encode()}"
        link = {"type": "string", "format": "uri", "nullable": True, "example": example}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The page after this; null on the last one."},
                "previous": {
                    **link,
                    "example": None,
                    "description": "The page before; null on the first one.",
                },
                "results": schema,
            },
        }
