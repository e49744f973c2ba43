"""Section 5: from counted origins to a status."""

import pytest

from claims.consistency.status import SWAPPED, Counted, Tally, status_of, tally

from .rows import WITHOUT_NUMBER, counts, row, stance, weigh
from .shown import report

TABLE = [
    pytest.param(0, 0, 0, "unsupported", id="nothing"),
    pytest.param(1, 0, 0, "single-source", id="one supports"),
    pytest.param(2, 0, 0, "corroborated", id="two support"),
    pytest.param(7, 0, 0, "corroborated", id="many support"),
    pytest.param(0, 1, 0, "challenged", id="one conflicts"),
    pytest.param(0, 2, 0, "refuted", id="two conflict"),
    pytest.param(1, 1, 0, "contested", id="one each"),
    pytest.param(5, 1, 0, "contested", id="a majority decides nothing"),
    pytest.param(0, 0, 1, "contested", id="one that does both"),
    pytest.param(2, 0, 1, "contested", id="support beside one that does both"),
    pytest.param(0, 2, 1, "contested", id="conflict beside one that does both"),
]


@pytest.mark.parametrize(("s", "x", "m", "status"), TABLE)
def test_the_table(s, x, m, status):
    both_reliable = Tally(s, x, m, reliable_support=True, reliable_conflict=True)
    assert status_of(both_reliable) == status


@pytest.mark.parametrize(("s", "x", "m", "status"), TABLE)
def test_the_same_table_from_evidence(s, x, m, status):
    rows = [
        *(row(f"s{i}", "5,200") for i in range(s)),
        *(row(f"x{i}", "2,500") for i in range(x)),
        *(row(f"m{i}{w}", w, document=f"m{i}") for i in range(m) for w in ("5,200", "2,500")),
    ]
    found = weigh(*rows)
    assert (found.status, counts(found)) == (status, (s, x, m))


@pytest.mark.parametrize(("s", "x", "m", "status"), TABLE)
def test_the_same_table_from_stances_where_the_claim_has_no_number(s, x, m, status):
    rows = [
        *(stance(f"s{i}", "supports") for i in range(s)),
        *(stance(f"x{i}", "conflicts") for i in range(x)),
        *(
            stance(f"m{i}{j}", j, document=f"m{i}")
            for i in range(m)
            for j in ("supports", "conflicts")
        ),
    ]
    found = weigh(*rows, claim=WITHOUT_NUMBER)
    assert (found.status, counts(found)) == (status, (s, x, m))


@pytest.mark.parametrize(
    ("grades", "status"),
    [
        pytest.param("AA", "corroborated", id="two reliable"),
        pytest.param("CF", "corroborated", id="one of A to C is enough"),
        pytest.param("FF", "single-source", id="none of A to C: one step lower"),
        pytest.param("FFFF", "single-source", id="however many"),
        pytest.param("F", "single-source", id="one that cannot be judged"),
        pytest.param("BD", "single-source", id="D is not counted"),
        pytest.param("DE", "unsupported", id="D and E alone"),
    ],
)
@pytest.mark.parametrize("against", [False, True], ids=["support", "conflict"])
def test_reliability(grades, status, against):
    wording = "2,500" if against else "5,200"
    found = weigh(*(row(f"e{i}", wording, reliability=g) for i, g in enumerate(grades)))
    assert found.status == (SWAPPED[status] if against else status)


def test_an_origin_is_as_reliable_as_its_best_document():
    rows = [Counted("o", "supports", "F"), Counted("o", "supports", "A"), Counted("p", "supports")]
    assert tally(rows) == Tally(supports=2, reliable_support=True)


def test_a_reliable_conflict_does_not_vouch_for_the_support():
    rows = [Counted("a", "supports"), Counted("b", "supports"), Counted("c", "conflicts", "A")]
    assert tally(rows) == Tally(2, 1, 0, reliable_support=False, reliable_conflict=True)


@pytest.mark.parametrize(
    ("evidence", "rule"),
    [
        pytest.param(row("e", "declined to say"), "not-counted.not-comparable", id="unknown"),
        pytest.param(row("e", scope="Syria"), "not-counted.not-comparable", id="another scope"),
        pytest.param(row("e", figure="x"), "not-counted.not-comparable", id="another figure"),
        pytest.param(row("e", "more than 5,000"), "not-counted.compatible", id="compatible only"),
        pytest.param(row("e", "6,000"), "not-counted.compatible", id="tension decides nothing"),
        pytest.param(row("e", "thousands"), "not-counted.weaker-than-claim", id="says less"),
        pytest.param(row("e", period="2021-07-26"), "not-counted.supersedes", id="of another time"),
        pytest.param(row("e", stance="context"), "not-counted.context", id="filed as context"),
        pytest.param(row("e", reliability="E"), "not-counted.unreliable", id="unreliable"),
        pytest.param(row("e", modality="plan"), "not-counted.pending", id="a plan"),
    ],
)
def test_what_leaves_s_and_x_alone_and_by_which_rule(evidence, rule):
    found = weigh(evidence, row("other"))
    assert counts(found) == (1, 0, 0)
    step = next(s for s in found.explanation["steps"] if s["id"] == "e")
    assert step["not_counted"] == rule
    assert found.explanation["not_counted"] == ["e"]


def test_evidence_that_says_less_than_the_claim_does_not_support_it():
    """ "At least 600" agrees with "650", but it is 650 that supports the bound."""
    claim = report("650", "2020-07-15", id="claim", scope="Iraq")
    found = weigh(row("e", "at least 600", "2020-07-15"), claim=claim)
    assert counts(found) == (0, 0, 0)
    assert found.explanation["steps"][0]["not_counted"] == "not-counted.weaker-than-claim"


@pytest.mark.parametrize("state", ["proposed", "rejected", "withdrawn"])
def test_only_accepted_evidence_is_looked_at(state):
    found = weigh(row("e", state=state))
    assert (found.status, found.explanation["steps"]) == ("unsupported", [])


@pytest.mark.parametrize("judged", ["context", None])
def test_without_a_number_context_and_no_stance_count_for_nothing(judged):
    assert counts(weigh(stance("e", judged), claim=WITHOUT_NUMBER)) == (0, 0, 0)


def test_a_corrected_report_stops_counting():
    agency = {"origin": "Agency"}
    wrong = row("wrong", "2,500", **agency)
    right = row("right", "5,200", corrects="wrong", **agency)
    found = weigh(wrong, right)
    assert (found.status, counts(found)) == ("single-source", (1, 0, 0))
    assert found.explanation["not_counted"] == ["wrong"]


def test_another_sources_correction_stops_nothing():
    wrong = row("wrong", "2,500", origin="Agency")
    right = row("right", "5,200", origin="Rival", corrects="wrong")
    assert weigh(wrong, right).status == "contested"


def test_two_rows_of_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        weigh(row("e"), row("e"))
