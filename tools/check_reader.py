"""How well does the reader read what its weights were not fitted on? Each sixth of the articles, by the rest.

    .venv/bin/python tools/check_reader.py FOLDER…

The shipped weights are put back at the end. Judge a rule or a mark by this, not by how well it fits. Needs numpy.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

from reader import ROWS, Score, score

from fit_reader import TARGET, Piece, fit, pieces_of

PARTS = 6


def main(folders: list[str]) -> None:
    """Print the table, a column for each folder and one for all."""
    pieces = pieces_of(folders)
    kept = {name: (TARGET.parent / name).read_bytes() for name in ("titles.toml", "weights.toml")}
    totals = {Path(folder): Score() for folder in folders}
    try:
        for part in range(PARTS):
            with contextlib.redirect_stdout(io.StringIO()):
                fit([piece for piece in pieces if _part(piece) != part])
            for folder, total in totals.items():
                names = [piece.name for piece in pieces if piece.folder == folder and _part(piece) == part]
                total.counts.update(score(folder, names).counts)
    finally:
        for name, content in kept.items():
            (TARGET.parent / name).write_bytes(content)
    every = Score()
    for total in totals.values():
        every.counts.update(total.counts)
    for label, good, of in ROWS:
        print(f"{label:36}" + "".join(f"{total.ratio(good, of):>18}" for total in (*totals.values(), every)))


def _part(piece: Piece) -> int:
    return int(hashlib.sha256(f"part {piece.name}".encode()).hexdigest(), 16) % PARTS


if __name__ == "__main__":
    main(sys.argv[1:])
