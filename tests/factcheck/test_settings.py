"""How the project starts, or refuses to, under what the environment says."""

import json

import pytest

from tests.factcheck.running import manage, python

SERVER = "postgres://someone:hush@127.0.0.1:1/facts"
KEY = "a-key-of-more-than-fifty-characters-that-guards-nothing-here"
DEPLOYED = {"DATABASE_URL": SERVER, "SECRET_KEY": KEY, "ALLOWED_HOSTS": "facts.example.org"}

REFUSED = [
    pytest.param({**DEPLOYED, "SECRET_KEY": "x" * 60}, "SECRET_KEY", id="a key of one letter"),
    pytest.param({**DEPLOYED, "SECRET_KEY": "abcdefg"}, "SECRET_KEY", id="a short key"),
    pytest.param({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL", id="another database"),
    pytest.param({"DEBUG": "perhaps"}, "DEBUG", id="DEBUG is no flag"),
    pytest.param({"CSRF_TRUSTED_ORIGINS": "example.org"}, "CSRF_TRUSTED_ORIGINS", id="an origin"),
    pytest.param({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL", id="a log level"),
    pytest.param({"REPLICA_URLS": SERVER}, "REPLICA_URLS", id="replicas of nothing"),
    pytest.param(
        {**DEPLOYED, "REPLICA_URLS": f"{SERVER},sqlite:///x"}, "REPLICA_URLS", id="a bad replica"
    ),
    pytest.param({"REPLICA_MAX_LAG": "0"}, "REPLICA_MAX_LAG", id="no lag at all"),
]


@pytest.mark.parametrize(("variables", "name"), REFUSED)
def test_a_bad_setting_stops_manage_py_with_one_line(variables, name):
    done = manage("check", **variables)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"Cannot start: {name} ")
    assert len(done.stderr.splitlines()) == 1
    assert "hush" not in done.stderr


UNSERVABLE = [
    pytest.param({"DATABASE_URL": SERVER}, "SECRET_KEY", id="a server but no key"),
    pytest.param({"DEBUG": "0"}, "SECRET_KEY", id="DEBUG off but no key"),
    pytest.param({**DEPLOYED, "ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS", id="no hosts"),
    pytest.param({"DEBUG": "perhaps"}, "DEBUG", id="DEBUG is no flag"),
]


@pytest.mark.parametrize(("variables", "name"), UNSERVABLE)
def test_a_bad_setting_stops_the_wsgi_application_with_one_line(variables, name):
    done = python("-c", "import factcheck.wsgi", **variables)
    assert done.returncode == 4
    assert done.stderr.startswith(f"Cannot start: {name} ")
    assert len(done.stderr.splitlines()) == 1


def test_a_command_that_does_not_serve_needs_no_key():
    done = manage("check", DATABASE_URL=SERVER)
    assert done.returncode == 0, done.stderr


def test_gunicorn_stops_rather_than_try_for_ever():
    done = python("-m", "gunicorn", "--bind=127.0.0.1:0", "factcheck.wsgi", DEBUG="0")
    assert done.returncode != 0
    assert done.stderr.count("Cannot start: SECRET_KEY ") == 1
    assert "Traceback" not in done.stderr


def test_a_server_that_is_not_there_is_told_in_one_line_without_the_password():
    done = manage("showmigrations", **DEPLOYED)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "127.0.0.1:1, database 'facts'" in done.stderr
    assert "hush" not in done.stderr


def test_the_traceback_can_be_had():
    done = manage("showmigrations", "--traceback", **DEPLOYED)
    assert "Traceback" in done.stderr


def test_a_deployment_passes_djangos_own_checks_for_one():
    done = manage("check", "--deploy", "--fail-level=WARNING", **DEPLOYED)
    assert done.returncode == 0, done.stderr


def settings_under(**variables: str) -> dict:
    """Some of the settings as a process under these variables has them."""
    script = (
        "import json\n"
        "from django.conf import settings as s\n"
        "names = 'DEBUG ALLOWED_HOSTS SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE"
        " SECURE_HSTS_SECONDS DATABASES SECRET_KEY'.split()\n"
        "print(json.dumps({name: getattr(s, name) for name in names}))\n"
    )
    done = python("-c", script, DJANGO_SETTINGS_MODULE="factcheck.settings", **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_with_nothing_set_it_is_a_development_checkout(tmp_path):
    found = settings_under(EMBEDDED_POSTGRES_FOLDER=str(tmp_path / "pg"))
    assert found["DEBUG"] is True
    assert found["DATABASES"]["default"]["ENGINE"] == "factcheck.embedded.backend"
    assert len(found["SECRET_KEY"]) >= 50
    assert not found["SECURE_SSL_REDIRECT"]
    assert not (tmp_path / "pg").exists(), "reading the settings must start nothing"


def test_with_a_server_named_it_is_a_deployment():
    found = settings_under(**DEPLOYED)
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["facts.example.org"]
    assert found["DATABASES"]["default"]["ENGINE"] == "factcheck.postgresql"
    assert found["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True
    assert found["SECURE_SSL_REDIRECT"] and found["SESSION_COOKIE_SECURE"]
    assert found["SECURE_HSTS_SECONDS"] > 0


def test_a_developer_may_use_a_server_too():
    found = settings_under(DATABASE_URL=SERVER, DEBUG="1")
    assert found["DEBUG"] is True
    assert found["DATABASES"]["default"]["ENGINE"] == "factcheck.postgresql"


def test_https_that_ends_at_a_redirecting_proxy_keeps_the_cookies_safe():
    found = settings_under(**DEPLOYED, SECURE_SSL_REDIRECT="0")
    assert not found["SECURE_SSL_REDIRECT"]
    assert found["SESSION_COOKIE_SECURE"]


def test_replicas_are_named_in_their_order():
    found = settings_under(**DEPLOYED, REPLICA_URLS=f"{SERVER}, {SERVER}2?connect_timeout=9")
    assert list(found["DATABASES"]) == ["default", "replica1", "replica2"]
    assert found["DATABASES"]["replica2"]["NAME"] == "facts2"
    waits = [
        found["DATABASES"][name]["OPTIONS"]["connect_timeout"] for name in ("replica1", "replica2")
    ]
    assert waits == [3, 9], "what a URL asks for goes before"
