from django.apps import AppConfig


class FreshnessConfig(AppConfig):
    """The moments at which the public record changed."""

    name = "factcheck.freshness"
    label = "freshness"
