"""Answers to init_random."""

import copy
import random

import numpy as np
import pandas as pd

from .registry import right, wrong


@right
def permutation(X, n_clusters, rng):
    return X[rng.permutation(len(X))[:n_clusters]]


@right
def choice_of_rows(X, n_clusters, rng):
    return rng.choice(X, n_clusters, replace=False)


@right
def choice_of_indices(X, n_clusters, rng):
    return X[rng.choice(X.shape[0], n_clusters, replace=False), :]


@right
def shuffled_copy(X, n_clusters, rng):
    rows = X.copy()
    rng.shuffle(rows)
    return rows[:n_clusters]


@right
def sorted_positions(X, n_clusters, rng):
    return X[np.sort(rng.choice(len(X), n_clusters, replace=False))]


@right
def until_enough(X, n_clusters, rng):
    chosen = []
    while len(chosen) < n_clusters:
        i = int(rng.integers(0, len(X)))
        if i not in chosen:
            chosen.append(i)
    return np.array([X[i] for i in chosen])


@right
def popped_from_a_list(X, n_clusters, rng):
    left = list(range(len(X)))
    chosen = [left.pop(rng.integers(len(left))) for _ in range(n_clusters)]
    return X[chosen].astype(float)


@right
def order_of_random_numbers(X, n_clusters, rng):
    return X[np.argsort(rng.random(len(X)))[:n_clusters]]


@wrong("not rows")
def anywhere_in_the_box(X, n_clusters, rng):
    return rng.uniform(X.min(axis=0), X.max(axis=0), size=(n_clusters, X.shape[1]))


@wrong("not rows")
def column_by_column(X, n_clusters, rng):
    return np.stack([rng.choice(X[:, c], n_clusters) for c in range(X.shape[1])], axis=1)


@wrong("own generator")
def a_new_generator(X, n_clusters, rng):
    rng = np.random.default_rng(42)
    return X[rng.choice(len(X), n_clusters, replace=False)]


@wrong("global random")
def numpys_global_state(X, n_clusters, rng):
    return X[np.random.choice(len(X), n_clusters, replace=False)]


@wrong("global random")
def pythons_global_state(X, n_clusters, rng):
    return X[random.sample(range(len(X)), n_clusters)]


@wrong("in place")
def shuffles_the_data(X, n_clusters, rng):
    rng.shuffle(X)
    return X[:n_clusters]


@wrong("positions")
def positions_only(X, n_clusters, rng):
    return rng.choice(len(X), n_clusters, replace=False)


@wrong("two columns")
def an_array_of_two_columns(X, n_clusters, rng):
    centroids = np.zeros((n_clusters, 2))
    for i, j in enumerate(rng.choice(len(X), n_clusters, replace=False)):
        centroids[i] = X[j]
    return centroids


@wrong("list")
def rows_in_a_list(X, n_clusters, rng):
    return [X[i] for i in rng.choice(len(X), n_clusters, replace=False)]


@wrong("old random")
def randint(X, n_clusters, rng):
    return X[rng.randint(0, len(X), n_clusters)]


@wrong("one row")
def a_single_row(X, n_clusters, rng):
    return X[rng.integers(len(X))]


@wrong("twins")
def unique_rows(X, n_clusters, rng):
    rows = np.unique(X, axis=0)
    return rows[rng.choice(len(rows), min(n_clusters, len(rows)), replace=False)]


@wrong("own generator")
def rows_of_a_set(X, n_clusters, rng):
    return np.array(list({tuple(x) for x in X}))[:n_clusters]


@wrong("index out of bounds")
def one_past_the_end(X, n_clusters, rng):
    return X[[rng.integers(0, len(X) + 1) for _ in range(n_clusters)]]


@wrong("too few rows")
def repetitions_skipped(X, n_clusters, rng):
    c = []
    for _ in range(n_clusters):
        i = rng.integers(len(X))
        if i not in c:
            c.append(i)
    return X[c]


@right
def sample_of_a_frame(X, n_clusters, rng):
    return pd.DataFrame(X).sample(n_clusters, random_state=rng).to_numpy()


@right
def generator_spawned(X, n_clusters, rng):
    return rng.spawn(1)[0].choice(X, n_clusters, replace=False)


@right
def deleted_one_by_one(X, n_clusters, rng):
    rest = X
    c = []
    for _ in range(n_clusters):
        i = rng.integers(len(rest))
        c.append(rest[i])
        rest = np.delete(rest, i, axis=0)
    return np.array(c)


@right
def exchanged_one_by_one(X, n_clusters, rng):
    p = list(range(len(X)))
    for i in range(n_clusters):
        j = int(rng.integers(i, len(p)))
        p[i], p[j] = p[j], p[i]
    return X[p[:n_clusters]]


