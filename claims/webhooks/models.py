"""Subscriptions, and the outbox of what is to be sent to them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from claims.models import Change, Figure, Subject


class What(models.TextChoices):
    ALL = "all", "everything"
    SUBJECT = "subject", "the figures of one subject"
    FIGURE = "figure", "one figure"


class Kind(models.TextChoices):
    VERDICT = "verdict"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    STATUS_CHANGE = "status-change", "change of a published claim's computed status"


class State(models.TextChoices):
    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead", "dead: given up"


class Subscription(models.Model):
    """Where to send what. A trigger on the order of changes reads it (migrations/0002).

    salt    what the secret is made of, together with the site's key; the secret is not kept
    check   tells whether the secret that is made today is the one that was shown
    """

    name = models.CharField(max_length=100, help_text="Whose it is, and what it is for.")
    url = models.URLField(max_length=500, help_text="Where to send it, by POST.")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        help_text="Who answers for it here.",
    )
    what = models.CharField(max_length=20, choices=What, default=What.ALL)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="+", help_text="If of one."
    )
    figure = models.ForeignKey(
        Figure, models.PROTECT, null=True, blank=True, related_name="+", help_text="If one."
    )
    kinds = ArrayField(models.CharField(max_length=20, choices=Kind))
    active = models.BooleanField(default=True, help_text="Off: nothing is sent, nothing kept.")
    salt = models.BinaryField(editable=False)
    check_value = models.BinaryField(editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ["name", "id"]
        verbose_name = "webhook"
        constraints = [
            models.CheckConstraint(
                condition=Q(what=What.ALL, subject=None, figure=None)
                | Q(what=What.SUBJECT, subject__isnull=False, figure=None)
                | Q(what=What.FIGURE, subject=None, figure__isnull=False),
                name="subscription_names_what_it_is_of",
                violation_error_message="Name the subject or the figure if it is of one, "
                "and neither if it is of everything.",
            ),
            models.CheckConstraint(
                condition=Q(kinds__len__gte=1, kinds__contained_by=Kind.values),
                name="subscription_kinds_known",
                violation_error_message="Choose one or more of the kinds that there are.",
            ),
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://[^/?#@\\\s]+([/?][^#\s]*)?$"),
                name="subscription_url_sane",
                violation_error_message="The address is https://host/path, without an account, "
                "a fragment or spaces.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One message to one subscriber: a row of the outbox.

    message    its id, the same at each try: by it a receiver knows what it has already
    change     what it tells; None for a test
    attempts   tries that were begun
    next_at    when it is due; while it is being tried, when it is due if the worker dies
    last_…     of the last try: when, the HTTP code or what else went wrong, and how long it took
    """

    subscription = models.ForeignKey(Subscription, models.PROTECT, related_name="deliveries")
    change = models.ForeignKey(
        Change, models.PROTECT, null=True, related_name="+", db_column="position"
    )
    message = models.UUIDField(unique=True, db_default=RandomUUID(), editable=False)
    state = models.CharField(max_length=20, choices=State, db_default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(db_default=0)
    created_at = models.DateTimeField(db_default=Now())
    next_at = models.DateTimeField(null=True, db_default=Now())
    last_at = models.DateTimeField(null=True)
    last_code = models.PositiveSmallIntegerField("HTTP code", null=True)
    last_error = models.CharField("went wrong", max_length=300, db_default="")
    last_took = models.DurationField("took", null=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "deliveries"
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state=State.WAITING), name="delivery_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "change"], name="delivery_once_a_subscription"
            ),
            models.CheckConstraint(
                condition=Q(state=State.WAITING, next_at__isnull=False)
                | Q(state__in=[State.DELIVERED, State.DEAD], next_at=None),
                name="delivery_is_due_while_it_waits",
                violation_error_message="What waits is due at some time, and nothing else is.",
            ),
        ]

    def __str__(self) -> str:
        return f"msg_{self.message.hex}"
