"""The exercises that leave one machine: block_summary and combine_summaries."""

import numpy as np

from .. import distributed, steps
from ..checker.exercise import Exercise, Misconception, case


def _summary(X, centroids):
    """Return the parts that a row changes: labels, sums, counts, inertia."""
    labels = steps.assign_labels(X, centroids)
    return labels, *distributed.block_summary(X, centroids)


def _sums(change):
    """Return a row whose sums are wrong: ``change(X, labels, sums, counts, centroids)``."""

    def answer(X, centroids):
        labels, sums, counts, inertia = _summary(X, centroids)
        return change(X, labels, sums, counts[:, None], centroids), counts, inertia

    return answer


def _inertia(change):
    """Return a row whose inertia is wrong: ``change(X, labels, centroids)``."""

    def answer(X, centroids):
        labels, sums, counts, _ = _summary(X, centroids)
        return sums, counts, change(X, labels, centroids)

    return answer


def _only_seen(X, centroids):
    labels, sums, counts, inertia = _summary(X, centroids)
    return sums[counts > 0], counts[counts > 0], inertia


def _up_to_the_largest(X, centroids):
    labels, sums, counts, inertia = _summary(X, centroids)
    return sums, counts[: labels.max() + 1], inertia


def _from_one(X, centroids):
    _, sums, counts, inertia = _summary(X, centroids)
    return np.vstack([sums[1:], 0 * sums[:1]]), np.append(counts[1:], 0), inertia


def _at_least_one(X, centroids):
    _, sums, counts, inertia = _summary(X, centroids)
    return sums, np.maximum(counts, 1), inertia


def _ones(X, centroids):
    _, sums, counts, inertia = _summary(X, centroids)
    return sums, np.full(len(centroids), len(X)), inertia


def _buffered(X, labels, sums, counts, centroids):
    last = np.zeros(centroids.shape)
    last[labels] += X
    return last


def _roots(X, labels, centroids):
    return np.sqrt(((X - centroids[labels]) ** 2).sum(axis=1)).sum()


def _around_own_means(X, labels, centroids):
    return steps.inertia(X, labels, steps.recompute_centroids(X, labels, centroids))


SIX = [[0.0, 1.0], [2.0, 2.5], [9.0, 4.5], [1.0, 6.0], [8.0, 6.5], [1.5, 8.0]]

