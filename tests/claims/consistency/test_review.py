"""Section 5: needs review is a flag with reasons."""

import pytest

from claims.consistency import ScopeOrder, Verdict, assess

from .rows import CLAIM, WITHOUT_NUMBER, row, stance, weigh


@pytest.mark.parametrize(
    ("rows", "reasons"),
    [
        pytest.param([row("e")], (), id="nothing to review"),
        pytest.param([row("e", "6,000")], ("tension",), id="tension"),
        pytest.param(
            [row("e", period="2020-07-15/2020-08-30")], ("time-uncertain",), id="time uncertain"
        ),
        pytest.param([row("e", marks={"lost_anchor": True})], ("lost-anchor",), id="lost anchor"),
        pytest.param([row("e", marks={"split": True})], ("reviewers-split",), id="split"),
        pytest.param(
            [row("e", marks={"suggested_copy": True})], ("suggested-copy",), id="suggested copy"
        ),
        pytest.param([row("e", stance="conflicts")], ("stance-differs",), id="stance differs"),
        pytest.param([row("e", stance="context")], ("stance-differs",), id="context, yet agrees"),
        pytest.param([row("e", stance="supports")], (), id="stance as computed"),
        pytest.param([row("e", "2,500", stance="conflicts")], (), id="conflict as computed"),
        pytest.param(
            [row("e", "2,500", "2021-07-26", stance="context")], (), id="context as computed"
        ),
        pytest.param(
            [row("a", marks={"lost_anchor": True}), row("b", stance="conflicts")],
            ("lost-anchor", "stance-differs"),
            id="reasons in one order",
        ),
        pytest.param(
            [row("e", stance="conflicts", state="proposed")], (), id="proposed raises nothing"
        ),
    ],
)
def test_reasons(rows, reasons):
    found = weigh(*rows)
    assert (found.reasons, found.needs_review) == (reasons, bool(reasons))


def test_a_stance_on_a_claim_without_number_differs_from_nothing():
    assert weigh(stance("e", "conflicts"), claim=WITHOUT_NUMBER).reasons == ()


def test_a_stale_verdict():
    seen = weigh(row("a")).fingerprint
    verdict = Verdict("single-source", "Ada", 1, seen)
    assert weigh(row("a"), verdicts=[verdict]).reasons == ()
    assert weigh(row("a"), row("b"), verdicts=[verdict]).reasons == ("stale-verdict",)


def test_live_verdicts_that_differ():
    seen = weigh(row("a")).fingerprint
    verdicts = [Verdict("single-source", "Ada", 1, seen), Verdict("refuted", "Ben", 2, seen)]
    assert weigh(row("a"), verdicts=verdicts).reasons == ("reviewers-split",)


def test_parts_that_exceed_their_whole():
    order = ScopeOrder(parts={"Iraq": ["north", "south"]})
    parts = [row("n", "4,000", scope="north"), row("s", "4,000", scope="south")]
    found = assess(CLAIM, parts, order=order)
    assert found.reasons == ("sum-exceeds-whole",)
    assert found.status == "unsupported"


def test_what_is_raised_outside_of_the_evidence():
    assert weigh(row("a"), raised=["reviewers-split"]).reasons == ("reviewers-split",)
    both = weigh(row("a", stance="conflicts"), raised=["reviewers-split"])
    assert both.reasons == ("reviewers-split", "stance-differs")
    assert both.fingerprint == weigh(row("a", stance="conflicts")).fingerprint


def test_a_reason_that_is_not_one_of_the_list_is_refused():
    with pytest.raises(ValueError, match="no reason for review: hunch"):
        weigh(row("a"), raised=["hunch"])
