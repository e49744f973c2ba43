"""The team's part of a claim's page, and of the admin's first page, whose views are others'."""

from typing import Any

from django import template
from django.utils import timezone

from claims.models import Claim
from claims.queues.board import Line, board
from claims.queues.teamwork import Teamwork, teamwork_of

register = template.Library()


@register.simple_tag
def teamwork(claim: Claim, person: Any) -> Teamwork:
    """Whose hands a claim is in, and its comments; see `claims.queues.teamwork`."""
    return teamwork_of(claim, person, now=timezone.now())


@register.simple_tag
def queues_board(person: Any) -> list[Line]:
    """Every queue with its count; see `claims.queues.board`."""
    return board(person, now=timezone.now())
