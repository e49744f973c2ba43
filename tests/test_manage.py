"""manage.py as one program among others in a pipe."""

import json
import os
import subprocess
import sys

import pytest

from tests.factcheck.running import ROOT, environment

LINE = json.dumps({"text": "approximately 5,000"}) + "\n"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(LINE, id="an answer that waits in the buffer"),
        pytest.param(LINE * 200, id="more answers than the buffer holds"),
        pytest.param("{\n", id="a bad line, which ends with a code of its own"),
    ],
)
def test_a_reader_that_goes_away_is_no_traceback(lines):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "manage.py", "quantity"],
            input=lines.encode(),
            stdout=writing,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment({"DEBUG": "1"}),
            timeout=120,
        )
    finally:
        os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == 141
