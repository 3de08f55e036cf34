"""The small exercises of the NumPy tips and of preparing data."""

import warnings

import numpy as np

from .. import tips
from ..checker.draws import Distribution, repeats, UsesRng
from . import not_in
from .distances import ROUNDED, TRUNCATED
from ..checker.exercise import Case, Exercise, Misconception, Seed, case
from .weights import WEIGHTED_CHOICE, WEIGHTS, valid_index

LAB_NUMS = np.array([10, 20, 5, 40, 25])


def _valid_pair(plain, nums, rng):
    if not isinstance(plain, tuple):
        return "not a tuple"
    index, value = plain
    if _is_exchanged(index, value, nums):
        return "exchanged"
    mistake = valid_index(index, nums, rng)
    if mistake:
        return mistake
    if not (isinstance(value, np.ndarray) and value.shape == () and value == nums[index]):
        return "value differs"
    return None


def _is_exchanged(index, value, nums):
    if not all(isinstance(part, np.ndarray) and part.shape == () for part in (index, value)):
        return False
    fits = valid_index(value.astype(int), nums, None) is None and value == int(value)
    return bool(
        fits
        and index == nums[int(value)]
        and not (valid_index(index, nums, None) is None and value == nums[int(index)])
    )


CHOICE_LAW = WEIGHTED_CHOICE.probes[2]


def _read_pair(value):
    return CHOICE_LAW.read(value[0])


RANDOM_SELECT = Exercise(
    name="random_select",
    load=lambda: tips.random_select,
    kind=("index", "number"),
    parts=("index", "value"),
    cases=WEIGHTED_CHOICE.cases[:-1] + (case(LAB_NUMS, Seed(8), tags="integers"),),
    misconceptions=(),
    verify=_valid_pair,
    words={
        **WEIGHTED_CHOICE.words,
        "expected": "(index, nums[index])",
        "exchanged": "First the index, then the value: they come the other way round.",
        "value differs": "The value is not the one that stands at the index: `nums[index]`.",
        "value": "The first of the two is the index of the number drawn, not the number.",
        "not a tuple": "Two things are asked for, the index and the value: `return index, value`.",
    },
    probes=(
        UsesRng((WEIGHTS,)),
        repeats(WEIGHTS),
        Distribution(
            args=CHOICE_LAW.args,
            draws=4000,
            read=_read_pair,
            law=CHOICE_LAW.law,
            example=CHOICE_LAW.example,
            write=CHOICE_LAW.write,
            otherwise=CHOICE_LAW.otherwise,
            misconceptions=CHOICE_LAW.misconceptions,
        ),
    ),
    hints=(
        "You have `weighted_choice(weights, rng)`. What are the weights here?",
        "The numbers themselves are the weights. The function gives the index; the number stands "
        "in `nums` at that place.",
    ),
    why="Numbers 10, 20, 5, 40, 25 come with frequencies 0.1, 0.2, 0.05, 0.4, 0.25.",
)


def _rows(*pairs, tags=""):
    return Case((list(pairs),), frozenset(tags.split()))


STACK_ROWS = Exercise(
    name="stack_rows",
    load=lambda: tips.stack_rows,
    kind="floats",
    cases=(
        _rows((1.0, 0.0625)),
        _rows((1.0, 2.5), (3.0, 4.0), (5.5, 6.0)),
        _rows((7, 8), (9, 10), tags="integers"),
        _rows(tags="no_rows"),
    ),
    slips=(*ROUNDED, TRUNCATED),
    misconceptions=(
        Misconception(
            "flat",
            lambda rows: np.array(rows, dtype=float).ravel() if rows else np.empty((0, 2)),
            "All numbers stand in one line: `np.append` without `axis=0` flattens. Two columns "
            "are asked for.",
        ),
        Misconception(
            "empty flat",
            lambda rows: np.array(rows, dtype=float),
            "Without a single row your array has shape (0,), and the next step that asks for "
            "column 1 fails. The shape must be (0, 2): `.reshape(-1, 2)`.",
        ),
        Misconception(
            "empty fails",
            lambda rows: np.vstack(rows).astype(float),
            "It fails without a single row. The answer is then an array of shape (0, 2).",
        ),
        Misconception(
            "transposed",
            lambda rows: np.array(rows, dtype=float).reshape(-1, 2).T,
            "Rows and columns are exchanged: one pair a row.",
        ),
        Misconception(
            "first row of zeros",
            lambda rows: np.array([(0, 0), *rows], dtype=float),
            "There is a row of zeros before yours. `np.zeros((1, 2))` and `np.empty((1, 2))` have "
            "a row already; a start without rows has shape (0, 2).",
        ),
        Misconception(
            "last row only",
            lambda rows: np.array(rows[-1:], dtype=float).reshape(-1, 2),
            "Only the last row is left. `np.append` and `np.vstack` change nothing in place: "
            "they return a new array.",
        ),
        Misconception(
            "nothing stacked",
            lambda rows: np.empty((0, 2)),
            "The array is still empty. `np.append` and `np.vstack` change nothing in place: they "
            "return a new array.",
        ),
        Misconception(
            "reversed",
            lambda rows: np.array(rows[::-1], dtype=float).reshape(-1, 2),
            "The rows come in reverse order.",
        ),
        Misconception(
            "last row missed",
            lambda rows: np.array(rows[:-1], dtype=float).reshape(-1, 2),
            "The last row is missed.",
        ),
    ),
    words={
        "list": "They are still in a {type}. Return an array: convert it once, at the end.",
    },
    hints=(
        "Collect in a list, which grows cheaply, and make one array at the end.",
        "An empty list makes an array of shape (0,). `.reshape(-1, 2)` gives it two columns.",
    ),
    why="Growing an array in a loop copies all of it for each row; a list does not.",
)


