"""combine_summaries, notebook 09: one round's new centroids and inertia from all blocks."""

import numpy as np

from ..checker.exercise import Exercise, case
from ..distributed import combine_summaries
from .shared import new_arrays

SOME = (np.ones((1, 2, 2)), np.ones((1, 2)), np.ones(1), np.array([[1.0, 0.5], [5.0, 2.5]]))
NOBODY = (*(0 * summary for summary in SOME[:3]), SOME[3])

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
        case([[[0, 0], [0, 0]]], [[0, 0]], [0], [[6, 1], [5, 2]], tags="empty integers"),
        case(
            [[[1.0, -2.0], [0.0, 3.0]], [[-1.0, 2.0], [0.0, 0.0]]],
            [[1, 1], [2, 0]],
            [2.0, 3.5],
            [[1.0, 0.5], [5.0, 2.5]],
        ),
        case(
            [[[2.0, 3.0], [9.0, 5.0]], [[2.0, 3.0], [9.0, 5.0]], [[1.5, 1.0], [4.0, 4.5]]],
            [[1, 2], [1, 2], [1, 1]],
            [2.5, 2.5, 2.5],
            [[1.0, 1.0], [5.0, 2.0]],
        ),
    ),
    probes=(new_arrays(*NOBODY),),
    words={
        "number of values": "Two things are asked for: `return new_centroids, inertia`.",
        "not a tuple": "Two things are asked for: `return new_centroids, inertia`.",
        "list": "The new centroids are one array: `np.array(...)` makes one of a list.",
        "different new_centroids": "Row j is the sum of cluster j in all blocks, divided by its "
        "count in all blocks; without points, the old row.",
        "different inertia": "It is one number, the sum of the inertias of all blocks.",
    },
    vary=lambda rng, sums, counts, inertias, centroids: (
        sums * rng.integers(2, 5),
        counts,
        rng.permutation(inertias) + 1,
        rng.permutation(centroids),
    ),
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


for place in (
    lambda sums: sums.any(axis=1, keepdims=True),
    lambda sums: sums.sum(axis=1, keepdims=True) != 0,
    lambda sums: sums != 0,
):

    @EXERCISE.wrong
    def zeros_taken_for_nobody(sums, counts, inertias, centroids, place=place):
        """A cluster with points keeps its old centroid, because zeros are taken for "no points".
        Ask the counts how many there are, not the sums."""
        moved, inertia = combine_summaries(sums, counts, inertias, centroids)
        return np.where(place(sums.sum(axis=0)), moved, centroids), inertia


@EXERCISE.wrong
def single_points_missed(sums, counts, inertias, centroids):
    """A cluster of a single point keeps its old centroid. Only *empty* clusters do."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return np.where(counts.sum(axis=0)[:, np.newaxis] > 1, moved, centroids), inertia


@EXERCISE.wrong
def equal_blocks_merged(sums, counts, inertias, centroids):
    """Blocks with equal summaries count as one. Each of them counts."""
    _, first = np.unique(sums, axis=0, return_index=True)
    return combine_summaries(sums[first], counts[first], inertias[first], centroids)


@EXERCISE.wrong(key="equal blocks merged")
def equal_inertias_merged(sums, counts, inertias, centroids):
    """Blocks with equal inertias count as one, as in a set. Each of them counts."""
    moved, _ = combine_summaries(sums, counts, inertias, centroids)
    return moved, np.unique(inertias).sum()


@EXERCISE.wrong(key="one block only")
def last_block_only(sums, counts, inertias, centroids):
    """Only the last block counts. {if loop: Is something overwritten in the loop instead of added
    to?}"""
    return combine_summaries(sums[-1:], counts[-1:], inertias[-1:], centroids)


@EXERCISE.wrong(key="one block only")
def first_block_only(sums, counts, inertias, centroids):
    """Only the first block counts. {if return in loop: Is the `return` inside the loop?} {if [0]:
    Is there an index 0 too many?}"""
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
def empty_in_one_block(sums, counts, inertias, centroids):
    """A cluster keeps its old centroid if a single block has none of its points. Only a cluster
    without points in *all* blocks does."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return np.where((counts > 0).all(axis=0)[:, np.newaxis], moved, centroids), inertia


@EXERCISE.wrong
def empty_cluster_dropped(sums, counts, inertias, centroids):
    """A cluster without points in any block has no row any more, so those after it slip. It keeps
    its row: the centroid that it had before."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return moved[counts.sum(axis=0) > 0], inertia


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


@EXERCISE.wrong(key="truncated")
def whole_division(sums, counts, inertias, centroids):
    """The digits behind the point are cut off, as `//` and integer arrays do. Divide with `/`, and
    work with floats."""
    moved, inertia = combine_summaries(sums, counts, inertias, centroids)
    return np.where(counts.sum(axis=0)[:, np.newaxis] > 0, np.floor(moved), centroids), inertia


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
