"""manage.py import_claims: files and folders, what was done, what was refused."""

from io import StringIO
from textwrap import dedent

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim, Subject

from .files import CLAIMS, report_on_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """Two files that hang together by the order of their names, and one of another kind."""
    report_on_file()
    lists, claims = dedent(CLAIMS).split("claims:\n")
    (tmp_path / "10-claims.yaml").write_text("claims:\n" + claims)
    (tmp_path / "00-lists.yml").write_text(lists)
    (tmp_path / "README.md").write_text("Not to be imported.")
    return tmp_path


def run(*paths, **options) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("import_claims", *map(str, paths), stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), err.getvalue() + str(error)
    return out.getvalue(), err.getvalue()


def test_a_folder_in_the_order_of_names(folder):
    out, err = run(folder)
    assert err == ""
    assert "claims: 2 new" in out
    assert "evidence: 3 new" in out


def test_a_second_run_says_that_nothing_changed(folder):
    run(folder)
    out, _ = run(folder)
    assert "claims: 2 unchanged" in out
    assert "new" not in out


def test_existing_rows_can_be_left(folder):
    run(folder)
    out, _ = run(folder, skip_existing=True)
    assert "claims: 2 left as it is" in out


def test_a_file_that_is_refused_does_not_keep_the_others_out(folder):
    bad = folder / "05-bad.yaml"
    bad.write_text("subjects: [{name: A}]\nclaims:\n  - {key: k}\n  - {key: l}\n")
    out, err = run(folder)
    assert f"{bad}: refused, nothing of it was imported:" in err
    assert "line 3: claim k: statement: is missing" in err
    assert "line 4: claim l: statement: is missing" in err
    assert err.endswith("1 file refused.")
    assert Claim.objects.count() == 2
    assert not Subject.objects.filter(name="A").exists()
    assert "claims: 2 new" in out


def test_the_exit_code_of_a_refusal_is_1(folder):
    (folder / "bad.yaml").write_text("claims: 5")
    with pytest.raises(CommandError) as error:
        call_command("import_claims", str(folder / "bad.yaml"), stderr=StringIO())
    assert error.value.returncode == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [("nowhere.yaml", "there is no such file or folder"), ("empty", "no .csv, .yaml, .yml file")],
)
def test_a_path_that_leads_nowhere(tmp_path, path, reason):
    (tmp_path / "empty").mkdir()
    assert reason in run(tmp_path / path)[1]
