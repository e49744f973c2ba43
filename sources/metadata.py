"""What a person says about a document, in a sidecar file or by flags, checked. Pure."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from urllib.parse import urlsplit

import yaml

from .countries import COUNTRIES
from .dates import DateSpan, read_iso_span

BASES = ("stated", "relative", "inferred")
TEXT_BASES = ("original", "excerpt", "digest")
GRADES = ("A", "B", "C", "D", "E", "F")
MOST_SIDECAR_BYTES = 2**20


@dataclass(frozen=True)
class Metadata:
    """About a document and its publisher; an empty value = nothing was said."""

    key: str = ""
    title: str = ""
    publisher: str = ""
    publisher_country: str = ""
    publisher_homepage: str = ""
    publisher_reliability: str = ""
    publisher_reliability_reason: str = ""
    publisher_aliases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    published: DateSpan = field(default_factory=DateSpan)
    published_basis: str = ""
    text_basis: str = ""
    origins: tuple[str, ...] = ()
    encoding: str = ""


class MetadataError(ValueError):
    """Every field that is wrong at once, as {field: reason}."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {why}" for name, why in problems.items()))
        self.problems = problems


def read_sidecar(data: bytes) -> Metadata:
    """A sidecar's YAML, a mapping of the fields of Metadata. Raises MetadataError."""
    if len(data) > MOST_SIDECAR_BYTES:
        raise MetadataError({"sidecar": f"it has more than {MOST_SIDECAR_BYTES:,} bytes"})
    try:
        values = yaml.load(data, Loader=_NoRepeats)  # a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise MetadataError(
            {"sidecar": f"it is not YAML: {' '.join(str(error).split())}"}
        ) from error
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise MetadataError({"sidecar": "it must be a mapping such as “title: …”"})
    return read_metadata(values)


def read_metadata(values: dict) -> Metadata:
    """Metadata from plain values, as YAML or flags give them. Raises MetadataError."""
    known = {one.name for one in fields(Metadata)}
    problems = {
        str(name): f"there is no such field; known are {', '.join(sorted(known))}"
        for name in values
        if name not in known
    }
    read: dict[str, object] = {}
    for name in sorted(known & set(values)):
        if values[name] is None:
            continue
        try:
            read[name] = _READERS.get(name, _text)(values[name])
        except ValueError as error:
            problems[name] = str(error)
    graded = read.get("publisher_reliability", "F") != "F"
    if graded and not read.get("publisher_reliability_reason"):
        problems.setdefault(
            "publisher_reliability_reason", "say why: every reliability but F needs a reason"
        )
    if problems:
        raise MetadataError(problems)
    return Metadata(**read)


class _NoRepeats(yaml.SafeLoader):
    """YAML in which a key that stands twice is an error, not a silent overwrite."""

    def construct_mapping(self, node, deep=False):
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key.value, str) and key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            if isinstance(key.value, str):
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def _text(value: object, most: int = 500) -> str:
    if isinstance(value, bool):
        raise ValueError("write it in quotes: YAML reads yes, no, on and off as true or false")
    if isinstance(value, int | float):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"it must be text, not {type(value).__name__}")
    if "\0" in value:
        raise ValueError("it has a NUL character")
    value = value.strip()
    if len(value) > most:
        raise ValueError(f"it has {len(value)} characters; the most is {most}")
    return value


def _reason(value: object) -> str:
    return _text(value, most=5000)


def _name(value: object) -> str:
    return _text(value, most=200)


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple):
        raise ValueError("it must be a list of names")
    names = [_name(one) for one in value]
    if not all(names):
        raise ValueError("a name in it is empty")
    return tuple(dict.fromkeys(names))


def _matching(pattern: str, expected: str):
    def read(value: object) -> str:
        text = _text(value)
        if text and not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(f"{text!r} is not {expected}")
        return text

    return read


def _one_of(*choices: str):
    def read(value: object) -> str:
        text = _text(value)
        if text and text not in choices:
            raise ValueError(f"{text!r} is not one of {', '.join(choices)}")
        return text

    return read


def _country(value: object) -> str:
    text = _text(value)
    if text and text not in COUNTRIES:
        raise ValueError(f"{text!r} is not an ISO 3166-1 alpha-2 code, such as US, GB or IQ")
    return text


def _url(value: object) -> str:
    text = _text(value, most=2000)
    if not text:
        return text
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a web address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"\s", text):
        raise ValueError(f"{text!r} is not a web address such as https://example.org/page")
    return text


def _homepage(value: object) -> str:
    text = _url(value)
    return _text(text)


def _published(value: object) -> DateSpan:
    """A date, ``2020-07``, ``2020``, ``A/B`` or a mapping of earliest and latest."""
    if isinstance(value, dict):
        if unknown := set(value) - {"earliest", "latest"}:
            raise ValueError(f"it has {unknown.pop()!r}; known are earliest and latest")
        first, last = (_published(value.get(side) or "") for side in ("earliest", "latest"))
        return DateSpan(first.earliest, last.latest)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return DateSpan(value, value)
    text = _text(value)
    return read_iso_span(text) if text else DateSpan()


_READERS = {
    "key": _matching(
        r"[A-Za-z0-9_-]{1,120}", "a key of at most 120 letters, digits, hyphens and underscores"
    ),
    "publisher": _name,
    "publisher_country": _country,
    "publisher_homepage": _homepage,
    "publisher_reliability": _one_of(*GRADES),
    "publisher_reliability_reason": _reason,
    "publisher_aliases": _names,
    "authors": _names,
    "url": _url,
    "language": _matching(
        r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "a BCP 47 language tag, such as en or ar-IQ"
    ),
    "published": _published,
    "published_basis": _one_of(*BASES),
    "text_basis": _one_of(*TEXT_BASES),
    "origins": _names,
}


def overlaid(below: Metadata, above: Metadata) -> Metadata:
    """``below`` with every value that ``above`` gives in its place."""
    empty = Metadata()
    given = {
        one.name: getattr(above, one.name)
        for one in fields(Metadata)
        if getattr(above, one.name) != getattr(empty, one.name)
    }
    return replace(below, **given)
