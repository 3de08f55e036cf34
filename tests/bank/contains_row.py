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


@right
def no_distance(rows, row):
    return bool((np.abs(rows - row).max(axis=1) == 0).any())


@right
def number_by_number(rows, row):
    for other in rows:
        agree = 0
        for a, b in zip(other, row):
            agree += a == b
        if agree == len(row):
            return True
    return False


@right
def not_all_differ(rows, row):
    return not all((other != row).any() for other in rows)


@wrong("across rows")
def bytes_of_all(rows, row):
    return row.astype(float).tobytes() in rows.astype(float).tobytes()


@wrong("no rows")
def nearest_row(rows, row):
    return bool(np.abs(rows - row).sum(axis=1).min() == 0)


@wrong("none")
def silent_if_not_there(rows, row):
    for other in rows:
        if np.array_equal(other, row):
            return True


@wrong("in place")
def subtracts_in_place(rows, row):
    row *= -1
    rows += row.astype(rows.dtype)
    return bool((rows == 0).all(axis=1).any())


@wrong("too generous")
def whole_numbers(rows, row):
    return row.astype(int).tolist() in rows.astype(int).tolist()


@wrong("truth of an array")
def list_membership(rows, row):
    return row in list(rows)
