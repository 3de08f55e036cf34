"""Answers to best_candidate."""

import numpy as np

from kmeans_lab.steps import assign_labels, inertia, squared_distances

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


@right
def mean_saved(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).mean(axis=0).argmin()


@right
def flattened_and_back(X, chosen, candidates):
    sets = [np.append(chosen, c).reshape(-1, X.shape[1]) for c in candidates]
    return int(np.argmin([squared_distances(X, each).min(axis=1).sum() for each in sets]))


@wrong("different")
def fourth_powers(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return (np.minimum(now, squared_distances(X, candidates)) ** 2).sum(axis=0).argmin()


@wrong("different")
def candidates_in_order(X, chosen, candidates):
    return all_at_once(X, chosen, np.unique(candidates, axis=0))


@wrong("in place")
def moves_in(X, chosen, candidates):
    best = all_at_once(X, chosen, candidates)
    chosen[-1] = candidates[best]
    return best


@wrong("columns only")
def two_columns(X, chosen, candidates):
    return all_at_once(X[:, :2], chosen[:, :2], candidates[:, :2])


@wrong("floats for integers")
def row_number_as_float(X, chosen, candidates):
    return float(all_at_once(X, chosen, candidates))


@wrong("none")
def no_return(X, chosen, candidates):
    all_at_once(X, chosen, candidates)
