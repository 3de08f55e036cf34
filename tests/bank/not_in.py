"""Answers to not_in."""

import numpy as np

from .registry import right, wrong


@right
def mask(X, Y):
    return X[~np.isin(X, Y)]


@right
def comprehension(X, Y):
    return np.array([x for x in X if x not in Y])


@right
def deleted(X, Y):
    return np.delete(X, [i for i, x in enumerate(X) if x in set(Y.tolist())])


@right
def every_difference(X, Y):
    return X[(X[:, np.newaxis] != Y).all(axis=1)]


@right(remark="slow")
def appended(X, Y):
    kept = np.array([])
    for x in X:
        if x not in set(Y.tolist()):
            kept = np.append(kept, x)
    return kept


@wrong("list")
def a_list(X, Y):
    return [x for x in X if x not in Y]


@wrong("kind")
def a_set(X, Y):
    return set(X.tolist()) - set(Y.tolist())


@wrong("list")
def none_is_no_array(X, Y):
    kept = [x for x in X if x not in Y]
    return np.array(kept) if kept else []


@wrong("nothing there")
def fails_if_none_is_left(X, Y):
    return np.hstack([x for x in X if x not in Y])


@wrong("raises")
def fails_without_x(X, Y):
    return X[~np.vectorize(lambda x: bool((x == Y).any()))(X)]


@wrong("shape")
def nothing_kept_without_y(X, Y):
    return X[~np.isin(X, Y)] if len(Y) > 0 else np.array([])


@wrong("in place")
def sorts_x(X, Y):
    kept = X[~np.isin(X, Y)]
    X.sort()
    return kept


@wrong("in place")
def sorts_y(X, Y):
    Y.sort()
    return X[~np.isin(X, Y)]


@wrong("truncated")
def kept_as_integers(X, Y):
    return np.array([int(x) for x in X if x not in Y])


@wrong("whole numbers compared + truncated")
def everything_as_integers(X, Y):
    return X.astype(int)[~np.isin(X.astype(int), Y.astype(int))]


@wrong("zeros lost")
def zeros_for_the_others(X, Y):
    marked = np.where(np.isin(X, Y), 0, X)
    return marked[marked != 0]


@wrong("shape")
def assumed_to_be_unique(X, Y):
    return X[~np.isin(X, Y, assume_unique=True, kind="sort")]


@wrong("shape")
def digits_in_a_text(X, Y):
    return np.array([x for x in X if str(x) not in str(Y)])


@wrong("shape")
def asks_whether_a_zero_is_true(X, Y):
    return np.array([x for x in X if not any(y for y in Y if y == x)])


@wrong("nearly equal")
def near_enough(X, Y):
    return X[~np.isclose(X[:, np.newaxis], Y).any(axis=1)]


@wrong("set order")
def sets(X, Y):
    return np.array(list(set(X) - set(Y)))


@wrong("sorted")
def sorted_sets(X, Y):
    return np.array(sorted(set(X) - set(Y)))


@wrong("axis")
def a_column(X, Y):
    return X[~np.isin(X, Y)].reshape(-1, 1)


@right
def filtered_again_and_again(X, Y):
    for y in Y:
        X = X[X != y]
    return X


@right
def found_in_sorted_y(X, Y):
    if len(Y) == 0:
        return X.copy()
    ordered = np.sort(Y)
    places = np.searchsorted(ordered, X)
    return X[ordered[places % len(Y)] != X]
