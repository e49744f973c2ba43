"""The functions with which PostgreSQL builds and hashes what the ledger holds (docs/ledger.md)."""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION claims_canonical(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    -- RFC 8785 for what the ledger holds: keys in ASCII, whole numbers, anything else as text.
    -- PostgreSQL writes a string within JSON as the RFC does.
    CASE jsonb_typeof(value)
        WHEN 'object' THEN
            RETURN '{' || COALESCE((
                SELECT string_agg(
                    to_json(pair.key)::text || ':' || claims_canonical(pair.value),
                    ',' ORDER BY pair.key COLLATE "C"
                ) FROM jsonb_each(value) AS pair
            ), '') || '}';
        WHEN 'array' THEN
            RETURN '[' || COALESCE((
                SELECT string_agg(claims_canonical(item.value), ',' ORDER BY item.place)
                FROM jsonb_array_elements(value) WITH ORDINALITY AS item(value, place)
            ), '') || ']';
        ELSE
            RETURN value::text;
    END CASE;
END $$;
COMMENT ON FUNCTION claims_canonical(jsonb) IS
    'The canonical JSON (RFC 8785) that the ledger of verdicts is hashed in: docs/ledger.md.';

CREATE FUNCTION claims_ledger_days(days daterange) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN jsonb_build_object(
    'earliest', to_char(lower(days)::timestamp, 'YYYY-MM-DD'),
    'latest', to_char((upper(days) - 1)::timestamp, 'YYYY-MM-DD')
);

CREATE FUNCTION claims_ledger_said(v claims_verdict) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- What the columns of a verdict say, as its content has it.
    RETURN jsonb_build_object(
        'format', 1,
        'number', v.number,
        'at', to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'kind', v.kind,
        'supersedes', (SELECT number FROM claims_verdict WHERE id = v.supersedes_id),
        'claim', (SELECT key FROM claims_claim WHERE id = v.claim_id),
        'statement', v.statement,
        'figure', (SELECT slug FROM claims_figure WHERE id = v.figure_id),
        'nature', v.nature,
        'value', jsonb_build_object(
            'wording', v.wording,
            'hedge', v.hedge,
            'low', trim_scale(v.low)::text,
            'best', trim_scale(v.best)::text,
            'high', trim_scale(v.high)::text,
            'low_closed', v.low_closed,
            'high_closed', v.high_closed,
            'unit', v.unit
        ),
        'period', claims_ledger_days(v.period) || jsonb_build_object(
            'mode', v.period_mode, 'basis', v.period_basis
        ),
        'modality', v.modality,
        'rating', v.rating,
        'computed', v.computed,
        'fingerprint', v.fingerprint,
        'submitted_by', (SELECT reference FROM claims_signatory WHERE user_id = v.submitted_by_id),
        'approved_by', (SELECT reference FROM claims_signatory WHERE user_id = v.approved_by_id),
        'reason', v.reason
    );
END $$;
COMMENT ON FUNCTION claims_ledger_said(claims_verdict) IS
    'What the columns of a verdict say, as its content has it; claims/ledger/columns.py says it too.';

CREATE FUNCTION claims_ledger_evidence(claim bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT COALESCE(jsonb_agg(jsonb_build_object(
            'key', e.key,
            'stance', e.stance,
            'stance_reason', e.stance_reason,
            'wording', e.wording,
            'period', claims_ledger_days(e.period) || jsonb_build_object(
                'mode', e.period_mode, 'basis', e.period_basis
            ),
            'modality', e.modality,
            'quote', jsonb_build_object(
                'exact', p.exact, 'prefix', p.prefix, 'suffix', p.suffix, 'start', p.start, 'end', p."end"
            ),
            'text_sha256', t.sha256,
            'document', jsonb_build_object(
                'key', d.key,
                'title', d.title,
                'url', d.url,
                'published', claims_ledger_days(d.published),
                'publisher', s.name,
                'reliability', s.reliability
            ),
            'origins', CASE WHEN o.name IS NOT NULL THEN jsonb_build_array(o.name) ELSE (
                SELECT COALESCE(jsonb_agg(named.name ORDER BY named.name COLLATE "C"), '[]')
                FROM sources_document_origins AS said
                JOIN sources_origin AS named ON named.id = said.origin_id
                WHERE said.document_id = d.id
            ) END
        ) ORDER BY e.key COLLATE "C"), '[]')
        FROM claims_evidence AS e
        JOIN sources_passage AS p ON p.id = e.passage_id
        JOIN sources_snapshot AS t ON t.id = p.snapshot_id
        JOIN sources_document AS d ON d.id = t.document_id
        JOIN sources_publisher AS s ON s.id = d.publisher_id
        LEFT JOIN sources_origin AS o ON o.id = e.origin_id
        WHERE e.claim_id = claims_ledger_evidence.claim AND e.state = 'accepted'
    );
END $$;

CREATE FUNCTION claims_ledger_series(figure bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'subject', s.name,
            'measure', f.measure,
            'unit', f.unit,
            'scope', jsonb_build_object('geography', g.name, 'population', p.name, 'role', r.name)
        )
        FROM claims_figure AS f
        JOIN claims_subject AS s ON s.id = f.subject_id
        JOIN claims_scope AS scope ON scope.id = f.scope_id
        LEFT JOIN claims_scopeterm AS g ON g.id = scope.geography_id
        LEFT JOIN claims_scopeterm AS p ON p.id = scope.population_id
        LEFT JOIN claims_scopeterm AS r ON r.id = scope.role_id
        WHERE f.id = claims_ledger_series.figure
    );
END $$;

CREATE FUNCTION claims_ledger_seen(v claims_verdict) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    seen jsonb;
    withdrawn jsonb;
BEGIN
    -- What a verdict's permalink shows beside what its columns say, as it is now: what the claim
    -- is about, and the accepted evidence with its quotes.
    SELECT jsonb_build_object(
        'claimant', c.claimant,
        'made_on', claims_ledger_days(c.made_on),
        'about_now', c.about_now,
        'example', c.example,
        'series', claims_ledger_series(v.figure_id),
        'explanation', COALESCE(c.explanation ->> 'sentence', ''),
        'engine_version', c.engine_version,
        'config_version', c.config_version,
        'evidence', claims_ledger_evidence(c.id)
    ) INTO seen FROM claims_claim AS c WHERE c.id = v.claim_id;
    IF v.kind = 'withdrawal' THEN
        -- It repeats what was taken down, which may not be what the claim asserts by now.
        SELECT jsonb_object_agg(key, value) INTO withdrawn
            FROM claims_verdict AS down, jsonb_each(down.content)
            WHERE down.id = v.supersedes_id
                AND key IN ('claimant', 'made_on', 'about_now', 'example', 'series');
    END IF;
    RETURN COALESCE(seen, '{}') || COALESCE(withdrawn, '{}');
END $$;
COMMENT ON FUNCTION claims_ledger_seen(claims_verdict) IS
    'What the permalink of a verdict shows beside what its columns say: docs/ledger.md.';
"""

DROP_FUNCTIONS = """
DROP FUNCTION claims_ledger_seen(claims_verdict);
DROP FUNCTION claims_ledger_said(claims_verdict);
DROP FUNCTION claims_ledger_series(bigint);
DROP FUNCTION claims_ledger_evidence(bigint);
DROP FUNCTION claims_ledger_days(daterange);
DROP FUNCTION claims_canonical(jsonb);
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_ledger")]

    operations = [migrations.RunSQL(FUNCTIONS, reverse_sql=DROP_FUNCTIONS)]
