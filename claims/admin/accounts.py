"""Accounts: Django's own pages, with the history that the triggers keep."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

from factcheck.history.admin import HistoryAdmin

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(HistoryAdmin, UserAdmin):
    """The history of an account holds which roles it was given, never its password."""
