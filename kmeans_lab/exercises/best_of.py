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
        Where all runs draw from, one after the other, and nothing else does.

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


def ending(ways, inertia):
    """Return a program that ends in one of some ways, each with an inertia of its own."""

    def run(rng):
        drawn = int(rng.integers(ways))
        return np.array([[drawn, 2.0]]), np.array([0, 0]), inertia(drawn), drawn * 37 % 101 + 1

    return run


SCRIPTED = Patient("a program that draws one number as its inertia", scripted)
NEAR = Patient(
    "a program whose inertias differ by millionths", ending(1000, lambda i: 5 + i / 1e6)
)
FEW = Patient("a program that ends in one of three ways", ending(3, lambda i: 40.5 - i))
HUGE = Patient("a program whose inertias are huge", ending(1000, lambda i: (1 + i) * 1e12))

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
        Case((NEAR, 6, Seed(1))),
        Case((FEW, 8, Seed(1))),
        Case((HUGE, 4, Seed(2))),
    ),
    words={
        "not a tuple": "All four values of the best run are asked for, together, as `run` returns "
        "them.",
        "number of values": "Return the best run only, with its four values, as `run` returns it.",
        "truth of an array": "Two runs cannot be compared as they are: tuples are compared from "
        "the left, so arrays first. Compare their inertias. {if min( or sorted(: It has an "
        "argument `key` for that.}",
        "none": "Your function returns None on this input. Does every path through it end with a "
        "`return`? And if a lowest inertia so far begins with a fixed number: is it larger than "
        "any inertia?",
        "different centroids": "Asked for is the run with the lowest inertia, of exactly `n_init` "
        "runs that draw from `rng`, one after the other.",
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
def nearly_equal_runs(run, n_init, rng):
    """Runs whose inertias differ by little count as equal for you. The lowest inertia wins, by
    however little."""
    return min((run(rng) for _ in range(n_init)), key=lambda result: int(result[2]))


@EXERCISE.wrong
def stops_early(run, n_init, rng):
    """You stop before all `n_init` runs are done, when one is no better. A later one may be."""
    best = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        if result[2] >= best[2]:
            break
        best = result
    return best


@EXERCISE.wrong(like=stops_early)
def stops_at_a_repeat(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        if result[2] == best[2]:
            break
        best = min(best, result, key=lambda result: result[2])
    return best


@EXERCISE.wrong
def better_than_the_last(run, n_init, rng):
    """You compare a run with the one before it. Compare it with the best so far."""
    best = before = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        best, before = (result if result[2] < before[2] else best), result
    return best


@EXERCISE.wrong
def fewest_rounds(run, n_init, rng):
    """You keep the run with the fewest rounds. A quick end is no good end: the lowest inertia
    counts, which stands at index 2."""
    return min((run(rng) for _ in range(n_init)), key=lambda result: result[3])


@EXERCISE.wrong
def one_run_missed(run, n_init, rng):
    """One run too few. {if range(1: `range(1, n_init)` has `n_init - 1` rounds.}"""
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


@EXERCISE.wrong(like=own_generator)
def a_generator_for_each(run, n_init, rng):
    return min(map(run, rng.spawn(n_init)), key=lambda result: result[2])


@EXERCISE.wrong
def run_once_more(run, n_init, rng):
    """You return a further run instead of the one that you kept: call `run` once a start, and keep
    the whole result."""
    best_of(run, n_init, rng)
    return run(rng)


@EXERCISE.wrong(like=run_once_more)
def run_again_to_keep_it(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init - 1):
        if run(rng)[2] < best[2]:
            best = run(rng)
    return best


@EXERCISE.wrong
def only_the_inertia_kept(run, n_init, rng):
    """The inertia is that of the best run, the rest is that of the last. Keep all four values
    together."""
    results = [run(rng) for _ in range(n_init)]
    centroids, labels, _, n_iter = results[-1]
    return centroids, labels, min(result[2] for result in results), n_iter


@EXERCISE.wrong(key="only the inertia kept")
def only_the_inertia_replaced(run, n_init, rng):
    """The inertia is that of the best run, the rest is that of the first. Keep all four values
    together."""
    results = [run(rng) for _ in range(n_init)]
    centroids, labels, _, n_iter = results[0]
    return centroids, labels, min(result[2] for result in results), n_iter
