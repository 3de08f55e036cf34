"""init_random, notebook 04: choose different points, all with the same chance."""

import numpy as np

from .. import steps
from ..checker.draws import Distribution, UsesRng, merged, repeats, sequences, uniform_subsets
from ..checker.exercise import Exercise
from . import rows_of_X

SEVEN = np.array([[1, 2], [3, 4], [1, 6], [7, 4], [5, 5], [8, 2], [6, 9]], dtype=float)
SQUARES = steps.squared_distances(SEVEN, SEVEN)
TWINS = np.array([[1.0, 1.0], [1.0, 1.0], [2.0, 3.0]])
ALIKE, BUT_LAST, BUT_FIRST = [1] * 7, [1] * 6 + [0], [0] + [1] * 6  # weights of the seven rows


def without_order(chosen):
    """Return the positions drawn as a set, or None if there are none."""
    return chosen and tuple(sorted(set(chosen)))


def one_by_one(weights, first=ALIKE):
    """Return the law of sets of two, the second drawn with `weights(chosen)`."""
    return merged(sequences(np.divide(first, sum(first)), weights, 2), without_order)


def write_rows(outcome):
    """Write an outcome in words."""
    if len(outcome) == 1:
        return f"row {outcome[0]} of X twice in one draw"
    return f"rows {' and '.join(map(str, outcome))} of X"


DRAWS = UsesRng((SEVEN, 2), [(SEVEN[::-1], 4), (TWINS, 2)])
SETS = Distribution(
    args=(SEVEN, 2),
    draws=5000,
    read=lambda value: without_order(rows_of_X.positions(SEVEN, 2)(value)),
    law=uniform_subsets(range(7), 2),
    names=rows_of_X.NAMES[:2],
    write=write_rows,
    key="not uniform",
    otherwise="Not all rows have the same chance. Draw `n_clusters` positions from 0 to n - 1, "
    "all alike, without replacement.",
)
PAIRS = Distribution(
    args=(TWINS, 2),
    draws=600,
    read=lambda value: without_order(rows_of_X.positions(TWINS, 2)(value)),
    law={(1,): 1 / 3, (1, 2): 2 / 3},
    names=rows_of_X.NAMES[:2],
    write={(1,): "the two equal rows", (1, 2): "one of the equal rows and the last row"}.get,
    key="twins",
    otherwise=rows_of_X.TWINS_OTHERWISE,
)

EXERCISE = Exercise(
    name="init_random",
    load=lambda: steps.init_random,
    kind="numbers",
    cases=rows_of_X.CASES,
    verify=rows_of_X.rows_of_X,
    probes=(
        DRAWS,
        repeats(SEVEN, 2),
        SETS,
        rows_of_X.repeated_rows(SEVEN, 7, "with replacement"),
        rows_of_X.repeated_rows(SEVEN, 3, "with replacement", draws=100),
        PAIRS,
        rows_of_X.repeated_rows(rows_of_X.ONE, 1, "not rows", draws=1),
    ),
    words=dict(rows_of_X.WORDS),
    hints=(
        "Do not draw numbers, draw *positions*: which rows of X?",
        "`rng.choice(n, size=..., replace=...)` draws whole numbers from 0 to n - 1.",
        "Without replacement no position comes twice. `X[positions]` takes those rows, whatever "
        "the number of columns.",
    ),
    why="Drawn with replacement, a start could hold a centroid twice, and one of the two would "
    "stay empty.",
)


@DRAWS.wrong
def first_rows(X, n_clusters, rng):
    """You take the first rows, without chance. If X is sorted, all of them lie in one corner:
    draw the positions from `rng`."""
    return X[:n_clusters]


@DRAWS.wrong(key="first rows")
def last_rows(X, n_clusters, rng):
    """You take the last rows, without chance. Draw the positions from `rng`."""
    return X[-n_clusters:]


@SETS.wrong(law=lambda: one_by_one(lambda chosen: ALIKE))
def with_replacement(X, n_clusters, rng):
    """The same row can be chosen twice: you draw with replacement. Two equal centroids make an
    empty cluster. {if choice(: `rng.choice` has an argument for this.}"""
    return X[rng.choice(len(X), n_clusters)]


EXERCISE.words["with replacement"] = with_replacement.hint


@SETS.wrong(law=lambda: one_by_one(lambda chosen: [x not in SEVEN[list(chosen)] for x in SEVEN]))
def elementwise_in(X, n_clusters, rng):
    """A row is dropped as soon as *one* of its values occurs anywhere among the rows chosen.
    Remember the positions that were chosen. {if in: `row not in centroids` compares number by
    number.}"""
    centroids = X[[rng.integers(len(X))]]
    for _ in range(n_clusters - 1):
        rest = [row for row in X if row not in centroids]
        centroids = np.vstack([centroids, rng.choice(rest)])
    return centroids


