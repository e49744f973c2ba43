"""The reviewers' view of the sources. Every save goes through a verb."""

from . import documents, passages, publishers

__all__ = ["documents", "passages", "publishers"]
