"""The lock that tells whether any process of the server is alive."""

import os
import subprocess

from factcheck.embedded import locks


def test_it_is_free_until_taken_and_free_again_after(tmp_path):
    path = tmp_path / "lock"
    handle = locks.take(path)
    assert locks.is_held(path)
    assert locks.take(path) is None
    os.close(handle)
    assert not locks.is_held(path)


def test_a_process_that_inherits_it_holds_it_until_it_is_killed(tmp_path):
    path = tmp_path / "lock"
    handle = locks.take(path)
    heir = subprocess.Popen(["sleep", "1000"], pass_fds=[handle])
    os.close(handle)
    assert locks.is_held(path)
    heir.kill()
    heir.wait()
    assert not locks.is_held(path)


def test_another_process_does_not_inherit_it_by_accident(tmp_path):
    path = tmp_path / "lock"
    handle = locks.take(path)
    other = subprocess.Popen(["sleep", "1000"], close_fds=False)
    os.close(handle)
    assert not locks.is_held(path)
    other.kill()
    other.wait()
