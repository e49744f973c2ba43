"""The browser of the browser tests: find one, or have one installed.

`python -m tests.chromium` (which `make test` runs) ends with an error if none can be had; the
tests never skip for want of it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class NoBrowser(Exception):
    """No Chromium was found; the text says where it was looked for."""


def find() -> str:
    """The path of a Chromium that runs: the one in CHROMIUM, one on the PATH, or Playwright's own.

    Raises NoBrowser.
    """
    chosen = os.environ.get("CHROMIUM")
    if chosen and not _runs(chosen):
        raise NoBrowser(f"CHROMIUM is {chosen!r}, and that does not run as a browser.")
    for path in [chosen] if chosen else _candidates():
        if _runs(path):
            return path
    raise NoBrowser(
        f"No Chromium: none of {', '.join(NAMES)} on the PATH, and Playwright has not "
        "downloaded its own. `make test` installs one; or set CHROMIUM to the path of one."
    )


def install() -> str:
    """Find a Chromium, or install one by apt where that works, or else by Playwright's download.

    Raises NoBrowser when all of that fails.
    """
    for attempt in (lambda: None, _install_by_apt, _install_by_playwright):
        attempt()
        try:
            return find()
        except NoBrowser as error:
            failure = error
    raise NoBrowser(
        f"{failure} Installing it by apt and by Playwright failed (see above): "
        "install Chromium by hand."
    )


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    browsers = Path(
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
        or Path.home()
        / ("Library/Caches" if sys.platform == "darwin" else ".cache")
        / "ms-playwright"
    )
    for pattern in ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*/*/MacOS/*"):
        yield from map(str, sorted(browsers.glob(pattern), reverse=True))


def _runs(path: str) -> bool:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _install_by_apt() -> None:
    if shutil.which("apt-get") is None:
        return
    prefix = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid():
        if shutil.which("sudo") is None or _fails(["sudo", "-n", "true"]):
            return
        prefix = ["sudo", "-n", *prefix]
    if not _fails([*prefix, "apt-get", "update", "-q"]):
        _fails([*prefix, "apt-get", "install", "-qy", "--no-install-recommends", "chromium"])


def _install_by_playwright() -> None:
    _fails([sys.executable, "-m", "playwright", "install", "chromium"])


def _fails(command: list[str]) -> bool:
    print("+", *command, file=sys.stderr, flush=True)
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0


if __name__ == "__main__":
    try:
        print(install())
    except NoBrowser as reason:
        sys.exit(str(reason))
