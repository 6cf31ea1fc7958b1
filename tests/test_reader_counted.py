"""Dates that are counted from the one named before: what they mean, and which one that is."""

from __future__ import annotations

import datetime as dt

import pytest

from showstatus.dates import parse_edtf
from showstatus.reader.article import gathered
from showstatus.reader.mentions.counted import counted_from
from showstatus.reader.mentions.times import iso


@pytest.mark.parametrize(
    ("before", "words", "meant"),
    [
        ("2021-10-21", "three months later", "2022-01"),
        ("2021-10", "a month later", "2021-11"),
        ("2021-12", "the following month", "2022-01"),
        ("2017", "the following year", "2018"),
        ("2017-05-03", "two days later", "2017-05-05"),
        ("2017-05", "two years on", "2019"),
        ("2017-23", "that December.", "2017-12"),
        ("2017-11", "that March", "2018-03"),
        ("2017-03", "the following May", "2017-05"),
        ("2017-06", "the following May", "2018-05"),
        ("2017-02", "later that same month", "2017-02"),
        ("2017-02", "April of that year", "2017-04"),
        ("2017-02", "fall of that year", "2017-09/2017-11"),
        ("2017-02", "May 4 that same year", "2017-05-04"),
        ("2017-02", "later that year", "2017"),
        ("2017", "a month later", None),
        ("2017-05", "two days later", None),
        ("2017-05-03", "99999999999 days later", None),
        ("2017-05-03", "9000 months later", "2767-05"),
        ("2017-05-03", "9000 years later", None),
        ("2017-05-03", f"{'9' * 5000} years later", None),
        ("2017", "31 February of that year", None),
        ("9998-12", "the following month", None),
    ],
)
def test_a_date_is_counted_from_the_one_before(before: str, words: str, meant: str | None) -> None:
    found = counted_from(words, parse_edtf(before))

    assert meant == (iso(found) if found else None)


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        ("Harlow Bay premiered in March 2021, and the following month it was renewed for a second season.", "2021-04"),
        ("Harlow Bay premiered in March 2021. Two months later ABC renewed the show for a second season.", "2021-05"),
        ("Harlow Bay premiered last month. Ann Lee is in it. That year it was renewed for a second season.", None),
        ("A month later ABC renewed Harlow Bay for a second season.", None),
    ],
)
def test_it_counts_from_a_date_that_is_at_most_a_sentence_away(sentences: str, day: str | None) -> None:
    told = gathered(f"News\n\n{sentences}\n", dt.date(2023, 6, 15), {"Harlow Bay"}).told

    assert [day] == [iso(event.date) if event.date else None for event in told if event.kind == "renewed"]
