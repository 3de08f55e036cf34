"""Answers of somebody who meets the exercises for the first time, and has seen no hint yet."""

import numpy as np

from kmeans_lab import steps
from kmeans_lab.steps import (
    assign_labels,
    init_random,
    lloyd,
    recompute_centroids,
    squared_distances,
    weighted_choice,
)

from .registry import right, wrong
from .rounds import Straight


@wrong("squared_distances", "summed over points")
def no_axis_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2)
    return D


@wrong("squared_distances", "summed over points")
def no_axis_in_a_list(X, centroids):
    return np.array([np.sum((X - c) ** 2) for c in centroids])


@wrong("squared_distances", "summed over centroids")
def all_centroids_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = np.sum((X[i] - centroids) ** 2)
    return D


@wrong("squared_distances", "wrong axis")
def axis_0_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2, axis=0)
    return D


@wrong("squared_distances", "wrong axis")
def axis_0_in_a_list(X, centroids):
    return np.array([((X - c) ** 2).sum(axis=0) for c in centroids]).T


@wrong("squared_distances", "none")
def prints_hello(X, centroids):
    print("hello")


@wrong("squared_distances", "hidden function")
def hides_a_function(X, centroids):
    inertia = inertia(X, [0] * len(X), centroids)  # noqa: F821
    return inertia


def _min_of_rows(X, centroids):
    d = squared_distances(X, centroids)
    return d == d.min(axis=1)


@wrong("assign_labels", "min without keepdims")
def mask_of_minima(X, centroids):
    return _min_of_rows(X, centroids)


@wrong("assign_labels", "min without keepdims")
def where_minimum(X, centroids):
    return np.where(_min_of_rows(X, centroids))[1]


@wrong("assign_labels", "min without keepdims")
def argmax_of_mask(X, centroids):
    return _min_of_rows(X, centroids).argmax(axis=1)


@right("assign_labels")
def argmax_of_mask_with_keepdims(X, centroids):
    d = squared_distances(X, centroids)
    return (d == d.min(axis=1, keepdims=True)).argmax(axis=1)


@wrong("recompute_centroids", "one cluster")
def return_inside_the_loop(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(axis=0)
        return new


@wrong("recompute_centroids", "one cluster")
def return_inside_the_if(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(axis=0)
            return new


@wrong("recompute_centroids", "label as an index")
def label_of_point_j(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        new[j] = X[labels[j]].mean()
    return new


@wrong("recompute_centroids", "label as an index")
def row_of_label_j(X, labels, centroids):
    return np.array([X[labels[j]] for j in range(len(centroids))])


@wrong("recompute_centroids", "in place + truncated")
def in_place_with_integers(X, labels, centroids):
    for j in range(len(centroids)):
        if np.any(labels == j):
            centroids[j] = X[labels == j].mean(axis=0)
    return centroids


@wrong("recompute_centroids", "integer array")
def divides_in_an_integer_array(X, labels, centroids):
    new = np.zeros(centroids.shape, dtype=int)
    for j in range(len(centroids)):
        new[j] = X[labels == j].sum(axis=0)
        new[j] /= (labels == j).sum()
    return new


@wrong("inertia", "every point with every label")
def all_columns_of_the_labels(X, labels, centroids):
    return squared_distances(X, centroids)[:, labels].sum()


def _rounds(X, centroids, max_iter, last):
    """Run Lloyd's algorithm until ``last(new - old)``."""
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if last(centroids - old):
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, steps.inertia(X, labels, centroids), n_iter


@right("lloyd")
def squared_norm(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) ** 2 <= tol)


@right("lloyd")
def norms_squared_and_summed(X, centroids, max_iter, tol):
    return _rounds(
        X, centroids, max_iter, lambda move: sum(np.linalg.norm(row) ** 2 for row in move) <= tol
    )


@right("lloyd")
def less_than_tol(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: (move**2).sum() < tol)


@right("lloyd")
def norm(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) <= tol)


@right("lloyd")
def less_than_norm(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) < tol)


@right("lloyd")
def largest_change(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: np.max(np.abs(move)) <= tol)


@right("lloyd")
def all_changes_small(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: (np.abs(move) < tol).all())


@right("lloyd")
def mean_change(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: (move**2).mean() <= tol)


@right("lloyd")
def largest_of_the_centroids(X, centroids, max_iter, tol):
    return _rounds(X, centroids, max_iter, lambda move: (move**2).sum(axis=1).max() <= tol)


@wrong("lloyd", "stale labels and inertia")
def stale_and_norm(X, centroids, max_iter, tol):
    for n_iter in range(1, max_iter + 1):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        shift, centroids = np.linalg.norm(new - centroids), new
        if shift <= tol:
            break
    return centroids, labels, steps.inertia(X, labels, centroids), n_iter


@wrong("lloyd", "order of values")
def inertia_last(X, centroids, max_iter, tol):
    centroids, labels, inertia, n_iter = lloyd(X, centroids, max_iter, tol)
    return centroids, labels, n_iter, inertia


