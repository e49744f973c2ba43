"""A document, its publication date as an interval, and its near-duplicates."""

from datetime import timedelta

import pgtrigger
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q

from factcheck.history.events import recorded
from factcheck.postgresql.guards import Guard, refusal
from sources.dates import DateSpan

from .publisher import Origin, Publisher

SEARCH_CONFIG = "english"


class PublishedBasis(models.TextChoices):
    STATED = "stated", "stated by the document"
    RELATIVE = "relative", "worked out from words such as “last week”"
    INFERRED = "inferred", "inferred from the content"


class TextBasis(models.TextChoices):
    ORIGINAL = "original", "the document's own text"
    EXCERPT = "excerpt", "a part of the document's own text"
    DIGEST = "digest", "a digest in other words"


class DocumentQuerySet(models.QuerySet):
    def with_latest_snapshot(self) -> "DocumentQuerySet":
        """Each with its publisher and latest snapshot, without the bulky columns."""
        return self.select_related("publisher", "latest").defer(
            "latest__text", "latest__original", "latest__sketch", "latest__search", "search"
        )

    def search(self, words: str) -> "DocumentQuerySet":
        """Documents whose title or latest text has these words (web search syntax)."""
        if "\0" in words:  # PostgreSQL stores no NUL, so no document can contain one
            return self.none()
        query = SearchQuery(words, config=SEARCH_CONFIG, search_type="websearch")
        return self.filter(Q(search=query) | Q(latest__search=query))

    def copies_of(self, document: "Document") -> "DocumentQuerySet":
        """The documents whose text is nearly that of ``document``."""
        return self.filter(Q(copies_as_a__b=document) | Q(copies_as_b__a=document)).distinct()


@recorded(without=["latest", "created", "updated", "search"])
class Document(models.Model):
    """One published thing, whatever versions of its text we hold (see Snapshot)."""

    key = models.SlugField(
        max_length=120, unique=True, help_text="Our stable name: imports refer to it."
    )
    title = models.CharField(max_length=500)
    authors = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Names, separated by commas.",
    )
    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="documents")
    url = models.URLField(max_length=2000, blank=True)
    language = models.CharField(
        max_length=35, blank=True, help_text="BCP 47, such as en or ar-IQ; empty if unknown."
    )
    published = DateRangeField(
        null=True,
        blank=True,
        help_text="PostgreSQL's form: the end is the day after. Code reads published_on.",
    )
    published_basis = models.CharField(
        max_length=10, choices=PublishedBasis.choices, default=PublishedBasis.STATED
    )
    text_basis = models.CharField(
        max_length=10, choices=TextBasis.choices, default=TextBasis.ORIGINAL
    )
    blind = models.BooleanField(
        default=False, help_text="Two people judge its passages apart, for whatever claim."
    )
    origins = models.ManyToManyField(Origin, blank=True, related_name="documents")
    # The version that ingest saw last. Not simply the newest row: a text may return to an
    # earlier version, and that version is stored once.
    latest = models.ForeignKey(
        "sources.Snapshot",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    search = models.GeneratedField(
        expression=SearchVector("title", config=SEARCH_CONFIG),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        indexes = [GinIndex(fields=["search"], name="document_search")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title__regex=r"^\s*$"),
                name="document_has_a_title",
                violation_error_message="A document needs a title.",
            ),
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="document_url_once",
                violation_error_message="Another document has this URL.",
            ),
            models.CheckConstraint(
                condition=Q(language="")
                | Q(language__regex=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
                name="document_language_is_a_tag",
                violation_error_message="The language is a BCP 47 tag, such as en or ar-IQ.",
            ),
            models.CheckConstraint(
                condition=Q(published__isnull=True) | Q(published__isempty=False),
                name="document_published_is_not_empty",
                violation_error_message="The publication interval contains no day.",
            ),
            models.CheckConstraint(
                condition=Q(published_basis__in=PublishedBasis.values),
                name="document_published_basis_is_known",
                violation_error_message="The basis is stated, relative or inferred.",
            ),
            models.CheckConstraint(
                condition=Q(text_basis__in=TextBasis.values),
                name="document_text_basis_is_known",
                violation_error_message="The text basis is original, excerpt or digest.",
            ),
        ]
        triggers = [
            # Deferred, so that a dump which holds the document before its snapshots loads.
            Guard(
                name="latest_is_own",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("latest_id"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__latest__isnull=False),
                func=f"""
                    -- The row as it is by now: a later statement may have put it right.
                    IF EXISTS (
                        SELECT 1 FROM sources_document AS document
                        LEFT JOIN sources_snapshot AS latest ON latest.id = document.latest_id
                        WHERE document.id = NEW.id AND document.latest_id IS NOT NULL
                        AND latest.document_id IS DISTINCT FROM document.id
                    ) THEN
                        {
                    refusal(
                        "document %: its latest snapshot % is not one of its own",
                        "NEW.id",
                        "NEW.latest_id",
                    )
                }
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def published_on(self) -> DateSpan:
        """The publication date as [earliest, latest], both days included."""
        if self.published is None:
            return DateSpan()
        last = self.published.upper
        if last is not None and not self.published.upper_inc:
            last -= timedelta(days=1)
        first = self.published.lower
        if first is not None and not self.published.lower_inc:
            first += timedelta(days=1)
        return DateSpan(first, last)

    @published_on.setter
    def published_on(self, span: DateSpan) -> None:
        self.published = DateRange(span.earliest, span.latest, "[]") if span.known else None


class DocumentCopy(models.Model):
    """Two documents whose texts are nearly the same: they count as one origin.

    ``containment`` is the share of the shorter text's word shingles found in the longer one.
    """

    a = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="copies_as_a")
    b = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="copies_as_b")
    containment = models.DecimalField(max_digits=5, decimal_places=4)

    class Meta:
        ordering = ["a", "b"]
        verbose_name = "near-duplicate"
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="document_copy_once"),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")),
                name="document_copy_ordered",
                violation_error_message="The document with the smaller id comes first.",
            ),
            models.CheckConstraint(
                condition=Q(containment__gte="0.8", containment__lte=1),
                name="document_copy_contained",
                violation_error_message="A copy has a containment from 0.8 to 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.a} ≈ {self.b} ({self.containment})"


@recorded()
class DocumentOrigin(Document.origins.through):
    """That a document goes back to an origin; here so that its history is kept."""

    class Meta:
        proxy = True
        default_permissions = ()
