"""Answers to assign_labels."""

import math

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans

from kmeans_lab.steps import (
    squared_distances,
)

from .registry import right, wrong


@right
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


@right
def argmin_of_cdist(X, centroids):
    return cdist(X, centroids).argmin(axis=1)


@right
def argmin_row_by_row(X, centroids):
    return np.array([np.argmin(np.linalg.norm(1.0 * x - centroids, axis=1)) for x in X])


@right
def product_without_point_norms(X, centroids):
    X, centroids = X.astype(float), centroids.astype(float)
    return np.argmin(-2 * X @ centroids.T + np.sum(centroids**2, axis=1), axis=1)


@right
def int32_labels(X, centroids):
    return cdist(X, centroids).argmin(axis=1).astype(np.int32)


@right
def one_loop_over_centroids(X, centroids):
    best = np.full(len(X), np.inf)
    labels = np.zeros(len(X), dtype=np.intp)
    for j, c in enumerate(centroids):
        distance = ((X.astype(float) - c) ** 2).sum(axis=1)
        nearer = distance < best
        labels[nearer], best[nearer] = j, distance[nearer]
    return labels


@right
def argsort_first(X, centroids):
    return np.argsort(cdist(X, centroids), axis=1, kind="stable")[:, 0]


@right
def via_apply_along_axis(X, centroids):
    return np.apply_along_axis(
        lambda x: np.argmin(((x.astype(float) - centroids) ** 2).sum(axis=1)), 1, X
    )


@right
def centred_float32(X, centroids):
    centre = X.mean(axis=0)
    a, b = (X - centre).astype(np.float32), (centroids - centre).astype(np.float32)
    return ((a[:, None] - b) ** 2).sum(-1).argmin(1)


@right(remark="slow")
def appended_labels(X, centroids):
    labels = np.array([], dtype=int)
    for x in X.astype(float):
        labels = np.append(labels, np.argmin(((x - centroids) ** 2).sum(1)))
    return labels


@wrong("farthest")
def argmax(X, centroids):
    return cdist(X, centroids).argmax(axis=1)


@wrong("from one")
def one_based(X, centroids):
    return cdist(X, centroids).argmin(axis=1) + 1


@wrong("wrong axis")
def argmin_along_points(X, centroids):
    return cdist(X, centroids).argmin(axis=0)


@wrong("wrong axis + from one")
def argmin_along_points_one_based(X, centroids):
    return np.argmin(cdist(X, centroids), axis=0) + 1


@wrong("no axis")
def argmin_of_everything(X, centroids):
    return np.argmin(cdist(X, centroids))


@wrong("floats for integers")
def zeros_stay_floats(X, centroids):
    labels = np.zeros(len(X))
    for i, x in enumerate(X):
        labels[i] = np.argmin(((x - centroids) ** 2).sum(axis=1))
    return labels


@wrong("list")
def a_list(X, centroids):
    return [int(np.argmin(((x - centroids) ** 2).sum(axis=1))) for x in X]


@wrong("ties")
def less_or_equal(X, centroids):
    labels = []
    for x in X:
        best, label = np.inf, 0
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() <= best:
                best, label = ((x - c) ** 2).sum(), j
        labels.append(label)
    return np.array(labels)


