"""Answers to inertia_never_rises."""

import math

import numpy as np

from .registry import right, wrong


@right
def loop_with_early_exit(history):
    for i in range(1, len(history)):
        if not history[i] <= history[i - 1] * (1 + 1e-9):
            return False
    return not math.isnan(history[0])


@right
def diff_against_allowance(history):
    history = np.array(history)
    if np.isnan(history).any():
        return False
    return (np.diff(history) <= 1e-9 * history[:-1]).all()


@right
def isclose_without_atol(history):
    pairs = list(zip(history, history[1:]))
    fine = [after <= before or math.isclose(before, after) for before, after in pairs]
    return all(fine) and not any(map(math.isnan, history))


@right
def numpy_isclose(history):
    a, b = np.array(history[:-1]), np.array(history[1:])
    ok = (b <= a) | np.isclose(a, b, rtol=1e-9, atol=0)
    return bool(ok.all()) and not bool(np.isnan(history).any())


@right
def ones_and_zeros(history):
    rises = sum(value != value for value in history)
    for before, after in zip(history, history[1:]):
        if after - before > 1e-9 * before:
            rises += 1
    return 1 if rises == 0 else 0


@wrong("nan passes")
def not_any_real_rise(history):
    history = np.array(history)
    return not (history[1:] > history[:-1] * (1 + 1e-9)).any()


@wrong("lone nan passes")
def loop_that_never_sees_a_lone_nan(history):
    for before, after in zip(history, history[1:]):
        if not after <= before * (1 + 1e-9):
            return False
    return True


@wrong("lone nan passes")
def slices_that_never_see_a_lone_nan(history):
    history = np.array(history)
    return bool(np.all(history[1:] <= history[:-1] * (1 + 1e-9)))


@wrong("division by zero")
def relative_rise(history):
    return all((b - a) / a <= 1e-9 for a, b in zip(history, history[1:]))


@wrong("none")
def asserts_only(history):
    assert list(history) == sorted(history, reverse=True) or True


@wrong("raises")
def needs_two_values(history):
    if len(history) < 2:
        raise RuntimeError("too short")
    return all(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))
