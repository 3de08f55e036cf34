"""The exercises that measure: squared_distances, assign_labels, inertia."""

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, Misconception, case

ROOT = Misconception(
    "root",
    lambda answer, *args: np.sqrt(answer),
    "You take the square root. K-Means needs the squared distance: leave the root away.",
)
ROUNDED = tuple(
    Misconception(
        "rounded",
        lambda answer, *args, digits=digits: np.round(answer, digits),
        "Your numbers are rounded. Keep all digits; rounding is for printing.",
    )
    for digits in (2, 1, 3, 0)
)
TRUNCATED = Misconception(
    "truncated",
    lambda answer, *args: np.trunc(answer),
    "The digits behind the point are cut off. An integer array (`dtype=int`), `int(...)` or "
    "`//` does that: work with floats.",
)
DOUBLED = Misconception(
    "doubled",
    lambda answer, *args: 2 * np.asarray(answer),
    "Every number is twice as large as it should be. Is something added up twice?",
)
HALVED = Misconception(
    "halved",
    lambda answer, *args: np.asarray(answer) / 2,
    "Every number is half as large as it should be.",
)
FROM_ONE = Misconception(
    "from one",
    lambda answer, *args: np.asarray(answer) + 1,
    "Your labels start at 1. In Python indices start at 0, and `centroids[labels]` must find "
    "the right row.",
)

SMALL_X = [[0.5, 1.0], [3.0, 4.0], [1.5, 0.8125]]
DISTANCE_CASES = (
    case([[3.0, 4.0]], [[0.0, 0.0]], tags="clusters"),
    case(SMALL_X, [[1.0, 0.0], [3.0, 2.0]], tags="clusters"),
    case(
        [[0.0, 1.0], [2.5, -1.0], [4.0, 3.0], [-2.0, 0.5]], [[1.0, 1.0], [4.0, 2.0], [-3.0, 0.0]]
    ),
    case([[1.0], [4.5], [-2.0]], [[0.0], [4.0]], tags="columns clusters"),
    case(
        [[0.0, 1.0, 5.0], [2.0, 2.0, -1.0], [1.0, 0.5, 3.0]],
        [[0.0, 0.0, 0.0], [2.0, 1.0, 1.0], [1.0, 1.0, 4.0], [5.0, 1.0, 0.0]],
        tags="columns clusters",
    ),
    case([[1, 7], [4, 2]], [[0, 5], [3, 3], [6, 1]], tags="integers"),
    case([[1, 7], [4, 2]], [[0.5, 5.25], [3.5, 2.5], [6.0, 1.0]], tags="integers"),
)


def _difference(X, centroids):
    return X[:, None, :] - centroids[None, :, :]


def _first_columns(X, centroids, columns=2):
    used = range(columns)
    return sum((X[:, None, j] - centroids[None, :, j]) ** 2 for j in used)


def _as_many_columns_as_clusters(X, centroids):
    return _first_columns(X, centroids, len(centroids))


def _from_one(X, centroids):
    answer = np.zeros((len(X), len(centroids)))
    answer[1:, 1:] = steps.squared_distances(X[1:], centroids[1:])
    return answer


def _zero_row(X, centroids):
    answer = steps.squared_distances(X, centroids)
    answer[-1] = 0
    return answer


def _zero_column(X, centroids, column=-1):
    answer = steps.squared_distances(X, centroids)
    answer[:, column] = 0
    return answer


def _sums_points_in_a_loop(X, centroids):
    answer = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        answer[:, j] = ((X - centroids[j]) ** 2).sum(0)
    return answer


def _wraps_small_integers(function):
    """Remark on bytes: 10 - 16 is 250 there, and pictures are stored as bytes."""
    X, centroids = np.array([[16, 16]], np.uint8), np.array([[10, 10], [0, 0]], np.uint8)
    if np.array_equal(function(X, centroids), [[72, 512]]):
        return ""
    return (
        "With bytes (uint8, as in pictures) your differences would wrap around: 10 - 16 is 250 "
        "there. Converting X and the centroids to float first makes it safe for any input."
    )


