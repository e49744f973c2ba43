"""What was said, and where: the models of the sources app."""

from .document import Document, DocumentCopy
from .passage import Anchoring, Passage
from .publisher import Origin, Publisher
from .snapshot import Snapshot

__all__ = [
    "Anchoring",
    "Document",
    "DocumentCopy",
    "Origin",
    "Passage",
    "Publisher",
    "Snapshot",
]
