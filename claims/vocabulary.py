"""Verbs on what claims are told in: subjects, scope terms and their order, figures.

Each validates, saves and rechecks the claims that the change touches, in one transaction. `at`
is the day for which currency is judged. All raise ValidationError and then change nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from .locks import own_inputs
from .models import Claim, Evidence, Figure, Scope, ScopeEdge, ScopeTerm, Subject
from .models.choices import Nature, SubjectKind
from .reading import reread_wording
from .recheck import recheck_touched
from .saving import save_valid


def create_subject(
    *, name: str, kind: str = SubjectKind.OTHER, aliases: Iterable[str] = ()
) -> Subject:
    """A new subject. A name or alias that another subject has is refused."""
    subject = Subject(name=name, kind=kind, aliases=list(aliases))
    save_valid(subject)
    return subject


@transaction.atomic
def change_subject(*, subject: Subject, at: date, **changes: Any) -> Subject:
    """Change name, kind or aliases; a new name rechecks the claims about the subject."""
    row = _changed(Subject, subject, changes, {"name", "kind", "aliases"})
    if "name" in changes:
        recheck_touched(claims=_ids(Claim.objects.filter(figure__subject=row)), at=at)
    return row


def create_scope_term(*, dimension: str, name: str) -> ScopeTerm:
    """A new geography, population or role; it lies within nothing yet (see `set_wider`)."""
    term = ScopeTerm(dimension=dimension, name=name)
    save_valid(term)
    return term


@transaction.atomic
def rename_scope_term(*, term: ScopeTerm, name: str, at: date) -> ScopeTerm:
    """Give a term another name; the claims whose explanations name it are rechecked."""
    row = _changed(ScopeTerm, term, {"name": name}, {"name"})
    recheck_touched(claims=_ids(Claim.objects.in_terms([row.pk])), at=at)
    return row


@transaction.atomic
def set_wider(*, narrower: ScopeTerm, wider: Collection[ScopeTerm], at: date) -> None:
    """Let a term lie within exactly these wider terms (and, through them, within theirs).

    Rechecks the claims that hold one term below a changed edge and one above it.
    """
    own_inputs()
    held = {edge.wider_id: edge for edge in narrower.wider_edges.all()}
    wanted = {term.pk: term for term in wider}
    changed = held.keys() ^ wanted.keys()
    touched = _claims_across(narrower.pk, changed)
    for pk in held.keys() - wanted.keys():
        held[pk].delete()
    for pk in sorted(wanted.keys() - held.keys()):
        save_valid(ScopeEdge(narrower=narrower, wider=wanted[pk]))
    touched |= _claims_across(narrower.pk, changed)
    figures = Claim.objects.filter(pk__in=touched).order_by().values_list("figure_id", flat=True)
    recheck_touched(claims=touched, figures=set(figures), at=at)


def _claims_across(narrower: int, wider: Iterable[int]) -> set[int]:
    """Claims for which it matters whether `narrower` lies within any of `wider`."""
    below = _reachable(narrower, "wider_id", "narrower_id")
    touched: set[int] = set()
    for pk in wider:
        above = _reachable(pk, "narrower_id", "wider_id")
        touched |= set(_ids(Claim.objects.in_terms(below))) & set(
            _ids(Claim.objects.in_terms(above))
        )
    return touched


def _reachable(start: int, at_end: str, other_end: str) -> set[int]:
    """The terms reached from one along the edges, itself included."""
    found, edge = {start}, {start}
    while edge:
        steps = ScopeEdge.objects.filter(**{f"{at_end}__in": edge})
        edge = set(steps.values_list(other_end, flat=True)) - found
        found |= edge
    return found


def scope_of(
    *,
    geography: ScopeTerm | None = None,
    population: ScopeTerm | None = None,
    role: ScopeTerm | None = None,
) -> Scope:
    """The scope of these terms, made when it is new; a part left out is not restricted."""
    parts = {"geography": geography, "population": population, "role": role}
    for dimension, term in parts.items():
        if term is not None and term.dimension != dimension:
            raise ValidationError({dimension: [f"“{term.name}” is a {term.dimension}."]})
    return Scope.objects.get_or_create(**parts)[0]


def create_figure(
    *,
    slug: str,
    subject: Subject,
    measure: str,
    nature: str,
    scope: Scope | None = None,
    unit: str = "",
    additive: bool | None = None,
    window_days: int | None = None,
) -> Figure:
    """A new figure. Without a scope it is not restricted.

    additive  None: as is usual for its nature; only counts add up
    """
    if additive is None:
        additive = nature in {Nature.STOCK, Nature.CUMULATIVE, Nature.FLOW}
    figure = Figure(
        slug=slug,
        subject=subject,
        measure=measure,
        scope=scope or scope_of(),
        unit=unit,
        nature=nature,
        additive=additive,
        window_days=window_days,
    )
    save_valid(figure)
    return figure


_FIGURE = {"slug", "subject", "measure", "scope", "unit", "nature", "additive", "window_days"}


@transaction.atomic
def change_figure(*, figure: Figure, at: date, **changes: Any) -> Figure:
    """Change some fields, named as in `create_figure`, and recheck the claims about it.

    With another unit, the wordings of its claims and their evidence are read again.
    """
    row = _changed(Figure, figure, changes, _FIGURE)
    if "unit" in changes:
        _reread(row, Claim.objects.filter(figure=row))
        _reread(row, Evidence.objects.filter(claim__figure=row))
    recheck_touched(claims=_ids(Claim.objects.filter(figure=row)), figures=[row.pk], at=at)
    return row


def _reread(figure: Figure, rows: QuerySet) -> None:
    for row in rows.order_by("pk").select_for_update(of=("self",)):
        try:
            if reread_wording(row, figure):
                save_valid(row)
        except ValidationError as error:
            reason = " ".join(error.messages)
            raise ValidationError({"unit": [f"“{row.key}” does not fit it: {reason}"]}) from error


def _changed(model, given, changes: dict[str, Any], changeable: set[str]):
    """The row under its lock, with the changes saved; the inputs are owned."""
    if unknown := changes.keys() - changeable:
        raise TypeError(f"{model.__name__} has no changeable {', '.join(sorted(unknown))}")
    own_inputs()
    row = model.objects.select_for_update(of=("self",), no_key=True).get(pk=given.pk)
    for name, value in changes.items():
        setattr(row, name, value)
    save_valid(row)
    return row


def _ids(claims: QuerySet[Claim]) -> list[int]:
    return list(claims.order_by().values_list("pk", flat=True).distinct())
