"""What people type for a time: words or ISO dates, never PostgreSQL's form of a range."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange

from claims.consistency import Period, PeriodError, read_period
from claims.rows import period_of

TIME_HELP = (
    "In words or numbers: 15 July 2020, July 2020, late August 2020, 2017, 2020-07-07 to "
    "2020-07-31. Empty: not known."
)


class PeriodField(forms.CharField):
    """A time in words. It cleans to the text; `read` turns that into a Period."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", TIME_HELP)
        super().__init__(**kwargs)

    def prepare_value(self, value):
        """A stored range as the words that read as the same days."""
        if isinstance(value, DateRange):
            return _as_typed(period_of(value, "instant", "stated"))
        return value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)

    @staticmethod
    def read(
        text: str, *, published: Period | None = None, mode: str = "instant", basis: str = "stated"
    ) -> Period | None:
        """The period that was typed; None for an empty text. Raises ValidationError.

        published  what "now" means
        """
        if not text:
            return None
        if text.casefold().startswith("until "):
            # Read as a date it would be that one day.
            raise ValidationError(
                f"‘{text}’ does not say since when: write two dates with ‘to’ between, or "
                "‘by …’ for a deadline."
            )
        try:
            return read_period(text, published=published, mode=mode, basis=basis)
        except PeriodError as error:
            raise ValidationError(str(error)) from error


def _as_typed(period: Period) -> str:
    words = str(period)
    try:
        read = read_period(words)
    except PeriodError:
        read = None
    if read and read.same_days(period):
        return words
    if period.earliest and period.latest:
        return f"{period.earliest.isoformat()} to {period.latest.isoformat()}"
    return words