SQUARED_DISTANCES = Exercise(
    name="squared_distances",
    load=lambda: steps.squared_distances,
    kind="floats",
    cases=DISTANCE_CASES,
    slips=(
        ROOT,
        Misconception(
            "transposed",
            lambda answer, *args: np.asarray(answer).T,
            "Rows and columns are exchanged. One row a point, one column a centroid: (n, k).",
        ),
        *ROUNDED,
        TRUNCATED,
        DOUBLED,
        HALVED,
        Misconception(
            "negative",
            lambda answer, *args: -np.asarray(answer),
            "The sign is wrong: a squared distance is never negative.",
        ),
        Misconception(
            "squared twice",
            lambda answer, *args: np.asarray(answer) ** 2,
            "The squares are squared once more. Square the differences, sum them, and stop.",
        ),
        Misconception(
            "flat",
            lambda answer, *args: np.ravel(answer),
            "The numbers are right, but in one long line. Make it an array of shape (n, k): "
            "one row a point, one column a centroid.",
        ),
    ),
    misconceptions=(
        Misconception(
            "absolute",
            lambda X, c: np.abs(_difference(X, c)).sum(-1),
            "You add up absolute differences (the Manhattan distance). Square each difference "
            "before summing.",
        ),
        Misconception(
            "not squared",
            lambda X, c: _difference(X, c).sum(-1),
            "You sum the differences as they are, so that plus and minus cancel. Square each "
            "difference first.",
        ),
        Misconception(
            "square of sum",
            lambda X, c: _difference(X, c).sum(-1) ** 2,
            "You sum first and square afterwards. The other way round: square every difference, "
            "then sum over the columns.",
        ),
        Misconception(
            "times two",
            lambda X, c: (_difference(X, c) * 2).sum(-1),
            "You multiply the differences by 2. `**` squares, `*` multiplies.",
        ),
        Misconception(
            "not summed",
            lambda X, c: _difference(X, c) ** 2,
            "The squares are right, but not yet summed: you have one number for every point, "
            "centroid and column. Sum over the columns, the last axis.",
        ),
        Misconception(
            "differences only",
            _difference,
            "These are the differences of the coordinates. Square them, then sum over the "
            "columns.",
        ),
        Misconception(
            "wrong axis",
            lambda X, c: (_difference(X, c) ** 2).sum(0),
            "You sum over the wrong axis: over the points instead of over the columns of a "
            "point. Which axis of your array has length d?",
        ),
        Misconception(
            "wrong axis",
            lambda X, c: (_difference(X, c) ** 2).sum(1),
            "You sum over the wrong axis: over the centroids instead of over the columns of a "
            "point. Which axis of your array has length d?",
        ),
        Misconception(
            "summed over everything",
            lambda X, c: (_difference(X, c) ** 2).sum(),
            "You sum over everything, so one number is left. Name the axis: only the columns "
            "are summed.",
        ),
        Misconception(
            "summed over centroids",
            lambda X, c: steps.squared_distances(X, c).sum(1),
            "You also sum over the centroids. Each point has one distance to *each* centroid: "
            "the result has shape (n, k).",
        ),
        Misconception(
            "summed over points",
            lambda X, c: steps.squared_distances(X, c).sum(0),
            "You also sum over the points. Each point has a row of its own: the result has shape "
            "(n, k). Sum over the columns only: `axis=1` of `X - centroids[j]`.",
        ),
        Misconception(
            "summed over points",
            lambda X, c: np.tile(steps.squared_distances(X, c).sum(0), (len(X), 1)),
            "You also sum over the points, so a whole column holds one number: without an axis, "
            "`np.sum` adds up everything. `axis=1` gives one number for each point.",
        ),
        Misconception(
            "summed over centroids",
            lambda X, c: np.tile(steps.squared_distances(X, c).sum(1)[:, None], (1, len(c))),
            "You also sum over the centroids, so a whole row holds one number: subtract one "
            "centroid, `centroids[j]`, or name the axis to sum over.",
        ),
        Misconception(
            "wrong axis",
            _sums_points_in_a_loop,
            "You sum over the points (`axis=0`), and get one number for each column. `axis=1` "
            "gives one number for each point.",
        ),
        Misconception(
            "wrong axis",
            lambda X, c: (_difference(X, c) ** 2).sum(0).T,
            "You sum over the points (`axis=0`), and get one number for each column. `axis=1` "
            "gives one number for each point.",
        ),
        Misconception(
            "mean",
            lambda X, c: (_difference(X, c) ** 2).mean(-1),
            "You take the mean over the columns. The squared distance is their sum.",
        ),
        Misconception(
            "largest difference",
            lambda X, c: (_difference(X, c) ** 2).max(-1),
            "You take the largest squared difference. The squared distance is the sum over all "
            "columns.",
        ),
        Misconception(
            "largest difference",
            lambda X, c: np.abs(_difference(X, c)).max(-1),
            "You take the largest difference (the Chebyshev distance). Square the differences "
            "and sum them over all columns.",
        ),
        Misconception(
            "two columns",
            _first_columns,
            "You use the first two columns by number. Points can have one column or thirty: "
            "let NumPy work along the whole axis.",
        ),
        Misconception(
            "one column",
            lambda X, c: _first_columns(X, c, 1),
            "Only the first column counts in your answer. The distance uses all of them.",
        ),
        Misconception(
            "range of k for d",
            _as_many_columns_as_clusters,
            "Your inner loop runs over as many columns as there are centroids. The columns are "
            "counted by `X.shape[1]`.",
        ),
        Misconception(
            "not filled",
            lambda X, c: np.zeros((len(X), len(c))),
            "You return zeros. Are the distances stored in the array that you return?",
        ),
        Misconception(
            "last column missed",
            lambda X, c: (_difference(X, c)[..., :-1] ** 2).sum(-1),
            "The last column is missed. `range(d)` already ends at d - 1.",
        ),
        Misconception(
            "first column missed",
            lambda X, c: (_difference(X, c)[..., 1:] ** 2).sum(-1),
            "The first column is missed. Indices start at 0.",
        ),
        Misconception(
            "overwritten",
            lambda X, c: _difference(X, c)[..., -1] ** 2,
            "Only the last column counts in your answer: inside the loop the sum is replaced "
            "instead of added to (`=` where `+=` is meant), or set back to 0 too often.",
        ),
        Misconception(
            "never reset",
            lambda X, c: steps.squared_distances(X, c).ravel().cumsum().reshape(len(X), len(c)),
            "The sum runs on from one pair to the next. Set it to 0 for each point *and* each "
            "centroid.",
        ),
        Misconception(
            "never reset",
            lambda X, c: steps.squared_distances(X, c).cumsum(1),
            "The sum runs on from one centroid to the next. Set it to 0 for each of them.",
        ),
        Misconception(
            "one point",
            lambda X, c: steps.squared_distances(X, c) * (np.arange(len(X)) == 0)[:, None],
            "Only the row of the first point is filled. Is the `return` inside the loop?",
        ),
        Misconception(
            "one pair",
            lambda X, c: (
                steps.squared_distances(X, c)
                * ((np.arange(len(X)) == 0)[:, None] & (np.arange(len(c)) == 0))
            ),
            "Only the first entry is filled. Is the `return` inside the loop?",
        ),
        Misconception(
            "from one",
            _from_one,
            "The first row and the first column are never filled: `range(1, n)` starts at the "
            "second. Indices start at 0.",
        ),
        Misconception(
            "last row missed",
            _zero_row,
            "The last point is missed: its row was never filled. `range(n)` already ends at "
            "n - 1.",
        ),
        Misconception(
            "last row missed",
            lambda X, c: steps.squared_distances(X, c)[:-1],
            "The last point is missed. `range(n)` already ends at n - 1.",
        ),
        Misconception(
            "first row missed",
            lambda X, c: steps.squared_distances(X, c)[1:],
            "The first point is missed. Indices start at 0.",
        ),
        Misconception(
            "last cluster missed",
            _zero_column,
            "The last centroid is missed: its column was never filled. `range(k)` already "
            "ends at k - 1.",
        ),
        Misconception(
            "last cluster missed",
            lambda X, c: steps.squared_distances(X, c)[:, :-1],
            "The last centroid is missed. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "first cluster missed",
            lambda X, c: _zero_column(X, c, 0),
            "The first centroid is missed. Indices start at 0.",
        ),
        Misconception(
            "first cluster missed",
            lambda X, c: steps.squared_distances(X, c)[:, 1:],
            "The first centroid is missed. Indices start at 0.",
        ),
        Misconception(
            "one centroid",
            lambda X, c: steps.squared_distances(X, c)[:, 0],
            "You measure to the first centroid only. A column for each centroid is asked for; "
            "is a `return` inside the loop?",
        ),
        Misconception(
            "one centroid",
            lambda X, c: steps.squared_distances(X, c)[:, -1],
            "Only the last centroid is left: each round of the loop replaces the result of the "
            "one before. A column for each centroid is asked for.",
        ),
        Misconception(
            "one centroid",
            lambda X, c: steps.squared_distances(X, c)[:, :1],
            "You measure to the first centroid only. A column for each centroid is asked for.",
        ),
        Misconception(
            "sorted",
            lambda X, c: np.sort(steps.squared_distances(X, c), axis=1),
            "The distances are sorted. Column j must stay the distance to centroid j.",
        ),
        Misconception(
            "truncated",
            lambda X, c: steps.squared_distances(np.trunc(X), np.trunc(c)),
            "The coordinates are cut off to whole numbers before you subtract. Work with floats.",
        ),
        Misconception(
            "norms not squared",
            lambda X, c: (
                np.linalg.norm(X, axis=1)[:, None] - 2 * X @ c.T + np.linalg.norm(c, axis=1)
            ),
            "`np.linalg.norm` takes a root. |x|^2 - 2 x.c + |c|^2 needs the squares: "
            "`(X ** 2).sum(axis=1)`.",
        ),
        Misconception(
            "one point",
            lambda X, c: steps.squared_distances(X, c)[0],
            "Only the first point is measured. Is the `return` inside the loop?",
        ),
        Misconception(
            "one point",
            lambda X, c: steps.squared_distances(X, c)[-1],
            "Only the last point is left: each round of the loop replaces the result of the one "
            "before. A row for each point is asked for.",
        ),
        Misconception(
            "one pair",
            lambda X, c: steps.squared_distances(X, c)[0, 0],
            "Only one pair is measured. Is the `return` inside the loop?",
        ),
        Misconception(
            "one pair",
            lambda X, c: steps.squared_distances(X, c)[-1, -1],
            "Only the last pair is left. Store every distance in an array of shape (n, k).",
        ),
        Misconception(
            "pairwise rows",
            lambda X, c: ((X - c) ** 2).sum(-1),
            "You pair row with row: point 0 with centroid 0, point 1 with centroid 1. Every "
            "point goes with *every* centroid; `X[:, np.newaxis, :]` makes room for that.",
        ),
        Misconception(
            "nearest only",
            lambda X, c: steps.squared_distances(X, c).min(1),
            "You keep the smallest distance only. All of them are asked for, one column for "
            "each centroid.",
        ),
        Misconception(
            "labels",
            lambda X, c: steps.squared_distances(X, c).argmin(1),
            "You return which centroid is nearest. That is the next step: here the distances "
            "themselves are asked for.",
        ),
        Misconception(
            "points with points",
            lambda X, c: steps.squared_distances(X, X),
            "You measure from the points to the points. The second array is `centroids`.",
        ),
        Misconception(
            "norms dropped",
            lambda X, c: (c**2).sum(1) - 2 * X @ c.T,
            "The points' own squares are missing. For the nearest centroid they do not matter, "
            "for the distance they do: |x|^2 - 2 x.c + |c|^2.",
        ),
        Misconception(
            "norms dropped",
            lambda X, c: (X**2).sum(1)[:, None] - 2 * X @ c.T,
            "The centroids' own squares are missing: |x|^2 - 2 x.c + |c|^2.",
        ),
        Misconception(
            "factor two",
            lambda X, c: (X**2).sum(1)[:, None] - X @ c.T + (c**2).sum(1),
            "The middle term needs a factor of two: |x|^2 - 2 x.c + |c|^2.",
        ),
        Misconception(
            "sign",
            lambda X, c: (X**2).sum(1)[:, None] + 2 * X @ c.T + (c**2).sum(1),
            "The sign of the middle term is wrong: |x|^2 - 2 x.c + |c|^2.",
        ),
        Misconception(
            "difference of squares",
            lambda X, c: (X[:, None] ** 2 - c[None] ** 2).sum(-1),
            "You subtract squares. Square the difference instead: (x - c)^2 is not x^2 - c^2.",
        ),
        Misconception(
            "dot product",
            lambda X, c: X @ c.T,
            "That is the dot product of points and centroids. The distance squares the "
            "differences of the coordinates.",
        ),
        Misconception(
            "added",
            lambda X, c: ((X[:, None] + c[None]) ** 2).sum(-1),
            "You add the coordinates where they should be subtracted.",
        ),
    ),
    remarks=(_wraps_small_integers,),
    hints=(
        "Start with one point and one centroid: subtract coordinate by coordinate, square each "
        "difference, add them up.",
        "You need that for every pair. Two loops do it: row i of the result for point i, column "
        "j for centroid j.",
        "Without loops: `X[:, np.newaxis, :]` has shape (n, 1, d) and minus `centroids`, of "
        "shape (k, d), it gives (n, k, d).",
        "Square that array and sum it over its last axis, the one of the columns.",
    ),
    why="Leaving the square root away changes no comparison and saves n x k roots a round.",
)


