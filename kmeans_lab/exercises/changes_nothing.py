"""changes_nothing, notebook 08: tell whether a step leaves the arrays that it is given alone."""

import numpy as np

from ..checker.exercise import Case, Exercise
from ..steps import recompute_centroids
from .verdict import VERDICT, Patient, always_false, opposite


def changes_nothing(step, X, labels, centroids):
    """Tell whether a step leaves the arrays that it is given as they were.

    Parameters
    ----------
    step : callable
        ``step(X, labels, centroids)``. It is given copies, so the caller's arrays are safe.
    X : array of shape (n, d)
        The points.
    labels : integer array of shape (n,)
        The cluster of every point.
    centroids : array of shape (k, d)
        The centroids.

    Returns
    -------
    healthy : bool
        Whether every number in them is exactly as it was.
    """
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    return all(map(np.array_equal, given, (X, labels, centroids)))


def adds_to_all(*arrays):
    """Add 1 to every array."""
    for array in arrays:
        array += 1


STEPS = {
    "computes new centroids": recompute_centroids,
    "adds 0.5 to the centroids": lambda X, labels, c: np.copyto(c, c + 0.5),
    "returns centroids + 1": lambda X, labels, c: c + 1,
    "sorts the columns of X": lambda X, labels, c: X.sort(axis=0),
    "sets all labels to 0": lambda X, labels, c: labels.fill(0),
    "overwrites the last centroid": lambda X, labels, c: np.copyto(c[-1], X[labels == 0].mean(0)),
    "multiplies the centroids by 1 + 1e-12": lambda X, labels, c: np.copyto(c, c * (1 + 1e-12)),
    "swaps the centroids": lambda X, labels, c: np.copyto(c, c[::-1].copy()),
    "adds 1 to everything": adds_to_all,
    "returns its centroids": lambda X, labels, c: c,
    "subtracts each point's centroid": lambda X, labels, c: X - c[labels],
    "changes one label": lambda X, labels, c: labels.put(-1, 0),
    "adds 1e-9 to one number of X": lambda X, labels, c: X.__setitem__((3, 1), X[3, 1] + 1e-9),
    "adds to one centroid what it takes from the other": lambda X, labels, c: np.copyto(
        c, c + [[1], [-1]]
    ),
}
ARRAYS = (
    np.array([[9.0, 0.0], [2.0, 4.0], [10.0, 3.0], [12.0, 8.0]]),
    np.array([0, 0, 1, 1]),
    np.array([[1.0, 2.0], [11.0, 4.0]]),
)

EXERCISE = Exercise(
    name="changes_nothing",
    load=lambda: changes_nothing,
    kind="number",
    cases=tuple(
        Case((Patient(f"a step that {does}", step), *ARRAYS)) for does, step in STEPS.items()
    ),
    slips=(opposite("nothing was changed."),),
    words={
        **VERDICT,
        "in place": "The step changes `{names}` of whoever called you: you let it work on the "
        "arrays that you were given. Hand `step` copies, and compare those with the originals.",
        "float index": "The step uses the labels as indices, and what it got from you are no "
        "integers. A copy keeps the type of its array.",
        "list inside": "The step got lists from you. Hand it arrays, as you were given arrays.",
    },
    hints=(
        "`before = X` makes no copy, only a second name. `X.copy()` makes one.",
        "Give `step` three copies. Afterwards, compare each copy with its original.",
        "`np.array_equal(a, b)` is True if two arrays hold the same numbers.",
    ),
    why="Two names for one array is the most common bug that no error message ever mentions.",
)


def after(step, *arrays):
    """Return copies of the arrays, after `step` has worked on them."""
    given = [array.copy() for array in arrays]
    step(*given)
    return given


def compares(*places, key, hint):
    """Enter a function that compares the arrays in some places only."""

    def some_arrays_only(step, *arrays):
        given = after(step, *arrays)
        return all(np.array_equal(given[i], arrays[i]) for i in places)

    some_arrays_only.__doc__ = f"{hint} A step may change any of the three arrays."
    EXERCISE.wrong(some_arrays_only, key=key)


compares(0, key="one array", hint="Only `X` is compared.")
compares(1, key="one array", hint="Only the labels are compared.")
compares(2, key="one array", hint="Only the centroids are compared.")
compares(0, 2, key="two arrays", hint="The labels are not compared.")
compares(0, 1, key="two arrays", hint="The centroids are not compared.")
compares(1, 2, key="two arrays", hint="`X` is not compared.")


@EXERCISE.wrong
def one_unchanged_is_enough(step, X, labels, centroids):
    """One array that stayed is enough for you. All three must stay. {if or: It is `and`, not
    `or`.}"""
    given = after(step, X, labels, centroids)
    return any(map(np.array_equal, given, (X, labels, centroids)))


@EXERCISE.wrong
def one_number_is_enough(step, X, labels, centroids):
    """One number that stayed in each array is enough for you. All of them must stay."""
    given = after(step, X, labels, centroids)
    return all((a == b).any() for a, b in zip(given, (X, labels, centroids)))


@EXERCISE.wrong
def first_row_only(step, X, labels, centroids):
    """Only the first row of each array is compared. A step may change any of them."""
    given = after(step, X, labels, centroids)
    return all(np.array_equal(a[0], b[0]) for a, b in zip(given, (X, labels, centroids)))


@EXERCISE.wrong
def any_order(step, X, labels, centroids):
    """The same numbers in other places pass. Each number must stay where it was."""
    given = after(step, X, labels, centroids)
    pairs = zip(given, (X, labels, centroids))
    return all(np.array_equal(np.sort(a, axis=None), np.sort(b, axis=None)) for a, b in pairs)


@EXERCISE.wrong
def too_generous(step, X, labels, centroids):
    """A small change passes. No rounding is at work here: a step that changes nothing leaves every
    bit as it was. `np.array_equal` compares exactly."""
    given = after(step, X, labels, centroids)
    return all(map(np.allclose, given, (X, labels, centroids)))


@EXERCISE.wrong
def sums(step, X, labels, centroids):
    """You compare sums, and a sum may stay as it was while its numbers change. Compare the
    arrays."""
    given = after(step, X, labels, centroids)
    return all(a.sum() == b.sum() for a, b in zip(given, (X, labels, centroids)))


@EXERCISE.wrong
def result_compared(step, X, labels, centroids):
    """You compare what `step` returns. It may return new centroids; the question is whether the
    arrays it was *given* are as before."""
    return np.array_equal(step(X.copy(), labels.copy(), centroids.copy()), centroids)


@EXERCISE.wrong
def always_true(step, X, labels, centroids):
    """It always says True. {if no step(: `step` is never called.} {if step( and no copy(: `before
    = X` is only a second name for the same array.} {if step( and copy(: Are the copies made before
    the call, and is `step` given the arrays that you compare?}"""
    return True


EXERCISE.wrong(always_false)
