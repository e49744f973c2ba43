"""`manage.py quantity`."""

import pytest

from .lines import lines, run


def answer(line, monkeypatch):
    answers, _ = run("quantity", lines(line), monkeypatch)
    return answers[0]


def test_the_whole_answer(monkeypatch):
    closed = {"low_closed": True, "high_closed": True}
    assert answer({"text": "approximately 5,000 US soldiers", "discrete": True}, monkeypatch) == {
        "kind": "quantity",
        "hedge": "about",
        "amount": "5000",
        "unit": None,
        "counted": "US soldiers",
        "discrete": True,
        "reading": {"low": "4500", "high": "5500", **closed},
        "accept": {"low": "4500", "high": "5500", **closed},
    }


def test_an_infinite_end_is_null_and_open(monkeypatch):
    assert answer({"text": "over $5.2 million"}, monkeypatch)["reading"] == {
        "low": "5200000",
        "high": None,
        "low_closed": False,
        "high_closed": False,
    }


def test_an_unknown_has_no_intervals(monkeypatch):
    found = answer({"text": "declined to say how many"}, monkeypatch)
    assert (found["kind"], found["reading"], found["accept"]) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("text", "reason"), [("102nd", "ordinal"), ("Covid-19", "name"), ("9/11", "date")]
)
def test_what_is_no_quantity_is_an_answer_not_an_error(text, reason, monkeypatch):
    answers, code = run("quantity", lines({"text": text}), monkeypatch)
    assert (answers[0]["kind"], answers[0]["reason"], code) == ("not-a-quantity", reason, 0)


def test_a_change_is_its_two_values(monkeypatch):
    found = answer({"text": "reduced from 5,000 to 2,500"}, monkeypatch)
    assert found["kind"] == "change"
    assert (found["before"]["amount"], found["after"]["amount"]) == ("5000", "2500")
    assert found["reading"] is None


def test_discrete_is_as_the_line_says(monkeypatch):
    count = answer({"text": "7", "discrete": True}, monkeypatch)
    continuous = answer({"text": "7", "discrete": False}, monkeypatch)
    assert (count["accept"]["low"], continuous["accept"]["low"]) == ("7", "6.5")


def test_a_unit_may_stand_beside_the_text(monkeypatch):
    assert answer({"text": "5.2 million", "unit": "$"}, monkeypatch)["unit"] == "USD"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param({}, "text: is missing", id="no text"),
        pytest.param({"text": 5000}, "text: text is expected, not 5000", id="a number"),
        pytest.param({"text": ["5"]}, "text: text is expected", id="a list"),
        pytest.param({"text": ""}, "an empty wording", id="empty"),
        pytest.param({"text": "6,000–5,000"}, "runs from 6,000 down to 5,000", id="backwards"),
        pytest.param({"text": "fewer than 0"}, "leaves no possible value", id="nothing left"),
        pytest.param({"text": "5", "discrete": "yes"}, "true or false", id="discrete in words"),
        pytest.param({"texts": "5"}, "did you mean ‘text’?", id="misspelt"),
        pytest.param({"text": "5%", "unit": "troops"}, "in percent", id="another unit"),
    ],
)
def test_refused(line, complaint, monkeypatch):
    answers, code = run("quantity", lines(line), monkeypatch)
    assert complaint in answers[0]["error"]
    assert code == 1


def test_fields_of_the_callers_own_are_let_be(monkeypatch):
    assert answer({"text": "5", "row": 17, "from": "a table"}, monkeypatch)["amount"] == "5"
