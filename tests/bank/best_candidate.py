"""Answers to best_candidate."""

import numpy as np

from kmeans_lab.steps import (
    assign_labels,
    inertia,
    squared_distances,
)

from .registry import right, wrong


@right
def all_at_once(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0).argmin()


@right
def loop_with_inertia(X, chosen, candidates):
    best, lowest = 0, np.inf
    for i, candidate in enumerate(candidates):
        centroids = np.vstack([chosen, candidate])
        cost = inertia(X, assign_labels(X, centroids), centroids)
        if cost < lowest:
            best, lowest = i, cost
    return best


@right
def what_each_saves(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1)
    saved = [np.maximum(now - ((X - c) ** 2).sum(axis=1), 0).sum() for c in candidates]
    return int(np.argmax(saved))


@right
def with_append(X, chosen, candidates):
    costs = [
        squared_distances(X, np.append(chosen, [c], axis=0)).min(axis=1).sum() for c in candidates
    ]
    return costs.index(min(costs))


@right
def point_by_point(X, chosen, candidates):
    def cost(candidate):
        centroids = [*chosen, candidate]
        return sum(min(((x - c) ** 2).sum() for c in centroids) for x in X.astype(float))

    return min(range(len(candidates)), key=lambda i: cost(candidates[i]))


@wrong("farthest")
def far_away(X, chosen, candidates):
    return squared_distances(candidates, chosen).min(axis=1).argmax()


@wrong("no minimum")
def candidate_alone(X, chosen, candidates):
    return squared_distances(X, candidates).sum(axis=0).argmin()


@wrong("no minimum")
def all_distances(X, chosen, candidates):
    costs = [squared_distances(X, np.vstack([chosen, c])).sum() for c in candidates]
    return int(np.argmin(costs))


@wrong("dearest")
def highest_cost(X, chosen, candidates):
    costs = [squared_distances(X, np.vstack([chosen, c])).min(axis=1).sum() for c in candidates]
    return int(np.argmax(costs))


@wrong("value")
def the_candidate(X, chosen, candidates):
    return candidates[all_at_once(X, chosen, candidates)]


@wrong("cost")
def the_cost(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0).min()


@wrong("not reduced")
def all_costs(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0)


@wrong("last of ties")
def less_or_equal(X, chosen, candidates):
    best, lowest = 0, np.inf
    for i, candidate in enumerate(candidates):
        cost = squared_distances(X, np.vstack([chosen, candidate])).min(axis=1).sum()
        if cost <= lowest:
            best, lowest = i, cost
    return best


@wrong("last")
def never_remembers(X, chosen, candidates):
    lowest = np.inf
    for i, candidate in enumerate(candidates):
        cost = squared_distances(X, np.vstack([chosen, candidate])).min(axis=1).sum()
        if cost < np.inf:
            best = i
    return best


@wrong("first")
def always_zero(X, chosen, candidates):
    return 0


@wrong("row of X")
def index_in_the_data(X, chosen, candidates):
    best = candidates[all_at_once(X, chosen, candidates)]
    return int((X == best).all(axis=1).argmax())


@wrong("none")
def no_return(X, chosen, candidates):
    all_at_once(X, chosen, candidates)
