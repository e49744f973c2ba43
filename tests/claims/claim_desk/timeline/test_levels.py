"""Numbers over time: where every line, mark and band of the drawing lies."""

from datetime import date

import pytest

from claims.claim_desk.timeline import draw
from claims.consistency import Period

from .told import asserted, told


def drawn(*reports, claim=None, nature="stock", unit="troops", width=900):
    return draw(claim or asserted(), reports, nature=nature, unit=unit, width=width)


def only(drawing):
    (mark,) = drawing.marks
    return mark


def test_nothing_is_drawn_where_no_report_has_a_number():
    assert drawn() is None
    assert drawn(told(""), told("declined to say how many")) is None


def test_one_number_in_one_month_is_a_mark_over_a_line_of_that_month():
    drawing = drawn(told("5,000", "July 2020"))
    mark = only(drawing)

    assert mark.along is None
    assert mark.across.x1 < mark.x < mark.across.x2
    assert mark.x == pytest.approx((mark.across.x1 + mark.across.x2) / 2, abs=0.1)
    assert mark.y == mark.across.y1 == mark.across.y2
    assert drawing.plot.left < mark.x < drawing.plot.right


def test_an_interval_is_a_bar_from_its_low_to_its_high_end():
    drawing = drawn(told("between 4,000 and 6,000"))
    mark = only(drawing)
    at = {tick.label: tick.at for tick in drawing.y_ticks}

    assert (mark.along.y1, mark.along.y2) == (at["4,000"], at["6,000"])
    assert mark.along.y1 > mark.along.y2, "more is higher up"
    assert mark.y == pytest.approx((at["4,000"] + at["6,000"]) / 2)
    assert mark.along.heads == []
    assert len(mark.along.caps) == 2


def test_the_mark_of_a_hedged_number_stands_at_the_number():
    drawing = drawn(told("approximately 5,000"), told("5,000"))

    hedged, bare = drawing.marks
    assert hedged.y == bare.y
    assert hedged.along.y2 < hedged.y < hedged.along.y1


def test_what_has_no_upper_end_points_to_the_top():
    drawing = drawn(told("more than 5,000"))
    mark = only(drawing)

    assert (mark.along.open_start, mark.along.open_end) == (False, True)
    assert mark.along.y2 == drawing.plot.top < mark.along.y1
    (head,) = mark.along.heads
    assert head.startswith(f"{mark.x:g},{drawing.plot.top:g} ")
    assert len(mark.along.caps) == 1


@pytest.mark.parametrize(
    "period, open_start, open_end",
    [
        pytest.param(Period(date(2020, 7, 1), None), False, True, id="since a day"),
        pytest.param(Period(None, date(2020, 7, 31)), True, False, id="until a day"),
    ],
)
def test_a_period_without_an_end_runs_to_the_edge(period, open_start, open_end):
    report = told("5,000")
    object.__setattr__(report, "period", period)
    drawing = drawn(report)
    line = only(drawing).across

    assert (line.open_start, line.open_end) == (open_start, open_end)
    edge = line.x1 if open_start else line.x2
    assert edge == (drawing.plot.left if open_start else drawing.plot.right)
    assert len(line.heads) == 1


def test_the_band_is_what_the_claim_tolerates_over_its_time():
    drawing = drawn(
        told("between 4,500 and 5,500", "July 2020"), claim=asserted("approximately 5,000")
    )
    mark, band = only(drawing), drawing.band

    assert (band.x, band.x + band.width) == (mark.across.x1, pytest.approx(mark.across.x2))
    assert (band.y, band.y + band.height) == (mark.along.y2, pytest.approx(mark.along.y1))


def test_the_band_of_one_number_on_one_day_can_still_be_seen():
    claim = asserted("exactly 5,000", "15 July 2020")
    drawing = drawn(told("9,000", "2020"), claim=claim)

    assert drawing.band.width >= 8 and drawing.band.height >= 8


def test_the_band_of_a_claim_without_a_time_runs_all_along():
    drawing = drawn(told(), claim=asserted(when=""))

    assert (drawing.band.x, drawing.band.width) == (
        drawing.plot.left,
        drawing.plot.right - drawing.plot.left,
    )


def test_a_claim_without_a_number_has_no_band():
    assert drawn(told(), claim=asserted("")).band is None


