"""One step of K-Means, label every point with its nearest centroid, in nine ways.

`X` is (n, d), `centroids` is (k, d), and the answer is (n,) integers from 0 to k - 1; of several
equally near centroids the lowest wins. Each docstring says how many bytes are allocated at most,
the answer included and the arguments not, and how many operations on whole arrays there are:
each of them is one call from Python into NumPy.

All give the same labels wherever rounding does not decide. Then two centroids are equally near
but for the last digits, and the ways add up in different orders. With whole numbers nothing is
rounded, so that ties, too, fall alike. Only `assign_labels_sklearn` rounds in proportion to the
distance from 0 and not to that between the points: far from 0 it can be wrong.

Two of the nine, the matrix product and blocks, stand in `fast_steps`, for `MyKMeans` uses them.
"""

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.metrics import pairwise_distances_argmin

from .fast_steps import assign_labels_blocks, assign_labels_matrix_product
from .steps import squared_distances


def assign_labels_nested_loops_iterate_rows(X, centroids):
    """Look at the points one after the other, and remember the nearest centroid so far.

    Bytes: 8 n. Operations on arrays: 0.
    """
    X, centroids = _as_floats(X, centroids)
    labels = np.zeros(len(X), dtype=int)
    for i in range(len(X)):
        nearest = np.inf
        for j in range(len(centroids)):
            distance = _squared_distance(X[i], centroids[j])
            if distance < nearest:
                nearest, labels[i] = distance, j
    return labels


def assign_labels_nested_loops_iterate_centroids(X, centroids):
    """Fill a table with all distances, one centroid after the other, and search its rows.

    Bytes: 8 n k + 8 n. Operations on arrays: 1.
    """
    X, centroids = _as_floats(X, centroids)
    distances = np.empty((len(X), len(centroids)))
    for j in range(len(centroids)):
        for i in range(len(X)):
            distances[i, j] = _squared_distance(X[i], centroids[j])
    return distances.argmin(axis=1)


def assign_labels_one_loop_iterate_rows(X, centroids):
    """Measure from one point to all centroids at once.

    Bytes: 8 n + 16 k d. Operations on arrays: 4 n.
    """
    X, centroids = _as_floats(X, centroids)
    labels = np.zeros(len(X), dtype=int)
    for i in range(len(X)):
        differences = X[i] - centroids
        labels[i] = (differences**2).sum(axis=1).argmin()
    return labels


def assign_labels_one_loop_iterate_centroids(X, centroids):
    """Measure from all points at once to one centroid.

    Bytes: 8 n k + 16 n d + 8 n. Operations on arrays: 3 k + 1.
    """
    X, centroids = _as_floats(X, centroids)
    distances = np.empty((len(X), len(centroids)))
    for j in range(len(centroids)):
        differences = X - centroids[j]
        distances[:, j] = (differences**2).sum(axis=1)
    return distances.argmin(axis=1)


def assign_labels_broadcasting(X, centroids):
    """Measure from all points to all centroids at once: `steps.assign_labels`.

    Bytes: 16 n k d + 8 n k. Operations on arrays: 4.
    """
    return squared_distances(X, centroids).argmin(axis=1)


def assign_labels_cdist(X, centroids):
    """Let SciPy measure all distances, in a loop written in C++.

    Bytes: 8 n k + 8 n. Operations on arrays: 2.
    """
    return cdist(X, centroids, "sqeuclidean").argmin(axis=1)


def assign_labels_sklearn(X, centroids):
    """Let scikit-learn do it: matrix products in blocks, written in Cython, a thread per core.

    Bytes: 8 n and some blocks. Operations on arrays: 1.
    """
    return pairwise_distances_argmin(X, centroids)


#: The nine ways, from nested loops to the libraries, under the names that plots show.
STRATEGIES = {
    "nested loops, rows": assign_labels_nested_loops_iterate_rows,
    "nested loops, centroids": assign_labels_nested_loops_iterate_centroids,
    "one loop, rows": assign_labels_one_loop_iterate_rows,
    "one loop, centroids": assign_labels_one_loop_iterate_centroids,
    "broadcasting": assign_labels_broadcasting,
    "matrix product": assign_labels_matrix_product,
    "blocks": assign_labels_blocks,
    "SciPy": assign_labels_cdist,
    "scikit-learn": assign_labels_sklearn,
}


def _as_floats(X, centroids):
    """Return both as floats: differences of small integers can wrap around."""
    return np.asarray(X, dtype=float), np.asarray(centroids, dtype=float)


def _squared_distance(x, centroid):
    """Add up coordinate by coordinate, without NumPy's help."""
    distance = 0.0
    for a, b in zip(x.tolist(), centroid.tolist()):
        distance += (a - b) * (a - b)
    return distance
