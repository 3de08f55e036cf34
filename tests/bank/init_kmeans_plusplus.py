"""Answers to init_kmeans_plusplus."""

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import kmeans_plusplus

from kmeans_lab.steps import (
    squared_distances,
    weighted_choice,
)

from .registry import right, wrong


@right
def textbook(X, n_clusters, rng):
    centroids = [X[rng.integers(len(X))]]
    for _ in range(1, n_clusters):
        nearest = np.min([((X - c) ** 2).sum(axis=1) for c in centroids], axis=0)
        centroids.append(X[rng.choice(len(X), p=nearest / nearest.sum())])
    return np.array(centroids)


@right
def with_cumulative_sums(X, n_clusters, rng):
    centroids = np.empty((n_clusters, X.shape[1]))
    centroids[0] = X[rng.choice(len(X))]
    nearest = np.full(len(X), np.inf)
    for j in range(1, n_clusters):
        nearest = np.minimum(nearest, ((X - centroids[j - 1]) ** 2).sum(axis=1))
        ends = np.cumsum(nearest)
        centroids[j] = X[np.searchsorted(ends, rng.random() * ends[-1], side="right")]
    return centroids


@right
def by_steps(X, n_clusters, rng):
    chosen = [rng.integers(0, X.shape[0])]
    for _ in range(n_clusters - 1):
        D = squared_distances(X, X[chosen])
        chosen.append(weighted_choice(D.min(axis=1), rng))
    return X[chosen]


@right
def with_plain_loops(X, n_clusters, rng):
    centroids = [X[int(rng.random() * len(X))]]
    while len(centroids) < n_clusters:
        weights = []
        for x in X:
            weights.append(min(sum((float(a) - b) ** 2 for a, b in zip(x, c)) for c in centroids))
        dart, total = rng.random() * sum(weights), 0
        for i, weight in enumerate(weights):
            total += weight
            if total > dart:
                centroids.append(X[i])
                break
    return np.array(centroids)


@right
def cdist_and_multinomial(X, n_clusters, rng):
    chosen = [int(rng.permutation(len(X))[0])]
    for _ in range(n_clusters - 1):
        p = cdist(X, X[chosen]).min(axis=1) ** 2
        chosen.append(int(rng.multinomial(1, p / p.sum()).argmax()))
    return X[chosen]


@right(remark="slow")
def stacked_in_a_loop(X, n_clusters, rng):
    centroids = X[rng.integers(len(X))][None]
    for _ in range(n_clusters - 1):
        p = cdist(X, centroids, "sqeuclidean").min(axis=1)
        centroids = np.vstack([centroids, X[rng.choice(len(X), p=p / p.sum())]])
    return centroids


@wrong("uniform")
def uniform_start(X, n_clusters, rng):
    return X[rng.choice(len(X), n_clusters, replace=False)]


@wrong("farthest")
def always_the_farthest(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(int(squared_distances(X, X[chosen]).min(axis=1).argmax()))
    return X[chosen]


def _plusplus(X, n_clusters, rng, weights, first=None):
    chosen = [int(rng.integers(len(X))) if first is None else first]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(weights(squared_distances(X, X[chosen])), rng))
    return X[chosen]


@wrong("not squared")
def plain_distances(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: np.sqrt(D.min(axis=1)))


@wrong("sum over centroids")
def sum_over_all(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.sum(axis=1))


@wrong("last centroid only")
def last_only(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D[:, -1])


@wrong("first centroid only")
def first_only(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D[:, 0])


@wrong("farthest centroid")
def max_over_centroids(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.max(axis=1))


@wrong("first is fixed")
def first_row_first(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.min(axis=1), first=0)


