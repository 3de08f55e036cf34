"""Answers to lloyd and MyKMeans."""

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import KMeans

from kmeans_lab.kmeans import MyKMeans as PackageKMeans
from kmeans_lab.steps import (
    assign_labels,
    inertia,
    init_kmeans_plusplus,
    init_random,
    recompute_centroids,
)

from .registry import right, wrong

NAME = "lloyd"


@right(NAME)
def for_with_break(X, centroids, max_iter, tol):
    centroids = np.array(centroids, dtype=float)
    for i in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        shift = ((new - centroids) ** 2).sum()
        centroids = new
        if shift <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@right(NAME)
def while_true(X, centroids, max_iter, tol):
    n_iter = 0
    while True:
        previous = centroids.copy()
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
        n_iter += 1
        if n_iter >= max_iter or np.linalg.norm(centroids - previous) ** 2 <= tol:
            labels = assign_labels(X, centroids)
            return centroids, labels, inertia(X, labels, centroids), n_iter


@right(NAME)
def everything_inside(X, centroids, max_iter, tol):
    C = centroids.astype(np.float64)
    k = C.shape[0]
    done, rounds = False, 0
    while rounds < max_iter and not done:
        D = np.sum((X[:, None, :] - C[None, :, :]) ** 2, axis=2)
        labels = np.argmin(D, axis=1)
        old = C.copy()
        for j in range(k):
            members = X[labels == j]
            if members.shape[0]:
                C[j] = members.mean(axis=0)
        rounds += 1
        done = np.sum((C - old) ** 2) <= tol
    D = np.sum((X[:, None, :] - C[None, :, :]) ** 2, axis=2)
    return C, D.argmin(axis=1), float(D.min(axis=1).sum()), rounds


@right(NAME)
def largest_shift_of_a_centroid(X, centroids, max_iter, tol):
    centroids = centroids * 1.0
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if np.sqrt(((centroids - old) ** 2).sum(axis=1)).max() < tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@right(NAME)
def recursive(X, centroids, max_iter, tol, n_iter=0, shift=np.inf):
    if n_iter == max_iter or shift <= tol:
        labels = assign_labels(X, centroids)
        return centroids, labels, inertia(X, labels, centroids), n_iter
    new = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return recursive(X, new, max_iter, tol, n_iter + 1, ((new - centroids) ** 2).sum())


@right(NAME)
def list_of_four(X, centroids, max_iter, tol):
    return list(for_with_break(X, centroids, max_iter, tol))


@wrong(NAME, "stale labels and inertia")
def no_last_labelling(X, centroids, max_iter, tol):
    for i in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        shift = ((new - centroids) ** 2).sum()
        centroids = new
        if shift <= tol:
            break
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "stale inertia")
def inertia_of_old_labels(X, centroids, max_iter, tol):
    for i in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        shift = ((new - centroids) ** 2).sum()
        centroids = new
        J = inertia(X, labels, centroids)
        if shift <= tol:
            break
    return centroids, assign_labels(X, centroids), J, i + 1


@wrong(NAME, "rounds from zero")
def counts_from_zero(X, centroids, max_iter, tol):
    result = for_with_break(X, centroids, max_iter, tol)
    return (*result[:3], result[3] - 1)


@wrong(NAME, "from one + rounds from zero")
def counts_from_zero_and_labels_from_one(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return centroids, labels + 1, J, n_iter - 1


@wrong(NAME, "first round only")
def previous_is_current(X, centroids, max_iter, tol):
    centroids = centroids.astype(float)
    for i in range(max_iter):
        previous = centroids
        labels = assign_labels(X, centroids)
        for j in range(len(centroids)):
            if (labels == j).any():
                centroids[j] = X[labels == j].mean(axis=0)
        if np.abs(centroids - previous).sum() <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "tol ignored")
def until_equal(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        same = np.allclose(new, centroids)
        centroids = new
        if same:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "never settled")
def always_all_rounds(X, centroids, max_iter, tol):
    for _ in range(max_iter):
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), max_iter


@wrong(NAME, "max_iter ignored")
def while_it_moves(X, centroids, max_iter, tol):
    n_iter, shift = 0, np.inf
    while shift > tol:
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = ((new - centroids) ** 2).sum(), new
        n_iter += 1
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong(NAME, "endless")
def never_counts(X, centroids, max_iter, tol):
    n_iter = 0
    while n_iter < max_iter:
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return centroids, assign_labels(X, centroids), 0.0, n_iter


