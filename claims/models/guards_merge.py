"""The trigger of merging: where a merged claim leads, and which claims are not merged."""

import pgtrigger

from factcheck.postgresql.guards import Guard, refusal


def merged_claims_lead_on(name: str) -> Guard:
    """Refuse to merge a claim that is being decided on or verified, into one that is merged
    itself, or while others lead to it: a link leads to a living claim in one step."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("merged_into_id"),
        declare=[("other", "record")],
        func=f"""
            IF NEW.merged_into_id IS NULL THEN
                RETURN NEW;
            END IF;
            IF NEW.stage IN ('in-review', 'verified') THEN
                {
            refusal(
                "claim “%” is %: it cannot be merged before that is undone", "NEW.key", "NEW.stage"
            )
        }
            END IF;
            SELECT key, merged_into_id INTO other FROM claims_claim
                WHERE id = NEW.merged_into_id FOR SHARE;
            IF other.merged_into_id IS NOT NULL THEN
                {
            refusal("claim “%” was merged itself: merge into the one that it led to", "other.key")
        }
            END IF;
            SELECT key INTO other FROM claims_claim WHERE merged_into_id = NEW.id LIMIT 1;
            IF FOUND THEN
                {
            refusal("claim “%” was merged into “%”: let it lead on first", "other.key", "NEW.key")
        }
            END IF;
            RETURN NEW;
        """,
    )
