"""What the tests of this admin share: who asks, and one claim with evidence of every kind."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Claim
from claims.recheck import recheck_claims
from tests.claims import make


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("edith", password="edits")


@pytest.fixture
def admin(editor) -> Client:
    """A browser in which someone who may do everything is logged in."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def worked(db) -> Claim:
    """Contested: one supports, one conflicts; one is unreliable, one context, three set aside."""
    claim = make.claim(key="worked", statement="About 5,000 troops were there in July 2020.")

    def bring(name: str, wording: str, *, reliability: str = "B", **fields) -> None:
        text = f"First words. The {name} counted {wording} troops. Last words."
        source = make.document(
            text, title=f"Report of the {name}", publisher=make.publisher(name, reliability)
        )
        quote = make.passage(source, f"The {name} counted {wording} troops.")
        make.evidence(claim, wording, quoting=quote, key=f"worked.{name}", **fields)

    bring("embassy", "5,100")
    bring("ministry", "7,000", stance="conflicts")
    bring("tabloid", "9,000", stance="conflicts", reliability="E")
    bring("almanac", "2,500", stance="context", period="July 2021")
    bring("intern", "4,900", state="proposed")
    bring("rumour", "1,000", state="rejected", stance="conflicts", note="No source named.")
    bring("gazette", "5,050", state="withdrawn")
    recheck_claims(Claim.objects.filter(pk=claim.pk), at=make.TODAY)
    claim.refresh_from_db()
    return claim
