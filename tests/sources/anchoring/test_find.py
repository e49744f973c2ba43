"""Where a quote stands: the cases of the anchoring rules, in plain language."""

import pytest

from sources.anchoring import SearchableText, Span, anchor

TEXT = (
    " First line with a leading space.\n\n"
    "The ministry said “about 5,000 troops” were\u00a0in the country, and that the soldiers’ "
    "stay—agreed in 2014—would end.[12] Its spokes\xadman de\xad\nclined to give the infor-\n"
    "mation on long-\nterm plans.\r\nA ﬁnal tally of ٤٥ attacks and 1,200 wounded was given … "
    "in the cafe\u0301.\n"
    "In the north 300 people left. In the south 300 people left. It cost $5.2 million and 15,000 "
    "tents; 10² is not 102."
)


def outcome_and_words(quote: str, **context) -> tuple[str, str | None]:
    found = anchor(TEXT, quote, **context)
    return found.outcome, None if found.start is None else TEXT[found.start : found.end]


EXACT = {
    "plain words": "leading space.",
    "with the text's own leading space": " First line",
    "across a no-break space, as it is in the text": "were\u00a0in the country",
    "with its footnote mark": "would end.[12] Its",
    "digits of another script, as they are in the text": "٤٥ attacks",
    "a superscript": "10² is",
    "over a line break": "infor-\nmation",
}


@pytest.mark.parametrize("quote", EXACT.values(), ids=EXACT.keys())
def test_the_very_words_are_exact_at_their_offsets(quote):
    found = anchor(TEXT, quote)
    assert (found.outcome, found.start) == ("exact", TEXT.index(quote))
    assert TEXT[found.start : found.end] == quote


NORMALISED = {
    "straight for curly quotation marks": ('"about 5,000 troops"', "“about 5,000 troops”"),
    "single for double quotation marks": ("'about 5,000 troops'", "“about 5,000 troops”"),
    "guillemets": ("«about 5,000 troops»", "“about 5,000 troops”"),
    "straight apostrophe": ("the soldiers' stay", "the soldiers’ stay"),
    "space for no-break space": ("were in the country", "were\u00a0in the country"),
    "line break for space": ("The ministry\nsaid", "The ministry said"),
    "runs of white space": ("The \t ministry\r\n  said", "The ministry said"),
    "white space around the quote": ("  The ministry said\n", "The ministry said"),
    "hyphen for dash": ("stay-agreed in 2014", "stay—agreed in 2014"),
    "spaces around a dash, away from digits": ("stay — agreed", "stay—agreed"),
    "two hyphens for a dash": ("stay--agreed", "stay—agreed"),
    "footnote mark left out": ("would end. Its", "would end.[12] Its"),
    "soft hyphen left out": ("Its spokesman", "Its spokes\xadman"),
    "soft hyphen at a line's end": ("declined to", "de\xad\nclined to"),
    "word divided at a line's end": ("the information", "the infor-\nmation"),
    "compound divided at a line's end": ("long-term plans", "long-\nterm plans"),
    "ligature": ("final tally", "ﬁnal tally"),
    "digits of another script": ("45 attacks", "٤٥ attacks"),
    "three dots for an ellipsis": ("was given ... in", "was given … in"),
    "composed for decomposed accent": ("the caf\u00e9", "the cafe\u0301"),
    "zero-width space in the quote": ("wounded\u200b was", "wounded was"),
    "full-width digits in the quote": ("１,２００ wounded", "1,200 wounded"),
}


@pytest.mark.parametrize(("quote", "words"), NORMALISED.values(), ids=NORMALISED.keys())
def test_other_typography_is_normalised_onto_the_raw_words(quote, words):
    assert outcome_and_words(quote) == ("normalised", words)


NEVER_PLACED = {
    "one digit changed": "about 6,000 troops",
    "one digit changed, digits of another script": "٤٦ attacks",
    "one digit added": "about 15,000 troops",
    "one digit left out": "about 500 troops",
    "a footnote mark with another number": "would end.[13] Its",
    "thousands without their separator": "about 5000 troops",
    "another separator": "about 5.000 troops",
    "a space as separator": "about 5 000 troops",
    "a decimal point left out": "$52 million",
    "a superscript written as a digit": "102 is not",
    "other letter case": "The Ministry said",
    "a word left out": "The ministry about 5,000 troops were",
    "a word changed": "The ministry said less than 5,000 troops were in the country",
    "a number cut at its beginning": "5,000 tents",
    "a number cut at its end": "It cost $5",
    "a number cut at its separator": ",200 wounded",
    "an accent cut off": "in the cafe",
    "half a ligature": "inal tally",
}


@pytest.mark.parametrize("quote", NEVER_PLACED.values(), ids=NEVER_PLACED.keys())
def test_a_lookalike_is_never_exact_nor_normalised(quote):
    assert anchor(TEXT, quote).outcome in ("proposed", "absent")


CHANGED_DIGITS = {
    "in a short quote": "about 6,000 troops",
    "in a long quote": "The ministry said about 5,001 troops were in the country, and that",
    "in a year": "stay agreed in 2015 would end",
    "in a footnote mark": "would end.[13] Its",
    "decimal for whole": "It cost $52 million and 15,000 tents",
}


