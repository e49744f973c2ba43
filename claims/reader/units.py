"""Units in a text: currency before a number; a measure, percent or currency after it."""

from __future__ import annotations

from claims.consistency.units import CURRENCIES

from .counted import counts_a_plural
from .page import Page

_RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_SIGNS = {"%": "percent", "‰": "permille", "°": "°", "℃": "°C", "℉": "°F", "′": "′", "″": "″"}
_MOST_SYMBOLS = 4


def currency_before(page: Page, at: int, floor: int) -> tuple[str, int] | None:
    """The currency that stands right before tokens[at]: its code, and where it begins."""
    units = page.words.units
    before = page.text(at - 1)
    if at - 1 < floor:
        return None
    if before in units.CURRENCY_SIGNS:
        combined = page.text(at - 2) + before
        if at - 2 >= floor and page.attached(at - 1) and (found := _currency(page, combined)):
            return found, at - 2
        return _currency(page, before) or before, at - 1
    if page.text(at - 2) == "$" and page.attached(at - 1) and at - 2 >= floor:
        return _currency(page, before + "$") or "USD", at - 2  # "$US1,000", "$A8,800"
    if before == "." and page.text(at - 2) == "rs":
        return "INR", at - 2
    if before in units.CURRENCY_CODES or before == "rs":
        return _currency(page, before) or before.upper(), at - 1
    return None


def _currency(page: Page, spelling: str) -> str | None:
    known = CURRENCIES.get(spelling)
    return known.name if known else page.words.units.MORE_CURRENCIES.get(spelling)


def unit_at(page: Page, at: int) -> tuple[str, int] | None:
    """The unit that begins at tokens[at], right after a number: canonical name, and its end."""
    text = page.text(at)
    if text.isascii() and text not in page.words.units.STARTS:
        return None
    if text == "-" and page.attached(at) and page.attached(at + 1):
        found = unit_at(page, at + 1) if page.text(at + 1) != "-" else None
        return found
    return _sign(page, at) or _pence(page, at) or _symbols(page, at) or _words(page, at)


def _pence(page: Page, at: int) -> tuple[str, int] | None:
    """ "30p", "99.5p"; longer numbers before "p" are lines of a screen ("720p")."""
    joined = page.cased(at) == "p" and page.attached(at) and not page.attached_to_word(at + 1)
    whole = page.text(at - 1).partition(".")[0]
    return ("pence", at + 1) if joined and whole.isdigit() and len(whole) <= 2 else None


def _sign(page: Page, at: int) -> tuple[str, int] | None:
    text = page.text(at)
    if text == "°":
        letter = page.words.units.CELSIUS.get(page.text(at + 1))
        return (letter, at + 2) if letter else ("°", at + 1)
    if text in _SIGNS:
        return _SIGNS[text], at + 1
    if text in page.words.units.CURRENCY_SIGNS:
        if page.is_number(at + 1) and page.attached(at + 1):
            return None
        return _currency(page, text) or text, at + 1
    return None


def _words(page: Page, at: int) -> tuple[str, int] | None:
    units = page.words.units
    if not page.is_word(at):
        return None
    for length in range(units.LONGEST_UNIT, 0, -1):
        phrase = page.phrase(at, at + length)
        name = units.UNIT_WORDS.get(phrase)
        if name is None or (length == 1 and not _really(page, at, phrase)):
            continue
        return name, at + length
    code = page.text(at)
    if code in units.CURRENCY_CODES and page.cased(at).isupper():
        return code.upper(), at + 1
    return None


def _really(page: Page, at: int, word: str) -> bool:
    """A word that is a unit here: not "second" of "30 second graders", nor "10 pound notes"."""
    if word == "x":
        return page.attached(at) and not page.attached(at + 1)
    if word == "times":
        return page.text(at + 1) in page.words.units.COMPARISONS or "." in page.text(at - 1)
    if word in {"won", "degree", "score"}:
        return False
    if word in {"second", "point", "foot", "yard"}:
        return page.text(at - 1) == "-" or page.text(at - 1) in {"one", "a", "1"}
    return True


