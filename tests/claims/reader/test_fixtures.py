"""In the quotes of the fixtures the reader finds the quantities that people noted for them."""

from pathlib import Path

import pytest
import yaml

from claims.consistency import Quantity, WordingError, read_quantity
from claims.reader import find_quantities

CLAIMS = Path(__file__).parents[3] / "fixtures" / "claims"


def noted() -> list[tuple[str, str]]:
    """Every (quote, wording) of the evidence that reports a number; the 102nd of a day is none."""
    pairs = {
        (evidence["quote"], str(evidence["quantity"]))
        for path in sorted(CLAIMS.glob("*.yaml"))
        for claim in yaml.safe_load(path.read_text(encoding="utf-8")).get("claims", [])
        for evidence in claim.get("evidence", [])
        if evidence.get("quantity") and f"{evidence['quantity']}nd" not in evidence["quote"]
    }
    return sorted(pairs)


def bounds(quantity: Quantity) -> tuple:
    return quantity.hedge, quantity.reading


@pytest.mark.parametrize(
    ("quote", "wording"), [pytest.param(q, w, id=f"{w}: {q[:60]}") for q, w in noted()]
)
def test_a_noted_quantity_is_found_in_its_quote(quote: str, wording: str) -> None:
    found = [find.quantity for find in find_quantities(quote)]
    try:
        expected = read_quantity(wording)
    except WordingError:
        pytest.fail(f"the fixture's wording {wording!r} is not read")
    assert bounds(expected) in [bounds(quantity) for quantity in found]
