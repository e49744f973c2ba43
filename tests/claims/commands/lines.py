"""Run an NDJSON command in this process, or as people do."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[3]


def run(command: str, text: str | bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], int]:
    """The command's answers, and its exit code. No database: pytest-django forbids it here."""
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
    out, code = io.StringIO(), 0
    try:
        call_command(command, stdout=out, stderr=io.StringIO())
    except SystemExit as end:
        code = end.code
    return [json.loads(line) for line in out.getvalue().splitlines()], code


def run_alone(command: str, raw: bytes) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, with a database that cannot be reached."""
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "LC_ALL": "C",
    }
    return subprocess.run(
        [sys.executable, "manage.py", command],
        input=raw,
        capture_output=True,
        cwd=ROOT,
        env=environment,
        timeout=120,
    )


def lines(*objects: Any) -> str:
    return "".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)
