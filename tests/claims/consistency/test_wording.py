"""Section 1, the table of values: every row with several numbers, worked out by hand.

N, u and the tolerances: 5,000 (u 1,000, wb 500, wa 500); 2,500 (100, 50, 125); 1.39 million
(10,000, 5,000, 69,500); half a million (100,000, 50,000, 50,000); 600 (100, 50, 50); 150 (10, 5,
7.5); 41 (1, 0, 2.05); 12 (1, 0, 0.6); 7 (1, 0, 0.5); 63 percent (1, 0.5, 3.15); 30 percent (10,
3, 3); $5.2 million (100,000, 50,000, 260,000); $155 million (1,000,000, 500,000, 7,750,000).
"""

import pytest

from claims.consistency import read_quantity

from .shown import shown

SAME = None
TABLE = {
    "exactly": [
        ("exactly 5,000", "{5000}", SAME),
        ("precisely 41", "{41}", SAME),
        ("exactly 63 percent", "{63}", SAME),
        ("exactly 0", "{0}", SAME),
    ],
    "bare": [
        ("5,000", "{5000}", "[4500, 5499]"),
        ("2,500", "{2500}", "[2450, 2549]"),
        ("1.39 million", "{1390000}", "[1385000, 1394999]"),
        ("500,000", "{500000}", "[450000, 549999]"),
        ("600", "{600}", "[550, 649]"),
        ("150", "{150}", "[145, 154]"),
        ("100", "{100}", "[90, 109]"),
        ("101", "{101}", "{101}"),
        ("99", "{99}", "{99}"),
        ("41", "{41}", "{41}"),
        ("12", "{12}", "{12}"),
        ("7", "{7}", "{7}"),
        ("0", "{0}", "{0}"),
        ("63 percent", "{63}", "[62.5, 63.5)"),
        ("30 percent", "{30}", "[27, 33)"),
        ("0 percent", "{0}", "{0}"),
        ("$5.2 million", "{5200000}", "[5150000, 5250000)"),
        ("$155 million", "{155000000}", "[154500000, 155500000)"),
    ],
    "about": [
        ("approximately 5,000", "[4500, 5500]", SAME),
        ("around 2,500", "[2375, 2625]", SAME),
        ("an estimated 1.39 million", "[1320500, 1459500]", SAME),
        ("half a million", "[450000, 550000]", SAME),
        ("some 600", "[550, 650]", SAME),
        ("roughly 150", "[143, 157]", SAME),
        ("about 41", "[39, 43]", SAME),
        ("about 12", "{12}", SAME),
        ("about 7", "{7}", SAME),
        ("about 0", "{0}", SAME),
        ("about 63 percent", "[59.85, 66.15]", SAME),
        ("around 30 percent", "[27, 33]", SAME),
        ("about $5.2 million", "[4940000, 5460000]", SAME),
        ("about $155 million", "[147250000, 162750000]", SAME),
    ],
    "nearly": [
        ("nearly 5,000", "[4500, 4999]", SAME),
        ("almost 2,500", "[2375, 2499]", SAME),
        ("close to 1.39 million", "[1320500, 1389999]", SAME),
        ("almost half a million", "[450000, 499999]", SAME),
        ("nearly 600", "[550, 599]", SAME),
        ("nearly 150", "[143, 149]", SAME),
        ("nearly 41", "[39, 40]", SAME),
        ("nearly 12", "{11}", SAME),
        ("nearly 7", "{6}", SAME),
        ("nearly 63 percent", "[59.85, 63)", SAME),
        ("nearly 30 percent", "[27, 30)", SAME),
        ("nearly $5.2 million", "[4940000, 5200000)", SAME),
    ],
    "just-over": [
        ("just over 5,000", "[5001, 5500]", SAME),
        ("just over 2,500", "[2501, 2625]", SAME),
        ("just over 1.39 million", "[1390001, 1459500]", SAME),
        ("just over half a million", "[500001, 550000]", SAME),
        ("just over 600", "[601, 650]", SAME),
        ("just over 150", "[151, 157]", SAME),
        ("just over 41", "[42, 43]", SAME),
        ("just over 12", "{13}", SAME),
        ("just over 7", "{8}", SAME),
        ("just over 63 percent", "(63, 66.15]", SAME),
        ("just over 30 percent", "(30, 33]", SAME),
        ("just over $155 million", "(155000000, 162750000]", SAME),
    ],
    "more-than": [
        ("more than 5,000", "[5001, ∞)", SAME),
        ("over 1.39 million", "[1390001, ∞)", SAME),
        ("more than half a million", "[500001, ∞)", SAME),
        ("more than 41", "[42, ∞)", SAME),
        ("more than 0", "[1, ∞)", SAME),
        ("more than 63 percent", "(63, ∞)", SAME),
        ("over $5.2 million", "(5200000, ∞)", SAME),
    ],
    "at-least": [
        ("at least 600", "[600, ∞)", SAME),
        ("600 or more", "[600, ∞)", SAME),
        ("at least 0", "[0, ∞)", SAME),
        ("at least 63 percent", "[63, ∞)", SAME),
        ("$155 million or more", "[155000000, ∞)", SAME),
    ],
    "less-than": [
        ("less than 5,000", "[0, 4999]", SAME),
        ("fewer than 600", "[0, 599]", SAME),
        ("under 7", "[0, 6]", SAME),
        ("fewer than 1", "{0}", SAME),
        ("under 30 percent", "[0, 30)", SAME),
        ("less than $5.2 million", "[0, 5200000)", SAME),
    ],
    "at-most": [
        ("at most 41", "[0, 41]", SAME),
        ("no more than 2,500", "[0, 2500]", SAME),
        ("within 12", "[0, 12]", SAME),
        ("at most 0", "{0}", SAME),
        ("no more than 30 percent", "[0, 30]", SAME),
    ],
    "up-to": [
        ("up to 5,000", "[0, 5000]", "[0, 5500]"),
        ("as many as 2,500", "[0, 2500]", "[0, 2625]"),
        ("up to half a million", "[0, 500000]", "[0, 550000]"),
        ("as many as 600", "[0, 600]", "[0, 650]"),
        ("up to 150", "[0, 150]", "[0, 157]"),
        ("up to 41", "[0, 41]", "[0, 43]"),
        ("up to 7", "[0, 7]", "[0, 7]"),
        ("up to 63 percent", "[0, 63]", "[0, 66.15]"),
        ("up to $5.2 million", "[0, 5200000]", "[0, 5460000]"),
    ],
    "between": [
        ("between 5,000 and 6,000", "[5000, 6000]", "[4500, 6500]"),
        ("2,500–5,000", "[2500, 5000]", "[2450, 5500]"),
        ("2,500-5,000", "[2500, 5000]", "[2450, 5500]"),
        ("2,500 — 5,000", "[2500, 5000]", "[2450, 5500]"),
        ("150 to 600", "[150, 600]", "[145, 650]"),
        ("from 7 to 12", "[7, 12]", "[7, 12]"),
        ("0 to 7", "[0, 7]", "[0, 7]"),
        ("between 30 and 63 percent", "[30, 63]", "[27, 63.5]"),
        ("$5.2 million to $155 million", "[5200000, 155000000]", "[5150000, 155500000]"),
    ],
    "vague": [
        ("dozens", "[24, 99]", "[20, 99]"),
        ("hundreds of protesters", "[200, 999]", "[100, 999]"),
        ("thousands", "[2000, 9999]", "[1000, 9999]"),
        ("tens of thousands", "[20000, 99999]", "[10000, 99999]"),
        ("hundreds of thousands", "[200000, 999999]", "[100000, 999999]"),
        ("millions", "[2000000, 9999999]", "[1000000, 9999999]"),
    ],
    "several": [
        ("several", "[3, ∞)", SAME),
        ("numerous", "[2, ∞)", SAME),
        ("several hundred", "[300, 999]", SAME),
        ("a few thousand", "[3000, 9999]", SAME),
        ("several hundred thousand", "[300000, 999999]", SAME),
        ("several dozen", "[36, 99]", SAME),
    ],
}
CASES = [
    pytest.param(hedge, wording, reading, accept or reading, id=wording)
    for hedge, rows in TABLE.items()
    for wording, reading, accept in rows
]


