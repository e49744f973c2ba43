"""Who wrote last, and how far a replica must have come to show it to them."""

from django.conf import settings
from django.db import models


class Mark(models.Model):
    """Where the primary's log ended after a person's last write, be it in the admin or by a key.

    position  in bytes from the log's beginning, as everywhere in this package
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    position = models.DecimalField(max_digits=20, decimal_places=0)

    class Meta:
        default_permissions = ()
