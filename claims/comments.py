"""The verb of comments: a remark on a claim, plain text, which may name people by @username."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from .mentions import closest, resolve
from .models import Claim, Comment
from .saving import save_valid

COMMENT = "claims.add_comment"

LONGEST = 10_000
"""Characters in a comment."""


@transaction.atomic
def comment(*, claim: Claim, by: Any, text: str, now: datetime) -> Comment:
    """Say something on a claim; who is named in it by @username finds it in their mentions.

    A name that is nobody's is refused rather than dropped: the one who wrote it believes that
    someone was told. Raises PermissionDenied, or ValidationError by field.
    """
    if not by.has_perm(COMMENT):
        raise PermissionDenied(
            f"{by.get_username() or 'Someone who is not signed in'} may not comment on claims "
            f"(permission {COMMENT}): see docs/roles.md for the roles that may."
        )
    said = "\n".join(text.splitlines()).strip()
    if not said:
        raise ValidationError({"text": ["Write something first."]})
    if len(said) > LONGEST:
        raise ValidationError(
            {"text": [f"This has {len(said):,} characters; a comment has at most {LONGEST:,}."]}
        )
    people = _people()
    named, unknown = resolve(said, people)
    if unknown:
        raise ValidationError({"text": [_nobody(name, people) for name in unknown]})
    made = Comment(claim=claim, by=by, at=now, text=said)
    save_valid(made)
    made.mentions.set(people[name] for name in named)
    return made


def _people() -> dict[str, int]:
    """Who can read a comment, by their names."""
    accounts = get_user_model().objects.filter(is_active=True, is_staff=True)
    return dict(accounts.order_by("pk").values_list("username", "pk"))


def _nobody(name: str, people: dict[str, int]) -> str:
    meant = closest(name, people)
    guess = f" Did you mean @{meant}?" if meant else " Write it without the @ if it is no account."
    return f"Nobody here is called @{name}, so nobody would be told.{guess}"
