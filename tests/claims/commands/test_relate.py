"""`manage.py relate`."""

import pytest

from .lines import lines, run

JULY = {"earliest": "2020-07-01", "latest": "2020-07-31", "mode": "instant"}


def relate(a, b, monkeypatch, first=None):
    given = [first] if first else []
    answers, code = run("relate", lines(*given, {"a": a, "b": b}), monkeypatch)
    assert len(answers) == 1
    return answers[0] | {"code": code}


def test_the_whole_answer(monkeypatch):
    troops = {
        "figure": "US troops in Iraq",
        "nature": "stock",
        "unit": "troops",
        "scope": {"geography": "Iraq", "population": "US troops", "role": None},
        "modality": "observation",
        "additive": True,
    }
    a = {**troops, "wording": "approximately 5,000", "period": JULY, "origin": "ACW"}
    day = {"earliest": "2021-07-26", "latest": "2021-07-26", "mode": "instant"}
    b = {**troops, "low": 2500, "high": "2500", "period": day, "origin": "ACRPS"}
    assert relate(a, b, monkeypatch) == {
        "relation": "supersedes",
        "direction": "b->a",
        "tension": False,
        "time": "before",
        "time_uncertain": False,
        "scope": "equal",
        "change": "decrease",
        "gap": None,
        "minor": None,
        "rules": ["time.later"],
        "explanation": "‘approximately 5,000’ (July 2020) is older than ‘2,500’ (26 July 2021); "
        "the number fell, it is not a contradiction.",
        "code": 0,
    }


@pytest.mark.parametrize(("b", "minor"), [("2,500", False), ("4,600", None), ("4,000", False)])
def test_a_conflict_has_its_gap(b, minor, monkeypatch):
    found = relate({"wording": "5,000"}, {"wording": b}, monkeypatch)
    assert found["minor"] is (minor if found["relation"] == "conflicts" else None)


def test_a_small_gap_is_minor(monkeypatch):
    found = relate({"wording": "63 percent"}, {"wording": "61 percent"}, monkeypatch)
    assert (found["relation"], found["gap"], found["minor"]) == ("conflicts", "0.0317", True)


NESTED = (
    {"wording": "7,000", "scope": {"geography": "Iraq"}},
    {"wording": "5,000", "scope": {"geography": "Iraq and Syria"}},
)
WITHIN = {"within": {"Iraq": ["Iraq and Syria"]}}


def test_the_scope_order_is_declared_in_a_first_line_which_has_no_answer(monkeypatch):
    assert relate(*NESTED, monkeypatch)["relation"] == "not-comparable"
    assert relate(*NESTED, monkeypatch, first=WITHIN)["relation"] == "conflicts"


def test_a_later_declaration_holds_from_there_on(monkeypatch):
    pair = {"a": NESTED[0], "b": NESTED[1]}
    answers, _ = run("relate", lines(pair, WITHIN, pair, {"within": {}}, pair), monkeypatch)
    assert [a["relation"] for a in answers] == ["not-comparable", "conflicts", "not-comparable"]


def test_a_line_may_declare_its_own_order(monkeypatch):
    pair = {"a": NESTED[0], "b": NESTED[1]}
    answers, _ = run("relate", lines({**pair, **WITHIN}, pair), monkeypatch)
    assert [a["relation"] for a in answers] == ["conflicts", "not-comparable"]


