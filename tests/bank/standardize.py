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


@right(remark="computes both sides")
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
