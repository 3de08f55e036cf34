"""not_in, notebook 10: keep what does not occur in another array."""

import numpy as np

from ..checker.exercise import Exercise, case


def not_in(X, Y):
    """Keep the elements of one array that do not occur in another.

    Parameters
    ----------
    X : array of shape (n,)
        The elements to choose from.
    Y : array of shape (m,)
        The elements to leave out.

    Returns
    -------
    kept : array
        In the order of X, as often as in X.
    """
    return X[~np.isin(X, Y)]


EXERCISE = Exercise(
    name="not_in",
    load=lambda: not_in,
    kind="floats",
    cases=(
        case([2, 5, 7], [5]),
        case([2, 5, 27, 13, 86, 18, 22, 43], [2, 13, 18]),
        case([9, 1, 9, 4, 1, 7], [1, 8]),
        case([3, 3, 5], [7]),
        case([0.5, 2.5, -1.0], [2.5, 0.5, 9.0]),
        case([4, 6], [6, 4]),
    ),
    words={
        "kind": "An array of elements of X is asked for. A set has no order, and an element "
        "only once.",
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
    """You return the mask. Use it: `X[mask]` are the elements."""
    return ~np.isin(X, Y)


@EXERCISE.wrong(key="mask")
def mask_of_the_others(X, Y):
    """You return a mask, and of the elements that are in Y."""
    return np.isin(X, Y)


@EXERCISE.wrong
def positions(X, Y):
    """You return where the elements stand. The elements themselves are asked for:
    `X[positions]`."""
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
    """An element is skipped whenever the one before it is removed: the list grows shorter
    while the loop runs through it."""
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


@EXERCISE.wrong
def nothing_left_out(X, Y):
    """Nothing is left out of X."""
    return X


@EXERCISE.wrong
def last_missed(X, Y):
    """The last element of X is missed. `range(n)` already ends at n - 1."""
    return np.array([X[i] for i in range(len(X) - 1) if X[i] not in Y])
