"""The functions that build the list of figures (docs/figures.md).

`claims_figure_told` is the rule of docs/ledger.md in SQL: the verdict that gives a figure's value
at two times. The rest makes the list's rows of it, and keeps the tables in step.
"""

from django.db import migrations

from factcheck.freshness.operations import note_changes

TELLING = r"""
CREATE FUNCTION claims_verdict_is_value(v claims_verdict) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN v.rating IN ('single-source', 'corroborated') AND v.modality = 'observation'
    AND (v.low IS NOT NULL OR v.high IS NOT NULL OR v.nature = 'event-date');
COMMENT ON FUNCTION claims_verdict_is_value(claims_verdict) IS
    'Whether a verdict gives a verified value: docs/ledger.md.';

CREATE FUNCTION claims_figure_series(figure bigint, known_at timestamptz)
RETURNS SETOF claims_verdict
LANGUAGE sql STABLE PARALLEL SAFE
-- What was in force on a figure at a moment (null: now).
AS $$
    SELECT v.* FROM claims_verdict AS v
    WHERE v.figure_id = figure AND v.kind <> 'withdrawal'
        AND (known_at IS NULL OR v.at <= known_at)
        AND NOT EXISTS (
            SELECT 1 FROM claims_verdict AS later
            WHERE later.supersedes_id = v.id AND (known_at IS NULL OR later.at <= known_at)
        );
$$;

CREATE FUNCTION claims_figure_told(figure bigint, day date, known_at timestamptz)
RETURNS SETOF claims_verdict
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
-- The verdict that gives the value or, where there is none, the newest of those in force.
AS $$
    SELECT v.* FROM claims_figure_series(figure, known_at) AS v
    WHERE day IS NULL OR (v.valid_from <= day AND (v.valid_to IS NULL OR v.valid_to >= day))
    ORDER BY claims_verdict_is_value(v) DESC, v.valid_from DESC NULLS LAST, v.number DESC
    LIMIT 1;
$$;

CREATE FUNCTION claims_figure_value_text(v claims_verdict, currency text, quoted boolean)
RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    said jsonb := v.content;
    origins jsonb;
    quotes text;
BEGIN
    -- A verdict as a value of its figure. Addresses begin with U+0001, which JSON never holds.
    SELECT COALESCE(jsonb_agg(name ORDER BY name COLLATE "C"), '[]') INTO origins FROM (
        SELECT DISTINCT name FROM jsonb_array_elements(said -> 'evidence') AS e,
            jsonb_array_elements_text(
                CASE WHEN jsonb_array_length(e -> 'origins') > 0 THEN e -> 'origins'
                ELSE jsonb_build_array(e -> 'document' -> 'publisher') END
            ) AS name
        WHERE e ->> 'stance' = 'supports'
    ) AS named;
    IF quoted THEN
        SELECT ', "quotes": [' || COALESCE(string_agg(
            left(jsonb_build_object(
                'evidence', e -> 'key',
                'stance', e -> 'stance',
                'exact', e #> '{quote,exact}',
                'title', e #> '{document,title}',
                'publisher', e #> '{document,publisher}',
                'url', e #> '{document,url}'
            )::text, -1) || ', "document": "' || E'\x01' || 'documents/'
            || (e #>> '{document,key}') || '/"}', ', ' ORDER BY place
        ), '') || ']' INTO quotes
        FROM jsonb_array_elements(said -> 'evidence') WITH ORDINALITY AS cited(e, place);
    END IF;
    RETURN left((said -> 'value' || jsonb_build_object(
        'value', said #> '{value,best}',
        'period', said -> 'period',
        'status', v.rating,
        'currency', currency,
        'origins', origins,
        'at', said -> 'at',
        'verdict', v.number,
        'claim', said -> 'claim'
    ))::text, -1) || COALESCE(quotes, '') || ', "links": {"verdict": "' || E'\x01' || 'verdicts/'
        || v.number || '/", "claim": "' || E'\x01' || 'claims/' || (said ->> 'claim') || '/"}}';
END $$;

CREATE FUNCTION claims_figure_text(slug text, words jsonb, nature text, v claims_verdict)
RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    -- A figure as a row of the list. v: what `claims_figure_told`, or a row of nulls.
    RETURN left(jsonb_build_object(
        'slug', slug,
        'subject', words -> 'subject',
        'measure', words -> 'measure',
        'unit', words -> 'unit',
        'nature', nature,
        'status', v.rating
    )::text, -1) || ', "scope": ' || (words ->> 'scope') || ', "value": ' || CASE
        WHEN v.id IS NOT NULL AND claims_verdict_is_value(v) THEN claims_figure_value_text(
            v, CASE WHEN v.valid_from IS NULL THEN 'undated' ELSE 'current' END, FALSE
        ) ELSE 'null' END
    || ', "links": {"self": "' || E'\x01' || 'figures/' || slug || '/", "claims": "'
    || E'\x01' || 'claims/?figure=' || slug || '"}}';
END $$;

CREATE FUNCTION claims_figure_text_at(figure bigint, v claims_verdict, known_at timestamptz)
RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    last claims_verdict;
BEGIN
    -- The same as of a moment, in the words that the ledger had for the figure by then.
    -- Before its first verdict: in the words of that one.
    SELECT * INTO last FROM claims_verdict WHERE figure_id = figure
        ORDER BY at <= known_at DESC, CASE WHEN at <= known_at THEN -number ELSE number END LIMIT 1;
    RETURN claims_figure_text(
        last.content ->> 'figure', last.content -> 'series', last.nature, v
    );
END $$;
"""

