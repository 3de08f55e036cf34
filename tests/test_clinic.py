"""The questions and cures of the debugging clinic, held against scikit-learn and plain Python."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.cluster import KMeans, kmeans_plusplus
from sklearn.metrics import pairwise_distances_argmin_min

from kmeans_lab import steps
from kmeans_lab.checker.exercise import Case
from kmeans_lab.checker.judge import _changed
from kmeans_lab.datasets import get_sample_blobs_data, load_mall_customers
from kmeans_lab.exercises import COURSE, feedback
from kmeans_lab.exercises.best_candidate import best_candidate
from kmeans_lab.exercises.best_of import best_of
from kmeans_lab.exercises.centroids_are_means import centroids_are_means
from kmeans_lab.exercises.changes_nothing import changes_nothing
from kmeans_lab.exercises.contains_row import contains_row
from kmeans_lab.exercises.inertia_never_rises import inertia_never_rises
from kmeans_lab.exercises.same_seed_same_result import same_seed_same_result


@pytest.fixture
def mall():
    return load_mall_customers().iloc[:, 3:5].to_numpy()


@pytest.mark.parametrize("k", [1, 3, 8])
def test_scikit_learns_kmeans_is_healthy(mall, k):
    start = mall[:k]
    runs = [KMeans(k, init=start, n_init=1, max_iter=m, tol=0).fit(mall) for m in range(1, 30)]
    assert inertia_never_rises([run.inertia_ for run in runs])
    settled = runs[-1]
    assert centroids_are_means(mall, settled.labels_, settled.cluster_centers_)
    assert same_seed_same_result(
        lambda seed: KMeans(k, n_init=1, random_state=seed).fit(mall).cluster_centers_, 7
    )


def test_one_round_of_scikit_learn_leaves_no_means(mall):
    """Its labels belong to its centroids, so before the end its centroids are no means."""
    run = KMeans(5, init=mall[:5], n_init=1, max_iter=1).fit(mall)
    assert not centroids_are_means(mall, run.labels_, run.cluster_centers_)


def test_a_step_that_writes_is_caught_and_does_no_harm():
    X = get_sample_blobs_data()
    labels, centroids = np.zeros(len(X), dtype=int), X[:3].copy()

    def step(X, labels, centroids):
        centroids[0] = X.mean(axis=0)

    assert not changes_nothing(step, X, labels, centroids)
    np.testing.assert_array_equal(centroids, X[:3])
    assert changes_nothing(steps.recompute_centroids, X, labels, centroids)


@given(
    arrays(np.int64, (5, 2), elements=st.integers(0, 3)),
    arrays(np.int64, 2, elements=st.integers(0, 3)),
)
def test_contains_row_is_what_lists_say(rows, row):
    assert contains_row(rows, row) == (row.tolist() in rows.tolist())


@pytest.mark.parametrize("seed", range(10))
def test_best_candidate_gives_the_lowest_cost_by_scikit_learn(mall, seed):
    chosen = mall[:3]
    candidates, _ = kmeans_plusplus(mall, 6, random_state=seed)
    costs = [
        (pairwise_distances_argmin_min(mall, np.vstack([chosen, c]))[1] ** 2).sum()
        for c in candidates
    ]
    assert best_candidate(mall, chosen, candidates) == np.argmin(costs)


@pytest.mark.parametrize("n_init", [1, 4, 10])
def test_best_of_keeps_the_run_that_scikit_learn_finds_best(mall, n_init):
    def run(rng):
        return steps.lloyd(mall, steps.init_random(mall, 5, rng), 300, 1e-9)

    rng = np.random.default_rng(3)
    starts = [steps.init_random(mall, 5, rng) for _ in range(n_init)]
    lowest = min(KMeans(5, init=start, n_init=1, tol=0).fit(mall).inertia_ for start in starts)
    _, _, inertia, _ = best_of(run, n_init, np.random.default_rng(3))
    assert inertia == pytest.approx(lowest)


def test_a_lone_nan_has_a_message_of_its_own():
    def inertia_never_rises(history):
        for before, after in zip(history, history[1:]):
            if not after <= before * (1 + 1e-9):
                return False
        return True

    result = feedback("inertia_never_rises", inertia_never_rises)
    assert "One value, and it is NaN" in result.message
    assert result.example == "history = [np.nan]"


@pytest.mark.parametrize(
    "after, names",
    [
        ([float("nan"), 2.0], ()),
        ([2.0, float("nan")], ("history",)),
        ([None, 2.0], ("history",)),
        ([float("nan")], ("history",)),
    ],
)
def test_a_nan_that_stays_where_it_was_is_no_change(after, names):
    case = Case(([float("nan"), 2.0],))
    assert _changed(COURSE.exercises["inertia_never_rises"], case, (after,)) == names


def test_a_right_answer_is_not_shown_where_the_random_numbers_are_what_is_wrong():
    def same_seed_same_result(run, seed):
        np.random.seed(seed)
        return np.array_equal(run(seed), run(seed))

    result = feedback("same_seed_same_result", same_seed_same_result)
    assert result.keys[0] == "global random"
    assert (result.got, result.expected) == ("", "")
