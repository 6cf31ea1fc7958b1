"""Fits how much each mark says for a verdict, a season, an event, a show, and for it that a text holds news at all.

`reader/lexicon/weights.txt`; called by `fit_reader`. One step after another, as each sees what those before leave; what
it sees of them was weighed by what was fitted on other articles, as it will be in a new one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from fit_marks import fit_one, fit_several
from fit_titles import every_name, others
from fit_wording import Row, Weights, fit_wording, rows_of
from reader_forms import happened, newsless, told
from reader_pieces import PARTS, Piece
from reader_weights import Tables, write
from showstatus.reader.article import Gathered, gathered, readings, settled
from showstatus.reader.readings.cast import Role, roles
from showstatus.reader.readings.no_news import news_marks
from showstatus.reader.readings.reading import Reading
from showstatus.reader.scales import Marks
from showstatus.reader.titles.candidates import key_of
from spread import spread

NEW = 0.5
"""What an article counts as if all its shows were new, where it is fitted how sure a show is, or that it holds news."""
SEASONLESS = ("cancelled", "saved")
"""Kinds whose season is not scored."""
EVENT_SHARE = 0.2
"""What an event of a sentence of our own counts: more does not tell more events of articles."""
TITLE, OTHER, PUBLISHED = "Harbour Lights", "Salt Road", dt.date(2023, 6, 1)
"""What sentences of our own tell of, and when."""
TOLD_ON = dt.date(2024, 6, 12)
"""The day on which the sentences that tell events are read."""

Labels = Mapping[str, Mapping[str, Any]]
"""The labelled shows of a text by their keys."""
Case = tuple[Marks, Any, float]
"""What speaks for something, whether it is so (of a verdict: which it is), and what that counts."""
Heard = tuple[Gathered, Labels, float]
"""What is found in a text, its labels, and what it counts."""


@dataclass(frozen=True)
class Text:
    """A text, to be read by the weights of this hour."""

    found: Gathered
    labels: Labels
    counts: float

    @cached_property
    def named(self) -> list[list[Role]]:
        """The roles in each sentence."""
        return [roles(line.sentence) for line in self.found.marks]

    @cached_property
    def every(self) -> list[Reading]:
        """What it says of each name that may be a show."""
        return readings(self.found, self.named)

    def labelled(self) -> Iterable[tuple[Reading, Mapping[str, Any]]]:
        """The readings that have a label, with it."""
        return ((found, self.labels[found.key]) for found in self.every if found.key in self.labels)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is fitted: the cases in a text, and what is made of those of all texts."""

    cases: Callable[[Text], list[Case]]
    fit: Callable[[list[Case], Tables], Tables]
    own: Callable[[], list[Heard]] = list
    """The texts of our own that it is fitted on as well."""
    as_new: bool = False
    """Whether it is fitted on articles whose shows nobody knows as well."""


def fit_readings(pieces: list[Piece], wording: Weights, earlier: Tables) -> None:
    """Fit on these pieces, going on from an earlier fit, and write the weights."""
    known, new = _heard(pieces, wording)
    apart: list[Tables] = [dict(earlier) for _ in range(PARTS)]
    whole: Tables = dict(earlier)
    for step in STEPS:
        found: list[list[Case]] = []
        for part, tables in enumerate(apart):
            write(tables)
            mine = [place for place, piece in enumerate(pieces) if piece.part == part]
            heard = [known[place] for place in mine] + [new[place] for place in mine if step.as_new]
            found.append(_cases(step, heard))
        write(whole)
        own = _cases(step, step.own())
        for part, tables in enumerate(apart):
            rest = [case for other, mine in enumerate(found) if other != part for case in mine]
            tables.update(step.fit([*rest, *own], earlier))
        whole.update(step.fit([*(case for mine in found for case in mine), *own], earlier))
    write(whole)


_texts: Sequence[Heard] = ()
"""What the processes that read see of what is found: it is too much to be handed to them one by one."""


def _cases(step: Step, heard: Sequence[Heard]) -> list[Case]:
    """The cases of a step in some texts, by the weights of this hour."""
    global _texts
    _texts = heard
    found = spread(partial(_cases_at, step.cases), range(len(heard)))
    _texts = ()
    return [case for mine in found for case in mine]


def _cases_at(cases: Callable[[Text], list[Case]], place: int) -> list[Case]:
    return cases(Text(*_texts[place]))


