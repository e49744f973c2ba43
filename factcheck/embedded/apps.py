from django.apps import AppConfig


class EmbeddedConfig(AppConfig):
    """The embedded PostgreSQL's management command; it has no models."""

    name = "factcheck.embedded"
    label = "embedded"
