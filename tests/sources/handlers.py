"""Handlers of source changes, as another app would name them in its settings."""

from django.db import IntegrityError

from sources.changes import SourceChange

heard: list[SourceChange] = []


def hear(change: SourceChange) -> None:
    heard.append(change)


def object_to(change: SourceChange) -> None:
    raise RuntimeError("this change cannot be")


def refuse_first(change: SourceChange) -> None:
    heard.append(change)
    if len(heard) == 1:
        raise IntegrityError("no such claim")
