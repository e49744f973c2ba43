"""The base of the engine's commands: NDJSON in, NDJSON out, no database."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand

from claims.consistency.json_fields import loads
from claims.consistency.json_in import declares_order, read_order
from claims.consistency.scope import ScopeOrder
from factcheck.ndjson import answer_lines


class NdjsonCommand(BaseCommand):
    """Answers each line of standard input; exit code 1 when a line was bad."""

    requires_system_checks: list[str] = []
    answer: Callable[..., dict[str, Any]]
    takes_order = False

    def handle(self, *args: Any, **options: Any) -> None:
        # What is not UTF-8 comes through as lone surrogates, which `loads` refuses by the line.
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
        if hasattr(self.stdout._out, "reconfigure"):
            self.stdout._out.reconfigure(encoding="utf-8")
        self.order = ScopeOrder()
        bad = answer_lines(sys.stdin, self.stdout._out, self._answer_line)
        if bad:
            self.stderr.write(f"{bad} line{'s' if bad > 1 else ''} could not be answered")
            sys.exit(1)

    def _answer_line(self, line: str) -> dict[str, Any] | None:
        data = loads(line)
        if not self.takes_order:
            return self.answer(data)
        if declares_order(data):
            self.order = read_order(data)
            return None
        return self.answer(data, self.order)
