"""MyKMeans in its simplest form, the steps put together: the answer to an exercise.

`kmeans_lab.MyKMeans` is the same algorithm made fast, checked and equal to scikit-learn's.
"""

import numpy as np

from .steps import assign_labels, init_kmeans_plusplus, init_random, lloyd


class MyKMeans:
    """K-Means clustering with the steps of this series.

    Parameters
    ----------
    n_clusters : int
        The number of clusters.
    init : "random", "k-means++" or array of shape (n_clusters, d)
        How the first centroids are chosen, or the centroids themselves.
    max_iter : int
        The largest number of rounds.
    tol : float
        Stop when a round moves the centroids by no more than this, see `lloyd`.
    random_state : int or None
        The seed of the random draws.

    Attributes
    ----------
    cluster_centers_, labels_, inertia_, n_iter_
        The result of `fit`, as `lloyd` returns it.
    """

    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(self, X):
        """Find the centroids of `X` and return the model itself."""
        X = np.asarray(X)
        rng = np.random.default_rng(self.random_state)
        start = self.init
        if isinstance(self.init, str) and self.init == "random":
            start = init_random(X, self.n_clusters, rng)
        elif isinstance(self.init, str) and self.init == "k-means++":
            start = init_kmeans_plusplus(X, self.n_clusters, rng)
        if np.shape(start) != (self.n_clusters, X.shape[1]):
            raise ValueError(
                "init must be 'random', 'k-means++' or an array of shape "
                f"(n_clusters, columns of X), got {self.init!r}"
            )
        result = lloyd(X, start, self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self

    def predict(self, X):
        """Label every row of `X` with the nearest of the centroids found by `fit`."""
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        """Find the centroids of `X` and return the labels of its rows."""
        return self.fit(X).labels_
