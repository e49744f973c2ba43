"""A piece of evidence: what a passage reports, who put it on file, and how it may count."""

from __future__ import annotations

from dataclasses import dataclass

from .report import Report

SUPPORTS, CONFLICTS, CONTEXT = "supports", "conflicts", "context"
STANCES = (SUPPORTS, CONFLICTS, CONTEXT)
ACCEPTED = "accepted"
STATES = ("proposed", ACCEPTED, "rejected", "withdrawn")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
"""NATO Admiralty scale of the source: A completely reliable … E unreliable, F cannot be judged."""
RELIABLE = frozenset("ABC")
UNRELIABLE = frozenset("DE")


@dataclass(frozen=True, slots=True)
class Quote:
    """Where the words stand: code points [start, end) of the source's raw text."""

    exact: str
    start: int | None = None
    end: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of evidence for one claim.

    report          what the passage reports; its id names this evidence
    stance          supports, conflicts or context, as the reviewer judged; None: not judged
    document        key of the document; None: not known, it counts as a document of its own
    origins         keys that make several rows one origin: named upstreams, one speaker's
                    statement, a group of near-duplicate texts
    reliability     of the source, A to F
    state           only accepted evidence is looked at
    lost_anchor     the quote is no longer found in the source's latest text
    suggested_copy  a weak sign of copying, for a person to judge
    split           reviewers who read it apart gave different stances
    """

    report: Report
    stance: str | None = None
    document: str | None = None
    origins: tuple[str, ...] = ()
    reliability: str = "F"
    state: str = ACCEPTED
    quote: Quote | None = None
    lost_anchor: bool = False
    suggested_copy: bool = False
    split: bool = False

    def __post_init__(self) -> None:
        for value, known, what in (
            (self.stance, (None, *STANCES), "stance"),
            (self.state, STATES, "state"),
            (self.reliability, RELIABILITIES, "reliability"),
        ):
            if value not in known:
                names = ", ".join(k for k in known if k)
                raise ValueError(f"{what} is one of {names}, not ‘{value}’")

    @property
    def id(self) -> str:
        return self.report.id
