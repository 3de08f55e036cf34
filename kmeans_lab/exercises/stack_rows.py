"""stack_rows, notebook 10: make one array of rows that were collected one by one."""

import numpy as np

from ..checker.exercise import Case, Exercise
from .shared import ROUNDED, truncated


def stack_rows(rows):
    """Make one array of rows that were collected one by one.

    Parameters
    ----------
    rows : list of pairs of numbers
        It may be empty.

    Returns
    -------
    stacked : float array of shape (n, 2)
        One pair a row; of shape (0, 2) if there is none.
    """
    return np.array(rows, dtype=float).reshape(-1, 2)


EXERCISE = Exercise(
    name="stack_rows",
    load=lambda: stack_rows,
    kind="floats",
    cases=(
        Case(([(1.0, 0.0625)],)),
        Case(([(1.0, 2.5), (3.0, 4.0), (5.5, 6.0)],)),
        Case(([(7, 8), (9, 10)],), frozenset({"integers"})),
        Case(([],), frozenset({"no_rows"})),
    ),
    slips=(*ROUNDED, truncated),
    words={
        "list": "They are still in a {type}. Return an array: convert it once, at the end.",
    },
    hints=(
        "Collect in a list, which grows cheaply, and make one array at the end.",
        "An empty list makes an array of shape (0,). `.reshape(-1, 2)` gives it two columns.",
    ),
    why="Growing an array in a loop copies all of it for each row; a list does not.",
)


@EXERCISE.wrong
def flat(rows):
    """All numbers stand in one line: `np.append` without `axis=0` flattens. Two columns are asked
    for."""
    stacked = np.empty((0, 2))
    for row in rows:
        stacked = np.append(stacked, row)
    return stacked


@EXERCISE.wrong
def empty_flat(rows):
    """Without a single row your array has shape (0,), and the next step that asks for column 1
    fails. The shape must be (0, 2): `.reshape(-1, 2)`."""
    return np.array(rows)


@EXERCISE.wrong
def empty_fails(rows):
    """It fails without a single row. The answer is then an array of shape (0, 2)."""
    return np.vstack(rows)


@EXERCISE.wrong
def transposed(rows):
    """Rows and columns are exchanged: one pair a row."""
    return np.array(rows).reshape(-1, 2).T


@EXERCISE.wrong
def first_row_of_zeros(rows):
    """There is a row of zeros before yours. `np.zeros((1, 2))` and `np.empty((1, 2))` have a row
    already; a start without rows has shape (0, 2)."""
    return np.vstack([np.zeros((1, 2)), *rows])


@EXERCISE.wrong
def last_row_only(rows):
    """Only the last row is left. `np.append` and `np.vstack` change nothing in place: they return
    a new array."""
    return np.array(rows[-1:]).reshape(-1, 2)


@EXERCISE.wrong
def nothing_stacked(rows):
    """The array is still empty. `np.append` and `np.vstack` change nothing in place: they return a
    new array."""
    stacked = np.empty((0, 2))
    for row in rows:
        np.append(stacked, [row], axis=0)
    return stacked


@EXERCISE.wrong(key="reversed")
def backwards(rows):
    """The rows come in reverse order."""
    return np.array(rows[::-1]).reshape(-1, 2)


@EXERCISE.wrong
def last_row_missed(rows):
    """The last row is missed."""
    return np.array(rows[:-1]).reshape(-1, 2)
