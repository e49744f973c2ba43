"""Marks and measures of time and place that are no quantities: notes, clocks, telephones."""

from __future__ import annotations

from ..page import Page
from .run import MOST, attached_run


def address(page: Page, at: int) -> int | None:
    return at + 1 if page.in_address(at) else None


def footnote_mark(page: Page, at: int) -> int | None:
    """ "[10]", "[1, 2]", "[3-5]"."""
    if page.text(at - 1) != "[":
        return None
    end = at
    while end - at < MOST and (page.is_number(end) or page.text(end) in {",", "-", ";"}):
        end += 1
    return end + 1 if page.text(end) == "]" else None


def list_number(page: Page, at: int) -> int | None:
    """ "1. Military issues", "2) …" at the beginning of a line."""
    if not page.starts_line(at) or len(page.text(at)) > 6 or page.text(at + 1) not in {".", ")"}:
        return None
    return at + 2 if page.attached(at + 1) and "," not in page.text(at) else None


def bracketed(page: Page, at: int) -> int | None:
    """ "(3)": a mark, an age, the number of a law."""
    alone = page.text(at - 1) == "(" and page.text(at + 1) == ")"
    return at + 2 if alone and len(page.text(at)) <= 3 else None


def ordinal(page: Page, at: int) -> int | None:
    ending = page.text(at + 1) in page.words.labels.ORDINAL_ENDINGS
    return at + 2 if ending and page.attached(at + 1) else None


def malformed(page: Page, at: int) -> int | None:
    """ "1.2.3", "1,2", "007": versions, lists of marks, codes."""
    text = page.text(at)
    if len(text) > 1 and text[0] == "0" and text[1] not in ".":
        end = attached_run(page, at)
        while len(text) > 2 and end - at < MOST and len(page.text(end)) > 2 and page.is_number(end):
            end += 1  # "0800 123 456"
        return end
    if text.count(".") > 1:
        return attached_run(page, at)
    whole = text.partition(".")[0]
    groups = whole.split(",")
    if len(groups) == 1:
        return None
    indian = all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3
    western = all(len(g) == 3 for g in groups[1:])
    return None if (western or indian) and 1 <= len(groups[0]) <= 3 else attached_run(page, at)


def decade_of_life(page: Page, at: int) -> int | None:
    """ "in her 30s", "the mid-20s", "the '90s"."""
    text = page.text(at)
    tens = len(text) == 2 and text.endswith("0") and page.text(at + 1) == "s"
    if not tens or not page.attached(at + 1):
        return None
    spoken = page.text(at - 1) in page.words.labels.BEFORE_A_DECADE
    return at + 2 if spoken else None


def clock(page: Page, at: int) -> int | None:
    """ "10:30", "5 p.m.", "at 1400 GMT", "ten o'clock"; also ratios such as "3:1"."""
    if page.text(at + 1) == ":" and page.is_number(at + 2) and page.attached(at + 2):
        end = at + 3
        while page.text(end) == ":" and page.is_number(end + 1):
            end += 2
        return end
    if page.phrase(at + 1, at + 4) == "o ' clock":
        return at + 4
    after = at + 1
    if page.text(after) in {"-", "to"} and page.is_number(after + 1):
        after += 2  # "5-7 p.m."
    text = page.text(after)
    zone = text in page.words.labels.ZONES and len(page.text(at)) == 4
    military = text == "hours" and len(page.text(at)) == 4 and page.text(at - 1) == "at"
    half_day = text in {"a.m", "p.m"} or (text in {"am", "pm"} and "." not in page.text(at)[-3:])
    if half_day and page.text(at).replace(".", "").isdigit() and len(page.text(at)) <= 5:
        return after + 1
    return after + 1 if zone or military else None


def telephone(page: Page, at: int) -> int | None:
    """ "+964 770 123 4567", "555-0123", "978-3-16-148410-0"."""
    plus = page.text(at - 1) == "+" and page.attached(at) and not page.attached(at - 1)
    end, groups = at + 1, 1
    while end - at < 2 * MOST and (
        page.is_number(end + 1) and page.text(end) in {"-", "."} and page.attached(end)
    ):
        end, groups = end + 2, groups + 1
    if groups >= 3:
        return end
    if groups == 2 and len(page.text(at)) == 3 and len(page.text(at + 2)) == 4:
        return end if page.text(at + 1) == "-" else None
    if plus:
        while end - at < MOST and (page.is_number(end) or page.text(end) in {"-", "(", ")"}):
            end += 1
        return end if end > at + 1 else None
    return None


def slashed(page: Page, at: int) -> int | None:
    """ "9/11", "24/7", "50/50"; "2/3 of" is a share, and was read before."""
    if page.text(at + 1) != "/" or not page.is_number(at + 2) or not page.attached(at + 2):
        return None
    return None if page.text(at + 3) == "of" else attached_run(page, at)


def in_math(page: Page, at: int) -> int | None:
    """A digit in a code or formula: "x2", "P5+1"."""
    plus = page.text(at - 1) == "+" and page.attached(at) and page.attached(at - 1)
    return at + 1 if plus else None
