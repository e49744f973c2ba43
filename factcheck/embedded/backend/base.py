"""The database backend that starts the embedded server on a process's first connection.

Settings stay pure, and a command that needs no database starts nothing. Each new connection looks
whether the server is there (well under a millisecond) and starts it again if it has died.
OPTIONS["folder"] is the server's folder.
"""

import psycopg
from django.db.backends.postgresql import client

from factcheck.embedded.binaries import wheel_programs
from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.server import Cluster, is_passing
from factcheck.postgresql import base
from factcheck.postgresql.errors import CannotConnect


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, by the psql of the embedded PostgreSQL.

    Django takes what it passes on from the connection's settings, not from its parameters.
    """

    def runshell(self, parameters):
        type(self).executable_name = str(wheel_programs() / "psql")
        params = self.connection.get_connection_params()
        self.connection.settings_dict.update(
            HOST=params["host"],
            PORT=params["port"],
            USER=params["user"],
            PASSWORD=params["password"],
            OPTIONS={},
        )
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL that starts itself."""

    client_class = DatabaseClient

    def get_connection_params(self):
        params = super().get_connection_params()
        cluster = Cluster(params.pop("folder"))
        try:
            cluster.ensure_running()
            return params | cluster.connection_parameters()
        except EmbeddedError as error:
            raise CannotConnect(str(error)) from error

    def get_new_connection(self, conn_params):
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            if not is_passing(error):
                raise
        # It died, or is recovering, between our look and our connection.
        try:
            Cluster(self.settings_dict["OPTIONS"]["folder"]).ensure_accepting()
        except EmbeddedError as error:
            raise CannotConnect(str(error)) from error
        return super().get_new_connection(self.get_connection_params())
