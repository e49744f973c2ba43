"""Keys of the API, how much of its rate each caller has spent, and answers that may be repeated."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact

from .quota import MOST_A_MINUTE
from .scopes import Scope


class ApiKey(models.Model):
    """A key of the API. Its token is shown once and not kept: only its SHA-256 is.

    prefix        how the token begins, to recognise it by
    owner         in whose name it acts; when that account is closed, so is the key
    rate          requests a minute; null for the site's rate for keys
    last_used_at  to the minute
    """

    name = models.CharField(max_length=100, help_text="What it is for, and where it is kept.")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="api_keys",
        help_text="In whose name it acts. When this account is closed, so is the key.",
    )
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope))
    expires_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it does not expire.")
    rate = models.PositiveIntegerField(
        null=True, blank=True, help_text="Requests a minute; empty: the site's rate for keys."
    )
    note = models.TextField(blank=True)
    prefix = models.CharField(max_length=20, editable=False)
    digest = models.BinaryField(unique=True, editable=False)
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    revoked_at = models.DateTimeField(null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    last_used_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = "API key"
        constraints = [
            models.CheckConstraint(
                condition=~Q(name__regex=r"^\s*$"),
                name="apikey_has_a_name",
                violation_error_message="A key needs a name to be told from others.",
            ),
            models.CheckConstraint(
                condition=Q(scopes__len__gte=1, scopes__contained_by=Scope.values),
                name="apikey_scopes_known",
                violation_error_message="A key has one or more of the scopes that there are.",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func(
                        F("digest"),
                        function="octet_length",
                        output_field=models.IntegerField(),
                    ),
                    32,
                ),
                name="apikey_digest_is_sha256",
                violation_error_message="What is kept of a token is its SHA-256.",
            ),
            models.CheckConstraint(
                condition=Q(rate=None) | Q(rate__range=(1, MOST_A_MINUTE)),
                name="apikey_rate_sane",
                violation_error_message=f"A rate is from 1 to {MOST_A_MINUTE:,} a minute.",
            ),
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(expires_at__gt=F("created_at")),
                name="apikey_expires_later",
                violation_error_message="A key expires after it was made.",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="apikey_revoked_by_someone",
                violation_error_message="A key is revoked by someone, at some time.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="key_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    IF (OLD.owner_id, OLD.scopes, OLD.prefix, OLD.digest, OLD.created_at,
                        OLD.created_by_id) IS DISTINCT FROM
                       (NEW.owner_id, NEW.scopes, NEW.prefix, NEW.digest, NEW.created_at,
                        NEW.created_by_id)
                    OR OLD.revoked_at IS NOT NULL AND (OLD.revoked_at, OLD.revoked_by_id)
                        IS DISTINCT FROM (NEW.revoked_at, NEW.revoked_by_id) THEN
                        RAISE EXCEPTION '%', 'whose a key is, and what it may do, does not '
                            'change, and a revoked key stays revoked: make another'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"


class Bucket(models.Model):
    """What one caller has spent of a rate; the table is UNLOGGED, for its loss costs nothing.

    name      the kind of caller and who: `key:12`, `anonymous:203.0.113.7`
    each      the time in which one request comes back
    empty_at  when all that was spent will have come back; a row past that is worth no row
    passed    whether the last request was within the rate
    """

    name = models.CharField(max_length=100, primary_key=True)
    each = models.DurationField()
    empty_at = models.DateTimeField()
    passed = models.BooleanField()

    class Meta:
        default_permissions = ()


class Answer(models.Model):
    """What a request with an Idempotency-Key was answered; kept for a day (see `answers`).

    asked   the SHA-256 of the request
    status  0 only within the transaction that is at work
    """

    key = models.ForeignKey(ApiKey, models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    asked = models.BinaryField()
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100)
    location = models.TextField()
    body = models.BinaryField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "name"], name="answer_once"),
        ]
