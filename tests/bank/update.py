"""Answers to recompute_centroids."""

import numpy as np
import pandas as pd

from .registry import right, wrong

NAME = "recompute_centroids"


@right(NAME)
def masks(X, labels, centroids):
    new = centroids.astype(float).copy()
    for j in range(len(centroids)):
        if np.any(labels == j):
            new[j] = np.mean(X[labels == j], axis=0)
    return new


@right(NAME)
def lists_in_a_dictionary(X, labels, centroids):
    groups = {j: [] for j in range(len(centroids))}
    for x, label in zip(X, labels):
        groups[int(label)].append(x)
    return np.array([np.mean(groups[j], axis=0) if groups[j] else centroids[j] for j in groups])


@right(NAME)
def add_at(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    np.add.at(sums, labels, X)
    sizes = np.bincount(labels, minlength=len(centroids))
    filled = sizes > 0
    sums[filled] /= sizes[filled][:, None]
    sums[~filled] = centroids[~filled]
    return sums


@right(NAME)
def bincount_columns(X, labels, centroids):
    k, d = centroids.shape
    sizes = np.bincount(labels, minlength=k)
    sums = np.stack([np.bincount(labels, X[:, c], minlength=k) for c in range(d)], axis=1)
    with np.errstate(invalid="ignore"):
        return np.where(sizes[:, None] > 0, sums / sizes[:, None], centroids)


@right(NAME)
def indicator_matrix(X, labels, centroids):
    member = (labels[:, None] == np.arange(len(centroids))).astype(float)
    sizes = member.sum(axis=0)[:, None]
    return np.where(sizes > 0, member.T @ X / np.maximum(sizes, 1), centroids)


@right(NAME)
def pure_python(X, labels, centroids):
    k, d = len(centroids), len(centroids[0])
    sums, sizes = [[0.0] * d for _ in range(k)], [0] * k
    for i in range(len(X)):
        sizes[labels[i]] += 1
        for c in range(d):
            sums[labels[i]][c] += X[i][c]
    result = []
    for j in range(k):
        if sizes[j] == 0:
            result.append([float(v) for v in centroids[j]])
        else:
            result.append([s / sizes[j] for s in sums[j]])
    return np.array(result)


@right(NAME)
def grouped_by_pandas(X, labels, centroids):
    means = pd.DataFrame(X).groupby(np.asarray(labels)).mean()
    new = np.array(centroids, dtype=float)
    new[means.index] = means.to_numpy()
    return new


@right(NAME)
def float32_inside(X, labels, centroids):
    new = centroids.astype(np.float32)
    for j in np.unique(labels):
        new[j] = X[labels == j].astype(np.float32).mean(axis=0)
    return new


@right(NAME, remark="slow")
def appended_means(X, labels, centroids):
    new = np.empty((0, X.shape[1]))
    for j in range(len(centroids)):
        members = X[labels == j]
        row = members.mean(axis=0) if len(members) else centroids[j]
        new = np.append(new, [row], axis=0)
    return new


@wrong(NAME, "nan on empty")
def nan_for_nobody(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])


@wrong(NAME, "zero on empty")
def zeros_for_nobody(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        if (labels == j).sum() > 0:
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "zero on empty")
def at_least_one(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        members = X[labels == j]
        new.append(members.sum(axis=0) / max(len(members), 1))
    return np.array(new)


@wrong(NAME, "mean of everything")
def all_points(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X.mean(axis=0)
    return new


@wrong(NAME, "no axis")
def mean_without_axis(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean()
    return new


@wrong(NAME, "in place")
def moves_the_given_array(X, labels, centroids):
    for j in range(len(centroids)):
        if (labels == j).any():
            centroids[j] = X[labels == j].mean(axis=0)
    return centroids


@wrong(NAME, "in place")
def no_copy_was_made(X, labels, centroids):
    new = centroids
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "truncated")
def copy_keeps_the_type(X, labels, centroids):
    new = centroids.copy()
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "truncated")
def like_X(X, labels, centroids):
    new = np.zeros((len(centroids), X.shape[1]), dtype=X.dtype)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
    return new


@wrong(NAME, "empty cluster dropped")
def only_labels_that_occur(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in np.unique(labels)])


@wrong(NAME, "empty cluster dropped")
def pandas_means(X, labels, centroids):
    return pd.DataFrame(X).groupby(labels).mean().to_numpy()


@wrong(NAME, "median")
def medians(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = np.median(X[labels == j], axis=0)
    return new


@wrong(NAME, "sum")
def sums_only(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    for x, label in zip(X, labels):
        sums[label] += x
    return sums


@wrong(NAME, "divided by n")
def by_all_points(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].sum(axis=0) / len(X)
    return new


@wrong(NAME, "from one")
def labels_from_one(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(1, len(centroids) + 1):
        if (labels == j).any():
            new[j - 1] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "last cluster missed")
def last_cluster_stays(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids) - 1):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "old centroid counted")
def sum_starts_at_the_centroid(X, labels, centroids):
    new = centroids.astype(float)
    for x, label in zip(X, labels):
        new[label] += x
    sizes = np.bincount(labels, minlength=len(centroids))
    new[sizes > 0] /= sizes[sizes > 0][:, None]
    return new


@wrong(NAME, "two columns")
def x_mean_and_y_mean(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        members = X[labels == j]
        if len(members) == 0:
            new.append(centroids[j])
        else:
            new.append([members[:, 0].mean(), members[:, 1].mean()])
    return np.array(new)


@wrong(NAME, "three clusters")
def three_written_out(X, labels, centroids):
    new = centroids.astype(float)
    for j in (0, 1, 2):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "mean of all on empty")
def empty_to_the_middle(X, labels, centroids):
    new = np.tile(X.mean(axis=0), (len(centroids), 1)).astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "single points missed")
def more_than_one(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if len(X[labels == j]) > 1:
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong(NAME, "list")
def list_of_means(X, labels, centroids):
    return [
        X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
        for j in range(len(centroids))
    ]


@wrong(NAME, "one cluster")
def return_in_the_loop(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
        return new


@wrong(NAME, "a point, not the mean")
def medoid(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        members = X[labels == j]
        new[j] = members[((members - members.mean(0)) ** 2).sum(1).argmin()]
    return new


@wrong(NAME, "transposed")
def rows_and_columns_exchanged(X, labels, centroids):
    rows = [
        X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
        for j in range(len(centroids))
    ]
    return np.stack(rows, axis=1)