def _label(distances):
    return distances.argmin(axis=1)


def _carried_over(X, centroids):
    labels, best, winner = [], np.inf, 0
    for distances in steps.squared_distances(X, centroids):
        for j, distance in enumerate(distances):
            if distance < best:
                best, winner = distance, j
        labels.append(winner)
    return np.array(labels)


def _best_from(start):
    def answer(X, centroids):
        distances = steps.squared_distances(X, centroids)
        return np.where(distances.min(1) < start, distances.argmin(1), 0)

    return answer


def _last_of_ties(X, centroids):
    distances = steps.squared_distances(X, centroids)
    return len(centroids) - 1 - distances[:, ::-1].argmin(axis=1)


def _first_decrease(X, centroids):
    distances = steps.squared_distances(X, centroids)
    nearer = distances < distances[:, :1]
    return np.where(nearer.any(1), nearer.argmax(1), 0)


def _last_decrease(X, centroids):
    """Compare with the centroid before, not with the best so far."""
    distances = steps.squared_distances(X, centroids)
    labels = np.zeros(len(X), dtype=int)
    for j in range(1, len(centroids)):
        labels[distances[:, j] < distances[:, j - 1]] = j
    return labels


def _where(X, centroids):
    distances = steps.squared_distances(X, centroids)
    return np.where(distances == distances.min(axis=1, keepdims=True))


