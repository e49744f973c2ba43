"""Which processes count as our server, and that no other one is ever signalled."""

import os
import signal
import subprocess

import pytest

from factcheck.embedded import postmaster
from factcheck.embedded.postmaster import PidFile, parse_stat, ps_line_is_ours, read_pid_file


def pid_file_text(pid: int | str, socket: str = "/s", state: str = "ready   ") -> str:
    return f"{pid}\n/data\n1700000000\n5432\n{socket}\n\n  1234  5\n{state}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(pid_file_text(7), PidFile(7, "/s", "ready"), id="whole"),
        pytest.param("7\n/data\n1700000000\n", PidFile(7, "", ""), id="still being written"),
        pytest.param(pid_file_text(-7), PidFile(-7, "/s", "ready"), id="single-user mode"),
        pytest.param("", None, id="empty"),
        pytest.param("seven\n", None, id="no number"),
        pytest.param(None, None, id="no file"),
    ],
)
def test_the_pid_file_is_read(tmp_path, text, expected):
    if text is not None:
        (tmp_path / "postmaster.pid").write_text(text)
    assert read_pid_file(tmp_path) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("7 (postgres) S 1 7", ("postgres", "S"), id="plain"),
        pytest.param("7 (a) Z 1) R 1 7", ("a) Z 1", "R"), id="a name made to mislead"),
    ],
)
def test_a_line_of_proc_stat_is_read(line, expected):
    assert parse_stat(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("501 Ss /v/bin/postgres -D /x/data -c a=b", True, id="ours"),
        pytest.param("  501 S    /a b/postgres -D /x/data -c a=b\n", True, id="path with a blank"),
        pytest.param("502 Ss /v/bin/postgres -D /x/data -c a=b", False, id="another user's"),
        pytest.param("501 Z  /v/bin/postgres -D /x/data -c a=b", False, id="dead"),
        pytest.param("501 Ss /v/bin/postgres -D /x/data2 -c a=b", False, id="other data"),
        pytest.param("501 Ss vi /v/postgres -D", False, id="an editor"),
        pytest.param("501 Ss grep -D /x/data -c", False, id="another program"),
        pytest.param("", False, id="no such process"),
    ],
)
def test_a_line_of_ps_is_judged(tmp_path, line, expected):
    assert ps_line_is_ours(line, "/x/data", uid=501) is expected


def test_strangers_are_never_signalled(tmp_path, stranger):
    data = tmp_path / "data"
    data.mkdir()
    elsewhere = stranger(cwd=tmp_path)
    uid = os.geteuid()
    assert not postmaster.send(signal.SIGKILL, elsewhere.pid, data, uid=uid)
    assert not postmaster.send(signal.SIGKILL, os.getpid(), data, uid=uid)
    assert elsewhere.poll() is None


def test_a_stranger_under_another_account_is_never_signalled(tmp_path, stranger):
    at_our_place = stranger(cwd=tmp_path)
    other = os.geteuid() + 1
    assert not postmaster.send(signal.SIGKILL, at_our_place.pid, tmp_path, uid=other)
    assert at_our_place.poll() is None


@pytest.mark.parametrize("pid", [0, 1, -1, -5, 2**22 + 1, 2**40])
def test_no_number_is_taken_for_a_process_group_or_for_init(tmp_path, pid):
    assert not postmaster.send(signal.SIGCONT, pid, tmp_path, uid=os.geteuid())


def test_what_works_in_our_data_folder_as_postgres_under_our_account_is_ours(tmp_path, stranger):
    process = stranger(cwd=tmp_path)
    assert postmaster.send(signal.SIGTERM, process.pid, tmp_path, uid=os.geteuid())
    assert process.wait() == -signal.SIGTERM


def test_the_dead_that_nobody_has_buried_are_not_ours(tmp_path):
    corpse = subprocess.Popen(["true"], cwd=tmp_path)
    os.waitid(os.P_PID, corpse.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and is a zombie
    assert not postmaster.is_ours(corpse.pid, tmp_path, uid=os.geteuid())
    corpse.wait()
