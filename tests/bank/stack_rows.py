"""Answers to stack_rows."""

import numpy as np

from .registry import right, wrong


@right
def reshaped(rows):
    return np.array(rows, dtype=float).reshape(-1, 2)


@right
def by_cases(rows):
    if not rows:
        return np.empty((0, 2))
    return np.vstack(rows)


@right(remark="slow")
def grown(rows):
    result = np.empty((0, 2))
    for row in rows:
        result = np.append(result, [row], axis=0)
    return result


@wrong("empty flat")
def array_only(rows):
    return np.array(rows)


@wrong("flat")
def no_axis(rows):
    result = np.empty((0, 2))
    for row in rows:
        result = np.append(result, row)
    return result


@wrong("nothing stacked")
def thrown_away(rows):
    result = np.empty((0, 2))
    for row in rows:
        np.append(result, [row], axis=0)
    return result


@wrong("first row of zeros")
def a_row_too_many(rows):
    result = np.zeros((1, 2))
    for row in rows:
        result = np.vstack([result, row])
    return result


@wrong("list")
def stays_a_list(rows):
    return [list(row) for row in rows]
