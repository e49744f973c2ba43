"""What `make demo` refuses, before it makes or starts anything."""

import socket

import pytest

from tests.factcheck.running import python


def demo(*arguments: str, **variables: str):
    return python("-m", "factcheck.demo_server", *arguments, **variables)


@pytest.mark.parametrize(
    ("arguments", "variables", "complaint"),
    [
        pytest.param([], {"DATABASE_URL": "postgres://h/d"}, "DATABASE_URL is set", id="a server"),
        pytest.param([], {"DEBUG": "0"}, "DEBUG is off", id="DEBUG off"),
        pytest.param([], {"DEBUG": "maybe"}, "DEBUG is 'maybe'", id="DEBUG is no flag"),
        pytest.param(["--port=http"], {}, "PORT is 'http'", id="no port number"),
        pytest.param(["--port=65536"], {}, "PORT is '65536'", id="a port too high"),
    ],
)
def test_it_is_refused_in_one_line(tmp_path, arguments, variables, complaint):
    folder = tmp_path / "postgres"
    done = demo(*arguments, **variables, EMBEDDED_POSTGRES_FOLDER=str(folder))
    assert done.returncode == 1
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not folder.exists()


def test_a_port_that_is_taken_is_named(tmp_path):
    folder = tmp_path / "postgres"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = demo(f"--port={port}", EMBEDDED_POSTGRES_FOLDER=str(folder))
    assert done.returncode == 1
    assert f"Port {port} cannot be used" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not folder.exists()
