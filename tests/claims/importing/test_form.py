"""What is no text, no YAML, or too much: refused by name before any row is looked at."""

import pytest

from claims.importing import ImportRefused, Problem, import_file
from claims.importing.decoding import MAX_BYTES, decode
from claims.importing.yaml_file import read_yaml

from .. import make

BYTES = [
    ("nothing", b"", "the file is empty"),
    ("white space", b" \n\t\n", "the file is empty"),
    ("UTF-16", "claims: []".encode("utf-16"), "the file is in UTF-16; save it as UTF-8"),
    ("Latin-1", "claims:\n # café".encode("latin-1"), "line 2: byte 0xe9 is not UTF-8"),
    ("a NUL", b"claims: []\n# \0", "line 2: holds a NUL character"),
]


@pytest.mark.parametrize(("data", "reason"), [c[1:] for c in BYTES], ids=[c[0] for c in BYTES])
def test_bytes_that_are_refused(data, reason):
    with pytest.raises(ImportRefused) as error:
        decode(data)
    assert reason in str(error.value)


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(b"\xef\xbb\xbfkey,statement") == "key,statement"


YAML = [
    ("a broken list", "claims: [", "line 1: not well-formed YAML"),
    ("a broken mapping", "claims:\n - key: a\n  b: c", "line 3: not well-formed YAML"),
    ("a tab", "claims:\n\t- key: a", "line 2: not well-formed YAML"),
    ("a control character", "claims:\n - key: a\x07", "line 2: not well-formed YAML"),
    ("a key twice", "claims:\n - key: a\n   key: b", "line 3: key: stands twice"),
    ("an alias", "a: &x [1]\nb: *x", "“*x”: write it out, aliases are not read"),
    ("a tag", "claims:\n - key: !!python/name:os.system x", "line 2: the tag"),
    ("a list at the top", "- key: a", "line 1: the file must hold lists by name"),
    ("a word", "claims", "the file must hold lists by name"),
    ("two documents", "claims: []\n---\nclaims: []", "not well-formed YAML"),
    ("a name that is none", "? [a]\n: b", "a name must be plain text"),
    ("bottomless nesting", "[" * 5_000, "nested too deeply"),
]


@pytest.mark.parametrize(("text", "reason"), [c[1:] for c in YAML], ids=[c[0] for c in YAML])
def test_yaml_that_is_refused(text, reason):
    (problem,) = problems_of(text)
    assert reason in str(problem)


def test_all_problems_of_the_form_at_once():
    assert [problem.line for problem in problems_of("a: !x 1\nb: 1\nb: 2\nc: !y 3")] == [1, 3, 4]


def problems_of(text: str) -> list[Problem]:
    problems: list[Problem] = []
    try:
        read_yaml(text, problems)
    except ImportRefused as error:
        return error.problems
    return problems


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("claims.txt", "its name must end in one of .csv, .yaml, .yml"),
        ("missing.yaml", "cannot be read: No such file or directory"),
    ],
)
def test_files_that_are_refused(tmp_path, name, reason):
    (tmp_path / "claims.txt").write_text("claims: []")
    with pytest.raises(ImportRefused, match=reason):
        import_file(tmp_path / name, at=make.TODAY)


def test_a_file_that_is_too_large(tmp_path):
    path = tmp_path / "claims.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(ImportRefused, match="more than 20,000,000 bytes"):
        import_file(path, at=make.TODAY)
