"""Accounts and who has which role: tables of Django, here so that their history is kept."""

from django.contrib.auth.models import User

from factcheck.history.events import recorded


@recorded(without=["password", "last_login"])
class Account(User):
    """An account. Its password is no part of its history."""

    class Meta:
        proxy = True
        default_permissions = ()


@recorded()
class Membership(User.groups.through):
    """That an account is in a group, and so has its role."""

    class Meta:
        proxy = True
        default_permissions = ()
