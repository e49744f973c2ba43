"""Triggers of the workflow: four eyes, records that stay, what a verified claim refuses."""

import pgtrigger

from factcheck.postgresql.guards import Guard, refusal
from factcheck.postgresql.guards import record_is_kept as record_is_kept
from factcheck.postgresql.guards import record_is_not_emptied as record_is_not_emptied

WORKFLOW_SWITCH = "factcheck.workflow"
"""The setting of a transaction that lets `claims.workflow` move a claim to another stage."""


def stage_follows_workflow(name: str) -> Guard:
    """Refuse a change of stage outside of the workflow's verbs."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("stage"),
        func=f"""
            IF current_setting('{WORKFLOW_SWITCH}', TRUE) IS DISTINCT FROM 'on' THEN
                {
            refusal(
                "a claim's stage follows its way through review: submit, approve, reject or "
                "reopen it (claims.workflow), which records who did so and why"
            )
        }
            END IF;
            RETURN NEW;
        """,
    )


def stage_starts_as_draft(name: str) -> Guard:
    """Refuse a new claim that is past its draft."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Condition("NEW.stage <> 'draft'"),
        func=refusal("a new claim is a draft: submit it for review afterwards"),
    )


def verified_claim_stays(name: str, columns: list[str]) -> Guard:
    """Refuse a change to what a verified claim asserts."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*columns),
        func=f"""
            IF OLD.stage = 'verified' THEN
                {refusal("claim “%” is verified: reopen it before you change it", "OLD.key")}
            END IF;
            RETURN NEW;
        """,
    )


def version_counts_changes(name: str, columns: list[str]) -> Guard:
    """Raise `version` with every change to these columns, so that lost updates show."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*columns),
        func="NEW.version = OLD.version + 1; RETURN NEW;",
    )


def earlier_claim_is_kept(name: str, fields: list[str]) -> Guard:
    """Keep a claim as it was before a change of its words or, past the draft, of its evidence."""
    columns = ["version", "fingerprint", *("figure_id" if f == "figure" else f for f in fields)]
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            "OLD.version <> NEW.version "
            "OR OLD.fingerprint <> NEW.fingerprint AND OLD.stage <> 'draft'"
        ),
        func=f"""
            INSERT INTO claims_earlierclaim
                    (claim_id, until, explanation, {", ".join(columns)})
                VALUES (
                    OLD.id,
                    now(),
                    CASE WHEN OLD.stage = 'draft' THEN '{{}}' ELSE OLD.explanation END,
                    {", ".join(f"OLD.{column}" for column in columns)}
                );
            RETURN NULL;
        """,
    )


def earlier_claims_go_with_it(name: str, operation) -> Guard:
    """Take what a deleted claim once said with it (one past its draft is not deleted)."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func="DELETE FROM claims_earlierclaim WHERE claim_id = OLD.id; RETURN OLD;",
    )


def four_eyes(name: str, operation) -> Guard:
    """Refuse an approval or rejection by the person who submitted the claim."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        condition=pgtrigger.Condition("NEW.step IN ('approve', 'reject')"),
        declare=[("submitter", "bigint")],
        func=f"""
            SELECT by_id INTO submitter FROM claims_transition
                WHERE claim_id = NEW.claim_id AND step = 'submit' ORDER BY id DESC LIMIT 1;
            IF submitter = NEW.by_id THEN
                {refusal("four eyes: the one who submitted a claim cannot % it", "NEW.step")}
            END IF;
            RETURN NEW;
        """,
    )


def nobody_approves_their_own_words(name: str, operation) -> Guard:
    """Refuse an approval by the person who, since the submission, changed what is approved."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        condition=pgtrigger.Condition("NEW.step = 'approve'"),
        declare=[("submitted", "integer"), ("claim", "record")],
        func=f"""
            SELECT version INTO submitted FROM claims_transition
                WHERE claim_id = NEW.claim_id AND step = 'submit' ORDER BY id DESC LIMIT 1;
            SELECT version, changed_by_id INTO claim FROM claims_claim
                WHERE id = NEW.claim_id FOR UPDATE;
            IF claim.version <> submitted AND claim.changed_by_id = NEW.by_id THEN
                {refusal("four eyes: who changed a claim in review cannot approve it")}
            END IF;
            RETURN NEW;
        """,
    )


def starts_where_the_claim_stands(name: str, operation) -> Guard:
    """Refuse a transition from a stage that the claim is not in."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        declare=[("claim", "record")],
        func=f"""
            SELECT key, stage INTO claim FROM claims_claim WHERE id = NEW.claim_id FOR UPDATE;
            IF claim.stage <> NEW.from_stage THEN
                {
            refusal(
                "claim “%” is %, not %: look at it again",
                "claim.key",
                "claim.stage",
                "NEW.from_stage",
            )
        }
            END IF;
            RETURN NEW;
        """,
    )


def supersedes_within_the_claim(name: str) -> Guard:
    """Refuse a verdict that supersedes another claim's verdict."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Condition("NEW.supersedes_id IS NOT NULL"),
        func=f"""
            IF NOT EXISTS (SELECT 1 FROM claims_verdict
                           WHERE id = NEW.supersedes_id AND claim_id = NEW.claim_id) THEN
                {refusal("a verdict supersedes a verdict on the same claim")}
            END IF;
            RETURN NEW;
        """,
    )


def submitted_reading_stands(name: str) -> Guard:
    """Refuse to change or delete a blind reading that is handed in."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.submitted_at IS NOT NULL"),
        func=refusal("a blind reading that is handed in stands as it is"),
    )


def adjudicator_is_a_third_person(name: str, operation) -> Guard:
    """Refuse a ruling by one of the readers whose readings differ."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func=f"""
            IF EXISTS (SELECT 1 FROM claims_blindreading
                       WHERE claim_id = NEW.claim_id AND passage_id = NEW.passage_id
                         AND reader_id = NEW.by_id) THEN
                {refusal("an adjudicator is a third person: readers do not rule on themselves")}
            END IF;
            RETURN NEW;
        """,
    )
