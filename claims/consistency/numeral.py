"""One number as written: its exact amount and its precision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .interval import EXACT
from .lexicon import GROUPS, SCALES
from .tokens import Token

MAX_SCALE = 10**15


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before tokens[end].

    amount   the number N
    place    u, the place value of its last stated significant digit (2,500 → 100)
    approx   True when the words themselves round ("half a million")
    scale    the scale that was stated ("million"), 1 for none
    mantissa the number before its scale, to complete "5 to 6 million"
    """

    amount: Decimal
    place: Decimal
    end: int
    approx: bool = False
    scale: int = 1
    mantissa: Decimal | None = None

    def times(self, scale: int, end: int) -> Numeral:
        """The same digits before a scale: "2.5" and "million"; a dozen has no digits of its own."""
        amount = EXACT.multiply(self.amount, Decimal(scale))
        decimal = str(scale).strip("0") == "1"
        place = EXACT.multiply(self.place, Decimal(scale)) if decimal else place_of(amount)
        return Numeral(amount, place, end, self.approx, scale, self.amount)


def place_of(amount: Decimal, text: str | None = None) -> Decimal:
    """u: the place value of the last stated significant digit.

    Decimals that were written count ("5.0" → 0.1), trailing zeros of a whole number do
    not (2,500 → 100); of zero it is 1.
    """
    if text is not None and "." in text:
        return Decimal(1).scaleb(-len(text.rsplit(".", 1)[1]))
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1) if amount == 0 else Decimal(1).scaleb(int(exponent))


def word_at(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def scale_at(tokens: list[Token], at: int) -> tuple[int, int]:
    """The product of the scale words from tokens[at] on ("hundred thousand"), and the end."""
    scale = 1
    while (word := word_at(tokens, at)) in SCALES or (scale == 1 and word == "dozen"):
        larger = scale * (SCALES.get(word) or GROUPS[word])
        if larger > MAX_SCALE:
            break
        scale = larger
        at += 1
    return scale, at
