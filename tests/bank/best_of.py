"""Answers to best_of."""

import numpy as np

from .registry import right, wrong


@right
def keeps_the_best(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        if result[2] < best[2]:
            best = result
    return best


@right
def from_infinity(run, n_init, rng):
    best, lowest = None, np.inf
    for _ in range(n_init):
        result = run(rng)
        if result[2] <= lowest:
            best, lowest = result, result[2]
    return best


@right
def argmin_of_inertias(run, n_init, rng):
    results = [run(rng) for _ in range(n_init)]
    return results[np.argmin([wcss for _, _, wcss, _ in results])]


@right
def sorted_by_inertia(run, n_init, rng):
    return sorted((run(rng) for _ in range(n_init)), key=lambda result: result[2])[0]


@right
def unpacked(run, n_init, rng):
    for i in range(n_init):
        centroids, labels, wcss, n_iter = run(rng)
        if i == 0 or wcss < best[2]:
            best = [centroids, labels, wcss, n_iter]
    return best


@wrong("last run")
def overwrites(run, n_init, rng):
    for _ in range(n_init):
        best = run(rng)
    return best


@wrong("first run")
def ignores_n_init(run, n_init, rng):
    return run(rng)


@wrong("first run")
def same_start_every_time(run, n_init, rng):
    import copy

    results = [run(copy.deepcopy(rng)) for _ in range(n_init)]
    return min(results, key=lambda result: result[2])


@wrong("worst run")
def highest(run, n_init, rng):
    return max((run(rng) for _ in range(n_init)), key=lambda result: result[2])


@wrong("truth of an array")
def min_of_tuples(run, n_init, rng):
    return min([run(rng) for _ in range(n_init)])


@wrong("one run missed")
def range_from_one(run, n_init, rng):
    best = None
    for _ in range(1, n_init):
        result = run(rng)
        if best is None or result[2] < best[2]:
            best = result
    return best or run(rng)


@wrong("one run too many")
def one_before_and_n_in_the_loop(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init):
        result = run(rng)
        if result[2] < best[2]:
            best = result
    return best


@wrong("own generator")
def a_seed_for_each(run, n_init, rng):
    results = [run(np.random.default_rng(seed)) for seed in range(n_init)]
    return min(results, key=lambda result: result[2])


@wrong("not a tuple")
def inertia_alone(run, n_init, rng):
    return min(run(rng)[2] for _ in range(n_init))


@wrong("number of values")
def every_run(run, n_init, rng):
    return [run(rng) for _ in range(n_init + 4)]


@wrong("fewest rounds")
def quickest(run, n_init, rng):
    return min((run(rng) for _ in range(n_init)), key=lambda result: result[-1])


@wrong("only the inertia kept")
def inertia_of_another(run, n_init, rng):
    lowest = np.inf
    for _ in range(n_init):
        centroids, labels, wcss, n_iter = run(rng)
        lowest = min(lowest, wcss)
    return centroids, labels, lowest, n_iter


@wrong("none")
def keeps_it_to_itself(run, n_init, rng):
    min((run(rng) for _ in range(n_init)), key=lambda result: result[2])
