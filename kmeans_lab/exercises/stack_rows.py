"""stack_rows, notebook 10: make one array of rows that were collected one by one."""

import numpy as np

from ..checker.answers import assignments
from ..checker.exercise import Case, Exercise, Finding
from .shared import ROUNDED, truncated


def stack_rows(rows):
    """Make one array of rows that were collected one by one.

    Parameters
    ----------
    rows : list of pairs of numbers
        Each pair is a tuple or a list. It may be empty, and it stays as it is.

    Returns
    -------
    stacked : float64 array of shape (n, 2)
        One pair a row, in their order; of shape (0, 2) if there is none.
    """
    return np.array(rows, dtype=float).reshape(-1, 2)


def keeps_the_pairs(function, beat):
    """Probe: are the pairs left as they are, tuples and whole numbers among them?"""
    given, rows = ([(7, 8), [9, 10]] for _ in range(2))
    function(given)
    if repr(given) == repr(rows):
        return None
    example, got = (assignments(("rows",), (value,)) for value in (rows, given))
    return Finding("in place", values={"names": "rows"}, example=example, got=f"{got}, afterwards")


EXERCISE = Exercise(
    name="stack_rows",
    load=lambda: stack_rows,
    kind="floats",
    cases=(
        Case(([(1.75, 0.0625)],)),
        Case(([(0.000123456, -0.000654321)],)),
        Case(([(3.0, 4.0), (0.0, 0.0), (1.0, 2.5), (3.0, 4.0)],)),
        Case(([[2.5, 1.0], [0.5, 3.0]],)),
        Case(([(9, 10), (7, 8)],), frozenset({"integers"})),
        Case(([],), frozenset({"no_rows"})),
    ),
    slips=(*ROUNDED, truncated),
    probes=(keeps_the_pairs,),
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
    """All numbers stand in one line. Two columns are asked for. {if np.append( and no axis:
    `np.append` without `axis=0` flattens.}"""
    stacked = np.empty((0, 2))
    for row in rows:
        stacked = np.append(stacked, row)
    return stacked


@EXERCISE.wrong
def empty_flat(rows):
    """Without a single row your array has shape (0,), and the next step that asks for column 1
    fails. The shape must be (0, 2). An empty list cannot know how long its pairs would have been:
    tell NumPy."""
    return np.array(rows, dtype=float)


@EXERCISE.wrong
def empty_fails(rows):
    """It fails without a single row. The answer is then an array of shape (0, 2)."""
    return np.vstack(rows).astype(float)


@EXERCISE.wrong
def transposed(rows):
    """Rows and columns are exchanged: one pair a row."""
    return np.array(rows, dtype=float).reshape(-1, 2).T


@EXERCISE.wrong
def two_rows(rows):
    """It has two rows, however many pairs there are. Two *columns* are asked for: which of the
    two lengths of a shape counts rows?"""
    return np.array(rows, dtype=float).reshape(2, -1)


@EXERCISE.wrong
def first_row_of_zeros(rows):
    """There is a row of zeros before yours. A start without rows has shape (0, 2). {if (1, 2): One
    of shape (1, 2) has a row already.}"""
    return np.vstack([np.zeros((1, 2)), *rows])


@EXERCISE.wrong
def last_row_only(rows):
    """Only the last row is left. {if append( or vstack( or concatenate(: NumPy's functions change
    nothing in place: they return a new array.}"""
    return np.array(rows[-1:], dtype=float).reshape(-1, 2)


@EXERCISE.wrong
def nothing_stacked(rows):
    """The array is still empty. {if append( or vstack( or concatenate(: NumPy's functions change
    nothing in place: they return a new array.}"""
    stacked = np.empty((0, 2))
    for row in rows:
        np.append(stacked, [row], axis=0)
    return stacked


@EXERCISE.wrong(key="reversed")
def backwards(rows):
    """The rows come in reverse order."""
    return np.array(rows[::-1], dtype=float).reshape(-1, 2)


@EXERCISE.wrong
def last_row_missed(rows):
    """The last row is missed."""
    return np.array(rows[:-1], dtype=float).reshape(-1, 2)


@EXERCISE.wrong
def last_row_of_zeros(rows):
    """The last row stays as it was made. `range(n)` already ends at n - 1."""
    stacked = np.zeros((len(rows), 2))
    stacked[:-1] = rows[:-1] or stacked[:-1]
    return stacked


@EXERCISE.wrong
def first_row_only(rows):
    """Only the first row comes back. Is `return` reached before the loop has ended?"""
    return np.array(rows[:1], dtype=float).reshape(-1, 2)


@EXERCISE.wrong
def columns_exchanged(rows):
    """The two numbers of each pair have changed places."""
    return np.array(rows, dtype=float).reshape(-1, 2)[:, ::-1]


@EXERCISE.wrong
def sorted_rows(rows):
    """The rows are sorted. Keep them in the order of the list."""
    return np.array(sorted(rows), dtype=float).reshape(-1, 2)


@EXERCISE.wrong(key="sorted rows")
def unique_rows(rows):
    """The rows are sorted, and what occurs twice comes once. Keep all, in the order of the
    list."""
    return np.unique(np.array(rows, dtype=float).reshape(-1, 2), axis=0)


@EXERCISE.wrong
def zeros_left_out(rows):
    """A row of zeros is left out. Zeros are numbers like any others."""
    return np.array([row for row in rows if any(row)], dtype=float).reshape(-1, 2)
