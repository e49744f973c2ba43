"""Making and revoking keys."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from .models import ApiKey
from .tokens import digest_of, new_token, prefix_of


def make_key(
    *,
    name: str,
    owner: AbstractBaseUser,
    scopes: Collection[str],
    by: AbstractBaseUser,
    at: datetime,
    expires_at: datetime | None = None,
    rate: int | None = None,
    note: str = "",
) -> tuple[ApiKey, str]:
    """The new key, and its token: this is the only time that anyone sees it.

    Raises ValidationError where a value is wrong.
    """
    token = new_token()
    key = ApiKey(
        name=name,
        owner=owner,
        scopes=sorted(set(scopes)),
        expires_at=expires_at,
        rate=rate,
        note=note,
        prefix=prefix_of(token),
        digest=digest_of(token),
        created_at=at,
        created_by=by,
    )
    key.full_clean()
    key.save(force_insert=True)
    return key, token


def revoke_key(*, key: ApiKey, by: AbstractBaseUser, at: datetime) -> bool:
    """Revoke the key for good; whether it was live until now. The first to revoke it is kept."""
    live = ApiKey.objects.filter(pk=key.pk, revoked_at=None)
    revoked = live.update(revoked_at=at, revoked_by=by)
    key.refresh_from_db(fields=["revoked_at", "revoked_by"])
    return bool(revoked)
