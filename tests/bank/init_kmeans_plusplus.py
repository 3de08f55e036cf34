"""Answers to init_kmeans_plusplus."""

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import kmeans_plusplus

from kmeans_lab.steps import squared_distances, weighted_choice

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
    return textbook(X, min(n_clusters + 1, len(X)), rng)


@wrong("sklearn")
def sklearns(X, n_clusters, rng):
    return kmeans_plusplus(X, n_clusters, random_state=int(rng.integers(1000)))[0]


@right
def minimum_updated(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d = np.minimum(d, squared_distances(X, X[[i]])[:, 0])
    return X[ch].astype(float)


@right
def in_float32(X, n_clusters, rng):
    ch = [rng.choice(len(X))]
    for _ in range(n_clusters - 1):
        gaps = X[:, None].astype(np.float32) - X[ch].astype(np.float32)
        d = (gaps**2).sum(2).min(1).astype(float)
        ch.append(rng.choice(len(X), p=d / d.sum()))
    return X[ch]


@right(remark="slow")
def squares_of_norms(X, n_clusters, rng):
    cent = X[[rng.integers(0, X.shape[0])]]
    while cent.shape[0] < n_clusters:
        d = np.array([min(np.linalg.norm(x - c) ** 2 for c in cent) for x in X])
        cent = np.concatenate([cent, X[[rng.choice(len(X), p=d / np.sum(d))]]])
    return cent


@right
def chosen_left_out(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        rest = [i for i in range(len(X)) if i not in ch]
        d = squared_distances(X[rest], X[ch]).min(1)
        ch.append(rest[weighted_choice(d, rng) if d.sum() else 0])
    return X[ch]


@wrong("no weights")
def minimum_over_points(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < n_clusters:
        chosen.append(weighted_choice(squared_distances(X, X[chosen]).min(axis=0), rng))
    return X[chosen]


@wrong("no weights")
def minimum_over_points_by_choice(X, n_clusters, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < n_clusters:
        weights = squared_distances(X, X[chosen]).min(axis=0)
        chosen.append(rng.choice(len(weights), p=weights / weights.sum()))
    return X[chosen]


@right
def preallocated_and_cut(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        c[j] = X[weighted_choice(squared_distances(X, c[:j]).min(axis=1), rng)]
    return c


def chosen_rows(X, n_clusters, first, draw):
    """Return rows chosen one by one: `draw(weights)` gives the next position."""
    chosen = [first]
    while len(chosen) < n_clusters:
        chosen.append(draw(squared_distances(X, X[chosen]).min(axis=1)))
    return X[chosen]


@wrong("border")
def searchsorted_left(X, n_clusters, rng):
    def draw(weights):
        ends = weights.cumsum()
        return np.searchsorted(ends, rng.random() * ends[-1])

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@wrong("border")
def running_sum_up_to_the_end(X, n_clusters, rng):
    def draw(weights):
        dart = rng.uniform(0, weights.sum())
        return next(i for i in range(len(X)) if weights[: i + 1].sum() >= dart)

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@wrong("index out of bounds")
def second_of_a_permutation(X, n_clusters, rng):
    def draw(weights):
        return weighted_choice(weights, rng)

    return chosen_rows(X, n_clusters, rng.permutation(len(X))[1], draw)


@wrong("twins")
def unique_rows(X, n_clusters, rng):
    return textbook(np.unique(X, axis=0), n_clusters, rng)


@wrong("in place")
def moves_the_data(X, n_clusters, rng):
    result = textbook(X, n_clusters, rng)
    if n_clusters > 1:
        X -= X.mean(axis=0).astype(X.dtype)
    return result


@wrong("list")
def rows_in_a_list(X, n_clusters, rng):
    return list(textbook(X, n_clusters, rng))


@wrong("one row")
def one_row_for_one_cluster(X, n_clusters, rng):
    return textbook(X, n_clusters, rng).squeeze()


@wrong("digits lost")
def stored_as_integers(X, n_clusters, rng):
    return textbook(X, n_clusters, rng).astype(int)


@wrong("few digits")
def stored_in_float32(X, n_clusters, rng):
    return textbook(X, n_clusters, rng).astype(np.float32)


@wrong("not repeatable")
def first_from_a_new_generator(X, n_clusters, rng):
    def draw(weights):
        return weighted_choice(weights, rng)

    rng.random()
    return chosen_rows(X, n_clusters, np.random.default_rng().integers(len(X)), draw)


@wrong("chosen twice")
def never_quite_zero(X, n_clusters, rng):
    def draw(weights):
        return weighted_choice(weights + 1e-4, rng)

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@wrong("wrong shares")
def largest_product(X, n_clusters, rng):
    def draw(weights):
        return (weights * rng.random(len(X))).argmax()

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@wrong("inverted")
def divided_by_distances(X, n_clusters, rng):
    def draw(weights):
        return weighted_choice(1 / (weights + 1e-12), rng)

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@right
def calls_itself(X, n_clusters, rng):
    if n_clusters == 1:
        return rng.choice(X, 1)
    before = calls_itself(X, n_clusters - 1, rng)
    weights = squared_distances(X, before).min(axis=1)
    return np.vstack([before, rng.choice(X, 1, p=weights / weights.sum())])


@right
def exponential_race(X, n_clusters, rng):
    def draw(weights):
        with np.errstate(divide="ignore"):
            return (rng.exponential(size=len(X)) / weights).argmin()

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)


@right
def any_row_where_none_is_left(X, n_clusters, rng):
    def draw(weights):
        return weighted_choice(weights if weights.any() else np.ones(len(X)), rng)

    return chosen_rows(X, n_clusters, rng.integers(len(X)), draw)
