"""Processes that are not ours, for the tests to leave alone."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def stranger():
    """Starts processes that have nothing to do with us: `stranger(cwd=…, user=…)`.

    Even their name is like our server's, and any user may run them.
    """
    running = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        program = shutil.copy(shutil.which("sleep"), Path(folder) / "postgres")

        def start(**arguments) -> subprocess.Popen:
            running.append(subprocess.Popen([program, "1000"], **arguments))
            return running[-1]

        yield start
        for process in running:
            process.kill()
            process.wait()
