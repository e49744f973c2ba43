"""The moments at which the public record changed, one for each transaction that changed it.

One row that all writers update would make each wait for the others; so each transaction adds a
row of its own, by a trigger for each statement, and a deferred trigger puts the moment of the
commit into it (migrations/0001). Only the newest is asked for; `factcheck.access.admission` reads
it, and removes old ones.
"""

from django.db import models


class Change(models.Model):
    """at  when the transaction was about to commit, by PostgreSQL's clock"""

    at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