BLOCK_SUMMARY = Exercise(
    name="block_summary",
    load=lambda: distributed.block_summary,
    kind=("floats", "floats", "number"),
    parts=("sums", "counts", "inertia"),
    cases=(
        case([[0.0, 1.0], [3.0, 2.5]], [[1.0, 1.0]], tags="clusters"),
        case([[0.0, 1.0], [1.0, 3.0], [9.0, 7.5]], [[1.0, 1.0], [8.0, 8.0]], tags="clusters"),
        case(SIX, [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]]),
        case(SIX, [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0], [9.0, 9.5]]),
        case([[0.5], [4.0], [5.25], [9.0]], [[1.0], [5.0], [8.0]], tags="columns"),
        case(
            [[0.0, 1.0, 5.0], [2.0, 2.0, -1.0], [1.0, 0.5, 3.0], [4.0, 4.0, 4.5]],
            [[2.0, 1.0, 0.0], [0.0, 0.0, 4.0]],
            tags="columns",
        ),
        case([[0, 1], [3, 2], [8, 9]], [[1.5, 1.0], [7.5, 7.5]], tags="integers"),
        case([[0.5, 1.0], [3.0, 2.0], [8.0, 9.5]], [[1, 1], [7, 7]], tags="integers"),
        case(SIX, [[40.0, 40.0], [1.0, 1.0], [7.0, 5.0]], tags="empty"),
        case(SIX, [[1.0, 1.0], [40.0, 40.0], [7.0, 5.0]], tags="empty"),
        case(SIX, [[1.0, 1.0], [7.0, 5.0], [40.0, 40.0]], tags="empty"),
    ),
    misconceptions=(
        Misconception(
            "means",
            _sums(lambda X, labels, sums, counts, c: sums / np.maximum(counts, 1)),
            "You divide already. The mean of a block says nothing about how many points stand "
            "behind it: hand back sums and counts, and divide when all blocks are together.",
        ),
        Misconception(
            "means",
            _sums(
                lambda X, labels, sums, counts, c: np.where(
                    counts > 0, sums / np.maximum(counts, 1), np.nan
                )
            ),
            "You divide already, and an empty cluster gives NaN. Hand back sums and counts; the "
            "division comes when all blocks are together.",
        ),
        Misconception(
            "means",
            _sums(
                lambda X, labels, sums, counts, c: np.where(
                    counts > 0, sums / np.maximum(counts, 1), c
                )
            ),
            "You return new centroids. This is one block of many: hand back the sums, and let "
            "the division wait until all blocks are together.",
        ),
        Misconception(
            "centroid on empty",
            _sums(lambda X, labels, sums, counts, c: np.where(counts > 0, sums, c)),
            "A cluster without points in this block gets its centroid as its sum. It may have "
            "points in other blocks, and there the centroid would be counted in. The sum of no "
            "points is 0.",
        ),
        Misconception(
            "nan on empty",
            _sums(lambda X, labels, sums, counts, c: np.where(counts > 0, sums, np.nan)),
            "A cluster without points in this block gets NaN, and NaN spoils the sum of all "
            "blocks. The sum of no points is 0.",
        ),
        Misconception(
            "centroid counted",
            _sums(lambda X, labels, sums, counts, c: sums + c),
            "The sums start from the centroids. Start from zeros: `np.zeros(centroids.shape)`.",
        ),
        Misconception(
            "sum of everything",
            _sums(lambda X, labels, sums, counts, c: np.tile(X.sum(axis=0), (len(c), 1))),
            "Each row is the sum of all points of the block. Only the points of its own cluster "
            "count: `X_block[labels == j]`.",
        ),
        Misconception(
            "no axis",
            _sums(lambda X, labels, sums, counts, c: sums.sum(axis=1)),
            "One number a cluster: without an axis, `sum` adds the coordinates to each other. "
            "Add up over the points: `axis=0`.",
        ),
        Misconception(
            "no axis",
            _sums(lambda X, labels, sums, counts, c: sums.sum(axis=1, keepdims=True) + 0 * sums),
            "One number for all columns: without an axis, `sum` adds the coordinates to each "
            "other. Add up over the points: `axis=0`.",
        ),
        Misconception(
            "added only once",
            _sums(_buffered),
            "`sums[labels] += X_block` adds only one point to each cluster, because NumPy reads "
            "all rows before it writes them. Use a loop, a mask, or `np.add.at`.",
        ),
        Misconception(
            "truncated",
            _sums(
                lambda X, labels, sums, counts, c: np.trunc(sums) if c.dtype.kind in "iu" else sums
            ),
            "The sums are cut off to whole numbers, because your array took over the integer "
            "type of `centroids`. Make an array of floats.",
        ),
        Misconception(
            "empty cluster dropped",
            _only_seen,
            "A cluster without points in this block has no row, so sums of different blocks "
            "cannot be added. Go through all rows of `centroids`, not through the labels that "
            "occur.",
        ),
        Misconception(
            "counts too short",
            _up_to_the_largest,
            "The counts end at the largest label of this block. Counts of different blocks must "
            "have the same length, one for every centroid: `np.bincount(labels, minlength=...)`.",
        ),
        Misconception(
            "from one",
            _from_one,
            "Your clusters are counted from 1. Labels start at 0.",
        ),
        Misconception(
            "at least one",
            _at_least_one,
            "A cluster without points in this block is counted as having one. That 1 comes from "
            "every block: a count of nothing is 0.",
        ),
        Misconception(
            "size of the block",
            _ones,
            "Your counts are the number of all points of the block. Count those of each cluster.",
        ),
        Misconception(
            "mean inertia",
            _inertia(lambda X, labels, c: steps.inertia(X, labels, c) / len(X)),
            "Your inertia is the mean over the points. Blocks may differ in size, so means cannot "
            "be added: return the sum.",
        ),
        Misconception(
            "mean inertia",
            _inertia(lambda X, labels, c: steps.inertia(X, labels, c) / X.size),
            "Your inertia is a mean. Blocks may differ in size, so means cannot be added: return "
            "the sum.",
        ),
        Misconception(
            "roots",
            _inertia(_roots),
            "Your inertia sums the distances. It sums the *squared* distances.",
        ),
        Misconception(
            "inertia around the block's means",
            _inertia(_around_own_means),
            "Your inertia is measured from the means of this block. All blocks must measure from "
            "the same centroids: those that are given.",
        ),
        Misconception(
            "inertia of all centroids",
            _inertia(lambda X, labels, c: steps.squared_distances(X, c).sum()),
            "Your inertia sums the distances to *all* centroids. Only the nearest counts: "
            "`centroids[labels]`.",
        ),
        Misconception(
            "inertia for each point",
            _inertia(lambda X, labels, c: steps.squared_distances(X, c).min(axis=1)),
            "Your inertia is an array, one number for each point. What leaves the block must not "
            "grow with it: return the sum.",
        ),
    ),
    words={
        "number of values": "Three things are asked for: `return sums, counts, inertia`.",
        "not a tuple": "Three things are asked for: `return sums, counts, inertia`.",
    },
    hints=(
        "First label the points of the block: `nearest_centroids(X_block, centroids)`.",
        "For every centroid j, the points `X_block[labels == j]` have a sum (`axis=0`) and a "
        "number. Of no points both are 0.",
        "The inertia is the one you know: the squared differences `X_block - centroids[labels]`, "
        "all in one sum.",
    ),
    why="Sums and counts of blocks can be added in any order, and their size does not grow with "
    "the block. That is all that map and reduce need.",
)


