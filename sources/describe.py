"""Put what a person says about a document into the database, without undoing an editor's work.

What the database lacks is filled in. What it has otherwise stays, and is told in a note, so that
a second ingest of the same files loses nothing that was edited in between; ``update`` applies it.
"""

from collections.abc import Callable

from .documents import save_document
from .metadata import Metadata
from .models import Document, Origin, Publisher
from .publishers import save_publisher

UNKNOWN_PUBLISHER = "Unknown publisher"


def describe_new(*, key: str, title: str, said: Metadata, notes: list[str]) -> Document:
    """A new document row with its publisher and origins. Raises ValidationError."""
    document = Document(key=key, title=title, publisher=_publisher(said, False, notes))
    document.authors = list(said.authors)
    document.url = said.url
    document.language = said.language
    document.published_on = said.published
    document.published_basis = said.published_basis or document.published_basis
    document.text_basis = said.text_basis or document.text_basis
    return save_document(document=document, origins=_origins(said))


def describe_again(
    *, document: Document, said: Metadata, derived_title: str, update: bool, notes: list[str]
) -> Document:
    """Fill what the document lacks; with ``update`` set what differs. Raises ValidationError."""
    wanted = {
        "title": said.title,
        "authors": list(said.authors),
        "url": said.url,
        "language": said.language,
        "published_on": said.published if said.published.known else None,
        "text_basis": said.text_basis,
        "published_basis": said.published_basis,
    }
    if said.publisher:
        wanted["publisher"] = _publisher(said, update, notes)
    undated = not document.published_on.known

    def lacks(name: str, value: object) -> bool:
        match name:
            case "title":
                return value == derived_title
            case "publisher":
                return value.name == UNKNOWN_PUBLISHER
            case "published_on" | "published_basis":
                return undated
        return not value

    changed = _fill(document, wanted, lacks, update, f"document {document.key}", notes)
    origins = None
    names = set(document.origins.values_list("name", flat=True))
    if said.origins and set(said.origins) != names:
        if update or not names:
            origins = _origins(said)
        else:
            notes.append(_kept(f"document {document.key}", "origins", sorted(names), said.origins))
    if changed or origins is not None:
        save_document(document=document, origins=origins)
    return document


def _publisher(said: Metadata, update: bool, notes: list[str]) -> Publisher:
    name = said.publisher or UNKNOWN_PUBLISHER
    publisher = Publisher.objects.named(name).first()
    new = publisher is None
    if new:
        publisher = Publisher(name=name)
    wanted = {
        "country": said.publisher_country,
        "homepage": said.publisher_homepage,
        "aliases": list(said.publisher_aliases),
    }
    if said.publisher_reliability:
        wanted["reliability"] = said.publisher_reliability
        wanted["reliability_reason"] = said.publisher_reliability_reason
    ungraded = publisher.reliability == "F" and not publisher.reliability_reason

    def lacks(field: str, value: object) -> bool:
        return ungraded if field.startswith("reliability") else not value

    if _fill(publisher, wanted, lacks, update, f"publisher {publisher.name}", notes) or new:
        save_publisher(publisher=publisher)
    return publisher


def _origins(said: Metadata) -> list[Origin]:
    return [Origin.objects.get_or_create(name=name)[0] for name in said.origins]


def _fill(
    row: object,
    wanted: dict[str, object],
    lacks: Callable[[str, object], bool],
    update: bool,
    label: str,
    notes: list[str],
) -> bool:
    """Set each wanted value that the row lacks, or all with ``update``; True if any was set."""
    changed = False
    for name, value in wanted.items():
        there = getattr(row, name)
        if not value or there == value:
            continue
        if update or lacks(name, there):
            setattr(row, name, value)
            changed = True
        else:
            notes.append(_kept(label, name, there, value))
    return changed


def _kept(label: str, name: str, there: object, said: object) -> str:
    def shown(value: object) -> str:
        return ", ".join(value) if isinstance(value, list | tuple) else str(value)

    return f"{label}: {name} stays “{shown(there)}” (the file says “{shown(said)}”)"
