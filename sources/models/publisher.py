"""Who published, and who said it first."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from factcheck.history.events import recorded


class Reliability(models.TextChoices):
    """The Admiralty scale: the source judged apart from what it says."""

    A = "A", "A: completely reliable"
    B = "B", "B: usually reliable"
    C = "C", "C: fairly reliable"
    D = "D", "D: not usually reliable"
    E = "E", "E: unreliable"
    F = "F", "F: cannot be judged"


class PublisherQuerySet(models.QuerySet):
    def named(self, name: str) -> "PublisherQuerySet":
        """Publishers known by this name or alias, upper and lower case alike."""
        # An alias is compared in Python: Lower() does not reach into an array.
        wanted = name.strip().casefold()
        aliased = [
            pk
            for pk, aliases in self.exclude(aliases=[]).values_list("pk", "aliases")
            if any(alias.casefold() == wanted for alias in aliases)
        ]
        return self.filter(Q(name__iexact=name.strip()) | Q(pk__in=aliased))


@recorded()
class Publisher(models.Model):
    """An outlet, office or person that publishes documents."""

    name = models.CharField(max_length=200, unique=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names, separated by commas.",
    )
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166-1 alpha-2, such as US; empty if unknown."
    )
    homepage = models.URLField(max_length=500, blank=True)
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    reliability_reason = models.TextField(
        blank=True, help_text="Why this grade; required for every grade but F."
    )

    objects = PublisherQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="publisher_name_any_case",
                violation_error_message="A publisher with this name exists.",
            ),
            models.CheckConstraint(
                condition=~Q(name__regex=r"^\s*$"),
                name="publisher_has_a_name",
                violation_error_message="A publisher needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}$"),
                name="publisher_country_is_alpha_2",
                violation_error_message="The country is two capital letters, such as US.",
            ),
            models.CheckConstraint(
                condition=Q(reliability__in=Reliability.values),
                name="publisher_reliability_is_admiralty",
                violation_error_message="The reliability is a letter from A to F.",
            ),
            models.CheckConstraint(
                condition=Q(reliability=Reliability.F) | ~Q(reliability_reason__regex=r"^\s*$"),
                name="publisher_reliability_has_a_reason",
                violation_error_message="Say why: every reliability but F needs a reason.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OriginKind(models.TextChoices):
    OUTLET = "outlet", "outlet (such as a news agency)"
    STATEMENT = "statement", "one speaker's statement"
    ITEM = "item", "a footnoted item"


@recorded()
class Origin(models.Model):
    """A named upstream that several documents may share, so that it is counted once."""

    name = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=10, choices=OriginKind.choices, default=OriginKind.OUTLET)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name__regex=r"^\s*$"),
                name="origin_has_a_name",
                violation_error_message="An origin needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OriginKind.values),
                name="origin_kind_is_known",
                violation_error_message="The kind is outlet, statement or item.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
