"""standardize, notebook 03: shift and scale every column to mean 0 and standard deviation 1."""

import warnings

import numpy as np

from ..checker.exercise import Exercise, case
from .shared import ROUNDED, truncated


def standardize(X):
    """Shift and scale every column to mean 0 and standard deviation 1.

    Parameters
    ----------
    X : array of shape (n, d)
        The data. It stays as it is.

    Returns
    -------
    Z : float array of shape (n, d)
        (X - mean) / standard deviation, column by column, with the standard deviation over n
        as scikit-learn computes it. A constant column becomes 0.
    """
    # Rounding: the standard deviation of 0.1, 0.1, 0.1 is 1.4e-17, not 0.
    constant = (X == X[0]).all(axis=0)
    return (X - X.mean(axis=0)) / np.where(constant, 1, X.std(axis=0))


CONSTANT = [[1.0, 5.0], [3.0, 5.0], [8.0, 5.0]]


def misses_constant_columns(function):
    """Remark on a spread that is not 0 only because of rounding."""
    if np.abs(function(np.full((3, 1), 0.1))).max() < 1e-6:
        return ""
    return (
        "Rounding can give a column of equal values a tiny standard deviation instead of 0: "
        "[0.1, 0.1, 0.1] has 1.4e-17. `(X == X[0]).all(axis=0)` finds such columns for sure."
    )


def warns(function):
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


EXERCISE = Exercise(
    name="standardize",
    load=lambda: standardize,
    kind="floats",
    cases=(
        case([[1.0], [4.0]], tags="columns"),
        case([[1.0, 10.0], [3.0, 40.0], [8.0, 10.0], [4.0, -20.0]]),
        case([[0.5, 200.0, -3.0], [1.5, 900.0, 4.0], [2.0, 400.0, 0.0]], tags="columns"),
        case([[1, 10], [3, 40], [8, 10]], tags="integers"),
        case(CONSTANT, tags="constant"),
    ),
    slips=(*ROUNDED, truncated),
    hints=(
        "Subtract the mean of each column, then divide by the standard deviation of each column.",
        "`axis=0` runs down the rows, so there is one mean for each column.",
        "Where the standard deviation is 0, divide by 1 instead: `np.where`.",
    ),
    remarks=(warns, misses_constant_columns),
    why="Distances add up all columns, so the column with the largest unit would decide alone.",
)


@EXERCISE.slip
def constant_column(answer, X):
    """A constant column has standard deviation 0, and 0 / 0 is NaN. Divide by 1 there: the column
    becomes 0."""
    return np.where((X == X[0]).all(axis=0), np.nan, answer)


def not_zero(spread):
    """Return a spread with 1 in the place of 0."""
    return np.where(spread > 0, spread, 1)


@EXERCISE.wrong(key="n - 1")
def n_minus_1(X):
    """You divide by n - 1 in the standard deviation, as pandas does. Here it is n: `ddof=0`, as in
    NumPy and scikit-learn."""
    return (X - X.mean(axis=0)) / not_zero(X.std(axis=0, ddof=1))


@EXERCISE.wrong
def no_axis(X):
    """All columns share one mean and one standard deviation. Each column has its own: `axis=0`."""
    return (X - X.mean()) / X.std()


@EXERCISE.wrong
def wrong_axis(X):
    """You standardize rows. Columns are asked for: `axis=0`."""
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


@EXERCISE.wrong
def added_to_the_spread(X):
    """You add 1 to the standard deviation. Only where it is 0 may it be replaced."""
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1)


@EXERCISE.wrong
def constant_kept(X):
    """A constant column stays as it was. It must become 0: subtract its mean as well."""
    return np.where(X.std(axis=0) > 0, standardize(X), X)
