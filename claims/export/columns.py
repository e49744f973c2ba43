"""The columns of CSV and Parquet: their names, what is in them, and the SQL that gives it.

In the SQL `v` is a row of the ledger, `e` a piece of evidence in its content, `last` the last row
on a figure `f`, `ch` a change of the claim `c`, `s` its change of status.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, NUMBER, INTEGER = "text", "number", "integer"
DAY, MOMENT, FLAG = "day", "moment", "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """kind  TEXT, NUMBER (any digits), INTEGER, DAY, MOMENT or FLAG: what `sql` gives, or NULL"""

    name: str
    kind: str
    sql: str


def _text(name: str, path: str, row: str = "v.content") -> Column:
    """A text within the JSON `row`; the path has dots."""
    return Column(name, TEXT, _at(row, path))


def _day(name: str, path: str, row: str = "v.content") -> Column:
    return Column(name, DAY, f"({_at(row, path)})::date")


def _at(row: str, path: str) -> str:
    return f"({row} #>> '{{{path.replace('.', ',')}}}')"


def _number(name: str) -> Column:
    return Column(name, NUMBER, f"({_at('v.content', f'value.{name}')})::numeric")


def _flag(name: str) -> Column:
    return Column(name, FLAG, f"({_at('v.content', f'value.{name}')})::boolean")


_VALUE = (
    _text("wording", "value.wording"),
    _text("hedge", "value.hedge"),
    _number("low"),
    _number("best"),
    _number("high"),
    _flag("low_closed"),
    _flag("high_closed"),
    _text("unit", "value.unit"),
    _day("period_earliest", "period.earliest"),
    _day("period_latest", "period.latest"),
    _text("period_mode", "period.mode"),
)


def _series(row: str) -> tuple[Column, ...]:
    return (
        _text("subject", "series.subject", row),
        _text("measure", "series.measure", row),
        _text("geography", "series.scope.geography", row),
        _text("population", "series.scope.population", row),
        _text("role", "series.scope.role", row),
    )


VERDICT = (
    Column("number", INTEGER, "v.number"),
    Column("at", MOMENT, "v.at"),
    _text("kind", "kind"),
    Column("supersedes", INTEGER, f"({_at('v.content', 'supersedes')})::bigint"),
    _text("claim", "claim"),
    _text("statement", "statement"),
    _text("claimant", "claimant"),
    _day("made_earliest", "made_on.earliest"),
    _day("made_latest", "made_on.latest"),
    _text("figure", "figure"),
    _text("nature", "nature"),
    *_series("v.content"),
    *_VALUE,
    _text("modality", "modality"),
    _text("rating", "rating"),
    _text("computed", "computed"),
    _text("explanation", "explanation"),
    _text("reason", "reason"),
    Column("evidence", INTEGER, "jsonb_array_length(v.content -> 'evidence')"),
)
HASHES = tuple(
    Column(name, TEXT, f"v.{name}") for name in ("content_hash", "previous_hash", "hash")
)

EVIDENCE = (
    Column("verdict", INTEGER, "v.number"),
    _text("claim", "claim"),
    _text("evidence", "key", "e.item"),
    _text("stance", "stance", "e.item"),
    _text("stance_reason", "stance_reason", "e.item"),
    _text("wording", "wording", "e.item"),
    _day("period_earliest", "period.earliest", "e.item"),
    _day("period_latest", "period.latest", "e.item"),
    _text("modality", "modality", "e.item"),
    _text("quote", "quote.exact", "e.item"),
    _text("prefix", "quote.prefix", "e.item"),
    _text("suffix", "quote.suffix", "e.item"),
    Column("start", INTEGER, f"({_at('e.item', 'quote.start')})::bigint"),
    Column("end", INTEGER, f"({_at('e.item', 'quote.end')})::bigint"),
    _text("text_sha256", "text_sha256", "e.item"),
    _text("document", "document.key", "e.item"),
    _text("title", "document.title", "e.item"),
    _text("url", "document.url", "e.item"),
    _day("published_earliest", "document.published.earliest", "e.item"),
    _day("published_latest", "document.published.latest", "e.item"),
    _text("publisher", "document.publisher", "e.item"),
    _text("reliability", "document.reliability", "e.item"),
    Column(
        "origins",
        TEXT,
        "(SELECT string_agg(name, '; ' ORDER BY place) FROM "
        "jsonb_array_elements_text(e.item -> 'origins') WITH ORDINALITY AS o(name, place))",
    ),
)

FIGURES = (
    Column("figure", TEXT, "f.slug"),
    _text("nature", "nature", "last.content"),
    *_series("last.content"),
    Column("verdict", INTEGER, "v.number"),
    Column("at", MOMENT, "v.at"),
    _text("rating", "rating"),
    *_VALUE,
)

CHANGES = (
    Column("position", INTEGER, "ch.position"),
    Column("at", MOMENT, "ch.at"),
    Column("kind", TEXT, "ch.kind"),
    Column("claim", TEXT, "c.key"),
    Column("verdict", INTEGER, "v.number"),
    Column("from_status", TEXT, "s.from_status"),
    Column("to_status", TEXT, "s.to_status"),
    Column("why", TEXT, "COALESCE(s.why, v.reason)"),
)
