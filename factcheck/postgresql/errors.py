"""What a person is told when the database server cannot be used."""

import psycopg
from django.db.utils import NotSupportedError


class CannotConnect(psycopg.OperationalError):
    """No connection was made. The text is one line that names the server and the reason;
    Django passes it on as the cause of its own OperationalError."""


class UnsupportedServer(NotSupportedError):
    """The server is older than what this project's SQL needs. The text is one line."""
