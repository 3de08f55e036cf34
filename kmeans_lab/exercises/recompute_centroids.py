"""recompute_centroids, notebook 04: move every centroid to the mean of its cluster."""

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, case
from . import picture
from .shared import ROUNDED, ROUNDED_LITTLE, doubled, new_arrays, truncated

SIX = [[0.0, 1.0], [2.0, 2.0], [9.0, 4.5], [1.0, 6.0], [8.0, 6.0], [1.5, 8.0]]

MOVING = (
    np.array(SIX),
    np.array([0, 0, 2, 1, 2, 1]),
    np.array([[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]]),
)
AT_REST = (*MOVING[:2], steps.recompute_centroids(*MOVING))

EXERCISE = Exercise(
    name="recompute_centroids",
    load=lambda: steps.recompute_centroids,
    kind="floats",
    cases=(
        case([[0.0, 1.0], [3.0, 2.0]], [0, 0], [[5.0, 5.0]], tags="clusters"),
        case(
            [[0.0, 1.0], [4.0, 2.0], [1.0, 4.0], [9.0, 7.0]],
            [1, 0, 1, 1],
            [[3.0, 3.0], [1.0, 0.0]],
            tags="clusters",
        ),
        case(SIX, [0, 0, 2, 1, 2, 1], [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]]),
        case(SIX, [2, 0, 2, 1, 0, 2], [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0]]),
        case([[0.1], [4.5], [0.0235], [7.0]], [1, 0, 1, 2], [[5.0], [0.5], [6.0]], tags="columns"),
        case(
            [
                [0.0, 1.0, 5.0, 2.0],
                [2.0, 2.0, -1.0, 3.5],
                [1.0, 0.5, 3.0, 0.0],
                [1.0, 0.0, 1.5, 6.0],
                [4.0, 4.0, 4.0, 1.0],
            ],
            [1, 0, 1, 2, 0],
            [[2.0, 1.0, 1.0, 3.0], [1.0, 1.0, 4.5, 0.5], [0.0, 0.0, 0.5, 5.0]],
            tags="columns",
        ),
        case([[0, 1], [3, 2], [8, 9]], [0, 0, 1], [[1.5, 1.0], [7.5, 7.5]], tags="integers"),
        case([[0, 1], [3, 2], [8, 9]], [0, 0, 1], [[1, 1], [7, 7]], tags="integers"),
        case([[0.0, 1.5], [3.5, 2.0], [8.0, 9.5]], [0, 0, 1], [[1, 1], [7, 7]], tags="integers"),
        case([[0, 1], [4, 7], [8, 9]], [0, 0, 1], [[1, 1], [7, 7]], tags="integers"),
        case(SIX, [0, 0, 2, 0, 2, 2], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
        case(SIX, [1, 0, 1, 0, 1, 1], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
        case(SIX, [1, 1, 2, 1, 2, 1], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
        case(SIX[:2], [2, 0], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
        case(
            SIX,
            [0, 3, 1, 1, 2, 2],
            [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0], [3.0, 3.0]],
            tags="clusters",
        ),
        case(
            [[0.0, 0.0], [3.0, -2.0], [2.0, 4.0], [0.0, 0.0], [-2.0, 1.0], [-2.0, 1.5]],
            [0, 1, 2, 0, 1, 2],
            [[1.0, 0.5], [2.0, -1.0], [1.5, 3.0]],
        ),
        case(
            [[1.0, 1.5], [1.0, 1.5], [4.0, 6.0], [7.0, 0.0], [4.0, 6.0]],
            [0, 0, 0, 1, 1],
            [[2.0, 2.0], [5.0, 2.5]],
            tags="clusters",
        ),
        case([[2e-9, 8e-9], [4e-9, 6e-9]], [0, 0], [[9e-9, 1e-9]], tags="clusters"),
    ),
    slips=(*ROUNDED, *ROUNDED_LITTLE, truncated, doubled),
    probes=(new_arrays(*AT_REST),),
    words={
        "empty cluster": "It is right until a cluster has no points. An empty cluster has no "
        "mean: it keeps the centroid that it had before.",
        "kind": "An array of shape (k, d) is asked for: row j is the centroid of cluster j.",
    },
    hints=(
        "Which points belong to cluster j? `labels == j` is a mask that says so.",
        "`X[labels == j]` holds these points, one a row. Take the mean of each column: axis 0.",
        "Work on a new array of floats, so that the centroids you were given stay as they are.",
        "If no point has label j, row j keeps the previous centroid.",
    ),
    picture=picture.of_means,
    why="The mean is the point with the smallest sum of squares: this step can only lower the "
    "inertia.",
)


@EXERCISE.slip
def transposed(answer, *args):
    """Rows and columns are exchanged. One row a centroid, one column a coordinate: (k, d)."""
    return np.asarray(answer).T


@EXERCISE.slip
def flat(answer, *args):
    """The numbers are right, but in one long line. One row a centroid: shape (k, d)."""
    return np.ravel(answer)


def moved(X, labels, centroids, place=lambda members, old: members.mean(0), which=slice(None)):
    """Move all or some of the centroids, each to what `place` gives; an empty cluster's stays."""
    new = np.array(centroids, dtype=float)
    for j in range(len(new))[which]:
        if (labels == j).any():
            new[j] = place(X[labels == j], new[j])
    return new


@EXERCISE.wrong
def nan_on_empty(X, labels, centroids):
    """The mean of no points is NaN, and NaN spoils every later distance. An empty cluster has no
    mean: it keeps the centroid that it had before."""
    return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])


