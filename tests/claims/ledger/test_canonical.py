"""The canonical form: the RFC's own example where it applies, and PostgreSQL to the last byte."""

import hashlib
import json

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.ledger import GENESIS, canonical, chain_hash, content_hash

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
keys = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=6)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("content", "bytes_"),
    [
        ({"b": 1, "a": None, "B": [True, {}]}, b'{"B":[true,{}],"a":null,"b":1}'),
        (
            {"string": '€$\x0f\nA\'B"\\\\"/'},  # RFC 8785, 3.2.2
            b'{"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
        ),
        ({"del": "\x7f", "line": "\u2028", "n": "\U0001f600"}, None),
    ],
)
def test_the_form_is_that_of_rfc_8785(content, bytes_):
    expected = bytes_ or '{"del":"\x7f","line":"\u2028","n":"\U0001f600"}'.encode()
    assert canonical(content) == expected
    assert content_hash(content) == hashlib.sha256(expected).hexdigest()


@pytest.mark.parametrize("content", [{"a": 1.0}, {"a": [{"b": 0.5}]}])
def test_a_float_has_no_place(content):
    with pytest.raises(TypeError, match="is a float"):
        canonical(content)


def test_the_chain_hashes_the_digits_of_both():
    one = chain_hash(GENESIS, "a" * 64)
    assert one == hashlib.sha256(b"0" * 64 + b"a" * 64).hexdigest()
    assert chain_hash(one, "a" * 64) != one


@pytest.mark.django_db
@settings(max_examples=150, deadline=None)
@given(content=st.dictionaries(keys, values, max_size=5))
def test_postgresql_gives_the_same_bytes(content):
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_canonical(%s::jsonb)", [json.dumps(content)])
        (found,) = cursor.fetchone()
    assert found.encode() == canonical(content)
