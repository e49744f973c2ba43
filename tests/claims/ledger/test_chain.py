"""Whatever writes a verdict, PostgreSQL gives it its number, its content and its hashes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.drafting import change_claim
from claims.ledger import GENESIS, Head, chain_hash, content_hash, head, is_settled
from claims.ledger.verify import _rows, said
from claims.models import Claim, Figure, Signatory, Verdict
from claims.models.choices import Basis, Hedge, Modality, PeriodMode, Status
from claims.workflow.steps import withdraw_verdict
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow.ready import WHEN, checked, in_review, reopened, verified

from .rows import NOON, ledger, people, verdict

HOUR = timedelta(hours=1)


@pytest.mark.django_db
class TestChain:
    def test_every_row_follows_from_the_row_before(self):
        assert head() == Head(0, GENESIS, None)
        rows = ledger(3)
        assert [row.number for row in rows] == [1, 2, 3]
        previous = GENESIS
        for row in rows:
            assert row.content_hash == content_hash(row.content)
            assert (row.previous_hash, row.hash) == (
                previous,
                chain_hash(previous, row.content_hash),
            )
            previous = row.hash
        assert head() == Head(3, previous, NOON)

    def test_the_workflow_writes_everything_that_a_permalink_shows(self):
        claim = make.claim(claimant="A minister")
        origin = make.origin()
        evidence = make.evidence(claim, origin=origin, key="b-report")
        make.evidence(claim, "9,000", state="rejected")
        claim = verified(in_review(checked(claim)), reason="Both agree.")
        row = claim.verdicts.get()
        document, passage = evidence.passage.snapshot.document, evidence.passage
        signed = {
            name: str(Signatory.objects.get(user=getattr(row, name)).reference)
            for name in ("submitted_by", "approved_by")
        }
        assert row.content == {
            "format": 1,
            "number": 1,
            "at": "2024-02-01T12:00:00.000000Z",
            "kind": "verdict",
            "supersedes": None,
            "claim": claim.key,
            "statement": claim.statement,
            "claimant": "A minister",
            "made_on": {"earliest": None, "latest": None},
            "about_now": False,
            "example": False,
            "figure": "us-troops-iraq",
            "nature": "stock",
            "series": {
                "subject": "United States forces",
                "measure": "troop level",
                "unit": "troops",
                "scope": {"geography": "Iraq", "population": None, "role": None},
            },
            "value": {
                "wording": "approximately 5,000",
                "hedge": "about",
                "low": "4500",
                "best": "5000",
                "high": "5500",
                "low_closed": True,
                "high_closed": True,
                "unit": "troops",
            },
            "period": {
                "earliest": "2020-07-01",
                "latest": "2020-07-31",
                "mode": "instant",
                "basis": "stated",
            },
            "modality": "observation",
            "rating": "single-source",
            "computed": "single-source",
            "fingerprint": row.fingerprint,
            "engine_version": claim.engine_version,
            "config_version": claim.config_version,
            "explanation": claim.explanation["sentence"],
            "reason": "Both agree.",
            **signed,
            "evidence": [
                {
                    "key": "b-report",
                    "stance": "supports",
                    "stance_reason": "",
                    "wording": "5,000",
                    "period": {
                        "earliest": "2020-07-01",
                        "latest": "2020-07-31",
                        "mode": "instant",
                        "basis": "stated",
                    },
                    "modality": "observation",
                    "quote": {
                        "exact": passage.exact,
                        "prefix": "",
                        "suffix": "",
                        "start": passage.start,
                        "end": passage.end,
                    },
                    "text_sha256": passage.snapshot.sha256,
                    "document": {
                        "key": document.key,
                        "title": document.title,
                        "url": "",
                        "published": {"earliest": None, "latest": None},
                        "publisher": document.publisher.name,
                        "reliability": "B",
                    },
                    "origins": ["A news agency"],
                }
            ],
        }

    def test_a_withdrawal_repeats_what_it_takes_down(self):
        claim = reopened()
        change_claim(claim=claim, at=TODAY, statement="Otherwise.", claimant="Someone else")
        row = withdraw_verdict(claim=claim, by=person("adjudicator"), reason="Gone.", **WHEN)
        row = Verdict.objects.get(pk=row.pk)
        first = claim.verdicts.get(number=1).content
        assert row.content["supersedes"] == 1
        repeated = ("statement", "claimant", "figure", "series", "value", "period", "rating")
        assert [row.content[name] for name in repeated] == [first[name] for name in repeated]

    def test_a_signatory_is_the_same_in_every_verdict_and_has_no_name(self):
        first, second = ledger(2)
        assert first.content["approved_by"] == second.content["approved_by"]
        assert first.content["approved_by"] != first.content["submitted_by"]
        assert first.approved_by.username not in json.dumps(first.content)

    def test_a_raw_insert_is_chained_too(self):
        (row,) = ledger(1)
        claim = make.claim()
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO claims_verdict (claim_id, kind, statement, wording, hedge, low_closed,"
                " high_closed, unit, period_mode, period_basis, modality, rating, computed,"
                " fingerprint, submitted_by_id, approved_by_id, reason, at, number, hash)"
                " VALUES (%s, 'verdict', 'So.', '', '', TRUE, TRUE, '', 'instant', 'stated',"
                " 'observation', 'refuted', 'refuted', %s, %s, %s, 'Raw.', now(), 77, %s)",
                [claim.pk, "f" * 64, row.submitted_by_id, row.approved_by_id, "a" * 64],
            )
        raw = Verdict.objects.latest("number")
        assert (raw.number, raw.previous_hash) == (2, row.hash)
        assert raw.content["statement"] == "So."


@pytest.mark.django_db
class TestTime:
    @pytest.mark.parametrize(
        ("given", "recorded"),
        [
            pytest.param(NOON + HOUR, NOON + HOUR, id="later is kept"),
            pytest.param(NOON, NOON, id="the same is kept"),
            pytest.param(NOON - HOUR, NOON, id="earlier is raised to the row before"),
        ],
    )
    def test_never_goes_back(self, given, recorded):
        (row,) = ledger(1)
        verdict(make.claim(), signed=people(), at=given).save()
        assert list(Verdict.objects.order_by("number").values_list("at", flat=True)) == [
            row.at,
            recorded,
        ]

    def test_is_not_ahead_of_the_clock(self):
        verdict(signed=people(), at=datetime(2999, 1, 1, tzinfo=UTC)).save()
        assert Verdict.objects.get().at <= timezone.now() + HOUR

    def test_what_was_known_is_settled_once_a_later_row_is_there(self):
        assert not is_settled(NOON)
        ledger(1)
        assert (is_settled(NOON), is_settled(NOON - HOUR)) == (False, True)


def recorded_columns(row: Verdict) -> dict:
    """A row's columns as a record has them, to be inserted elsewhere."""
    skipped = {"id", "valid_from", "valid_to"}
    columns = [f.attname for f in Verdict._meta.concrete_fields if f.attname not in skipped]
    return {name: getattr(row, name) for name in columns}


