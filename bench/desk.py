"""How soon can a reviewer work on a long text? See bench/README.md.

python bench/desk.py [--characters 300000] [--passages 500] [--runs 5]
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Callable
from statistics import median

from scratch import scratch_database  # first: it sets Django up

from browser import browsing, served  # isort: skip
from django.contrib.auth.models import User  # isort: skip
from django.http import HttpResponse  # isort: skip
from django.urls import path  # isort: skip
from django.utils import timezone  # isort: skip
from django.utils.html import escape  # isort: skip
from playwright.sync_api import Page  # isort: skip

from claims.desk.paragraphs import paragraphs  # isort: skip
from claims.models import Claim, Evidence  # isort: skip
from factcheck import urls  # isort: skip
from sources.models import Document, Passage, Publisher, Snapshot  # isort: skip

SENTENCES = (
    "The ministry counted {n:,} soldiers at the northern post in July {year}.",
    "Nobody at the market had heard of the order, and the carts went on as before.",
    "About {n:,} people crossed the bridge before the flood, the mayor said.",
    "A second letter named {share} percent of the villages and gave no reason.",
    "The clerk wrote the sum of ${n:,} into the green book and closed it.",
)
"""Three in five have a number, so that there is much to underline."""

_INTERACTIVE = """name => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const mark = name && performance.getEntriesByName(name)[0].startTime;
    return Math.max(paint, mark || performance.getEntriesByType("navigation")[0].domInteractive);
}"""
_A_KEY = """key => new Promise(done => {
    const begun = performance.now();
    document.getElementById("desk-text").dispatchEvent(
        new KeyboardEvent("keydown", {key, bubbles: true}));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
})"""


def long_text(characters: int) -> str:
    """Paragraphs of five sentences; the same on every run."""
    chance = random.Random(1)
    parts: list[str] = []
    length = 0
    while length < characters:
        sentence = SENTENCES[len(parts) % len(SENTENCES)].format(
            n=chance.randrange(200, 90_000), year=chance.randrange(1990, 2024),
            share=chance.randrange(2, 98),
        )  # fmt: skip
        parts.append(sentence + ("\n\n" if len(parts) % 5 == 4 else " "))
        length += len(parts[-1])
    return "".join(parts)[:characters].rstrip()


def load(characters: int, passages: int) -> Document:
    """A document with so long a text, and passages of every stance spread over it."""
    text = long_text(characters)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document.objects.create(
        key="long", title="A long report", publisher=Publisher.objects.create(name="A press")
    )
    document.latest = Snapshot.objects.create(
        document=document, text=text, sha256=digest, media_type="text/plain", encoding="utf-8",
        original=text.encode(), original_sha256=digest, retrieved_at=timezone.now(),
        extractor="bench", extractor_version="1",
    )  # fmt: skip
    document.save()
    claims = [
        Claim.objects.create(key=f"claim-{n}", statement=f"The bridge was crossed, {n}.")
        for n in range(50)
    ]
    step = len(text) // passages
    for n in range(passages):
        start = text.index(". ", n * step) + 2 if n else 0
        end = text.index(".", start) + 1
        quote = Passage.objects.create(
            snapshot=document.latest, start=start, end=end, exact=text[start:end]
        )
        Evidence.objects.create(
            key=f"evidence-{n}", claim=claims[n % 50], passage=quote, state="accepted",
            stance=("supports", "conflicts", "context")[n % 3],
        )  # fmt: skip
    return document


def bare(request, key: str) -> HttpResponse:
    """The floor: the same text in the same paragraphs, and nothing else."""
    text = Document.objects.select_related("latest").get(key=key).latest.text
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs(text))
    return HttpResponse(f"<!DOCTYPE html><html lang=en><title>Bare</title><body>{body}")


urlpatterns = [path("bare/<slug:key>/", bare), *urls.urlpatterns]


def told(what: str, runs: int, measure: Callable[[], float]) -> None:
    """Print the median, after one run that fills the caches."""
    measure()
    times = sorted(measure() for _ in range(runs))
    print(f"  {what:<44} {median(times):7.0f} ms   ({times[0]:.0f} to {times[-1]:.0f})")


def opening(page: Page, address: str, mark: str | None) -> float:
    page.goto(address)
    if mark:
        page.wait_for_selector("[data-ready=numbers]")
    return page.evaluate(_INTERACTIVE, mark)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=300_000)
    parser.add_argument("--passages", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with scratch_database():
        document = load(asked.characters, asked.passages)
        with served("__main__") as url, browsing(url, User.objects.create_superuser("ada")) as page:
            print(f"{asked.characters:,} characters, {asked.passages:,} passages; from the click:")
            desk = f"/admin/desk/{document.key}/"
            told("a bare page (floor)", asked.runs, lambda: opening(page, "/bare/long/", None))
            told(
                "the desk: read, select, quote",
                asked.runs,
                lambda: opening(page, desk, "desk-text"),
            )
            told("the desk: every number underlined", asked.runs,
                 lambda: opening(page, desk, "desk-numbers"))  # fmt: skip
            for key, what in (("n", "a key: the next number"), ("j", "a key: the next passage")):
                told(f"{what}, painted", asked.runs, lambda key=key: page.evaluate(_A_KEY, key))


if __name__ == "__main__":
    main()
