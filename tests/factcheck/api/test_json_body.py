"""What a client sends is read whole and exactly, or refused."""

import pytest

from factcheck.api.json_body import BadJson, read_object


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b'{"a": 1.10, "b": [true, null, -2], "c": {}}', {"a": "1.10", "b": [True, None, -2]}),
        (b'\xef\xbb\xbf {"c": {}}\r\n', {}),
        ('{"a": "Ü \\ud83d\\ude00"}'.encode(), {"a": "Ü 😀"}),
    ],
)
def test_what_is_read(text, value):
    assert read_object(text) == value | ({"c": {}} if b'"c"' in text else {})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (b"", "not JSON"),
        (b"{'a': 1}", "line 1, column 2"),
        (b'{"a": 1} {"a": 2}', "not JSON"),
        (b"[1]", "must be an object"),
        (b"null", "must be an object"),
        (b'{"a": "\xff"}', "not UTF-8, at byte 7"),
        (b'{"a": 1, "a": 1}', "“a” stands twice"),
        (b'{"b": {"a": 1, "a": 1}}', "“a” stands twice"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": -Infinity}', "-Infinity is not"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too many digits"),
        (b'{"a": "x\\u0000"}', "NUL"),
        (b'{"a\\u0000": 1}', "NUL"),
        (b'{"a": [["\\ud800"]]}', "half a character"),
        (b'{"a": ' * 21 + b"1" + b"}" * 21, "too deeply"),
        (b'{"a": ' + b"[" * 100_000, "too deeply"),
    ],
)
def test_what_is_refused(text, complaint):
    with pytest.raises(BadJson, match=complaint):
        read_object(text)
