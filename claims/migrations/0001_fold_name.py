"""The function by which names are compared; the triggers of the tables call it."""

from django.db import migrations

CREATE = r"""
CREATE FUNCTION claims_fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
-- Decompose, drop the accents, then fold capitals (in this order: what is left is mostly ASCII,
-- which lower() folds under every locale), then fold white space.
RETURN btrim(regexp_replace(
    lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
    '\s+', ' ', 'g'
));
COMMENT ON FUNCTION claims_fold_name(text) IS
    'A name without capitals, accents and stray spaces: two names that fold alike are one.';
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL(CREATE, reverse_sql="DROP FUNCTION claims_fold_name(text)"),
    ]
