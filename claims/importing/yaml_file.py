"""YAML as nodes with line numbers. Nothing is constructed: no tags, no anchors, no surprises."""

from __future__ import annotations

import yaml

from .nodes import Entry, Items, Node, Text
from .problems import ImportRefused, Problem

_SCALARS = {
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp")
}
_NULL = "tag:yaml.org,2002:null"


class _Loader(yaml.SafeLoader):
    """Refuses aliases: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.composer.ComposerError(
                None,
                None,
                f"“*{event.anchor}”: write it out, aliases are not read",
                event.start_mark,
            )
        return super().compose_node(parent, index)


def read_yaml(text: str, problems: list[Problem]) -> Entry:
    """The document's top level; what is wrong with the form of its parts goes to `problems`.

    Raises ImportRefused where nothing can be made of the file.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise _malformed(line, error.problem) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _malformed(line, error.reason) from error
    except RecursionError as error:
        raise ImportRefused([Problem(None, "", "", "the file is nested too deeply")]) from error
    node = _node(root, problems) if root is not None else Text("", 1)
    if not isinstance(node, Entry):
        reason = "the file must hold lists by name, such as “claims:” with its rows"
        raise ImportRefused([*problems, Problem(1, "", "", reason)])
    return node


def _malformed(line: int | None, reason: str | None) -> ImportRefused:
    return ImportRefused([Problem(line, "", "", f"not well-formed YAML: {reason}")])


def _node(node: yaml.Node, problems: list[Problem]) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(value, problems) for value in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return Entry(_fields(node, problems), line)
    if node.tag not in _SCALARS:
        problems.append(Problem(line, "", "", f"the tag {node.tag} is not read; remove it"))
    return Text("" if node.tag == _NULL else node.value, line)


def _fields(node: yaml.MappingNode, problems: list[Problem]) -> dict[str, Node]:
    fields: dict[str, Node] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(line, "", "", "a name must be plain text"))
            continue
        if key.value in fields:
            problems.append(
                Problem(line, "", key.value, "stands twice in the same place; keep one of them")
            )
        fields[key.value] = _node(value, problems)
    return fields
