"""One text version of a document, fixed for ever."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Left

from factcheck.history.events import recorded
from factcheck.postgresql.guards import Guard, refusal

from .document import SEARCH_CONFIG, Document

# PostgreSQL refuses a text-search vector of more than 1 MiB. The words of this many code points
# fit whatever the script; what stands after them is stored, quoted and anchored, not searched.
SEARCHED_CHARACTERS = 200_000


def _hex_sha256(octets) -> Func:
    """The SHA-256 of a bytea expression, as lower-case hex."""
    return Func(
        octets,
        function="sha256",
        template="encode(%(function)s(%(expressions)s), 'hex')",
        output_field=models.CharField(),
    )


# convert_to() is STABLE, so it may stand in a check but not in a generated column.
_TEXT_IN_UTF8 = Func(
    F("text"), Value("UTF8"), function="convert_to", output_field=models.BinaryField()
)


class SnapshotQuerySet(models.QuerySet):
    def without_bulk(self) -> "SnapshotQuerySet":
        """Without the text, the original bytes and what is computed from them."""
        return self.defer("text", "original", "sketch", "search")

    def latest_of_documents(self) -> "SnapshotQuerySet":
        """Only the version of each document that ingest saw last."""
        return self.filter(document__latest=F("pk"))


@recorded(without=["text", "original", "sketch", "search"])
class Snapshot(models.Model):
    """An immutable text version. PostgreSQL refuses every UPDATE and a hash that is not its own.

    Offsets into ``text`` are code points of the raw text, from 0.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="snapshots")
    text = models.TextField()
    sha256 = models.CharField(max_length=64, help_text="Hex, of the text in UTF-8.")
    media_type = models.CharField(max_length=100)
    encoding = models.CharField(
        max_length=40, blank=True, help_text="The encoding that was detected, for text files."
    )
    original = models.BinaryField(help_text="The bytes as they came in.")
    original_sha256 = models.CharField(max_length=64, help_text="Hex, of the original bytes.")
    retrieved_at = models.DateTimeField()
    extractor = models.CharField(max_length=60)
    extractor_version = models.CharField(max_length=40)
    sketch = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="A sample of the word shingles' hashes, by which copies are found.",
    )
    search = models.GeneratedField(
        expression=SearchVector(Left("text", SEARCHED_CHARACTERS), config=SEARCH_CONFIG),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-retrieved_at", "-id"]
        indexes = [
            GinIndex(fields=["sketch"], name="snapshot_sketch"),
            GinIndex(fields=["search"], name="snapshot_search"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "sha256"],
                name="snapshot_text_once_per_document",
                violation_error_message="This document has this text already.",
            ),
            models.CheckConstraint(
                condition=~Q(text=Value("")),
                name="snapshot_text_is_not_empty",
                violation_error_message="A snapshot needs a text.",
            ),
            models.CheckConstraint(
                condition=Q(sha256=_hex_sha256(_TEXT_IN_UTF8)),
                name="snapshot_sha256_is_of_text",
                violation_error_message="The hash is not that of the text.",
            ),
            models.CheckConstraint(
                condition=Q(original_sha256=_hex_sha256(F("original"))),
                name="snapshot_original_sha256_is_of_original",
                violation_error_message="The hash is not that of the original bytes.",
            ),
        ]
        triggers = [
            Guard(
                name="immutable",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refusal(
                    "snapshot % of document % cannot be changed: "
                    "store the new text as a new snapshot",
                    "OLD.id",
                    "OLD.document_id",
                ),
            ),
            # Foreign keys are checked at commit, so without this a transaction could put
            # another text under the same id and leave the passages misquoting it.
            Guard(
                name="quoted_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=f"""
                    IF EXISTS (SELECT 1 FROM sources_passage WHERE snapshot_id = OLD.id) THEN
                        {
                    refusal(
                        "snapshot % of document % is quoted: delete its passages first",
                        "OLD.id",
                        "OLD.document_id",
                    )
                }
                    END IF;
                    RETURN OLD;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} as of {self.retrieved_at:%Y-%m-%d} ({self.sha256[:8]})"
