"""standardize, notebook 03: shift and scale every column to mean 0 and standard deviation 1."""

import warnings

import numpy as np

from ..checker.answers import assignments
from ..checker.exercise import Exercise, Finding, case
from .shared import ROUNDED, new_arrays, truncated


def standardize(X):
    """Shift and scale every column to mean 0 and standard deviation 1.

    Written without scikit-learn.

    Parameters
    ----------
    X : array of shape (n, d)
        The data, of one row or more; it may hold integers. It stays as it is.

    Returns
    -------
    Z : float64 array of shape (n, d)
        (X - mean) / standard deviation, column by column, with the standard deviation that
        divides by n, as scikit-learn computes it. A column of equal values becomes 0, without a
        warning. It is a new array.
    """
    # Rounding: the standard deviation of 0.1, 0.1, 0.1 is 1.4e-17, not 0.
    constant = (X == X[0]).all(axis=0)
    return (X - X.mean(axis=0)) / np.where(constant, 1, X.std(axis=0))


STANDARD = np.array([[-1.0], [1.0]])
CONSTANT = [[1.0, 5.0], [3.0, 5.0], [8.0, 5.0]]


def misses_constant_columns(function):
    """Remark on a spread that is not 0 only because of rounding."""
    if np.abs(function(np.full((3, 1), 0.1))).max() < 1e-6:
        return ""
    return (
        "Rounding can give a column of equal values a tiny standard deviation instead of 0: "
        "[0.1, 0.1, 0.1] has 1.4e-17. `(X == X[0]).all(axis=0)` finds such columns for sure."
    )


def silences(function):
    """Remark on warnings that are switched off and stay so."""
    with np.errstate():
        before = np.geterr()
        function(np.array(CONSTANT))
        if np.geterr() == before:
            return ""
    return (
        "It switches warnings off for the whole program, so that you miss the next one. With "
        "`with np.errstate(...):` they are off for the lines below it only."
    )


def without_warning(function, beat):
    """Probe: is there no warning of a column of equal values?"""
    X = np.array(CONSTANT)
    with (
        warnings.catch_warnings(record=True) as caught,
        np.errstate(divide="warn", invalid="warn"),
    ):
        warnings.simplefilter("always", RuntimeWarning)
        function(X)
    texts = [str(one.message) for one in caught if issubclass(one.category, RuntimeWarning)]
    if not texts:
        return None
    example = assignments(("X",), (np.array(CONSTANT),))
    return Finding("warning", example=example, got=f"RuntimeWarning: {texts[0]}")


EXERCISE = Exercise(
    name="standardize",
    load=lambda: standardize,
    kind="floats",
    cases=(
        case([[1.0], [4.0]], tags="columns"),
        case([[0.8, 10.0], [0.3, 40.0], [0.1, 15.0], [0.5, -20.0]]),
        case([[0.5, 200.0, -3.0], [1.5, 900.0, 4.0], [2.0, 400.0, 0.0]], tags="columns"),
        case([[1, 10], [3, 40], [8, 10]], tags="integers"),
        case(CONSTANT, tags="constant"),
        case([[5.0, 1.0], [5.0, 3.0], [5.0, 8.0]], tags="constant"),
        case([[3.0, -2.0]], tags="constant"),
        case([[1e-8], [2.998e-8]]),
        case([[1.7e9, 3.0], [1.7e9 + 60, 1.0], [1.7e9 + 90, 7.0]], tags="offset"),
    ),
    slips=(*ROUNDED[:-1], truncated),  # six digits are as good as all
    words={
        "far from zero": "It is right near 0 and wrong far from it. The mean of the squares minus "
        "the square of the mean is a small difference of huge numbers, and float32 keeps seven "
        "digits: subtract the mean before you square, in floats of 64 bits.",
        "warning": "The numbers are right, but a column of equal values brings a warning. To "
        "replace 0 / 0 afterwards is too late, and so is `np.where` around the division, because "
        "it gets all quotients ready-made: replace the 0 before you divide by it.",
    },
    probes=(without_warning, new_arrays(STANDARD)),
    hints=(
        "Subtract the mean of each column, then divide by the standard deviation of each column.",
        "`axis=0` runs down the rows, so there is one mean for each column.",
        "Where the standard deviation is 0, divide by 1 instead: `np.where`.",
    ),
    remarks=(silences, misses_constant_columns),
    why="Distances add up all columns, so the column with the largest unit would decide alone.",
)


