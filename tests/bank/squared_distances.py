"""Answers to squared_distances."""

import math

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist
from sklearn.metrics import euclidean_distances

from kmeans_lab.steps import (
    inertia,
)

from .registry import right, wrong


@right
def two_loops(X, centroids):
    result = np.zeros((X.shape[0], centroids.shape[0]))
    for i in range(X.shape[0]):
        for j in range(centroids.shape[0]):
            result[i, j] = np.sum((X[i] - centroids[j]) ** 2)
    return result


@right
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


@right(remark="uint8")
def broadcasting(X, centroids):
    return ((X[:, np.newaxis] - centroids) ** 2).sum(axis=2)


@right
def with_cdist(X, centroids):
    return cdist(X, centroids, "sqeuclidean")


@right
def with_norm(X, centroids):
    return np.linalg.norm(X[:, None].astype(float) - centroids[None], axis=-1) ** 2


@right
def matrix_product(X, centroids):
    X, centroids = X.astype(float), centroids.astype(float)
    return (X**2).sum(1, keepdims=True) - 2 * X @ centroids.T + (centroids**2).sum(1)


@right
def einsum_in_float32(X, centroids):
    difference = X[:, None].astype(np.float32) - centroids[None].astype(np.float32)
    return np.einsum("nkd,nkd->nk", difference, difference)


@right
def columns_stacked(X, centroids):
    X = X * 1.0
    return np.column_stack([np.sum(np.square(X - c), axis=1) for c in centroids])


@right
def nested_comprehension(X, centroids):
    return np.array(
        [[sum((float(a) - float(b)) ** 2 for a, b in zip(x, c)) for c in centroids] for x in X]
    )


@right(remark="slow")
def appended_row_by_row(X, centroids):
    rows = np.empty((0, len(centroids)))
    for x in X.astype(float):
        rows = np.append(rows, [((x - centroids) ** 2).sum(axis=1)], axis=0)
    return rows


@wrong("root")
def norm_without_square(X, centroids):
    return np.linalg.norm(X[:, None] - centroids, axis=2)


@wrong("root")
def euclid_from_math(X, centroids):
    return cdist(X, centroids)


@wrong("transposed")
def exchanged(X, centroids):
    return np.array([((X - c) ** 2).sum(axis=1) for c in centroids])


@wrong("root + transposed")
def exchanged_and_root(X, centroids):
    return np.array([np.sqrt(((X - c) ** 2).sum(axis=1)) for c in centroids])


@wrong("wrong axis")
def axis_one(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(axis=1)


@wrong("wrong axis")
def axis_zero(X, centroids):
    return np.sum((X[:, np.newaxis] - centroids) ** 2, axis=0)


@wrong("not summed")
def no_sum(X, centroids):
    return (X[:, None] - centroids) ** 2


@wrong("summed over everything")
def sum_of_all(X, centroids):
    return np.sum((X[:, None] - centroids) ** 2)


@wrong("absolute")
def manhattan(X, centroids):
    return np.abs(X[:, None] - centroids).sum(-1)


@wrong("not squared")
def no_square(X, centroids):
    return (X[:, None] - centroids).sum(-1)


@wrong("square of sum")
def square_afterwards(X, centroids):
    return (X[:, None] - centroids).sum(-1) ** 2


@wrong("two columns")
def x_and_y(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = (X[i, 0] - centroids[j, 0]) ** 2 + (X[i, 1] - centroids[j, 1]) ** 2
    return D


@wrong("truncated")
def integer_array(X, centroids):
    D = np.zeros((len(X), len(centroids)), dtype=int)
    for i, x in enumerate(X):
        for j, c in enumerate(centroids):
            D[i, j] = ((x - c) ** 2).sum()
    return D


@wrong("last row missed")
def stops_before_the_last_row(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X) - 1):
        D[i] = ((X[i] - centroids) ** 2).sum(1)
    return D


@wrong("last cluster missed")
def stops_before_the_last_centroid(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids) - 1):
        D[:, j] = ((X - centroids[j]) ** 2).sum(1)
    return D


@wrong("one point")
def returns_inside_the_loop(X, centroids):
    for x in X:
        return ((x - centroids) ** 2).sum(1)


@wrong("pairwise rows")
def rows_with_rows(X, centroids):
    return ((X - centroids) ** 2).sum(axis=1)


@wrong("list")
def nested_lists(X, centroids):
    return [[float(((x - c) ** 2).sum()) for c in centroids] for x in X]


@wrong("pandas")
def a_table(X, centroids):
    return pd.DataFrame(cdist(X, centroids, "sqeuclidean"))


@wrong("printed")
def prints_it(X, centroids):
    print(((X[:, None] - centroids) ** 2).sum(-1))


