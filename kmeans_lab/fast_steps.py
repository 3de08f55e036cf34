"""The steps of `steps.py` once more, in the same order and with less work.

`squared_distances` becomes `score` here, `assign_labels` becomes `nearest`, `recompute_centroids`
becomes `add_up` and `means`, `inertia` stays, `lloyd` becomes `Lloyd`. They share one idea: points
are rows [x, 1], centroids are lines [-2c, |c|^2], and the product of a row and a line is the score
|c|^2 - 2 x.c, the squared distance without |x|^2. This is the same for every centroid, so the
lowest score is the nearest. The ones count: a sum of rows ends with the size of the cluster.

`X` is (n, d), `rows` is (n, d + 1), `centroids` is (k, d), `lines` is (k, d + 1), `labels` is
(n,). Long arrays are gone through block by block, so that what is written stays near the core.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

import joblib
import numpy as np
from threadpoolctl import ThreadpoolController

from .like_sklearn import fill_empty_clusters

BLOCK = 2**17  # scores computed at a time: 1 MB, near the core, instead of all n x k
HEAVY = 2**24  # multiplications in a round that two threads finish sooner than one
SMALL = 2**18  # multiplications, below which a BLAS library starts no thread anyway
FEW = 24  # clusters, below which one row of scores per cluster is faster than one per point
MANY = 5000  # with more points than these, it pays to know which of them cannot change
CHUNK = 256  # up to so many points, scikit-learn adds them up in the order that we do

blas = cache(ThreadpoolController)  # finds the library when first called, which takes 5 ms


def squared_norms(X):
    """Return |x|^2 of every row, (n,), without an array of squares."""
    return np.einsum("ij,ij->i", X, X)


def as_rows(X, mean):
    """Return the rows [x - mean, 1]: numbers around 0 lose the least to rounding."""
    rows = np.empty((X.shape[0], X.shape[1] + 1), X.dtype)
    np.subtract(X, mean, out=rows[:, :-1])
    rows[:, -1] = 1
    return rows


def as_lines(centroids):
    """Return the lines [-2c, |c|^2]."""
    return np.column_stack([-2 * centroids, squared_norms(centroids)])


def score(rows, lines):
    """Return the scores of every row and line, (n, k), by one matrix product."""
    return rows @ lines.T


def assign_labels_matrix_product(X, centroids):
    """Compare |c|^2 - 2 x.c, the squared distance without |x|^2, which is the same for all c.

    `X` and `centroids` may hold integers or float32, and lie far from zero.

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


def nearest(rows, lines):
    """Label every row with its nearest line, of equally near ones the lowest: (n,)."""
    return score(rows, lines).argmin(axis=1)


def two_nearest(rows, lines):
    """Return the labels, the lowest and the second lowest score of every row: three (n,)."""
    if len(lines) < FEW:
        return two_nearest_of_few(rows, lines)
    scores = score(rows, lines)
    flat, starts = scores.ravel(), np.arange(0, scores.size, len(lines))
    labels = scores.argmin(axis=1)
    lowest = flat.take(starts + labels)
    # Out with the lowest: the lowest of the rest comes second. (`flat` shares its memory.)
    flat[starts + labels] = np.inf
    return labels, lowest, flat.take(starts + scores.argmin(axis=1))


def two_nearest_of_few(rows, lines):
    """Do the same with one long row of scores per cluster, which NumPy compares faster."""
    n, k = len(rows), len(lines)
    scores = score(lines, rows)  # (k, n)
    lowest = scores.min(axis=0)
    # Of equal scores, the lowest index gets the highest mark; one byte each is quick to read.
    marks = np.arange(k, 0, -1, dtype=np.uint8)[:, np.newaxis]
    labels = (k - ((scores == lowest) * marks).max(axis=0)).astype(np.intp)
    scores.ravel()[labels * n + np.arange(n)] = np.inf
    return labels, lowest, scores.min(axis=0)


def add_up(rows, labels, k):
    """Return the totals of the clusters, (k, d + 1): their sums, and in the last column sizes.

    `bincount` adds all numbers in one pass, each to the place of its cluster and column.
    """
    d = rows.shape[1]
    places = (labels * d)[:, np.newaxis] + np.arange(d)
    return np.bincount(places.ravel(), rows.ravel(), k * d).reshape(k, d)


def means(rows, labels, centroids, totals):
    """Return the mean of each cluster, (k, d); an empty one takes over a far point first."""
    if not totals[:, -1].all():
        parts = differences(rows[:, :-1], labels, centroids)
        distances = np.concatenate([(part**2).sum(axis=1) for part in parts])
        totals = fill_empty_clusters(rows, labels, distances, totals)
    return (totals[:, :-1] * (1 / totals[:, -1:])).astype(rows.dtype)  # as scikit-learn rounds


def differences(X, labels, centroids):
    """Yield the points minus their own centroids, block by block: never all n x d at once."""
    for block in row_blocks(X):
        yield X[block] - centroids.take(labels[block], axis=0)


def inertia(X, labels, centroids):
    """Sum of the squared distances; `vdot` multiplies and adds without an array of squares."""
    total = 0.0
    for part in differences(X, labels, centroids):
        total += float(np.vdot(part, part))
    return total


