"""The socket's folder: short enough, and nobody else's."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from factcheck.embedded.account import Account
from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.private import PrivateFolder, fits, is_safe, socket_folder

SELF = Account(os.geteuid(), os.getegid(), changes=False)


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """A private folder whose temporary folder is a short one of this test's."""
    with tempfile.TemporaryDirectory(dir="/tmp") as base:
        monkeypatch.setattr(tempfile, "tempdir", base)
        yield PrivateFolder(tmp_path / "record", SELF)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        pytest.param("/home/me/facts/.postgres/socket", True, id="an ordinary checkout"),
        pytest.param("/home/my own/facts/socket", True, id="a blank in it"),
        pytest.param("/" + "x" * 88, True, id="just short enough"),
        pytest.param("/" + "x" * 89, False, id="one byte too long"),
        pytest.param("/" + "é" * 45, False, id="bytes count, not letters"),
        pytest.param("/a,b", False, id="a comma parts hosts"),
        pytest.param('/a"b', False, id="a quote mark"),
    ],
)
def test_whether_a_socket_fits(folder, expected):
    assert fits(Path(folder)) is expected


def test_a_short_checkout_has_its_socket_inside(outside):
    inside = Path(tempfile.gettempdir()) / "socket"
    assert socket_folder(inside, outside) == inside
    assert stat.S_IMODE(inside.stat().st_mode) == 0o700
    assert not outside.record.exists()


def test_a_long_checkout_has_it_in_a_private_folder_that_is_found_again(outside):
    inside = Path("/" + "x" * 200)
    folder = socket_folder(inside, outside)
    assert fits(folder)
    assert is_safe(folder, uid=os.geteuid(), allowed=0o700)
    assert is_safe(folder.parent, uid=os.geteuid(), allowed=0o700)
    assert socket_folder(inside, outside) == folder


def test_a_folder_that_cannot_be_remembered_is_not_left_behind(outside):
    outside.record.mkdir()  # nothing can be written there
    with pytest.raises(OSError):
        outside.path()
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


def test_the_private_folder_is_removed_with_its_record(outside):
    folder = outside.path()
    outside.remove()
    assert not folder.exists()
    assert not outside.record.exists()
    outside.remove()


@pytest.mark.parametrize("trap", ["link", "open to all", "file", "gone"])
def test_a_remembered_folder_that_is_not_safe_any_more_is_left_alone(outside, tmp_path, trap):
    first = outside.path()
    first.rmdir()
    kept = tmp_path / "kept"
    kept.mkdir()
    if trap == "link":
        first.symlink_to(kept)
    elif trap == "open to all":
        first.mkdir()
        first.chmod(0o777)
    elif trap == "file":
        first.touch()
    second = outside.path()
    assert second != first
    assert is_safe(second, uid=os.geteuid(), allowed=0o700)
    assert os.path.lexists(first) == (trap != "gone")
    outside.remove()
    assert kept.exists()


def test_a_record_that_names_a_folder_not_made_by_us_is_not_followed(outside, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir(mode=0o700)
    outside.record.write_text(str(precious))
    assert outside.path() != precious
    outside.record.write_text(str(precious))
    outside.remove()
    assert precious.exists()


def test_a_folder_in_the_sockets_place_that_others_may_enter_is_refused(outside):
    inside = Path(tempfile.gettempdir()) / "socket"
    inside.mkdir()
    inside.chmod(0o755)
    with pytest.raises(EmbeddedError, match="not private"):
        socket_folder(inside, outside)


def test_a_temporary_folder_where_others_could_rename_ours_is_not_used(outside):
    open_to_all = Path(tempfile.gettempdir())
    open_to_all.chmod(0o777)  # and no sticky bit
    assert open_to_all not in outside.path().parents
    outside.remove()
