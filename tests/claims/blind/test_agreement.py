"""κ and α against the worked examples that their authors published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.blind.agreement import cohens_kappa, krippendorffs_alpha

COHEN_1960 = [[44, 7, 9], [5, 20, 5], [1, 3, 6]]
"""Two judges, three categories, in hundredths: the table of his paper, where κ is 0.492."""

GRANTS = [[20, 5], [10, 15]]
"""Fifty proposals judged yes or no by two readers: the textbook example, κ = 0.40."""

FOUR_OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
TWO_OBSERVERS = ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]


def units(observers: list[str]) -> list[list[str]]:
    columns = zip(*(row.split() for row in observers), strict=True)
    return [[label for label in column if label != "."] for column in columns]


@pytest.mark.parametrize(
    ("table", "published"),
    [
        pytest.param(COHEN_1960, "0.492", id="Cohen 1960"),
        pytest.param(GRANTS, "0.400", id="grant proposals"),
    ],
)
def test_kappa_is_cohens(table, published):
    pairs = [(a, b) for a, row in enumerate(table) for b, n in enumerate(row) for _ in range(n)]
    assert f"{float(cohens_kappa(pairs)):.3f}" == published


@pytest.mark.parametrize(
    ("observers", "published"),
    [
        pytest.param(FOUR_OBSERVERS, "0.743", id="four observers, values missing"),
        pytest.param(TWO_OBSERVERS, "0.095", id="two observers, yes or no"),
    ],
)
def test_alpha_is_krippendorffs(observers, published):
    assert f"{float(krippendorffs_alpha(units(observers))):.3f}" == published


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        pytest.param([("s", "s"), ("c", "c")], 1, id="always the same"),
        pytest.param([("s", "c"), ("c", "s")], -1, id="always the opposite"),
        pytest.param([], None, id="nothing read twice"),
        pytest.param([("s", "s")] * 3, None, id="one label only: chance explains it all"),
    ],
)
def test_kappa_at_the_edges(pairs, kappa):
    assert cohens_kappa(pairs) == kappa


@pytest.mark.parametrize(
    "read", [[], [["s"]], [["s", "s"], ["s", "s"]]], ids=["no units", "read once", "one label"]
)
def test_alpha_is_not_defined_without_variety(read):
    assert krippendorffs_alpha(read) is None


labels = st.sampled_from("abc")


@given(st.lists(st.tuples(labels, labels), min_size=1))
def test_agreement_does_not_depend_on_who_is_named_first(pairs):
    swapped = [(b, a) for a, b in pairs]
    assert cohens_kappa(pairs) == cohens_kappa(swapped)
    assert krippendorffs_alpha(pairs) == krippendorffs_alpha(swapped)


@given(st.lists(st.lists(labels, min_size=2, max_size=4), min_size=1))
def test_alpha_is_at_most_one_and_one_only_without_disagreement(read):
    alpha = krippendorffs_alpha(read)
    agreed = all(len(set(unit)) == 1 for unit in read)
    assert alpha is None or ((alpha == 1) == agreed and alpha <= 1)
