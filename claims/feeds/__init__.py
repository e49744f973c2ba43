"""Feeds of verdicts and of corrections, for people who follow the record.

feed       a feed and its entries, whatever the format; pure
atom       as Atom 1.0; pure
json_feed  as JSON Feed 1.1; pure
"""

from .atom import atom
from .feed import CORRECTIONS, VERDICTS, Feed, entry
from .json_feed import json_feed

FORMATS = {"atom": atom, "json": json_feed}
"""Each makes the bytes of a Feed."""

__all__ = ["CORRECTIONS", "FORMATS", "VERDICTS", "Feed", "atom", "entry", "json_feed"]
