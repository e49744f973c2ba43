from django.apps import AppConfig


class BulkConfig(AppConfig):
    """The page that previews an action on many rows; it has no models."""

    name = "factcheck.bulk"
    label = "bulk"
