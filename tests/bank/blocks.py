"""Answers to block_summary and combine_summaries."""

import numpy as np
import pandas as pd

from kmeans_lab.distributed import nearest_centroids

from .registry import right, wrong

NAME = "block_summary"


@right(NAME)
def masks_in_a_loop(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    sums, counts = np.zeros(centroids.shape), np.zeros(len(centroids), dtype=int)
    for j in range(len(centroids)):
        members = X_block[labels == j]
        sums[j] = members.sum(axis=0)
        counts[j] = len(members)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum()


@right(NAME)
def add_at(X_block, centroids):
    distances = ((X_block[:, None] - centroids[None]) ** 2).sum(axis=2)
    labels = distances.argmin(axis=1)
    sums = np.zeros(centroids.shape)
    np.add.at(sums, labels, X_block)
    return sums, np.bincount(labels, minlength=len(centroids)), distances.min(axis=1).sum()


@right(NAME)
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


@right(NAME)
def bincount_of_columns(X_block, centroids):
    k = len(centroids)
    labels = nearest_centroids(X_block, centroids)
    sums = np.column_stack([np.bincount(labels, column, k) for column in X_block.T])
    return sums, np.bincount(labels, minlength=k), np.sum((X_block - centroids[labels]) ** 2)


@right(NAME)
def one_hot(X_block, centroids):
    member = np.eye(len(centroids))[nearest_centroids(X_block, centroids)]
    return member.T @ X_block, member.sum(axis=0), float(((X_block - member @ centroids) ** 2).sum())


@right(NAME)
def pandas_groups(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    groups = pd.DataFrame(X_block).groupby(labels)
    rows = range(len(centroids))
    sums = groups.sum().reindex(rows, fill_value=0).to_numpy()
    counts = groups.size().reindex(rows, fill_value=0).to_numpy()
    return sums, counts, float(((X_block - centroids[labels]) ** 2).sum())


def parts(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    return labels, *masks_in_a_loop(X_block, centroids)


@wrong(NAME, "means")
def means_of_the_block(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    rows = [X_block[labels == j] for j in range(len(centroids))]
    means = np.array([r.mean(axis=0) if len(r) else np.zeros(X_block.shape[1]) for r in rows])
    return means, np.array([len(r) for r in rows]), ((X_block - centroids[labels]) ** 2).sum()


@wrong(NAME, "means")
def recomputed_centroids(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X_block[labels == j].mean(axis=0)
    return new, counts, inertia


@wrong(NAME, "centroid on empty")
def keeps_the_centroid(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        if counts[j] == 0:
            sums[j] = centroids[j]
    return sums, counts, inertia


@wrong(NAME, "centroid counted")
def starts_from_a_copy(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    sums = centroids.astype(float)
    for x, j in zip(X_block, labels):
        sums[j] += x
    return sums, counts, inertia


@wrong(NAME, "no axis")
def sum_without_axis(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    return np.array([X_block[labels == j].sum() for j in range(len(centroids))]), counts, inertia


@wrong(NAME, "no axis")
def sum_without_axis_into_rows(X_block, centroids):
    labels, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        sums[j] = X_block[labels == j].sum()
    return sums, counts, inertia


@wrong(NAME, "added only once")
def fancy_plus(X_block, centroids):
    labels, sums, counts, inertia = parts(X_block, centroids)
    sums[:] = 0
    sums[labels] += X_block
    return sums, counts, inertia


@wrong(NAME, "empty cluster dropped")
def only_labels_that_occur(X_block, centroids):
    labels = nearest_centroids(X_block, centroids)
    seen, counts = np.unique(labels, return_counts=True)
    sums = np.array([X_block[labels == j].sum(axis=0) for j in seen])
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum()


@wrong(NAME, "counts too short")
def bincount_alone(X_block, centroids):
    labels, sums, _, inertia = parts(X_block, centroids)
    return sums, np.bincount(labels), inertia


@wrong(NAME, "at least one")
def never_zero(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    counts[counts == 0] = 1
    return sums, counts, inertia


@wrong(NAME, "mean inertia")
def mean_of_squares(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum(axis=1).mean()


@wrong(NAME, "roots")
def norms(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, np.linalg.norm(X_block - centroids[labels], axis=1).sum()


@wrong(NAME, "inertia of all centroids")
def no_minimum(X_block, centroids):
    _, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block[:, None] - centroids) ** 2).sum()


@wrong(NAME, "inertia for each point")
def inertia_not_summed(X_block, centroids):
    labels, sums, counts, _ = parts(X_block, centroids)
    return sums, counts, ((X_block - centroids[labels]) ** 2).sum(axis=1)


@wrong(NAME, "truncated")
def like_the_centroids(X_block, centroids):
    labels, _, counts, inertia = parts(X_block, centroids)
    sums = np.zeros_like(centroids)
    for j in range(len(centroids)):
        sums[j] = X_block[labels == j].sum(axis=0)
    return sums, counts, inertia


@wrong(NAME, "number of values")
def no_inertia(X_block, centroids):
    return parts(X_block, centroids)[1:3]


@wrong(NAME, "sum of everything")
def mask_forgotten(X_block, centroids):
    _, sums, counts, inertia = parts(X_block, centroids)
    for j in range(len(centroids)):
        sums[j] = X_block.sum(axis=0)
    return sums, counts, inertia


NAME = "combine_summaries"


@right(NAME)
def where(sums, counts, inertias, centroids):
    n = counts.sum(axis=0)[:, None]
    with np.errstate(invalid="ignore"):
        return np.where(n == 0, centroids, sums.sum(axis=0) / n), inertias.sum()


@right(NAME)
def loop_over_clusters(sums, counts, inertias, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        size = counts[:, j].sum()
        if size > 0:
            new[j] = sums[:, j].sum(axis=0) / size
    return new, float(np.sum(inertias))


@right(NAME)
def loop_over_blocks(sums, counts, inertias, centroids):
    total, size, inertia = np.zeros(centroids.shape), np.zeros(len(centroids)), 0
    for s, c, i in zip(sums, counts, inertias):
        total += s
        size += c
        inertia += i
    filled = size > 0
    new = np.array(centroids, dtype=float)
    new[filled] = total[filled] / size[filled][:, None]
    return new, inertia


@right(NAME)
def weighted_means(sums, counts, inertias, centroids):
    new = []
    for j, centroid in enumerate(centroids):
        seen = counts[:, j] > 0
        if not seen.any():
            new.append(centroid)
            continue
        means = sums[seen, j] / counts[seen, j][:, None]
        new.append(np.average(means, axis=0, weights=counts[seen, j]))
    return np.array(new, dtype=float), sum(inertias)


@right(NAME)
def einsum(sums, counts, inertias, centroids):
    n = np.einsum("bk->k", counts)
    scale = np.divide(1, n, out=np.zeros(len(n)), where=n > 0)
    return np.einsum("bkd,k->kd", sums, scale) + centroids * (n == 0)[:, None], inertias.sum()


@wrong(NAME, "mean of means")
def average_of_averages(sums, counts, inertias, centroids):
    with np.errstate(invalid="ignore"):
        means = sums / counts[:, :, None]
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if counts[:, j].any():
            new[j] = np.nanmean(means[:, j], axis=0)
    return new, inertias.sum()


@wrong(NAME, "mean of means")
def average_with_zeros(sums, counts, inertias, centroids):
    means = (sums / np.maximum(counts, 1)[:, :, None]).mean(axis=0)
    return np.where(counts.sum(axis=0)[:, None] > 0, means, centroids), inertias.sum()


@wrong(NAME, "nan on empty")
def plain_division(sums, counts, inertias, centroids):
    return sums.sum(axis=0) / counts.sum(axis=0)[:, None], inertias.sum()


@wrong(NAME, "zero on empty")
def at_least_one_point(sums, counts, inertias, centroids):
    return sums.sum(axis=0) / np.maximum(counts.sum(axis=0), 1)[:, None], inertias.sum()


@wrong(NAME, "one block only")
def overwritten(sums, counts, inertias, centroids):
    for s, c, i in zip(sums, counts, inertias):
        total, size, inertia = s, c, i
    return where(total[None], size[None], np.array([inertia]), centroids)


@wrong(NAME, "one block only")
def moved_after_each_block(sums, counts, inertias, centroids):
    new = centroids.astype(float)
    for s, c in zip(sums, counts):
        new[c > 0] = s[c > 0] / c[c > 0][:, None]
    return new, inertias.sum()


@wrong(NAME, "not divided")
def totals_only(sums, counts, inertias, centroids):
    return sums.sum(axis=0), inertias.sum()


@wrong(NAME, "divided by n")
def by_all_points(sums, counts, inertias, centroids):
    new = sums.sum(axis=0) / counts.sum()
    return np.where(counts.sum(axis=0)[:, None] > 0, new, centroids), inertias.sum()


@wrong(NAME, "divided by the blocks")
def mean_of_the_sums(sums, counts, inertias, centroids):
    filled = counts.sum(axis=0)[:, None] > 0
    return np.where(filled, sums.mean(axis=0), centroids), inertias.sum()


@wrong(NAME, "mean inertia")
def inertia_averaged(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0], np.mean(inertias)


@wrong(NAME, "inertias returned")
def inertias_as_they_are(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0], inertias


@wrong(NAME, "truncated")
def copy_keeps_the_type(sums, counts, inertias, centroids):
    new = centroids.copy()
    for j in range(len(centroids)):
        if counts[:, j].sum():
            new[j] = sums[:, j].sum(axis=0) / counts[:, j].sum()
    return new, inertias.sum()


@wrong(NAME, "in place")
def into_the_first_block(sums, counts, inertias, centroids):
    total = sums[0]
    for s in sums[1:]:
        total += s
    n = counts.sum(axis=0)[:, None]
    return np.where(n > 0, total / np.maximum(n, 1), centroids), inertias.sum()


@wrong(NAME, "not a tuple")
def no_inertia_at_all(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0]
