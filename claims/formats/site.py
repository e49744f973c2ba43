"""Who publishes, and under which addresses. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Site:
    """base  scheme and host, without a slash at the end: https://facts.example.org
    name  of the publisher
    """

    base: str
    name: str

    @property
    def root(self) -> str:
        return f"{self.base}/"

    def verdict(self, number: int) -> str:
        return f"{self.base}/api/v1/verdicts/{number}/"

    def claim(self, key: str) -> str:
        return f"{self.base}/api/v1/claims/{quote(key, safe='')}/"

    def figure(self, slug: str) -> str:
        return f"{self.base}/api/v1/figures/{quote(slug, safe='')}/"

    def document(self, key: str) -> str:
        return f"{self.base}/api/v1/documents/{quote(key, safe='')}/"

    @property
    def publisher(self) -> dict[str, str]:
        """As schema.org's Organization, which the Web Annotation model takes as well."""
        return {"name": self.name, "url": self.root}
