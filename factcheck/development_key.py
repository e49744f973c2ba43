"""The secret key of a development checkout: random, kept out of git, the same at every start."""

import os
import secrets
from pathlib import Path

from factcheck.env import SettingError


def development_key(path: Path) -> str:
    """The key in the file `path`, which is made, readable by its owner only, if it is not there.

    Raises SettingError if the file can be neither read nor made.
    """
    try:
        if not path.exists():
            _create(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"SECRET_KEY is not set, and the development key {path} cannot be used "
            f"({error}): set SECRET_KEY, or remove that file."
        ) from error
    if len(key) < 50:
        raise SettingError(
            f"SECRET_KEY is not set, and the development key {path} is cut short: remove that file."
        )
    return key


def _create(path: Path) -> None:
    """Write a new key whole or not at all; of several processes at once, the first one wins."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
