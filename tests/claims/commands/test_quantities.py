"""`manage.py quantities FILE`: NDJSON with offsets into the raw text; clear words on failure."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def quantities(path: Path, *options: str) -> list[dict]:
    out = io.StringIO()
    call_command("quantities", str(path), *options, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(
        "\ufeff Last month “about 5,000” men left.\r\nOver two years, $3 m was lost.".encode()
    )
    return path


def test_each_find_is_one_line_with_the_fields_of_its_kind(page: Path) -> None:
    date, men, *_ = quantities(page, "--published", "15 July 2020")
    assert date == {
        "kind": "date",
        "start": 1,
        "end": 11,
        "text": "Last month",
        "hedge": None,
        "low": "2020-06-01",
        "high": "2020-06-30",
        "low_closed": True,
        "high_closed": True,
        "unit": None,
        "counted": None,
        "mode": "instant",
        "basis": "relative",
        "modality": "asserted",
        "speaker": None,
        "place": None,
    }
    assert men == {
        "kind": "quantity",
        "start": 13,
        "end": 24,
        "text": "about 5,000",
        "hedge": "about",
        "low": "4500",
        "high": "5500",
        "low_closed": True,
        "high_closed": True,
        "amount": "5000",
        "unit": None,
        "counted": "men",
        "role": None,
        "modality": "asserted",
        "speaker": None,
        "place": None,
    }


def test_offsets_count_the_raw_text_after_its_byte_order_mark(page: Path) -> None:
    raw = page.read_bytes().decode("utf-8-sig")
    for find in quantities(page):
        assert raw[find["start"] : find["end"]] == find["text"]


def test_without_a_publication_date_a_relative_date_has_no_bounds(page: Path) -> None:
    date = quantities(page)[0]
    assert (date["low"], date["high"], date["basis"]) == (None, None, "relative")
    assert (date["low_closed"], date["high_closed"]) == (False, False)


def test_an_end_that_is_infinite_or_unknown_is_null(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("More than 60% left. They declined to say how many stayed.", encoding="utf-8")
    more, unknown = quantities(path)
    assert (more["low"], more["high"], more["low_closed"]) == ("60", None, False)
    assert (unknown["hedge"], unknown["low"], unknown["high"]) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "No such file"),
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"5\0", "NUL"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(
    tmp_path: Path, data: bytes | None, words: str
) -> None:
    path = tmp_path / "bad.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CommandError) as refusal:
        quantities(path)
    assert "bad.txt" in str(refusal.value)
    assert words in str(refusal.value)


def test_a_publication_date_that_is_none_is_refused(page: Path) -> None:
    with pytest.raises(CommandError, match="--published: ‘soonish’ is not read as a date"):
        quantities(page, "--published", "soonish")
