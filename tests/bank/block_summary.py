"""Answers to block_summary."""

import numpy as np
import pandas as pd

from kmeans_lab.distributed import nearest_centroids

from .registry import right, wrong


@right
def masks_in_a_loop(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    sums, counts = np.zeros(centroids.shape), np.zeros(len(centroids), dtype=int)
    for j in range(len(centroids)):
        members = X_block[labels == j]
        sums[j] = members.sum(axis=0)
        counts[j] = len(members)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum()


@right
def add_at(X_block, centroids):
    distances = ((X_block[:, None] - centroids[None]) ** 2).sum(axis=2)
    labels = distances.argmin(axis=1)
    sums = np.zeros(centroids.shape)
    np.add.at(sums, labels, X_block)
    return sums, np.bincount(labels, minlength=len(centroids)), distances.min(axis=1).sum()


@right
def point_by_point(X_block, centroids):
    k, d = centroids.shape
    sums, counts, inertia = np.zeros((k, d)), [0] * k, 0.0
    for x in X_block:
        gaps = [sum((x[c] - centre[c]) ** 2 for c in range(d)) for centre in centroids]
        j = gaps.index(min(gaps))
        sums[j] += x
        counts[j] += 1
        inertia += gaps[j]
    return sums, np.array(counts), inertia


@right
def bincount_of_columns(X_block, centroids):
    k = len(centroids)
    labels = nearest_centroids(X_block, centroids)
    sums = np.column_stack([np.bincount(labels, column, k) for column in X_block.T])
    return sums, np.bincount(labels, minlength=k), np.sum((X_block - centroids[labels]) ** 2)


@right
def one_hot(X_block, centroids):
    member = np.eye(len(centroids))[nearest_centroids(X_block, centroids)]
    return (
        member.T @ X_block,
        member.sum(axis=0),
        float(((X_block - member @ centroids) ** 2).sum()),
    )


@right
def pandas_groups(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    groups = pd.DataFrame(X_block).groupby(labels)
    rows = range(len(centroids))
    sums = groups.sum().reindex(rows, fill_value=0).to_numpy()
    counts = groups.size().reindex(rows, fill_value=0).to_numpy()
    return sums, counts, float(((X_block - centroids[labels]) ** 2).sum())


@wrong("means")
def means_of_the_block(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    rows = [X_block[labels == j] for j in range(len(centroids))]
    means = np.array([r.mean(axis=0) if len(r) else np.zeros(X_block.shape[1]) for r in rows])
    return means, np.array([len(r) for r in rows]), ((X_block - centroids[labels]) ** 2).sum()


def parts(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    return labels, *masks_in_a_loop(X_block, centroids)


@wrong("means")
def recomputed_centroids(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X_block[labels == j].mean(axis=0)
    return new, counts, inertia


@wrong("centroid on empty")
def keeps_the_centroid(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        if counts[j] == 0:
            sums[j] = centroids[j]
    return sums, counts, inertia


@wrong("centroid counted")
def starts_from_a_copy(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    sums = centroids.astype(float)
    for x, j in zip(X_block, labels):
        sums[j] += x
    return sums, counts, inertia


@wrong("no axis")
def sum_without_axis(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    return np.array([X_block[labels == j].sum() for j in range(len(centroids))]), counts, inertia


@wrong("no axis")
def sum_without_axis_into_rows(X_block, centroids):
    labels, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        sums[j] = X_block[labels == j].sum()
    return sums, counts, inertia


@wrong("added only once")
def fancy_plus(X_block, centroids):
    labels, sums, counts, inertia = parts(X_block, centroids)
    sums[:] = 0
    sums[labels] += X_block
    return sums, counts, inertia


@wrong("empty cluster dropped")
def only_labels_that_occur(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    seen, counts = np.unique(labels, return_counts=True)
    sums = np.array([X_block[labels == j].sum(axis=0) for j in seen])
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum()


@wrong("counts too short")
def bincount_alone(X_block, centroids):
    labels, sums, _, inertia = parts(X_block, centroids)
    return sums, np.bincount(labels), inertia


@wrong("at least one")
def never_zero(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    counts[counts == 0] = 1
    return sums, counts, inertia


@wrong("mean inertia")
def mean_of_squares(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum(axis=1).mean()


@wrong("roots")
def norms(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, np.linalg.norm(X_block - centroids[labels], axis=1).sum()


@wrong("inertia of all centroids")
def no_minimum(X_block, centroids):
    _, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block[:, None] - centroids) ** 2).sum()


@wrong("inertia for each point")
def inertia_not_summed(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum(axis=1)


@wrong("truncated")
def like_the_centroids(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    sums = np.zeros_like(centroids)
    for j in range(len(centroids)):
        sums[j] = X_block[labels == j].sum(axis=0)
    return sums, counts, inertia


@wrong("number of values")
def no_inertia(X_block, centroids):
    return parts(X_block, centroids)[1:3]


@wrong("sum of everything")
def mask_forgotten(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        sums[j] = X_block.sum(axis=0)
    return sums, counts, inertia
