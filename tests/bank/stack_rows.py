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
    return np.vstack(rows).astype(float)


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


@wrong("integers for floats")
def integers_stay(rows):
    return np.array(rows).reshape(-1, 2)


@wrong("integers for floats")
def empty_of_integers(rows):
    return np.array(rows, dtype=float) if rows else np.empty((0, 2), dtype=int)


@wrong("few digits")
def in_float32(rows):
    return np.array(rows, dtype=np.float32).reshape(-1, 2)


@wrong("in place")
def sorts_the_list(rows):
    rows.sort()
    return np.array(rows, dtype=float).reshape(-1, 2)


@wrong("in place")
def empties_the_list(rows):
    stacked = []
    while rows:
        stacked.append(rows.pop(0))
    return np.array(stacked, dtype=float).reshape(-1, 2)


@wrong("in place")
def adds_to_a_pair(rows):
    stacked = np.array(rows, dtype=float).reshape(-1, 2)
    for row in rows:
        if isinstance(row, list):
            row.append(0)
    return stacked


@wrong("in place")
def makes_lists_of_floats_first(rows):
    for i, row in enumerate(rows):
        rows[i] = list(map(float, row))
    return np.array(rows).reshape(-1, 2)


@wrong("raises")
def tuples_only(rows):
    return np.array([("%r %r" % row).split() for row in rows], dtype=float).reshape(-1, 2)


@wrong("list inside")
def lists_only(rows):
    return np.array(sum(rows, []), dtype=float).reshape(-1, 2)


@wrong("axis")
def one_row_flat(rows):
    stacked = np.array(rows, dtype=float).reshape(-1, 2)
    return stacked[0] if len(stacked) == 1 else stacked


@wrong("sorted rows")
def each_row_once(rows):
    return np.array(sorted(set(map(tuple, rows))), dtype=float).reshape(-1, 2)


@wrong("zeros left out")
def rows_of_zeros_dropped(rows):
    stacked = np.array(rows, dtype=float).reshape(-1, 2)
    return stacked[stacked.any(axis=1)]


@wrong("none")
def nothing_for_nothing(rows):
    if rows:
        return np.array(rows, dtype=float)


@right
def by_columns(rows):
    return np.array([[r[0] for r in rows], [r[1] for r in rows]], dtype=float).T


@right
def number_by_number(rows):
    numbers = (number for row in rows for number in row)
    return np.fromiter(numbers, dtype=float).reshape(len(rows), 2)
