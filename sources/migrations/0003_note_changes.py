from django.db import migrations

from factcheck.freshness.operations import note_changes


class Migration(migrations.Migration):
    dependencies = [
        ("freshness", "0001_change"),
        ("sources", "0002_document_blind"),
    ]

    operations = [
        note_changes(
            "sources_anchoring",
            "sources_document",
            "sources_document_origins",
            "sources_documentcopy",
            "sources_origin",
            "sources_passage",
            "sources_publisher",
            "sources_snapshot",
        )
    ]
