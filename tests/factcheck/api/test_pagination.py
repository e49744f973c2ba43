"""Pages: each row on one page, in both directions, whatever is added meanwhile."""

import base64

import pytest

from claims.models import Figure
from factcheck.api.pagination import Cursor
from tests.claims import make
from tests.claims.api.conftest import reads_drafts  # noqa: F401

from .asking import ask, ask_link, every_page, refusal


def figures(number: int, start: int = 1) -> list[str]:
    """That many figures, which share all but slug and unit; their slugs, in order of entry."""
    # Entered against the alphabet, so that the order of the pages is seen to be that of entry.
    slugs = [f"figure-{999 - n}" for n in range(start, start + number)]
    for slug in slugs:
        make.figure(slug, unit=slug)
    return slugs


def slugs_of(page: list[dict]) -> list[str]:
    return [row["slug"] for row in page]


@pytest.mark.parametrize("cursor", [Cursor(1), Cursor(7, back=True), Cursor(2**63 - 1)])
def test_a_cursor_survives_being_written(cursor):
    assert Cursor.decode(cursor.encode()) == cursor
    assert cursor.encode().isascii() and "=" not in cursor.encode()


def written(plain: str) -> str:
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


BAD_CURSORS = [
    pytest.param("", id="empty"),
    pytest.param("x", id="half a byte"),
    pytest.param("!!!", id="not base64"),
    pytest.param("\0", id="NUL"),
    pytest.param("é", id="beyond ASCII"),
    pytest.param("_____w", id="bytes that are no text"),
    pytest.param(written("after"), id="no id"),
    pytest.param(written("after x"), id="an id in letters"),
    pytest.param(written("after -1"), id="an id below zero"),
    pytest.param(written("after ٣"), id="other digits"),
    pytest.param(written("beside 3"), id="another direction"),
    pytest.param(written("after 03"), id="written otherwise than we do"),
    pytest.param(written(f"after {2**63}"), id="an id that no row can have"),
    pytest.param(written(f"after {'9' * 5000}"), id="5,000 digits"),
    pytest.param(Cursor(3).encode() + "==", id="padding"),
    pytest.param(" " + Cursor(3).encode(), id="white space"),
    pytest.param("cD0yMDIwLTA3LTE1", id="a cursor of another API"),
]


@pytest.mark.parametrize("text", BAD_CURSORS)
def test_what_we_never_wrote_is_no_cursor(text):
    assert Cursor.decode(text) is None


@pytest.mark.django_db
@pytest.mark.parametrize("text", BAD_CURSORS)
def test_a_bad_cursor_is_refused_and_told_from_where_to_take_one(text):
    assert "“next” and “previous”" in refusal("figures/", cursor=text)["cursor"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "size", "pages"),
    [
        pytest.param(0, 3, [0], id="no rows"),
        pytest.param(1, 3, [1], id="one row"),
        pytest.param(3, 3, [3], id="a full page and no more"),
        pytest.param(4, 3, [3, 1], id="one more than a page"),
        pytest.param(7, 3, [3, 3, 1], id="three pages"),
        pytest.param(6, 1, [1] * 6, id="pages of one"),
    ],
)
def test_each_row_is_on_one_page_in_the_order_of_entry(rows, size, pages):
    slugs = figures(rows)
    found = every_page("figures/", page_size=size)
    assert [len(page) for page in found] == pages
    assert [slug for page in found for slug in slugs_of(page)] == slugs


@pytest.mark.django_db
def test_the_way_back_meets_the_same_pages():
    figures(8)
    page, forth = ask("figures/", page_size=3), []
    assert page["previous"] is None
    while page["next"]:
        forth.append(slugs_of(page["results"]))
        page = ask_link(page["next"])
    back = []
    while page["previous"]:
        page = ask_link(page["previous"])
        back.append(slugs_of(page["results"]))
    assert back == forth[::-1]
    assert slugs_of(ask_link(page["next"])["results"]) == forth[1]


@pytest.mark.django_db
def test_rows_added_meanwhile_are_met_at_the_end_and_none_twice():
    before = figures(5)
    page = ask("figures/", page_size=3)
    after = figures(2, start=6)
    rest = ask_link(page["next"])
    assert slugs_of(page["results"]) + slugs_of(rest["results"]) == [*before, after[0]]


@pytest.mark.django_db
def test_a_page_goes_on_although_its_last_row_is_deleted():
    slugs = figures(5)
    page = ask("figures/", page_size=3)
    Figure.objects.get(slug=slugs[2]).delete()
    assert slugs_of(ask_link(page["next"])["results"]) == slugs[3:]


@pytest.mark.django_db
def test_the_links_keep_the_filters():
    figures(4)
    make.figure("a-flow", nature="flow", unit="other")
    found = every_page("figures/", page_size=2, nature="flow")
    assert [slugs_of(page) for page in found] == [["a-flow"]]
    assert "nature=stock" in ask("figures/", page_size=2, nature="stock")["next"]


@pytest.mark.django_db
def test_a_page_has_50_rows_unless_asked_otherwise():
    figures(51)
    assert len(ask("figures/")["results"]) == 50
    assert len(ask("figures/", page_size=200)["results"]) == 51


@pytest.mark.django_db
@pytest.mark.parametrize("size", ["0", "201", "-1", "1000000000000", "ten", "", "1.5"])
def test_another_page_size_is_refused_with_the_limits(size):
    assert "from 1 to 200" in refusal("figures/", page_size=size)["page_size"]
