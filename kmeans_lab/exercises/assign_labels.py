"""assign_labels, notebook 04: label every point with its nearest centroid."""

import numpy as np

from ..checker.exercise import Case, Exercise, case
from ..steps import assign_labels, squared_distances
from . import picture
from .shared import from_one
from .squared_distances import in_float32 as distances_in_float32

# So many of both that two formulas are hardly equal here by chance; quarters, never rounded.
MANY = (
    (np.arange(80) ** 3 * 57 % 101).reshape(20, 4) / 4,
    (np.arange(32) ** 3 * 53 % 97).reshape(8, 4) / 4,
)

EXERCISE = Exercise(
    name="assign_labels",
    load=lambda: assign_labels,
    kind="integers",
    cases=(
        case([[3.0, 4.0], [0.0, 1.0]], [[0.0, 0.0], [4.0, 4.0]], tags="clusters"),
        case(
            [[9.0, 1.0], [1.0, 2.0], [3.0, 8.0], [5.0, 9.0], [1.0, 2.0]],
            [[2.0, 9.0], [8.0, 0.0], [0.0, 2.0]],
        ),
        case(
            [[5.0, 5.0], [-4.0, 3.0], [0.5, 0.5]],
            [[4.0, 1.0], [1.0, 1.0], [9.0, 9.0], [-2.0, 8.0]],
            tags="clusters",
        ),
        case([[1.0], [4.5], [-2.0], [10.0]], [[9.0], [0.0], [4.0]], tags="columns"),
        case(
            [[0.0, 0.0, 5.0], [1.0, 1.0, 0.0], [5.0, 5.0, 5.0], [1.0, 0.0, 9.0]],
            [[5.0, 5.0, 4.0], [0.0, 0.0, 0.0], [0.0, 0.0, 6.0]],
            tags="columns",
        ),
        case([[3.0, 3.0], [5.0, 0.0], [0.0, 4.2]], [[0.0, 0.0], [8.0, 0.5], [4.9, 4.9]]),
        case([[0.0, 0.0], [1.0, 7.0]], [[3.0, 3.0], [4.0, 0.5], [1.0, 9.0]]),
        case(
            [[0.3, 0.0], [0.9, 0.2], [0.55, 0.0], [9.0, 0.5]],
            [[0.0, 0.0], [1.0, 0.0], [0.6, 0.0]],
        ),
        case([[2, 9], [7, 1]], [[6, 2], [1, 8], [9, 9]], tags="integers"),
        case([[2, 2], [4, 0], [0, 4]], [[4, 4], [0, 0], [4, 4]], tags="tie integers"),
        case(
            [[3.0e11, 0.0], [0.0, 2.0e11], [1.0e11, 1.0e11]],
            [[0.0, -9.0e11], [0.0, 5.0e11], [9.0e11, 0.0]],
            tags="large",
        ),
        case([[1.0, 2.0], [3.0, 0.0]], [[5.0, 5.0]], tags="clusters"),
        case(
            [[1.0, 2.0], [7.0, 8.0]],
            [[5.0, 5.0], [0.0, 9.0], [9.0, 0.0], [1.0, 1.0]],
            tags="clusters",
        ),
        case([[7.5, 2.0]], [[1.0, 1.0], [4.0, 4.0], [8.0, 1.5]]),
        case([[0.500001], [1.00003], [1.003]], [[0.0], [1.0], [1.00004]], tags="columns"),
        case(
            [[500_003.0, 4_649_001.5], [500_001.0, 4_649_003.0]],
            [[500_001.5, 4_649_001.0], [500_004.5, 4_649_001.75], [500_001.75, 4_649_002.5]],
        ),
        case([[0]], [[int(c)] for c in "22111112211122121"], tags="tie integers columns clusters"),
        Case(MANY, frozenset({"clusters", "columns"})),
    ),
    slips=(from_one,),
    words={
        "list": "Your answer is a {type}. One NumPy array of n integers is asked for, the label "
        "of each point in the order of X: `np.array(...)` makes one of a list of labels.",
        "booleans": "Your answer holds True and False. Whole numbers are asked for, and a third "
        "cluster could not be told by them.",
        "floats for integers": "Your labels are floats. They will be used as indices, and an "
        "index must be an integer: `dtype=int`.",
        "kind": "One integer a point is asked for, in an array of shape (n,). A dictionary or "
        "a list of groups is another way to store clusters, but not what the next step reads.",
    },
    hints=(
        "You have the squared distances from every point to every centroid: one row a point. "
        "What do you look for in a row?",
        "Not the smallest number itself, but where it stands: its index.",
        "`argmin` gives the position of the smallest entry, of the first one if there are "
        "several. Along which axis?",
        "Axis 1 runs through the centroids: one answer for each row.",
    ),
    picture=picture.of_labels,
    why="This step takes nearly all the time of K-Means.",
)


