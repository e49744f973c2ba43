"""What must hold of anchoring for every text."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

from sources.anchoring import anchor, normalise
from sources.anchoring.numbers import cuts_through

PIECES = st.sampled_from(
    [
        *"abcé",
        *" \u00a0\n\t",
        *"“”\"'’–—-…",
        *"0123456789",
        *".,[]()$%",
        "[12]",
        "\u00ad",
        "\u200b",
        "-\n",
        "ﬁ",
        "e\u0301",
        "٥",
        "²",
        "½",
        "Å",
        "5,000",
        "words",
        "The ",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
ANY_TEXTS = st.text(min_size=1, max_size=60)


@st.composite
def quoted(draw, texts=TEXTS):
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, start, end


def visible(quote: str) -> bool:
    return bool(normalise(quote, marks="keep").text)


@given(quoted(st.one_of(TEXTS, ANY_TEXTS)))
def test_every_part_of_a_text_is_found_where_it_stands(case):
    text, start, end = case
    assume(visible(text[start:end]))
    found = anchor(text, text[start:end], start=start)
    assert (found.outcome, found.start, found.end) == ("exact", start, end)


@given(quoted(st.one_of(TEXTS, ANY_TEXTS)))
def test_a_part_that_occurs_once_is_found_without_context(case):
    text, start, end = case
    quote = text[start:end]
    assume(visible(quote) and text.find(quote) == text.rfind(quote))
    assume(not cuts_through(text, start) and not cuts_through(text, end))
    found = anchor(text, quote)
    assert (found.outcome, found.start, found.end) == ("exact", start, end)


@given(quoted(), st.data())
@example(("5", 0, 1), None)
def test_a_changed_digit_is_never_exact_nor_normalised(case, data):
    text, start, end = case
    quote = text[start:end]
    digits = [at for at, char in enumerate(quote) if char.isdecimal()]
    assume(digits)
    if data is None:
        changed = "6"
    else:
        at = data.draw(st.sampled_from(digits))
        digit = data.draw(st.sampled_from([d for d in "0123456789" if int(d) != int(quote[at])]))
        changed = quote[:at] + digit + quote[at + 1 :]
    found = anchor(text, changed, start=start)
    # What is found elsewhere in the text must be a true occurrence, digit by digit.
    if found.outcome in ("exact", "normalised"):
        there = text[found.start : found.end]
        assert found.start != start or found.end != end
        with_marks = "keep" if "[" in changed else "drop"
        assert _digits(there, with_marks) == _digits(changed, with_marks)


@given(quoted())
def test_what_is_found_reads_as_the_quote_does(case):
    text, start, end = case
    quote = " " + text[start:end].replace(" ", "\u00a0\n").replace("’", "'") + "\t"
    assume(visible(quote))
    found = anchor(text, quote)
    if found.outcome in ("exact", "normalised"):
        there = text[found.start : found.end]
        copies = {
            normalise(there, marks=marks, hyphens=hyphens).text
            for marks in ("drop", "keep")
            for hyphens in ("join", "keep")
        }
        wanted = {
            normalise(quote, marks=marks, hyphens=hyphens).text
            for marks in ("drop", "keep")
            for hyphens in ("join", "keep")
        }
        assert copies & wanted


@given(st.one_of(TEXTS, ANY_TEXTS), st.sampled_from(["drop", "keep"]))
def test_the_map_back_is_in_order_and_within_the_text(text, marks):
    copy = normalise(text, marks=marks)
    assert len(copy.text) == len(copy.starts) == len(copy.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(copy.starts, copy.ends, strict=True))
    assert copy.starts == sorted(copy.starts) and copy.ends == sorted(copy.ends)


@given(st.one_of(TEXTS, ANY_TEXTS))
def test_the_search_copy_has_no_idle_spaces(text):
    copy = normalise(text).text
    assert copy == copy.strip(" ") and "  " not in copy


def _digits(text: str, marks) -> str:
    return "".join(char for char in normalise(text, marks=marks).text if char.isdecimal())
