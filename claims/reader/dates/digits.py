"""Dates in digits: 2020-06-11, 26/7/2021, 2014-2017, the 1990s, a year alone."""

from __future__ import annotations

from ..leave_out.names import street
from ..page import Page
from ..years import is_year, looks_like_year
from . import calendar
from .dated import Dated
from .parts import part_before

_OPENS = frozenset("([\"'—")
_CLOSES = frozenset(",.);:'\"]-—?!")


def in_digits(page: Page, at: int) -> Dated | None:
    """ "2020-06-11", "26/7/2021", "26.07.2021"."""
    text = page.text(at)
    if text.count(".") == 2 and text.replace(".", "").isdigit():
        parts = text.split(".")
        return _numeric(page, at, at + 1, parts) if len(parts[2]) == 4 else None
    joint = page.text(at + 1)
    if joint not in {"/", "-"} or page.text(at + 3) != joint:
        return None
    if not all(page.attached(at + step) for step in (1, 2, 3, 4)):
        return None
    if page.text(at + 5) == joint and page.attached(at + 5):
        return None
    if page.attached(at) and page.text(at - 1) not in _OPENS:
        return None
    parts = [page.text(at), page.text(at + 2), page.text(at + 4)]
    return _numeric(page, at, at + 5, parts)


def _numeric(page: Page, at: int, end: int, parts: list[str]) -> Dated | None:
    if not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        period = calendar.day(numbers[0], numbers[1], numbers[2])
        return Dated(at, end, period) if period else None
    if len(parts[2]) != 4 or not looks_like_year(parts[2]):
        return None
    day_first = calendar.day(numbers[2], numbers[1], numbers[0])
    month_first = calendar.day(numbers[2], numbers[0], numbers[1])
    if day_first and month_first and day_first != month_first:
        if page.day_first is None:
            days = sorted((day_first.earliest, month_first.earliest))
            return Dated(at, end, calendar.of_days(days[0], days[1], "inferred"))
        period = day_first if page.day_first else month_first
    else:
        period = day_first or month_first
    return Dated(at, end, period) if period else None


def attached_to_word(page: Page, at: int) -> bool:
    return page.attached(at) and (page.is_word(at - 1) or page.text(at - 1) == "-")


def year_range(page: Page, at: int) -> Dated | None:
    """ "2014-2017", "2019-20", "2015/16"."""
    if not looks_like_year(page.text(at)) or page.text(at + 1) not in {"-", "/"}:
        return None
    if not page.attached(at + 1) or not page.attached(at + 2) or attached_to_word(page, at):
        return None
    second = page.text(at + 2)
    if not second.isdigit() or len(second) not in {2, 4}:
        return None
    first = int(page.text(at))
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if not first < last <= first + 100 or (page.text(at + 3) == "-" and page.attached(at + 3)):
        return None
    days = calendar.part_of_year(first, None)[0], calendar.part_of_year(last, None)[1]
    return Dated(at, at + 3, calendar.of_days(*days))


def decade(page: Page, at: int) -> Dated | None:
    """ "the 1990s"."""
    text, after = page.text(at), at + 1
    if not looks_like_year(text) or not text.endswith("0") or attached_to_word(page, at):
        return None
    if page.text(after) == "'" and page.attached(after):
        after += 1
    if page.text(after) != "s" or not page.attached(after):
        return None
    first = int(text)
    last = first + (99 if text.endswith("00") else 9)
    days = calendar.part_of_year(first, None)[0], calendar.part_of_year(last, None)[1]
    return Dated(at, after + 1, calendar.of_days(*days))


def year(page: Page, at: int, floor: int) -> Dated | None:
    if not is_year(page, at):
        return None
    if _runs_into_more(page, at):
        return None
    if _names_a_number(page, at):
        return None
    year = int(page.text(at))
    part, start = part_before(page, at, floor)
    days = calendar.part_of_year(year, part)
    return Dated(start, at + 1, calendar.of_days(*days))


def _runs_into_more(page: Page, at: int) -> bool:
    """Something without a space on either side that makes it no year: "x2020", "2020/5"."""
    before, after = page.text(at - 1), page.text(at + 1)
    if page.attached(at) and before not in _OPENS:
        part = before == "-" and page.text(at - 2) in page.words.dates.PARTS
        if not part and before != ",":
            return True
    if not page.attached(at + 1):
        return False
    if after not in _CLOSES:
        return True
    return after in {".", ",", "-", "'"} and page.is_number(at + 2) and page.attached(at + 2)


def _names_a_number(page: Page, at: int) -> bool:
    """ "Resolution 1441", "Room 2020": a label's number that looks like a year."""
    before = page.text(at - 1)
    if street(page, at):
        return True
    if before == "." and page.text(at - 2) in {"no", "nos", "fig", "p", "pp", "ref", "eq"}:
        return True
    if before in {"#", "№", "§", "+", "=", ">", "<", "/", "&"}:
        return True
    labels = page.words.labels
    return before in labels.LABELS and before not in labels.LABELS_WITH_YEAR
