"""The exercises that choose the first centroids: init_random, init_kmeans_plusplus."""

import numpy as np

from .. import steps
from ..checker.draws import Distribution, merged, repeats, sequences, uniform_subsets, UsesRng
from ..checker.exercise import Exercise, Misconception, Finding, Seed, case


def _drawn(key, law, hint):
    return Misconception(key, None, hint, law)


def _own_row_index(X):
    """Return a function from a row to its number."""
    numbers = {tuple(row): i for i, row in enumerate(np.asarray(X, dtype=float).tolist())}
    return lambda row: numbers.get(tuple(row))


def _positions(X, size):
    """Return a function that names the rows of X in an answer, or None if they are none."""
    number = _own_row_index(X)

    def read(value):
        rows = np.asarray(value, dtype=float)
        if rows.shape != (size, X.shape[1]):
            return None
        found = tuple(number(row) for row in rows.tolist())
        return None if None in found else found

    return read


def rows_of_X(plain, X, n_clusters, rng):
    """Name what is wrong with rows chosen from X, but for their number of times."""
    shape = (n_clusters, X.shape[1])
    if not isinstance(plain, np.ndarray):
        return "kind"
    if plain.shape != shape:
        return _wrong_shape(plain, X, n_clusters)
    number = _own_row_index(X)
    if None in [number(row) for row in plain.astype(float).tolist()]:
        return "not rows"
    return None


def _wrong_shape(plain, X, n_clusters):
    positions = plain.shape == (n_clusters,) and plain.dtype.kind in "iu"
    if positions and X.shape[1] > 1 and (plain >= 0).all() and (plain < len(X)).all():
        return "positions"
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


ROW_WORDS = {
    "expected": "different rows of X, one for each cluster",
    "kind": "An array of shape (n_clusters, d) is asked for, made of rows of X.",
    "positions": "You return the positions of the rows. The rows themselves are asked for: "
    "`X[positions]`.",
    "transposed": "Rows and columns are exchanged: one row a centroid, shape (n_clusters, d).",
    "one row": "You return a single row. An array of `n_clusters` rows is asked for, of shape "
    "(n_clusters, d); for one cluster that is (1, d), not (d,).",
    "two columns": "Your result has exactly two columns. Points can have one column or thirty: "
    "take the number from X, or index whole rows.",
    "too few rows": "There are fewer rows than `n_clusters`. Is a row dropped that was drawn "
    "twice, or that shares a value with another? Draw positions, without replacement.",
    "too many rows": "There are more rows than `n_clusters`. Does the loop count the row that "
    "was chosen first?",
    "rows shape": "The shape is not (n_clusters, d).",
    "not rows": "These are not rows of X. Each centroid starts *on* a point: choose positions "
    "and take those rows. Numbers between the smallest and largest value, or columns drawn one by "
    "one, make points that do not exist.",
    "columns only": "It is right as long as the points have two columns. Points can have one "
    "column or thirty: take whole rows of X, without column numbers in the code.",
    "endless": "Your function did not come to an end within a second, so it was stopped. Does "
    "its loop go on until enough different rows are found, and can it find them? Two points may "
    "lie at the same place: compare positions, not values.",
}

