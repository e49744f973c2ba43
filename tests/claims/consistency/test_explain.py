"""Section 7: never free text alone, and one sentence for people per rule."""

import ast
import json
import re
from pathlib import Path

import pytest

from claims import consistency
from claims.consistency import Quote, ScopeOrder, relate
from claims.consistency.explain import relation_sentence
from claims.consistency.sentences import (
    NOT_COUNTED_SENTENCES,
    RELATION_SENTENCES,
    STATUS_SENTENCES,
)
from claims.consistency.status import STATUSES

from .rows import WITHOUT_NUMBER, row, stance, weigh
from .shown import report

ORDER = ScopeOrder({"Iraq": ["Iraq and Syria"]})
JULY, LATER = "2020-07-01/2020-07-31", "2021-07-26"
TOTAL = {"nature": "cumulative"}
FLOW = {"nature": "flow"}

SENTENCES = [
    pytest.param(
        report("approximately 5,000", JULY),
        report("2,500", LATER),
        "‘approximately 5,000’ (July 2020) is older than ‘2,500’ (26 July 2021); the number fell, "
        "it is not a contradiction.",
        id="superseded",
    ),
    pytest.param(
        report("5,000", JULY),
        report("2,500", JULY),
        "‘5,000’ (July 2020) and ‘2,500’ (July 2020) cannot both be true (50 % apart): "
        "they conflict.",
        id="conflict",
    ),
    pytest.param(
        report("5,200", JULY),
        report("approximately 5,000", JULY),
        "‘5,200’ (July 2020) lies within what ‘approximately 5,000’ (July 2020) allows: "
        "they agree.",
        id="agreement",
    ),
    pytest.param(
        report("5,200", "2020-07-15/2020-08-20"),
        report("approximately 5,000", JULY),
        "‘5,200’ (15 July 2020 to 20 August 2020) lies within what ‘approximately 5,000’ "
        "(July 2020) allows: they agree, though their dates may be apart.",
        id="agreement, time uncertain",
    ),
    pytest.param(
        report("600", "2020-01-31", **TOTAL),
        report("500", "2021-08-04", **TOTAL),
        "‘500’ (4 August 2021) is a later total than ‘600’ (31 January 2020) and yet smaller; "
        "a running total cannot fall: they conflict.",
        id="a total fell",
    ),
    pytest.param(
        report("200", "2020-03-01/2020-03-31", **FLOW),
        report("150", "2020-01-01/2020-12-31", **FLOW),
        "‘200’ (March 2020) covers part of the period of ‘150’ (2020), yet is greater: "
        "they conflict.",
        id="a part of the period exceeds",
    ),
    pytest.param(
        report("7,000", JULY, scope="Iraq"),
        report("5,000", JULY, scope="Iraq and Syria"),
        "‘7,000’ (July 2020) is part of what ‘5,000’ (July 2020) counts, yet is greater than the "
        "whole: they conflict.",
        id="a part of the scope exceeds",
    ),
    pytest.param(
        report("5,000", JULY, scope="Iraq"),
        report("5,000", JULY, scope="Syria"),
        "‘5,000’ (July 2020) for Iraq and ‘5,000’ (July 2020) for Syria cover different things and "
        "are not compared.",
        id="other scopes",
    ),
    pytest.param(
        report("2,500", "2021-01-15/2021-01-15 deadline", modality="plan"),
        report("5,000", JULY),
        "‘2,500’ (15 January 2021) is a plan; ‘5,000’ (July 2020) does not decide yet whether it "
        "came true.",
        id="a plan pends",
    ),
    pytest.param(
        report(None, "2020-01-03", nature="event-date"),
        report(None, "2020-01-04", nature="event-date"),
        "‘3 January 2020’ and ‘4 January 2020’ cannot be the same date: they conflict.",
        id="dates apart",
    ),
]


@pytest.mark.parametrize(("a", "b", "sentence"), SENTENCES)
def test_the_sentence_of_a_relation(a, b, sentence):
    assert relation_sentence(relate(a, b, ORDER), a, b) == sentence


