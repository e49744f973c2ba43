"""Pairs of reports such as the five articles give, and traps made of them, judged by hand.

Each pair is asked both ways round, as `manage.py relate` would be. "conflicts", "agrees" and so
on are what the rules of docs/consistency.md give; where an arrow stands, whose reading the other
allows, or which is the newer ("<-" is b to a).
"""

import pytest

from claims.consistency import ScopeOrder
from claims.consistency.answers import relate_answer

ORDER = ScopeOrder(
    {
        "Iraq": ["Iraq and Syria"],
        "Syria": ["Iraq and Syria"],
        "Baghdad": ["Iraq"],
        "US troops": ["coalition troops"],
        "other nations' troops": ["coalition troops"],
    }
)
ARROWS = {"->": "a->b", "<-": "b->a", "=": "both", "": None}


def span(text):
    """ "2020-07" a month, "2020" a year, "2020-07-15" a day, "2014..2017" from to, "?" unknown."""
    if text is None:
        return None
    text, _, mode = text.partition(" ")
    if text == "?":
        return {"earliest": None, "latest": None, "mode": "instant"}
    first, _, last = text.partition("..")
    return {
        "earliest": first + "-01-01"[len(first) - 4 if len(first) < 10 else 99 :],
        "latest": end_of(last or first),
        "mode": mode or "instant",
    }


def end_of(text):
    ends = {4: "-12-31", 7: "-30" if text[5:] in {"04", "06", "09", "11"} else "-31", 10: ""}
    return text + ends[len(text)]


def r(wording, period=None, nature="stock", scope="Iraq", **fields):
    geography, _, population = (scope or "").partition("/")
    return {
        "figure": "f",
        "nature": nature,
        "period": span(period),
        "scope": {"geography": geography or None, "population": population or None},
        **({"wording": wording} if wording else {}),
        **fields,
    }


def event(period, **fields):
    return r(None, period, "event-date", None, **fields)


def plan(wording, due, **fields):
    return r(wording, due, **{"modality": "plan", "origin": "Washington", **fields})


TROOPS_20 = r("approximately 5,000", "2020-07")
TROOPS_21 = r("2,500", "2021-07-26")
TROOPS_24 = r("2,500", "2024-01-25")
KILLED = r("at least 600", "2019-10-01..2021-08-04 cumulative", "cumulative")
WOUNDED = r("thousands", "2019-10-01..2021-08-04 cumulative", "cumulative")
ATTACKS = r("approximately 150", "2023-10-17..2024-01-25", "flow", "Iraq and Syria")
DISPLACED = r("1.39 million", "2020-06")
APPROVAL = r("63 percent", "2020-06", "ratio")
DOSES = r("half a million doses", "2021-08", modality="pledge", origin="Washington")
AID = r("$155 million", "2021-07", "flow")
SEATS = r("41", "2020-06-30", scope="Iraq")
STRIKE = event("2020-01-03")
RESIGNED = event("2019-11-16..2019-11-30")
NAMED_PREMIER = event("2020-05")
END_OF_MISSION = event("2021-12-31 deadline", modality="plan", origin="Washington")
CUT = plan("2,500", "2021-01-15 deadline")

