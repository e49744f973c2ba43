"""manage.py anchor, as a person runs it: lines in, lines out, no database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MANAGE = Path(__file__).parents[2] / "manage.py"
TEXT = " The lake\r\nheld “forty” boats and 5,000 crates. Boats. Boats."


def run(file: Path, *lines: object) -> tuple[int, list[dict], str]:
    """Exit code, answers and errors. The database named is one that cannot be reached."""
    given = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    done = subprocess.run(
        [sys.executable, MANAGE, "anchor", file],
        input=b"\n".join(given),
        capture_output=True,
        env=os.environ
        | {
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, answers, done.stderr.decode()


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "lake.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    return path


def test_each_line_is_answered_in_its_order(file):
    code, answers, errors = run(
        file,
        {"exact": "held “forty” boats"},
        {"exact": 'The lake held "forty" boats'},
        {"exact": "6,000 crates"},
        {"exact": "The Lake held forty boats"},
        {"exact": "Boats."},
        {"exact": "Boats.", "prefix": "crates. "},
        {"exact": "Boats.", "prefix": None, "start": TEXT.rindex("Boats.")},
    )
    assert (code, errors) == (0, "")
    boats = [TEXT.index("Boats."), TEXT.rindex("Boats.")]
    assert answers == [
        {"outcome": "exact", "start": 11, "end": 29, "candidates": []},
        {"outcome": "normalised", "start": 1, "end": 29, "candidates": []},
        {"outcome": "absent", "start": None, "end": None, "candidates": []},
        {"outcome": "proposed", "start": 1, "end": 29, "candidates": [{"start": 1, "end": 29}]},
        {
            "outcome": "ambiguous",
            "start": None,
            "end": None,
            "candidates": [{"start": at, "end": at + 6} for at in boats],
        },
        {"outcome": "exact", "start": boats[0], "end": boats[0] + 6, "candidates": []},
        {"outcome": "exact", "start": boats[1], "end": boats[1] + 6, "candidates": []},
    ]


BAD_LINES = {
    "not JSON": (b"forty", "not JSON"),
    "not UTF-8": (b'{"exact": "\xff"}', "not JSON in UTF-8"),
    "nothing": (b"", "not JSON"),
    "no object": ([1], "must be an object"),
    "no quote": ({"prefix": "x"}, "exact is missing"),
    "an empty quote": ({"exact": " "}, "the quote is empty"),
    "a number for a quote": ({"exact": 5000}, "exact must be text"),
    "a start that is no number": ({"exact": "lake", "start": "5"}, "whole number"),
    "a start that is true": ({"exact": "lake", "start": True}, "whole number"),
    "a start that is negative": ({"exact": "lake", "start": -1}, "negative"),
    "an unknown field": ({"exact": "lake", "before": "x"}, "no field 'before'"),
}


def test_bad_lines_are_answered_and_the_others_too(file):
    lines = [line for line, _ in BAD_LINES.values()]
    code, answers, _ = run(file, {"exact": "lake"}, *lines, {"exact": "lake"})
    assert code == 1
    assert len(answers) == len(lines) + 2
    assert answers[0]["outcome"] == answers[-1]["outcome"] == "exact"
    for number, (name, (_, why)) in enumerate(BAD_LINES.items(), start=2):
        assert answers[number - 1]["line"] == number, name
        assert why in answers[number - 1]["error"], name


@pytest.mark.parametrize(
    ("data", "why"),
    [(None, "No such file"), (b"a\0b", "NUL"), (b"", "empty"), (b"caf\xe9", "not UTF-8")],
    ids=["missing", "binary", "empty", "undecodable"],
)
def test_a_file_that_cannot_be_read_stops_it_with_one_line(tmp_path, data, why):
    path = tmp_path / "x.txt"
    if data is not None:
        path.write_bytes(data)
    code, answers, errors = run(path, {"exact": "lake"})
    assert (code, answers) == (1, [])
    assert why in errors and len(errors.splitlines()) == 1
