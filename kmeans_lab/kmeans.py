"""`MyKMeans`: the steps of K-Means as one scikit-learn estimator."""

import warnings
from contextlib import nullcontext
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
from sklearn.utils import check_array, check_random_state
from sklearn.utils._param_validation import Interval, StrOptions
from sklearn.utils.validation import check_is_fitted, validate_data

from . import fast_steps, like_sklearn

FLOATS = [np.float64, np.float32]
POSITIVE = Interval(Integral, 1, None, closed="left")
DRAWS = {"random": like_sklearn.init_random, "k-means++": like_sklearn.init_kmeans_plusplus}


class MyKMeans(ClassNamePrefixFeaturesOutMixin, TransformerMixin, ClusterMixin, BaseEstimator):
    """K-Means clustering, written out: equal to `sklearn.cluster.KMeans`.

    `fit` finds, from the same start or the same `random_state`, the labels, the centres, the
    inertia and the number of rounds that `KMeans` with Lloyd's algorithm finds (whose `init` is
    "k-means++" unless it is told otherwise, and ours "random"). They can differ
    only where two centroids are equally near to a point but for rounding, as on small grids of
    integers or with duplicate points: there `KMeans` itself depends on its number of threads.
    With float32 data, `KMeans` adds up clusters in float32 and this class in float64.

    Parameters
    ----------
    n_clusters : int, default=8
        The number of clusters k.
    max_iter : int, default=300
        The largest number of rounds.
    init : {"random", "k-means++"}, array of shape (k, d) or callable, default="random"
        Where the centroids start: at points drawn at random, at points drawn far from each
        other (greedy k-means++), at the given places, or at what
        `init(X, n_clusters, random_state)` returns for the centred points.
    tol : float, default=1e-4
        Stop when the sum of the squared shifts of the centroids is <= `tol` times the mean
        variance of the columns of X, so that the units of X do not matter.
    random_state : int, RandomState instance or None, default=None
        Where the draws come from; an int makes them repeatable.
    n_init : "auto" or int, default="auto"
        How many starts to try; the one with the lowest inertia is kept. "auto" is 10 for
        "random" and callables, 1 for "k-means++" and arrays.

    Attributes
    ----------
    cluster_centers_ : array of shape (k, d)
        The centroids, of the dtype of X (float64 if X holds integers).
    labels_ : int32 array of shape (n,)
        The cluster of every point, from 0 to k - 1.
    inertia_ : float
        Sum of the squared distances from the points to their own centroids.
    n_iter_ : int
        The number of rounds done.
    n_features_in_ : int
        The number of columns d.

    References
    ----------
    Lloyd, "Least squares quantization in PCM", IEEE Trans. Information Theory 28 (1982).
    Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007.
    Hamerly, "Making k-means even faster", SDM 2010: how `fit` knows which points cannot change.
    """

    # What each argument may be; scikit-learn's `_validate_params` words the error if it is not.
    _parameter_constraints = {
        "n_clusters": [POSITIVE],
        "max_iter": [POSITIVE],
        "init": [StrOptions(set(DRAWS)), callable, "array-like"],
        "tol": [Interval(Real, 0, None, closed="left")],
        "random_state": ["random_state"],
        "n_init": [StrOptions({"auto"}), POSITIVE],
    }

    def __init__(
        self, n_clusters=8, max_iter=300, init="random", tol=1e-4, random_state=None, n_init="auto"
    ):
        self.n_clusters = n_clusters
        self.max_iter = max_iter
        self.init = init
        self.tol = tol
        self.random_state = random_state
        self.n_init = n_init

    def fit(self, X, y=None, *, visualize=False):
        """Find the clusters of X.

        Parameters
        ----------
        X : array-like of shape (n, d)
            The points, n >= `n_clusters`. They are not changed.
        y : ignored
        visualize : bool, default=False
            Show the run from the best start in a `StepPlayer`: two half-steps a round.

        Returns
        -------
        self : MyKMeans
        """
        X = self._check(X)
        rng = check_random_state(self.random_state)
        mean = X.mean(axis=0)  # Numbers around 0 lose the least to rounding.
        rows = fast_steps.as_rows(X, mean)
        best = None
        for _ in range(self._n_starts()):
            start = self._start(rows[:, :-1], mean, rng)
            run = fast_steps.Lloyd(rows, start, visualize).run(self.max_iter, self.tol)
            # Rounding alone must not replace a clustering by the same one.
            if best is None or (
                run.inertia < best.inertia
                and not like_sklearn.same_partition(run.labels, best.labels)
            ):
                best = run
        self._keep(best.centroids + mean, best.labels, best.inertia, best.n_iter)
        n_found = np.count_nonzero(np.bincount(self.labels_))
        if n_found < self.n_clusters:
            warnings.warn(
                f"Number of distinct clusters ({n_found}) found smaller than n_clusters "
                f"({self.n_clusters}). Possibly due to duplicate points in X.",
                ConvergenceWarning,
                stacklevel=2,
            )
        if visualize:
            from .player.fitted import show_rounds  # only here: nothing is loaded without need

            rounds = [(centroids + mean, labels) for centroids, labels in best.history]
            show_rounds(X, rounds, self.labels_, f"{type(self).__name__}, k = {self.n_clusters}")
        return self

    def predict(self, X):
        """Label new points with their nearest centroid: int32 array of shape (n,)."""
        return self.assign_labels(self._check_new(X), self.cluster_centers_)

    def transform(self, X):
        """Return the distances from points to centroids, an array of shape (n, k)."""
        return euclidean_distances(self._check_new(X), self.cluster_centers_)

    def score(self, X, y=None):
        """Return minus the inertia of X: higher is better, as scikit-learn wants scores."""
        X = self._check_new(X)
        labels = self.assign_labels(X, self.cluster_centers_)
        return -fast_steps.inertia(X, labels, self.cluster_centers_)

    def initialize(self, X):
        """Place the centroids and label the points X, (n, d): the state before the first round.

        Then call `recompute_centroids` as often as you like. Like this method it returns the
        estimator, whose `cluster_centers_`, `labels_` and `inertia_` belong together.
        """
        X = self._check(X)
        mean = X.mean(axis=0)
        start = self._start(X - mean, mean, self.random_state) + mean
        return self._stand_at(X, start, n_iter=0)

    def recompute_centroids(self, X):
        """Do one round by hand, with the X of `initialize`: move the centroids, label anew."""
        X = self._check_new(X)
        if len(X) != len(self.labels_):
            raise ValueError(
                f"X must be what initialize got, {len(self.labels_)} points, got {len(X)}."
            )
        mean, centroids = X.mean(axis=0), self.cluster_centers_
        rows = fast_steps.as_rows(X, mean)
        totals = fast_steps.add_up(rows, self.labels_, len(centroids))
        moved = fast_steps.means(rows, self.labels_, centroids - mean, totals)
        return self._stand_at(X, moved + mean, self.n_iter_ + 1)

    @staticmethod
    def init_centroids(X, n_clusters, random_state=None, init="random"):
        """Choose starting centroids, an array of shape (n_clusters, d).

        Parameters are those of the class. `X` is array-like of shape (n, d), n >= `n_clusters`.
        """
        X = _as_floats(X)
        rng = check_random_state(random_state)
        if len(X) < n_clusters:
            raise ValueError(f"n_samples={len(X)} should be >= n_clusters={n_clusters}.")
        if isinstance(init, str) and init in DRAWS:
            return DRAWS[init](X, n_clusters, rng)
        if isinstance(init, str):
            raise ValueError(
                f"init must be 'random', 'k-means++', an array or a callable, got {init!r}."
            )
        start = init(X, n_clusters, random_state=rng) if callable(init) else init
        start = check_array(start, dtype=X.dtype, copy=True)  # the caller's array stays his
        names = "number of clusters", "number of features of the data"
        for size, wanted, name in zip(start.shape, (n_clusters, X.shape[1]), names):
            if size != wanted:
                raise ValueError(
                    f"The shape of the initial centers {start.shape} does not match "
                    f"the {name} {wanted}."
                )
        return start

    @staticmethod
    def assign_labels(X, centroids):
        """Label every point with its nearest centroid, of equally near ones the lowest.

        `X` is array-like of shape (n, d), `centroids` of shape (k, d); the labels are (n,) int32.
        """
        X, centroids = _as_floats(X), _as_floats(centroids)
        if centroids.shape[1] != X.shape[1]:
            raise ValueError(
                f"centroids must have the {X.shape[1]} columns of X, got {centroids.shape[1]}."
            )
        small = X.size * len(centroids) < fast_steps.SMALL
        with nullcontext() if small else fast_steps.one_blas_thread():
            return fast_steps.assign_labels_blocks(X, centroids).astype(np.int32)

    @property
    def _n_features_out(self):
        return len(self.cluster_centers_)

    def _check(self, X):
        self._validate_params()
        return validate_data(self, X, dtype=FLOATS, order="C")

    def _check_new(self, X):
        check_is_fitted(self)
        return validate_data(self, X, reset=False, dtype=FLOATS, order="C")

    def _start(self, centred, mean, rng):
        # Centroids that are given are in the units of X; those that are drawn are centred.
        start = self.init_centroids(centred, self.n_clusters, rng, self.init)
        return start - mean if self._has_given_centroids() else start

    def _has_given_centroids(self):
        return not isinstance(self.init, str) and not callable(self.init)

    def _n_starts(self):
        given = self._has_given_centroids()
        if self.n_init == "auto":
            return 1 if given or self.init == "k-means++" else 10
        if given and self.n_init != 1:
            warnings.warn(
                "Explicit initial center position passed: performing only one init in "
                f"{type(self).__name__} instead of n_init={self.n_init}.",
                RuntimeWarning,
                stacklevel=3,
            )
        return 1 if given else self.n_init

    def _stand_at(self, X, centroids, n_iter):
        labels = self.assign_labels(X, centroids)
        return self._keep(centroids, labels, fast_steps.inertia(X, labels, centroids), n_iter)

    def _keep(self, centroids, labels, inertia, n_iter):
        self.cluster_centers_, self.labels_ = centroids, labels.astype(np.int32)
        self.inertia_, self.n_iter_ = inertia, n_iter
        return self


def _as_floats(X):
    """Return X as a float array, or raise a ValueError that says what is wrong with it."""
    # The full check costs more than a whole round on small data. So a float array without NaN or
    # infinity, whose sum is finite then, passes without.
    if isinstance(X, np.ndarray) and X.dtype in FLOATS and X.ndim == 2 and np.isfinite(X.sum()):
        return X
    return check_array(X, dtype=FLOATS)
