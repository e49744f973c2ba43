"""Pages of other sites may read, and cannot write."""

import pytest
from django.test import Client

from factcheck.access.models import Bucket

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/figures/?x=1", "/api/nothing/"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_every_answer_to_reading_may_be_read(path, method):
    answer = getattr(Client(), method)(path, headers={"Origin": "https://desk.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    exposed = answer["Access-Control-Expose-Headers"].split(", ")
    assert {"ETag", "Link", "RateLimit", "Retry-After"} <= set(exposed)


def test_the_question_before_reading_costs_nothing():
    asked = {"Origin": "https://desk.example", "Access-Control-Request-Method": "GET"}
    answer = Client().options("/api/v1/claims/", headers=asked)
    assert answer.status_code == 204 and not answer.content
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Authorization" in answer["Access-Control-Allow-Headers"]
    assert not Bucket.objects.exists()


def test_the_answer_to_writing_is_not_for_other_sites():
    answer = Client().post("/api/v1/claims/", headers={"Origin": "https://desk.example"})
    assert "Access-Control-Allow-Origin" not in answer


def test_other_pages_are_not_for_other_sites():
    assert "Access-Control-Allow-Origin" not in Client().get("/")
