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


@right
def filled(rows):
    stacked = np.zeros((len(rows), 2))
    for i, row in enumerate(rows):
        stacked[i] = row
    return stacked


@right
def below_no_rows(rows):
    return np.vstack([np.empty((0, 2)), *rows])


@wrong("empty flat")
def array_only(rows):
    return np.array(rows)


@wrong("list")
def stays_a_list(rows):
    return [list(row) for row in rows]
