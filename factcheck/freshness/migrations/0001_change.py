from django.db import migrations, models

# The setting is local to the transaction, and goes with a savepoint that is rolled back as the
# row does: so each transaction that changes something has exactly one row.
FUNCTIONS = """
CREATE FUNCTION freshness_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('factcheck.noted', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        INSERT INTO freshness_change (at) VALUES (clock_timestamp());
        PERFORM set_config('factcheck.noted', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION freshness_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE freshness_change SET at = clock_timestamp() WHERE id = NEW.id;
    RETURN NULL;
END $$;

-- Before there is a trigger: an event that waits for the commit would bar the making of the index.
INSERT INTO freshness_change (at) VALUES (clock_timestamp());

CREATE CONSTRAINT TRIGGER freshness_stamp AFTER INSERT ON freshness_change
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION freshness_stamp();
"""
GONE = """
DROP TRIGGER freshness_stamp ON freshness_change;
DROP FUNCTION freshness_stamp();
DROP FUNCTION freshness_note();
"""


class Migration(migrations.Migration):
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(FUNCTIONS, GONE),
    ]
