"""K-Means on a Dask array: the two steps as map and reduce over blocks of rows.

Each block of rows is looked at where it lies, and hands back a few numbers. So the data need
never lie in one memory. `block_summary` is the map, `combine_summaries` the reduce; both are
plain NumPy.
"""

import sys

import numpy as np

from .steps import squared_distances, weighted_choice


def block_summary(X_block, centroids):
    """Sum up what one round needs to know about one block of rows.

    Parameters
    ----------
    X_block : array of shape (m, d)
        Some of the points, none at all perhaps; floats or integers.
    centroids : array of shape (k, d)
        The centroids; floats or integers.

    Returns
    -------
    sums : new float array of shape (k, d)
        For every cluster the sum of its points in this block, zeros if it has none.
    counts : new integer array of shape (k,)
        For every cluster the number of its points in this block. (Floats would do as well.)
    inertia : float
        Sum of the squared distances from these points to their nearest centroids, with all its
        digits.
    """
    labels = nearest_centroids(X_block, centroids)
    members = labels == np.arange(len(centroids))[:, np.newaxis]  # (k, m): one row a cluster
    sums = members.astype(float) @ X_block
    differences = centroids[labels] - X_block
    return sums, members.sum(axis=1), float(np.vdot(differences, differences))


def combine_summaries(sums, counts, inertias, centroids):
    """Finish one round: move the centroids to the means of all points of all blocks.

    Parameters
    ----------
    sums : array of shape (b, k, d)
        The sums of b blocks, from `block_summary`.
    counts : array of shape (b, k)
        Their counts.
    inertias : array of shape (b,)
        Their inertias.
    centroids : array of shape (k, d)
        The centroids before the move. A cluster without points in any block keeps its row.

    Returns
    -------
    new_centroids : new float array of shape (k, d)
        The centroids after the move.
    inertia : float
        The inertia of all points, before the move, with all its digits.
    """
    totals, sizes = sums.sum(axis=0), counts.sum(axis=0)[:, np.newaxis]
    new_centroids = np.where(sizes > 0, totals / np.maximum(sizes, 1), centroids)
    return new_centroids, float(inertias.sum())


def lloyd(X, centroids, max_iter, tol):
    """Do what `steps.lloyd` does, on a Dask array; the labels stay unmade, for they are n long.

    It goes over the data once a round, and once more for the inertia at the end.

    Parameters
    ----------
    X : dask.array.Array of shape (n, d)
        The points, in blocks of known sizes, n >= k.
    centroids : array of shape (k, d)
        Where the centroids start. A cluster that becomes empty keeps its centroid, unlike in
        `MyKMeans`, where it takes over the point farthest away.
    max_iter : int
        The largest number of rounds.
    tol : float
        Stop after a round whose shift, the sum of the squared moves, is <= `tol`, in squared
        units of X.

    Returns
    -------
    centroids : float array of shape (k, d)
        The centroids after the last round.
    inertia : float
        The inertia of the returned centroids.
    n_iter : int
        The rounds done.

    Raises
    ------
    ValueError
        If X is no Dask array of two dimensions and known chunk sizes, has fewer than k rows, or
        holds NaN or infinity; or if the centroids do not fit.
    """
    centroids = np.array(centroids, dtype=float)
    if centroids.ndim != 2 or not np.isfinite(centroids).all():
        raise ValueError(f"centroids must be finite numbers of shape (k, d), got {centroids}.")
    X = _check(X, len(centroids))
    if centroids.shape[1] != X.shape[1]:
        raise ValueError(
            f"centroids must have the {X.shape[1]} columns of X, got {centroids.shape[1]}."
        )
    n_iter, shift = 0, np.inf
    moved, inertia = combine_summaries(*_summaries(X, centroids), centroids)
    while n_iter < max_iter and shift > tol:
        shift = ((moved - centroids) ** 2).sum()
        centroids, n_iter = moved, n_iter + 1
        moved, inertia = combine_summaries(*_summaries(X, centroids), centroids)
    return centroids, inertia, n_iter


