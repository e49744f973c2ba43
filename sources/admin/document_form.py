"""The form of a document: what it is, when it was published, and its file."""

from __future__ import annotations

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError

from sources.dates import DateSpan
from sources.extract import MOST_BYTES, READERS, Refused, check_size, extract
from sources.ingest import derived_key, derived_title

KINDS = ", ".join(sorted(kind.lstrip(".") for kind in READERS))
NEW, NEWER = "The file", "A newer version"


class DocumentForm(forms.ModelForm):
    """The publication date as two days, both included, rather than PostgreSQL's range.

    A file says what its title is, and its name what its key is, where nobody does.
    """

    file = forms.FileField(
        required=False,
        help_text=f"{KINDS}; at most {MOST_BYTES // 2**20} MB. Its text is kept as it is for ever.",
    )

    earliest = forms.DateField(
        required=False, label="Published, earliest", help_text="YYYY-MM-DD; empty if unknown."
    )
    latest_day = forms.DateField(
        required=False,
        label="Published, latest",
        help_text="The same day, if the date is known exactly.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.octets = b""
        self.derived: dict[str, str] = {}
        if self._is_open():
            self.fields["file"].label = NEWER if self.instance.latest_id else NEW
            self.fields["file"].widget.attrs["accept"] = ",".join(sorted(READERS))
            if self.instance.pk is None:
                for name in ("key", "title"):
                    self.fields[name].required = False
                self.fields["key"].help_text += " Empty: made from the file's name."
                self.fields["title"].help_text = "Empty: the file's own, or its first line."
        self.initial.setdefault("earliest", self.instance.published_on.earliest)
        self.initial.setdefault("latest_day", self.instance.published_on.latest)

    def _is_open(self) -> bool:
        """Whether this is shown to someone who may change it; else there are no fields."""
        return "key" in self.fields

    def clean_file(self):
        """Read it now: what is refused is told beside the field, and nothing is saved."""
        sent = self.cleaned_data["file"]
        if not sent:
            return sent
        try:
            check_size(sent.size)
            self.octets = sent.read()
            extracted = extract(self.octets, name=sent.name)
        except Refused as refused:
            raise ValidationError(
                f"“{sent.name}” was not taken in ({refused.reason}): {refused.detail}."
            ) from refused
        self.derived = {
            "key": derived_key(PurePath(sent.name).name, self.octets),
            "title": derived_title(extracted),
        }
        return sent

    def clean(self):
        cleaned = super().clean()
        for name in ("key", "title"):
            if not cleaned.get(name) and name not in self.errors:
                cleaned[name] = self.derived.get(name, "")
                if not cleaned[name] and "file" not in self.errors:
                    self.add_error(name, "This field is required where there is no file.")
        try:
            span = DateSpan(cleaned.get("earliest"), cleaned.get("latest_day"))
        except ValueError as error:
            raise ValidationError({"latest_day": str(error)}) from error
        self.instance.published_on = span
        return cleaned
