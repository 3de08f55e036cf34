"""squared_distances, notebook 04: the squared distance of every point to every centroid."""

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, case
from .shared import ROUNDED, ROUNDED_LITTLE, doubled, halved, root, truncated


def wraps_small_integers(function):
    """Remark on bytes: 10 - 30 is 236 there, and pictures are stored as bytes."""
    X, centroids = np.array([[10, 10]], np.uint8), np.array([[30, 30], [0, 0]], np.uint8)
    if np.allclose(function(X, centroids), [[800, 200]]):
        return ""
    return (
        "With bytes (uint8, as in pictures) your numbers would wrap around: 10 - 30 is 236 "
        "there. Converting X and the centroids to float first makes it safe for any input."
    )


EXERCISE = Exercise(
    name="squared_distances",
    load=lambda: steps.squared_distances,
    kind="numbers",
    cases=(
        case([[3.0, 4.0]], [[0.0, 0.0]], tags="clusters"),
        case([[0.5, 1.0], [3.0, 4.0], [1.5, 0.8125]], [[1.0, 0.0], [3.0, 2.0]], tags="clusters"),
        case(
            [[0.0, 0.0], [2.5, -1.0], [4.0, 3.0], [-2.0, 0.5]],
            [[1.0, 1.0], [4.0, 2.0], [-3.0, 0.0]],
        ),
        case([[1.0], [4.5], [-2.0]], [[0.0], [4.0]], tags="columns clusters"),
        case(
            [[0.0, 1.0, 5.0, 2.0, 3.0], [2.0, 2.0, -1.0, 0.0, 1.0], [1.0, 0.5, 3.0, 4.0, -2.0]],
            [
                [0.0, 0.0, 0.0, 1.0, 1.0],
                [2.0, 1.0, 1.0, 0.0, 5.0],
                [1.0, 1.0, 4.0, -3.0, 0.5],
                [5.0, 1.0, 0.0, 2.0, 2.0],
            ],
            tags="columns clusters",
        ),
        case([[1, 7], [4, 2]], [[0, 5], [3, 3], [6, 1]], tags="integers"),
        case([[1, 7], [4, 2]], [[0.5, 5.25], [3.5, 2.5], [6.0, 1.0]], tags="integers"),
        case([[20001.3, 30002.7]], [[20000.9, 30001.1], [20002.3, 30003.1], [20001.0, 30002.0]]),
        case([[2e-4, -7e-5]], [[-1e-4, 3e-4], [1e-4, 0.0], [5e-4, 1e-4]]),
        case([[3e6, -4e5]], [[-1e6, 5e6], [1e3, 0.0], [2e6, 1e6]], tags="large"),
    ),
    slips=(root,),
    remarks=(wraps_small_integers,),
    hints=(
        "Start with one point and one centroid: subtract coordinate by coordinate, square each "
        "difference, add them up.",
        "You need that for every pair. Two loops do it: row i of the result for point i, column "
        "j for centroid j.",
        "Without loops: `X[:, np.newaxis, :]` has shape (n, 1, d) and minus `centroids`, of "
        "shape (k, d), it gives (n, k, d).",
        "Square that array and sum it over its last axis, the one of the columns.",
    ),
    why="Leaving the square root away changes no comparison and saves n x k roots a round.",
)


@EXERCISE.slip
def transposed(answer, *args):
    """Rows and columns are exchanged. One row a point, one column a centroid: (n, k)."""
    return np.asarray(answer).T


EXERCISE.slips += [*ROUNDED, *ROUNDED_LITTLE, truncated, doubled, halved]


@EXERCISE.slip
def negative(answer, *args):
    """The sign is wrong: a squared distance is never negative."""
    return -np.asarray(answer)


@EXERCISE.slip
def squared_twice(answer, *args):
    """The squares are squared once more. Square the differences, sum them, and stop."""
    return np.asarray(answer) ** 2


@EXERCISE.slip
def reshaped(answer, *args):
    """The distances stand in the wrong places. `reshape` deals numbers out row by row, in the
    order in which they come; to exchange rows and columns, transpose."""
    return np.asarray(answer).T.reshape(np.shape(answer))


@EXERCISE.slip
def flat(answer, *args):
    """The numbers are right, but in one long line. Make it an array of shape (n, k): one row a
    point, one column a centroid."""
    return np.ravel(answer)


@EXERCISE.wrong
def absolute(X, centroids):
    """You add up absolute differences (the Manhattan distance). Square each difference before
    summing."""
    return np.abs(X[:, np.newaxis] - centroids).sum(axis=2)


@EXERCISE.wrong
def in_float32(X, centroids):
    """It is wrong where points lie close together and far from zero. Do you make them float32?
    That keeps only seven digits of each coordinate; NumPy's usual floats keep sixteen."""
    X, centroids = X.astype(np.float32), centroids.astype(np.float32)
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=2).astype(float)


