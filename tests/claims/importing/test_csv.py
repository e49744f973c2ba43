"""CSV: one line a piece of evidence; the same rows as from YAML, and its own ways to go wrong."""

import pytest

from claims.models import Claim, Evidence

from .. import make
from .files import load, refused, report_on_file

pytestmark = pytest.mark.django_db

HEADER = (
    "key,statement,figure,quantity,period,evidence_document,evidence_quote,evidence_stance,"
    "evidence_quantity,evidence_period"
)
_TROOPS = 'troops,About 5;000 troops.,us-troops-iraq,"about 5,000",July 2020'
LINES = f"""{HEADER}
{_TROOPS},report,"approximately 5,000 troops",supports,"5,000",July 2020
troops,,,,,report,"Later there were 2,500 troops",context,"2,500",July 2021

left,Some left.,,,,report,The minister said,supports,,
plain,No evidence.,,,,,,,,
"""


@pytest.fixture(autouse=True)
def on_file():
    make.figure()
    report_on_file()


def load_csv(folder, text, **options):
    return load(folder, text, name="claims.csv", **options)


def refused_csv(folder, text):
    return refused(folder, text, name="claims.csv")


def test_lines_of_one_key_are_one_claim(tmp_path):
    counts = load_csv(tmp_path, LINES)
    assert counts == {("claims", "new"): 3, ("evidence", "new"): 3}
    claim = Claim.objects.get(key="troops")
    assert claim.wording == "about 5,000"
    assert [e.wording for e in claim.evidence.order_by("pk")] == ["5,000", "2,500"]
    assert not Evidence.objects.filter(claim__key="plain").exists()


def test_a_second_run_changes_nothing(tmp_path):
    load_csv(tmp_path, LINES)
    assert {outcome for _, outcome in load_csv(tmp_path, LINES)} == {"unchanged"}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_endings(tmp_path, ending):
    path = tmp_path / "claims.csv"
    path.write_bytes(LINES.replace("\n", ending).encode())
    from claims.importing import import_file

    assert import_file(path, at=make.TODAY)["claims", "new"] == 3


def test_a_quote_may_run_over_lines(tmp_path):
    make.document("One line\nand another.", key="two-lines")
    load_csv(
        tmp_path,
        f'{HEADER}\nk,S.,,,,two-lines,"One line\nand another",supports,,\n',
    )
    assert Evidence.objects.get().passage.exact == "One line\nand another"


def test_the_line_of_a_problem_is_where_its_row_begins(tmp_path):
    text = f'{HEADER}\nk,"A statement\nof two lines",,,,,,,,\nother,S.,,,,report,In July,likes,,\n'
    (problem,) = refused_csv(tmp_path, text)
    assert problem.startswith("line 4: claim other, evidence 1: stance: “likes”")


CASES = [
    ("no key column", "statement\nx\n", "line 1: key: there is no such column"),
    ("semicolons", "key;statement\nk;x\n", "separate the columns by commas"),
    ("tabs", "key\tstatement\nk\tx\n", "separate the columns by commas"),
    ("a column twice", "key,note,note\nk,x,y\n", "line 1: note: there are two columns"),
    ("a column without a name", "key,statement,\nk,x,y\n", "line 1: column 3 has no name"),
    ("an unknown column", "key,statement,colour\nk,x,red\n", "colour: is not known here"),
    (
        "an unknown column of evidence",
        "key,statement,evidence_colour\nk,x,red\n",
        "evidence 1: colour: is not known here",
    ),
    (
        "too few cells",
        "key,statement,note\nk,x\n",
        "line 2: has 2 cells where the first line has 3",
    ),
    ("too many cells", "key,statement\nk,x,y\n", "line 2: has 3 cells where the first line has 2"),
    ("no key", "key,statement\n,x\n", "line 2: key: is empty"),
    (
        "one claim told in two ways",
        "key,statement\nk,x\nk,y\n",
        "line 3: claim k: statement: “y” is not what line 2 says (“x”)",
    ),
    ("a formula", "key,statement\nk,=1+1\n", "line 2: statement: “=1+1” begins like a formula"),
    ("a hidden formula", "key,statement\nk,@SUM(A1)\n", "begins like a formula"),
    ("a formula with a sign", "key,statement,quantity\nk,x,+5000\n", "begins like a formula"),
    ("an open quotation mark", 'key,statement\nk,"x\n', "not well-formed CSV"),
    ("text after a quotation mark", 'key,statement\nk,"x"y\n', "not well-formed CSV"),
]


@pytest.mark.parametrize(("text", "problem"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_refused(tmp_path, text, problem):
    problems = refused_csv(tmp_path, text)
    assert any(problem in told for told in problems), problems
    assert not Claim.objects.exists()


def test_all_problems_of_the_form_at_once(tmp_path):
    problems = refused_csv(tmp_path, "key,statement\nk\n,x\nk2,=x\n")
    assert [problem.split(":")[0] for problem in problems] == ["line 2", "line 3", "line 4"]


def test_lines_that_can_be_read_are_tried_beside_those_that_cannot(tmp_path):
    problems = refused_csv(
        tmp_path,
        f"{HEADER}\n"
        "short\n"
        "first,S.,tanks,,,,,,,\n"
        "second,=x,,,,report,troops,supports,,\n"
        "third,S.,,zillions,,,,,,\n",
    )
    assert [problem.split(" ")[1].rstrip(":") for problem in problems] == ["2", "3", "4", "4", "5"]
    told = "\n".join(problems)
    for reason in ("1 cells", "no figure “tanks”", "formula", "“troops” stands at", "zillions"):
        assert reason in told
    assert not Claim.objects.exists()


def test_a_quote_may_begin_like_a_list(tmp_path):
    make.document("- 5,000 troops", key="list")
    load_csv(tmp_path, f'{HEADER}\nk,S.,,,,list,"- 5,000 troops",supports,,\n')
    assert Evidence.objects.get().passage.exact == "- 5,000 troops"
