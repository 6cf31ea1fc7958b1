"""The labelled articles that the reader is fitted on: those that `bench/reader.py` lets be looked at."""

from __future__ import annotations

import datetime as dt
import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from reader import FROM, halves

from showstatus.reader.titles.candidates import key_of

FIRST, FREE = 3.0, 0.7
"""What a piece of the first collection counts, whose make decides, and one of the freer ones."""
PARTS = 5
"""Each of so many parts of the articles is read by a wording that was fitted on the others."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A labelled article that may be looked at."""

    folder: Path
    name: str
    text: str
    published: dt.date | None
    labels: dict[str, dict[str, Any]]
    """The shows by their keys."""

    @property
    def part(self) -> int:
        """In which part of all articles it is."""
        return zlib.crc32(self.name.encode()) % PARTS

    @property
    def counts(self) -> float:
        """What it counts in a fit."""
        return FREE if int(self.name) >= FROM else FIRST


def pieces_of(folders: list[str]) -> list[Piece]:
    """The labelled articles of these folders that may be looked at."""
    made = []
    for folder in map(Path, folders):
        for name in halves([path.stem for path in folder.glob("*.txt")])[0]:
            gold = json.loads((folder / f"{name}.json").read_text())
            published = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
            labels = {key_of(show["title"]): show for show in gold["shows"]}
            made.append(Piece(folder, name, (folder / f"{name}.txt").read_text(), published, labels))
    return made
