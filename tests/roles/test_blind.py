"""Every page of blind reading, tried as every role."""

import pytest
from django.urls import reverse

from claims.blind.urls import urlpatterns
from tests.claims.blind.reading import differing, marked

from .table import BLIND, PEOPLE
from .test_admin import client_of, gets_in, who  # noqa: F401

pytestmark = pytest.mark.django_db


def test_every_page_is_in_the_table():
    assert {found.name for found in urlpatterns} == BLIND.keys()


@pytest.mark.parametrize("role", PEOPLE)
def test_every_page_lets_in_exactly_whom_the_table_says(role, who):  # noqa: F811
    client, item, disputed = client_of(who[role]), marked(), differing()
    here = [item[0].key, item[1].pk]
    answers = {
        "index": client.get(reverse("blind:index")),
        "agreement": client.get(reverse("blind:agreement")),
        "read": client.get(reverse("blind:read", args=here)),
        "rule": client.get(reverse("blind:rule", args=[disputed[0].key, disputed[1].pk])),
        "mark": client.post(reverse("blind:mark", args=here[:1]), {"blind": "no"}),
    }
    assert {page for page, answer in answers.items() if gets_in(answer)} == {
        page for page, people in BLIND.items() if role in people
    }
    item[0].refresh_from_db()
    assert item[0].blind is (role not in BLIND["mark"])
