"""Verbs for publishers and origins."""

from django.core.exceptions import ValidationError
from django.db import transaction

from .changes import SourceChange, announce
from .countries import COUNTRIES
from .models import Origin, Publisher


def check_publisher(*, publisher: Publisher) -> None:
    """Raise ValidationError unless the publisher may be saved as it is."""
    publisher.full_clean()
    if publisher.country and publisher.country not in COUNTRIES:
        raise ValidationError({"country": f"{publisher.country} is no ISO 3166-1 alpha-2 code."})
    for name in (publisher.name, *publisher.aliases):
        other = Publisher.objects.named(name).exclude(pk=publisher.pk).first()
        if other:
            raise ValidationError({"aliases": f"“{name}” is already a name of {other}."})


def save_publisher(*, publisher: Publisher) -> Publisher:
    """Validate and save. A changed reliability is announced. Raises ValidationError."""
    check_publisher(publisher=publisher)
    with transaction.atomic():
        before = (
            Publisher.objects.select_for_update()
            .filter(pk=publisher.pk)
            .values_list("reliability", flat=True)
            .first()
        )
        publisher.save()
        if before is not None and before != publisher.reliability:
            announce(SourceChange(publishers=frozenset({publisher.pk})))
    return publisher


def set_reliability(*, publisher: Publisher, reliability: str, reason: str) -> Publisher:
    """Grade a publisher A to F, with the reason. Raises ValidationError."""
    publisher.reliability = reliability
    publisher.reliability_reason = reason
    return save_publisher(publisher=publisher)


def save_origin(*, origin: Origin) -> Origin:
    """Validate and save. A changed name or kind is announced. Raises ValidationError."""
    origin.full_clean()
    with transaction.atomic():
        before = (
            Origin.objects.select_for_update()
            .filter(pk=origin.pk)
            .values_list("name", "kind")
            .first()
        )
        origin.save()
        if before is not None and before != (origin.name, origin.kind):
            announce(SourceChange(origins=frozenset({origin.pk})))
    return origin
