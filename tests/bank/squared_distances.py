"""Answers to squared_distances."""

import numpy as np
import pandas as pd
from scipy.spatial.distance import cdist
from sklearn.metrics import euclidean_distances

from kmeans_lab.steps import inertia

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


@right
def powers(X, centroids):
    X = np.asarray(X, float)
    return np.array([[sum(pow(a - b, 2) for a, b in zip(x, c)) for c in centroids] for x in X])


@right(remark="uint8")
def repeated_and_tiled(X, centroids):
    n = len(X)
    k = len(centroids)
    return (
        np.square(np.repeat(X, k, axis=0) - np.tile(centroids, (n, 1))).sum(axis=1).reshape(n, k)
    )


@right(remark="uint8")
def applied_along_an_axis(X, centroids):
    return np.apply_along_axis(lambda x: ((x - centroids) ** 2).sum(1), 1, X)


@right(remark="uint8")
def product_clipped_at_zero(X, centroids):
    D = (X**2).sum(1)[:, None] - 2 * np.dot(X, centroids.T) + (centroids**2).sum(1)[None]
    return np.maximum(D, 0)


@right(remark="uint8")
def list_transposed(X, centroids):
    return np.array([np.linalg.norm(X - c, axis=1) ** 2 for c in centroids]).T


@right(remark="uint8")
def other_names(points, centers):
    return np.array([[np.dot(p - c, p - c) for c in centers] for p in points])


@wrong("in float32 + few digits")
def float32_by_default(X, centroids, dtype=np.float32):
    return ((X[:, None].astype(dtype) - centroids.astype(dtype)) ** 2).sum(-1, dtype=dtype)


@right(remark="uint8")
def outer_differences(X, centroids):
    return np.sum(np.abs(np.subtract.outer(X, centroids).diagonal(axis1=1, axis2=3)) ** 2, axis=2)


@wrong("root + transposed")
def exchanged_and_root(X, centroids):
    return np.array([np.sqrt(((X - c) ** 2).sum(axis=1)) for c in centroids])


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


@wrong("index out of bounds")
def indices_from_1(X, centroids):
    n = X.shape[0]
    k = centroids.shape[0]
    D = np.zeros((n, k))
    for i in range(1, n + 1):
        for j in range(1, k + 1):
            D[i, j] = sum((X[i] - centroids[j]) ** 2)
    return D


@wrong("caret")
def caret(X, centroids):
    return np.array([[sum((a - b) ^ 2 for a, b in zip(x, c)) for c in centroids] for x in X])


@wrong("flat + list")
def flat_list(X, centroids):
    out = []
    for x in X:
        for c in centroids:
            out.append(((x - c) ** 2).sum())
    return out


@wrong("kind")
def dictionary(X, centroids):
    return {i: [((x - c) ** 2).sum() for c in centroids] for i, x in enumerate(X)}


@wrong("printed")
def returns_print(X, centroids):
    return print(((X[:, None] - centroids) ** 2).sum(2))


@wrong("kind")
def text(X, centroids):
    return str(((X[:, None] - centroids) ** 2).sum(2))


@wrong("shapes do not fit")
def product_not_transposed(X, centroids):
    return (X**2).sum(1)[:, None] - 2 * X @ centroids + (centroids**2).sum(1)


@wrong("several values")
def with_the_labels(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D, D.argmin(1)


@wrong("kind")
def a_function(X, centroids):
    def inner():
        return ((X[:, None] - centroids) ** 2).sum(2)

    return inner


@wrong("root + truncated")
def root_as_integers(X, centroids):
    return np.sqrt(np.sum((X[:, None, :] - centroids[None, :, :]) ** 2, axis=-1)).astype(int)


@wrong("transposed + list")
def list_of_columns(X, centroids):
    return [((X - c) ** 2).sum(axis=1) for c in centroids]


@wrong("two columns + rounded")
def x_and_y_rounded(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i, p in enumerate(X):
        for j, c in enumerate(centroids):
            D[i, j] = (p[0] - c[0]) ** 2 + (p[1] - c[1]) ** 2
    return D.round(3)


@wrong("none")
def prints_hello(X, centroids):
    print("hello")


@wrong("hidden function")
def hides_a_function(X, centroids):
    inertia = inertia(X, [0] * len(X), centroids)  # noqa: F823
    return inertia


@wrong("axis")
def squeezed(X, centroids):
    return ((X[:, None] * 1.0 - centroids) ** 2).sum(2).squeeze()


@wrong("matrix")
def a_matrix(X, centroids):
    return np.matrix(cdist(X, centroids, "sqeuclidean"))


@wrong("generator")
def yields_rows(X, centroids):
    for x in X:
        yield ((x - centroids) ** 2).sum(axis=1)


TABLES = {}


@wrong("reused array")
def fills_the_same_table(X, centroids):
    table = TABLES.setdefault((len(X), len(centroids)), np.zeros((len(X), len(centroids))))
    for j, c in enumerate(centroids):
        table[:, j] = ((X - c) ** 2).sum(axis=1)
    return table
