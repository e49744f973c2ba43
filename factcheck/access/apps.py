from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The keys of the API and the rates at which it is called."""

    name = "factcheck.access"
    label = "access"
    verbose_name = "API access"
