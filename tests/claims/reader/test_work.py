"""The work grows as the text does: every token is looked at a bounded number of times.

Nothing is timed. The texts are the kinds that make careless readers quadratic.
"""

import pytest

from claims.reader import page as page_module
from claims.reader import read_text
from claims.reader.tokens import Places, Tokens

MOST_LOOKS = 250
"""Looks at one token, on average, in the worst of these texts."""
UNITS = {
    "digits": "7 ",
    "digits with hyphens": "7-",
    "digits with slashes": "7/",
    "grouped digits": "1,",
    "number words": "one ",
    "tens and hyphens": "twenty-",
    "scales": "million ",
    "hundreds": "hundred and ",
    "articles": "a ",
    "halves": "half a ",
    "hedges": "about more than ",
    "hedged numbers": "at least about 5 ",
    "ranges": "5 to 6 to ",
    "changes": "from 5 to ",
    "months": "May June ",
    "dates": "5 May ",
    "years": "2020 ",
    "weekdays": "Sunday, ",
    "earlier years": "earlier this year ",
    "opening brackets": "[1",
    "currency signs": "$",
    "percent signs": "5%",
    "units": "5 m s m s ",
    "powers": "10^10^",
    "plus and minus": "5±",
    "shares": "one in two of ",
    "labels": "Articles 1, 2, ",
    "names": "Boeing 737 ",
    "nouns": "5 brave old men ",
    "speakers": "said officials 5 ",
    "according to": "according to the 5 ",
    "places": "in Iraq 5 ",
    "unknowns": "declined to say how ",
    "full stops": ". ",
    "initials": "A. 5 ",
    "quotation marks": "5\"'",
    "line ends": "5\n",
    "addresses": "http://a/5 ",
    "vague words": "tens of ",
    "letters": "x",
    "spaces": " ",
    "digits without end": "7",
    "commas": ",",
    "dashes": "-",
    "fixed spaces": "5\u00a0",
    "prices": "$5 ",
    "hundreds of one": "one hundred ",
    "dates without end": "5/5/",
    "rows with names": "a 5 6 7\n",
}


class Looks:
    """How many token texts are looked at."""

    count = 0


class CountedTexts(list):
    def __getitem__(self, at):
        got = super().__getitem__(at)
        Looks.count += len(got) if isinstance(at, slice) else 1
        return got


class CountedPlaces(Places):
    def __getitem__(self, at):
        Looks.count += 1
        return super().__getitem__(at)


class CountedTokens(Tokens):
    def __init__(self, lowered: str) -> None:
        super().__init__(lowered)
        self.texts = CountedTexts(self.texts)
        self.places = CountedPlaces(enumerate(self.texts))


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(page_module, "Tokens", CountedTokens)

    def count(text: str) -> int:
        Looks.count = 0
        read_text(text)
        return Looks.count

    return count


@pytest.mark.parametrize("unit", [pytest.param(text, id=name) for name, text in UNITS.items()])
def test_twice_the_text_is_twice_the_work(looks, unit: str) -> None:
    once, twice = looks(unit * 400), looks(unit * 800)
    assert twice <= 2.2 * once + 200


@pytest.mark.parametrize("unit", [pytest.param(text, id=name) for name, text in UNITS.items()])
def test_a_token_is_looked_at_a_bounded_number_of_times(looks, unit: str) -> None:
    text = unit * 400
    assert looks(text) <= MOST_LOOKS * max(1, len(Tokens(text.lower())))


def test_a_run_of_bare_numbers_is_data_and_costs_next_to_nothing(looks) -> None:
    rows = "12\t34.5\t678\n" * 400
    assert looks(rows) <= 3 * len(Tokens(rows))


def test_what_stands_next_to_a_run_of_data_is_read() -> None:
    found = [find.text for find in read_text(f"Of 300 men 12, {'7, ' * 60} and 9 boats sank.")]
    assert found == ["300", "12", "7", "9"]


def test_a_list_of_numbers_in_a_sentence_is_no_data() -> None:
    listed = ", ".join(str(number) for number in range(2, 32))
    assert len(read_text(f"Doses of {listed} mg were given.")) == 30