@EXERCISE.slip
def one_too_small(answer, *args):
    """Your labels are one too small: they start at -1. `argmin` counts from 0 already."""
    return np.asarray(answer) - 1


@EXERCISE.wrong
def farthest(X, centroids):
    """You choose the farthest centroid. The nearest has the *smallest* distance."""
    return squared_distances(X, centroids).argmax(axis=1)


@EXERCISE.wrong
def wrong_axis(X, centroids):
    """That is the nearest point of each centroid. It is the other way round: the nearest
    centroid of each point. Look for the smallest along the other axis."""
    return squared_distances(X, centroids).argmin(axis=0)


@EXERCISE.wrong
def no_axis(X, centroids):
    """One number for all points. {if argmin(: Without an axis, `argmin` looks at the whole array.}
    Each row has its own smallest entry."""
    return squared_distances(X, centroids).argmin()


@EXERCISE.wrong(key="no axis")
def points_summed(X, centroids):
    """One number for all points: each point needs its own label. Sum over the columns of the
    points only."""
    return squared_distances(X, centroids).sum(axis=0).argmin()


@EXERCISE.wrong
def ties(X, centroids):
    """Of two equally near centroids the one with the lowest index wins. {if < or >: With `<`, the
    first one found stays; with `<=`, the last.}"""
    backwards = squared_distances(X, centroids)[:, ::-1]
    return len(centroids) - 1 - backwards.argmin(axis=1)


@EXERCISE.wrong(key="distances")
def smallest_distances(X, centroids):
    """You return how far away the nearest centroid is. What is asked for is which one it is: its
    index."""
    return squared_distances(X, centroids).min(axis=1)


@EXERCISE.wrong(like=smallest_distances)
def smallest_roots(X, centroids):
    return np.sqrt(squared_distances(X, centroids)).min(axis=1)


@EXERCISE.wrong
def all_distances(X, centroids):
    """You return all distances. One step is left: in every row, the index of the smallest."""
    return squared_distances(X, centroids)


@EXERCISE.wrong(like=all_distances)
def all_roots(X, centroids):
    return np.sqrt(squared_distances(X, centroids))


@EXERCISE.wrong(key="centroids")
def nearest_centroids(X, centroids):
    """You return the nearest centroid itself. Its index is asked for."""
    return centroids[assign_labels(X, centroids)]


@EXERCISE.wrong
def all_in_order(X, centroids):
    """You return all centroids in the order of their distance. Only the first of each row is
    asked for."""
    return squared_distances(X, centroids).argsort(axis=1)


@EXERCISE.wrong(like=farthest)
def last_in_order(X, centroids):
    return squared_distances(X, centroids).argsort(axis=1)[:, -1]


@EXERCISE.wrong
def second_nearest(X, centroids):
    """You choose the second nearest. Sorted positions start at 0 as well."""
    return squared_distances(X, centroids).argsort(axis=1)[:, :2][:, -1]


@EXERCISE.wrong(key="one-hot")
def table_of_ones(X, centroids):
    """You return a table of zeros and ones. One number a point is asked for: the index of its
    centroid."""
    return np.eye(len(centroids))[assign_labels(X, centroids)]


@EXERCISE.wrong
def groups(X, centroids):
    """You count how many points each centroid has. One label for each point is asked for."""
    return np.bincount(assign_labels(X, centroids), minlength=len(centroids))


@EXERCISE.wrong
def absolute(X, centroids):
    """You compare sums of absolute differences (the Manhattan distance). It is often right, but
    not always: square the differences before summing."""
    return np.abs(X[:, np.newaxis] - centroids).sum(axis=2).argmin(axis=1)


@EXERCISE.wrong
def largest_difference(X, centroids):
    """You compare the largest difference of a column only. The distance sums the squares over
    all columns."""
    return np.abs(X[:, np.newaxis] - centroids).max(axis=2).argmin(axis=1)


@EXERCISE.wrong
def not_squared(X, centroids):
    """You sum differences without squaring them, so the most negative one wins. Square each
    difference before summing."""
    return (X[:, np.newaxis] - centroids).sum(axis=2).argmin(axis=1)