def _compared_with_flat_min(read):
    """Compare with `.min(axis=1)`, which lies along the columns, and read the mask."""

    def answer(X, centroids):
        distances = steps.squared_distances(X, centroids)
        return read(distances == distances.min(axis=1))

    return answer


FLAT_MIN = (
    "`d.min(axis=1)` has shape (n,), so it does not stand beside the rows of `d` when you compare "
    "them. `d.argmin(axis=1)` gives the index at once; to compare, you need `keepdims=True`."
)


def _every_tie(X, centroids):
    return _where(X, centroids)[1]


def _appended_at_each_improvement(X, centroids):
    labels = []
    for distances in steps.squared_distances(X, centroids):
        best = np.minimum.accumulate(distances)
        labels += [j for j in range(len(best)) if j == 0 or best[j] < best[j - 1]]
    return np.array(labels)


def _stops_at_the_first_worse(X, centroids):
    worse = np.diff(steps.squared_distances(X, centroids), axis=1) >= 0
    return np.where(worse.any(1), worse.argmax(1) if len(centroids) > 1 else 0, len(centroids) - 1)


def _cosine(X, centroids):
    lengths = np.linalg.norm(X, axis=1)[:, None] * np.linalg.norm(centroids, axis=1)
    return ((X @ centroids.T) / np.where(lengths, lengths, 1)).argmax(axis=1)


def _last_label_zero(X, centroids):
    labels = steps.assign_labels(X, centroids)
    labels[-1] = 0
    return labels


LABEL_CASES = (
    case([[3.0, 4.0], [0.0, 1.0]], [[0.0, 0.0], [4.0, 4.0]], tags="clusters"),
    case(
        [[9.0, 1.0], [1.0, 2.0], [3.0, 8.0], [5.0, 9.0], [1.0, 3.0]],
        [[2.0, 9.0], [8.0, 0.0], [0.0, 2.0]],
    ),
    case(
        [[5.0, 5.0], [-4.0, 3.0], [0.5, 0.5]],
        [[4.0, 1.0], [1.0, 1.0], [9.0, 9.0], [-2.0, 8.0]],
        tags="clusters",
    ),
    case([[1.0], [4.5], [-2.0], [10.0]], [[9.0], [0.0], [4.0]], tags="columns"),
    case(
        [[0.0, 0.0, 5.0], [1.0, 1.0, 0.0], [5.0, 5.0, 5.0], [1.0, 0.0, 9.0]],
        [[5.0, 5.0, 4.0], [0.0, 0.0, 0.0], [0.0, 0.0, 6.0]],
        tags="columns",
    ),
    case(
        [[3.0, 3.0], [5.0, 0.0], [0.0, 4.2]],
        [[0.0, 0.0], [8.0, 0.5], [4.9, 4.9]],
    ),
    case([[0.0, 0.0], [1.0, 7.0]], [[3.0, 3.0], [4.0, 0.5], [1.0, 9.0]]),
    case([[0.3, 0.0], [0.9, 0.2], [0.55, 0.0]], [[0.0, 0.0], [1.0, 0.0], [0.6, 0.0]]),
    case([[2, 9], [7, 1]], [[6, 2], [1, 8], [9, 9]], tags="integers"),
    case([[2, 2], [4, 0], [0, 4]], [[4, 4], [0, 0], [4, 4]], tags="tie integers"),
    case(
        [[3.0e6, 0.0], [0.0, 2.0e6], [1.0e6, 1.0e6]],
        [[0.0, -9.0e6], [0.0, 5.0e6], [9.0e6, 0.0]],
        tags="large",
    ),
    case([[1.0, 2.0], [3.0, 0.0]], [[5.0, 5.0]], tags="clusters"),
    case(
        [[1.0, 2.0], [7.0, 8.0]], [[5.0, 5.0], [0.0, 9.0], [9.0, 0.0], [1.0, 1.0]], tags="clusters"
    ),
)

