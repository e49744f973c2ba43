"""One row of a file, field by field: what is missing, unknown or of the wrong form is noted."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import TextChoices

from claims.consistency import Period, PeriodError, WordingError, read_period, read_quantity
from claims.models.choices import Basis, PeriodMode
from claims.saving import is_storable

from .nodes import Entry, Items, Node, Text
from .problems import Problem

_TRUE, _FALSE = {"true", "yes", "1"}, {"false", "no", "0", ""}


class Row:
    """Reads the fields of an entry; problems go to the list that it was given.

    name   how a reader would point at the row: "claim us-troops-2020"
    sound  False once a field of this row has a problem
    """

    def __init__(self, entry: Node, name: str, known: Collection[str], problems: list[Problem]):
        self.line = entry.line
        self.name = name
        self.sound = True
        self._problems = problems
        self._fields = entry.fields if isinstance(entry, Entry) else {}
        if not isinstance(entry, Entry):
            self.refuse("", "must be a row of named fields")
        for field in self._fields.keys() - set(known):
            self.refuse(field, f"is not known here; known are {', '.join(sorted(known))}")

    def refuse(self, field: str, reason: str) -> None:
        """Note a problem with a field (or with the row as a whole: "")."""
        node = self._fields.get(field)
        self.sound = False
        self._problems.append(Problem(node.line if node else self.line, self.name, field, reason))

    def has(self, *fields: str) -> bool:
        """True when the file gives any of these fields, be it empty."""
        return any(field in self._fields for field in fields)

    def text(self, field: str, *, required: bool = False) -> str:
        """A field's text, outer white space removed; "" when it is left out."""
        node = self._fields.get(field)
        if node is None or (isinstance(node, Text) and not node.value.strip()):
            if required:
                self.refuse(field, "is missing" if node is None else "is empty")
            return ""
        if not isinstance(node, Text):
            self.refuse(field, "must be one value")
            return ""
        if not is_storable(node.value):
            self.refuse(field, "holds a character that cannot be stored; remove it")
            return ""
        return node.value.strip()

    def wording(self, field: str) -> str:
        """A quantity in words; that it can be read is seen here, that its unit fits by the verb."""
        text = self.text(field)
        try:
            if text:
                read_quantity(text)
        except WordingError as error:
            self.refuse(field, str(error))
        return text

    def choice(self, field: str, choices: type[TextChoices], default: str = "") -> str:
        """One of the words of a closed list; with no default, one must be given.

        Of a word that is refused: the default, so that the fields beside it are read too.
        """
        value = self.text(field, required=not default) or default
        if value and value not in choices.values:
            self.refuse(field, f"“{value}” is not one of {', '.join(choices.values)}")
            return default
        return value

    def flag(self, field: str) -> bool:
        """true or false; false when left out."""
        value = self.text(field).casefold()
        if value not in _TRUE | _FALSE:
            self.refuse(field, f"“{value}” is neither true nor false")
        return value in _TRUE

    def number(self, field: str) -> int | None:
        """A whole number ≥ 0; None when left out."""
        value = self.text(field)
        if not value:
            return None
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            self.refuse(field, f"“{value}” is not a whole number")
            return None
        return int(value)

    def texts(self, field: str) -> list[str]:
        """A list of texts; [] when left out."""
        node = self._fields.get(field)
        if node is None or (isinstance(node, Text) and not node.value.strip()):
            return []
        if not isinstance(node, Items) or not all(isinstance(v, Text) for v in node.values):
            self.refuse(field, "must be a list, such as [one, two]")
            return []
        return [value.value.strip() for value in node.values]

    def rows(self, field: str) -> tuple[Node, ...]:
        """A list of rows; () when left out."""
        node = self._fields.get(field)
        if node is None or (isinstance(node, Text) and not node.value.strip()):
            return ()
        if not isinstance(node, Items):
            self.refuse(field, "must be a list of rows, each beginning with a dash")
            return ()
        return node.values

    def part(self, field: str, known: Collection[str]) -> Row | None:
        """A field that itself holds named fields; None when it is not of that form."""
        node = self._fields.get(field)
        if not isinstance(node, Entry):
            return None
        part = Row(node, f"{self.name}: {field}" if self.name else field, known, self._problems)
        self.sound &= part.sound
        return part

    def period(
        self,
        field: str,
        *,
        mode: str = "instant",
        basis: str = "stated",
        published: Period | None = None,
    ) -> Period | None:
        """A date in ISO or words, or {earliest: …, latest: …}; None (unknown) when left out.

        published  what "now" means
        """
        ends = self.part(field, {"earliest", "latest"})
        try:
            if ends is None:
                text = self.text(field)
                return (
                    read_period(text, published=published, mode=mode, basis=basis) if text else None
                )
            first, last = (ends.text(end) for end in ("earliest", "latest"))
            return Period(
                read_period(first).earliest if first else None,
                read_period(last).latest if last else None,
                mode,
                basis,
            )
        except PeriodError as error:
            self.refuse(field, str(error))
            return None

    def reported_period(self, published: Period | None) -> Period | None:
        """The fields `period`, `mode` and `basis` as one value; None for an unknown date."""
        mode = self.choice("mode", PeriodMode, PeriodMode.INSTANT)
        basis = self.choice("basis", Basis, Basis.STATED)
        period = self.period("period", mode=mode, basis=basis, published=published)
        return None if period is None or period.is_unknown else period
