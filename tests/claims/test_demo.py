"""manage.py demo: everything to try, and nothing undone by a second run."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from claims.demo_accounts import ACCOUNTS
from claims.drafting import change_claim
from claims.evidence import decide_evidence
from claims.management.commands.demo import LOOK_AT
from claims.models import Claim, Evidence, StatusChange
from claims.models.choices import Status
from sources.models import Document
from sources.publishers import set_reliability

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


class TestFirstRun:
    @pytest.fixture(autouse=True)
    def out(self):
        self.out = run()

    def test_claims_of_every_status(self):
        assert Claim.objects.count() >= 60
        assert set(Claim.objects.values_list("status", flat=True)) == set(Status.values)

    def test_two_reviewers_an_editor_and_an_admin_can_log_in(self):
        roles = [account.role for account in ACCOUNTS]
        assert sorted(roles) == ["admin", "editor", "reviewer", "reviewer"]
        for account in ACCOUNTS:
            user = authenticate(username=account.username, password=account.password)
            assert user.is_staff
            assert user.groups.filter(name=account.role).exists()
            assert account.password in self.out

    def test_it_says_what_to_look_at(self):
        assert self.out.count("/admin/claims/claim/") > len(LOOK_AT)

    def test_a_second_run_changes_nothing(self):
        before = state()
        run()
        assert state() == before

    def test_a_second_run_undoes_nothing(self):
        user = get_user_model().objects.get(username=ACCOUNTS[0].username)
        user.set_password("a password of one's own")
        user.save()
        claim = Claim.objects.get(key="us-troops-iraq-2020-07")
        change_claim(claim=claim, statement="In other words.", at=make.TODAY)
        evidence = Evidence.objects.filter(claim=claim, state="accepted").first()
        decide_evidence(evidence=evidence, state="rejected", at=make.TODAY)
        publisher = evidence.passage.snapshot.document.publisher
        set_reliability(publisher=publisher, reliability="D", reason="We looked closer.")
        out = run()
        claim.refresh_from_db()
        evidence.refresh_from_db()
        publisher.refresh_from_db()
        assert claim.statement == "In other words."
        assert evidence.state == "rejected"
        assert publisher.reliability == "D"
        assert authenticate(username=user.username, password="a password of one's own")
        assert ACCOUNTS[0].password not in out


def state():
    return (
        list(Claim.objects.order_by("pk").values()),
        list(Evidence.objects.order_by("pk").values()),
        list(Document.objects.order_by("pk").values()),
        StatusChange.objects.count(),
        list(get_user_model().objects.order_by("pk").values()),
    )
