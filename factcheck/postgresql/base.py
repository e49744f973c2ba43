"""The database backend behind DATABASE_URL, and the base of the embedded one."""

import psycopg
from django.db.backends.postgresql import base, features

from factcheck.postgresql.errors import CannotConnect, UnsupportedServer


class DatabaseFeatures(features.DatabaseFeatures):
    minimum_database_version = (15,)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but a failure to connect and a server too old each say so in one line."""

    features_class = DatabaseFeatures

    def get_new_connection(self, conn_params):
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            raise CannotConnect(
                f"Cannot connect to {_where(conn_params)}: {_why(error)}"
            ) from error

    def check_database_version_supported(self):
        version, oldest = self.get_database_version(), self.features.minimum_database_version
        if version < oldest:
            raise UnsupportedServer(
                f"Cannot use {_where(self.get_connection_params())}: its version is {version[0]}, "
                f"version {oldest[0]} or later is needed."
            )


def _where(params: dict) -> str:
    """The server and database, without the password."""
    host, port = params.get("host") or "the default host", params.get("port")
    return f"PostgreSQL at {host}{f':{port}' if port else ''}, database {params.get('dbname')!r}"


def _why(error: psycopg.OperationalError) -> str:
    """libpq's reason on one line; of several addresses tried, the last."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    reasons = [line for line in lines if "failed:" in line] or lines[:1] or ["no reason given"]
    return reasons[-1].partition("failed: ")[2] or reasons[-1]
