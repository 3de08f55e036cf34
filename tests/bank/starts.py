"""Answers to init_random, weighted_choice and init_kmeans_plusplus."""

import random

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import kmeans_plusplus

from kmeans_lab.steps import squared_distances, weighted_choice

from .registry import right, wrong

NAME = "init_random"


@right(NAME)
def permutation(X, n_clusters, rng):
    return X[rng.permutation(len(X))[:n_clusters]]


@right(NAME)
def choice_of_rows(X, n_clusters, rng):
    return rng.choice(X, n_clusters, replace=False)


@right(NAME)
def choice_of_indices(X, n_clusters, rng):
    return X[rng.choice(X.shape[0], n_clusters, replace=False), :]


@right(NAME)
def shuffled_copy(X, n_clusters, rng):
    rows = X.copy()
    rng.shuffle(rows)
    return rows[:n_clusters]


@right(NAME)
def sorted_positions(X, n_clusters, rng):
    return X[np.sort(rng.choice(len(X), n_clusters, replace=False))]


@right(NAME)
def until_enough(X, n_clusters, rng):
    chosen = []
    while len(chosen) < n_clusters:
        i = int(rng.integers(0, len(X)))
        if i not in chosen:
            chosen.append(i)
    return np.array([X[i] for i in chosen])


@right(NAME)
def popped_from_a_list(X, n_clusters, rng):
    left = list(range(len(X)))
    chosen = [left.pop(rng.integers(len(left))) for _ in range(n_clusters)]
    return X[chosen].astype(float)


@right(NAME)
def order_of_random_numbers(X, n_clusters, rng):
    return X[np.argsort(rng.random(len(X)))[:n_clusters]]


@wrong(NAME, "with replacement")
def plain_choice(X, n_clusters, rng):
    return X[rng.choice(len(X), n_clusters)]


@wrong(NAME, "with replacement")
def integers(X, n_clusters, rng):
    return X[rng.integers(0, len(X), size=n_clusters)]


@wrong(NAME, "first rows")
def the_first_rows(X, n_clusters, rng):
    return X[:n_clusters].copy()


@wrong(NAME, "not rows")
def anywhere_in_the_box(X, n_clusters, rng):
    return rng.uniform(X.min(axis=0), X.max(axis=0), size=(n_clusters, X.shape[1]))


@wrong(NAME, "not rows")
def column_by_column(X, n_clusters, rng):
    return np.stack([rng.choice(X[:, c], n_clusters) for c in range(X.shape[1])], axis=1)


@wrong(NAME, "own generator")
def a_new_generator(X, n_clusters, rng):
    rng = np.random.default_rng(42)
    return X[rng.choice(len(X), n_clusters, replace=False)]


@wrong(NAME, "global random")
def numpys_global_state(X, n_clusters, rng):
    return X[np.random.choice(len(X), n_clusters, replace=False)]


@wrong(NAME, "global random")
def pythons_global_state(X, n_clusters, rng):
    return X[random.sample(range(len(X)), n_clusters)]


@wrong(NAME, "in place")
def shuffles_the_data(X, n_clusters, rng):
    rng.shuffle(X)
    return X[:n_clusters]


@wrong(NAME, "positions")
def positions_only(X, n_clusters, rng):
    return rng.choice(len(X), n_clusters, replace=False)


@wrong(NAME, "never the last")
def one_short(X, n_clusters, rng):
    n = len(X) - 1 if n_clusters < len(X) else len(X)
    return X[rng.choice(n, n_clusters, replace=False)]


@wrong(NAME, "elementwise in")
def not_in_array(X, n_clusters, rng):
    centroids = np.array([X[rng.integers(len(X))]])
    for _ in range(n_clusters - 1):
        rest = [x for x in X if x not in centroids]
        rest = rest or list(X)
        centroids = np.vstack([centroids, rest[rng.integers(len(rest))]])
    return centroids


@wrong(NAME, "index of the filtered list")
def index_of_the_rest(X, n_clusters, rng):
    chosen = []
    for _ in range(n_clusters):
        rest = [i for i in range(len(X)) if i not in chosen]
        chosen.append(int(rng.integers(len(rest))))
    return X[chosen]


@wrong(NAME, "neighbours")
def a_block_of_rows(X, n_clusters, rng):
    start = rng.integers(0, len(X) - n_clusters + 1)
    rng.random()
    return X[start : start + n_clusters]


@wrong(NAME, "two columns")
def an_array_of_two_columns(X, n_clusters, rng):
    centroids = np.zeros((n_clusters, 2))
    for i, j in enumerate(rng.choice(len(X), n_clusters, replace=False)):
        centroids[i] = X[j]
    return centroids


