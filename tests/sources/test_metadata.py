"""What may stand in a sidecar, and how each mistake is named."""

from datetime import date

import pytest

from sources.dates import DateSpan
from sources.metadata import Metadata, MetadataError, overlaid, read_metadata, read_sidecar

SIDECAR = """
key: lake-report-2020-07
title: Boats on the lake
publisher: Valley Gazette
publisher_country: US
publisher_homepage: https://example.org/
publisher_reliability: B
publisher_reliability_reason: It corrects its errors in print.
publisher_aliases: [The Gazette]
authors: [A. Writer, B. Writer]
url: https://example.org/lake
language: en
published: 2020-07-15
published_basis: stated
text_basis: digest
origins: [Lake Wire]
"""


def test_a_whole_sidecar_is_read():
    assert read_sidecar(SIDECAR.encode()) == Metadata(
        key="lake-report-2020-07",
        title="Boats on the lake",
        publisher="Valley Gazette",
        publisher_country="US",
        publisher_homepage="https://example.org/",
        publisher_reliability="B",
        publisher_reliability_reason="It corrects its errors in print.",
        publisher_aliases=("The Gazette",),
        authors=("A. Writer", "B. Writer"),
        url="https://example.org/lake",
        language="en",
        published=DateSpan(date(2020, 7, 15), date(2020, 7, 15)),
        published_basis="stated",
        text_basis="digest",
        origins=("Lake Wire",),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "title:\n", "published: ~"])
def test_what_is_not_said_is_empty(text):
    assert read_sidecar(text.encode()) == Metadata()


JULY = DateSpan(date(2020, 7, 1), date(2020, 7, 31))
DATES = {
    "a month": ("2020-07", JULY),
    "a year, which YAML reads as a number": (
        "2020",
        DateSpan(date(2020, 1, 1), date(2020, 12, 31)),
    ),
    "two ends": ("{earliest: 2020-07-01, latest: 2020-07-31}", JULY),
    "two ends as months": ("{earliest: 2020-07, latest: '2020-07'}", JULY),
    "one end": ("{earliest: 2020-07-01}", DateSpan(date(2020, 7, 1), None)),
    "the other end unknown": (
        "{earliest: ~, latest: 2020-07-31}",
        DateSpan(None, date(2020, 7, 31)),
    ),
    "a time of day": (
        "2020-07-15T10:30:00",
        DateSpan(date(2020, 7, 15), date(2020, 7, 15)),
    ),
}


@pytest.mark.parametrize(("yaml", "span"), DATES.values(), ids=DATES.keys())
def test_publication_dates(yaml, span):
    assert read_sidecar(f"published: {yaml}".encode()).published == span


MISTAKES = {
    "a date in words": ("published: July 2020", "published", "is not a date"),
    "ends the wrong way round": (
        "published: {earliest: 2020-08-01, latest: 2020-07-01}",
        "published",
        "after the latest",
    ),
    "another end": ("published: {from: 2020}", "published", "known are earliest and latest"),
    "a country in full": ("publisher_country: Iraq", "publisher_country", "such as US"),
    "a country that is none": ("publisher_country: UK", "publisher_country", "GB"),
    "Norway": ("publisher_country: NO", "publisher_country", "in quotes"),
    "a grade outside the scale": (
        "publisher_reliability: G",
        "publisher_reliability",
        "one of A, B, C",
    ),
    "a grade without a reason": (
        "publisher_reliability: A",
        "publisher_reliability_reason",
        "say why",
    ),
    "an address without a scheme": ("url: example.org/x", "url", "such as https"),
    "a script for an address": ("url: 'javascript:alert(1)'", "url", "such as https"),
    "an address with a space": ("url: https://example.org/a b", "url", "such as https"),
    "a key with spaces": ("key: my report", "key", "letters, digits"),
    "a language by its name": ("language: in English", "language", "BCP 47"),
    "an unknown basis": ("text_basis: summary", "text_basis", "original, excerpt, digest"),
    "a list for a title": ("title: [a, b]", "title", "must be text, not list"),
    "a mapping for authors": ("authors: {a: b}", "authors", "list of names"),
    "an empty author": ("authors: ['']", "authors", "is empty"),
    "a title too long": (f"title: {'x' * 501}", "title", "501 characters"),
    "an unknown field": ("titel: x", "titel", "known are authors"),
    "not a mapping": ("- title", "sidecar", "must be a mapping"),
    "not YAML": ("title: [", "sidecar", "not YAML"),
    "a key that stands twice": ("title: a\ntitle: b", "sidecar", "stands twice"),
    "a list for a key": ("? [title]\n: x", "sidecar", "not YAML"),
    "a day that does not exist": ("published: 2020-02-30", "sidecar", "day is out of range"),
    "a Python object": ("title: !!python/object:os.system x", "sidecar", "not YAML"),
}


@pytest.mark.parametrize(("yaml", "field", "why"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_by_its_field(yaml, field, why):
    with pytest.raises(MetadataError) as caught:
        read_sidecar(yaml.encode())
    assert why in caught.value.problems[field]


def test_all_mistakes_are_named_at_once():
    with pytest.raises(MetadataError) as caught:
        read_metadata({"url": "x", "language": "?", "colour": "red", "title": "fine"})
    assert set(caught.value.problems) == {"url", "language", "colour"}


def test_bytes_that_are_no_text_are_named():
    with pytest.raises(MetadataError, match="not YAML"):
        read_sidecar(b"title: \xff\xfe\xff")


def test_flags_lie_over_the_sidecar():
    below, above = Metadata(title="a", language="en"), Metadata(title="b")
    assert overlaid(below, above) == Metadata(title="b", language="en")
