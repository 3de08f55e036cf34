"""Answers to changes_nothing."""

import numpy as np

from .registry import right, wrong


@right
def copies_for_the_step(step, X, labels, centroids):
    a, b, c = X.copy(), labels.copy(), centroids.copy()
    step(a, b, c)
    return np.array_equal(a, X) and np.array_equal(b, labels) and np.array_equal(c, centroids)


@right
def deep_copies(step, *arrays):
    import copy

    given = copy.deepcopy(arrays)
    step(*given)
    return all((x == y).all() for x, y in zip(arrays, given))


@right
def bytes_compared(step, X, labels, centroids):
    given = [np.array(a) for a in (X, labels, centroids)]
    before = [a.tobytes() for a in given]
    step(*given)
    return before == [a.tobytes() for a in given]


@right
def puts_them_back(step, X, labels, centroids):
    arrays, before = (X, labels, centroids), (X.copy(), labels.copy(), centroids.copy())
    step(*arrays)
    same = [np.array_equal(a, b) for a, b in zip(arrays, before)]
    for array, old in zip(arrays, before):
        array[:] = old
    return all(same)


@right
def as_lists(step, X, labels, centroids):
    work = np.copy(X), np.copy(labels), np.copy(centroids)
    step(*work)
    return [a.tolist() for a in work] == [X.tolist(), labels.tolist(), centroids.tolist()]


@right
def equal_or_both_nan(step, X, labels, centroids):
    work = [np.array(a) for a in (X, labels, centroids)]
    step(*work)
    pairs = zip(work, (X, labels, centroids))
    return all(np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in pairs)


@right
def locked(step, X, labels, centroids):
    work = [np.array(a) for a in (X, labels, centroids)]
    for array in work:
        array.setflags(write=False)
    try:
        step(*work)
    except ValueError:
        return False
    return True


@wrong("float index")
def labels_of_floats(step, X, labels, centroids):
    work = [np.array(a, dtype=float) for a in (X, labels, centroids)]
    step(*work)
    return all(map(np.array_equal, work, (X, labels, centroids)))


@wrong("too generous")
def six_digits(step, X, labels, centroids):
    work = [a.copy() for a in (X, labels, centroids)]
    step(*work)
    return all(np.array_equal(a.round(6), b) for a, b in zip(work, (X, labels, centroids)))


@wrong("in place")
def slices_are_no_copies(step, X, labels, centroids):
    work = X[:], labels[:], centroids[:]
    step(*work)
    return all(map(np.array_equal, work, (X, labels, centroids)))


@wrong("in place")
def one_copy_forgotten(step, X, labels, centroids):
    before = X.copy(), labels.copy(), centroids.copy()
    work = X.copy(), labels, centroids.copy()
    step(*work)
    return all(map(np.array_equal, work, before))


@wrong("list inside")
def lists_for_the_step(step, X, labels, centroids):
    work = X.tolist(), labels.tolist(), centroids.tolist()
    step(*work)
    return work == (X.tolist(), labels.tolist(), centroids.tolist())


@wrong("in place")
def second_names(step, X, labels, centroids):
    before = X, labels, centroids
    step(X, labels, centroids)
    return all(map(np.array_equal, before, (X, labels, centroids)))


@wrong("in place")
def harms_the_caller(step, X, labels, centroids):
    before = X.copy(), labels.copy(), centroids.copy()
    step(X, labels, centroids)
    return all(map(np.array_equal, before, (X, labels, centroids)))


@wrong("none")
def no_verdict(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    all(map(np.array_equal, given, (X, labels, centroids)))
