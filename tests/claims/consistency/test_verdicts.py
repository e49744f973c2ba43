"""Section 5: verdicts are people's; the computed status stays beside them."""

import pytest

from claims.consistency import Verdict
from claims.consistency.verdicts import standing

from .rows import row, weigh


def given(*verdicts: tuple[str, int], live: bool = True, seen: str = "now") -> list[Verdict]:
    return [Verdict(status, f"person {order}", order, seen, live) for status, order in verdicts]


@pytest.mark.parametrize(
    ("verdicts", "reviewer", "effective", "disagrees", "reasons"),
    [
        pytest.param([], None, "refuted", False, (), id="none: the computed one"),
        pytest.param(given(("refuted", 1)), "refuted", "refuted", False, (), id="one, agreeing"),
        pytest.param(
            given(("contested", 1)), "contested", "contested", True, (), id="one, disagreeing"
        ),
        pytest.param(
            given(("refuted", 2), ("contested", 1)),
            *("refuted", "refuted", False, ("reviewers-split",)),
            id="the latest of two, found first",
        ),
        pytest.param(
            given(("contested", 1), ("contested", 2)),
            *("contested", "contested", True, ()),
            id="two alike",
        ),
        pytest.param(
            given(("contested", 1), live=False),
            *(None, "refuted", False, ()),
            id="withdrawn: the computed one",
        ),
        pytest.param(
            [*given(("refuted", 1)), *given(("contested", 2), live=False)],
            *("refuted", "refuted", False, ()),
            id="the latest that is live",
        ),
        pytest.param(
            given(("contested", 1), seen="then"),
            *("contested", "contested", True, ("stale-verdict",)),
            id="stale, and still effective",
        ),
    ],
)
def test_all_four_are_given(verdicts, reviewer, effective, disagrees, reasons):
    found = standing("refuted", "now", verdicts)
    assert found.computed == "refuted"
    assert (found.reviewer, found.effective, found.disagrees) == (reviewer, effective, disagrees)
    assert found.reasons == reasons


def test_a_verdict_never_changes_what_is_computed():
    alone, judged = weigh(row("a")), weigh(row("a"), verdicts=given(("refuted", 1)))
    assert judged.status == alone.status == "single-source"
    assert judged.explanation == alone.explanation
    assert judged.fingerprint == alone.fingerprint
    assert judged.standing.effective == "refuted"