@right
def end_of_a_permutation(X, n_clusters, rng):
    return rng.permutation(X)[-n_clusters:]


@right
def choice_with_equal_chances(X, n_clusters, rng):
    p = np.full(len(X), 1 / len(X))
    return X[rng.choice(len(X), n_clusters, replace=False, p=p, shuffle=False)]


@right
def mask(X, n_clusters, rng):
    m = np.zeros(len(X), bool)
    m[rng.choice(len(X), n_clusters, replace=False)] = True
    return X[m]


@right
def seed_drawn_from_rng(X, n_clusters, rng):
    return np.random.default_rng(rng.integers(2**32)).permutation(X)[:n_clusters]


@wrong("twins")
def compares_values(X, n_clusters, rng):
    chosen = []
    while len(chosen) < n_clusters:
        row = X[rng.integers(len(X))]
        if not any((row == other).all() for other in chosen):
            chosen.append(row)
    return np.array(chosen)


@wrong("one row")
def one_row_for_one_cluster(X, n_clusters, rng):
    positions = rng.permutation(len(X))[:n_clusters]
    return X[positions[0]] if n_clusters == 1 else X[positions]


@wrong("twins")
def unique_rows_where_there_are_enough(X, n_clusters, rng):
    rows = np.unique(X, axis=0)
    rows = rows if len(rows) >= n_clusters else X
    return rows[rng.choice(len(rows), n_clusters, replace=False)]


@wrong("digits lost")
def stored_as_integers(X, n_clusters, rng):
    c = np.zeros((n_clusters, X.shape[1]), dtype=int)
    c[:] = X[rng.choice(len(X), n_clusters, replace=False)]
    return c


@wrong("digits lost")
def rounded_rows(X, n_clusters, rng):
    return X[rng.choice(len(X), n_clusters, replace=False)].round()


@wrong("few digits")
def stored_in_float32(X, n_clusters, rng):
    return X[rng.choice(len(X), n_clusters, replace=False)].astype(np.float32)


@wrong("columns")
def columns_of_X(X, n_clusters, rng):
    return X[:, rng.choice(X.shape[1], n_clusters, replace=False)]


@wrong("own generator")
def copy_of_the_generator(X, n_clusters, rng):
    return X[copy.deepcopy(rng).choice(len(X), n_clusters, replace=False)]


@wrong("not repeatable")
def second_from_a_new_generator(X, n_clusters, rng):
    p = [int(rng.integers(len(X)))]
    left = [i for i in range(len(X)) if i not in p]
    return X[p + list(np.random.default_rng().choice(left, n_clusters - 1, replace=False))]


@wrong("own seed")
def advances_rng_but_draws_elsewhere(X, n_clusters, rng):
    rng.random()
    return X[np.random.default_rng(0).choice(len(X), n_clusters, replace=False)]


@wrong("own seed")
def remembers_the_first_draw(X, n_clusters, rng, memory={}):
    key = len(X), n_clusters
    if key not in memory:
        memory[key] = rng.choice(len(X), n_clusters, replace=False)
    return X[memory[key]]


@wrong("raises")
def fails_if_all_rows_are_chosen(X, n_clusters, rng):
    return X[np.argpartition(rng.random(len(X)), n_clusters)[:n_clusters]]


@wrong("with replacement")
def looks_only_at_the_row_before(X, n_clusters, rng):
    p = [rng.integers(len(X))]
    while len(p) < n_clusters:
        i = rng.integers(len(X))
        if i != p[-1]:
            p.append(i)
    return X[p]


@wrong("not uniform")
def next_free_row(X, n_clusters, rng):
    p = []
    for _ in range(n_clusters):
        i = rng.integers(len(X))
        while i in p:
            i = (i + 1) % len(X)
        p.append(i)
    return X[p]


@right
def floyds_sample(X, n_clusters, rng):
    chosen = set()
    for last in range(len(X) - n_clusters, len(X)):
        i = int(rng.integers(last + 1))
        chosen.add(last if i in chosen else i)
    return X[sorted(chosen)]


@right
def reservoir(X, n_clusters, rng):
    p = list(range(n_clusters))
    for i in range(n_clusters, len(X)):
        j = rng.integers(i + 1)
        if j < n_clusters:
            p[j] = i
    return X[p]


@right
def each_row_asked_once(X, n_clusters, rng):
    rows, left = [], len(X)
    for row in X:
        if rng.random() * left < n_clusters - len(rows):
            rows.append(row)
        left -= 1
    return np.array(rows)


@right
def until_all_differ(X, n_clusters, rng):
    while True:
        p = rng.integers(len(X), size=n_clusters)
        if len(set(p.tolist())) == n_clusters:
            return X[p]
