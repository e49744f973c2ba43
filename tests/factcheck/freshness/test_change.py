"""PostgreSQL notes when the public record changes, whoever changes it and however."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from pghistory.models import Event

from factcheck.freshness.models import Change
from sources.models import Origin


def run(sql: str) -> list:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


@pytest.mark.django_db
def test_every_table_of_the_record_is_noted():
    # What the record was before is not the record, and accounts are no part of it.
    tables = {
        model._meta.db_table
        for label in ("sources", "claims")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not issubclass(model, Event) and not model._meta.proxy
    }
    noted = run("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'freshness_note'")
    missing = tables - {table for (table,) in noted}
    assert not missing, "add them with factcheck.freshness.operations.note_changes in a migration"


@pytest.mark.django_db(transaction=True)
def test_a_transaction_is_noted_once_at_its_end_and_only_if_it_changed_something():
    Change.objects.all().delete()
    with transaction.atomic():
        Origin.objects.create(name="a", kind="statement")
        run("INSERT INTO sources_origin (name, kind, note) VALUES ('b', 'statement', '')")
        (held,) = Change.objects.all()
        (before,) = run("SELECT clock_timestamp()")[0]
    (noted,) = Change.objects.all()
    assert noted.pk == held.pk and held.at < before < noted.at
    Origin.objects.count()
    assert Change.objects.count() == 1
    Origin.objects.filter(name="a").delete()
    assert Change.objects.count() == 2


@pytest.mark.django_db
def test_what_is_rolled_back_is_no_change_and_the_next_is_one():
    before = Change.objects.count()
    try:
        with transaction.atomic():
            Origin.objects.create(name="a", kind="statement")
            raise LookupError
    except LookupError:
        assert Change.objects.count() == before
    Origin.objects.create(name="b", kind="statement")
    assert Change.objects.count() == before + 1
