"""Who may do what: one table. The groups of the database are made from it by migrations.

`RIGHTS` is also told in docs/roles.md; a test holds the page, the table and the groups together.
A right that is added here needs a migration that grants it (see `grant`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.management import create_permissions

ANNOTATOR, REVIEWER, ADJUDICATOR = "annotator", "reviewer", "adjudicator"
EDITOR, ADMIN = "editor", "admin"
ROLES = (ANNOTATOR, REVIEWER, ADJUDICATOR, EDITOR, ADMIN)

_EVERYONE = frozenset(ROLES)
_READERS = frozenset({ANNOTATOR, REVIEWER, ADJUDICATOR, ADMIN})
_REVIEWERS = frozenset({REVIEWER, ADJUDICATOR, ADMIN})
_ADJUDICATORS = frozenset({ADJUDICATOR, ADMIN})
_ADMINS = frozenset({ADMIN})


@dataclass(frozen=True, slots=True)
class Right:
    """Something that people may do, in words; what Django calls it; the roles that may."""

    words: str
    permissions: frozenset[str]
    roles: frozenset[str]


def _right(words: str, permissions: str, roles: frozenset[str]) -> Right:
    return Right(words, frozenset(permissions.split()), roles)


RIGHTS = (
    _right(
        "See claims, evidence and verdicts, with their history",
        "claims.view_claim claims.view_evidence claims.view_clash claims.view_statuschange "
        "claims.view_transition claims.view_verdict claims.view_earlierclaim "
        "claims.view_assignment claims.view_comment",
        _EVERYONE,
    ),
    _right(
        "See figures, subjects and scopes",
        "claims.view_figure claims.view_subject claims.view_subjectname claims.view_scope "
        "claims.view_scopeterm claims.view_scopeedge",
        _EVERYONE,
    ),
    _right(
        "See sources and their passages",
        "sources.view_document sources.view_snapshot sources.view_documentcopy "
        "sources.view_passage sources.view_anchoring sources.view_publisher sources.view_origin",
        _EVERYONE,
    ),
    _right(
        "Write claims and bring evidence to them",
        "claims.add_claim claims.change_claim claims.add_evidence claims.change_evidence "
        "sources.add_passage",
        _READERS,
    ),
    _right(
        "Accept a proposed place of a quote in a newer version",
        "sources.change_anchoring",
        _READERS,
    ),
    _right("Submit a claim for review", "claims.submit_claim", _READERS),
    _right("Take a claim from a queue", "claims.add_assignment", _READERS),
    _right("Comment on a claim", "claims.add_comment", _READERS),
    _right(
        "Read blind, for a second reading",
        "claims.add_blindreading claims.change_blindreading",
        _READERS,
    ),
    _right(
        "Approve, correct or reject a claim that someone else submitted",
        "claims.approve_claim",
        _REVIEWERS,
    ),
    _right("Reopen a verified or rejected claim", "claims.reopen_claim", _REVIEWERS),
    _right("Merge a claim into the one that it repeats", "claims.merge_claim", _REVIEWERS),
    _right("Mark a claim for blind second reading", "claims.mark_blind", _REVIEWERS),
    _right("Put a claim into someone else's hands", "claims.assign_claim", _REVIEWERS),
    _right(
        "Write figures, subjects and scopes",
        "claims.add_figure claims.change_figure claims.add_subject claims.change_subject "
        "claims.add_scope claims.add_scopeterm claims.change_scopeterm claims.add_scopeedge "
        "claims.delete_scopeedge",
        _REVIEWERS,
    ),
    _right(
        "Write documents, publishers with their reliability, and origins",
        "sources.add_document sources.change_document sources.add_publisher "
        "sources.change_publisher sources.add_origin sources.change_origin",
        _REVIEWERS,
    ),
    _right(
        "Rule on blind readings that differ, and see all of them",
        "claims.adjudicate claims.add_adjudication claims.view_adjudication "
        "claims.view_blindreading",
        _ADJUDICATORS,
    ),
    _right(
        "Withdraw a published verdict that someone else reopened",
        "claims.withdraw_verdict",
        _ADJUDICATORS,
    ),
    _right(
        "Delete what nothing depends on",
        "claims.delete_claim claims.delete_figure claims.delete_subject claims.delete_scope "
        "claims.delete_scopeterm sources.delete_document sources.delete_publisher "
        "sources.delete_origin sources.delete_passage",
        _ADMINS,
    ),
    _right(
        "Make accounts and give them roles",
        "auth.view_user auth.add_user auth.change_user auth.view_group",
        _ADMINS,
    ),
    _right(
        "Make API keys and revoke them",
        "access.view_apikey access.add_apikey access.change_apikey",
        _ADMINS,
    ),
    _right(
        "Make webhooks, and look at what they sent",
        "webhooks.view_subscription webhooks.add_subscription webhooks.change_subscription "
        "webhooks.view_delivery",
        _ADMINS,
    ),
)
"""The table. Nobody may change or delete a transition, a verdict or a status change."""


def permissions_of(role: str) -> frozenset[str]:
    """Everything that a role may do, as Django names permissions ("app.codename")."""
    return frozenset().union(*(right.permissions for right in RIGHTS if role in right.roles))


def grant(apps: Any, table: Mapping[str, Collection[str]]) -> None:
    """For migrations: make the groups where they are missing, and give them these permissions.

    apps   the app registry: of a migration, or Django's own
    table  role → permissions ("app.codename")

    Raises LookupError for a permission that no model has.
    """
    for label in sorted({name.partition(".")[0] for names in table.values() for name in names}):
        _make_permissions(apps, label)
    permissions = apps.get_model("auth", "Permission").objects
    held = {
        f"{app}.{codename}": pk
        for pk, app, codename in permissions.values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    for role, wanted in table.items():
        if missing := sorted(set(wanted) - held.keys()):
            raise LookupError(f"There is no permission {', '.join(missing)} to give to {role}s.")
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(*(held[name] for name in wanted))


def _make_permissions(apps: Any, label: str) -> None:
    """Django makes permissions only after the last migration; here they are needed before."""
    config = apps.get_app_config(label)
    held = getattr(config, "models_module", None)
    config.models_module = held or True  # without one it would be passed over
    create_permissions(config, verbosity=0, apps=apps)
    config.models_module = held
