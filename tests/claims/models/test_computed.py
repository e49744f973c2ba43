"""Only a recheck writes what the engine computes: raw SQL of everyone else is refused."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.computed import computed_writes
from claims.models import Claim, Clash, StatusChange
from claims.models.claim import COMPUTED

from .. import make
from . import raw

pytestmark = pytest.mark.django_db

COMPUTED_ONLY = "call claims.recheck"

VALUES = {
    "status": "'refuted'",
    "currency": "'current'",
    "needs_review": "TRUE",
    "review_reasons": "'{tension}'",
    "supports": "5",
    "conflicts": "5",
    "mixed": "5",
    "fingerprint": f"'{'a' * 64}'",
    "explanation": """'{"status": "refuted"}'""",
    "engine_version": "'99'",
    "config_version": "'99'",
    "checked_at": "now()",
}


def test_every_computed_column_is_tried_here():
    assert VALUES.keys() == set(COMPUTED)


@pytest.mark.parametrize("column", VALUES)
def test_a_computed_column_is_not_for_updating(column):
    make.claim()
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY):
        raw.execute(f"UPDATE claims_claim SET {column} = {VALUES[column]}")


@pytest.mark.parametrize("column", VALUES)
def test_a_new_claim_has_nothing_computed(column):
    figure = make.figure()
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY):
        raw.execute(
            f"""
            INSERT INTO claims_claim (key, statement, claimant, figure_id, about_now, example, note,
                wording, hedge, unit, discrete, period_mode, period_basis, modality, {column})
            VALUES ('raw', 'A statement.', '', %s, FALSE, FALSE, '',
                '', '', '', FALSE, 'instant', 'stated', 'observation', {VALUES[column]})
            """,
            figure.pk,
        )


def test_other_columns_are_free():
    make.claim()
    assert raw.execute("UPDATE claims_claim SET note = 'seen'") == 1


def test_the_switch_ends_with_its_block():
    claim = make.claim()
    with computed_writes():
        raw.execute("UPDATE claims_claim SET supports = 1")
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY):
        raw.execute("UPDATE claims_claim SET supports = 2")
    claim.refresh_from_db()
    assert claim.supports == 1


def test_the_switch_ends_with_a_failure_too():
    make.claim()
    with pytest.raises(ZeroDivisionError), computed_writes():
        raise ZeroDivisionError
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY):
        raw.execute("UPDATE claims_claim SET supports = 2")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("status = 'true'", "claim_status_known"),
        ("currency = 'fresh'", "claim_currency_known"),
        ("needs_review = TRUE", "claim_review_with_reasons"),
        ("review_reasons = '{tension}'", "claim_review_with_reasons"),
        ("fingerprint = 'ABC'", "claim_fingerprint_sane"),
        ("supports = -1", "claims_claim_supports_check"),
        ("conflicts = -1", "claims_claim_conflicts_check"),
        ("mixed = -1", "claims_claim_mixed_check"),
    ],
)
def test_what_is_computed_is_sane_too(change, message):
    make.claim()
    with pytest.raises(IntegrityError, match=message), computed_writes():
        raw.execute(f"UPDATE claims_claim SET {change}")


@pytest.fixture
def change():
    with computed_writes():
        return StatusChange.objects.create(
            claim=make.claim(),
            from_status="unsupported",
            to_status="refuted",
            why="Two origins contradict it.",
            at=timezone.now(),
            engine_version="1",
        )


def test_a_status_change_is_for_recheck_to_write():
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY), transaction.atomic():
        StatusChange.objects.create(
            claim=make.claim(),
            from_status="unsupported",
            to_status="refuted",
            why="I say so.",
            at=timezone.now(),
            engine_version="1",
        )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE claims_statuschange SET why = 'Otherwise.'",
        "DELETE FROM claims_statuschange",
        "TRUNCATE claims_statuschange CASCADE",
    ],
    ids=["update", "delete", "truncate"],
)
def test_history_stays_even_for_a_recheck(change, sql):
    raw.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come is not emptied
    with pytest.raises(IntegrityError, match="append-only"), computed_writes():
        raw.execute(sql)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"to_status": "unsupported"}, "status_change_is_a_change"),
        ({"to_status": "true"}, "status_change_to_known"),
        ({"from_status": "true"}, "status_change_from_known"),
        ({"why": " "}, "status_change_says_why"),
    ],
)
def test_a_status_change_says_from_what_to_what_and_why(change, fields, message):
    change.pk = None
    for name, value in fields.items():
        setattr(change, name, value)
    with pytest.raises(IntegrityError, match=message), computed_writes():
        change.save(force_insert=True)


def test_a_claim_with_history_is_not_deleted(change):
    with pytest.raises(IntegrityError, match="claims_statuschange"), transaction.atomic():
        raw.execute("DELETE FROM claims_claim")
        raw.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_clash_is_for_recheck_to_write():
    a, b = make.claim(), make.claim()
    with pytest.raises(IntegrityError, match=COMPUTED_ONLY), transaction.atomic():
        Clash.objects.create(a=a, b=b)
    with computed_writes():
        Clash.objects.create(a=a, b=b)
    for sql in ("UPDATE claims_clash SET a_id = a_id", "DELETE FROM claims_clash"):
        with pytest.raises(IntegrityError, match=COMPUTED_ONLY):
            raw.execute(sql)


@pytest.mark.parametrize("order", [("b", "a"), ("a", "a")], ids=["larger first", "with itself"])
def test_a_clash_names_the_smaller_id_first(order):
    claims = {"a": make.claim(), "b": make.claim()}
    with pytest.raises(IntegrityError, match="clash_smaller_id_first"), computed_writes():
        Clash.objects.create(a=claims[order[0]], b=claims[order[1]])


def test_a_clash_stands_once():
    a, b = make.claim(), make.claim()
    with computed_writes():
        Clash.objects.create(a=a, b=b)
        with pytest.raises(IntegrityError, match="clash_unique"):
            raw.insert("claims_clash", {"a_id": a.pk, "b_id": b.pk})


def test_a_fresh_claim_is_unsupported():
    claim = Claim.objects.get(pk=make.claim().pk)
    assert (claim.status, claim.currency, claim.needs_review) == ("unsupported", "undated", False)
    assert claim.checked_at is None
