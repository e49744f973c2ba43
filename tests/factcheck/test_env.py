"""What the environment may say, and what is said back when it is wrong."""

import pytest

from factcheck.env import Env, SettingError


def value(method: str, text: str | None, **options):
    """What Env.method reads from the variable NAME."""
    return getattr(Env({} if text is None else {"NAME": text}), method)("NAME", **options)


@pytest.mark.parametrize(
    ("method", "text", "options", "expected"),
    [
        pytest.param("text", " a b ", {}, "a b", id="text loses the white space around it"),
        pytest.param("text", None, {"default": "x"}, "x", id="text not set: the default"),
        pytest.param("text", "  ", {"default": "x"}, "x", id="set to nothing counts as not set"),
        pytest.param("flag", "1", {"default": False}, True, id="1 is yes"),
        pytest.param("flag", "Off", {"default": True}, False, id="Off is no, in any case"),
        pytest.param("flag", None, {"default": True}, True, id="flag not set: the default"),
        pytest.param("integer", "-3", {"default": 0, "low": -5, "high": 5}, -3, id="below zero"),
        pytest.param("integer", "", {"default": 7, "low": 0, "high": 9}, 7, id="no number given"),
        pytest.param(
            "choice", "info", {"default": "A", "options": ["INFO"]}, "INFO", id="case is mended"
        ),
        pytest.param("words", "a, b,,c ", {}, ["a", "b", "c"], id="a list with gaps"),
        pytest.param("words", None, {"default": []}, [], id="no list given"),
        pytest.param("hosts", "a.org,.b.org", {}, ["a.org", ".b.org"], id="hosts and a wildcard"),
        pytest.param("origins", "https://a.org", {}, ["https://a.org"], id="an origin"),
        pytest.param("origins", None, {}, [], id="no origins"),
        pytest.param("postgres_url", None, {}, None, id="no database named"),
        pytest.param(
            "postgres_url", "postgres://u:p%40@h:1/d", {}, "postgres://u:p%40@h:1/d", id="a URL"
        ),
        pytest.param(
            "postgres_url",
            "postgresql://%2Frun%2Fpg/d",
            {},
            "postgresql://%2Frun%2Fpg/d",
            id="a URL to a socket",
        ),
    ],
)
def test_a_good_value_is_read(method, text, options, expected):
    assert value(method, text, **options) == expected


@pytest.mark.parametrize(
    ("method", "text", "options", "complaint"),
    [
        pytest.param("text", None, {"missing": "set it to x"}, "not set: set it to x", id="unset"),
        pytest.param("flag", "maybe", {"default": True}, "'maybe'", id="neither yes nor no"),
        pytest.param(
            "integer", "9", {"default": 0, "low": 0, "high": 5}, "from 0 to 5", id="too high"
        ),
        pytest.param(
            "integer", "1e3", {"default": 0, "low": 0, "high": 5}, "'1e3'", id="not whole"
        ),
        pytest.param(
            "integer", "²", {"default": 0, "low": 0, "high": 5}, "'²'", id="a raised digit"
        ),
        pytest.param(
            "choice", "x", {"default": "A", "options": ["A", "B"]}, "A, B", id="not a choice"
        ),
        pytest.param("hosts", "https://a.org", {}, "host names only", id="a host with a scheme"),
        pytest.param("hosts", None, {"missing": "name them"}, "name them", id="no hosts"),
        pytest.param("origins", "a.org", {}, "scheme and host", id="an origin without a scheme"),
        pytest.param("origins", "https://a.org/x", {}, "scheme and host", id="one with a path"),
        pytest.param("postgres_url", "mysql://h/d", {}, "'mysql'", id="another database"),
        pytest.param("postgres_url", "h/d", {}, "not a URL", id="no URL at all"),
        pytest.param("postgres_url", "postgres://h", {}, "no database", id="no database in it"),
        pytest.param("postgres_url", "postgres://h/", {}, "no database", id="only its slash"),
        pytest.param("postgres_url", "postgres://h:x/d", {}, "port", id="a port in letters"),
        pytest.param("postgres_url", "postgres://h:0/d", {}, "port", id="port zero"),
        pytest.param("postgres_url", "postgres://h/d#e", {}, "%23", id="a bare number sign"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_that_names_it(method, text, options, complaint):
    with pytest.raises(SettingError) as refusal:
        value(method, text, **options)
    message = str(refusal.value)
    assert "NAME" in message
    assert complaint in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "url", ["mysql://u:hush@h/d", "postgres://u:hush@h", "postgres://u:hush@h:p/d", "u:hush@h/d"]
)
def test_a_refusal_never_shows_the_password(url):
    with pytest.raises(SettingError) as refusal:
        value("postgres_url", url)
    assert "hush" not in str(refusal.value)