@wrong(NAME, "one round too few")
def range_from_one(X, centroids, max_iter, tol):
    n_iter = 0
    for _ in range(1, max_iter):
        n_iter += 1
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = ((new - centroids) ** 2).sum(), new
        if shift <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong(NAME, "one round too many")
def less_or_equal_rounds(X, centroids, max_iter, tol):
    n_iter, shift = 0, np.inf
    while n_iter <= max_iter and shift > tol:
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = ((new - centroids) ** 2).sum(), new
        n_iter += 1
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong(NAME, "signed shift")
def moves_cancel(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = abs((new - centroids).sum()), new
        if shift <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "stops when moving")
def comparison_turned_round(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = ((new - centroids) ** 2).sum(), new
        if shift > tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "in place")
def starts_in_the_given_array(X, centroids, max_iter, tol):
    for i in range(max_iter):
        labels, old = assign_labels(X, centroids), centroids.copy()
        for j in np.unique(labels):
            centroids[j] = X[labels == j].mean(axis=0)
        if ((centroids - old) ** 2).sum() <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "nan on empty")
def nan_centroids(X, centroids, max_iter, tol):
    for i in range(max_iter):
        labels = assign_labels(X, centroids)
        new = np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])
        shift, centroids = ((new - centroids) ** 2).sum(), new
        if shift <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong(NAME, "number of values")
def three_values(X, centroids, max_iter, tol):
    return for_with_break(X, centroids, max_iter, tol)[:3]


@wrong(NAME, "previous centroids")
def returns_the_old_ones(X, centroids, max_iter, tol):
    for i in range(max_iter):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if ((centroids - old) ** 2).sum() <= tol:
            break
    labels = assign_labels(X, old)
    return old, labels, inertia(X, labels, old), i + 1


@wrong(NAME, "own start")
def starts_from_the_first_rows(X, centroids, max_iter, tol):
    return for_with_break(X, X[: len(centroids)], max_iter, tol)


@wrong(NAME, "sklearn")
def sklearn_fits(X, centroids, max_iter, tol):
    model = KMeans(len(centroids), init=centroids, n_init=1, max_iter=max_iter, tol=tol).fit(X)
    return model.cluster_centers_, model.labels_, model.inertia_, model.n_iter_