def _moved(change):
    """Return a row with wrong centroids: ``change(totals, sizes, sums, counts, centroids)``."""

    def answer(sums, counts, inertias, centroids):
        totals, sizes = sums.sum(axis=0), counts.sum(axis=0)[:, None]
        return change(totals, sizes, sums, counts[:, :, None], centroids), inertias.sum()

    return answer


def _kept(moved, sizes, centroids):
    return np.where(sizes > 0, moved, centroids)


def _mean_of_means(if_missing):
    def change(totals, sizes, sums, counts, c):
        with np.errstate(invalid="ignore", divide="ignore"):
            means = np.where(counts > 0, sums / counts, if_missing(c))
        missing = np.isnan(means)
        divisor = np.maximum((~missing).sum(axis=0), 1)
        return _kept(np.where(missing, 0, means).sum(axis=0) / divisor, sizes, c)

    return _moved(change)


def _with_inertia(change):
    """Return a row whose inertia is wrong: ``change(inertias, counts)``."""

    def answer(sums, counts, inertias, centroids):
        moved, _ = distributed.combine_summaries(sums, counts, inertias, centroids)
        return moved, change(inertias, counts)

    return answer


def _one_block(which):
    def answer(sums, counts, inertias, centroids):
        one = slice(which, which + 1 or None)
        return distributed.combine_summaries(sums[one], counts[one], inertias[one], centroids)

    return answer


def _one_by_one(sums, counts, inertias, centroids):
    """Move the centroids after each block, so that the last one wins."""
    moved = centroids
    for block_sums, block_counts in zip(sums, counts):
        sizes = block_counts[:, None]
        moved = np.where(sizes > 0, block_sums / np.maximum(sizes, 1), moved)
    return moved, inertias.sum()


KEEPS = "It keeps the centroid that it had before."

