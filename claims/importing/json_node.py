"""JSON values as nodes: what the API is sent says the same things as a file."""

from __future__ import annotations

from typing import Any

from .nodes import Entry, Items, Node, Text

_WORDS = {True: "true", False: "false", None: ""}


def node_of(value: Any, line: int) -> Node:
    """The node that stands for a value of JSON; numbers as they are written in digits.

    line  of the request's body, for all that is in the value
    """
    if isinstance(value, dict):
        return Entry({name: node_of(part, line) for name, part in value.items()}, line)
    if isinstance(value, list):
        return Items(tuple(node_of(part, line) for part in value), line)
    if value is None or isinstance(value, bool):
        return Text(_WORDS[value], line)
    return Text(str(value), line)