def init_kmeans_parallel(X, n_clusters, rng, n_rounds=5):
    """Choose points that lie far from each other as the first centroids, by k-means||.

    k-means++ goes over the data once for every centroid. This draws about 2 x `n_clusters` points
    in each of a few rounds, every point with a probability proportional to its squared distance
    to the nearest one drawn before. It weighs each by the points that are nearest to it, and
    chooses `n_clusters` of them by k-means++ with these weights, the best of ten tries.

    Parameters
    ----------
    X : dask.array.Array of shape (n, d)
        The points, in blocks of known sizes, with at least `n_clusters` distinct rows.
    n_clusters : int
        How many centroids to choose.
    rng : numpy.random.Generator
        Where the draws come from. Other blocks, other draws.
    n_rounds : int, default=5
        How often to draw. It goes over the data once a round, and once more for the weights.

    Returns
    -------
    centroids : array of shape (n_clusters, d)
        Rows of X.

    Raises
    ------
    ValueError
        As `lloyd`, or if X has fewer than `n_clusters` distinct rows.

    References
    ----------
    Bahmani, Moseley, Vattani, Kumar and Vassilvitskii, "Scalable K-Means++", PVLDB 5 (2012).
    """
    X = _check(X, n_clusters)
    first = int(rng.integers(X.shape[0]))
    candidates, cost = X[first : first + 1].compute(), np.inf
    while n_rounds > 0 or (len(candidates) < n_clusters and cost > 0):
        drawn, cost = _draw(X, candidates, 2 * n_clusters, int(rng.integers(2**32)))
        candidates = np.unique(np.vstack([candidates, drawn]), axis=0)
        n_rounds -= 1
    if len(candidates) < n_clusters:
        raise ValueError(
            f"X must have at least n_clusters={n_clusters} distinct rows, got {len(candidates)}."
        )
    counts = _summaries(X, candidates)[1].sum(axis=0)
    weights = np.maximum(counts, 1)
    tries = [_weighted_plusplus(candidates, weights, n_clusters, rng) for _ in range(10)]
    costs = [weights @ squared_distances(candidates, start).min(axis=1) for start in tries]
    return tries[int(np.argmin(costs))]


def nearest_centroids(X_block, centroids):
    """Label every point with its nearest centroid, by one matrix product."""
    middle = centroids.mean(axis=0)  # around it numbers are small and lose the least
    centred = centroids - middle
    scores = (centred * (centroids + middle)).sum(axis=1) - X_block @ (2 * centred.T)
    return scores.argmin(axis=1)


def _draw(X, candidates, n_wanted, seed):
    """Draw about `n_wanted` far points; return them and the sum of all squared distances."""
    parts = _on_blocks(
        lambda block, i: _draw_from_block(block, candidates, n_wanted, [seed, i]), X
    )
    rows, reaches, costs = zip(*parts)
    cost = _finite(np.array(costs), X).sum()
    drawn = np.concatenate(reaches) > cost / n_wanted
    return np.vstack(rows)[drawn], cost


def _draw_from_block(X_block, candidates, n_wanted, seed):
    """Hand over each point that may be drawn, with its reach, and the block's cost.

    A point is drawn if ``dart < n_wanted * closest / cost``, that is, if its reach
    ``closest / dart`` is larger than ``cost / n_wanted``. The cost of all blocks is known only
    afterwards. But it is no less than that of this block: what falls short of that is out.
    """
    labels = nearest_centroids(X_block, candidates)
    closest = ((X_block - candidates[labels]) ** 2).sum(axis=1)
    reach = closest / (1 - np.random.default_rng(seed).random(len(X_block)))  # darts > 0
    possible = reach > closest.sum() / n_wanted
    return X_block[possible], reach[possible], closest.sum()


def _weighted_plusplus(X, weights, n_clusters, rng):
    chosen = [weighted_choice(weights, rng)]
    while len(chosen) < n_clusters:
        nearest = squared_distances(X, X[chosen]).min(axis=1)
        chosen.append(weighted_choice(weights * nearest, rng))
    return X[chosen]


def _summaries(X, centroids):
    """Return the sums, counts and inertias of all blocks, stacked."""
    parts = _on_blocks(lambda block, i: block_summary(block, centroids), X)
    sums, counts, inertias = map(np.array, zip(*parts))
    return sums, counts, _finite(inertias, X)


def _on_blocks(function, X):
    """Return what ``function(block, i)`` gives for each block of rows, called where it lies."""
    import cloudpickle
    import dask

    # Send the functions themselves: then workers need NumPy, but not this package.
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    task = dask.delayed(function, pure=False)
    blocks = X.to_delayed().ravel()
    return dask.compute(*(task(block, i) for i, block in enumerate(blocks)))


def _check(X, n_clusters):
    """Return X with its columns in one piece, or raise a ValueError that says what is wrong."""
    import dask.array as da

    if not isinstance(X, da.Array) or X.ndim != 2:
        raise ValueError(
            "X must be a Dask array of shape (n, d), for example "
            f"dask.array.from_array(X, chunks=(10_000, -1)), got {type(X)} of shape "
            f"{np.shape(X)}."
        )
    if np.isnan(X.shape).any():
        raise ValueError(
            f"X must have blocks of known sizes, got shape {X.shape}. "
            "X.compute_chunk_sizes() finds them out."
        )
    if not 1 <= n_clusters <= X.shape[0]:
        raise ValueError(
            f"n_clusters must be from 1 to the number of rows of X, {X.shape[0]}, "
            f"got {n_clusters}."
        )
    return X.rechunk({1: -1})


def _finite(sums, X):
    """Return one sum of squares for each block, or say which block holds what is no number."""
    bad = np.flatnonzero(~np.isfinite(sums))
    if bad.size:
        ends = np.cumsum(X.chunks[0])
        raise ValueError(
            "X must hold finite numbers, with finite squares, got others in block "
            f"{bad[0]}, rows {ends[bad[0]] - X.chunks[0][bad[0]]} to "
            f"{ends[bad[0]] - 1}."
        )
    return sums
