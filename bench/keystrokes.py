"""How many keys does a reviewer press for one passage? See bench/README.md.

python bench/keystrokes.py FOLDER    a folder with the five articles that the fixtures retell
"""

from __future__ import annotations

import argparse
from pathlib import Path

from scratch import scratch_database  # first: it sets Django up

from browser import browsing, served  # isort: skip
from django.conf import settings  # isort: skip
from django.contrib.auth.models import User  # isort: skip
from django.core.management import call_command  # isort: skip
from playwright.sync_api import Page, expect  # isort: skip

from claims.models import Claim  # isort: skip
from sources.ingest import ingest_file  # isort: skip
from sources.models import Snapshot  # isort: skip
from tests.browser.reading_desk import Reader  # isort: skip

PASSAGES = {
    "1.39 million": "displaced-2020-06",
    "approximately 5,000": "us-troops-iraq-2020-07",
    "1,200": "other-coalition-troops-2020-07",
    "63 percent": "al-kadhimi-approval-63",
    "14 percent": "iran-reliable-14",
    "around 30 percent": "us-favourable-30",
    "half a million": "vaccine-half-a-million",
    "$155 million": "humanitarian-155-million",
    "at least 600": "protest-killed-600",
    "approximately 150": "attacks-iraq-syria-2024-01",
}
"""Ten numbers, each of which stands once in the articles, and the claim that each bears on."""


def keys_for(page: Page, number: str, claim: Claim) -> tuple[str, str, int]:
    """The keys from the number to its saved evidence, how the claim was found, pages loaded."""
    snapshot = Snapshot.objects.get(text__contains=number, document__text_basis="original")
    reader = Reader(page)
    reader.open(snapshot.document)
    reader.go_to(number)
    reader.keys.clear()
    reader.press("Enter")
    expect(page.locator(".desk-offer").first).to_be_visible()
    expect(page.locator("#desk-panel")).not_to_have_attribute("aria-busy", "true")
    how = _choose(reader, claim)
    reader.press("Enter")
    expect(page.locator("#desk-said")).to_contain_text("Saved on")
    assert claim.evidence.filter(passage__snapshot=snapshot).exists(), "saved on another claim"
    return " ".join(reader.keys), how, reader.loads


def _choose(reader: Reader, claim: Claim) -> str:
    """Bring the desk to the claim; says how likely the desk found it."""
    offers = reader.page.locator("input[name=claim]")
    ids = [int(one.get_attribute("value")) for one in offers.all()]
    checked = [n for n, one in enumerate(offers.all()) if one.is_checked()]
    if claim.pk not in ids:
        reader.press("/")
        reader.page.keyboard.type(claim.key)
        reader.keys += list(claim.key)
        expect(offers.first).to_have_value(str(claim.pk))
        return "searched for"
    at = ids.index(claim.pk)
    for _ in range(at - (checked[0] if checked else -1)):
        reader.press("ArrowDown")
    return "proposed and chosen" if checked == [at] else f"proposed, number {at + 1}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with scratch_database():
        settings.DEBUG, settings.DATABASE_URL = True, ""  # the demo is for one's own machine
        call_command("demo", verbosity=0)
        settings.DEBUG = False
        for path in sorted(folder.glob("*.txt")):
            ingest_file(path=path)
        with served() as url, browsing(url, User.objects.get(username="rana")) as page:
            print("From a number in the text to saved evidence, by the keyboard alone:")
            for number, key in PASSAGES.items():
                keys, how, loads = keys_for(page, number, Claim.objects.get(key=key))
                count = len(keys.split())
                print(f"  {number:<22}{count:>3} keys, {loads} pages loaded; {how}: {keys}")


if __name__ == "__main__":
    main()
