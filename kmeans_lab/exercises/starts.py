"""The exercises that draw: init_random, weighted_choice, init_kmeans_plusplus."""

import numpy as np

from .. import steps
from .chance import Distribution, merged, sequences, uniform_subsets
from .exercise import Exercise, Misconception, Problem, Seed, case

OWN_GENERATOR = (
    "Your function does not draw from `rng`; it makes a Generator of its own, or none. Draw "
    "from the one that you are given: then the caller decides whether a run can be repeated."
)


def _state(rng):
    return repr((rng.bit_generator.state, _spawned(rng)))


def _spawned(rng):
    """Count the Generators spawned from this one; drawing from them is right as well."""
    return getattr(rng.bit_generator.seed_seq, "n_children_spawned", 0)


def uses_rng(*args, same_as=()):
    """Return a probe: is something drawn from `rng`?

    Parameters
    ----------
    *args : arguments before rng
    same_as : tuple of Misconception
        Answers without chance; their `answer` gets `args`.
    """

    def probe(function, beat):
        rng = np.random.default_rng(5)
        before, answer = _state(rng), function(*args, rng)
        if _state(rng) != before:
            return None
        for row in same_as:
            if np.array_equal(answer, row.answer(*args)):
                return Problem(row.key, row.hint)
        return Problem("own generator", OWN_GENERATOR)

    return probe


def repeats(*args):
    """Return a probe: does the same seed give the same result?"""

    def probe(function, beat):
        answers = [function(*args, np.random.default_rng(5)) for _ in range(8)]
        if all(np.array_equal(answers[0], answer) for answer in answers):
            return None
        return Problem(
            "own generator",
            "The same Generator state gives different results, so something is drawn elsewhere. "
            "Draw everything from `rng`.",
        )

    return probe


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


# Rows of X ------------------------------------------------------------------------------


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
    "one row": "You return a single row. `n_clusters` of them are asked for.",
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
    "its loop go on until enough different rows are found, and can it find them?",
}

SHUFFLED = (
    case([[0.0, 1.0], [2.5, 3.0], [4.0, 5.5], [6.0, 7.0]], 1, Seed(1)),
    case([[0.0, 1.0], [2.5, 3.0], [4.0, 5.5], [6.0, 7.0]], 2, Seed(2)),
    case([[1.5], [2.0], [-3.0], [4.0], [9.5]], 3, Seed(3), tags="columns"),
    case(
        [[1.0, 2.0, 0.5], [4.0, 5.0, 6.5], [7.0, 8.0, 9.0], [0.0, 1.5, 3.0], [5.5, 5.0, 5.0],
         [3.0, 6.0, 9.0]],
        4, Seed(4), tags="columns",
    ),
    case([[1, 2], [3, 4], [5, 6], [7, 8], [9, 1]], 3, Seed(5), tags="integers"),
)  # fmt: skip


def repeated_rows(X, n_clusters, key, hint, draws=30):
    """Return a probe: over many seeds, is no position chosen twice?"""
    read = _positions(X, n_clusters)

    def probe(function, beat):
        for seed in range(draws):
            value = function(X.copy(), n_clusters, np.random.default_rng(seed))
            beat()
            chosen = read(value)
            if chosen is None or len(set(chosen)) < n_clusters:
                return Problem(
                    key,
                    hint,
                    f"X = {X.tolist()}\nn_clusters = {n_clusters}\nrng = {Seed(seed)}",
                    f"rows {chosen}",
                    f"{n_clusters} different rows",
                )
        return None

    return probe


def keeps_twins(function, beat):
    """Probe: equal rows of X count as two points."""
    X = np.array([[1.0, 1.0], [1.0, 1.0], [2.0, 3.0]])
    got = np.asarray(function(X.copy(), 3, np.random.default_rng(0)))
    if got.shape == X.shape and np.array_equal(np.sort(got, axis=0), X):
        return None
    return Problem(
        "twins",
        "Two points at the same place are still two points. Choose positions, not values: "
        "comparing rows by value loses some.",
        "X = [[1, 1], [1, 1], [2, 3]]\nn_clusters = 3",
        str(got.tolist())[:80],
        "all three rows",
    )


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
    if outcome is None:
        return [f"X has {len(SEVEN)} rows", "n_clusters = 2"]
    return f"rows {' and '.join(map(str, outcome))} of X"


