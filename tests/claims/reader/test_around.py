"""What stands around a quantity: what is counted, who says it, where, and whether it is so."""

import pytest

from claims.consistency import read_period
from claims.reader import find_quantities, read_text


def only(text: str):
    (find,) = find_quantities(text)
    return find


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("About 300 US soldiers remain in the north.", "US soldiers"),
        ("It counted 1,200 internally displaced persons.", "internally displaced persons"),
        ("Some 63 percent of Iraqis approve.", "Iraqis"),
        ("It gave $20 million in food aid.", "food aid"),
        ("The 41-member bloc split.", "member"),
        ("Half a million doses of the vaccine came.", "doses"),
        ("Dozens of wells ran dry.", "wells"),
        ("They fired 12.", None),
        ("Only 14 percent of those surveyed rated it.", "those surveyed"),
        ("There were 28 other nations.", "other nations"),
        ("It killed 21 injured people.", "injured people"),
    ],
)
def test_what_is_counted(text: str, counted: str | None) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army has 600 tanks.", "asserted"),
        ("The army will buy 600 tanks.", "planned"),
        ("The state pledged 600 tents.", "planned"),
        ("They agreed to release 600 men.", "planned"),
        ("They agreed on 600 tents.", "asserted"),
        ("A spokesman said 600 men had left.", "attributed"),
        ("According to the survey, 600 homes burned.", "attributed"),
        ("The minister did not send 600 men.", "negated"),
        ("The minister denied that 600 men had left.", "negated"),
        ("Not only 600 tents were lost.", "asserted"),
        ("The unit, which has 600 men, will move.", "asserted"),
        ("They won't send 600 men.", "negated"),
    ],
)
def test_whether_it_is_so(text: str, modality: str) -> None:
    assert only(text).modality == modality


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the Health Ministry, 40 clinics closed.", "Health Ministry"),
        ("Iraqi officials said 40 clinics closed.", "Iraqi officials"),
        ("“We lost 40 clinics,” said Layla Hassan.", "Layla Hassan"),
        ("He said 40 clinics closed.", None),
        ("The town lost 40 clinics.", None),
    ],
)
def test_who_says_it(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The state has 900 guards in Basra.", "Basra"),
        ("In Anbar, the state has 900 guards.", "Anbar"),
        ("It has 900 guards near Ain al Asad.", "Ain al Asad"),
        ("It hired 900 guards in June.", None),
        ("It hired 900 guards in Iraqi hospitals.", None),
    ],
)
def test_where(text: str, place: str | None) -> None:
    assert only(text).place == place


def test_a_quantity_has_the_dates_of_its_sentence() -> None:
    text = "In 2017 the share was 74 percent. It fell to 14 percent by June 2020."
    early, late = find_quantities(text)
    assert [period.earliest.year for period in early.dates] == [2017]
    assert [period.latest.year for period in late.dates] == [2020]


def test_a_change_has_a_value_before_and_one_after() -> None:
    before, after = find_quantities("The force was cut from 5,000 to 2,500 soldiers.")
    assert (before.role, before.quantity.amount, before.counted) == ("before", 5000, "soldiers")
    assert (after.role, after.quantity.amount, after.counted) == ("after", 2500, "soldiers")


@pytest.mark.parametrize(
    ("text", "mode", "basis"),
    [
        ("It has run since November.", "since", "relative"),
        ("It ends by the end of the year.", "deadline", "relative"),
        ("It ran from 2003 to 2011.", "throughout", "stated"),
        ("It came on June 11, 2020.", "instant", "stated"),
        ("It came on 4/8/2021.", "instant", "inferred"),
    ],
)
def test_a_date_has_mode_and_basis(text: str, mode: str, basis: str) -> None:
    (find,) = read_text(text, read_period("2021-03-10"))
    assert (find.period.mode, find.period.basis) == (mode, basis)


@pytest.mark.parametrize(
    "text",
    ["last month", "since November", "two years from now", "on Tuesday", "today", "last fall"],
)
def test_without_a_publication_date_relative_dates_are_unknown(text: str) -> None:
    (find,) = read_text(f"It happened {text}.")
    assert find.period.basis == "relative"
    assert find.period.earliest is None
    assert find.period.latest is None


def test_a_year_in_the_sentence_dates_its_months() -> None:
    day, _ = read_text("It began on July 6 and ended in 2020.")
    assert (str(day.period.earliest), day.period.basis) == ("2020-07-06", "inferred")


def test_one_date_shows_how_the_others_of_a_text_are_written() -> None:
    dates = read_text("Signed 26/7/2021, seen 4/8/2021.")
    assert [str(find.period.earliest) for find in dates] == ["2021-07-26", "2021-08-04"]


def test_an_ambiguous_date_is_an_interval() -> None:
    (find,) = read_text("Seen 4/8/2021.")
    assert (str(find.period.earliest), str(find.period.latest)) == ("2021-04-08", "2021-08-04")


def test_what_exists_is_not_planned_with_what_is_done_to_it() -> None:
    (find,) = find_quantities("The pact will protect the 1,200 troops.")
    assert find.modality == "asserted"


def test_two_places_joined_are_one() -> None:
    (find,) = find_quantities("In Iraq and Syria, 150 attacks were counted.")
    assert find.place == "Iraq and Syria"