@EXERCISE.wrong
def zero_on_empty(X, labels, centroids):
    """Your empty cluster jumps to the origin. An empty cluster has no mean: it keeps the
    centroid that it had before."""
    return moved(X, labels, np.zeros(centroids.shape))


@EXERCISE.wrong
def mean_of_all_on_empty(X, labels, centroids):
    """Your empty cluster moves to the mean of all points. An empty cluster has no mean: it keeps
    the centroid that it had before."""
    return moved(X, labels, np.tile(X.mean(axis=0), (len(centroids), 1)))


@EXERCISE.wrong(key="point on empty")
def farthest_point_on_empty(X, labels, centroids):
    """Your empty cluster takes over the farthest point. scikit-learn does so too, but here the
    contract is simpler: it keeps the centroid that it had before."""
    farthest = X[steps.squared_distances(X, centroids).min(axis=1).argmax()]
    return moved(X, labels, np.tile(farthest, (len(centroids), 1)))


@EXERCISE.wrong(key="point on empty")
def first_point_on_empty(X, labels, centroids):
    """Your empty cluster takes over a point. An empty cluster has no mean: it keeps the centroid
    that it had before."""
    return moved(X, labels, np.tile(X[0], (len(centroids), 1)))


@EXERCISE.wrong
def empty_cluster_dropped(X, labels, centroids):
    """A cluster without points gets no row, so there are too few centroids, and those after it
    slip into the wrong rows. Go through all rows of `centroids`, not through the labels that
    occur."""
    return np.array([X[labels == j].mean(axis=0) for j in np.unique(labels)])


@EXERCISE.wrong(key="empty cluster dropped")
def up_to_the_largest_label(X, labels, centroids):
    """The number of clusters is taken from the labels. If the last cluster is empty, that is one
    too few: take it from the rows of `centroids`."""
    return moved(X, labels, centroids)[: labels.max() + 1]


@EXERCISE.wrong(key="empty cluster dropped")
def closed_ranks(X, labels, centroids):
    """After an empty cluster the means slip into the wrong rows. Go through all rows of
    `centroids`, not through the labels that occur."""
    new = np.array(centroids, dtype=float)
    for i, j in enumerate(np.unique(labels)):
        new[i] = X[labels == j].mean(axis=0)
    return new


@EXERCISE.wrong(key="truncated")
def type_of_centroids(X, labels, centroids):
    """The means are cut off to whole numbers, because your array took over the integer type of
    `centroids`. Make an array of floats: `dtype=float`."""
    return moved(X, labels, centroids).astype(centroids.dtype)


@EXERCISE.wrong(key="truncated")
def type_of_X(X, labels, centroids):
    """The means are cut off to whole numbers, because your array took over the integer type of
    X. Make an array of floats: `dtype=float`."""
    return moved(X, labels, centroids).astype(X.dtype)


