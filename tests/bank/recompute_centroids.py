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


@right
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


@wrong("nan on empty")
def nan_for_nobody(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])


@wrong("zero on empty")
def zeros_for_nobody(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        if (labels == j).sum() > 0:
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("zero on empty")
def at_least_one(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        members = X[labels == j]
        new.append(members.sum(axis=0) / max(len(members), 1))
    return np.array(new)


@wrong("mean of everything")
def all_points(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X.mean(axis=0)
    return new


@wrong("no axis")
def mean_without_axis(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean()
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


@wrong("truncated")
def copy_keeps_the_type(X, labels, centroids):
    new = centroids.copy()
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("truncated")
def like_X(X, labels, centroids):
    new = np.zeros((len(centroids), X.shape[1]), dtype=X.dtype)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
    return new


@wrong("empty cluster dropped")
def only_labels_that_occur(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in np.unique(labels)])


@wrong("empty cluster dropped")
def pandas_means(X, labels, centroids):
    return pd.DataFrame(X).groupby(labels).mean().to_numpy()


@wrong("median")
def medians(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = np.median(X[labels == j], axis=0)
    return new


@wrong("sum")
def sums_only(X, labels, centroids):
    sums = np.zeros(centroids.shape)
    for x, label in zip(X, labels):
        sums[label] += x
    return sums


@wrong("divided by n")
def by_all_points(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].sum(axis=0) / len(X)
    return new


@wrong("from one")
def labels_from_one(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(1, len(centroids) + 1):
        if (labels == j).any():
            new[j - 1] = X[labels == j].mean(axis=0)
    return new


@wrong("last cluster missed")
def last_cluster_stays(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids) - 1):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("old centroid counted")
def sum_starts_at_the_centroid(X, labels, centroids):
    new = centroids.astype(float)
    for x, label in zip(X, labels):
        new[label] += x
    sizes = np.bincount(labels, minlength=len(centroids))
    new[sizes > 0] /= sizes[sizes > 0][:, None]
    return new


@wrong("two columns")
def x_mean_and_y_mean(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        members = X[labels == j]
        if len(members) == 0:
            new.append(centroids[j])
        else:
            new.append([members[:, 0].mean(), members[:, 1].mean()])
    return np.array(new)


@wrong("three clusters")
def three_written_out(X, labels, centroids):
    new = centroids.astype(float)
    for j in (0, 1, 2):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("mean of all on empty")
def empty_to_the_middle(X, labels, centroids):
    new = np.tile(X.mean(axis=0), (len(centroids), 1)).astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("single points missed")
def more_than_one(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if len(X[labels == j]) > 1:
            new[j] = X[labels == j].mean(axis=0)
    return new


@wrong("list")
def list_of_means(X, labels, centroids):
    return [
        X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
        for j in range(len(centroids))
    ]


@wrong("one cluster")
def return_in_the_loop(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
        return new


@wrong("a point, not the mean")
def medoid(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        members = X[labels == j]
        new[j] = members[((members - members.mean(0)) ** 2).sum(1).argmin()]
    return new


@wrong("transposed")
def rows_and_columns_exchanged(X, labels, centroids):
    rows = [
        X[labels == j].mean(axis=0) if (labels == j).any() else centroids[j]
        for j in range(len(centroids))
    ]
    return np.stack(rows, axis=1)


@wrong("wrong axis")
def rc_axis1(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=1) for j in range(len(centroids))])


@wrong("no axis")
def rc_sum_axis(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X[labels == j].sum() / max(1, (labels == j).sum())
    return new


@wrong("zero on empty")
def rc_nan_to_num(X, labels, centroids):
    return np.nan_to_num(np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))]))


@wrong("truncated")
def rc_zeros_like(X, labels, centroids):
    new = np.zeros_like(centroids)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(0) if np.any(labels == j) else centroids[j]
    return new


@wrong("empty cluster dropped")
def rc_skip_continue(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        m = X[labels == j]
        if len(m) == 0:
            continue
        new.append(m.mean(0))
    return np.array(new)


@wrong("truth of an array")
def rc_if_mean_truth(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if labels == j:
            new[j] = X[labels == j].mean(0)
    return new


@wrong("empty cluster dropped")
def rc_maxlabel(X, labels, centroids):
    return np.array(
        [
            X[labels == j].mean(0) if (labels == j).any() else centroids[j]
            for j in range(max(labels) + 1)
        ]
    )


@wrong("none + in place")
def rc_mutate_return_none(X, labels, centroids):
    for j in range(len(centroids)):
        if (labels == j).any():
            centroids[j] = X[labels == j].mean(0)


@wrong("nan on empty")
def rc_count_bug(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.zeros(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / c[:, None]


@wrong("zero on empty")
def rc_eps(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.zeros(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / (c[:, None] + 1e-10)


@wrong("one too many")
def rc_plus1(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.ones(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / c[:, None]


@wrong("added only once")
def rc_plus1keep(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.zeros(len(centroids))
    s[labels] += X
    for l in labels:
        c[l] += 1
    new = centroids.astype(float)
    for j in range(len(c)):
        if c[j]:
            new[j] = s[j] / c[j]
    return new


@wrong("no axis")
def rc_isin(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        pts = [X[i] for i in range(len(X)) if labels[i] == j]
        new[j] = np.mean(pts) if pts else centroids[j]
    return new


@wrong("truncated")
def rc_floor(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].sum(0) // np.sum(labels == j)
    return new


@wrong("truncated")
def rc_int_out(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new.astype(int)


@wrong("several values")
def rc_returns_pair(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new, np.abs(new - centroids).max()


@wrong("kind")
def rc_dict(X, labels, centroids):
    return {j: X[labels == j].mean(0) for j in range(len(centroids))}


@wrong("shapes do not fit")
def rc_labels_is(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels is j]
        new[j] = m.mean(0)
    return new


@wrong("first points")
def rc_Xj(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        new[j] = X[j]
    return new


@wrong("old centroid counted")
def rc_half(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = (new[j] + X[labels == j].mean(0)) / 2
    return new


@wrong("running average")
def rc_running(X, labels, centroids):
    new = centroids.astype(float)
    for x, l in zip(X, labels):
        new[l] = (new[l] + x) / 2
    return new


@wrong("nan on empty")
def rc_df(X, labels, centroids):
    return pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids))).to_numpy()


@wrong("zero on empty")
def rc_df_fillna0(X, labels, centroids):
    return (
        pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids))).fillna(0).to_numpy()
    )


@wrong("pandas")
def rc_dfout(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return pd.DataFrame(new)


@wrong("two clusters")
def rc_keeponly_when2(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(2):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(0)
    return new


@wrong("divided by k + zero on empty")
def rc_weights(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        m = X[labels == j]
        new[j] = m.sum(0) / len(centroids)
    return new


@wrong("empty cluster")
def rc_inf(X, labels, centroids):
    new = np.full(centroids.shape, np.inf)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("empty cluster")
def rc_empty_uninit(X, labels, centroids):
    new = np.full(centroids.shape, -1.0)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("empty cluster")
def rc_zerodiv(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        pts = [list(x) for x, l in zip(X, labels) if l == j]
        new.append([sum(col) / len(pts) for col in zip(*pts)] if pts else 1 / 0)
    return np.array(new)


@wrong("empty cluster")
def rc_nearest_empty(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels == j]
        if len(m):
            new[j] = m.mean(0)
        else:
            new[j] = X[((X - centroids[j]) ** 2).sum(1).argmin()]
    return new


@right
def rc_avg_weights(X, labels, centroids):
    out = []
    for j in range(len(centroids)):
        wt = (labels == j).astype(float)
        out.append(np.average(X, axis=0, weights=wt) if wt.sum() else centroids[j])
    return np.array(out, dtype=float)


@right
def rc_ma(X, labels, centroids):
    m = np.ma.array(
        np.broadcast_to(X[None], (len(centroids),) + X.shape),
        mask=np.broadcast_to(
            (labels[None] != np.arange(len(centroids))[:, None])[:, :, None],
            (len(centroids),) + X.shape,
        ),
    ).mean(axis=1)
    return np.where(np.ma.getmaskarray(m), centroids, m.filled(0))


@right
def rc_isnan(X, labels, centroids):
    new = np.array([X[labels == j].mean(0) for j in range(len(centroids))])
    bad = np.isnan(new).any(1)
    new[bad] = centroids[bad]
    return new


@right
def rc_try(X, labels, centroids):
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
def rc_sorted_reduceat(X, labels, centroids):
    order = np.argsort(labels, kind="stable")
    u, st = np.unique(labels[order], return_index=True)
    new = centroids.astype(float)
    new[u] = np.add.reduceat(X[order], st, axis=0) / np.diff(np.append(st, len(X)))[:, None]
    return new


@right
def rc_reindex(X, labels, centroids):
    t = pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids)))
    return t.fillna(pd.DataFrame(centroids)).to_numpy()


@wrong("spread")
def rc_again_9(X, labels, centroids):
    return np.array([X[labels == j].std(0) for j in range(len(centroids))])


@wrong("the other points")
def rc_again_12(X, labels, centroids):
    new = np.array(centroids, float)
    for j in np.unique(labels):
        new[j] = X[labels != j].mean(0) if (labels != j).any() else new[j]
    return new


@wrong("old centroid counted")
def rc_again_13(X, labels, centroids):
    new = np.array(centroids, float)
    for j in np.unique(labels):
        new[j] += X[labels == j].mean(0)
    return new


@wrong("first cluster missed")
def rc_again_15(X, labels, centroids):
    new = []
    for j in range(1, len(centroids)):
        m = X[labels == j]
        new.append(m.mean(0) if len(m) else centroids[j])
    return np.array(new)


@wrong("one cluster")
def return_inside_the_loop(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(axis=0)
        return new


@wrong("one cluster")
def return_inside_the_if(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(axis=0)
            return new


@wrong("label as an index")
def label_of_point_j(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        new[j] = X[labels[j]].mean()
    return new


@wrong("label as an index")
def row_of_label_j(X, labels, centroids):
    return np.array([X[labels[j]] for j in range(len(centroids))])


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
