"""manage.py demo: everything to try, and nothing undone by a second run."""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from claims.demo_accounts import ACCOUNTS, APPROVES, SUBMITS
from claims.demo_reviews import read_reviews
from claims.drafting import change_claim
from claims.evidence import decide_evidence
from claims.management.commands.demo import LOOK_AT
from claims.models import Claim, Evidence, StatusChange, Transition, Verdict
from claims.models.choices import Status
from claims.workflow.steps import reopen
from sources.models import Document
from sources.publishers import set_reliability
from tests.claims.workflow.ready import WHEN

from . import make, people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_ones_own_machine(settings):
    settings.DEBUG, settings.DATABASE_URL = True, ""
    for account in ACCOUNTS:
        people.group(account.role)


def run() -> str:
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("setting", "value"), [("DEBUG", False), ("DATABASE_URL", "postgres://somewhere/db")]
)
def test_refused_in_earnest(settings, setting, value):
    setattr(settings, setting, value)
    with pytest.raises(CommandError, match=setting) as error:
        run()
    assert len(str(error.value).splitlines()) == 1
    assert not get_user_model().objects.exists()


def test_the_first_run_brings_everything_and_a_second_changes_and_undoes_nothing():
    out = run()

    assert Claim.objects.count() >= 60
    assert set(Claim.objects.values_list("status", flat=True)) == set(Status.values)
    roles = [account.role for account in ACCOUNTS]
    assert sorted(roles) == ["admin", "editor", "reviewer", "reviewer"]
    for account in ACCOUNTS:
        user = authenticate(username=account.username, password=account.password)
        assert user.is_staff
        assert user.groups.filter(name=account.role).exists()
        assert account.password in out
    assert out.count("/admin/claims/claim/") > len(LOOK_AT)

    verdicts = Verdict.objects.select_related("claim", "submitted_by", "approved_by")
    assert {verdict.submitted_by.username for verdict in verdicts} == {SUBMITS}
    assert {verdict.approved_by.username for verdict in verdicts} == {APPROVES}
    wanted = {one.claim: one for one in read_reviews(settings.BASE_DIR / "fixtures/reviews.yaml")}
    stages = Claim.objects.filter(key__in=wanted).values_list("key", "stage")
    assert dict(stages) == {key: one.to for key, one in wanted.items()}
    assert not any(verdict.claim.example for verdict in verdicts)

    before = state()
    run()
    assert state() == before

    # Nor does it undo what people did meanwhile.
    user = get_user_model().objects.get(username=ACCOUNTS[0].username)
    user.set_password("a password of one's own")
    user.save()
    claim = Claim.objects.get(key="us-troops-iraq-in-2020")
    change_claim(claim=claim, statement="In other words.", at=make.TODAY)
    evidence = Evidence.objects.filter(claim=claim, state="accepted").first()
    decide_evidence(evidence=evidence, state="rejected", at=make.TODAY)
    publisher = evidence.passage.snapshot.document.publisher
    set_reliability(publisher=publisher, reliability="D", reason="We looked closer.")
    verified = Claim.objects.get(key="us-troops-iraq-2020-07")
    again = get_user_model().objects.get(username=APPROVES)
    reopen(claim=verified, by=again, reason="We look once more.", **WHEN)

    out = run()

    for row in (claim, evidence, publisher, verified):
        row.refresh_from_db()
    assert claim.statement == "In other words."
    assert evidence.state == "rejected"
    assert publisher.reliability == "D"
    assert verified.stage == "reopened"
    assert authenticate(username=user.username, password="a password of one's own")
    assert ACCOUNTS[0].password not in out


def state():
    return (
        list(Claim.objects.order_by("pk").values()),
        list(Evidence.objects.order_by("pk").values()),
        list(Document.objects.order_by("pk").values()),
        list(Transition.objects.order_by("pk").values()),
        list(Verdict.objects.order_by("pk").values()),
        StatusChange.objects.count(),
        list(get_user_model().objects.order_by("pk").values()),
    )
