"""Answers to lloyd."""

import numpy as np
from sklearn.cluster import KMeans

from kmeans_lab.steps import (
    assign_labels,
    inertia,
    lloyd,
    recompute_centroids,
    squared_distances,
)

from .registry import right, wrong


@right
def for_with_break(X, centroids, max_iter, tol):
    centroids = np.array(centroids, dtype=float)
    for i in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        shift = ((new - centroids) ** 2).sum()
        centroids = new
        if shift <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@right
def while_true(X, centroids, max_iter, tol):
    n_iter = 0
    while True:
        previous = centroids.copy()
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
        n_iter += 1
        if n_iter >= max_iter or np.linalg.norm(centroids - previous) ** 2 <= tol:
            labels = assign_labels(X, centroids)
            return centroids, labels, inertia(X, labels, centroids), n_iter


@right
def everything_inside(X, centroids, max_iter, tol):
    C = centroids.astype(np.float64)
    k = C.shape[0]
    done, rounds = False, 0
    while rounds < max_iter and not done:
        D = np.sum((X[:, None, :] - C[None, :, :]) ** 2, axis=2)
        labels = np.argmin(D, axis=1)
        old = C.copy()
        for j in range(k):
            members = X[labels == j]
            if members.shape[0]:
                C[j] = members.mean(axis=0)
        rounds += 1
        done = np.sum((C - old) ** 2) <= tol
    D = np.sum((X[:, None, :] - C[None, :, :]) ** 2, axis=2)
    return C, D.argmin(axis=1), float(D.min(axis=1).sum()), rounds


@wrong("less than tol + largest change")
def largest_shift_of_a_centroid(X, centroids, max_iter, tol):
    centroids = centroids * 1.0
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if np.sqrt(((centroids - old) ** 2).sum(axis=1)).max() < tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@right
def recursive(X, centroids, max_iter, tol, n_iter=0, shift=np.inf):
    if n_iter == max_iter or shift <= tol:
        labels = assign_labels(X, centroids)
        return centroids, labels, inertia(X, labels, centroids), n_iter
    new = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return recursive(X, new, max_iter, tol, n_iter + 1, ((new - centroids) ** 2).sum())


@right
def list_of_four(X, centroids, max_iter, tol):
    return list(for_with_break(X, centroids, max_iter, tol))


@wrong("from one + rounds from zero")
def counts_from_zero_and_labels_from_one(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return centroids, labels + 1, J, n_iter - 1


@wrong("endless")
def never_counts(X, centroids, max_iter, tol):
    n_iter = 0
    while n_iter < max_iter:
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return centroids, assign_labels(X, centroids), 0.0, n_iter


@wrong("in place")
def starts_in_the_given_array(X, centroids, max_iter, tol):
    for i in range(max_iter):
        labels, old = assign_labels(X, centroids), centroids.copy()
        for j in np.unique(labels):
            centroids[j] = X[labels == j].mean(axis=0)
        if ((centroids - old) ** 2).sum() <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), i + 1


@wrong("number of values")
def three_values(X, centroids, max_iter, tol):
    return for_with_break(X, centroids, max_iter, tol)[:3]


@wrong("sklearn")
def sklearn_fits(X, centroids, max_iter, tol):
    model = KMeans(len(centroids), init=centroids, n_init=1, max_iter=max_iter, tol=tol).fit(X)
    return model.cluster_centers_, model.labels_, model.inertia_, model.n_iter_


