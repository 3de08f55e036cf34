"""Answers to the exercises of the debugging clinic."""

import math

import numpy as np

from kmeans_lab.steps import assign_labels, inertia, recompute_centroids, squared_distances

from .registry import right, wrong

NAME = "inertia_never_rises"


@right(NAME)
def loop_with_early_exit(history):
    for i in range(1, len(history)):
        if not history[i] <= history[i - 1] * (1 + 1e-9):
            return False
    return not math.isnan(history[0])


@right(NAME)
def diff_against_allowance(history):
    history = np.array(history)
    if np.isnan(history).any():
        return False
    return (np.diff(history) <= 1e-9 * history[:-1]).all()


@right(NAME)
def isclose_without_atol(history):
    pairs = list(zip(history, history[1:]))
    fine = [after <= before or math.isclose(before, after) for before, after in pairs]
    return all(fine) and not any(map(math.isnan, history))


@right(NAME)
def numpy_isclose(history):
    a, b = np.array(history[:-1]), np.array(history[1:])
    ok = (b <= a) | np.isclose(a, b, rtol=1e-9, atol=0)
    return bool(ok.all()) and not bool(np.isnan(history).any())


@right(NAME)
def ones_and_zeros(history):
    rises = sum(value != value for value in history)
    for before, after in zip(history, history[1:]):
        if after - before > 1e-9 * before:
            rises += 1
    return 1 if rises == 0 else 0


@wrong(NAME, "rounding")
def sorted_downwards(history):
    return list(history) == sorted(history, reverse=True)


@wrong(NAME, "rounding")
def diff_not_positive(history):
    return bool((np.diff(history) <= 0).all())


@wrong(NAME, "rounding")
def any_positive_diff(history):
    return not (np.diff(history) > 0).any()


@wrong(NAME, "nan passes")
def not_any_real_rise(history):
    history = np.array(history)
    return not (history[1:] > history[:-1] * (1 + 1e-9)).any()


@wrong(NAME, "nan passes")
def loop_that_never_sees_a_lone_nan(history):
    for before, after in zip(history, history[1:]):
        if not after <= before * (1 + 1e-9):
            return False
    return True


@wrong(NAME, "nan passes")
def slices_that_never_see_a_lone_nan(history):
    history = np.array(history)
    return bool(np.all(history[1:] <= history[:-1] * (1 + 1e-9)))


@wrong(NAME, "must fall")
def strictly(history):
    return all(after < before for before, after in zip(history, history[1:]))


@wrong(NAME, "ends only")
def first_and_last(history):
    return history[-1] <= history[0]


@wrong(NAME, "one step only")
def last_two(history):
    return len(history) == 1 or history[-1] <= history[-2]


@wrong(NAME, "one step only")
def returns_in_the_first_round(history):
    for before, after in zip(history, history[1:]):
        if after > before:
            return False
        else:
            return True
    return True


@wrong(NAME, "too generous")
def numpy_isclose_as_it_comes(history):
    a, b = np.array(history[:-1]), np.array(history[1:])
    return bool(np.all((b <= a) | np.isclose(a, b))) and not np.isnan(history).any()


@wrong(NAME, "too generous")
def fixed_allowance(history):
    history = np.array(history)
    return bool(np.all(np.diff(history) <= 1e-9)) and not np.isnan(history).any()


@wrong(NAME, "lists compared")
def slices_of_the_list(history):
    return history[1:] <= history[:-1]


@wrong(NAME, "opposite")
def rises(history):
    history = np.array(history)
    return bool((history[1:] > history[:-1] * (1 + 1e-9)).any())


@wrong(NAME, "not reduced")
def one_for_each(history):
    return np.diff(history) <= 0


@wrong(NAME, "division by zero")
def relative_rise(history):
    return all((b - a) / a <= 1e-9 for a, b in zip(history, history[1:]))


