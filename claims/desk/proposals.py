"""What the desk proposes for a quote: claims, the likeliest first, each with a stance and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError

from claims.admin.fields import PeriodField
from claims.consistency import (
    Outcome,
    Period,
    Quantity,
    Report,
    ScopeOrder,
    WordingError,
    read_quantity,
    relate,
)
from claims.consistency.explain import relation_sentence
from claims.consistency.outcome import A_TO_B, BOTH
from claims.models import Claim, Scope
from claims.models.choices import Modality, Nature, Stance
from claims.rows import daterange_of, range_of

from .counting import alike_in, counts_another_thing
from .likeliest import Clues, Likeness, named_subjects, short_list
from .places import whole_place
from .reading import Quoted, Reported
from .scoring import ALREADY, BY_RELATION, LIKELY, TELLING, score_of

SHOWN = 8
"""How many claims the panel offers."""

NO_NUMBER = "This claim has no number to compare: judge the stance yourself."
DENIED = "The sentence denies it, which the comparison of values does not see: judge it yourself."


@dataclass(frozen=True)
class Typed:
    """What a person has put in place of what the engine reads; None: nothing."""

    wording: str | None = None
    when: str | None = None
    mode: str | None = None
    basis: str | None = None
    modality: str | None = None
    scope: Scope | None = None
    scope_given: bool = False


@dataclass(frozen=True)
class Proposal:
    """One claim with what the quote reports for it.

    stance  None where nothing can be compared; reason: one sentence, for people
    """

    claim: Claim
    reported: Reported
    quantity: Quantity | None
    period: Period | None
    modality: str
    scope: Scope | None
    stance: str | None
    reason: str
    relation: str
    score: float
    held: bool = False


def chosen(offers: Sequence[Proposal]) -> int | None:
    """Which of the offers is as good as sure: the first, or none.

    None either where a claim that the passage is evidence on already would have come before it:
    then the passage has most likely found its claim.
    """
    if not offers or offers[0].held:
        return None
    first = offers[0]
    sure = first.score >= LIKELY and first.stance is not None and first.relation in TELLING
    outdone = any(offer.held and offer.score + ALREADY > first.score for offer in offers)
    return 0 if sure and not outdone else None


def takes_number(claim: Claim) -> bool:
    """Whether evidence on the claim has a number: not without a figure, nor for an event's date."""
    return claim.figure is not None and claim.figure.nature != Nature.EVENT_DATE


def propose(
    quoted: Quoted,
    typed: Typed,
    *,
    published: Period | None,
    order: ScopeOrder,
    scopes: Sequence[Scope],
    held: Iterable[int],
    query: str = "",
) -> list[Proposal]:
    """The claims that the quote may bear on, the likeliest first, and those that it is evidence
    on already; two queries.

    held   ids of the claims that this very passage is evidence on
    query  what was typed to search
    Raises ValidationError at `wording` or `period` for what was typed and cannot be read.
    """
    names = {scope.geography.name for scope in scopes if scope.geography}
    numbers = [
        _as_typed(
            replace(one, place=whole_place(one.place, quoted.sentence, names)), typed, published
        )
        for one in quoted.numbers
    ]
    if typed.wording is not None:
        numbers = [numbers[0]]
    clues = _clues(quoted, numbers)
    subjects = named_subjects(clues)
    claims = short_list(clues, subjects=subjects, query=query)
    by_terms = {_terms(scope): scope for scope in scopes}
    likeness = Likeness(map(_told, claims), quoted)
    known = frozenset(held)
    offers = []
    for claim in claims:
        best = max(
            (_offer(claim, one, typed, order, by_terms) for one in numbers),
            key=lambda offer: BY_RELATION[offer.relation],
        )
        score = _score(best, likeness.of(_told(claim)), _named(claim, subjects))
        is_held = claim.pk in known
        offers.append(replace(best, score=score - ALREADY * is_held, held=is_held))
    offers.sort(key=lambda offer: (-offer.score, offer.claim.key))
    return offers[:SHOWN] + [offer for offer in offers[SHOWN:] if offer.held]


def _as_typed(one: Reported, typed: Typed, published: Period | None) -> _Read:
    """What was read, with what was typed in its place."""
    wording = one.wording if typed.wording is None else typed.wording.strip()
    mode, basis = typed.mode or one.mode, typed.basis or one.basis
    when = one.when if typed.when is None else typed.when
    errors: dict[str, list[str]] = {}
    quantity = period = None
    try:
        quantity = _quantity(wording, None, strict=typed.wording is not None)
    except WordingError as error:
        errors["wording"] = [str(error)]
    try:
        period = PeriodField.read(when, published=published, mode=mode, basis=basis)
    except ValidationError as error:
        errors["period"] = error.messages
    if errors:
        raise ValidationError(errors)
    why = one.why if typed.when is None else ""
    reported = replace(one, wording=wording, when=when, mode=mode, basis=basis, why=why)
    return _Read(reported, quantity, period)


