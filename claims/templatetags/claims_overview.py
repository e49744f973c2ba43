"""The overview for the admin's first page, whose view belongs to Django."""

from django import template

from claims.admin.overview import Overview, overview

register = template.Library()


@register.simple_tag
def claims_overview() -> Overview:
    """How the claims stand; see `claims.admin.overview`."""
    return overview()
