"""inertia, notebooks 01 and 04: the sum of the squared distances to the own centroids."""

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, case
from . import picture
from .shared import ROUNDED, ROUNDED_LITTLE, doubled, halved, root, truncated
from .squared_distances import in_float32 as distances_in_float32

EXERCISE = Exercise(
    name="inertia",
    load=lambda: steps.inertia,
    kind="number",
    cases=(
        case([[3.0, 4.0], [0.0, 1.0]], [1, 0], [[0.0, 0.0], [1.0, 2.0]], tags="clusters"),
        case(
            [[0.0, 0.0], [2.0, 0.5], [5.0, 5.0], [6.0, 7.0], [9.0, 0.0], [2.0, 0.5]],
            [0, 0, 1, 1, 2, 0],
            [[1.0, 0.0], [5.0, 6.5], [8.0, 0.5]],
        ),
        case(
            [[0.0, 0.0], [2.0, 0.5], [5.0, 5.0], [6.0, 7.0]],
            [2, 0, 0, 3],
            [[1.0, 1.0], [0.0, 0.5], [-1.0, -1.5], [5.0, 5.0]],
            tags="clusters",
        ),
        case([[0.1], [0.45], [-0.2]], [0, 1, 0], [[0.03], [0.4]], tags="columns clusters"),
        case(
            [
                [0.0, 1.0, 5.0, 2.0],
                [2.0, 2.0, -1.0, 3.5],
                [1.0, 0.5, 3.0, 0.0],
                [1.0, 0.0, 1.0, 4.0],
            ],
            [1, 0, 1, 2],
            [[2.0, 1.0, 1.0, 3.0], [1.0, 1.0, 4.5, 1.5], [0.0, 0.0, 0.5, 2.0]],
            tags="columns",
        ),
        case([[1, 7], [4, 2], [5, 5]], [0, 1, 2], [[0, 5], [3, 3], [5, 1]], tags="integers"),
        case(
            [[1, 7], [4, 2], [5, 5]],
            [0, 1, 0],
            [[3.5, 5.5], [3.0, 3.25], [9.0, 9.0]],
            tags="integers",
        ),
        case(
            [[20001.3, 30002.7], [20002.9, 30001.6]],
            [2, 0],
            [[20002.3, 30003.1], [20000.9, 30001.1], [20001.0, 30002.0]],
        ),
        case(
            [[2e-4, -7e-5], [3e-4, 1e-4], [0.0, 5e-5]],
            [1, 0, 2],
            [[1e-4, 0.0], [-1e-4, 3e-4], [0.0, 0.0]],
        ),
        case(
            [[3e6, -4e5], [7e5, 1e3], [0.0, 6e6]],
            [1, 0, 2],
            [[0.0, 2e5], [-1e6, 5e6], [2e6, 4e6]],
            tags="large",
        ),
    ),
    slips=(root, *ROUNDED, *ROUNDED_LITTLE, truncated, doubled, halved),
    words={"kind": "A single number is asked for, the sum over all points."},
    hints=(
        "For each point: which centroid is its own? The labels say so.",
        "`centroids[labels]` has one row for each point: its own centroid.",
        "Subtract that from X, square every entry, and sum them all into one number.",
    ),
    picture=picture.of_sum,
    why="It is what K-Means makes small, and the y-axis of the elbow plot (WCSS).",
)


@EXERCISE.slip
def starts_at_one(answer, *args):
    """Your sum is too large by 1. Does it start from 1? Sums start from 0."""
    return answer + 1


@EXERCISE.slip
def mean(answer, X, *args):
    """You divide by the number of points. The inertia is the sum itself."""
    return answer / len(X)


@EXERCISE.slip(key="mean")
def mean_of_all_squares(answer, X, *args):
    """You take the mean of all squares. The inertia is their sum."""
    return answer / X.size


@EXERCISE.slip
def divided_by_k(answer, X, labels, centroids):
    """You divide by the number of clusters. The inertia is the sum itself."""
    return answer / len(centroids)


