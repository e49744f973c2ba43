"""What readers and adjudicators type: a stance, a number and a time in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from claims.admin.fields import PeriodField
from claims.consistency import Period
from claims.models import Figure
from claims.models.choices import Basis, Modality, PeriodMode, Ruling, Stance
from claims.reading import worded_columns
from claims.rows import period_of
from claims.saving import is_storable


class Text(forms.CharField):
    """Text that PostgreSQL can hold."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        if isinstance(value, str) and not is_storable(value):
            raise ValidationError("This text has a NUL character or half a character; remove it.")
        return super().clean(value)


class ReadingForm(forms.Form):
    """What a passage says.

    figure     what the number counts
    published  what “now” means in the document
    """

    stance = forms.ChoiceField(
        label="How the passage bears on the claim",
        choices=Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how it bears on the claim: choose one of the three."},
    )
    wording = Text(
        label="Number",
        max_length=300,
        help_text="As worded: approximately 5,000; at least 600. Empty: the passage gives none.",
    )
    period = PeriodField(label="When", max_length=200)
    period_mode = forms.ChoiceField(
        label="How it holds then", choices=PeriodMode.choices, required=False
    )
    period_basis = forms.ChoiceField(
        label="How the time is known", choices=Basis.choices, required=False
    )
    modality = forms.ChoiceField(label="It is said as", choices=Modality.choices, required=False)
    note = Text(
        label="Note",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the record; seen by nobody before both readings are in.",
    )

    def __init__(self, *args, figure: Figure | None, published: Period | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.figure, self.published = figure, published

    def clean_wording(self) -> str:
        try:
            worded_columns(self.cleaned_data["wording"], self.figure)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return self.cleaned_data["wording"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"period", "period_mode", "period_basis"} <= data.keys():
            mode = data["period_mode"] or PeriodMode.INSTANT
            basis = data["period_basis"] or Basis.STATED
            try:
                data["period"] = PeriodField.read(
                    data["period"], published=self.published, mode=mode, basis=basis
                )
            except ValidationError as error:
                self.add_error("period", error)
        return data

    @property
    def judged(self) -> dict[str, Any]:
        """What the verbs take of a judgement."""
        data = self.cleaned_data
        return {
            "stance": data["stance"] or None,
            "wording": data["wording"],
            "period": data["period"],
            "modality": data["modality"] or Modality.OBSERVATION,
        }

    def refuse(self, refusal: ValidationError) -> None:
        """Show what a verb refused: at its field where the form has it, else above the form."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, messages in refusal.message_dict.items():
            self.add_error(name if name in self.fields else None, messages)


class RulingForm(ReadingForm):
    """A ruling; what is right is said where both are wrong."""

    ruling = forms.ChoiceField(
        label="Your ruling",
        choices=Ruling.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reading that is right, or say that neither is."},
    )
    reason = Text(label="Reason", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    note = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stance"].required = False

    def clean_reason(self) -> str:
        if not self.cleaned_data["reason"]:
            raise ValidationError("Say why: an adjudication needs a reason.")
        return self.cleaned_data["reason"]


def as_typed(row: Any) -> dict[str, Any]:
    """A reading as the form shows it again."""
    names = ("stance", "wording", "period", "period_mode", "period_basis", "modality", "note")
    return {name: getattr(row, name) for name in names}


def published_of(document: Any) -> Period | None:
    """What “now” means in a document."""
    return period_of(document.published, "instant", document.published_basis)