@wrong("lloyd", "hidden function")
def inertia_is_inertia(X, centroids, max_iter, tol):
    for n_iter in range(max_iter):
        labels = assign_labels(X, centroids)
        inertia = inertia(X, labels, centroids)  # noqa: F821
    return centroids, labels, inertia, n_iter


@wrong("init_random", "endless")
def compares_values(X, n_clusters, rng):
    chosen = []
    while len(chosen) < n_clusters:
        row = X[rng.integers(len(X))]
        if not any((row == other).all() for other in chosen):
            chosen.append(row)
    return np.array(chosen)


@wrong("init_random", "one row")
def one_row_for_one_cluster(X, n_clusters, rng):
    positions = rng.permutation(len(X))[:n_clusters]
    return X[positions[0]] if n_clusters == 1 else X[positions]


def _probabilities(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum())


def _dart_right(weights, rng):
    ends = np.cumsum(weights)
    return int(np.searchsorted(ends, rng.random() * ends[-1], side="right"))


def _dart_loop(weights, rng):
    dart = rng.random() * np.sum(weights)
    for i, end in enumerate(np.cumsum(weights)):
        if dart < end:
            return i
    return len(weights) - 1


def _minimum_over_points(X, n_clusters, rng, draw):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < n_clusters:
        chosen.append(draw(squared_distances(X, X[chosen]).min(axis=0), rng))
    return X[chosen]


@wrong("init_kmeans_plusplus", "no weights")
def min_axis_0(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, weighted_choice)


@wrong("init_kmeans_plusplus", "no weights")
def min_axis_0_own_probabilities(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _probabilities)


@wrong("init_kmeans_plusplus", "minimum over points")
def min_axis_0_own_dart(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _dart_right)


@wrong("init_kmeans_plusplus", "minimum over points")
def min_axis_0_own_loop(X, n_clusters, rng):
    return _minimum_over_points(X, n_clusters, rng, _dart_loop)


@wrong("init_kmeans_plusplus", "rows not yet filled")
def zeros_count_as_centroids(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        c[j] = X[weighted_choice(squared_distances(X, c).min(axis=1), rng)]
    return c


@right("init_kmeans_plusplus")
def preallocated_and_cut(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        c[j] = X[weighted_choice(squared_distances(X, c[:j]).min(axis=1), rng)]
    return c


@right("MyKMeans", remark="second `fit`")
class GeneratorInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        self.rng = np.random.default_rng(random_state)

    def start(self, X):
        if isinstance(self.init, str) and self.init == "random":
            return init_random(X, self.n_clusters, self.rng)
        return super().start(X)


@right("MyKMeans", remark="second `fit`")
class GeneratorAsRandomState(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, np.random.default_rng(random_state))


@right("MyKMeans", remark="under its own name")
class StoredAsK:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.k, self.how, self.rounds, self.small = n_clusters, init, max_iter, tol
        self.seed = random_state

    def fit(self, X):
        model = Straight(self.k, self.how, self.rounds, self.small, self.seed).fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


@wrong("MyKMeans", "random state")
class ForgetsSelfInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol)
        random_state = random_state


@wrong("MyKMeans", "raises")
class InitRaises(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        raise RuntimeError("not today")


@right("MyKMeans")
class RefusesInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        if isinstance(init, str) and init not in ("random", "k-means++"):
            raise ValueError("init?")
        super().__init__(n_clusters, init, max_iter, tol, random_state)


@right("MyKMeans")
class AnyException(Straight):
    def start(self, X):
        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise Exception("init?")
        return super().start(X)


@wrong("MyKMeans", "init not refused")
class TakesAnyWord(Straight):
    def start(self, X):
        if isinstance(self.init, str) and self.init != "random":
            self.init = "k-means++"
        return super().start(X)


@right("MyKMeans")
class TakesNoneAsRandom(Straight):
    def start(self, X):
        if self.init is None:
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return super().start(X)


@wrong("MyKMeans", "unknown name")
class NoSelfInUse(Straight):
    def fit(self, X):
        result = lloyd(X, self.start(X), max_iter, self.tol)  # noqa: F821
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self


@wrong("MyKMeans", "unknown name")
class NoSelfBeforeFit(Straight):
    def fit_predict(self, X):
        return fit(X).labels_  # noqa: F821


@wrong("MyKMeans", "missing methods")
class OnlyInitAndFit:
    __init__, start, fit = Straight.__init__, Straight.start, Straight.fit

    def predict(self, X): ...
    def fit_predict(self, X): ...


@wrong("MyKMeans", "fit returns self")
class OnlyInitAndAWrongFit(OnlyInitAndFit):
    def fit(self, X):
        super().fit(X)


@wrong("MyKMeans", "order of values")
class NumbersExchanged(Straight):
    def fit(self, X):
        result = lloyd(X, self.start(X), self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.n_iter_, self.inertia_ = result
        return self
