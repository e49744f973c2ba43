"""The demo's accounts: two reviewers, an editor and an admin, with known passwords.

Only for a demo on one's own machine; `manage.py demo` refuses to make them elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .roles import ADMIN, EDITOR, REVIEWER


@dataclass(frozen=True)
class Account:
    """role  a group of `roles.ROLES`; what it may do stands there"""

    username: str
    password: str
    role: str


ACCOUNTS = (
    Account("rana", "reviews-first", REVIEWER),
    Account("rolf", "reviews-second", REVIEWER),
    Account("edith", "edits-claims", EDITOR),
    Account("ada", "runs-the-house", ADMIN),
)

SUBMITS, APPROVES = "rana", "rolf"
"""Who hands the demo's claims in for review, and who decides on them."""


def make_accounts() -> list[tuple[Account, bool]]:
    """Make the accounts that are missing; each with whether its password is still ours.

    What is there stays: passwords, names and rights that people changed are theirs.
    """
    return [(account, _make(account)) for account in ACCOUNTS]


def _make(account: Account) -> bool:
    User = get_user_model()
    user = User.objects.filter(username=account.username).first()
    if user is None:
        user = User.objects.create_user(
            account.username,
            password=account.password,
            is_staff=True,
            is_superuser=account.role == ADMIN,
        )
        user.groups.add(Group.objects.get(name=account.role))
    return user.check_password(account.password)
