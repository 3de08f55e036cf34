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
        What to look for. All its numbers must agree exactly, in their order.

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
        case(ROWS, [2, 8]),
        case([[5, 2], [5, 9]], [5, 9]),
        case(ROWS, [8.0, 9.0]),
        case([[1000, 2], [3, 4]], [3, 4]),
        case(WIDE, [2.75, 0.0, 3.0], tags="columns"),
        # As near as can be, and yet others: no rounding is meant here.
        case([[2**24, 5], [0, 5]], [2**24 + 1, 5]),
        case([[1e-9, 5.0], [3.0, 5.0]], [2e-9, 5.0]),
    ),
    slips=(opposite("the row is there."),),
    words={
        **VERDICT,
        "truth of an array": "`row in some_list` and `if rows[i] == row` compare number by number "
        "and get several answers, where one is needed: `.all()` of them, or `np.array_equal`.",
    },
    hints=(
        "Compare number by number, row for row. Which rows agree in all their numbers? Is there "
        "one?",
        "`rows == row` does so for all rows at once: an array of shape (n, d), True where two "
        "numbers agree.",
        "A row agrees if *all* its numbers do: `.all(axis=1)`. Is there *any* such row: `.any()`.",
    ),
    why="`x in array` is the shortest bug in NumPy: right for one column, wrong for two.",
)


@EXERCISE.wrong
def single_numbers(rows, row):
    """One number in the right column is enough for you, as it is for `row in rows`. All numbers of
    *one* row must agree. Ask that of each row first, and only then whether there is such a row."""
    return (rows == row).any()


@EXERCISE.wrong(key="single numbers")
def all_numbers_anywhere(rows, row):
    """Every number stands somewhere in the array, and you are content. All of them must stand in
    *one* row: ask each row by itself."""
    return np.isin(row, rows).all()


@EXERCISE.wrong(key="single numbers")
def one_number_anywhere(rows, row):
    """One number that stands anywhere is enough for you. All must stand in *one* row."""
    return np.isin(row, rows).any()


@EXERCISE.wrong
def column_by_column(rows, row):
    """Each number stands in its column, but perhaps each in another row. All must stand in *one*
    row: ask each row by itself."""
    return (rows == row).any(axis=0).all()


@EXERCISE.wrong
def wrong_axis(rows, row):
    """You ask whether a whole column agrees. Ask it of the rows: is that the other axis?"""
    return (rows == row).all(axis=0).any()


@EXERCISE.wrong
def all_rows(rows, row):
    """Every row would have to be equal to it. One is enough: two questions, one for the numbers of
    a row and one for the rows."""
    return (rows == row).all()


@EXERCISE.wrong
def first_row_only(rows, row):
    """Only the first row is looked at. Say True at the first equal row, but False only after the
    last one: does a `return` end the loop in its first round?"""
    for other in rows:
        return np.array_equal(other, row)
    return False


@EXERCISE.wrong
def last_row_only(rows, row):
    """Only the last row decides. Does each round overwrite the verdict of the one before?"""
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
def first_in_the_column(rows, row):
    """Of the rows that begin like it, you look at the first only. A later one may be it."""
    rows = [other for other in rows if other[0] == row[0]]
    return bool(rows) and np.array_equal(rows[0], row)


@EXERCISE.wrong
def two_columns(rows, row):
    """You compare two columns only. A row may have more of them, or one."""
    return any(np.array_equal(other[:2], row[:2]) for other in rows)


@EXERCISE.wrong
def sums(rows, row):
    """You compare sums, or sizes. Other numbers can have the same."""
    return row.sum() in rows.sum(axis=1)


@EXERCISE.wrong(like=sums)
def lengths(rows, row):
    return np.linalg.norm(row) in np.linalg.norm(rows, axis=1)


@EXERCISE.wrong
def first_row_missed(rows, row):
    """The first row is not looked at. Rows are counted from 0."""
    return any(np.array_equal(other, row) for other in rows[1:])


@EXERCISE.wrong
def last_row_missed(rows, row):
    """The last row is not looked at. `range(n)` already ends with n - 1."""
    return any(np.array_equal(other, row) for other in rows[:-1])


@EXERCISE.wrong
def across_rows(rows, row):
    """The end of one row and the beginning of the next are taken for a row. Compare it with one
    row after the other."""
    flat, d = rows.ravel().tolist(), len(row)
    return any(flat[i : i + d] == row.tolist() for i in range(len(flat)))


@EXERCISE.wrong
def only_once(rows, row):
    """The row is there more than once, and you say no. Once is enough, and more does no harm."""
    return (rows == row).all(axis=1).sum() == 1


@EXERCISE.wrong
def count(rows, row):
    """You return how many rows agree. Asked is whether there is one: True or False."""
    return (rows == row).all(axis=1).sum()


@EXERCISE.wrong
def how_it_is_stored(rows, row):
    """You compare how the numbers are stored. 8 and 8.0 are equal, but one is stored as an integer
    and the other as a float: compare the numbers."""
    return any(other.tobytes() == row.tobytes() for other in rows)


@EXERCISE.wrong
def as_text(rows, row):
    """You compare text. How a number is printed depends on the others beside it: compare the
    numbers."""
    return str(row) in str(rows)


@EXERCISE.wrong
def too_generous(rows, row):
    """Numbers that are nearly equal pass. All must agree exactly: rows are looked up here, nothing
    is computed that could be rounded."""
    return any(np.allclose(other, row) for other in rows)


for change in (lambda a: a.astype(np.float32), lambda a: np.round(a, 6), lambda a: np.trunc(a)):

    @EXERCISE.wrong(like=too_generous)
    def less_exact(rows, row, change=change):
        return any(np.array_equal(change(other), change(row)) for other in rows)


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
