"""inertia_never_rises, notebook 08: tell whether the inertia of a run ever becomes larger."""

import numpy as np

from ..checker.exercise import Case, Exercise
from .verdict import VERDICT, always_false, opposite, refuses_nan


def inertia_never_rises(history):
    """Tell whether no value of a run's inertia is larger than the one before.

    Parameters
    ----------
    history : sequence of floats
        The inertia after each round, at least one. A rise by no more than 1e-9 times the value
        just before is rounding.

    Returns
    -------
    healthy : bool
        False as well if there is a NaN, which is neither larger nor smaller than anything.
    """
    before, after = np.array(history[:-1]), np.array(history[1:])
    return bool(np.all(after <= before * (1 + 1e-9)) and not np.isnan(history).any())


NAN = float("nan")

EXERCISE = Exercise(
    name="inertia_never_rises",
    load=lambda: inertia_never_rises,
    kind="number",
    cases=tuple(
        Case((history,))
        for history in (
            [9.0, 5.0, 3.0],
            [9.0, 5.0, 6.0],
            [9.0, 5.0, 5.0],
            [9.0, 3.0, 6.0, 2.0],
            [9.0, 3.0, 6.0, 5.0],
            [5.0, 9.0, 4.0, 3.0],
            [4.0],
            [5.0, 5.0, 6.0, 4.0],
            [7.0, 0.3, 0.1 + 0.2],
            [100.0, 50.0, 50.00001],
            [5e-10, 3e-10, 4e-10],
            [8e-9, 3e-9, 6e-9],
            [3.0, 2.0, 1.0, 0.0, 0.0],
            [12.0, 12.5, 13.0],
            [50.0, 50.00000002, 0.5],  # 0.4e-9 of the value before
            [50.0, 50.0000002, 40.0],  # 4e-9
            [5000.0, 0.000002, 0.000003],
            [1.0, 1.0000000008, 1.0000000016],
        )
    ),
    slips=(opposite("the inertia never rises."),),
    words={
        **VERDICT,
        "nan passes": "A NaN slips through: every comparison with NaN is False, so nothing seems "
        "to rise. Ask for NaN by itself.",
        "lone nan passes": "One value, and it is NaN: there is no pair to compare, so no "
        "comparison ever sees it. Ask for NaN by itself.",
    },
    probes=(
        *(refuses_nan(history=history) for history in ([400.0, 96.5, NAN], [400.0, NAN, 96.5])),
        refuses_nan("lone nan passes", history=[NAN]),
    ),
    hints=(
        "Pair each value with the next one: n values make n - 1 pairs, and all of them must be "
        "fine.",
        "`zip(history, history[1:])` gives the pairs, as do two slices of an array. Then "
        "`all(...)`, or False at the first that is not fine and True after the loop.",
        "A rise below 1e-9 of the value before is none: compare with `before * (1 + 1e-9)`. And "
        "ask `np.isnan(history).any()`.",
    ),
    why="Both steps of K-Means can only lower the inertia, so one rise proves a bug.",
)