@EXERCISE.slip
def negative(answer, *args):
    """The sign is wrong: a sum of squares is never negative."""
    return -answer


@EXERCISE.wrong(key="not squared")
def sum_of_distances(X, labels, centroids):
    """You sum the distances. Sum the *squared* distances: no root, or square again."""
    return np.linalg.norm(X - centroids[labels], axis=1).sum()


@EXERCISE.wrong
def absolute(X, labels, centroids):
    """You sum absolute differences. Square each difference before summing."""
    return np.abs(X - centroids[labels]).sum()


@EXERCISE.wrong(like=distances_in_float32)
def in_float32(X, labels, centroids):
    X, centroids = X.astype(np.float32), centroids.astype(np.float32)
    return float(((X - centroids[labels]) ** 2).sum())


@EXERCISE.wrong
def not_squared(X, labels, centroids):
    """You sum the differences as they are, so that plus and minus cancel. Square each of them
    first."""
    return (X - centroids[labels]).sum()


@EXERCISE.wrong
def square_of_sum(X, labels, centroids):
    """You sum all differences first and square the sum. The other way round: square each
    difference, then sum."""
    return (X - centroids[labels]).sum() ** 2


@EXERCISE.wrong(key="square of sum")
def square_of_sum_of_a_point(X, labels, centroids):
    """The differences of a point are mixed before they are squared, so that plus and minus cancel.
    The other way round: square each difference, then sum."""
    return ((X - centroids[labels]).sum(axis=1) ** 2).sum()


@EXERCISE.wrong
def all_products(X, labels, centroids):
    """You multiply the differences of every point with those of every other, and sum that. Only
    those of a point with itself are squares."""
    differences = X - centroids[labels]
    return (differences @ differences.T).sum()


@EXERCISE.wrong(key="square of sum")
def square_of_sum_of_distances(X, labels, centroids):
    """You sum the distances first and square the sum. The other way round: square each distance,
    then sum."""
    return np.linalg.norm(X - centroids[labels], axis=1).sum() ** 2


@EXERCISE.wrong
def per_point(X, labels, centroids):
    """You return one number a point. Sum them all: a single number is asked for."""
    return ((X - centroids[labels]) ** 2).sum(axis=1)


def of_each_cluster(X, labels, centroids):
    """Return one sum of squares for each cluster."""
    return np.array([((X[labels == j] - c) ** 2).sum() for j, c in enumerate(centroids)])


@EXERCISE.wrong
def per_cluster(X, labels, centroids):
    """You return one number a cluster. Sum them all: a single number is asked for."""
    return of_each_cluster(X, labels, centroids)


@EXERCISE.wrong
def per_column(X, labels, centroids):
    """You return one number a column. Sum over the columns as well: a single number is asked
    for."""
    return ((X - centroids[labels]) ** 2).sum(axis=0)


@EXERCISE.wrong
def not_summed(X, labels, centroids):
    """You return all squares. Sum them: a single number is asked for."""
    return (X - centroids[labels]) ** 2


@EXERCISE.wrong
def nearest(X, labels, centroids):
    """You measure to the nearest centroid. The labels you are given decide: each point to the
    centroid that it is *assigned* to."""
    return steps.squared_distances(X, centroids).min(axis=1).sum()


@EXERCISE.wrong(key="nearest")
def nearest_not_squared(X, labels, centroids):
    """You measure to the nearest centroid, and without squaring. The labels decide which
    centroid, and the distances are squared."""
    return np.linalg.norm(X[:, np.newaxis] - centroids, axis=2).min(axis=1).sum()


@EXERCISE.wrong
def all_centroids(X, labels, centroids):
    """You sum the distances to all centroids. Each point counts once, with its own centroid: the
    one that its label names."""
    return sum(((X - c) ** 2).sum() for c in centroids)


