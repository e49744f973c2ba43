"""Settings read from environment variables, strictly: what is missing or malformed says so.

Pure: no Django, no database, no file is written. Every error is a `SettingError` whose text is one
line that names the variable, what is wrong with it, and what to do.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})
POSTGRES_SCHEMES = ("postgres", "postgresql")


class SettingError(Exception):
    """A setting is missing or malformed; the text is one line for the person who starts us."""


class Env:
    """Typed reads of one mapping of environment variables.

    A variable that is set to nothing counts as not set, as compose files and CI systems pass it.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables

    def has(self, name: str) -> bool:
        """Whether the variable is set to something."""
        return bool(self._variables.get(name, "").strip())

    def text(self, name: str, *, default: str | None = None, missing: str = "") -> str:
        """The value without surrounding white space. With no default it must be set;
        `missing` tells what to set it to."""
        value = self._variables.get(name, "").strip()
        if value:
            return value
        if default is None:
            raise SettingError(f"{name} is not set: {missing or 'it has no default'}.")
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        """A yes or no: 1/0, true/false, yes/no, on/off in any case."""
        if not self.has(name):
            return default
        value = self.text(name).lower()
        if value in TRUE | FALSE:
            return value in TRUE
        raise SettingError(f"{name} is {self.text(name)!r}: it must be 1 or 0 (or true, false).")

    def integer(self, name: str, *, default: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        if not self.has(name):
            return default
        value = self.text(name)
        if value.isascii() and value.removeprefix("-").isdigit() and low <= int(value) <= high:
            return int(value)
        raise SettingError(f"{name} is {value!r}: it must be a whole number from {low} to {high}.")

    def choice(self, name: str, *, default: str, options: Sequence[str]) -> str:
        """One of `options`, compared without case."""
        value = self.text(name, default=default)
        for option in options:
            if option.lower() == value.lower():
                return option
        raise SettingError(f"{name} is {value!r}: it must be one of {', '.join(options)}.")

    def words(self, name: str, *, default: Sequence[str] | None = None, missing: str = "") -> list:
        """A comma-separated list of strings. With no default it must be set."""
        if not self.has(name) and default is not None:
            return list(default)
        return [
            word for part in self.text(name, missing=missing).split(",") if (word := part.strip())
        ]

    def hosts(self, name: str, *, default: Sequence[str] | None = None, missing: str = "") -> list:
        """Comma-separated host names as Django's ALLOWED_HOSTS wants them: no scheme, no path."""
        hosts = self.words(name, default=default, missing=missing)
        for host in hosts:
            if "/" in host or " " in host:
                raise SettingError(
                    f"{name} has {host!r}: write host names only, such as facts.example.org."
                )
        return hosts

    def origins(self, name: str) -> list:
        """Comma-separated origins, each a scheme and a host: https://facts.example.org."""
        origins = self.words(name, default=[])
        self._check_origins(name, origins)
        return origins

    def origin(self, name: str, *, default: str) -> str:
        """One such origin."""
        origin = self.text(name, default=default)
        self._check_origins(name, [origin])
        return origin

    def _check_origins(self, name: str, origins: Sequence[str]) -> None:
        for origin in origins:
            scheme, mark, host = origin.partition("://")
            if scheme not in ("http", "https") or not mark or not host or "/" in host:
                raise SettingError(
                    f"{name} has {origin!r}: write scheme and host only, "
                    "such as https://facts.example.org."
                )

    def postgres_url(self, name: str) -> str | None:
        """The URL of a PostgreSQL database, checked but not opened; None if not set.

        The error texts never show the password.
        """
        return self._checked_url(name, self.text(name)) if self.has(name) else None

    def postgres_urls(self, name: str) -> list[str]:
        """Comma-separated URLs of PostgreSQL databases, checked as `postgres_url` does; a comma
        within one is written %2C."""
        return [self._checked_url(name, url) for url in self.words(name, default=[])]

    def _checked_url(self, name: str, url: str) -> str:
        form = "write postgres://user:password@host:5432/database"
        scheme, mark, _ = url.partition("://")
        if not mark:
            raise SettingError(f"{name} is not a URL: {form}.")
        if scheme not in POSTGRES_SCHEMES:
            raise SettingError(f"{name} has the scheme {scheme!r}: only PostgreSQL serves, {form}.")
        try:
            parts = urlsplit(url)
            port_is_sane = parts.port is None or parts.port > 0
        except ValueError:
            port_is_sane = False
        if not port_is_sane:
            raise SettingError(
                f"{name} has a malformed host or port (is a character of the password not "
                f"percent-encoded?): {form}."
            )
        if "/" in unquote(parts.path[1:]) or not parts.path[1:]:
            raise SettingError(f"{name} names no database after the host: {form}.")
        if parts.fragment:
            raise SettingError(f"{name} has a '#' in it: write it as %23.")
        return url
