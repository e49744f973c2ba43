"""The verbs of blind second reading: mark, read, hand in, rule where two readings differ.

`now` is the moment that is recorded, `at` the day for which currency is judged. All raise
PermissionDenied, or ValidationError in plain words, and then change nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from claims.consistency import Period
from claims.evidence import add_evidence, change_evidence
from claims.locks import lock_claim, share_inputs
from claims.models import Adjudication, BlindReading, Claim, Evidence
from claims.models.choices import EvidenceState, Modality, Ruling
from claims.reading import worded_columns
from claims.recheck import recheck_touched
from claims.rows import period_columns, period_of
from claims.saving import save_valid
from factcheck.history.who import in_history
from sources.models import Passage

from .apart import is_read_apart
from .compare import say_the_same

READERS = 2
"""So many people read a passage apart."""


@in_history
@transaction.atomic
def mark_blind(*, claim: Claim, by: Any, blind: bool = True) -> Claim:
    """Have a claim's passages read twice, apart; or no longer, while nothing is read."""
    _require(by, "claims.mark_blind")
    share_inputs()
    row = lock_claim(claim)
    if not blind and row.blind_readings.exists():
        raise ValidationError(f"Claim “{row.key}” has blind readings already; it stays marked.")
    row.blind = blind
    save_valid(row)
    return row


@transaction.atomic
def read_blind(
    *,
    claim: Claim,
    passage: Passage,
    reader: Any,
    stance: str,
    now: datetime,
    wording: str = "",
    period: Period | None = None,
    modality: str = Modality.OBSERVATION,
    note: str = "",
) -> BlindReading:
    """Write down, or write again until it is handed in, what `reader` makes of a passage."""
    _require(reader, "claims.add_blindreading")
    share_inputs()
    row = lock_claim(claim)
    if not is_read_apart(row, passage):
        raise ValidationError(
            f"Neither claim “{row.key}” nor this document is marked for blind second reading."
        )
    reading = BlindReading.objects.filter(claim=row, passage=passage, reader=reader).first()
    if reading is None:
        _refuse_a_reader_too_many(row, passage)
        reading = BlindReading(claim=row, passage=passage, reader=reader, started_at=now)
    elif reading.submitted_at is not None:
        raise ValidationError("You have handed in your reading of this passage; it stands.")
    columns = worded_columns(wording, row.figure) | period_columns(period)
    for name, value in {**columns, "stance": stance, "modality": modality, "note": note}.items():
        setattr(reading, name, value)
    save_valid(reading)
    return reading


@transaction.atomic
def hand_in(*, reading: BlindReading, by: Any, now: datetime, at: date) -> BlindReading:
    """Hand a reading in. With the last one of a passage, readings that say the same become
    accepted evidence; others wait for adjudication."""
    share_inputs()
    claim = lock_claim(reading.claim)
    row = BlindReading.objects.select_for_update().get(pk=reading.pk)
    if row.reader_id != by.pk:
        raise PermissionDenied("A reading is handed in by the one who read.")
    if row.submitted_at is not None:
        raise ValidationError("You have handed in your reading of this passage; it stands.")
    row.submitted_at = now
    save_valid(row)
    readings = list(
        BlindReading.objects.filter(
            claim=claim, passage=row.passage, submitted_at__isnull=False
        ).order_by("pk")
    )
    if len(readings) == READERS:
        if say_the_same(*readings):
            _file(claim, readings[0], at)
        else:
            recheck_touched(claims=[claim.pk], at=at)
    return row


@in_history
@transaction.atomic
def adjudicate(
    *,
    claim: Claim,
    passage: Passage,
    by: Any,
    ruling: str,
    reason: str,
    now: datetime,
    at: date,
    stance: str | None = None,
    wording: str = "",
    period: Period | None = None,
    modality: str = Modality.OBSERVATION,
) -> Adjudication:
    """Rule on two readings that differ, and file the evidence as ruled.

    ruling  first or second, in the order of `disagreement`; or both wrong, and then stance,
            wording, period and modality say what is right
    """
    _require(by, "claims.adjudicate")
    share_inputs()
    row = lock_claim(claim)
    readings = disagreement(claim=row, passage=passage)
    if ruling not in Ruling.values:
        raise ValidationError({"ruling": [f"A ruling is one of: {', '.join(Ruling.values)}."]})
    right = {Ruling.FIRST: readings[0], Ruling.SECOND: readings[1]}.get(ruling)
    if right is None and stance is None:
        raise ValidationError({"stance": ["If both are wrong, say which stance is right."]})
    decided = Adjudication(claim=row, passage=passage, by=by, at=now, ruling=ruling, reason=reason)
    if right is None:
        columns = worded_columns(wording, row.figure) | period_columns(period)
        columns |= {"stance": stance, "modality": modality}
    else:
        columns = {name: getattr(right, name) for name in _JUDGED}
    for name, value in columns.items():
        setattr(decided, name, value)
    save_valid(decided)
    _file(row, decided, at)
    return decided


_JUDGED = (
    *("stance", "wording", "hedge", "amount", "unit", "discrete", "reading", "accept"),
    *("period", "period_mode", "period_basis", "modality"),
)


def disagreement(*, claim: Claim, passage: Passage) -> list[BlindReading]:
    """The two readings that differ, in an order that does not tell who came first.

    Raises ValidationError when there is nothing (left) to rule on.
    """
    readings = list(
        BlindReading.objects.filter(claim=claim, passage=passage, submitted_at__isnull=False)
    )
    if len(readings) < READERS or say_the_same(*readings):
        raise ValidationError("There are no two readings of this passage that differ.")
    if Adjudication.objects.filter(claim=claim, passage=passage).exists():
        raise ValidationError("This disagreement has been ruled on already.")
    return sorted(readings, key=lambda r: (r.stance, r.wording, r.modality, str(r.period)))


def _file(claim: Claim, judged: BlindReading | Adjudication, at: date) -> None:
    """Let the passage be accepted evidence on the claim, as it was judged.

    A proposal of the same passage becomes what was found; otherwise the evidence is new.
    """
    note = "Read twice, apart." if isinstance(judged, BlindReading) else judged.reason
    found = {
        "stance": judged.stance,
        "wording": judged.wording,
        "period": period_of(judged.period, judged.period_mode, judged.period_basis),
        "modality": judged.modality,
        "state": EvidenceState.ACCEPTED,
    }
    held = _proposal(claim, judged)
    if held is None:
        add_evidence(claim=claim, passage=judged.passage, at=at, note=note, **found)
    else:
        notes = "\n".join(filter(None, (held.note, note)))
        change_evidence(evidence=held, at=at, note=notes, **found)


def _proposal(claim: Claim, judged: BlindReading | Adjudication) -> Evidence | None:
    """The evidence that the passage is on the claim already: with this wording, or proposed."""
    rows = list(Evidence.objects.filter(claim=claim, passage=judged.passage).order_by("pk"))
    worded = [row for row in rows if row.wording == judged.wording]
    return next(iter(worded + [r for r in rows if r.state == EvidenceState.PROPOSED]), None)


def _refuse_a_reader_too_many(claim: Claim, passage: Passage) -> None:
    if BlindReading.objects.filter(claim=claim, passage=passage).count() >= READERS:
        raise ValidationError(f"{READERS} people read this passage already; that is enough.")


def _require(user: Any, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied(f"This needs the right “{permission}”.")