def test_later_is_further_right_and_more_is_higher():
    drawing = drawn(told("2,500", "July 2021"), told("5,200", "July 2020"))
    later, earlier = drawing.marks

    assert earlier.x < later.x
    assert earlier.y < later.y


def test_reports_without_a_date_have_a_lane_of_their_own():
    drawing = drawn(told("5,000", ""), told("5,000", "July 2020"))
    undated, dated = drawing.marks

    assert undated.across is None
    assert undated.x == drawing.undated_at > drawing.plot.right
    assert dated.x < drawing.plot.right
    assert drawn(told()).undated_at is None


def test_reports_and_a_claim_without_any_date_are_drawn_in_that_lane():
    drawing = drawn(told("5,000", ""), claim=asserted(when=""))

    assert drawing.x_ticks == ()
    assert only(drawing).x == drawing.undated_at


def test_a_running_total_stands_for_the_end_of_its_period():
    report = told("5,000", "2020")

    assert only(drawn(report, nature="cumulative")).x == only(drawn(report)).across.x2
    assert only(drawn(report)).x < only(drawn(report)).across.x2


def test_marks_that_would_cover_one_another_stand_side_by_side():
    drawing = drawn(*(told("5,000") for _ in range(5)))

    places = [mark.x for mark in drawing.marks]
    assert len({mark.y for mark in drawing.marks}) == 1
    assert all(abs(a - b) >= 13 for n, a in enumerate(places) for b in places[:n])
    assert len({mark.across.x1 for mark in drawing.marks}) == 1, "their periods stay"


def test_a_bar_moves_with_its_mark():
    drawing = drawn(told("approximately 5,000"), told("approximately 5,000"))

    for mark in drawing.marks:
        assert mark.along.x1 == mark.along.x2 == mark.x


def test_marks_apart_in_value_are_not_moved():
    drawing = drawn(told("5,000"), told("9,000"))

    assert len({mark.x for mark in drawing.marks}) == 1


@pytest.mark.parametrize("width", [340, 900])
def test_everything_lies_within_the_drawing(width):
    reports = [
        told("more than 5,000", "July 2020"),
        told("fewer than 900", "2014"),
        told("2,500", ""),
        told("between 3 million and 4 million", "3 January 2024"),
        *(told("5,000", "July 2020") for _ in range(12)),
    ]
    drawing = drawn(*reports, width=width)

    for mark in drawing.marks:
        assert 0 <= mark.x <= width and 0 <= mark.y <= drawing.height
        for line in mark.lines:
            assert min(line.x1, line.x2) >= 0 and max(line.x1, line.x2) <= width
            assert min(line.y1, line.y2) >= 0 and max(line.y1, line.y2) <= drawing.height
    widest = max(len(tick.label) for tick in drawing.y_ticks)
    assert drawing.plot.left >= 6 * widest, "the labels of the numbers have room"


@pytest.mark.parametrize("role", ["supports", "conflicts", "uncounted", "elsewhere"])
def test_every_role_has_a_shape_of_its_own(role):
    shapes = {
        other: only(drawn(told(role=other))).shape
        for other in ("supports", "conflicts", "uncounted", "elsewhere")
    }

    assert [name for name, shape in shapes.items() if shape == shapes[role]] == [role]


def test_a_role_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="a role is one of"):
        told(role="context")


def test_the_drawing_is_told_in_words():
    drawing = drawn(
        told("5,000", source="The embassy", number=1),
        told("9,000", role="conflicts", source="The ministry", number=2),
        told("7,000", role="elsewhere"),
        told(""),
    )

    assert drawing.description == (
        "1. The embassy: 5,000, July 2020 (supports). "
        "2. The ministry: 9,000, July 2020 (conflicts). "
        "1 report of the figure on other claims. "
        "1 report without a number that could be drawn."
    )


def test_percentages_have_their_sign_and_their_ends():
    drawing = drawn(told("63 percent"), claim=asserted("14 percent"), unit="percent")

    labels = [tick.label for tick in drawing.y_ticks]
    assert labels[0] == "0 %"
    assert all(label.endswith(" %") for label in labels)
    assert [tick.at for tick in drawing.y_ticks] == sorted(
        (tick.at for tick in drawing.y_ticks), reverse=True
    )
