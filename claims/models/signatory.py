"""Signatories: under which reference a person signs in public, in place of their name."""

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models

from . import guards_workflow


class Signatory(models.Model):
    """A person's reference in the ledger of verdicts; made with their first verdict.

    What is hashed and published for ever should not hold a name that may have to be forgotten.
    The reference is drawn by chance and says nothing; two verdicts with the same one are of the
    same person.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signatory")
    reference = models.UUIDField(unique=True, db_default=RandomUUID(), editable=False)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "signatories"
        triggers = [
            guards_workflow.record_is_kept("append_only", "the list of signatories"),
            guards_workflow.record_is_not_emptied("not_emptied", "the list of signatories"),
        ]

    def __str__(self) -> str:
        return str(self.reference)
