"""What becomes of passages when the text has a new version."""

import pytest

from sources.models import Anchoring, Passage
from sources.passages import accept_proposal, quote_passage

from .make import ingested

pytestmark = pytest.mark.django_db

OLD = (
    "Report on the garrison.\n\n"
    "The ministry said that about 5,000 troops were in the valley in July. "
    "It declined to name the bases. The northern post had 300 men, the southern post 120."
)
QUOTE = "about 5,000 troops were in the valley"

CASES = {
    "nothing near it changed": (OLD + " More followed.", QUOTE, "kept"),
    "text was put in before it": (OLD.replace("Report", "A full report"), QUOTE, "moved"),
    "its white space changed": (
        OLD.replace("were in", "were\u00a0in").replace("that about", "that  about"),
        QUOTE,
        "moved",
    ),
    "a digit changed": (OLD.replace("5,000", "6,000"), QUOTE, "lost"),
    "a digit changed, other words stayed": (OLD.replace("5,000", "5,200"), QUOTE, "lost"),
    "the separator of thousands changed": (OLD.replace("5,000", "5000"), QUOTE, "lost"),
    "a word changed": (OLD.replace("were in the valley", "stood in the valley"), QUOTE, "lost"),
    "the sentence went": (OLD.replace(OLD.split("\n\n")[1][:70], ""), QUOTE, "lost"),
    "a short quote stayed in its place": (OLD + " More.", "300 men", "kept"),
    "a short quote moved with its sentence": ("First, " + OLD, "300 men", "moved"),
    "a short quote's words stand in another sentence only": (
        OLD.replace("The northern post had 300 men", "The north was empty")
        + " Elsewhere, 300 men had left long ago.",
        "300 men",
        "lost",
    ),
    "a short quote stands a second time, the first with its context": (
        "A dispatch: 300 men left. " + OLD,
        "300 men",
        "moved",
    ),
    "a number grew by a digit in its place": (OLD.replace("120", "1205"), "post 120", "lost"),
    "a number grew by a digit before it": (OLD.replace("120", "9120"), "120", "lost"),
    "a number became part of a larger one": (OLD.replace("120", "5,120"), "120", "lost"),
}


@pytest.mark.parametrize(("new", "quote", "outcome"), CASES.values(), ids=CASES.keys())
def test_a_passage_is_kept_moved_or_lost(new, quote, outcome):
    passage = quote_passage(snapshot=ingested(OLD).snapshot, exact=quote)
    result = ingested(new)
    row = Anchoring.objects.get()
    assert result.anchorings == [row]
    assert (row.passage, row.snapshot, row.outcome) == (passage, result.snapshot, outcome)
    if outcome == "lost":
        assert row.found is None and row.reason
        assert list(Passage.objects.current_lost()) == [passage]
    else:
        assert row.found.snapshot == result.snapshot
        assert row.found.exact == new[row.found.start : row.found.end]
        assert (row.found.start == passage.start) == (outcome == "kept")
        assert not Passage.objects.current_lost().exists()
    assert Passage.objects.get(pk=passage.pk).exact == quote


def test_a_changed_digit_leaves_no_proposal():
    quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    ingested(OLD.replace("5,000", "6,000"))
    assert Anchoring.objects.get().proposal_start is None


def test_changed_words_leave_a_proposal_that_a_person_may_accept(heard):
    passage = quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    new = OLD.replace("were in the valley", "stood in the valley")
    ingested(new)
    row = Anchoring.objects.get()
    assert new[row.proposal_start : row.proposal_end] == "about 5,000 troops stood in the valley"
    heard.clear()

    accepted = accept_proposal(anchoring=row, reason="The same sentence, reworded.")

    assert (accepted.outcome, accepted.proposal_start) == ("moved", None)
    assert accepted.found.exact == "about 5,000 troops stood in the valley"
    assert "The same sentence, reworded." in accepted.reason
    assert not Passage.objects.current_lost().exists()
    assert [change.passages for change in heard] == [{passage.pk}]
    with pytest.raises(ValueError, match="no proposal"):
        accept_proposal(anchoring=row, reason="Again.")


def test_a_proposal_is_not_accepted_without_a_reason():
    quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    ingested(OLD.replace("were in the valley", "stood in the valley"))
    with pytest.raises(ValueError, match="say why"):
        accept_proposal(anchoring=Anchoring.objects.get(), reason=" ")


def test_a_lost_passage_is_found_again_when_the_text_returns():
    passage = quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    ingested(OLD.replace("5,000", "6,000"))
    assert list(Passage.objects.current_lost()) == [passage]
    ingested(OLD)
    assert not Passage.objects.current_lost().exists()
    assert Passage.objects.with_current_outcome().get(pk=passage.pk).current_outcome is None


def test_passages_of_every_older_version_are_followed():
    first = quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    second_text = OLD.replace("5,000", "6,000")
    second = quote_passage(snapshot=ingested(second_text).snapshot, exact="about 6,000 troops")
    ingested("Once more. " + second_text)
    outcomes = dict(
        Passage.objects.with_current_outcome()
        .filter(pk__in=[first.pk, second.pk])
        .values_list("pk", "current_outcome")
    )
    assert outcomes == {first.pk: "lost", second.pk: "moved"}


def test_a_text_that_stays_is_not_anchored_again():
    quote_passage(snapshot=ingested(OLD).snapshot, exact=QUOTE)
    ingested(OLD)
    assert not Anchoring.objects.exists()


def test_a_whole_text_quoted_has_no_context_to_agree():
    passage = quote_passage(snapshot=ingested("Forty boats").snapshot, exact="Forty boats")
    ingested("Forty boats. And no more.")
    assert Anchoring.objects.get(passage=passage).outcome == "kept"


def test_a_whole_text_that_became_a_larger_number_is_lost():
    passage = quote_passage(snapshot=ingested("120").snapshot, exact="120")
    ingested("1205")
    assert Anchoring.objects.get(passage=passage).outcome == "lost"
