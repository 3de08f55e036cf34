"""Answers to not_in."""

import numpy as np

from .registry import right, wrong


@right
def mask(X, Y):
    return X[~np.isin(X, Y)]


@right
def comprehension(X, Y):
    return np.array([x for x in X if x not in Y])


@right(remark="slow")
def appended(X, Y):
    kept = np.array([])
    for x in X:
        if x not in set(Y.tolist()):
            kept = np.append(kept, x)
    return kept


@wrong("the others")
def those_in_y(X, Y):
    return X[np.isin(X, Y)]


@wrong("sorted")
def set_difference(X, Y):
    return np.setdiff1d(X, Y)


@wrong("list")
def a_list(X, Y):
    return [x for x in X if x not in Y]


@wrong("kind")
def a_set(X, Y):
    return set(X.tolist()) - set(Y.tolist())


@wrong("mask")
def only_the_mask(X, Y):
    return ~np.isin(X, Y)


@wrong("removed while looping")
def removing(X, Y):
    left = list(X)
    for x in left:
        if x in Y:
            left.remove(x)
    return np.array(left)
