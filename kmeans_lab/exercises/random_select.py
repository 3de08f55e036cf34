"""random_select, notebook 10: draw a number with a chance in proportion to itself."""

from dataclasses import replace

import numpy as np

from ..checker.draws import UsesRng, repeats
from ..checker.exercise import Exercise, Seed, case
from ..steps import weighted_choice
from .weighted_choice import EXERCISE as CHOICE
from .weighted_choice import INDICES, WEIGHTS, valid_index


def random_select(nums, rng):
    """Draw one of some numbers with a probability proportional to the number itself.

    Parameters
    ----------
    nums : sequence of numbers
        Not negative, at least one of them positive.
    rng : numpy.random.Generator
        Where the draw comes from.

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


def with_number(choose):
    """Return a function that draws an index as `choose` does, and returns the number too."""

    def answer(nums, rng):
        index = choose(nums, rng)
        return index, nums[index]

    answer.__name__ = choose.__name__
    return answer


EXERCISE = Exercise(
    name="random_select",
    load=lambda: random_select,
    kind=("index", "number"),
    parts=("index", "value"),
    cases=(*CHOICE.cases[:-1], case([10, 20, 5, 40, 25], Seed(8), tags="integers")),
    verify=valid_pair,
    words={
        **CHOICE.words,
        "expected": "(index, nums[index])",
        "exchanged": "First the index, then the value: they come the other way round.",
        "value differs": "The value is not the one that stands at the index: `nums[index]`.",
        "value": "The first of the two is the index of the number drawn, not the number.",
        "not a tuple": "Two things are asked for, the index and the value: `return index, value`.",
    },
    probes=(
        UsesRng((WEIGHTS,)),
        repeats(WEIGHTS),
        replace(
            INDICES,
            read=lambda value: INDICES.read(value[0]),
            misconceptions=[
                replace(known, answer=with_number(known.answer))
                for known in INDICES.misconceptions
            ],
        ),
    ),
    hints=(
        "You have `weighted_choice(weights, rng)`. What are the weights here?",
        "The numbers themselves are the weights. The function gives the index; the number stands "
        "in `nums` at that place.",
    ),
    why="Numbers 10, 20, 5, 40, 25 come with frequencies 0.1, 0.2, 0.05, 0.4, 0.25.",
)
