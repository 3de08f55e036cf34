"""The exercise that moves: recompute_centroids."""

import numpy as np

from .. import steps
from .distances import DOUBLED, ROUNDED, TRUNCATED
from ..checker.exercise import Exercise, Misconception, case


def _each(value_of_members, if_empty=lambda X, centroids, j: centroids[j]):
    """Return a row: what the members of a cluster give, and what an empty cluster gets."""

    def answer(X, labels, centroids):
        rows = [X[labels == j] for j in range(len(centroids))]
        return np.array(
            [
                np.array(
                    value_of_members(members, centroids[j])
                    if len(members)
                    else if_empty(X, centroids, j),
                    dtype=float,
                )
                for j, members in enumerate(rows)
            ]
        )

    return answer


def _mean(members, centroid):
    return members.mean(axis=0)


def _truncated(X, labels, centroids):
    """Truncate where the student's array took over an integer type."""
    answer = steps.recompute_centroids(X, labels, centroids)
    return np.trunc(answer) if centroids.dtype.kind in "iu" else answer


def _truncated_like_X(X, labels, centroids):
    answer = steps.recompute_centroids(X, labels, centroids)
    return np.trunc(answer) if X.dtype.kind in "iu" else answer


def _kept(which):
    """Return a row that leaves one centroid where it is."""

    def answer(X, labels, centroids):
        moved = steps.recompute_centroids(X, labels, centroids)
        moved[which] = centroids[which]
        return moved

    return answer


def _zero(which):
    def answer(X, labels, centroids):
        moved = steps.recompute_centroids(X, labels, centroids)
        moved[which] = 0
        return moved

    return answer


def _farthest(X, centroids, j):
    return X[steps.squared_distances(X, centroids).min(1).argmax()]


def _only_seen(X, labels, centroids):
    return np.array([X[labels == j].mean(0) for j in np.unique(labels)])


def _up_to_largest_label(X, labels, centroids):
    return steps.recompute_centroids(X, labels, centroids)[: labels.max() + 1]


def _closed_ranks(X, labels, centroids):
    """Fill the rows in the order of the labels that occur."""
    answer = centroids.astype(float)
    for row, j in enumerate(np.unique(labels)):
        answer[row] = X[labels == j].mean(0)
    return answer


def _divided(X, labels, centroids, divisor):
    sums = np.array([X[labels == j].sum(0) for j in range(len(centroids))], dtype=float)
    sizes = np.bincount(labels, minlength=len(centroids))[:, None]
    return np.where(sizes, sums / np.where(sizes, divisor(sizes), 1), centroids)


def _one_dimension(X, labels, centroids):
    """One number for all columns."""
    return _each(lambda members, centroid: np.full(X.shape[1], members.mean()))(
        X, labels, centroids
    )


def _running_average(X, labels, centroids):
    answer = centroids.astype(float)
    for x, label in zip(X, labels):
        answer[label] = (answer[label] + x) / 2
    return answer


def _buffered_sum(X, labels, centroids):
    sums, sizes = np.zeros(centroids.shape), np.bincount(labels, minlength=len(centroids))
    sums[labels] += X
    return np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centroids)


def _only_the_first(k):
    def answer(X, labels, centroids):
        moved = steps.recompute_centroids(X, labels, centroids)
        moved[k:] = centroids[k:]
        return moved

    return answer


def _first_of(start, nonempty):
    """Return a row that leaves the loop after the first cluster, or the first with points."""

    def answer(X, labels, centroids):
        moved = start(centroids)
        j = labels.min() if nonempty else 0
        moved[j] = X[labels == j].mean(axis=0)
        return moved

    return answer


LABEL_AS_INDEX = (
    "`labels[j]` is the label of point j, so `X[labels[j]]` is one row of X. The points of "
    "cluster j are `X[labels == j]`."
)

