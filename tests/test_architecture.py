"""Who may import whom. The rules are in tests/imports.py; these tests hold the project, and the
walker itself, to them."""

from pathlib import Path

import pytest

from tests.imports import PURE, wrong_arrows

ROOT = Path(__file__).resolve().parent.parent


def test_no_import_of_the_project_points_the_wrong_way():
    assert wrong_arrows(ROOT) == []


@pytest.mark.parametrize("module", PURE)
def test_the_pure_modules_are_where_the_rules_say(module):
    place = ROOT.joinpath(*module.split("."))
    assert place.is_dir() or place.with_suffix(".py").exists()


@pytest.mark.parametrize(
    ("path", "code", "complaint"),
    [
        pytest.param(
            "sources/ingest.py",
            "from claims.models import Claim",
            "sources imports claims.models",
            id="sources imports claims",
        ),
        pytest.param(
            "sources/ingest.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import claims.models",
            "sources imports claims.models",
            id="sources imports claims for its types only",
        ),
        pytest.param(
            "factcheck/failures.py",
            "import sources.models",
            "imports sources.models",
            id="the base imports what is built on it",
        ),
        pytest.param(
            "claims/consistency/status.py",
            "from django.utils import timezone",
            "a pure module imports django.utils",
            id="Django in a pure module",
        ),
        pytest.param(
            "claims/consistency/rules/time.py",
            "from ...models import Claim",
            "a pure module imports claims.models, which is not pure",
            id="a relative import out of a pure module",
        ),
        pytest.param(
            "sources/anchoring.py",
            "from sources import dates",
            "a pure module imports sources.dates, which is not pure",
            id="an impure neighbour, by the package's name",
        ),
        pytest.param(
            "sources/extract/html.py",
            "def f():\n    from urllib import request",
            "a pure module imports urllib.request",
            id="the network in a pure module",
        ),
        pytest.param(
            "claims/consistency/period.py",
            "from datetime import date\nx = date.today()",
            "reads the clock",
            id="the clock in a pure module",
        ),
        pytest.param(
            "claims/models/claim.py",
            "from claims.recheck import recheck_claim",
            "a model imports claims.recheck",
            id="a model imports a verb",
        ),
        pytest.param(
            "claims/querysets/claims.py",
            "from .. import saving",
            "a model imports claims.saving",
            id="a QuerySet imports what imports a verb",
        ),
        pytest.param(
            "claims/apps.py",
            "from django.db.models.signals import post_save",
            "imports signals",
            id="signals",
        ),
        pytest.param(
            "claims/apps.py",
            "from django.dispatch import receiver",
            "imports signals",
            id="a receiver of signals",
        ),
        pytest.param(
            "claims/apps.py",
            "from django.db.models import signals",
            "imports signals",
            id="signals by another door",
        ),
        pytest.param(
            "claims/evidence.py",
            "class A:\n    def add(self):\n        if self:\n            from . import recheck",
            "imports claims.recheck inside add()",
            id="an import hidden in a method",
        ),
    ],
)
def test_a_wrong_arrow_is_found(tmp_path, path, code, complaint):
    plant(tmp_path, path, code)
    found = wrong_arrows(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(f"{path}:{len(code.splitlines())}: ")
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("claims/evidence.py", "from sources.models import Passage", id="downwards"),
        pytest.param("claims/models/claim.py", "from ..consistency import status", id="to pure"),
        pytest.param("claims/models/claim.py", "from claims import rows", id="beneath models"),
        pytest.param("claims/recheck.py", "from .models import Claim", id="verb to model"),
        pytest.param("sources/extract/x.py", "from pathlib import PurePath", id="pure paths"),
        pytest.param("sources/extract/html.py", "import trafilatura", id="a library in pure code"),
        pytest.param("factcheck/urls.py", "from claims import api", id="the URL map sees all"),
        pytest.param(
            "claims/apps.py",
            "class A:\n    def ready(self):\n        from claims import recheck",
            id="an application's ready()",
        ),
        pytest.param("claims/recheck.py", "def f():\n    import json", id="a library, locally"),
        pytest.param("claimsmith/x.py", "import claims.models", id="not the project's"),
    ],
)
def test_a_right_arrow_is_let_through(tmp_path, path, code):
    plant(tmp_path, path, code)
    assert wrong_arrows(tmp_path) == []


def plant(root: Path, path: str, code: str) -> None:
    """A project at `root` with the modules that the cases name, and one file of our own."""
    project = {
        "sources/dates.py": "",
        "claims/models/claim.py": "",
        "claims/rows.py": "",
        "claims/saving.py": "from . import evidence",
        "claims/evidence.py": "from claims.models import claim",
        "claims/recheck.py": "from claims.models import claim",
        "claims/api.py": "",
        path: code,
    }
    for name, content in project.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
