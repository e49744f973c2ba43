from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The page that shows the API's schema; it has no models."""

    name = "factcheck.api"
    label = "api"
