"""Subjects: who or what is counted, and the names it goes by."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from pgtrigger import Delete, Insert, UpdateOf

from factcheck.history.events import recorded

from ..querysets.names import SubjectQuerySet
from . import checks, guards, guards_listing
from .choices import SubjectKind


@recorded()
class Subject(models.Model):
    """A person, organisation, place, force or event that figures are about.

    A name or alias belongs to one subject only, whatever its capitals, accents and spacing
    ("Kazimi" and "KÁZIMI" are the same name). PostgreSQL keeps that by `SubjectName`.
    """

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=SubjectKind, default=SubjectKind.OTHER)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    objects = SubjectQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            checks.not_blank("name", name="subject_has_a_name"),
            checks.one_of("kind", SubjectKind, name="subject_kind_known"),
        ]
        triggers = [
            guards.keep_subject_names("keep_names", Insert | UpdateOf("name", "aliases")),
            guards.drop_subject_names("drop_names", Delete),
            guards_listing.figures_of_subject_are_listed("listed"),
        ]

    def __str__(self) -> str:
        return self.name


class SubjectName(models.Model):
    """One folded name of a subject; written by a trigger on Subject, never by hand.

    `folded` is `claims_fold_name(name)`: no capitals, no accents, single spaces.
    """

    subject = models.ForeignKey(Subject, models.DO_NOTHING, related_name="names", editable=False)
    folded = models.TextField(unique=True, editable=False)

    class Meta:
        ordering = ["folded"]
        triggers = [guards.only_by_trigger("by_trigger_only", "claims_subject")]

    def __str__(self) -> str:
        return self.folded
