"""The dates of an event: a lane for each report, all on one axis."""

from claims.claim_desk.timeline import Asserted, draw
from claims.consistency import Period, read_period

from .told import asserted, told


def drawn(*reports, claim: Asserted | None = None, width: int = 900):
    claim = claim or asserted("", "January 2020")
    return draw(claim, reports, nature="event-date", unit="", width=width)


def test_every_report_has_a_lane_and_the_earliest_comes_first():
    drawing = drawn(told("", "March 2020", id="b"), told("", "3 January 2020", id="a"))

    first, second = drawing.marks
    assert (first.told.id, second.told.id) == ("a", "b")
    assert first.y < second.y
    assert first.x < second.x
    assert drawing.y_ticks == ()


def test_a_report_lies_from_its_first_to_its_last_day():
    drawing = drawn(told("", "January 2020"))
    (mark,) = drawing.marks

    band = drawing.band
    assert (band.x, round(band.x + band.width, 1)) == (mark.across.x1, mark.across.x2)
    assert mark.along is None


def test_the_band_runs_through_all_lanes():
    drawing = drawn(*(told("", "January 2020") for _ in range(3)))

    assert (drawing.band.y, drawing.band.height) == (
        drawing.plot.top,
        drawing.plot.bottom - drawing.plot.top,
    )
    assert drawing.height > drawing.plot.bottom


def test_more_reports_make_the_drawing_higher():
    one, three = drawn(told()), drawn(told(), told(), told())

    assert three.height > one.height
    assert len({mark.y for mark in three.marks}) == 3


def test_a_deadline_is_any_day_until_then():
    drawing = drawn(told("", "2021", mode="deadline"))
    (mark,) = drawing.marks

    assert mark.across.open_start
    assert mark.across.x1 == drawing.plot.left


def test_reports_without_a_date_are_left_out():
    assert len(drawn(told("", ""), told("", "July 2020")).marks) == 1
    assert drawn(told("", "")) is None
    assert drawn() is None


def test_a_claim_without_a_date_has_no_band():
    for period in (None, Period(None, None), read_period("2021", mode="deadline")):
        drawing = drawn(told("", "July 2020"), claim=Asserted(period=period))
        assert (drawing.band is None) == (period is None or period.is_unknown)


def test_a_label_is_cut_to_the_room_there_is():
    long = told("", "July 2020", source="A title that goes on " * 20, number=7)
    (wide,) = drawn(long).marks
    (narrow,) = drawn(long, width=340).marks

    assert wide.label.startswith("7. July 2020: A title that goes on")
    assert len(narrow.label) < len(wide.label) < len(long.source)
    assert narrow.label.endswith("…")
    assert long.source in long.sentence


def test_the_drawing_is_told_in_words():
    drawing = drawn(told("", "July 2020", number=1, source="The embassy"))

    assert drawing.description == "1. The embassy: July 2020 (supports)."
