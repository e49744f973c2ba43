"""Finding @mentions in plain text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]*\w[\w.@+-]*)")
"""An @ that starts a word, so not the one in an address such as desk@example.org."""

_NO_END_OF_A_NAME = ".@+-"
"""What a user's name may hold, but what ends a sentence more often than a name."""


def mentions_in(text: str) -> list[tuple[str, ...]]:
    """Each mention as the names that it may mean, the likeliest first: “@rana.” → rana., rana."""
    found = []
    for match in _MENTION.finditer(text):
        name = match[1]
        shorter = name.rstrip(_NO_END_OF_A_NAME)
        found.append((name,) if shorter == name else (name, shorter))
    return found


def resolve(text: str, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Who is mentioned, of these names, and which mentions are nobody's; each once, as they come.

    Capitals do not matter, unless two names differ by nothing else.
    """
    known = list(names)
    exact = set(known)
    folded: dict[str, list[str]] = {}
    for name in known:
        folded.setdefault(name.casefold(), []).append(name)
    found: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for meant in mentions_in(text):
        name = _first(meant, exact, folded)
        if name is not None:
            found[name] = None
        else:
            unknown[meant[-1]] = None
    return list(found), list(unknown)


def _first(meant: tuple[str, ...], exact: set[str], folded: Mapping[str, list[str]]) -> str | None:
    for name in meant:
        if name in exact:
            return name
        alike = folded.get(name.casefold(), [])
        if len(alike) == 1:
            return alike[0]
    return None


def closest(name: str, names: Iterable[str]) -> str | None:
    """The name that someone who wrote this may have meant; None where none is near."""
    near = get_close_matches(name.casefold(), {n.casefold(): n for n in names}, n=1, cutoff=0.6)
    return next((n for n in names if near and n.casefold() == near[0]), None)