class Lloyd:
    """One run of Lloyd's algorithm: `steps.lloyd`, which leaves out what cannot change.

    A round looks only at the points that may change, see `Leads`, in blocks that two threads
    share, and mends the totals by those that did change. After a few rounds these are few.
    `rows` come from `as_rows`, and `centroids` are centred in the same way. So are the results,
    `centroids`, `labels`, `inertia` and `n_iter`. With `watch`, `history` lists the centroids and
    labels at the start, where labels are None, and after every round.
    """

    def __init__(self, rows, centroids, watch=False):
        self.rows, self.centroids = rows, centroids
        self.watch, self.history = watch, [(centroids, None)]
        self.labels = np.full(len(rows), -1)
        self.norms = squared_norms(rows[:, :-1])
        if not np.isfinite(self.norms.max()):
            raise ValueError("X is too large: the squares of its values overflow.")
        self.leads = Leads(self.norms, centroids) if len(rows) > MANY else None
        self.n_iter, self.size = 0, BLOCK // len(centroids)  # rounds done, points in a block

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
        where, lines = slice(0, len(self.rows)), as_lines(self.centroids)
        if self.leads and self.n_iter > 1:
            where = self.leads.expired(self.labels)
        label_block = partial(self.label_block, lines=lines)
        changes = list(map_blocks(label_block, cut(where, self.size)))
        n_changed = sum(len(changed) for changed, _ in changes)
        if n_changed:
            self.update_totals(changes)
        return n_changed

    def label_block(self, block, lines):
        """Label the points of one block; return which changed, and their labels before."""
        rows = pick(self.rows, block)
        if self.leads:
            labels, lowest, second = two_nearest(rows, lines)
            self.leads.renew(block, labels, lowest, second)
        else:
            labels = nearest(rows, lines)
        known = pick(self.labels, block)
        changed = np.flatnonzero(labels != known)
        before = known.take(changed)
        self.labels[block] = labels
        return changed + block.start if isinstance(block, slice) else block[changed], before

    def update_totals(self, changes):
        """Add up all in round 1; then move those that changed out of one total, into another."""
        k = len(self.centroids)
        if self.n_iter == 1 or len(self.rows) <= CHUNK:
            self.totals = sum(
                add_up(self.rows[block], self.labels[block], k) for block in row_blocks(self.rows)
            )
        else:
            for changed, before in changes:
                rows, after = self.rows.take(changed, axis=0), self.labels.take(changed)
                self.totals += add_up(rows, after, k) - add_up(rows, before, k)

    def move(self):
        """Move the centroids to their means; return the sum of the squared shifts."""
        moved = means(self.rows, self.labels, self.centroids, self.totals)
        drift = np.sqrt(((moved - self.centroids) ** 2).sum(axis=1))
        self.centroids = moved
        if self.leads:
            self.leads.shrink(drift)
        return (drift**2).sum()


class Leads:
    """Which points may change cluster: most never do, and a bound tells which cannot.

    The lead of a point's centroid is by how much the second nearest is farther away. In one
    round it shrinks by no more than the own centroid moves plus the most that another one moves.
    `travelled`, (k,), adds this up for each cluster; `expiry`, (n,), is where it has used up the
    lead. Until then the point need not be looked at (Hamerly 2010).
    """

    def __init__(self, norms, centroids):
        self.norms, self.expiry = norms, np.empty(len(norms))
        self.travelled = np.zeros(len(centroids))
        # A score is off by some d * eps * reach, a distance by the root of that; 4 to be safe.
        reach = max(norms.max(), squared_norms(centroids).max())
        self.slack = 4 * np.sqrt((centroids.shape[1] + 1) * np.finfo(norms.dtype).eps * reach)

    def expired(self, labels):
        """Find the points whose nearest centroid may be another now; a slice of all, if most."""
        n = len(labels)
        parts = [
            np.flatnonzero(self.expiry[block] <= self.travelled.take(labels[block])) + block.start
            for block in cut(slice(0, n), 2**15)
        ]
        found = np.concatenate(parts)
        return found if len(found) < 0.7 * n else slice(0, n)

    def renew(self, block, labels, lowest, second):
        """Note when the leads of one block expire: when centroids have moved by the difference."""
        norms = pick(self.norms, block)
        lead = np.sqrt(np.maximum(second + norms, 0)) - np.sqrt(np.maximum(lowest + norms, 0))
        self.expiry[block] = self.travelled.take(labels) + lead - self.slack

    def shrink(self, drift):
        """Take the moves, (k,), off the leads: the own one, and the largest of the others."""
        *_, next_fastest, fastest = np.sort(np.append(drift, 0))  # the 0 is next where k = 1
        self.travelled += drift + np.where(drift == fastest, next_fastest, fastest)


def cut(where, size):
    """Cut a slice or an array of indices into pieces of `size`, at least 1."""
    size = max(1, size)
    if isinstance(where, slice):
        return [slice(i, min(i + size, where.stop)) for i in range(0, where.stop, size)]
    return [where[i : i + size] for i in range(0, len(where), size)]


def row_blocks(X):
    """Cut the rows of X into slices of about `BLOCK` numbers."""
    return cut(slice(0, len(X)), max(CHUNK, BLOCK // X.shape[1]))


def pick(array, block):
    """Index by a slice or by an array of indices, for which `take` is the faster way."""
    return array[block] if isinstance(block, slice) else array.take(block, axis=0)


def one_blas_thread():
    """Hold NumPy's matrix products to one thread inside a `with` block."""
    return blas().limit(limits=1, user_api="blas")
