"""People with a role, as the migrations give it."""

from __future__ import annotations

from itertools import count

from django.apps import apps
from django.contrib.auth.models import Group, User

from claims.roles import grant, permissions_of

_numbers = count(1)


def person(role: str | None = "reviewer", *, name: str | None = None, staff: bool = True) -> User:
    """Someone in the group of this role (in none for None), who may enter the admin."""
    made = User.objects.create_user(name or f"{role}-{next(_numbers)}", is_staff=staff)
    if role is not None:
        made.groups.add(group(role))
    return made


def group(role: str) -> Group:
    """The role's group; made anew where a transactional test has emptied the table."""
    if not Group.objects.filter(name=role, permissions__isnull=False).exists():
        grant(apps, {role: permissions_of(role)})
    return Group.objects.get(name=role)