SHUFFLED = (
    case([[0.0, 1.0], [2.5, 3.0], [4.0, 5.5], [6.0, 7.0]], 1, Seed(1)),
    case([[0.0, 1.0], [2.5, 3.0], [4.0, 5.5], [6.0, 7.0]], 2, Seed(2)),
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


def repeated_rows(X, n_clusters, key, hint, draws=30):
    """Return a probe: over many seeds, is no position chosen twice?"""
    read = _positions(X, n_clusters)

    def probe(function, beat):
        for seed in range(draws):
            value = function(X.copy(), n_clusters, np.random.default_rng(seed))
            beat()
            chosen = read(value)
            if chosen is None or len(set(chosen)) < n_clusters:
                return Finding(
                    key,
                    hint,
                    f"X = {X.tolist()}\nn_clusters = {n_clusters}\nrng = {Seed(seed)}",
                    f"rows {chosen}",
                    f"{n_clusters} different rows",
                )
        return None

    return probe


TWINS = np.array([[1.0, 1.0], [1.0, 1.0], [2.0, 3.0]])


def keeps_twins(function, beat):
    """Probe: equal rows of X count as two points."""
    X = TWINS
    got = np.asarray(function(X.copy(), 3, np.random.default_rng(0)))
    if got.shape == X.shape and np.array_equal(np.sort(got, axis=0), X):
        return None
    return Finding(
        "twins",
        "Two points at the same place are still two points. Choose positions, not values: "
        "comparing rows by value loses some.",
        keeps_twins.example,
        str(got.tolist())[:80],
        "all three rows",
    )


keeps_twins.example = f"X = {TWINS.tolist()}\nn_clusters = 3"


SEVEN = np.array([[1, 2], [3, 4], [1, 6], [7, 4], [5, 5], [8, 2], [6, 9]], dtype=float)


def _set_law(law):
    return merged(law, lambda chosen: tuple(sorted(set(chosen))))


def _uniform(n):
    return np.full(n, 1 / n)


def _one_after_the_other(weights, n=7):
    return lambda: _set_law(sequences(_uniform(n), weights, 2))


def _not_chosen(chosen, n=7):
    return [i not in chosen for i in range(n)]


def _shares_no_value(chosen):
    """`x not in centroids` is false as soon as any coordinate occurs in any centroid."""
    return [not (SEVEN[i] == SEVEN[list(chosen)]).any() for i in range(7)]


def _shifted(chosen):
    """An index into the rows not yet chosen, used on X."""
    return [i < 7 - len(chosen) for i in range(7)]


def _write_rows(outcome):
    if len(outcome) == 1:
        return f"row {outcome[0]} of X twice in one draw"
    return f"rows {' and '.join(map(str, outcome))} of X"


WITH_REPLACEMENT = (
    "The same row can be chosen twice: you draw with replacement. Two equal centroids make an "
    "empty cluster. `rng.choice` has an argument for this."
)

RANDOM_SETS = Distribution(
    args=(SEVEN, 2),
    draws=5000,
    read=lambda value: _sorted_set(_positions(SEVEN, 2)(value)),
    law=uniform_subsets(range(7), 2),
    misconceptions=[
        _drawn(
            "with replacement", _one_after_the_other(lambda chosen: _uniform(7)), WITH_REPLACEMENT
        ),
        _drawn(
            "elementwise in",
            _one_after_the_other(_shares_no_value),
            "`row not in centroids` compares number by number: a row is dropped as soon as "
            "*one* of its values occurs anywhere. Remember the positions that were chosen.",
        ),
        _drawn(
            "index of the filtered list",
            _one_after_the_other(_shifted),
            "You draw an index into the rows that are left and use it on X. There it means "
            "another row: the last ones never come, others twice.",
        ),
        _drawn(
            "never the last",
            lambda: uniform_subsets(range(6), 2),
            "The last row is never chosen. `rng.integers(n)` already ends at n - 1.",
        ),
        _drawn(
            "never the first",
            lambda: uniform_subsets(range(1, 7), 2),
            "The first row is never chosen. Indices start at 0.",
        ),
        _drawn(
            "never the last",
            lambda: _set_law(sequences([1 / 6] * 6 + [0], lambda chosen: [1 / 6] * 6 + [0], 2)),
            "The last row is never chosen (`rng.integers(n)` already ends at n - 1), and the "
            "same row can be chosen twice.",
        ),
        _drawn(
            "never the first",
            lambda: _set_law(sequences([0] + [1 / 6] * 6, lambda chosen: [0] + [1 / 6] * 6, 2)),
            "The first row is never chosen (indices start at 0), and the same row can be "
            "chosen twice.",
        ),
        _drawn(
            "neighbours",
            lambda: {(i, i + 1): 1 / 6 for i in range(6)},
            "You choose a place and take the rows that follow it. Every *pair* of rows must "
            "be possible: draw each position on its own.",
        ),
        _drawn(
            "neighbours",
            lambda: {(i, i + 1): 1 / 5 for i in range(5)},
            "You choose a place and take the rows that follow it. Every *pair* of rows must "
            "be possible: draw each position on its own.",
        ),
        _drawn(
            "neighbours",
            lambda: {tuple(sorted((i, (i + 1) % 7))): 1 / 7 for i in range(7)},
            "You choose a place and take the rows that follow it. Every *pair* of rows must "
            "be possible: draw each position on its own.",
        ),
        _drawn(
            "first row always",
            lambda: {(0, i): 1 / 6 for i in range(1, 7)},
            "The first row of X is always among them. All rows have the same chance.",
        ),
        _drawn(
            "last row always",
            lambda: {(i, 6): 1 / 6 for i in range(6)},
            "The last row of X is always among them. All rows have the same chance.",
        ),
        _drawn(
            "k-means++",
            _one_after_the_other(lambda chosen: ((SEVEN - SEVEN[chosen[0]]) ** 2).sum(1)),
            "Far rows are preferred. That is k-means++; here all rows have the same chance.",
        ),
        _drawn(
            "farthest",
            _one_after_the_other(
                lambda chosen: np.arange(7) == ((SEVEN - SEVEN[chosen[0]]) ** 2).sum(1).argmax()
            ),
            "You take the farthest row. Here all rows have the same chance.",
        ),
        _drawn(
            "halves",
            lambda: {(i, j): 1 / 12 for i in range(3) for j in range(3, 7)},
            "You take one row from each part of X. Every pair must be possible.",
        ),
    ],
    example=f"X has {len(SEVEN)} rows\nn_clusters = 2",
    write=_write_rows,
    key="not uniform",
    otherwise="Not all rows have the same chance. Draw `n_clusters` positions from 0 to n - 1, all "
    "alike, without replacement.",
)


def _sorted_set(positions):
    return positions and tuple(sorted(set(positions)))


FIRST_ROWS = (
    Misconception(
        "first rows",
        lambda X, k, rng: X[:k],
        "You take the first rows, without chance. If X is sorted, all of them lie in "
        "one corner: draw the positions from `rng`.",
    ),
    Misconception(
        "first rows",
        lambda X, k, rng: X[-k:],
        "You take the last rows, without chance. Draw the positions from `rng`.",
    ),
)

INIT_RANDOM = Exercise(
    name="init_random",
    load=lambda: steps.init_random,
    kind="floats",
    cases=SHUFFLED,
    misconceptions=(),
    verify=rows_of_X,
    words=ROW_WORDS,
    probes=(
        UsesRng((SEVEN, 2), FIRST_ROWS),
        repeats(SEVEN, 2),
        RANDOM_SETS,
        repeated_rows(SEVEN, 7, "with replacement", WITH_REPLACEMENT),
        repeated_rows(SEVEN, 3, "with replacement", WITH_REPLACEMENT, draws=100),
        keeps_twins,
    ),
    hints=(
        "Do not draw numbers, draw *positions*: which rows of X?",
        "`rng.choice(n, size=..., replace=...)` draws whole numbers from 0 to n - 1.",
        "Without replacement no position comes twice. `X[positions]` takes those rows, whatever "
        "the number of columns.",
    ),
    why="Drawn with replacement, a start could hold a centroid twice, and one of the two would "
    "stay empty.",
)


FIVE = np.array([[2, 0], [2, -3], [-3, 4], [6, 4], [-5, 1]], dtype=float)
SQUARES = steps.squared_distances(FIVE, FIVE)


def _triples(weights, first=None):
    first = _uniform(5) if first is None else first
    return lambda: sequences(first, lambda chosen: weights(list(chosen)), 3)


def _nearest(chosen):
    return SQUARES[chosen].min(0)


def _only(mask):
    return np.asarray(mask, dtype=float)


def _filtered_index(chosen):
    """Weights of the rows that are left; the drawn index is used on X."""
    left = [i for i in range(5) if i not in chosen]
    weights = np.zeros(5)
    weights[: len(left)] = _nearest(chosen)[left]
    return weights


def _greedy(chosen):
    """Try 2 + ln 3 candidates and keep the one with the lowest potential."""
    near = _nearest(chosen)
    p = near / near.sum()
    potential = np.minimum(SQUARES, near).sum(1)
    weights = np.zeros(5)
    for value in np.unique(potential):
        tied = potential == value
        none_better = p[potential >= value].sum() ** 3
        none_as_good = p[potential > value].sum() ** 3
        weights[tied] = (none_better - none_as_good) * p[tied] / max(p[tied].sum(), 1e-12)
    return np.where(weights > 1e-12, weights, 0)


def _unshared(chosen):
    free = [not (FIVE[i] == FIVE[chosen]).any() for i in range(5)]
    weights = _nearest(chosen) * free
    return weights if weights.any() else _nearest(chosen)


def _write_triple(outcome):
    return f"rows {', '.join(map(str, outcome))} of X, in this order"


FARTHEST = (
    "You always take the farthest point. Far points have a *larger chance*, the others a smaller "
    "one: draw with the squared distances as weights. Always the farthest means always an "
    "outlier."
)
FIRST_FIXED = "The first centroid is not drawn uniformly: every row must have the same chance."

PLUSPLUS_TRIPLES = Distribution(
    args=(FIVE, 3),
    draws=2000,
    read=_positions(FIVE, 3),
    law=_triples(_nearest)(),
    misconceptions=[
        _drawn(
            "uniform",
            _triples(lambda c: _only([i not in c for i in range(5)])),
            "All rows have the same chance every time. The further ones need weights: the "
            "squared distance to the nearest centroid chosen so far.",
        ),
        _drawn(
            "uniform",
            _triples(lambda c: np.ones(5)),
            "All rows have the same chance every time, even those already chosen. The further "
            "ones need weights: the squared distance to the nearest centroid so far.",
        ),
        _drawn(
            "not squared",
            _triples(lambda c: np.sqrt(_nearest(c))),
            "The weights are the distances. They must be *squared*: leave the root away.",
        ),
        _drawn(
            "squared twice",
            _triples(lambda c: _nearest(c) ** 2),
            "The weights are squared once too often: they are the squared distances themselves.",
        ),
        _drawn(
            "sum over centroids",
            _triples(lambda c: SQUARES[c].sum(0)),
            "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
            "the minimum over the centroids. With the sum, a chosen point can come again.",
        ),
        _drawn(
            "sum over centroids",
            _triples(lambda c: np.sqrt(SQUARES[c]).sum(0)),
            "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
            "the minimum over the centroids, squared.",
        ),
        _drawn(
            "sum over centroids",
            _triples(lambda c: SQUARES[c].sum(0) * _only([i not in c for i in range(5)])),
            "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
            "the minimum over the centroids.",
        ),
        _drawn(
            "farthest centroid",
            _triples(lambda c: SQUARES[c].max(0)),
            "You use the distance to the *farthest* centroid chosen so far: `max` where `min` "
            "is meant.",
        ),
        _drawn(
            "last centroid only",
            _triples(lambda c: SQUARES[c[-1]]),
            "You use the distance to the last centroid only. The nearest of all that were "
            "chosen so far counts.",
        ),
        _drawn(
            "first centroid only",
            _triples(lambda c: SQUARES[c[0]]),
            "You use the distance to the first centroid only. The nearest of all that were "
            "chosen so far counts: compute the distances anew for each draw.",
        ),
        _drawn(
            "mean of centroids",
            _triples(lambda c: ((FIVE - FIVE[c].mean(0)) ** 2).sum(1)),
            "You measure to the mean of the centroids. The nearest of them counts.",
        ),
        _drawn(
            "rows not yet filled",
            _triples(lambda c: np.minimum(_nearest(c), (FIVE**2).sum(1))),
            "The rows of zeros that are not filled yet count as centroids at the origin. Measure "
            "only to the centroids chosen so far: `centroids[:j]`.",
        ),
        *(
            _drawn(
                "minimum over points",
                _triples(lambda c, drawn=drawn: _only(np.arange(5) == drawn(c))),
                "There is one weight for each *centroid*, and all are 0: the minimum runs over "
                "the points. Take it over the centroids, `.min(axis=1)`: one weight for each "
                "point.",
            )
            for drawn in (len, lambda c: len(c) - 1)  # where a dart of length 0 lands
        ),
        _drawn(
            "product",
            _triples(lambda c: SQUARES[c].prod(0)),
            "You multiply the distances to the centroids. Only the nearest counts.",
        ),
        _drawn(
            "farthest", _triples(lambda c: _only(np.arange(5) == _nearest(c).argmax())), FARTHEST
        ),
        _drawn(
            "farthest",
            _triples(lambda c: _only(np.arange(5) == SQUARES[c].sum(0).argmax())),
            FARTHEST,
        ),
        _drawn(
            "farthest",
            _triples(lambda c: _only(np.arange(5) == SQUARES[c[-1]].argmax())),
            FARTHEST,
        ),
        _drawn(
            "farthest",
            _triples(lambda c: _only(np.arange(5) == _nearest(c).argmax()), np.eye(5)[0]),
            FARTHEST,
        ),
        _drawn(
            "nearest",
            _triples(
                lambda c: _only(
                    np.arange(5) == np.where(_nearest(c) > 0, _nearest(c), np.inf).argmin()
                )
            ),
            "You always take the nearest point. *Far* points have the larger chance.",
        ),
        _drawn(
            "inverted",
            _triples(lambda c: np.where(_nearest(c) > 0, 1 / np.maximum(_nearest(c), 1e-9), 0)),
            "Near points have the large chances. Turn it round: the weight is the squared "
            "distance itself.",
        ),
        _drawn(
            "absolute",
            _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).sum(2).min(1)),
            "The weights are sums of absolute differences. They must be squared distances.",
        ),
        _drawn(
            "absolute",
            _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).sum(2).min(1) ** 2),
            "The distances are sums of absolute differences. Square each difference before "
            "summing.",
        ),
        _drawn(
            "largest difference",
            _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).max(2).min(1) ** 2),
            "Only the largest difference of a column counts. Sum the squares over all columns.",
        ),
        _drawn(
            "column by column",
            _triples(lambda c: ((FIVE[:, None] - FIVE[c]) ** 2).min(1).sum(1)),
            "You take the minimum before summing, column by column. First sum the squares "
            "over the columns, then take the minimum over the centroids.",
        ),
        _drawn(
            "inverted",
            _triples(lambda c: 1 - _nearest(c) / _nearest(c).sum()),
            "Near points have the large chances. Turn it round: the weight is the squared "
            "distance itself.",
        ),
        _drawn("first is fixed", _triples(_nearest, np.eye(5)[0]), FIRST_FIXED),
        _drawn("first is fixed", _triples(_nearest, np.eye(5)[4]), FIRST_FIXED),
        _drawn(
            "first is fixed",
            _triples(_nearest, np.eye(5)[((FIVE - FIVE.mean(0)) ** 2).sum(1).argmax()]),
            FIRST_FIXED,
        ),
        _drawn(
            "first is fixed",
            _triples(_nearest, np.eye(5)[((FIVE - FIVE.mean(0)) ** 2).sum(1).argmin()]),
            FIRST_FIXED,
        ),
        _drawn(
            "never the last",
            _triples(lambda c: _nearest(c) * [1, 1, 1, 1, 0]),
            "The last row is never drawn after the first. Does a loop or range end one too early?",
        ),
        _drawn(
            "never the last",
            _triples(lambda c: _nearest(c), [0.25] * 4 + [0]),
            "The last row is never the first centroid. `rng.integers(n)` already ends at n - 1.",
        ),
        _drawn(
            "never the last",
            _triples(lambda c: _nearest(c) * [1, 1, 1, 1, 0], [0.25] * 4 + [0]),
            "The last row is never drawn. `rng.integers(n)` already ends at n - 1.",
        ),
        _drawn(
            "never the first",
            _triples(_nearest, [0] + [0.25] * 4),
            "The first row is never the first centroid. Indices start at 0.",
        ),
        _drawn(
            "index of the filtered list",
            _triples(_filtered_index),
            "You draw an index into the points that are left and use it on X. There it means "
            "another row. Keep all points: those already chosen have weight 0 anyway.",
        ),
        _drawn(
            "elementwise in",
            _triples(_unshared),
            "`x not in centroids` compares number by number: a point is dropped as soon as "
            "*one* of its values occurs anywhere. Points already chosen have weight 0.",
        ),
        _drawn(
            "order lost",
            lambda: merged(_triples(_nearest)(), lambda c: tuple(sorted(c))),
            "The rows are right, but sorted. Return them in the order in which they were drawn.",
        ),
        _drawn(
            "order lost",
            lambda: merged(_triples(_nearest)(), lambda c: c[::-1]),
            "The rows come in reverse order. Return them in the order in which they were drawn.",
        ),
        _drawn(
            "greedy",
            _triples(_greedy),
            "You try several candidates and keep the best: greedy k-means++, as scikit-learn "
            "does it. Here one draw each is asked for.",
        ),
        _drawn(
            "drawn at once",
            lambda: sequences(
                _uniform(5), lambda c: SQUARES[c[0]] * [i not in c for i in range(5)], 3
            ),
            "You draw all further centroids with the weights of the first. After each draw "
            "the distances to the nearest centroid change: compute them anew.",
        ),
    ],
    example=f"X = {FIVE.tolist()}\nn_clusters = 3",
    write=_write_triple,
    otherwise="The rows do not come as often as they should. The first: all alike. Each next: in "
    "proportion to the squared distance to the nearest centroid chosen so far.",
)


