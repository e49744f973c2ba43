"""A file with problems: all of them told at once, each with its place; nothing imported."""

import pytest

from claims.models import Claim, Evidence, Figure, ScopeTerm, Subject
from sources.models import Passage

from .. import make
from .files import CLAIMS, load, refused, report_on_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def document():
    return report_on_file()


CASES = [
    # what, the text that is replaced, by what, the place, the reason
    ("a kind of subject", "kind: force", "kind: ghost", "kind", "“ghost” is not one of"),
    ("an unknown field", "unit: troops", "units: troops", "units", "is not known here; known are"),
    ("a missing name", "slug: troops", "slug:", "slug", "is empty"),
    ("a nature", "nature: stock", "nature: mood", "nature", "not one of stock, cumulative, flow"),
    ("a subject", "subject: foreign troops", "subject: X", "subject", "there is no subject “X”"),
    ("a scope", "        geography: Iraq", "        geography: X", "geography", "no geography “X”"),
    ("within", "within: [Iraq and Syria]", "within: [X]", "within", "there is no geography “X”"),
    ("a list", "aliases: [foreign troops]", "aliases: x", "aliases", "must be a list"),
    ("a bad key", "key: troops-2020", "key: Troops 2020", "", "must start with a lower-case"),
    ("no statement", "statement: Some troops left.", "statement:", "statement", "is empty"),
    ("a figure", "figure: troops", "figure: tanks", "figure", "there is no figure “tanks”"),
    ("a wording", "quantity: about 5,000", "quantity: a lot", "quantity", "‘a lot’"),
    (
        "a change",
        "quantity: about 5,000",
        "quantity: reduced from 5,200 to 2,500",
        "quantity",
        "states a change",
    ),
    (
        "an impossible range",
        "quantity: about 5,000",
        "quantity: between 20 and 10",
        "quantity",
        "between 20 and 10",
    ),
    ("a date", "period: July 2020\n        ev", "period: soon\n        ev", "period", "‘soon’"),
    ("a day", "earliest: 2021-07-01", "earliest: 2021-02-30", "period", "2021-02-30"),
    ("a period backwards", "latest: 2021-07-31", "latest: 2020-07-31", "period", "after it ends"),
    ("made on", "made_on: 15 July 2020", "made_on: once", "made_on", "‘once’"),
    ("a stance", "stance: context", "stance: likes", "stance", "not one of supports, conflicts"),
    ("no stance", "stance: context", "note: x", "stance", "is missing"),
    ("a state", "stance: context", "stance: context\n            state: x", "state", "not one of"),
    (
        "a document",
        "document: report\n            quote: Later",
        "document: x\n            quote: Later",
        "document",
        "there is no document “x”; bring it in with ingest first",
    ),
    (
        "a quote that is not there",
        "quote: Later there were 2,500 troops",
        "quote: Nobody left",
        "quote",
        "is not in the text",
    ),
    (
        "a quote with one digit changed",
        "quote: Later there were 2,500 troops",
        "quote: Later there were 2,600 troops",
        "quote",
        "is not in the text",
    ),
    ("a quote that is there twice", "suffix: .", "note: x", "quote", "stands at 2 places"),
    ("an origin", "origin: A news agency", "origin: X", "origin", "there is no origin “X”"),
    (
        "a correction of nothing",
        "key: later-value",
        "key: later-value\n            corrects: x",
        "corrects",
        "there is no evidence with the key “x”",
    ),
    ("a flag", "claimant: A ministry", "about_now: maybe", "about_now", "neither true nor false"),
    (
        "a value where a list belongs",
        "    origins:\n      - {name: A news agency, kind: outlet, note: As it says itself.}",
        "    origins: A news agency",
        "origins",
        "must be a list of rows",
    ),
    (
        "a list where a value belongs",
        "claimant: A ministry",
        "claimant: [A, B]",
        "claimant",
        "must be one value",
    ),
    (
        "a row that is none",
        "- {name: Iraq and Syria}",
        "- Iraq and Syria",
        "",
        "must be a row of named fields",
    ),
    ("an unknown list", "    origins:", "    sources:", "sources", "is not known here"),
]


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_problem_is_told_with_its_place(tmp_path, old, new, field, reason):
    assert CLAIMS.count(old) == 1, "the case must change one place"
    text = CLAIMS.replace(old, new)
    problems = refused(tmp_path, text)
    told = [problem for problem in problems if reason in problem]
    assert told, problems
    assert f"{field}: " in told[0]
    assert told[0].startswith("line ")
    assert not Claim.objects.exists()


