"""A feed and its entries, whatever the format. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.formats.claim_review import RATINGS
from claims.formats.site import Site

VERDICTS, CORRECTIONS = "verdicts", "corrections"

TITLES = {VERDICTS: "Verdicts", CORRECTIONS: "Corrections and withdrawals"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger.

    url   its permalink, which is its id too
    text  what was decided and why, in plain text of several lines
    at    RFC 3339
    """

    url: str
    title: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One page of a feed, the newest entry first.

    id     of the feed as a whole: the address of its first page
    url    of this page
    older  of the page that goes on; None on the last one
    at     of the last row that could be in it; an empty ledger has none
    """

    site: Site
    title: str
    id: str
    url: str
    older: str | None
    at: str | None
    entries: tuple[Entry, ...]


def title_of(what: str, figure: str | None, site: Site) -> str:
    about = f" on {figure}" if figure else ""
    return f"{TITLES[what]}{about} – {site.name}"


def entry(content: Mapping[str, Any], site: Site) -> Entry:
    """A row of the ledger as an entry, from its frozen content."""
    rating = RATINGS[content["rating"]][1]
    told = {
        "withdrawal": ("Withdrawn", "This verdict was taken back."),
        "correction": ("Corrected", rating),
        "verdict": (content["rating"].replace("-", " ").capitalize(), rating),
    }
    word, meaning = told[content["kind"]]
    lines = [meaning + ("" if meaning.endswith(".") else "."), f"Why: {content['reason']}"]
    if content["supersedes"] is not None:
        lines.append(f"It takes the place of {site.verdict(content['supersedes'])}")
    return Entry(
        url=site.verdict(content["number"]),
        title=f"{word}: {content['statement']}",
        text="\n".join(lines),
        at=content["at"],
    )
