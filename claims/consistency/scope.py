"""Scope: where, whom and in what role a figure counts, and which scope lies inside which.

Geography × population × role. Each name may be declared to lie within wider names; a
dimension that a scope leaves open is its whole. Source: docs/consistency.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

DIMENSIONS = ("geography", "population", "role")


class ScopeError(ValueError):
    """A scope order that contradicts itself. The message names the cycle."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One value per dimension; None is the whole of it."""

    geography: str | None = None
    population: str | None = None
    role: str | None = None

    def __str__(self) -> str:
        return ", ".join(v for v in (self.geography, self.population, self.role) if v) or "all"


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


class ScopeOrder:
    """Which names lie within which, made transitive.

    within  {"Iraq": ["Iraq and Syria"]}: each name and the wider names around it
    parts   {"Iraq and Syria": ["Iraq", "Syria"]}: disjoint parts that make up a whole; each
            part lies within it without further saying

    Raises ScopeError when a name would lie within itself.
    """

    def __init__(
        self,
        within: Mapping[str, Iterable[str]] | None = None,
        parts: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        direct: dict[str, set[str]] = {}
        for name, wider in (within or {}).items():
            direct.setdefault(_folded(name), set()).update(_folded(w) for w in wider)
        self.parts: dict[str, frozenset[str]] = {}
        for whole, pieces in (parts or {}).items():
            folded = frozenset(_folded(p) for p in pieces)
            self.parts[_folded(whole)] = folded
            for piece in folded:
                direct.setdefault(piece, set()).add(_folded(whole))
        self._wider = _closure(direct)

    def names(self, a: str | None, b: str | None) -> str:
        """equal, inside (a in b), contains (b in a) or apart."""
        if a is None or b is None:
            return "equal" if a is b else ("contains" if a is None else "inside")
        left, right = _folded(a), _folded(b)
        if left == right:
            return "equal"
        if right in self._wider.get(left, ()):
            return "inside"
        return "contains" if left in self._wider.get(right, ()) else "apart"

    def compare(self, a: Scope | None, b: Scope | None) -> str:
        """equal, inside, contains, overlapping (nested opposite ways) or apart.

        A scope that is not stated at all is taken to be the other's.
        """
        if a is None or b is None:
            return "equal"
        found = {self.names(getattr(a, d), getattr(b, d)) for d in DIMENSIONS} - {"equal"}
        if not found:
            return "equal"
        if "apart" in found:
            return "apart"
        return found.pop() if len(found) == 1 else "overlapping"


def _closure(direct: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Every name's wider names, however many steps away."""
    closed: dict[str, frozenset[str]] = {}
    for name in direct:
        seen: set[str] = set()
        todo = list(direct[name])
        while todo:
            wider = todo.pop()
            if wider == name:
                raise ScopeError(f"‘{name}’ would lie within itself")
            if wider not in seen:
                seen.add(wider)
                todo.extend(direct.get(wider, ()))
        closed[name] = frozenset(seen)
    return closed