@pytest.mark.django_db
class TestRecord:
    """Rows that bring their content: a record that is loaded, as a mirror does."""

    @pytest.fixture
    def record(self):
        ledger(3)
        rows = list(Verdict.objects.order_by("number"))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE claims_verdict DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE claims_change DISABLE TRIGGER USER")
            cursor.execute("DELETE FROM claims_change WHERE verdict_id IS NOT NULL")
            cursor.execute("DELETE FROM claims_verdict")
            cursor.execute("ALTER TABLE claims_verdict ENABLE TRIGGER USER")
            cursor.execute("ALTER TABLE claims_change ENABLE TRIGGER USER")
        return [recorded_columns(row) for row in rows]

    def test_is_taken_in_as_it_was(self, record):
        for columns in record:
            Verdict.objects.create(**columns)
        rows = Verdict.objects.order_by("number")
        assert [recorded_columns(row) for row in rows] == record

    @pytest.mark.parametrize(
        ("altered", "complaint"),
        [
            ({"number": 3}, "row 3 of the ledger cannot stand here: the next is row 2"),
            ({"at": NOON - HOUR}, "before the row that it follows"),
            ({"rating": "refuted"}, r"its columns are not what its content says \(rating\)"),
            ({"content_hash": "a" * 64}, "does not follow from the row before"),
            ({"previous_hash": "a" * 64}, "does not follow from the row before"),
            ({"hash": "a" * 64}, "does not follow from the row before"),
        ],
    )
    def test_is_refused_where_it_does_not_follow(self, record, altered, complaint):
        Verdict.objects.create(**record[0])
        with pytest.raises(IntegrityError, match=complaint), transaction.atomic():
            Verdict.objects.create(**record[1] | altered)
        with pytest.raises(IntegrityError, match="does not follow"), transaction.atomic():
            content = record[1]["content"] | {"explanation": "Otherwise."}
            Verdict.objects.create(**record[1] | {"content": content})


@pytest.mark.django_db
def test_what_the_ledger_cites_keeps_its_key():
    claim = reopened()
    with pytest.raises(IntegrityError, match=r"the key of claim .* is cited"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(key="otherwise")
    with pytest.raises(IntegrityError, match="the slug of figure"), transaction.atomic():
        Figure.objects.filter(pk=claim.figure_id).update(slug="otherwise")
    other = make.figure("other", measure="another")
    Figure.objects.filter(pk=other.pk).update(slug="free")


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["claims_verdict", "claims_change", "claims_signatory"])
def test_the_record_is_append_only_in_raw_sql(table):
    ledger(1)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    column = {
        "claims_verdict": "reason = 'Else.'",
        "claims_change": "at = now()",
        "claims_signatory": "reference = gen_random_uuid()",
    }[table]
    for sql in (
        f"UPDATE {table} SET {column}",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute(sql)


texts = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20
)
numbers = (
    st.none()
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.decimals(min_value=Decimal("-1e30"), max_value=Decimal("1e30"), allow_nan=False)
)
dates = st.dates(date(1, 1, 2), date(9999, 12, 30))
periods = st.none() | st.tuples(st.none() | dates, dates).map(
    lambda ends: DateRange(*sorted(ends), "[]") if ends[0] else DateRange(None, ends[1], "[]")
)
columns = st.fixed_dictionaries(
    {
        "statement": texts,
        "wording": texts,
        "reason": texts.map("So: {}".format),
        "hedge": st.sampled_from(Hedge.values),
        "low": numbers,
        "best": numbers,
        "high": numbers,
        "low_closed": st.booleans(),
        "high_closed": st.booleans(),
        "period": periods,
        "period_mode": st.sampled_from(PeriodMode.values),
        "period_basis": st.sampled_from(Basis.values),
        "modality": st.sampled_from(Modality.values),
        "rating": st.sampled_from(Status.values),
        "at": st.datetimes(datetime(1, 1, 2), datetime(2020, 1, 1), timezones=st.just(UTC)),
    }
)


class TestAnyRow(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(columns=columns)
    def test_python_reads_in_the_columns_what_postgresql_wrote_into_the_content(self, columns):
        verdict(signed=people(), **columns).save()
        (row,) = _rows()
        told = said(row)
        assert {name: row["content"][name] for name in told} == told
        assert row["content_hash"] == content_hash(row["content"])
        assert row["content"]["statement"] == columns["statement"]