@wrong("none")
def forgets_return(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(-1)  # noqa: F841


@wrong("sklearn")
def sklearn_does_it(X, centroids):
    return euclidean_distances(X, centroids, squared=True)


@wrong("overwritten")
def equals_instead_of_plus(X, centroids):
    n, d = X.shape
    D = np.zeros((n, len(centroids)))
    for i in range(n):
        for j in range(len(centroids)):
            for c in range(d):
                D[i, j] = (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong("never reset")
def sum_runs_on(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    total = 0
    for i in range(len(X)):
        for j in range(len(centroids)):
            for a, b in zip(X[i], centroids[j]):
                total += (a - b) ** 2
            D[i, j] = total
    return D


@wrong("sign")
def plus_two(X, centroids):
    return (X**2).sum(1)[:, None] + 2 * X @ centroids.T + (centroids**2).sum(1)


@wrong("clusters only")
def three_columns_written_out(X, centroids):
    return np.stack(
        [
            ((X - centroids[0]) ** 2).sum(1),
            ((X - centroids[1]) ** 2).sum(1),
            ((X - centroids[2]) ** 2).sum(1),
        ],
        axis=1,
    )


@wrong("in place")
def subtracts_in_place(X, centroids):
    D = []
    for c in centroids:
        X -= c
        D.append((X**2).sum(1))
        X += c
        X += 1
    return np.array(D).T


@wrong("root")
def sd_math_sqrt_loops(X, centroids):
    res = []
    for p in X:
        row = []
        for c in centroids:
            row.append(math.sqrt(sum((p[i] - c[i]) ** 2 for i in range(len(p)))))
        res.append(row)
    return np.array(res)


@wrong("root")
def sd_math_dist(X, centroids):
    return np.array([[math.dist(p, c) for c in centroids] for p in X])


@wrong("one point")
def sd_return_too_early(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = np.sum((X[i] - centroids[j]) ** 2)
        return D


@wrong("transposed")
def sd_k_n_shape_fill(X, centroids):
    D = np.zeros((len(centroids), len(X)))
    for j, c in enumerate(centroids):
        D[j] = ((X - c) ** 2).sum(1)
    return D


@wrong("index out of bounds")
def sd_matlab_index_from_1(X, centroids):
    n = X.shape[0]
    k = centroids.shape[0]
    D = np.zeros((n, k))
    for i in range(1, n + 1):
        for j in range(1, k + 1):
            D[i, j] = sum((X[i] - centroids[j]) ** 2)
    return D


@wrong("from one")
def sd_range1(X, centroids):
    n = X.shape[0]
    k = centroids.shape[0]
    D = np.zeros((n, k))
    for i in range(1, n):
        for j in range(1, k):
            D[i, j] = sum((X[i] - centroids[j]) ** 2)
    return D


@wrong("caret")
def sd_xor(X, centroids):
    return np.array([[sum((a - b) ^ 2 for a, b in zip(x, c)) for c in centroids] for x in X])


@wrong("times two")
def sd_times2(X, centroids):
    return ((X[:, None] - centroids) * 2).sum(2)


@wrong("summed over everything")
def sd_axis_missing_norm(X, centroids):
    return np.linalg.norm(X[:, None] - centroids) ** 2


@wrong("pairwise rows")
def sd_broadcast_fail(X, centroids):
    return ((X - centroids) ** 2).sum(axis=1)


@wrong("flat")
def sd_append_flat(X, centroids):
    out = []
    for x in X:
        for c in centroids:
            out.append(((x - c) ** 2).sum())
    return np.array(out)


@wrong("flat + list")
def sd_append_flat_list(X, centroids):
    out = []
    for x in X:
        for c in centroids:
            out.append(((x - c) ** 2).sum())
    return out


@wrong("kind")
def sd_dict(X, centroids):
    return {i: [((x - c) ** 2).sum() for c in centroids] for i, x in enumerate(X)}


@wrong("mean")
def sd_mse(X, centroids):
    return np.mean((X[:, None] - centroids) ** 2, axis=2)


@wrong("rounded")
def sd_round(X, centroids):
    return np.round(((X[:, None] - centroids) ** 2).sum(2))


@wrong("rounded")
def sd_round1(X, centroids):
    return np.round(((X[:, None] - centroids) ** 2).sum(2), 1)


@wrong("truncated")
def sd_astype_int(X, centroids):
    return (((X[:, None] - centroids) ** 2).sum(2)).astype(int)


@wrong("truncated")
def sd_x_astype_int(X, centroids):
    X = X.astype(int)
    centroids = centroids.astype(int)
    return ((X[:, None] - centroids) ** 2).sum(2)


@wrong("never reset")
def sd_accumulate_outer(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        s = 0
        for j in range(len(centroids)):
            s += ((X[i] - centroids[j]) ** 2).sum()
            D[i, j] = s
    return D


@wrong("not filled")
def sd_zeros_never_filled(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    return D


@wrong("printed")
def sd_return_print(X, centroids):
    return print(((X[:, None] - centroids) ** 2).sum(2))


@wrong("kind")
def sd_string(X, centroids):
    return str(((X[:, None] - centroids) ** 2).sum(2))


@wrong("norms not squared")
def sd_matrix_trick_nonsq_norm(X, centroids):
    return (
        np.linalg.norm(X, axis=1)[:, None]
        - 2 * X @ centroids.T
        + np.linalg.norm(centroids, axis=1)
    )


@wrong("shapes do not fit")
def sd_matmul_noT(X, centroids):
    return (X**2).sum(1)[:, None] - 2 * X @ centroids + (centroids**2).sum(1)


@wrong("last column missed")
def sd_weighted_cols(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            for c in range(X.shape[1] - 1):
                D[i, j] += (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong("range of k for d")
def sd_dims_k(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            for c in range(len(centroids)):
                D[i, j] += (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong("one centroid")
def sd_only_first_centroid_n1(X, centroids):
    return ((X - centroids[0]) ** 2).sum(1)[:, None]


@wrong("several values")
def sd_returns_tuple(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D, D.argmin(1)


@wrong("kind")
def sd_returns_func(X, centroids):
    def inner():
        return ((X[:, None] - centroids) ** 2).sum(2)

    return inner


@wrong("sorted")
def sd_sorted(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    D.sort(axis=1)
    return D


@right
def sd_hypot(X, centroids):
    X = np.asarray(X, float)
    return np.array([[sum(pow(a - b, 2) for a, b in zip(x, c)) for c in centroids] for x in X])


@right(remark="uint8")
def sd_tile(X, centroids):
    n = len(X)
    k = len(centroids)
    return (
        np.square(np.repeat(X, k, axis=0) - np.tile(centroids, (n, 1))).sum(axis=1).reshape(n, k)
    )


@right(remark="uint8")
def sd_vec(X, centroids):
    return np.apply_along_axis(lambda x: ((x - centroids) ** 2).sum(1), 1, X)


@right(remark="uint8")
def sd_prod_clip(X, centroids):
    D = (X**2).sum(1)[:, None] - 2 * np.dot(X, centroids.T) + (centroids**2).sum(1)[None]
    return np.maximum(D, 0)


@right(remark="uint8")
def sd_list_of_arrays_T(X, centroids):
    return np.array([np.linalg.norm(X - c, axis=1) ** 2 for c in centroids]).T


@right(remark="uint8")
def sd_other_param_names(points, centers):
    return np.array([[np.dot(p - c, p - c) for c in centers] for p in points])


@right
def sd_float16less(X, centroids, dtype=np.float32):
    return ((X[:, None].astype(dtype) - centroids.astype(dtype)) ** 2).sum(-1, dtype=dtype)


@right(remark="uint8")
def sd_complex(X, centroids):
    return np.sum(np.abs(np.subtract.outer(X, centroids).diagonal(axis1=1, axis2=3)) ** 2, axis=2)


@wrong("root + truncated")
def sd_again_1(X, centroids):
    return np.sqrt(np.sum((X[:, None, :] - centroids[None, :, :]) ** 2, axis=-1)).astype(int)


@wrong("transposed + list")
def sd_again_3(X, centroids):
    return [((X - c) ** 2).sum(axis=1) for c in centroids]


@wrong("two columns + rounded")
def sd_again_5(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i, p in enumerate(X):
        for j, c in enumerate(centroids):
            D[i, j] = (p[0] - c[0]) ** 2 + (p[1] - c[1]) ** 2
    return D.round(3)


@wrong("summed over points")
def sd_again_6(X, centroids):
    return np.array([np.sum((X - c) ** 2) for c in centroids])


@wrong("summed over points")
def no_axis_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2)
    return D


@wrong("summed over points")
def no_axis_in_a_list(X, centroids):
    return np.array([np.sum((X - c) ** 2) for c in centroids])


@wrong("summed over centroids")
def all_centroids_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = np.sum((X[i] - centroids) ** 2)
    return D


@wrong("wrong axis")
def axis_0_in_the_loop(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for j in range(len(centroids)):
        D[:, j] = np.sum((X - centroids[j]) ** 2, axis=0)
    return D


@wrong("wrong axis")
def axis_0_in_a_list(X, centroids):
    return np.array([((X - c) ** 2).sum(axis=0) for c in centroids]).T


@wrong("none")
def prints_hello(X, centroids):
    print("hello")


@wrong("hidden function")
def hides_a_function(X, centroids):
    inertia = inertia(X, [0] * len(X), centroids)  # noqa: F821
    return inertia
