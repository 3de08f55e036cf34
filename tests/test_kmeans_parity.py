"""MyKMeans gives what scikit-learn's KMeans gives, on every kind of data."""

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.datasets import load_digits, load_iris, load_wine, make_blobs

from kmeans_lab import fast_steps
from kmeans_lab.datasets import get_sample_blobs_data, load_mall_customers
from kmeans_lab.kmeans import MyKMeans
from tests.benchmarks.problems import KINDS, TIED, differences, draw_problem

DATA = {
    "blobs": get_sample_blobs_data,
    "mall": lambda: load_mall_customers().iloc[:, 3:5].to_numpy(),
    "iris": lambda: load_iris().data,
    "wine": lambda: load_wine().data,
    "digits": lambda: load_digits().data,
}


@pytest.fixture(params=["as it is", "every short cut"])
def short_cuts(request, monkeypatch):
    """Small problems use few of the short cuts. So run them again with all switched on."""
    if request.param == "every short cut":
        monkeypatch.setattr(fast_steps, "MANY", 0)
        monkeypatch.setattr(fast_steps, "CHUNK", 0)
        monkeypatch.setattr(fast_steps, "FEW", 4)
        monkeypatch.setattr(fast_steps, "BLOCK", 300)  # and so many threads


# Which of two equally near centroids a point goes to is left to rounding, and so to the machine:
# `python -m tests.benchmarks.parity` counts these kinds too.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in TIED])
@pytest.mark.parametrize("seed", range(4))
def test_random_problems(kind, seed, short_cuts):
    X, arguments = draw_problem(kind, np.random.default_rng([20, seed, KINDS.index(kind)]), 600)
    assert differences(X, arguments) == []


@pytest.mark.parametrize("init", ["random", "k-means++"])
@pytest.mark.parametrize("name", DATA)
def test_same_seed_same_clusters(name, init):
    X = DATA[name]()
    for k in range(1, 11):
        for n_init in [1] if name == "digits" else [1, "auto"]:
            arguments = {"n_clusters": k, "init": init, "n_init": n_init, "random_state": 42}
            assert differences(X, arguments) == [], arguments


def test_many_points_in_threads():
    X, _ = make_blobs(40_000, 3, centers=60, random_state=0)
    start = X[np.random.default_rng(0).choice(len(X), 60, replace=False)]
    assert X.shape[0] * len(start) > 4 * fast_steps.BLOCK
    assert differences(X, {"n_clusters": 60, "init": start, "n_init": 1, "max_iter": 40}) == []


def test_more_clusters_than_a_byte_can_count():
    X = np.random.default_rng(0).random((700, 2))
    assert differences(X, {"n_clusters": 300, "init": X[:300], "n_init": 1}) == []


def test_fewer_distinct_points_than_clusters():
    X = np.repeat([[0.0], [1.0], [5.0]], [2, 8, 6], axis=0)  # the mean, 2.375, is exact
    for start in ([0, 0, 1, 1, 5], [5, 1, 0, 0, 0], [9, 0, 9, 1, 5]):
        init = np.array(start, dtype=float)[:, np.newaxis]
        assert differences(X, {"n_clusters": 5, "init": init, "n_init": 1}) == []


def test_a_callable_start_gets_what_sklearn_gives_it():
    def first_rows(X, n_clusters, random_state):
        return X[random_state.permutation(len(X))[:n_clusters]]

    X = load_wine().data
    assert differences(X, {"n_clusters": 4, "init": first_rows, "random_state": 3}) == []


def test_the_figures_of_the_lab():
    model = MyKMeans(3, init="k-means++", max_iter=100, random_state=42)
    model.fit(get_sample_blobs_data())
    assert model.inertia_ == pytest.approx(74.579601, abs=5e-7) and model.n_iter_ == 6
    assert sorted(np.bincount(model.labels_)) == [66, 67, 67]
    model = MyKMeans(5, init="k-means++", random_state=42).fit(DATA["mall"]())
    assert model.inertia_ == pytest.approx(44448.455448, abs=5e-7) and model.n_iter_ == 4
    np.testing.assert_array_equal(np.bincount(model.labels_), [81, 39, 22, 35, 23])
    np.testing.assert_array_equal(model.predict([[70, 60], [100, 60]]), [0, 1])


def test_predict_transform_and_score():
    X, new = np.split(load_wine().data, [120])
    ours = MyKMeans(4, random_state=0).fit(X)
    theirs = KMeans(4, init="random", random_state=0).fit(X)
    np.testing.assert_array_equal(ours.predict(new), theirs.predict(new))
    np.testing.assert_allclose(ours.transform(new), theirs.transform(new), rtol=1e-10)
    np.testing.assert_allclose(ours.fit_transform(X), theirs.transform(X), rtol=1e-10)
    assert ours.score(new) == pytest.approx(theirs.score(new), rel=1e-10)
