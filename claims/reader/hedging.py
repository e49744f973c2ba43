"""The hedges around a number: "at least some", "over", "or more"."""

from __future__ import annotations

from .page import Page

_MOST_HEDGES = 3


def hedges_before(page: Page, at: int, floor: int, *, of_time: bool) -> tuple[list[str], int]:
    """The hedges that stand before tokens[at], nearest first, and where the first word stands.

    floor    the first token they may take
    of_time  the number counts days, years …: then "over" may say when instead
    """
    words = page.words.hedges
    found: list[str] = []
    start = at
    if page.text(at - 1) not in words.RIGHT_BEFORE:
        return found, start
    while len(found) < _MOST_HEDGES:
        stepped = start
        while stepped > floor and page.text(stepped - 1) in words.STEP_OVER:
            stepped -= 1
        if page.text(stepped - 1) in {"a", "an", "of", "the"} and stepped < start:
            stepped = _over_article(page, stepped, floor)
        hit = _phrase_ending(page, start, floor, of_time) or _phrase_ending(
            page, stepped, floor, of_time
        )
        if hit is None:
            break
        found.append(hit[0])
        start = hit[1]
    return found, start


def _over_article(page: Page, at: int, floor: int) -> int:
    """ "a total of", "an additional": the article goes with the word stepped over."""
    return max(floor, at - 1)


def _phrase_ending(page: Page, end: int, floor: int, of_time: bool) -> tuple[str, int] | None:
    words = page.words.hedges
    if page.text(end - 1) == "." and page.text(end - 2) in words.ABBREVIATED and end - 2 >= floor:
        return words.ENGINE_BEFORE[page.text(end - 2)], end - 2
    last = page.text(end - 1)
    if last not in words.BEFORE_LAST_WORDS or page.token(end - 1).kind == "break":
        return None
    for length in range(min(words.LONGEST_BEFORE, end - floor), 0, -1):
        phrase = page.phrase(end - length, end)
        hedge = words.BEFORE.get(phrase)
        if hedge is None:
            continue
        start = end - length
        return None if _means_otherwise(page, phrase, start, of_time) else (hedge, start)
    return None


def _means_otherwise(page: Page, phrase: str, start: int, of_time: bool) -> bool:
    """A hedge's word that is none here: a preposition, a topic."""
    words = page.words.hedges
    before = page.text(start - 1)
    if phrase == "about":
        return before in words.TOPIC_VERBS
    if phrase == "over" and before in words.SPREAD_VERBS:
        return True
    if phrase == "over" and of_time:
        return before not in words.SPAN_VERBS and not page.starts_sentence(start)
    if phrase in {"above", "below", "under", "beyond"}:
        return page.text(start + 1) in {"the", "these", "those"}
    if phrase == "some":
        return False
    return False


def hedge_after(page: Page, at: int) -> tuple[str, int] | None:
    """The hedge that begins at tokens[at], after a number ("or more", "+", "-odd"), its end."""
    words = page.words.hedges
    text = page.text(at)
    if text == "-" and page.attached(at) and page.text(at + 1) in {"odd", "plus"}:
        return words.AFTER[page.text(at + 1)], at + 2
    if text not in words.AFTER_FIRST_WORDS:
        return None
    if text == "+":
        return ("at-least", at + 1) if page.attached(at) and not page.attached(at + 1) else None
    for length in range(words.LONGEST_AFTER, 0, -1):
        hedge = words.AFTER.get(page.phrase(at, at + length))
        if hedge is None:
            continue
        following = page.token(at + length)
        if page.text(at) == "plus" and following.kind == "number":
            return None
        if page.text(at) in {"at", "and", "or"} and following.kind == "number":
            return None
        return hedge, at + length
    return None