def _verdict_cases(text: Text) -> list[Case]:
    return [(found.verdict_marks, _fair(found.rule, gold), text.counts) for found, gold in text.labelled()
            if "verdict" in gold]  # fmt: skip


def _fair(rule: str, gold: Mapping[str, Any]) -> str:
    """The label, or what the rules say where that is as fair."""
    return rule if rule in gold.get("verdict_alt", ()) else str(gold["verdict"])


def _subject_cases(text: Text) -> list[Case]:
    return [
        (marks, number == gold["subject_season"], text.counts)
        for found, gold in text.labelled() if "subject_season" in gold
        for number, marks in found.ways.items()
    ]  # fmt: skip


def _event_cases(text: Text) -> list[Case]:
    made: list[Case] = []
    for found, gold in text.labelled():
        stated = {_event(event["kind"], event["season"]) for event in gold["events"]}
        made += [
            (way.marks, _event(way.kind, way.season) in stated, text.counts)
            for ways in found.considered for way in ways
        ]  # fmt: skip
    return made


def _event(kind: str, season: int | None) -> tuple[str, int | None]:
    return kind, None if kind in SEASONLESS else season


def _show_cases(text: Text) -> list[Case]:
    return [(found.marks, found.key in text.labels, text.counts) for found in text.every]


def _news_cases(text: Text) -> list[Case]:
    found, every = settled(text.found, text.named)
    return [(news_marks(found.marks, found.told, every), bool(text.labels), text.counts)]


def _fit_table(table: str, strength: float) -> Callable[[list[Case], Tables], Tables]:
    """How a table is fitted; weights may go from nothing as far as the reciprocal of what their squares cost says."""
    return lambda cases, earlier: {table: fit_one(cases, strength, earlier.get(table, {}))}


def _heard(pieces: list[Piece], earlier: Weights) -> tuple[list[Heard], list[Heard]]:
    """What is found in every article, and again as if its shows were new, by a wording that was fitted on others.

    It would know its own by heart.
    """
    rows = spread(_sentences, pieces)
    found: dict[int, tuple[Heard, Heard]] = {}
    for part in range(PARTS):
        fit_wording(
            [row for piece, mine in zip(pieces, rows, strict=True) if piece.part != part for row in mine], earlier
        )
        own = [place for place, piece in enumerate(pieces) if piece.part == part]
        for place, (known, new) in zip(own, spread(_twice, [pieces[place] for place in own]), strict=True):
            labels, counts = pieces[place].labels, pieces[place].counts
            found[place] = (known, labels, counts), (new, labels, NEW * counts)
    fit_wording([row for mine in rows for row in mine], earlier)
    return [found[place][0] for place in range(len(pieces))], [found[place][1] for place in range(len(pieces))]


def _sentences(piece: Piece) -> list[Row]:
    lines = gathered(piece.text, piece.published, every_name()).marks
    return rows_of(lines, piece.text, piece.labels.values(), piece.counts)


def _twice(piece: Piece) -> tuple[Gathered, Gathered]:
    """What is found in an article with all the titles that are known, and as if its own were not."""
    return gathered(piece.text, piece.published, every_name()), gathered(piece.text, piece.published, others(piece))


def _own_events() -> list[Heard]:
    """Sentences of our own, each with the events that it tells."""
    return [
        (gathered(text, TOLD_ON, (TITLE,)), {key_of(TITLE): {"events": events}}, EVENT_SHARE)
        for text, events in happened(TITLE)
    ]


def _own_sentences() -> list[Heard]:
    """Sentences of our own, each with the verdict that it tells."""
    return [
        (gathered(text, PUBLISHED, (TITLE,)), {key_of(TITLE): {"verdict": verdict}}, 1.0)
        for text, verdict in told(TITLE)
    ]


def _newsless() -> list[Heard]:
    """Texts of our own that hold no news."""
    return [(gathered(text, PUBLISHED, (TITLE, OTHER)), {}, 1.0) for text in newsless(TITLE, OTHER)]


STEPS = (
    Step(_verdict_cases, fit_several, _own_sentences),
    Step(_subject_cases, _fit_table("subject", 0.1)),
    Step(_event_cases, _fit_table("event", 0.3), _own_events),
    Step(_show_cases, _fit_table("show", 0.1), _own_sentences, as_new=True),
    Step(_news_cases, _fit_table("news", 0.3), _newsless, as_new=True),
)
