"""The claims of a file, through their verbs."""

from __future__ import annotations

from typing import Any

from claims import drafting
from claims.models import Claim, Figure
from claims.models.choices import Modality
from claims.rows import daterange_of

from .evidence import EvidenceLoader
from .row import Row
from .session import CHANGED, LEFT, NEW, UNCHANGED, Session

CLAIM = {
    "key",
    "statement",
    "claimant",
    "made_on",
    "figure",
    "quantity",
    "period",
    "mode",
    "basis",
    "modality",
    "about_now",
    "example",
    "note",
    "evidence",
}


def load_claims(top: Row, session: Session) -> None:
    """All claims with their evidence, then the corrections among the evidence.

    A field that the file leaves out is empty in a new claim and as it was in an existing one.
    """
    loader = EvidenceLoader(session)
    for number, node in enumerate(top.rows("claims"), start=1):
        row = session.row(node, f"claim {number}", CLAIM)
        key = row.text("key", required=True)
        row.name = f"claim {key or number}"
        if not session.first_of("claim", key, row, "key"):
            continue
        held = Claim.objects.with_figure().filter(key=key).first()
        if held is not None and session.keep_existing:
            session.count("claims", LEFT)
            continue
        given = _given(row, session, held)
        claim = _written(held, key, given, row, session) if row.sound else None
        figure = held.figure if held and "figure" not in given else given.get("figure")
        loader.load(row, claim, figure)
    loader.link_corrections()


def _given(row: Row, session: Session, held: Claim | None) -> dict[str, Any]:
    """What the row says, by the names of the verb."""
    given: dict[str, Any] = {}
    if held is None or row.has("statement"):
        given["statement"] = row.text("statement", required=True)
    for field in ("claimant", "note"):
        if row.has(field):
            given[field] = row.text(field)
    for field in ("about_now", "example"):
        if row.has(field):
            given[field] = row.flag(field)
    if row.has("made_on"):
        given["made_on"] = row.period("made_on")
    if row.has("figure"):
        given["figure"] = _figure(row, session)
    if row.has("quantity"):
        given["wording"] = row.wording("quantity")
    if row.has("modality"):
        given["modality"] = row.choice("modality", Modality, Modality.OBSERVATION)
    if row.has("period", "mode", "basis"):
        given["period"] = row.reported_period(given.get("made_on"))
    return given


def _figure(row: Row, session: Session) -> Figure | None:
    slug = row.text("figure")
    if not slug:
        return None
    figure = Figure.objects.filter(slug=slug).select_related("scope", "subject").first()
    if figure is None:
        row.sound = False
        if ("figure", slug) not in session.failed:
            row.refuse("figure", f"there is no figure “{slug}”; add it under figures")
    return figure


def _written(
    held: Claim | None, key: str, given: dict[str, Any], row: Row, session: Session
) -> Claim | None:
    """The claim, created or changed where the file says otherwise; None when refused."""
    with session.writing("claim", key, row=row):
        if held is None:
            claim = drafting.create_claim(key=key, at=session.at, **given)
            session.count("claims", NEW)
            return claim
        changes = {name: value for name, value in given.items() if _differs(held, name, value)}
        if not changes:
            session.count("claims", UNCHANGED)
            return held
        claim = drafting.change_claim(claim=held, at=session.at, **changes)
        session.count("claims", CHANGED)
        return claim
    return None


def _differs(claim: Claim, name: str, value: Any) -> bool:
    if name == "wording":
        return claim.wording != " ".join(value.split())
    if name == "period":
        return claim.reported_period != value
    if name == "made_on":
        return claim.made_on != daterange_of(value)
    return getattr(claim, name) != value
