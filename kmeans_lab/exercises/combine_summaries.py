"""combine_summaries, notebook 09: one round's new centroids and inertia from all blocks."""

import numpy as np

from ..checker.exercise import Exercise, case
from ..distributed import combine_summaries

EXERCISE = Exercise(
    name="combine_summaries",
    load=lambda: combine_summaries,
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


def unless_empty(moved, counts, centroids):
    """Return what is given, but the old centroid of a cluster without points in any block."""
    return np.where(counts.sum(axis=0)[:, np.newaxis] > 0, moved, centroids)


@EXERCISE.wrong
def mean_of_means(sums, counts, inertias, centroids):
    """You average the means of the blocks. A block with one point then counts as much as one with
    a million. Add all sums and all counts first, then divide once."""
    means = np.nanmean(sums / counts[:, :, np.newaxis], axis=0)
    return unless_empty(means, counts, centroids), inertias.sum()


@EXERCISE.wrong(key="mean of means")
def mean_of_means_and_zeros(sums, counts, inertias, centroids):
    """You average the means of the blocks, and a block without points counts as a zero. Add all
    sums and all counts first, then divide once."""
    means = (sums / np.maximum(counts, 1)[:, :, np.newaxis]).mean(axis=0)
    return unless_empty(means, counts, centroids), inertias.sum()


@EXERCISE.wrong(key="mean of means")
def mean_of_means_and_old_centroids(sums, counts, inertias, centroids):
    """You average the means of the blocks, and a block without points counts with the old
    centroid. Add all sums and all counts first, then divide once."""
    sizes = counts[:, :, np.newaxis]
    means = np.where(sizes > 0, sums / np.maximum(sizes, 1), centroids)
    return means.mean(axis=0), inertias.sum()


@EXERCISE.wrong
def nan_on_empty(sums, counts, inertias, centroids):
    """A cluster without points in any block becomes NaN. It keeps the centroid that it had
    before."""
    return sums.sum(axis=0) / counts.sum(axis=0)[:, np.newaxis], inertias.sum()


@EXERCISE.wrong
def zero_on_empty(sums, counts, inertias, centroids):
    """A cluster without points in any block jumps to the origin. It keeps the centroid that it had
    before."""
    sizes = np.maximum(counts.sum(axis=0), 1)
    return sums.sum(axis=0) / sizes[:, np.newaxis], inertias.sum()


@EXERCISE.wrong(key="one block only")
def last_block_only(sums, counts, inertias, centroids):
    """Only the last block counts. Is something overwritten in the loop instead of added to?"""
    return combine_summaries(sums[-1:], counts[-1:], inertias[-1:], centroids)


@EXERCISE.wrong(key="one block only")
def first_block_only(sums, counts, inertias, centroids):
    """Only the first block counts. Is there a `return` inside the loop, or an index 0 too many?"""
    return combine_summaries(sums[:1], counts[:1], inertias[:1], centroids)


@EXERCISE.wrong(key="one block only")
def moved_after_each_block(sums, counts, inertias, centroids):
    """You move the centroids after every block, so the last block wins. Add up all blocks first,
    then move once."""
    moved = centroids.astype(float)
    for s, c in zip(sums, counts):
        moved[c > 0] = s[c > 0] / c[c > 0][:, np.newaxis]
    return moved, inertias.sum()


@EXERCISE.wrong
def not_divided(sums, counts, inertias, centroids):
    """These are the sums of all blocks. A centroid is a mean: divide by the counts."""
    return unless_empty(sums.sum(axis=0), counts, centroids), inertias.sum()


@EXERCISE.wrong(key="not divided")
def totals_only(sums, counts, inertias, centroids):
    """These are the sums of all blocks. A centroid is a mean: divide by the counts. And a cluster
    without points keeps its centroid."""
    return sums.sum(axis=0), inertias.sum()


@EXERCISE.wrong
def divided_by_n(sums, counts, inertias, centroids):
    """You divide by the number of all points. Divide each cluster's sum by its own count."""
    return unless_empty(sums.sum(axis=0) / counts.sum(), counts, centroids), inertias.sum()


@EXERCISE.wrong
def divided_by_the_blocks(sums, counts, inertias, centroids):
    """You divide by the number of blocks: that is the mean of the sums. Divide by the number of
    points."""
    return unless_empty(sums.mean(axis=0), counts, centroids), inertias.sum()


@EXERCISE.wrong
def one_too_many(sums, counts, inertias, centroids):
    """You divide by one too many. Is 1 added against a division by zero? Treat the empty cluster
    on its own instead."""
    moved = sums.sum(axis=0) / (counts.sum(axis=0) + 1)[:, np.newaxis]
    return unless_empty(moved, counts, centroids), inertias.sum()


@EXERCISE.wrong
def old_centroid_counted(sums, counts, inertias, centroids):
    """The old centroids are counted in: start the sums from zeros."""
    totals, sizes = centroids + sums.sum(axis=0), np.maximum(counts.sum(axis=0), 1)
    return unless_empty(totals / sizes[:, np.newaxis], counts, centroids), inertias.sum()


@EXERCISE.wrong(key="old centroid counted")
def old_centroid_is_a_point(sums, counts, inertias, centroids):
    """The old centroid is counted as one more point. Only the points count."""
    totals, sizes = centroids + sums.sum(axis=0), 1 + counts.sum(axis=0)
    return totals / sizes[:, np.newaxis], inertias.sum()


@EXERCISE.wrong
def truncated(sums, counts, inertias, centroids):
    """The means are cut off to whole numbers, because your array took over the integer type of
    `centroids`. Make an array of floats: `dtype=float`."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return moved.astype(centroids.dtype), inertia


@EXERCISE.wrong
def mean_inertia(sums, counts, inertias, centroids):
    """Your inertia is the mean of the blocks. Add it up."""
    moved, _ = combine_summaries(sums, counts, inertias, centroids)
    return moved, inertias.mean()


@EXERCISE.wrong(key="mean inertia")
def inertia_for_one_point(sums, counts, inertias, centroids):
    """Your inertia is divided by the number of points. Inertia is the sum."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return moved, inertia / counts.sum()


@EXERCISE.wrong
def inertias_returned(sums, counts, inertias, centroids):
    """You return the inertias of the blocks as they are. One number is asked for: their sum."""
    moved, _ = combine_summaries(sums, counts, inertias, centroids)
    return moved, inertias


@EXERCISE.wrong
def inertia_of_one_block(sums, counts, inertias, centroids):
    """Your inertia is that of the last block. Add up all of them."""
    moved, _ = combine_summaries(sums, counts, inertias, centroids)
    return moved, inertias[-1]
