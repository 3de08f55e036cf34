"""contains_row, notebook 08: tell whether a row is one of the rows of an array."""

import numpy as np

from ..checker.exercise import Case, Exercise, case
from .verdict import VERDICT, opposite


def contains_row(rows, row):
    """Tell whether a row is one of the rows of an array.

    Parameters
    ----------
    rows : array of shape (n, d)
        Where to look. It may have no rows.
    row : array of shape (d,)
        What to look for. All its numbers must agree.

    Returns
    -------
    found : bool
    """
    return bool((rows == row).all(axis=1).any())


ROWS = [[1, 2], [8, 9], [5, 2], [9, 9]]
WIDE = [[4.5, 0.0, 1.0], [2.5, 0.0, 3.0]]

EXERCISE = Exercise(
    name="contains_row",
    load=lambda: contains_row,
    kind="number",
    cases=(
        case(ROWS, [8, 9]),
        case(ROWS, [1, 9]),
        case(ROWS, [1, 2]),
        case(ROWS, [9, 9]),
        case(ROWS, [7, 9]),
        case(ROWS, [9, 8]),
        case(ROWS, [3, 4]),
        case(ROWS, [1, 7]),
        case(ROWS, [2, 7]),
        case(WIDE, [2.5, 0.0, 3.0], tags="columns"),
        case(WIDE, [2.5, 0.0, 1.0], tags="columns"),
        case(WIDE, [2.5, 3.0, 0.0], tags="columns"),
        case([[3], [4]], [4], tags="columns"),
        Case((np.empty((0, 2)), np.array([1.0, 2.0])), frozenset({"no_rows"})),
        case([[6, 6], [6, 6]], [6, 6]),
        case([[6, 7], [6, 7]], [6, 6]),
    ),
    slips=(opposite("the row is there."),),
    words={
        **VERDICT,
        "truth of an array": "`row in some_list` and `if rows[i] == row` compare number by number "
        "and get several answers, where one is needed: `.all()` of them, or `np.array_equal`.",
    },
    hints=(
        "`rows == row` compares number by number, row for row: an array of shape (n, d).",
        "A row agrees if *all* its numbers do: `.all(axis=1)`.",
        "Is there *any* such row?",
    ),
    why="`x in array` is the shortest bug in NumPy: right for one column, wrong for two.",
)


@EXERCISE.wrong
def single_numbers(rows, row):
    """One number in the right column is enough for you, as it is for `row in rows`. All numbers of
    *one* row must agree: `.all(axis=1)` first, then `.any()`."""
    return (rows == row).any()


@EXERCISE.wrong(key="single numbers")
def all_numbers_anywhere(rows, row):
    """Every number stands somewhere in the array, and you are content. All of them must stand in
    *one* row: `.all(axis=1)` first, then `.any()`."""
    return np.isin(row, rows).all()


@EXERCISE.wrong(key="single numbers")
def one_number_anywhere(rows, row):
    """One number that stands anywhere is enough for you. All must stand in *one* row."""
    return np.isin(row, rows).any()


@EXERCISE.wrong
def column_by_column(rows, row):
    """Each number stands in its column, but perhaps each in another row. All must stand in *one*
    row: `.all(axis=1)` first, then `.any()`."""
    return (rows == row).any(axis=0).all()


@EXERCISE.wrong
def wrong_axis(rows, row):
    """`.all(axis=0)` asks whether a whole column agrees. Rows: `axis=1`."""
    return (rows == row).all(axis=0).any()


@EXERCISE.wrong
def all_rows(rows, row):
    """Every row would have to be equal to it. One is enough: `.all(axis=1)`, `.any()`."""
    return (rows == row).all()


@EXERCISE.wrong
def first_row_only(rows, row):
    """Only the first row is looked at: a `return` inside the loop ends it in the first round. Say
    True at the first equal row, False only after the loop."""
    for other in rows:
        return np.array_equal(other, row)
    return False


@EXERCISE.wrong
def last_row_only(rows, row):
    """Only the last row decides: each round overwrites the verdict of the one before."""
    found = False
    for other in rows:
        found = np.array_equal(other, row)
    return found


@EXERCISE.wrong
def no_order(rows, row):
    """The same numbers in another order pass. The point (8, 9) is not the point (9, 8)."""
    return any(sorted(other) == sorted(row) for other in rows)


@EXERCISE.wrong
def first_column(rows, row):
    """You compare the first column only."""
    return row[0] in rows[:, 0]


@EXERCISE.wrong
def not_reduced(rows, row):
    """You return an answer for each row. One for the whole is asked for: `.any()`."""
    return (rows == row).all(axis=1)


@EXERCISE.wrong
def always_true(rows, row):
    """It always says True."""
    return True


@EXERCISE.wrong
def always_false(rows, row):
    """It always says False."""
    return False
