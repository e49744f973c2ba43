"""Small makers of rows for these tests; every row that a test does not care about is plain."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from itertools import count

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from claims.consistency import read_period, read_quantity
from claims.models import Claim, Evidence, Figure, Scope, ScopeEdge, ScopeTerm, Subject
from claims.rows import period_columns, quantity_columns
from sources.models import (
    Anchoring,
    Document,
    DocumentCopy,
    Origin,
    Passage,
    Publisher,
    Snapshot,
)

TODAY = date(2024, 2, 1)
"""The day on which the tests ask; the rules never read a clock."""

JULY = DateRange(date(2020, 7, 1), date(2020, 8, 1))

_numbers = count(1)


def publisher(name: str | None = None, reliability: str = "B") -> Publisher:
    name = name or f"Publisher {next(_numbers)}"
    reason = "" if reliability == "F" else "Judged for the test."
    return Publisher.objects.create(name=name, reliability=reliability, reliability_reason=reason)


def document(text: str = "There were 5,000 troops.", **fields) -> Document:
    """A document with one snapshot of this text."""
    number = next(_numbers)
    fields.setdefault("publisher", None)
    fields["publisher"] = fields["publisher"] or publisher()
    made = Document.objects.create(
        key=fields.pop("key", f"document-{number}"),
        title=fields.pop("title", f"Document {number}"),
        **fields,
    )
    made.latest = snapshot(made, text)
    made.save()
    return made


def snapshot(of: Document, text: str, *, at: datetime | None = None) -> Snapshot:
    """A version of a document, retrieved `at` that moment (just now where none is given)."""
    original = text.encode()
    return Snapshot.objects.create(
        document=of,
        text=text,
        sha256=hashlib.sha256(original).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        original=original,
        original_sha256=hashlib.sha256(original).hexdigest(),
        retrieved_at=at or timezone.now(),
        extractor="test",
        extractor_version="1",
    )


def passage(of: Document | None = None, quote: str | None = None) -> Passage:
    """The quote in the document's latest text; the whole text where none is given."""
    of = of or document()
    text = of.latest.text
    quote = quote or text
    start = text.index(quote)
    made, _ = Passage.objects.get_or_create(
        snapshot=of.latest, start=start, end=start + len(quote), exact=quote
    )
    return made


def origin(name: str = "A news agency") -> Origin:
    return Origin.objects.get_or_create(name=name)[0]


def copies(a: Document, b: Document) -> DocumentCopy:
    """Let two documents be near-duplicates."""
    a, b = sorted((a, b), key=lambda document: document.pk)
    return DocumentCopy.objects.create(a=a, b=b, containment="0.9")


def lose(of: Passage, new_text: str, *, at: datetime | None = None) -> Anchoring:
    """Give the passage's document a new text in which the passage is not found."""
    document = of.snapshot.document
    document.latest = snapshot(document, new_text, at=at)
    document.save()
    return Anchoring.objects.create(
        passage=of, snapshot=document.latest, outcome="lost", reason="Its number changed."
    )


def subject(name: str = "United States forces", **fields) -> Subject:
    return Subject.objects.get_or_create(name=name, defaults=fields)[0]


def term(name: str, dimension: str = "geography") -> ScopeTerm:
    return ScopeTerm.objects.get_or_create(name=name, dimension=dimension)[0]


def within(narrower: ScopeTerm, wider: ScopeTerm) -> ScopeEdge:
    return ScopeEdge.objects.create(narrower=narrower, wider=wider)


def scope(geography: str | None = None, population: str | None = None) -> Scope:
    made, _ = Scope.objects.get_or_create(
        geography=geography and term(geography),
        population=population and term(population, "population"),
        role=None,
    )
    return made


def figure(slug: str = "us-troops-iraq", **fields) -> Figure:
    fields.setdefault("subject", None)
    defaults = {
        "subject": fields.pop("subject") or subject(),
        "measure": fields.pop("measure", "troop level"),
        "scope": fields.pop("scope", None) or scope("Iraq"),
        "unit": fields.pop("unit", "troops"),
        "nature": fields.pop("nature", "stock"),
        **fields,
    }
    return Figure.objects.get_or_create(slug=slug, defaults=defaults)[0]


def reported(wording: str = "", period: str = "", figure: Figure | None = None) -> dict:
    """The columns of a quantity and a period, read from words."""
    unit = (figure and figure.unit) or None
    return {
        **quantity_columns(read_quantity(wording, unit=unit) if wording else None),
        **period_columns(read_period(period) if period else None),
    }


def claim(
    wording: str = "approximately 5,000",
    period: str = "July 2020",
    *,
    figure: Figure | str | None = "make",
    **fields,
) -> Claim:
    """A claim, unchecked; of a figure of its own making unless one (or None) is given."""
    if figure == "make":
        figure = globals()["figure"]()
    number = next(_numbers)
    return Claim.objects.create(
        key=fields.pop("key", f"claim-{number}"),
        statement=fields.pop("statement", f"Statement {number}."),
        figure=figure,
        **reported(wording if figure else "", period, figure),
        **fields,
    )


def evidence(
    on: Claim,
    wording: str = "5,000",
    period: str = "July 2020",
    *,
    quoting: Passage | None = None,
    stance: str = "supports",
    state: str = "accepted",
    **fields,
) -> Evidence:
    """Accepted evidence from a document of its own making unless a passage is given."""
    return Evidence.objects.create(
        key=fields.pop("key", f"evidence-{next(_numbers)}"),
        claim=on,
        passage=quoting or passage(),
        stance=stance,
        state=state,
        **reported(wording if on.figure else "", period, on.figure),
        **fields,
    )
