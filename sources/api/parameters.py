"""The query parameters of documents and passages."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factcheck.api.pagination import PageParameters
from factcheck.api.parameters import AnyOf, Day, Text
from sources.dates import DateSpan, read_iso_span
from sources.models import Document, Publisher
from sources.models.document import TextBasis

_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"


@extend_schema_field({"type": "string", "pattern": f"^{_DATE}(/{_DATE})?$"})
class Span(serializers.Field):
    """Days, as a DateSpan: 2020-07-15, 2020-07, 2020, or two of these with a slash between."""

    default_error_messages = {
        "span": "{reason}.",
        "long": "This is too long for a date: write 2020-07-15, 2020-07, 2020, or two as A/B.",
    }

    def to_internal_value(self, data: str) -> DateSpan:
        if len(data) > 40:
            self.fail("long")
        try:
            return read_iso_span(data)
        except ValueError as error:
            reason = str(error)
            self.fail("span", reason=reason[:1].upper() + reason[1:])


def check_span(attrs: dict, name: str) -> None:
    """Refuse `name` together with `name`_from or `name`_to, and ends in the wrong order."""
    first, last = attrs.get(f"{name}_from"), attrs.get(f"{name}_to")
    if name in attrs and (first or last):
        raise serializers.ValidationError(
            {name: f"Give either {name}, or {name}_from and {name}_to."}
        )
    if first and last and first > last:
        raise serializers.ValidationError(
            {f"{name}_to": f"{name}_to ({last}) is before {name}_from ({first})."}
        )


def span_of(asked: dict, name: str) -> DateSpan:
    """What was asked, by whichever of the parameters; a DateSpan that is not known if nothing."""
    return asked.get(name) or DateSpan(asked.get(f"{name}_from"), asked.get(f"{name}_to"))


class DocumentParameters(PageParameters):
    q = Text(
        required=False,
        max_length=300,
        help_text='Words of the title or text; "a phrase", or and -without are understood.',
    )
    publisher = Text(
        required=False, max_length=200, help_text="A publisher, by its name or an alias of it."
    )
    text_basis = AnyOf(
        choices=TextBasis.choices, required=False, help_text="What the stored text is."
    )
    published = Span(
        required=False,
        help_text="Published, as far as known, on a day of this span: 2020-07-01/2020-07-31, "
        "2020-07 or 2020.",
    )
    published_from = Day(required=False, help_text="The first day, instead of `published`.")
    published_to = Day(required=False, help_text="The last day, instead of `published`.")

    def validate_publisher(self, name: str) -> Publisher:
        publisher = Publisher.objects.named(name).first()
        if publisher is None:
            raise serializers.ValidationError(f"No publisher goes by the name “{name}”.")
        return publisher

    def validate(self, attrs: dict) -> dict:
        check_span(attrs, "published")
        return attrs


class PassageParameters(PageParameters):
    document = Text(required=False, max_length=120, help_text="Of this document, by its key.")

    def validate_document(self, key: str) -> Document:
        document = Document.objects.filter(key=key).first()
        if document is None:
            raise serializers.ValidationError(f"There is no document with the key “{key}”.")
        return document