@wrong(NAME, "order of values")
def another_order(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return labels, centroids, J, n_iter


@wrong(NAME, "inertia mean")
def inertia_per_point(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return centroids, labels, J / len(X), n_iter


@wrong(NAME, "n_iter without last")
def settled_round_not_counted(X, centroids, max_iter, tol):
    n_iter = 0
    for _ in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        shift, centroids = ((new - centroids) ** 2).sum(), new
        if shift <= tol:
            break
        n_iter += 1
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


NAME = "MyKMeans"


@right(NAME)
class Straight:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def start(self, X):
        rng = np.random.default_rng(self.random_state)
        if isinstance(self.init, str):
            if self.init == "random":
                return init_random(X, self.n_clusters, rng)
            if self.init == "k-means++":
                return init_kmeans_plusplus(X, self.n_clusters, rng)
            raise ValueError(self.init)
        return np.asarray(self.init)

    def fit(self, X):
        result = for_with_break(X, self.start(X), self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


right(NAME)(PackageKMeans)


@right(NAME)
class AnEstimator(ClusterMixin, BaseEstimator):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(self, X, y=None):
        model = Straight(self.n_clusters, self.init, self.max_iter, self.tol, self.random_state)
        model.fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)


@right(NAME)
class AllInOne:
    def __init__(self, n_clusters, init="random", max_iter=100, tol=1e-4, random_state=0):
        self.n_clusters, self.init, self.max_iter, self.tol = n_clusters, init, max_iter, tol
        self.random_state = random_state

    def fit(self, X):
        self.k, rng = self.n_clusters, np.random.default_rng(self.random_state)
        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise ValueError("init?")
        if type(self.init) is not str:
            centers = np.array(self.init, dtype=float)
        elif self.init == "random":
            centers = X[rng.permutation(len(X))[: self.k]].astype(float)
        else:
            centers = [X[rng.integers(len(X))]]
            for _ in range(self.k - 1):
                gaps = ((X[:, None] - np.array(centers)) ** 2).sum(-1).min(1)
                centers.append(X[rng.choice(len(X), p=gaps / gaps.sum())])
            centers = np.array(centers, dtype=float)
        for n_iter in range(1, self.max_iter + 1):
            labels = ((X[:, None] - centers) ** 2).sum(-1).argmin(1)
            old = centers.copy()
            for j in range(self.k):
                if np.sum(labels == j):
                    centers[j] = X[labels == j].mean(0)
            if np.allclose(centers, old, atol=self.tol):
                break
        self.cluster_centers_, self.n_iter_ = centers, n_iter
        self.labels_ = self.predict(X)
        self.inertia_ = ((X - centers[self.labels_]) ** 2).sum()
        return self

    def predict(self, X):
        return ((X[:, None] - self.cluster_centers_) ** 2).sum(-1).argmin(1)

    def fit_predict(self, X):
        self.fit(X)
        return self.labels_


@right(NAME)
class OtherOrderOfArguments(Straight):
    def __init__(self, init="k-means++", random_state=None, tol=0.001, max_iter=10, n_clusters=3):
        super().__init__(n_clusters, init, max_iter, tol, random_state)


@wrong(NAME, "fit returns self")
class ForgetsSelf(Straight):
    def fit(self, X):
        super().fit(X)

    def fit_predict(self, X):
        self.fit(X)
        return self.labels_


@wrong(NAME, "predict")
class PredictsTheOldLabels(Straight):
    def predict(self, X):
        return self.labels_


@wrong(NAME, "fit_predict")
class FitPredictReturnsTheModel(Straight):
    def fit_predict(self, X):
        return self.fit(X)


@wrong(NAME, "arguments not stored")
class PartlyWritten:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters

    def fit(self, X): ...

    def predict(self, X): ...


@wrong(NAME, "attributes")
class NoUnderscores(Straight):
    def fit(self, X):
        self.centers, self.labels, self.inertia, self.n_iter = for_with_break(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong(NAME, "random state")
class ForgetsTheSeed(Straight):
    def start(self, X):
        self.random_state = None
        return super().start(X)


@wrong(NAME, "random state ignored")
class FixedSeed(Straight):
    def start(self, X):
        self.random_state = 42
        return super().start(X)


@wrong(NAME, "global random")
class SeedsTheWholeProgram(Straight):
    def start(self, X):
        if isinstance(self.init, str):
            np.random.seed(self.random_state)
            return X[np.random.choice(len(X), self.n_clusters, replace=False)]
        return self.init


@wrong(NAME, "init ignored")
class AlwaysRandom(Straight):
    def start(self, X):
        self.init = "random" if isinstance(self.init, str) else self.init
        return super().start(X)


@wrong(NAME, "max_iter ignored")
class NoLimit(Straight):
    def fit(self, X):
        self.max_iter = 1000
        return super().fit(X)


@wrong(NAME, "tol ignored")
class NoTolerance(Straight):
    def fit(self, X):
        self.tol = 1e-9
        return super().fit(X)


@wrong(NAME, "stale labels and inertia")
class StaleLabels(Straight):
    def fit(self, X):
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = no_last_labelling(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong(NAME, "from one")
class LabelsFromOne(Straight):
    def fit(self, X):
        super().fit(X)
        self.labels_ = self.labels_ + 1
        return self


@wrong(NAME, "sklearn")
class OnlyAShell(Straight):
    def fit(self, X):
        model = KMeans(self.n_clusters, init=self.init, n_init=1).fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self


@wrong(NAME, "truth of an array")
class OnlyNames(Straight):
    def start(self, X):
        if self.init == "random":
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return init_kmeans_plusplus(X, self.n_clusters, np.random.default_rng(0))


@wrong(NAME, "constructor")
class OtherNames:
    def __init__(self, k, iterations):
        self.k, self.iterations = k, iterations

    def fit(self, X):
        return self

    def predict(self, X):
        return np.zeros(len(X))

    def fit_predict(self, X):
        return self.fit(X).predict(X)


@wrong(NAME, "leftovers")
class GoesOnFromLastTime(Straight):
    def start(self, X):
        return getattr(self, "cluster_centers_", super().start(X))


@wrong(NAME, "in place")
class ChangesItsStart(Straight):
    def fit(self, X):
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = (
            starts_in_the_given_array(X, self.start(X), self.max_iter, self.tol)
        )
        return self
