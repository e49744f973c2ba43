"""What the page may send, checked field by field; errors in plain words."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from claims.admin.fields import PeriodField
from claims.models import Claim, Evidence, Figure, Scope
from claims.models.choices import Basis, Modality, PeriodMode, Stance
from claims.saving import is_storable
from sources.models import Anchoring

LARGEST_ID = 2**63 - 1


class Number(forms.IntegerField):
    """A whole number that PostgreSQL can hold."""

    def __init__(self, **kwargs):
        super().__init__(min_value=0, max_value=LARGEST_ID, **kwargs)


class Row(Number):
    """A row by its id. It cleans to the row."""

    def __init__(self, rows, missing: str, **kwargs):
        super().__init__(**kwargs)
        self.rows, self.missing = rows, missing

    def clean(self, value):
        pk = super().clean(value)
        if pk is None:
            return None
        row = self.rows().filter(pk=pk).first()
        if row is None:
            raise ValidationError(self.missing)
        return row


class Text(forms.CharField):
    """Text that PostgreSQL can hold; white space at the ends is dropped."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def clean(self, value):
        if isinstance(value, str) and not is_storable(value):
            raise ValidationError("This text has a NUL character or half a character; remove it.")
        return super().clean(value)


def _figures():
    return Figure.objects.select_related(
        "subject", "scope__geography", "scope__population", "scope__role"
    )


def _scopes():
    return Scope.objects.select_related("geography", "population", "role")


class QuoteForm(forms.Form):
    """A quote by its place in a version of the text, and what a person typed about it."""

    snapshot = Number()
    start = Number()
    end = Number()
    wording = Text(max_length=300)
    period = Text(max_length=200)
    period_mode = forms.ChoiceField(choices=PeriodMode.choices, required=False)
    period_basis = forms.ChoiceField(choices=Basis.choices, required=False)
    modality = forms.ChoiceField(choices=Modality.choices, required=False)
    scope = Row(_scopes, "There is no such scope by now.", required=False)

    def __init__(self, data, *, document):
        super().__init__(data)
        self.document = document

    def given(self, name: str):
        """What was sent for a field; None where nothing was (an empty text is something)."""
        return self.cleaned_data[name] if self.data.get(name) is not None else None

    def clean_snapshot(self):
        latest = self.document.latest
        if latest is None or self.cleaned_data["snapshot"] != latest.pk:
            raise ValidationError(
                "The document has a newer version since this page was opened: open it again."
            )
        return latest


class ProposeForm(QuoteForm):
    query = Text(max_length=200)


class FileForm(QuoteForm):
    """A quote for a claim: one that is there, or a new one."""

    claim = Row(
        lambda: Claim.objects.filter(merged_into=None).with_figure(),
        "There is no such claim by now: search again.",
        required=False,
    )
    statement = Text(max_length=2000)
    claimant = Text(max_length=300)
    figure = Row(_figures, "There is no such figure by now.", required=False)
    stance = forms.ChoiceField(
        choices=Stance.choices,
        error_messages={
            "required": "Say how the quote bears on the claim: it supports, it conflicts, or it "
            "is context."
        },
    )
    note = Text(max_length=4000)

    def __init__(self, data, *, document, published):
        super().__init__(data, document=document)
        self.published = published

    def clean_period(self):
        mode = self.data.get("period_mode") or PeriodMode.INSTANT
        basis = self.data.get("period_basis") or Basis.STATED
        if mode not in PeriodMode.values or basis not in Basis.values:
            return None  # told at those fields
        return PeriodField.read(
            self.cleaned_data["period"], published=self.published, mode=mode, basis=basis
        )

    def clean(self):
        data = super().clean()
        told = {"claim", "statement"} & self.errors.keys()
        if not told and (data.get("claim") is None) == (not data.get("statement")):
            self.add_error("claim", "Choose a claim, or say what a new one states.")
        return data


class UndoForm(forms.Form):
    evidence = Row(
        lambda: Evidence.objects.select_related("claim").defer("claim__explanation"),
        "There is no such evidence.",
    )


class AcceptForm(forms.Form):
    anchoring = Row(Anchoring.objects.all, "There is no such proposal.")
    reason = Text(
        max_length=1000,
        required=True,
        error_messages={"required": "Say why the proposal is the passage."},
    )
