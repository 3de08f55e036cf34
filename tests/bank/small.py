"""Answers to the small exercises: random_select, not_in, stack_rows, standardize."""

import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler

from .registry import right, wrong

NAME = "random_select"


@right(NAME)
def choice_with_p(nums, rng):
    nums = np.asarray(nums)
    i = rng.choice(len(nums), p=nums / nums.sum())
    return i, nums[i]


@right(NAME)
def running_sum(nums, rng):
    dart, total = rng.random() * sum(nums), 0
    for i, n in enumerate(nums):
        total += n
        if dart < total:
            return (i, float(n))


@wrong(NAME, "exchanged")
def value_first(nums, rng):
    i = rng.choice(len(nums), p=nums / nums.sum())
    return nums[i], i


@wrong(NAME, "not a tuple")
def index_only(nums, rng):
    return rng.choice(len(nums), p=nums / nums.sum())


@wrong(NAME, "value differs")
def another_value(nums, rng):
    i = rng.choice(len(nums), p=nums / nums.sum())
    return i, nums[i - 1] if len(nums) > 1 else -1.0


@wrong(NAME, "global random")
def global_state(nums, rng):
    i = np.random.choice(len(nums), p=nums / nums.sum())
    return i, nums[i]


@wrong(NAME, "uniform")
def all_alike(nums, rng):
    i = rng.choice(np.flatnonzero(nums))
    return i, nums[i]


NAME = "not_in"


@right(NAME)
def mask(X, Y):
    return X[~np.isin(X, Y)]


@right(NAME)
def comprehension(X, Y):
    return np.array([x for x in X if x not in Y])


@right(NAME, remark="slow")
def appended(X, Y):
    kept = np.array([])
    for x in X:
        if x not in set(Y.tolist()):
            kept = np.append(kept, x)
    return kept


@wrong(NAME, "the others")
def those_in_y(X, Y):
    return X[np.isin(X, Y)]


@wrong(NAME, "sorted")
def set_difference(X, Y):
    return np.setdiff1d(X, Y)


@wrong(NAME, "list")
def a_list(X, Y):
    return [x for x in X if x not in Y]


@wrong(NAME, "kind")
def a_set(X, Y):
    return set(X.tolist()) - set(Y.tolist())


@wrong(NAME, "mask")
def only_the_mask(X, Y):
    return ~np.isin(X, Y)


@wrong(NAME, "removed while looping")
def removing(X, Y):
    left = list(X)
    for x in left:
        if x in Y:
            left.remove(x)
    return np.array(left)


NAME = "stack_rows"


@right(NAME)
def reshaped(rows):
    return np.array(rows, dtype=float).reshape(-1, 2)


@right(NAME)
def by_cases(rows):
    if not rows:
        return np.empty((0, 2))
    return np.vstack(rows)


@right(NAME, remark="slow")
def grown(rows):
    result = np.empty((0, 2))
    for row in rows:
        result = np.append(result, [row], axis=0)
    return result


@wrong(NAME, "empty flat")
def array_only(rows):
    return np.array(rows)


@wrong(NAME, "flat")
def no_axis(rows):
    result = np.empty((0, 2))
    for row in rows:
        result = np.append(result, row)
    return result


@wrong(NAME, "nothing stacked")
def thrown_away(rows):
    result = np.empty((0, 2))
    for row in rows:
        np.append(result, [row], axis=0)
    return result


@wrong(NAME, "first row of zeros")
def a_row_too_many(rows):
    result = np.zeros((1, 2))
    for row in rows:
        result = np.vstack([result, row])
    return result


@wrong(NAME, "list")
def stays_a_list(rows):
    return [list(row) for row in rows]


NAME = "standardize"


@right(NAME, remark="1.4e-17")
def where_constant(X):
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(spread == 0, 1, spread)


@right(NAME, remark="1.4e-17")
def column_by_column(X):
    Z = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if column.std() > 0:
            Z[:, j] = (column - column.mean()) / column.std()
    return Z


@right(NAME, remark="1.4e-17")
def nan_to_num(X):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num((X - X.mean(0)) / X.std(0))


@right(NAME, remark="computes both sides")
def replaced_too_late(X):
    return np.where(X.std(axis=0) == 0, 0, (X - X.mean(axis=0)) / X.std(axis=0))


@right(NAME)
def divided_where_not_equal(X):
    centred, equal = X - X.mean(axis=0), np.ptp(X, axis=0) == 0
    return np.where(equal, 0, centred / np.where(equal, 1, X.std(axis=0)))


@wrong(NAME, "constant column")
def nan_column(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


@wrong(NAME, "n - 1")
def as_pandas_does(X):
    table = pd.DataFrame(X)
    return ((table - table.mean()) / table.std().replace(0, 1)).to_numpy()


@wrong(NAME, "n - 1 + constant column + pandas")
def stays_in_pandas(X):
    table = pd.DataFrame(X)
    return (table - table.mean()) / table.std()


@wrong(NAME, "no axis")
def one_mean_for_all(X):
    return (X - X.mean()) / X.std()


@wrong(NAME, "wrong axis")
def rows_instead(X):
    spread = X.std(axis=1, keepdims=True)
    return (X - X.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1)


@wrong(NAME, "wrong axis")
def rows_without_keepdims(X):
    return (X - X.mean(axis=1)) / X.std(axis=1)


@wrong(NAME, "min and max")
def to_the_unit_interval(X):
    width = X.max(axis=0) - X.min(axis=0)
    return (X - X.min(axis=0)) / np.where(width > 0, width, 1)


@wrong(NAME, "precedence")
def no_parentheses(X):
    return X - X.mean(axis=0) / np.maximum(X.std(axis=0), 1e-12)


@wrong(NAME, "sklearn")
def sklearn_scales(X):
    return StandardScaler().fit_transform(X)


@wrong(NAME, "in place")
def changes_the_data(X):
    for j in range(X.shape[1]):
        mean, spread = X[:, j].mean(), X[:, j].std()
        if X.dtype.kind == "f":
            X[:, j] -= mean
            X[:, j] /= spread if spread > 0 else 1
    return X if X.dtype.kind == "f" else (X - X.mean(0)) / X.std(0)
