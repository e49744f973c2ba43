"""Triggers of what is computed: one writer for it, and a history that stays as it was written."""

import pgtrigger

from factcheck.postgresql.guards import TRUNCATE_SWITCH, Guard, refusal

COMPUTED_SWITCH = "factcheck.computed"
"""The setting of a transaction that lets it write what the engine computes."""


def _unless_switched(switch: str) -> str:
    return f"current_setting('{switch}', TRUE) IS DISTINCT FROM 'on'"


_COMPUTED = (
    "the status of a claim and all that follows from it is computed: change its evidence and "
    "call claims.recheck (or run: manage.py recheck); only recheck sets "
    f"{COMPUTED_SWITCH} = on for its transaction and writes here"
)


def computed_columns_follow_recheck(name: str, columns: list[str]) -> Guard:
    """Refuse a change of `columns` outside of a recheck."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(*columns),
        func=f"""
            IF {_unless_switched(COMPUTED_SWITCH)} THEN
                {refusal(_COMPUTED)}
            END IF;
            RETURN NEW;
        """,
    )


def computed_columns_start_unset(name: str, unset: str) -> Guard:
    """Refuse a new row with a computed value; `unset` is the SQL condition of a fresh row."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Condition(f"NOT ({unset})"),
        func=f"""
            IF {_unless_switched(COMPUTED_SWITCH)} THEN
                {refusal(_COMPUTED)}
            END IF;
            RETURN NEW;
        """,
    )


def written_by_recheck(name: str, operation) -> Guard:
    """Refuse any write to a table of computed rows outside of a recheck."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func=f"""
            IF {_unless_switched(COMPUTED_SWITCH)} THEN
                {refusal(_COMPUTED)}
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        """,
    )


def history_is_kept(name: str) -> Guard:
    """Refuse to change or delete a row of a history."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=refusal("the history of a claim is append-only: row % stays as it is", "OLD.id"),
    )


def history_is_not_emptied(name: str) -> Guard:
    """Refuse TRUNCATE of a history."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        func=f"""
            IF {_unless_switched(TRUNCATE_SWITCH)} THEN
                {refusal("the history of a claim is append-only: it cannot be emptied")}
            END IF;
            RETURN NULL;
        """,
    )
