"""Rows that these tests need whole."""

from claims.models import Scope
from tests.claims import make


def full_scope(name: str) -> Scope:
    """A scope of which every part is restricted, to terms of its own."""
    return Scope.objects.create(
        geography=make.term(f"Place {name}"),
        population=make.term(f"Forces {name}", "population"),
        role=make.term(f"Role {name}", "role"),
    )
