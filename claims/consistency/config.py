"""The constants of the engine, in one versioned object.

Its version is part of every fingerprint: change a number here and every stored verdict is
known to have been given under other rules. Source: docs/consistency.md, "the constants".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

ENGINE_VERSION: Final = "1"
"""Version of the rules (the code). Raise it when a rule answers differently."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every number that a rule uses.

    Shares are fractions of one (0.05 is 5 %), times are days.
    """

    version: str
    hedge_share: Decimal
    """An approximate value tolerates at least this share of itself."""
    round_share: Decimal
    """Rounding never tolerates more than this share; a conflict under it is minor."""
    round_count_from: Decimal
    """Counts from here up may have been rounded; smaller ones are taken as counted."""
    window_days: int
    """Two levels reported within this many days are about the same moment."""
    stale_days: int
    """A claim about now whose newest support is older than this is stale."""
    copy_containment: Decimal
    """From this share of common shingles two texts are one origin."""


CONFIG: Final = Config(
    version="1",
    hedge_share=Decimal("0.05"),
    round_share=Decimal("0.10"),
    round_count_from=Decimal(100),
    window_days=30,
    stale_days=365,
    copy_containment=Decimal("0.8"),
)