@wrong("never reset best")
def best_outside_the_loop(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    best, winner = np.inf, 0
    for i, x in enumerate(X):
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() < best:
                best, winner = ((x - c) ** 2).sum(), j
        labels[i] = winner
    return labels


@wrong("large numbers")
def starts_at_a_thousand(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = 1000
        for j, c in enumerate(centroids):
            if ((x - c) ** 2).sum() < best:
                best, labels[i] = ((x - c) ** 2).sum(), j
    return labels


@wrong("distances")
def min_instead_of_argmin(X, centroids):
    return cdist(X, centroids).min(axis=1)


@wrong("centroids")
def the_centroids_themselves(X, centroids):
    return centroids[cdist(X, centroids).argmin(axis=1)]


@wrong("absolute")
def nearest_by_manhattan(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1).argmin(1)


@wrong("two columns")
def nearest_by_x_and_y(X, centroids):
    dx = X[:, 0][:, None] - centroids[:, 0]
    dy = X[:, 1][:, None] - centroids[:, 1]
    return np.argmin(dx**2 + dy**2, axis=1)


@wrong("last cluster missed")
def range_too_short(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = np.inf
        for j in range(len(centroids) - 1):
            if ((x - centroids[j]) ** 2).sum() < best:
                best, labels[i] = ((x - centroids[j]) ** 2).sum(), j
    return labels


@wrong("clusters only")
def only_two(X, centroids):
    a = ((X - centroids[0]) ** 2).sum(1)
    b = ((X - centroids[1]) ** 2).sum(1)
    c = ((X - centroids[2]) ** 2).sum(1)
    return np.where((a <= b) & (a <= c), 0, np.where(b <= c, 1, 2))


@wrong("two clusters + booleans")
def true_or_false(X, centroids):
    return ((X - centroids[1]) ** 2).sum(1) < ((X - centroids[0]) ** 2).sum(1)


@wrong("first cluster missed")
def starts_at_one(X, centroids):
    labels = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = np.inf
        for j in range(1, len(centroids)):
            if ((x - centroids[j]) ** 2).sum() < best:
                best, labels[i] = ((x - centroids[j]) ** 2).sum(), j
    return labels


@wrong("kind")
def dictionary_of_groups(X, centroids):
    groups = {j: [] for j in range(len(centroids))}
    for x in X:
        groups[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x.tolist())
    return groups


@wrong("sklearn")
def sklearn_predicts(X, centroids):
    return KMeans(len(centroids), init=centroids, max_iter=1, n_init=1).fit(X).predict(X)


@wrong("one-hot")
def table_of_ones(X, centroids):
    table = np.zeros((len(X), len(centroids)))
    table[np.arange(len(X)), cdist(X, centroids).argmin(1)] = 1
    return table


@wrong("axis")
def a_column(X, centroids):
    return cdist(X, centroids).argmin(axis=1).reshape(-1, 1)


@wrong("all zero")
def al_smallest_from_0(X, centroids):
    lab = []
    for x in X:
        m = 0
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("all zero")
def al_greater(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d > m:
                m = d
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("all last")
def al_update_label_only(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("all zero")
def al_update_min_only(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
        lab.append(l)
    return np.array(lab)


@wrong("appended too often")
def al_append_inner(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                lab.append(j)
    return np.array(lab)


@wrong("one label")
def al_return_in_loop(X, centroids):
    for x in X:
        d = [((x - c) ** 2).sum() for c in centroids]
        return np.array([np.argmin(d)])


@wrong("large numbers")
def al_999(X, centroids):
    labels = np.zeros(len(X), int)
    for i in range(len(X)):
        best = 99999
        for j in range(len(centroids)):
            d = np.linalg.norm(X[i] - centroids[j])
            if d < best:
                best = d
                labels[i] = j
    return labels


@wrong("from one + floats for integers")
def al_empty_dtype(X, centroids):
    labels = np.zeros(len(X))
    for i in range(len(X)):
        labels[i] = np.argmin(np.sum((X[i] - centroids) ** 2, axis=1)) + 1
    return labels


@wrong("centroids ignored")
def al_min_index_of_row(X, centroids):
    return np.array([np.argmin(x) for x in X])


@wrong("kind")
def al_str(X, centroids):
    return np.array(["c%d" % j for j in ((X[:, None] - centroids) ** 2).sum(2).argmin(1)])


@wrong("several values")
def al_where(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.where(D == D.min(axis=1, keepdims=True))


@wrong("ties")
def al_where1(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.where(D == D.min(axis=1, keepdims=True))[1]


@wrong("two clusters")
def al_2cl(X, centroids):
    return np.array(
        [0 if np.sum((x - centroids[0]) ** 2) <= np.sum((x - centroids[1]) ** 2) else 1 for x in X]
    )


@wrong("not summed")
def al_argmin_axis2(X, centroids):
    return ((X[:, None] - centroids) ** 2).argmin(2)


@wrong("not summed")
def al_argmin_before_sum(X, centroids):
    return np.abs(X[:, None] - centroids).argmin(axis=1)


@wrong("wrong axis")
def al_sumaxis1(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(axis=1).argmin(axis=1)


@wrong("wrong axis")
def al_sumaxis1b(X, centroids):
    return np.sqrt(((X - centroids[:, np.newaxis]) ** 2).sum(axis=2)).argmin(axis=1)


@wrong("ties")
def al_last_wins_argsort(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D.shape[1] - 1 - np.argmin(D[:, ::-1], axis=1)


@wrong("list")
def al_lists_of_points(X, centroids):
    g = [[] for _ in centroids]
    for x in X:
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x)
    return g


@wrong("list")
def al_list_of_index(X, centroids):
    g = [[] for _ in centroids]
    for i, x in enumerate(X):
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(i)
    return g


@wrong("sorted")
def al_sort_first(X, centroids):
    c = centroids[np.lexsort(centroids.T)]
    return ((X[:, None] - c) ** 2).sum(2).argmin(1)


@wrong("truncated")
def al_int8_dist(X, centroids):
    return ((X[:, None].astype(int) - centroids.astype(int)) ** 2).sum(2).argmin(1)


@wrong("several values")
def al_tuple_with_dist(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D.argmin(1), D.min(1)


@wrong("dot product")
def al_dot(X, centroids):
    return np.argmax(X.dot(centroids.T), axis=1)


@wrong("pandas")
def al_df(X, centroids):
    return pd.Series(((X[:, None] - centroids) ** 2).sum(2).argmin(1))


@wrong("clusters only")
def al_uses_k3(X, centroids):
    d = np.zeros((len(X), 3))
    for j in range(3):
        d[:, j] = ((X - centroids[j]) ** 2).sum(1)
    return d.argmin(1)


@wrong("not squared")
def al_sign(X, centroids):
    return (X[:, None] - centroids).sum(2).argmin(1)


@wrong("stops too early")
def al_break(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                l = j
            else:
                break
        lab.append(l)
    return np.array(lab)


@wrong("from one + list")
def al_float_and_one_list(X, centroids):
    return [float(np.argmin([np.linalg.norm(x - c) for c in centroids]) + 1) for x in X]


@wrong("last row missed")
def al_n_minus1(X, centroids):
    labels = []
    for i in range(len(X) - 1):
        labels.append(np.argmin(((X[i] - centroids) ** 2).sum(1)))
    return np.array(labels)


@wrong("axis")
def al_column_list(X, centroids):
    return np.array([[np.argmin(((x - centroids) ** 2).sum(1))] for x in X])


@wrong("one too small")
def al_negone(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(2).argmin(1) - 1


@right
def al_min_key(X, centroids):
    return np.array(
        [min(range(len(centroids)), key=lambda j: math.dist(x, centroids[j])) for x in X]
    )


@right
def al_list_index(X, centroids):
    out = []
    for x in X:
        d = [float(np.sum((x - c) ** 2)) for c in centroids]
        out.append(d.index(min(d)))
    return np.array(out)


@right
def al_uint8(X, centroids):
    return ((X[:, None].astype(float) - centroids) ** 2).sum(2).argmin(1).astype(np.uint8)


@right
def al_nanargmin(X, centroids):
    return np.nanargmin(((X[:, None] * 1.0 - centroids) ** 2).sum(2), axis=1)


@right
def al_ckdtree(X, centroids):
    D = np.stack([((X - c) ** 2).sum(1) for c in centroids.astype(float)], 0)
    return np.argmin(D, axis=0)


@right
def al_rank(X, centroids):
    return (
        pd.DataFrame([[math.dist(x, c) for c in centroids] for x in X]).idxmin(axis=1).to_numpy()
    )


@right
def al_prod_half(X, centroids):
    return np.argmax(X @ centroids.T - 0.5 * (centroids**2).sum(1), axis=1)


@right
def al_vectorised_fill(X, centroids):
    lab = np.full(len(X), -1)
    for i, x in enumerate(X):
        lab[i] = np.linalg.norm(x - centroids, axis=1).argmin()
    return lab


@wrong("never reset best")
def al_again_4(X, centroids):
    best = None
    labels = []
    for x in X:
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if best is None or d < best:
                best = d
                l = j
        labels.append(l)
    return np.array(labels)


@wrong("order of the points")
def al_again_11(X, centroids):
    return squared_distances(X, centroids).argmin(1)[::-1]


@wrong("order of the points")
def al_again_12(X, centroids):
    return np.sort(squared_distances(X, centroids).argmin(1))


@wrong("each label once")
def al_again_13(X, centroids):
    return np.unique(squared_distances(X, centroids).argmin(1))


def _min_of_rows(X, centroids):
    d = squared_distances(X, centroids)
    return d == d.min(axis=1)


@wrong("min without keepdims")
def mask_of_minima(X, centroids):
    return _min_of_rows(X, centroids)


@wrong("min without keepdims")
def where_minimum(X, centroids):
    return np.where(_min_of_rows(X, centroids))[1]


@wrong("min without keepdims")
def argmax_of_mask(X, centroids):
    return _min_of_rows(X, centroids).argmax(axis=1)


@right
def argmax_of_mask_with_keepdims(X, centroids):
    d = squared_distances(X, centroids)
    return (d == d.min(axis=1, keepdims=True)).argmax(axis=1)
