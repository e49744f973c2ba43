"""The workflow on a claim's page: its buttons, its record, and the page of a refused decision."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from claims.models import Claim
from claims.models.choices import Status
from claims.workflow import steps
from claims.workflow.panel import CORRECT, WITHDRAW, panel_of
from claims.workflow.rules import RULES, is_editable
from claims.workflow.seen import EvidenceChanged

from .difference import difference_in_words
from .through_verbs import VerbAdmin

VERBS = {
    "submit": steps.submit,
    "approve": steps.approve,
    CORRECT: steps.correct,
    "reject": steps.reject,
    "reopen": steps.reopen,
    WITHDRAW: steps.withdraw_verdict,
}
"""What can be posted, by the last part of its address."""

DONE = {step: rule.done for step, rule in RULES.items()} | {
    CORRECT: "approved, and a correction published",
    WITHDRAW: "no longer published",
}


class DecisionForm(forms.Form):
    """What someone decides: why, what they saw, and for an approval the rating."""

    reason = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Why, for the record."
    )
    rating = forms.ChoiceField(
        required=False, choices=[("", "as computed"), *Status.choices], label="Publish as"
    )
    seen_fingerprint = forms.CharField(required=False, widget=forms.HiddenInput)
    seen_version = forms.IntegerField(widget=forms.HiddenInput)


class WorkflowAdmin(VerbAdmin):
    """The part of the claims' admin that moves a claim from stage to stage."""

    class Media:
        css: ClassVar = {"all": ["claims/workflow.css", "claims/queues.css"]}

    def get_urls(self):
        step = path(
            "<path:object_id>/workflow/<slug:step>/",
            self.admin_site.admin_view(self.step_view),
            name="claims_claim_workflow",
        )
        return [step, *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        """A verified claim is shown, not edited. What was typed before someone verified it still
        reaches the verb, which refuses it and so leaves it on the page."""
        if obj is not None and not is_editable(obj.stage) and request.method != "POST":
            return False
        return super().has_change_permission(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["workflow"] = panel_of(obj, request.user)
            context["decision"] = DecisionForm(initial=_as_shown(obj), auto_id="decision_%s")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def step_view(self, request: HttpRequest, object_id: str, step: str) -> HttpResponse:
        """Take one step; a refusal keeps all that was typed and says what to look at."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = self.get_object(request, object_id)
        if found is None or step not in VERBS:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        claim = get_object_or_404(Claim, pk=found.pk)
        form = DecisionForm(request.POST, auto_id="decision_%s")
        if not form.is_valid():
            return self._refused(request, claim, step, form, ValidationError(form.errors.as_data()))
        try:
            VERBS[step](claim=claim, by=request.user, **_arguments(step, form.cleaned_data))
        except ValidationError as refusal:
            return self._refused(request, claim, step, form, refusal)
        self.message_user(request, f"Claim “{claim.key}” is {DONE[step]}.", messages.SUCCESS)
        return HttpResponseRedirect(_page(claim))

    def _refused(
        self,
        request: HttpRequest,
        claim: Claim,
        step: str,
        form: DecisionForm,
        refusal: ValidationError,
    ) -> HttpResponse:
        claim = refusal.claim if isinstance(refusal, EvidenceChanged) else claim
        difference = getattr(refusal, "difference", None)
        panel = panel_of(claim, request.user)
        typed = {name: form.data.get(name, "") for name in ("reason", "rating")}
        context = {
            **self.admin_site.each_context(request),
            "title": "Decide again",
            "opts": self.opts,
            "media": self.media,
            "original": claim,
            "refusal": refusal.messages,
            "changed": isinstance(refusal, EvidenceChanged),
            "difference": difference and difference_in_words(difference),
            "workflow": panel,
            "decision": DecisionForm(initial=typed | _as_shown(claim), auto_id="decision_%s"),
            "focused": step,
        }
        return TemplateResponse(request, "admin/claims/claim/decide.html", context, status=409)


def _as_shown(claim: Claim) -> dict[str, Any]:
    return {"seen_fingerprint": claim.fingerprint, "seen_version": claim.version}


def _arguments(step: str, cleaned: dict[str, Any]) -> dict[str, Any]:
    """What the verb is given: only those that decide on something seen are told what."""
    arguments = {
        "reason": cleaned["reason"],
        "now": timezone.now(),
        "at": timezone.localdate(),
    }
    if (step in RULES and not RULES[step].as_seen) or step == WITHDRAW:
        return arguments
    arguments |= {name: cleaned[name] for name in ("seen_fingerprint", "seen_version")}
    if step in ("approve", CORRECT):
        arguments["rating"] = cleaned["rating"] or None
    return arguments


def _page(claim: Claim) -> str:
    return reverse("admin:claims_claim_change", args=[claim.pk])
