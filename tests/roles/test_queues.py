"""Every page of the queues, tried as every role."""

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Assignment
from claims.queues.urls import urlpatterns
from tests.claims.people import person
from tests.claims.queues.waiting import contested

from .table import PEOPLE, QUEUES
from .test_admin import client_of, gets_in, who  # noqa: F401

pytestmark = pytest.mark.django_db


def test_every_page_is_in_the_table():
    assert {found.name for found in urlpatterns} == QUEUES.keys()


@pytest.mark.parametrize("role", PEOPLE)
def test_every_page_lets_in_exactly_whom_the_table_says(role, who):  # noqa: F811
    user = who[role]
    client = client_of(user)
    free, taken, held, given, said = (contested() for _ in range(5))
    if user.is_authenticated:
        Assignment.objects.create(claim=held, to=user, queue="contested", taken_at=timezone.now())
    answers = {
        "queue": client.get(reverse("queues:queue", args=["contested"])),
        "take": client.post(reverse("queues:take", args=[taken.pk])),
        "release": client.post(reverse("queues:release", args=[held.pk])),
        "assign": client.post(
            reverse("queues:assign", args=[given.pk]), {"to": person("annotator").username}
        ),
        "comment": client.post(reverse("queues:comment", args=[said.pk]), {"text": "Hm."}),
        "next": client.post(reverse("queues:next", args=["contested"])),
    }
    assert {page for page, answer in answers.items() if gets_in(answer)} == {
        page for page, people in QUEUES.items() if role in people
    }
    may = role in QUEUES["take"]
    assert taken.assignments.exists() == may
    assert free.assignments.exists() == may
    assert said.comments.exists() == (role in QUEUES["comment"])
    assert given.assignments.exists() == (role in QUEUES["assign"])
