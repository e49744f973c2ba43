"""Forms of what is reported: a number as worded, a time in words. Readings are never typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from claims.consistency import Period, PeriodError
from claims.models import Claim, Evidence, Figure
from claims.models.choices import Basis, PeriodMode
from claims.reading import worded_columns
from claims.rows import period_of
from claims.stale import StaleEdit
from sources.models import Document

from .fields import PeriodField
from .through_verbs import VerbForm

_PERIOD_PARTS = {"period", "period_mode", "period_basis"}

_LABELS = {"period_mode": "How it holds then", "period_basis": "How the time is known"}

_WORDING_HELP = (
    "As worded: approximately 5,000; at least 600; between 10 and 20. What it says and what it "
    "tolerates is read from these words."
)


class ReportedForm(VerbForm):
    """The fields that claims and evidence share: `wording`, and a period in three parts."""

    wording = forms.CharField(
        required=False,
        max_length=300,
        label="Number",
        help_text=_WORDING_HELP,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    period = PeriodField(label="When")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self._check_wording(data)
        if self._period_was_typed():
            self._read_period(data)
        return data

    def figure(self, data: dict[str, Any]) -> Figure | None:
        """The figure that the number counts."""
        raise NotImplementedError

    def published(self, data: dict[str, Any]) -> Period | None:
        """What “now” means."""
        raise NotImplementedError

    def _check_wording(self, data: dict[str, Any]) -> None:
        """Told here too, so that all errors of a form come at once."""
        if "wording" not in data or {"figure", "claim"} & self.errors.keys():
            return
        try:
            worded_columns(data["wording"], self.figure(data))
        except ValidationError as error:
            self.add_error(None, error)

    def _period_was_typed(self) -> bool:
        return self.instance.pk is None or bool(_PERIOD_PARTS & set(self.changed_data))

    def _read_period(self, data: dict[str, Any]) -> None:
        if "period" not in data:
            return
        mode = data.get("period_mode") or PeriodMode.INSTANT
        basis = data.get("period_basis") or Basis.STATED
        try:
            if "period" in self.changed_data:
                data["period"] = PeriodField.read(
                    data["period"], published=self.published(data), mode=mode, basis=basis
                )
            else:
                held = self.instance.reported_period if self.instance.pk else None
                data["period"] = held and replace(held, mode=mode, basis=basis)
        except (ValidationError, PeriodError) as error:
            self.add_error("period", error if isinstance(error, ValidationError) else str(error))

    @property
    def values(self) -> dict[str, Any]:
        return {n: v for n, v in super().values.items() if n not in _PERIOD_PARTS - {"period"}}

    @property
    def changes(self) -> dict[str, Any]:
        changed = set(self.changed_data)
        if changed & _PERIOD_PARTS:
            changed = changed - _PERIOD_PARTS | {"period"}
        return {name: self.cleaned_data[name] for name in changed}


class ClaimForm(ReportedForm):
    """`seen_version` is the version that the page showed; someone may change the claim since."""

    made_on = PeriodField(label="Said on")
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Claim
        fields = "__all__"  # the admin's fieldsets choose
        labels = _LABELS
        help_texts = {
            "key": "Our stable name: lower-case letters, digits, dots, dashes, underscores.",
            "claimant": "Who says it, where that is known.",
            "figure": "What the number counts. None for a claim without a number.",
            "about_now": "Said of the present: a later value can make it outdated.",
            "example": "A false statement of our own, made to show a status.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["seen_version"]
        else:
            self.fields["seen_version"].show_hidden_initial = False
            self.initial["seen_version"] = self.instance.version

    @property
    def changes(self):
        return {name: value for name, value in super().changes.items() if name != "seen_version"}

    def _add_refusal(self, refusal):
        """After being told of someone else's change, saving again is about that version."""
        super()._add_refusal(refusal)
        if isinstance(refusal, StaleEdit):
            self.data = self.data.copy()
            self.data["seen_version"] = refusal.claim.version
            self._take_theirs(refusal.claim)

    def _take_theirs(self, claim: Claim) -> None:
        """In the fields that the person left alone, show what the claim says now."""
        now = type(self)(instance=claim)
        for name in now.fields.keys() - {*self.changed_data, "seen_version"}:
            value = now[name].value()
            self.data[f"initial-{name}"] = "" if value is None else value
            if isinstance(value, bool):
                self.data.setlist(name, ["on"] if value else [])
            else:
                self.data[name] = "" if value is None else value

    def figure(self, data):
        return data.get("figure")

    def published(self, data):
        made_on = data.get("made_on")
        if isinstance(made_on, Period):
            return made_on
        return period_of(self.instance.made_on, "instant", "stated")

    def clean_made_on(self):
        if self.instance.pk and "made_on" not in self.changed_data:
            return self.cleaned_data["made_on"]
        return PeriodField.read(self.cleaned_data["made_on"])


class EvidenceForm(ReportedForm):
    class Meta:
        model = Evidence
        fields = "__all__"  # the admin's fieldsets choose
        labels = _LABELS
        help_texts = {
            "key": "Our stable name; empty: made from the claim's key and the next free number.",
            "stance": "How you judge that the passage bears on the claim.",
            "state": (
                "Only accepted evidence counts. Evidence is never deleted: withdraw it, and it "
                "stops counting."
            ),
            "scope": "What the passage counts; empty: the scope of the claim's figure.",
            "origin": "Who said it first; empty: the origins of the document.",
            "corrects": "An earlier report of the same source that this one explicitly corrects.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False

    def figure(self, data):
        claim = data.get("claim") or (self.instance.claim if self.instance.pk else None)
        return claim and claim.figure

    def published(self, data):
        passage = data.get("passage")
        if passage is None:
            return None
        document = Document.objects.get(snapshots=passage.snapshot_id)
        return period_of(document.published, "instant", document.published_basis)