def _theory(key, law, hint):
    return Misconception(key, law, hint)


WITH_REPLACEMENT = (
    "The same row can be chosen twice: you draw with replacement. Two equal centroids make an "
    "empty cluster. `rng.choice` has an argument for this."
)

RANDOM_SETS = Distribution(
    args=(SEVEN, 2),
    draws=5000,
    read=lambda value: _sorted_set(_positions(SEVEN, 2)(value)),
    law=uniform_subsets(range(7), 2),
    theories=(
        _theory("with replacement", _one_after_the_other(lambda chosen: _uniform(7)),
                WITH_REPLACEMENT),
        _theory("elementwise in", _one_after_the_other(_shares_no_value),
                "`row not in centroids` compares number by number: a row is dropped as soon as "
                "*one* of its values occurs anywhere. Remember the positions that were chosen."),
        _theory("index of the filtered list", _one_after_the_other(_shifted),
                "You draw an index into the rows that are left and use it on X. There it means "
                "another row: the last ones never come, others twice."),
        _theory("never the last", lambda: uniform_subsets(range(6), 2),
                "The last row is never chosen. `rng.integers(n)` already ends at n - 1."),
        _theory("never the first", lambda: uniform_subsets(range(1, 7), 2),
                "The first row is never chosen. Indices start at 0."),
        _theory("never the last",
                lambda: _set_law(sequences([1 / 6] * 6 + [0], lambda chosen: [1 / 6] * 6 + [0], 2)),
                "The last row is never chosen (`rng.integers(n)` already ends at n - 1), and the "
                "same row can be chosen twice."),
        _theory("never the first",
                lambda: _set_law(sequences([0] + [1 / 6] * 6, lambda chosen: [0] + [1 / 6] * 6, 2)),
                "The first row is never chosen (indices start at 0), and the same row can be "
                "chosen twice."),
        _theory("neighbours", lambda: {(i, i + 1): 1 / 6 for i in range(6)},
                "You choose a place and take the rows that follow it. Every *pair* of rows must "
                "be possible: draw each position on its own."),
        _theory("neighbours", lambda: {(i, i + 1): 1 / 5 for i in range(5)},
                "You choose a place and take the rows that follow it. Every *pair* of rows must "
                "be possible: draw each position on its own."),
        _theory("neighbours", lambda: {tuple(sorted((i, (i + 1) % 7))): 1 / 7 for i in range(7)},
                "You choose a place and take the rows that follow it. Every *pair* of rows must "
                "be possible: draw each position on its own."),
        _theory("first row always", lambda: {(0, i): 1 / 6 for i in range(1, 7)},
                "The first row of X is always among them. All rows have the same chance."),
        _theory("last row always", lambda: {(i, 6): 1 / 6 for i in range(6)},
                "The last row of X is always among them. All rows have the same chance."),
        _theory("k-means++",
                _one_after_the_other(lambda chosen: ((SEVEN - SEVEN[chosen[0]]) ** 2).sum(1)),
                "Far rows are preferred. That is k-means++; here all rows have the same chance."),
        _theory("farthest",
                _one_after_the_other(lambda chosen: np.arange(7) == (
                    (SEVEN - SEVEN[chosen[0]]) ** 2).sum(1).argmax()),
                "You take the farthest row. Here all rows have the same chance."),
        _theory("halves", lambda: {(i, j): 1 / 12 for i in range(3) for j in range(3, 7)},
                "You take one row from each part of X. Every pair must be possible."),
    ),
    fallback=Misconception(
        "not uniform", _write_rows,
        "Not all rows have the same chance. Draw `n_clusters` positions from 0 to n - 1, all "
        "alike, without replacement."),
)  # fmt: skip


def _sorted_set(positions):
    return positions and tuple(sorted(set(positions)))


FIRST_ROWS = (
    Misconception("first rows", lambda X, k: X[:k],
                  "You take the first rows, without chance. If X is sorted, all of them lie in "
                  "one corner: draw the positions from `rng`."),
    Misconception("first rows", lambda X, k: X[-k:],
                  "You take the last rows, without chance. Draw the positions from `rng`."),
)  # fmt: skip

