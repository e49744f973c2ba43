"""Verbs on claims: draft one, change it, delete it. Each validates, saves and rechecks at once.

`at` is the day for which currency is judged. All raise ValidationError and then change nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from claims.consistency import Period

from .computed import computed_writes
from .locks import lock_claim, lock_figures, share_inputs
from .models import Claim, Clash, Figure
from .models.choices import Stage
from .models.claim import ASSERTED
from .reading import reread_wording, worded_columns
from .recheck import recheck_touched
from .rows import daterange_of, period_columns
from .saving import save_valid
from .stale import refuse_stale_edit

_CHANGEABLE = {
    "key",
    "statement",
    "claimant",
    "made_on",
    "figure",
    "wording",
    "period",
    "modality",
    "about_now",
    "example",
    "note",
}


@transaction.atomic
def create_claim(
    *,
    key: str,
    statement: str,
    at: date,
    claimant: str = "",
    made_on: Period | None = None,
    figure: Figure | None = None,
    wording: str = "",
    period: Period | None = None,
    modality: str = "observation",
    about_now: bool = False,
    example: bool = False,
    note: str = "",
) -> Claim:
    """A new claim. `wording` is its number in words, for a figure that is not an event's date."""
    share_inputs()
    lock_figures([figure.pk] if figure else [])
    claim = Claim(
        key=key,
        statement=statement,
        claimant=claimant,
        made_on=daterange_of(made_on),
        figure=figure,
        modality=modality,
        about_now=about_now,
        example=example,
        note=note,
        **worded_columns(wording, figure),
        **period_columns(period),
    )
    save_valid(claim)
    recheck_touched(claims=[claim.pk], figures=[claim.figure_id], at=at)
    claim.refresh_from_db()
    return claim


@transaction.atomic
def change_claim(
    *, claim: Claim, at: date, by: Any = None, seen_version: int | None = None, **changes: Any
) -> Claim:
    """Change some fields, named as in `create_claim`; gives the claim as it is then.

    With another figure, the wordings of the claim and of its evidence are read again.

    by            who changes it, where that is a person: they cannot approve it afterwards
    seen_version  the version that they looked at; StaleEdit, with a comparison field by field,
                  when someone has changed the claim since
    """
    if unknown := changes.keys() - _CHANGEABLE:
        raise TypeError(f"a claim has no changeable {', '.join(sorted(unknown))}")
    share_inputs()
    figure = changes.get("figure", claim.figure)
    row = lock_claim(claim, other_figures=[figure and figure.pk])
    _refuse_verified(row)
    refuse_stale_edit(row, seen_version=seen_version, changes=changes)
    before, asserted = row.figure_id, _asserted(row)
    _apply(row, changes)
    if _asserted(row) != asserted:
        row.changed_by = by
    if row.figure_id != before:
        _reread_evidence(row)
    save_valid(row)
    recheck_touched(claims=[row.pk], figures=[before, row.figure_id], at=at)
    row.refresh_from_db()
    return row


def _refuse_verified(row: Claim) -> None:
    if row.stage == Stage.VERIFIED:
        raise ValidationError(
            f"Claim “{row.key}” is verified: reopen it before you change it. What is published "
            "stays up meanwhile."
        )


def _asserted(row: Claim) -> list[Any]:
    return [getattr(row, row._meta.get_field(name).attname) for name in ASSERTED]


def _apply(row: Claim, changes: dict[str, Any]) -> None:
    for name in changes.keys() - {"wording", "period", "made_on"}:
        setattr(row, name, changes[name])
    if "made_on" in changes:
        row.made_on = daterange_of(changes["made_on"])
    columns = period_columns(changes["period"]) if "period" in changes else {}
    if changes.keys() & {"wording", "figure"}:
        columns |= worded_columns(changes.get("wording", row.wording), row.figure)
    for name, value in columns.items():
        setattr(row, name, value)


def _reread_evidence(claim: Claim) -> None:
    for evidence in claim.evidence.select_for_update().order_by("pk"):
        try:
            if reread_wording(evidence, claim.figure):
                save_valid(evidence)
        except ValidationError as error:
            reason = " ".join(error.messages)
            raise ValidationError(
                {"figure": [f"Evidence “{evidence.key}” does not fit this figure: {reason}"]}
            ) from error


@transaction.atomic
def delete_claim(*, claim: Claim) -> None:
    """Delete a claim that has neither evidence nor history; anything else is kept.

    Raises ValidationError saying what is in the way.
    """
    share_inputs()
    row = lock_claim(claim)
    kept = [
        what
        for what, held in (
            ("evidence", row.evidence.exists()),
            ("a history of its status", row.status_changes.exists()),
            ("a way through review", row.transitions.exists()),
            ("blind readings", row.blind_readings.exists()),
            ("a merge", row.merges.exists() or row.merged_into_id is not None),
        )
        if held
    ]
    if kept:
        raise ValidationError(
            f"Claim “{row.key}” has {' and '.join(kept)} and stays; withdraw its evidence instead."
        )
    with computed_writes():
        Clash.objects.filter(Q(a=row) | Q(b=row)).delete()
    row.delete()
