"""Subjects, scope terms, origins and figures of a file, through their verbs."""

from __future__ import annotations

from typing import Any

from claims import vocabulary
from claims.models import Figure, Scope, ScopeTerm, Subject
from claims.models.choices import Dimension, Nature, SubjectKind
from sources.models import Origin
from sources.models.publisher import OriginKind
from sources.publishers import save_origin

from .row import Row
from .session import CHANGED, LEFT, NEW, UNCHANGED, Session

SCOPE = {"geography", "population", "role"}
FIGURE = {"slug", "subject", "measure", "unit", "nature", "additive", "window_days"} | SCOPE


def load_subjects(top: Row, session: Session) -> None:
    for number, node in enumerate(top.rows("subjects"), start=1):
        row = session.row(node, f"subject {number}", {"name", "kind", "aliases"})
        name = row.text("name", required=True)
        row.name = f"subject {name or number}"
        given: dict[str, Any] = {}
        if row.has("kind"):
            given["kind"] = row.choice("kind", SubjectKind, SubjectKind.OTHER)
        if row.has("aliases"):
            given["aliases"] = row.texts("aliases")
        names = [name, *given.get("aliases", [])]
        if not (session.first_of("subject", name, row, "name") and row.sound):
            session.fail("subject", *names)
            continue
        with session.writing("subject", *names, row=row):
            held = Subject.objects.filter(name=name).first()
            if held is None:
                vocabulary.create_subject(name=name, **given)
                session.count("subjects", NEW)
            elif changes := _changes("subjects", held, given, session):
                vocabulary.change_subject(subject=held, at=session.at, **changes)


def load_scope_terms(top: Row, session: Session) -> None:
    """First all terms, then the order among them, so that a file may name them in any order."""
    dimensions = top.part("scope_terms", set(Dimension.values))
    if dimensions is None:
        if top.has("scope_terms") and top.text("scope_terms"):
            top.refuse("scope_terms", f"must hold {', '.join(Dimension.values)}")
        return
    placed: list[tuple[ScopeTerm, Row]] = []
    for dimension in Dimension.values:
        for number, node in enumerate(dimensions.rows(dimension), start=1):
            row = session.row(node, f"{dimension} {number}", {"name", "within"})
            name = row.text("name", required=True)
            row.name = f"{dimension} {name or number}"
            if not (session.first_of("scope term", name, row, "name") and row.sound):
                session.fail("scope term", name)
                continue
            with session.writing("scope term", name, row=row):
                placed += _term(dimension, name, row, session)
    for term, row in placed:
        _place(term, row, session)


def _term(dimension: str, name: str, row: Row, session: Session) -> list[tuple[ScopeTerm, Row]]:
    """The term, made if it is new; with its row if the file says what it lies within."""
    term = ScopeTerm.objects.filter(dimension=dimension).named(name).first()
    if term is not None and session.keep_existing:
        session.count("scope terms", LEFT)
        return []
    session.count("scope terms", NEW if term is None else UNCHANGED)
    if term is None:
        term = vocabulary.create_scope_term(dimension=dimension, name=name)
    return [(term, row)] if row.has("within") else []


def _place(term: ScopeTerm, row: Row, session: Session) -> None:
    wider = [
        find_term(name, term.dimension, "within", row, session) for name in row.texts("within")
    ]
    held = set(term.wider_edges.values_list("wider_id", flat=True))
    if row.sound and None not in wider and held != {w.pk for w in wider}:
        with session.writing("scope term", term.name, row=row):
            vocabulary.set_wider(narrower=term, wider=wider, at=session.at)


def find_term(
    name: str, dimension: str, field: str, row: Row, session: Session
) -> ScopeTerm | None:
    """The term of this name; where there is none, that is a problem of the row's field."""
    term = ScopeTerm.objects.filter(dimension=dimension).named(name).first()
    if term is None:
        row.sound = False
        if ("scope term", name) not in session.failed:
            row.refuse(field, f"there is no {dimension} “{name}”; add it under scope_terms")
    return term


def scope_from(row: Row, session: Session, otherwise: Scope | None = None) -> Scope | None:
    """The scope that a row gives; parts that it leaves out are those of `otherwise`."""
    parts = {}
    for dimension in sorted(SCOPE):
        if row.has(dimension):
            name = row.text(dimension)
            parts[dimension] = find_term(name, dimension, dimension, row, session) if name else None
        else:
            parts[dimension] = otherwise and getattr(otherwise, dimension)
    return vocabulary.scope_of(**parts) if row.sound else None


def load_origins(top: Row, session: Session) -> None:
    for number, node in enumerate(top.rows("origins"), start=1):
        row = session.row(node, f"origin {number}", {"name", "kind", "note"})
        name = row.text("name", required=True)
        row.name = f"origin {name or number}"
        given = {}
        if row.has("kind"):
            given["kind"] = row.choice("kind", OriginKind, OriginKind.OUTLET)
        if row.has("note"):
            given["note"] = row.text("note")
        if not (session.first_of("origin", name, row, "name") and row.sound):
            session.fail("origin", name)
            continue
        with session.writing("origin", name, row=row):
            held = Origin.objects.filter(name=name).first()
            if held is None:
                save_origin(origin=Origin(name=name, **given))
                session.count("origins", NEW)
            elif changes := _changes("origins", held, given, session):
                for field, value in changes.items():
                    setattr(held, field, value)
                save_origin(origin=held)


def load_figures(top: Row, session: Session) -> None:
    for number, node in enumerate(top.rows("figures"), start=1):
        row = session.row(node, f"figure {number}", FIGURE)
        slug = row.text("slug", required=True)
        row.name = f"figure {slug or number}"
        held = Figure.objects.filter(slug=slug).select_related("scope", "subject").first()
        given = _figure(row, session, held)
        if not (session.first_of("figure", slug, row, "slug") and row.sound):
            session.fail("figure", slug)
            continue
        with session.writing("figure", slug, row=row):
            if held is None:
                vocabulary.create_figure(slug=slug, **given)
                session.count("figures", NEW)
            elif changes := _changes("figures", held, given, session):
                vocabulary.change_figure(figure=held, at=session.at, **changes)


def _figure(row: Row, session: Session, held: Figure | None) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if held is None or row.has("subject"):
        given["subject"] = _subject(row.text("subject", required=True), row, session)
    if held is None or row.has("measure"):
        given["measure"] = row.text("measure", required=True)
    if held is None or row.has("nature"):
        given["nature"] = row.choice("nature", Nature)
    if held is None or row.has(*SCOPE):
        given["scope"] = scope_from(row, session, held and held.scope)
    if row.has("unit"):
        given["unit"] = row.text("unit")
    if row.has("additive"):
        given["additive"] = row.flag("additive")
    if row.has("window_days"):
        given["window_days"] = row.number("window_days")
    return given


def _subject(name: str, row: Row, session: Session) -> Subject | None:
    subject = Subject.objects.named(name).first() if name else None
    if subject is None:
        row.sound = False
        if name and ("subject", name) not in session.failed:
            row.refuse("subject", f"there is no subject “{name}”; add it under subjects")
    return subject


def _changes(kind: str, held: Any, given: dict[str, Any], session: Session) -> dict[str, Any]:
    """What the file says otherwise than an existing row; counts what becomes of the row."""
    changes = {name: value for name, value in given.items() if getattr(held, name) != value}
    if session.keep_existing:
        session.count(kind, LEFT)
        return {}
    session.count(kind, CHANGED if changes else UNCHANGED)
    return changes