@SETS.wrong(law=lambda: one_by_one(lambda chosen: BUT_LAST))
def index_of_the_filtered_list(X, n_clusters, rng):
    """You draw an index into the rows that are left and use it on X. There it means another
    row: the last ones never come, others twice."""
    chosen = []
    for _ in range(n_clusters):
        rest = [i for i in range(len(X)) if i not in chosen]
        chosen.append(rng.integers(len(rest)))
    return X[chosen]


@SETS.wrong(law=lambda: uniform_subsets(range(6), 2))
def never_the_last(X, n_clusters, rng):
    """The last row is never chosen. Its position is n - 1. {if integers(: `rng.integers(n)`
    already ends at n - 1.}"""
    return X[rng.choice(len(X) - 1, n_clusters, replace=False)]


@SETS.wrong(law=lambda: uniform_subsets(range(1, 7), 2))
def never_the_first(X, n_clusters, rng):
    """The first row is never chosen. Indices start at 0."""
    return X[rng.choice(len(X) - 1, n_clusters, replace=False) + 1]


@SETS.wrong(key="never the last", law=lambda: one_by_one(lambda chosen: BUT_LAST, BUT_LAST))
def never_the_last_but_twice(X, n_clusters, rng):
    """The last row is never chosen, and the same row can be chosen twice. {if integers(:
    `rng.integers(n)` already ends at n - 1.}"""
    return X[rng.integers(0, len(X) - 1, size=n_clusters)]


@SETS.wrong(key="never the first", law=lambda: one_by_one(lambda chosen: BUT_FIRST, BUT_FIRST))
def never_the_first_but_twice(X, n_clusters, rng):
    """The first row is never chosen (indices start at 0), and the same row can be chosen
    twice."""
    return X[rng.integers(1, len(X), size=n_clusters)]


@SETS.wrong(law=lambda: {(i, i + 1): 1 / 6 for i in range(6)})
def neighbours(X, n_clusters, rng):
    """You choose a place and take the rows that follow it. Every *pair* of rows must be
    possible: draw each position on its own."""
    start = rng.integers(len(X) - n_clusters + 1)
    return X[start : start + n_clusters]


@SETS.wrong(like=neighbours, law=lambda: {(i, i + 1): 1 / 5 for i in range(5)})
def neighbours_without_the_last(X, n_clusters, rng):
    start = rng.integers(len(X) - n_clusters)
    return X[start : start + n_clusters]


@SETS.wrong(
    like=neighbours, law=lambda: {without_order((i, (i + 1) % 7)): 1 / 7 for i in range(7)}
)
def neighbours_round_the_end(X, n_clusters, rng):
    return X[(rng.integers(len(X)) + np.arange(n_clusters)) % len(X)]


@SETS.wrong(law=lambda: {(0, 1): 1})
def never_beyond_the_clusters(X, n_clusters, rng):
    """In all these draws the first `n_clusters` rows came, and no others. Positions go up to the
    number of rows, not of clusters."""
    return X[rng.permutation(n_clusters)]


@SETS.wrong(law=lambda: {(0, i): 1 / 6 for i in range(1, 7)})
def first_row_always(X, n_clusters, rng):
    """The first row of X is always among them. All rows have the same chance."""
    return np.vstack([X[:1], rng.permutation(X[1:])[: n_clusters - 1]])


@SETS.wrong(law=lambda: {(i, 6): 1 / 6 for i in range(6)})
def last_row_always(X, n_clusters, rng):
    """The last row of X is always among them. All rows have the same chance."""
    return np.vstack([X[-1:], rng.permutation(X[:-1])[: n_clusters - 1]])


@SETS.wrong(key="k-means++", law=lambda: one_by_one(lambda chosen: SQUARES[chosen[0]]))
def far_rows_preferred(X, n_clusters, rng):
    """Far rows are preferred. That is k-means++; here all rows have the same chance."""
    return steps.init_kmeans_plusplus(X, n_clusters, rng)


@SETS.wrong(law=lambda: one_by_one(lambda chosen: np.eye(7)[SQUARES[chosen[0]].argmax()]))
def farthest(X, n_clusters, rng):
    """You take the farthest row. Here all rows have the same chance."""
    chosen = [rng.integers(len(X))]
    while len(chosen) < n_clusters:
        chosen.append(steps.squared_distances(X, X[chosen]).min(axis=1).argmax())
    return X[chosen]


@SETS.wrong(law=lambda: {(i, j): 1 / 12 for i in range(3) for j in range(3, 7)})
def halves(X, n_clusters, rng):
    """You take one row from each part of X. Every pair must be possible."""
    edges = np.arange(n_clusters + 1) * len(X) // n_clusters
    return X[rng.integers(edges[:-1], edges[1:])]


@PAIRS.wrong(key="twins", law=lambda: {(1, 2): 1})
def compares_values(X, n_clusters, rng):
    """Two points at the same place are still two points. Choose positions, not values:
    `np.unique`, or comparing rows by value, makes one point of them."""
    places = np.unique(X, axis=0)
    return places[rng.choice(len(places), n_clusters, replace=False)]
