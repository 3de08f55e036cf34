"""Answers to recompute_centroids."""

import numpy as np
import pandas as pd

from .registry import right, wrong


@right
def masks(X, labels, centroids):
    new = centroids.astype(float).copy()
    for j in range(len(centroids)):
        if np.any(labels == j):
            new[j] = np.mean(X[labels == j], axis=0)
    return new


@right
def lists_in_a_dictionary(X, labels, centroids):
    groups = {j: [] for j in range(len(centroids))}
    for x, label in zip(X, labels):
        groups[int(label)].append(x)
    return np.array([np.mean(groups[j], axis=0) if groups[j] else centroids[j] for j in groups])


@right
def add_at(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    np.add.at(sums, labels, X)
    sizes = np.bincount(labels, minlength=len(centroids))
    filled = sizes > 0
    sums[filled] /= sizes[filled][:, None]
    sums[~filled] = centroids[~filled]
    return sums


@right
def bincount_columns(X, labels, centroids):
    k, d = centroids.shape
    sizes = np.bincount(labels, minlength=k)
    sums = np.stack([np.bincount(labels, X[:, c], minlength=k) for c in range(d)], axis=1)
    with np.errstate(invalid="ignore"):
        return np.where(sizes[:, None] > 0, sums / sizes[:, None], centroids)


@right
def indicator_matrix(X, labels, centroids):
    member = (labels[:, None] == np.arange(len(centroids))).astype(float)
    sizes = member.sum(axis=0)[:, None]
    return np.where(sizes > 0, member.T @ X / np.maximum(sizes, 1), centroids)


@right
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


@right
def grouped_by_pandas(X, labels, centroids):
    means = pd.DataFrame(X).groupby(np.asarray(labels)).mean()
    new = np.array(centroids, dtype=float)
    new[means.index] = means.to_numpy()
    return new


@wrong("few digits")
def float32_inside(X, labels, centroids):
    new = centroids.astype(np.float32)
    for j in np.unique(labels):
        new[j] = X[labels == j].astype(np.float32).mean(axis=0)
    return new


@right(remark="slow")
def appended_means(X, labels, centroids):
    new = np.empty((0, X.shape[1]))
    for j in range(len(centroids)):
        members = X[labels == j]
        row = members.mean(axis=0) if len(members) else centroids[j]
        new = np.append(new, [row], axis=0)
    return new


@wrong("in place")
def moves_the_given_array(X, labels, centroids):
    for j in range(len(centroids)):
        if (labels == j).any():
            centroids[j] = X[labels == j].mean(axis=0)
    return centroids


@wrong("in place")
def no_copy_was_made(X, labels, centroids):
    new = centroids
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("list")
def list_of_means(X, labels, centroids):
    return [
        X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
        for j in range(len(centroids))
    ]


@wrong("truth of an array")
def if_of_a_mask(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if labels == j:
            new[j] = X[labels == j].mean(0)
    return new


@wrong("none + in place")
def moves_in_place_and_returns_nothing(X, labels, centroids):
    for j in range(len(centroids)):
        if (labels == j).any():
            centroids[j] = X[labels == j].mean(0)


@wrong("one too many")
def count_from_one_and_zero_for_nobody(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.ones(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / c[:, None]


@wrong("several values")
def centroids_and_shift(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new, np.abs(new - centroids).max()


@wrong("kind")
def a_dictionary(X, labels, centroids):
    return {j: X[labels == j].mean(0) for j in range(len(centroids))}


@wrong("shapes do not fit")
def labels_is_j(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels is j]
        new[j] = m.mean(0)
    return new


@wrong("pandas")
def a_frame(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return pd.DataFrame(new)


@wrong("divided by k + zero on empty")
def by_clusters_from_zero(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        m = X[labels == j]
        new[j] = m.sum(0) / len(centroids)
    return new


@wrong("empty cluster")
def infinity_for_nobody(X, labels, centroids):
    new = np.full(centroids.shape, np.inf)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("empty cluster")
def minus_one_for_nobody(X, labels, centroids):
    new = np.full(centroids.shape, -1.0)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("empty cluster")
def error_for_nobody(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        pts = [list(x) for x, l in zip(X, labels) if l == j]
        new.append([sum(col) / len(pts) for col in zip(*pts)] if pts else 1 / 0)
    return np.array(new)


@wrong("empty cluster")
def nearest_point_for_nobody(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels == j]
        if len(m):
            new[j] = m.mean(0)
        else:
            new[j] = X[((X - centroids[j]) ** 2).sum(1).argmin()]
    return new


@right
def weighted_averages(X, labels, centroids):
    out = []
    for j in range(len(centroids)):
        wt = (labels == j).astype(float)
        out.append(np.average(X, axis=0, weights=wt) if wt.sum() else centroids[j])
    return np.array(out, dtype=float)


@right
def masked_array(X, labels, centroids):
    m = np.ma.array(
        np.broadcast_to(X[None], (len(centroids),) + X.shape),
        mask=np.broadcast_to(
            (labels[None] != np.arange(len(centroids))[:, None])[:, :, None],
            (len(centroids),) + X.shape,
        ),
    ).mean(axis=1)
    return np.where(np.ma.getmaskarray(m), centroids, m.filled(0))


@right
def nan_replaced(X, labels, centroids):
    new = np.array([X[labels == j].mean(0) for j in range(len(centroids))])
    bad = np.isnan(new).any(1)
    new[bad] = centroids[bad]
    return new


@right
def try_and_except(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        rows = [x for x, l in zip(X.tolist(), labels) if l == j]
        try:
            new.append(
                [sum(c) / len(rows) for c in zip(*rows)] or [float(v) for v in centroids[j]]
            )
        except ZeroDivisionError:
            new.append(centroids[j])
    return np.array(new)


@right
def sorted_and_reduced(X, labels, centroids):
    order = np.argsort(labels, kind="stable")
    u, st = np.unique(labels[order], return_index=True)
    new = centroids.astype(float)
    new[u] = np.add.reduceat(X[order], st, axis=0) / np.diff(np.append(st, len(X)))[:, None]
    return new


@right
def reindexed_by_pandas(X, labels, centroids):
    t = pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids)))
    return t.fillna(pd.DataFrame(centroids)).to_numpy()


@wrong("in place + truncated")
def in_place_with_integers(X, labels, centroids):
    for j in range(len(centroids)):
        if np.any(labels == j):
            centroids[j] = X[labels == j].mean(axis=0)
    return centroids


@wrong("integer array")
def divides_in_an_integer_array(X, labels, centroids):
    new = np.zeros(centroids.shape, dtype=int)
    for j in range(len(centroids)):
        new[j] = X[labels == j].sum(axis=0)
        new[j] /= (labels == j).sum()
    return new


@wrong("given array returned")
def the_old_ones_if_nothing_moves(X, labels, centroids):
    new = masks(X, labels, centroids)
    return centroids if (new == centroids).all() else new


@wrong("close stays")
def the_old_ones_if_next_to_nothing_moves(X, labels, centroids):
    new = masks(X, labels, centroids)
    return centroids if np.allclose(new, centroids) else new


CENTROIDS = {}


@wrong("reused array")
def fills_the_same_array(X, labels, centroids):
    new = CENTROIDS.setdefault(centroids.shape, np.zeros(centroids.shape))
    new[:] = masks(X, labels, centroids)
    return new


@wrong("integers for floats")
def integers_where_they_do(X, labels, centroids):
    new = masks(X, labels, centroids)
    return new.astype(int) if (new == np.rint(new)).all() else new


@wrong("matrix")
def a_matrix(X, labels, centroids):
    return np.matrix(masks(X, labels, centroids))


@wrong("axis")
def squeezed(X, labels, centroids):
    return masks(X, labels, centroids).squeeze()


@wrong("in place")
def sorts_the_points_first(X, labels, centroids):
    order = labels.argsort(kind="stable")
    X[:], labels[:] = X[order], labels[order]
    return masks(X, labels, centroids)


@wrong("sklearn")
def sklearn_finds_the_means(X, labels, centroids):
    from sklearn.neighbors import NearestCentroid

    new = centroids.astype(float)
    new[np.unique(labels)] = NearestCentroid().fit(X, labels).centroids_
    return new


@wrong("generator")
def yields_means(X, labels, centroids):
    for j in range(len(centroids)):
        members = X[labels == j]
        yield members.mean(axis=0) if len(members) else centroids[j]
