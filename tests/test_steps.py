"""The steps: what each promises, and the step functions against scikit-learn and MyKMeans."""

import inspect

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import pairwise_distances

from kmeans_lab import steps
from kmeans_lab.datasets import get_sample_blobs_data, load_mall_customers
from kmeans_lab.kmeans import MyKMeans
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

START = np.array([[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]])
SQUARE = np.array([[0, 0], [0, 2], [2, 0], [2, 2]])


@pytest.mark.parametrize("d", [1, 2, 5])
def test_squared_distances_are_those_of_sklearn(d):
    rng = np.random.default_rng(d)
    X, centroids = rng.normal(size=(30, d)), rng.normal(size=(4, d))
    expected = pairwise_distances(X, centroids, metric="sqeuclidean")
    np.testing.assert_allclose(squared_distances(X, centroids), expected, rtol=1e-12)


def test_small_unsigned_integers_do_not_wrap_around():
    X = np.array([[16, 16], [200, 0]], dtype=np.uint8)
    centroids = np.array([[10, 10], [0, 0]], dtype=np.uint8)
    np.testing.assert_array_equal(squared_distances(X, centroids), [[72, 512], [36200, 40000]])
    np.testing.assert_array_equal(assign_labels(X, centroids), [0, 0])
    assert inertia(X, np.array([0, 0]), centroids) == 36272


def test_ties_go_to_the_lowest_label():
    labels = assign_labels(SQUARE, np.array([[2, 1], [0, 1], [1, 1]]))
    np.testing.assert_array_equal(labels, [1, 1, 0, 0])
    middle = np.array([[1, 1]])
    assert assign_labels(middle, np.array([[5, 5], [2, 1], [0, 1]])) == 1


def test_integers_are_not_truncated_and_an_empty_cluster_keeps_its_centroid():
    centroids = np.array([[0, 0], [9, 9]])
    moved = recompute_centroids(np.array([[0, 0], [1, 2]]), np.array([0, 0]), centroids)
    np.testing.assert_array_equal(moved, [[0.5, 1], [9, 9]])
    assert moved.dtype == float
    np.testing.assert_array_equal(centroids, [[0, 0], [9, 9]])


def test_inertia_per_step_of_the_lab():
    X, centroids, seen = get_sample_blobs_data(), START, []
    labels = assign_labels(X, centroids)
    for _ in range(5):
        centroids = recompute_centroids(X, labels, centroids)
        seen.append(inertia(X, labels, centroids))
        labels = assign_labels(X, centroids)
    expected = [117.798265, 89.662536, 76.187755, 74.579601, 74.579601]
    np.testing.assert_allclose(seen, expected, atol=5e-7)


@pytest.mark.parametrize("init", [init_random, init_kmeans_plusplus])
def test_a_start_is_distinct_rows_and_repeatable(init):
    X = np.arange(20).reshape(10, 2)
    for seed in range(20):
        chosen = init(X, 10, np.random.default_rng(seed))
        np.testing.assert_array_equal(np.sort(chosen[:, 0]), X[:, 0])
        np.testing.assert_array_equal(chosen, init(X, 10, np.random.default_rng(seed)))
    with pytest.raises(ValueError):
        init(X, 11, np.random.default_rng(0))


def test_init_random_is_uniform():
    draws = np.concatenate(
        [init_random(np.arange(5).reshape(5, 1), 2, np.random.default_rng(s)) for s in range(2000)]
    ).astype(int)
    # 800 expected, standard deviation 22
    assert np.abs(np.bincount(draws[:, 0], minlength=5) - 800).max() < 110


def test_weighted_choice_draws_in_proportion():
    rng = np.random.default_rng(0)
    weights = np.array([3, 0, 1, 0.5, 2.25, 0.75, 0])
    drawn = np.bincount([weighted_choice(weights, rng) for _ in range(6000)], minlength=7)
    assert drawn[1] == drawn[6] == 0
    expected = 6000 * weights / weights.sum()
    assert np.all(np.abs(drawn - expected) <= 5 * np.sqrt(expected))


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [np.nan, 1], [np.inf, 1], []])
def test_weighted_choice_refuses(weights):
    with pytest.raises(ValueError, match="weights must be"):
        weighted_choice(weights, np.random.default_rng(0))


def test_kmeans_plusplus_draws_the_exact_probabilities():
    X = np.array([[0.0], [1.0], [3.0]])
    pairs = [
        tuple(init_kmeans_plusplus(X, 2, np.random.default_rng(s)).ravel().astype(int))
        for s in range(3000)
    ]
    exact = {
        (0, 1): 1 / 10,
        (0, 3): 9 / 10,
        (1, 0): 1 / 5,
        (1, 3): 4 / 5,
        (3, 0): 9 / 13,
        (3, 1): 4 / 13,
    }
    for pair, probability in exact.items():
        expected = 1000 * probability
        assert abs(pairs.count(pair) - expected) < 5 * np.sqrt(expected), pair


@pytest.mark.parametrize("load", [get_sample_blobs_data, lambda: load_mall_customers().to_numpy()])
def test_lloyd_is_sklearn_and_mykmeans(load):
    X = np.asarray(load())[:, -2:].astype(float)
    start = init_random(X, 4, np.random.default_rng(3))
    centroids, labels, wcss, n_iter = lloyd(X, start, max_iter=100, tol=0)
    for other in (KMeans, MyKMeans):
        model = other(n_clusters=4, init=start, n_init=1, max_iter=100, tol=0).fit(X)
        np.testing.assert_array_equal(labels, model.labels_)
        np.testing.assert_allclose(centroids, model.cluster_centers_, rtol=1e-10)
        assert wcss == pytest.approx(model.inertia_, rel=1e-10)


def test_lloyd_counts_the_round_that_converges_and_honours_its_limits():
    X = np.array([[0], [1], [10], [11]])
    centroids, labels, wcss, n_iter = lloyd(X, np.array([[0], [1]]), max_iter=100, tol=0)
    np.testing.assert_array_equal(centroids, [[0.5], [10.5]])
    np.testing.assert_array_equal(labels, [0, 0, 1, 1])
    # Round 1 moves by (22/3 - 1)^2 = 40.1, round 2 by 10.3, round 3 by 0.
    assert (wcss, n_iter) == (1.0, 3)
    assert [lloyd(X, np.array([[0], [1]]), 100, tol)[3] for tol in (11, 41)] == [2, 1]
    assert lloyd(X, np.array([[0], [1]]), 2, 0)[3] == 2


def test_lloyd_returns_labels_and_inertia_of_its_centroids():
    X, start = get_sample_blobs_data(), START.copy()
    centroids, labels, wcss, n_iter = lloyd(X, start, max_iter=1, tol=0)
    np.testing.assert_array_equal(labels, assign_labels(X, centroids))
    assert wcss == pytest.approx(99.657943, abs=5e-7) and n_iter == 1
    np.testing.assert_array_equal(start, START)


@pytest.mark.parametrize(
    "name",
    [
        "squared_distances",
        "assign_labels",
        "recompute_centroids",
        "inertia",
        "init_random",
        "weighted_choice",
        "init_kmeans_plusplus",
        "lloyd",
    ],
)
def test_every_step_stands_on_numpy_and_the_other_steps_alone(name):
    function = getattr(steps, name)
    known = {n for n, f in vars(steps).items() if inspect.isfunction(f)} | {"np"}
    used = inspect.getclosurevars(function)
    assert set(used.globals) <= known and not used.unbound & set(vars(steps))
    body = inspect.getsource(function).split('"""')[2]
    assert len([line for line in body.splitlines() if line.strip()]) <= 12
