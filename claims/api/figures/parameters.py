"""The query parameters of figures."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.ledger import end_of_day
from claims.listing import FACETS
from claims.models.choices import Nature, Status
from factcheck.api.pagination import PageParameters
from factcheck.api.parameters import AnyOf, Day, Flag, Parameters, Text

_MOMENT = r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?"


@extend_schema_field({"type": "string", "pattern": f"^{_MOMENT}$", "example": "2024-02-01"})
class Moment(serializers.Field):
    """A moment with its zone; a day stands for its end in UTC."""

    default_error_messages = {
        "form": "“{given}” is not a moment: write 2024-02-01T12:00:00Z, or 2024-02-01 for the end "
        "of that day in UTC. A zone is needed; a + in an address is written %2B.",
        "calendar": "“{given}” is no moment of the calendar: {reason}.",
    }

    def to_internal_value(self, data: str) -> datetime:
        if not re.fullmatch(_MOMENT, data, re.ASCII):
            self.fail("form", given=data[:60])
        try:
            if len(data) == 10:
                return end_of_day(date.fromisoformat(data))
            return datetime.fromisoformat(data).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            self.fail("calendar", given=data, reason=error)


@extend_schema_field(
    {
        "type": "string",
        "pattern": f"^({'|'.join(FACETS)})(,({'|'.join(FACETS)}))*$",
        "example": "subject,unit",
    }
)
class FacetNames(serializers.Field):
    """Words of a closed list, with commas between."""

    default_error_messages = {"unknown": "“{given}” is no facet; there are: {known}."}

    def to_internal_value(self, data: str) -> list[str]:
        names = list(dict.fromkeys(data.split(",")))
        for name in names:
            if name not in FACETS:
                self.fail("unknown", given=name[:60], known=", ".join(FACETS))
        return names


class Switch(Flag):
    """`true` or `1`, `false` or `0`."""

    TRUE_VALUES = {"true", "1"}
    FALSE_VALUES = {"false", "0"}
    default_error_messages = {"invalid": "Write true or false, 1 or 0."}


class TimeParameters(Parameters):
    as_of = Day(required=False, help_text="What was so on this day; without it, the newest value.")
    known_at = Moment(
        required=False,
        help_text="What we had published by this moment (2024-02-01T12:00:00Z), or by the end of "
        "this day in UTC. What was known at a past moment never changes.",
    )


class FigureParameters(TimeParameters, PageParameters):
    q = Text(
        required=False,
        max_length=300,
        help_text="Words of the subject's names, the measure and the scope; all have to be there.",
    )
    subject = Text(
        required=False,
        max_length=200,
        help_text="Who or what is counted: a name or an alias, whatever its capitals and accents.",
    )
    measure = Text(required=False, max_length=200, help_text="What is counted of it.")
    unit = Text(required=False, max_length=60, help_text="In this unit, as it is written.")
    scope = Text(
        required=False,
        max_length=200,
        help_text="A place, population or role by its name; what lies within it is found too.",
    )
    place = Text(required=False, max_length=200, help_text="As `scope`, for places only.")
    population = Text(required=False, max_length=200, help_text="As `scope`, for populations only.")
    role = Text(required=False, max_length=200, help_text="As `scope`, for roles only.")
    nature = AnyOf(choices=Nature.choices, required=False, help_text="What kind of number it is.")
    status = AnyOf(
        choices=Status.choices,
        required=False,
        help_text="Its status: that of its value or, without one, of the newest verdict in force.",
    )
    has_value = Switch(required=False, help_text="Whether there is a verified value.")
    total = Switch(required=False, help_text="Whether to tell how many there are.")
    facets = FacetNames(
        required=False,
        help_text="How many there are of each subject, unit, nature, status or place; several "
        "with commas between. Only as of now.",
    )

    def validate(self, attrs: dict) -> dict:
        if "facets" in attrs and ("as_of" in attrs or "known_at" in attrs):
            raise serializers.ValidationError(
                {"facets": "Facets are counted as of now: leave out as_of and known_at."}
            )
        return attrs


class SeriesParameters(TimeParameters):
    status = AnyOf(
        choices=Status.choices,
        required=False,
        help_text="Of the series, only the verdicts with this rating.",
    )