COMBINE_SUMMARIES = Exercise(
    name="combine_summaries",
    load=lambda: distributed.combine_summaries,
    kind=("floats", "number"),
    parts=("new_centroids", "inertia"),
    cases=(
        case([[[6.0, 3.0]]], [[2]], [4.5], [[1.0, 1.0]], tags="clusters"),
        case([[[1.0, 1.5]], [[12.0, 9.0]]], [[1], [3]], [2.5, 4.0], [[1.0, 1.0]], tags="clusters"),
        case(
            [[[1.0, 2.0], [8.0, 6.0]], [[9.0, 4.5], [7.0, 1.0]], [[4.0, 2.0], [30.0, 12.5]]],
            [[1, 2], [3, 1], [2, 5]],
            [2.0, 3.5, 8.0],
            [[1.0, 1.0], [5.0, 2.0]],
        ),
        case(
            [[[1.0, 2.0], [0.0, 0.0]], [[0.0, 0.0], [7.0, 1.0]], [[4.5, 2.0], [30.0, 12.5]]],
            [[1, 0], [0, 1], [2, 5]],
            [2.0, 3.5, 8.0],
            [[1.0, 1.0], [5.0, 2.0]],
        ),
        case(
            [[[3.0], [8.0], [1.0]], [[9.0], [7.0], [2.5]]],
            [[1, 2, 1], [3, 1, 4]],
            [2.0, 3.5],
            [[1.0], [5.0], [0.5]],
            tags="columns",
        ),
        case(
            [[[3, 4], [8, 6]], [[9, 5], [7, 2]]],
            [[2, 1], [3, 1]],
            [2, 3],
            [[1, 1], [5, 2]],
            tags="integers",
        ),
        case(
            [[[1.0, 2.0], [0.0, 0.0]], [[9.0, 4.5], [0.0, 0.0]]],
            [[1, 0], [3, 0]],
            [2.0, 3.5],
            [[1.0, 1.0], [5.0, 2.5]],
            tags="empty",
        ),
        case(
            [[[0.0, 0.0], [3.0, 2.0]], [[0.0, 0.0], [9.0, 4.5]]],
            [[0, 1], [0, 3]],
            [2.0, 3.5],
            [[6.0, 1.0], [5.0, 2.5]],
            tags="empty",
        ),
    ),
    misconceptions=(
        Misconception(
            "mean of means",
            _mean_of_means(lambda c: np.nan),
            "You average the means of the blocks. A block with one point then counts as much as "
            "one with a million. Add all sums and all counts first, then divide once.",
        ),
        Misconception(
            "mean of means",
            _mean_of_means(lambda c: 0.0),
            "You average the means of the blocks, and a block without points counts as a zero. "
            "Add all sums and all counts first, then divide once.",
        ),
        Misconception(
            "mean of means",
            _mean_of_means(lambda c: c),
            "You average the means of the blocks, and a block without points counts with the old "
            "centroid. Add all sums and all counts first, then divide once.",
        ),
        Misconception(
            "nan on empty",
            _moved(
                lambda totals, sizes, s, n, c: np.where(
                    sizes > 0, totals / np.maximum(sizes, 1), np.nan
                )
            ),
            f"A cluster without points in any block becomes NaN. {KEEPS}",
        ),
        Misconception(
            "zero on empty",
            _moved(lambda totals, sizes, s, n, c: totals / np.maximum(sizes, 1)),
            f"A cluster without points in any block jumps to the origin. {KEEPS}",
        ),
        Misconception(
            "one block only",
            _one_block(-1),
            "Only the last block counts. Is something overwritten in the loop instead of added "
            "to?",
        ),
        Misconception(
            "one block only",
            _one_block(0),
            "Only the first block counts. Is there a `return` inside the loop, or an index 0 too "
            "many?",
        ),
        Misconception(
            "one block only",
            _one_by_one,
            "You move the centroids after every block, so the last block wins. Add up all blocks "
            "first, then move once.",
        ),
        Misconception(
            "not divided",
            _moved(lambda totals, sizes, s, n, c: _kept(totals, sizes, c)),
            "These are the sums of all blocks. A centroid is a mean: divide by the counts.",
        ),
        Misconception(
            "not divided",
            _moved(lambda totals, sizes, s, n, c: totals),
            "These are the sums of all blocks. A centroid is a mean: divide by the counts. And a "
            "cluster without points keeps its centroid.",
        ),
        Misconception(
            "divided by n",
            _moved(lambda totals, sizes, s, n, c: _kept(totals / sizes.sum(), sizes, c)),
            "You divide by the number of all points. Divide each cluster's sum by its own count.",
        ),
        Misconception(
            "divided by the blocks",
            _moved(lambda totals, sizes, s, n, c: _kept(totals / len(s), sizes, c)),
            "You divide by the number of blocks: that is the mean of the sums. Divide by the "
            "number of points.",
        ),
        Misconception(
            "one too many",
            _moved(lambda totals, sizes, s, n, c: _kept(totals / (sizes + 1), sizes, c)),
            "You divide by one too many. Is 1 added against a division by zero? Treat the empty "
            "cluster on its own instead.",
        ),
        Misconception(
            "old centroid counted",
            _moved(
                lambda totals, sizes, s, n, c: _kept((totals + c) / np.maximum(sizes, 1), sizes, c)
            ),
            "The old centroids are counted in: start the sums from zeros.",
        ),
        Misconception(
            "old centroid counted",
            _moved(lambda totals, sizes, s, n, c: (totals + c) / (sizes + 1)),
            "The old centroid is counted as one more point. Only the points count.",
        ),
        Misconception(
            "truncated",
            _moved(
                lambda totals, sizes, s, n, c: np.where(
                    sizes > 0,
                    np.trunc(totals / np.maximum(sizes, 1))
                    if c.dtype.kind in "iu"
                    else totals / np.maximum(sizes, 1),
                    c,
                )
            ),
            "The means are cut off to whole numbers, because your array took over the integer "
            "type of `centroids`. Make an array of floats: `dtype=float`.",
        ),
        Misconception(
            "mean inertia",
            _with_inertia(lambda inertias, counts: inertias.mean()),
            "Your inertia is the mean of the blocks. Add it up.",
        ),
        Misconception(
            "mean inertia",
            _with_inertia(lambda inertias, counts: inertias.sum() / counts.sum()),
            "Your inertia is divided by the number of points. Inertia is the sum.",
        ),
        Misconception(
            "inertias returned",
            _with_inertia(lambda inertias, counts: inertias),
            "You return the inertias of the blocks as they are. One number is asked for: their "
            "sum.",
        ),
        Misconception(
            "inertia of one block",
            _with_inertia(lambda inertias, counts: inertias[-1]),
            "Your inertia is that of the last block. Add up all of them.",
        ),
    ),
    words={
        "number of values": "Two things are asked for: `return new_centroids, inertia`.",
        "not a tuple": "Two things are asked for: `return new_centroids, inertia`.",
    },
    hints=(
        "Axis 0 runs over the blocks. `sums.sum(axis=0)` has one row for every cluster.",
        "Divide each row of the sums by its count. `counts.sum(axis=0)` has shape (k,); with "
        "`[:, np.newaxis]` behind it, it divides rows.",
        "A cluster whose count is 0 in all blocks keeps its row of `centroids`: a loop with an "
        "`if`, or `np.where`.",
    ),
    why="The result is that of a round on all points at once, however the rows are cut into "
    "blocks.",
)
