"""Keys in the admin: shown once, and never again."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.access.models import ApiKey

from .callers import new_key

pytestmark = pytest.mark.django_db
LIST = reverse("admin:access_apikey_changelist")


def make(client: Client, **given):
    sent = {"name": "A mirror", "scopes": ["read"], "note": "", "rate": ""} | given
    return client.post(reverse("admin:access_apikey_add"), sent)


def test_the_key_is_shown_once_and_opens(admin_client, admin_user):
    answer = make(admin_client, owner=admin_user.pk, rate="30")
    token = re.search(r'value="(fck_[^"]+)"', answer.content.decode())[1]
    assert "no-store" in answer["Cache-Control"]
    opened = Client().get("/api/v1/", headers={"Authorization": f"Bearer {token}"})
    assert opened["RateLimit"].startswith('"key";r=29;')
    key = ApiKey.objects.get()
    assert (key.created_by, key.scopes, key.name) == (admin_user, ["read"], "A mirror")
    for page in (LIST, reverse("admin:access_apikey_change", args=[key.pk])):
        shown = admin_client.get(page).content.decode()
        assert key.prefix in shown and token not in shown


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"scopes": []}, "This field is required"),
        ({"scopes": ["all"]}, "not one of the available choices"),
        ({"rate": "0"}, "from 1 to 1,000,000"),
        ({"expires_at_0": "2020-01-01", "expires_at_1": "00:00"}, "in the past"),
    ],
)
def test_what_is_wrong_is_told_and_makes_no_key(admin_client, admin_user, given, complaint):
    answer = make(admin_client, **{"owner": admin_user.pk} | given)
    assert complaint in answer.content.decode()
    assert not ApiKey.objects.exists()


def test_a_key_is_renamed_but_not_given_other_powers(admin_client):
    key, _ = new_key("read")
    sent = {"name": "Renamed", "note": "n", "rate": "5", "scopes": ["ingest"], "owner": 1}
    answer = admin_client.post(reverse("admin:access_apikey_change", args=[key.pk]), sent)
    assert answer.status_code == 302
    owner_before = key.owner_id
    key.refresh_from_db()
    assert (key.name, key.rate, key.scopes, key.owner_id) == ("Renamed", 5, ["read"], owner_before)


def test_revoked_in_the_list(admin_client, admin_user):
    key, header = new_key()
    sent = {"action": "revoke", "_selected_action": [key.pk]}
    assert "Revoked: 1" in admin_client.post(LIST, sent, follow=True).content.decode()
    assert Client().get("/api/v1/", headers=header).status_code == 401
    key.refresh_from_db()
    assert key.revoked_by == admin_user
    assert str(key.prefix) not in admin_client.get(LIST + "?state=live").content.decode()
