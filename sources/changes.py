"""The seam by which other apps learn that a source changed, in the same transaction.

``settings.SOURCES_CHANGE_HANDLERS`` lists dotted paths of functions that take one SourceChange.
They are called in order, before the change is committed; what one raises undoes the change.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class SourceChange:
    """Primary keys of what changed in a way that may change what is concluded from it.

    - publishers: another reliability;
    - documents: other origins, another publisher, date or near-duplicate;
    - passages: what became of them in a newer version (kept, moved, lost);
    - origins: another kind or name.
    """

    publishers: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()
    passages: frozenset[int] = frozenset()
    origins: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.publishers or self.documents or self.passages or self.origins)


def announce(change: SourceChange) -> None:
    """Call every handler with ``change``, unless it is empty. Needs a transaction."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "announce() must run in the transaction of the change it tells of"
        )
    if change:
        for path in getattr(settings, "SOURCES_CHANGE_HANDLERS", []):
            import_string(path)(change)