@pytest.mark.parametrize(("hedge", "wording", "reading", "accept"), CASES)
def test_what_a_wording_says_and_what_it_tolerates(hedge, wording, reading, accept):
    quantity = read_quantity(wording)
    assert (quantity.hedge, shown(quantity.reading), shown(quantity.accept)) == (
        hedge,
        reading,
        accept,
    )


@pytest.mark.parametrize(
    ("wording", "reading"),
    [
        pytest.param("more than 4,000 but fewer than 5,000", "[4001, 4999]", id="but"),
        pytest.param("fewer than 5,000 but more than 4,000", "[4001, 4999]", id="upper first"),
        pytest.param("at least 4,000 and at most 5,000", "[4000, 5000]", id="closed"),
        pytest.param("over 5 but under 6 percent", "(5, 6)", id="percent"),
    ],
)
def test_two_bounds_are_one_range_and_neither_is_dropped(wording, reading):
    quantity = read_quantity(wording)
    assert (quantity.hedge, shown(quantity.reading)) == ("between", reading)


@pytest.mark.parametrize("wording", ["5,000 ± 200", "5,000 +/- 200", "5,000, give or take 200"])
def test_a_stated_margin_is_taken_at_its_word(wording):
    quantity = read_quantity(wording)
    assert shown(quantity.reading) == shown(quantity.accept) == "[4800, 5200]"


@pytest.mark.parametrize(
    ("wording", "reading", "accept"),
    [
        pytest.param("more than about 600", "[601, ∞)", "[550, ∞)", id="lower bound"),
        pytest.param("no more than about 600", "[0, 600]", "[0, 650]", id="upper bound"),
        pytest.param("as few as 600", "[600, ∞)", "[550, ∞)", id="the mirror of up to"),
        pytest.param("about 5,000 to 6,000", "[5000, 6000]", "[4500, 6500]", id="range, by wa"),
        pytest.param("between about 2,500 and 5,000", "[2500, 5000]", "[2375, 5500]", id="inside"),
    ],
)
def test_a_softened_number_tolerates_wa_on_its_open_side(wording, reading, accept):
    quantity = read_quantity(wording)
    assert (shown(quantity.reading), shown(quantity.accept)) == (reading, accept)


@pytest.mark.parametrize("wording", ["declined to say how many", "an undisclosed number of troops"])
def test_an_explicit_unknown_is_kept_as_such(wording):
    quantity = read_quantity(wording)
    assert quantity.is_unknown
    assert (quantity.hedge, quantity.reading, quantity.accept) == ("unknown", None, None)


def test_what_was_declined_is_unknown_whatever_numbers_follow():
    assert read_quantity("declined to say how many of the 2,500 troops will stay").is_unknown
