"""What the exercises share that choose rows of X: cases, words, and how an answer is read."""

from functools import partial

import numpy as np

from ..checker.answers import assignments
from ..checker.exercise import Case, Finding, Seed, case

NAMES = ("X", "n_clusters", "rng")

CASES = (
    case([[0.0, 1.0], [2.5, 3.0], [4.0, 5.5], [6.0, 7.0]], 1, Seed(1)),
    case([[0.1, 1.0], [2.3, 3.0], [4.7, 5.5], [6.2, 7.9]], 2, Seed(2)),
    case([[1.5], [2.0], [-3.0], [4.0], [9.5]], 3, Seed(3), tags="columns"),
    case(
        [
            [1.0, 2.0, 0.5],
            [4.0, 5.0, 6.5],
            [7.0, 8.0, 9.0],
            [0.0, 1.5, 3.0],
            [5.5, 5.0, 5.0],
            [3.0, 6.0, 9.0],
        ],
        4,
        Seed(4),
        tags="columns",
    ),
    case([[1, 2], [3, 4], [5, 6], [7, 8], [9, 1]], 3, Seed(5), tags="integers"),
)
ONE = np.array([[3.5, 4.0]])
CHANGES = [np.trunc, *(partial(np.round, decimals=n) for n in range(4))]

WORDS = {
    "expected": "different rows of X, one for each cluster",
    "kind": "An array of shape (n_clusters, d) is asked for, made of rows of X.",
    "positions": "You return the positions of the rows. The rows themselves are asked for: use "
    "the positions as an index.",
    "columns": "You choose columns of X. The points are its rows, along the first axis.",
    "transposed": "Rows and columns are exchanged: one row a centroid, shape (n_clusters, d).",
    "one row": "You return a single row. An array of `n_clusters` rows is asked for, of shape "
    "(n_clusters, d); for one cluster that is (1, d), not (d,).",
    "two columns": "Your result has exactly two columns. Points can have one column or thirty: "
    "take the number from X, or index whole rows.",
    "too few rows": "There are fewer rows than `n_clusters`. Does a loop or a slice end one too "
    "early, or is a row dropped that was drawn twice or shares a value with another?",
    "too many rows": "There are more rows than `n_clusters`. {if loop: Does the loop count the "
    "row that was chosen first?}",
    "rows shape": "The shape is not (n_clusters, d).",
    "not rows": "These are not rows of X. Each centroid starts *on* a point: choose positions "
    "and take those rows. Numbers between the smallest and largest value, or columns drawn one by "
    "one, make points that do not exist.",
    "digits lost": "These are rows of X without all their digits: rounded, or stored in an array "
    "of integers. Keep the numbers as X has them.",
    "columns only": "It is right as long as the points have two columns. Points can have one "
    "column or thirty: take whole rows of X, without column numbers in the code.",
    "endless": "Your function did not come to an end within a second, so it was stopped. Does "
    "its loop go on until enough different rows are found, and can it find them? Two points may "
    "lie at the same place: compare positions, not values.",
}

TWINS_OTHERWISE = (
    "It is wrong where rows of X have equal values. Each row counts, whatever the others are."
)


def rows_of_X(plain, X, n_clusters, rng):
    """Name what is wrong with rows chosen from X, but for their number of times."""
    if not isinstance(plain, np.ndarray):
        return "kind"
    if plain.shape != (n_clusters, X.shape[1]):
        return wrong_shape(plain, X, n_clusters)
    if are_rows(plain, X.astype(plain.dtype) if plain.dtype.kind == "f" else X):
        return None  # that float32 loses digits, the type tells
    return "digits lost" if any(are_rows(plain, change(X)) for change in CHANGES) else "not rows"


def are_rows(some, X):
    """Tell whether all these are rows of X."""
    return set(map(tuple, X.tolist())).issuperset(map(tuple, some.tolist()))


def wrong_shape(plain, X, n_clusters):
    """Name what is wrong with the shape of chosen rows."""
    indices = plain.shape == (n_clusters,) and plain.dtype.kind in "iu"
    if indices and X.shape[1] > 1 and (plain >= 0).all() and (plain < len(X)).all():
        return "positions"
    if plain.shape == (len(X), n_clusters) and are_rows(plain.T, X.T):
        return "columns"
    if plain.shape == X.shape[::-1] or plain.shape == (X.shape[1], n_clusters):
        return "transposed"
    if plain.shape in ((X.shape[1],), (1, X.shape[1])):
        return "one row"
    if plain.ndim == 2 and len(plain) == n_clusters and plain.shape[1] == 2:
        return "two columns"
    if plain.ndim == 2 and len(plain) < n_clusters:
        return "too few rows"
    if plain.ndim == 2 and len(plain) > n_clusters:
        return "too many rows"
    return "rows shape"


def positions(X, size):
    """Return a function that names the rows of X in an answer, or None if they are none."""
    numbers = {tuple(row): i for i, row in enumerate(X.tolist())}

    def read(value):
        rows = np.asarray(value, dtype=float)
        if rows.shape != (size, X.shape[1]):
            return None
        found = tuple(numbers.get(tuple(row)) for row in rows.tolist())
        return None if None in found else found

    return read


def repeated_rows(X, n_clusters, key, draws=30):
    """Return a probe: over many seeds, is no position chosen twice?"""
    read = positions(X, n_clusters)

    def probe(function, beat):
        for seed in range(draws):
            value = function(X.copy(), n_clusters, np.random.default_rng(seed))
            beat()
            chosen = read(value)
            if chosen is None or len(set(chosen)) < n_clusters:
                return Finding(
                    key,
                    example=assignments(NAMES, (X, n_clusters, Seed(seed))),
                    got=f"rows {chosen}",
                    expected=f"{n_clusters} different rows",
                )
        return None

    probe.case = Case((X, n_clusters, Seed(0)))
    return probe
