"""Questions that catch wrong programs, and three cures: what the debugging clinic asks for."""

import numpy as np

from .steps import squared_distances


def inertia_never_rises(history):
    """Tell whether no value of a run's inertia is larger than the one before.

    Parameters
    ----------
    history : sequence of floats
        The inertia after each round, at least one. A rise by no more than 1e-9 of the value
        before it is rounding.

    Returns
    -------
    healthy : bool
        False as well if there is a NaN, which is neither larger nor smaller than anything.
    """
    before, after = np.array(history[:-1]), np.array(history[1:])
    return bool(np.all(after <= before * (1 + 1e-9)) and not np.isnan(history).any())


def centroids_are_means(X, labels, centroids):
    """Tell whether every centroid is the mean of its cluster, but for rounding.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    labels : integer array of shape (n,)
        The cluster of every point.
    centroids : array of shape (k, d)
        The centroids. That of an empty cluster may lie anywhere.

    Returns
    -------
    healthy : bool
        False as well if there is a NaN.
    """
    for j, centroid in enumerate(centroids):
        members = X[labels == j]
        if len(members) > 0 and not np.allclose(centroid, members.mean(axis=0)):
            return False
    return not np.isnan(centroids).any()


def changes_nothing(step, X, labels, centroids):
    """Tell whether a step leaves the arrays that it is given as they were.

    Parameters
    ----------
    step : callable
        ``step(X, labels, centroids)``. It is given copies, so the caller's arrays are safe.
    X : array of shape (n, d)
        The points.
    labels : integer array of shape (n,)
        The cluster of every point.
    centroids : array of shape (k, d)
        The centroids.

    Returns
    -------
    healthy : bool
    """
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    return all(map(np.array_equal, given, (X, labels, centroids)))


def same_seed_same_result(run, seed):
    """Tell whether a program gives the same result twice from the same seed.

    Parameters
    ----------
    run : callable
        ``run(seed)`` returns an array.
    seed : int
        The seed for both runs.

    Returns
    -------
    healthy : bool
    """
    first, second = run(seed), run(seed)
    return np.array_equal(first, second)


def contains_row(rows, row):
    """Tell whether a row is one of the rows of an array.

    Parameters
    ----------
    rows : array of shape (n, d)
        Where to look. It may have no rows.
    row : array of shape (d,)
        What to look for. All its numbers must agree.

    Returns
    -------
    found : bool
    """
    return bool((rows == row).all(axis=1).any())


def best_of(run, n_init, rng):
    """Run K-Means several times and keep the run with the lowest inertia.

    Parameters
    ----------
    run : callable
        ``run(rng)`` draws a start and returns (centroids, labels, inertia, n_iter), as `lloyd`.
    n_init : int
        How many runs, at least one.
    rng : numpy.random.Generator
        Where all runs draw from, one after the other.

    Returns
    -------
    centroids, labels, inertia, n_iter
        Of the best run.
    """
    results = [run(rng) for _ in range(n_init)]
    return min(results, key=lambda result: result[2])


def best_candidate(X, chosen, candidates):
    """Choose the candidate that makes the best further centroid: a step of greedy k-means++.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    chosen : array of shape (m, d)
        The centroids so far, at least one.
    candidates : array of shape (c, d)
        Points that could become the next one.

    Returns
    -------
    index : int
        The row of `candidates` with which the seeding cost, the sum of the squared distances to
        the nearest centroid, becomes lowest; of several, the first.

    References
    ----------
    Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007, mention
    the greedy variant at their end.
    """
    costs = []
    for candidate in candidates:
        distances = squared_distances(X, np.vstack([chosen, candidate]))
        costs.append(distances.min(axis=1).sum())
    return int(np.argmin(costs))
