"""Figures: the series of values that claims and sources report."""

from django.db import models
from django.db.models import Q
from pgtrigger import UpdateOf

from factcheck.history.events import recorded

from ..querysets.figures import FigureQuerySet
from . import checks, guards, guards_ledger, guards_listing
from .choices import Nature
from .scope import Scope
from .subject import Subject


@recorded()
class Figure(models.Model):
    """Subject × measure × scope, in a unit: "United States forces, troop level, Iraq".

    slug         our stable key
    nature       decides the rule of time (docs/consistency.md, section 2)
    additive     parts add up to the whole; False for ranks, means and shares
    window_days  how far apart two values may be and still be about one moment;
                 empty = the engine's default for the nature
    """

    slug = models.CharField(max_length=200, unique=True)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=200)
    scope = models.ForeignKey(Scope, models.PROTECT, related_name="figures")
    unit = models.CharField(max_length=60, blank=True)
    nature = models.CharField(max_length=20, choices=Nature)
    additive = models.BooleanField(default=True)
    window_days = models.PositiveIntegerField(null=True, blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "measure", "scope", "unit"], name="figure_unique"
            ),
            checks.sane_key("slug", name="figure_slug_sane"),
            checks.not_blank("measure", name="figure_has_a_measure"),
            checks.one_of("nature", Nature, name="figure_nature_known"),
            models.CheckConstraint(
                condition=~Q(nature=Nature.RATIO) | Q(additive=False),
                name="figure_ratios_do_not_add_up",
                violation_error_message="A ratio is not additive: its parts do not add up.",
            ),
        ]
        triggers = [
            guards.event_date_figures_hold_no_numbers("no_numbers", UpdateOf("nature")),
            guards_ledger.published_name_stays(
                "published_slug_stays", column="slug", reference="figure_id", what="figure"
            ),
            guards_listing.figure_is_listed("listed"),
            guards_listing.figure_leaves_the_list("leaves_list"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.measure} ({self.scope})"

    @property
    def engine_key(self) -> str:
        """What the engine calls this figure; scopes are compared apart, by the scope rule."""
        return f"{self.subject.name}/{self.measure}"