PAIRS = {
    "troops": [
        (TROOPS_20, TROOPS_21, "supersedes <-"),
        (TROOPS_20, TROOPS_24, "supersedes <-"),
        (TROOPS_21, TROOPS_24, "supersedes <-"),
        (TROOPS_20, r("5,200", "2020-07-20"), "agrees <-"),
        (TROOPS_20, r("5,000", "2020-07"), "agrees <-"),
        (TROOPS_20, r("about 5,000", "2020-07"), "agrees ="),
        (TROOPS_20, r("4,400", "2020-07"), "conflicts"),
        (TROOPS_20, r("5,600", "2020-07"), "conflicts"),
        (TROOPS_20, r("5,500", "2020-07"), "agrees <-"),
        (TROOPS_20, r("7,000", "2020-07"), "conflicts"),
        (TROOPS_20, r("thousands", "2020-07"), "agrees ->"),
        (TROOPS_20, r("dozens", "2020-07"), "conflicts"),
        (TROOPS_20, r("fewer than 5,000", "2020-07"), "compatible"),
        (TROOPS_20, r("more than 5,000", "2020-07"), "compatible"),
        (TROOPS_20, r("more than 5,500", "2020-07"), "conflicts"),
        (TROOPS_20, r("up to 5,000", "2020-07"), "agrees ->"),
        (TROOPS_20, r("at most 4,000", "2020-07"), "conflicts"),
        (TROOPS_20, r("between 4,800 and 5,200", "2020-07"), "agrees <-"),
        (TROOPS_20, r("2,500", "2020"), "compatible"),
        (TROOPS_20, r("5,000", "2020"), "agrees <-"),
        (TROOPS_20, r("2,500", "?"), "compatible"),
        (TROOPS_20, r("2,500"), "compatible"),
        (TROOPS_20, r("5,200", "?"), "agrees <-"),
        (TROOPS_20, r("2,500", "2020-08-16..2020-08-31"), "compatible"),
        (TROOPS_20, r("2,500", "2020-09"), "supersedes <-"),
        (TROOPS_20, r("2,500", "2020-05"), "supersedes ->"),
        (TROOPS_20, r("declined to say how many", "2020-07"), "not-comparable"),
        (TROOPS_20, r("5,200", "2020-07", scope="Syria"), "not-comparable"),
        (TROOPS_20, r("5,200", "2020-07", scope=None), "agrees <-"),
        (TROOPS_21, r("2,500 US troops", "2021-07-26"), "agrees ="),
        (TROOPS_21, r("2,549", "2021-07-26"), "agrees <-"),
        (TROOPS_21, r("2,550", "2021-07-26"), "compatible"),
        (TROOPS_21, r("2,449", "2021-07-26"), "conflicts"),
        (TROOPS_21, r("2500", "2021-08-04"), "agrees ="),
        (TROOPS_21, r("exactly 2,500", "2021-08-04"), "agrees ="),
        (TROOPS_21, r("nearly 2,500", "2021-08-04"), "compatible"),
        (TROOPS_21, r("just over 2,500", "2021-08-04"), "compatible"),
        (TROOPS_21, r("2,500", "2022-01", scope="Iraq"), "supersedes <-"),
        (r("2,500 troops", "2021-07-26"), r("$2,500", "2021-07-26"), "not-comparable"),
        (TROOPS_21, r("2,500 percent", "2021-07-26"), "not-comparable"),
        (r("2,500 troops", "2021-07-26"), r("2,500 percent", "2021-07-26"), "not-comparable"),
        (r("1,200", "2020-07"), r("28", "2020-07", figure="nations"), "not-comparable"),
    ],
    "troops of part and whole": [
        (r("7,000", "2020-07"), r("5,000", "2020-07", scope="Iraq and Syria"), "conflicts"),
        (r("5,000", "2020-07"), r("7,000", "2020-07", scope="Iraq and Syria"), "compatible"),
        (r("7,000", "2020-07"), r("5,000", "2021-07", scope="Iraq and Syria"), "not-comparable"),
        (r("7,000", "2020-07"), r("5,000", "2020", scope="Iraq and Syria"), "not-comparable"),
        (r("900", "2020-07", scope="Syria"), r("5,000", "2020-07"), "not-comparable"),
        (
            r("6,000", "2020-07", scope="Baghdad"),
            r("5,000", "2020-07", scope="Iraq and Syria"),
            "conflicts",
        ),
        (
            r("5,000", "2020-07", scope="Iraq/US troops"),
            r("1,200", "2020-07", scope="Iraq/other nations' troops"),
            "not-comparable",
        ),
        (
            r("5,000", "2020-07", scope="Iraq/US troops"),
            r("6,200", "2020-07", scope="Iraq/coalition troops"),
            "compatible",
        ),
        (
            r("7,000", "2020-07", scope="Iraq/US troops"),
            r("6,200", "2020-07", scope="Iraq/coalition troops"),
            "conflicts",
        ),
        (
            r("7,000", "2020-07", scope="Iraq/coalition troops"),
            r("5,000", "2020-07", scope="Iraq and Syria/US troops"),
            "not-comparable",
        ),
    ],
    "killed and wounded": [
        (KILLED, r("650", "2021-08-04", "cumulative"), "agrees <-"),
        (KILLED, r("550", "2021-08-04", "cumulative"), "conflicts"),
        (KILLED, r("600", "2021-08-04", "cumulative"), "agrees <-"),
        (KILLED, r("just under 600", "2021-08-04", "cumulative"), "conflicts"),
        (KILLED, r("hundreds", "2021-08-04", "cumulative"), "compatible"),
        (KILLED, r("400", "2020-01-31", "cumulative"), "supersedes ->"),
        (KILLED, r("700", "2020-01-31", "cumulative"), "supersedes ->"),
        (KILLED, r("500", "2022-01-31", "cumulative"), "conflicts"),
        (KILLED, r("more than 700", "2022-01-31", "cumulative"), "supersedes <-"),
        (
            r("600", "2020-01-31", "cumulative"),
            r("at most 400", "2021-08-04", "cumulative"),
            "conflicts",
        ),
        (
            r("800", "2020-01-31", "cumulative", "Baghdad"),
            r("600", "2021-08-04", "cumulative"),
            "conflicts",
        ),
        (
            r("800", "2021-08-04", "cumulative", "Baghdad"),
            r("600", "2020-01-31", "cumulative"),
            "not-comparable",
        ),
        (WOUNDED, r("20,000", "2021-08-04", "cumulative"), "conflicts"),
        (WOUNDED, r("5,000", "2021-08-04", "cumulative"), "agrees <-"),
        (WOUNDED, r("tens of thousands", "2021-08-04", "cumulative"), "conflicts"),
        (WOUNDED, r("numerous", "2021-08-04", "cumulative"), "agrees ->"),
        (KILLED, r("600", "2021-08-04", "flow"), "not-comparable"),
    ],
    "attacks": [
        (ATTACKS, {**ATTACKS, "wording": "about 150"}, "agrees ="),
        (ATTACKS, {**ATTACKS, "wording": "145"}, "agrees <-"),
        (ATTACKS, {**ATTACKS, "wording": "more than 160"}, "conflicts"),
        (ATTACKS, {**ATTACKS, "wording": "60 percent"}, "not-comparable"),
        (ATTACKS, r("60", "2023-10-17..2023-11-30", "flow", "Iraq and Syria"), "compatible"),
        (ATTACKS, r("200", "2023-10-17..2023-11-30", "flow", "Iraq and Syria"), "conflicts"),
        (ATTACKS, r("60", "2023-09-01..2023-11-30", "flow", "Iraq and Syria"), "not-comparable"),
        (ATTACKS, r("60", "2022", "flow", "Iraq and Syria"), "not-comparable"),
        (ATTACKS, r("200", "2023-10-17..2023-11-30", "flow", "Iraq"), "conflicts"),
        (ATTACKS, r("100", "2023-10-17..2023-11-30", "flow", "Iraq"), "compatible"),
        (ATTACKS, r("200", "2023-10-01..2024-03", "flow", "Iraq"), "not-comparable"),
        (ATTACKS, r("100", "2023-10-17..2024-01-25", "flow", "Lebanon"), "not-comparable"),
        (ATTACKS, r("several", "2023-10-17..2024-01-25", "flow", "Iraq and Syria"), "agrees ->"),
    ],
    "displaced": [
        (DISPLACED, r("1,390,000", "2020-06"), "agrees ="),
        (DISPLACED, r("about 1.4 million", "2020-06"), "agrees ->"),
        (DISPLACED, r("1.4 million", "2020-06"), "agrees ->"),
        (DISPLACED, r("1.5 million", "2020-06"), "conflicts"),
        (DISPLACED, r("1,394,000", "2020-06"), "agrees <-"),
        (DISPLACED, r("1,395,000", "2020-06"), "compatible"),
        (DISPLACED, r("more than a million", "2020-06"), "agrees ->"),
        (DISPLACED, r("millions", "2020-06"), "agrees ->"),
        (DISPLACED, r("two million", "2019-06"), "supersedes ->"),
        (DISPLACED, r("1.39 million IDPs", "2020-06", unit="persons"), "agrees ="),
    ],
    "shares": [
        (APPROVAL, r("63%", "2020-06", "ratio"), "agrees ="),
        (APPROVAL, r("62.8 percent", "2020-06", "ratio"), "agrees <-"),
        (APPROVAL, r("64 percent", "2020-06", "ratio"), "conflicts"),
        (APPROVAL, r("nearly two-thirds", "2020-06", "ratio"), "compatible"),
        (APPROVAL, r("about two-thirds", "2020-06", "ratio"), "compatible"),
        (APPROVAL, r("more than half", "2020-06", "ratio"), "agrees ->"),
        (APPROVAL, r("most", "2020-06", "ratio"), "error"),
        (APPROVAL, r("63", "2020-06", "ratio"), "agrees ="),
        (APPROVAL, r("63 members", "2020-06", "stock"), "not-comparable"),
        (APPROVAL, r("63 members", "2020-06", "ratio"), "not-comparable"),
        (APPROVAL, r("63 percentage points", "2020-06", "ratio"), "not-comparable"),
        (APPROVAL, r("41 percent", "2021-06", "ratio"), "supersedes <-"),
        (APPROVAL, r("80 percent", "2020-06", "ratio", "Baghdad"), "not-comparable"),
        (r("14 percent", "2020-06", "ratio"), r("74 percent", "2017", "ratio"), "supersedes ->"),
        (r("around 30 percent", "2020-06", "ratio"), r("33 percent", "2020-06"), "not-comparable"),
        (
            r("around 30 percent", "2020-06", "ratio"),
            r("33 percent", "2020-06", "ratio"),
            "agrees <-",
        ),
        (
            r("around 30 percent", "2020-06", "ratio"),
            r("34 percent", "2020-06", "ratio"),
            "conflicts",
        ),
    ],
    "money, doses, seats": [
        (AID, r("$155m", "2021-07", "flow"), "agrees ="),
        (AID, r("155 million US dollars", "2021-07", "flow"), "agrees ="),
        (AID, r("€155 million", "2021-07", "flow"), "not-comparable"),
        (AID, r("$5.2 million", "2021-07", "flow"), "conflicts"),
        (AID, r("155 million", "2021-07", "flow", unit="USD"), "agrees ="),
        (AID, r("over $150 million", "2021-07", "flow"), "agrees ->"),
        (AID, r("$155 million a year", "2021-07", "flow"), "not-comparable"),
        (AID, r("$155,000", "2021-07", "flow"), "conflicts"),
        (DOSES, r("500,000 doses", "2021-08", modality="pledge"), "agrees <-"),
        (DOSES, r("550,000 doses", "2021-08", modality="pledge"), "agrees <-"),
        (DOSES, r("650,000 doses", "2021-08", modality="pledge"), "conflicts"),
        (DOSES, r("503,000 doses", "2021-09-30"), "fulfilled"),
        (DOSES, r("100,000 doses", "2021-09-30"), "missed"),
        (DOSES, r("0", "2021-07"), "pending"),
        (DOSES, r("$500,000", "2021-08", modality="pledge"), "not-comparable"),
        (SEATS, r("forty-one seats", "2020-06-30"), "agrees ="),
        (SEATS, r("41 of the 329 seats", "2020-06-30"), "agrees ="),
        (SEATS, r("42", "2020-06-30"), "conflicts"),
        (SEATS, r("329", "2020-06-30", figure="all seats"), "not-comparable"),
        (SEATS, r("41 percent", "2020-06-30"), "not-comparable"),
        (r("41 seats", "2020-06-30"), r("41 percent", "2020-06-30"), "not-comparable"),
    ],
    "dates": [
        (STRIKE, event("2020-01-03"), "agrees ="),
        (STRIKE, event("2020-01"), "agrees ->"),
        (STRIKE, event("2020-01-01..2020-01-15"), "agrees ->"),
        (STRIKE, event("2020-01-02"), "conflicts"),
        (STRIKE, event("2019"), "conflicts"),
        (STRIKE, event("?"), "not-comparable"),
        (RESIGNED, event("2019-11"), "agrees ->"),
        (RESIGNED, event("2019-11-29"), "agrees <-"),
        (RESIGNED, event("2019-11-20..2019-12-10"), "compatible"),
        (RESIGNED, event("2019-12"), "conflicts"),
        (NAMED_PREMIER, event("2020-05-07"), "agrees <-"),
        (NAMED_PREMIER, event("2020-04-09"), "conflicts"),
        (STRIKE, {**event(None), "wording": "3 January 2020"}, "agrees ="),
        (STRIKE, {**event(None), "low": "2020-01-03", "high": "2020-01-05"}, "agrees ->"),
    ],
    "plans": [
        (CUT, r("5,000", "2020-07"), "pending"),
        (CUT, r("2,500", "2021-07-26"), "fulfilled"),
        (CUT, r("3,500", "2021-07-26"), "missed"),
        (CUT, r("2,500", "2020-12-15"), "fulfilled"),
        (CUT, r("2,500", "2021-07-26", scope="Syria"), "not-comparable"),
        (CUT, plan("4,500", "2020-11-30 deadline"), "supersedes ->"),
        (CUT, plan("4,500", "2020-11-30 deadline", origin="Baghdad"), "not-comparable"),
        (CUT, plan("4,500", "2021-01-15 deadline", origin="Baghdad"), "conflicts"),
        (CUT, plan("2,500", "2021-01-15 deadline"), "agrees ="),
        (CUT, plan("0", "2021-12-31 deadline"), "supersedes <-"),
        (CUT, r("2,500", "2021-01-15", modality="forecast"), "agrees ="),
        (CUT, r("declined to say", "2021-01-15"), "not-comparable"),
        (END_OF_MISSION, event("2021-12-09"), "fulfilled"),
        (END_OF_MISSION, event("2022-01-09"), "missed"),
        (
            END_OF_MISSION,
            event("2023-12-31 deadline", modality="plan", origin="Washington"),
            "supersedes <-",
        ),
    ],
}
MIRROR = {"->": "<-", "<-": "->"}
CASES = [
    pytest.param(a, b, expected, id=f"{subject}, {i}: {expected}")
    for subject, pairs in PAIRS.items()
    for i, (a, b, expected) in enumerate(pairs, start=1)
]


def answer(a, b):
    try:
        found = relate_answer({"a": a, "b": b}, ORDER)
    except ValueError:
        return "error", None
    return found["relation"], found["direction"]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_pairs_from_the_articles(a, b, expected):
    relation, _, arrow = expected.partition(" ")
    assert answer(a, b) == (relation, ARROWS[arrow])
    assert answer(b, a) == (relation, ARROWS[MIRROR.get(arrow, arrow)])


def test_there_are_as_many_as_one_would_want():
    assert len(CASES) >= 150