LISTING = r"""
CREATE FUNCTION claims_figures_within(term bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE
-- The figures whose scope names this term or one that lies within it.
AS $$
    WITH RECURSIVE below(id) AS (
        SELECT term UNION
        SELECT edge.narrower_id FROM claims_scopeedge AS edge JOIN below ON edge.wider_id = below.id
    )
    SELECT f.id FROM claims_figure AS f JOIN claims_scope AS s ON s.id = f.scope_id
    WHERE s.geography_id IN (SELECT id FROM below)
        OR s.population_id IN (SELECT id FROM below)
        OR s.role_id IN (SELECT id FROM below)
    ORDER BY f.id;
$$;

CREATE FUNCTION claims_figure_marks(one bigint) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found text[];
    names text;
BEGIN
    -- All that a figure can be found by, but for what follows from its verdicts; sorted.
    WITH RECURSIVE around(id) AS (
        SELECT unnest(ARRAY[s.geography_id, s.population_id, s.role_id])
            FROM claims_figure AS f JOIN claims_scope AS s ON s.id = f.scope_id WHERE f.id = one
        UNION
        SELECT edge.wider_id FROM claims_scopeedge AS edge JOIN around ON edge.narrower_id = around.id
    ),
    terms AS (
        SELECT t.dimension, t.name FROM claims_scopeterm AS t JOIN around USING (id)
    )
    SELECT array_agg(
            CASE dimension WHEN 'geography' THEN 'place' ELSE dimension END || ':' || name
        ), string_agg(name, ' ')
        INTO found, names FROM terms;
    SELECT found || ARRAY[
            'all:', 'subject:' || s.name, 'measure:' || claims_fold_name(f.measure),
            'unit:' || f.unit, 'nature:' || f.nature
        ] || ARRAY(SELECT 'word:' || unnest(tsvector_to_array(to_tsvector(
            'english', concat_ws(' . ', s.name, array_to_string(s.aliases, ' . '), f.measure, names)
        ))))
        INTO found FROM claims_figure AS f JOIN claims_subject AS s ON s.id = f.subject_id
        WHERE f.id = one;
    RETURN ARRAY(SELECT DISTINCT mark FROM unnest(found) AS mark ORDER BY mark);
END $$;

CREATE FUNCTION claims_figure_listed(one bigint) RETURNS claims_figureentry
LANGUAGE plpgsql STABLE AS $$
DECLARE
    listed claims_figureentry;
    told claims_verdict;
BEGIN
    -- A figure's entry, as it follows from figure, names, scope and verdicts.
    SELECT * INTO told FROM claims_figure_told(one, NULL, NULL);
    listed.figure_id := one;
    SELECT min(at), count(*) > 0 INTO listed.first_at, listed.published
        FROM claims_verdict WHERE figure_id = one;
    listed.status := told.rating;
    listed.marks := claims_figure_marks(one) || CASE
        WHEN told.id IS NULL THEN ARRAY['value:false']
        ELSE ARRAY['status:' || told.rating, 'value:' || claims_verdict_is_value(told)] END;
    SELECT claims_figure_text(f.slug, claims_ledger_series(one), f.nature, told)
        INTO listed.text FROM claims_figure AS f WHERE f.id = one;
    RETURN listed;
END $$;

CREATE FUNCTION claims_figure_counted(marks text[])
RETURNS TABLE (within text, mark text, facet text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- The rows of claims_figurecount in which a published figure with these marks counts for one.
AS $$
    SELECT within.mark, counted.mark, split_part(counted.mark, ':', 1)
    FROM unnest(marks) AS within(mark), unnest(marks) AS counted(mark)
    WHERE within.mark = 'all:' OR (
        split_part(within.mark, ':', 1) <> 'word'
        AND split_part(counted.mark, ':', 1) IN ('subject', 'unit', 'nature', 'status', 'place')
    );
$$;

CREATE FUNCTION claims_list_figure(one bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    before claims_figureentry;
    fresh claims_figureentry;
BEGIN
    -- Bring a figure's entry up to date, and its marks and counts with it. Whoever changes the
    -- same figure waits, and then sees what was changed; so the last one sees all.
    PERFORM pg_advisory_xact_lock(hashtextextended('factcheck.figure', one));
    fresh := claims_figure_listed(one);
    SELECT * INTO before FROM claims_figureentry WHERE figure_id = one;
    IF before IS NOT DISTINCT FROM fresh THEN
        RETURN;
    END IF;
    INSERT INTO claims_figureentry SELECT fresh.*
        ON CONFLICT (figure_id) DO UPDATE SET published = fresh.published,
            first_at = fresh.first_at, status = fresh.status, marks = fresh.marks, text = fresh.text;
    IF NOT fresh.published
        OR (before.published AND before.marks = fresh.marks) THEN
        RETURN;
    END IF;
    -- Many figures share a count: their writers wait for one another, in no order that could
    -- make two wait for each other.
    PERFORM pg_advisory_xact_lock(hashtextextended('factcheck.figures', 0));
    IF before.published THEN
        DELETE FROM claims_figuremark WHERE figure_id = one
            AND mark = ANY (before.marks) AND mark <> ALL (fresh.marks);
    END IF;
    INSERT INTO claims_figuremark (mark, figure_id)
        SELECT unnest(fresh.marks), one ON CONFLICT DO NOTHING;
    WITH change AS (
        SELECT within, mark, facet, sum(by) AS by FROM (
            SELECT *, 1 AS by FROM claims_figure_counted(fresh.marks)
            UNION ALL
            SELECT *, -1 FROM claims_figure_counted(
                CASE WHEN before.published THEN before.marks ELSE '{}' END
            )
        ) AS counted GROUP BY within, mark, facet HAVING sum(by) <> 0
    ),
    gone AS (
        DELETE FROM claims_figurecount AS held USING change
        WHERE held.within = change.within AND held.mark = change.mark
            AND held.figures + change.by = 0
    )
    INSERT INTO claims_figurecount AS held (within, mark, facet, figures)
        SELECT change.within, change.mark, change.facet,
            COALESCE(was.figures, 0) + change.by
        FROM change LEFT JOIN claims_figurecount AS was USING (within, mark)
        WHERE COALESCE(was.figures, 0) + change.by > 0
        ON CONFLICT (within, mark) DO UPDATE SET figures = EXCLUDED.figures;
END $$;
COMMENT ON FUNCTION claims_list_figure(bigint) IS
    'Brings the entry of a figure in the public list up to date: docs/figures.md.';
"""

GONE = """
DROP FUNCTION claims_list_figure(bigint);
DROP FUNCTION claims_figure_counted(text[]);
DROP FUNCTION claims_figure_listed(bigint);
DROP FUNCTION claims_figure_marks(bigint);
DROP FUNCTION claims_figures_within(bigint);
DROP FUNCTION claims_figure_text_at(bigint, claims_verdict, timestamptz);
DROP FUNCTION claims_figure_text(text, jsonb, text, claims_verdict);
DROP FUNCTION claims_figure_value_text(claims_verdict, text, boolean);
DROP FUNCTION claims_figure_told(bigint, date, timestamptz);
DROP FUNCTION claims_figure_series(bigint, timestamptz);
DROP FUNCTION claims_verdict_is_value(claims_verdict);
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0015_listing"), ("freshness", "0001_change")]

    operations = [
        migrations.RunSQL(TELLING + LISTING, reverse_sql=GONE),
        migrations.RunSQL(
            "SELECT claims_list_figure(id) FROM claims_figure ORDER BY id",
            migrations.RunSQL.noop,
        ),
        note_changes("claims_figureentry", "claims_figuremark", "claims_figurecount"),
    ]
