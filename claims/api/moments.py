"""The parameter `known_at`: a moment, or a day for the end of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.ledger import end_of_day

_DAY = r"\d{4}-\d{2}-\d{2}"
_MOMENT = rf"{_DAY}T\d{{2}}:\d{{2}}(:\d{{2}}(\.\d{{1,6}})?)?(Z|[+-]\d{{2}}:\d{{2}})"


@extend_schema_field({"type": "string", "pattern": f"^({_DAY}|{_MOMENT})$"})
class KnownAt(serializers.Field):
    """A moment with its zone, as a datetime in UTC; a date is the end of that day in UTC."""

    default_error_messages = {
        "form": "Write a day, such as 2024-02-01, or a moment with its zone, such as "
        "2024-02-01T12:00:00Z (in an address, + is written %2B).",
        "calendar": "“{given}” is no moment of the calendar: {reason}.",
    }

    def to_internal_value(self, data: str) -> datetime:
        if not re.fullmatch(f"{_DAY}|{_MOMENT}", data, re.ASCII):
            self.fail("form")
        try:
            if "T" not in data:
                return end_of_day(date.fromisoformat(data))
            return datetime.fromisoformat(data).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            self.fail("calendar", given=data, reason=error)
