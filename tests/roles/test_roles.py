"""The table of rights: the same in the code, in the docs and in the database."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

import claims.migrations
from claims.roles import RIGHTS, ROLES, grant, permissions_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "roles.md"
APPEND_ONLY = ("transition", "verdict", "statuschange", "earlierclaim", "clash", "snapshot")


def told() -> list[tuple[str, set[str]]]:
    """(what, the roles that may) as the page tells it."""
    rows = [line.strip("|").split("|") for line in PAGE.read_text().splitlines() if line[:1] == "|"]
    head, _, *body = [[cell.strip() for cell in row] for row in rows]
    assert head == ["what", *ROLES]
    assert {cell for row in body for cell in row[1:]} == {"yes", "–"}
    return [
        (row[0], {role for role, cell in zip(ROLES, row[1:], strict=True) if cell == "yes"})
        for row in body
    ]


def test_the_page_tells_the_table():
    assert told() == [(right.words, set(right.roles)) for right in RIGHTS]


def test_no_permission_is_granted_by_two_rights():
    names = [name for right in RIGHTS for name in right.permissions]
    assert len(names) == len(set(names))


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_the_migrations_make_the_groups(role):
    Group.objects.all().delete()
    for found in sorted(pkgutil.iter_modules(claims.migrations.__path__), key=lambda m: m.name):
        migration = importlib.import_module(f"claims.migrations.{found.name}")
        if hasattr(migration, "make_groups"):
            migration.make_groups(apps, None)
    group = Group.objects.get(name=role)
    held = group.permissions.values_list("content_type__app_label", "codename")
    assert {f"{app}.{name}" for app, name in held} == permissions_of(role)


@pytest.mark.django_db
def test_every_permission_of_the_table_exists():
    held = Permission.objects.values_list("content_type__app_label", "codename")
    existing = {f"{app}.{name}" for app, name in held}
    assert {name for right in RIGHTS for name in right.permissions} <= existing


def test_nobody_changes_or_deletes_what_is_append_only():
    granted = {name for role in ROLES for name in permissions_of(role)}
    assert not granted & {
        f"{app}.{verb}_{model}"
        for app in ("claims", "sources")
        for verb in ("add", "change", "delete")
        for model in APPEND_ONLY
    }


def test_an_editor_only_reads():
    assert all(".view_" in name for name in permissions_of("editor"))


def test_only_adjudicators_and_admins_see_blind_readings():
    assert [r for r in ROLES if "claims.view_blindreading" in permissions_of(r)] == [
        "adjudicator",
        "admin",
    ]


@pytest.mark.django_db
def test_a_permission_that_no_model_has_is_refused():
    with pytest.raises(LookupError, match=r"no permission claims\.fly_claim to give to editors"):
        grant(apps, {"editor": ["claims.fly_claim"]})
