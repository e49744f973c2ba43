"""A wording found in a text means what `read_quantity` says of the same wording alone."""

import pytest

from claims.consistency import WordingError, read_quantity
from claims.reader import find_quantities

from .sentences import load

FINDS = [find for sentence in load("news.txt") for find in find_quantities(sentence.text)]


def alone(find):
    """The wording read alone; None where it needs a text around it.

    "Three out of ten" alone is a mark, before "clinics" it is a share of them.
    """
    try:
        quantity = read_quantity(find.text)
    except WordingError:
        return None
    return None if (quantity.unit or "").startswith("out of") else quantity


READ_ALONE = [(find, quantity) for find in FINDS if (quantity := alone(find)) is not None]


def test_most_wordings_can_be_read_alone() -> None:
    assert len(READ_ALONE) > 0.7 * len(FINDS)


@pytest.mark.parametrize(
    ("find", "quantity"), [pytest.param(f, q, id=f.text) for f, q in READ_ALONE]
)
def test_the_meaning_is_the_same(find, quantity) -> None:
    ours = find.quantity
    assert (ours.hedge, ours.amount) == (quantity.hedge, quantity.amount)
    # Measures that the engine does not know are things counted to it, and whole.
    if quantity.unit is not None or ours.unit is None:
        assert ours.unit == quantity.unit
        assert (ours.reading, ours.accept) == (quantity.reading, quantity.accept)
