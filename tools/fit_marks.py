"""Logistic regressions over marks: what each weighs, in log odds, for something or for one of several things.

Needs numpy and scikit-learn, which the program itself never loads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from showstatus.reader.scales import WORDS

VERDICT_STRENGTH = 0.1
"""How far what a mark weighs for a verdict may go from nothing: scikit-learn's C."""
RARE, RARE_WORD = 2, 7
"""A mark that no more examples have is left out, and a word of the text itself."""
Example = tuple[Mapping[str, float], bool, float]


def table_of(examples: Sequence[Mapping[str, float]], places: Mapping[str, int]) -> csr_matrix:
    """Marks as a table: a row for each example, a column for each mark that has a place."""
    at = [
        (strength, row, places[mark])
        for row, marks in enumerate(examples)
        for mark, strength in sorted(marks.items())
        if mark in places
    ]
    strengths, rows, columns = zip(*at, strict=True)
    return csr_matrix((strengths, (rows, columns)), shape=(len(examples), len(places)))


def _places(examples: Iterable[Iterable[str]]) -> dict[str, int]:
    """A place for each mark that is not rare."""
    counts = Counter(mark for marks in examples for mark in marks)
    often = (mark for mark, n in counts.items() if n > (RARE_WORD if mark.startswith(WORDS) else RARE))
    return {mark: at for at, mark in enumerate(sorted(often))}


def fit_several(examples: Sequence[tuple[Mapping[str, float], str, float]]) -> dict[str, dict[str, float]]:
    """What each mark weighs for each of several verdicts, all against one another; tables by “verdict NAME”."""
    places = _places(marks.keys() - {"any"} for marks, _, _ in examples)
    made = LogisticRegression(C=VERDICT_STRENGTH, max_iter=1000)
    made.fit(table_of([marks for marks, _, _ in examples], places), [verdict for _, verdict, _ in examples],
             sample_weight=[n for _, _, n in examples])  # fmt: skip
    tables = {}
    for verdict, row, first in zip(made.classes_, made.coef_, made.intercept_, strict=True):
        tables[f"verdict {verdict}"] = {"any": float(first), **{mark: float(row[at]) for mark, at in places.items()}}
    return tables


def fit_one(examples: Sequence[Example], strength: float) -> dict[str, float]:
    """What each mark weighs for what it is a mark of; how far weights may go from nothing is scikit-learn's C."""
    places = _places(marks for marks, _, _ in examples)
    made = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False, random_state=0)
    made.fit(table_of([marks for marks, _, _ in examples], places), [right for _, right, _ in examples],
             sample_weight=[n for _, _, n in examples])  # fmt: skip
    return {mark: float(made.coef_[0][at]) for mark, at in places.items()}