@EXERCISE.wrong
def must_fall(history):
    """A run that has settled repeats its inertia. Equal is no rise: `<=`, not `<`."""
    return not any(b == a or b > a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@EXERCISE.wrong(key="must fall")
def must_fall_without_allowance(history):
    """A run that has settled repeats its inertia. Equal is no rise: `<=`, not `<`. And a rise in
    the sixteenth digit is only rounding."""
    return all(b < a for a, b in zip(history, history[1:]))


@EXERCISE.wrong
def rounding(history):
    """You call rounding a rise: 0.1 + 0.2 is a little more than 0.3. Allow for 1e-9 of the value
    before."""
    return all(b <= a for a, b in zip(history, history[1:]))


def allows(key, hint, *allowances):
    """Enter functions with other allowances for rounding: what is added to the value before."""
    for allowance in allowances:

        def another_allowance(history, allowance=allowance):
            pairs = zip(history, history[1:])
            return all(b <= a + allowance(history, a) for a, b in pairs)

        another_allowance.__doc__ = hint
        EXERCISE.wrong(another_allowance, key=key)


allows(
    "rounding",
    "You call rounding a rise: your allowance for it is smaller than 1e-9 of the value before.",
    lambda history, before: 1e-10 * before,
    lambda history, before: 1e-9 * history[-1],
)
allows(
    "too generous",
    "You allow for too much: more than 1e-9 of the value before is a rise.",
    lambda history, before: 1e-8 * before,
    lambda history, before: 1e-6 * before,
)
allows(
    "allowance of another value",
    "Your allowance for rounding is a share of another value, so that it hides a rise where the "
    "numbers are small. Take 1e-9 of the value just *before*.",
    lambda history, before: 1e-9 * history[0],
)


@EXERCISE.wrong
def ends_only(history):
    """You compare the last value with the first. A rise on the way stays hidden: compare each
    value with the one before it."""
    return history[-1] <= history[0]


@EXERCISE.wrong
def lowest_so_far(history):
    """You compare with the lowest value so far. Several steps that are each mere rounding then add
    up to a rise: compare each value with the one just before it."""
    lowest = np.minimum.accumulate(history)[:-1]
    return bool((history[1:] <= lowest * (1 + 1e-9)).all())


@EXERCISE.wrong
def first_value(history):
    """You compare every value with the first. A rise on the way stays hidden: compare each value
    with the one just before it."""
    return all(value <= history[0] * (1 + 1e-9) for value in history)


@EXERCISE.wrong(key="one step missed")
def last_step_missed(history):
    """The last step is not looked at: n values make n - 1 steps."""
    steps = zip(history[:-2], history[1:-1])
    return all(after <= before * (1 + 1e-9) for before, after in steps)


@EXERCISE.wrong(key="one step missed")
def first_step_missed(history):
    """The first step is not looked at: n values make n - 1 steps."""
    steps = zip(history[1:], history[2:])
    return all(after <= before * (1 + 1e-9) for before, after in steps)


@EXERCISE.wrong(key="ends only")
def lowest_at_the_end(history):
    """You look for the lowest value at the end. A rise on the way stays hidden: compare each value
    with the one before it."""
    return min(history) == history[-1]


@EXERCISE.wrong(key="one step only")
def last_step(history):
    """Only the last step is looked at. Compare every value with the one before it."""
    return len(history) < 2 or history[-1] <= history[-2]


@EXERCISE.wrong(like=last_step)
def last_step_with_allowance(history):
    return len(history) < 2 or history[-1] <= history[-2] * (1 + 1e-9)


@EXERCISE.wrong(key="one step only")
def first_step(history):
    """Only the first step counts. Say False at the first rise, but True only after the last step:
    does a `return` end the loop in its first round?"""
    for before, after in zip(history, history[1:]):
        return after <= before
    return True


@EXERCISE.wrong
def too_generous(history):
    """You allow for too much. {if isclose( or allclose(: As it stands, `np.isclose` passes a rise
    of a hundred-thousandth, and anything below 1e-8: it has an argument for each.}"""
    return all(b <= a or np.isclose(a, b) for a, b in zip(history, history[1:]))


@EXERCISE.wrong(key="too generous")
def isclose_with_atol(history):
    """An allowance of a fixed size hides a rise where all numbers are small. {if isclose( or
    allclose(: `np.isclose` has one too, unless it is told otherwise.}"""
    return all(b <= a or np.isclose(a, b, rtol=1e-9) for a, b in zip(history, history[1:]))


@EXERCISE.wrong(key="too generous")
def fixed_allowance(history):
    """An allowance of a fixed size hides a rise where all numbers are small. Allow for 1e-9 of the
    value before, not for 1e-9."""
    return all(b <= a + 1e-9 for a, b in zip(history, history[1:]))


@EXERCISE.wrong
def division_by_zero(history):
    """An inertia may be 0, and 0 after 0 is no rise. Do you divide by the value before, or ask for
    less where equal is fine? Compare the rise with 1e-9 times the value before."""
    return np.all(np.diff(history) / history[:-1] <= 1e-9)


EXERCISE.words["division by zero"] = division_by_zero.hint  # where it ends with an error


@EXERCISE.wrong
def one_fall_is_enough(history):
    """One step without a rise is enough for you. Every step must be without. {if any(: It is
    `all`, not `any`.}"""
    return any(b <= a for a, b in zip(history, history[1:]))


@EXERCISE.wrong(like=one_fall_is_enough)
def one_fall_is_enough_with_allowance(history):
    return any(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))


@EXERCISE.wrong
def lists_compared(history):
    """Not every value is compared with the one before it. Compare the numbers pair by pair. {if
    history[1:]: Two lists are compared like words in a dictionary: the first difference
    decides.}"""
    return history[1:] <= history[:-1]


@EXERCISE.wrong
def not_reduced(history):
    """You return one answer for each step. One for the whole run is asked for: `np.all`."""
    return np.diff(history) <= 0


@EXERCISE.wrong
def always_true(history):
    """It always says True, whatever the inertia does."""
    return True


EXERCISE.wrong(always_false)
