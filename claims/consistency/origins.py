"""Origins, not documents, are counted: which evidence goes back to one source.

Union-find over keys: the same document, the same named upstream, one speaker's statement,
near-duplicate text. Linear in the number of keys. Source: docs/consistency.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .evidence import Evidence


def group_by_key(members: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Member → the smallest member of its group; members that share any key are one group."""
    parent = {member: member for member in members}

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    holder: dict[str, str] = {}
    for member, keys in members.items():
        for key in keys:
            other = holder.setdefault(key, member)
            small, large = sorted((root(member), root(other)))
            parent[large] = small
    return {member: root(member) for member in members}


def origin_of_each(evidence: Sequence[Evidence]) -> dict[str, str]:
    """Evidence id → its origin, named by the smallest evidence id of the group."""
    return group_by_key({e.id: _keys(e) for e in evidence})


def _keys(evidence: Evidence) -> list[str]:
    keys = [f"origin:{key}" for key in evidence.origins]
    if evidence.document is not None:
        keys.append(f"document:{evidence.document}")
    return keys


def count_documents(evidence: Iterable[Evidence]) -> int:
    """Distinct documents; evidence without one counts as a document of its own."""
    return len({e.document if e.document is not None else f"\0{e.id}" for e in evidence})