ASSIGN_LABELS = Exercise(
    name="assign_labels",
    load=lambda: steps.assign_labels,
    kind="integers",
    cases=LABEL_CASES,
    slips=(
        FROM_ONE,
        Misconception(
            "one too small",
            lambda answer, *args: np.asarray(answer) - 1,
            "Your labels are one too small: they start at -1. `argmin` counts from 0 already.",
        ),
    ),
    misconceptions=(
        Misconception(
            "farthest",
            lambda X, c: steps.squared_distances(X, c).argmax(1),
            "You choose the farthest centroid. The nearest has the *smallest* distance.",
        ),
        Misconception(
            "wrong axis",
            lambda X, c: steps.squared_distances(X, c).argmin(0),
            "That is the nearest point of each centroid. It is the other way round: the nearest "
            "centroid of each point. Look for the smallest along the other axis.",
        ),
        Misconception(
            "no axis",
            lambda X, c: steps.squared_distances(X, c).argmin(),
            "One number for all points: without an axis, `argmin` looks at the whole array. "
            "Each row has its own smallest entry.",
        ),
        Misconception(
            "no axis",
            lambda X, c: np.argmin(((X[:, None] - c[None]) ** 2).sum((0, 2))),
            "One number for all points: each point needs its own label. Sum over the columns "
            "of the points only.",
        ),
        Misconception(
            "ties",
            _last_of_ties,
            "Of two equally near centroids the one with the lowest index wins. With `<`, the "
            "first one found stays; with `<=`, the last.",
        ),
        Misconception(
            "distances",
            lambda X, c: steps.squared_distances(X, c).min(1),
            "You return how far away the nearest centroid is. What is asked for is which one "
            "it is: its index.",
        ),
        Misconception(
            "distances",
            lambda X, c: np.sqrt(steps.squared_distances(X, c).min(1)),
            "You return how far away the nearest centroid is. What is asked for is which one "
            "it is: its index.",
        ),
        Misconception(
            "all distances",
            steps.squared_distances,
            "You return all distances. One step is left: in every row, the index of the smallest.",
        ),
        Misconception(
            "all distances",
            lambda X, c: np.sqrt(steps.squared_distances(X, c)),
            "You return all distances. One step is left: in every row, the index of the smallest.",
        ),
        Misconception(
            "centroids",
            lambda X, c: c[steps.assign_labels(X, c)],
            "You return the nearest centroid itself. Its index is asked for.",
        ),
        Misconception(
            "all in order",
            lambda X, c: steps.squared_distances(X, c).argsort(1),
            "You return all centroids in the order of their distance. Only the first of each "
            "row is asked for.",
        ),
        Misconception(
            "farthest",
            lambda X, c: steps.squared_distances(X, c).argsort(1)[:, -1],
            "You choose the farthest centroid. The nearest has the *smallest* distance.",
        ),
        Misconception(
            "second nearest",
            lambda X, c: steps.squared_distances(X, c).argsort(1)[:, min(1, len(c) - 1)],
            "You choose the second nearest. Sorted positions start at 0 as well.",
        ),
        Misconception(
            "one-hot",
            lambda X, c: np.eye(len(c))[steps.assign_labels(X, c)],
            "You return a table of zeros and ones. One number a point is asked for: the index "
            "of its centroid.",
        ),
        Misconception(
            "groups",
            lambda X, c: np.bincount(steps.assign_labels(X, c), minlength=len(c)),
            "You count how many points each centroid has. One label for each point is asked for.",
        ),
        Misconception(
            "absolute",
            lambda X, c: _label(np.abs(_difference(X, c)).sum(-1)),
            "You compare sums of absolute differences (the Manhattan distance). It is often "
            "right, but not always: square the differences before summing.",
        ),
        Misconception(
            "largest difference",
            lambda X, c: _label(np.abs(_difference(X, c)).max(-1)),
            "You compare the largest difference of a column only. The distance sums the squares "
            "over all columns.",
        ),
        Misconception(
            "not squared",
            lambda X, c: _label(_difference(X, c).sum(-1)),
            "You sum differences without squaring them, so the most negative one wins. Square "
            "each difference before summing.",
        ),
        Misconception(
            "not squared",
            lambda X, c: _label(np.abs(_difference(X, c).sum(-1))),
            "You sum differences before squaring them, so that plus and minus cancel. Square "
            "each difference first.",
        ),
        Misconception(
            "dot product",
            lambda X, c: (X @ c.T).argmax(1),
            "You compare dot products; the longest centroid wins. Distances are asked for: "
            "squared differences.",
        ),
        Misconception(
            "dot product",
            lambda X, c: (X @ c.T).argmin(1),
            "You compare dot products. Distances are asked for: squared differences.",
        ),
        Misconception(
            "dot product",
            _cosine,
            "You compare directions (the cosine). Distances are asked for: squared differences.",
        ),
        Misconception(
            "factor two",
            lambda X, c: _label((c**2).sum(1) - X @ c.T),
            "The middle term of |x|^2 - 2 x.c + |c|^2 needs its factor of two.",
        ),
        Misconception(
            "sign",
            lambda X, c: _label((c**2).sum(1) + 2 * X @ c.T),
            "The sign of the middle term is wrong: |x|^2 - 2 x.c + |c|^2.",
        ),
        Misconception(
            "norms dropped",
            lambda X, c: _label(-2 * X @ c.T + (X**2).sum(1)[:, None]),
            "The centroids' own squares are missing: |x|^2 - 2 x.c + |c|^2. The points' squares "
            "are the ones that may be dropped.",
        ),
        Misconception(
            "difference of squares",
            lambda X, c: _label((X[:, None] ** 2 - c[None] ** 2).sum(-1)),
            "You subtract squares. Square the difference instead: (x - c)^2 is not x^2 - c^2.",
        ),
        Misconception(
            "two columns",
            lambda X, c: _label(_first_columns(X, c)),
            "You use the first two columns by number. Points can have one column or thirty: "
            "let NumPy work along the whole axis.",
        ),
        Misconception(
            "one column",
            lambda X, c: _label(_first_columns(X, c, 1)),
            "Only the first column counts in your answer. The distance uses all of them.",
        ),
        Misconception(
            "overwritten",
            lambda X, c: _label(_difference(X, c)[..., -1] ** 2),
            "Only the last column counts in your answer: inside the loop the sum is replaced "
            "instead of added to (`=` where `+=` is meant).",
        ),
        Misconception(
            "truncated",
            lambda X, c: _label(np.trunc(steps.squared_distances(X, c))),
            "The digits behind the point of your distances are cut off, which makes ties. An "
            "integer array (`dtype=int`), `int(...)` or `//` does that: work with floats.",
        ),
        Misconception(
            "truncated",
            lambda X, c: _label(np.trunc(np.sqrt(steps.squared_distances(X, c)))),
            "The digits behind the point of your distances are cut off, which makes ties. An "
            "integer array (`dtype=int`), `int(...)` or `//` does that: work with floats.",
        ),
        Misconception(
            "rounded",
            lambda X, c: _label(np.round(steps.squared_distances(X, c))),
            "You compare rounded distances, which makes ties. Compare them as they are.",
        ),
        Misconception(
            "last cluster missed",
            lambda X, c: _label(steps.squared_distances(X, c)[:, : max(len(c) - 1, 1)]),
            "The last centroid never gets a point. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "first cluster missed",
            lambda X, c: _label(steps.squared_distances(X, c)[:, len(c) > 1 :]) + (len(c) > 1),
            "The first centroid never gets a point. Indices start at 0.",
        ),
        Misconception(
            "first cluster missed",
            lambda X, c: _label(steps.squared_distances(X, c)[:, len(c) > 1 :]),
            "The first centroid is left out, and the labels are shifted by one.",
        ),
        Misconception(
            "two clusters",
            lambda X, c: _label(steps.squared_distances(X, c)[:, :2]),
            "Only the first two centroids are compared. Take their number from the shape of "
            "`centroids`.",
        ),
        Misconception(
            "three clusters",
            lambda X, c: _label(steps.squared_distances(X, c)[:, :3]),
            "Only the first three centroids are compared. Take their number from the shape of "
            "`centroids`.",
        ),
        Misconception(
            "last row missed",
            _last_label_zero,
            "The last point keeps label 0. `range(n)` already ends at n - 1.",
        ),
        Misconception(
            "last row missed",
            lambda X, c: steps.assign_labels(X, c)[:-1],
            "The last point is missed: there is a label too few. `range(n)` already ends at "
            "n - 1.",
        ),
        Misconception(
            "first row missed",
            lambda X, c: steps.assign_labels(X, c)[1:],
            "The first point is missed: there is a label too few. Indices start at 0.",
        ),
        Misconception(
            "never reset best",
            _carried_over,
            "The smallest distance so far is carried over from one point to the next. Each "
            "point must start anew with infinity.",
        ),
        Misconception(
            "first decrease",
            _first_decrease,
            "You stop at the first centroid that is nearer than centroid 0. A later one may be "
            "nearer still: look at all of them.",
        ),
        Misconception(
            "neighbours compared",
            _last_decrease,
            "You compare each centroid with the one before it. Compare it with the nearest one "
            "found so far.",
        ),
        Misconception(
            "wrong axis",
            lambda X, c: (_difference(X, c) ** 2).sum(1).argmin(1),
            "You sum over the wrong axis: over the centroids instead of over the columns of a "
            "point. Which axis of your array has length d?",
        ),
        Misconception(
            "not summed",
            lambda X, c: (_difference(X, c) ** 2).argmin(1),
            "You look for the smallest before summing, column by column. First sum the squares "
            "over the columns, then look along the centroids.",
        ),
        Misconception(
            "not summed",
            lambda X, c: (_difference(X, c) ** 2).argmin(2),
            "You look for the smallest before summing, along the columns. First sum the squares "
            "over the columns, then look along the centroids.",
        ),
        Misconception(
            "not summed",
            lambda X, c: (_difference(X, c) ** 2).argmin(0),
            "You look for the smallest before summing, along the points. First sum the squares "
            "over the columns, then look along the centroids.",
        ),
        Misconception(
            "centroids ignored",
            lambda X, c: X.argmin(1),
            "You look for the smallest coordinate of each point. Look for the smallest *distance* "
            "to the centroids.",
        ),
        Misconception(
            "ties",
            _every_tie,
            "A point with two equally near centroids gets two labels. Only the lowest index "
            "counts: `argmin` gives it.",
        ),
        Misconception(
            "where",
            lambda X, c: np.array(_where(X, c)),
            "`np.where` returns row numbers and column numbers, and both for each tie. `argmin` "
            "gives one index for each row.",
        ),
        *(
            Misconception("min without keepdims", _compared_with_flat_min(read), FLAT_MIN)
            for read in (
                lambda mask: np.where(mask)[1],
                lambda mask: mask.argmax(axis=1),
                lambda mask: np.where(mask)[0],
                np.where,
                lambda mask: mask,
            )
        ),
        Misconception(
            "appended too often",
            _appended_at_each_improvement,
            "A label is stored at each improvement, so there are too many. Wait until all "
            "centroids have been compared, then store the best.",
        ),
        Misconception(
            "order of the points",
            lambda X, c: steps.assign_labels(X, c)[::-1],
            "The labels come in reverse order. `labels[i]` belongs to point i.",
        ),
        Misconception(
            "order of the points",
            lambda X, c: np.sort(steps.assign_labels(X, c)),
            "The labels are sorted. `labels[i]` belongs to point i: keep the order of X.",
        ),
        Misconception(
            "each label once",
            lambda X, c: np.unique(steps.assign_labels(X, c)),
            "Each label comes only once. Every point needs one, in the order of X.",
        ),
        Misconception(
            "stops too early",
            _stops_at_the_first_worse,
            "You stop looking at the first centroid that is not nearer. A later one may be: look "
            "at all of them.",
        ),
        Misconception(
            "sorted",
            lambda X, c: steps.assign_labels(X, c[np.lexsort(c.T)]),
            "The labels belong to sorted centroids. A label is a row number of `centroids` as it "
            "is given.",
        ),
        Misconception(
            "sorted",
            lambda X, c: steps.assign_labels(X, c[np.argsort(c[:, 0])]),
            "The labels belong to sorted centroids. A label is a row number of `centroids` as it "
            "is given.",
        ),
        Misconception(
            "one label",
            lambda X, c: steps.assign_labels(X, c)[:1],
            "Only the first point gets a label. Is the `return` inside the loop?",
        ),
        Misconception(
            "one label",
            lambda X, c: np.where(np.arange(len(X)) == 0, steps.assign_labels(X, c), 0),
            "Only the first point gets its label. Is the `return` inside the loop?",
        ),
        Misconception(
            "one label",
            lambda X, c: steps.assign_labels(X, c)[0],
            "Only the first point gets a label. Is the `return` inside the loop?",
        ),
        Misconception(
            "one label",
            lambda X, c: steps.assign_labels(X, c)[-1],
            "Only the last point's label is left. Store one label for each point.",
        ),
        Misconception(
            "all zero",
            lambda X, c: np.zeros(len(X), int),
            "Every point gets label 0. Is the comparison ever true, and is j stored then? The "
            "smallest distance so far starts from infinity, and each sum of squares from 0.",
        ),
        Misconception(
            "all last",
            lambda X, c: np.full(len(X), len(c) - 1),
            "Every point gets the last label. Store j only if centroid j is nearer than all "
            "before it, and remember its distance then.",
        ),
        Misconception(
            "points with points",
            lambda X, c: np.arange(len(X)),
            "Every point is its own nearest. Did you measure from the points to the points? "
            "The second array is `centroids`.",
        ),
        *(
            Misconception(
                "large numbers",
                _best_from(10.0**power),
                "Your search starts from a fixed number as smallest distance, and points farther "
                "away than that get no centroid. Start from infinity: `np.inf`.",
            )
            for power in range(-1, 14)
        ),
    ),
    words={
        "list": "Your answer is a {type}. One NumPy array of n integers is asked for, the label "
        "of each point in the order of X: `np.array(...)` makes one of a list of labels.",
        "kind": "One integer a point is asked for, in an array of shape (n,). A dictionary or "
        "a list of groups is another way to store clusters, but not what the next step reads.",
    },
    hints=(
        "You have the squared distances from every point to every centroid: one row a point. "
        "What do you look for in a row?",
        "Not the smallest number itself, but where it stands: its index.",
        "`argmin` gives the position of the smallest entry, of the first one if there are "
        "several. Along which axis?",
        "Axis 1 runs through the centroids: one answer for each row.",
    ),
    why="This step takes nearly all the time of K-Means.",
)


