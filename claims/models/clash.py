"""Clashes: two claims about one figure and one time that cannot both be true."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Insert, Update

from . import guards_computed
from .claim import Claim


class Clash(models.Model):
    """An unordered pair of claims, kept with the smaller id first; written by `claims.recheck`."""

    a = models.ForeignKey(Claim, models.PROTECT, related_name="clashes_as_a")
    b = models.ForeignKey(Claim, models.PROTECT, related_name="clashes_as_b")

    class Meta:
        ordering = ["a", "b"]
        verbose_name_plural = "clashes"
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="clash_unique"),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")),
                name="clash_smaller_id_first",
                violation_error_message="A clash names the claim with the smaller id first.",
            ),
        ]
        triggers = [guards_computed.written_by_recheck("by_recheck_only", Insert | Update | Delete)]

    def __str__(self) -> str:
        return f"{self.a_id} against {self.b_id}"
