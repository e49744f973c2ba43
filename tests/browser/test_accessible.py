"""axe-core finds nothing serious on the reviewers' pages, in light and dark."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.comments import comment
from claims.models import Assignment, Claim
from claims.recheck import recheck_claims
from tests.claims import make
from tests.claims.people import person

from .accessible import serious
from .reading_desk import sign_in


@pytest.fixture
def pages(transactional_db) -> dict[str, str]:
    """A contested claim with all that its page can show, one that it repeats, and its queue."""
    statement = "About 5,000 troops were stationed in Iraq in July 2020."
    claim, other = (make.claim(key=key, statement=statement) for key in ("one", "two"))
    make.claim("9,000", example=True)
    for wording, stance, state in (
        ("5,100", "supports", "accepted"), ("7,000", "conflicts", "accepted"),
        ("9,000", "supports", "accepted"), ("40", "context", "accepted"),
        ("4,900", "supports", "proposed"),
    ):  # fmt: skip
        make.evidence(claim, wording, stance=stance, state=state)
    make.evidence(other, "5,200")
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    reviewer = person("reviewer", name="rana")
    comment(claim=claim, by=reviewer, text="Is the second one a typo?", now=timezone.now())
    Assignment.objects.create(claim=other, to=reviewer, queue="contested", taken_at=timezone.now())
    desk = reverse("admin:claims_claim_change", args=[claim.pk])
    return {
        "the front page": "/admin/",
        "a queue": "/admin/queues/contested/",
        "an empty queue": "/admin/queues/lost-anchors/",
        "a claim": desk,
        "merging": f"{reverse('admin:claims_claim_merge', args=[other.pk])}?into={claim.pk}",
        "its history": reverse("admin:claims_claim_history", args=[claim.pk]),
        "taking a document in": reverse("admin:sources_document_add"),
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_the_reviewers_pages(browser, live_server, pages, scheme):
    page = browser.new_context(base_url=live_server.url, color_scheme=scheme).new_page()
    sign_in(page, person("reviewer", name="rolf"))
    found = {}
    for name, address in pages.items():
        page.goto(address)
        for more in page.locator("details.timeline-table > summary").all():
            more.click()
        found[name] = serious(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
    page.context.close()