INIT_RANDOM = Exercise(
    name="init_random",
    load=lambda: steps.init_random,
    kind="floats",
    cases=SHUFFLED,
    misconceptions=(),
    verify=rows_of_X,
    words=ROW_WORDS,
    probes=(
        uses_rng(SEVEN, 2, same_as=FIRST_ROWS),
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
    why="Drawn with replacement, 22 % of the starts at k = 10 would hold a centroid twice.",
)


# weighted_choice ---------------------------------------------------------------------------

WEIGHTS = np.array([3, 0, 1, 0.5, 2.25, 0.75])


def valid_index(plain, weights, rng):
    """Name what is wrong with one drawn index."""
    if not isinstance(plain, np.ndarray):
        return "kind"
    if plain.shape == np.shape(weights) and len(weights) > 1:
        return "one for each" if plain.sum() == 1 else "many"
    if plain.shape == (1,):
        return "axis"
    if plain.ndim > 0:
        return "many"
    if plain.dtype.kind not in "iu":
        return "value"
    if not 0 <= plain < len(weights):
        if plain in weights:
            return "value"
        return "off by one" if plain in (-1, len(weights)) else "out of range"
    return "value" if plain > 0 and weights[plain] == 0 and plain in weights else None


def _normal(weights):
    weights = np.asarray(weights, dtype=float)
    return {(int(i)): w / weights.sum() for i, w in enumerate(weights) if w > 0}


def _law(change):
    return lambda: _normal(change(WEIGHTS.copy()))


def _order_law(order):
    """Return the law of positions in the sorted weights."""
    return lambda: _normal(WEIGHTS[np.argsort(order * WEIGHTS, kind="stable")])


def _write_index(outcome):
    return [f"weights = {WEIGHTS.tolist()}"] if outcome is None else f"index {outcome}"


def _read_index(value):
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def never_without_weight(function, beat):
    """Probe: is an item of weight 0 never drawn?"""
    for weights in ([4.0], [0.0, 0.1, 0.0], [0.0, 0.0, 5.0, 0.0], [30.0, 0.0, 25.5]):
        for seed in range(10):
            index = _read_index(function(np.array(weights), np.random.default_rng(seed)))
            if not (0 <= index < len(weights) and weights[index] > 0):
                return Problem(
                    "zero weight",
                    "An item was drawn that has no weight, or does not exist. Its probability is 0: "
                    "is every weight divided by the *sum*, and is the index counted from 0?",
                    f"weights = {weights}\nrng = {Seed(seed)}",
                    f"{index}",
                    "an index whose weight is not zero",
                )
    return None


def _near_one(weights, u):
    """Return a Generator whose random() gives u, or as near as its use allows."""

    class Extreme(np.random.Generator):
        def random(self, *args, **kwargs):
            return u

        def uniform(self, low=0.0, high=1.0, size=None):
            return low + (high - low) * u

    return Extreme(np.random.PCG64(0))


def _falls_back(function):
    """Remark on what happens when rounding leaves the dart beyond the last end."""
    weights = np.array([0.0] + [0.1] * 10)
    result = function(weights, _near_one(weights, 1 - 2**-53))
    if result is None or not 0 < int(result) < len(weights):
        return (
            "When the random number is almost 1, rounding can carry it past the last sum, and "
            "your function then falls back to another item. One run in 10^16, but remember it."
        )
    return ""


def _accepts_negative(function):
    try:
        function(np.array([2.0, -1.0, 1.0]), np.random.default_rng(0))
    except Exception:
        return ""
    return "It is right. A negative weight is taken without a word; a ValueError would say so."


def _moved_to(source, target):
    law = _normal(WEIGHTS)
    return {i: p + (law[source] if i == target else 0) for i, p in law.items() if i != source}


def _dart(ends, length):
    """Return the law of where a dart between 0 and `length` lands among unscaled ends."""
    edges = np.clip(np.concatenate([[0.0], ends]), 0, length)
    return {i: w / length for i, w in enumerate(np.diff(edges)) if w > 0}


def _first_weight_above():
    """Return the law of the first item whose share exceeds a random number of its own."""
    shares, law, left = WEIGHTS / WEIGHTS.sum(), {}, 1.0
    for i, share in enumerate(shares):
        law[i] = left * share
        left *= 1 - share
    law[len(shares) - 1] += left
    return law


def _one_dart_above(fallback=0):
    """Return the law of the first item whose share exceeds one random number."""
    shares, law, reached = WEIGHTS / WEIGHTS.sum(), {}, 0.0
    for i, share in enumerate(shares):
        law[i] = max(share - reached, 0.0)
        reached = max(reached, share)
    law[range(len(shares))[fallback]] += 1 - reached
    return law


def _whole_dart(n):
    """Return the law of where a whole number below n lands."""
    landed = np.searchsorted(np.cumsum(WEIGHTS), np.arange(n), side="right")
    return {i: float((landed == i).mean()) for i in set(landed.tolist())}


def _largest_product():
    """Return the law of the largest weight times random number, by numerical integration."""
    u = (np.arange(20000) + 0.5) / 20000
    law = {}
    for i in np.flatnonzero(WEIGHTS):
        others = [w for j, w in enumerate(WEIGHTS) if w > 0 and j != i]
        below = [np.minimum(WEIGHTS[i] * u / w, 1) for w in others]
        law[int(i)] = float(np.prod(below, axis=0).mean())
    return law


WEIGHTED_CHOICE = Exercise(
    name="weighted_choice",
    load=lambda: steps.weighted_choice,
    kind="index",
    cases=(
        case([0.0, 0.1, 0.0], Seed(3)),
        case([0.0, 0.0, 5.0, 0.0], Seed(2)),
        case([0.0, 0.0, 0.0, 250.0], Seed(4)),
        case([0, 0, 0, 0, 0, 7, 0], Seed(5), tags="integers"),
        case([30.0, 0.0, 25.5, 40.25], Seed(6)),
        case([0.25, 0.125, 0.0625], Seed(7)),
    ),
    misconceptions=(),
    verify=valid_index,
    words={
        "expected": "an index, from 0 to n - 1",
        "kind": "A single index is asked for.",
        "one for each": "You return a mark for each item. The position of the drawn one is asked "
        "for: a single index.",
        "many": "You return several numbers. Draw once and return one index.",
        "axis": "The index comes in an array of one element. Return the number itself: without "
        "`size`, or with `[0]`.",
        "value": "You return the weight itself. Its index is asked for.",
        "off by one": "Your index leaves the weights by one: with n of them it runs from 0 to "
        "n - 1. Are the weights added up (`np.cumsum`), and is the counting from 0?",
        "out of range": "This index is outside the weights. Indices run from 0 to n - 1.",
        "float labels": "Your index is a float. An index must be an integer.",
        "endless": "Your function did not come to an end within a second, so it was stopped. "
        "Weights may be tiny or zero; does your loop wait for something that never comes?",
    },
    probes=(
        uses_rng(
            WEIGHTS,
            same_as=(
                Misconception("always the largest", lambda weights: int(weights.argmax()),
                              "You always return the largest weight's index. Smaller weights "
                              "have a smaller chance, not none: draw."),
            ),
        ),
        repeats(WEIGHTS),
        Distribution(
            args=(WEIGHTS,),
            draws=4000,
            read=_read_index,
            law=_normal(WEIGHTS),
            theories=(
                _theory("uniform", _law(np.ones_like),
                        "All items have the same chance. The weights must count."),
                _theory("uniform", _law(lambda w: w > 0),
                        "All items that have a weight have the same chance. How large the weight "
                        "is must count."),
                _theory("never the last", _law(lambda w: w * [1, 1, 1, 1, 1, 0]),
                        "The last item is never drawn. Does the loop or the range end one too "
                        "early?"),
                _theory("never the first", _law(lambda w: w * [0, 1, 1, 1, 1, 1]),
                        "The first item is never drawn. Indices start at 0."),
                _theory("never the last", lambda: _moved_to(5, 4),
                        "The last item is never drawn; its share goes to the one before. Does "
                        "the loop end one too early?"),
                _theory("never the last", lambda: _moved_to(5, 0),
                        "The last item is never drawn; its share goes to the first. Does the "
                        "loop end one too early?"),
                _theory("squared", _law(np.square),
                        "The weights count squared. Use them as they are."),
                _theory("root", _law(np.sqrt),
                        "The roots of the weights count. Use them as they are."),
                _theory("exponential", _law(np.exp),
                        "You use a softmax. Divide the weights by their sum instead: twice the "
                        "weight, twice the chance."),
                _theory("inverted", _law(lambda w: np.where(w > 0, 1 / np.maximum(w, 1e-9), 0)),
                        "Small weights have the large chances. Turn it round."),
                _theory("inverted", _law(lambda w: w.max() - w),
                        "Small weights have the large chances. Turn it round."),
                _theory("inverted", _law(lambda w: w.sum() - w),
                        "Small weights have the large chances. Turn it round."),
                _theory("truncated", _law(np.floor),
                        "Only the whole part of each weight counts. Weights need not be whole "
                        "numbers: do not convert them to integers."),
                _theory("truncated", _law(np.round),
                        "The weights are rounded. They need not be whole numbers."),
                _theory("not scaled", lambda: _dart(np.cumsum(WEIGHTS), 1.0),
                        "Your random number lies between 0 and 1, but the sums of the weights "
                        "go on to their total. Multiply it by the total, or divide the weights."),
                _theory("not cumulative", lambda: _first_weight_above(),
                        "You compare a new random number with each weight on its own. Lay the "
                        "weights end to end (`np.cumsum`) and throw one dart."),
                _theory("not cumulative", lambda: _one_dart_above(fallback=-1),
                        "You compare the random number with each weight on its own. Lay the "
                        "weights end to end (`np.cumsum`): where does the dart land?"),
                _theory("not cumulative", lambda: _one_dart_above(),
                        "You compare the random number with each weight on its own. Lay the "
                        "weights end to end (`np.cumsum`): where does the dart land?"),
                _theory("sorted", _order_law(1),
                        "You return the position in the *sorted* weights. The position in the "
                        "weights as given is asked for."),
                _theory("sorted", _order_law(-1),
                        "You return the position in the *sorted* weights. The position in the "
                        "weights as given is asked for."),
                _theory("off by one", _law(lambda w: np.roll(w, 1)),
                        "Each index comes as often as its left neighbour should: it is one too "
                        "large. Counting starts at 0."),
                _theory("off by one", _law(lambda w: np.roll(w, -1)),
                        "Each index comes as often as its right neighbour should: it is one too "
                        "small."),
                _theory("off by one", lambda: {i + 1: p for i, p in _normal(WEIGHTS).items()},
                        "Each index is one too large. Counting starts at 0."),
                _theory("off by one", lambda: {i - 1: p for i, p in _normal(WEIGHTS).items()},
                        "Each index is one too small. Counting starts at 0."),
                _theory("reversed", _law(lambda w: w[::-1]),
                        "You return the position in the *reversed* weights."),
                _theory("not scaled", lambda: _dart(np.cumsum(WEIGHTS), len(WEIGHTS)),
                        "Your random number goes up to the number of weights. The sums of the "
                        "weights go up to their total: multiply by that."),
                _theory("not scaled", lambda: _dart(np.cumsum(WEIGHTS), WEIGHTS.max()),
                        "Your random number goes up to the largest weight. The sums of the "
                        "weights go up to their total: multiply by that."),
                _theory("not scaled", _law(lambda w: np.minimum(w, 1)),
                        "A random number between 0 and 1 is compared with weights that can be "
                        "larger than 1: all of those look alike. Scale one of the two."),
                _theory("whole-number dart", lambda: _whole_dart(int(WEIGHTS.sum())),
                        "Your random number is a whole number. The weights need not be: draw a "
                        "float, `rng.random()`."),
                _theory("whole-number dart", lambda: _whole_dart(int(WEIGHTS.sum()) + 1),
                        "Your random number is a whole number. The weights need not be: draw a "
                        "float, `rng.random()`."),
                _theory("largest product", _largest_product,
                        "You multiply each weight by a random number and take the largest. That "
                        "prefers the heavy ones too much: twice the weight, *twice* the chance."),
                _theory("index of the filtered list",
                        lambda: _normal(WEIGHTS[WEIGHTS > 0]),
                        "Your index counts only the items that have a weight. It must count all "
                        "items of `weights`."),
                _theory("always the largest", _law(lambda w: w == w.max()),
                        "You always return the largest weight's index. Smaller weights have a "
                        "smaller chance, not none."),
            ),
            fallback=Misconception(
                "wrong shares", _write_index,
                "The items do not come as often as they should. Twice the weight, twice the "
                "chance."),
        ),
        never_without_weight,
    ),
    remarks=(_falls_back, _accepts_negative),
    hints=(
        "Lay the weights end to end on a line, and throw a dart at it. Where does it land?",
        "`np.cumsum(weights)` holds the ends of the pieces; the last one is the length of the "
        "line. `rng.random()` is the dart, from 0 to 1: stretch it.",
        "The first end beyond the dart belongs to the piece that was hit; `np.searchsorted` "
        "finds it. Or let `rng.choice` do it: `p` must sum to 1.",
    ),
    why="The same draw is the heart of k-means++, of sampling text from a language model, and of "
    "many games.",
)  # fmt: skip


# init_kmeans_plusplus ----------------------------------------------------------------------

FIVE = np.array([[7, 7], [7, 4], [2, 11], [11, 11], [0, 8]], dtype=float)
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
    if outcome is None:
        return [f"X = {FIVE.tolist()}", "n_clusters = 3"]
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
    theories=(
        _theory("uniform", _triples(lambda c: _only([i not in c for i in range(5)])),
                "All rows have the same chance every time. The further ones need weights: the "
                "squared distance to the nearest centroid chosen so far."),
        _theory("uniform", _triples(lambda c: np.ones(5)),
                "All rows have the same chance every time, even those already chosen. The further "
                "ones need weights: the squared distance to the nearest centroid so far."),
        _theory("not squared", _triples(lambda c: np.sqrt(_nearest(c))),
                "The weights are the distances. They must be *squared*: leave the root away."),
        _theory("squared twice", _triples(lambda c: _nearest(c) ** 2),
                "The weights are squared once too often: they are the squared distances "
                "themselves."),
        _theory("sum over centroids", _triples(lambda c: SQUARES[c].sum(0)),
                "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
                "the minimum over the centroids. With the sum, a chosen point can come again."),
        _theory("sum over centroids", _triples(lambda c: np.sqrt(SQUARES[c]).sum(0)),
                "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
                "the minimum over the centroids, squared."),
        _theory("sum over centroids",
                _triples(lambda c: SQUARES[c].sum(0) * _only([i not in c for i in range(5)])),
                "You add the distances to *all* centroids chosen so far. Only the nearest counts: "
                "the minimum over the centroids."),
        _theory("farthest centroid", _triples(lambda c: SQUARES[c].max(0)),
                "You use the distance to the *farthest* centroid chosen so far: `max` where `min` "
                "is meant."),
        _theory("last centroid only", _triples(lambda c: SQUARES[c[-1]]),
                "You use the distance to the last centroid only. The nearest of all that were "
                "chosen so far counts."),
        _theory("first centroid only", _triples(lambda c: SQUARES[c[0]]),
                "You use the distance to the first centroid only. The nearest of all that were "
                "chosen so far counts: compute the distances anew for each draw."),
        _theory("mean of centroids",
                _triples(lambda c: ((FIVE - FIVE[c].mean(0)) ** 2).sum(1)),
                "You measure to the mean of the centroids. The nearest of them counts."),
        _theory("product", _triples(lambda c: SQUARES[c].prod(0)),
                "You multiply the distances to the centroids. Only the nearest counts."),
        _theory("farthest", _triples(lambda c: _only(np.arange(5) == _nearest(c).argmax())),
                FARTHEST),
        _theory("farthest", _triples(lambda c: _only(np.arange(5) == SQUARES[c].sum(0).argmax())),
                FARTHEST),
        _theory("farthest", _triples(lambda c: _only(np.arange(5) == SQUARES[c[-1]].argmax())),
                FARTHEST),
        _theory("farthest",
                _triples(lambda c: _only(np.arange(5) == _nearest(c).argmax()), np.eye(5)[0]),
                FARTHEST),
        _theory("nearest", _triples(lambda c: _only(np.arange(5) == np.where(
            _nearest(c) > 0, _nearest(c), np.inf).argmin())),
                "You always take the nearest point. *Far* points have the larger chance."),
        _theory("inverted", _triples(lambda c: np.where(
            _nearest(c) > 0, 1 / np.maximum(_nearest(c), 1e-9), 0)),
                "Near points have the large chances. Turn it round: the weight is the squared "
                "distance itself."),
        _theory("absolute", _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).sum(2).min(1)),
                "The weights are sums of absolute differences. They must be squared distances."),
        _theory("absolute",
                _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).sum(2).min(1) ** 2),
                "The distances are sums of absolute differences. Square each difference before "
                "summing."),
        _theory("largest difference",
                _triples(lambda c: np.abs(FIVE[:, None] - FIVE[c]).max(2).min(1) ** 2),
                "Only the largest difference of a column counts. Sum the squares over all columns."),
        _theory("column by column",
                _triples(lambda c: ((FIVE[:, None] - FIVE[c]) ** 2).min(1).sum(1)),
                "You take the minimum before summing, column by column. First sum the squares "
                "over the columns, then take the minimum over the centroids."),
        _theory("inverted", _triples(lambda c: 1 - _nearest(c) / _nearest(c).sum()),
                "Near points have the large chances. Turn it round: the weight is the squared "
                "distance itself."),
        _theory("first is fixed", _triples(_nearest, np.eye(5)[0]), FIRST_FIXED),
        _theory("first is fixed", _triples(_nearest, np.eye(5)[4]), FIRST_FIXED),
        _theory("first is fixed",
                _triples(_nearest, np.eye(5)[((FIVE - FIVE.mean(0)) ** 2).sum(1).argmax()]),
                FIRST_FIXED),
        _theory("first is fixed",
                _triples(_nearest, np.eye(5)[((FIVE - FIVE.mean(0)) ** 2).sum(1).argmin()]),
                FIRST_FIXED),
        _theory("never the last", _triples(lambda c: _nearest(c) * [1, 1, 1, 1, 0]),
                "The last row is never drawn after the first. Does a loop or range end one too "
                "early?"),
        _theory("never the last", _triples(lambda c: _nearest(c), [0.25] * 4 + [0]),
                "The last row is never the first centroid. `rng.integers(n)` already ends at "
                "n - 1."),
        _theory("never the last",
                _triples(lambda c: _nearest(c) * [1, 1, 1, 1, 0], [0.25] * 4 + [0]),
                "The last row is never drawn. `rng.integers(n)` already ends at n - 1."),
        _theory("never the first", _triples(_nearest, [0] + [0.25] * 4),
                "The first row is never the first centroid. Indices start at 0."),
        _theory("index of the filtered list", _triples(_filtered_index),
                "You draw an index into the points that are left and use it on X. There it means "
                "another row. Keep all points: those already chosen have weight 0 anyway."),
        _theory("elementwise in", _triples(_unshared),
                "`x not in centroids` compares number by number: a point is dropped as soon as "
                "*one* of its values occurs anywhere. Points already chosen have weight 0 anyway."),
        _theory("order lost", lambda: merged(_triples(_nearest)(), lambda c: tuple(sorted(c))),
                "The rows are right, but sorted. Return them in the order in which they were "
                "drawn."),
        _theory("order lost", lambda: merged(_triples(_nearest)(), lambda c: c[::-1]),
                "The rows come in reverse order. Return them in the order in which they were "
                "drawn."),
        _theory("greedy", _triples(_greedy),
                "You try several candidates and keep the best: greedy k-means++, as scikit-learn "
                "does it. Here one draw each is asked for."),
        _theory("drawn at once",
                lambda: sequences(_uniform(5), lambda c: SQUARES[c[0]] * [
                    i not in c for i in range(5)], 3),
                "You draw all further centroids with the weights of the first. After each draw "
                "the distances to the nearest centroid change: compute them anew."),
    ),
    fallback=Misconception(
        "wrong shares", _write_triple,
        "The rows do not come as often as they should. The first: all alike. Each next: in "
        "proportion to the squared distance to the nearest centroid chosen so far."),
)  # fmt: skip

def _farthest_rows(first):
    def answer(X, k):
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
        "along the right axis? Each point needs the distance to *its* nearest centroid.",
    },
    probes=(
        uses_rng(FIVE, 3, same_as=(*FIRST_ROWS, *FARTHEST_ROWS)),
        repeats(FIVE, 3),
        PLUSPLUS_TRIPLES,
        repeated_rows(FIVE, 5, "chosen twice", CHOSEN_TWICE),
    ),
    hints=(
        "The first centroid is any row, all alike. Then one by one: each further draw has weights.",
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
