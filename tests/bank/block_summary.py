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


@wrong("number of values")
def no_inertia(X_block, centroids):
    return masks_in_a_loop(X_block, centroids)[:2]


@wrong("no rows")
def labels_in_a_list(X_block, centroids):
    labels = np.array([((x - centroids) ** 2).sum(axis=1).argmin() for x in X_block])
    sums = np.array([X_block[labels == j].sum(axis=0) for j in range(len(centroids))])
    inertia = ((X_block - centroids[labels]) ** 2).sum()
    return sums, np.bincount(labels, minlength=len(centroids)), inertia


@wrong("few digits")
def sums_in_float32(X_block, centroids):
    sums, counts, inertia = masks_in_a_loop(X_block, centroids)
    return sums.astype(np.float32), counts, inertia


@wrong("in place")
def measures_in_the_block_itself(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    sums, counts, inertia = masks_in_a_loop(X_block, centroids)
    X_block -= centroids[labels].astype(X_block.dtype)
    return sums, counts, inertia


@wrong("list")
def lists(X_block, centroids):
    sums, counts, inertia = masks_in_a_loop(X_block, centroids)
    return list(sums), counts.tolist(), inertia


@wrong("different counts")
def a_column_of_counts(X_block, centroids):
    sums, counts, inertia = masks_in_a_loop(X_block, centroids)
    return sums, counts[:, np.newaxis], inertia


SUMS = {}


@wrong("reused array")
def adds_into_the_same_sums(X_block, centroids):
    sums, counts, inertia = masks_in_a_loop(X_block, centroids)
    kept = SUMS.setdefault(sums.shape, np.zeros(sums.shape))
    kept[:] = sums
    return kept, counts, inertia


@wrong("sklearn")
def sklearn_labels(X_block, centroids):
    from sklearn.metrics import pairwise_distances_argmin

    labels = pairwise_distances_argmin(X_block, centroids)
    members = labels == np.arange(len(centroids))[:, np.newaxis]
    inertia = ((X_block - centroids[labels]) ** 2).sum()
    return members.astype(float) @ X_block, members.sum(axis=1), inertia
