"""The secret key of a development checkout."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from factcheck.development_key import development_key
from factcheck.env import SettingError


def test_it_is_made_once_and_stays_the_same(tmp_path):
    path = tmp_path / "key"
    key = development_key(path)
    assert len(key) >= 50
    assert development_key(path) == key
    assert os.listdir(tmp_path) == ["key"]


def test_only_its_owner_can_read_it(tmp_path):
    development_key(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_two_checkouts_have_two_keys(tmp_path):
    assert development_key(tmp_path / "a") != development_key(tmp_path / "b")


def test_processes_that_start_together_agree_on_it(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(development_key, [tmp_path / "key"] * 40))
    assert len(keys) == 1


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 60], ids=["empty", "short", "junk"])
def test_a_damaged_key_file_is_named(tmp_path, content):
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(SettingError, match="remove that file") as refusal:
        development_key(path)
    assert str(path) in str(refusal.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingError, match="set SECRET_KEY"):
        development_key(tmp_path / "none" / "key")
