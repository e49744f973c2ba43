"""What one release says beyond an earlier one, and why. No database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import ReleaseError
from .check import ledger_of
from .folder import read_manifest
from .manifest import Manifest


@dataclass(frozen=True, slots=True)
class Difference:
    """rows  the contents of the ledger's rows that are new, in their order
    added, changed, removed  the paths of files
    """

    earlier: Manifest
    later: Manifest
    rows: tuple[dict[str, Any], ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def compare(earlier: Path, later: Path) -> Difference:
    """ReleaseError unless the later release goes on from the earlier one, hash by hash."""
    old, new = read_manifest(earlier), read_manifest(later)
    head, rows = old.head["number"], []
    if new.head["number"] < head:
        raise ReleaseError(f"{later} is the earlier of the two: give them the other way round.")
    for row in ledger_of(later, new):
        number = row["content"]["number"]
        if number == head and row["hash"] != old.head["hash"]:
            raise ReleaseError(
                f"{later} does not go on from {earlier}: row {number} has another hash in it. One "
                "of the two ledgers was written anew."
            )
        if number > head:
            rows.append(row["content"])
    both = old.files.keys() & new.files.keys()
    return Difference(
        old,
        new,
        tuple(rows),
        added=tuple(sorted(new.files.keys() - old.files.keys())),
        changed=tuple(sorted(name for name in both if old.files[name] != new.files[name])),
        removed=tuple(sorted(old.files.keys() - new.files.keys())),
    )


def in_words(found: Difference) -> str:
    """Line by line: each new row with its reason, then how many files differ."""
    lines = [f"From {found.earlier.version} to {found.later.version}: {len(found.rows)} new rows."]
    for row in found.rows:
        instead = f", in place of {row['supersedes']}" if row["supersedes"] else ""
        value = f": {row['value']['wording']}" if row["value"]["wording"] else ""
        lines.append(
            f"  {row['number']}  {row['at'][:10]}  {row['kind']}{instead}, {row['claim']}{value}, "
            f"{row['rating']}"
        )
        lines.append(f"      {row['reason']}")
    lines.append(
        f"Files: {len(found.added)} added, {len(found.changed)} changed, "
        f"{len(found.removed)} removed."
    )
    return "\n".join(lines)
