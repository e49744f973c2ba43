"""Which failures are the user's to mend, and what to say of them in one line.

`manage.py` and `wsgi.py` print that line in place of a traceback.
"""

from factcheck.env import SettingError
from factcheck.postgresql.errors import CannotConnect, UnsupportedServer


def plain_reason(error: BaseException) -> str | None:
    """One line for a failure whose cause lies outside the code (a setting, the database server);
    None for anything else, which deserves its traceback."""
    if isinstance(error, SettingError):
        return f"Cannot start: {error}"
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, CannotConnect | UnsupportedServer):
            return str(cause)
        cause = cause.__cause__
    return None
