"""What was recorded before there was a ledger enters it as if it had always been there."""

import importlib
from datetime import timedelta

import pytest
from django.db import connection

from claims.ledger.verify import verify
from claims.models import Change, Verdict
from tests.claims.workflow.ready import in_review, reopened, verified

from .rows import NOON, ledger

BACK = """
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE claims_verdict DISABLE TRIGGER USER;
    ALTER TABLE claims_verdict ALTER number DROP NOT NULL;
    ALTER TABLE claims_verdict DROP CONSTRAINT verdict_number_counts_from_one;
    ALTER TABLE claims_verdict DROP CONSTRAINT verdict_content_hash_sane;
    ALTER TABLE claims_verdict DROP CONSTRAINT verdict_previous_hash_sane;
    ALTER TABLE claims_verdict DROP CONSTRAINT verdict_hash_sane;
    UPDATE claims_verdict SET number = NULL, content = '{}', content_hash = '',
        previous_hash = '', hash = '', nature = '', hedge = '', period_basis = 'inferred';
    ALTER TABLE claims_verdict ENABLE TRIGGER USER;
    ALTER TABLE claims_change DISABLE TRIGGER USER;
    DELETE FROM claims_change;
    ALTER TABLE claims_change ENABLE TRIGGER USER;
"""


@pytest.mark.django_db
def test_the_rows_there_are_are_chained_in_the_order_in_which_they_were_written():
    verified(in_review(reopened()))
    ledger(2, at=NOON + timedelta(days=1))
    columns = ("pk", "number", "content", "hash")
    before = list(Verdict.objects.order_by("pk").values_list(*columns))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        places = set(Change.objects.values_list("kind", "verdict", "status_change"))
        cursor.execute(BACK)
        assert not Verdict.objects.exclude(number=None).exists()
        migration = importlib.import_module("claims.migrations.0010_ledger_chain")
        cursor.execute(migration.CHAIN_WHAT_THERE_IS)
    assert list(Verdict.objects.order_by("pk").values_list(*columns))[2:] != []
    after = list(Verdict.objects.order_by("pk").values_list(*columns))
    assert [row[:2] for row in after] == [row[:2] for row in before]
    assert after[0][2]["period"] == before[0][2]["period"]
    assert set(Change.objects.values_list("kind", "verdict", "status_change")) == places
    assert verify().bad is None
