"""Triggers of this app: rules that span rows or tables, kept by PostgreSQL itself.

Each function here builds one trigger; the models say which they have. They hold for raw SQL
too, and each refusal says what was wrong and what to do. They guard against mistakes; whoever
owns the database can of course drop them.
"""

import pgtrigger

from factcheck.postgresql.guards import Guard, refusal


def keep_subject_names(name: str, operation) -> Guard:
    """Keep SubjectName in step with a subject; refuse a name that another subject has."""
    taken = refusal(
        "the name “%” already belongs to the subject “%”: use that one, or another alias",
        "taken.name",
        "taken.subject",
    )
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        declare=[("taken", "record")],
        func=f"""
            DELETE FROM claims_subjectname WHERE subject_id = NEW.id;
            SELECT given.name, s.name AS subject INTO taken
                FROM unnest(NEW.aliases || NEW.name::text) AS given(name)
                JOIN claims_subjectname n ON n.folded = claims_fold_name(given.name)
                JOIN claims_subject s ON s.id = n.subject_id
                LIMIT 1;
            IF FOUND THEN
                {taken}
            END IF;
            IF EXISTS (SELECT 1 FROM unnest(NEW.aliases) AS given(name)
                       WHERE claims_fold_name(given.name) = '') THEN
                {refusal("an alias of the subject “%” is empty", "NEW.name")}
            END IF;
            INSERT INTO claims_subjectname (subject_id, folded)
                SELECT DISTINCT NEW.id, claims_fold_name(given.name)
                FROM unnest(NEW.aliases || NEW.name::text) AS given(name);
            RETURN NULL;
        """,
    )


def drop_subject_names(name: str, operation) -> Guard:
    """Take a deleted subject's names with it."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func="DELETE FROM claims_subjectname WHERE subject_id = OLD.id; RETURN OLD;",
    )


def only_by_trigger(name: str, source: str) -> Guard:
    """Refuse a write to a derived table unless it comes from the trigger of `source`."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
        func=refusal(f"this table follows {source} by itself: change {source} instead"),
    )


def never_changes(name: str, column: str, message: str) -> Guard:
    """Refuse a change of one column."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(column),
        condition=pgtrigger.AnyChange(column),
        func=refusal(message),
    )


def scope_edges_have_no_cycle(name: str, operation) -> Guard:
    """Refuse an edge between dimensions, and one that would close a circle.

    Writers wait for one another: two edges that close a circle only together must not pass
    side by side.
    """
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        declare=[("narrower", "claims_scopeterm"), ("wider", "claims_scopeterm")],
        func=f"""
            PERFORM pg_advisory_xact_lock(hashtextextended('claims_scopeedge', 0));
            SELECT * INTO narrower FROM claims_scopeterm WHERE id = NEW.narrower_id;
            SELECT * INTO wider FROM claims_scopeterm WHERE id = NEW.wider_id;
            IF narrower.dimension <> wider.dimension THEN
                {
            refusal(
                "“%” is a % and “%” a %: one cannot lie within the other",
                "narrower.name",
                "narrower.dimension",
                "wider.name",
                "wider.dimension",
            )
        }
            END IF;
            IF EXISTS (
                WITH RECURSIVE above(id) AS (
                    SELECT NEW.wider_id
                    UNION
                    SELECT e.wider_id FROM claims_scopeedge e JOIN above ON e.narrower_id = above.id
                )
                SELECT 1 FROM above WHERE id = NEW.narrower_id
            ) THEN
                {
            refusal(
                "“%” within “%” would close a circle: “%” already lies within “%”",
                "narrower.name",
                "wider.name",
                "wider.name",
                "narrower.name",
            )
        }
            END IF;
            RETURN NULL;
        """,
    )


def scope_terms_fit(name: str, operation) -> Guard:
    """Refuse a scope whose geography is a population, and so on."""
    wrong = refusal(
        "the scope's % cannot be “%”, which is a %", "term.part", "term.name", "term.dimension"
    )
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        declare=[("term", "record")],
        func=f"""
            FOR term IN
                SELECT given.part, t.name, t.dimension FROM (VALUES
                    ('geography', NEW.geography_id),
                    ('population', NEW.population_id),
                    ('role', NEW.role_id)
                ) AS given(part, id) JOIN claims_scopeterm t USING (id)
                WHERE t.dimension <> given.part
            LOOP
                {wrong}
            END LOOP;
            RETURN NEW;
        """,
    )


_EVENT_DATE = "the figure “%” is the date of an event: its % is the period, not a number"


def event_date_figures_hold_no_numbers(name: str, operation) -> Guard:
    """Refuse to make a figure an event date while claims or evidence give it numbers."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        condition=pgtrigger.Condition("NEW.nature = 'event-date'"),
        func=f"""
            IF EXISTS (SELECT 1 FROM claims_claim
                       WHERE figure_id = NEW.id AND reading IS NOT NULL)
                OR EXISTS (SELECT 1 FROM claims_evidence e JOIN claims_claim c ON c.id = e.claim_id
                           WHERE c.figure_id = NEW.id AND e.reading IS NOT NULL)
            THEN
                {refusal(_EVENT_DATE, "NEW.slug", "'value'")}
            END IF;
            RETURN NEW;
        """,
    )


def claim_of_event_holds_no_number(name: str, operation) -> Guard:
    """Refuse a number in a claim, or in its evidence, about the date of an event."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        condition=pgtrigger.Condition("NEW.figure_id IS NOT NULL"),
        declare=[("figure", "record")],
        func=f"""
            SELECT slug, nature INTO figure FROM claims_figure WHERE id = NEW.figure_id FOR SHARE;
            IF figure.nature = 'event-date' AND (
                NEW.reading IS NOT NULL OR EXISTS (
                    SELECT 1 FROM claims_evidence
                    WHERE claim_id = NEW.id AND reading IS NOT NULL)
            ) THEN
                {refusal(_EVENT_DATE, "figure.slug", "'value'")}
            END IF;
            RETURN NEW;
        """,
    )


def evidence_fits_its_claim(name: str, operation) -> Guard:
    """Refuse a number as evidence on an event's date, and a correction across claims."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        declare=[("figure", "record"), ("corrected", "record")],
        func=f"""
            IF NEW.reading IS NOT NULL THEN
                SELECT f.slug, f.nature INTO figure
                    FROM claims_claim c JOIN claims_figure f ON f.id = c.figure_id
                    WHERE c.id = NEW.claim_id FOR SHARE OF f;
                IF FOUND AND figure.nature = 'event-date' THEN
                    {refusal(_EVENT_DATE, "figure.slug", "'value'")}
                END IF;
            END IF;
            IF NEW.corrects_id IS NOT NULL THEN
                SELECT key, claim_id INTO corrected FROM claims_evidence
                    WHERE id = NEW.corrects_id;
                IF corrected.claim_id <> NEW.claim_id THEN
                    {
            refusal(
                "evidence “%” cannot correct “%”, which is evidence on another claim",
                "NEW.key",
                "corrected.key",
            )
        }
                END IF;
                IF EXISTS (
                    WITH RECURSIVE below(id) AS (
                        SELECT NEW.corrects_id
                        UNION
                        SELECT e.corrects_id FROM claims_evidence e JOIN below ON e.id = below.id
                        WHERE e.corrects_id IS NOT NULL
                    )
                    SELECT 1 FROM below WHERE id = NEW.id
                ) THEN
                    {
            refusal("evidence “%” and “%” cannot correct one another", "NEW.key", "corrected.key")
        }
                END IF;
            END IF;
            RETURN NEW;
        """,
    )
