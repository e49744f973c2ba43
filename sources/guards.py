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
