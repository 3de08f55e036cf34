"""Answers to inertia."""

import math

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist

from kmeans_lab.steps import (
    squared_distances,
)

from .registry import right, wrong


@right
def own_centroid_by_index(X, labels, centroids):
    return ((X - centroids[labels].astype(float)) ** 2).sum()


@right
def cluster_by_cluster(X, labels, centroids):
    total = 0
    for j in range(len(centroids)):
        total += np.sum((X[labels == j] - 1.0 * centroids[j]) ** 2)
    return total


@right
def point_by_point(X, labels, centroids):
    total = 0.0
    for x, label in zip(X, labels):
        total += np.linalg.norm(1.0 * x - centroids[label]) ** 2
    return float(total)


@right
def picked_from_all(X, labels, centroids):
    return cdist(X, centroids, "sqeuclidean")[np.arange(len(X)), labels].sum()


@right
def einsum_to_a_number(X, labels, centroids):
    difference = X - centroids[labels]
    return np.einsum("ij,ij->", difference, difference)


@right
def python_only(X, labels, centroids):
    return sum(
        (float(a) - float(b)) ** 2
        for i in range(len(X))
        for a, b in zip(X[i], centroids[labels[i]])
    )


@right
def float32_norm(X, labels, centroids):
    return np.float32(np.linalg.norm((X - centroids[labels].astype(np.float32)))) ** 2


@wrong("not squared")
def sum_of_distances(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels], axis=1).sum()


@wrong("root")
def norm_of_all(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels])


@wrong("mean")
def mean_square(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(1).mean()


@wrong("mean")
def mean_of_all_squares(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).mean()


@wrong("per point")
def one_a_point(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(axis=1)


@wrong("per cluster")
def one_a_cluster(X, labels, centroids):
    return np.array([((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))])


@wrong("nearest")
def to_the_nearest(X, labels, centroids):
    return cdist(X, centroids, "sqeuclidean").min(axis=1).sum()


@wrong("all centroids")
def to_all(X, labels, centroids):
    return sum(((X - c) ** 2).sum() for c in centroids)


@wrong("last row missed")
def one_point_short(X, labels, centroids):
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(len(X) - 1))


@wrong("last cluster missed")
def one_cluster_short(X, labels, centroids):
    return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids) - 1))


@wrong("overwritten")
def keeps_the_last_cluster(X, labels, centroids):
    for j in range(len(centroids)):
        total = ((X[labels == j] - centroids[j]) ** 2).sum()
    return total


@wrong("recomputed")
def around_own_means(X, labels, centroids):
    return sum(((X[labels == j] - X[labels == j].mean(0)) ** 2).sum() for j in np.unique(labels))


@wrong("two columns")
def x_and_y_only(X, labels, centroids):
    c = centroids[labels]
    return ((X[:, 0] - c[:, 0]) ** 2 + (X[:, 1] - c[:, 1]) ** 2).sum()


@wrong("absolute")
def city_blocks(X, labels, centroids):
    return np.abs(X - centroids[labels]).sum()


@wrong("truncated")
def whole_number(X, labels, centroids):
    return int(((X - centroids[labels]) ** 2).sum())


@wrong("order of arguments")
def labels_last(X, centroids, labels):
    return ((X - centroids[labels]) ** 2).sum()


@wrong("in place")
def moves_the_points(X, labels, centroids):
    for i in range(len(X)):
        X[i] -= centroids[labels[i]].astype(X.dtype)
    return (X**2).sum()


@wrong("list")
def number_in_a_list(X, labels, centroids):
    return [((X - centroids[labels]) ** 2).sum()]


@wrong("not squared")
def in_dist_no_sq(X, labels, centroids):
    return sum(math.dist(x, centroids[l]) for x, l in zip(X, labels))


@wrong("overwritten")
def in_reset(X, labels, centroids):
    for j in range(len(centroids)):
        total = 0
        total += ((X[labels == j] - centroids[j]) ** 2).sum()
    return total


@wrong("one round")
def in_return_loop(X, labels, centroids):
    t = 0
    for j in range(len(centroids)):
        t += ((X[labels == j] - centroids[j]) ** 2).sum()
        return t


@wrong("from one")
def in_labels_1(X, labels, centroids):
    t = 0
    for j in range(1, len(centroids) + 1):
        t += ((X[labels == j] - centroids[j - 1]) ** 2).sum()
    return t


