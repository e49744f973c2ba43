"""Builders of CHECK constraints: what PostgreSQL itself refuses, raw SQL included.

Names are passed with Django's `%(class)s` placeholder by abstract models.
"""

import datetime

from django.db.models import BooleanField, CheckConstraint, F, Func, Q, TextChoices


class IsFinite(Func):
    """True for a number that is neither NaN nor infinite (in PostgreSQL Infinity < NaN)."""

    template = "(%(expressions)s > '-Infinity' AND %(expressions)s < 'Infinity')"
    output_field = BooleanField()


class IsNonEmptyRange(Func):
    """True for a range that holds at least one value; NULL for NULL."""

    template = "NOT isempty(%(expressions)s)"
    output_field = BooleanField()


class Covers(Func):
    """True when the first range holds all of the second; NULL when one is NULL."""

    arg_joiner = " @> "
    template = "(%(expressions)s)"
    output_field = BooleanField()


class HasFiniteBounds(Func):
    """True for a numeric range whose stated bounds are numbers: no NaN, no Infinity.

    In PostgreSQL's order Infinity < NaN, so one comparison a bound is enough. A bound that is
    not stated (an open end) passes.
    """

    template = (
        "COALESCE(lower(%(expressions)s) > '-Infinity' AND lower(%(expressions)s) < 'Infinity', "
        "TRUE) AND "
        "COALESCE(upper(%(expressions)s) > '-Infinity' AND upper(%(expressions)s) < 'Infinity', "
        "TRUE)"
    )
    output_field = BooleanField()


class HasCountBounds(Func):
    """True for a numeric range of counts: it starts, and not below zero."""

    template = "COALESCE(lower(%(expressions)s) >= 0, FALSE)"
    output_field = BooleanField()


class HasDateBounds(Func):
    """True for a date range with at least one bound, within the years that a date can have."""

    template = (
        "(lower(%(expressions)s) IS NOT NULL OR upper(%(expressions)s) IS NOT NULL) AND "
        "COALESCE(lower(%(expressions)s) BETWEEN '0001-01-01' AND '9999-12-31', TRUE) AND "
        "COALESCE(upper(%(expressions)s) BETWEEN '0001-01-01' AND '9999-12-31', TRUE)"
    )
    output_field = BooleanField()


def one_of(field: str, choices: type[TextChoices], *, name: str, blank: bool = False):
    """`field` holds one of `choices` (or the empty string where `blank`)."""
    values = [*choices.values, ""] if blank else list(choices.values)
    return CheckConstraint(
        condition=Q(**{f"{field}__in": values}),
        name=name,
        violation_error_message=f"{field} must be one of: {', '.join(choices.values)}.",
    )


def not_blank(field: str, *, name: str):
    """`field` holds more than white space."""
    return CheckConstraint(
        condition=Q(**{f"{field}__regex": r"\S"}),
        name=name,
        violation_error_message=f"{field} must not be empty.",
    )


def sane_key(field: str, *, name: str):
    """`field` is a stable key: lower-case letters, digits, dots, dashes, underscores."""
    return CheckConstraint(
        condition=Q(**{f"{field}__regex": r"^[a-z0-9][a-z0-9._-]*$"}),
        name=name,
        violation_error_message=(
            f"{field} must start with a lower-case letter or digit and hold only lower-case "
            "letters, digits, dots, dashes and underscores."
        ),
    )


def sane_dates(field: str, *, name: str):
    """A date range that is not empty, has a bound, and whose bounds are dates Python can hold."""
    return CheckConstraint(
        condition=Q(**{f"{field}__isnull": True})
        | (Q(IsNonEmptyRange(F(field))) & Q(HasDateBounds(F(field)))),
        name=name,
        violation_error_message=(
            f"{field} must be a period that starts or ends and holds at least one day "
            f"between {datetime.date.min} and {datetime.date.max}."
        ),
    )


def positive(field: str, *, name: str):
    """`field` counts from one."""
    return CheckConstraint(
        condition=Q(**{f"{field}__gt": 0}),
        name=name,
        violation_error_message=f"{field} counts from one.",
    )


def sha256_hex(field: str, *, name: str):
    """`field` is a SHA-256 in hexadecimal."""
    return CheckConstraint(
        condition=Q(**{f"{field}__regex": r"^[0-9a-f]{64}$"}),
        name=name,
        violation_error_message=f"{field} is 64 hexadecimal digits.",
    )


def sane_amount(field: str, *, name: str):
    """A number that is a number: neither NaN nor infinite."""
    return CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(IsFinite(F(field))),
        name=name,
        violation_error_message=f"{field} must be a finite number.",
    )