@pytest.mark.parametrize(("a", "b", "sentence"), SENTENCES)
def test_told_from_the_other_side_it_says_the_same(a, b, sentence):
    """The two may change places; the values named and what follows from them may not."""
    swapped = relation_sentence(relate(b, a, ORDER), b, a)
    assert sorted(re.findall("‘.*?’", swapped)) == sorted(re.findall("‘.*?’", sentence))
    if "older" in sentence or "later total" in sentence or "part of" in sentence:
        assert swapped == sentence


def rule_ids_in_the_code() -> set[str]:
    """The rule given to every `Outcome(relation, rule, …)` in the engine's modules."""
    found = set()
    for path in Path(consistency.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_outcome = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Outcome"
            if is_outcome and len(node.args) > 1:
                strings = (n for n in ast.walk(node.args[1]) if isinstance(n, ast.Constant))
                found.update(n.value for n in strings if isinstance(n.value, str))
    return found


def test_every_rule_has_one_sentence_and_every_sentence_a_rule():
    rules = rule_ids_in_the_code() - {"scope."}
    rules |= {"scope.apart", "scope.overlapping", "date.same", "date.contained"}
    assert rules == set(RELATION_SENTENCES)


def test_every_status_has_a_sentence():
    assert set(STATUS_SENTENCES) == set(STATUSES)


def test_a_step_tells_all_that_it_was_judged_by():
    quote = Quote("about 5,200 soldiers", 103, 123, "A digest")
    found = weigh(row("a", "about 5,200", quote=quote, document="d", stance="supports"))
    step = found.explanation["steps"][0]
    assert step["quote"] == {
        "exact": "about 5,200 soldiers",
        "start": 103,
        "end": 123,
        "source": "A digest",
    }
    assert step["reading"] == {
        "low": "4940",
        "high": "5460",
        "low_closed": True,
        "high_closed": True,
    }
    assert {k: step[k] for k in ("id", "rule", "relation", "direction", "time")} == {
        "id": "a",
        "rule": "value.agree",
        "relation": "agrees",
        "direction": "a->b",
        "time": "same",
    }
    assert {k: step[k] for k in ("scope_relation", "document", "origin", "counts_as")} == {
        "scope_relation": "equal",
        "document": "d",
        "origin": "a",
        "counts_as": "supports",
    }


def test_steps_are_sorted_by_stable_id():
    found = weigh(row("c"), row("a", "2,500"), row("b", stance="context"))
    assert [step["id"] for step in found.explanation["steps"]] == ["a", "b", "c"]


@pytest.mark.parametrize("rule", sorted(NOT_COUNTED_SENTENCES))
def test_what_was_not_counted_says_so(rule):
    assert NOT_COUNTED_SENTENCES[rule].startswith("Not counted:")


def test_a_step_that_is_not_counted_says_by_which_rule():
    step = weigh(row("a", reliability="E")).explanation["steps"][0]
    assert step["not_counted"] == "not-counted.unreliable"
    assert step["sentence"].endswith("Not counted: its source is rated E; it is shown only.")


def test_a_stance_is_told_where_the_claim_has_no_number():
    step = weigh(stance("a", "conflicts"), claim=WITHOUT_NUMBER).explanation["steps"][0]
    assert step["sentence"] == "A reviewer judged that it conflicts with the claim."
    assert (step["rule"], step["relation"]) == ("stance.conflicts", None)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        pytest.param([], "No counted source supports or contradicts this claim.", id="none"),
        pytest.param(
            [row("a")], "One origin supports this claim; nothing contradicts it.", id="one"
        ),
        pytest.param(
            [row("a", reliability="F"), row("b", reliability="F")],
            "2 origins support this claim; nothing contradicts it. None of them is rated A to C, "
            "so it stays one step lower.",
            id="held back",
        ),
        pytest.param(
            [row("a"), row("b", "2,500")],
            "Sources disagree: one origin supports, one origin contradicts.",
            id="contested",
        ),
        pytest.param(
            [row("a", document="d"), row("b", "2,500", document="d")],
            "Sources disagree: no origins support, no origins contradict, one origin does both.",
            id="mixed",
        ),
    ],
)
def test_the_sentence_of_a_status(rows, sentence):
    assert weigh(*rows).explanation["sentence"] == sentence


def test_an_explanation_is_plain_data():
    found = weigh(row("a"), row("b", "2,500", "2021-07-26"))
    assert json.loads(json.dumps(found.explanation)) == found.explanation
