from django.apps import AppConfig


class ReplicasConfig(AppConfig):
    """Reads from streaming replicas, and what tells how far they must be."""

    name = "factcheck.replicas"
    label = "replicas"