@EXERCISE.wrong
def not_squared(X, centroids):
    """You sum the differences as they are, so that plus and minus cancel. Square each
    difference first."""
    return (X[:, np.newaxis] - centroids).sum(axis=2)


@EXERCISE.wrong
def square_of_sum(X, centroids):
    """You sum first and square afterwards. The other way round: square every difference, then
    sum over the columns."""
    return (X[:, np.newaxis] - centroids).sum(axis=2) ** 2


@EXERCISE.wrong
def times_two(X, centroids):
    """You multiply the differences by 2. `**` squares, `*` multiplies."""
    return ((X[:, np.newaxis] - centroids) * 2).sum(axis=2)


@EXERCISE.wrong
def not_summed(X, centroids):
    """The squares are right, but not yet summed: you have one number for every point, centroid
    and column. Sum over the columns, the last axis."""
    return (X[:, np.newaxis] - centroids) ** 2


@EXERCISE.wrong
def differences_only(X, centroids):
    """These are the differences of the coordinates. Square them, then sum over the columns."""
    return X[:, np.newaxis] - centroids


@EXERCISE.wrong(key="wrong axis")
def axis_of_the_points(X, centroids):
    """You sum over the wrong axis: over the points instead of over the columns of a point.
    Which axis of your array has length d?"""
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=0)


@EXERCISE.wrong(key="wrong axis")
def axis_of_the_centroids(X, centroids):
    """You sum over the wrong axis: over the centroids instead of over the columns of a point.
    Which axis of your array has length d?"""
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=1)


@EXERCISE.wrong
def summed_over_everything(X, centroids):
    """You sum over everything, so one number is left. Name the axis: only the columns are
    summed."""
    return ((X[:, np.newaxis] - centroids) ** 2).sum()


@EXERCISE.wrong
def summed_over_centroids(X, centroids):
    """You also sum over the centroids. Each point has one distance to *each* centroid: the
    result has shape (n, k)."""
    return np.array([((x - centroids) ** 2).sum() for x in X])


@EXERCISE.wrong
def summed_over_points(X, centroids):
    """You also sum over the points. Each point has a row of its own: the result has shape
    (n, k). Sum over the columns only."""
    return np.array([((X - c) ** 2).sum() for c in centroids])


@EXERCISE.wrong(key="summed over points")
def columns_of_one_number(X, centroids):
    """You also sum over the points, so a whole column holds one number. `axis=1` gives one number
    for each point. {if sum(: Without an axis, `sum` adds up everything.}"""
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2)
    return D


@EXERCISE.wrong(key="summed over centroids")
def rows_of_one_number(X, centroids):
    """You also sum over the centroids, so a whole row holds one number: subtract one centroid,
    `centroids[j]`, or name the axis to sum over."""
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        D[i] = np.sum((X[i] - centroids) ** 2)
    return D


@EXERCISE.wrong(key="wrong axis")
def axis_0_in_the_loop(X, centroids):
    """You sum over the points (`axis=0`), and get one number for each column. `axis=1` gives one
    number for each point."""
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2, axis=0)
    return D


@EXERCISE.wrong(like=axis_0_in_the_loop)
def axis_0_in_a_list(X, centroids):
    return np.array([((X - c) ** 2).sum(axis=0) for c in centroids]).T


@EXERCISE.wrong
def mean(X, centroids):
    """You take the mean over the columns. The squared distance is their sum."""
    return ((X[:, np.newaxis] - centroids) ** 2).mean(axis=2)


@EXERCISE.wrong
def largest_difference(X, centroids):
    """You take the largest squared difference. The squared distance is the sum over all
    columns."""
    return ((X[:, np.newaxis] - centroids) ** 2).max(axis=2)


@EXERCISE.wrong(key="largest difference")
def chebyshev(X, centroids):
    """You take the largest difference (the Chebyshev distance). Square the differences and sum
    them over all columns."""
    return np.abs(X[:, np.newaxis] - centroids).max(axis=2)


@EXERCISE.wrong
def two_columns(X, centroids):
    """You use the first two columns by number. Points can have one column or thirty: let NumPy
    work along the whole axis."""
    return (X[:, [0]] - centroids[:, 0]) ** 2 + (X[:, [1]] - centroids[:, 1]) ** 2


@EXERCISE.wrong
def one_column(X, centroids):
    """Only the first column counts in your answer. The distance uses all of them."""
    return (X[:, [0]] - centroids[:, 0]) ** 2


