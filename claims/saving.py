"""Saving a row so that what PostgreSQL refuses comes back as a ValidationError in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


def save_valid(row: models.Model) -> None:
    """Validate the fields and save.

    The constraints are not checked twice: the database checks them, and its refusal is told in
    the words of the constraint or trigger. Raises ValidationError; the transaction stays usable.
    """
    refuse_unstorable_text(row)
    row.clean_fields()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ValidationError(_in_words(row, error)) from error


def refuse_unstorable_text(row: models.Model) -> None:
    """Raise ValidationError for text that PostgreSQL cannot hold: NUL, lone surrogates."""
    problems = {
        name: ["This text has a NUL character or half a character; remove it."]
        for name, value in _texts(row)
        if not is_storable(value)
    }
    if problems:
        raise ValidationError(problems)


def is_storable(text: str) -> bool:
    """False for text that no UTF-8 column of PostgreSQL can hold."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _texts(row: models.Model) -> Iterable[tuple[str, str]]:
    for column in row._meta.concrete_fields:
        value = row.__dict__.get(column.attname)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield column.name, text


def _in_words(row: models.Model, error: IntegrityError) -> dict[str, list[str]] | str:
    """The refusal as its constraint words it, at its field where it is about one field."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for constraint in row._meta.constraints:
        if constraint.name == name:
            if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                return f"There is a row with the same {', '.join(constraint.fields)} already."
            return str(constraint.get_violation_error_message())
    for column in row._meta.concrete_fields:
        if column.unique and name and name.endswith(f"_{column.column}_key"):
            value = getattr(row, column.attname)
            return {column.name: [f"“{value}” is taken: {column.name} must be unique."]}
    return getattr(diagnosis, "message_primary", None) or str(error)
