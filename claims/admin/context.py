"""A passage within the text that it stands in, read without the rest of that text."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Substr

from sources.models import Passage, Snapshot

WIDTH = 600
"""How many code points of the text are shown on either side."""


@dataclass(frozen=True)
class Context:
    """The raw text around a quote; `begins` and `ends` say whether the text does so there."""

    before: str
    quote: str
    after: str
    begins: bool
    ends: bool


def context_of(passage: Passage, *, width: int = WIDTH) -> Context:
    """Up to `width` code points before and after, cut between words; one query."""
    start = max(passage.start - width, 0)
    before, after = (
        Snapshot.objects.filter(pk=passage.snapshot_id)
        .values_list(
            Substr("text", start + 1, passage.start - start),
            Substr("text", passage.end + 1, width + 1),
        )
        .get()
    )
    ends = len(after) <= width
    return Context(
        before=before if start == 0 else _without_first_word(before),
        quote=passage.exact,
        after=after if ends else _without_first_word(after[::-1])[::-1],
        begins=start == 0,
        ends=ends,
    )


def _without_first_word(text: str) -> str:
    """Without the first word, which may be cut; a text of one long word stays whole."""
    for at, char in enumerate(text):
        if char.isspace():
            return text[at:]
    return text
