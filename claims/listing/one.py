"""One figure with its series, as JSON that PostgreSQL builds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connections

from factcheck.replicas.route import reading_from

# The order of a series is that of `VerdictQuerySet.newest_first`; what comes after the value in it
# is outdated by the value.
_SQL = """
    WITH asked AS (SELECT %(as_of)s::date AS as_of, %(known_at)s::timestamptz AS known_at),
    figure AS (
        SELECT f.*, asked.* FROM asked, claims_figureentry AS e
            JOIN claims_figure AS f ON f.id = e.figure_id
        WHERE f.slug = %(slug)s AND (e.published OR %(drafts)s)
    ),
    told AS (
        SELECT told.*, claims_verdict_is_value(told) AS is_value, told AS verdict
        FROM figure, claims_figure_told(figure.id, as_of, known_at) AS told
    ),
    series AS (
        SELECT string_agg(claims_figure_value_text(v, CASE
                WHEN v.valid_from IS NULL THEN 'undated'
                WHEN v.nature <> 'flow' AND told.is_value
                    AND (v.valid_from, v.number) < (told.valid_from, told.number) THEN 'outdated'
                ELSE 'current' END, TRUE),
            ', ' ORDER BY v.valid_from DESC NULLS LAST, v.number DESC) AS text
        FROM figure, claims_figure_series(figure.id, known_at) AS v LEFT JOIN told ON TRUE
        WHERE v.rating = ANY(%(statuses)s) OR %(statuses)s::text[] = '{}'
    )
    SELECT left(CASE WHEN known_at IS NOT NULL AND EXISTS (
            SELECT 1 FROM claims_verdict AS v WHERE v.figure_id = figure.id
        ) THEN claims_figure_text_at(figure.id, told.verdict, known_at)
        ELSE claims_figure_text(
            figure.slug, claims_ledger_series(figure.id), figure.nature, told.verdict
        ) END, -1)
        || ', "series": [' || COALESCE(series.text, '') || '], "about": ' || CASE
            WHEN known_at IS NOT NULL THEN 'null' ELSE jsonb_build_object(
                'kind', subject.kind,
                'aliases', subject.aliases,
                'additive', figure.additive,
                'window_days', figure.window_days
            )::text END || '}'
    FROM figure JOIN claims_subject AS subject ON subject.id = figure.subject_id
        LEFT JOIN told ON TRUE, series
"""


def figure_text(
    slug: str,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    statuses: Sequence[str] = (),
    drafts: bool = False,
) -> str | None:
    """The figure's row of the list at these times, its series and what is known about it beside.

    statuses  of the series; empty: all. The value is the same whatever is asked for.
    drafts    a figure on which nothing was published too
    None if there is no such figure. One query.
    """
    with connections[reading_from()].cursor() as cursor:
        cursor.execute(
            _SQL,
            {
                "slug": slug,
                "as_of": as_of,
                "known_at": known_at,
                "statuses": list(statuses),
                "drafts": drafts,
            },
        )
        row = cursor.fetchone()
    return row and row[0]