@EXERCISE.wrong(key="truncated")
def whole_division(X, labels, centroids):
    """The digits behind the point of each mean are cut off, as `//` does. Divide with `/`."""
    return moved(X, labels, centroids, lambda members, old: members.sum(axis=0) // len(members))


@EXERCISE.wrong
def mean_of_everything(X, labels, centroids):
    """Every centroid moves to the mean of all points. Only the points of its own cluster count."""
    return np.tile(X.mean(axis=0), (len(centroids), 1))


@EXERCISE.wrong(key="mean of everything")
def one_mean(X, labels, centroids):
    """That is the mean of all points. One mean for each cluster is asked for, of its own
    points."""
    return X.mean(axis=0)


@EXERCISE.wrong
def no_axis(X, labels, centroids):
    """One number for all columns: the coordinates are averaged with each other. Average over the
    points: each column has its own mean. {if mean(: `mean` needs an axis for that.}"""
    return moved(X, labels, centroids, lambda members, old: members.mean())


@EXERCISE.wrong(key="no axis")
def one_number_a_cluster(X, labels, centroids):
    """One number a cluster: the coordinates are averaged with each other. Average over the points:
    each column has its own mean. {if mean(: `mean` needs an axis for that.}"""
    return np.array([X[labels == j].mean() for j in range(len(centroids))])


@EXERCISE.wrong
def median(X, labels, centroids):
    """You take the median. K-Means takes the mean: it is what makes the inertia smallest."""
    return moved(X, labels, centroids, lambda members, old: np.median(members, axis=0))


@EXERCISE.wrong(key="sum")
def summed(X, labels, centroids):
    """You sum the points of a cluster. Divide by how many there are."""
    return moved(X, labels, centroids, lambda members, old: members.sum(axis=0))


@EXERCISE.wrong(key="sum")
def summed_from_zero(X, labels, centroids):
    """You sum the points of a cluster. Divide by how many there are; an empty cluster keeps its
    centroid."""
    return np.array([X[labels == j].sum(axis=0) for j in range(len(centroids))])


@EXERCISE.wrong
def divided_by_n(X, labels, centroids):
    """You divide by the number of all points. Divide by the number of points in the cluster."""
    return moved(X, labels, centroids, lambda members, old: members.sum(axis=0) / len(X))


@EXERCISE.wrong(like=divided_by_n)
def divided_by_n_from_zero(X, labels, centroids):
    return np.array([X[labels == j].sum(axis=0) / len(X) for j in range(len(centroids))])


@EXERCISE.wrong
def divided_by_k(X, labels, centroids):
    """You divide by the number of clusters. Divide by the number of points in the cluster."""
    k = len(centroids)
    return moved(X, labels, centroids, lambda members, old: members.sum(axis=0) / k)


@EXERCISE.wrong
def one_too_many(X, labels, centroids):
    """You divide by one too many. Does the count start at 1, or is 1 added against a division by
    zero? Treat the empty cluster on its own instead."""
    return moved(
        X, labels, centroids, lambda members, old: members.sum(axis=0) / (len(members) + 1)
    )


@EXERCISE.wrong
def one_too_few(X, labels, centroids):
    """You divide by one too few. A mean divides by the number of points."""
    return moved(
        X, labels, centroids, lambda members, old: members.sum(axis=0) / max(len(members) - 1, 1)
    )


@EXERCISE.wrong
def old_centroid_counted(X, labels, centroids):
    """The old centroid is counted as one of the points: the sum starts from it, and the count
    from 1. Start from zero."""
    return moved(X, labels, centroids, lambda *both: np.vstack(both).mean(axis=0))


@EXERCISE.wrong(key="old centroid counted")
def old_centroid_in_the_sum(X, labels, centroids):
    """The sum starts from the old centroid instead of from zero: adding to a copy of `centroids`
    counts it in."""
    return moved(X, labels, centroids, lambda members, old: (members.sum(0) + old) / len(members))


@EXERCISE.wrong(key="old centroid counted")
def half_of_the_way(X, labels, centroids):
    """You move half of the way only. The new centroid is the mean of the points; the old one
    does not count."""
    return (moved(X, labels, centroids) + centroids) / 2


@EXERCISE.wrong
def single_points_missed(X, labels, centroids):
    """A cluster of a single point keeps its old centroid. Only *empty* clusters do. {if > 1: It is
    `> 0`, not `> 1`.}"""
    return moved(
        X, labels, centroids, lambda members, old: members.mean(0) if len(members) > 1 else old
    )


for holds in (
    lambda members: members.any(),
    lambda members: members.sum() != 0,
    lambda members: members.sum(axis=0).all(),
    lambda members: members.all(),
):

    @EXERCISE.wrong
    def zeros_taken_for_nobody(X, labels, centroids, holds=holds):
        """A cluster with points keeps its old centroid, because zeros are taken for "no points".
        Ask how *many* there are, not what the numbers are or add up to."""
        return moved(
            X, labels, centroids, lambda members, old: members.mean(0) if holds(members) else old
        )


@EXERCISE.wrong(like=zeros_taken_for_nobody)
def zero_coordinates_replaced(X, labels, centroids):
    new = moved(X, labels, centroids)
    return np.where(new == 0, centroids, new)


@EXERCISE.wrong(like=zeros_taken_for_nobody)
def any_of_the_positions(X, labels, centroids):
    places = [np.flatnonzero(labels == j) for j in range(len(centroids))]
    return np.array([X[i].mean(axis=0) if i.any() else c for i, c in zip(places, centroids)])


@EXERCISE.wrong
def equal_points_merged(X, labels, centroids):
    """Points with equal coordinates count as one. Each of them counts."""
    return moved(
        X, labels, centroids, lambda members, old: np.unique(members, axis=0).mean(axis=0)
    )


@EXERCISE.wrong
def close_stays(X, labels, centroids):
    """A centroid that moves very little stays where it is. It moves to the mean in any case:
    `np.isclose` and `np.allclose` take small numbers for equal."""
    new = moved(X, labels, centroids)
    return np.where(np.isclose(new, centroids), centroids, new)


@EXERCISE.wrong(key="old centroid counted")
def added_to_the_old_centroid(X, labels, centroids):
    """The mean is added to the old centroid. It replaces it. {if +=: It is `=`, not `+=`.}"""
    return moved(X, labels, centroids, lambda members, old: members.mean(axis=0) + old)


@EXERCISE.wrong
def spread(X, labels, centroids):
    """You take the standard deviation. Take the mean."""
    return np.array([X[labels == j].std(axis=0) for j in range(len(centroids))])


@EXERCISE.wrong
def the_other_points(X, labels, centroids):
    """You average the points that are *not* in the cluster. {if !=: `!=` stands where `==` is
    meant.}"""
    new = np.array(centroids, dtype=float)
    for j in np.unique(labels):
        if (labels != j).any():
            new[j] = X[labels != j].mean(axis=0)
    return new


@EXERCISE.wrong
def running_average(X, labels, centroids):
    """Each point pulls the centroid half of the way, so the last points count most. Sum all of
    them, then divide by how many there are."""
    new = np.array(centroids, dtype=float)
    for x, label in zip(X, labels):
        new[label] = (new[label] + x) / 2
    return new


@EXERCISE.wrong
def added_only_once(X, labels, centroids):
    """Only one point is added to each cluster. Use a loop, a mask, or `np.add.at`. {if ] +=:
    `sums[labels] += X` reads all rows before it writes them.}"""
    sums, sizes = np.zeros(centroids.shape), np.bincount(labels, minlength=len(centroids))
    sums[labels] += X
    return np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centroids)


