from django.db import migrations

from claims.roles import grant

GRANTED = {
    "admin": [
        "webhooks.view_subscription",
        "webhooks.add_subscription",
        "webhooks.change_subscription",
        "webhooks.view_delivery",
    ]
}


def make_groups(apps, schema_editor):
    grant(apps, GRANTED)


class Migration(migrations.Migration):
    dependencies = [("claims", "0013_history"), ("webhooks", "0002_outbox")]

    # The group stays when this is undone: people may be in it.
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
