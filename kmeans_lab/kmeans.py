"""`MyKMeans`: the steps of `steps.py` as one scikit-learn estimator, exact and fast."""

import warnings
from numbers import Integral, Real

import numpy as np
from sklearn.base import (
    BaseEstimator,
    ClassNamePrefixFeaturesOutMixin,
    ClusterMixin,
    TransformerMixin,
)
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import euclidean_distances
from sklearn.utils import check_array, check_random_state, check_scalar
from sklearn.utils.validation import check_is_fitted, validate_data

BLOCK = 2**17  # scores computed at a time, so that they stay in the processor's cache


class MyKMeans(ClassNamePrefixFeaturesOutMixin, TransformerMixin, ClusterMixin, BaseEstimator):
    def __init__(self, n_clusters=8, max_iter=300, init="random", tol=1e-4, random_state=None,
                 n_init="auto"):
        self.n_clusters = n_clusters
        self.max_iter = max_iter
        self.init = init
        self.tol = tol
        self.random_state = random_state
        self.n_init = n_init

    def fit(self, X, y=None, *, visualize=False):
        X = self._check(X)
        n_init = self._check_parameters(X)
        rng = check_random_state(self.random_state)
        mean = X.mean(axis=0)
        rows = _with_ones(X, mean)
        init = self.init
        if not isinstance(init, str) and not callable(init):
            init = self._check_centroids(init, X) - mean
        best = None
        for _ in range(n_init):
            start = self.init_centroids(rows[:, :-1], self.n_clusters, rng, init)
            run = _Run(rows, self._check_centroids(start, X))
            run.run(self.max_iter, self.tol, visualize)
            if best is None or (run.inertia < best.inertia
                                and not _same_partition(run.labels, best.labels)):
                best = run
        self.cluster_centers_ = best.centroids + mean
        self.labels_ = best.labels.astype(np.int32)
        self.inertia_ = best.inertia
        self.n_iter_ = best.n_iter
        n_distinct = len(np.unique(self.labels_))
        if n_distinct < self.n_clusters:
            warnings.warn(
                f"Number of distinct clusters ({n_distinct}) found smaller than n_clusters "
                f"({self.n_clusters}). Possibly due to duplicate points in X.",
                ConvergenceWarning, stacklevel=2)
        if visualize:
            self._show(X, [(c + mean, labels) for c, labels in best.history])
        return self

    def predict(self, X):
        check_is_fitted(self)
        X = self._check(X, reset=False)
        return self.assign_labels(X, self.cluster_centers_)

    def transform(self, X):
        check_is_fitted(self)
        return euclidean_distances(self._check(X, reset=False), self.cluster_centers_)

    def score(self, X, y=None):
        check_is_fitted(self)
        X = self._check(X, reset=False)
        labels = self.assign_labels(X, self.cluster_centers_)
        return -float(_own_distances(X, self.cluster_centers_, labels).sum())

    def initialize(self, X):
        X = self._check(X)
        self._check_parameters(X)
        start = self.init_centroids(X, self.n_clusters, self.random_state, self.init)
        return self._place(X, self._check_centroids(start, X), 0)

    def recompute_centroids(self, X):
        check_is_fitted(self)
        X = self._check(X, reset=False)
        rows = _with_ones(X, 0)
        totals = _totals(rows, self.labels_, self.n_clusters)
        moved = _move(rows, self.labels_, self.cluster_centers_, totals)
        return self._place(X, moved, self.n_iter_ + 1)

    @staticmethod
    def init_centroids(X, n_clusters, random_state=None, init="random"):
        rng = check_random_state(random_state)
        if callable(init):
            return init(X, n_clusters, random_state=rng)
        if not isinstance(init, str):
            return np.array(init)
        if init == "random":
            uniform = np.ones(len(X), X.dtype) / len(X)
            return X[rng.choice(len(X), size=n_clusters, replace=False, p=uniform)]
        return _kmeans_plusplus(X, n_clusters, rng)

    @staticmethod
    def assign_labels(X, centroids):
        centre = centroids.mean(axis=0)
        lines = _lines(centroids - centre)
        labels = np.empty(len(X), np.int32)
        for block in _blocks(len(X), len(centroids)):
            labels[block] = _nearest(_with_ones(X[block], centre), lines)[1]
        return labels

    @property
    def _n_features_out(self):
        return self.n_clusters

    def _check(self, X, reset=True):
        return validate_data(self, X, reset=reset, dtype=[np.float64, np.float32], order="C")

    def _check_parameters(self, X):
        check_scalar(self.n_clusters, "n_clusters", Integral, min_val=1)
        check_scalar(self.max_iter, "max_iter", Integral, min_val=1)
        check_scalar(self.tol, "tol", Real, min_val=0)
        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise ValueError(f"init must be 'random', 'k-means++', an array of starting centroids "
                             f"or a callable, got {self.init!r}")
        if len(X) < self.n_clusters:
            raise ValueError(f"n_samples={len(X)} should be >= n_clusters={self.n_clusters}.")
        given = not isinstance(self.init, str) and not callable(self.init)
        if isinstance(self.n_init, str):
            if self.n_init != "auto":
                raise ValueError(f"n_init must be 'auto' or an integer >= 1, got {self.n_init!r}")
            return 1 if given or self.init == "k-means++" else 10
        check_scalar(self.n_init, "n_init", Integral, min_val=1)
        if given and self.n_init != 1:
            warnings.warn("Explicit initial center position passed: performing only one init in "
                          f"{type(self).__name__} instead of n_init={self.n_init}.",
                          RuntimeWarning, stacklevel=3)
            return 1
        return self.n_init

    def _check_centroids(self, centroids, X):
        centroids = check_array(centroids, dtype=X.dtype, order="C", copy=True)
        for size, wanted, name in zip(centroids.shape, (self.n_clusters, X.shape[1]),
                                      ("number of clusters", "number of features of the data")):
            if size != wanted:
                raise ValueError(f"The shape of the initial centers {centroids.shape} does not "
                                 f"match the {name} {wanted}.")
        return centroids

    def _place(self, X, centroids, n_iter):
        self.cluster_centers_ = centroids
        self.labels_ = self.assign_labels(X, centroids)
        self.inertia_ = float(_own_distances(X, centroids, self.labels_).sum())
        self.n_iter_ = n_iter
        return self

    def _show(self, X, history):
        from .plotting import plot_cluster_grid

        panels = [(f"iteration {i}", *panel) for i, panel in enumerate(history, start=1)]
        plot_cluster_grid(X, panels, title=f"{type(self).__name__}, {self.n_clusters} clusters")


