"""Texts are cut into tokens with true offsets, and into sentences."""

import pytest

from claims.reader.page import Page


def texts(raw: str) -> list[str]:
    return list(Page(raw).texts)


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        ("1.39 million", ["1.39", "million"]),
        ("U.S.-led", ["u.s", ".", "-", "led"]),
        ("end.The", ["end", ".", "the"]),
        ("26/7/2021", ["26", "/", "7", "/", "2021"]),
        ("p >= .05", ["p", ">=", ".05"]),
        ("one\n\ntwo", ["one", "\n\n", "two"]),
    ],
)
def test_tokens(raw: str, tokens: list[str]) -> None:
    assert texts(raw) == tokens


def test_a_token_knows_where_it_stands_in_the_raw_text() -> None:
    raw = "  about\u00a05,000 men."
    page = Page(raw)
    assert [raw[t.start : t.end] for t in (page.token(i) for i in range(len(page.texts)))] == [
        "about",
        "5,000",
        "men",
        ".",
    ]


def sentences(raw: str) -> list[str]:
    page = Page(raw)
    found, at = [], 0
    while at < len(page.texts):
        first, end = page.sentence_of(at)
        found.append(page.raw_text(first, end).strip())
        at = end
    return found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Gen. John E. Dow spoke. All left.", ["Gen. John E. Dow spoke.", "All left."]),
        ("It cost 3.5 m. Then it grew.", ["It cost 3.5 m.", "Then it grew."]),
        ("He said “no.” She nodded.", ["He said “no.”", "She nodded."]),
        ("Attacks rose.[11] Then they fell.", ["Attacks rose.[11]", "Then they fell."]),
        ("A heading\nA paragraph", ["A heading", "A paragraph"]),
        (
            "This line was wrapped by hand at some fifty marks\nand so goes on. Next.",
            ["This line was wrapped by hand at some fifty marks\nand so goes on.", "Next."],
        ),
    ],
)
def test_sentences(raw: str, expected: list[str]) -> None:
    assert sentences(raw) == expected