INERTIA_CASES = (
    case([[3.0, 4.0], [0.0, 1.0]], [1, 0], [[0.0, 0.0], [1.0, 2.0]], tags="clusters"),
    case(
        [[0.0, 0.0], [2.0, 0.5], [5.0, 5.0], [6.0, 7.0], [9.0, 0.0]],
        [0, 0, 1, 1, 2],
        [[1.0, 0.0], [5.0, 6.5], [8.0, 0.5]],
    ),
    case(
        [[0.0, 0.0], [2.0, 0.5], [5.0, 5.0], [6.0, 7.0]],
        [2, 0, 0, 3],
        [[1.0, 1.0], [0.0, 0.5], [-1.0, -1.5], [5.0, 5.0]],
        tags="clusters",
    ),
    case([[0.1], [0.45], [-0.2]], [0, 1, 0], [[0.03], [0.4]], tags="columns clusters"),
    case(
        [[0.0, 1.0, 5.0], [2.0, 2.0, -1.0], [1.0, 0.5, 3.0], [1.0, 0.0, 1.0]],
        [1, 0, 1, 2],
        [[2.0, 1.0, 1.0], [1.0, 1.0, 4.5], [0.0, 0.0, 0.5]],
        tags="columns",
    ),
    case([[1, 7], [4, 2], [5, 5]], [0, 1, 2], [[0, 5], [3, 3], [5, 1]], tags="integers"),
    case(
        [[1, 7], [4, 2], [5, 5]], [0, 1, 0], [[3.5, 5.5], [3.0, 3.25], [9.0, 9.0]], tags="integers"
    ),
)