@EXERCISE.wrong(key="not squared")
def squared_too_late(X, centroids):
    """You sum differences before squaring them, so that plus and minus cancel. Square each
    difference first."""
    return ((X[:, np.newaxis] - centroids).sum(axis=2) ** 2).argmin(axis=1)


@EXERCISE.wrong
def dot_product(X, centroids):
    """You compare dot products; the longest centroid wins. Distances are asked for: squared
    differences."""
    return (X @ centroids.T).argmax(axis=1)


@EXERCISE.wrong(key="dot product")
def smallest_dot_product(X, centroids):
    """You compare dot products. Distances are asked for: squared differences."""
    return (X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong(key="dot product")
def cosine(X, centroids):
    """You compare directions (the cosine). Distances are asked for: squared differences."""
    lengths = np.linalg.norm(X, axis=1)[:, np.newaxis] * np.linalg.norm(centroids, axis=1)
    return (X @ centroids.T / np.where(lengths, lengths, 1)).argmax(axis=1)


@EXERCISE.wrong
def factor_two(X, centroids):
    """The middle term of |x|^2 - 2 x.c + |c|^2 needs its factor of two."""
    return ((centroids**2).sum(axis=1) - X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def sign(X, centroids):
    """The sign of the middle term is wrong: |x|^2 - 2 x.c + |c|^2."""
    return ((centroids**2).sum(axis=1) + 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def difference_of_squares(X, centroids):
    """You subtract squares. Square the difference instead: (x - c)^2 is not x^2 - c^2."""
    return (X[:, np.newaxis] ** 2 - centroids**2).sum(axis=2).argmin(axis=1)


@EXERCISE.wrong
def two_columns(X, centroids):
    """You use the first two columns by number. Points can have one column or thirty: let NumPy
    work along the whole axis."""
    dx, dy = X[:, [0]] - centroids[:, 0], X[:, [1]] - centroids[:, 1]
    return (dx**2 + dy**2).argmin(axis=1)


@EXERCISE.wrong
def one_column(X, centroids):
    """Only the first column counts in your answer. The distance uses all of them."""
    return np.abs(X[:, [0]] - centroids[:, 0]).argmin(axis=1)


@EXERCISE.wrong
def overwritten(X, centroids):
    """Only the last column counts in your answer. {if loop: Is the sum replaced in each round (`=`
    where `+=` is meant)?}"""
    return np.abs(X[:, [-1]] - centroids[:, -1]).argmin(axis=1)


@EXERCISE.wrong
def truncated(X, centroids):
    """The digits behind the point of your distances are cut off, which makes ties. An integer
    array (`dtype=int`), `int(...)` or `//` does that: work with floats."""
    return squared_distances(X, centroids).astype(int).argmin(axis=1)


@EXERCISE.wrong(like=truncated)
def truncated_roots(X, centroids):
    return np.sqrt(squared_distances(X, centroids)).astype(int).argmin(axis=1)


for digits in (0, 2, 4, 6):

    @EXERCISE.wrong
    def rounded(X, centroids, digits=digits):
        """You compare rounded distances, which makes ties. Compare them as they are."""
        return squared_distances(X, centroids).round(digits).argmin(axis=1)


@EXERCISE.wrong
def close_taken_for_equal(X, centroids):
    """You take distances that are nearly equal for a tie. The nearer centroid wins, however small
    the difference is; `np.isclose` and `np.allclose` do not see it."""
    distances = squared_distances(X, centroids)
    return np.isclose(distances, distances.min(axis=1, keepdims=True)).argmax(axis=1)


@EXERCISE.wrong(like=distances_in_float32)
def in_float32(X, centroids):
    return assign_labels(X.astype(np.float32), centroids.astype(np.float32))


@EXERCISE.wrong
def scaled(X, centroids):
    """You divide by the standard deviations. That changes which centroid is nearest: measure as
    the points are."""
    scale = np.where(X.std(axis=0), X.std(axis=0), 1)
    return assign_labels(X / scale, centroids / scale)


@EXERCISE.wrong
def last_cluster_missed(X, centroids):
    """The last centroid never gets a point. {if range(: `range(k)` already ends at k - 1.}"""
    return assign_labels(X, centroids[: max(len(centroids) - 1, 1)])


@EXERCISE.wrong
def first_cluster_missed(X, centroids):
    """The first centroid never gets a point. Indices start at 0."""
    return assign_labels(X, centroids[1:]) + 1 if len(centroids) > 1 else np.zeros(len(X), int)


@EXERCISE.wrong(key="first cluster missed")
def first_cluster_left_out(X, centroids):
    """The first centroid is left out, and the labels are shifted by one."""
    return assign_labels(X, centroids[len(centroids) > 1 :])


@EXERCISE.wrong
def two_clusters(X, centroids):
    """Only the first two centroids are compared. Take their number from the shape of
    `centroids`."""
    return assign_labels(X, centroids[:2])


@EXERCISE.wrong
def three_clusters(X, centroids):
    """Only the first three centroids are compared. Take their number from the shape of
    `centroids`."""
    return assign_labels(X, centroids[:3])


@EXERCISE.wrong
def last_row_missed(X, centroids):
    """The last point keeps label 0. {if range(: `range(n)` already ends at n - 1.}"""
    return np.append(assign_labels(X[:-1], centroids), 0)


@EXERCISE.wrong(key="last row missed")
def a_label_too_few(X, centroids):
    """The last point is missed: there is a label too few. {if range(: `range(n)` already ends at n
    - 1.}"""
    return assign_labels(X[:-1], centroids)


@EXERCISE.wrong
def first_row_missed(X, centroids):
    """The first point is missed: there is a label too few. Indices start at 0."""
    return assign_labels(X[1:], centroids)


@EXERCISE.wrong
def never_reset_best(X, centroids):
    """The smallest distance so far is carried over from one point to the next. Each point must
    start anew with infinity."""
    labels, best, winner = [], np.inf, 0
    for distances in squared_distances(X, centroids):
        for j, distance in enumerate(distances):
            if distance < best:
                best, winner = distance, j
        labels.append(winner)
    return np.array(labels)


@EXERCISE.wrong(like=never_reset_best)
def never_reset_and_zero(X, centroids):
    labels, best = np.zeros(len(X), dtype=int), np.inf
    for i, distances in enumerate(squared_distances(X, centroids)):
        if distances.min() < best:
            best, labels[i] = distances.min(), distances.argmin()
    return labels


@EXERCISE.wrong
def first_decrease(X, centroids):
    """You stop at the first centroid that is nearer than centroid 0. A later one may be nearer
    still: look at all of them."""
    distances = squared_distances(X, centroids)
    return (distances < distances[:, [0]]).argmax(axis=1)


@EXERCISE.wrong
def neighbours_compared(X, centroids):
    """You compare each centroid with the one before it. Compare it with the nearest one found so
    far."""
    distances, labels = squared_distances(X, centroids), np.zeros(len(X), dtype=int)
    for j in range(1, len(centroids)):
        labels[distances[:, j] < distances[:, j - 1]] = j
    return labels


@EXERCISE.wrong(key="wrong axis")
def centroids_summed(X, centroids):
    """You sum over the wrong axis: over the centroids instead of over the columns of a point.
    Which axis of your array has length d?"""
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=1).argmin(axis=1)


@EXERCISE.wrong
def not_summed(X, centroids):
    """You look for the smallest before summing, column by column. First sum the squares over the
    columns, then look along the centroids."""
    return ((X[:, np.newaxis] - centroids) ** 2).argmin(axis=1)


@EXERCISE.wrong(key="not summed")
def not_summed_point_by_point(X, centroids):
    """You look for the smallest square of a point before summing: the place of one coordinate,
    not of a centroid. First sum the squares over the columns."""
    return ((X[:, np.newaxis] - centroids) ** 2).reshape(len(X), -1).argmin(axis=1)


@EXERCISE.wrong(key="not summed")
def not_summed_along_columns(X, centroids):
    """You look for the smallest before summing, along the columns. First sum the squares over
    the columns, then look along the centroids."""
    return ((X[:, np.newaxis] - centroids) ** 2).argmin(axis=2)


@EXERCISE.wrong(key="not summed")
def not_summed_along_points(X, centroids):
    """You look for the smallest before summing, along the points. First sum the squares over the
    columns, then look along the centroids."""
    return ((X[:, np.newaxis] - centroids) ** 2).argmin(axis=0)


@EXERCISE.wrong
def centroids_ignored(X, centroids):
    """You look for the smallest coordinate of each point. Look for the smallest *distance* to
    the centroids."""
    return X.argmin(axis=1)


def where_nearest(X, centroids):
    """Return rows and columns of the smallest distances, both for each tie."""
    distances = squared_distances(X, centroids)
    return np.where(distances == distances.min(axis=1, keepdims=True))


@EXERCISE.wrong(key="ties")
def every_tie(X, centroids):
    """A point with two equally near centroids gets two labels. Only the lowest index counts."""
    return where_nearest(X, centroids)[1]


@EXERCISE.wrong
def where(X, centroids):
    """These are row numbers and column numbers, and more than one for a tie. One index for each
    row is asked for. {if where(: `np.where` gives both.}"""
    return np.array(where_nearest(X, centroids))


for read in (
    lambda mask: np.where(mask)[1],
    lambda mask: mask.argmax(axis=1),
    lambda mask: np.where(mask)[0],
    lambda mask: mask,
):

    @EXERCISE.wrong
    def min_without_keepdims(X, centroids, read=read):
        """The distances are compared with the smallest ones of other points. {if min(: The
        smallest of each row have shape (n,), so they do not stand beside the rows when you compare
        them: keep the axis, or let NumPy give you their places at once.}"""
        distances = squared_distances(X, centroids)
        return read(distances == distances.min(axis=1))


@EXERCISE.wrong
def appended_too_often(X, centroids):
    """A label is stored at each improvement, so there are too many. Wait until all centroids
    have been compared, then store the best."""
    labels = []
    for distances in squared_distances(X, centroids):
        best = np.inf
        for j, distance in enumerate(distances):
            if distance < best:
                best = distance
                labels.append(j)
    return np.array(labels)


@EXERCISE.wrong(key="order of the points")
def reverse_order(X, centroids):
    """The labels come in reverse order. `labels[i]` belongs to point i."""
    return assign_labels(X, centroids)[::-1]


@EXERCISE.wrong(key="order of the points")
def labels_sorted(X, centroids):
    """The labels are sorted. `labels[i]` belongs to point i: keep the order of X."""
    return np.sort(assign_labels(X, centroids))


@EXERCISE.wrong
def each_label_once(X, centroids):
    """Each label comes only once. Every point needs one, in the order of X."""
    return np.unique(assign_labels(X, centroids))


@EXERCISE.wrong
def stops_too_early(X, centroids):
    """You stop looking at the first centroid that is not nearer. A later one may be: look at all
    of them."""
    rises = np.diff(squared_distances(X, centroids), axis=1, append=np.inf)
    return (rises >= 0).argmax(axis=1)


@EXERCISE.wrong(key="sorted")
def centroids_sorted(X, centroids):
    """The labels belong to sorted centroids. A label is a row number of `centroids` as it is
    given."""
    return assign_labels(X, centroids[np.lexsort(centroids.T)])


@EXERCISE.wrong(like=centroids_sorted)
def sorted_by_first_column(X, centroids):
    return assign_labels(X, centroids[np.argsort(centroids[:, 0])])


@EXERCISE.wrong
def one_label(X, centroids):
    """Only the first point gets a label. {if return in loop: Is the `return` inside the loop?}"""
    return assign_labels(X, centroids)[:1]


@EXERCISE.wrong(key="one label")
def one_label_among_zeros(X, centroids):
    """Only the first point gets its label. {if return in loop: Is the `return` inside the
    loop?}"""
    return np.where(np.arange(len(X)) == 0, assign_labels(X, centroids), 0)


@EXERCISE.wrong(like=one_label)
def one_number(X, centroids):
    return assign_labels(X, centroids)[0]


@EXERCISE.wrong(key="one label")
def last_label(X, centroids):
    """Only the last point's label is left. Store one label for each point."""
    return assign_labels(X, centroids)[-1]


@EXERCISE.wrong
def all_zero(X, centroids):
    """Every point gets label 0. {if loop: Is the comparison ever true, and is j stored then? The
    smallest distance so far starts from infinity, and each sum of squares from 0.}"""
    return np.zeros(len(X), dtype=int)


@EXERCISE.wrong
def all_last(X, centroids):
    """Every point gets the last label. {if loop: Store j only if centroid j is nearer than all
    before it, and remember its distance then.}"""
    return np.full(len(X), len(centroids) - 1)


@EXERCISE.wrong
def points_with_points(X, centroids):
    """Every point is its own nearest. Did you measure from the points to the points? The second
    array is `centroids`."""
    return assign_labels(X, X)


for start in (1, 10, 1000, 1e13):

    @EXERCISE.wrong
    def large_numbers(X, centroids, start=start):
        """Points that are far away from all centroids get a wrong label. Does your search start
        from a fixed number as smallest distance? Start from infinity: `np.inf`."""
        distances = squared_distances(X, centroids)
        return np.where(distances.min(axis=1) < start, distances.argmin(axis=1), 0)
