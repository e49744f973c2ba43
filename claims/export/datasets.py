"""What can be had in bulk: the rows of each dataset as SQL, and its columns in words.

All of it but the changes of status follows from the contents that verdicts froze: what an export
says was published, in the words of that day. Parameters of the SQL: see `Bound.parameters`.
"""

from __future__ import annotations

from dataclasses import dataclass

from .columns import CHANGES, EVIDENCE, FIGURES, HASHES, VERDICT, Column


@dataclass(frozen=True, slots=True)
class Dataset:
    """name     as in the address
    says     what a row is, in a sentence
    columns  of CSV and Parquet
    line     SQL of the JSON text that a line of NDJSON holds
    rows     SQL from FROM to ORDER BY, the order being total
    figure   SQL that a row of the figure `%(figure)s` fulfils
    settles  whether what it says of a moment that is over can never change
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    line: str
    source: str
    where: str
    order: str
    figure: str
    settles: bool = True

    def rows(self, *, of_figure: bool) -> str:
        """SQL from FROM to ORDER BY."""
        conditions = f"{self.where} AND {self.figure}" if of_figure else self.where
        return f"FROM {self.source} WHERE {conditions} ORDER BY {self.order}"


_PUBLISHED = "{0}.number <= %(head)s AND {0}.at <= %(known_at)s::timestamptz"
_IN_FORCE = (
    _PUBLISHED.format("v")
    + " AND v.kind <> 'withdrawal' AND NOT EXISTS (SELECT 1 FROM claims_verdict AS later "
    + "WHERE later.supersedes_id = v.id AND "
    + _PUBLISHED.format("later")
    + ")"
)
# As VerdictQuerySet.supported() has it; tests hold the two together.
_SUPPORTED = (
    "(v.low IS NOT NULL OR v.high IS NOT NULL OR v.nature = 'event-date') "
    "AND v.rating IN ('single-source', 'corroborated') AND v.modality = 'observation'"
)
_OF_FIGURE = "v.figure_id = (SELECT id FROM claims_figure WHERE slug = %(figure)s)"

_LEDGER_LINE = (
    """'{"content": ' || v.content::text || ', "content_hash": "' || v.content_hash """
    """|| '", "previous_hash": "' || v.previous_hash || '", "hash": "' || v.hash || '"}'"""
)
"""Put together as text: nothing in it needs escaping, and the content is as it is."""

_UTC = "to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
_CHANGE_LINE = (
    f"""'{{"position": ' || ch.position || ', "kind": "' || ch.kind || '", "at": "' """
    f"""|| {_UTC.format("ch.at")} || '", "claim": ' || to_json(c.key) || ', "verdict": ' """
    f"""|| COALESCE({_LEDGER_LINE}, 'null') || ', "status_change": ' """
    f"""|| CASE WHEN s.id IS NULL THEN 'null' ELSE json_build_object('from_status', """
    f"""s.from_status, 'to_status', s.to_status, 'why', s.why, 'at', {_UTC.format("s.at")}, """
    f"""'engine_version', s.engine_version)::text END || '}}'"""
)
"""As `changes/` tells it."""

_ALL = (
    Dataset(
        name="verdicts",
        says="Every row of the ledger in its order, corrections and withdrawals included.",
        columns=(*VERDICT, *HASHES),
        line=_LEDGER_LINE,
        source="claims_verdict AS v",
        where=_PUBLISHED.format("v"),
        order="v.number",
        figure=_OF_FIGURE,
    ),
    Dataset(
        name="claims",
        says="Every claim by the verdict that is in force; those withdrawn are not among them.",
        columns=VERDICT,
        line="v.content::text",
        source="claims_verdict AS v",
        where=_IN_FORCE,
        order="v.number",
        figure=_OF_FIGURE,
    ),
    Dataset(
        name="evidence",
        says="Every quote that the verdicts in force rest on.",
        columns=EVIDENCE,
        line=(
            "(jsonb_build_object('verdict', v.number, 'claim', v.content -> 'claim') "
            "|| e.item)::text"
        ),
        source=(
            "claims_verdict AS v CROSS JOIN LATERAL "
            "jsonb_array_elements(v.content -> 'evidence') WITH ORDINALITY AS e(item, place)"
        ),
        where=_IN_FORCE,
        order="v.number, e.place",
        figure=_OF_FIGURE,
    ),
    Dataset(
        name="figures",
        says="Every figure on which something was published, with its newest verified value.",
        columns=FIGURES,
        line=(
            "jsonb_build_object('figure', f.slug, 'nature', last.content -> 'nature', "
            "'series', last.content -> 'series', 'verdict', v.number, "
            "'rating', v.content -> 'rating', 'value', v.content -> 'value', "
            "'period', v.content -> 'period')::text"
        ),
        source=(
            "claims_figure AS f CROSS JOIN LATERAL (SELECT v.content FROM claims_verdict AS v "
            f"WHERE v.figure_id = f.id AND {_PUBLISHED.format('v')} "
            "ORDER BY v.number DESC LIMIT 1) AS last "
            "LEFT JOIN LATERAL (SELECT v.number, v.at, v.content FROM claims_verdict AS v "
            f"WHERE v.figure_id = f.id AND {_IN_FORCE} AND {_SUPPORTED} "
            "ORDER BY v.valid_from DESC NULLS LAST, v.number DESC LIMIT 1) AS v ON TRUE"
        ),
        where="TRUE",
        order='f.slug COLLATE "C"',
        figure="f.slug = %(figure)s",
    ),
    Dataset(
        name="changes",
        says="Every verdict, and every change of status after the first one on its claim.",
        columns=CHANGES,
        line=_CHANGE_LINE,
        source=(
            "claims_change AS ch JOIN claims_claim AS c ON c.id = ch.claim_id "
            "LEFT JOIN claims_verdict AS v ON v.id = ch.verdict_id "
            "LEFT JOIN claims_statuschange AS s ON s.id = ch.status_change_id"
        ),
        where=(
            "ch.position <= %(position)s AND ch.at <= %(known_at)s::timestamptz "
            "AND (ch.verdict_id IS NOT NULL OR EXISTS (SELECT 1 FROM claims_change AS p "
            "WHERE p.claim_id = ch.claim_id AND p.kind = 'verdict' "
            "AND p.position < ch.position))"
        ),
        order="ch.position",
        figure="c.figure_id = (SELECT id FROM claims_figure WHERE slug = %(figure)s)",
        settles=False,
    ),
)

DATASETS = {dataset.name: dataset for dataset in _ALL}