SIX = [[0.0, 1.0], [2.0, 2.0], [9.0, 4.5], [1.0, 6.0], [8.0, 6.0], [1.5, 8.0]]
UPDATE_CASES = (
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
        [[0.0, 1.0, 5.0], [2.0, 2.0, -1.0], [1.0, 0.5, 3.0], [1.0, 0.0, 1.5], [4.0, 4.0, 4.0]],
        [1, 0, 1, 2, 0],
        [[2.0, 1.0, 1.0], [1.0, 1.0, 4.5], [0.0, 0.0, 0.5]],
        tags="columns",
    ),
    case([[0, 1], [3, 2], [8, 9]], [0, 0, 1], [[1.5, 1.0], [7.5, 7.5]], tags="integers"),
    case([[0, 1], [3, 2], [8, 9]], [0, 0, 1], [[1, 1], [7, 7]], tags="integers"),
    case([[0.0, 1.5], [3.5, 2.0], [8.0, 9.5]], [0, 0, 1], [[1, 1], [7, 7]], tags="integers"),
    case(SIX, [0, 0, 2, 0, 2, 2], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
    case(SIX, [1, 0, 1, 0, 1, 1], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
    case(SIX, [1, 1, 2, 1, 2, 1], [[1.0, 1.5], [2.5, 7.0], [7.0, 5.5]], tags="empty"),
    case(
        SIX, [3, 0, 1, 1, 2, 2], [[1.0, 1.0], [2.0, 7.0], [7.0, 5.0], [2.0, 2.0]], tags="clusters"
    ),
)

EMPTY = "An empty cluster has no mean: it keeps the centroid that it had before."

RECOMPUTE_CENTROIDS = Exercise(
    name="recompute_centroids",
    load=lambda: steps.recompute_centroids,
    kind="floats",
    cases=UPDATE_CASES,
    slips=(
        *ROUNDED,
        TRUNCATED,
        DOUBLED,
        Misconception(
            "transposed",
            lambda answer, *args: np.asarray(answer).T,
            "Rows and columns are exchanged. One row a centroid, one column a coordinate: (k, d).",
        ),
        Misconception(
            "flat",
            lambda answer, *args: np.ravel(answer),
            "The numbers are right, but in one long line. One row a centroid: shape (k, d).",
        ),
    ),
    misconceptions=(
        Misconception(
            "nan on empty",
            _each(_mean, lambda X, c, j: np.full(c.shape[1], np.nan)),
            f"The mean of no points is NaN, and NaN spoils every later distance. {EMPTY}",
        ),
        Misconception(
            "zero on empty",
            _each(_mean, lambda X, c, j: np.zeros(c.shape[1])),
            f"Your empty cluster jumps to the origin. {EMPTY}",
        ),
        Misconception(
            "mean of all on empty",
            _each(_mean, lambda X, c, j: X.mean(0)),
            f"Your empty cluster moves to the mean of all points. {EMPTY}",
        ),
        Misconception(
            "point on empty",
            _each(_mean, _farthest),
            "Your empty cluster takes over the farthest point. scikit-learn does so too, but "
            "here the contract is simpler: it keeps the centroid that it had before.",
        ),
        Misconception(
            "point on empty",
            _each(_mean, lambda X, c, j: X[0]),
            f"Your empty cluster takes over a point. {EMPTY}",
        ),
        Misconception(
            "empty cluster dropped",
            _only_seen,
            "A cluster without points gets no row, so there are too few centroids, and those "
            "after it slip into the wrong rows. Go through all rows of `centroids`, not through "
            "the labels that occur.",
        ),
        Misconception(
            "empty cluster dropped",
            _up_to_largest_label,
            "The number of clusters is taken from the labels. If the last cluster is empty, that "
            "is one too few: take it from the rows of `centroids`.",
        ),
        Misconception(
            "empty cluster dropped",
            _closed_ranks,
            "After an empty cluster the means slip into the wrong rows. Go through all rows of "
            "`centroids`, not through the labels that occur.",
        ),
        Misconception(
            "truncated",
            _truncated,
            "The means are cut off to whole numbers, because your array took over the integer "
            "type of `centroids`. Make an array of floats: `dtype=float`.",
        ),
        Misconception(
            "truncated",
            _truncated_like_X,
            "The means are cut off to whole numbers, because your array took over the integer "
            "type of X. Make an array of floats: `dtype=float`.",
        ),
        Misconception(
            "mean of everything",
            lambda X, labels, c: np.tile(X.mean(0), (len(c), 1)),
            "Every centroid moves to the mean of all points. Only the points of its own cluster "
            "count: `X[labels == j]`.",
        ),
        Misconception(
            "mean of everything",
            lambda X, labels, c: X.mean(0),
            "That is the mean of all points. One mean for each cluster is asked for, of its own "
            "points: `X[labels == j]`.",
        ),
        Misconception(
            "no axis",
            _one_dimension,
            "One number for all columns: without an axis, `mean` averages the coordinates with "
            "each other. Average over the points: each column has its own mean.",
        ),
        Misconception(
            "no axis",
            lambda X, labels, c: np.array(
                [X[labels == j].mean() if (labels == j).any() else np.nan for j in range(len(c))]
            ),
            "One number a cluster: without an axis, `mean` averages the coordinates with each "
            "other. Average over the points: each column has its own mean.",
        ),
        Misconception(
            "median",
            _each(lambda members, centroid: np.median(members, axis=0)),
            "You take the median. K-Means takes the mean: it is what makes the inertia smallest.",
        ),
        Misconception(
            "sum",
            _each(lambda members, centroid: members.sum(0)),
            "You sum the points of a cluster. Divide by how many there are.",
        ),
        Misconception(
            "sum",
            _each(lambda members, c: members.sum(0), lambda X, c, j: np.zeros(c.shape[1])),
            "You sum the points of a cluster. Divide by how many there are; an empty cluster "
            "keeps its centroid.",
        ),
        Misconception(
            "divided by n",
            lambda X, labels, c: _divided(X, labels, c, lambda sizes: len(X)),
            "You divide by the number of all points. Divide by the number of points in the "
            "cluster.",
        ),
        Misconception(
            "divided by n",
            lambda X, labels, c: np.array([X[labels == j].sum(0) / len(X) for j in range(len(c))]),
            "You divide by the number of all points. Divide by the number of points in the "
            "cluster.",
        ),
        Misconception(
            "divided by k",
            lambda X, labels, c: _divided(X, labels, c, lambda sizes: len(c)),
            "You divide by the number of clusters. Divide by the number of points in the cluster.",
        ),
        Misconception(
            "one too many",
            lambda X, labels, c: _divided(X, labels, c, lambda sizes: sizes + 1),
            "You divide by one too many. Does the count start at 1, or is 1 added against a "
            "division by zero? Treat the empty cluster on its own instead.",
        ),
        Misconception(
            "one too few",
            lambda X, labels, c: _divided(X, labels, c, lambda sizes: np.maximum(sizes - 1, 1)),
            "You divide by one too few. A mean divides by the number of points.",
        ),
        Misconception(
            "old centroid counted",
            _each(lambda members, centroid: (members.sum(0) + centroid) / (len(members) + 1)),
            "The old centroid is counted as one of the points: the sum starts from it, and the "
            "count from 1. Start from zero.",
        ),
        Misconception(
            "old centroid counted",
            _each(lambda members, centroid: (members.sum(0) + centroid) / len(members)),
            "The sum starts from the old centroid instead of from zero: adding to a copy of "
            "`centroids` counts it in.",
        ),
        Misconception(
            "old centroid counted",
            _each(lambda members, centroid: (members.mean(0) + centroid) / 2),
            "You move half of the way only. The new centroid is the mean of the points; the old "
            "one does not count.",
        ),
        Misconception(
            "single points missed",
            _each(lambda members, centroid: members.mean(0) if len(members) > 1 else centroid),
            "A cluster of a single point keeps its old centroid. Only *empty* clusters do: "
            "`> 0`, not `> 1`.",
        ),
        Misconception(
            "old centroid counted",
            _each(lambda members, centroid: members.mean(0) + centroid),
            "The mean is added to the old centroid (`+=`). It replaces it.",
        ),
        Misconception(
            "spread",
            lambda X, labels, c: np.array([X[labels == j].std(0) for j in range(len(c))]),
            "You take the standard deviation. Take the mean.",
        ),
        Misconception(
            "the other points",
            lambda X, labels, c: np.array(
                [
                    X[labels != j].mean(0) if 0 < (labels == j).sum() < len(X) else c[j]
                    for j in range(len(c))
                ]
            ),
            "You average the points that are *not* in the cluster: `!=` where `==` is meant.",
        ),
        Misconception(
            "running average",
            _running_average,
            "Each point pulls the centroid half of the way, so the last points count most. Sum "
            "all of them, then divide by how many there are.",
        ),
        Misconception(
            "added only once",
            _buffered_sum,
            "`sums[labels] += X` adds only one point to each cluster, because NumPy reads all "
            "rows before it writes them. Use a loop, a mask, or `np.add.at`.",
        ),
        Misconception(
            "two clusters",
            _only_the_first(2),
            "Only the first two centroids move. Take their number from the shape of `centroids`.",
        ),
        Misconception(
            "three clusters",
            _only_the_first(3),
            "Only the first three centroids move. Take their number from the shape of "
            "`centroids`.",
        ),
        Misconception(
            "wrong axis",
            lambda X, labels, c: np.array([X[labels == j].mean(1) for j in range(len(c))]),
            "You average the coordinates of each point (axis 1). Average over the points: axis 0 "
            "runs down the rows.",
        ),
        Misconception(
            "no axis",
            _each(lambda members, c: np.full(len(c), members.sum() / len(members))),
            "One number for all columns: without an axis, `sum` adds the coordinates to each "
            "other. Sum over the points: each column on its own.",
        ),
        Misconception(
            "no axis",
            _each(
                lambda members, c: np.full(len(c), members.sum() / len(members)),
                lambda X, c, j: np.zeros(c.shape[1]),
            ),
            "One number for all columns: without an axis, `sum` adds the coordinates to each "
            "other. Sum over the points: each column on its own.",
        ),
        Misconception(
            "first points",
            lambda X, labels, c: X[: len(c)].astype(float),
            "The centroids become the first points of X. `labels == j` finds the points of "
            "cluster j.",
        ),
        Misconception(
            "not moved",
            lambda X, labels, c: c.astype(float),
            "The centroids did not move. Are the means stored in what you return?",
        ),
        Misconception(
            "all zero",
            lambda X, labels, c: np.zeros(c.shape),
            "You return zeros. Are the means stored in what you return?",
        ),
        Misconception(
            "last cluster missed",
            _kept(-1),
            "The last centroid never moves. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "last cluster missed",
            _zero(-1),
            "The last centroid is never filled. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "last cluster missed",
            lambda X, labels, c: np.array(list(steps.recompute_centroids(X, labels, c)[:-1])),
            "The last centroid is missed. `range(k)` already ends at k - 1.",
        ),
        Misconception(
            "first cluster missed",
            _kept(0),
            "The first centroid never moves. Labels start at 0.",
        ),
        Misconception(
            "first cluster missed",
            _zero(0),
            "The first centroid is never filled. Labels start at 0.",
        ),
        Misconception(
            "first cluster missed",
            lambda X, labels, c: np.array(list(steps.recompute_centroids(X, labels, c)[1:])),
            "The first centroid is missed. Labels start at 0.",
        ),
        Misconception(
            "one cluster",
            lambda X, labels, c: steps.recompute_centroids(X, labels, c)[0],
            "Only the first centroid comes back. Is the `return` inside the loop?",
        ),
        Misconception(
            "one cluster",
            lambda X, labels, c: np.vstack(
                [steps.recompute_centroids(X, labels, c)[:1], c.astype(float)[1:]]
            ),
            "Only the first centroid moves. Is the `return` inside the loop?",
        ),
        *(
            Misconception(
                "one cluster",
                _first_of(start, nonempty),
                "Only the first centroid is filled. Is the `return` inside the loop?",
            )
            for start in (
                lambda c: np.zeros(c.shape),
                lambda c: c.astype(float),
                lambda c: np.zeros((1, c.shape[1])),
            )
            for nonempty in (False, True)
        ),
        Misconception(
            "label as an index",
            lambda X, labels, c: np.array(
                [np.full(c.shape[1], X[labels[j]].mean()) for j in range(len(c))]
            ),
            LABEL_AS_INDEX,
        ),
        Misconception(
            "label as an index",
            lambda X, labels, c: np.array([X[labels[j]].mean() for j in range(len(c))]),
            LABEL_AS_INDEX,
        ),
        Misconception(
            "label as an index",
            lambda X, labels, c: np.array([X[labels[j]] for j in range(len(c))], dtype=float),
            LABEL_AS_INDEX,
        ),
        Misconception(
            "one cluster",
            lambda X, labels, c: steps.recompute_centroids(X, labels, c)[-1],
            "Only the last centroid comes back: each round of the loop replaces the one before. "
            "Collect all of them.",
        ),
        Misconception(
            "from one",
            lambda X, labels, c: steps.recompute_centroids(X, labels - 1, c),
            "You look for labels 1 to k. Labels start at 0: cluster j holds the points whose "
            "label is j.",
        ),
        Misconception(
            "from one",
            lambda X, labels, c: np.array(
                [
                    X[labels == j].mean(0) if (labels == j).any() else np.full(c.shape[1], np.nan)
                    for j in range(1, len(c) + 1)
                ]
            ),
            "You look for labels 1 to k. Labels start at 0: cluster j holds the points whose "
            "label is j.",
        ),
        Misconception(
            "relabelled",
            lambda X, labels, c: steps.recompute_centroids(X, steps.assign_labels(X, c), c),
            "You label the points anew. Use the labels that you are given.",
        ),
        Misconception(
            "last row missed",
            lambda X, labels, c: steps.recompute_centroids(X[:-1], labels[:-1], c),
            "The last point is missed. `range(n)` already ends at n - 1.",
        ),
        Misconception(
            "first row missed",
            lambda X, labels, c: steps.recompute_centroids(X[1:], labels[1:], c),
            "The first point is missed. Indices start at 0.",
        ),
        Misconception(
            "a point, not the mean",
            _each(lambda members, centroid: members[0]),
            "The centroid becomes the first point of its cluster. Take the mean of all of them.",
        ),
        Misconception(
            "a point, not the mean",
            _each(lambda members, centroid: members[-1]),
            "The centroid becomes the last point of its cluster. Take the mean of all of them; "
            "is the sum replaced (`=`) instead of added to (`+=`)?",
        ),
        Misconception(
            "a point, not the mean",
            _each(
                lambda members, centroid: members[
                    ((members - members.mean(0)) ** 2).sum(1).argmin()
                ]
            ),
            "The centroid becomes the point nearest to the mean. That is k-medoids; K-Means "
            "takes the mean itself.",
        ),
        Misconception(
            "middle of the range",
            _each(lambda members, centroid: (members.min(0) + members.max(0)) / 2),
            "You take the middle between smallest and largest. Take the mean.",
        ),
        Misconception(
            "mean not of columns",
            _each(lambda members, centroid: np.full(members.shape[1], members[:, 0].mean())),
            "All columns get the mean of the first. Each column has its own mean: `axis=0`.",
        ),
        Misconception(
            "two columns",
            lambda X, labels, c: np.array(
                [
                    [X[labels == j, 0].mean(), X[labels == j, 1].mean()]
                    if (labels == j).any()
                    else c[j, :2]
                    for j in range(len(c))
                ]
            ),
            "You use the first two columns by number. Points can have one column or thirty: "
            "let NumPy work along the whole axis.",
        ),
        Misconception(
            "labels swapped in",
            lambda X, labels, c: labels,
            "You return the labels. The new centroids are asked for.",
        ),
        Misconception(
            "shift",
            lambda X, labels, c: steps.recompute_centroids(X, labels, c) - c,
            "You return how far the centroids move. Where they move to is asked for.",
        ),
        Misconception(
            "sorted",
            lambda X, labels, c: np.sort(steps.recompute_centroids(X, labels, c), axis=0),
            "The centroids are sorted. Row j must stay the centroid of label j.",
        ),
        Misconception(
            "counts",
            lambda X, labels, c: np.bincount(labels, minlength=len(c)),
            "You return how many points each cluster has. Their mean is asked for.",
        ),
    ),
    words={
        "empty cluster": f"It is right until a cluster has no points. {EMPTY}",
        "kind": "An array of shape (k, d) is asked for: row j is the centroid of cluster j.",
    },
    hints=(
        "Which points belong to cluster j? `labels == j` is a mask that says so.",
        "`X[labels == j]` holds these points, one a row. Take the mean of each column: axis 0.",
        "Work on a new array of floats, so that the centroids you were given stay as they are.",
        "If no point has label j, row j keeps the previous centroid.",
    ),
    why="The mean is the point with the smallest sum of squares: this step can only lower the "
    "inertia.",
)
