"""Deletion of many rows."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import models

from .doing import Bulk


class Delete(Bulk):
    """Delete rows, with what goes with them where the person may delete that too."""

    action, title, past = "delete_selected", "Delete for good", "deleted"

    def now(self, row: models.Model) -> str:
        return "there"

    def act(self, row: models.Model) -> str:
        own = row._meta.label
        _, counts = row.delete()
        others = {label: n for label, n in counts.items() if n and label != own}
        with_it = [self._permitted(label, n) for label, n in sorted(others.items())]
        told = [words for words in with_it if words]
        return f"deleted, with {', '.join(told)}" if told else "deleted"

    def _permitted(self, label: str, number: int) -> str:
        """What goes too, in words; none for what merely ties the row to others."""
        opts: Any = apps.get_model(label)._meta
        if opts.auto_created:
            return ""
        words = f"{number} {opts.verbose_name if number == 1 else opts.verbose_name_plural}"
        if not self.by.has_perm(f"{opts.app_label}.{get_permission_codename('delete', opts)}"):
            raise PermissionDenied(f"You may not delete what goes with it: {words}.")
        return words
