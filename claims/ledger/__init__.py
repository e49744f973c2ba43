"""The ledger of verdicts: numbered, chained by hashes, never changed (docs/ledger.md).

canonical  the canonical form of a verdict's content, and its hashes; pure
columns    what the columns of a verdict say, as its content has it; pure
moments    which moment a date stands for; pure
reads      the head of the ledger, and up to where it is settled
verify     whether anything in it was tampered with
"""

from .canonical import GENESIS, canonical, chain_hash, content_hash
from .moments import end_of_day
from .reads import Head, head, is_settled

__all__ = [
    "GENESIS",
    "Head",
    "canonical",
    "chain_hash",
    "content_hash",
    "end_of_day",
    "head",
    "is_settled",
]
