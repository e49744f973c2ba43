"""Verbs for passages: quote a snapshot, accept a proposal for a lost passage."""

from django.db import transaction

from factcheck.history.who import in_history

from .anchoring import Anchor, SearchableText, Span, anchor
from .changes import SourceChange, announce
from .models import Anchoring, Passage, Snapshot

CONTEXT = 32  # code points kept before and after a quote
_SHOWN = 40
_MOST_SHOWN = 5


class QuoteError(ValueError):
    """A quote that stands nowhere, or in several places; the message says where to look."""

    def __init__(self, message: str, found: Anchor | None = None) -> None:
        super().__init__(message)
        self.found = found


def quote_passage(
    *,
    snapshot: Snapshot,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
    text: SearchableText | None = None,
) -> Passage:
    """The passage of ``snapshot`` that reads ``exact``, made if it is new.

    What is stored is the snapshot's own text, whatever quotation marks or spaces ``exact`` had.
    ``text`` is the snapshot's text made searchable, for who quotes it often.
    Raises QuoteError for a quote that is empty, absent, ambiguous or only similar.
    """
    text = text or SearchableText(snapshot.text)
    found = find_quote(text=text, exact=exact, prefix=prefix, suffix=suffix, start=start)
    return passage_at(snapshot=snapshot, start=found.start, end=found.end, raw=text.raw)


def find_quote(
    *,
    text: SearchableText | str,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
) -> Anchor:
    """Where the quote stands beyond doubt; QuoteError says why it does not."""
    text = SearchableText(text) if isinstance(text, str) else text
    try:
        found = anchor(text, exact, prefix=prefix, suffix=suffix, start=start)
    except ValueError as error:
        raise QuoteError(str(error)) from error
    if found.outcome not in ("exact", "normalised"):
        raise QuoteError(_why_not(exact, found, text.raw), found)
    return found


def passage_at(*, snapshot: Snapshot, start: int, end: int, raw: str | None = None) -> Passage:
    """The passage at [start, end) of the snapshot's text, made if it is new."""
    raw = snapshot.text if raw is None else raw
    if not 0 <= start < end <= len(raw):
        raise QuoteError(f"[{start}, {end}) is not within the text's {len(raw):,} characters")
    passage, _ = Passage.objects.get_or_create(
        snapshot=snapshot,
        start=start,
        end=end,
        defaults={
            "exact": raw[start:end],
            "prefix": raw[max(0, start - CONTEXT) : start],
            "suffix": raw[end : end + CONTEXT],
        },
    )
    return passage


@in_history
@transaction.atomic
def accept_proposal(*, anchoring: Anchoring, reason: str) -> Anchoring:
    """A person accepts that a lost passage now reads as the proposal does.

    Raises ValueError when there is none to accept or no reason is given.
    """
    if not reason.strip():
        raise ValueError("say why the proposal is the passage")
    anchoring = Anchoring.objects.select_for_update().get(pk=anchoring.pk)
    if anchoring.outcome != Anchoring.Outcome.LOST or anchoring.proposal_start is None:
        raise ValueError("there is no proposal to accept")
    anchoring.found = passage_at(
        snapshot=anchoring.snapshot,
        start=anchoring.proposal_start,
        end=anchoring.proposal_end,
    )
    anchoring.outcome = Anchoring.Outcome.MOVED
    anchoring.proposal_start = anchoring.proposal_end = None
    anchoring.reason = f"accepted by a person: {reason.strip()}"
    anchoring.save()
    announce(SourceChange(passages=frozenset({anchoring.passage_id})))
    return anchoring


def _why_not(exact: str, found: Anchor, raw: str) -> str:
    quote = f"“{_short(exact)}”"
    if found.outcome == "absent":
        return f"{quote} is not in the text"
    places = [_in_context(raw, span) for span in found.candidates[:_MOST_SHOWN]]
    more = len(found.candidates) - len(places)
    if more:
        places.append(f"and {more} more")
    listed = "; ".join(places)
    if found.outcome == "ambiguous":
        return (
            f"{quote} stands at {len(found.candidates)} places; give the text before or after "
            f"it as prefix or suffix: {listed}"
        )
    return f"{quote} is not in the text as it stands; the nearest is {listed}"


def _in_context(raw: str, span: Span) -> str:
    before = raw[max(0, span.start - _SHOWN) : span.start]
    after = raw[span.end : span.end + _SHOWN]
    shown = " ".join(f"{before}»{_short(raw[span.start : span.end])}«{after}".split())
    return f"at {span.start} “…{shown}…”"


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