def test_an_order_that_contradicts_itself_is_a_bad_line(monkeypatch):
    answers, code = run("relate", lines({"within": {"a": ["b"], "b": ["a"]}}), monkeypatch)
    assert "would lie within itself" in answers[0]["error"]
    assert (answers[0]["line"], code) == (1, 1)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param({"wording": "more than 7"}, {"wording": "7.5"}, "agrees", id="7.5 > 7"),
        pytest.param({"wording": "less than 8"}, {"wording": "7.9"}, "agrees", id="7.9 < 8"),
        pytest.param({"low": 5200}, {"wording": "5.2 thousand"}, "agrees", id="a number in JSON"),
        pytest.param({"low": "5.5", "high": 6}, {"wording": "5.7"}, "agrees", id="mixed numbers"),
        pytest.param(
            {"wording": "5.2 million"}, {"wording": "$5.2 million"}, "agrees", id="the other's unit"
        ),
        pytest.param(
            {"wording": "5.2 million", "unit": "EUR"},
            {"wording": "$5.2 million"},
            "not-comparable",
            id="another unit",
        ),
        pytest.param(
            {"wording": "41 members"}, {"wording": "41 percent"}, "not-comparable", id="a trap"
        ),
        pytest.param(
            {"wording": "41", "nature": "stock"},
            {"wording": "41 percent", "nature": "stock"},
            "not-comparable",
            id="a count is no percentage",
        ),
        pytest.param(
            {"wording": "41", "nature": "ratio"},
            {"wording": "41 percent", "nature": "ratio"},
            "agrees",
            id="a ratio without its sign",
        ),
        pytest.param(
            {"wording": "5,000", "scope": {}},
            {"wording": "5,000", "scope": {"geography": "Iraq"}},
            "agrees",
            id="an empty scope is none",
        ),
        pytest.param(
            {"wording": "5,000", "nature": "STOCK"},
            {"wording": "5,000", "modality": "Observation"},
            "agrees",
            id="in other letters",
        ),
        pytest.param(
            {"nature": "event-date", "low": "2020-01-03", "high": "2020-01-03"},
            {"nature": "event date", "low": "2020-01-01", "high": "2020-01-31"},
            "agrees",
            id="event dates",
        ),
        pytest.param(
            {"nature": "event_date", "wording": "late August 2020"},
            {"nature": "event-date", "period": JULY},
            "conflicts",
            id="event dates in words, or as a period",
        ),
        pytest.param(
            {"wording": "5,000", "period": "July 2020"},
            {"wording": "2,500", "period": JULY},
            "conflicts",
            id="a period in words",
        ),
        pytest.param(
            {"wording": "declined to say"}, {"wording": "5,000"}, "not-comparable", id="unknown"
        ),
        pytest.param({"low": None, "high": 600}, {"wording": "650"}, "conflicts", id="at most"),
        pytest.param({"high": 600}, {"wording": "at most 600"}, "agrees", id="no low end is 0"),
        pytest.param(
            {"wording": "2,500", "id": "new", "corrects": "old"},
            {"wording": "5,000", "id": "old"},
            "supersedes",
            id="a correction, by ids",
        ),
    ],
)
def test_reports_as_people_write_them(a, b, relation, monkeypatch):
    assert relate(a, b, monkeypatch)["relation"] == relation
    assert relate(b, a, monkeypatch)["relation"] == relation


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param({"a": {}}, "b: an object is expected", id="no b"),
        pytest.param({"a": "5,000", "b": {}}, "a: an object is expected", id="a is text"),
        pytest.param({"a": {"wordign": "5"}, "b": {}}, "a: wordign: unknown field", id="misspelt"),
        pytest.param({"a": {"wording": 5}, "b": {}}, "a: wording: text is expected", id="wording"),
        pytest.param(
            {"a": {"wording": "5", "low": 5}, "b": {}}, "not both", id="wording and bounds"
        ),
        pytest.param({"a": {"low": 6, "high": 5}, "b": {}}, "low (6) is greater", id="backwards"),
        pytest.param({"a": {"low": "many"}, "b": {}}, "a: low: ‘many’ is not a number", id="low"),
        pytest.param({"a": {"low": "NaN"}, "b": {}}, "not a finite number", id="NaN as text"),
        pytest.param({"a": {"low": True}, "b": {}}, "a: low: a number", id="a truth value"),
        pytest.param({"a": {"low": "1e999999999"}, "b": {}}, "more than 24 digits", id="huge"),
        pytest.param({"a": {"low": 10**30}, "b": {}}, "more than 24 digits", id="long"),
        pytest.param({"a": {"nature": "level"}, "b": {}}, "a: nature is one of", id="nature"),
        pytest.param({"a": {"modality": "hope"}, "b": {}}, "modality is one of", id="modality"),
        pytest.param(
            {"a": {"period": {"earliest": "2020"}}, "b": {}},
            "a: period.earliest: ‘2020’ is not an ISO date",
            id="a year",
        ),
        pytest.param(
            {"a": {"period": {"earliest": "2020-02-01", "latest": "2020-01-01"}}, "b": {}},
            "a: period: the period begins on 2020-02-01 after",
            id="a period backwards",
        ),
        pytest.param({"a": {"period": 2020}, "b": {}}, "a: period: an object", id="a number"),
        pytest.param({"a": {"period": {"mode": 5}}, "b": {}}, "a: period: mode: text", id="mode"),
        pytest.param({"a": {"scope": "Iraq"}, "b": {}}, "a: scope: an object", id="scope as text"),
        pytest.param(
            {"a": {"scope": {"geografy": "Iraq"}}, "b": {}},
            "a: scope.geografy: unknown field; did you mean ‘geography’?",
            id="scope misspelt",
        ),
        pytest.param({"a": {"window_days": -1}, "b": {}}, "window_days", id="window"),
        pytest.param({"a": {"window_days": True}, "b": {}}, "window_days", id="window as truth"),
        pytest.param({"within": {"a": "b"}}, "within: an object of lists", id="order"),
    ],
)
def test_refused(line, complaint, monkeypatch):
    answers, code = run("relate", lines(line), monkeypatch)
    assert complaint in answers[0]["error"]
    assert code == 1