@EXERCISE.wrong
def as_many_clusters_as_points(X, labels, centroids):
    """You go through as many clusters as there are points. Their number is that of the rows of
    `centroids`."""
    return moved(X, labels, centroids, which=slice(len(X)))


@EXERCISE.wrong
def never_reset(X, labels, centroids):
    """The sum, and the count, run on from one cluster to the next. Start both anew for each."""
    new = np.array(centroids, dtype=float)
    for j in range(len(new)):
        if (labels <= j).any():
            new[j] = X[labels <= j].mean(axis=0)
    return new


@EXERCISE.wrong
def two_clusters(X, labels, centroids):
    """Only the first two centroids move. Take their number from the shape of `centroids`."""
    return moved(X, labels, centroids, which=slice(2))


@EXERCISE.wrong
def three_clusters(X, labels, centroids):
    """Only the first three centroids move. Take their number from the shape of `centroids`."""
    return moved(X, labels, centroids, which=slice(3))


@EXERCISE.wrong
def wrong_axis(X, labels, centroids):
    """You average the coordinates of each point (axis 1). Average over the points: axis 0 runs
    down the rows."""
    return np.array([X[labels == j].mean(axis=1) for j in range(len(centroids))])


@EXERCISE.wrong(key="no axis")
def sum_without_axis(X, labels, centroids):
    """One number for all columns: the coordinates are added to each other. Sum over the points:
    each column on its own. {if sum(: `sum` needs an axis for that.}"""
    return moved(X, labels, centroids, lambda members, old: members.sum() / len(members))


