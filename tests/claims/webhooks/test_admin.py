"""Webhooks in the admin: the secret is shown once; tests are sent, and what was given up."""

import re

import pytest
from django.urls import reverse

from claims.webhooks.models import Delivery, Subscription

from .receiver import subscribed

pytestmark = pytest.mark.django_db
SUBSCRIPTIONS = reverse("admin:webhooks_subscription_changelist")
DELIVERIES = reverse("admin:webhooks_delivery_changelist")
URL = "https://mirror.example/hook"


def sent(owner, **given) -> dict:
    return {
        "name": "A mirror",
        "url": URL,
        "owner": owner.pk,
        "what": "all",
        "kinds": ["verdict", "withdrawal"],
    } | given


def test_the_secret_is_shown_once(admin_client, admin_user):
    answer = admin_client.post(reverse("admin:webhooks_subscription_add"), sent(admin_user))
    secret = re.search(r'value="(whsec_[^"]+)"', answer.content.decode())[1]
    assert "no-store" in answer["Cache-Control"]
    made = Subscription.objects.get()
    assert (made.created_by, made.active, made.kinds) == (
        admin_user,
        True,
        ["verdict", "withdrawal"],
    )
    for page in (SUBSCRIPTIONS, reverse("admin:webhooks_subscription_change", args=[made.pk])):
        shown = admin_client.get(page).content.decode()
        assert URL in shown and secret not in shown


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"url": "http://mirror.example/"}, "begins with https"),
        ({"kinds": []}, "This field is required"),
        ({"what": "subject"}, "Name the subject or the figure"),
    ],
)
def test_what_is_wrong_is_told_and_makes_nothing(
    admin_client, admin_user, settings, given, complaint
):
    settings.WEBHOOKS_ALLOW_HTTP = False
    address = reverse("admin:webhooks_subscription_add")
    answer = admin_client.post(address, sent(admin_user, **given))
    assert complaint in answer.content.decode()
    assert not Subscription.objects.exists()


def test_it_is_stopped_and_keeps_its_secret(admin_client, admin_user):
    made, _ = subscribed(URL)
    address = reverse("admin:webhooks_subscription_change", args=[made.pk])
    assert admin_client.post(address, sent(admin_user, name="Renamed")).status_code == 302
    after = Subscription.objects.get()
    assert (after.active, after.name, after.owner) == (False, "Renamed", made.owner)
    assert bytes(after.salt) == bytes(made.salt)


def test_a_test_is_sent_and_what_is_dead_sent_again(admin_client):
    made, _ = subscribed(URL)
    send = {"action": "test", "_selected_action": [made.pk]}
    shown = admin_client.post(SUBSCRIPTIONS, send, follow=True).content.decode()
    assert "Tests on their way: 1" in shown
    Delivery.objects.update(state="dead", next_at=None, last_code=503, last_error="not of success")
    (delivery,) = Delivery.objects.all()
    shown = admin_client.get(DELIVERIES + "?state__exact=dead").content.decode()
    assert "503" in shown and str(delivery) in shown
    send = {"action": "send_again", "_selected_action": [delivery.pk]}
    shown = admin_client.post(DELIVERIES, send, follow=True).content.decode()
    assert "Sent again: 1" in shown
    assert Delivery.objects.get().state == "waiting"
