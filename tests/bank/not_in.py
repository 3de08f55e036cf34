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
