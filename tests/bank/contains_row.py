"""Answers to contains_row."""

import numpy as np

from .registry import right, wrong


@right
def loop_over_rows(rows, row):
    for candidate in rows:
        if np.array_equal(candidate, row):
            return True
    return False


@right
def any_of_all(rows, row):
    return any((candidate == row).all() for candidate in rows)


@right
def lists_in_lists(rows, row):
    return row.tolist() in rows.tolist()


@right
def tuples_in_a_set(rows, row):
    return tuple(row) in {tuple(r) for r in rows}


@right
def counts_differences(rows, row):
    return 0 in (rows != row).sum(axis=1)


@wrong("single numbers")
def row_in_rows(rows, row):
    return row in rows


@wrong("single numbers")
def isin_all(rows, row):
    return np.isin(row, rows).all()


@wrong("single numbers")
def forgot_the_axis(rows, row):
    return (rows == row).any()


@wrong("column by column")
def each_in_its_column(rows, row):
    return all(row[j] in rows[:, j] for j in range(len(row)))


@wrong("wrong axis")
def axis_zero(rows, row):
    return (rows == row).all(axis=0).any()


@wrong("all rows")
def all_without_axis(rows, row):
    return bool((rows == row).all())


@wrong("first row only")
def decides_at_once(rows, row):
    for candidate in rows:
        if (candidate == row).all():
            return True
        return False
    return False


@wrong("last row only")
def overwrites_the_verdict(rows, row):
    found = False
    for candidate in rows:
        found = bool((candidate == row).all())
    return found


@wrong("no order")
def as_sets(rows, row):
    return any(sorted(candidate) == sorted(row) for candidate in rows)


@wrong("truth of an array")
def list_membership(rows, row):
    return row in list(rows)


@wrong("not reduced")
def mask_of_rows(rows, row):
    return (rows == row).all(axis=1)


@wrong("opposite")
def missing(rows, row):
    return not (rows == row).all(axis=1).any()
