"""Scope: where, who and in which role a figure counts; a partial order by named terms."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Insert, Update, UpdateOf

from claims import consistency
from factcheck.history.events import recorded

from ..querysets.names import FoldName, ScopeTermQuerySet
from . import checks, guards, guards_listing
from .choices import Dimension


@recorded()
class ScopeTerm(models.Model):
    """One named geography ("Iraq"), population ("US forces") or role ("trainers").

    The engine knows terms by name, so a name stands for one term, in one dimension.
    """

    dimension = models.CharField(max_length=20, choices=Dimension)
    name = models.CharField(max_length=200)

    objects = ScopeTermQuerySet.as_manager()

    class Meta:
        ordering = ["dimension", "name"]
        constraints = [
            models.UniqueConstraint(
                FoldName("name"),
                name="scope_term_unique",
                violation_error_message="There is a scope term of this name already.",
            ),
            checks.one_of("dimension", Dimension, name="scope_term_dimension_known"),
            checks.not_blank("name", name="scope_term_has_a_name"),
        ]
        triggers = [
            guards.never_changes(
                "keeps_dimension",
                "dimension",
                "the dimension of a scope term cannot change; make a new term instead",
            ),
            guards_listing.figures_within_term_are_listed("listed"),
        ]

    def __str__(self) -> str:
        return self.name


@recorded()
class ScopeEdge(models.Model):
    """`narrower` lies within `wider`: Iraq within Iraq and Syria. Never a cycle."""

    narrower = models.ForeignKey(ScopeTerm, models.CASCADE, related_name="wider_edges")
    wider = models.ForeignKey(ScopeTerm, models.CASCADE, related_name="narrower_edges")

    class Meta:
        ordering = ["narrower__name", "wider__name"]
        constraints = [
            models.UniqueConstraint(fields=["narrower", "wider"], name="scope_edge_unique"),
            models.CheckConstraint(
                condition=~Q(narrower=F("wider")),
                name="scope_edge_not_to_itself",
                violation_error_message="A scope term does not lie within itself.",
            ),
        ]
        triggers = [
            guards.scope_edges_have_no_cycle("no_cycle", Insert | Update),
            guards_listing.figures_below_edge_are_listed("listed"),
        ]

    def __str__(self) -> str:
        return f"{self.narrower} within {self.wider}"


@recorded()
class Scope(models.Model):
    """A point of the partial order; a part left empty means that part is not restricted."""

    geography = models.ForeignKey(
        ScopeTerm, models.PROTECT, null=True, blank=True, related_name="+"
    )
    population = models.ForeignKey(
        ScopeTerm, models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.ForeignKey(ScopeTerm, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["geography__name", "population__name", "role__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["geography", "population", "role"],
                name="scope_unique",
                nulls_distinct=False,
            )
        ]
        triggers = [
            guards.scope_terms_fit(
                "terms_fit", Insert | UpdateOf("geography_id", "population_id", "role_id")
            ),
            guards_listing.figures_of_scope_are_listed("listed"),
        ]

    def __str__(self) -> str:
        parts = [str(term) for term in (self.population, self.role, self.geography) if term]
        return ", ".join(parts) or "not restricted"

    @property
    def value(self) -> consistency.Scope:
        """The scope by the names of its terms, as the engine compares it."""
        return consistency.Scope(
            geography=self.geography and self.geography.name,
            population=self.population and self.population.name,
            role=self.role and self.role.name,
        )
