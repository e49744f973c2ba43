"""`make demo`: migrate, load the demo, serve it; on Ctrl-C stop what this started.

python -m factcheck.demo_server [--port 8000]
"""

import argparse
import os
import signal
import socket
import sys

import django
from django.conf import settings
from django.core.management import CommandError, call_command

from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.server import Cluster
from factcheck.env import Env
from factcheck.failures import plain_reason

HOST = "127.0.0.1"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make demo", description="Load and serve the demo.")
    parser.add_argument("--port", default="8000")
    port = parser.parse_args().port
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    try:
        refuse_unless_possible(port)
        django.setup()
        serve(Cluster(settings.EMBEDDED_POSTGRES_FOLDER), port)
    except (CommandError, EmbeddedError) as error:
        sys.exit(str(error))
    except Exception as error:
        reason = plain_reason(error)
        if reason is None:
            raise
        sys.exit(reason)


def refuse_unless_possible(port: str) -> None:
    """Raise CommandError, with one line, where the demo must not or cannot run.

    Asks the environment, not the settings: those would first complain of what a deployment lacks.
    """
    env = Env(os.environ)
    if env.has("DATABASE_URL"):
        raise CommandError(
            "The demo uses the embedded PostgreSQL and makes accounts with known passwords: "
            "it is refused while DATABASE_URL is set. Unset it first."
        )
    if not env.flag("DEBUG", default=True):
        raise CommandError(
            "The demo makes accounts with known passwords: it is refused while DEBUG is off."
        )
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        raise CommandError(f"PORT is {port!r}: it must be a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}): choose another, such as "
                f"`make demo PORT={int(port) % 65_535 + 1}`."
            ) from error


def serve(cluster: Cluster, port: str) -> None:
    """Run the demo until a signal ends it; the database server ends with it if it was started
    here, and goes on if it was there before."""
    # SIGINT too: a script that starts the demo in the background has it ignored.
    endings = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for ending in endings:
        signal.signal(ending, lambda *_: sys.exit(0))
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"  # it is a demo, and says so
    started_here = cluster.ensure_running(announce=False)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("demo")
        print(f"\nOpen http://{HOST}:{port}/ — Ctrl-C stops the demo.\n", flush=True)
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)
    finally:
        for ending in endings:  # an impatient second Ctrl-C
            signal.signal(ending, signal.SIG_IGN)
        if started_here:
            cluster.stop()


if __name__ == "__main__":
    main()
