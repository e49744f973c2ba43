"""Find a quote: exact before normalised, one of several by its context, else a proposal."""

from dataclasses import dataclass
from typing import Literal

from .normalise import Marks, has_marks, normalise
from .numbers import cuts_through
from .searchable import SearchableText

Outcome = Literal["exact", "normalised", "proposed", "ambiguous", "absent"]

# Of a long prefix or suffix, the part next to the quote is enough to tell two places apart.
CONTEXT_CHARACTERS = 300


@dataclass(frozen=True)
class Span:
    """[start, end) in code points of the raw text."""

    start: int
    end: int


@dataclass(frozen=True)
class Anchor:
    """Where a quote stands.

    - ``exact``: the quote, code point by code point, at [start, end);
    - ``normalised``: the same words there, in other typography;
    - ``proposed``: a similar passage, which only a person may accept;
    - ``ambiguous``: it stands at each of ``candidates`` and nothing tells which is meant
      (start and end are None);
    - ``absent``: neither it nor anything like it.

    ``context_agrees``: the text before or after is the prefix or suffix given.
    """

    outcome: Outcome
    start: int | None = None
    end: int | None = None
    candidates: tuple[Span, ...] = ()
    context_agrees: bool = False


@dataclass(frozen=True)
class _Found:
    span: Span
    exact: bool
    agreeing: int  # how many of prefix and suffix agree
    at_start: int  # 2 where it begins at the start given, 1 but for what cannot be seen, else 0
    cuts: bool  # it begins or ends inside a number, and nothing shows that this is meant


def anchor(
    text: str | SearchableText,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
) -> Anchor:
    """Find the quote ``exact`` in ``text``.

    ``prefix`` and ``suffix`` are the text right before and after it, ``start`` its offset; all
    optional, needed where it occurs twice. Context chooses among occurrences; it makes none.
    Raises ValueError for a quote without a visible character.
    """
    searchable = text if isinstance(text, SearchableText) else SearchableText(text)
    if not normalise(exact).text and not normalise(exact, marks="keep").text:
        raise ValueError("the quote is empty: give the words to look for")
    context = _Context(searchable, prefix, suffix, start)

    spans = searchable.exact_spans(exact, context.prefix, context.suffix, start)
    found = [context.weigh(span, exact=True) for span in spans]
    if not any(one.agreeing == context.sides and not one.cuts for one in found):
        others = searchable.normalised_spans(exact, context.prefix, context.suffix)
        found += [context.weigh(span, exact=False) for span in others if span not in spans]

    whole = [one for one in found if not one.cuts]
    if whole:
        return _choose(whole)
    if found:  # verbatim, yet it begins or ends inside a number
        return _proposal(found)
    marks: Marks = "keep" if has_marks(exact) else "drop"
    similar = searchable.words(marks).propose(normalise(exact, marks=marks))
    if similar:
        return _proposal([context.weigh(span, exact=False) for span in similar])
    return Anchor("absent")


def _choose(found: list[_Found]) -> Anchor:
    most = max(one.agreeing for one in found)
    top = [one for one in found if one.agreeing == most]
    top = [one for one in top if one.exact] or top
    if len(top) > 1:
        nearest = max(one.at_start for one in top)
        top = [one for one in top if one.at_start == nearest]
    if len(top) > 1:
        return Anchor("ambiguous", candidates=tuple(one.span for one in top))
    one = top[0]
    return Anchor(
        "exact" if one.exact else "normalised",
        one.span.start,
        one.span.end,
        context_agrees=one.agreeing > 0,
    )


def _proposal(found: list[_Found]) -> Anchor:
    best = max(found, key=lambda one: (one.agreeing, one.at_start))  # the first of equals
    return Anchor(
        "proposed",
        best.span.start,
        best.span.end,
        candidates=tuple(one.span for one in found),
        context_agrees=best.agreeing > 0,
    )


class _Context:
    """The prefix, suffix and start that the caller gave, to weigh a place against."""

    def __init__(
        self, searchable: SearchableText, prefix: str, suffix: str, start: int | None
    ) -> None:
        self.searchable = searchable
        self.prefix = prefix[-CONTEXT_CHARACTERS:]
        self.suffix = suffix[:CONTEXT_CHARACTERS]
        self.start = start
        kinds: tuple[Marks, ...] = ("drop", "keep")
        self._before = {kind: normalise(self.prefix, marks=kind).text for kind in kinds}
        self._after = {kind: normalise(self.suffix, marks=kind).text for kind in kinds}
        self.sides = any(self._before.values()) + any(self._after.values())

    def weigh(self, span: tuple[int, int], *, exact: bool) -> _Found:
        begin, stop = span
        before, after = self._agrees_before(begin), self._agrees_after(stop)
        at_start = self._at_start(begin)
        # The text on the cut side shows that the cut is meant; so does a bare position.
        shown = at_start == 2 and not self.sides
        raw = self.searchable.raw
        cuts = not shown and (
            (cuts_through(raw, begin) and not before) or (cuts_through(raw, stop) and not after)
        )
        return _Found(Span(begin, stop), exact, before + after, at_start, cuts)

    def _at_start(self, begin: int) -> int:
        if self.start is None:
            return 0
        return 2 if begin == self.start else int(self._visible(begin) == self._visible(self.start))

    def _agrees_before(self, begin: int) -> bool:
        for marks, wanted in self._before.items():
            if not wanted:
                continue
            at = self.searchable.index(begin, marks)
            there = self.searchable.copy(marks).text[max(0, at - len(wanted) - 1) : at]
            if there.rstrip(" ").endswith(wanted):
                return True
        return False

    def _agrees_after(self, stop: int) -> bool:
        for marks, wanted in self._after.items():
            if not wanted:
                continue
            at = self.searchable.index(stop, marks)
            there = self.searchable.copy(marks).text[at : at + len(wanted) + 1]
            if there.lstrip(" ").startswith(wanted):
                return True
        return False

    def _visible(self, offset: int) -> int:
        """The place in the search copy of the first visible character from ``offset`` on."""
        at = self.searchable.index(offset)
        return at + (self.searchable.copy().text[at : at + 1] == " ")
