"""More answers, in the many styles of novices: loops, pandas, MATLAB and one-liners."""

import bisect
import itertools
import math

import numpy as np
import pandas as pd
from kneed import KneeLocator

from kmeans_lab.steps import (
    assign_labels,
    inertia,
    init_kmeans_plusplus,
    init_random,
    lloyd,
    recompute_centroids,
    squared_distances,
    weighted_choice,
)

from .registry import right, wrong
from .rounds import Straight


@wrong("squared_distances", "root")
def sd_math_sqrt_loops(X, centroids):
    res = []
    for p in X:
        row = []
        for c in centroids:
            row.append(math.sqrt(sum((p[i] - c[i]) ** 2 for i in range(len(p)))))
        res.append(row)
    return np.array(res)


@wrong("squared_distances", "root")
def sd_math_dist(X, centroids):
    return np.array([[math.dist(p, c) for c in centroids] for p in X])


@wrong("squared_distances", "one point")
def sd_return_too_early(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            D[i, j] = np.sum((X[i] - centroids[j]) ** 2)
        return D


@wrong("squared_distances", "transposed")
def sd_k_n_shape_fill(X, centroids):
    D = np.zeros((len(centroids), len(X)))
    for j, c in enumerate(centroids):
        D[j] = ((X - c) ** 2).sum(1)
    return D


@wrong("squared_distances", "index out of bounds")
def sd_matlab_index_from_1(X, centroids):
    n = X.shape[0]
    k = centroids.shape[0]
    D = np.zeros((n, k))
    for i in range(1, n + 1):
        for j in range(1, k + 1):
            D[i, j] = sum((X[i] - centroids[j]) ** 2)
    return D


@wrong("squared_distances", "from one")
def sd_range1(X, centroids):
    n = X.shape[0]
    k = centroids.shape[0]
    D = np.zeros((n, k))
    for i in range(1, n):
        for j in range(1, k):
            D[i, j] = sum((X[i] - centroids[j]) ** 2)
    return D


@wrong("squared_distances", "caret")
def sd_xor(X, centroids):
    return np.array([[sum((a - b) ^ 2 for a, b in zip(x, c)) for c in centroids] for x in X])


@wrong("squared_distances", "times two")
def sd_times2(X, centroids):
    return ((X[:, None] - centroids) * 2).sum(2)


@wrong("squared_distances", "summed over everything")
def sd_axis_missing_norm(X, centroids):
    return np.linalg.norm(X[:, None] - centroids) ** 2


@wrong("squared_distances", "pairwise rows")
def sd_broadcast_fail(X, centroids):
    return ((X - centroids) ** 2).sum(axis=1)


@wrong("squared_distances", "flat")
def sd_append_flat(X, centroids):
    out = []
    for x in X:
        for c in centroids:
            out.append(((x - c) ** 2).sum())
    return np.array(out)


@wrong("squared_distances", "flat + list")
def sd_append_flat_list(X, centroids):
    out = []
    for x in X:
        for c in centroids:
            out.append(((x - c) ** 2).sum())
    return out


@wrong("squared_distances", "kind")
def sd_dict(X, centroids):
    return {i: [((x - c) ** 2).sum() for c in centroids] for i, x in enumerate(X)}


@wrong("squared_distances", "mean")
def sd_mse(X, centroids):
    return np.mean((X[:, None] - centroids) ** 2, axis=2)


@wrong("squared_distances", "rounded")
def sd_round(X, centroids):
    return np.round(((X[:, None] - centroids) ** 2).sum(2))


@wrong("squared_distances", "rounded")
def sd_round1(X, centroids):
    return np.round(((X[:, None] - centroids) ** 2).sum(2), 1)


@wrong("squared_distances", "truncated")
def sd_astype_int(X, centroids):
    return (((X[:, None] - centroids) ** 2).sum(2)).astype(int)


@wrong("squared_distances", "truncated")
def sd_x_astype_int(X, centroids):
    X = X.astype(int)
    centroids = centroids.astype(int)
    return ((X[:, None] - centroids) ** 2).sum(2)


@wrong("squared_distances", "never reset")
def sd_accumulate_outer(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        s = 0
        for j in range(len(centroids)):
            s += ((X[i] - centroids[j]) ** 2).sum()
            D[i, j] = s
    return D


@wrong("squared_distances", "not filled")
def sd_zeros_never_filled(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    return D


@wrong("squared_distances", "printed")
def sd_return_print(X, centroids):
    return print(((X[:, None] - centroids) ** 2).sum(2))


@wrong("squared_distances", "kind")
def sd_string(X, centroids):
    return str(((X[:, None] - centroids) ** 2).sum(2))


@wrong("squared_distances", "norms not squared")
def sd_matrix_trick_nonsq_norm(X, centroids):
    return (
        np.linalg.norm(X, axis=1)[:, None]
        - 2 * X @ centroids.T
        + np.linalg.norm(centroids, axis=1)
    )


@wrong("squared_distances", "shapes do not fit")
def sd_matmul_noT(X, centroids):
    return (X**2).sum(1)[:, None] - 2 * X @ centroids + (centroids**2).sum(1)


@wrong("squared_distances", "last column missed")
def sd_weighted_cols(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            for c in range(X.shape[1] - 1):
                D[i, j] += (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong("squared_distances", "range of k for d")
def sd_dims_k(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i in range(len(X)):
        for j in range(len(centroids)):
            for c in range(len(centroids)):
                D[i, j] += (X[i, c] - centroids[j, c]) ** 2
    return D


@wrong("squared_distances", "one centroid")
def sd_only_first_centroid_n1(X, centroids):
    return ((X - centroids[0]) ** 2).sum(1)[:, None]


@wrong("squared_distances", "several values")
def sd_returns_tuple(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D, D.argmin(1)


@wrong("squared_distances", "kind")
def sd_returns_func(X, centroids):
    def inner():
        return ((X[:, None] - centroids) ** 2).sum(2)

    return inner


@wrong("squared_distances", "sorted")
def sd_sorted(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    D.sort(axis=1)
    return D


@right("squared_distances")
def sd_hypot(X, centroids):
    X = np.asarray(X, float)
    return np.array([[sum(pow(a - b, 2) for a, b in zip(x, c)) for c in centroids] for x in X])


@right("squared_distances", remark="uint8")
def sd_tile(X, centroids):
    n = len(X)
    k = len(centroids)
    return (
        np.square(np.repeat(X, k, axis=0) - np.tile(centroids, (n, 1))).sum(axis=1).reshape(n, k)
    )


@right("squared_distances", remark="uint8")
def sd_vec(X, centroids):
    return np.apply_along_axis(lambda x: ((x - centroids) ** 2).sum(1), 1, X)


@right("squared_distances", remark="uint8")
def sd_prod_clip(X, centroids):
    D = (X**2).sum(1)[:, None] - 2 * np.dot(X, centroids.T) + (centroids**2).sum(1)[None]
    return np.maximum(D, 0)


@right("squared_distances", remark="uint8")
def sd_list_of_arrays_T(X, centroids):
    return np.array([np.linalg.norm(X - c, axis=1) ** 2 for c in centroids]).T


@right("squared_distances", remark="uint8")
def sd_other_param_names(points, centers):
    return np.array([[np.dot(p - c, p - c) for c in centers] for p in points])


@right("squared_distances")
def sd_float16less(X, centroids, dtype=np.float32):
    return ((X[:, None].astype(dtype) - centroids.astype(dtype)) ** 2).sum(-1, dtype=dtype)


@right("squared_distances", remark="uint8")
def sd_complex(X, centroids):
    return np.sum(np.abs(np.subtract.outer(X, centroids).diagonal(axis1=1, axis2=3)) ** 2, axis=2)


@wrong("assign_labels", "all zero")
def al_smallest_from_0(X, centroids):
    lab = []
    for x in X:
        m = 0
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("assign_labels", "all zero")
def al_greater(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d > m:
                m = d
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("assign_labels", "all last")
def al_update_label_only(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                l = j
        lab.append(l)
    return np.array(lab)


@wrong("assign_labels", "all zero")
def al_update_min_only(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
        lab.append(l)
    return np.array(lab)


@wrong("assign_labels", "appended too often")
def al_append_inner(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                lab.append(j)
    return np.array(lab)


@wrong("assign_labels", "one label")
def al_return_in_loop(X, centroids):
    for x in X:
        d = [((x - c) ** 2).sum() for c in centroids]
        return np.array([np.argmin(d)])


@wrong("assign_labels", "large numbers")
def al_999(X, centroids):
    labels = np.zeros(len(X), int)
    for i in range(len(X)):
        best = 99999
        for j in range(len(centroids)):
            d = np.linalg.norm(X[i] - centroids[j])
            if d < best:
                best = d
                labels[i] = j
    return labels


@wrong("assign_labels", "from one + float labels")
def al_empty_dtype(X, centroids):
    labels = np.zeros(len(X))
    for i in range(len(X)):
        labels[i] = np.argmin(np.sum((X[i] - centroids) ** 2, axis=1)) + 1
    return labels


@wrong("assign_labels", "centroids ignored")
def al_min_index_of_row(X, centroids):
    return np.array([np.argmin(x) for x in X])


@wrong("assign_labels", "kind")
def al_str(X, centroids):
    return np.array(["c%d" % j for j in ((X[:, None] - centroids) ** 2).sum(2).argmin(1)])


@wrong("assign_labels", "several values")
def al_where(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.where(D == D.min(axis=1, keepdims=True))


@wrong("assign_labels", "ties")
def al_where1(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return np.where(D == D.min(axis=1, keepdims=True))[1]


@wrong("assign_labels", "two clusters")
def al_2cl(X, centroids):
    return np.array(
        [0 if np.sum((x - centroids[0]) ** 2) <= np.sum((x - centroids[1]) ** 2) else 1 for x in X]
    )


@wrong("assign_labels", "not summed")
def al_argmin_axis2(X, centroids):
    return ((X[:, None] - centroids) ** 2).argmin(2)


@wrong("assign_labels", "not summed")
def al_argmin_before_sum(X, centroids):
    return np.abs(X[:, None] - centroids).argmin(axis=1)


@wrong("assign_labels", "wrong axis")
def al_sumaxis1(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(axis=1).argmin(axis=1)


@wrong("assign_labels", "wrong axis")
def al_sumaxis1b(X, centroids):
    return np.sqrt(((X - centroids[:, np.newaxis]) ** 2).sum(axis=2)).argmin(axis=1)


@wrong("assign_labels", "ties")
def al_last_wins_argsort(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D.shape[1] - 1 - np.argmin(D[:, ::-1], axis=1)


@wrong("assign_labels", "list")
def al_lists_of_points(X, centroids):
    g = [[] for _ in centroids]
    for x in X:
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(x)
    return g


@wrong("assign_labels", "list")
def al_list_of_index(X, centroids):
    g = [[] for _ in centroids]
    for i, x in enumerate(X):
        g[int(np.argmin(((x - centroids) ** 2).sum(1)))].append(i)
    return g


@wrong("assign_labels", "sorted")
def al_sort_first(X, centroids):
    c = centroids[np.lexsort(centroids.T)]
    return ((X[:, None] - c) ** 2).sum(2).argmin(1)


@wrong("assign_labels", "truncated")
def al_int8_dist(X, centroids):
    return ((X[:, None].astype(int) - centroids.astype(int)) ** 2).sum(2).argmin(1)


@wrong("assign_labels", "several values")
def al_tuple_with_dist(X, centroids):
    D = ((X[:, None] - centroids) ** 2).sum(2)
    return D.argmin(1), D.min(1)


@wrong("assign_labels", "dot product")
def al_dot(X, centroids):
    return np.argmax(X.dot(centroids.T), axis=1)


@wrong("assign_labels", "pandas")
def al_df(X, centroids):
    return pd.Series(((X[:, None] - centroids) ** 2).sum(2).argmin(1))


@wrong("assign_labels", "clusters only")
def al_uses_k3(X, centroids):
    d = np.zeros((len(X), 3))
    for j in range(3):
        d[:, j] = ((X - centroids[j]) ** 2).sum(1)
    return d.argmin(1)


@wrong("assign_labels", "not squared")
def al_sign(X, centroids):
    return (X[:, None] - centroids).sum(2).argmin(1)


@wrong("assign_labels", "stops too early")
def al_break(X, centroids):
    lab = []
    for x in X:
        m = np.inf
        l = 0
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if d < m:
                m = d
                l = j
            else:
                break
        lab.append(l)
    return np.array(lab)


@wrong("assign_labels", "from one + list")
def al_float_and_one_list(X, centroids):
    return [float(np.argmin([np.linalg.norm(x - c) for c in centroids]) + 1) for x in X]


@wrong("assign_labels", "last row missed")
def al_n_minus1(X, centroids):
    labels = []
    for i in range(len(X) - 1):
        labels.append(np.argmin(((X[i] - centroids) ** 2).sum(1)))
    return np.array(labels)


@wrong("assign_labels", "axis")
def al_column_list(X, centroids):
    return np.array([[np.argmin(((x - centroids) ** 2).sum(1))] for x in X])


@wrong("assign_labels", "one too small")
def al_negone(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(2).argmin(1) - 1


@right("assign_labels")
def al_min_key(X, centroids):
    return np.array(
        [min(range(len(centroids)), key=lambda j: math.dist(x, centroids[j])) for x in X]
    )


@right("assign_labels")
def al_list_index(X, centroids):
    out = []
    for x in X:
        d = [float(np.sum((x - c) ** 2)) for c in centroids]
        out.append(d.index(min(d)))
    return np.array(out)


@right("assign_labels")
def al_uint8(X, centroids):
    return ((X[:, None].astype(float) - centroids) ** 2).sum(2).argmin(1).astype(np.uint8)


@right("assign_labels")
def al_nanargmin(X, centroids):
    return np.nanargmin(((X[:, None] * 1.0 - centroids) ** 2).sum(2), axis=1)


@right("assign_labels")
def al_ckdtree(X, centroids):
    D = np.stack([((X - c) ** 2).sum(1) for c in centroids.astype(float)], 0)
    return np.argmin(D, axis=0)


@right("assign_labels")
def al_rank(X, centroids):
    return (
        pd.DataFrame([[math.dist(x, c) for c in centroids] for x in X]).idxmin(axis=1).to_numpy()
    )


@right("assign_labels")
def al_prod_half(X, centroids):
    return np.argmax(X @ centroids.T - 0.5 * (centroids**2).sum(1), axis=1)


@right("assign_labels")
def al_vectorised_fill(X, centroids):
    lab = np.full(len(X), -1)
    for i, x in enumerate(X):
        lab[i] = np.linalg.norm(x - centroids, axis=1).argmin()
    return lab


@wrong("inertia", "not squared")
def in_dist_no_sq(X, labels, centroids):
    return sum(math.dist(x, centroids[l]) for x, l in zip(X, labels))


@wrong("inertia", "overwritten")
def in_reset(X, labels, centroids):
    for j in range(len(centroids)):
        total = 0
        total += ((X[labels == j] - centroids[j]) ** 2).sum()
    return total


@wrong("inertia", "one round")
def in_return_loop(X, labels, centroids):
    t = 0
    for j in range(len(centroids)):
        t += ((X[labels == j] - centroids[j]) ** 2).sum()
        return t


@wrong("inertia", "from one")
def in_labels_1(X, labels, centroids):
    t = 0
    for j in range(1, len(centroids) + 1):
        t += ((X[labels == j] - centroids[j - 1]) ** 2).sum()
    return t


@wrong("inertia", "per column")
def in_axis0(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(axis=0)


@wrong("inertia", "per cluster + list")
def in_list(X, labels, centroids):
    return [((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))]


@wrong("inertia", "recomputed")
def in_std(X, labels, centroids):
    return sum(X[labels == j].var(0).sum() for j in range(len(centroids)))


@wrong("inertia", "nearest")
def in_min_nosq(X, labels, centroids):
    return np.min(np.linalg.norm(X[:, None] - centroids, axis=2), axis=1).sum()


@wrong("inertia", "square of sum")
def in_sqsum(X, labels, centroids):
    return (X - centroids[labels]).sum() ** 2


@wrong("inertia", "global mean")
def in_total_var(X, labels, centroids):
    return ((X - X.mean(0)) ** 2).sum()


@wrong("inertia", "divided by k")
def in_div_k(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum() / len(centroids)


@wrong("inertia", "divided by k")
def in_perclmean(X, labels, centroids):
    return np.mean([((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids))])


@wrong("inertia", "empty cluster dropped")
def in_uniq(X, labels, centroids):
    t = 0
    for i, j in enumerate(np.unique(labels)):
        t += ((X[labels == j] - centroids[i]) ** 2).sum()
    return t


@wrong("inertia", "kind")
def in_str(X, labels, centroids):
    return f"{((X - centroids[labels]) ** 2).sum():.2f}"


@wrong("inertia", "printed")
def in_print(X, labels, centroids):
    print(((X - centroids[labels]) ** 2).sum())


@wrong("inertia", "clusters only")
def in_3(X, labels, centroids):
    return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(3))


@wrong("inertia", "first row missed")
def in_range_n1(X, labels, centroids):
    return sum(((X[i] - centroids[labels[i]]) ** 2).sum() for i in range(1, len(X)))


@wrong("inertia", "pairwise rows")
def in_ctr_i(X, labels, centroids):
    return sum(((X[i] - centroids[i]) ** 2).sum() for i in range(len(centroids)))


@wrong("inertia", "labels as coordinates")
def in_labels_sub(X, labels, centroids):
    return ((X - labels[:, None]) ** 2).sum()


@wrong("inertia", "largest")
def in_max(X, labels, centroids):
    return max(((x - centroids[l]) ** 2).sum() for x, l in zip(X, labels))


@wrong("inertia", "axis")
def in_arr1(X, labels, centroids):
    return np.array([((X - centroids[labels]) ** 2).sum()])


@wrong("inertia", "axis")
def in_keepdims(X, labels, centroids):
    return ((X - centroids[labels]) ** 2).sum(keepdims=True)


@wrong("inertia", "halved")
def in_half(X, labels, centroids):
    return 0.5 * ((X - centroids[labels]) ** 2).sum()


@wrong("inertia", "starts at one")
def in_plus_k(X, labels, centroids):
    t = 1
    for x, l in zip(X, labels):
        t += ((x - centroids[l]) ** 2).sum()
    return t


@wrong("inertia", "in place + integers")
def in_modifies(X, labels, centroids):
    X -= centroids[labels]
    return (X**2).sum()


@wrong("inertia", "counted by size")
def in_count(X, labels, centroids):
    t = 0
    for j in range(len(centroids)):
        t += ((X[labels == j] - centroids[j]) ** 2).sum() * np.sum(labels == j)
    return t


@right("inertia")
def in_trace(X, labels, centroids):
    D = X - centroids[labels]
    return np.trace(D @ D.T)


@right("inertia")
def in_vdot(X, labels, centroids):
    D = (X - centroids[labels]).ravel()
    return D @ D


@right("inertia")
def in_fsum(X, labels, centroids):
    return math.fsum(math.dist(x, centroids[l]) ** 2 for x, l in zip(X, labels))


@right("inertia")
def in_df(X, labels, centroids):
    return pd.DataFrame(X - centroids[labels]).pow(2).sum().sum()


@right("inertia")
def in_fro(X, labels, centroids):
    return np.linalg.norm(X - centroids[labels], "fro") ** 2


@right("inertia")
def in_0d(X, labels, centroids):
    return np.array(((X - centroids[labels]) ** 2).sum())


@wrong("recompute_centroids", "wrong axis")
def rc_axis1(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=1) for j in range(len(centroids))])


@wrong("recompute_centroids", "no axis")
def rc_sum_axis(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        new[j] = X[labels == j].sum() / max(1, (labels == j).sum())
    return new


@wrong("recompute_centroids", "zero on empty")
def rc_nan_to_num(X, labels, centroids):
    return np.nan_to_num(np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))]))


@wrong("recompute_centroids", "truncated")
def rc_zeros_like(X, labels, centroids):
    new = np.zeros_like(centroids)
    for j in range(len(centroids)):
        new[j] = X[labels == j].mean(0) if np.any(labels == j) else centroids[j]
    return new


@wrong("recompute_centroids", "empty cluster dropped")
def rc_skip_continue(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        m = X[labels == j]
        if len(m) == 0:
            continue
        new.append(m.mean(0))
    return np.array(new)


@wrong("recompute_centroids", "truth of an array")
def rc_if_mean_truth(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        if labels == j:
            new[j] = X[labels == j].mean(0)
    return new


@wrong("recompute_centroids", "empty cluster dropped")
def rc_maxlabel(X, labels, centroids):
    return np.array(
        [
            X[labels == j].mean(0) if (labels == j).any() else centroids[j]
            for j in range(max(labels) + 1)
        ]
    )


@wrong("recompute_centroids", "none + in place")
def rc_mutate_return_none(X, labels, centroids):
    for j in range(len(centroids)):
        if (labels == j).any():
            centroids[j] = X[labels == j].mean(0)


@wrong("recompute_centroids", "nan on empty")
def rc_count_bug(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.zeros(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / c[:, None]


@wrong("recompute_centroids", "zero on empty")
def rc_eps(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.zeros(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / (c[:, None] + 1e-10)


@wrong("recompute_centroids", "one too many")
def rc_plus1(X, labels, centroids):
    s = np.zeros(centroids.shape)
    c = np.ones(len(centroids))
    for x, l in zip(X, labels):
        s[l] += x
        c[l] += 1
    return s / c[:, None]


@wrong("recompute_centroids", "added only once")
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


@wrong("recompute_centroids", "no axis")
def rc_isin(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        pts = [X[i] for i in range(len(X)) if labels[i] == j]
        new[j] = np.mean(pts) if pts else centroids[j]
    return new


@wrong("recompute_centroids", "truncated")
def rc_floor(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].sum(0) // np.sum(labels == j)
    return new


@wrong("recompute_centroids", "truncated")
def rc_int_out(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new.astype(int)


@wrong("recompute_centroids", "several values")
def rc_returns_pair(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new, np.abs(new - centroids).max()


@wrong("recompute_centroids", "kind")
def rc_dict(X, labels, centroids):
    return {j: X[labels == j].mean(0) for j in range(len(centroids))}


@wrong("recompute_centroids", "shapes do not fit")
def rc_labels_is(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels is j]
        new[j] = m.mean(0)
    return new


@wrong("recompute_centroids", "first points")
def rc_Xj(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        new[j] = X[j]
    return new


@wrong("recompute_centroids", "old centroid counted")
def rc_half(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = (new[j] + X[labels == j].mean(0)) / 2
    return new


@wrong("recompute_centroids", "running average")
def rc_running(X, labels, centroids):
    new = centroids.astype(float)
    for x, l in zip(X, labels):
        new[l] = (new[l] + x) / 2
    return new


@wrong("recompute_centroids", "nan on empty")
def rc_df(X, labels, centroids):
    return pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids))).to_numpy()


@wrong("recompute_centroids", "zero on empty")
def rc_df_fillna0(X, labels, centroids):
    return (
        pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids))).fillna(0).to_numpy()
    )


@wrong("recompute_centroids", "pandas")
def rc_dfout(X, labels, centroids):
    new = centroids.astype(float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return pd.DataFrame(new)


@wrong("recompute_centroids", "two clusters")
def rc_keeponly_when2(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(2):
        if np.any(labels == j):
            new[j] = X[labels == j].mean(0)
    return new


@wrong("recompute_centroids", "divided by k + zero on empty")
def rc_weights(X, labels, centroids):
    new = np.zeros(centroids.shape)
    for j in range(len(centroids)):
        m = X[labels == j]
        new[j] = m.sum(0) / len(centroids)
    return new


@wrong("recompute_centroids", "empty cluster")
def rc_inf(X, labels, centroids):
    new = np.full(centroids.shape, np.inf)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("recompute_centroids", "empty cluster")
def rc_empty_uninit(X, labels, centroids):
    new = np.full(centroids.shape, -1.0)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new


@wrong("recompute_centroids", "empty cluster")
def rc_zerodiv(X, labels, centroids):
    new = []
    for j in range(len(centroids)):
        pts = [list(x) for x, l in zip(X, labels) if l == j]
        new.append([sum(col) / len(pts) for col in zip(*pts)] if pts else 1 / 0)
    return np.array(new)


@wrong("recompute_centroids", "empty cluster")
def rc_nearest_empty(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        m = X[labels == j]
        if len(m):
            new[j] = m.mean(0)
        else:
            new[j] = X[((X - centroids[j]) ** 2).sum(1).argmin()]
    return new


@right("recompute_centroids")
def rc_avg_weights(X, labels, centroids):
    out = []
    for j in range(len(centroids)):
        wt = (labels == j).astype(float)
        out.append(np.average(X, axis=0, weights=wt) if wt.sum() else centroids[j])
    return np.array(out, dtype=float)


@right("recompute_centroids")
def rc_ma(X, labels, centroids):
    m = np.ma.array(
        np.broadcast_to(X[None], (len(centroids),) + X.shape),
        mask=np.broadcast_to(
            (labels[None] != np.arange(len(centroids))[:, None])[:, :, None],
            (len(centroids),) + X.shape,
        ),
    ).mean(axis=1)
    return np.where(np.ma.getmaskarray(m), centroids, m.filled(0))


@right("recompute_centroids")
def rc_isnan(X, labels, centroids):
    new = np.array([X[labels == j].mean(0) for j in range(len(centroids))])
    bad = np.isnan(new).any(1)
    new[bad] = centroids[bad]
    return new


@right("recompute_centroids")
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


@right("recompute_centroids")
def rc_sorted_reduceat(X, labels, centroids):
    order = np.argsort(labels, kind="stable")
    u, st = np.unique(labels[order], return_index=True)
    new = centroids.astype(float)
    new[u] = np.add.reduceat(X[order], st, axis=0) / np.diff(np.append(st, len(X)))[:, None]
    return new


@right("recompute_centroids")
def rc_reindex(X, labels, centroids):
    t = pd.DataFrame(X).groupby(labels).mean().reindex(range(len(centroids)))
    return t.fillna(pd.DataFrame(centroids)).to_numpy()


@wrong("lloyd", "first round only + stale labels and inertia")
def ll_return_in_loop(X, centroids, max_iter, tol):
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        new = recompute_centroids(X, lab, centroids)
        if np.linalg.norm(new - centroids) < tol:
            break
        centroids = new
        return centroids, lab, inertia(X, lab, centroids), i + 1


@wrong("lloyd", "last move lost")
def ll_break_before_assign(X, centroids, max_iter, tol):
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        new = recompute_centroids(X, lab, centroids)
        if np.linalg.norm(new - centroids) <= tol:
            break
        centroids = new
    return centroids, lab, inertia(X, lab, centroids), i + 1


@wrong("lloyd", "labels compared + stale labels and inertia")
def ll_prev_labels_stop(X, centroids, max_iter, tol):
    lab = None
    for i in range(max_iter):
        nl = assign_labels(X, centroids)
        if lab is not None and (nl == lab).all():
            break
        lab = nl
        centroids = recompute_centroids(X, lab, centroids)
    return centroids, lab, inertia(X, lab, centroids), i + 1


@wrong("lloyd", "inertia compared")
def ll_inertia_tol(X, centroids, max_iter, tol):
    prev = np.inf
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        centroids = recompute_centroids(X, lab, centroids)
        J = inertia(X, lab, centroids)
        if prev - J < tol:
            break
        prev = J
    return (
        centroids,
        assign_labels(X, centroids),
        inertia(X, assign_labels(X, centroids), centroids),
        i + 1,
    )


@wrong("lloyd", "history + list")
def ll_history(X, centroids, max_iter, tol):
    H = []
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        new = recompute_centroids(X, lab, centroids)
        H.append(new)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    return (
        H,
        assign_labels(X, centroids),
        inertia(X, assign_labels(X, centroids), centroids),
        i + 1,
    )


@wrong("lloyd", "not a tuple")
def ll_only_centroids(X, centroids, max_iter, tol):
    for i in range(max_iter):
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return centroids


@wrong("lloyd", "not a tuple")
def ll_dict(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return dict(centroids=centroids, labels=l, inertia=inertia(X, l, centroids), n_iter=i + 1)


@wrong("lloyd", "not counted")
def ll_niter_zero(X, centroids, max_iter, tol):
    n_iter = 0
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), n_iter


@wrong("lloyd", "capped")
def ll_wrong_range(X, centroids, max_iter, tol):
    for i in range(1, max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i


@wrong("lloyd", "smallest shift")
def ll_any(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = np.abs(new - centroids)
        centroids = new
        if np.any(s <= tol):
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "truth of an array")
def ll_if_array(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        if abs(new - centroids) < tol:
            break
        centroids = new
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "tol ignored")
def ll_exact_eq(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        if (new == centroids).all():
            break
        centroids = new
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "max_iter ignored")
def ll_while_no_max(X, centroids, max_iter, tol):
    i = 0
    while True:
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        i += 1
        d = ((new - centroids) ** 2).sum()
        centroids = new
        if d <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i


@wrong("lloyd", "never settled + max_iter ignored")
def ll_while_or(X, centroids, max_iter, tol):
    i = 0
    d = np.inf
    while i < max_iter or d > tol:
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        i += 1
        d = ((new - centroids) ** 2).sum()
        centroids = new
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i


@wrong("lloyd", "first round only")
def ll_shift_after_assign(X, centroids, max_iter, tol):
    for i in range(max_iter):
        l = assign_labels(X, centroids)
        centroids = recompute_centroids(X, l, centroids)
        if np.linalg.norm(centroids - centroids) <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "global random")
def ll_X_first_k(X, centroids, max_iter, tol):
    centroids = X[np.random.choice(len(X), len(centroids), replace=False)]
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "inertia not squared")
def ll_inertia_sqrt(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    D = np.linalg.norm(X[:, None] - centroids, axis=2)
    return centroids, D.argmin(1), D.min(1).sum(), i + 1


@wrong("lloyd", "stale labels and inertia")
def ll_stale_all_prev(X, centroids, max_iter, tol):
    for i in range(max_iter):
        l = assign_labels(X, centroids)
        J = inertia(X, l, centroids)
        new = recompute_centroids(X, l, centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    return centroids, l, J, i + 1


@wrong("lloyd", "truncated")
def ll_int_centroids(X, centroids, max_iter, tol):
    centroids = centroids.copy()
    for i in range(max_iter):
        l = assign_labels(X, centroids)
        old = centroids.copy()
        for j in range(len(centroids)):
            if (l == j).any():
                centroids[j] = X[l == j].mean(0)
        if np.abs(old - centroids).max() <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("lloyd", "float labels")
def ll_labels_float(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l.astype(float), inertia(X, l, centroids), i + 1


@wrong("lloyd", "printed")
def ll_print(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        print(i, s)
        if s <= tol:
            break
    print(centroids)


@wrong("lloyd", "one round too many")
def ll_tol_squaredroot_sum_skip_count(X, centroids, max_iter, tol):
    n = 1
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        n += 1
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), n


@wrong("lloyd", "stale labels and inertia + inertia mean")
def ll_mean_inertia_stale(X, centroids, max_iter, tol):
    for i in range(max_iter):
        l = assign_labels(X, centroids)
        new = recompute_centroids(X, l, centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    return centroids, l, np.mean(np.min(squared_distances(X, centroids), axis=1)), i


@right("lloyd")
def ll_ok_norm_each(X, centroids, max_iter, tol):
    C = [list(map(float, c)) for c in centroids]
    n = 0
    while n < max_iter:
        n += 1
        lab = [
            min(range(len(C)), key=lambda j: sum((a - b) ** 2 for a, b in zip(x, C[j]))) for x in X
        ]
        new = []
        for j in range(len(C)):
            m = [x for x, l in zip(X, lab) if l == j]
            new.append([float(sum(v)) / len(m) for v in zip(*m)] if m else C[j])
        sh = sum((a - b) ** 2 for p, q in zip(C, new) for a, b in zip(p, q))
        C = new
        if sh <= tol:
            break
    lab = [min(range(len(C)), key=lambda j: sum((a - b) ** 2 for a, b in zip(x, C[j]))) for x in X]
    J = sum(sum((a - b) ** 2 for a, b in zip(x, C[l])) for x, l in zip(X, lab))
    return np.array(C), np.array(lab), J, n


@right("lloyd")
def ll_ok_copy(X, centroids, max_iter, tol):
    centroids = np.array(centroids, float, copy=True)
    for it in range(1, max_iter + 1):
        prev = centroids.copy()
        l = assign_labels(X, centroids)
        centroids[:] = recompute_centroids(X, l, centroids)
        if np.sum(np.square(centroids - prev)) <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, np.float32(inertia(X, l, centroids)), np.int64(it)


@right("lloyd")
def ll_ok_labels_stable(X, centroids, max_iter, tol):
    lab = None
    shift = np.inf
    n = 0
    for n in range(1, max_iter + 1):
        nl = assign_labels(X, centroids)
        new = recompute_centroids(X, nl, centroids)
        shift = np.sum((new - centroids) ** 2)
        centroids = new
        if shift <= tol or (lab is not None and np.array_equal(lab, nl)):
            break
        lab = nl
    nl = assign_labels(X, centroids)
    return centroids, nl, inertia(X, nl, centroids), n


@wrong("init_random", "own generator")
def ir_unsort_set(X, n_clusters, rng):
    return np.array(list({tuple(x) for x in X}))[:n_clusters]


@wrong("init_random", "index out of bounds")
def ir_endpoint(X, n_clusters, rng):
    return X[[rng.integers(0, len(X) + 1) for _ in range(n_clusters)]]


@wrong("init_random", "too few rows")
def ir_dup_skip(X, n_clusters, rng):
    c = []
    for _ in range(n_clusters):
        i = rng.integers(len(X))
        if i not in c:
            c.append(i)
    return X[c]


@wrong("init_random", "neighbours")
def ir_first_random_then_next(X, n_clusters, rng):
    s = rng.integers(len(X))
    return X[[(s + i) % len(X) for i in range(n_clusters)]]


@right("init_random")
def ir_dfok(X, n_clusters, rng):
    return pd.DataFrame(X).sample(n_clusters, random_state=rng).to_numpy()


@right("init_random")
def ir_spawn(X, n_clusters, rng):
    return rng.spawn(1)[0].choice(X, n_clusters, replace=False)


@right("init_random")
def ir_delete(X, n_clusters, rng):
    rest = X
    c = []
    for _ in range(n_clusters):
        i = rng.integers(len(rest))
        c.append(rest[i])
        rest = np.delete(rest, i, axis=0)
    return np.array(c)


@right("init_random")
def ir_fy(X, n_clusters, rng):
    p = list(range(len(X)))
    for i in range(n_clusters):
        j = int(rng.integers(i, len(p)))
        p[i], p[j] = p[j], p[i]
    return X[p[:n_clusters]]


@right("init_random")
def ir_perm_X(X, n_clusters, rng):
    return rng.permutation(X)[-n_clusters:]


@right("init_random")
def ir_p(X, n_clusters, rng):
    return X[
        rng.choice(
            len(X), size=n_clusters, replace=False, p=np.ones(len(X)) / len(X), shuffle=False
        )
    ]


@right("init_random")
def ir_mask(X, n_clusters, rng):
    m = np.zeros(len(X), bool)
    m[rng.choice(len(X), n_clusters, replace=False)] = True
    return X[m]


@right("init_random")
def ir_seedfrom(X, n_clusters, rng):
    return np.random.default_rng(rng.integers(2**32)).permutation(X)[:n_clusters]


@wrong("weighted_choice", "not cumulative")
def wc_u_le_w(weights, rng):
    u = rng.random()
    for i, x in enumerate(weights / weights.sum()):
        if u <= x:
            return i
    return len(weights) - 1


@wrong("weighted_choice", "not cumulative")
def wc_newu(weights, rng):
    p = weights / weights.sum()
    for i, x in enumerate(p):
        if rng.random() < x:
            return i
    return len(weights) - 1


@wrong("weighted_choice", "off by one")
def wc_cum_m1(weights, rng):
    return int(np.searchsorted(np.cumsum(weights), rng.random() * weights.sum())) - 1


@wrong("weighted_choice", "nothing to draw")
def wc_repeat(weights, rng):
    return int(rng.choice(np.repeat(np.arange(len(weights)), weights.astype(int))))


@wrong("weighted_choice", "largest product")
def wc_max(weights, rng):
    return np.argmax(weights * rng.random(len(weights)))


@wrong("weighted_choice", "whole-number dart")
def wc_integers(weights, rng):
    u = rng.integers(int(weights.sum()) + 1)
    c = np.cumsum(weights)
    return int(np.argmax(c > u))


@wrong("weighted_choice", "reversed")
def wc_reverse(weights, rng):
    c = np.cumsum(weights[::-1])
    return int(np.searchsorted(c, rng.random() * c[-1], side="right"))


@wrong("weighted_choice", "never the last")
def wc_skip_last(weights, rng):
    u = rng.random() * weights.sum()
    s = 0
    for i in range(len(weights) - 1):
        s += weights[i]
        if u < s:
            return i
    return len(weights) - 2


@wrong("weighted_choice", "not scaled")
def wc_reject_noscale(weights, rng):
    while True:
        i = rng.integers(len(weights))
        if rng.random() < weights[i]:
            return i


@right("weighted_choice", remark="almost 1")
def wc_digitize(weights, rng):
    return int(np.digitize(rng.random() * weights.sum(), np.cumsum(weights)))


@right("weighted_choice", remark="almost 1")
def wc_sum_le(weights, rng):
    return int((np.cumsum(weights) / np.sum(weights) <= rng.random()).sum())


@right("weighted_choice")
def wc_bisect(weights, rng):
    c = list(itertools.accumulate(map(float, weights)))
    return bisect.bisect(c, rng.random() * c[-1], hi=len(c) - 1)


@right("weighted_choice")
def wc_subtract(weights, rng):
    u = rng.uniform(0, weights.sum())
    for i, x in enumerate(weights):
        u -= x
        if u < 0:
            return i
    return i


@right("weighted_choice")
def wc_gumbel(weights, rng):
    return np.argmax(np.log(weights) + rng.gumbel(size=len(weights)))


@right("weighted_choice")
def wc_ss_left(weights, rng):
    return np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random())


@right("weighted_choice")
def wc_choice_list(weights, rng):
    return rng.choice(list(range(len(weights))), p=[x / sum(weights) for x in weights])


@right("weighted_choice")
def wc_argmax_le(weights, rng):
    return np.argmax(rng.random() <= np.cumsum(weights / weights.sum()))


@wrong("init_kmeans_plusplus", "column by column")
def kp_sq_dist_nosum(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        d = np.min((X[:, None] - X[ch]) ** 2, axis=1).sum(1)
        ch.append(weighted_choice(d, rng))
    return X[ch]


@wrong("init_kmeans_plusplus", "farthest centroid")
def kp_update_wrong(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d = np.maximum(d, squared_distances(X, X[[i]])[:, 0])
    return X[ch]


@wrong("init_kmeans_plusplus", "drawn at once")
def kp_all_same_weights_rm(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d[i] = 0
    return X[ch]


@right("init_kmeans_plusplus")
def kp_update_ok(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    d = squared_distances(X, X[ch])[:, 0]
    for _ in range(n_clusters - 1):
        i = weighted_choice(d, rng)
        ch.append(i)
        d = np.minimum(d, squared_distances(X, X[[i]])[:, 0])
    return X[ch].astype(float)


@right("init_kmeans_plusplus")
def kp_float32(X, n_clusters, rng):
    ch = [rng.choice(len(X))]
    for _ in range(n_clusters - 1):
        d = (
            ((X[:, None].astype(np.float32) - X[ch].astype(np.float32)) ** 2)
            .sum(2)
            .min(1)
            .astype(float)
        )
        ch.append(rng.choice(len(X), p=d / d.sum()))
    return X[ch]


@right("init_kmeans_plusplus", remark="slow")
def kp_norm_sq(X, n_clusters, rng):
    cent = X[[rng.integers(0, X.shape[0])]]
    while cent.shape[0] < n_clusters:
        d = np.array([min(np.linalg.norm(x - c) ** 2 for c in cent) for x in X])
        cent = np.concatenate([cent, X[[rng.choice(len(X), p=d / np.sum(d))]]])
    return cent


@right("init_kmeans_plusplus")
def kp_excluding(X, n_clusters, rng):
    ch = [int(rng.integers(len(X)))]
    for _ in range(n_clusters - 1):
        rest = [i for i in range(len(X)) if i not in ch]
        d = squared_distances(X[rest], X[ch]).min(1)
        ch.append(rest[weighted_choice(d, rng) if d.sum() else 0])
    return X[ch]


@wrong("choose_elbow", "none not returned")
def ce_chord(ks, wcss):
    x = (np.array(ks) - ks[0]) / (ks[-1] - ks[0])
    y = (np.array(wcss) - wcss[-1]) / (wcss[0] - wcss[-1])
    return int(ks[np.argmax(1 - x - y)])


@wrong("choose_elbow", "kind")
def ce_str(ks, wcss):
    return str(KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee)


@wrong("choose_elbow", "none not returned")
def ce_nan(ks, wcss):
    k = KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee
    return float("nan") if k is None else k


@wrong("choose_elbow", "import")
def ce_bad_class(ks, wcss):
    from kneed import KneeFinder

    return KneeFinder(ks, wcss).knee


@wrong("choose_elbow", "list")
def ce_all(ks, wcss):
    knees = KneeLocator(ks, wcss, curve="convex", direction="decreasing").all_knees
    return sorted(knees)  # in kneed 0.8 they are a set


@wrong("choose_elbow", "several values")
def ce_both(ks, wcss):
    kl = KneeLocator(ks, wcss, curve="convex", direction="decreasing")
    return kl.knee, kl.knee_y


@wrong("choose_elbow", "always the same")
def ce_3(ks, wcss):
    return 3


@wrong("choose_elbow", "ks ignored")
def ce_kmax(ks, wcss):
    return KneeLocator(range(1, 11), wcss, curve="convex", direction="decreasing").knee


@wrong("choose_elbow", "always none")
def ce_print(ks, wcss):
    print(KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee)


@wrong("choose_elbow", "one too many")
def ce_plus1(ks, wcss):
    k = KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee
    return k + 1 if k else None


@wrong("choose_elbow", "smallest wcss")
def ce_incr(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="increasing").knee


@wrong("choose_elbow", "arguments")
def ce_wcss_only(ks, wcss):
    return KneeLocator(wcss, curve="convex", direction="decreasing").knee


@wrong("choose_elbow", "list")
def ce_list(ks, wcss):
    return [KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee]


@right("choose_elbow")
def ce_ok(ks, wcss):
    k = KneeLocator(
        np.asarray(ks, float), np.asarray(wcss), curve="convex", direction="decreasing"
    ).elbow
    return None if k is None else int(round(k))


@right("choose_elbow")
def ce_ok2(ks, wcss):
    return KneeLocator(
        list(ks),
        wcss,
        S=1.0,
        curve="convex",
        direction="decreasing",
        online=False,
        interp_method="interp1d",
    ).knee


@wrong("MyKMeans", "missing methods")
class mk_only_init:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(self, X): ...
    def predict(self, X): ...
    def fit_predict(self, X): ...


@wrong("MyKMeans", "attributes")
class mk_no_store(Straight):
    def fit(self, X):
        cluster_centers_, labels_, inertia_, n_iter_ = lloyd(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong("MyKMeans", "fit returns self")
class mk_fit_returns_labels(Straight):
    def fit(self, X):
        super().fit(X)
        return self.labels_


@wrong("MyKMeans", "arguments")
class mk_no_self(Straight):
    def predict(X):
        return assign_labels(X, cluster_centers_)


@wrong("MyKMeans", "predict")
class mk_predict_none(Straight):
    def predict(self, X):
        assign_labels(X, self.cluster_centers_)


@wrong("MyKMeans", "predict refits")
class mk_predict_refit(Straight):
    def predict(self, X):
        return self.fit(X).labels_


@wrong("MyKMeans", "fit_predict")
class mk_fp_none(Straight):
    def fit_predict(self, X):
        self.fit(X)


@wrong("MyKMeans", "arguments not stored")
class mk_max_default(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, 300, 1e-4, random_state)


@wrong("MyKMeans", "constructor")
class mk_kw_typo(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, seed=None):
        super().__init__(n_clusters, init, max_iter, tol, seed)


@wrong("MyKMeans", "order of values")
class mk_swap(Straight):
    def fit(self, X):
        self.labels_, self.cluster_centers_, self.inertia_, self.n_iter_ = lloyd(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong("MyKMeans", "in place")
class mk_modX(Straight):
    def fit(self, X):
        X -= X.mean(0) if X.dtype.kind == "f" else 0
        return super().fit(X)


@wrong("MyKMeans", "constructor")
class mk_calls_fit_in_init(Straight):
    def __init__(
        self, X, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None
    ): ...


@wrong("MyKMeans", "global random")
class mk_rng_in_init(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        np.random.seed(random_state)

    def start(self, X):
        return (
            X[np.random.permutation(len(X))[: self.n_clusters]]
            if isinstance(self.init, str)
            else self.init
        )


@wrong("MyKMeans", "init ignored")
class mk_kpp_else_random(Straight):
    def start(self, X):
        if isinstance(self.init, str):
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return np.asarray(self.init)


@wrong("MyKMeans", "attributes")
class mk_fit_returns_tuple(Straight):
    def fit(self, X):
        return lloyd(X, self.start(X), self.max_iter, self.tol)


@wrong("MyKMeans", "stale inertia")
class mk_inertia_stale(Straight):
    def fit(self, X):
        c = np.asarray(self.start(X), float)
        for i in range(self.max_iter):
            l = assign_labels(X, c)
            n = recompute_centroids(X, l, c)
            s = ((n - c) ** 2).sum()
            c = n
            self.inertia_ = inertia(X, l, c)
            if s <= self.tol:
                break
        self.cluster_centers_ = c
        self.labels_ = assign_labels(X, c)
        self.n_iter_ = i + 1
        return self


@wrong("MyKMeans", "rounds from zero")
class mk_iter0(Straight):
    def fit(self, X):
        super().fit(X)
        self.n_iter_ -= 1
        return self


@right("MyKMeans")
class mk_rs(Straight):
    def start(self, X):
        rs = np.random.RandomState(self.random_state)
        if isinstance(self.init, str) and self.init == "random":
            return X[rs.choice(len(X), self.n_clusters, replace=False)]
        return super().start(X)


@right("MyKMeans")
class mk_reltol(Straight):
    def fit(self, X):
        old = self.tol
        self.tol = old * np.mean(np.var(X, axis=0))
        super().fit(X)
        self.tol = old
        return self


@wrong("MyKMeans", "init not refused")
class mk_ninit:
    def __init__(
        self, n_clusters=3, max_iter=100, init="k-means++", tol=1e-4, random_state=None, n_init=10
    ):
        self.__dict__.update(locals())

    def fit(self, X):
        rng = np.random.default_rng(self.random_state)
        best = None
        for _ in range(1 if not isinstance(self.init, str) else self.n_init):
            s = (
                self.init
                if not isinstance(self.init, str)
                else init_random(X, self.n_clusters, rng)
                if self.init == "random"
                else init_kmeans_plusplus(X, self.n_clusters, rng)
            )
            res = lloyd(X, s, self.max_iter, self.tol)
            if best is None or res[2] < best[2]:
                best = res
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = best
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


@wrong("squared_distances", "root + truncated")
def sd_again_1(X, centroids):
    return np.sqrt(np.sum((X[:, None, :] - centroids[None, :, :]) ** 2, axis=-1)).astype(int)


@wrong("squared_distances", "transposed + list")
def sd_again_3(X, centroids):
    return [((X - c) ** 2).sum(axis=1) for c in centroids]


@wrong("squared_distances", "two columns + rounded")
def sd_again_5(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    for i, p in enumerate(X):
        for j, c in enumerate(centroids):
            D[i, j] = (p[0] - c[0]) ** 2 + (p[1] - c[1]) ** 2
    return D.round(3)


@wrong("squared_distances", "summed over points")
def sd_again_6(X, centroids):
    return np.array([np.sum((X - c) ** 2) for c in centroids])


@wrong("assign_labels", "never reset best")
def al_again_4(X, centroids):
    best = None
    labels = []
    for x in X:
        for j, c in enumerate(centroids):
            d = ((x - c) ** 2).sum()
            if best is None or d < best:
                best = d
                l = j
        labels.append(l)
    return np.array(labels)


@wrong("assign_labels", "order of the points")
def al_again_11(X, centroids):
    return squared_distances(X, centroids).argmin(1)[::-1]


@wrong("assign_labels", "order of the points")
def al_again_12(X, centroids):
    return np.sort(squared_distances(X, centroids).argmin(1))


@wrong("assign_labels", "each label once")
def al_again_13(X, centroids):
    return np.unique(squared_distances(X, centroids).argmin(1))


@wrong("inertia", "root")
def in_again_2(X, labels, centroids):
    return sum(np.linalg.norm(X[labels == j] - centroids[j]) for j in range(len(centroids)))


@wrong("inertia", "all centroids + divided by k")
def in_again_8(X, labels, centroids):
    s = 0
    for x in X:
        for c in centroids:
            s += ((x - c) ** 2).sum()
    return s / len(centroids)


@wrong("inertia", "parentheses for brackets")
def in_again_11(X, labels, centroids):
    return ((X - centroids(labels)) ** 2).sum()


@wrong("inertia", "largest")
def in_again_13(X, labels, centroids):
    return max(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(len(centroids)))


@wrong("recompute_centroids", "spread")
def rc_again_9(X, labels, centroids):
    return np.array([X[labels == j].std(0) for j in range(len(centroids))])


@wrong("recompute_centroids", "the other points")
def rc_again_12(X, labels, centroids):
    new = np.array(centroids, float)
    for j in np.unique(labels):
        new[j] = X[labels != j].mean(0) if (labels != j).any() else new[j]
    return new


@wrong("recompute_centroids", "old centroid counted")
def rc_again_13(X, labels, centroids):
    new = np.array(centroids, float)
    for j in np.unique(labels):
        new[j] += X[labels == j].mean(0)
    return new


@wrong("recompute_centroids", "first cluster missed")
def rc_again_15(X, labels, centroids):
    new = []
    for j in range(1, len(centroids)):
        m = X[labels == j]
        new.append(m.mean(0) if len(m) else centroids[j])
    return np.array(new)


@wrong("lloyd", "stale labels and inertia")
def ll_again_1(X, centroids, max_iter, tol):
    n = 0
    while n < max_iter:
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        n += 1
        if np.sum((new - centroids) ** 2) < tol:
            centroids = new
            return centroids, labels, inertia(X, labels, centroids), n
        centroids = new
    return centroids, labels, inertia(X, labels, centroids), n


@wrong("lloyd", "last move lost + stale labels and inertia")
def ll_again_2(X, centroids, max_iter, tol):
    for n in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        if np.sum((new - centroids) ** 2) < tol:
            break
        centroids = new
    return centroids, labels, inertia(X, labels, centroids), n


@wrong("lloyd", "max_iter ignored")
def ll_again_8(X, centroids, max_iter, tol):
    for n in range(1, 101):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        s = np.sum((new - centroids) ** 2)
        centroids = new
        if s <= tol:
            break
    return (
        centroids,
        assign_labels(X, centroids),
        inertia(X, assign_labels(X, centroids), centroids),
        n,
    )


@wrong("lloyd", "in place + first round only")
def ll_again_10(X, centroids, max_iter, tol):
    for n in range(1, max_iter + 1):
        labels = assign_labels(X, centroids)
        old = centroids
        for j in range(len(centroids)):
            if (labels == j).any():
                centroids[j] = X[labels == j].mean(0)
        if np.sum((old - centroids) ** 2) <= tol:
            break
    return (
        centroids,
        assign_labels(X, centroids),
        inertia(X, assign_labels(X, centroids), centroids),
        n,
    )


@wrong("weighted_choice", "not normalised")
def wc_again_4(weights, rng):
    w_ = weights / np.max(weights)
    return rng.choice(len(weights), p=w_)


@wrong("init_kmeans_plusplus", "rows not yet filled")
def kp_again_6(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]))
    c[0] = X[rng.integers(len(X))]
    for j in range(1, n_clusters):
        d = squared_distances(X, c).min(1)
        c[j] = X[rng.choice(len(X), p=d / d.sum())]
    return c
