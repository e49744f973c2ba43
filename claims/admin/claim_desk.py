"""The claim desk on a claim's page: the timeline, what it may repeat, and what is done there."""

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
from django.utils.html import format_html
from django.utils.text import Truncator

from claims.claim_desk.merge import PERMISSION, merge_claims, preview_merge, seen_of
from claims.claim_desk.reports import timeline_of
from claims.claim_desk.similar import similar_to
from claims.claim_desk.stance import ReasonChanged, give_reason
from claims.models import Claim, Evidence
from claims.stale import StaleEdit

from .badges import status_badge
from .standing import Standing
from .workflow import WorkflowAdmin

STAY = "merged"
"""In the address of a merged claim's page: show it, rather than the one that it led to."""


class MergeForm(forms.Form):
    """Why the one repeats the other, and what was seen of both."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Why, for the record."
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why a stance is right, and the reason that was on the page."""

    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class ClaimDeskAdmin(WorkflowAdmin):
    """The part of the claims' admin that shows a claim beside its evidence."""

    class Media:
        css: ClassVar = {"all": ["claims/claim_desk.css"]}

    def get_urls(self):
        def page(route: str, view: Any, name: str):
            return path(f"<path:object_id>/{route}", self.admin_site.admin_view(view), name=name)

        return [
            page("merge/", self.merge_view, "claims_claim_merge"),
            page("stance/<int:evidence_id>/", self.stance_view, "claims_claim_stance"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            standing: Standing = context["standing"]
            context["timeline"] = timeline_of(obj, standing.groups)
            context["similar"] = [] if obj.merged_into_id else similar_to(obj)
            context["merges"] = obj.merges.select_related("claim", "by").defer(
                "claim__explanation", "claim__search"
            )
            context["may_merge"] = request.user.has_perm(PERMISSION)
            context["comparison"] = _comparison(request, context["adminform"].form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- Where a merged claim leads ---

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "GET" and STAY not in request.GET:
            merged = self.get_object(request, object_id)
            if (
                merged is not None
                and merged.merged_into_id
                and self.has_view_permission(request, merged)
            ):
                return self._led_on(request, merged)
        return super().change_view(request, object_id, form_url, extra_context)

    def _led_on(self, request: HttpRequest, merged: Claim) -> HttpResponse:
        told = format_html(
            "“{}” was merged into this claim. <a href='{}'>See it as it was left</a>.",
            Truncator(merged.statement).chars(120),
            f"{_page(merged.pk)}?{STAY}=1",
        )
        self.message_user(request, told, messages.INFO)
        return HttpResponseRedirect(_page(merged.merged_into_id))

    # --- Merging ---

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What a merge would do, then the merge."""
        claim = self._claim(request, object_id)
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        wanted = request.GET.get("into", "").strip()
        into = _named(wanted) if wanted else None
        if into is None:
            problem = f"There is no claim “{Truncator(wanted).chars(80)}”." if wanted else ""
            return self._merge_page(request, claim, refusal=[problem] if problem else [])
        seen = seen_of(claim, into)
        form = MergeForm(request.POST or None, initial={"seen": seen})
        if request.method == "POST" and form.is_valid():
            try:
                done = merge_claims(
                    claim=claim, into=into, by=request.user, **form.cleaned_data, **_now()
                )
            except ValidationError as refusal:
                form = MergeForm(initial={"reason": form.data["reason"], "seen": seen})
                return self._merge_page(request, claim, into, form, refusal.messages, status=409)
            told = f"“{claim.statement}” is merged into this claim; {_counted(done.merge)}."
            self.message_user(request, told, messages.SUCCESS)
            return HttpResponseRedirect(_page(into.pk))
        return self._merge_page(request, claim, into, form)

    def _merge_page(
        self,
        request: HttpRequest,
        claim: Claim,
        into: Claim | None = None,
        form: MergeForm | None = None,
        refusal: list[str] | None = None,
        *,
        status: int = 200,
    ) -> HttpResponse:
        told, merged = list(refusal or []), None
        if into is not None:
            try:
                merged = preview_merge(claim=claim, into=into, by=request.user, **_now())
            except ValidationError as reason:
                told += [message for message in reason.messages if message not in told]
        context = {
            **self.admin_site.each_context(request),
            "title": "Merge two claims",
            "opts": self.opts,
            "media": self.media,
            "original": claim,
            "into": into,
            "form": form,
            "refusal": told,
            "similar": similar_to(claim) if into is None else [],
            "merged": merged,
            "shown": _shown_to(request.user, claim),
            "badges": merged and [status_badge(merged.was), status_badge(merged.into.status)],
        }
        return TemplateResponse(request, "admin/claims/claim/merge.html", context, status=status)

    # --- Why a reviewer knows better ---

    def stance_view(self, request: HttpRequest, object_id: str, evidence_id: int) -> HttpResponse:
        """Keep the reason; what someone else wrote meanwhile is not overwritten."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        claim = self._claim(request, object_id)
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not request.user.has_perm("claims.change_evidence"):
            raise PermissionDenied
        evidence = get_object_or_404(
            Evidence.objects.shown_to(request.user).with_passage(), pk=evidence_id, claim=claim
        )
        form = ReasonForm(request.POST)
        refusal: ValidationError | None = None
        if form.is_valid():
            try:
                give_reason(evidence=evidence, at=timezone.localdate(), **form.cleaned_data)
            except ValidationError as reason:
                refusal = reason
        else:
            refusal = ValidationError(form.errors.as_data())
        if refusal is None:
            return HttpResponseRedirect(f"{_page(claim.pk)}#evidence-{evidence.pk}")
        held = refusal.evidence if isinstance(refusal, ReasonChanged) else evidence
        context = {
            **self.admin_site.each_context(request),
            "title": "Why the stance is right",
            "opts": self.opts,
            "media": self.media,
            "original": claim,
            "row": evidence,
            "refusal": refusal.messages,
            "typed": form.data.get("reason", ""),
            "seen": held.stance_reason,
        }
        return TemplateResponse(request, "admin/claims/claim/stance.html", context, status=409)

    def _claim(self, request: HttpRequest, object_id: str) -> Claim | None:
        found = self.get_object(request, object_id)
        if found is not None and not self.has_view_permission(request, found):
            raise PermissionDenied
        return found


def _comparison(request: HttpRequest, form: forms.Form) -> list[dict[str, Any]]:
    """Mine, theirs and what I saw, field by field, after a save that came too late."""
    refusal = getattr(request, "refusal", None)
    if not isinstance(refusal, StaleEdit):
        return []
    return [
        {"label": form.fields[field.name].label or field.name, "field": field}
        for field in refusal.fields
        if field.name in form.fields
    ]


def _named(name: str) -> Claim | None:
    """The claim of this key or id."""
    claims = Claim.objects.with_figure()
    found = claims.filter(key=name).first() if "\0" not in name else None
    if found is None and name.isascii() and name.isdigit() and len(name) < 19:
        found = claims.filter(pk=int(name)).first()
    return found


def _shown_to(person: Any, claim: Claim) -> set[int]:
    """The evidence that a person may see: what is to be read blind is counted, not shown."""
    return set(claim.evidence.shown_to(person).values_list("pk", flat=True))


def _counted(merge: Any) -> str:
    """“3 pieces of evidence went over, 1 stayed with it”."""
    pieces = "piece" if merge.moved == 1 else "pieces"
    stayed = f", {merge.kept} stayed with it" if merge.kept else ""
    return f"{merge.moved} {pieces} of evidence went over{stayed}"


def _now() -> dict[str, Any]:
    return {"now": timezone.now(), "at": timezone.localdate()}


def _page(pk: Any) -> str:
    return reverse("admin:claims_claim_change", args=[pk])
