"""The words of the tables are the words of the engine."""

import typing

import pytest

from claims.consistency import currency, evidence, hedges, period, report, status
from claims.models import choices


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (choices.Nature, report.NATURES),
        (choices.Modality, report.MODALITIES),
        (choices.PeriodMode, period.MODES),
        (choices.Basis, period.BASES),
        (choices.Stance, evidence.STANCES),
        (choices.EvidenceState, evidence.STATES),
        (choices.Status, status.STATUSES),
        (choices.Currency, currency.CURRENCIES),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_same_words(ours: type, theirs: typing.Iterable[str]):
    assert set(ours.values) == set(theirs)


def test_every_hedge_of_the_engine_can_be_stored():
    others = {"between", "vague", "several", "plus-minus", "bounds", "unknown"}
    assert set(choices.Hedge.values) == set(hedges.HEDGES) | others
