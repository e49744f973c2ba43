"""The demo from its start to Ctrl-C: it stops the database server only if it started it."""

import signal
import socket
import subprocess
import sys

from tests.factcheck.running import ROOT, environment


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def run_demo(cluster, ending: signal.Signals) -> str:
    """Run the demo until it serves, and end it by a signal; what it said."""
    demo = subprocess.Popen(
        [sys.executable, "-m", "factcheck.demo_server", "--port", str(free_port())],
        cwd=ROOT,
        env=environment({"EMBEDDED_POSTGRES_FOLDER": str(cluster.folder)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = []
        for line in demo.stdout:
            said.append(line)
            if "Quit the server" in line:
                break
        assert cluster.status().pid is not None
        demo.send_signal(ending)
        demo.communicate(timeout=60)
        assert demo.returncode == 0
        return "".join(said)
    finally:
        demo.kill()


def test_it_stops_what_it_started_and_nothing_else(cluster):
    assert "Open http://127.0.0.1:" in run_demo(cluster, signal.SIGINT)
    assert cluster.status().pid is None

    cluster.ensure_running(announce=False)
    ran_before = cluster.status().pid
    assert "Open http://127.0.0.1:" in run_demo(cluster, signal.SIGTERM)
    assert cluster.status().pid == ran_before
