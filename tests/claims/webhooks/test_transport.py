"""One POST over a real socket: where it goes, and where it refuses to go."""

import socket

import pytest

from claims.webhooks.transport import NotSent, post

from .receiver import receiving

HERE = {"allow_http": True, "allow_private": True}


def send(url: str, **given):
    return post(url, headers={"X-Ours": "1"}, body=b"{}", **given)


def test_it_posts_the_body_and_gives_the_code(receiver):
    receiver.codes = [202]
    answer = send(receiver.url, **HERE)
    ((headers, body),) = receiver.got
    assert (answer.code, body, headers["x-ours"]) == (202, b"{}", "1")
    assert headers["host"] == receiver.url.split("/")[2]


def test_a_redirection_is_an_answer_and_not_followed(receiver):
    receiver.codes = [307]
    assert send(receiver.url, **HERE).code == 307
    assert len(receiver.got) == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]
)
def test_our_own_machine_is_refused_however_it_is_called(receiver, host):
    port = receiver.url.split(":")[2]
    with pytest.raises(NotSent, match="which is our own machine"):
        send(f"http://{host}:{port}", allow_http=True)
    assert receiver.got == []


def test_only_https_unless_it_is_allowed(receiver):
    with pytest.raises(NotSent, match="only https"):
        send(receiver.url, allow_private=True)
    assert receiver.got == []


def test_a_receiver_that_does_not_speak_tls(receiver):
    with pytest.raises(NotSent, match="SSL"):
        send(receiver.url.replace("http:", "https:"), allow_private=True)
    assert receiver.got == []


def test_a_receiver_that_never_answers_is_left():
    with receiving(silent=True) as receiver, pytest.raises(NotSent, match="not answer in time"):
        send(receiver.url, **HERE, patience=0.2)


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NotSent, match="ConnectionRefusedError"):
        send(f"http://127.0.0.1:{port}/", **HERE)


def test_a_name_that_leads_nowhere():
    with pytest.raises(NotSent, match="gaierror"):
        send("http://no-such-host.invalid/", **HERE)
