"""Tokens that no space parts from a number."""

from __future__ import annotations

from ..page import Page

MOST = 12
"""Tokens that one left-out thing may take."""


PUNCTUATION = frozenset(".,;:!?)]\"'—")


def attached_run(page: Page, at: int) -> int:
    end = at + 1
    while end - at < MOST and page.attached(end) and page.text(end) not in PUNCTUATION:
        end += 1
    return end
