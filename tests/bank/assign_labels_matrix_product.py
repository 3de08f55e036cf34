"""Answers to assign_labels_matrix_product."""

import numpy as np
from scipy.spatial.distance import cdist

from .registry import right, wrong


@right
def mean_of_the_points(X, centroids):
    mean = X.mean(axis=0)
    X, centroids = X - mean, centroids - mean
    return np.argmin((centroids**2).sum(axis=1) - 2 * X @ centroids.T, axis=1)


@right
def mean_of_the_centroids_in_float64(X, centroids):
    origin = centroids.astype(float).mean(axis=0)
    A, B = X.astype(float) - origin, centroids.astype(float) - origin
    return (np.einsum("kd,kd->k", B, B) - 2 * np.dot(A, B.T)).argmin(1)


@right
def first_point_as_origin(X, centroids):
    A = np.asarray(X, dtype=float) - X[0]
    B = np.asarray(centroids, dtype=float) - X[0]
    return (0.5 * np.square(B).sum(axis=1) - np.matmul(A, B.transpose())).argmin(axis=1)


@right
def with_the_norms_of_the_points(X, centroids):
    origin = np.median(centroids, axis=0)
    X, centroids = X - origin, centroids - origin
    squares = (X**2).sum(axis=1)[:, np.newaxis] + (centroids**2).sum(axis=1)
    return np.argmin(squares - 2 * (X @ centroids.T), axis=1)


@right
def largest_of_the_negative(X, centroids):
    mean = centroids.mean(axis=0, keepdims=True)
    X, centroids = X - mean, centroids - mean
    return (X @ centroids.T - 0.5 * np.linalg.norm(centroids, axis=1) ** 2).argmax(axis=1)


@right
def einsum_with_both_axes(X, centroids):
    mean = X.mean(0)
    products = np.einsum("nd,kd->nk", X - mean, centroids - mean)
    return (((centroids - mean) ** 2).sum(1) - 2 * products).argmin(1).astype(np.int32)


@right
def a_column_of_ones(X, centroids):
    mean = centroids.mean(axis=0)
    X, centroids = X - mean, centroids - mean
    rows = np.column_stack([X, np.ones(len(X))])
    lines = np.column_stack([-2 * centroids, (centroids**2).sum(axis=1)])
    return (rows @ lines.T).argmin(axis=1)


def _products(X, centroids):
    return X @ centroids.T


@right
def with_a_helper(X, centroids):
    shifted = centroids - centroids[0]
    return ((shifted**2).sum(axis=1) - 2 * _products(X - centroids[0], shifted)).argmin(axis=1)


@right
def both_in_one_line(X, centroids):
    X, centroids = map(np.asarray, (X, centroids))
    origin = centroids.mean(axis=0)
    A, B = (array - origin for array in (X, centroids))
    return ((B**2).sum(axis=1) - 2 * np.einsum("nd, kd -> nk", A, B)).argmin(axis=1)


@wrong("far from zero")
def not_centred(X, centroids):
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@wrong("far from zero")
def float64_but_not_centred(X, centroids):
    X, centroids = X.astype(float), centroids.astype(float)
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@wrong("far from zero")
def one_mean_for_all_columns(X, centroids):
    X, centroids = X - X.mean(), centroids - X.mean()
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@wrong("in float32")
def float32_before_centring(X, centroids):
    X, centroids = X.astype(np.float32), centroids.astype(np.float32)
    mean = X.mean(axis=0)
    X, centroids = X - mean, centroids - mean
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@wrong("no product")
def broadcasting_again(X, centroids):
    return ((X[:, None].astype(float) - centroids) ** 2).sum(axis=2).argmin(axis=1)


@wrong("no product")
def scipy_measures(X, centroids):
    return cdist(X, centroids).argmin(axis=1)


def _centred(X, centroids):
    return X - centroids.mean(axis=0), centroids - centroids.mean(axis=0)


@wrong("product in a loop")
def one_product_a_centroid(X, centroids):
    X, centroids = _centred(X, centroids)
    scores = np.empty((len(X), len(centroids)))
    for j, c in enumerate(centroids):
        scores[:, j] = c @ c - 2 * X.dot(c)
    return scores.argmin(axis=1)


@wrong("product in a loop")
def listed_products(X, centroids):
    X, centroids = _centred(X, centroids)
    return np.argmin([c @ c - 2 * (X @ c) for c in centroids], axis=0)


@wrong("sklearn")
def sklearn_multiplies(X, centroids):
    from sklearn.metrics import pairwise_distances_argmin

    return pairwise_distances_argmin(X, centroids)


@wrong("none")
def no_return(X, centroids):
    X, centroids = _centred(X, centroids)
    labels = ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)  # noqa: F841


@wrong("loop")
def a_loop_at_the_end(X, centroids):
    X, centroids = _centred(X, centroids)
    scores = (centroids**2).sum(axis=1) - 2 * X @ centroids.T
    return np.array([row.argmin() for row in scores])


@wrong("loop")
def a_loop_for_the_norms(X, centroids):
    X, centroids = _centred(X, centroids)
    norms = np.array(list(map(sum, centroids**2)))
    return (norms - 2 * X @ centroids.T).argmin(axis=1)


@wrong("product in a loop")
def point_by_point_along_an_axis(X, centroids):
    X, centroids = _centred(X, centroids)
    norms = (centroids**2).sum(axis=1)
    return np.apply_along_axis(lambda x: (norms - 2 * centroids @ x).argmin(), 1, X)


@wrong("no product")
def einsum_of_differences(X, centroids):
    differences = X[:, None].astype(float) - centroids
    return np.einsum("nkd,nkd->nk", differences, differences).argmin(axis=1)


@wrong("in place")
def moves_the_given_points(X, centroids):
    origin = X[0].copy()
    X -= origin
    shifted = centroids - origin * 1.0
    return ((shifted**2).sum(axis=1) - 2 * X @ shifted.T).argmin(axis=1)


@wrong("axis")
def squeezed(X, centroids):
    X, centroids = _centred(X, centroids)
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1).squeeze()


@wrong("different")
def same_shift_for_any_data(X, centroids):
    X, centroids = X - 10_000.0, centroids - 10_000.0
    return ((centroids**2).sum(axis=1) - 2 * X @ centroids.T).argmin(axis=1)
