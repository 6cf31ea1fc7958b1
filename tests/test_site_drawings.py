"""The drawings of a site: bars whose area is probability, and a time line."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from showstatus.report import report
from showstatus.views.site.drawings import timeline_drawing, window_drawing
from tests.registries import told

RENEWED = 'kind = "renewed", season = 2, on = 2022-05-20, by = "Netflix"'
FIRST = 'kind = "premiered", season = 1, value = 2022-02-18'


def test_the_area_of_a_bar_is_the_probability_of_its_days() -> None:
    made = report(told(FIRST, RENEWED), dt.date(2022, 6, 1))
    drawing = window_drawing(made)
    assert drawing is not None

    areas = [bar.width * bar.height for bar in drawing.bars]
    shares = [0.05, 0.15, 0.25, 0.25, 0.15, 0.05]
    assert [round(area / sum(areas), 1) for area in areas] == [round(share / sum(shares), 1) for share in shares]
    assert ["rest", "most", "half", "half", "most", "rest"] == [bar.kind for bar in drawing.bars]


@given(st.dates(dt.date(2022, 1, 1), dt.date(2030, 1, 1)))
def test_everything_drawn_is_within_the_drawing(as_of: dt.date) -> None:
    filmed = 'kind = "filming-started", season = 2, value = "2022-09", on = 2022-10-01'
    made = report(told(FIRST, RENEWED, filmed), as_of)
    for drawing in (window_drawing(made), timeline_drawing(made)):
        if drawing is not None:
            for bar in (*drawing.bars, *drawing.lines):
                assert (0 <= bar.x, bar.x + bar.width <= 100.02, 0 <= bar.height <= 100) == (True, True, True)
            marks = [mark.x for mark in drawing.ticks]
            assert marks == sorted(marks)
            assert all(0 <= mark <= 100 for mark in marks)


def test_a_time_line_says_in_words_what_it_shows() -> None:
    drawing = timeline_drawing(report(told(FIRST, RENEWED), dt.date(2022, 6, 1)))

    assert drawing is not None
    assert "Time line: season 1 from 18 February 2022; season 2 to come." == drawing.words
    assert ["1", "2"] == [bar.label for bar in drawing.bars]
