"""best_of, notebook 08: run K-Means several times and keep the run with the lowest inertia."""

import numpy as np

from ..checker.exercise import Case, Exercise, Seed
from .verdict import Patient


def best_of(run, n_init, rng):
    """Run K-Means several times and keep the run with the lowest inertia.

    Parameters
    ----------
    run : callable
        ``run(rng)`` draws a start and returns (centroids, labels, inertia, n_iter), as `lloyd`.
    n_init : int
        How many runs, at least one.
    rng : numpy.random.Generator
        Where all runs draw from, one after the other.

    Returns
    -------
    centroids, labels, inertia, n_iter
        Of the best run.
    """
    results = [run(rng) for _ in range(n_init)]
    return min(results, key=lambda result: result[2])


def scripted(rng):
    """Stand for a run of K-Means: cheap, and every number tells the inertia apart."""
    value = float(rng.integers(100, 1000)) + 0.5
    return np.array([[value, 2.0]]), np.array([0, 0]), value, int(value) * 37 % 101 + 1


SCRIPTED = Patient("a program that draws one number as its inertia", scripted)

EXERCISE = Exercise(
    name="best_of",
    load=lambda: best_of,
    kind=("floats", "labels", "number", "index"),
    parts=("centroids", "labels", "inertia", "n_iter"),
    cases=(
        Case((SCRIPTED, 1, Seed(0))),
        Case((SCRIPTED, 5, Seed(1))),
        Case((SCRIPTED, 5, Seed(4))),
        Case((SCRIPTED, 3, Seed(3))),
        Case((SCRIPTED, 10, Seed(9))),
        Case((SCRIPTED, 4, Seed(15))),
        Case((SCRIPTED, 4, Seed(1))),
        Case((SCRIPTED, 2, Seed(11))),
    ),
    words={
        "not a tuple": "All four values of the best run are asked for, not its inertia alone.",
        "number of values": "Return the best run only, with its four values, as `run` returns it.",
        "truth of an array": "`min` compares tuples from the left, so arrays first. Tell it what "
        "to compare: `key=lambda result: result[2]`.",
        "different centroids": "The best run is the one with the lowest inertia.",
    },
    hints=(
        "A loop with `n_init` rounds; each calls `run(rng)` once.",
        "Keep the best result so far: replace it if the new inertia, `result[2]`, is lower.",
    ),
    why="Ten starts cost ten times as much, and often that is the whole difference.",
)


@EXERCISE.wrong
def last_run(run, n_init, rng):
    """You return the last run. Keep the best one so far, and replace it only by a better."""
    for _ in range(n_init):
        best = run(rng)
    return best


@EXERCISE.wrong
def first_run(run, n_init, rng):
    """The first run comes back, however many there are. Either `n_init` plays no part, or every
    run starts from the same random numbers, or the best is never replaced."""
    return run(rng)


@EXERCISE.wrong
def worst_run(run, n_init, rng):
    """You keep the run with the *highest* inertia."""
    return max((run(rng) for _ in range(n_init)), key=lambda result: result[2])


@EXERCISE.wrong
def fewest_rounds(run, n_init, rng):
    """You keep the run with the fewest rounds. A quick end is no good end: the lowest inertia
    counts, which stands at index 2."""
    return min((run(rng) for _ in range(n_init)), key=lambda result: result[3])


@EXERCISE.wrong
def one_run_missed(run, n_init, rng):
    """One run too few: `range(1, n_init)` has `n_init - 1` rounds."""
    results = [run(rng) for _ in range(1, n_init)] or [run(rng)]
    return min(results, key=lambda result: result[2])


@EXERCISE.wrong(key="one run missed")
def first_run_missed(run, n_init, rng):
    """The first run does not count. Is it a candidate from the beginning?"""
    results = [run(rng) for _ in range(n_init)]
    return min(results[1:] or results, key=lambda result: result[2])


@EXERCISE.wrong
def one_run_too_many(run, n_init, rng):
    """One run too many: one before the loop and `n_init` in it?"""
    best = run(rng)
    for _ in range(n_init):
        best = min(best, run(rng), key=lambda result: result[2])
    return best


@EXERCISE.wrong
def own_generator(run, n_init, rng):
    """The runs do not draw from `rng`, one after the other. Hand the same `rng` to every `run`: it
    goes on where the last run stopped."""
    results = [run(np.random.default_rng(seed)) for seed in range(n_init)]
    return min(results, key=lambda result: result[2])


@EXERCISE.wrong(like=own_generator)
def seeded_with_0(run, n_init, rng):
    return run(np.random.default_rng(0))


@EXERCISE.wrong(like=own_generator)
def seeded_with_42(run, n_init, rng):
    return run(np.random.default_rng(42))


@EXERCISE.wrong
def run_once_more(run, n_init, rng):
    """You return a further run instead of the one that you kept: call `run` once a start, and keep
    the whole result."""
    best_of(run, n_init, rng)
    return run(rng)


@EXERCISE.wrong
def only_the_inertia_kept(run, n_init, rng):
    """The inertia is that of the best run, the rest is that of the last. Keep all four values
    together."""
    results = [run(rng) for _ in range(n_init)]
    centroids, labels, _, n_iter = results[-1]
    return centroids, labels, min(result[2] for result in results), n_iter
