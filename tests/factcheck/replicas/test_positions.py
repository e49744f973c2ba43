"""How old the state of a replica is, from what was noted of the primary."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.replicas.positions import Positions


def noted(*pairs: tuple[float, int], span: float = 5) -> Positions:
    positions = Positions(span)
    for at, position in pairs:
        positions.note(at=at, position=position)
    return positions


def test_it_is_between_the_last_position_replayed_and_the_first_that_is_not():
    positions = noted((10, 100), (11, 200), (12, 300))
    assert positions.at_most(replayed=250, at=13) == 2
    assert positions.at_least(replayed=250, at=13) == 1
    assert positions.at_most(replayed=300, at=13) == 1
    assert positions.at_least(replayed=300, at=13) == 0


def test_before_anything_was_replayed_it_may_be_any_age():
    assert noted().at_most(replayed=100, at=1) is None
    assert noted((10, 100)).at_most(replayed=99, at=10) is None
    assert noted((10, 100)).at_least(replayed=99, at=10) == 0


def test_a_primary_that_was_replaced_begins_anew():
    positions = noted((10, 500), (11, 400))
    assert positions.at_most(replayed=450, at=12) == 1


@given(
    st.lists(st.tuples(st.floats(0, 3), st.integers(0, 50)), min_size=1, max_size=60),
    st.integers(0, 3000),
)
def test_what_it_forgets_does_not_matter(steps, replayed):
    """Against all that was ever noted: it says the same of every age within the span."""
    at = position = 0
    kept, everything = noted(span=5), noted(span=1e9)
    for seconds, written in steps:
        at, position = at + seconds, position + written
        kept.note(at=at, position=position)
        everything.note(at=at, position=position)
    age = everything.at_most(replayed=replayed, at=at)
    assert kept.at_most(replayed=replayed, at=at) == age or age > 5
    behind = everything.at_least(replayed=replayed, at=at)
    assert (kept.at_least(replayed=replayed, at=at) > 5) == (behind > 5)
