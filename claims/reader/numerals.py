"""Numbers as they stand in a text: in digits, in words, as a share, in powers of ten."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.consistency.numerals import Numeral, digits_value, place_of

from .page import Page

WINDOW = 14
"""Tokens that a number may take; a longer run is noise, and costs no more than this."""
MOST_EXPONENT = 40
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens[start:end] of a page.

    amount   N; a share ("two-thirds") in percent
    place    u, the place value of its last stated digit
    approx   the words themselves round ("half a million")
    scale    what its scale word multiplied by; mantissa the number before that
    share    a part of a whole
    """

    start: int
    end: int
    amount: Decimal
    place: Decimal
    approx: bool = False
    scale: int = 1
    mantissa: Decimal | None = None
    share: bool = False


def number_at(page: Page, at: int, *, money: bool = False) -> Number | None:
    """The longest number that begins at tokens[at], or None; money: a currency stands before."""
    if page.is_number(at) and _stands_alone(page, at):
        return _digits_alone(page, at)
    return _share(page, at) or _power(page, at) or _plain(page, at, money=money)


def _stands_alone(page: Page, at: int) -> bool:
    if page.text(at) == "10" or page.text(at + 1) in page.words.numbers.JOINS_DIGITS:
        return False
    return not (page.is_number(at + 1) and page.text(at + 2) == "/")


def _digits_alone(page: Page, at: int) -> Number | None:
    """A number in digits that nothing after it continues, which is most of them."""
    text = page.text(at)
    amount = digits_value(text)
    if amount is None or (page.is_number(at + 1) and page.attached(at + 1)):
        return None
    return Number(at, at + 1, amount, place_of(amount, text))


def _plain(page: Page, at: int, *, money: bool) -> Number | None:
    window = page.tokens.window(at, _length(page, at, money))
    numeral: Numeral | None = page.words.numbers.read_numeral(window, 0, money=money)
    if numeral is None:
        return None
    end = at + numeral.end
    return Number(
        at, end, numeral.amount, numeral.place, numeral.approx, numeral.scale, numeral.mantissa
    )


def _length(page: Page, at: int, money: bool) -> int:
    """How many tokens a number may take: digits alone where nothing after them joins them."""
    if not page.is_number(at):
        return WINDOW
    following = page.text(at + 1)
    if following in page.words.numbers.AFTER_DIGITS:
        kelvin = page.cased(at + 1) == "K" and not page.attached(at + 1) and not money
        return 1 if kelvin else WINDOW
    fraction = page.is_number(at + 1) and page.text(at + 2) == "/"
    return 4 if fraction else 1


def _power(page: Page, at: int) -> Number | None:
    """ "1.2 × 10^5", "1.2 x 10-3", "10⁵", "3e-5"."""
    if not page.is_number(at):
        return None
    mantissa = _plain_digits(page.text(at))
    if mantissa is None:
        return None
    if page.text(at + 1) in {"×", "x", "·", "*", "∙", "⋅"} and page.text(at + 2) == "10":
        exponent, base = _exponent(page, at + 3), mantissa
    elif page.text(at) == "10":
        exponent, base = _exponent(page, at + 1, flat=False), Decimal(1)
    elif page.text(at + 1) == "e" and page.attached(at + 1):
        exponent, base = _exponent(page, at + 2, marked=True), mantissa
    else:
        return None
    if exponent is None or abs(exponent[0]) > MOST_EXPONENT:
        return None
    places = -base.as_tuple().exponent
    place = Decimal(1).scaleb(exponent[0] - int(places))
    return Number(at, exponent[1], base.scaleb(exponent[0]), place)


def _exponent(
    page: Page, at: int, *, flat: bool = True, marked: bool = False
) -> tuple[int, int] | None:
    """A power right after its 10, and where it ends; flat: a minus alone may mark it."""
    raised = page.text(at).translate(_SUPERSCRIPTS)
    if not page.attached(at):
        return None
    if raised != page.text(at):
        end = at + 1
        if raised in {"-", "+"} and page.attached(end):
            raised, end = raised + page.text(end).translate(_SUPERSCRIPTS), end + 1
        return (int(raised), end) if _is_small_integer(raised) else None
    if raised == "^":
        marked, at = True, at + 1
    opened = page.text(at) == "("
    at += opened
    sign = -1 if page.text(at) == "-" else 1
    signed = page.text(at) in {"-", "+"}
    at += signed
    digits = page.text(at)
    if not (marked or (flat and signed)) or not page.attached(at) or not _is_small_integer(digits):
        return None
    return sign * int(digits), at + 1 + opened


