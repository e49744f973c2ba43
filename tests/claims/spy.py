"""Which claims a recheck looked at: the engine still answers, it is only listened to."""

from __future__ import annotations

import pytest

from claims import recheck


@pytest.fixture
def rechecked(monkeypatch) -> list[str]:
    """Keys of the claims that the engine was asked about, in the order of asking."""
    asked: list[str] = []
    ask = recheck.assess

    def listening(claim, *args, **kwargs):
        asked.append(claim.id)
        return ask(claim, *args, **kwargs)

    monkeypatch.setattr(recheck, "assess", listening)
    return asked