def _scaled(shift, spread):
    def answer(X):
        X = X.astype(float)
        width = spread(X)
        return (X - shift(X)) / np.where(width > 0, width, 1)

    return answer


def _mean(X):
    return X.mean(axis=0)


CONSTANT = [[1.0, 5.0], [3.0, 5.0], [8.0, 5.0]]


def _misses_constant_columns(function):
    """Remark on a spread that is not 0 only because of rounding."""
    if np.abs(function(np.full((3, 1), 0.1))).max() < 1e-6:
        return ""
    return (
        "Rounding can give a column of equal values a tiny standard deviation instead of 0: "
        "[0.1, 0.1, 0.1] has 1.4e-17. `(X == X[0]).all(axis=0)` finds such columns for sure."
    )


def _warns(function):
    """Remark on the warning that a column of equal values brings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RuntimeWarning)
        function(np.array(CONSTANT))
    if not any(issubclass(warning.category, RuntimeWarning) for warning in caught):
        return ""
    return (
        "It still warns of 0 / 0 for a column of equal values, because that is computed before it "
        "is replaced: `np.where` computes both sides. Replace the 0 in the divisor instead."
    )


STANDARDIZE = Exercise(
    name="standardize",
    load=lambda: tips.standardize,
    kind="floats",
    cases=(
        case([[1.0], [4.0]], tags="columns"),
        case([[1.0, 10.0], [3.0, 40.0], [8.0, 10.0], [4.0, -20.0]]),
        case([[0.5, 200.0, -3.0], [1.5, 900.0, 4.0], [2.0, 400.0, 0.0]], tags="columns"),
        case([[1, 10], [3, 40], [8, 10]], tags="integers"),
        case(CONSTANT, tags="constant"),
    ),
    slips=(
        *ROUNDED,
        TRUNCATED,
        Misconception(
            "constant column",
            lambda answer, X: np.where((X == X[0]).all(axis=0), np.nan, answer),
            "A constant column has standard deviation 0, and 0 / 0 is NaN. Divide by 1 there: "
            "the column becomes 0.",
        ),
    ),
    misconceptions=(
        Misconception(
            "n - 1",
            _scaled(_mean, lambda X: X.std(axis=0, ddof=1)),
            "You divide by n - 1 in the standard deviation, as pandas does. Here it is n: "
            "`ddof=0`, as in NumPy and scikit-learn.",
        ),
        Misconception(
            "no axis",
            lambda X: (X - X.mean()) / X.std(),
            "All columns share one mean and one standard deviation. Each column has its own: "
            "`axis=0`.",
        ),
        Misconception(
            "wrong axis",
            lambda X: (X - X.mean(1, keepdims=True)) / X.std(1, keepdims=True),
            "You standardize rows. Columns are asked for: `axis=0`.",
        ),
        Misconception(
            "wrong axis",
            lambda X: np.nan_to_num((X - X.mean(1, keepdims=True)) / X.std(1, keepdims=True)),
            "You standardize rows. Columns are asked for: `axis=0`.",
        ),
        Misconception(
            "wrong axis",
            lambda X: (X - X.mean(1)) / X.std(1),
            "You standardize rows. Columns are asked for: `axis=0`.",
        ),
        Misconception(
            "variance",
            _scaled(_mean, lambda X: X.var(axis=0)),
            "You divide by the variance. Divide by its root, the standard deviation.",
        ),
        Misconception(
            "centred only",
            lambda X: X - X.mean(0),
            "The mean is 0, but the spread is as before. Divide by the standard deviation.",
        ),
        Misconception(
            "scaled only",
            _scaled(lambda X: 0, lambda X: X.std(axis=0)),
            "The standard deviation is 1, but the mean is not 0. Subtract the mean first.",
        ),
        Misconception(
            "min and max",
            _scaled(lambda X: X.min(0), lambda X: np.ptp(X, axis=0)),
            "You scale to the range from 0 to 1. Mean 0 and standard deviation 1 are asked for.",
        ),
        Misconception(
            "precedence",
            lambda X: X - X.mean(0) / X.std(0),
            "Division comes before subtraction: put the difference in parentheses.",
        ),
        Misconception(
            "added to the spread",
            lambda X: (X - X.mean(0)) / (X.std(0) + 1),
            "You add 1 to the standard deviation. Only where it is 0 may it be replaced.",
        ),
        Misconception(
            "constant kept",
            lambda X: np.where(X.std(0) > 0, (X - X.mean(0)) / np.where(X.std(0), X.std(0), 1), X),
            "A constant column stays as it was. It must become 0: subtract its mean as well.",
        ),
    ),
    hints=(
        "Subtract the mean of each column, then divide by the standard deviation of each column.",
        "`axis=0` runs down the rows, so there is one mean for each column.",
        "Where the standard deviation is 0, divide by 1 instead: `np.where`.",
    ),
    remarks=(_warns, _misses_constant_columns),
    why="Distances add up all columns, so the column with the largest unit would decide alone.",
)

TIPS = (RANDOM_SELECT, not_in.EXERCISE, STACK_ROWS, STANDARDIZE)
