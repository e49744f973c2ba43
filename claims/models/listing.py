"""What the list of figures is read from: derived tables, kept by triggers (docs/figures.md).

The functions that fill them come with the migration of the list; `manage.py list_figures` holds
the tables against what they are derived from, or fills them anew.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .choices import Status
from .figure import Figure


class FigureEntry(models.Model):
    """One figure as the list shows it now.

    published  whether a verdict on it was ever published
    first_at   when the first one entered the ledger
    status     the rating of its value or, without one, of the newest verdict in force
    marks      all that it can be found by, each as "kind:what" (`FigureMark`)
    text       the row's JSON; an address of the API begins with U+0001 (`factcheck.api.passing`)
    """

    figure = models.OneToOneField(
        Figure, models.DO_NOTHING, primary_key=True, related_name="entry", editable=False
    )
    published = models.BooleanField()
    first_at = models.DateTimeField(null=True)
    status = models.CharField(max_length=20, choices=Status, null=True)
    marks = ArrayField(models.TextField())
    text = models.TextField()

    class Meta:
        ordering = ["figure"]
        verbose_name_plural = "figure entries"
        indexes = [
            models.Index(
                fields=["figure"], condition=Q(published=True), name="figure_entry_published"
            )
        ]

    def __str__(self) -> str:
        return f"{self.figure_id}: {self.status}"


class FigureMark(models.Model):
    """What a published figure can be found by: "place:Iraq", "unit:troops", "word:troop".

    In the order of mark and figure, so that the figures with a mark come in their order, from
    whichever one on: a page costs the same wherever it lies and however many there are.
    """

    pk = models.CompositePrimaryKey("mark", "figure")
    mark = models.TextField(db_collation="C")
    figure = models.BigIntegerField(db_column="figure_id")

    class Meta:
        ordering = ["mark", "figure"]

    def __str__(self) -> str:
        return f"{self.mark} {self.figure}"


class FigureCount(models.Model):
    """How many published figures have the mark `mark`, among those that have `within` too.

    within  "all:" for all of them, or a mark that is no word
    facet   the kind of `mark`; where `within` is not "all:", one of those that are counted there
    """

    pk = models.CompositePrimaryKey("within", "mark")
    within = models.TextField(db_collation="C")
    mark = models.TextField(db_collation="C")
    facet = models.TextField(db_collation="C")
    figures = models.BigIntegerField()

    class Meta:
        ordering = ["within", "mark"]
        indexes = [
            models.Index(fields=["within", "facet", "-figures", "mark"], name="figure_count_facet")
        ]
        constraints = [
            models.CheckConstraint(condition=Q(figures__gt=0), name="figure_count_counts")
        ]

    def __str__(self) -> str:
        return f"{self.mark} in {self.within}: {self.figures}"