@dataclass(frozen=True)
class _Read:
    reported: Reported
    quantity: Quantity | None
    period: Period | None


def _quantity(wording: str, unit: str | None, *, strict: bool = False) -> Quantity | None:
    try:
        return read_quantity(wording, unit=unit) if wording else None
    except WordingError:
        if strict:
            raise
        return None


def _clues(quoted: Quoted, numbers: Sequence[_Read]) -> Clues:
    readings = [range_of(n.quantity.reading) for n in numbers if n.quantity and n.quantity.reading]
    periods = [daterange_of(n.period) for n in numbers if n.period and not n.period.is_unknown]
    return Clues(quoted.sentence, quoted.around, tuple(readings), tuple(periods))


def _offer(
    claim: Claim,
    read: _Read,
    typed: Typed,
    order: ScopeOrder,
    by_terms: Mapping[tuple[int | None, ...], Scope],
) -> Proposal:
    figure = claim.figure
    reported = read.reported
    quantity = _quantity(reported.wording, figure.unit or None) if takes_number(claim) else None
    scope = typed.scope if typed.scope_given else _place(claim, reported, by_terms)
    modality = typed.modality or _modality(claim, reported)
    offer = Proposal(
        claim, reported, quantity, read.period, modality, scope, None, NO_NUMBER, "no-number", 0.0
    )
    if figure is None or not (claim.report.has_value or claim.quantity):
        return offer
    report = replace(
        claim.report,
        id="",
        quantity=quantity,
        period=read.period,
        scope=scope.value if scope else figure.scope.value,
        modality=modality,
        origin=None,
        made=None,
    )
    if quantity is not None and not quantity.is_unknown:
        other = counts_another_thing(read.quantity, reported.counted, figure, claim.statement)
        if other:
            return replace(offer, stance=Stance.CONTEXT, reason=other, relation="not-comparable")
    return _weighed(offer, report, relate(report, claim.report, order))


def _weighed(offer: Proposal, report: Report, outcome: Outcome) -> Proposal:
    relation = outcome.relation
    bounded = offer.claim.quantity is None or offer.claim.quantity.hedge != "several"
    if relation == "agrees" and not (_confirms(outcome) and bounded):
        relation = "agrees-weaker"
    if offer.reported.denied:
        return replace(offer, reason=DENIED, relation=relation)
    sentence = relation_sentence(outcome, report, offer.claim.report)
    return replace(offer, stance=_stance(outcome), reason=sentence, relation=relation)


def _confirms(outcome: Outcome) -> bool:
    return outcome.relation == "agrees" and outcome.direction in {A_TO_B, BOTH}


def _stance(outcome: Outcome) -> str:
    """What the comparison finds; what neither supports nor conflicts is context."""
    if outcome.relation == "conflicts":
        return Stance.CONFLICTS
    if _confirms(outcome):
        return Stance.SUPPORTS
    return Stance.CONTEXT


def _modality(claim: Claim, reported: Reported) -> str:
    if not reported.planned:
        return Modality.OBSERVATION
    return claim.modality if claim.modality != Modality.OBSERVATION else Modality.PLAN


def _terms(scope: Scope) -> tuple[int | None, ...]:
    return scope.geography_id, scope.population_id, scope.role_id


def _place(
    claim: Claim, reported: Reported, by_terms: Mapping[tuple[int | None, ...], Scope]
) -> Scope | None:
    """The figure's scope at the place that the sentence names, where there is one; else None."""
    if claim.figure is None or not reported.place:
        return None
    own = claim.figure.scope
    place = reported.place.casefold()
    for (_, population, role), scope in by_terms.items():
        named = scope.geography and scope.geography.name.casefold() == place
        if named and (population, role) == (own.population_id, own.role_id):
            return None if scope.pk == own.pk else scope
    return None


def _told(claim: Claim) -> str:
    return f"{claim.statement} {claim.figure.measure if claim.figure else ''}"


def _named(claim: Claim, subjects: Mapping[int, bool]) -> float:
    """1 where the quote names the claim's subject, 0.5 where the text around does."""
    inside = subjects.get(claim.figure.subject_id) if claim.figure else None
    return 0.0 if inside is None else 0.5 + 0.5 * inside


def _score(offer: Proposal, likeness: float, named: float) -> float:
    compares_dates = offer.quantity is None and offer.relation != "no-number"
    return score_of(
        offer.relation,
        likeness=likeness,
        named=named,
        by_a_guessed_date=compares_dates and not offer.reported.dated,
        by_date_beside_a_number=compares_dates and bool(offer.reported.wording),
        example=offer.claim.example,
        counted_alike=alike_in(offer.reported.counted, offer.claim.figure)
        if offer.quantity is not None
        else 0.0,
    )
