"""Lost updates: a change that was typed on a claim which someone else has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from claims.consistency import Period

from .models import Claim, EarlierClaim
from .rows import period_of

_READ = {
    "key": lambda row: row.key,
    "statement": lambda row: row.statement,
    "claimant": lambda row: row.claimant,
    "made_on": lambda row: period_of(row.made_on, "instant", "stated"),
    "figure": lambda row: row.figure,
    "wording": lambda row: row.wording,
    "period": lambda row: row.reported_period,
    "modality": lambda row: row.modality,
    "about_now": lambda row: row.about_now,
    "example": lambda row: row.example,
    "note": lambda row: row.note,
}
"""What a person may change of a claim, named as in `create_claim`, and how to read it."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field in words: as the person saw it (None: not on record), as it is now, as typed.

    mine  None where the person left the field alone
    """

    name: str
    saw: str | None
    theirs: str
    mine: str | None

    @property
    def collides(self) -> bool:
        """Both changed it, and not to the same."""
        return self.mine is not None and self.saw != self.theirs != self.mine


class StaleEdit(ValidationError):
    """Someone changed the claim since the person looked at it. Nothing of it was saved.

    claim   the claim as it is now; its `version` is what to look at next
    fields  every field that they or the person changed, in the order of the form
    """

    def __init__(self, claim: Claim, fields: tuple[FieldConflict, ...]):
        self.claim = claim
        self.fields = fields
        told = "; ".join(
            f"{f.name} is now {_quoted(f.theirs)}" for f in fields if f.saw != f.theirs
        )
        super().__init__(
            f"Someone changed claim “{claim.key}” while you worked on it"
            f"{f' ({told})' if told else ''}. Nothing of yours is lost: compare, then save again.",
            code="stale-edit",
        )


def refuse_stale_edit(
    claim: Claim, *, seen_version: int | None, changes: Mapping[str, Any]
) -> None:
    """Raise StaleEdit if the locked claim has moved on from the version that was seen.

    seen_version  None: the caller (an import) writes whatever was there
    """
    if seen_version is not None and seen_version != claim.version:
        raise StaleEdit(claim, tuple(_compare(claim, seen_version, changes)))


def _compare(claim: Claim, seen: int, changes: Mapping[str, Any]) -> Iterable[FieldConflict]:
    earlier = EarlierClaim.objects.filter(claim=claim, version=seen).select_related("figure").last()
    for name, read in _READ.items():
        saw = None if earlier is None else in_words(read(earlier))
        theirs = in_words(read(claim))
        mine = in_words(changes[name]) if name in changes else None
        if saw != theirs or mine is not None:
            yield FieldConflict(name, saw, theirs, mine)


def in_words(value: Any) -> str:
    """A field's value as a person reads it; the empty string for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Period):
        return str(value) if value.mode == "instant" else f"{value} ({value.mode})"
    return str(value)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "empty"