@wrong(NAME, "division by zero")
def relative_rise_in_numpy(history):
    history = np.array(history)
    rise = np.diff(history) / history[:-1]
    return (rise <= 1e-9).all() and not np.isnan(history).any()


@wrong(NAME, "none")
def asserts_only(history):
    assert list(history) == sorted(history, reverse=True) or True


@wrong(NAME, "raises")
def needs_two_values(history):
    if len(history) < 2:
        raise RuntimeError("too short")
    return all(b <= a * (1 + 1e-9) for a, b in zip(history, history[1:]))


NAME = "centroids_are_means"


@right(NAME)
def by_the_package(X, labels, centroids):
    if np.isnan(centroids).any():
        return False
    return np.allclose(recompute_centroids(X, labels, centroids), centroids)


@right(NAME)
def sums_and_sizes(X, labels, centroids):
    for j in range(len(centroids)):
        size = np.sum(labels == j)
        total = X[labels == j].sum(axis=0)
        if not np.allclose(total, size * centroids[j]) and size:
            return False
    return bool(np.isfinite(centroids).all())


@right(NAME)
def by_present_labels(X, labels, centroids):
    fine = [np.isclose(X[labels == j].mean(0), centroids[j]).all() for j in np.unique(labels)]
    return all(fine) and not np.isnan(centroids).any()


@right(NAME)
def largest_gap(X, labels, centroids):
    gap = 0
    for j in set(labels.tolist()):
        gap = max(gap, np.abs(np.mean(X[labels == j], axis=0) - centroids[j]).max())
    return gap < 1e-8 and not np.any(np.isnan(centroids))


@right(NAME)
def math_isclose(X, labels, centroids):
    k, d = centroids.shape
    for j in range(k):
        for f in range(d):
            values = [X[i, f] for i in range(len(X)) if labels[i] == j]
            if math.isnan(centroids[j, f]):
                return False
            if values and not math.isclose(sum(values) / len(values), centroids[j, f]):
                return abs(centroids[j, f]) < 1e-12 and abs(sum(values)) < 1e-12
    return True


@wrong(NAME, "empty cluster")
def mean_of_nothing(X, labels, centroids):
    for j in range(len(centroids)):
        if not np.allclose(X[labels == j].mean(axis=0), centroids[j]):
            return False
    return True


@wrong(NAME, "nan passes")
def skips_empty_clusters(X, labels, centroids):
    for j in np.unique(labels):
        if not np.allclose(X[labels == j].mean(axis=0), centroids[j]):
            return False
    return True


@wrong(NAME, "exact")
def compares_exactly(X, labels, centroids):
    for j in np.unique(labels):
        if (X[labels == j].mean(axis=0) != centroids[j]).any():
            return False
    return not np.isnan(centroids).any()


@wrong(NAME, "first cluster only")
def returns_too_soon(X, labels, centroids):
    for j in range(len(centroids)):
        if np.allclose(X[labels == j].mean(axis=0), centroids[j]):
            return True
        return False


@wrong(NAME, "no axis")
def one_mean(X, labels, centroids):
    return all(
        np.allclose(X[labels == j].mean(), centroids[j]) for j in np.unique(labels)
    ) and not np.isnan(centroids).any()


@wrong(NAME, "one number only")
def any_number(X, labels, centroids):
    return all(
        np.isclose(X[labels == j].mean(axis=0), centroids[j]).any() for j in np.unique(labels)
    )


@wrong(NAME, "truncated again")
def into_an_array_like_the_centroids(X, labels, centroids):
    means = centroids.copy()
    for j in np.unique(labels):
        means[j] = X[labels == j].mean(axis=0)
    return np.allclose(means, centroids)


@wrong(NAME, "own labels")
def labels_anew(X, labels, centroids):
    labels = assign_labels(X, centroids)
    return np.allclose(recompute_centroids(X, labels, centroids), centroids)