@EXERCISE.wrong(like=sum_without_axis)
def sum_without_axis_from_zero(X, labels, centroids):
    return sum_without_axis.answer(X, labels, np.zeros(centroids.shape))


@EXERCISE.wrong
def first_points(X, labels, centroids):
    """The centroids become the first points of X. Centroid j belongs to the points of label j."""
    return X[: len(centroids)].astype(float)


@EXERCISE.wrong
def not_moved(X, labels, centroids):
    """The centroids did not move. Are the means stored in what you return?"""
    return np.array(centroids, dtype=float)


@EXERCISE.wrong
def all_zero(X, labels, centroids):
    """You return zeros. Are the means stored in what you return?"""
    return np.zeros(centroids.shape)


@EXERCISE.wrong
def last_cluster_missed(X, labels, centroids):
    """The last centroid never moves. {if range(: `range(k)` already ends at k - 1.}"""
    return moved(X, labels, centroids, which=slice(-1))


@EXERCISE.wrong(key="last cluster missed")
def last_cluster_zero(X, labels, centroids):
    """The last centroid is never filled. {if range(: `range(k)` already ends at k - 1.}"""
    new = moved(X, labels, centroids)
    new[-1] = 0
    return new


@EXERCISE.wrong(key="last cluster missed")
def without_the_last_cluster(X, labels, centroids):
    """The last centroid is missed. {if range(: `range(k)` already ends at k - 1.}"""
    return np.array(list(moved(X, labels, centroids)[:-1]))


@EXERCISE.wrong
def first_cluster_missed(X, labels, centroids):
    """The first centroid never moves. Labels start at 0."""
    return moved(X, labels, centroids, which=slice(1, None))


@EXERCISE.wrong(key="first cluster missed")
def first_cluster_zero(X, labels, centroids):
    """The first centroid is never filled. Labels start at 0."""
    new = moved(X, labels, centroids)
    new[0] = 0
    return new


@EXERCISE.wrong(key="first cluster missed")
def without_the_first_cluster(X, labels, centroids):
    """The first centroid is missed. Labels start at 0."""
    return np.array(list(moved(X, labels, centroids)[1:]))


@EXERCISE.wrong
def one_cluster(X, labels, centroids):
    """Only the first centroid comes back. {if return in loop: Is the `return` inside the loop?}"""
    return moved(X, labels, centroids)[0]


@EXERCISE.wrong(key="one cluster")
def only_the_first_moves(X, labels, centroids):
    """Only the first centroid moves. {if return in loop: Is the `return` inside the loop?}"""
    return moved(X, labels, centroids, which=slice(1))


def returned_in_the_loop(start, clusters):
    """Enter a loop that is left after its first round, by what it fills and goes through."""

    @EXERCISE.wrong(key="one cluster")
    def returned_at_once(X, labels, centroids):
        """Only the first centroid is filled. {if return in loop: Is the `return` inside the
        loop?}"""
        new, j = start(centroids), clusters(labels)
        new[j] = X[labels == j].mean(axis=0)
        return new


for start in (
    lambda centroids: np.zeros(centroids.shape),
    lambda centroids: np.array(centroids, dtype=float),
    lambda centroids: np.zeros((1, centroids.shape[1])),
):
    returned_in_the_loop(start, lambda labels: 0)
    returned_in_the_loop(start, np.min)


