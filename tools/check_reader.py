"""How well does the reader read what its weights were not fitted on? Each sixth of the articles, by the rest.

    .venv/bin/python tools/check_reader.py FOLDER… [--new]

The shipped weights are put back at the end. Judge a rule or a mark by this, not by how well it fits. With `--new` each
article is read as if none of its shows were known beforehand: most shows of the articles at hand are in `names.toml`,
many of those in an article from elsewhere are not, and how well that is read lies between the two. Each time it is
fitted anew, for the weights that are there may know the articles. Needs numpy and scipy.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

import reader
from reader import ROWS, Score, score

from fit_reader import NOTHING, fit
from fit_titles import others
from reader_pieces import Piece, pieces_of
from reader_weights import LEXICON
from showstatus.reader import lexicon
from showstatus.reader.json_lines import shows

PARTS = 6


def main(folders: list[str], *, new: bool) -> None:
    """Print the table, a column for each folder and one for all."""
    pieces = pieces_of(folders)
    kept = {name: (LEXICON / name).read_bytes() for name in ("titles.txt", "weights.txt", "wording.txt")}
    totals = {Path(folder): Score() for folder in folders}
    try:
        for part in range(PARTS):
            with contextlib.redirect_stdout(io.StringIO()):
                fit([piece for piece in pieces if _part(piece) != part], NOTHING)
            for folder, total in totals.items():
                mine = [piece for piece in pieces if piece.folder == folder and _part(piece) == part]
                scores = map(_as_new, mine) if new else [score(folder, [piece.name for piece in mine])]
                for scored in scores:
                    total.counts.update(scored.counts)
    finally:
        for name, content in kept.items():
            (LEXICON / name).write_bytes(content)
    every = Score()
    for total in totals.values():
        every.counts.update(total.counts)
    for label, good, of in ROWS:
        print(f"{label:36}" + "".join(f"{total.ratio(good, of):>18}" for total in (*totals.values(), every)))


def _as_new(piece: Piece) -> Score:
    """How an article is read as if none of its shows were known beforehand."""
    names = frozenset(others(piece))

    def read(text: str, published: dt.date | None, known: list[str]) -> list[dict[str, Any]]:
        return shows(text, published, [title for title in known if title in names])

    with patch.object(reader, "shows", read), patch.object(lexicon, "known_titles", lambda: names):
        return score(piece.folder, [piece.name])


def _part(piece: Piece) -> int:
    return int(hashlib.sha256(f"part {piece.name}".encode()).hexdigest(), 16) % PARTS


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name != "--new"], new="--new" in sys.argv)
