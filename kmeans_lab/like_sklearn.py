"""What is here only to draw, to round and to decide exactly as scikit-learn's KMeans does.

Nothing of it belongs to the idea of K-Means. `steps.py` goes simpler ways.
"""

import numpy as np
from sklearn.metrics import euclidean_distances


def init_random(X, n_clusters, rng):
    """As `steps.init_random`, but with p: without it, `choice` draws other points."""
    uniform = np.ones(len(X), X.dtype) / len(X)
    return X[rng.choice(len(X), size=n_clusters, replace=False, p=uniform)]


def init_kmeans_plusplus(X, n_clusters, rng):
    """As `steps.init_kmeans_plusplus`, but greedy, the best of several draws each time.

    Every further centroid is the one of 2 + int(ln(n_clusters)) candidates that brings the
    points nearest: with it their potential, the sum of the squared distances, is the lowest. The
    sums are products with ones and the distances those of scikit-learn, to round as it does.
    """
    ones, norms = np.ones((len(X), 1), X.dtype), np.einsum("ij,ij->i", X, X)
    chosen = [rng.choice(len(X), p=ones[:, 0] / len(X))]
    closest = euclidean_distances(X[chosen], X, Y_norm_squared=norms, squared=True)
    potential = closest @ ones[:, 0]
    while len(chosen) < n_clusters:
        darts = rng.uniform(size=2 + int(np.log(n_clusters))) * potential
        # Rounding can put a dart beyond the last end: then it hits the last point.
        candidates = np.searchsorted(np.cumsum(closest), darts).clip(None, len(X) - 1)
        distances = euclidean_distances(X[candidates], X, Y_norm_squared=norms, squared=True)
        np.minimum(distances, closest, out=distances)
        potentials = distances @ ones
        best = potentials.argmin()
        chosen.append(candidates[best])
        closest, potential = distances[best], potentials[best]
    return X[chosen]


def fill_empty_clusters(rows, labels, distances, totals):
    """Give each empty cluster one of the points farthest from their centroids.

    `rows` and `totals` are those of `fast_steps`, `distances` are (n,), squared. Returns new
    totals, for only the centroids take over a point: the labels, and so their totals, stay.
    """
    totals = totals.copy()
    empty = np.flatnonzero(totals[:, -1] == 0)
    if distances.max() > 0:
        farthest = np.argpartition(distances, -len(empty))[: -len(empty) - 1 : -1]
        for j, i in zip(empty, farthest):
            totals[labels[i]] -= rows[i]
            totals[j] = rows[i]
    # Fewer distinct points than clusters: copy the largest cluster. A quirk: scikit-learn divides
    # the sums one after the other, so a cluster further on is copied before it becomes a mean.
    still_empty, largest = np.flatnonzero(totals[:, -1] == 0), totals[:, -1].argmax()
    totals[still_empty] = totals[largest]
    totals[still_empty[still_empty < largest], -1] = 1
    return totals


def same_partition(labels, others):
    """Tell whether each cluster of `labels` lies in one cluster of `others`.

    Where both have as many clusters, they group the points alike, whatever the names.
    """
    partner = np.empty(labels.max() + 1, others.dtype)
    partner[labels] = others
    return np.array_equal(partner[labels], others)
