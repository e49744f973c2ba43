"""Values, times and states in plain words, for people. Pure."""

from __future__ import annotations

from claims.consistency import Interval, Period, Quantity
from claims.consistency.interval import plain

REVIEW_REASONS = {
    "tension": "a source and the claim do not say the same, though both can be true in rounding",
    "time-uncertain": "whether a source speaks of the claim's time cannot be told for certain",
    "lost-anchor": "a quote is no longer found in the newest text of its document",
    "stale-verdict": "the evidence has changed since a reviewer's verdict",
    "reviewers-split": "reviewers disagree",
    "suggested-copy": "two sources may be copies of one another",
    "stance-differs": "a reviewer's stance is not what the comparison of the values finds",
    "sum-exceeds-whole": "the parts add up to more than the whole",
}
"""Why a person should look, by the engine's reason."""

CURRENCIES = {
    "current": "nothing later changes it",
    "outdated": "a later value differs",
    "stale": "said of the present, and nothing recent supports it",
    "undated": "its time is not known",
}
"""What each currency of a claim means."""

RELIABILITIES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""What a publisher's grade on the Admiralty scale means."""

_MODES = {
    "instant": "",
    "within": "some time within ",
    "throughout": "throughout ",
    "since": "since ",
    "cumulative": "in total up to ",
    "deadline": "by ",
}
_BASES = {
    "stated": "",
    "relative": " (relative to the text's own date)",
    "inferred": " (inferred by a reader)",
}


def interval_in_words(interval: Interval) -> str:
    """“4,500 to 5,500”, “more than 600”, “5,000”."""
    if interval.is_point:
        return plain(interval.low)
    if interval.low is None and interval.high is None:
        return "any value"
    if interval.high is None:
        low = plain(interval.low)
        return f"{low} or more" if interval.low_closed else f"more than {low}"
    if interval.low is None:
        high = plain(interval.high)
        return f"{high} or less" if interval.high_closed else f"less than {high}"
    low = plain(interval.low) if interval.low_closed else f"just over {plain(interval.low)}"
    high = plain(interval.high) if interval.high_closed else f"just under {plain(interval.high)}"
    return f"{low} to {high}"


def quantity_in_words(quantity: Quantity | None) -> str:
    """What a wording says and tolerates: “says 2,500 troops; tolerates 2,450 to 2,549”."""
    if quantity is None:
        return "no number"
    if quantity.reading is None or quantity.accept is None:
        return "says that the number is not known"
    unit = f" {quantity.unit}" if quantity.unit else ""
    says = f"says {interval_in_words(quantity.reading)}{unit}"
    if quantity.accept == quantity.reading:
        return f"{says}; tolerates nothing else"
    return f"{says}; tolerates {interval_in_words(quantity.accept)}"


def period_in_words(period: Period | None) -> str:
    """“by July 2020 (inferred by a reader)”."""
    if period is None or period.is_unknown:
        return "time unknown"
    mode = _MODES[period.mode]
    if period.earliest is None or period.latest is None:
        mode = ""  # “since …” and “until …” are the words of an open period already
    return f"{mode}{period}{_BASES[period.basis]}"


def reason_in_words(reason: str) -> str:
    """A reason for review in words; one that is not known here, as the engine spells it."""
    return REVIEW_REASONS.get(reason, reason)
