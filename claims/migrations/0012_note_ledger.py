from django.db import migrations

from factcheck.freshness.operations import note_changes


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_ledger_constraints")]

    operations = [note_changes("claims_change", "claims_signatory")]
