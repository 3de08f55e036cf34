"""Answers to centroids_are_means."""

import math

import numpy as np

from kmeans_lab.steps import recompute_centroids

from .registry import right, wrong


@right
def by_the_package(X, labels, centroids):
    if np.isnan(centroids).any():
        return False
    return np.allclose(recompute_centroids(X, labels, centroids), centroids)


@right
def sums_and_sizes(X, labels, centroids):
    for j in range(len(centroids)):
        size = np.sum(labels == j)
        total = X[labels == j].sum(axis=0)
        if not np.allclose(total, size * centroids[j]) and size:
            return False
    return bool(np.isfinite(centroids).all())


@right
def by_present_labels(X, labels, centroids):
    fine = [np.isclose(X[labels == j].mean(0), centroids[j]).all() for j in np.unique(labels)]
    return all(fine) and not np.isnan(centroids).any()


@right
def largest_gap(X, labels, centroids):
    gap = 0
    for j in set(labels.tolist()):
        gap = max(gap, np.abs(np.mean(X[labels == j], axis=0) - centroids[j]).max())
    return gap < 1e-8 and not np.any(np.isnan(centroids))


@right
def math_isclose(X, labels, centroids):
    k, d = centroids.shape
    for j in range(k):
        for f in range(d):
            values = [X[i, f] for i in range(len(X)) if labels[i] == j]
            if math.isnan(centroids[j, f]):
                return False
            if values and not math.isclose(sum(values) / len(values), centroids[j, f]):
                return abs(centroids[j, f]) < 1e-12 and abs(sum(values)) < 1e-12
    return True


@wrong("nan passes")
def skips_empty_clusters(X, labels, centroids):
    for j in np.unique(labels):
        if not np.allclose(X[labels == j].mean(axis=0), centroids[j]):
            return False
    return True


@right
def only_finite_centroids(X, labels, centroids):
    S = np.zeros(centroids.shape)
    np.add.at(S, labels, X)
    sizes = np.bincount(labels, minlength=len(centroids))[:, np.newaxis]
    fine = np.isclose(S, sizes * centroids, rtol=1e-7).all()
    return bool(fine) and bool(np.isfinite(centroids).all())


@right
def by_a_matrix_of_ones(X, labels, centroids):
    ones = (labels[:, np.newaxis] == np.arange(len(centroids))).astype(float)
    full = ones.any(axis=0)
    means = (ones.T @ X)[full] / ones.sum(axis=0)[full, np.newaxis]
    return np.allclose(means, centroids[full]) and not np.isnan(centroids).any()


@wrong("nan passes")
def rows_of_nan_only(X, labels, centroids):
    if np.isnan(centroids).all(axis=1).any():
        return False
    return skips_empty_clusters(X, labels, centroids)


@wrong("nan passes")
def nan_in_the_first_column(X, labels, centroids):
    return not np.isnan(centroids[:, 0]).any() and skips_empty_clusters(X, labels, centroids)


@wrong("nan passes")
def clusters_that_have_a_label(X, labels, centroids):
    k = labels.max() + 1
    return np.allclose(recompute_centroids(X, labels, centroids[:k]), centroids[:k])


@wrong("too generous")
def two_digits(X, labels, centroids):
    means = recompute_centroids(X, labels, centroids)
    return np.array_equal(means.round(2), centroids.round(2))


@wrong("empty cluster")
def empty_ones_near_the_points(X, labels, centroids):
    inside = (centroids >= X.min(axis=0)).all() and (centroids <= X.max(axis=0)).all()
    return bool(inside) and skips_empty_clusters(X, labels, centroids)


@wrong("empty cluster")
def labels_in_a_row(X, labels, centroids):
    pairs = zip(np.unique(labels), centroids)
    return all(np.allclose(X[labels == j].mean(axis=0), c) for j, c in pairs)


@wrong("in place")
def writes_into_the_centroids(X, labels, centroids):
    old = centroids.copy()
    for j in np.unique(labels):
        centroids[j] = X[labels == j].mean(axis=0)
    return np.allclose(old, centroids)
