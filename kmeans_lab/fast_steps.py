"""The steps of `steps.py` once more, with less work, and in three points as scikit-learn does.

An empty cluster takes over a far point, `tol` is relative to the variance of the data, and
k-means++ is greedy and draws from a RandomState. What is here only to round or to draw exactly
as scikit-learn does, says so.

Points come as rows [x, 1], centred around their mean, and centroids as lines [-2c, |c|^2].
The product of a row and a line is the score |c|^2 - 2 x.c: the squared distance without |x|^2,
which is the same for every centroid and so does not matter to the choice of the nearest.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import joblib
import numpy as np
from sklearn.metrics import euclidean_distances
from threadpoolctl import ThreadpoolController

BLOCK = 2**17  # scores computed at a time: 1 MB, near the core, instead of all n x k
HEAVY = 2**24  # multiplications in a round that two threads finish sooner than one
SMALL = 2**18  # multiplications, below which a BLAS library starts no thread anyway
FEW = 24  # clusters, below which one row of scores per cluster is faster than one per point
MANY = 5000  # with more points than these, it pays to know which of them cannot change
CHUNK = 256  # up to so many points, scikit-learn adds them up in the order that we do


class Lloyd:
    """One run of Lloyd's algorithm from one start, equal to `sklearn.cluster.KMeans`.

    Most points never change cluster, and a bound tells which cannot. The lead of a point's
    centroid is by how much the second nearest is farther away. In one round the lead shrinks by
    no more than the own centroid moves plus the most that another one moves. `travelled` adds
    this up for each cluster; `expiry` is where it has used up the lead. Until then the point
    need not be looked at (Hamerly 2010).

    Parameters
    ----------
    rows : array of shape (n, d + 1)
        The centred points, from `with_ones`.
    centroids : array of shape (k, d)
        The start, centred in the same way.
    watch : bool, default=False
        Whether to keep every round in `history`, as pairs (centroids, labels). The start comes
        first; its labels are None.

    Attributes
    ----------
    centroids, labels, inertia, n_iter
        The result, as in `steps.lloyd`, around the mean of X.
    totals : array of shape (k, d + 1)
        Sum of the rows of each cluster; the last column, a sum of ones, is its size.
    travelled : array of shape (k,)
        How far each centroid and the fastest of the others have moved, added up.
    expiry : array of shape (n,)
        A point keeps its label for certain while `travelled` of its cluster is below this.
    """

    def __init__(self, rows, centroids, watch=False):
        self.rows, self.centroids = rows, centroids
        self.watch, self.history = watch, [(centroids, None)]
        self.labels = np.full(len(rows), -1)
        self.norms = np.einsum("ij,ij->i", rows[:, :-1], rows[:, :-1])
        if not np.isfinite(self.norms.max()):
            raise ValueError("X is too large: the squares of its values overflow.")
        self.bounded = len(rows) > MANY
        self.travelled = np.zeros(len(centroids))
        self.expiry = np.empty(len(rows))
        # A score is off by some d * eps * reach, a distance by the root of that; 4 to be safe.
        reach = max(self.norms.max(), np.einsum("ij,ij->i", centroids, centroids).max())
        self.slack = 4 * np.sqrt(rows.shape[1] * np.finfo(rows.dtype).eps * reach)
        self.size = BLOCK // len(centroids)
        self.n_iter = 0

    def run(self, max_iter, tol):
        """Repeat the rounds; `tol` is relative to the mean variance of the columns."""
        tol = tol * self.norms.mean() / self.centroids.shape[1]
        # scikit-learn has one BLAS thread as well; with more, equal scores can round apart.
        with one_blas_thread():
            if self.rows.size * len(self.centroids) < HEAVY:
                self.repeat(max_iter, tol, map)
            else:  # NumPy lets go of Python's lock while it computes: threads run side by side.
                self.size = min(self.size, len(self.rows) // 2 + 1)
                with ThreadPoolExecutor(joblib.cpu_count()) as pool:
                    self.repeat(max_iter, tol, pool.map)
        self.inertia = inertia(self.rows[:, :-1], self.labels, self.centroids)
        return self

    def repeat(self, max_iter, tol, map_blocks):
        """Label, move, repeat; stop when no label changes or the centroids hardly move."""
        n_changed, shift = 1, np.inf
        while self.n_iter < max_iter and n_changed and shift > tol:
            self.n_iter += 1
            n_changed = self.label(map_blocks)
            shift = self.move()
            if self.watch:
                self.history.append((self.centroids, self.labels.copy()))
        if n_changed:  # stopped by max_iter or tol: the labels are one move behind
            self.label(map_blocks)

    def label(self, map_blocks):
        """Give every point its nearest centroid; return how many changed."""
        everything, k = slice(0, len(self.rows)), len(self.centroids)
        due = self.due() if self.bounded and self.n_iter > 1 else everything
        lines = as_lines(self.centroids)
        parts = list(
            map_blocks(lambda block: self.label_block(block, lines), blocks(due, self.size))
        )
        n_changed = sum(len(changed) for changed, _ in parts)
        if self.n_iter == 1 or (n_changed and len(self.rows) <= CHUNK):
            self.totals = sum(
                totals(self.rows[block], self.labels[block], k) for block in row_blocks(self.rows)
            )
        elif n_changed:  # Few points change, so mend the totals: out of one, into another.
            for changed, before in parts:
                rows, after = self.rows.take(changed, axis=0), self.labels.take(changed)
                self.totals += totals(rows, after, k) - totals(rows, before, k)
        return n_changed

    def due(self):
        """Find the points whose nearest centroid may be another now; all, if they are most."""
        due = np.concatenate(
            [
                np.flatnonzero(self.expiry[block] <= self.travelled.take(self.labels[block]))
                + block.start
                for block in blocks(slice(0, len(self.rows)), 2**15)
            ]
        )
        return due if len(due) < 0.7 * len(self.rows) else slice(0, len(self.rows))

    def label_block(self, block, lines):
        """Label the points of one block; return which changed, and their labels before."""
        labels, best, second = nearest(pick(self.rows, block), lines, self.bounded)
        if self.bounded:
            # The runner-up overtakes only when the two centroids have moved by the difference.
            norms = pick(self.norms, block)
            margin = np.sqrt(np.maximum(second + norms, 0)) - np.sqrt(np.maximum(best + norms, 0))
            self.expiry[block] = self.travelled.take(labels) + margin - self.slack
        before = pick(self.labels, block)
        changed = np.flatnonzero(labels != before)
        before = before.take(changed)
        self.labels[block] = labels
        return changed + block.start if isinstance(block, slice) else block[changed], before

    def move(self):
        """Move the centroids to their means; return the sum of the squared shifts."""
        moved = means(self.rows[:, :-1], self.labels, self.centroids, self.totals)
        drift = np.sqrt(((moved - self.centroids) ** 2).sum(axis=1))
        self.centroids = moved
        if self.bounded:
            # The others come nearer by the largest drift at most; for the fastest centroid
            # itself, that is the second largest. The 0 stands in for it where k = 1.
            *_, second, first = np.sort(np.append(drift, 0))
            self.travelled += drift + np.where(drift == first, second, first)
        return (drift**2).sum()


@cache
def blas():
    """Find the BLAS library once: it takes 5 ms."""
    return ThreadpoolController()


def one_blas_thread():
    """Hold NumPy's matrix products to one thread inside a `with` block."""
    return blas().limit(limits=1, user_api="blas")