@pytest.mark.parametrize("quote", CHANGED_DIGITS.values(), ids=CHANGED_DIGITS.keys())
def test_a_changed_digit_is_not_even_proposed(quote):
    assert anchor(TEXT, quote).outcome == "absent"


PROPOSED = {
    "other letter case": ("the Ministry said", "The ministry said"),
    "a word left out": ("were in country, and that the soldiers", "were\u00a0in the country, and"),
    "thousands without separator": ("about 5000 troops", "about 5,000 troops"),
    "a word changed": ("A final tally of 45 assaults and 1,200", "ﬁnal tally of ٤٥ attacks and"),
}


@pytest.mark.parametrize(("quote", "like"), PROPOSED.values(), ids=PROPOSED.keys())
def test_a_similar_passage_with_the_same_numbers_is_proposed(quote, like):
    outcome, words = outcome_and_words(quote)
    assert outcome == "proposed"
    assert like in words


class TestAQuoteThatOccursTwice:
    first = TEXT.index("300 people")
    second = TEXT.index("300 people", first + 1)

    def test_is_ambiguous_without_context(self):
        found = anchor(TEXT, "300 people left")
        assert (found.outcome, found.start, found.end) == ("ambiguous", None, None)
        assert [one.start for one in found.candidates] == [self.first, self.second]

    @pytest.mark.parametrize(
        "context",
        [
            {"prefix": "In the south "},
            {"prefix": "south"},
            {"prefix": "south\n"},
            {"suffix": ". It cost"},
            {"prefix": "In the south ", "suffix": ". It cost"},
            {"prefix": "words that are nowhere ", "suffix": ". It cost"},
            {"start": second},
            {"prefix": "nowhere", "start": second},
        ],
        ids=lambda context: "+".join(context),
    )
    def test_is_told_apart_by_its_context(self, context):
        found = anchor(TEXT, "300 people left", **context)
        assert (found.outcome, found.start) == ("exact", self.second)

    @pytest.mark.parametrize(
        "context",
        [
            {"prefix": "words that are nowhere"},
            {"prefix": "In the east "},
            {"start": second + 1},
            {"prefix": "In the north ", "suffix": ". It cost"},
        ],
        ids=["nowhere", "another place", "near is not there", "sides contradict"],
    )
    def test_stays_ambiguous_when_the_context_tells_nothing(self, context):
        assert anchor(TEXT, "300 people left", **context).outcome == "ambiguous"

    def test_in_other_typography_is_told_apart_too(self):
        found = anchor(TEXT, "300\npeople left", prefix="In the\nsouth ")
        assert (found.outcome, found.start) == ("normalised", self.second)


def test_an_exact_occurrence_comes_before_a_normalised_one():
    text = "He said 'go'. She said “go”."
    assert anchor(text, "said 'go'").start == text.index("said 'go'")


def test_context_that_points_to_the_normalised_occurrence_wins():
    text = "He said 'go' at once. She said “go” later."
    found = anchor(text, "said 'go'", prefix="She ", suffix=" later")
    assert (found.outcome, found.start) == ("normalised", text.index("said “go”"))


def test_context_that_disagrees_does_not_unmake_a_single_occurrence():
    found = anchor(TEXT, "The ministry said", prefix="nothing like it")
    assert (found.outcome, found.context_agrees) == ("exact", False)


def test_a_number_cut_in_two_is_placed_only_where_the_caller_shows_it():
    at = TEXT.index("5,000 tents")
    assert anchor(TEXT, "5,000 tents").candidates == (Span(at, at + 11),)
    assert anchor(TEXT, "5,000 tents", start=at).outcome == "exact"
    assert anchor(TEXT, "5,000 tents", prefix="million and 1").outcome == "exact"


def test_a_number_cut_in_two_does_not_hide_a_whole_one():
    text = "First 15,000 men, then 5,000\u00a0men."
    found = anchor(text, "5,000 men")
    assert (found.outcome, found.start) == ("normalised", text.index("5,000\u00a0men"))


def test_context_on_the_other_side_does_not_excuse_a_cut():
    assert anchor("There were 5,120.", "120", suffix=".").outcome == "proposed"


def test_more_occurrences_than_are_listed_are_still_told_apart_by_context():
    text = "left . " * 1000 + "Then they left for good. " + "left . " * 1000
    assert anchor(text, "left", prefix="Then they ").start == text.index("left for good")
    assert anchor(text, "left\n", prefix="Then they ").start == text.index("left for good")


@pytest.mark.parametrize("quote", ["", " ", "\n\u00a0\u200b", "\u00ad"])
def test_a_quote_without_a_visible_character_is_refused(quote):
    with pytest.raises(ValueError, match="empty"):
        anchor(TEXT, quote)


def test_one_searchable_text_serves_many_quotes():
    searchable = SearchableText(TEXT)
    for quote, words in NORMALISED.values():
        found = anchor(searchable, quote)
        assert TEXT[found.start : found.end] == words
