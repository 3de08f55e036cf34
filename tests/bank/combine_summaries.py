"""Answers to combine_summaries."""

import numpy as np

from .registry import right, wrong


@right
def where(sums, counts, inertias, centroids):
    n = counts.sum(axis=0)[:, None]
    with np.errstate(invalid="ignore"):
        return np.where(n == 0, centroids, sums.sum(axis=0) / n), inertias.sum()


@right
def loop_over_clusters(sums, counts, inertias, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        size = counts[:, j].sum()
        if size > 0:
            new[j] = sums[:, j].sum(axis=0) / size
    return new, float(np.sum(inertias))


@right
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


@right
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


@right
def einsum(sums, counts, inertias, centroids):
    n = np.einsum("bk->k", counts)
    scale = np.divide(1, n, out=np.zeros(len(n)), where=n > 0)
    return np.einsum("bkd,k->kd", sums, scale) + centroids * (n == 0)[:, None], inertias.sum()


@wrong("mean of means")
def average_of_averages(sums, counts, inertias, centroids):
    with np.errstate(invalid="ignore"):
        means = sums / counts[:, :, None]
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if counts[:, j].any():
            new[j] = np.nanmean(means[:, j], axis=0)
    return new, inertias.sum()


@wrong("mean of means")
def average_with_zeros(sums, counts, inertias, centroids):
    means = (sums / np.maximum(counts, 1)[:, :, None]).mean(axis=0)
    return np.where(counts.sum(axis=0)[:, None] > 0, means, centroids), inertias.sum()


@wrong("nan on empty")
def plain_division(sums, counts, inertias, centroids):
    return sums.sum(axis=0) / counts.sum(axis=0)[:, None], inertias.sum()


@wrong("zero on empty")
def at_least_one_point(sums, counts, inertias, centroids):
    return sums.sum(axis=0) / np.maximum(counts.sum(axis=0), 1)[:, None], inertias.sum()


@wrong("one block only")
def overwritten(sums, counts, inertias, centroids):
    for s, c, i in zip(sums, counts, inertias):
        total, size, inertia = s, c, i
    return where(total[None], size[None], np.array([inertia]), centroids)


@wrong("one block only")
def moved_after_each_block(sums, counts, inertias, centroids):
    new = centroids.astype(float)
    for s, c in zip(sums, counts):
        new[c > 0] = s[c > 0] / c[c > 0][:, None]
    return new, inertias.sum()


@wrong("not divided")
def totals_only(sums, counts, inertias, centroids):
    return sums.sum(axis=0), inertias.sum()


@wrong("divided by n")
def by_all_points(sums, counts, inertias, centroids):
    new = sums.sum(axis=0) / counts.sum()
    return np.where(counts.sum(axis=0)[:, None] > 0, new, centroids), inertias.sum()


@wrong("divided by the blocks")
def mean_of_the_sums(sums, counts, inertias, centroids):
    filled = counts.sum(axis=0)[:, None] > 0
    return np.where(filled, sums.mean(axis=0), centroids), inertias.sum()


@wrong("mean inertia")
def inertia_averaged(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0], np.mean(inertias)


@wrong("inertias returned")
def inertias_as_they_are(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0], inertias


@wrong("truncated")
def copy_keeps_the_type(sums, counts, inertias, centroids):
    new = centroids.copy()
    for j in range(len(centroids)):
        if counts[:, j].sum():
            new[j] = sums[:, j].sum(axis=0) / counts[:, j].sum()
    return new, inertias.sum()


@wrong("in place")
def into_the_first_block(sums, counts, inertias, centroids):
    total = sums[0]
    for s in sums[1:]:
        total += s
    n = counts.sum(axis=0)[:, None]
    return np.where(n > 0, total / np.maximum(n, 1), centroids), inertias.sum()


@wrong("not a tuple")
def no_inertia_at_all(sums, counts, inertias, centroids):
    return where(sums, counts, inertias, centroids)[0]
