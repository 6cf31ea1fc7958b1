"""What is read of an article of Wikipedia: which paragraphs, what they cite, and the claims that follow."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from pathlib import Path

import pytest

from showstatus.dates import parse_edtf
from showstatus.ledger.edits import append_claim
from showstatus.reader.chronicle import Citation, claims
from tests.registries import rows
from tests.standin_wiki import Note, links, page

pytest.importorskip("lxml")

from showstatus.reader.encyclopedia import article
from tests.article_claims import DAY, HOME, said, told

GOLDEN = Path(__file__).parent / "golden" / "wikipedia"


def golden(name: str) -> str:
    """The claims of a page of `golden/`, as a registry."""
    html = (GOLDEN / f"{name}.html").read_text(encoding="utf-8")
    text = f"checked = {DAY.isoformat()}\n"
    for row in claims(article("Salt Road (TV series)", html), HOME, "Wikipedia", DAY):
        days = {key: dt.date.fromisoformat(str(row[key])) for key in ("value", "on") if len(str(row.get(key))) == 10}
        text = append_claim(text, {"show": "salt-road", **row, **days})
    return text


def test_a_whole_article_becomes_the_claims_of_its_golden_file() -> None:
    text = golden("salt-road")
    if os.environ.get("SHOWSTATUS_WRITE_GOLDEN"):
        (GOLDEN / "salt-road.toml").write_text(text, encoding="utf-8")

    assert (GOLDEN / "salt-road.toml").read_text(encoding="utf-8") == text
    assert [] == rows(text).problems
    assert 12 == len(tomllib.loads(text)["claim"])


def test_what_tells_the_show_of_an_article_is_read_off_it() -> None:
    read = article("Salt Road (TV series)", (GOLDEN / "salt-road.html").read_text(encoding="utf-8"))

    assert ("Salt Road", ("Harbour TV",), 2021) == (read.title, read.networks, read.began)
    assert {"tt7654321"} == read.imdb  # and none of those it merely cites


# --- dates and references ----------------------------------------------------------------------------------------


def test_a_renewal_is_said_on_the_day_that_the_sentence_tells_and_cites_what_it_cites() -> None:
    notes = {"a": Note("https://example.org/two-more", "The Daily Wave", "2022-05-21")}

    assert [
        {
            "kind": "renewed",
            "seasons": [3],
            "on": "2022-05-20",
            "url": "https://example.org/two-more",
            "reports": "The Daily Wave",
        }
    ] == said("The series was renewed for a third season on 20 May 2022.[a]", notes=notes)


def test_a_statement_without_citation_names_the_page_and_ranks_lowest() -> None:
    assert [{"kind": "renewed", "seasons": [3], "on": "2022-05", "url": HOME, "rank": "inferred"}] == said(
        "In May 2022, the series was renewed for a third season."
    )


def test_a_citation_behind_the_next_sentence_stands_for_both() -> None:
    notes = {"a": Note("https://example.org/a")}
    text = "On May 20, 2022, the series was renewed for a third season. Filming for it began on June 1, 2022.[a]"

    assert "https://example.org/a" == said(text, notes=notes)[0]["url"]


def test_of_several_citations_the_one_that_came_out_after_it_happened_is_the_reference() -> None:
    notes = {"a": Note("https://example.org/hopes", day="2021-02"), "b": Note("https://example.org/news")}

    assert (
        "https://example.org/news"
        == said("It was renewed for a third season on 20 May 2022.[a][b]", notes=notes)[0]["url"]
    )


def test_a_plan_was_said_when_its_citation_came_out() -> None:
    notes = {"a": Note("https://example.org/date", day="2026-11-02")}
    (row,) = said("The fourth season is scheduled to premiere on February 11, 2027.[a]", notes=notes)

    assert ("date-announced", "2027-02-11", "2026-11-02") == (row["kind"], row["value"], row["on"])


def test_a_citation_of_the_future_dates_nothing() -> None:
    notes = {"a": Note("https://example.org/date", day="2031-01-01")}

    assert "on" not in said("The fourth season is scheduled to premiere on February 11, 2027.[a]", notes=notes)[0]


def test_what_was_said_this_month_counts_from_the_day_on_which_it_is_read() -> None:
    line = "In November 2026, the series was renewed for a third season."

    assert ["on" in said(line, day=day)[0] for day in (DAY, dt.date(2026, 11, 30))] == [False, True]


def test_a_note_without_the_words_for_programs_is_read_by_its_link_and_its_brackets() -> None:
    html = page("It was renewed for a third season on 20 May 2022.[a]", notes={"a": Note("https://example.org/a")})
    note = html[html.index('<li id="cite_note-a">') : html.index("</li>")]
    plain = (
        '<li id="cite_note-a">Reed, A. (May 21, 2022). <a class="external text" href="https://web.archive.org/x">A</a>'
        '<a class="external text" href="https://example.org/b">It</a>. <i>Tide</i>.'
    )
    (passage,) = article("Salt Road", html.replace(note, plain)).passages

    assert Citation("https://example.org/b", "Tide", parse_edtf("2022-05-21")) == passage.cited[0][1]


def test_what_editors_doubt_is_left_out() -> None:
    doubt = '<sup class="noprint Inline-Template">[<i>citation needed</i>]</sup>'

    assert [] == told(f"On May 2, 2024, Harbour TV cancelled the series.{doubt}")
    assert ["cancelled 2024-05-02"] == told(f"On May 2, 2024, Harbour TV cancelled the series. It is sad.{doubt}")


def test_the_same_told_twice_is_one_claim_with_the_finer_day_and_the_citation() -> None:
    notes = {"a": Note("https://example.org/a")}
    rows = said(
        "In May 2022, the series was renewed for a third season.",
        "== Production ==",
        "On May 20, 2022, the series was renewed for a third season.[a]",
        "The series was renewed for a third season on May 20, 2022.",
        notes=notes,
    )

    assert [("2022-05-20", "https://example.org/a")] == [(row["on"], row["url"]) for row in rows]


# --- which sentences ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("In April 2024, the series was renewed for a second and third season.", ["renewed 2 3 2024-04"]),
        ("On 20 May 2022, the BBC recommissioned the programme for a second series.", ["renewed 2 2022-05-20"]),
        ("On September 17, 2023, Netflix canceled the series after three seasons.", ["cancelled 4 2023-09-17"]),
        ("Netflix gave the drama a straight-to-series order on January 14, 2020.", ["ordered 1 2020-01-14"]),
        (
            "In January 2024, Harbour TV renewed the series for a fifth and final season.",
            ["renewed 5 2024-01", "final-season 5 2024-01"],
        ),
        (
            "On May 2, 2024, Netflix announced that the fourth season would be the final season.",
            ["final-season 4 2024-05-02"],
        ),
        (
            "Filming for the second season began on September 5, 2022, and wrapped on December 2, 2022.",
            ["filming-started 2 2022-09-05", "filming-wrapped 2 2022-12-02"],
        ),
        (
            "A second series was confirmed in June 2021, and a third series was commissioned in August 2022.",
            ["renewed 2 2021-06", "renewed 3 2022-08"],
        ),
        ("The fourth season is scheduled to premiere in 2027.", ["window-announced 4 2027"]),
        # what fools readers
        ("Shaw hoped in June 2024 that the series would be renewed for a fifth season.", []),
        ("As of May 2024, the series has not been renewed for a third season.", []),
        ("Netflix ordered a spin-off series, Iron Road, on May 5, 2023.", []),
        ("On June 3, 2023, Hulu picked up the series after it was cancelled by Harbour TV.", []),
        ("The sixth and final season premiered on July 18, 2024.", ["premiered 6 2024-07-18"]),
        ("Production was suspended in March 2020 due to the pandemic.", []),
        ("Filming on the third season is set to begin in May 2027.", []),
        ("The series was renewed for a third season.", []),  # an encyclopedia tells when
    ],
)
def test_a_sentence_says_what_it_says(sentence: str, made: list[str]) -> None:
    assert made == told(sentence)


def test_the_heading_above_tells_the_season_that_a_sentence_leaves_out() -> None:
    begins = "Filming began on April 5, 2023, in Halifax."

    assert [] == told("== Production ==", begins)
    assert ["filming-started 2 2023-04-05"] == told("== Production ==", "=== Season 2 ===", begins)


@pytest.mark.parametrize("heading", ["Reception", "Accolades", "Cast and characters", "Spin-off", "Plot", "See also"])
def test_sections_about_something_else_are_passed_over(heading: str) -> None:
    line = "On May 2, 2024, Harbour TV cancelled the series."

    assert [] == told(f"== {heading} ==", line)
    assert ["cancelled 2024-05-02"] == told("== Production ==", "=== Cancellation ===", line)


def test_what_one_sentence_says_does_not_change_with_another() -> None:
    sentences = [
        "On April 20, 2021, Harbour TV renewed the series for a second season.",
        "The second season was released on June 10, 2022.",
        "On May 2, 2024, Harbour TV cancelled the series.",
    ]
    alone = [line for sentence in sentences for line in told(sentence)]

    assert alone == told(" ".join(sentences)) == told(*sentences)


def test_links_to_imdb_are_found_at_the_end() -> None:
    html = "".join(links("https://www.imdb.com/title/tt0000007/", "https://www.imdb.com/name/nm0000001/"))

    assert {"tt0000007"} == article("X", html).imdb
