from django.db import migrations

# A trigger rather than the verb: whatever door a verdict or a change of status comes through, its
# messages are in the outbox when it commits, or neither is. It follows the insert into
# claims_change, which is made when a transaction commits: so the outbox has the order of changes.
#
# The jobs of first tries share a lock for each subscription, and are done one after the other in
# this order. A second try has no lock: nothing waits for a message that must wait itself.
FUNCTIONS = """
CREATE FUNCTION webhooks_defer(delivery bigint, lock text, due timestamptz) RETURNS void
LANGUAGE sql AS $$
    SELECT procrastinate_defer_jobs_v1(ARRAY[ROW(
        'webhooks', 'webhooks.deliver', 0, lock, NULL,
        jsonb_build_object('delivery', delivery), due
    )::procrastinate_job_to_defer_v1]);
$$;

CREATE FUNCTION webhooks_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    what_kind text := NEW.kind;
    about bigint;
    told bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM webhooks_subscription WHERE active) THEN
        RETURN NULL;
    END IF;
    IF NEW.verdict_id IS NOT NULL THEN
        SELECT said.kind, said.figure_id INTO what_kind, about
            FROM claims_verdict AS said WHERE said.id = NEW.verdict_id;
    ELSE
        -- What is not public yet is told to nobody; the same rule as that of /api/v1/changes/.
        IF NOT EXISTS (
            SELECT 1 FROM claims_change AS earlier WHERE earlier.claim_id = NEW.claim_id
            AND earlier.kind = 'verdict' AND earlier.position < NEW.position
        ) THEN
            RETURN NULL;
        END IF;
        SELECT claim.figure_id INTO about FROM claims_claim AS claim WHERE claim.id = NEW.claim_id;
    END IF;
    WITH noted AS (
        INSERT INTO webhooks_delivery (subscription_id, position)
        SELECT wants.id, NEW.position FROM webhooks_subscription AS wants
        WHERE wants.active AND what_kind = ANY (wants.kinds) AND (
            wants.what = 'all'
            OR wants.what = 'figure' AND wants.figure_id = about
            OR wants.what = 'subject' AND wants.subject_id = (
                SELECT series.subject_id FROM claims_figure AS series WHERE series.id = about
            )
        )
        ORDER BY wants.id
        RETURNING id, subscription_id
    )
    SELECT count(webhooks_defer(id, 'webhook:' || subscription_id, NULL)) INTO told FROM noted;
    RETURN NULL;
END $$;

CREATE TRIGGER webhooks_note AFTER INSERT ON claims_change
    FOR EACH ROW EXECUTE FUNCTION webhooks_note();
"""
GONE = """
DROP TRIGGER webhooks_note ON claims_change;
DROP FUNCTION webhooks_note();
DROP FUNCTION webhooks_defer(bigint, text, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("webhooks", "0001_tables"),
        ("claims", "0011_ledger_constraints"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [migrations.RunSQL(FUNCTIONS, GONE)]
