"""What quantity, relate and assess have in common: one answer a line, in order."""

import json

import pytest

from .lines import lines, run, run_alone

GOOD = {
    "quantity": {"text": "5,000"},
    "relate": {"a": {"wording": "5,000"}, "b": {"wording": "5,000"}},
    "assess": {"claim": {"wording": "5,000"}, "evidence": []},
}
COMMANDS = sorted(GOOD)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_line_spoils_only_itself_and_the_exit_code(command, monkeypatch):
    good = json.dumps(GOOD[command])
    answers, code = run(command, f"{good}\n\n{{broken\n  \n{good}\n", monkeypatch)
    assert [sorted(a) == ["error", "line"] for a in answers] == [False, True, False]
    assert answers[1]["line"] == 3
    assert answers[0] == answers[2]
    assert code == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_good_lines_only_end_with_0(command, monkeypatch):
    answers, code = run(command, lines(GOOD[command], GOOD[command]), monkeypatch)
    assert (len(answers), code) == (2, 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_in_nothing_out(command, monkeypatch):
    assert run(command, "\n \n", monkeypatch) == ([], 0)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param("{broken", "not JSON", id="not JSON"),
        pytest.param("5,000", "not JSON", id="plain text"),
        pytest.param("[]", "a line is one JSON object", id="a list"),
        pytest.param("5", "a line is one JSON object", id="a number"),
        pytest.param("null", "a line is one JSON object", id="null"),
        pytest.param('{"a": NaN}', "NaN is not a number", id="NaN"),
        pytest.param('{"a": -Infinity}', "-Infinity is not a number", id="infinity"),
        pytest.param('{"a": 1, "a": 2}', "a: stands twice", id="a name twice"),
        pytest.param('{"text": "\\ud800"}', "not UTF-8", id="half a character"),
        pytest.param("[" * 100_000, "too many brackets", id="nested without end"),
        pytest.param('{"low": 1' + "0" * 5000 + "}", "", id="a number of 5,000 digits"),
    ],
)
def test_bad_lines(command, line, complaint, monkeypatch):
    answers, code = run(command, line + "\n", monkeypatch)
    assert complaint in answers[0]["error"]
    assert (answers[0]["line"], code) == (1, 1)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_line_that_is_not_utf_8_says_so_and_the_rest_is_answered(command, monkeypatch):
    good = json.dumps(GOOD[command]).encode()
    answers, code = run(command, b'{"text": "\xff"}\n' + good + b"\n", monkeypatch)
    assert answers[0] == {
        "error": "not UTF-8: the line has characters that cannot be decoded",
        "line": 1,
    }
    assert "error" not in answers[1]
    assert code == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(command, monkeypatch):
    raw = b"\xef\xbb\xbf" + json.dumps(GOOD[command]).encode() + b"\r\n"
    answers, code = run(command, raw, monkeypatch)
    assert (len(answers), code) == (1, 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_as_a_process_it_needs_no_database_and_writes_utf_8(command):
    raw = (json.dumps(GOOD[command]) + "\n{\n").encode()
    done = run_alone(command, raw)
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [("error" in a) for a in answers] == [False, True]
    assert done.returncode == 1
    assert done.stderr.decode().strip() == "1 line could not be answered"
