"""The way of a claim through review: its transitions, append-only, with four eyes on approval."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from pgtrigger import Insert

from factcheck.history.events import recorded

from . import checks, guards_workflow
from .choices import Stage, Step
from .claim import Claim


class Transition(models.Model):
    """One step of a claim from stage to stage: who, when, why, and what they saw.

    fingerprint  of the evidence that the person saw when they decided; approval is of exactly that
    version      of what the claim asserted then
    reason       why; may be empty only for a submission
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="transitions")
    step = models.CharField(max_length=20, choices=Step)
    from_stage = models.CharField(max_length=20, choices=Stage)
    to_stage = models.CharField(max_length=20, choices=Stage)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveIntegerField()

    class Meta:
        ordering = ["claim", "at", "id"]
        constraints = [
            checks.one_of("step", Step, name="transition_step_known"),
            checks.one_of("from_stage", Stage, name="transition_from_known"),
            checks.one_of("to_stage", Stage, name="transition_to_known"),
            models.CheckConstraint(
                condition=Q(step=Step.SUBMIT, from_stage__in=[Stage.DRAFT, Stage.REOPENED])
                & Q(to_stage=Stage.IN_REVIEW)
                | Q(step=Step.APPROVE, from_stage=Stage.IN_REVIEW, to_stage=Stage.VERIFIED)
                | Q(step=Step.REJECT, from_stage=Stage.IN_REVIEW, to_stage=Stage.REJECTED)
                | Q(step=Step.REOPEN, from_stage__in=[Stage.VERIFIED, Stage.REJECTED])
                & Q(to_stage=Stage.REOPENED),
                name="transition_is_allowed",
                violation_error_message=(
                    "A claim goes draft → in review → verified or rejected → reopened → in review."
                ),
            ),
            models.CheckConstraint(
                condition=Q(step=Step.SUBMIT) | Q(reason__regex=r"\S"),
                name="transition_says_why",
                violation_error_message="Say why: this step needs a reason.",
            ),
            models.CheckConstraint(
                condition=Q(fingerprint__regex=r"^[0-9a-f]{64}$"),
                name="transition_fingerprint_sane",
                violation_error_message="A fingerprint is 64 hexadecimal digits.",
            ),
        ]
        triggers = [
            guards_workflow.four_eyes("four_eyes", Insert),
            guards_workflow.nobody_approves_their_own_words("not_own_words", Insert),
            guards_workflow.starts_where_the_claim_stands("from_where_it_stands", Insert),
            guards_workflow.record_is_kept("append_only", "a claim's way through review"),
            guards_workflow.record_is_not_emptied("not_emptied", "a claim's way through review"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.from_stage} → {self.to_stage}"


@recorded()
class Assignment(models.Model):
    """A claim in someone's hands. At most one person has a claim at a time.

    queue        the queue it was taken from
    released_at  empty while it is theirs
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="assignments")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    queue = models.CharField(max_length=40)
    taken_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["taken_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(released_at__isnull=True),
                name="assignment_one_holder",
                violation_error_message="Someone else holds this claim.",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(released_at__gte=F("taken_at")),
                name="assignment_released_after_taken",
                violation_error_message="A claim is released after it was taken.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["to"], condition=Q(released_at__isnull=True), name="assignment_mine"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} with {self.to_id}"


@recorded()
class Comment(models.Model):
    """A remark on a claim, plain text; `mentions` are the people named by @username in it."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in"
    )

    class Meta:
        ordering = ["claim", "at", "id"]
        constraints = [checks.not_blank("text", name="comment_has_text")]

    def __str__(self) -> str:
        return self.text[:80]
