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
