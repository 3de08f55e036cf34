"""not_in, notebook 10: keep what does not occur in another array."""

import numpy as np

from ..checker.exercise import Exercise, case
from .shared import truncated


def not_in(X, Y):
    """Keep the elements of one array that do not occur in another.

    Parameters
    ----------
    X : array of shape (n,)
        The elements to choose from. It may be empty, and it stays as it is.
    Y : array of shape (m,)
        The elements to leave out. It may be empty, and it stays as it is.

    Returns
    -------
    kept : array
        In the order of X, each element as often as in X.
    """
    return X[~np.isin(X, Y)]


EXERCISE = Exercise(
    name="not_in",
    load=lambda: not_in,
    kind="numbers",
    cases=(
        case([2, 5, 7], [5]),
        case([2, 5, 27, 13, 86, 18, 22, 43], [2, 13, 18]),
        case([9, 0, 9, 4, 0, 7], [0, 8]),
        case([3, 0, 3, 5], [7]),
        case([0.5, 2.5, -1.0], [2.5, 0.5, 9.0]),
        case([4, 6], [6, 4]),
        case([1.5, 2.0, 0.75, 1.0], [1.0, 2.0]),
        case([100_000, 7, 100_001, 1], [100_000, 17]),
        case([5, 8], []),
        case([], [5, 8]),
        case([0.5, 1.5, 0.5], [0.25, 0.75, 1.0, 1.25, 1.5, 1.75, *np.arange(2.0, 9.0)]),
    ),
    slips=(truncated,),
    words={
        "kind": "An array of elements of X is asked for. A set has no order, and an element "
        "only once.",
        "shapes do not fit": "Two arrays of different lengths cannot be compared place by place. "
        "For each element of X ask whether it occurs anywhere in Y: `np.isin`.",
        "objects": "Your array holds Python objects. Give it the dtype of X.",
    },
    hints=(
        "`np.isin(X, Y)` says for each element of X whether it occurs in Y.",
        "`~` turns a mask round, and `X[mask]` keeps the elements where it is true.",
    ),
    why="A mask keeps order and repetitions, and needs no loop.",
)


@EXERCISE.wrong
def the_others(X, Y):
    """These are the elements that *are* in Y. Turn the mask round: `~` is not."""
    return X[np.isin(X, Y)]


@EXERCISE.wrong(key="sorted")
def set_difference(X, Y):
    """The result is sorted, and what occurs twice comes once: sets have no order. Keep X
    as it is with a mask: `np.isin`."""
    return np.setdiff1d(X, Y)


@EXERCISE.wrong(key="sorted")
def sorted_afterwards(X, Y):
    """The result is sorted. Keep the order of X."""
    return np.sort(X[~np.isin(X, Y)])


@EXERCISE.wrong
def once_each(X, Y):
    """What occurs twice in X comes only once. Keep it as often as X has it."""
    return np.array(list(dict.fromkeys(x for x in X if x not in Y)))


@EXERCISE.wrong(key="mask")
def mask_of_the_kept(X, Y):
    """You return the mask: True for each element that stays. The elements themselves are asked
    for, so use it as an index."""
    return ~np.isin(X, Y)


@EXERCISE.wrong(key="mask")
def mask_of_the_others(X, Y):
    """You return a mask, and of the elements that are in Y. The elements that are not are asked
    for."""
    return np.isin(X, Y)


@EXERCISE.wrong
def positions(X, Y):
    """You return where the elements stand. The elements themselves are asked for, so use the
    positions as an index."""
    return np.flatnonzero(~np.isin(X, Y))


@EXERCISE.wrong
def arguments_exchanged(X, Y):
    """These are the elements of Y that are not in X. It is the other way round."""
    return Y[~np.isin(Y, X)]


@EXERCISE.wrong
def both_sides(X, Y):
    """These are the elements that are in one of both only. Those of X alone are asked for."""
    return np.setxor1d(X, Y)


@EXERCISE.wrong(key="first of Y only")
def only_the_first_of_y(X, Y):
    """Only the first element of Y is left out. All of them must be."""
    return X[X != Y[0]]


@EXERCISE.wrong(key="first of Y only")
def only_the_last_of_y(X, Y):
    """Only the last element of Y is left out. All of them must be."""
    return X[X != Y[-1]]


@EXERCISE.wrong
def removed_while_looping(X, Y):
    """An element that follows a removed one is skipped. {if loop: A list must not grow shorter
    while a loop runs through it.}"""
    left = list(X)
    for x in left:
        if x in Y:
            left.remove(x)
    return np.array(left)


@EXERCISE.wrong
def one_for_each_of_Y(X, Y):
    """An element comes once for each element of Y that it differs from. It must differ
    from *all* of them."""
    return np.array([x for y in Y for x in X if x != y])


@EXERCISE.wrong(like=one_for_each_of_Y)
def one_for_each_of_Y_in_a_row(X, Y):
    return np.array([x for x in X for y in Y if x != y])


@EXERCISE.wrong
def different_from_one(X, Y):
    """An element stays as soon as it differs from *one* element of Y. It must differ from all of
    them."""
    return X[(X[:, np.newaxis] != Y).any(axis=1)]


@EXERCISE.wrong
def zeros_in_their_place(X, Y):
    """There are zeros where elements should be left out. The answer is shorter than X."""
    return np.where(np.isin(X, Y), 0, X)


@EXERCISE.wrong(key="zeros lost")
def zeros_left_out(X, Y):
    """A 0 in X is left out, although it is not in Y. Zeros are numbers like any others."""
    return np.array([x for x in X if x and x not in Y])


@EXERCISE.wrong
def only_once_removed(X, Y):
    """Of an element that X holds twice, only the first is left out. All of them must be."""
    left = list(X)
    for y in Y:
        if y in left:
            left.remove(y)
    return np.array(left)


@EXERCISE.wrong(key="set order")
def difference_of_sets(X, Y):
    """A set has an order of its own, and holds each element once. Keep the order of X: ask of each
    of its elements whether it stays."""
    return np.array(list(set(X.tolist()) - set(Y.tolist())))


@EXERCISE.wrong
def whole_numbers_compared(X, Y):
    """Elements are compared without what stands behind the point, so 1.5 counts as 1."""
    return np.array([x for x in X if int(x) not in set(Y.astype(int))])


@EXERCISE.wrong
def nearly_equal(X, Y):
    """Elements are left out that are only nearly equal to one of Y: there is a tolerance, as
    `np.isclose` has. Ask for equal ones."""
    return np.array([x for x in X if not np.isclose(x, Y).any()])


@EXERCISE.wrong
def nothing_left_out(X, Y):
    """Nothing is left out of X."""
    return X


@EXERCISE.wrong
def last_missed(X, Y):
    """The last element of X is missed. {if range(: `range(n)` already ends at n - 1.}"""
    return np.array([X[i] for i in range(len(X) - 1) if X[i] not in Y])
