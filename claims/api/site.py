"""Who publishes what a request asks for."""

from __future__ import annotations

from django.conf import settings

from claims.formats.site import Site


def site_of(request) -> Site:
    """The publisher, at the address by which the caller came."""
    return Site(request.build_absolute_uri("/")[:-1], settings.PUBLISHER_NAME)
