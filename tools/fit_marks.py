"""Logistic regressions over marks: what each weighs, in log odds, for something or for one of several things.

A fit may go on from an earlier one whose articles are no longer at hand: what marks weighed by that one is then where
their weights begin, and how far they may go from there is less the more the earlier articles said of them.
Needs numpy and scipy, which the program itself never loads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

from showstatus.reader.scales import WORDS

VERDICT_STRENGTH = 0.1
"""How far what a mark weighs for a verdict may go from nothing: the reciprocal of what its square costs."""
RARE, RARE_WORD = 2, 7
"""A mark that no more examples have is left out, and a word of the text itself."""
EARLIER = 2.0
"""How much the articles of an earlier fit say against those at hand: there were some twice as many."""
FREE = 1e-6
"""What the square of a weight costs that may be anything."""
ROUNDS = 1000
Example = tuple[Mapping[str, float], bool, float]
Floats: TypeAlias = NDArray[np.float64]


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


def _places(examples: Iterable[Iterable[str]], before: Container[str]) -> dict[str, int]:
    """A place for each mark that is not rare, or has weighed something before: that counts where it stands."""
    counts = Counter(mark for marks in examples for mark in marks)
    often = (
        mark for mark, n in counts.items() if n > (RARE_WORD if mark.startswith(WORDS) else RARE) or mark in before
    )
    return {mark: at for at, mark in enumerate(sorted(often))}


def fit_several(
    examples: Sequence[tuple[Mapping[str, float], str, float]], before: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """What each mark weighs for each of several verdicts, all against one another; tables by “verdict NAME”.

    `before` is what they weighed by an earlier fit; empty where there was none.
    """
    names = sorted({verdict for _, verdict, _ in examples})
    tables = {name: before.get(f"verdict {name}", {}) for name in names}
    places = _places((marks.keys() for marks, _, _ in examples), set[str]().union(*tables.values()))
    costs = np.array([FREE if mark == "any" else 1 / VERDICT_STRENGTH for mark in places])
    table = table_of([marks for marks, _, _ in examples], places)
    told = np.array([[verdict == name for name in names] for _, verdict, _ in examples], float)
    counts = np.array([n for _, _, n in examples])
    found = _fitted(table, told, counts, costs, _begun(places, tables.values()))
    return {
        f"verdict {name}": {**tables[name], **{mark: float(found[at, column]) for mark, at in places.items()}}
        for column, name in enumerate(names)
    }


def fit_one(examples: Sequence[Example], strength: float, before: Mapping[str, float]) -> dict[str, float]:
    """What each mark weighs for what it is a mark of.

    How far weights may go from nothing is `strength`, the reciprocal of what their squares cost; `before` is what they
    weighed by an earlier fit.
    """
    places = _places((marks for marks, _, _ in examples), before)
    table = table_of([marks for marks, _, _ in examples], places)
    right = np.array([right for _, right, _ in examples])
    counts = np.array([n for _, _, n in examples])
    found = fit_table(table, right, counts, strength, _begun(places, [before])[:, 0])
    return {**before, **{mark: float(found[at]) for mark, at in places.items()}}


def fit_table(table: csr_matrix, right: NDArray[np.bool_], counts: Floats, strength: float, begun: Floats) -> Floats:
    """What each column of a table weighs for what is right of its rows; `begun` is what it weighed before."""
    costs = np.full(table.shape[1], 1 / strength)
    return _fitted(table, right[:, None].astype(float), counts, costs, begun[:, None])[:, 0]


def _begun(places: Mapping[str, int], tables: Iterable[Mapping[str, float]]) -> Floats:
    every = list(tables)
    return np.array([[table.get(mark, 0.0) for table in every] for mark in places])


def _fitted(table: csr_matrix, told: Floats, counts: Floats, costs: Floats, begun: Floats) -> Floats:
    """The weights, a row for each column of the table and a column for each thing told, that are the likeliest.

    Of one thing it is told whether it is so; of several each row is one. Where a weight is known from an earlier fit,
    it costs more to leave it the more the articles at hand say of it, for those of that one said `EARLIER` times as
    much: by so much the likelihood bends (its second derivative) where it begins. That is Laplace's approximation of
    what they said, with no mark speaking for another.
    """
    chance, _ = _chances(table @ begun)
    bend = table.power(2).T @ (counts[:, None] * chance * (1 - chance))
    cost = np.where(begun != 0, costs[:, None] + EARLIER * bend, costs[:, None])

    def loss(flat: Floats) -> tuple[float, Floats]:
        moved = flat.reshape(begun.shape)
        odds = table @ (begun + moved)
        chance, whole = _chances(odds)
        lost = counts @ (whole - (told * odds).sum(axis=1))
        slope = table.T @ (counts[:, None] * (chance - told)) + cost * moved
        return float(lost + (cost * moved**2).sum() / 2), slope.ravel()

    made = minimize(loss, np.zeros(begun.size), jac=True, method="L-BFGS-B",
                    options={"maxiter": ROUNDS, "maxfun": 2 * ROUNDS, "ftol": 1e-9, "gtol": 1e-4})  # fmt: skip
    return np.asarray(begun + made.x.reshape(begun.shape))


def _chances(odds: Floats) -> tuple[Floats, Floats]:
    """How likely each thing is by its odds, and the logarithm of what they are shares of; one may also be not so."""
    every = np.column_stack([odds, np.zeros(len(odds))]) if odds.shape[1] == 1 else odds
    whole = np.asarray(logsumexp(every, axis=1))
    return np.exp(odds - whole[:, None]), whole
