#!/usr/bin/env python
"""Django's command line for the fact-check database."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    from django.core.management import execute_from_command_line

    from factcheck.failures import plain_reason

    try:
        execute_from_command_line(sys.argv)
    except Exception as error:
        reason = plain_reason(error)
        if reason is None or "--traceback" in sys.argv:
            raise
        sys.exit(reason)


if __name__ == "__main__":
    main()
