"""block_summary, notebook 09: what one round needs to know about one block of rows."""

import numpy as np

from .. import steps
from ..checker.exercise import Case, Exercise, case
from ..distributed import block_summary, nearest_centroids

SIX = [[0.0, 1.0], [2.0, 2.5], [9.0, 4.5], [1.0, 6.0], [8.0, 6.5], [1.5, 8.0]]


EXERCISE = Exercise(
    name="block_summary",
    load=lambda: block_summary,
    kind=("numbers", "numbers", "number"),
    parts=("sums", "counts", "inertia"),
    cases=(
        case([[0.0, 1.0], [3.0, 2.5]], [[1.0, 1.0]], tags="clusters"),
        case([[0.0, 1.0], [1.0, 3.0], [9.0, 7.5]], [[1.0, 1.0], [8.0, 8.0]], tags="clusters"),
        case(SIX, [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]]),
        case(SIX, [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0], [9.0, 9.5]]),
        case([[0.5], [4.0], [5.25], [9.0]], [[1.0], [5.0], [8.0]], tags="columns"),
        case(
            [
                [0.0, 1.0, 5.0, 2.0],
                [2.0, 2.0, -1.0, 3.5],
                [1.0, 0.5, 3.0, 0.0],
                [4.0, 4.0, 4.5, 1.0],
            ],
            [[2.0, 1.0, 0.0, 3.0], [0.0, 0.0, 4.0, 1.0]],
            tags="columns clusters",
        ),
        case([[0, 1], [3, 2], [8, 9]], [[1.5, 1.0], [7.5, 7.5]], tags="integers"),
        case([[0.5, 1.0], [3.0, 2.0], [8.0, 9.5]], [[1, 1], [7, 7]], tags="integers"),
        case(SIX, [[40.0, 40.0], [1.0, 1.0], [7.0, 5.0]], tags="empty"),
        case(SIX, [[1.0, 1.0], [40.0, 40.0], [7.0, 5.0]], tags="empty"),
        case(SIX, [[1.0, 1.0], [7.0, 5.0], [40.0, 40.0]], tags="empty"),
        case([[8.0, 6.5]], [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]], tags="empty"),
        case(
            [[4.0, 3.0], [0.0, 0.0], [4.0, 3.0], [0.0, 0.0], [9.0, 1.0]],
            [[1.0, 0.5], [5.0, 2.0], [8.0, 1.0]],
        ),
        Case((np.zeros((0, 2)), np.array([[1.0, 0.5], [5.0, 2.0]])), frozenset({"no_rows"})),
    ),
    words={
        "number of values": "Three things are asked for: `return sums, counts, inertia`.",
        "not a tuple": "Three things are asked for: `return sums, counts, inertia`.",
        "list": "The sums and the counts are an array each: `np.array(...)` makes one of a list.",
        "different sums": "Row j adds up the points nearest to centroid j, column by column: "
        "shape (k, d).",
        "different counts": "Number j counts the points nearest to centroid j: shape (k,).",
        "different inertia": "It is one number: the squared distances of the points of this block "
        "to their nearest centroids, all in one sum.",
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


def labelled_summary(X_block, centroids):
    """Return the labels of a block and its right summary, to be spoilt."""
    return nearest_centroids(X_block, centroids), *block_summary(X_block, centroids)


@EXERCISE.wrong
def means(X_block, centroids):
    """You divide already. The mean of a block says nothing about how many points stand behind it:
    hand back sums and counts, and divide when all blocks are together."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums / np.maximum(counts, 1)[:, np.newaxis], counts, inertia


@EXERCISE.wrong(key="means")
def means_with_nan(X_block, centroids):
    """You divide already, and an empty cluster gives NaN. Hand back sums and counts; the division
    comes when all blocks are together."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums / counts[:, np.newaxis], counts, inertia


@EXERCISE.wrong(key="means")
def new_centroids(X_block, centroids):
    """You return new centroids. This is one block of many: hand back the sums, and let the
    division wait until all blocks are together."""
    labels, _, counts, inertia = labelled_summary(X_block, centroids)
    return steps.recompute_centroids(X_block, labels, centroids), counts, inertia


@EXERCISE.wrong
def centroid_on_empty(X_block, centroids):
    """A cluster without points in this block gets its centroid as its sum. It may have points in
    other blocks, and there the centroid would be counted in. The sum of no points is 0."""
    sums, counts, inertia = block_summary(X_block, centroids)
    sums[counts == 0] = centroids[counts == 0]
    return sums, counts, inertia


@EXERCISE.wrong
def nan_on_empty(X_block, centroids):
    """A cluster without points in this block gets NaN, and NaN spoils the sum of all blocks. The
    sum of no points is 0."""
    sums, counts, inertia = block_summary(X_block, centroids)
    sums[counts == 0] = np.nan
    return sums, counts, inertia


@EXERCISE.wrong
def centroid_counted(X_block, centroids):
    """The sums start from the centroids. Start from zeros."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return centroids + sums, counts, inertia


@EXERCISE.wrong
def sum_of_everything(X_block, centroids):
    """Each row is the sum of all points of the block. Only the points of its own cluster count."""
    _, counts, inertia = block_summary(X_block, centroids)
    return np.array([X_block.sum(axis=0) for _ in centroids]), counts, inertia


@EXERCISE.wrong
def no_axis(X_block, centroids):
    """One number a cluster: the coordinates are added to each other. Add up over the points:
    `axis=0`."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums.sum(axis=1), counts, inertia


@EXERCISE.wrong(key="no axis")
def no_axis_in_rows(X_block, centroids):
    """One number for all columns: the coordinates are added to each other. Add up over the points:
    `axis=0`."""
    sums, counts, inertia = block_summary(X_block, centroids)
    sums[:] = sums.sum(axis=1, keepdims=True)
    return sums, counts, inertia


@EXERCISE.wrong
def added_only_once(X_block, centroids):
    """Only one point is added to each cluster. Use a loop, a mask, or `np.add.at`. {if ] +=:
    `sums[labels] += X_block` reads all rows before it writes them.}"""
    labels, _, counts, inertia = labelled_summary(X_block, centroids)
    sums = np.zeros(centroids.shape)
    sums[labels] += X_block
    return sums, counts, inertia


@EXERCISE.wrong
def equal_points_merged(X_block, centroids):
    """Points with equal coordinates count as one. Each of them counts."""
    return block_summary(np.unique(X_block, axis=0), centroids)


@EXERCISE.wrong
def zeros_taken_for_nobody(X_block, centroids):
    """A cluster with points is counted as empty, because zeros are taken for "no points". Ask how
    *many* there are, not what the numbers are or add up to."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums, np.where(sums.any(axis=1), counts, 0), inertia


@EXERCISE.wrong(key="added only once")
def counted_only_once(X_block, centroids):
    """Each cluster is counted once, however many points it has. Use a loop, a mask, or
    `np.add.at`: with `counts[labels] += 1`, NumPy reads all entries before it writes them."""
    labels, sums, _, inertia = labelled_summary(X_block, centroids)
    return sums, np.isin(np.arange(len(centroids)), labels).astype(int), inertia


@EXERCISE.wrong(key="truncated")
def truncated_in_any_case(X_block, centroids):
    """The sums are cut off to whole numbers. Make an array of floats for them."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return np.trunc(sums), counts, inertia


@EXERCISE.wrong
def truncated(X_block, centroids):
    """The sums are cut off to whole numbers, because your array took over the integer type of
    `centroids`. Make an array of floats."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums.astype(centroids.dtype), counts, inertia


@EXERCISE.wrong
def empty_cluster_dropped(X_block, centroids):
    """A cluster without points in this block has no row, so sums of different blocks cannot be
    added. Go through all rows of `centroids`, not through the labels that occur."""
    labels, sums, counts, inertia = labelled_summary(X_block, centroids)
    return sums[np.unique(labels)], counts[np.unique(labels)], inertia


@EXERCISE.wrong
def counts_too_short(X_block, centroids):
    """The counts end at the largest label of this block. Counts of different blocks must have the
    same length, one for every centroid."""
    labels, sums, _, inertia = labelled_summary(X_block, centroids)
    return sums, np.bincount(labels), inertia


@EXERCISE.wrong
def from_one(X_block, centroids):
    """Your clusters are counted from 1. Labels start at 0."""
    labels, _, _, inertia = labelled_summary(X_block, centroids)
    members = [X_block[labels == j] for j in range(1, len(centroids) + 1)]
    return np.array([m.sum(axis=0) for m in members]), np.array([len(m) for m in members]), inertia


@EXERCISE.wrong
def at_least_one(X_block, centroids):
    """A cluster without points in this block is counted as having one. That 1 comes from every
    block: a count of nothing is 0."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums, np.maximum(counts, 1), inertia


@EXERCISE.wrong
def size_of_the_block(X_block, centroids):
    """Your counts are the number of all points of the block. Count those of each cluster."""
    sums, _, inertia = block_summary(X_block, centroids)
    return sums, np.full(len(centroids), len(X_block)), inertia


@EXERCISE.wrong
def mean_inertia(X_block, centroids):
    """Your inertia is the mean over the points. Blocks may differ in size, so means cannot be
    added: return the sum."""
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums, counts, np.divide(inertia, len(X_block))


@EXERCISE.wrong(like=mean_inertia)
def mean_inertia_but_of_nothing(X_block, centroids):
    sums, counts, inertia = block_summary(X_block, centroids)
    return sums, counts, inertia / max(len(X_block), 1)


@EXERCISE.wrong(key="mean inertia")
def mean_of_all_numbers(X_block, centroids):
    """Your inertia is a mean. Blocks may differ in size, so means cannot be added: return the
    sum."""
    labels, sums, counts, _ = labelled_summary(X_block, centroids)
    return sums, counts, ((X_block - centroids[labels]) ** 2).mean()


@EXERCISE.wrong
def roots(X_block, centroids):
    """Your inertia sums the distances. It sums the *squared* distances."""
    labels, sums, counts, _ = labelled_summary(X_block, centroids)
    return sums, counts, np.linalg.norm(X_block - centroids[labels], axis=1).sum()


@EXERCISE.wrong(key="inertia around the block's means")
def around_the_means_of_the_block(X_block, centroids):
    """Your inertia is measured from the means of this block. All blocks must measure from the same
    centroids: those that are given."""
    labels, sums, counts, _ = labelled_summary(X_block, centroids)
    moved = steps.recompute_centroids(X_block, labels, centroids)
    return sums, counts, ((X_block - moved[labels]) ** 2).sum()


@EXERCISE.wrong
def inertia_of_all_centroids(X_block, centroids):
    """Your inertia sums the distances to *all* centroids. Each point counts once, with its
    nearest."""
    sums, counts, _ = block_summary(X_block, centroids)
    return sums, counts, steps.squared_distances(X_block, centroids).sum()


@EXERCISE.wrong
def inertia_for_each_cluster(X_block, centroids):
    """Your inertia is an array, one number for each cluster. Add them up: return the sum."""
    labels, sums, counts, _ = labelled_summary(X_block, centroids)
    squares = ((X_block - centroids[labels]) ** 2).sum(axis=1)
    return sums, counts, np.bincount(labels, squares, len(centroids))


@EXERCISE.wrong
def inertia_for_each_point(X_block, centroids):
    """Your inertia is an array, one number for each point. What leaves the block must not grow
    with it: return the sum."""
    sums, counts, _ = block_summary(X_block, centroids)
    return sums, counts, steps.squared_distances(X_block, centroids).min(axis=1)
