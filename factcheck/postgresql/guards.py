"""Triggers that hold for every writer: no session setting can switch a guard off.

django-pgtrigger keeps triggers in ``Meta.triggers`` and in migrations, which is what we want.
Its stock function, though, first asks the session setting ``pgtrigger.ignore`` whether to step
aside, so one ``SET`` in raw SQL would undo the promise that no quote is ever misquoted. A
``Guard`` is the same trigger without that question.
"""

import pgtrigger
from pgtrigger import compiler


class GuardSql(compiler.UpsertTriggerSql):
    """The installation SQL of a guard; migrations refer to this class, so its text is frozen."""

    def get_template(self) -> str:
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE PROCEDURE {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class Guard(pgtrigger.Trigger):
    """A trigger in ``Meta.triggers`` that raises ``IntegrityError`` and cannot be ignored.

    Its function should ``RAISE EXCEPTION ... USING ERRCODE = 'integrity_constraint_violation'``.
    """

    def compile(self, model) -> compiler.Trigger:
        compiled = super().compile(model)
        arguments = {k: v for k, v in compiled.sql.kwargs.items() if k != "ignore_func_name"}
        return compiler.Trigger(name=compiled.name, sql=GuardSql(**arguments))


def refusal(message: str, *values: str) -> str:
    """PL/pgSQL that refuses the row: ``message`` with a ``%`` for each SQL expression given."""
    quoted = message.replace("'", "''")
    arguments = "".join(f", {value}" for value in values)
    return (
        f"RAISE EXCEPTION '{quoted}'{arguments} USING ERRCODE = 'integrity_constraint_violation';"
    )


TRUNCATE_SWITCH = "factcheck.truncate"
"""The setting of a session that lets it empty a record (test databases do, between tests)."""


def record_is_kept(name: str, what: str, *, key: str = "id") -> Guard:
    """Refuse to change or delete a row of an append-only record; `key`: its primary key."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=refusal(f"{what} is append-only: row % stays as it is", f"OLD.{key}"),
    )


def record_is_not_emptied(name: str, what: str) -> Guard:
    """Refuse TRUNCATE of an append-only record."""
    return Guard(
        name=name,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        func=f"""
            IF current_setting('{TRUNCATE_SWITCH}', TRUE) IS DISTINCT FROM 'on' THEN
                {refusal(f"{what} is append-only: it cannot be emptied")}
            END IF;
            RETURN NULL;
        """,
    )
