"""Query parameters: declared one by one, and refused with the reason when they are not right.

An address lists its parameters as the fields of a `Parameters` class. What it does not list, what
is given twice without meaning, and what does not read as its field says, is a 400 that names the
parameter. Nothing is ignored in silence: a filter that was mistyped must not look like an answer.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request


class Parameters(serializers.Serializer):
    """The query parameters of one address; a subclass declares them as fields."""

    @classmethod
    def read(cls, request: Request) -> dict[str, Any]:
        """The parameters by name, in Python's types; those not given only if they have a default.

        Raises ValidationError with every parameter that is wrong, by name.
        """
        if not request.query_params:
            return dict(cls._defaults())
        read = cls(data={})
        declared = read.fields
        problems, data = {}, {}
        for name, values in request.query_params.lists():
            field = declared.get(name)
            if field is None:
                problems[_shown(name)] = [_unknown(name, list(declared))]
            elif isinstance(field, serializers.MultipleChoiceField):
                data[name] = values
            elif len(values) > 1:
                problems[name] = [
                    ErrorDetail(f"Given {len(values)} times; give it once.", code="repeated")
                ]
            else:
                data[name] = values[0]
        read.initial_data = data
        if not read.is_valid():
            problems |= read.errors
        if problems:
            raise ValidationError(problems)
        return dict(read.validated_data)

    @classmethod
    def _defaults(cls) -> dict[str, Any]:
        """What holds where nothing is asked, read once: to make the fields takes a millisecond."""
        if "_asking_nothing" not in cls.__dict__:
            read = cls(data={})
            read.is_valid(raise_exception=True)
            cls._asking_nothing = dict(read.validated_data)
        return cls._asking_nothing


def _unknown(name: str, known: list[str]) -> ErrorDetail:
    takes = f"takes: {', '.join(sorted(known))}" if known else "takes no parameters"
    near = get_close_matches(name[:60].lower(), known, n=1)
    meant = f"did you mean “{near[0]}”? This" if near else "this"
    return ErrorDetail(
        f"There is no parameter “{_shown(name)}” here; {meant} address {takes}.",
        code="unknown_parameter",
    )


def _shown(text: str) -> str:
    """Text of a request, short enough to be shown in the answer."""
    return text if len(text) <= 60 else f"{text[:59]}…"


class Text(serializers.CharField):
    """One line of words; blank, NUL and half characters are refused."""

    default_error_messages = {"blank": "This parameter is empty; leave it out or fill it."}


class Flag(serializers.BooleanField):
    """`true` or `false`, so written."""

    TRUE_VALUES = {"true"}
    FALSE_VALUES = {"false"}
    NULL_VALUES: set[str] = set()
    default_error_messages = {"invalid": "Write true or false."}


@extend_schema_field({"type": "string", "format": "date"})
class Day(serializers.Field):
    """A day of the calendar, as YYYY-MM-DD."""

    default_error_messages = {
        "form": "“{given}” is not a date: write YYYY-MM-DD, such as 2020-07-15.",
        "calendar": "“{given}” is not a date of the calendar: {reason}.",
    }

    def to_internal_value(self, data: str) -> date:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", data, re.ASCII):
            self.fail("form", given=_shown(data))
        try:
            return date.fromisoformat(data)
        except ValueError as error:
            self.fail("calendar", given=data, reason=error)


class WholeNumber(serializers.IntegerField):
    """Digits and nothing else, between `min_value` and `max_value`."""

    default_error_messages = {
        "invalid": "Write a whole number from {low} to {high}, in digits.",
        "range": "{given} is out of range: this is a number from {low} to {high}.",
    }

    def __init__(self, *, min_value: int, max_value: int, **options):
        super().__init__(min_value=min_value, max_value=max_value, **options)

    def to_internal_value(self, data: str) -> int:
        limits = {"low": self.min_value, "high": self.max_value}
        if not re.fullmatch(r"-?\d+", data, re.ASCII):
            self.fail("invalid", **limits)
        # Nine digits are far beyond any limit here, and Python refuses to read very many.
        if len(data) > 9 or not self.min_value <= int(data) <= self.max_value:
            self.fail("range", given=_shown(data), **limits)
        return int(data)


class _ClosedList:
    """What the two fields of a closed list share: a refusal that lists what there is."""

    default_error_messages = {"invalid_choice": "“{input}” is not one of: {known}."}

    def fail(self, key: str, **values) -> None:
        if "input" in values:
            values |= {"input": _shown(values["input"]), "known": ", ".join(map(str, self.choices))}
        super().fail(key, **values)


class OneOf(_ClosedList, serializers.ChoiceField):
    """A word of a closed list."""


class AnyOf(_ClosedList, serializers.MultipleChoiceField):
    """Words of a closed list; the parameter may be repeated, and then any of them will do."""
