"""The steps of K-Means, one plain function each, in NumPy alone.

Shapes are the same everywhere: `X` is (n, d), one point a row, floats or integers;
`centroids` is (k, d), one centroid a row, floats or integers; `labels` is (n,), and `labels[i]`
is the row of `centroids` that point `i` belongs to, counted from 0. Every random draw comes from
the NumPy Generator `rng` that the caller hands in. No function changes what it is given.
"""

import numpy as np


def squared_distances(X, centroids):
    """Squared Euclidean distance from every point to every centroid.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    centroids : array of shape (k, d)
        The centroids.

    Returns
    -------
    distances : new float array of shape (n, k)
        `distances[i, j]` is the squared distance from point i to centroid j. (If `X` and
        `centroids` are integers, integers would do as well.)
    """
    X = np.asarray(X, dtype=float)  # differences of unsigned integers would wrap around
    centroids = np.asarray(centroids, dtype=float)
    differences = X[:, np.newaxis, :] - centroids[np.newaxis, :, :]
    return (differences**2).sum(axis=2)


def assign_labels(X, centroids):
    """Label every point with its nearest centroid.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    centroids : array of shape (k, d)
        The centroids.

    Returns
    -------
    labels : new integer array of shape (n,)
        The index of the nearest centroid; of several exactly equally near, the lowest.
    """
    return squared_distances(X, centroids).argmin(axis=1)


def recompute_centroids(X, labels, centroids):
    """Move every centroid to the mean of its cluster.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    labels : integer array of shape (n,)
        The cluster of every point.
    centroids : array of shape (k, d)
        The centroids before the move. An empty cluster has no mean: it keeps its row.

    Returns
    -------
    new_centroids : new float array of shape (k, d)
        The centroids after the move, even if nothing moves.
    """
    new_centroids = np.array(centroids, dtype=float)
    for j in range(len(new_centroids)):
        members = X[labels == j]
        if len(members) > 0:
            new_centroids[j] = members.mean(axis=0)
    return new_centroids


def inertia(X, labels, centroids):
    """Sum of the squared distances from the points to their own centroids.

    It is also called WCSS, the within-cluster sum of squares.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    labels : integer array of shape (n,)
        The cluster of every point.
    centroids : array of shape (k, d)
        The centroids.

    Returns
    -------
    inertia : float
        In squared units of X, with all its digits.
    """
    own_centroids = np.asarray(centroids, dtype=float)[labels]
    return float(((X - own_centroids) ** 2).sum())


def init_random(X, n_clusters, rng):
    """Choose different points, all with the same chance, as the first centroids.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    n_clusters : int
        How many centroids to choose, n at most.
    rng : numpy.random.Generator
        Where every draw comes from.

    Returns
    -------
    centroids : array of shape (n_clusters, d)
        Rows of X in any order, no index twice; two rows with equal values are two rows.

    Raises
    ------
    ValueError
        If X has fewer than `n_clusters` rows.
    """
    chosen = rng.choice(len(X), size=n_clusters, replace=False)
    return X[chosen]


def weighted_choice(weights, rng):
    """Draw an index with a probability proportional to its weight.

    Parameters
    ----------
    weights : array of shape (n,)
        Not negative, at least one of them positive. An index of weight 0 is never drawn, even if
        a random number is exactly 0.
    rng : numpy.random.Generator
        Where every draw comes from.

    Returns
    -------
    index : int
        From 0 to n - 1.

    Raises
    ------
    ValueError
        If a weight is negative, infinite or NaN, or if none is positive.
    """
    weights = np.asarray(weights, dtype=float)
    if not (np.all(weights >= 0) and 0 < weights.sum() < np.inf):
        raise ValueError(f"weights must be finite, >= 0 and not all 0, got {weights}")
    # Lay the weights end to end on a line, and throw a dart at it: where does it land?
    ends = weights.cumsum()
    dart = rng.random() * ends[-1]
    # side="right": a dart on a border hits the next piece, so a piece of length 0 is never hit.
    return int(np.searchsorted(ends, dart, side="right"))


def init_kmeans_plusplus(X, n_clusters, rng):
    """Choose points that lie far from each other as the first centroids (k-means++).

    The first is drawn uniformly; two rows with equal values are two rows. Each further one is
    drawn with a probability proportional to its squared distance to the nearest centroid chosen
    so far, so never if that is 0. Written without scikit-learn.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    n_clusters : int
        How many centroids to choose, at most the number of distinct rows of X.
    rng : numpy.random.Generator
        Where every draw comes from.

    Returns
    -------
    centroids : array of shape (n_clusters, d)
        Rows of X, in the order drawn.

    Raises
    ------
    ValueError
        If X has fewer than `n_clusters` distinct rows: then every weight is 0 at some draw.

    References
    ----------
    Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007.
    """
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < n_clusters:
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        chosen.append(weighted_choice(nearest, rng))
    return X[chosen]


def lloyd(X, centroids, max_iter, tol):
    """Label the points, move the centroids, and repeat until the centroids hardly move.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    centroids : array of shape (k, d)
        Where the centroids start.
    max_iter : int
        The largest number of rounds, 1 or more. One round labels every point, then moves the
        centroids. A cluster without points keeps its centroid.
    tol : float
        Stop after a round whose shift is <= `tol`. The shift is the sum over all centroids of
        the squared distance moved, in squared units of X. `tol=0` stops when nothing moves.

    Returns
    -------
    centroids : float array of shape (k, d)
        The centroids after the last round.
    labels : integer array of shape (n,)
        The nearest of the returned centroids for every point.
    inertia : float
        The inertia of the returned labels and centroids.
    n_iter : int
        The rounds done, the last one included.

    References
    ----------
    Lloyd, "Least squares quantization in PCM", IEEE Trans. Information Theory 28 (1982).
    """
    centroids = np.array(centroids, dtype=float)
    n_iter, shift = 0, np.inf
    while n_iter < max_iter and shift > tol:
        labels = assign_labels(X, centroids)
        new_centroids = recompute_centroids(X, labels, centroids)
        shift = ((new_centroids - centroids) ** 2).sum()
        centroids = new_centroids
        n_iter += 1
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter
