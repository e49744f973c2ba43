"""The demo's accounts: two reviewers, an editor and an admin, with known passwords.

Only for a demo on one's own machine; `manage.py demo` refuses to make them elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

REVIEWERS, EDITORS = "Reviewers", "Editors"

MAY_CHANGE = {
    REVIEWERS: {"claims.evidence", "sources.passage"},
    EDITORS: {
        "claims.claim",
        "claims.evidence",
        "claims.figure",
        "claims.scope",
        "claims.scopeedge",
        "claims.scopeterm",
        "claims.subject",
        "sources.document",
        "sources.origin",
        "sources.passage",
        "sources.publisher",
    },
}
"""What each group may add and change; both may look at everything in sources and claims."""


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    role: str
    group: str = ""


ACCOUNTS = (
    Account("rana", "reviews-first", "reviewer", REVIEWERS),
    Account("rolf", "reviews-second", "reviewer", REVIEWERS),
    Account("edith", "edits-claims", "editor", EDITORS),
    Account("ada", "runs-the-house", "admin"),
)


def make_accounts() -> list[tuple[Account, bool]]:
    """Make the accounts that are missing; each with whether its password is still ours.

    What is there stays: passwords, names and rights that people changed are theirs.
    """
    groups = {name: _group(name) for name in MAY_CHANGE}
    return [(account, _ours(account, groups)) for account in ACCOUNTS]


def _ours(account: Account, groups: dict[str, Group]) -> bool:
    User = get_user_model()
    user = User.objects.filter(username=account.username).first()
    if user is None:
        user = User(username=account.username, is_staff=True, is_superuser=not account.group)
        user.set_password(account.password)
        user.save()
        if account.group:
            user.groups.add(groups[account.group])
    return user.check_password(account.password)


def _group(name: str) -> Group:
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        ours = Permission.objects.select_related("content_type").filter(
            content_type__app_label__in=["sources", "claims"]
        )
        group.permissions.set(
            permission
            for permission in ours
            if permission.codename.startswith("view_")
            or (
                permission.codename.startswith(("add_", "change_"))
                and f"{permission.content_type.app_label}.{permission.content_type.model}"
                in MAY_CHANGE[name]
            )
        )
    return group
