"""Running an import again: what is there stays, what the file now says otherwise is changed."""

import pytest

from claims.drafting import change_claim
from claims.evidence import decide_evidence
from claims.models import Claim, Evidence, Figure, StatusChange
from sources.models import Passage

from .. import make
from .files import CLAIMS, load, report_on_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def imported(tmp_path):
    report_on_file()
    load(tmp_path, CLAIMS)


def test_the_same_file_changes_nothing(tmp_path, rechecked):
    tables = (Claim, Evidence, Figure, StatusChange, Passage)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    counts = load(tmp_path, CLAIMS)
    assert {outcome for _, outcome in counts} == {"unchanged"}
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert rechecked == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "read", "value"),
    [
        (
            "quantity: about 5,000",
            "quantity: about 6,000",
            "claims",
            lambda: Claim.objects.get(key="troops-2020").wording,
            "about 6,000",
        ),
        (
            "claimant: A ministry",
            "claimant: null",
            "claims",
            lambda: Claim.objects.get(key="troops-2020").claimant,
            "",
        ),
        (
            "stance: context",
            "stance: conflicts",
            "evidence",
            lambda: Evidence.objects.get(key="later-value").stance,
            "conflicts",
        ),
        (
            "quantity: 2,500",
            "quantity: about 2,500",
            "evidence",
            lambda: Evidence.objects.get(key="later-value").wording,
            "about 2,500",
        ),
        (
            "unit: troops",
            "unit: soldiers",
            "figures",
            lambda: Evidence.objects.get(key="later-value").unit,
            "soldiers",
        ),
        (
            "aliases: [foreign troops]",
            "aliases: [foreign troops, the coalition]",
            "subjects",
            lambda: Figure.objects.get().subject.aliases,
            ["foreign troops", "the coalition"],
        ),
        (
            "note: As it says itself.",
            "note: As others say.",
            "origins",
            lambda: Evidence.objects.get(key="troops-2020.1").origin.note,
            "As others say.",
        ),
    ],
    ids=["a claim", "a field emptied", "a stance", "a number", "a unit", "aliases", "a note"],
)
def test_what_the_file_says_otherwise_is_changed(tmp_path, old, new, kind, read, value):
    counts = load(tmp_path, CLAIMS.replace(old, new))
    assert counts[kind, "changed"] == 1
    assert sum(n for (_, outcome), n in counts.items() if outcome == "changed") == 1
    assert read() == value


def test_only_the_changed_claim_is_rechecked(tmp_path, rechecked):
    load(tmp_path, CLAIMS.replace("stance: context", "stance: conflicts"))
    assert rechecked == ["troops-2020"]


def test_a_field_that_the_file_leaves_out_stays(tmp_path):
    load(tmp_path, CLAIMS.replace("        claimant: A ministry\n", ""))
    assert Claim.objects.get(key="troops-2020").claimant == "A ministry"


def test_evidence_alone_can_be_added_to_a_claim(tmp_path):
    counts = load(
        tmp_path,
        """
        claims:
          - key: some-left
            evidence: [{document: report, quote: The minister said, stance: context}]
        """,
    )
    assert counts == {("claims", "unchanged"): 1, ("evidence", "new"): 1}
    assert Claim.objects.get(key="some-left").evidence.count() == 2


def test_rows_that_the_file_no_longer_has_stay(tmp_path):
    load(tmp_path, "claims: [{key: troops-2020}]")
    assert Claim.objects.count() == 2
    assert Evidence.objects.count() == 3


def test_a_quote_from_an_earlier_version_is_the_same_evidence(tmp_path):
    passage = Evidence.objects.get(key="troops-2020.1").passage
    document = passage.snapshot.document
    document.latest = make.snapshot(document, "New: " + document.latest.text)
    document.save()
    counts = load(tmp_path, CLAIMS)
    assert counts["evidence", "unchanged"] == 3
    assert Evidence.objects.get(key="troops-2020.1").passage == passage


def test_existing_rows_are_left_where_that_is_asked_for(tmp_path):
    claim = Claim.objects.get(key="troops-2020")
    change_claim(claim=claim, statement="In other words.", at=make.TODAY)
    decide_evidence(
        evidence=Evidence.objects.get(key="later-value"), state="rejected", at=make.TODAY
    )
    more = CLAIMS + "      - {key: new, statement: New.}\n"
    counts = load(tmp_path, more, keep_existing=True)
    assert counts["claims", "left as it is"] == 2
    assert counts["claims", "new"] == 1
    claim.refresh_from_db()
    assert claim.statement == "In other words."
    assert Evidence.objects.get(key="later-value").state == "rejected"
