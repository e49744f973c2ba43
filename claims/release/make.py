"""Making a release: the public record up to the ledger's head, as static files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from claims import feeds
from claims.export import DATASETS, FORMATS, Bound
from claims.export.datasets import Dataset
from claims.feeds.feed import TITLES, title_of
from claims.formats.site import Site
from claims.ledger.columns import utc
from claims.models import Figure, Verdict

from . import ReleaseError, pages, record
from .folder import Folder, being_made, releases_in
from .manifest import NAME, Manifest, version_of

ENTRIES = 50
"""Of a feed: the newest. Older ones are to be had from the API."""

BULK = tuple(dataset for dataset in DATASETS.values() if dataset.settles)
"""Not the changes of status: the engine's, not people's, and not what a release is to prove."""


@dataclass(frozen=True, slots=True)
class Made:
    """path  of the release
    manifest
    linked  how many files are the last release's
    new  False: it was there already, the same to the last byte
    """

    path: Path
    manifest: Manifest
    linked: int
    new: bool


def make_release(
    *, root: Path, site: Site, progress: Callable[[int], object] | None = None
) -> Made:
    """Write a release into `root`, beside those before it.

    progress  called with the number of rows since the last call; `rows_of` tells how many in all
    Raises ReleaseError where nothing is published, and where a release of this version is there
    and says otherwise. The same record gives the same bytes.
    """
    bound = Bound.now()
    if not bound.head.number:
        raise ReleaseError("Nothing is published yet: there is nothing to release.")
    version = version_of(bound.head.number, utc(bound.head.at))
    root.mkdir(parents=True, exist_ok=True)
    before = [each for each in releases_in(root) if each[1].head["number"] < bound.head.number]
    last, known = before[-1] if before else (None, None)
    with being_made(root, version) as making:
        folder = Folder(making, last, known)
        for name, data in _files(bound, site, version, progress or (lambda rows: None)):
            folder.put(name, data)
        manifest = Manifest(
            version=version,
            publisher=site.name,
            base=site.base,
            head=_head(bound),
            previous=known and {"version": known.version, "manifest_sha256": known.sha256},
            files=folder.files,
        )
        (making / NAME).write_bytes(manifest.as_bytes())
        return _put_in_place(making, root / version, manifest, folder.linked)


def rows_of(bound: Bound) -> int:
    """How often `progress` hears of a row: once each as verdict, on its claim, on its figure."""
    rows = Verdict.objects.filter(number__lte=bound.head.number)
    return 2 * rows.count() + rows.filter(figure__isnull=False).count()


def _put_in_place(making: Path, path: Path, manifest: Manifest, linked: int) -> Made:
    if not path.exists():
        making.rename(path)
        return Made(path, manifest, linked, new=True)
    there = path / NAME
    if there.exists() and there.read_bytes() == manifest.as_bytes():
        shutil.rmtree(making)
        return Made(path, manifest, linked, new=False)
    raise ReleaseError(
        f"{path} is there already and says otherwise (another address or publisher, or a newer "
        "program). A release is never changed: make this one in another folder."
    )


def _files(
    bound: Bound, site: Site, version: str, progress: Callable[[int], object]
) -> Iterator[tuple[str, Any]]:
    for row in record.verdicts(bound):
        yield from pages.of_verdict(row, site)
        progress(1)
    for key, rows in record.claims(bound):
        yield from pages.of_claim(key, rows, site)
        progress(len(rows))
    slugs = []
    for slug, rows in record.figures(bound):
        yield from pages.of_figure(slug, rows, _value_of(slug, bound), site)
        slugs.append(slug)
        progress(len(rows))
    bulk = {f"{dataset.name}.{kind}": (dataset, kind) for dataset in BULK for kind in FORMATS}
    for name, (dataset, kind) in bulk.items():
        yield name, _pieces(dataset, kind, bound)
    for what in TITLES:
        for kind, made in feeds.FORMATS.items():
            yield f"feeds/{what}.{kind}", made(_feed(what, kind, bound, site))
    yield "openapi.json", pages.as_json(SchemaGenerator().get_schema(request=None, public=True))
    yield from pages.of_index(
        site, version=version, head=bound.head, figures=slugs, bulk=list(bulk), feeds=list(TITLES)
    )


def _value_of(slug: str, bound: Bound) -> int | None:
    figure = Figure.objects.get(slug=slug)
    values = Verdict.objects.filter(figure=figure, number__lte=bound.head.number)
    # No later row is of an earlier time: what was known at the head's is what is known now.
    found = values.values_at(known_at=bound.head.at).newest_first().first()
    return found and found.number


def _pieces(dataset: Dataset, kind: str, bound: Bound) -> Iterator[bytes]:
    return FORMATS[kind](dataset, bound)


def _feed(what: str, kind: str, bound: Bound, site: Site) -> feeds.Feed:
    rows = Verdict.objects.filter(number__lte=bound.head.number)
    if what == feeds.CORRECTIONS:
        rows = rows.corrections()
    contents = rows.order_by("-number").values_list("content", flat=True)[:ENTRIES]
    url = f"{site.base}/api/v1/feeds/{what}.{kind}"
    return feeds.Feed(
        site=site,
        title=title_of(what, None, site),
        id=url,
        url=url,
        older=None,
        at=utc(bound.head.at),
        entries=tuple(feeds.entry(content, site) for content in contents),
    )


def _head(bound: Bound) -> dict[str, Any]:
    return {"number": bound.head.number, "hash": bound.head.hash, "at": utc(bound.head.at)}