@EXERCISE.wrong
def range_of_k_for_d(X, centroids):
    """As many columns count as there are centroids. The columns are counted by `X.shape[1]`."""
    return sum((X[:, [c]] - centroids[:, c]) ** 2 for c in range(len(centroids)))


@EXERCISE.wrong
def not_filled(X, centroids):
    """You return zeros. Are the distances stored in the array that you return?"""
    return np.zeros((len(X), len(centroids)))


@EXERCISE.wrong
def last_column_missed(X, centroids):
    """The last column is missed. {if range(: `range(d)` already ends at d - 1.}"""
    return steps.squared_distances(X[:, :-1], centroids[:, :-1])


@EXERCISE.wrong
def first_column_missed(X, centroids):
    """The first column is missed. Indices start at 0."""
    return steps.squared_distances(X[:, 1:], centroids[:, 1:])


@EXERCISE.wrong
def overwritten(X, centroids):
    """Only the last column counts in your answer. {if loop: Is the sum replaced in each round (`=`
    where `+=` is meant), or set back to 0 too often?}"""
    for c in range(X.shape[1]):
        D = (X[:, [c]] - centroids[:, c]) ** 2
    return D


@EXERCISE.wrong
def never_reset(X, centroids):
    """The sum runs on from one pair to the next. Set it to 0 for each point *and* each
    centroid."""
    return steps.squared_distances(X, centroids).cumsum().reshape(len(X), len(centroids))


@EXERCISE.wrong(key="never reset")
def reset_for_each_point_only(X, centroids):
    """The sum runs on from one centroid to the next. Set it to 0 for each of them."""
    return steps.squared_distances(X, centroids).cumsum(axis=1)


def filled(X, centroids, rows, columns):
    """Fill these rows and columns only; the others stay 0."""
    D = np.zeros((len(X), len(centroids)))
    for i in rows:
        for j in columns:
            D[i, j] = ((X[i] - centroids[j]) ** 2).sum()
    return D


@EXERCISE.wrong(key="one point")
def returned_after_the_first_row(X, centroids):
    """Only the row of the first point is filled. {if return in loop: Is the `return` inside the
    loop?}"""
    return filled(X, centroids, range(1), range(len(centroids)))


@EXERCISE.wrong(key="one pair")
def returned_after_the_first_entry(X, centroids):
    """Only the first entry is filled. {if return in loop: Is the `return` inside the loop?}"""
    return filled(X, centroids, range(1), range(1))


@EXERCISE.wrong
def from_one(X, centroids):
    """The first row and the first column are never filled. Indices start at 0. {if range(1:
    `range(1, n)` starts with the second.}"""
    return filled(X, centroids, range(1, len(X)), range(1, len(centroids)))


@EXERCISE.wrong(key="last row missed")
def last_row_not_filled(X, centroids):
    """The last point is missed: its row was never filled. {if range(: `range(n)` already ends at n
    - 1.}"""
    return filled(X, centroids, range(len(X) - 1), range(len(centroids)))


@EXERCISE.wrong
def last_row_missed(X, centroids):
    """The last point is missed. {if range(: `range(n)` already ends at n - 1.}"""
    return steps.squared_distances(X[:-1], centroids)


@EXERCISE.wrong
def first_row_missed(X, centroids):
    """The first point is missed. Indices start at 0."""
    return steps.squared_distances(X[1:], centroids)


@EXERCISE.wrong(key="last cluster missed")
def last_column_not_filled(X, centroids):
    """The last centroid is missed: its column was never filled. {if range(: `range(k)` already
    ends at k - 1.}"""
    return filled(X, centroids, range(len(X)), range(len(centroids) - 1))


@EXERCISE.wrong
def last_cluster_missed(X, centroids):
    """The last centroid is missed. {if range(: `range(k)` already ends at k - 1.}"""
    return steps.squared_distances(X, centroids[:-1])


@EXERCISE.wrong
def first_cluster_missed(X, centroids):
    """The first centroid is missed. Indices start at 0."""
    return filled(X, centroids, range(len(X)), range(1, len(centroids)))


@EXERCISE.wrong(like=first_cluster_missed)
def first_cluster_left_out(X, centroids):
    return steps.squared_distances(X, centroids[1:])


@EXERCISE.wrong
def one_centroid(X, centroids):
    """You measure to the first centroid only. A column for each centroid is asked for. {if return
    in loop: Is the `return` inside the loop?}"""
    return ((X - centroids[0]) ** 2).sum(axis=1)


@EXERCISE.wrong(key="one centroid")
def last_centroid_only(X, centroids):
    """Only the last centroid is left. {if loop: Each round of the loop replaces the result of the
    one before.} A column for each centroid is asked for."""
    return ((X - centroids[-1]) ** 2).sum(axis=1)


