"""Where migrations look for the guards, which are `factcheck.postgresql.guards`."""

from factcheck.postgresql.guards import Guard, GuardSql, refusal

__all__ = ["Guard", "GuardSql", "refusal"]
