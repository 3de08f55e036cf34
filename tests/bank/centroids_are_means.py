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


@wrong("in place")
def writes_into_the_centroids(X, labels, centroids):
    old = centroids.copy()
    for j in np.unique(labels):
        centroids[j] = X[labels == j].mean(axis=0)
    return np.allclose(old, centroids)
