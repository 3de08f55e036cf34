"""centroids_are_means, notebook 08: tell whether every centroid is the mean of its cluster."""

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, case
from .verdict import VERDICT, always_false, opposite, refuses_nan


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
        False as well if any centroid holds NaN.
    """
    for j, centroid in enumerate(centroids):
        members = X[labels == j]
        if len(members) > 0 and not np.allclose(centroid, members.mean(axis=0)):
            return False
    return not np.isnan(centroids).any()


PAIRS = [[0.0, 0.0], [2.0, 4.0], [10.0, 0.0], [12.0, 8.0]]


def with_nan(labels, centroids):
    """Return a probe: is the verdict on centroids of PAIRS that hold NaN False?"""
    return refuses_nan(X=np.array(PAIRS), labels=np.array(labels), centroids=np.array(centroids))


EXERCISE = Exercise(
    name="centroids_are_means",
    load=lambda: centroids_are_means,
    kind="number",
    cases=(
        case([[1.0], [3.0]], [0, 0], [[2.0]], tags="columns"),
        case(PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [11.0, 4.0]]),
        case(PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [11.0, 5.0]]),
        case(PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [12.0, 5.0]]),
        case(PAIRS, [0, 0, 1, 1], [[0.0, 2.0], [11.0, 4.0]]),
        case(PAIRS, [0, 0, 1, 1], [[11.0, 4.0], [1.0, 2.0]]),
        case(PAIRS, [0, 0, 2, 2], [[1.0, 2.0], [50.0, 7.0], [11.0, 4.0]], tags="empty"),
        case(PAIRS, [0, 0, 1, 1], [[1.5, 2.5], [11.5, 4.5]]),
        case([[4.0], [7.0]], [1, 0], [[7.0], [4.0]], tags="columns"),
        case(PAIRS, [0, 1, 0, 1], [[5.0, 0.0], [7.0, 6.0]]),
        case([[0.1], [0.2], [0.3]], [0, 0, 0], [[0.2]], tags="columns"),
        case([[1, 5], [2, 5], [8, 0]], [0, 0, 1], [[1, 5], [8, 0]], tags="integers"),
        case([[1, 5], [3, 5], [8, 0]], [0, 0, 1], [[2, 5], [8, 0]], tags="integers"),
        case(
            [[55.0, 49.0, 1.0], [55.6, 50.0, 2.0], [20.0, 20.0, 3.0]],
            [1, 1, 0],
            [[20.0, 20.0, 3.0], [55.0, 49.5, 1.5]],
            tags="columns",
        ),
        case([[0.0], [1.0], [8.0]], [0, 0, 0], [[1.0]], tags="columns"),
        case(PAIRS, [0, 0, 1, 1], [[2.0, 1.0], [11.0, 4.0]]),
        case(PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [11.0, 4.001]]),
        case([[4.0], [7.0]], [0, 1], [[4.0], [5.0]], tags="columns"),
        case([[4.0], [7.0]], [0, 1], [[3.0], [7.0]], tags="columns"),
        case([[1.1], [2.2], [3.3]], [0, 0, 0], [[2.2]], tags="columns"),
        case(
            [[5.0, 1.0], [0.1, 2.0], [0.2, 3.0], [-0.3, 4.0]],
            [0, 1, 1, 1],
            [[5.0, 1.0], [0.0, 3.0]],
        ),
    ),
    slips=(opposite("every centroid is the mean of its cluster."),),
    words={
        **VERDICT,
        "nan passes": "A centroid that holds NaN passes, because its cluster is empty. NaN lies "
        "nowhere, not even if only one of its numbers is NaN: ask for it by itself.",
    },
    probes=(
        with_nan([0, 0, 2, 2], [[1.0, 2.0], [np.nan, np.nan], [11.0, 4.0]]),
        with_nan([1, 1, 2, 2], [[7.0, np.nan], [1.0, 2.0], [11.0, 4.0]]),
        with_nan([0, 0, 1, 1], [[1.0, 2.0], [11.0, 4.0], [np.nan, 7.0]]),
    ),
    hints=(
        "Go through the clusters one by one: which points carry its label, and what is their "
        "mean?",
        "`X[labels == j]` are the points of cluster j, and `np.allclose(a, b)` compares floats "
        "with an allowance for rounding.",
        "Skip clusters without points. At the end, no centroid may hold NaN: "
        "`np.isnan(centroids).any()`.",
    ),
    why="It also catches means that were cut off, forgotten, or computed of the wrong points.",
)


@EXERCISE.wrong
def empty_cluster(X, labels, centroids):
    """An empty cluster has no mean, so its centroid may lie anywhere. Leave that cluster out: ask
    first whether it has any points."""
    return all(np.allclose(X[labels == j].mean(0), c) for j, c in enumerate(centroids))


@EXERCISE.wrong
def exact(X, labels, centroids):
    """You compare floats exactly. The mean of 0.1, 0.2 and 0.3 is not quite 0.2 in the computer:
    `np.allclose` allows for rounding."""
    return all((X[labels == j].mean(0) == centroids[j]).all() for j in np.unique(labels))


@EXERCISE.wrong
def one_number_only(X, labels, centroids):
    """One number of a centroid agrees, and you are content. All of them must."""
    return all(np.isclose(X[labels == j].mean(0), centroids[j]).any() for j in np.unique(labels))


@EXERCISE.wrong
def first_cluster_only(X, labels, centroids):
    """Only the first cluster is looked at. Say False at the first wrong centroid, but True only
    after the last one: does a `return` end the loop in its first round?"""
    for j, centroid in enumerate(centroids):
        return np.allclose(X[labels == j].mean(0), centroid)


@EXERCISE.wrong
def last_cluster_only(X, labels, centroids):
    """Only the last cluster decides. Does each round overwrite the verdict of the one before?"""
    for j in np.unique(labels):
        healthy = np.allclose(X[labels == j].mean(0), centroids[j])
    return healthy


@EXERCISE.wrong
def one_cluster_is_enough(X, labels, centroids):
    """One right centroid is enough for you. Every one must be right. {if any(: It is `all`, not
    `any`.}"""
    return any(np.allclose(X[labels == j].mean(0), centroids[j]) for j in np.unique(labels))


@EXERCISE.wrong
def no_axis(X, labels, centroids):
    """You compare with one mean for all columns together. A centroid has one mean for each column.
    {if mean(: `.mean()` needs `axis=0` for that.}"""
    return all(np.allclose(X[labels == j].mean(), centroids[j]) for j in np.unique(labels))


@EXERCISE.wrong(key="no axis")
def both_averaged_over_columns(X, labels, centroids):
    """You compare one number, averaged over all columns, with another. A centroid has one mean for
    each column, and each must agree."""
    return all(np.isclose(X[labels == j].mean(), centroids[j].mean()) for j in np.unique(labels))


@EXERCISE.wrong
def single_points_left_out(X, labels, centroids):
    """A cluster of a single point is left out. Its mean is that point."""
    several = [j for j in np.unique(labels) if (labels == j).sum() > 1]
    return all(np.allclose(X[labels == j].mean(0), centroids[j]) for j in several)


@EXERCISE.wrong(key="one cluster missed")
def last_cluster_missed(X, labels, centroids):
    """The last cluster is not looked at: `range(k)` already ends with k - 1."""
    kept = labels < len(centroids) - 1
    return all(np.allclose(X[labels == j].mean(0), centroids[j]) for j in np.unique(labels[kept]))


@EXERCISE.wrong(key="one cluster missed")
def first_cluster_missed(X, labels, centroids):
    """The first cluster is not looked at. Clusters are counted from 0."""
    kept = labels > 0
    return all(np.allclose(X[labels == j].mean(0), centroids[j]) for j in np.unique(labels[kept]))


@EXERCISE.wrong
def median(X, labels, centroids):
    """You compare with the median. A centroid is the mean."""
    return all(np.allclose(np.median(X[labels == j], 0), centroids[j]) for j in np.unique(labels))


@EXERCISE.wrong(key="sum")
def not_divided(X, labels, centroids):
    """You compare with the sum of the points. Divide it by how many they are."""
    return all(np.allclose(X[labels == j].sum(0), centroids[j]) for j in np.unique(labels))


@EXERCISE.wrong
def any_order(X, labels, centroids):
    """The right means in the wrong order pass. Centroid j must be the mean of the points with
    label j."""
    means = steps.recompute_centroids(X, labels, centroids)
    return np.allclose(np.sort(means, axis=0), np.sort(centroids, axis=0))


@EXERCISE.wrong
def own_labels(X, labels, centroids):
    """You label the points anew. The question is about the labels that you are given."""
    labels = steps.assign_labels(X, centroids)
    return np.allclose(steps.recompute_centroids(X, labels, centroids), centroids)


@EXERCISE.wrong
def truncated_again(X, labels, centroids):
    """You put the means into an integer array, which cuts them off just as the sick program did:
    the same mistake twice looks like agreement. Use floats."""
    means = centroids.copy()
    for j in np.unique(labels):
        means[j] = X[labels == j].mean(axis=0)
    return np.allclose(means, centroids)


@EXERCISE.wrong
def too_generous(X, labels, centroids):
    """You allow for too much: a centroid of whole numbers passes. Rounding is a matter of the last
    digits."""
    return np.allclose(steps.recompute_centroids(X, labels, centroids), centroids, atol=1)


@EXERCISE.wrong(key="too generous")
def allows_a_thousandth(X, labels, centroids):
    """You allow for too much: 4.001 passes for 4. Rounding is a matter of the last digits, as
    `np.allclose` takes it when it is told nothing else."""
    means = steps.recompute_centroids(X, labels, centroids)
    return np.allclose(means, centroids, atol=0.001)


@EXERCISE.wrong
def not_reduced(X, labels, centroids):
    """You return an answer for each number. One for the whole is asked for: `np.all`."""
    return np.isclose(steps.recompute_centroids(X, labels, centroids), centroids)


@EXERCISE.wrong
def always_true(X, labels, centroids):
    """It always says True, wherever the centroids lie."""
    return True


EXERCISE.wrong(always_false)
