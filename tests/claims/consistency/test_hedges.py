"""Section 1, the tolerances wb and wa themselves, and every spelling of a hedge."""

from decimal import Decimal

import pytest

from claims.consistency import read_quantity
from claims.consistency.hedges import HEDGES, bare_tolerance, hedged_tolerance

from .shown import shown


@pytest.mark.parametrize(
    ("n", "u", "discrete", "wb", "wa"),
    [
        pytest.param("5000", "1000", True, "500", "500", id="5,000: half of u is 10 %"),
        pytest.param("2500", "100", True, "50", "125", id="2,500: wa by 5 %"),
        pytest.param("9000", "1000", True, "500", "500", id="9,000: half of u"),
        pytest.param("1000", "1000", True, "100", "100", id="1,000: 10 % caps half of u"),
        pytest.param("100", "100", True, "10", "10", id="100: the least count that is rounded"),
        pytest.param("90", "10", True, "0", "5", id="90: too small to be rounded"),
        pytest.param("329", "1", True, "0", "16.45", id="329: stated to the last digit"),
        pytest.param("0", "1", True, "0", "0", id="0"),
        pytest.param("63", "1", False, "0.5", "3.15", id="63 percent"),
        pytest.param("30", "10", False, "3", "3", id="30 percent: 10 % caps half of u"),
        pytest.param("1", "1", False, "0.1", "0.1", id="1 percent"),
        pytest.param("0.5", "0.1", False, "0.05", "0.05", id="0.5 percent"),
        pytest.param("-2", "1", False, "0.2", "0.2", id="sign plays no part"),
    ],
)
def test_tolerances(n, u, discrete, wb, wa):
    number, place = Decimal(n), Decimal(u)
    assert bare_tolerance(number, place, discrete=discrete) == Decimal(wb)
    assert hedged_tolerance(number, place) == Decimal(wa)


SPELLINGS = {
    "exactly": ["exactly 600", "precisely 600", "600 exactly"],
    "bare": ["600", "only 600", "just 600", "a total of 600", "fully 600", "reportedly 600"],
    "about": [
        *("about 600", "around 600", "approximately 600", "roughly 600", "some 600", "circa 600"),
        *("c. 600", "ca. 600", "~600", "≈ 600", "an estimated 600", "estimated at 600"),
        *("in the region of 600", "on the order of 600", "600 or so", "600-odd", "600-ish"),
        *("more or less 600", "600 more or less", "600, give or take", "perhaps 600"),
        *("somewhere around 600", "just about 600", "almost exactly 600"),
    ],
    "nearly": [
        *("nearly 600", "almost 600", "close to 600", "approaching 600", "just under 600"),
        *("slightly less than 600", "a little under 600", "just shy of 600", "not quite 600"),
        *("very nearly 600", "a bit less than 600", "just short of 600"),
    ],
    "just-over": [
        *("just over 600", "slightly more than 600", "a little over 600", "just above 600"),
        *("a bit more than 600", "barely over 600"),
    ],
    "more-than": [
        *("more than 600", "over 600", "above 600", "in excess of 600", "upwards of 600"),
        *("exceeding 600", "well over 600", "far more than 600", "greater than 600", "> 600"),
        *("longer than 600", "exceeded 600", "beyond 600"),
    ],
    "at-least": [
        *("at least 600", "600 or more", "no fewer than 600", "no less than 600", "600+"),
        *("not less than 600", "a minimum of 600", "600 at least", "600-plus", "≥600"),
        *("600 and counting", "600 or above", "no lower than 600", "min. 600", ">= 600"),
    ],
    "less-than": [
        *("less than 600", "fewer than 600", "under 600", "below 600", "lower than 600", "<600"),
        *("well under 600", "far fewer than 600", "not even 600", "shorter than 600"),
    ],
    "at-most": [
        *("at most 600", "no more than 600", "within 600", "not more than 600", "≤ 600"),
        *("a maximum of 600", "600 or fewer", "600 or less", "600 at most", "not exceeding 600"),
        *("no higher than 600", "max 600", "600 tops"),
    ],
    "up-to": ["up to 600", "as many as 600", "as much as 600", "as high as 600"],
    "as-few-as": ["as few as 600", "as little as 600", "as low as 600"],
}


@pytest.mark.parametrize(
    ("hedge", "wording"),
    [pytest.param(h, w, id=w) for h, wordings in SPELLINGS.items() for w in wordings],
)
def test_spellings_of_a_hedge_mean_the_same(hedge, wording):
    quantity = read_quantity(wording)
    reading, accept = HEDGES[hedge](Decimal(600), Decimal(100), True)
    assert quantity.hedge == hedge
    assert shown(quantity.reading) == shown(reading.whole_numbers())
    assert shown(quantity.accept) == shown(accept.whole_numbers())


@pytest.mark.parametrize(
    ("wording", "hedge"),
    [
        pytest.param("5,000 troops or more", "at-least", id="after the noun"),
        pytest.param("10 million-plus", "at-least", id="on the scale"),
        pytest.param("more than 5,000 US soldiers remain", "more-than", id="before a clause"),
        pytest.param("the killing of at least 600 activists", "at-least", id="in a noun phrase"),
        pytest.param("has a population of over 1,000", "more-than", id="after a lead-in"),
        pytest.param("increased to more than 5,000", "more-than", id="after a verb of change"),
        pytest.param("AT LEAST 600", "at-least", id="in capitals"),
        pytest.param("“at least 600”", "at-least", id="in quotation marks"),
        pytest.param("at\u00a0least\n600", "at-least", id="across white space"),
    ],
)
def test_a_hedge_is_found_where_it_stands(wording, hedge):
    assert read_quantity(wording).hedge == hedge


def test_a_one_sided_hedge_on_a_small_count_is_at_least_one_wide():
    assert shown(read_quantity("nearly 3").reading) == "{2}"
    assert shown(read_quantity("just over 3").reading) == "{4}"


def test_the_wording_is_kept_as_written_but_for_white_space():
    assert read_quantity("  Approximately\u00a05,000 ").wording == "Approximately 5,000"
