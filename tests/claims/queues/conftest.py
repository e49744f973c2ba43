"""Who asks for the pages of the queues."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.claims.people import person


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def rana(db) -> User:
    """A reviewer."""
    return person("reviewer", name="rana")


@pytest.fixture
def reviewer(rana) -> Client:
    return browser_of(rana)
