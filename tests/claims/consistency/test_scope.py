"""Section 3: the partial order geography × population × role."""

import pytest

from claims.consistency import ScopeError, ScopeOrder

from .shown import where

ORDER = ScopeOrder(
    {
        "Baghdad": ["Iraq"],
        "Iraq": ["Iraq and Syria"],
        "Syria": ["Iraq and Syria"],
        "US troops": ["coalition troops"],
        "advisers": ["all roles"],
    }
)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param("Iraq", "Iraq", "equal", id="equal"),
        pytest.param("Iraq", "IRAQ ", "equal", id="case and space do not matter"),
        pytest.param("Iraq", "Iraq and Syria", "inside", id="declared"),
        pytest.param("Baghdad", "Iraq and Syria", "inside", id="by two steps"),
        pytest.param("Iraq", "Syria", "apart", id="two parts of one whole"),
        pytest.param("Iraq", "Mars", "apart", id="never declared"),
        pytest.param("Iraq, US troops", "Iraq, coalition troops", "inside", id="population"),
        pytest.param("Iraq, US troops", "Iraq and Syria, coalition troops", "inside", id="in both"),
        pytest.param(
            "Iraq, coalition troops",
            "Iraq and Syria, US troops",
            "overlapping",
            id="opposite ways",
        ),
        pytest.param("Iraq, US troops", "Syria, coalition troops", "apart", id="apart in one"),
        pytest.param("Iraq, US troops, advisers", "Iraq, US troops", "inside", id="a role of all"),
        pytest.param("Iraq, US troops", "Iraq", "inside", id="an open dimension is the whole"),
        pytest.param(None, "Iraq", "equal", id="an absent scope is the other's"),
        pytest.param(None, None, "equal", id="both absent"),
    ],
)
def test_how_two_scopes_lie(a, b, relation):
    mirror = {"inside": "contains"}
    assert ORDER.compare(where(a), where(b)) == relation
    assert ORDER.compare(where(b), where(a)) == mirror.get(relation, relation)


def test_parts_lie_within_their_whole_without_further_saying():
    order = ScopeOrder(parts={"Iraq and Syria": ["Iraq", "Syria"]})
    assert order.compare(where("Syria"), where("Iraq and Syria")) == "inside"


@pytest.mark.parametrize(
    "within",
    [
        pytest.param({"Iraq": ["Iraq"]}, id="itself"),
        pytest.param({"a": ["b"], "b": ["c"], "c": ["a"]}, id="by three steps"),
        pytest.param({"Iraq": ["IRAQ"]}, id="itself in other letters"),
    ],
)
def test_nothing_lies_within_itself(within):
    with pytest.raises(ScopeError, match="would lie within itself"):
        ScopeOrder(within)
