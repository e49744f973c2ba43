"""What a site must be told before it is served, and a command at its side need not be."""

from django.core.exceptions import ImproperlyConfigured

from factcheck.env import SettingError


def refuse_unless_servable(settings) -> None:
    """Raise SettingError, one line, where a setting that serving needs is missing."""
    try:
        _ = settings.SECRET_KEY  # Django itself refuses an empty one as soon as it is looked at
    except ImproperlyConfigured as error:
        raise SettingError(
            "SECRET_KEY is not set: set it to 50 or more random characters, "
            "or DEBUG=1 on a developer's machine."
        ) from error
    if not settings.DEBUG and not settings.ALLOWED_HOSTS:
        raise SettingError(
            "ALLOWED_HOSTS is not set: set it to the host names of this site, separated by commas."
        )
