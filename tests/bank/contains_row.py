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


@wrong("truth of an array")
def list_membership(rows, row):
    return row in list(rows)
