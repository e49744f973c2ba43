"""What the triggers write down, and that it stays."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from claims.models import Claim, Subject
from claims.recheck import recheck_claim
from claims.workflow.steps import reject
from factcheck.history.begin import begin_histories
from factcheck.history.changes import histories
from sources.models import Document
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow.ready import WHEN, as_seen, checked, in_review

pytestmark = pytest.mark.django_db

TOLD_OTHERWISE = {
    "claims.Change": "a record itself, append-only",
    "claims.Clash": "computed",
    "claims.Signatory": "a record itself, append-only",
    "claims.EarlierClaim": "a record itself, append-only",
    "claims.FigureCount": "follows the figures and verdicts, by triggers",
    "claims.FigureEntry": "follows the figures and verdicts, by triggers",
    "claims.FigureMark": "follows the figures and verdicts, by triggers",
    "claims.Merge": "a record itself, append-only",
    "claims.StatusChange": "a record itself, append-only",
    "claims.SubjectName": "follows the subject, by a trigger",
    "claims.Transition": "a record itself, append-only",
    "claims.Verdict": "a record itself, append-only",
    "claims.Comment_mentions": "follows the comment's text",
    "sources.DocumentCopy": "computed",
}
"""Models without a history, and why."""


def events_of(row) -> list:
    return list(histories()[type(row)].objects.filter(pgh_obj=row.pk).order_by("pgh_id"))


def labels(row) -> list[str]:
    return [event.pgh_label for event in events_of(row)]


def run(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_every_table_that_people_write_has_a_history():
    own = {
        model
        for app in ("claims", "sources")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if not hasattr(model, "pgh_tracked_model") and not model._meta.proxy
    }
    without = {model._meta.label for model in own - histories().keys()}
    assert without == TOLD_OTHERWISE.keys()
    assert {User, User.groups.through} <= histories().keys()


def test_whatever_way_a_row_is_written_it_is_told():
    row, other = Subject.objects.bulk_create([Subject(name="A"), Subject(name="B")])
    Subject.objects.update(kind="place")
    run("UPDATE claims_subject SET aliases = '{Alpha}' WHERE id = %s", row.pk)
    run("DELETE FROM claims_subject WHERE id = %s", row.pk)

    assert labels(row) == ["insert", "update", "update", "delete"]
    assert [event.name for event in events_of(other)] == ["B", "B"]
    assert [event.kind for event in events_of(other)] == ["other", "place"]
    assert [event.aliases for event in events_of(row)] == [[], [], ["Alpha"], ["Alpha"]]


def test_sql_from_elsewhere_is_told_by_the_account_of_the_database():
    row = make.subject("Changed from afar")
    assert events_of(row)[0].pgh_context.keys() == {"database_user"}


def test_what_changes_nothing_and_what_is_computed_is_no_event():
    claim = checked()
    Claim.objects.filter(pk=claim.pk).update(note=claim.note)
    make.evidence(claim, state="accepted")
    before = len(events_of(claim))

    recheck_claim(claim=claim, at=TODAY)

    assert claim.status == "corroborated"  # so the recheck did write
    assert len(events_of(claim)) == before == 1


def test_a_document_s_origins_are_told_though_they_stand_in_another_table():
    document, origin = make.document(), make.origin()
    document.origins.add(origin)
    document.origins.clear()
    through = histories()[Document.origins.through]
    told = through.objects.filter(document=document.pk).order_by("pgh_id")
    assert [(e.pgh_label, e.origin_id) for e in told] == [
        ("insert", origin.pk),
        ("delete", origin.pk),
    ]


def test_a_verb_tells_its_person_and_its_reason_for_what_it_writes():
    reviewer, claim = person("reviewer"), in_review()
    reject(claim=claim, by=reviewer, **as_seen(claim), reason=" No source. ")
    last = events_of(claim)[-1]
    assert (last.stage, last.pgh_context["reason"]) == ("rejected", "No source.")
    assert (last.pgh_context["user"], last.pgh_context["name"]) == (
        reviewer.pk,
        reviewer.get_username(),
    )
    assert WHEN["now"] != last.pgh_created_at  # the clock of the database, not what is given


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE claims_subjecthistory SET pgh_context = '{}'",
        "DELETE FROM claims_subjecthistory",
        "TRUNCATE claims_subjecthistory",
        "SET LOCAL pgtrigger.ignore = '{\"\"}'; DELETE FROM claims_subjecthistory",
    ],
)
def test_a_history_is_append_only(sql):
    row = make.subject()
    refused = pytest.raises(IntegrityError, match="the history of subjects is append-only")
    with refused, transaction.atomic():
        run(sql)
    assert labels(row) == ["insert"]


def test_every_history_is_guarded_alike():
    tables = {model._meta.db_table for model in histories().values()}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, count(*) FROM pg_trigger WHERE tgname ~ "
            "'^pgtrigger_(append_only|not_emptied)_' AND tgrelid::regclass::text = ANY(%s) "
            "GROUP BY 1",
            [list(tables)],
        )
        assert dict(cursor.fetchall()) == dict.fromkeys(tables, 2)


def test_no_setting_keeps_a_change_out_of_the_history():
    row = make.subject()
    run("SELECT set_config('pgtrigger.ignore', array_agg(tgname)::text, TRUE) FROM pg_trigger")
    Subject.objects.filter(pk=row.pk).update(kind="place")
    assert labels(row) == ["insert", "update"]


def test_rows_that_were_there_first_are_told_as_they_stood():
    row = make.subject("Here before")
    with connection.schema_editor() as editor:
        begin_histories(apps, editor, app_label="claims")
    assert labels(row) == ["insert", "begin"]
    assert events_of(row)[-1].name == "Here before"
