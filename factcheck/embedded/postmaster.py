"""Which process is our PostgreSQL server, and signals to that process only.

The server writes its process id into `postmaster.pid` in its data folder. After a crash that file
is stale, and its number may by then be any other process. So a process counts as ours only if it
runs under the server's account, is a `postgres`, and works in our data folder; no other process
is ever signalled.
"""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

PID_FILE = "postmaster.pid"
DEAD_STATES = ("Z", "X")


@dataclass(frozen=True)
class PidFile:
    """What `postmaster.pid` says: `pid` (negative for a server in single-user mode), the folder
    of its socket, and its state, such as "starting" or "ready" ("" before that is written)."""

    pid: int
    socket_folder: str
    state: str


def read_pid_file(data: Path) -> PidFile | None:
    """The pid file of the data folder; None if there is none or it says nothing of use."""
    try:
        lines = (data / PID_FILE).read_text(errors="replace").splitlines()
        lines += [""] * (8 - len(lines))
        return PidFile(int(lines[0]), lines[4].strip(), lines[7].strip())
    except (OSError, ValueError, IndexError):
        return None


def is_ours(pid: int, data: Path, *, uid: int) -> bool:
    """Whether `pid` is a live PostgreSQL server process at work on this very data folder.

    False whenever that cannot be made sure of.
    """
    if pid <= 1:
        return False
    if Path("/proc/self/stat").exists():
        return _is_ours_by_proc(pid, data, uid=uid)
    return _is_ours_by_ps(pid, data, uid=uid)


def _is_ours_by_proc(pid: int, data: Path, *, uid: int) -> bool:
    process = Path(f"/proc/{pid}")
    try:
        name, state = parse_stat((process / "stat").read_text())
        return (
            name == "postgres"
            and state not in DEAD_STATES
            and process.stat().st_uid == uid
            and os.path.samestat((process / "cwd").stat(), data.stat())
        )
    except (OSError, ValueError, IndexError):
        return False


def parse_stat(line: str) -> tuple[str, str]:
    """The name and the state letter in a line of /proc/PID/stat; a name may hold anything."""
    name, _, rest = line.partition("(")[2].rpartition(")")
    return name, rest.split()[0]


def _is_ours_by_ps(pid: int, data: Path, *, uid: int) -> bool:
    """For systems without /proc, where the server's command line names its data folder."""
    try:
        listing = subprocess.run(
            ["ps", "-ww", "-o", "uid=,stat=,command=", "-p", str(pid)],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        ).stdout
    except OSError:
        return False
    return ps_line_is_ours(listing, data, uid=uid)


def ps_line_is_ours(line: str, data: Path, *, uid: int) -> bool:
    """Whether a line of `ps -o uid=,stat=,command=` is a live server on this data folder."""
    fields = line.strip().split(None, 2)
    if len(fields) < 3 or fields[0] != str(uid) or fields[1][0] in DEAD_STATES:
        return False
    program, mark, arguments = fields[2].partition(" -D ")
    return (
        bool(mark)
        and program.rpartition("/")[2] == "postgres"
        and arguments.strip().startswith(f"{data} ")
    )


def send(signal_number: signal.Signals, pid: int, data: Path, *, uid: int) -> bool:
    """Signal the server process `pid` if, and only if, it is ours. Whether it was signalled.

    Where the system can pin a process (Linux), it is pinned before it is looked at, so that its
    number cannot pass to another process between the look and the signal.
    """
    try:
        pinned = os.pidfd_open(pid) if hasattr(os, "pidfd_open") and pid > 0 else None
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # a kernel or sandbox without it
        pinned = None
    try:
        if not is_ours(pid, data, uid=uid):
            return False
        if pinned is None:
            os.kill(pid, signal_number)
        else:
            signal.pidfd_send_signal(pinned, signal_number)
        return True
    except ProcessLookupError:
        return False
    finally:
        if pinned is not None:
            os.close(pinned)
