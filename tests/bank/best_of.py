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


@right
def map_over_one_generator(run, n_init, rng):
    return min(map(run, [rng] * n_init), key=lambda result: result[2])


@right
def reduced(run, n_init, rng):
    from functools import reduce

    return reduce(lambda a, b: b if b[2] < a[2] else a, [run(rng) for _ in range(n_init)])


@wrong("none")
def starts_from_a_million(run, n_init, rng):
    best, lowest = None, 1e6
    for _ in range(n_init):
        result = run(rng)
        if result[2] < lowest:
            best, lowest = result, result[2]
    return best


@wrong("nearly equal runs")
def better_by_a_thousandth(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        if result[2] < 0.999 * best[2]:
            best = result
    return best


@wrong("different centroids")
def draws_before_the_runs(run, n_init, rng):
    rng.random()
    return min((run(rng) for _ in range(n_init)), key=lambda result: result[2])


@wrong("different centroids")
def seeds_from_rng(run, n_init, rng):
    generators = [np.random.default_rng(rng.integers(10**6)) for _ in range(n_init)]
    return min(map(run, generators), key=lambda result: result[2])


@wrong("first run")
def copies_of_rng(run, n_init, rng):
    from copy import deepcopy

    return min((run(deepcopy(rng)) for _ in range(n_init)), key=lambda result: result[2])


@wrong("index out of bounds")
def needs_two_runs(run, n_init, rng):
    results = [run(rng) for _ in range(n_init)]
    best = results[1]
    for result in results:
        best = min(best, result, key=lambda result: result[2])
    return best


@wrong("truth of an array")
def min_of_tuples(run, n_init, rng):
    return min([run(rng) for _ in range(n_init)])


@wrong("not a tuple")
def inertia_alone(run, n_init, rng):
    return min(run(rng)[2] for _ in range(n_init))


@wrong("number of values")
def every_run(run, n_init, rng):
    return [run(rng) for _ in range(n_init + 4)]


@wrong("none")
def keeps_it_to_itself(run, n_init, rng):
    min((run(rng) for _ in range(n_init)), key=lambda result: result[2])