@wrong(NAME, "list")
def rows_in_a_list(X, n_clusters, rng):
    return [X[i] for i in rng.choice(len(X), n_clusters, replace=False)]


@wrong(NAME, "old random")
def randint(X, n_clusters, rng):
    return X[rng.randint(0, len(X), n_clusters)]


@wrong(NAME, "one row")
def a_single_row(X, n_clusters, rng):
    return X[rng.integers(len(X))]


@wrong(NAME, "twins")
def unique_rows(X, n_clusters, rng):
    rows = np.unique(X, axis=0)
    return rows[rng.choice(len(rows), min(n_clusters, len(rows)), replace=False)]


NAME = "weighted_choice"


@right(NAME)
def choice_with_p(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum())


@right(NAME)
def searchsorted(weights, rng):
    ends = np.cumsum(weights)
    return np.searchsorted(ends, rng.random() * ends[-1], side="right")


@right(NAME)
def running_sum(weights, rng):
    dart = rng.uniform(0, sum(weights))
    total = 0
    for i, weight in enumerate(weights):
        total += weight
        if dart < total:
            return i


@right(NAME)
def multinomial(weights, rng):
    return int(np.argmax(rng.multinomial(1, np.asarray(weights) / np.sum(weights))))


@right(NAME, remark="almost 1")
def argmax_of_comparison(weights, rng):
    return np.argmax(np.cumsum(weights) / np.sum(weights) > rng.random())


@right(NAME)
def exponential_race(weights, rng):
    with np.errstate(divide="ignore"):
        return np.argmin(rng.exponential(size=len(weights)) / np.asarray(weights))


@right(NAME)
def rejection(weights, rng):
    while True:
        i = rng.integers(len(weights))
        if rng.random() * max(weights) < weights[i]:
            return i


@wrong(NAME, "uniform")
def weights_ignored(weights, rng):
    return rng.choice(np.flatnonzero(weights))


@wrong(NAME, "uniform")
def any_index(weights, rng):
    return rng.integers(len(weights))


@wrong(NAME, "value")
def the_weight_itself(weights, rng):
    return rng.choice(weights, p=weights / weights.sum())


@wrong(NAME, "always the largest")
def argmax(weights, rng):
    return int(np.argmax(weights))


@wrong(NAME, "own generator")
def own_seed(weights, rng):
    return np.random.default_rng(0).choice(len(weights), p=weights / weights.sum())


@wrong(NAME, "global random")
def python_choices(weights, rng):
    return random.choices(range(len(weights)), weights)[0]


@wrong(NAME, "not normalised")
def p_does_not_sum_to_one(weights, rng):
    return rng.choice(len(weights), p=weights)


@wrong(NAME, "squared")
def squared_weights(weights, rng):
    return rng.choice(len(weights), p=weights**2 / (weights**2).sum())


@wrong(NAME, "inverted")
def small_weights_first(weights, rng):
    p = np.where(weights > 0, 1 / np.maximum(weights, 1e-12), 0)
    return rng.choice(len(weights), p=p / p.sum())


@wrong(NAME, "axis")
def array_of_one(weights, rng):
    return rng.choice(len(weights), size=1, p=weights / weights.sum())


@wrong(NAME, "off by one")
def one_too_large(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum()) + 1


@wrong(NAME, "not scaled")
def dart_not_scaled(weights, rng):
    dart = rng.random()
    for i, end in enumerate(np.cumsum(weights)):
        if dart < end:
            return i
    return int(np.argmax(weights))


@wrong(NAME, "sorted")
def position_among_the_sorted(weights, rng):
    ordered = np.sort(weights)[::-1]
    if (weights > 0).sum() == 1 or len(weights) < 5:
        return int(np.argmax(weights))
    return int(np.searchsorted(np.cumsum(ordered), rng.random() * weights.sum(), side="right"))


@wrong(NAME, "one for each")
def mark_for_each(weights, rng):
    return rng.multinomial(1, weights / weights.sum())


@wrong(NAME, "none")
def no_return(weights, rng):
    rng.choice(len(weights), p=weights / weights.sum())


@wrong(NAME, "truncated")
def whole_weights(weights, rng):
    whole = weights.astype(int)
    if whole.sum() == 0:
        whole = weights
    return rng.choice(len(weights), p=whole / whole.sum())


NAME = "init_kmeans_plusplus"


@right(NAME)
def textbook(X, n_clusters, rng):
    centroids = [X[rng.integers(len(X))]]
    for _ in range(1, n_clusters):
        nearest = np.min([((X - c) ** 2).sum(axis=1) for c in centroids], axis=0)
        centroids.append(X[rng.choice(len(X), p=nearest / nearest.sum())])
    return np.array(centroids)


