"""Triggers of the ledger: every verdict is numbered and chained, every change has its place.

The functions that they call (`claims_ledger_said`, `claims_ledger_seen`, `claims_canonical`) come
with the migration of the ledger. docs/ledger.md says what is hashed and how.
"""

import pgtrigger

from sources.guards import Guard, refusal

_LOCK_LEDGER = "pg_advisory_xact_lock(hashtextextended('factcheck.ledger', 0))"
_LOCK_CHANGES = "pg_advisory_xact_lock(hashtextextended('factcheck.changes', 0))"

_OUT_OF_PLACE = "row % of the ledger cannot stand here: the next is row %"
_BACKWARDS = "row % of the ledger is of %, before the row that it follows (%)"
_NOT_ITS_CONTENT = "row % of the ledger: its columns are not what its content says (%)"
_BROKEN = (
    "row % of the ledger does not follow from the row before: it was altered, or a row is missing"
)


def chained(name: str) -> Guard:
    """Give every new verdict its number, its content and its place in the chain of hashes.

    A row without `content` is a new one: its content is built here, in the transaction that
    publishes it, and its time is not before the last row's and not after the clock. A row that
    brings its content comes from a record: it must follow, to the last bit, from the row before.

    Writers wait for one another from here to the end of their transactions, so that the order of
    the numbers is the order of the commits.
    """
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[
            ("last", "record"),
            ("said", "jsonb"),
            ("recorded", "boolean"),
            ("given", "text"),
        ],
        func=f"""
            PERFORM {_LOCK_LEDGER};
            SELECT number, hash, at INTO last FROM claims_verdict
                WHERE number > 0 ORDER BY number DESC LIMIT 1;
            recorded := NEW.content <> '{{}}';
            given := concat_ws(' ', NEW.content_hash, NEW.previous_hash, NEW.hash);
            IF recorded THEN
                IF NEW.number <> COALESCE(last.number, 0) + 1 THEN
                    {refusal(_OUT_OF_PLACE, "NEW.number", "COALESCE(last.number, 0) + 1")}
                END IF;
                IF NEW.at < last.at THEN
                    {refusal(_BACKWARDS, "NEW.number", "NEW.at", "last.at")}
                END IF;
                said := claims_ledger_said(NEW);
                IF NEW.content || said <> NEW.content THEN
                    {
            refusal(
                _NOT_ITS_CONTENT,
                "NEW.number",
                "(SELECT string_agg(key, ', ' ORDER BY key) FROM jsonb_each(said) "
                "WHERE NEW.content -> key IS DISTINCT FROM value)",
            )
        }
                END IF;
            ELSE
                NEW.number := COALESCE(last.number, 0) + 1;
                NEW.at := GREATEST(last.at, LEAST(NEW.at, clock_timestamp()));
                NEW.low_closed := NEW.low_closed AND NEW.low IS NOT NULL;
                NEW.high_closed := NEW.high_closed AND NEW.high IS NOT NULL;
                SELECT nature INTO NEW.nature FROM claims_figure WHERE id = NEW.figure_id;
                NEW.nature := COALESCE(NEW.nature, '');
                INSERT INTO claims_signatory (user_id)
                    SELECT DISTINCT signs FROM unnest(
                        ARRAY[NEW.submitted_by_id, NEW.approved_by_id]
                    ) AS signs ON CONFLICT (user_id) DO NOTHING;
                NEW.content := claims_ledger_seen(NEW) || claims_ledger_said(NEW);
            END IF;
            NEW.content_hash := encode(
                sha256(convert_to(claims_canonical(NEW.content), 'UTF8')), 'hex'
            );
            NEW.previous_hash := COALESCE(last.hash, repeat('0', 64));
            NEW.hash := encode(
                sha256(convert_to(NEW.previous_hash || NEW.content_hash, 'UTF8')), 'hex'
            );
            IF recorded AND given <>
                concat_ws(' ', NEW.content_hash, NEW.previous_hash, NEW.hash) THEN
                {refusal(_BROKEN, "NEW.number")}
            END IF;
            RETURN NEW;
        """,
    )


def published_name_stays(name: str, *, column: str, reference: str, what: str) -> Guard:
    """Refuse another key for a row that the ledger names.

    column, reference  of the key, and of `claims_verdict` for the row that has it
    """
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(column),
        condition=pgtrigger.AnyChange(column),
        func=f"""
            IF EXISTS (SELECT 1 FROM claims_verdict WHERE {reference} = OLD.id) THEN
                {
            refusal(
                f"the {column} of {what} “%” is cited by the ledger of verdicts: it stays",
                f"OLD.{column}",
            )
        }
            END IF;
            RETURN NEW;
        """,
    )


def takes_its_place_at_commit(name: str, *, kind: str, reference: str) -> Guard:
    """Give every new row its place in the order of changes, when its transaction commits.

    A number drawn while a transaction is under way says nothing about when it commits: a reader
    may meet 8, move on, and never see 7, which was drawn first and committed later. So the place
    is drawn at commit, under a lock that is held until the commit is done: whoever draws next
    sees the places before as they are for ever. The lock is held for the commit alone, not for
    the work before it. Places have no gaps, since a place that is rolled back is drawn again.
    """
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=f"""
            PERFORM {_LOCK_CHANGES};
            INSERT INTO claims_change (position, kind, claim_id, {reference}, at)
                SELECT COALESCE(max(position), 0) + 1, '{kind}', NEW.claim_id, NEW.id, NEW.at
                FROM claims_change;
            RETURN NULL;
        """,
    )


def placed_by_trigger(name: str) -> Guard:
    """Refuse a place in the order of changes that nobody drew at commit."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
        func=refusal(
            "the order of changes follows verdicts and status changes by itself: write those"
        ),
    )
