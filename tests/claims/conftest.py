"""Fixtures that the tests of claims share."""

from .spy import rechecked

__all__ = ["rechecked"]