@wrong("index of the filtered list")
def index_among_the_rest(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        rest = [i for i in range(len(X)) if i not in chosen]
        nearest = squared_distances(X[rest], X[chosen]).min(axis=1)
        chosen.append(weighted_choice(nearest, rng) if nearest.any() else 0)
    return X[chosen]


@wrong("squared twice")
def squares_of_squares(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.min(axis=1) ** 2)


@wrong("global random")
def global_choice(X, n_clusters, rng):
    chosen = [np.random.randint(len(X))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return X[chosen]


@wrong("own generator")
def seeded_inside(X, n_clusters, rng):
    return textbook(X, n_clusters, np.random.default_rng(1))


@wrong("positions")
def returns_positions(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return np.array(chosen)


@wrong("too many rows")
def one_too_many(X, n_clusters, rng):
    return _plusplus(X, min(n_clusters + 1, len(X)), rng, lambda D: D.min(axis=1))


@wrong("sklearn")
def sklearns(X, n_clusters, rng):
    return kmeans_plusplus(X, n_clusters, random_state=int(rng.integers(1000)))[0]


@wrong("order lost")
def sorted_choice(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return X[sorted(chosen)]


@wrong("greedy")
def greedy(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        tries = [weighted_choice(nearest, rng) for _ in range(2 + int(np.log(n_clusters)))]
        costs = [np.minimum(nearest, ((X - X[i]) ** 2).sum(1)).sum() for i in tries]
        chosen.append(tries[int(np.argmin(costs))])
    return X[chosen]


@wrong("drawn at once")
def weights_of_the_first(X, n_clusters, rng):
    first = int(rng.integers(len(X)))
    p = ((X - X[first]) ** 2).sum(axis=1)
    rest = rng.choice(len(X), n_clusters - 1, replace=False, p=p / p.sum())
    return X[[first, *rest]]


@wrong("column by column")
def kp_sq_dist_nosum(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        d = np.min((X[:, None] - X[ch]) ** 2, axis=1).sum(1)
        ch.append(weighted_choice(d, rng))
    return X[ch]


@wrong("farthest centroid")
def kp_update_wrong(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d = np.maximum(d, squared_distances(X, X[[i]])[:, 0])
    return X[ch]


@wrong("drawn at once")
def kp_all_same_weights_rm(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d[i] = 0
    return X[ch]


@right
def kp_update_ok(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d = np.minimum(d, squared_distances(X, X[[i]])[:, 0])
    return X[ch].astype(float)


@right
def kp_float32(X, n_clusters, rng):
    ch = [rng.choice(len(X))]
    for _ in range(n_clusters - 1):
        d = (
            ((X[:, None].astype(np.float32) - X[ch].astype(np.float32)) ** 2)
            .sum(2)
            .min(1)
            .astype(float)
        )
        ch.append(rng.choice(len(X), p=d / d.sum()))
    return X[ch]


@right(remark="slow")
def kp_norm_sq(X, n_clusters, rng):
    cent = X[[rng.integers(0, X.shape[0])]]
    while cent.shape[0] < n_clusters:
        d = np.array([min(np.linalg.norm(x - c) ** 2 for c in cent) for x in X])
        cent = np.concatenate([cent, X[[rng.choice(len(X), p=d / np.sum(d))]]])
    return cent


@right
def kp_excluding(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        rest = [i for i in range(len(X)) if i not in ch]
        d = squared_distances(X[rest], X[ch]).min(1)
        ch.append(rest[weighted_choice(d, rng) if d.sum() else 0])
    return X[ch]


@wrong("rows not yet filled")
def kp_again_6(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        d = squared_distances(X, c).min(1)
        c[j] = X[rng.choice(len(X), p=d / d.sum())]
    return c


def _minimum_over_points(X, n_clusters, rng, draw):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < n_clusters:
        chosen.append(draw(squared_distances(X, X[chosen]).min(axis=0), rng))
    return X[chosen]


@wrong("no weights")
def min_axis_0(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, weighted_choice)


def _probabilities(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum())


@wrong("no weights")
def min_axis_0_own_probabilities(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _probabilities)


def _dart_right(weights, rng):
    ends = np.cumsum(weights)
    return int(np.searchsorted(ends, rng.random() * ends[-1], side="right"))


@wrong("minimum over points")
def min_axis_0_own_dart(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _dart_right)


def _dart_loop(weights, rng):
    dart = rng.random() * np.sum(weights)
    for i, end in enumerate(np.cumsum(weights)):
        if dart < end:
            return i
    return len(weights) - 1


@wrong("minimum over points")
def min_axis_0_own_loop(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _dart_loop)


@wrong("rows not yet filled")
def zeros_count_as_centroids(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        c[j] = X[weighted_choice(squared_distances(X, c).min(axis=1), rng)]
    return c


@right
def preallocated_and_cut(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        c[j] = X[weighted_choice(squared_distances(X, c[:j]).min(axis=1), rng)]
    return c