def _farthest_rows(first):
    def answer(X, k, rng):
        chosen = [first(X)]
        for _ in range(k - 1):
            chosen.append(int(steps.squared_distances(X, X[chosen]).min(axis=1).argmax()))
        return X[chosen]

    return answer


FARTHEST_ROWS = (
    Misconception("farthest", _farthest_rows(lambda X: 0), FARTHEST),
    Misconception(
        "farthest",
        _farthest_rows(lambda X: int(((X - X.mean(axis=0)) ** 2).sum(axis=1).argmin())),
        FARTHEST,
    ),
)
CHOSEN_TWICE = (
    "A row can be chosen twice. The weight of a chosen row is its squared distance to itself: 0. "
    "Are the weights those to the *nearest* centroid, and used in every draw?"
)

INIT_KMEANS_PLUSPLUS = Exercise(
    name="init_kmeans_plusplus",
    load=lambda: steps.init_kmeans_plusplus,
    kind="floats",
    cases=SHUFFLED,
    misconceptions=(),
    verify=rows_of_X,
    words={
        **ROW_WORDS,
        "no weights": "The weights are all 0, or not one for each point. Is the minimum taken "
        "along the right axis? Each point needs the distance to *its* nearest centroid: "
        "`.min(axis=1)`.",
    },
    probes=(
        UsesRng((FIVE, 3), (*FIRST_ROWS, *FARTHEST_ROWS)),
        repeats(FIVE, 3),
        PLUSPLUS_TRIPLES,
        repeated_rows(FIVE, 5, "chosen twice", CHOSEN_TWICE),
    ),
    hints=(
        "The first centroid is any row, all alike. Then one by one: each further draw has "
        "weights.",
        "The weight of a point is its squared distance to the nearest of the centroids chosen so "
        "far. You have `squared_distances`; along which axis is the nearest?",
        "`squared_distances(X, X[chosen]).min(axis=1)` are the weights, and `weighted_choice` "
        "draws with them. `chosen` is a list of positions that grows.",
        "Compute the weights anew for each draw. Points already chosen have distance 0: they "
        "cannot come again.",
    ),
    why="On average the result is within a factor of 8 (ln k + 2) of the best inertia possible: "
    "Arthur and Vassilvitskii, 2007.",
)
