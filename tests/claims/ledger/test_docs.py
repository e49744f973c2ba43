"""What docs/ledger.md tells outsiders to do works, from the public JSON alone."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from claims.ledger import head
from claims.models import Verdict

from .rows import ledger

PAGE = Path(__file__).resolve().parents[3] / "docs" / "ledger.md"


def check(rows: list[dict], monkeypatch) -> None:
    """Run the page's program over the rows."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(json.dumps(r) + "\n" for r in rows)))
    exec(compile(program, str(PAGE), "exec"), {})


@pytest.mark.django_db
def test_the_program_on_the_page_checks_a_copy(monkeypatch, capsys):
    ledger(3, reason="Größe: “5,000”\n\t\x7f\u2028😀")
    columns = ("content", "content_hash", "previous_hash", "hash")
    rows = list(Verdict.objects.order_by("number").values(*columns))
    check(rows, monkeypatch)
    assert capsys.readouterr().out == f"3 {head().hash}\n"
    with pytest.raises(AssertionError, match="a row is missing before 3"):
        check([rows[0], rows[2]], monkeypatch)
    rows[1]["content"]["rating"] = "refuted"
    with pytest.raises(AssertionError, match="row 2 was altered"):
        check(rows, monkeypatch)
