from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """What is asserted, and how it stands: figures, claims, evidence, status."""

    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"
