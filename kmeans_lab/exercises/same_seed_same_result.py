"""same_seed_same_result, notebook 08: tell whether a program can be repeated by its seed."""

from itertools import count

import numpy as np

from ..checker.exercise import Case, Exercise
from .verdict import VERDICT, Patient, always_false, opposite


def same_seed_same_result(run, seed):
    """Tell whether a program gives the same result twice from the same seed.

    Parameters
    ----------
    run : callable
        ``run(seed)`` returns an array.
    seed : int
        The seed for both runs.

    Returns
    -------
    healthy : bool
        Whether both have the same shape and the same numbers.
    """
    first, second = run(seed), run(seed)
    return np.array_equal(first, second)


ONLY = 15  # the number of the last program below, which is also its seed
RUNS = count(1)  # stands for anything that a program keeps from one run to the next
ALWAYS_THIS = np.array([[1.0, 2.0], [5.0, 6.0]])


def drawn(seed):
    """Draw three rows of two numbers."""
    return np.random.default_rng(seed).random((3, 2)).round(3)


def drifting(seed, *rows):
    """Draw the same, and add these rows times the number of the run."""
    return drawn(seed) + np.multiply(rows, next(RUNS))


PROGRAMS = {
    "that draws from default_rng(seed)": drawn,
    "that draws on where it stopped": lambda s: drawn([s, next(RUNS)]),
    "that never draws": lambda s: ALWAYS_THIS,
    "whose last row changes from run to run": lambda s: drifting(s, [0], [0], [1]),
    "whose first number changes from run to run": lambda s: drifting(s, [1, 0], [0, 0], [0, 0]),
    "whose rows change places from run to run": lambda s: np.roll(drawn(s), next(RUNS), axis=0),
    "that draws two rows": lambda s: drawn(s)[:2],
    "with a start of its own": lambda s: ALWAYS_THIS + 1,
    "that returns one number": lambda s: drawn(s)[0, 0],
    "that adds to one row and takes from another": lambda s: drifting(s, [1], [-1], [0]),
    "that returns a row more or less": lambda s: drawn(s)[next(RUNS) % 2 :],
    "that counts its runs": lambda s: np.array([next(RUNS)]),
    "that draws whole numbers": lambda s: np.random.default_rng(s).integers(9, size=4),
    "whose numbers go up and down by 1e-9": lambda s: drawn(s) + 1e-9 * (next(RUNS) % 2),
    "whose row becomes a column, and a row again": lambda s: np.ones(
        (1, 3)[:: (-1) ** next(RUNS)]
    ),
    "of which only this seed is repeated": lambda s: drawn(s if s == ONLY else [s, next(RUNS)]),
}

EXERCISE = Exercise(
    name="same_seed_same_result",
    load=lambda: same_seed_same_result,
    kind="number",
    cases=tuple(
        Case((Patient(f"a program {what}", run), seed))
        for seed, (what, run) in enumerate(PROGRAMS.items())
    ),
    slips=(opposite("both results are equal."),),
    words={
        **VERDICT,
        "global random": "You seed the random numbers of the whole program. That can make a sick "
        "program look healthy, and it changes what others draw. Only hand `run` its seed.",
        "generator as a seed": "`run` is called as the contract says: with the seed that you are "
        "given, and nothing else.",
        "truth of an array": "Comparing two arrays gives an answer for each number, and one is "
        "needed here: `np.array_equal`.",
        "shapes do not fit": "Two results may differ in shape, and comparing them number by "
        "number then ends with an error. `np.array_equal` says False.",
    },
    hints=(
        "Call `run(seed)` twice, and keep both results.",
        "`np.array_equal(a, b)` is True if two arrays hold the same numbers in the same places.",
    ),
    why="What cannot be repeated cannot be debugged either.",
)


@EXERCISE.wrong
def always_true(run, seed):
    """It always says True. Is `run` called twice, and are the two results compared with each
    other, and not one with itself?"""
    return True


@EXERCISE.wrong
def two_seeds(run, seed):
    """The two runs get different seeds. A healthy program may then differ as well."""
    return np.array_equal(run(seed), run(seed + 1))


for number in (0, 1, 42):

    @EXERCISE.wrong
    def own_seed(run, seed, number=number):
        """The runs get a seed of your own. A program may be repeatable from one seed and not from
        another: the question is about the one that you are given."""
        return np.array_equal(run(number), run(number))


@EXERCISE.wrong
def too_generous(run, seed):
    """A small difference passes. The same seed gives the same numbers to the last digit, because
    it is the same computation."""
    first, second = run(seed), run(seed)
    return np.shape(first) == np.shape(second) and np.allclose(first, second)


@EXERCISE.wrong(key="shape ignored")
def flattened(run, seed):
    """Two arrays with the same numbers in different shapes pass. A row is no column: they are two
    different arrays."""
    return np.array_equal(np.ravel(run(seed)), np.ravel(run(seed)))


@EXERCISE.wrong
def same_object(run, seed):
    """Two equal arrays count as different. Compare their numbers: `np.array_equal`. {if is: `is`
    asks whether the two are one and the same object.}"""
    return run(seed) is run(seed)


@EXERCISE.wrong
def one_row(run, seed):
    """Only the beginning of the results is compared. Compare all of them."""
    return np.ravel(run(seed))[0] == np.ravel(run(seed))[0]


@EXERCISE.wrong
def sums(run, seed):
    """You compare sums. The same numbers in other places pass."""
    return np.isclose(np.sum(run(seed)), np.sum(run(seed)))


@EXERCISE.wrong
def one_number_is_enough(run, seed):
    """One number that agrees is enough for you. All must. {if any(: It is `.all()`, not
    `.any()`.}"""
    return np.any(run(seed) == run(seed))


@EXERCISE.wrong
def any_order(run, seed):
    """The same numbers in another order pass. The same seed gives the same order, too."""
    return np.array_equal(np.sort(run(seed), axis=None), np.sort(run(seed), axis=None))


@EXERCISE.wrong
def shapes(run, seed):
    """You compare shapes. The numbers must agree."""
    return np.shape(run(seed)) == np.shape(run(seed))


@EXERCISE.wrong
def not_reduced(run, seed):
    """You return an answer for each number. One for the whole is asked for: `np.array_equal`."""
    return run(seed) == run(seed)


EXERCISE.wrong(always_false)