def _own(X, labels, centroids):
    return X - centroids[labels]


def _per_cluster(X, labels, centroids):
    squares = (_own(X, labels, centroids) ** 2).sum(1)
    return np.bincount(labels, squares, minlength=len(centroids))


def _with_means(X, labels, centroids):
    return steps.inertia(X, labels, steps.recompute_centroids(X, labels, centroids))


INERTIA = Exercise(
    name="inertia",
    load=lambda: steps.inertia,
    kind="number",
    cases=INERTIA_CASES,
    slips=(
        ROOT,
        *ROUNDED,
        TRUNCATED,
        DOUBLED,
        HALVED,
        Misconception(
            "starts at one",
            lambda answer, *args: answer + 1,
            "Your sum is too large by 1. Does it start from 1? Sums start from 0.",
        ),
        Misconception(
            "mean",
            lambda answer, X, *args: answer / len(X),
            "You divide by the number of points. The inertia is the sum itself.",
        ),
        Misconception(
            "mean",
            lambda answer, X, *args: answer / X.size,
            "You take the mean of all squares. The inertia is their sum.",
        ),
        Misconception(
            "divided by k",
            lambda answer, X, labels, centroids: answer / len(centroids),
            "You divide by the number of clusters. The inertia is the sum itself.",
        ),
        Misconception(
            "negative",
            lambda answer, *args: -answer,
            "The sign is wrong: a sum of squares is never negative.",
        ),
    ),
    misconceptions=(
        Misconception(
            "not squared",
            lambda *args: np.sqrt((_own(*args) ** 2).sum(1)).sum(),
            "You sum the distances. Sum the *squared* distances: no root, or square again.",
        ),
        Misconception(
            "absolute",
            lambda *args: np.abs(_own(*args)).sum(),
            "You sum absolute differences. Square each difference before summing.",
        ),
        Misconception(
            "not squared",
            lambda *args: _own(*args).sum(),
            "You sum the differences as they are, so that plus and minus cancel. Square each "
            "of them first.",
        ),
        Misconception(
            "square of sum",
            lambda *args: _own(*args).sum() ** 2,
            "You sum all differences first and square the sum. The other way round: square each "
            "difference, then sum.",
        ),
        Misconception(
            "square of sum",
            lambda *args: (_own(*args).sum(1) ** 2).sum(),
            "You sum the differences of a point first and square afterwards. The other way "
            "round: square each difference, then sum.",
        ),
        Misconception(
            "square of sum",
            lambda *args: (np.sqrt((_own(*args) ** 2).sum(1)).sum()) ** 2,
            "You sum the distances first and square the sum. The other way round: square each "
            "distance, then sum.",
        ),
        Misconception(
            "per point",
            lambda *args: (_own(*args) ** 2).sum(1),
            "You return one number a point. Sum them all: a single number is asked for.",
        ),
        Misconception(
            "per cluster",
            _per_cluster,
            "You return one number a cluster. Sum them all: a single number is asked for.",
        ),
        Misconception(
            "per column",
            lambda *args: (_own(*args) ** 2).sum(0),
            "You return one number a column. Sum over the columns as well: a single number is "
            "asked for.",
        ),
        Misconception(
            "not summed",
            lambda *args: _own(*args) ** 2,
            "You return all squares. Sum them: a single number is asked for.",
        ),
        Misconception(
            "nearest",
            lambda X, labels, c: steps.squared_distances(X, c).min(1).sum(),
            "You measure to the nearest centroid. The labels you are given decide: each point "
            "to the centroid that it is *assigned* to.",
        ),
        Misconception(
            "nearest",
            lambda X, labels, c: np.sqrt(steps.squared_distances(X, c).min(1)).sum(),
            "You measure to the nearest centroid, and without squaring. The labels decide which "
            "centroid, and the distances are squared.",
        ),
        Misconception(
            "all centroids",
            lambda X, labels, c: steps.squared_distances(X, c).sum(),
            "You sum the distances to all centroids. Each point counts once, with its own "
            "centroid: `centroids[labels]`.",
        ),
        Misconception(
            "every point with every label",
            lambda X, labels, c: steps.squared_distances(X, c)[:, labels].sum(),
            "`d[:, labels]` takes whole columns: every point with every label. You need one "
            "entry a row: `d[np.arange(n), labels]`.",
        ),
        Misconception(
            "one centroid",
            lambda X, labels, c: ((X - c[0]) ** 2).sum(),
            "You measure every point to centroid 0. Each has its own: `centroids[labels]`.",
        ),
        Misconception(
            "one centroid",
            lambda X, labels, c: ((X - c[-1]) ** 2).sum(),
            "You measure every point to the last centroid. Each has its own: `centroids[labels]`.",
        ),
        Misconception(
            "global mean",
            lambda X, labels, c: ((X - X.mean(0)) ** 2).sum(),
            "You measure to the mean of all points. Each point has a centroid of its own: "
            "`centroids[labels]`.",
        ),
        Misconception(
            "global mean",
            lambda X, labels, c: ((X - c.mean(0)) ** 2).sum(),
            "You measure to the mean of the centroids. Each point has a centroid of its own: "
            "`centroids[labels]`.",
        ),
        Misconception(
            "recomputed",
            _with_means,
            "You compute the means of the clusters and measure to those. Measure to the "
            "centroids that you are given.",
        ),
        Misconception(
            "mean per cluster",
            lambda X, labels, c: (
                _per_cluster(X, labels, c) / np.maximum(np.bincount(labels, minlength=len(c)), 1)
            ).sum(),
            "You average inside each cluster before summing, so small clusters weigh too much. "
            "The inertia sums over all points.",
        ),
        Misconception(
            "recomputed",
            lambda X, labels, c: sum(X[labels == j].var(0).sum() for j in np.unique(labels)),
            "You sum the variances of the clusters. Measure to the centroids that you are given, "
            "and do not divide.",
        ),
        Misconception(
            "recomputed",
            lambda X, labels, c: sum(X[labels == j].std(0).sum() for j in np.unique(labels)),
            "You sum standard deviations. Measure to the centroids that you are given, square, "
            "and do not divide.",
        ),
        Misconception(
            "root",
            lambda *args: np.sqrt(_per_cluster(*args)).sum(),
            "You take a square root for each cluster (`np.linalg.norm` does). Sum the squares "
            "themselves.",
        ),
        Misconception(
            "largest",
            lambda *args: _per_cluster(*args).max(),
            "You return the sum of the largest cluster. All of them are to be summed.",
        ),
        Misconception(
            "counted by size",
            lambda *args: (
                _per_cluster(*args) * np.bincount(args[1], minlength=len(args[2]))
            ).sum(),
            "Each cluster's sum is multiplied by its size. The sum over its points contains "
            "the size already.",
        ),
        Misconception(
            "empty cluster dropped",
            lambda X, labels, c: ((X - c[np.unique(labels, return_inverse=True)[1]]) ** 2).sum(),
            "After a cluster without points the centroids slip: you count the labels that occur. "
            "Label j means row j of `centroids`.",
        ),
        Misconception(
            "labels as coordinates",
            lambda X, labels, c: ((X - labels[:, None]) ** 2).sum(),
            "You subtract the labels. A label is a row number: subtract `centroids[labels]`.",
        ),
        Misconception(
            "last row missed",
            lambda X, labels, c: steps.inertia(X[:-1], labels[:-1], c),
            "The last point is missed. `range(n)` already ends at n - 1.",
        ),
        Misconception(
            "first row missed",
            lambda X, labels, c: steps.inertia(X[1:], labels[1:], c),
            "The first point is missed. Indices start at 0.",
        ),
        Misconception(
            "last cluster missed",
            lambda *args: _per_cluster(*args)[:-1].sum(),
            "The last cluster is missed. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "first cluster missed",
            lambda *args: _per_cluster(*args)[1:].sum(),
            "The first cluster is missed. Indices start at 0.",
        ),
        Misconception(
            "overwritten",
            lambda *args: _per_cluster(*args)[-1],
            "Only the last cluster counts: each round of the loop replaces the sum (`=` where "
            "`+=` is meant).",
        ),
        Misconception(
            "overwritten",
            lambda *args: (_own(*args)[-1] ** 2).sum(),
            "Only the last point counts: each round of the loop replaces the sum (`=` where "
            "`+=` is meant).",
        ),
        Misconception(
            "one round",
            lambda *args: _per_cluster(*args)[0],
            "Only the first cluster counts. Is the `return` inside the loop?",
        ),
        Misconception(
            "one round",
            lambda *args: (_own(*args)[0] ** 2).sum(),
            "Only the first point counts. Is the `return` inside the loop?",
        ),
        Misconception(
            "largest",
            lambda *args: (_own(*args) ** 2).sum(1).max(),
            "You return the largest squared distance. All of them are to be summed.",
        ),
        Misconception(
            "two columns",
            lambda X, labels, c: sum(((X[:, j] - c[labels][:, j]) ** 2).sum() for j in (0, 1)),
            "You use the first two columns by number. Points can have one column or thirty: "
            "let NumPy work along the whole axis.",
        ),
        Misconception(
            "one column",
            lambda X, labels, c: ((X[:, 0] - c[labels][:, 0]) ** 2).sum(),
            "Only the first column counts in your answer. The distance uses all of them.",
        ),
        Misconception(
            "from one",
            lambda X, labels, c: ((X - c[labels - 1]) ** 2).sum(),
            "You subtract 1 from the labels. They start at 0 and are row numbers of "
            "`centroids` as they are.",
        ),
        Misconception(
            "from one",
            lambda X, labels, c: steps.inertia(X[labels > 0], labels[labels > 0] - 1, c),
            "You look for labels from 1 to k. They start at 0: cluster j holds the points whose "
            "label is j.",
        ),
        Misconception(
            "labels sorted",
            lambda X, labels, c: ((X - c[np.sort(labels)]) ** 2).sum(),
            "The points are paired with the wrong labels. `labels[i]` belongs to point i; keep "
            "their order.",
        ),
        Misconception(
            "pairwise rows",
            lambda X, labels, c: ((X - c) ** 2).sum(),
            "You pair row with row: point 0 with centroid 0, point 1 with centroid 1. The "
            "labels say which centroid belongs to a point: `centroids[labels]`.",
        ),
        Misconception(
            "pairwise rows",
            lambda X, labels, c: sum(((X[j] - c[j]) ** 2).sum() for j in range(len(c))),
            "You pair row with row: point 0 with centroid 0, point 1 with centroid 1. The "
            "labels say which centroid belongs to a point: `centroids[labels]`.",
        ),
        Misconception(
            "squared twice",
            lambda *args: ((_own(*args) ** 2).sum(1) ** 2).sum(),
            "The squares are squared once more. Square the differences, sum them, and stop.",
        ),
    ),
    words={"kind": "A single number is asked for, the sum over all points."},
    hints=(
        "For each point: which centroid is its own? The labels say so.",
        "`centroids[labels]` has one row for each point: its own centroid.",
        "Subtract that from X, square every entry, and sum them all into one number.",
    ),
    why="It is what K-Means makes small, and the y-axis of the elbow plot (WCSS).",
)
