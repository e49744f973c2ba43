from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """What was said, and where: publishers, documents, snapshots, passages."""

    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
