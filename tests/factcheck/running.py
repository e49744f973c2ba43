"""Run the project's commands as a person does: in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "DJANGO_SETTINGS_MODULE",
    "DATABASE_URL",
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "EMBEDDED_POSTGRES_FOLDER",
    "REPLICA_MAX_LAG",
    "REPLICA_URLS",
)


def environment(variables: dict[str, str]) -> dict[str, str]:
    """This process's environment with none of the project's variables but `variables`."""
    return {name: text for name, text in os.environ.items() if name not in OURS} | variables


def python(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run Python in the checkout with these environment variables of the project, to its end."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run manage.py with these environment variables of the project, to its end."""
    return python("manage.py", *arguments, **variables)
