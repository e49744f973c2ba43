"""Section 5: origins, not documents, are counted."""

import pytest

from claims.consistency.origins import count_documents, group_by_key, origin_of_each

from .rows import counts, row, weigh


@pytest.mark.parametrize(
    ("rows", "origins"),
    [
        pytest.param([row("a"), row("b")], 2, id="nothing in common"),
        pytest.param([row("a", document="d"), row("b", document="d")], 1, id="one document"),
        pytest.param(
            [
                row("a", document="1", origins=("Reuters",)),
                row("b", document="2", origins=("Reuters",)),
            ],
            1,
            id="one named upstream",
        ),
        pytest.param(
            [row("a", origins=("x",)), row("b", origins=("x", "y")), row("c", origins=("y",))],
            1,
            id="a chain",
        ),
        pytest.param(
            [row("a", document="Reuters"), row("b", origins=("Reuters",))],
            2,
            id="a document and an upstream of one name are not the same",
        ),
        pytest.param([row("a", document=None), row("b", document=None)], 2, id="unknown twice"),
        pytest.param(
            [row("a", document="d", origins=("x",)), row("b", document="d", origins=("y",))],
            1,
            id="one document with two upstreams",
        ),
    ],
)
def test_what_is_one_origin(rows, origins):
    assert len(set(origin_of_each(rows).values())) == origins


def test_an_origin_is_named_by_its_smallest_member():
    assert group_by_key({"c": ["k"], "a": ["k"], "b": []}) == {"c": "a", "a": "a", "b": "b"}


def test_documents_without_a_name_count_each_for_itself():
    assert (
        count_documents([row("a"), row("b"), row("c", document="d"), row("d", document="d")]) == 3
    )


def test_two_documents_of_one_upstream_are_one_source():
    found = weigh(
        row("a", document="1", origins=("Reuters",)), row("b", document="2", origins=("Reuters",))
    )
    assert (found.status, found.origins, found.documents) == ("single-source", 1, 2)


def test_a_document_that_contradicts_itself_is_mixed():
    found = weigh(row("a", "5,200", document="d"), row("b", "2,500", document="d"))
    assert (found.status, counts(found)) == ("contested", (0, 0, 1))


def test_a_weak_sign_of_copying_merges_nothing():
    found = weigh(row("a"), row("b", marks={"suggested_copy": True}))
    assert (found.status, found.origins) == ("corroborated", 2)
    assert "suggested-copy" in found.reasons


def test_a_long_chain_of_copies_is_one_origin_without_recursion():
    rows = [row(f"e{i:04}", origins=(f"k{i}", f"k{i + 1}")) for i in range(3000)]
    assert set(origin_of_each(rows).values()) == {"e0000"}