def test_the_line_is_that_of_the_field(tmp_path):
    text = CLAIMS.replace("stance: context", "stance: likes")
    (problem,) = refused(tmp_path, text)
    number = 1 + text.split("\n").index("            stance: likes")
    assert problem.startswith(f"line {number}: claim troops-2020, evidence 2: stance: ")


def test_all_problems_at_once_in_the_order_of_the_lines(tmp_path):
    text = (
        CLAIMS.replace("kind: force", "kind: ghost")
        .replace("quantity: about 5,000", "quantity: a lot")
        .replace("stance: context", "stance: likes")
        .replace("suffix: .", "suffix: x")
    )
    problems = refused(tmp_path, text)
    assert [p.split(": ")[1] for p in problems] == [
        "subject Foreign forces",
        "claim troops-2020",
        "claim troops-2020, evidence 2",
        "claim some-left, evidence 1",
    ]
    lines = [int(p.split(":")[0].removeprefix("line ")) for p in problems]
    assert lines == sorted(lines)


def test_what_refers_to_a_refused_row_is_not_blamed_too(tmp_path):
    problems = refused(tmp_path, CLAIMS.replace("nature: stock", "nature: mood"))
    assert len(problems) == 1


def test_nothing_of_a_refused_file_is_left(tmp_path):
    refused(tmp_path, CLAIMS.replace("suffix: .", "suffix: x"))
    for table in (Subject, ScopeTerm, Figure, Claim, Evidence, Passage):
        assert not table.objects.exists(), table


def test_one_name_for_two_subjects(tmp_path):
    problems = refused(
        tmp_path, "subjects: [{name: A, aliases: [Kazimi]}, {name: B, aliases: [KAZIMI]}]"
    )
    assert problems == [
        "line 1: subject B: the name “KAZIMI” already belongs to the subject “A”: use that one, "
        "or another alias"
    ]


def test_a_circle_of_scopes(tmp_path):
    problems = refused(
        tmp_path,
        "scope_terms: {geography: [{name: A, within: [B]}, {name: B, within: [A]}]}",
    )
    assert len(problems) == 1
    assert "would close a circle" in problems[0]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("subjects:\n - {name: A}\n - {name: A}", "subject A: name"),
        ("origins:\n - {name: A}\n - {name: A}", "origin A: name"),
        ("claims:\n - {key: a, statement: x}\n - {key: a, statement: y}", "claim a: key"),
    ],
    ids=["subject", "origin", "claim"],
)
def test_a_name_stands_once_in_a_file(tmp_path, text, row):
    (problem,) = refused(tmp_path, text)
    assert problem.startswith(f"line 3: {row}: ")
    assert "stands in line 2 already" in problem


def test_the_same_evidence_twice(tmp_path):
    (problem,) = refused(
        tmp_path,
        """
        claims:
          - key: a
            statement: x
            evidence:
              - {document: report, quote: In July, stance: supports}
              - {document: report, quote: In July, stance: conflicts}
        """,
    )
    assert problem.startswith("line 7: claim a, evidence 2: quote: line 6 brings the same quote")


def test_a_field_is_not_passed_over_because_another_is_wrong(tmp_path):
    text = """
        claims:
          - key: a
            statement: x
            made_on: once
            modality: guess
            about_now: maybe
            mode: forever
            period: 31 February 2020
            quantity: zillions
        """
    problems = refused(tmp_path, text)
    fields = ["made_on", "modality", "about_now", "mode", "period", "quantity"]
    assert [problem.split(": ")[2] for problem in problems] == fields


def test_a_tag_does_not_hide_what_is_wrong_with_the_rows(tmp_path):
    problems = refused(tmp_path, "claims:\n  - key: !x a\n  - key: b\n    statement:")
    assert "the tag !x is not read" in problems[0]
    assert problems[1:] == [
        "line 2: claim a: statement: is missing",
        "line 4: claim b: statement: is empty",
    ]


def test_a_claim_that_is_in_the_database_is_not_harmed(tmp_path):
    claim = make.claim(key="troops-2020", statement="As it was.")
    refused(tmp_path, CLAIMS.replace("suffix: .", "suffix: x"))
    claim.refresh_from_db()
    assert claim.statement == "As it was."


def test_a_file_that_is_all_right_is_imported(tmp_path):
    assert load(tmp_path, CLAIMS)
