"""A report: one value of one figure, as one source or claim gives it. The engine's input."""

from __future__ import annotations

from dataclasses import dataclass

from .period import Period
from .quantity import Quantity
from .scope import Scope

NATURES = ("stock", "cumulative", "flow", "event-date", "ratio")
OBSERVATION = "observation"
INTENTIONS = ("plan", "pledge", "forecast")
MODALITIES = (OBSERVATION, *INTENTIONS)


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported, of what, when, where.

    id           stable name; explanations are sorted by it
    figure       key of the figure (subject and measure, without the scope); None: no figure
    nature       stock, cumulative, flow, event-date or ratio; None: no number
    quantity     the value; None where none is given. An event date's value is its `period`
    period       when it holds; None where no time is given at all
    scope        None: not stated, taken to be the other report's
    modality     observation, plan, pledge or forecast
    origin       who says so: the source of a correction, the maker of a plan
    additive     parts of it add up (counts of troops do, shares and ranks do not)
    window_days  two dates this close are one moment; None: the config's
    corrects     id of the report that this one explicitly corrects
    made         when it was said, to order one maker's plans; None: not known
    """

    id: str = ""
    figure: str | None = None
    nature: str | None = None
    quantity: Quantity | None = None
    period: Period | None = None
    scope: Scope | None = None
    modality: str = OBSERVATION
    origin: str | None = None
    additive: bool = True
    window_days: int | None = None
    corrects: str | None = None
    made: Period | None = None

    def __post_init__(self) -> None:
        if self.nature is not None and self.nature not in NATURES:
            raise ValueError(f"nature is one of {', '.join(NATURES)}, not ‘{self.nature}’")
        if self.modality not in MODALITIES:
            raise ValueError(f"modality is one of {', '.join(MODALITIES)}, not ‘{self.modality}’")

    @property
    def is_intention(self) -> bool:
        return self.modality in INTENTIONS

    @property
    def has_value(self) -> bool:
        """True where there is something to compare: a number, or the date of an event."""
        if self.nature == "event-date":
            return self.period is not None and not self.period.is_unknown
        return self.quantity is not None and not self.quantity.is_unknown

    @property
    def value_in_words(self) -> str:
        if self.nature == "event-date":
            return str(self.period) if self.period else "no date"
        return self.quantity.wording if self.quantity else "no value"
