"""The files of one verdict, claim or figure: JSON for programs, HTML for people.

Links between pages are relative, so that a release works wherever it is put; those that are cited
lead to the publisher's permalinks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string

from claims.formats import annotation
from claims.formats.claim_review import RATINGS, claim_review
from claims.formats.site import Site

from .record import Row

Files = Iterator[tuple[str, bytes]]


def of_verdict(row: Row, site: Site) -> Files:
    """JSON as at the permalink, which never changes; the page tells what came after too."""
    name = f"verdicts/{row.number}"
    yield f"{name}.json", as_json(row.frozen)
    notes = annotation.of_verdict(row.content, site)
    address = f"{site.verdict(row.number)}#evidence"
    yield f"{name}.annotations.jsonld", as_json(annotation.page(notes, id=address))
    reviewed = row.content["kind"] != "withdrawal"
    if reviewed:
        yield f"{name}.jsonld", as_json(claim_review(row.content, site))
    told = _told(row) | {"reviewed": reviewed, "permalink": site.verdict(row.number)}
    yield f"{name}.html", _page("verdict", site, row=row, **told)


def of_claim(key: str, rows: list[Row], site: Site) -> Files:
    """What is published on a claim, and its whole history."""
    last = rows[-1]
    history = [
        {name: row.content[name] for name in ("number", "at", "kind", "rating", "reason")}
        for row in rows
    ]
    told = {
        "claim": key,
        "statement": last.content["statement"],
        "figure": last.content["figure"],
        "in_force": last.number if last.in_force else None,
        "verdict": last.frozen if last.in_force else None,
        "history": history,
    }
    yield f"claims/{key}.json", as_json(told)
    yield f"claims/{key}.html", _page("claim", site, key=key, row=last, rows=rows, **_told(last))


def of_figure(slug: str, rows: list[Row], value: int | None, site: Site) -> Files:
    """The series of a figure: every verdict in force.

    value  the number of the verdict with the newest verified value; None without one
    """
    series = [row for row in rows if row.in_force]
    last = rows[-1].content
    told = {
        "figure": slug,
        "nature": last["nature"],
        "series": last["series"],
        "value": value,
        "verdicts": [row.frozen for row in series],
    }
    yield f"figures/{slug}.json", as_json(told)
    shown = next((row for row in rows if row.number == value), None)
    page = _page("figure", site, slug=slug, content=last, rows=series, shown=shown)
    yield f"figures/{slug}.html", page


def of_index(site: Site, **told: Any) -> Files:
    yield "index.html", _page("index", site, depth="", **told)
    yield "style.css", render_to_string("release/style.css").encode()


def as_json(told: Any) -> bytes:
    return (json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _told(row: Row) -> dict[str, Any]:
    return {"content": row.content, "meaning": RATINGS[row.content["rating"]][1]}


def _page(template: str, site: Site, *, depth: str = "../", **told: Any) -> bytes:
    """depth  the way from the page to the release's own folder"""
    context = {"site": site, "depth": depth, **told}
    return render_to_string(f"release/{template}.html", context).encode()