@EXERCISE.wrong
def label_as_an_index(X, labels, centroids):
    """`labels[j]` is the label of point j, so `X[labels[j]]` is one row of X. The points of
    cluster j are those whose label is j."""
    new = np.array(centroids, dtype=float)
    for j in range(len(centroids)):
        new[j] = X[labels[j]].mean()
    return new


@EXERCISE.wrong(like=label_as_an_index)
def mean_of_row_label_j(X, labels, centroids):
    return np.array([X[labels[j]].mean() for j in range(len(centroids))])


@EXERCISE.wrong(like=label_as_an_index)
def row_label_j(X, labels, centroids):
    return np.array([X[labels[j]] for j in range(len(centroids))])


@EXERCISE.wrong(key="one cluster")
def only_the_last_comes_back(X, labels, centroids):
    """Only the last centroid comes back. Collect all of them. {if loop: Each round of the loop
    replaces the one before.}"""
    return moved(X, labels, centroids)[-1]


@EXERCISE.wrong
def from_one(X, labels, centroids):
    """You look for labels 1 to k. Labels start at 0: cluster j holds the points whose label is
    j."""
    return moved(X, labels - 1, centroids)


@EXERCISE.wrong(like=from_one)
def from_one_with_nan(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in range(1, len(centroids) + 1)])


@EXERCISE.wrong
def relabelled(X, labels, centroids):
    """You label the points anew. Use the labels that you are given."""
    return moved(X, steps.assign_labels(X, centroids), centroids)


@EXERCISE.wrong
def last_row_missed(X, labels, centroids):
    """The last point is missed. {if range(: `range(n)` already ends at n - 1.}"""
    return moved(X[:-1], labels[:-1], centroids)


@EXERCISE.wrong
def first_row_missed(X, labels, centroids):
    """The first point is missed. Indices start at 0."""
    return moved(X[1:], labels[1:], centroids)


@EXERCISE.wrong(key="a point, not the mean")
def first_point_of_the_cluster(X, labels, centroids):
    """The centroid becomes the first point of its cluster. Take the mean of all of them."""
    return moved(X, labels, centroids, lambda members, old: members[0])


@EXERCISE.wrong(key="a point, not the mean")
def last_point_of_the_cluster(X, labels, centroids):
    """The centroid becomes the last point of its cluster. Take the mean of all of them. {if loop:
    Is the sum replaced (`=`) instead of added to (`+=`)?}"""
    return moved(X, labels, centroids, lambda members, old: members[-1])


@EXERCISE.wrong(key="a point, not the mean")
def medoid(X, labels, centroids):
    """The centroid becomes the point nearest to the mean. That is k-medoids; K-Means takes the
    mean itself."""

    def nearest_to_the_mean(members, old):
        return members[((members - members.mean(axis=0)) ** 2).sum(axis=1).argmin()]

    return moved(X, labels, centroids, nearest_to_the_mean)


@EXERCISE.wrong
def middle_of_the_range(X, labels, centroids):
    """You take the middle between smallest and largest. Take the mean."""
    return moved(X, labels, centroids, lambda members, old: (members.min(0) + members.max(0)) / 2)


@EXERCISE.wrong
def mean_not_of_columns(X, labels, centroids):
    """All columns get the mean of the first. Each column has its own mean: `axis=0`."""
    return moved(X, labels, centroids, lambda members, old: members[:, 0].mean())


@EXERCISE.wrong
def two_columns(X, labels, centroids):
    """You use the first two columns by number. Points can have one column or thirty: let NumPy
    work along the whole axis."""
    return moved(X, labels, centroids)[:, [0, 1]]


@EXERCISE.wrong
def labels_swapped_in(X, labels, centroids):
    """You return the labels. The new centroids are asked for."""
    return labels


@EXERCISE.wrong
def shift(X, labels, centroids):
    """You return how far the centroids move. Where they move to is asked for."""
    return moved(X, labels, centroids) - centroids


@EXERCISE.wrong(key="sorted")
def sorted_columns(X, labels, centroids):
    """The centroids are sorted. Row j must stay the centroid of label j."""
    return np.sort(moved(X, labels, centroids), axis=0)


@EXERCISE.wrong
def counts(X, labels, centroids):
    """You return how many points each cluster has. Their mean is asked for."""
    return np.bincount(labels, minlength=len(centroids))
