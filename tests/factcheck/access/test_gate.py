"""Who is let in, as what, and what they are told."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from factcheck.access.keys import revoke_key
from factcheck.access.models import Bucket
from tests.factcheck.api.test_errors import error_of

from .callers import MADE, header_of, new_key, owner

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/"


def get(path: str = ROOT, /, **headers):
    return Client().get(path, headers=headers)


def test_everyone_reads_and_is_counted_by_address(settings):
    settings.API_ANONYMOUS_RATE = 2
    first = get()
    assert first.status_code == 200
    assert first["RateLimit-Policy"] == '"anonymous";q=2;w=60'
    assert first["RateLimit"] == '"anonymous";r=1;t=30'
    # What is not there and what is wrong is counted too.
    assert get("/api/nothing/")["RateLimit"].startswith('"anonymous";r=0;')
    refused = get("/api/v1/claims/?x=1")
    assert error_of(refused, 429)["code"] == "throttled"
    assert 1 <= int(refused["Retry-After"]) <= 30
    assert Client().get(ROOT, REMOTE_ADDR="203.0.113.7").status_code == 200


def test_the_address_is_the_one_that_our_proxies_vouch_for(settings):
    settings.TRUSTED_PROXIES = 1
    get(**{"X-Forwarded-For": "1.1.1.1, 203.0.113.7"})
    assert Bucket.objects.get().name == "anonymous:203.0.113.7"


def test_no_limit_tells_of_none(settings):
    settings.API_ANONYMOUS_RATE = 0
    assert "RateLimit" not in get() and not Bucket.objects.exists()


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "Api-Key", "Bearer  "])
def test_a_key_has_a_rate_of_its_own(scheme, settings):
    settings.API_ANONYMOUS_RATE = 1
    key, header = new_key(rate=7)
    token = header["Authorization"].partition(" ")[2]
    for left in (6, 5):
        answer = get(Authorization=f"{scheme} {token}")
        assert answer.status_code == 200
        assert answer["RateLimit"].startswith(f'"key";r={left};')
    assert [b.name for b in Bucket.objects.all()] == [f"key:{key.pk}"]


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        pytest.param("Bearer fck_nonsense", "unknown_key", id="no such key"),
        pytest.param("Bearer Zürich", "unknown_scheme", id="beyond ASCII"),
        pytest.param("Bearer", "unknown_scheme", id="no key at all"),
        pytest.param("", "unknown_scheme", id="an empty header"),
        pytest.param("Basic dTpw", "unknown_scheme", id="a password"),
        pytest.param(f"Bearer {'x' * 9000}", "unknown_scheme", id="far too long"),
        pytest.param("Bearer a\0b", "unknown_scheme", id="NUL"),
    ],
)
def test_what_is_no_key_is_refused_rather_than_taken_for_no_one(authorization, code, settings):
    settings.API_ANONYMOUS_RATE = 1
    answer = Client().get(ROOT, HTTP_AUTHORIZATION=authorization)
    assert error_of(answer, 401)["code"] == code
    assert answer["WWW-Authenticate"].startswith("Bearer ")
    again = Client().get(ROOT, HTTP_AUTHORIZATION=authorization)
    assert again.status_code == 429, "guessing costs nothing"


def revoked(key):
    revoke_key(key=key, by=key.owner, at=MADE)


def closed(key):
    key.owner.is_active = False
    key.owner.save()


def expired(key):
    type(key).objects.update(expires_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("end", "code"),
    [(revoked, "revoked_key"), (expired, "expired_key"), (closed, "closed_account")],
)
def test_a_key_that_is_no_longer_good_says_why(end, code):
    key, header = new_key(expires_at=timezone.now() + timedelta(days=1))
    assert get(**header).status_code == 200
    end(key)
    assert error_of(get(**header), 401)["code"] == code


def test_a_key_that_is_good_for_something_else_is_forbidden():
    error = error_of(get("/api/v1/figures/", **header_of("ingest")), 403)
    assert error["code"] == "missing_scope" and "“read”" in error["detail"]
    assert get("/api/v1/figures/", **header_of("read-drafts")).status_code == 200


def test_a_session_counts_for_staff_who_read_and_for_nobody_else():
    staff, other = owner("staff", is_staff=True), owner("other")
    for person, policy in ((staff, "staff"), (other, "anonymous")):
        client = Client()
        client.force_login(person)
        assert client.get(ROOT)["RateLimit"].startswith(f'"{policy}";')
        assert client.post(ROOT)["RateLimit"].startswith('"anonymous";')
        assert not client.get(ROOT).cookies


def test_pages_that_are_not_the_apis_are_not_counted():
    assert "RateLimit" not in get("/")
    assert not Bucket.objects.exists()
