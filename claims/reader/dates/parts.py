"""The part of a month or year that stands before it: "late", "the beginning of"."""

from __future__ import annotations

from ..page import Page


def part_before(page: Page, at: int, floor: int) -> tuple[str | None, int]:
    """ "late", "the beginning of", "mid-": the part of the month or year, and its first token."""
    dates = page.words.dates
    end = at
    if page.text(end - 1) == "-" and page.attached(end):
        end -= 1
    if page.text(end - 1) == "the" and end - 1 > floor:
        end -= 1
    for skipped in (end, at) if end != at else (at,):
        for length in range(min(dates.LONGEST_PART, skipped - floor), 0, -1):
            part = dates.PARTS.get(page.phrase(skipped - length, skipped))
            if part and part != "last":
                start = skipped - length
                article = page.text(start - 1) == "the" and start - 1 >= floor and length > 1
                return part, start - article
    return None, at
