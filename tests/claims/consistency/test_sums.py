"""Section 3: disjoint parts of a stated whole."""

import pytest

from claims.consistency import ScopeOrder
from claims.consistency.sums import sum_breaks

from .shown import report

ORDER = ScopeOrder(parts={"Iraq and Syria": ["Iraq", "Syria"]})
JULY = "2020-07-01/2020-07-31"
WHOLE = report("5,000", JULY, scope="Iraq and Syria")


def part(scope, wording, period=JULY, **fields):
    return report(wording, period, scope=scope, **fields)


@pytest.mark.parametrize(
    ("parts", "breaks"),
    [
        pytest.param([part("Iraq", "4,000"), part("Syria", "900")], False, id="they fit"),
        pytest.param([part("Iraq", "4,000"), part("Syria", "4,000")], True, id="too many"),
        pytest.param([part("Iraq", "1,000"), part("Syria", "900")], True, id="all parts, too few"),
        pytest.param([part("Iraq", "1,000")], False, id="one part says nothing of the other"),
        pytest.param(
            [part("Iraq", "at least 1,000"), part("Syria", "900")], False, id="a part without end"
        ),
        pytest.param(
            [part("Iraq", "4,000"), part("Syria", "4,000", "2021-07-26")],
            False,
            id="parts of other times",
        ),
        pytest.param(
            [part("Iraq", "4,000"), part("Iraq", "4,000"), part("Syria", "900")],
            False,
            id="two reports of one part are no two parts",
        ),
        pytest.param(
            [part("Iraq", "4,000"), part("Iraq", "800"), part("Syria", "4,000")],
            False,
            id="of several reports of a part the lowest counts",
        ),
        pytest.param(
            [part("Iraq", "4,000"), part("Syria", "declined to say")], False, id="an unknown part"
        ),
        pytest.param([part("Iraq", "4,000"), part("Mars", "4,000")], False, id="no part of it"),
    ],
)
def test_the_sum_of_the_parts(parts, breaks):
    assert sum_breaks(WHOLE, parts, ORDER) is breaks
    assert sum_breaks(WHOLE, parts[::-1], ORDER) is breaks


def test_shares_do_not_add_up():
    whole = report("60 percent", JULY, nature="ratio", scope="Iraq and Syria")
    parts = [part(s, "50 percent", nature="ratio") for s in ("Iraq", "Syria")]
    assert not sum_breaks(whole, parts, ORDER)
