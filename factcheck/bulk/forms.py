"""What a person fills in on the page of a preview."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing

from .plan import Plan, from_json

SALT = "factcheck.bulk"


class ReasonForm(forms.Form):
    """Why; a subclass asks for what its action needs besides, in fields of its own."""

    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Why, for the history of each row.",
    )

    @property
    def is_complete(self) -> bool:
        """Whether all is there that a preview needs."""
        if self.is_bound:
            return self.is_valid()
        return not any(field.required for field in self.fields.values())

    @property
    def why(self) -> str:
        return self.cleaned_data["reason"] if self.is_bound else ""

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in besides the reason."""
        filled = self.cleaned_data if self.is_bound else {}
        return {name: value for name, value in filled.items() if name != "reason"}


def sealed(plan: Plan, *, action: str, by: Any) -> str:
    """The plan as a page carries it: nobody can change it on the way."""
    return signing.dumps([action, by.pk, plan.as_json()], salt=SALT, compress=True)


def unsealed(seal: str, *, action: str, by: Any) -> Plan | None:
    """The plan that this person was shown for this action; None for anything else."""
    try:
        what, who, told = signing.loads(seal, salt=SALT)
    except signing.BadSignature:
        return None
    return from_json(told) if (what, who) == (action, by.pk) else None
