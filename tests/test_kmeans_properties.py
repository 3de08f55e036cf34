"""What always holds of MyKMeans, whatever the data."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kmeans_lab import steps
from kmeans_lab.datasets import get_sample_blobs_data
from kmeans_lab.kmeans import MyKMeans

settings.register_profile("same every time", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("same every time")

# Whole numbers, so that float and integer copies hold the same values.
points = st.tuples(st.integers(1, 40), st.integers(1, 4)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(-1000, 1000))
)
inits = st.sampled_from(["random", "k-means++"])
pytestmark = pytest.mark.filterwarnings("ignore:Number of distinct clusters")


def a_model(X, k, init, seed, **arguments):
    arguments = {"n_init": 1, **arguments}
    return MyKMeans(min(k, len(X)), init=init, random_state=seed, **arguments)


@given(points, st.integers(1, 8), inits, st.integers(0, 99))
def test_inertia_never_rises(X, k, init, seed):
    model = a_model(X, k, init, seed).initialize(X)
    for _ in range(12):
        before = model.inertia_
        assert model.recompute_centroids(X).inertia_ <= before * (1 + 1e-12) + 1e-9


@given(points, st.integers(1, 8), inits, st.integers(0, 99))
def test_labels_are_nearest_and_centroids_are_means(X, k, init, seed):
    model = a_model(X, k, init, seed, tol=0).fit(X)
    distances = steps.squared_distances(X, model.cluster_centers_)
    own = distances[np.arange(len(X)), model.labels_]
    np.testing.assert_allclose(own, distances.min(axis=1), rtol=1e-9, atol=1e-6)
    assert model.inertia_ == pytest.approx(own.sum(), rel=1e-9, abs=1e-6)
    if len(np.unique(X, axis=0)) >= model.n_clusters and model.n_iter_ < model.max_iter:
        means = steps.recompute_centroids(X, model.labels_, model.cluster_centers_)
        np.testing.assert_allclose(model.cluster_centers_, means, rtol=1e-9, atol=1e-9)


@given(points, st.integers(1, 8), inits, st.integers(0, 99))
def test_predict_gives_the_labels(X, k, init, seed):
    model = a_model(X, k, init, seed).fit(X)
    predicted = model.predict(X)
    distances = steps.squared_distances(X, model.cluster_centers_)
    rows = np.arange(len(X))
    # The same centroid, or one as near but for rounding.
    np.testing.assert_allclose(
        distances[rows, predicted], distances[rows, model.labels_], rtol=1e-9, atol=1e-6
    )


@given(points, st.integers(1, 8), inits, st.integers(0, 99))
def test_copies_of_other_types_agree_and_nothing_is_changed(X, k, init, seed):
    kept = X.copy()
    model = a_model(X, k, init, seed).fit(X)
    for copy in (X.astype(float), X.astype(np.int16), np.asfortranarray(X), X.tolist()):
        other = a_model(X, k, init, seed).fit(copy)
        np.testing.assert_array_equal(other.labels_, model.labels_)
        np.testing.assert_array_equal(other.cluster_centers_, model.cluster_centers_)
    np.testing.assert_array_equal(X, kept)


@given(points, st.integers(1, 8), st.integers(0, 99))
def test_more_starts_are_never_worse(X, k, seed):
    one = a_model(X, k, "random", seed).fit(X)
    five = a_model(X, k, "random", seed, n_init=5).fit(X)
    assert five.inertia_ <= one.inertia_ * (1 + 1e-12)


@pytest.mark.parametrize("init", ["random", "k-means++"])
def test_stepping_by_hand_is_what_fit_does(init):
    X = get_sample_blobs_data()
    fitted = MyKMeans(5, init=init, random_state=7, n_init=1, tol=0).fit(X)
    stepped = MyKMeans(5, init=init, random_state=7).initialize(X)
    for _ in range(fitted.n_iter_):
        stepped.recompute_centroids(X)
    assert stepped.n_iter_ == fitted.n_iter_
    np.testing.assert_array_equal(stepped.labels_, fitted.labels_)
    np.testing.assert_allclose(stepped.cluster_centers_, fitted.cluster_centers_, rtol=1e-10)
    assert stepped.inertia_ == pytest.approx(fitted.inertia_, rel=1e-10)


def test_stepping_gives_the_figures_of_the_lab():
    X = get_sample_blobs_data()
    start = [[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]]
    model = MyKMeans(3, init=np.array(start)).initialize(X)
    seen = []
    for _ in range(5):
        labels = model.labels_
        model.recompute_centroids(X)
        seen.append(steps.inertia(X, labels, model.cluster_centers_))
    expected = [117.798265, 89.662536, 76.187755, 74.579601, 74.579601]
    np.testing.assert_allclose(seen, expected, atol=5e-7)