def _symbols(page: Page, at: int) -> tuple[str, int] | None:
    """ "mg/L", "m s−1", "W m⁻²", "km2": symbols of measures, each with its power."""
    first = _symbol(page, at)
    if first is None:
        return None
    names, end = [first[0]], first[1]
    for _ in range(_MOST_SYMBOLS - 1):
        joint, after = _joint(page, end)
        more = _symbol(page, after, inner=True) if joint else None
        if more is None:
            break
        names.append(joint + more[0])
        end = more[1]
    name = "".join(names)
    return page.words.units.SYMBOL_NAMES.get(name, name), end


def _joint(page: Page, at: int) -> tuple[str, int]:
    """What joins two symbols: a slash, a dot; a space, where a power shows the second one."""
    if page.text(at) in {"/", "·", "⋅", "*", "∙"} and page.attached(at):
        return page.text(at), at + 1
    if page.text(at) == "per" and page.cased(at + 1) in page.words.units.SYMBOLS:
        return "/", at + 1
    following = _symbol(page, at, inner=True)
    if following and following[1] > at and _has_power(page, at, following[1]):
        return " ", at
    return "", at


def _has_power(page: Page, at: int, end: int) -> bool:
    return end > at + 1 or page.cased(at).translate(_RAISED) != page.cased(at)


def _symbol(page: Page, at: int, *, inner: bool = False) -> tuple[str, int] | None:
    units = page.words.units
    raw = page.cased(at)
    bare = raw.translate(_RAISED)
    if not page.is_word(at) or bare not in units.SYMBOLS:
        return ("°C", at + 2) if raw == "°" and page.text(at + 1) == "c" else None
    spaced = not inner and not page.attached(at)
    if spaced and (bare in units.NEVER_SPACED or (bare == raw and _is_a_word(page, at))):
        return None
    return _with_power(page, at, raw)


def _is_a_word(page: Page, at: int) -> bool:
    """A lonely letter that belongs to the word after it: "100 T cells", "5 m people"."""
    units = page.words.units
    letter, following = page.cased(at), page.cased(at + 1)
    if letter not in units.LONELY_SYMBOLS or not page.is_word(at + 1):
        return False
    if following.translate(_RAISED) in units.SYMBOLS:
        return False
    if letter.islower():
        return counts_a_plural(page, at + 1)
    if letter == "M":
        return counts_a_plural(page, at + 1)
    if "." in page.text(at - 1):
        return counts_a_plural(page, at + 1)  # "1.5 A flowed", but "100 T cells"
    return page.text(at + 1) not in page.words.nouns.ENDS_PHRASE


def _with_power(page: Page, at: int, raw: str) -> tuple[str, int]:
    power = at + 1
    sign = ""
    if page.text(power) in {"-", "⁻", "^"} and page.attached(power):
        sign, power = page.text(power), power + 1
    text = page.text(power)
    if page.attached(power) and text.translate(_RAISED) == "" and text:
        return raw + sign.replace("^", "") + text, power + 1
    if page.attached(power) and text in {"1", "2", "3", "4"}:
        return raw + sign.replace("^", "") + text, power + 1
    return raw, at + 1


def rated(page: Page, unit: str, at: int) -> tuple[str, int]:
    """The unit with the span after it: "$5 million a year", "60 miles per hour"; and its end."""
    times = page.words.units.TIME_UNITS
    spans = page.words.units.RATES
    span = times.get(page.text(at + 1))
    if page.text(at) not in spans or span is None or unit in times.values():
        return unit, at
    if page.text(at + 2) in page.words.dates.NOT_A_RATE or unit == "times":
        return unit, at
    return f"{unit} per {span}", at + 2
