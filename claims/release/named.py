"""What the rows of a ledger name, made anew: people, subjects, scopes, figures and claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model

from claims.consistency import read_quantity
from claims.ledger.columns import plain
from claims.models import Claim, Figure, Scope, ScopeTerm, Signatory, Subject
from claims.models.choices import Dimension, Nature
from claims.rows import quantity_columns

from .spans import days

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """Ids by what the ledger calls them: reference, slug, key."""

    people: dict[str, int] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    claims: dict[str, int] = field(default_factory=dict)


def find_named(contents: Iterable[Content]) -> Named:
    """Make everything that these rows name, as the last row on each tells of it."""
    people: dict[str, None] = {}
    figures: dict[str, Content] = {}
    claims: dict[str, Content] = {}
    for content in contents:
        people |= dict.fromkeys((content["submitted_by"], content["approved_by"]))
        if content["figure"] is not None:
            figures[content["figure"]] = {name: content[name] for name in ("series", "nature")}
        claims[content["claim"]] = {
            name: value for name, value in content.items() if name not in ("evidence", "series")
        }
    named = Named(people={reference: _person(reference) for reference in people})
    for slug, told in figures.items():
        named.figures[slug] = _figure(slug, **told).pk
    for key, told in claims.items():
        named.claims[key] = _claim(key, told, named).pk
    return named


def _person(reference: str) -> int:
    """An account that nobody can sign in to: who it was is told by no release."""
    user = get_user_model()(username=f"signatory-{reference}", is_active=False)
    user.set_unusable_password()
    user.save()
    Signatory.objects.create(user=user, reference=reference)
    return user.pk


def _figure(slug: str, series: Content, nature: str) -> Figure:
    subject = Subject.objects.named(series["subject"]).first()
    subject = subject or Subject.objects.create(name=series["subject"])
    scope, _ = Scope.objects.get_or_create(
        **{name: _term(series["scope"][name], name) for name in Dimension.values}
    )
    columns = {"subject": subject, "scope": scope, "unit": series["unit"]}
    measure = series["measure"]
    if Figure.objects.filter(measure=measure, **columns).exists():
        # Two figures that were renamed towards each other: their slugs tell them apart.
        measure = f"{measure} ({slug})"[:200]
    return Figure.objects.create(
        slug=slug, measure=measure, nature=nature, additive=nature != Nature.RATIO, **columns
    )


def _term(name: str | None, dimension: str) -> ScopeTerm | None:
    if name is None:
        return None
    found = ScopeTerm.objects.named(name).first()
    return found or ScopeTerm.objects.create(name=name, dimension=dimension)


def _claim(key: str, told: Content, named: Named) -> Claim:
    period = told["period"]
    return Claim.objects.create(
        key=key,
        statement=told["statement"],
        claimant=told["claimant"],
        made_on=days(told["made_on"]),
        figure_id=told["figure"] and named.figures[told["figure"]],
        about_now=told["about_now"],
        example=told["example"],
        **_quantity(told["value"] if told["figure"] else None),
        period=days(period),
        period_mode=period["mode"],
        period_basis=period["basis"],
        modality=told["modality"],
    )


def _quantity(value: Content | None) -> dict[str, Any]:
    """The number as its wording reads today; none where that is not what was decided.

    A verdict does not freeze what a wording tolerates. What was published stands in the ledger.
    """
    if value is None or not value["wording"]:
        return quantity_columns(None)
    try:
        read = read_quantity(value["wording"], unit=value["unit"] or None)
    except ValueError:
        return quantity_columns(None)
    reading = getattr(read, "reading", None)
    if reading is None or (plain(reading.low), plain(reading.high)) != (
        value["low"],
        value["high"],
    ):
        return quantity_columns(None)
    return quantity_columns(read)
