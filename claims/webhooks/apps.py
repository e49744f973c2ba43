from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Who is told of what is published, and what they were told."""

    name = "claims.webhooks"
    label = "webhooks"
    default_auto_field = "django.db.models.BigAutoField"