@wrong("order of values")
def another_order(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return labels, centroids, J, n_iter


@wrong("first round only + stale labels and inertia")
def return_in_the_loop(X, centroids, max_iter, tol):
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        new = recompute_centroids(X, lab, centroids)
        if np.linalg.norm(new - centroids) < tol:
            break
        centroids = new
        return centroids, lab, inertia(X, lab, centroids), i + 1


@wrong("labels compared + stale labels and inertia")
def until_no_label_changes(X, centroids, max_iter, tol):
    lab = None
    for i in range(max_iter):
        nl = assign_labels(X, centroids)
        if lab is not None and (nl == lab).all():
            break
        lab = nl
        centroids = recompute_centroids(X, lab, centroids)
    return centroids, lab, inertia(X, lab, centroids), i + 1


@wrong("history")
def centroids_of_every_round(X, centroids, max_iter, tol):
    H = []
    for i in range(max_iter):
        lab = assign_labels(X, centroids)
        new = recompute_centroids(X, lab, centroids)
        H.append(new)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    lab = assign_labels(X, centroids)
    return H, lab, inertia(X, lab, centroids), i + 1


@wrong("not a tuple")
def only_centroids(X, centroids, max_iter, tol):
    for i in range(max_iter):
        centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    return centroids


@wrong("not a tuple")
def a_dictionary(X, centroids, max_iter, tol):
    values = for_with_break(X, centroids, max_iter, tol)
    return dict(zip(("centroids", "labels", "inertia", "n_iter"), values))


@wrong("capped")
def rounds_from_one_and_counter_returned(X, centroids, max_iter, tol):
    for i in range(1, max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i


@wrong("truth of an array")
def if_of_an_array(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        if abs(new - centroids) < tol:
            break
        centroids = new
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i + 1


@wrong("never settled + max_iter ignored")
def or_instead_of_and(X, centroids, max_iter, tol):
    i = 0
    d = np.inf
    while i < max_iter or d > tol:
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        i += 1
        d = ((new - centroids) ** 2).sum()
        centroids = new
    l = assign_labels(X, centroids)
    return centroids, l, inertia(X, l, centroids), i


@wrong("global random")
def random_start(X, centroids, max_iter, tol):
    start = X[np.random.choice(len(X), len(centroids), replace=False)]
    return for_with_break(X, start, max_iter, tol)


@wrong("floats for integers")
def labels_as_floats(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return centroids, labels.astype(float), J, n_iter


@wrong("printed")
def only_printed(X, centroids, max_iter, tol):
    for i in range(max_iter):
        new = recompute_centroids(X, assign_labels(X, centroids), centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        print(i, s)
        if s <= tol:
            break
    print(centroids)


@wrong("stale labels and inertia + inertia mean")
def mean_inertia_and_stale_labels(X, centroids, max_iter, tol):
    for i in range(max_iter):
        l = assign_labels(X, centroids)
        new = recompute_centroids(X, l, centroids)
        s = ((new - centroids) ** 2).sum()
        centroids = new
        if s <= tol:
            break
    return centroids, l, np.mean(np.min(squared_distances(X, centroids), axis=1)), i


@right
def pure_python(X, centroids, max_iter, tol):
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


@right
def in_a_copy(X, centroids, max_iter, tol):
    centroids = np.array(centroids, float, copy=True)
    for it in range(1, max_iter + 1):
        prev = centroids.copy()
        l = assign_labels(X, centroids)
        centroids[:] = recompute_centroids(X, l, centroids)
        if np.sum(np.square(centroids - prev)) <= tol:
            break
    l = assign_labels(X, centroids)
    return centroids, l, np.float64(inertia(X, l, centroids)), np.int64(it)


@right
def also_until_no_label_changes(X, centroids, max_iter, tol):
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


@wrong("last move lost + stale labels and inertia")
def last_move_lost_and_one_round_less(X, centroids, max_iter, tol):
    for n in range(max_iter):
        labels = assign_labels(X, centroids)
        new = recompute_centroids(X, labels, centroids)
        if np.sum((new - centroids) ** 2) <= tol:
            break
        centroids = new
    return centroids, labels, inertia(X, labels, centroids), n


@wrong("in place + first round only")
def in_place_and_compared_with_itself(X, centroids, max_iter, tol):
    for n in range(1, max_iter + 1):
        labels = assign_labels(X, centroids)
        old = centroids
        for j in range(len(centroids)):
            if (labels == j).any():
                centroids[j] = X[labels == j].mean(0)
        if np.sum((old - centroids) ** 2) <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n


def rounds(X, centroids, max_iter, last):
    """Run Lloyd's algorithm until ``last(new - old)``."""
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if last(centroids - old):
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@right
def squared_norm(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) ** 2 <= tol)


@right
def norms_squared_and_summed(X, centroids, max_iter, tol):
    return rounds(
        X, centroids, max_iter, lambda move: sum(np.linalg.norm(row) ** 2 for row in move) <= tol
    )


@right
def product_of_the_move_with_itself(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: move.ravel() @ move.ravel() <= tol)


@right
def not_more_than_tol(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: not np.square(move).sum() > tol)


@wrong("less than tol")
def less_than_tol(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: (move**2).sum() < tol)


@wrong("changes not squared")
def norm(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) <= tol)


@wrong("less than tol + changes not squared")
def less_than_norm(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: np.linalg.norm(move) < tol)


@wrong("largest change")
def largest_change(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: np.max(np.abs(move)) <= tol)


@wrong("less than tol + largest change")
def all_changes_small(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: (np.abs(move) < tol).all())


@wrong("mean change")
def mean_change(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: (move**2).mean() <= tol)


@wrong("largest change")
def every_centroid_by_itself(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: ((move**2).sum(axis=1) <= tol).all())


@wrong("changes not squared")
def tol_squared(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: (move**2).sum() <= tol**2)


@wrong("stale labels and inertia + n_iter without last")
def left_at_rest_before_counting(X, centroids, max_iter, tol):
    labels, n_iter, shift = None, 0, np.inf
    while n_iter < max_iter and shift > tol:
        old, labels = labels, assign_labels(X, centroids)
        if old is not None and np.array_equal(old, labels):
            break
        new = recompute_centroids(X, labels, centroids)
        shift, centroids, n_iter = ((new - centroids) ** 2).sum(), new, n_iter + 1
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong("tol ignored")
def tol_of_its_own(X, centroids, max_iter, tol):
    return rounds(X, centroids, max_iter, lambda move: (move**2).sum() <= 1e-4)


@wrong("different n_iter")
def tol_times_the_size_of_the_centroids(X, centroids, max_iter, tol):
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if ((centroids - old) ** 2).sum() <= tol * (centroids**2).sum():
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong("different n_iter")
def settled_twice(X, centroids, max_iter, tol):
    n_iter = settled = 0
    while n_iter < max_iter and settled < 2:
        old, n_iter = centroids, n_iter + 1
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        settled += ((centroids - old) ** 2).sum() <= tol
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


@wrong("different centroids")
def four_digits(X, centroids, max_iter, tol):
    centroids, labels, J, n_iter = for_with_break(X, centroids, max_iter, tol)
    return centroids.round(4), labels, J, n_iter


@wrong("order of values")
def inertia_last(X, centroids, max_iter, tol):
    centroids, labels, inertia, n_iter = lloyd(X, centroids, max_iter, tol)
    return centroids, labels, n_iter, inertia


@wrong("hidden function")
def inertia_is_inertia(X, centroids, max_iter, tol):
    for n_iter in range(max_iter):
        labels = assign_labels(X, centroids)
        inertia = inertia(X, labels, centroids)  # noqa: F823
    return centroids, labels, inertia, n_iter
