"""What has been read so far of one wording, and how it ends: one hedge, one unit, one quantity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from . import hedges, lexicon
from .interval import Interval
from .quantity import Quantity, WordingError, from_intervals
from .tokens import Token
from .units import COUNT, Unit, canonical_unit, same_dimension


class Phrases:
    """A table of phrases, found by their first word."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table
        self.first_words = frozenset(phrase.split()[0] for phrase in table)
        self.longest = max(len(phrase.split()) for phrase in table)


BEFORE = Phrases(lexicon.BEFORE)
AFTER = Phrases(lexicon.AFTER)
VAGUE = Phrases(lexicon.VAGUE)
FEW = Phrases(lexicon.FEW)


@dataclass
class Parse:
    """One wording under reading.

    text, tokens  its simplified text, and the tokens of it that are not dates
    discrete      as the caller said; None: judged by unit and digits
    hedges        names of the hedges met so far
    """

    wording: str
    text: str
    tokens: list[Token]
    discrete: bool | None
    given_unit: Unit | None
    hedges: list[str]
    unit: Unit | None = None
    counted: str | None = None

    def word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def phrase_at(self, at: int, phrases: Phrases) -> tuple[Any, int] | None:
        """The longest of the phrases that stands at tokens[at]: its value and its end."""
        if self.word(at) not in phrases.first_words:
            return None
        words = [t.text for t in self.tokens[at : at + phrases.longest]]
        for length in range(len(words), 0, -1):
            phrase = " ".join(words[:length])
            if phrase in phrases.table:
                return phrases.table[phrase], at + length
        return None

    def found_unit(self, unit: Unit | None) -> None:
        """Note a unit; two that do not go together are refused."""
        if unit is None:
            return
        if self.unit is not None and self.unit.name != unit.name:
            raise WordingError(
                f"‘{self.wording}’ is in two units, {self.unit.name} and {unit.name}; give one"
            )
        self.unit = unit

    def one_hedge(self, *, approx: bool) -> tuple[str, bool]:
        """The hedge that all words together amount to, and whether its number is approximate."""
        named = list(dict.fromkeys(self.hedges))
        strong = [h for h in named if h not in {"about", "bare"}]
        soft = "about" in named
        if not strong:
            return ("about" if soft or approx else "bare"), False
        if len(strong) > 1:
            raise WordingError(
                f"‘{self.wording}’ has hedges that do not go together: {', '.join(strong)}"
            )
        bound = strong[0] in hedges.LOWER_BOUNDS | hedges.UPPER_BOUNDS
        return strong[0], soft and bound

    def is_discrete(self, *amounts: Decimal) -> bool:
        unit = self._chosen_unit()
        whole = all(amount == amount.to_integral_value() for amount in amounts)
        if self.discrete and not whole:
            raise WordingError(f"‘{self.wording}’ is not a whole number, so it is not a count")
        if self.discrete is not None:
            return self.discrete
        return whole and not (unit and unit.continuous)

    def made(
        self, hedge: str, amount: Decimal | None, discrete: bool, pair: tuple[Interval, Interval]
    ) -> Quantity:
        unit = self._chosen_unit()
        return from_intervals(
            wording=self.wording,
            hedge=hedge,
            amount=amount,
            unit=unit.name if unit else None,
            discrete=discrete,
            pair=pair,
            counted=self.counted,
        )

    def _chosen_unit(self) -> Unit | None:
        """The wording's unit, which may not contradict the one that was given."""
        unit, given = self.unit, self.given_unit
        if unit is None or given is None:
            return unit or given
        base, _, per = unit.name.partition(" per ")
        of_base = canonical_unit(base)
        if per and of_base and (same_dimension(of_base, given) or of_base == COUNT):
            return given
        if not same_dimension(unit, given):
            raise WordingError(
                f"‘{self.wording}’ is in {unit.name}, but its unit was given as {given.name}"
            )
        return unit