@EXERCISE.wrong(key="one centroid")
def column_of_the_first_centroid(X, centroids):
    """You measure to the first centroid only. A column for each centroid is asked for."""
    return ((X - centroids[0]) ** 2).sum(axis=1, keepdims=True)


@EXERCISE.wrong(key="sorted")
def sorted_rows(X, centroids):
    """The distances are sorted. Column j must stay the distance to centroid j."""
    return np.sort(steps.squared_distances(X, centroids), axis=1)


for cut in (
    lambda X, centroids: (X.astype(int), centroids.astype(int)),
    lambda X, centroids: (X.astype(int), centroids),
    lambda X, centroids: (X, centroids.astype(int)),
):

    @EXERCISE.wrong(key="truncated")
    def truncated_coordinates(X, centroids, cut=cut):
        """The coordinates are cut off to whole numbers before you subtract. Work with floats."""
        return steps.squared_distances(*cut(X, centroids))


@EXERCISE.wrong
def norms_not_squared(X, centroids):
    """|x|^2 - 2 x.c + |c|^2 needs the squares of the lengths: sums of squares. {if norm(:
    `np.linalg.norm` takes a root.}"""
    norms = np.linalg.norm(centroids, axis=1)
    return np.linalg.norm(X, axis=1, keepdims=True) - 2 * X @ centroids.T + norms


@EXERCISE.wrong
def one_point(X, centroids):
    """Only the first point is measured. {if return in loop: Is the `return` inside the loop?}"""
    return ((X[0] - centroids) ** 2).sum(axis=1)


@EXERCISE.wrong(key="one point")
def last_point_only(X, centroids):
    """Only the last point is left. {if loop: Each round of the loop replaces the result of the one
    before.} A row for each point is asked for."""
    return ((X[-1] - centroids) ** 2).sum(axis=1)


@EXERCISE.wrong
def one_pair(X, centroids):
    """Only one pair is measured. {if return in loop: Is the `return` inside the loop?}"""
    return ((X[0] - centroids[0]) ** 2).sum()


@EXERCISE.wrong(key="one pair")
def last_pair_only(X, centroids):
    """Only the last pair is left. Store every distance in an array of shape (n, k)."""
    return ((X[-1] - centroids[-1]) ** 2).sum()


@EXERCISE.wrong
def pairwise_rows(X, centroids):
    """You pair row with row: point 0 with centroid 0, point 1 with centroid 1. Every point goes
    with *every* centroid: two loops, or an axis more, for which `np.newaxis` makes room."""
    return ((X - centroids) ** 2).sum(axis=1)


@EXERCISE.wrong
def nearest_only(X, centroids):
    """You keep the smallest distance only. All of them are asked for, one column for each
    centroid."""
    return steps.squared_distances(X, centroids).min(axis=1)


@EXERCISE.wrong
def labels(X, centroids):
    """You return which centroid is nearest. That is the next step: here the distances themselves
    are asked for."""
    return steps.squared_distances(X, centroids).argmin(axis=1)


@EXERCISE.wrong
def points_with_points(X, centroids):
    """You measure from the points to the points. The second array is `centroids`."""
    return steps.squared_distances(X, X)


@EXERCISE.wrong
def norms_dropped(X, centroids):
    """The points' own squares are missing. For the nearest centroid they do not matter, for the
    distance they do: |x|^2 - 2 x.c + |c|^2."""
    return -2 * X @ centroids.T + (centroids**2).sum(axis=1)


@EXERCISE.wrong(key="norms dropped")
def norms_of_the_centroids_dropped(X, centroids):
    """The centroids' own squares are missing: |x|^2 - 2 x.c + |c|^2."""
    return (X**2).sum(axis=1, keepdims=True) - 2 * X @ centroids.T


@EXERCISE.wrong
def factor_two(X, centroids):
    """The middle term needs a factor of two: |x|^2 - 2 x.c + |c|^2."""
    return (X**2).sum(axis=1, keepdims=True) - X @ centroids.T + (centroids**2).sum(axis=1)


@EXERCISE.wrong
def sign(X, centroids):
    """A sign is wrong: subtract the coordinates, x - c. Multiplied out, (x - c)^2 is
    x^2 - 2 x c + c^2, with a minus in the middle."""
    return (X**2).sum(axis=1, keepdims=True) + 2 * X @ centroids.T + (centroids**2).sum(axis=1)


@EXERCISE.wrong
def difference_of_squares(X, centroids):
    """You subtract squares. Square the difference instead: (x - c)^2 is not x^2 - c^2."""
    return (X[:, np.newaxis] ** 2 - centroids**2).sum(axis=2)


@EXERCISE.wrong
def dot_product(X, centroids):
    """That is the dot product of points and centroids. The distance squares the differences of
    the coordinates."""
    return X @ centroids.T
