"""What was said, and where: the models of the sources app."""

from .document import Document, DocumentCopy, DocumentOrigin
from .passage import Anchoring, Passage
from .publisher import Origin, Publisher
from .snapshot import Snapshot

__all__ = [
    "Anchoring",
    "Document",
    "DocumentCopy",
    "DocumentOrigin",
    "Origin",
    "Passage",
    "Publisher",
    "Snapshot",
]
