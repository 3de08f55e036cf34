"""Answers to assign_labels."""

import math

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans

from kmeans_lab.steps import squared_distances

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


@right(remark="slow")
def appended_labels(X, centroids):
    labels = np.array([], dtype=int)
    for x in X.astype(float):
        labels = np.append(labels, np.argmin(((x - centroids) ** 2).sum(1)))
    return labels


@right
def min_with_key(X, centroids):
    return np.array(
        [min(range(len(centroids)), key=lambda j: math.dist(x, centroids[j])) for x in X]
    )


@right
def index_of_min(X, centroids):
    out = []
    for x in X:
        d = [float(np.sum((x - c) ** 2)) for c in centroids]
        out.append(d.index(min(d)))
    return np.array(out)


@right
def labels_as_bytes(X, centroids):
    return ((X[:, None].astype(float) - centroids) ** 2).sum(2).argmin(1).astype(np.uint8)


@right
def nanargmin(X, centroids):
    return np.nanargmin(((X[:, None] * 1.0 - centroids) ** 2).sum(2), axis=1)


@right
def one_row_a_centroid(X, centroids):
    D = np.stack([((X - c) ** 2).sum(1) for c in centroids.astype(float)], 0)
    return np.argmin(D, axis=0)


@right
def idxmin_of_a_frame(X, centroids):
    return (
        pd.DataFrame([[math.dist(x, c) for c in centroids] for x in X]).idxmin(axis=1).to_numpy()
    )


@right
def largest_score(X, centroids):
    return np.argmax(X @ centroids.T - 0.5 * (centroids**2).sum(1), axis=1)


@right
def filled_row_by_row(X, centroids):
    lab = np.full(len(X), -1)
    for i, x in enumerate(X):
        lab[i] = np.linalg.norm(x - centroids, axis=1).argmin()
    return lab


@right
def argmax_of_mask_with_keepdims(X, centroids):
    d = squared_distances(X, centroids)
    return (d == d.min(axis=1, keepdims=True)).argmax(axis=1)


@wrong("from one")
def one_based(X, centroids):
    return cdist(X, centroids).argmin(axis=1) + 1


@wrong("wrong axis + from one")
def argmin_along_points_one_based(X, centroids):
    return np.argmin(cdist(X, centroids), axis=0) + 1


@wrong("floats for integers")
def zeros_stay_floats(X, centroids):
    labels = np.zeros(len(X))
    for i, x in enumerate(X):
        labels[i] = np.argmin(((x - centroids) ** 2).sum(axis=1))
    return labels


@wrong("list")
def a_list(X, centroids):
    return [int(np.argmin(((x - centroids) ** 2).sum(axis=1))) for x in X]


@wrong("two clusters + booleans")
def true_or_false(X, centroids):
    return ((X - centroids[1]) ** 2).sum(1) < ((X - centroids[0]) ** 2).sum(1)


@wrong("kind")
def dictionary_of_groups(X, centroids):
    groups = {j: [] for j in range(len(centroids))}
    for x in X:
        groups[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x.tolist())
    return groups


@wrong("sklearn")
def sklearn_predicts(X, centroids):
    return KMeans(len(centroids), init=centroids, max_iter=1, n_init=1).fit(X).predict(X)


@wrong("axis")
def a_column(X, centroids):
    return cdist(X, centroids).argmin(axis=1).reshape(-1, 1)


@wrong("from one + floats for integers")
def one_based_floats(X, centroids):
    labels = np.zeros(len(X))
    for i in range(len(X)):
        labels[i] = np.argmin(np.sum((X[i] - centroids) ** 2, axis=1)) + 1
    return labels


@wrong("kind")
def names_of_clusters(X, centroids):
    return np.array([f"c{j}" for j in ((X[:, None] - centroids) ** 2).sum(2).argmin(1)])


@wrong("several values")
def rows_and_columns(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.where(D == D.min(axis=1, keepdims=True))


@wrong("two clusters")
def two_by_hand(X, centroids):
    return np.array(
        [0 if np.sum((x - centroids[0]) ** 2) <= np.sum((x - centroids[1]) ** 2) else 1 for x in X]
    )


@wrong("list")
def lists_of_points(X, centroids):
    g = [[] for _ in centroids]
    for x in X:
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x)
    return g


@wrong("list")
def lists_of_indices(X, centroids):
    g = [[] for _ in centroids]
    for i, x in enumerate(X):
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(i)
    return g


@wrong("several values")
def with_the_distances(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D.argmin(1), D.min(1)


@wrong("pandas")
def a_series(X, centroids):
    return pd.Series(((X[:, None] - centroids) ** 2).sum(2).argmin(1))


@wrong("clusters only")
def three_by_hand(X, centroids):
    d = np.zeros((len(X), 3))
    for j in range(3):
        d[:, j] = ((X - centroids[j]) ** 2).sum(1)
    return d.argmin(1)


@wrong("from one + list")
def one_based_list_of_floats(X, centroids):
    return [float(np.argmin([np.linalg.norm(x - c) for c in centroids]) + 1) for x in X]


@wrong("axis")
def squeezed(X, centroids):
    return cdist(X, centroids).argmin(axis=1).squeeze()


@wrong("ties")
def any_of_the_nearest(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.array([max(np.flatnonzero(row == row.min())) for row in D])


@wrong("in place")
def centres_the_given_points(X, centroids):
    origin = np.rint(centroids.mean(axis=0)).astype(X.dtype)
    X -= origin
    return cdist(X, centroids - origin).argmin(axis=1)


@wrong("objects")
def integers_as_objects(X, centroids):
    return np.array([int(d.argmin()) for d in cdist(X, centroids)], dtype=object)


@wrong("iterator")
def mapped(X, centroids):
    return map(np.argmin, cdist(X, centroids))


LABELS = {}


@wrong("reused array")
def fills_the_same_labels(X, centroids):
    labels = LABELS.setdefault(len(X), np.zeros(len(X), dtype=int))
    labels[:] = cdist(X, centroids).argmin(axis=1)
    return labels