@EXERCISE.wrong
def every_point_with_every_label(X, labels, centroids):
    """You sum every point with every label. You need one entry a row, that of the point's own
    label. {if [:, labels]: `d[:, labels]` takes whole columns.}"""
    return steps.squared_distances(X, centroids)[:, labels].sum()


@EXERCISE.wrong
def one_centroid(X, labels, centroids):
    """You measure every point to centroid 0. Each has its own: the labels say which."""
    return ((X - centroids[0]) ** 2).sum()


@EXERCISE.wrong(key="one centroid")
def last_centroid_only(X, labels, centroids):
    """You measure every point to the last centroid. Each has its own: the labels say which."""
    return ((X - centroids[-1]) ** 2).sum()


@EXERCISE.wrong
def global_mean(X, labels, centroids):
    """You measure to the mean of all points. Each point has a centroid of its own: the labels say
    which."""
    return ((X - X.mean(axis=0)) ** 2).sum()


@EXERCISE.wrong(key="global mean")
def mean_of_the_centroids(X, labels, centroids):
    """You measure to the mean of the centroids. Each point has a centroid of its own: the labels
    say which."""
    return ((X - centroids.mean(axis=0)) ** 2).sum()


@EXERCISE.wrong
def recomputed(X, labels, centroids):
    """You compute the means of the clusters and measure to those. Measure to the centroids that
    you are given."""
    return steps.inertia(X, labels, steps.recompute_centroids(X, labels, centroids))


@EXERCISE.wrong
def mean_per_cluster(X, labels, centroids):
    """You average inside each cluster before summing, so small clusters weigh too much. The
    inertia sums over all points."""
    used = np.unique(labels)
    return sum(((X[labels == j] - centroids[j]) ** 2).sum(axis=1).mean() for j in used)


@EXERCISE.wrong(key="recomputed")
def sum_of_variances(X, labels, centroids):
    """You sum the variances of the clusters. Measure to the centroids that you are given, and do
    not divide."""
    return sum(X[labels == j].var(axis=0).sum() for j in np.unique(labels))


@EXERCISE.wrong(key="recomputed")
def sum_of_standard_deviations(X, labels, centroids):
    """You sum standard deviations. Measure to the centroids that you are given, square, and do
    not divide."""
    return sum(X[labels == j].std(axis=0).sum() for j in np.unique(labels))


@EXERCISE.wrong(key="root")
def root_of_each_cluster(X, labels, centroids):
    """You take a square root for each cluster. Sum the squares themselves. {if norm(:
    `np.linalg.norm` takes a root.}"""
    return sum(np.linalg.norm(X[labels == j] - centroids[j]) for j in range(len(centroids)))


@EXERCISE.wrong(key="largest")
def largest_cluster(X, labels, centroids):
    """You return the sum of the largest cluster. All of them are to be summed."""
    return of_each_cluster(X, labels, centroids).max()


@EXERCISE.wrong
def counted_by_size(X, labels, centroids):
    """Each cluster's sum is multiplied by its size. The sum over its points contains the size
    already."""
    sizes = np.bincount(labels, minlength=len(centroids))
    return (sizes * of_each_cluster(X, labels, centroids)).sum()


@EXERCISE.wrong
def empty_cluster_dropped(X, labels, centroids):
    """After a cluster without points the centroids slip: you count the labels that occur. Label
    j means row j of `centroids`."""
    used = np.unique(labels)
    return sum(((X[labels == j] - c) ** 2).sum() for j, c in zip(used, centroids))


@EXERCISE.wrong
def equal_points_merged(X, labels, centroids):
    """Points with equal coordinates count as one. Each of them counts."""
    _, first = np.unique(X, axis=0, return_index=True)
    return steps.inertia(X[first], labels[first], centroids)


@EXERCISE.wrong
def labels_as_coordinates(X, labels, centroids):
    """You subtract the labels. A label is a row number: subtract the centroid in that row."""
    return ((X - labels[:, np.newaxis]) ** 2).sum()


@EXERCISE.wrong
def last_row_missed(X, labels, centroids):
    """The last point is missed. {if range(: `range(n)` already ends at n - 1.}"""
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(len(X) - 1))


