"""Answers to standardize."""

import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler

from .registry import right, wrong


@right(remark="1.4e-17")
def where_constant(X):
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(spread == 0, 1, spread)


@right(remark="1.4e-17")
def column_by_column(X):
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if column.std() > 0:
            Z[:, j] = (column - column.mean()) / column.std()
    return Z


@right(remark="1.4e-17")
def nan_to_num(X):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num((X - X.mean(0)) / X.std(0))


@wrong("warning")
def replaced_too_late(X):
    return np.where(X.std(axis=0) == 0, 0, (X - X.mean(axis=0)) / X.std(axis=0))


@right
def divided_where_not_equal(X):
    centred, equal = X - X.mean(axis=0), np.ptp(X, axis=0) == 0
    return np.where(equal, 0, centred / np.where(equal, 1, X.std(axis=0)))


@wrong("n - 1 + constant column + pandas")
def stays_in_pandas(X):
    table = pd.DataFrame(X)
    return (table - table.mean()) / table.std()


@wrong("sklearn")
def sklearn_scales(X):
    return StandardScaler().fit_transform(X)


@wrong("in place")
def changes_the_data(X):
    for j in range(X.shape[1]):
        mean, spread = X[:, j].mean(), X[:, j].std()
        if X.dtype.kind == "f":
            X[:, j] -= mean
            X[:, j] /= spread if spread > 0 else 1
    return X if X.dtype.kind == "f" else (X - X.mean(0)) / X.std(0)


@wrong("warning")
def not_numbers_replaced(X):
    return np.nan_to_num((X - X.mean(axis=0)) / X.std(axis=0))


@wrong("given array returned")
def left_if_it_is_standard(X):
    if np.array_equal(X.mean(axis=0), [0]) and np.array_equal(X.std(axis=0), [1]):
        return X
    return divided_where_not_equal(X)


@wrong("far from zero")
def variance_by_squares(X):
    X = X.astype(float)
    spread = np.sqrt(np.maximum((X**2).mean(axis=0) - X.mean(axis=0) ** 2, 0))
    return (X - X.mean(axis=0)) / np.where(spread == 0, 1, spread)


@wrong("few digits")
def in_float32(X):
    return divided_where_not_equal(X).astype(np.float32)


@wrong("added to the spread")
def a_hundred_millionth_added(X):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)


@wrong("small spread replaced")
def spread_too_small_to_matter(X):
    spread = X.std(axis=0)
    spread[spread < 1e-5] = 1
    return (X - X.mean(axis=0)) / spread


@wrong("small spread replaced")
def hardly_any_spread_taken_for_none(X):
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(np.isclose(spread, 0), 1, spread)


@wrong("small spread replaced")
def spread_clipped(X):
    return (X - X.mean(axis=0)) / np.clip(X.std(axis=0), 1e-7, None)


@wrong("different")
def one_row_left_alone(X):
    return divided_where_not_equal(X) if len(X) > 1 else X.astype(float)


@wrong("different")
def all_zero_if_one_column_is_constant(X):
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / spread if spread.all() else np.zeros(X.shape)


@wrong("integers")
def stored_in_a_copy(X):
    Z = X.copy()
    for j in range(X.shape[1]):
        Z[:, j] = divided_where_not_equal(X[:, [j]])[:, 0]
    return Z


@wrong("one spread")
def spread_of_everything(X):
    return (X - X.mean(axis=0)) / (X.std() or 1)


@wrong("one mean")
def mean_of_everything(X):
    spread = X.std(axis=0)
    spread[spread == 0] = 1
    return (X - X.mean()) / spread


@wrong("root of the sum")
def divided_by_the_length(X):
    Z = X - X.mean(axis=0)
    length = np.sqrt((Z**2).sum(axis=0))
    return Z / np.where(length == 0, 1, length)


@wrong("signs exchanged")
def mean_minus_value(X):
    return -divided_where_not_equal(X)


@wrong("several values")
def with_mean_and_spread(X):
    return divided_where_not_equal(X), X.mean(axis=0), X.std(axis=0)


@right(remark="1.4e-17")
def a_billionth_of_a_thousandth_added(X):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)


@right(remark="switches warnings off")
def warnings_off_for_good(X):
    np.seterr(divide="ignore", invalid="ignore")
    return np.nan_to_num((X - X.mean(axis=0)) / X.std(axis=0))


@right(remark="1.4e-17")
def in_plain_python(X):
    Z = np.empty(X.shape)
    for j, column in enumerate(X.T.tolist()):
        mean = sum(column) / len(column)
        spread = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
        Z[:, j] = [(x - mean) / spread if spread > 0 else 0 for x in column]
    return Z


@right(remark="1.4e-17")
def in_a_table(X):
    table = pd.DataFrame(X).astype(float)
    return ((table - table.mean()) / table.std(ddof=0).replace(0, 1)).to_numpy()


@wrong("different")
def largest_first_taken_for_constant(X):
    constant = (X <= X[0]).all(axis=0)
    return (X - X.mean(axis=0)) / np.where(constant, 1, X.std(axis=0))


@wrong("different")
def all_zero_if_the_first_is_constant(X):
    Z = divided_where_not_equal(X)
    return np.where((X[:, 0] == X[0, 0]).all(), 0, Z)
