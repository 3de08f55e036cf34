"""Answers to squared_distances, assign_labels and inertia."""

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans
from sklearn.metrics import euclidean_distances

from .registry import right, wrong

NAME = "squared_distances"


@right(NAME)
def two_loops(X, centroids):
    result = np.zeros((X.shape[0], centroids.shape[0]))
    for i in range(X.shape[0]):
        for j in range(centroids.shape[0]):
            result[i, j] = np.sum((X[i] - centroids[j]) ** 2)
    return result


@right(NAME)
def three_loops(X, centroids):
    n, d = X.shape
    k = len(centroids)
    distances = np.empty((n, k))
    for i in range(n):
        for j in range(k):
            total = 0.0
            for c in range(d):
                total += (X[i][c] - centroids[j][c]) ** 2
            distances[i][j] = total
    return distances


@right(NAME, remark="uint8")
def broadcasting(X, centroids):
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=2)


@right(NAME)
def with_cdist(X, centroids):
    return cdist(X, centroids, "sqeuclidean")


@right(NAME)
def with_norm(X, centroids):
    return np.linalg.norm(X[:, None].astype(float) - centroids[None], axis=-1) ** 2


@right(NAME)
def matrix_product(X, centroids):
    X, centroids = X.astype(float), centroids.astype(float)
    return (X**2).sum(1, keepdims=True) - 2 * X @ centroids.T + (centroids**2).sum(1)


@right(NAME)
def einsum_in_float32(X, centroids):
    difference = X[:, None].astype(np.float32) - centroids[None].astype(np.float32)
    return np.einsum("nkd,nkd->nk", difference, difference)


@right(NAME)
def columns_stacked(X, centroids):
    X = X * 1.0
    return np.column_stack([np.sum(np.square(X - c), axis=1) for c in centroids])


@right(NAME)
def nested_comprehension(X, centroids):
    return np.array(
        [[sum((float(a) - float(b)) ** 2 for a, b in zip(x, c)) for c in centroids] for x in X]
    )


@right(NAME, remark="slow")
def appended_row_by_row(X, centroids):
    rows = np.empty((0, len(centroids)))
    for x in X.astype(float):
        rows = np.append(rows, [((x - centroids) ** 2).sum(axis=1)], axis=0)
    return rows


@wrong(NAME, "root")
def norm_without_square(X, centroids):
    return np.linalg.norm(X[:, None] - centroids, axis=2)


@wrong(NAME, "root")
def euclid_from_math(X, centroids):
    return cdist(X, centroids)


@wrong(NAME, "transposed")
def exchanged(X, centroids):
    return np.array([((X - c) ** 2).sum(axis=1) for c in centroids])


@wrong(NAME, "root + transposed")
def exchanged_and_root(X, centroids):
    return np.array([np.sqrt(((X - c) ** 2).sum(axis=1)) for c in centroids])


@wrong(NAME, "wrong axis")
def axis_one(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(axis=1)


@wrong(NAME, "wrong axis")
def axis_zero(X, centroids):
    return np.sum((X[:, np.newaxis] - centroids) ** 2, axis=0)


@wrong(NAME, "not summed")
def no_sum(X, centroids):
    return (X[:, None] - centroids) ** 2


@wrong(NAME, "summed over everything")
def sum_of_all(X, centroids):
    return np.sum((X[:, None] - centroids) ** 2)


@wrong(NAME, "absolute")
def manhattan(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1)


@wrong(NAME, "not squared")
def no_square(X, centroids):
    return (X[:, None] - centroids).sum(-1)


@wrong(NAME, "square of sum")
def square_afterwards(X, centroids):
    return (X[:, None] - centroids).sum(-1) ** 2


@wrong(NAME, "two columns")
def x_and_y(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = (X[i, 0] - centroids[j, 0]) ** 2 + (X[i, 1] - centroids[j, 1]) ** 2
    return D


@wrong(NAME, "truncated")
def integer_array(X, centroids):
    D = np.zeros((len(X), len(centroids)), dtype=int)
    for i, x in enumerate(X):
        for j, c in enumerate(centroids):
            D[i, j] = ((x - c) ** 2).sum()
    return D


@wrong(NAME, "last row missed")
def stops_before_the_last_row(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X) - 1):
        D[i] = ((X[i] - centroids) ** 2).sum(1)
    return D


@wrong(NAME, "last cluster missed")
def stops_before_the_last_centroid(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids) - 1):
        D[:, j] = ((X - centroids[j]) ** 2).sum(1)
    return D