class _Run:
    def __init__(self, rows, centroids):
        n, k = len(rows), len(centroids)
        self.rows = rows
        self.centroids = centroids
        self.labels = np.full(n, k, np.min_scalar_type(k))
        self.totals = np.zeros((k, rows.shape[1]))
        self.history = []

    def run(self, max_iter, tol, watch):
        tol = tol * (self.rows[:, :-1] ** 2).mean()
        for self.n_iter in range(1, max_iter + 1):
            n_changed = self.label()
            moved = _move(self.rows, self.labels, self.centroids, self.totals)
            shift = ((moved - self.centroids) ** 2).sum()
            self.centroids = moved
            if watch:
                self.history.append((moved, self.labels.copy()))
            if n_changed == 0 or shift <= tol:
                break
        if n_changed:
            self.label()
        self.inertia = float(_own_distances(self.rows[:, :-1], self.centroids, self.labels).sum())

    def label(self):
        lines = _lines(self.centroids)
        k = len(lines)
        n_changed = 0
        for block in _blocks(len(self.rows), k):
            labels = _nearest(self.rows[block], lines)[1]
            changed = np.flatnonzero(labels != self.labels[block])
            if len(changed):
                if len(labels) == len(self.rows):
                    self.totals = _totals(self.rows, labels, k)
                else:
                    before, after = self.labels[block][changed], labels[changed]
                    rows = self.rows[block][changed]
                    self.totals += _totals(rows, after, k) - _totals(rows, before, k + 1)[:k]
                self.labels[block] = labels
                n_changed += len(changed)
        return n_changed


def _with_ones(X, mean):
    rows = np.empty((X.shape[0], X.shape[1] + 1), X.dtype)
    np.subtract(X, mean, out=rows[:, :-1])
    rows[:, -1] = 1
    return rows


def _lines(centroids):
    return np.column_stack([-2 * centroids, np.einsum("ij,ij->i", centroids, centroids)])


def _blocks(n, k):
    size = max(1, BLOCK // k)
    return [slice(start, start + size) for start in range(0, n, size)]


def _nearest(rows, lines):
    k = len(lines)
    scores = lines @ rows.T
    best = scores.min(axis=0)
    marks = np.arange(k, 0, -1, dtype=np.min_scalar_type(k))[:, np.newaxis]
    return best, k - ((scores == best) * marks).max(axis=0)


def _totals(rows, labels, k):
    d = rows.shape[1]
    places = labels[:, np.newaxis].astype(np.intp) * d + np.arange(d)
    return np.bincount(places.ravel(), rows.ravel(), k * d).reshape(k, d)


def _move(rows, labels, centroids, totals):
    totals = totals.copy()
    empty = np.flatnonzero(totals[:, -1] == 0)
    if len(empty):
        distances = _own_distances(rows[:, :-1], centroids, labels)
        farthest = np.argpartition(distances, -len(empty))[: -len(empty) - 1 : -1]
        if distances.max() > 0:
            for j, i in zip(empty, farthest):
                totals[labels[i]] -= rows[i]
                totals[j] = rows[i]
    sums, sizes = totals[:, :-1], totals[:, -1:]
    largest = sizes.argmax()
    moved = sums * (1 / np.maximum(sizes, 1))
    empty = np.flatnonzero(sizes == 0)
    moved[empty] = np.where(empty[:, np.newaxis] < largest, sums[largest], moved[largest])
    return moved.astype(centroids.dtype)


def _own_distances(X, centroids, labels):
    distances = np.empty(len(X), X.dtype)
    for block in _blocks(len(X), X.shape[1]):
        distances[block] = ((X[block] - centroids[labels[block]]) ** 2).sum(axis=1)
    return distances


def _same_partition(labels, others):
    partner = np.empty(labels.max() + 1, others.dtype)
    partner[labels] = others
    return np.array_equal(partner[labels], others)


def _kmeans_plusplus(X, n_clusters, rng):
    n = len(X)
    ones = np.ones((n, 1), X.dtype)
    norms = np.einsum("ij,ij->i", X, X)
    chosen = [rng.choice(n, p=ones[:, 0] / n)]
    nearest = euclidean_distances(X[chosen], X, Y_norm_squared=norms, squared=True)
    potential = nearest @ ones[:, 0]
    while len(chosen) < n_clusters:
        darts = rng.uniform(size=2 + int(np.log(n_clusters))) * potential
        candidates = np.searchsorted(np.cumsum(nearest), darts).clip(None, n - 1)
        distances = euclidean_distances(X[candidates], X, Y_norm_squared=norms, squared=True)
        np.minimum(distances, nearest, out=distances)
        potentials = distances @ ones
        best = potentials.argmin()
        chosen.append(candidates[best])
        nearest, potential = distances[best], potentials[best]
    return X[chosen]
