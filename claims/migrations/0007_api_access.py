from django.db import migrations

from claims.roles import grant
from factcheck.freshness.operations import note_changes

GRANTED = {"admin": ["access.view_apikey", "access.add_apikey", "access.change_apikey"]}


def make_groups(apps, schema_editor):
    grant(apps, GRANTED)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_keys"),
        ("claims", "0006_merges"),
        ("freshness", "0001_change"),
    ]

    operations = [
        note_changes(
            "claims_adjudication",
            "claims_assignment",
            "claims_blindreading",
            "claims_claim",
            "claims_clash",
            "claims_comment",
            "claims_comment_mentions",
            "claims_earlierclaim",
            "claims_evidence",
            "claims_figure",
            "claims_merge",
            "claims_scope",
            "claims_scopeedge",
            "claims_scopeterm",
            "claims_statuschange",
            "claims_subject",
            "claims_subjectname",
            "claims_transition",
            "claims_verdict",
        ),
        # The group stays when this is undone: people may be in it.
        migrations.RunPython(make_groups, migrations.RunPython.noop),
    ]
