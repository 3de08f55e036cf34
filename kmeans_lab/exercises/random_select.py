"""random_select, notebook 10: draw a number with a chance in proportion to itself."""

from dataclasses import replace

import numpy as np

from ..checker.answers import assignments, describe
from ..checker.draws import repeats
from ..checker.exercise import Case, Exercise, Finding, Seed, case
from ..steps import weighted_choice
from .weighted_choice import (
    DRAWS,
    INDICES,
    WEIGHTS,
    never_without_weight,
    read_index,
    valid_index,
)
from .weighted_choice import EXERCISE as CHOICE


def random_select(nums, rng):
    """Draw one of some numbers with a probability proportional to the number itself.

    Parameters
    ----------
    nums : list, tuple, range or array of numbers
        Not negative, at least one of them positive. They stay as they are; a 0 is never drawn.
    rng : numpy.random.Generator
        Where every draw comes from.

    Returns
    -------
    index : int
        Its position, from 0.
    value : number
        The number drawn: ``nums[index]``.
    """
    index = weighted_choice(nums, rng)
    return index, nums[index]


def valid_pair(plain, nums, rng):
    """Name what is wrong with an index and the number that stands there."""
    if not isinstance(plain, tuple):
        return "not a tuple"
    index, value = plain
    if is_exchanged(index, value, nums):
        return "exchanged"
    wrong = valid_index(index, nums, rng)
    if wrong:
        return wrong
    if not (isinstance(value, np.ndarray) and value.shape == () and value == nums[index]):
        return "value differs"
    return None


def is_exchanged(index, value, nums):
    """Tell whether the second is the index of the first, and not the first of the second."""
    if not all(isinstance(part, np.ndarray) and part.shape == () for part in (index, value)):
        return False
    fits = valid_index(value.astype(int), nums, None) is None and value == int(value)
    return bool(
        fits
        and index == nums[int(value)]
        and not (valid_index(index, nums, None) is None and value == nums[int(index)])
    )


def with_number(known):
    """Return a misconception about an index as one that returns the number, too."""

    def answer(nums, rng):
        index = known.answer(np.array(nums), rng)
        return index, nums[index]

    answer.__name__ = known.answer.__name__
    return replace(known, answer=answer)


def of_pairs(probe, **changes):
    """Return a probe of `weighted_choice` as one of this exercise."""
    known = list(map(with_number, probe.misconceptions))
    return replace(probe, args=(WEIGHTS.tolist(),), misconceptions=known, **changes)


def read_pair(pair):
    """Return the index drawn, or None if the value is not the one that stands there."""
    index = read_index(pair[0])
    there = index is not None and -len(WEIGHTS) <= index < len(WEIGHTS)
    return index if there and WEIGHTS[index] == pair[1] else None


def is_tuple(function, beat):
    """Probe: do index and value come in a tuple?"""
    nums, rng = [10, 20, 5], Seed(0)
    answer = function(nums, rng.generator())
    if isinstance(answer, tuple):
        return None
    return Finding("list", example=assignments(("nums", "rng"), (nums, rng)), got=describe(answer))


EXERCISE = Exercise(
    name="random_select",
    load=lambda: random_select,
    kind=("index", "number"),
    parts=("index", "value"),
    cases=(
        Case(([0.0, 0.1, 0.0], Seed(3))),
        Case(([0.0, 0.0, 5.0, 0.0], Seed(2))),
        Case(([10, 20, 5, 40, 25], Seed(8))),
        Case((range(5), Seed(4))),
        Case(((0, 0, 0, 0, 0, 7, 0), Seed(5))),
        case([30.0, 0.0, 25.5, 40.25], Seed(6)),
    ),
    verify=valid_pair,
    words={
        **CHOICE.words,
        "expected": "an index and the number that stands there",
        "exchanged": "First the index, then the value: they come the other way round.",
        "value differs": "The value is not the number that stands at the index.",
        "value": "The first of the two is the index of the number drawn, not the number.",
        "not a tuple": "Two things are asked for, the index and the value: `return index, value`.",
        "list": "Index and value come in a list. A tuple is asked for, as commas make one.",
    },
    probes=(
        is_tuple,
        of_pairs(DRAWS, others=[(nums.tolist(),) for (nums,) in DRAWS.others]),
        repeats(WEIGHTS.tolist()),
        of_pairs(INDICES, names=("nums",), read=read_pair),
        never_without_weight("nums", list, lambda pair: read_index(pair[0])),
    ),
    hints=(
        "You have `weighted_choice(weights, rng)`. What are the weights here?",
        "The numbers themselves are the weights. The function gives the index; the number stands "
        "in `nums` at that place.",
    ),
    why="Numbers 10, 20, 5, 40, 25 come with frequencies 0.1, 0.2, 0.05, 0.4, 0.25.",
)