@EXERCISE.slip
def constant_column(answer, X):
    """A constant column has standard deviation 0, and 0 / 0 is NaN. Divide by 1 there: the column
    becomes 0."""
    return np.where((X == X[0]).all(axis=0), np.nan, answer)


@EXERCISE.slip
def signs_exchanged(answer, X):
    """The signs are the wrong way round: it is the value minus the mean."""
    return -answer


def not_zero(spread):
    """Return a spread with 1 in the place of 0."""
    return np.where(spread > 0, spread, 1)


@EXERCISE.wrong(key="n - 1")
def n_minus_1(X):
    """You divide by n - 1 in the standard deviation, as pandas does. Here it is n, as in NumPy and
    scikit-learn: `ddof` says which."""
    return (X - X.mean(axis=0)) / not_zero(X.std(axis=0, ddof=1))


@EXERCISE.wrong
def no_axis(X):
    """All columns share one mean and one standard deviation. Each column has its own: along which
    axis must NumPy go?"""
    return (X - X.mean()) / not_zero(X.std())


@EXERCISE.wrong
def one_mean(X):
    """All columns share one mean. Each column has its own: along which axis must NumPy go?"""
    return (X - X.mean()) / not_zero(X.std(axis=0))


@EXERCISE.wrong
def one_spread(X):
    """All columns share one standard deviation. Each column has its own: along which axis must
    NumPy go?"""
    return (X - X.mean(axis=0)) / not_zero(X.std())


@EXERCISE.wrong
def root_of_the_sum(X):
    """You divide by the root of the *sum* of the squares. The standard deviation is the root of
    their *mean*."""
    return (X - X.mean(axis=0)) / not_zero(np.linalg.norm(X - X.mean(axis=0), axis=0))


@EXERCISE.wrong
def wrong_axis(X):
    """You standardise rows. Columns are asked for: along which axis does NumPy go down the
    rows?"""
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)


@EXERCISE.wrong(like=wrong_axis)
def wrong_axis_with_zeros(X):
    return (X - X.mean(axis=1, keepdims=True)) / not_zero(X.std(axis=1, keepdims=True))


@EXERCISE.wrong(like=wrong_axis)
def wrong_axis_without_keepdims(X):
    return (X - X.mean(axis=1)) / X.std(axis=1)


@EXERCISE.wrong
def variance(X):
    """You divide by the variance. Divide by its root, the standard deviation."""
    return (X - X.mean(axis=0)) / not_zero(X.var(axis=0))


@EXERCISE.wrong
def centred_only(X):
    """The mean is 0, but the spread is as before. Divide by the standard deviation."""
    return X - X.mean(axis=0)


@EXERCISE.wrong
def scaled_only(X):
    """The standard deviation is 1, but the mean is not 0. Subtract the mean first."""
    return X / not_zero(X.std(axis=0))


@EXERCISE.wrong
def min_and_max(X):
    """You scale to the range from 0 to 1. Mean 0 and standard deviation 1 are asked for."""
    return (X - X.min(axis=0)) / not_zero(np.ptp(X, axis=0))


@EXERCISE.wrong
def precedence(X):
    """Division comes before subtraction: put the difference in parentheses."""
    return X - X.mean(axis=0) / X.std(axis=0)


def added_to_the_spread(number):
    """Enter a number that is added to every standard deviation."""

    @EXERCISE.wrong(key="added to the spread")
    def answer(X):
        """A number is added to the standard deviation, so the columns come out too narrow, those
        with a tiny spread above all. Only where it is 0 may it be replaced."""
        return (X - X.mean(axis=0)) / (X.std(axis=0) + number)


@EXERCISE.wrong
def small_spread_replaced(X):
    """A standard deviation that is only small is replaced, too. Only 0 may be: think of lengths in
    metres that differ by nanometres."""
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(spread < 1e-3, 1, spread)


def spread_of_at_least(number):
    """Enter a number that the standard deviation is raised to."""

    @EXERCISE.wrong(like=small_spread_replaced)
    def answer(X):
        return (X - X.mean(axis=0)) / np.maximum(X.std(axis=0), number)


for exponent in range(12):
    added_to_the_spread(10.0**-exponent)
for exponent in range(8):
    spread_of_at_least(10.0**-exponent)


@EXERCISE.wrong
def constant_kept(X):
    """A constant column stays as it was. It must become 0: subtract its mean as well."""
    return np.where(X.std(axis=0) > 0, standardize(X), X)
