"""Django's question, answered: which database a model is read from and written to."""

from __future__ import annotations

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from .route import reading_from, stay_on_primary


class ReplicaRouter:
    """Reads of the applications in `settings.REPLICA_APPS` go along the request's route.

    Everything else is the primary's: sessions, accounts and keys must be seen at once by whoever
    made them. A request that has written goes on with the primary.
    """

    def db_for_read(self, model, **hints) -> str:
        if model._meta.app_label in settings.REPLICA_APPS:
            return reading_from()
        return DEFAULT_DB_ALIAS

    def db_for_write(self, model, **hints) -> str:
        stay_on_primary()
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints) -> bool:
        return True  # they are all copies of one database

    def allow_migrate(self, db: str, app_label: str, **hints) -> bool | None:
        return None if db == DEFAULT_DB_ALIAS else False
