"""Answers to inertia."""

import math

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist

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


@wrong("few digits")
def float32_norm(X, labels, centroids):
    return np.float32(np.linalg.norm(X - centroids[labels].astype(np.float32))) ** 2


@right
def trace(X, labels, centroids):
    D = X - centroids[labels]
    return np.trace(D @ D.T)


@right
def dot_with_itself(X, labels, centroids):
    D = (X - centroids[labels]).ravel()
    return D @ D


@right
def exact_sum(X, labels, centroids):
    return math.fsum(math.dist(x, centroids[label]) ** 2 for x, label in zip(X, labels))


@right
def data_frame(X, labels, centroids):
    return pd.DataFrame(X - centroids[labels]).pow(2).sum().sum()


@right
def frobenius(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels], "fro") ** 2


@right
def array_without_axes(X, labels, centroids):
    return np.array(((X - centroids[labels]) ** 2).sum())


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


@wrong("per cluster + list")
def one_a_cluster_in_a_list(X, labels, centroids):
    return [((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))]


@wrong("recomputed")
def variances_of_empty_clusters_too(X, labels, centroids):
    return sum(X[labels == j].var(0).sum() for j in range(len(centroids)))


@wrong("kind")
def text(X, labels, centroids):
    return f"{((X - centroids[labels]) ** 2).sum():.2f}"


@wrong("printed")
def prints_it(X, labels, centroids):
    print(((X - centroids[labels]) ** 2).sum())


@wrong("clusters only")
def three_clusters(X, labels, centroids):
    return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(3))


@wrong("axis")
def number_in_an_array(X, labels, centroids):
    return np.array([((X - centroids[labels]) ** 2).sum()])


@wrong("axis")
def axes_kept(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(keepdims=True)


@wrong("in place + integers")
def subtracts_in_place(X, labels, centroids):
    X -= centroids[labels]
    return (X**2).sum()


@wrong("all centroids + divided by k")
def all_centroids_divided_by_k(X, labels, centroids):
    s = 0
    for x in X:
        for c in centroids:
            s += ((x - c) ** 2).sum()
    return s / len(centroids)


@wrong("parentheses for brackets")
def parentheses(X, labels, centroids):
    return ((X - centroids(labels)) ** 2).sum()


@wrong("sklearn")
def sklearn_measures(X, labels, centroids):
    from sklearn.metrics import euclidean_distances

    return euclidean_distances(X, centroids, squared=True)[np.arange(len(X)), labels].sum()


@wrong("generator")
def yields_it(X, labels, centroids):
    yield ((X - centroids[labels]) ** 2).sum()


@right
def python_integers(X, labels, centroids):
    X, centroids = X.tolist(), centroids.tolist()
    return sum((a - b) ** 2 for x, label in zip(X, labels) for a, b in zip(x, centroids[label]))
