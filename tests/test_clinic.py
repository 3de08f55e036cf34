"""The questions and cures of the debugging clinic, held against scikit-learn and plain Python."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.cluster import KMeans, kmeans_plusplus
from sklearn.metrics import pairwise_distances_argmin_min

from kmeans_lab import clinic, steps
from kmeans_lab.datasets import get_sample_blobs_data, load_mall_customers


@pytest.fixture
def mall():
    return load_mall_customers().iloc[:, 3:5].to_numpy()


@pytest.mark.parametrize("k", [1, 3, 8])
def test_scikit_learns_kmeans_is_healthy(mall, k):
    start = mall[:k]
    runs = [KMeans(k, init=start, n_init=1, max_iter=m, tol=0).fit(mall) for m in range(1, 30)]
    assert clinic.inertia_never_rises([run.inertia_ for run in runs])
    settled = runs[-1]
    assert clinic.centroids_are_means(mall, settled.labels_, settled.cluster_centers_)
    assert clinic.same_seed_same_result(
        lambda seed: KMeans(k, n_init=1, random_state=seed).fit(mall).cluster_centers_, 7)


def test_one_round_of_scikit_learn_leaves_no_means(mall):
    """Its labels belong to its centroids, so before the end its centroids are no means."""
    run = KMeans(5, init=mall[:5], n_init=1, max_iter=1).fit(mall)
    assert not clinic.centroids_are_means(mall, run.labels_, run.cluster_centers_)


def test_a_step_that_writes_is_caught_and_does_no_harm():
    X = get_sample_blobs_data()
    labels, centroids = np.zeros(len(X), dtype=int), X[:3].copy()

    def step(X, labels, centroids):
        centroids[0] = X.mean(axis=0)

    assert not clinic.changes_nothing(step, X, labels, centroids)
    np.testing.assert_array_equal(centroids, X[:3])
    assert clinic.changes_nothing(steps.recompute_centroids, X, labels, centroids)


@given(arrays(np.int64, (5, 2), elements=st.integers(0, 3)),
       arrays(np.int64, 2, elements=st.integers(0, 3)))
def test_contains_row_is_what_lists_say(rows, row):
    assert clinic.contains_row(rows, row) == (row.tolist() in rows.tolist())


@pytest.mark.parametrize("seed", range(10))
def test_best_candidate_gives_the_lowest_cost_by_scikit_learn(mall, seed):
    chosen = mall[:3]
    candidates, _ = kmeans_plusplus(mall, 6, random_state=seed)
    costs = [(pairwise_distances_argmin_min(mall, np.vstack([chosen, c]))[1] ** 2).sum()
             for c in candidates]
    assert clinic.best_candidate(mall, chosen, candidates) == np.argmin(costs)


@pytest.mark.parametrize("n_init", [1, 4, 10])
def test_best_of_keeps_the_run_that_scikit_learn_finds_best(mall, n_init):
    def run(rng):
        return steps.lloyd(mall, steps.init_random(mall, 5, rng), 300, 1e-9)

    rng = np.random.default_rng(3)
    starts = [steps.init_random(mall, 5, rng) for _ in range(n_init)]
    lowest = min(KMeans(5, init=start, n_init=1, tol=0).fit(mall).inertia_ for start in starts)
    _, _, inertia, _ = clinic.best_of(run, n_init, np.random.default_rng(3))
    assert inertia == pytest.approx(lowest)