@EXERCISE.wrong
def first_row_missed(X, labels, centroids):
    """The first point is missed. Indices start at 0."""
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(1, len(X)))


@EXERCISE.wrong
def last_cluster_missed(X, labels, centroids):
    """The last cluster is missed. {if range(: `range(k)` already ends at k - 1.}"""
    return of_each_cluster(X, labels, centroids)[:-1].sum()


@EXERCISE.wrong
def first_cluster_missed(X, labels, centroids):
    """The first cluster is missed. Indices start at 0."""
    return of_each_cluster(X, labels, centroids)[1:].sum()


@EXERCISE.wrong(key="overwritten")
def last_cluster_only(X, labels, centroids):
    """Only the last cluster counts. {if loop: Is the sum replaced in each round (`=` where `+=` is
    meant)?}"""
    return of_each_cluster(X, labels, centroids)[-1]


@EXERCISE.wrong(key="overwritten")
def last_point_only(X, labels, centroids):
    """Only the last point counts. {if loop: Is the sum replaced in each round (`=` where `+=` is
    meant)?}"""
    for x, label in zip(X, labels):
        total = ((x - centroids[label]) ** 2).sum()
    return total


@EXERCISE.wrong(key="one round")
def first_cluster_only(X, labels, centroids):
    """Only the first cluster counts. {if return in loop: Is the `return` inside the loop?}"""
    return of_each_cluster(X, labels, centroids)[0]


@EXERCISE.wrong(key="one round")
def first_point_only(X, labels, centroids):
    """Only the first point counts. {if return in loop: Is the `return` inside the loop?}"""
    return ((X[0] - centroids[labels[0]]) ** 2).sum()


@EXERCISE.wrong
def largest(X, labels, centroids):
    """You return the largest squared distance. All of them are to be summed."""
    return ((X - centroids[labels]) ** 2).sum(axis=1).max()


@EXERCISE.wrong
def two_columns(X, labels, centroids):
    """You use the first two columns by number. Points can have one column or thirty: let NumPy
    work along the whole axis."""
    x, y = X[:, 0] - centroids[labels, 0], X[:, 1] - centroids[labels, 1]
    return (x**2 + y**2).sum()


@EXERCISE.wrong
def one_column(X, labels, centroids):
    """Only the first column counts in your answer. The distance uses all of them."""
    return ((X[:, 0] - centroids[labels, 0]) ** 2).sum()


@EXERCISE.wrong
def from_one(X, labels, centroids):
    """You subtract 1 from the labels. They start at 0 and are row numbers of `centroids` as they
    are."""
    return ((X - centroids[labels - 1]) ** 2).sum()


@EXERCISE.wrong(key="from one")
def clusters_from_one(X, labels, centroids):
    """You look for labels from 1 to k. They start at 0: cluster j holds the points whose label
    is j."""
    return sum(((X[labels == j] - c) ** 2).sum() for j, c in enumerate(centroids, start=1))


@EXERCISE.wrong
def labels_sorted(X, labels, centroids):
    """The points are paired with the wrong labels. `labels[i]` belongs to point i; keep their
    order."""
    return ((X - centroids[np.sort(labels)]) ** 2).sum()


@EXERCISE.wrong
def pairwise_rows(X, labels, centroids):
    """You pair row with row: point 0 with centroid 0, point 1 with centroid 1. The labels say
    which centroid belongs to a point."""
    return ((X - centroids) ** 2).sum()


@EXERCISE.wrong(like=pairwise_rows)
def pairwise_rows_in_a_loop(X, labels, centroids):
    return sum(((X[j] - centroids[j]) ** 2).sum() for j in range(len(centroids)))


@EXERCISE.wrong
def squared_twice(X, labels, centroids):
    """The squares are squared once more. Square the differences, sum them, and stop."""
    return (((X - centroids[labels]) ** 2).sum(axis=1) ** 2).sum()
