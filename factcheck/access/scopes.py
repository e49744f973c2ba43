"""What a key may be good for."""

from django.db.models import TextChoices


class Scope(TextChoices):
    READ = "read", "read what is public"
    READ_DRAFTS = "read-drafts", "read drafts too"
    INGEST = "ingest", "bring documents, claims and evidence in"

    @property
    def implied(self) -> frozenset["Scope"]:
        """The scope itself, with what it includes: who reads drafts reads what is public."""
        includes = {Scope.READ_DRAFTS: {Scope.READ}}
        return frozenset({self, *includes.get(self, ())})


def widened(scopes) -> frozenset[Scope]:
    """All that these scopes, by name, allow."""
    return frozenset().union(*(Scope(name).implied for name in scopes))