@wrong(NAME, "one point")
def returns_inside_the_loop(X, centroids):
    for x in X:
        return ((x - centroids) ** 2).sum(1)


@wrong(NAME, "pairwise rows")
def rows_with_rows(X, centroids):
    return ((X - centroids) ** 2).sum(axis=1)


@wrong(NAME, "list")
def nested_lists(X, centroids):
    return [[float(((x - c) ** 2).sum()) for c in centroids] for x in X]


@wrong(NAME, "pandas")
def a_table(X, centroids):
    return pd.DataFrame(cdist(X, centroids, "sqeuclidean"))


@wrong(NAME, "printed")
def prints_it(X, centroids):
    print(((X[:, None] - centroids) ** 2).sum(-1))


@wrong(NAME, "none")
def forgets_return(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(-1)  # noqa: F841


@wrong(NAME, "sklearn")
def sklearn_does_it(X, centroids):
    return euclidean_distances(X, centroids, squared=True)


@wrong(NAME, "overwritten")
def equals_instead_of_plus(X, centroids):
    n, d = X.shape
    D = np.zeros((n, len(centroids)))
    for i in range(n):
        for j in range(len(centroids)):
            for c in range(d):
                D[i, j] = (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong(NAME, "never reset")
def sum_runs_on(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    total = 0
    for i in range(len(X)):
        for j in range(len(centroids)):
            for a, b in zip(X[i], centroids[j]):
                total += (a - b) ** 2
            D[i, j] = total
    return D


@wrong(NAME, "sign")
def plus_two(X, centroids):
    return (X**2).sum(1)[:, None] + 2 * X @ centroids.T + (centroids**2).sum(1)


@wrong(NAME, "clusters only")
def three_columns_written_out(X, centroids):
    return np.stack(
        [
            ((X - centroids[0]) ** 2).sum(1),
            ((X - centroids[1]) ** 2).sum(1),
            ((X - centroids[2]) ** 2).sum(1),
        ],
        axis=1,
    )


@wrong(NAME, "in place")
def subtracts_in_place(X, centroids):
    D = []
    for c in centroids:
        X -= c
        D.append((X**2).sum(1))
        X += c
        X += 1
    return np.array(D).T


NAME = "assign_labels"


@right(NAME)
def loops_with_infinity(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i in range(len(X)):
        best = float("inf")
        for j in range(len(centroids)):
            distance = 0
            for a, b in zip(X[i], centroids[j]):
                distance += (float(a) - float(b)) ** 2
            if distance < best:
                best = distance
                labels[i] = j
    return labels


@right(NAME)
def argmin_of_cdist(X, centroids):
    return cdist(X, centroids).argmin(axis=1)


@right(NAME)
def argmin_row_by_row(X, centroids):
    return np.array([np.argmin(np.linalg.norm(1.0 * x - centroids, axis=1)) for x in X])


@right(NAME)
def product_without_point_norms(X, centroids):
    X, centroids = X.astype(float), centroids.astype(float)
    return np.argmin(-2 * X @ centroids.T + np.sum(centroids**2, axis=1), axis=1)


@right(NAME)
def int32_labels(X, centroids):
    return cdist(X, centroids).argmin(axis=1).astype(np.int32)


@right(NAME)
def one_loop_over_centroids(X, centroids):
    best = np.full(len(X), np.inf)
    labels = np.zeros(len(X), dtype=np.intp)
    for j, c in enumerate(centroids):
        distance = ((X.astype(float) - c) ** 2).sum(axis=1)
        nearer = distance < best
        labels[nearer], best[nearer] = j, distance[nearer]
    return labels


@right(NAME)
def argsort_first(X, centroids):
    return np.argsort(cdist(X, centroids), axis=1, kind="stable")[:, 0]


@right(NAME)
def via_apply_along_axis(X, centroids):
    return np.apply_along_axis(
        lambda x: np.argmin(((x.astype(float) - centroids) ** 2).sum(axis=1)), 1, X
    )


@right(NAME)
def centred_float32(X, centroids):
    centre = X.mean(axis=0)
    a, b = (X - centre).astype(np.float32), (centroids - centre).astype(np.float32)
    return ((a[:, None] - b) ** 2).sum(-1).argmin(1)


@right(NAME, remark="slow")
def appended_labels(X, centroids):
    labels = np.array([], dtype=int)
    for x in X.astype(float):
        labels = np.append(labels, np.argmin(((x - centroids) ** 2).sum(1)))
    return labels


@wrong(NAME, "farthest")
def argmax(X, centroids):
    return cdist(X, centroids).argmax(axis=1)


@wrong(NAME, "from one")
def one_based(X, centroids):
    return cdist(X, centroids).argmin(axis=1) + 1


@wrong(NAME, "wrong axis")
def argmin_along_points(X, centroids):
    return cdist(X, centroids).argmin(axis=0)


@wrong(NAME, "wrong axis + from one")
def argmin_along_points_one_based(X, centroids):
    return np.argmin(cdist(X, centroids), axis=0) + 1


@wrong(NAME, "no axis")
def argmin_of_everything(X, centroids):
    return np.argmin(cdist(X, centroids))


@wrong(NAME, "float labels")
def zeros_stay_floats(X, centroids):
    labels = np.zeros(len(X))
    for i, x in enumerate(X):
        labels[i] = np.argmin(((x - centroids) ** 2).sum(axis=1))
    return labels


@wrong(NAME, "list")
def a_list(X, centroids):
    return [int(np.argmin(((x - centroids) ** 2).sum(axis=1))) for x in X]


@wrong(NAME, "ties")
def less_or_equal(X, centroids):
    labels = []
    for x in X:
        best, label = np.inf, 0
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() <= best:
                best, label = ((x - c) ** 2).sum(), j
        labels.append(label)
    return np.array(labels)


@wrong(NAME, "never reset best")
def best_outside_the_loop(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    best, winner = np.inf, 0
    for i, x in enumerate(X):
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() < best:
                best, winner = ((x - c) ** 2).sum(), j
        labels[i] = winner
    return labels


@wrong(NAME, "large numbers")
def starts_at_a_thousand(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = 1000
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() < best:
                best, labels[i] = ((x - c) ** 2).sum(), j
    return labels


@wrong(NAME, "distances")
def min_instead_of_argmin(X, centroids):
    return cdist(X, centroids).min(axis=1)


@wrong(NAME, "centroids")
def the_centroids_themselves(X, centroids):
    return centroids[cdist(X, centroids).argmin(axis=1)]


@wrong(NAME, "absolute")
def nearest_by_manhattan(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1).argmin(1)


@wrong(NAME, "two columns")
def nearest_by_x_and_y(X, centroids):
    dx = X[:, 0][:, None] - centroids[:, 0]
    dy = X[:, 1][:, None] - centroids[:, 1]
    return np.argmin(dx**2 + dy**2, axis=1)


@wrong(NAME, "last cluster missed")
def range_too_short(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = np.inf
        for j in range(len(centroids) - 1):
            if ((x - centroids[j]) ** 2).sum() < best:
                best, labels[i] = ((x - centroids[j]) ** 2).sum(), j
    return labels


@wrong(NAME, "clusters only")
def only_two(X, centroids):
    a = ((X - centroids[0]) ** 2).sum(1)
    b = ((X - centroids[1]) ** 2).sum(1)
    c = ((X - centroids[2]) ** 2).sum(1)
    return np.where((a <= b) & (a <= c), 0, np.where(b <= c, 1, 2))


@wrong(NAME, "two clusters + booleans")
def true_or_false(X, centroids):
    return ((X - centroids[1]) ** 2).sum(1) < ((X - centroids[0]) ** 2).sum(1)


@wrong(NAME, "first cluster missed")
def starts_at_one(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = np.inf
        for j in range(1, len(centroids)):
            if ((x - centroids[j]) ** 2).sum() < best:
                best, labels[i] = ((x - centroids[j]) ** 2).sum(), j
    return labels


@wrong(NAME, "kind")
def dictionary_of_groups(X, centroids):
    groups = {j: [] for j in range(len(centroids))}
    for x in X:
        groups[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x.tolist())
    return groups


@wrong(NAME, "sklearn")
def sklearn_predicts(X, centroids):
    return KMeans(len(centroids), init=centroids, max_iter=1, n_init=1).fit(X).predict(X)


@wrong(NAME, "one-hot")
def table_of_ones(X, centroids):
    table = np.zeros((len(X), len(centroids)))
    table[np.arange(len(X)), cdist(X, centroids).argmin(1)] = 1
    return table


@wrong(NAME, "axis")
def a_column(X, centroids):
    return cdist(X, centroids).argmin(axis=1).reshape(-1, 1)


NAME = "inertia"


@right(NAME)
def own_centroid_by_index(X, labels, centroids):
    return ((X - centroids[labels].astype(float)) ** 2).sum()


@right(NAME)
def cluster_by_cluster(X, labels, centroids):
    total = 0
    for j in range(len(centroids)):
        total += np.sum((X[labels == j] - 1.0 * centroids[j]) ** 2)
    return total


@right(NAME)
def point_by_point(X, labels, centroids):
    total = 0.0
    for x, label in zip(X, labels):
        total += np.linalg.norm(1.0 * x - centroids[label]) ** 2
    return float(total)


@right(NAME)
def picked_from_all(X, labels, centroids):
    return cdist(X, centroids, "sqeuclidean")[np.arange(len(X)), labels].sum()


@right(NAME)
def einsum_to_a_number(X, labels, centroids):
    difference = X - centroids[labels]
    return np.einsum("ij,ij->", difference, difference)


@right(NAME)
def python_only(X, labels, centroids):
    return sum(
        (float(a) - float(b)) ** 2
        for i in range(len(X))
        for a, b in zip(X[i], centroids[labels[i]])
    )


@right(NAME)
def float32_norm(X, labels, centroids):
    return np.float32(np.linalg.norm((X - centroids[labels].astype(np.float32)))) ** 2


@wrong(NAME, "not squared")
def sum_of_distances(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels], axis=1).sum()


@wrong(NAME, "root")
def norm_of_all(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels])


@wrong(NAME, "mean")
def mean_square(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(1).mean()


@wrong(NAME, "mean")
def mean_of_all_squares(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).mean()


@wrong(NAME, "per point")
def one_a_point(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(axis=1)


@wrong(NAME, "per cluster")
def one_a_cluster(X, labels, centroids):
    return np.array([((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))])


@wrong(NAME, "nearest")
def to_the_nearest(X, labels, centroids):
    return cdist(X, centroids, "sqeuclidean").min(axis=1).sum()


@wrong(NAME, "all centroids")
def to_all(X, labels, centroids):
    return sum(((X - c) ** 2).sum() for c in centroids)


@wrong(NAME, "last row missed")
def one_point_short(X, labels, centroids):
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(len(X) - 1))


@wrong(NAME, "last cluster missed")
def one_cluster_short(X, labels, centroids):
    return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids) - 1))


@wrong(NAME, "overwritten")
def keeps_the_last_cluster(X, labels, centroids):
    for j in range(len(centroids)):
        total = ((X[labels == j] - centroids[j]) ** 2).sum()
    return total


@wrong(NAME, "recomputed")
def around_own_means(X, labels, centroids):
    return sum(((X[labels == j] - X[labels == j].mean(0)) ** 2).sum() for j in np.unique(labels))


@wrong(NAME, "two columns")
def x_and_y_only(X, labels, centroids):
    c = centroids[labels]
    return ((X[:, 0] - c[:, 0]) ** 2 + (X[:, 1] - c[:, 1]) ** 2).sum()


@wrong(NAME, "absolute")
def city_blocks(X, labels, centroids):
    return np.abs(X - centroids[labels]).sum()


@wrong(NAME, "truncated")
def whole_number(X, labels, centroids):
    return int(((X - centroids[labels]) ** 2).sum())


@wrong(NAME, "order of arguments")
def labels_last(X, centroids, labels):
    return ((X - centroids[labels]) ** 2).sum()


@wrong(NAME, "in place")
def moves_the_points(X, labels, centroids):
    for i in range(len(X)):
        X[i] -= centroids[labels[i]].astype(X.dtype)
    return (X**2).sum()


@wrong(NAME, "list")
def number_in_a_list(X, labels, centroids):
    return [((X - centroids[labels]) ** 2).sum()]
