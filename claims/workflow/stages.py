"""Moving a claim to another stage: the switch that the database asks for, and the write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from claims.models import Claim
from claims.models.guards_workflow import WORKFLOW_SWITCH


def move(claim: Claim, stage: str) -> None:
    """Put a locked claim into a stage; only `claims.workflow.steps` has business here."""
    with _switched():
        Claim.objects.filter(pk=claim.pk).update(stage=stage)
    claim.stage = stage


@contextmanager
def _switched() -> Iterator[None]:
    with transaction.atomic():
        _switch("on")
        yield
        _switch("off")


def _switch(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, TRUE)", [WORKFLOW_SWITCH, state])