@wrong(NAME, "too generous")
def within_one(X, labels, centroids):
    gaps = np.abs(recompute_centroids(X, labels, centroids) - centroids)
    return bool((gaps <= 1).all())


@wrong(NAME, "one cluster is enough")
def any_cluster(X, labels, centroids):
    return any(np.allclose(X[labels == j].mean(0), centroids[j]) for j in np.unique(labels))


@wrong(NAME, "in place")
def writes_into_the_centroids(X, labels, centroids):
    old = centroids.copy()
    for j in np.unique(labels):
        centroids[j] = X[labels == j].mean(axis=0)
    return np.allclose(old, centroids)


@wrong(NAME, "opposite")
def finds_illness(X, labels, centroids):
    return not np.allclose(recompute_centroids(X, labels, centroids), centroids)


NAME = "changes_nothing"


@right(NAME)
def copies_for_the_step(step, X, labels, centroids):
    a, b, c = X.copy(), labels.copy(), centroids.copy()
    step(a, b, c)
    return np.array_equal(a, X) and np.array_equal(b, labels) and np.array_equal(c, centroids)


@right(NAME)
def deep_copies(step, *arrays):
    import copy

    given = copy.deepcopy(arrays)
    step(*given)
    return all((x == y).all() for x, y in zip(arrays, given))


@right(NAME)
def bytes_compared(step, X, labels, centroids):
    given = [np.array(a) for a in (X, labels, centroids)]
    before = [a.tobytes() for a in given]
    step(*given)
    return before == [a.tobytes() for a in given]


@right(NAME)
def puts_them_back(step, X, labels, centroids):
    arrays, before = (X, labels, centroids), (X.copy(), labels.copy(), centroids.copy())
    step(*arrays)
    same = [np.array_equal(a, b) for a, b in zip(arrays, before)]
    for array, old in zip(arrays, before):
        array[:] = old
    return all(same)


@right(NAME)
def as_lists(step, X, labels, centroids):
    work = np.copy(X), np.copy(labels), np.copy(centroids)
    step(*work)
    return [a.tolist() for a in work] == [X.tolist(), labels.tolist(), centroids.tolist()]


@wrong(NAME, "in place")
def second_names(step, X, labels, centroids):
    before = X, labels, centroids
    step(X, labels, centroids)
    return all(map(np.array_equal, before, (X, labels, centroids)))


@wrong(NAME, "in place")
def harms_the_caller(step, X, labels, centroids):
    before = X.copy(), labels.copy(), centroids.copy()
    step(X, labels, centroids)
    return all(map(np.array_equal, before, (X, labels, centroids)))


@wrong(NAME, "one array")
def centroids_only(step, X, labels, centroids):
    given = centroids.copy()
    step(X.copy(), labels.copy(), given)
    return np.array_equal(given, centroids)


@wrong(NAME, "one array")
def points_only(step, X, labels, centroids):
    given = X.copy()
    step(given, labels.copy(), centroids.copy())
    return np.array_equal(given, X)


@wrong(NAME, "two arrays")
def labels_forgotten(step, X, labels, centroids):
    a, c = X.copy(), centroids.copy()
    step(a, labels.copy(), c)
    return np.array_equal(a, X) and np.array_equal(c, centroids)