def with_ones(X, mean):
    """Return the rows [x - mean, 1]."""
    rows = np.empty((X.shape[0], X.shape[1] + 1), X.dtype)
    np.subtract(X, mean, out=rows[:, :-1])
    rows[:, -1] = 1
    return rows


def as_lines(centroids):
    """Return the lines [-2c, |c|^2]."""
    return np.column_stack([-2 * centroids, np.einsum("ij,ij->i", centroids, centroids)])


def blocks(where, size):
    """Cut a slice or an array of indices into pieces of `size`, at least 1."""
    size = max(1, size)
    if isinstance(where, slice):
        return [slice(i, min(i + size, where.stop)) for i in range(0, where.stop, size)]
    return [where[i : i + size] for i in range(0, len(where), size)]


def row_blocks(X):
    """Cut the rows of X into slices of about `BLOCK` numbers."""
    return blocks(slice(0, len(X)), max(CHUNK, BLOCK // X.shape[1]))


def pick(array, where):
    """Index by a slice or by an array of indices, for which `take` is the faster way."""
    return array[where] if isinstance(where, slice) else array.take(where, axis=0)


def assign_labels_matrix_product(X, centroids):
    """Compare |c|^2 - 2 x.c, the squared distance without |x|^2, which is the same for all c.

    Bytes: 8 n d + 8 n k + 8 n. Operations on arrays: 9. Float32 stays float32.
    """
    # Small numbers lose the least to rounding, so the origin moves to the middle of the
    # centroids. Not to their mean: a middle value is whole where they are, and ties stay ties.
    origin = np.sort(centroids, axis=0)[len(centroids) // 2] * 1.0
    X, centroids = X - origin, centroids - origin
    scores = X @ (-2 * centroids.T)
    scores += (centroids**2).sum(axis=1)
    return scores.argmin(axis=1)


def assign_labels_blocks(X, centroids):
    """Do the same with some rows of X at a time, so that what is written stays near the core.

    Bytes: 16 n + 8 `BLOCK`. Operations on arrays: 9 n (d + k) / `BLOCK`.
    """
    size = max(1, BLOCK // sum(np.shape(centroids)))  # a block holds size x (d + k) numbers
    blocks = [X[i : i + size] for i in range(0, len(X), size)]
    return np.concatenate([assign_labels_matrix_product(block, centroids) for block in blocks])


def nearest(rows, lines, runner_up=False):
    """Find the nearest line of every row: labels, and the best and second best scores.

    Without `runner_up` the scores are not needed, and None.
    """
    n, k = len(rows), len(lines)
    if runner_up and k < FEW:
        return nearest_of_few(rows, lines)
    scores = rows @ lines.T
    labels = scores.argmin(axis=1)
    if not runner_up:
        return labels, None, None
    flat, starts = scores.ravel(), np.arange(0, n * k, k)
    best = flat.take(starts + labels)
    # Out with the best: the best of the rest comes second. (`flat` shares its memory.)
    flat[starts + labels] = np.inf
    return labels, best, flat.take(starts + scores.argmin(axis=1))


def nearest_of_few(rows, lines):
    """Do the same with one long row of scores per cluster, which NumPy compares faster."""
    n, k = len(rows), len(lines)
    scores = lines @ rows.T
    best = scores.min(axis=0)
    # Of equal scores, the lowest index gets the highest mark; one byte each is quick to read.
    marks = np.arange(k, 0, -1, dtype=np.uint8)[:, np.newaxis]
    labels = (k - ((scores == best) * marks).max(axis=0)).astype(np.intp)
    scores.ravel()[labels * n + np.arange(n)] = np.inf
    return labels, best, scores.min(axis=0)


def totals(rows, labels, k):
    """Add up the rows of each cluster: (k, d + 1) floats, the last column holds the sizes."""
    d = rows.shape[1]
    places = (labels * d)[:, np.newaxis] + np.arange(d)
    return np.bincount(places.ravel(), rows.ravel(), k * d).reshape(k, d)


def means(X, labels, centroids, cluster_totals):
    """Return the mean of each cluster; an empty cluster takes over a far point first."""
    # Copies, for only the centroids take over a point: the labels, and so the totals, stay.
    sums, sizes = cluster_totals[:, :-1].copy(), cluster_totals[:, -1:].copy()
    if not sizes.all():
        fill_empty_clusters(X, labels, centroids, sums, sizes)
    return (sums * (1 / sizes)).astype(X.dtype)  # scikit-learn rounds like this


def fill_empty_clusters(X, labels, centroids, sums, sizes):
    """Give each empty cluster one of the points farthest from their centroids, in place."""
    empty = np.flatnonzero(sizes == 0)
    distances = np.concatenate(
        [((X[block] - centroids[labels[block]]) ** 2).sum(axis=1) for block in row_blocks(X)]
    )
    if distances.max() > 0:
        farthest = np.argpartition(distances, -len(empty))[: -len(empty) - 1 : -1]
        for j, i in zip(empty, farthest):
            sums[labels[i]] -= X[i]
            sizes[labels[i]] -= 1
            sums[j], sizes[j] = X[i], 1
    # Fewer distinct points than clusters: copy the largest cluster. A quirk of scikit-learn, kept
    # to be equal: it divides the sums one after the other, so that a cluster further on is
    # copied before its sum has become a mean.
    still_empty, largest = np.flatnonzero(sizes == 0), sizes.argmax()
    sums[still_empty] = sums[largest]
    sizes[still_empty, 0] = np.where(still_empty < largest, 1, sizes[largest])


def inertia(X, labels, centroids):
    """Sum of the squared distances from the points to their own centroids."""
    total = 0.0
    for block in row_blocks(X):
        differences = X[block] - centroids.take(labels[block], axis=0)
        total += float(np.vdot(differences, differences))
    return total


def same_partition(labels, others):
    """Tell whether each cluster of `labels` lies in one cluster of `others`.

    Where both have as many clusters, they group the points alike, whatever the names.
    """
    partner = np.empty(labels.max() + 1, others.dtype)
    partner[labels] = others
    return np.array_equal(partner[labels], others)


def init_kmeans_plusplus(X, n_clusters, rng):
    """Choose the first centroids by k-means++, the best of several draws each time.

    As `steps.init_kmeans_plusplus`, but greedy: every further centroid is the one of
    2 + int(ln(n_clusters)) candidates that brings the points nearest. The draws from `rng`, a
    `numpy.random.RandomState`, are those of scikit-learn, and so are the roundings: distances
    from its function, sums as products with ones.
    """
    n = len(X)
    ones = np.ones((n, 1), X.dtype)
    norms = np.einsum("ij,ij->i", X, X)
    chosen = [rng.choice(n, p=ones[:, 0] / n)]
    closest = euclidean_distances(X[chosen], X, Y_norm_squared=norms, squared=True)
    potential = closest @ ones[:, 0]
    while len(chosen) < n_clusters:
        darts = rng.uniform(size=2 + int(np.log(n_clusters))) * potential
        # Rounding can put a dart beyond the last end: then it hits the last point.
        candidates = np.searchsorted(np.cumsum(closest), darts).clip(None, n - 1)
        distances = euclidean_distances(X[candidates], X, Y_norm_squared=norms, squared=True)
        np.minimum(distances, closest, out=distances)
        potentials = distances @ ones
        best = potentials.argmin()
        chosen.append(candidates[best])
        closest, potential = distances[best], potentials[best]
    return X[chosen]