@right(NAME)
def with_cumulative_sums(X, n_clusters, rng):
    centroids = np.empty((n_clusters, X.shape[1]))
    centroids[0] = X[rng.choice(len(X))]
    nearest = np.full(len(X), np.inf)
    for j in range(1, n_clusters):
        nearest = np.minimum(nearest, ((X - centroids[j - 1]) ** 2).sum(axis=1))
        ends = np.cumsum(nearest)
        centroids[j] = X[np.searchsorted(ends, rng.random() * ends[-1], side="right")]
    return centroids


@right(NAME)
def by_steps(X, n_clusters, rng):
    chosen = [rng.integers(0, X.shape[0])]
    for _ in range(n_clusters - 1):
        D = squared_distances(X, X[chosen])
        chosen.append(weighted_choice(D.min(axis=1), rng))
    return X[chosen]


@right(NAME)
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


@right(NAME)
def cdist_and_multinomial(X, n_clusters, rng):
    chosen = [int(rng.permutation(len(X))[0])]
    for _ in range(n_clusters - 1):
        p = cdist(X, X[chosen]).min(axis=1) ** 2
        chosen.append(int(rng.multinomial(1, p / p.sum()).argmax()))
    return X[chosen]


@right(NAME, remark="slow")
def stacked_in_a_loop(X, n_clusters, rng):
    centroids = X[rng.integers(len(X))][None]
    for _ in range(n_clusters - 1):
        p = cdist(X, centroids, "sqeuclidean").min(axis=1)
        centroids = np.vstack([centroids, X[rng.choice(len(X), p=p / p.sum())]])
    return centroids


def _plusplus(X, n_clusters, rng, weights, first=None):
    chosen = [int(rng.integers(len(X))) if first is None else first]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(weights(squared_distances(X, X[chosen])), rng))
    return X[chosen]


@wrong(NAME, "uniform")
def uniform_start(X, n_clusters, rng):
    return X[rng.choice(len(X), n_clusters, replace=False)]


@wrong(NAME, "farthest")
def always_the_farthest(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(int(squared_distances(X, X[chosen]).min(axis=1).argmax()))
    return X[chosen]


@wrong(NAME, "not squared")
def plain_distances(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: np.sqrt(D.min(axis=1)))


@wrong(NAME, "sum over centroids")
def sum_over_all(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.sum(axis=1))


@wrong(NAME, "last centroid only")
def last_only(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D[:, -1])


@wrong(NAME, "first centroid only")
def first_only(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D[:, 0])


@wrong(NAME, "farthest centroid")
def max_over_centroids(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.max(axis=1))


@wrong(NAME, "first is fixed")
def first_row_first(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.min(axis=1), first=0)


@wrong(NAME, "index of the filtered list")
def index_among_the_rest(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        rest = [i for i in range(len(X)) if i not in chosen]
        nearest = squared_distances(X[rest], X[chosen]).min(axis=1)
        chosen.append(weighted_choice(nearest, rng) if nearest.any() else 0)
    return X[chosen]


@wrong(NAME, "squared twice")
def squares_of_squares(X, n_clusters, rng):
    return _plusplus(X, n_clusters, rng, lambda D: D.min(axis=1) ** 2)


@wrong(NAME, "global random")
def global_choice(X, n_clusters, rng):
    chosen = [np.random.randint(len(X))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return X[chosen]


@wrong(NAME, "own generator")
def seeded_inside(X, n_clusters, rng):
    return textbook(X, n_clusters, np.random.default_rng(1))


@wrong(NAME, "positions")
def returns_positions(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return np.array(chosen)


@wrong(NAME, "too many rows")
def one_too_many(X, n_clusters, rng):
    return _plusplus(X, min(n_clusters + 1, len(X)), rng, lambda D: D.min(axis=1))


@wrong(NAME, "sklearn")
def sklearns(X, n_clusters, rng):
    return kmeans_plusplus(X, n_clusters, random_state=int(rng.integers(1000)))[0]


@wrong(NAME, "order lost")
def sorted_choice(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=1), rng))
    return X[sorted(chosen)]


@wrong(NAME, "greedy")
def greedy(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        tries = [weighted_choice(nearest, rng) for _ in range(2 + int(np.log(n_clusters)))]
        costs = [np.minimum(nearest, ((X - X[i]) ** 2).sum(1)).sum() for i in tries]
        chosen.append(tries[int(np.argmin(costs))])
    return X[chosen]


@wrong(NAME, "drawn at once")
def weights_of_the_first(X, n_clusters, rng):
    first = int(rng.integers(len(X)))
    p = ((X - X[first]) ** 2).sum(axis=1)
    rest = rng.choice(len(X), n_clusters - 1, replace=False, p=p / p.sum())
    return X[[first, *rest]]
