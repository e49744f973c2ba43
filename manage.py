#!/usr/bin/env python
"""Django's command line for the fact-check database."""

import os
import sys

ENDED_BY_SIGPIPE = 141  # as a shell tells of any program whose reader went away


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    from django.core.management import execute_from_command_line

    from factcheck.failures import plain_reason

    try:
        try:
            from factcheck.history.command import of_command_line

            with of_command_line(sys.argv):
                execute_from_command_line(sys.argv)
        finally:
            print(end="", flush=True)  # here, where a reader that went away is no traceback
    except BrokenPipeError:
        stop_writing()
        sys.exit(ENDED_BY_SIGPIPE)
    except Exception as error:
        reason = plain_reason(error)
        if reason is None or "--traceback" in sys.argv:
            raise
        sys.exit(reason)


def stop_writing() -> None:
    """Let what is still unwritten go nowhere (`… | head -1`): nobody reads standard output now."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