@wrong(NAME, "always true")
def copies_after(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    after = X.copy(), labels.copy(), centroids.copy()
    return all(map(np.array_equal, after, (X, labels, centroids)))


@wrong(NAME, "always true")
def never_called(step, X, labels, centroids):
    before = X.copy(), labels.copy(), centroids.copy()
    return all(map(np.array_equal, before, (X, labels, centroids)))


@wrong(NAME, "too generous")
def nearly(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    return all(map(np.allclose, given, (X, labels, centroids)))


@wrong(NAME, "result compared")
def looks_at_the_result(step, X, labels, centroids):
    new = step(X.copy(), labels.copy(), centroids.copy())
    return np.array_equal(new, centroids)


@wrong(NAME, "one unchanged is enough")
def or_instead_of_and(step, X, labels, centroids):
    a, b, c = X.copy(), labels.copy(), centroids.copy()
    step(a, b, c)
    return np.array_equal(a, X) or np.array_equal(b, labels) or np.array_equal(c, centroids)


@wrong(NAME, "opposite")
def says_what_changed(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    return not all(map(np.array_equal, given, (X, labels, centroids)))


@wrong(NAME, "none")
def no_verdict(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    all(map(np.array_equal, given, (X, labels, centroids)))


NAME = "same_seed_same_result"


@right(NAME)
def in_one_line(run, seed):
    return np.array_equal(run(seed), run(seed))


@right(NAME)
def shape_then_numbers(run, seed):
    a, b = np.asarray(run(seed)), np.asarray(run(seed))
    return a.shape == b.shape and bool((a == b).all())


@right(NAME)
def with_rounding(run, seed):
    a, b = run(seed), run(seed)
    return np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-12, atol=0)


@right(NAME)
def three_runs(run, seed):
    first = np.array(run(seed))
    return all(np.array_equal(first, run(seed)) for _ in range(2))


@right(NAME)
def by_lists(run, seed):
    return np.array(run(seed)).tolist() == np.array(run(seed)).tolist()


@wrong(NAME, "always true")
def compared_with_itself(run, seed):
    result = run(seed)
    return np.array_equal(result, result)


@wrong(NAME, "always true")
def second_run_lost(run, seed):
    first = second = run(seed)
    run(seed)
    return np.array_equal(first, second)


@wrong(NAME, "two seeds")
def next_seed(run, seed):
    return np.array_equal(run(seed), run(seed + 1))


@wrong(NAME, "same object")
def identity(run, seed):
    return run(seed) is run(seed)


@wrong(NAME, "sums")
def sums_compared(run, seed):
    return bool(np.isclose(np.sum(run(seed)), np.sum(run(seed))))


@wrong(NAME, "shapes do not fit")
def all_equal(run, seed):
    return bool((run(seed) == run(seed)).all())


@wrong(NAME, "one row")
def first_number(run, seed):
    return float(np.ravel(run(seed))[0]) == float(np.ravel(run(seed))[0])


@wrong(NAME, "shapes")
def shapes_compared(run, seed):
    return np.shape(run(seed)) == np.shape(run(seed))


@wrong(NAME, "any order")
def sorted_first(run, seed):
    return np.array_equal(np.sort(run(seed), axis=None), np.sort(run(seed), axis=None))


@wrong(NAME, "global random")
def seeds_everybody(run, seed):
    np.random.seed(seed)
    first = run(seed)
    np.random.seed(seed)
    return np.array_equal(first, run(seed))


@wrong(NAME, "opposite")
def differs(run, seed):
    return not np.array_equal(run(seed), run(seed))


@wrong(NAME, "none")
def prints_nothing(run, seed):
    np.array_equal(run(seed), run(seed))


NAME = "contains_row"


@right(NAME)
def loop_over_rows(rows, row):
    for candidate in rows:
        if np.array_equal(candidate, row):
            return True
    return False


@right(NAME)
def any_of_all(rows, row):
    return any((candidate == row).all() for candidate in rows)


@right(NAME)
def lists_in_lists(rows, row):
    return row.tolist() in rows.tolist()


@right(NAME)
def tuples_in_a_set(rows, row):
    return tuple(row) in {tuple(r) for r in rows}


@right(NAME)
def counts_differences(rows, row):
    return 0 in (rows != row).sum(axis=1)


@wrong(NAME, "single numbers")
def row_in_rows(rows, row):
    return row in rows


@wrong(NAME, "single numbers")
def isin_all(rows, row):
    return np.isin(row, rows).all()


@wrong(NAME, "single numbers")
def forgot_the_axis(rows, row):
    return (rows == row).any()


@wrong(NAME, "column by column")
def each_in_its_column(rows, row):
    return all(row[j] in rows[:, j] for j in range(len(row)))


@wrong(NAME, "wrong axis")
def axis_zero(rows, row):
    return (rows == row).all(axis=0).any()


@wrong(NAME, "all rows")
def all_without_axis(rows, row):
    return bool((rows == row).all())


@wrong(NAME, "first row only")
def decides_at_once(rows, row):
    for candidate in rows:
        if (candidate == row).all():
            return True
        return False
    return False


@wrong(NAME, "last row only")
def overwrites_the_verdict(rows, row):
    found = False
    for candidate in rows:
        found = bool((candidate == row).all())
    return found


@wrong(NAME, "no order")
def as_sets(rows, row):
    return any(sorted(candidate) == sorted(row) for candidate in rows)


@wrong(NAME, "truth of an array")
def list_membership(rows, row):
    return row in list(rows)


@wrong(NAME, "not reduced")
def mask_of_rows(rows, row):
    return (rows == row).all(axis=1)


@wrong(NAME, "opposite")
def missing(rows, row):
    return not (rows == row).all(axis=1).any()


NAME = "best_of"


@right(NAME)
def keeps_the_best(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init - 1):
        result = run(rng)
        if result[2] < best[2]:
            best = result
    return best


@right(NAME)
def from_infinity(run, n_init, rng):
    best, lowest = None, np.inf
    for _ in range(n_init):
        result = run(rng)
        if result[2] <= lowest:
            best, lowest = result, result[2]
    return best


@right(NAME)
def argmin_of_inertias(run, n_init, rng):
    results = [run(rng) for _ in range(n_init)]
    return results[np.argmin([wcss for _, _, wcss, _ in results])]


@right(NAME)
def sorted_by_inertia(run, n_init, rng):
    return sorted((run(rng) for _ in range(n_init)), key=lambda result: result[2])[0]


@right(NAME)
def unpacked(run, n_init, rng):
    for i in range(n_init):
        centroids, labels, wcss, n_iter = run(rng)
        if i == 0 or wcss < best[2]:
            best = [centroids, labels, wcss, n_iter]
    return best


@wrong(NAME, "last run")
def overwrites(run, n_init, rng):
    for _ in range(n_init):
        best = run(rng)
    return best


@wrong(NAME, "first run")
def ignores_n_init(run, n_init, rng):
    return run(rng)


@wrong(NAME, "first run")
def same_start_every_time(run, n_init, rng):
    import copy

    results = [run(copy.deepcopy(rng)) for _ in range(n_init)]
    return min(results, key=lambda result: result[2])


@wrong(NAME, "worst run")
def highest(run, n_init, rng):
    return max((run(rng) for _ in range(n_init)), key=lambda result: result[2])


@wrong(NAME, "truth of an array")
def min_of_tuples(run, n_init, rng):
    return min([run(rng) for _ in range(n_init)])


@wrong(NAME, "one run missed")
def range_from_one(run, n_init, rng):
    best = None
    for _ in range(1, n_init):
        result = run(rng)
        if best is None or result[2] < best[2]:
            best = result
    return best or run(rng)


@wrong(NAME, "one run too many")
def one_before_and_n_in_the_loop(run, n_init, rng):
    best = run(rng)
    for _ in range(n_init):
        result = run(rng)
        if result[2] < best[2]:
            best = result
    return best


@wrong(NAME, "own generator")
def a_seed_for_each(run, n_init, rng):
    results = [run(np.random.default_rng(seed)) for seed in range(n_init)]
    return min(results, key=lambda result: result[2])


@wrong(NAME, "not a tuple")
def inertia_alone(run, n_init, rng):
    return min(run(rng)[2] for _ in range(n_init))


@wrong(NAME, "number of values")
def every_run(run, n_init, rng):
    return [run(rng) for _ in range(n_init + 4)]


@wrong(NAME, "fewest rounds")
def quickest(run, n_init, rng):
    return min((run(rng) for _ in range(n_init)), key=lambda result: result[-1])


@wrong(NAME, "only the inertia kept")
def inertia_of_another(run, n_init, rng):
    lowest = np.inf
    for _ in range(n_init):
        centroids, labels, wcss, n_iter = run(rng)
        lowest = min(lowest, wcss)
    return centroids, labels, lowest, n_iter


@wrong(NAME, "none")
def keeps_it_to_itself(run, n_init, rng):
    min((run(rng) for _ in range(n_init)), key=lambda result: result[2])


NAME = "best_candidate"


@right(NAME)
def all_at_once(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0).argmin()


@right(NAME)
def loop_with_inertia(X, chosen, candidates):
    best, lowest = 0, np.inf
    for i, candidate in enumerate(candidates):
        centroids = np.vstack([chosen, candidate])
        cost = inertia(X, assign_labels(X, centroids), centroids)
        if cost < lowest:
            best, lowest = i, cost
    return best


@right(NAME)
def what_each_saves(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1)
    saved = [np.maximum(now - ((X - c) ** 2).sum(axis=1), 0).sum() for c in candidates]
    return int(np.argmax(saved))


@right(NAME)
def with_append(X, chosen, candidates):
    costs = [
        squared_distances(X, np.append(chosen, [c], axis=0)).min(axis=1).sum() for c in candidates
    ]
    return costs.index(min(costs))


@right(NAME)
def point_by_point(X, chosen, candidates):
    def cost(candidate):
        centroids = [*chosen, candidate]
        return sum(min(((x - c) ** 2).sum() for c in centroids) for x in X.astype(float))

    return min(range(len(candidates)), key=lambda i: cost(candidates[i]))


@wrong(NAME, "farthest")
def far_away(X, chosen, candidates):
    return squared_distances(candidates, chosen).min(axis=1).argmax()


@wrong(NAME, "no minimum")
def candidate_alone(X, chosen, candidates):
    return squared_distances(X, candidates).sum(axis=0).argmin()


@wrong(NAME, "no minimum")
def all_distances(X, chosen, candidates):
    costs = [squared_distances(X, np.vstack([chosen, c])).sum() for c in candidates]
    return int(np.argmin(costs))


@wrong(NAME, "dearest")
def highest_cost(X, chosen, candidates):
    costs = [
        squared_distances(X, np.vstack([chosen, c])).min(axis=1).sum() for c in candidates
    ]
    return int(np.argmax(costs))


@wrong(NAME, "value")
def the_candidate(X, chosen, candidates):
    return candidates[all_at_once(X, chosen, candidates)]


@wrong(NAME, "cost")
def the_cost(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0).min()


@wrong(NAME, "not reduced")
def all_costs(X, chosen, candidates):
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0)


@wrong(NAME, "last of ties")
def less_or_equal(X, chosen, candidates):
    best, lowest = 0, np.inf
    for i, candidate in enumerate(candidates):
        cost = squared_distances(X, np.vstack([chosen, candidate])).min(axis=1).sum()
        if cost <= lowest:
            best, lowest = i, cost
    return best


@wrong(NAME, "last")
def never_remembers(X, chosen, candidates):
    lowest = np.inf
    for i, candidate in enumerate(candidates):
        cost = squared_distances(X, np.vstack([chosen, candidate])).min(axis=1).sum()
        if cost < np.inf:
            best = i
    return best


@wrong(NAME, "first")
def always_zero(X, chosen, candidates):
    return 0


@wrong(NAME, "row of X")
def index_in_the_data(X, chosen, candidates):
    best = candidates[all_at_once(X, chosen, candidates)]
    return int((X == best).all(axis=1).argmax())


@wrong(NAME, "none")
def no_return(X, chosen, candidates):
    all_at_once(X, chosen, candidates)