@wrong("per column")
def in_axis0(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(axis=0)


@wrong("per cluster + list")
def in_list(X, labels, centroids):
    return [((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))]


@wrong("recomputed")
def in_std(X, labels, centroids):
    return sum(X[labels == j].var(0).sum() for j in range(len(centroids)))


@wrong("nearest")
def in_min_nosq(X, labels, centroids):
    return np.min(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1).sum()


@wrong("square of sum")
def in_sqsum(X, labels, centroids):
    return (X - centroids[labels]).sum() ** 2


@wrong("global mean")
def in_total_var(X, labels, centroids):
    return ((X - X.mean(0)) ** 2).sum()


@wrong("divided by k")
def in_div_k(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum() / len(centroids)


@wrong("divided by k")
def in_perclmean(X, labels, centroids):
    return np.mean([((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))])


@wrong("empty cluster dropped")
def in_uniq(X, labels, centroids):
    t = 0
    for i, j in enumerate(np.unique(labels)):
        t += ((X[labels == j] - centroids[i]) ** 2).sum()
    return t


@wrong("kind")
def in_str(X, labels, centroids):
    return f"{((X - centroids[labels]) ** 2).sum():.2f}"


@wrong("printed")
def in_print(X, labels, centroids):
    print(((X - centroids[labels]) ** 2).sum())


@wrong("clusters only")
def in_3(X, labels, centroids):
    return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(3))


@wrong("first row missed")
def in_range_n1(X, labels, centroids):
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(1, len(X)))


@wrong("pairwise rows")
def in_ctr_i(X, labels, centroids):
    return sum(((X[i] - centroids[i]) ** 2).sum() for i in range(len(centroids)))


@wrong("labels as coordinates")
def in_labels_sub(X, labels, centroids):
    return ((X - labels[:, None]) ** 2).sum()


@wrong("largest")
def in_max(X, labels, centroids):
    return max(((x - centroids[l]) ** 2).sum() for x, l in zip(X, labels))


@wrong("axis")
def in_arr1(X, labels, centroids):
    return np.array([((X - centroids[labels]) ** 2).sum()])


@wrong("axis")
def in_keepdims(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(keepdims=True)


@wrong("halved")
def in_half(X, labels, centroids):
    return 0.5 * ((X - centroids[labels]) ** 2).sum()


@wrong("starts at one")
def in_plus_k(X, labels, centroids):
    t = 1
    for x, l in zip(X, labels):
        t += ((x - centroids[l]) ** 2).sum()
    return t


@wrong("in place + integers")
def in_modifies(X, labels, centroids):
    X -= centroids[labels]
    return (X**2).sum()


@wrong("counted by size")
def in_count(X, labels, centroids):
    t = 0
    for j in range(len(centroids)):
        t += ((X[labels == j] - centroids[j]) ** 2).sum() * np.sum(labels == j)
    return t


@right
def in_trace(X, labels, centroids):
    D = X - centroids[labels]
    return np.trace(D @ D.T)


@right
def in_vdot(X, labels, centroids):
    D = (X - centroids[labels]).ravel()
    return D @ D


@right
def in_fsum(X, labels, centroids):
    return math.fsum(math.dist(x, centroids[l]) ** 2 for x, l in zip(X, labels))


@right
def in_df(X, labels, centroids):
    return pd.DataFrame(X - centroids[labels]).pow(2).sum().sum()


@right
def in_fro(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels], "fro") ** 2


@right
def in_0d(X, labels, centroids):
    return np.array(((X - centroids[labels]) ** 2).sum())


@wrong("root")
def in_again_2(X, labels, centroids):
    return sum(np.linalg.norm(X[labels == j] - centroids[j]) for j in range(len(centroids)))


@wrong("all centroids + divided by k")
def in_again_8(X, labels, centroids):
    s = 0
    for x in X:
        for c in centroids:
            s += ((x - c) ** 2).sum()
    return s / len(centroids)


@wrong("parentheses for brackets")
def in_again_11(X, labels, centroids):
    return ((X - centroids(labels)) ** 2).sum()


@wrong("largest")
def in_again_13(X, labels, centroids):
    return max(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids)))


@wrong("every point with every label")
def all_columns_of_the_labels(X, labels, centroids):
    return squared_distances(X, centroids)[:, labels].sum()
