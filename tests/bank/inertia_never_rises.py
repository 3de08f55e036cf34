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


@right
def allowance_by_math(history):
    if any(value != value for value in history):
        return False
    pairs = zip(history, history[1:])
    return all(b <= a or math.isclose(a, b, rel_tol=1e-9) for a, b in pairs)


@right
def back_to_front(history):
    if np.isnan(history[-1]):
        return False
    if len(history) == 1:
        return True
    return history[-1] - history[-2] <= 1e-9 * history[-2] and back_to_front(history[:-1])


@wrong("nan passes")
def looks_for_nan_by_in(history):
    if float("nan") in history:
        return False
    return not any(b > a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@wrong("nan passes")
def leaves_nan_out(history):
    history = [value for value in history if not math.isnan(value)]
    return all(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@wrong("none")
def says_nothing_of_nan(history):
    if any(map(math.isnan, history)):
        return
    return all(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@wrong("list inside")
def history_must_be_an_array(history):
    return bool((history[1:] - history[:-1] <= 1e-9 * history[:-1]).all())


@wrong("in place")
def takes_the_list_apart(history):
    falls = not any(math.isnan(value) for value in history)
    while len(history) > 1:
        before = history.pop(0)
        falls = falls and history[0] <= before * (1 + 1e-9)
    return falls


@wrong("assertion")
def asserts_that_there_is_no_nan(history):
    assert len(history) > 1 and not any(math.isnan(value) for value in history)
    return all(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@wrong("division by zero")
def less_than_the_allowance(history):
    if np.isnan(history).any():
        return False
    return all(b - a < 1e-9 * a for a, b in zip(history, history[1:]))


@wrong("too generous")
def allowance_of_a_millionth(history):
    return bool((np.diff(history) <= 1e-6 * np.array(history)[:-1]).all())


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
