"""manage.py embedded status|stop: look at the embedded PostgreSQL, or stop it."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from factcheck.embedded.errors import EmbeddedError
from factcheck.embedded.server import Cluster

NOT_RUNNING = 3  # the exit code that service managers use for it


class Command(BaseCommand):
    help = "Show or stop the embedded PostgreSQL of this checkout (it starts by itself)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["status", "stop"])

    def handle(self, *, action, **options):
        cluster = Cluster(settings.EMBEDDED_POSTGRES_FOLDER)
        try:
            if action == "stop":
                self._stop(cluster)
            else:
                self._status(cluster)
        except EmbeddedError as error:
            raise CommandError(str(error)) from error

    def _status(self, cluster: Cluster) -> None:
        status = cluster.status()
        if status.pid is None:
            self.stdout.write(f"not running; its folder is {cluster.folder}")
            raise SystemExit(NOT_RUNNING)
        self.stdout.write(f"running, process {status.pid}")
        self.stdout.write(f"data    {status.data}")
        self.stdout.write(f"log     {status.log}")
        self.stdout.write(f"socket  {status.socket_folder}")

    def _stop(self, cluster: Cluster) -> None:
        stopped = cluster.stop()
        self.stdout.write("stopped" if stopped else "not running: nothing to stop")