def _is_small_integer(text: str) -> bool:
    digits = text.lstrip("+-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 3


def _plain_digits(text: str) -> Decimal | None:
    return Decimal(text) if text.replace(".", "", 1).isdigit() and text.isascii() else None


def _share(page: Page, at: int) -> Number | None:
    return _part_in_words(page, at) or _one_in_five(page, at) or _slashed(page, at)


def _part_in_words(page: Page, at: int) -> Number | None:
    """ "two-thirds", "three quarters of", "a third of", "half of the", "nearly half"."""
    numbers = page.words.numbers
    first, top, end = page.text(at), 1, at
    if first in {"a", "an"}:
        end = at + 1
    elif first in numbers.SMALL and numbers.SMALL[first] < 100:
        top, end = numbers.SMALL[first], at + 1
        if page.text(end) == "-" and page.attached(end) and page.attached(end + 1):
            end += 1
    word = page.text(end)
    bottom = numbers.PARTS.get(word)
    if bottom is None or top >= bottom or _is_scaled_half(page, end):
        return None
    if (word.endswith("s") or word == "halves") != (top > 1):
        return None
    end += 1
    if not _is_part(page, at, end, bottom, counted=first in numbers.SMALL):
        return None
    return _as_share(at, end, top, bottom)


def _is_scaled_half(page: Page, at: int) -> bool:
    """ "half a million" is a number of the engine's own; "half an hour" has a unit."""
    numbers = page.words.numbers
    after = at + 1
    if page.text(after) in {"-", "of"}:
        after += 1
    if page.text(after) in {"a", "an", "one"}:
        after += 1
    return page.text(after) in numbers.SCALES or page.text(after) == "dozen"


def _is_part(page: Page, at: int, end: int, bottom: int, *, counted: bool) -> bool:
    """Tells a part of a whole from an ordinal ("a third round", "the second half")."""
    following, before = page.text(end), page.text(at - 1)
    if counted:
        return following not in {"-"} or not page.attached(end)
    if page.text(at) in {"a", "an"}:
        if following == "of" or (bottom == 2 and following == "the"):
            return True
        alone = not page.is_word(end) or following in page.words.nouns.ENDS_PHRASE
        return bottom > 2 and alone and page.text(end - 1) != "second" and _measures(page, at)
    if bottom == 2:
        if before in {"second", "first", "latter", "other", "better", "each", "a", "one", "-"}:
            return False
        return following in {"of", "the", "its", "their", "his", "our"} or _measures(page, at)
    return False


def _measures(page: Page, at: int) -> bool:
    """A hedge or "by" before a part: "almost a third", "by half"."""
    before = page.text(at - 1)
    return before in page.words.hedges.BEFORE_LAST_WORDS or before == "by"


def _as_share(start: int, end: int, top: int, bottom: int) -> Number:
    """A share in percent, as the engine reads it: "two-thirds" is about 66.6667."""
    amount = (Decimal(100 * top) / bottom).quantize(Decimal("0.0001")).normalize()
    amount = Decimal(f"{amount:f}")
    return Number(start, end, amount, place_of(amount), approx=True, share=True)


def _small(page: Page, at: int) -> int | None:
    text = page.text(at)
    if page.is_number(at):
        digits = text.replace(",", "")
        return int(digits) if digits.isdigit() and len(digits) <= 9 else None
    return page.words.numbers.SMALL.get(text) or _WORD_BOTTOMS.get(text)


_WORD_BOTTOMS = {"hundred": 100, "thousand": 1000}


def _one_in_five(page: Page, at: int) -> Number | None:
    """ "one in five", "3 in 10", "seven out of ten", "two of every three"."""
    top = _small(page, at)
    words = page.words.numbers.IN_SHARE.get(page.text(at + 1))
    if not top or not words:
        return None
    if page.text(at + 1) == "out" and page.text(at + 2) != "of":
        return None
    end, every = at + 1 + words, False
    if page.text(end) in {"every", "a"}:
        every, end = True, end + 1
    bottom = _small(page, end)
    if page.text(at + 1) == "of" and not every:
        return None
    if not bottom or not top < bottom or (top > 10 and page.text(at + 1) == "in"):
        return None
    if bottom > 1000 and bottom % 1000:
        return None
    after = page.text(end + 1)
    times = page.words.units.UNIT_WORDS
    if after in times or after in page.words.dates.MONTHS or after == "-" or after in {"/", ":"}:
        return None
    if after in page.words.numbers.SCALES:
        return None
    return _as_share(at, end + 1, top, bottom)


def _slashed(page: Page, at: int) -> Number | None:
    """ "2/3 of"; elsewhere two numbers with a slash are a date or a name ("9/11", "24/7")."""
    if not page.is_number(at) or page.text(at + 1) != "/" or page.text(at + 3) != "of":
        return None
    top, bottom = _small(page, at), _small(page, at + 2)
    if not top or not bottom or not top < bottom <= 100 or not page.attached(at + 2):
        return None
    return _as_share(at, at + 3, top, bottom)
