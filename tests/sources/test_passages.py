"""Quoting a snapshot."""

import pytest

from sources.models import Passage
from sources.passages import QuoteError, passage_at, quote_passage

from .make import ingested

pytestmark = pytest.mark.django_db

TEXT = " In the north “300 men” left. In the south 300 men stayed; 15,000 others came."


@pytest.fixture
def snapshot():
    return ingested(TEXT).snapshot


def test_the_snapshots_own_words_are_stored(snapshot):
    passage = quote_passage(snapshot=snapshot, exact='north "300 men"\nleft')
    assert passage.exact == "north “300 men” left"
    assert (passage.start, passage.end) == (8, 28)
    assert (passage.prefix, passage.suffix) == (TEXT[:8], TEXT[28:60])
    assert passage.selector.exact == passage.exact


def test_the_same_quote_is_the_same_passage(snapshot):
    one = quote_passage(snapshot=snapshot, exact="300 men stayed")
    other = quote_passage(snapshot=snapshot, exact="300  men stayed")
    assert one == other
    assert Passage.objects.count() == 1


def test_a_quote_that_occurs_twice_needs_its_context(snapshot):
    with pytest.raises(QuoteError) as caught:
        quote_passage(snapshot=snapshot, exact="300 men")
    message = str(caught.value)
    assert "stands at 2 places" in message and "prefix or suffix" in message
    assert "In the north “»300 men«” left" in message
    assert "south »300 men« stayed" in message
    found = quote_passage(snapshot=snapshot, exact="300 men", prefix="In the south ")
    assert found.start == TEXT.rindex("300 men")


REFUSED = {
    "absent": ("9 men", "is not in the text"),
    "a changed digit": ("In the south 301 men stayed", "is not in the text"),
    "only similar": ("In the South 300 men stayed", "the nearest is at 30"),
    "a number cut in two": ("5,000 others", "the nearest is"),
    "empty": (" ", "the quote is empty"),
}


@pytest.mark.parametrize(("quote", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_quote_that_does_not_stand_there_is_refused_with_the_reason(snapshot, quote, why):
    with pytest.raises(QuoteError, match=why):
        quote_passage(snapshot=snapshot, exact=quote)
    assert not Passage.objects.exists()


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (5, 3), (0, 1000)])
def test_offsets_outside_the_text_are_refused(snapshot, start, end):
    with pytest.raises(QuoteError, match="not within the text"):
        passage_at(snapshot=snapshot, start=start, end=end)
