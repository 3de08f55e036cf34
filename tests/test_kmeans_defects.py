"""What the lab's class got wrong, one test each: the defects 1 to 18 of its table."""

import random
import subprocess
import sys

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import kmeans_lab
from kmeans_lab import steps
from kmeans_lab.datasets import get_sample_blobs_data, load_mall_customers
from kmeans_lab.kmeans import MyKMeans


@pytest.fixture
def blobs():
    return get_sample_blobs_data()


@pytest.fixture
def mall():
    return load_mall_customers().iloc[:, 3:5].to_numpy()


@pytest.mark.parametrize("d", [1, 3])
def test_01_any_number_of_columns(d):
    X = np.random.default_rng(0).random((30, d))
    assert MyKMeans(3, random_state=0).fit(X).cluster_centers_.shape == (3, d)


@pytest.mark.parametrize("k", [3, 20])
@pytest.mark.parametrize("init", ["random", "k-means++"])
def test_02_no_centroid_is_drawn_twice(blobs, init, k):
    for seed in range(30):
        start = MyKMeans.init_centroids(blobs, k, seed, init)
        assert len(np.unique(start, axis=0)) == k


def test_03_an_empty_cluster_does_not_swallow_the_others(blobs):
    for seed in range(12):
        model = MyKMeans(12, n_init=1, random_state=seed).fit(blobs)
        assert np.bincount(model.labels_, minlength=12).min() > 0
        assert model.inertia_ < 60
    far = np.vstack([blobs[:4], [[99.0, 99.0]]])
    model = MyKMeans(5, init=far).fit(blobs)
    assert np.isfinite(model.cluster_centers_).all()
    assert np.bincount(model.labels_, minlength=5).min() > 0


def test_04_kmeans_plusplus_measures_to_the_nearest_centroid(mall):
    def cost(init):
        starts = [MyKMeans.init_centroids(mall, 5, seed, init) for seed in range(60)]
        return np.mean([steps.squared_distances(mall, s).min(axis=1).sum() for s in starts])

    assert cost("k-means++") < 102_680 < cost("random")  # 102 680: k-means++ that is not greedy


def test_05_and_06_every_row_can_be_drawn_and_none_is_lost():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # each row shares a coordinate with two
    for init in ("random", "k-means++"):
        starts = [MyKMeans.init_centroids(X, 3, seed, init) for seed in range(100)]
        assert all(len(np.unique(start, axis=0)) == 3 for start in starts)
        drawn = {tuple(row) for start in starts for row in start}
        assert drawn == {tuple(row) for row in X}


def test_07_integers_are_not_truncated(mall):
    model = MyKMeans(5, init="k-means++", random_state=42).fit(mall.astype(np.int64))
    assert model.inertia_ == pytest.approx(44448.455448, abs=5e-7)
    assert model.cluster_centers_.dtype == np.float64


def test_08_small_unsigned_integers_do_not_wrap_around():
    X = np.array([[16, 16], [10, 10], [0, 0]], dtype=np.uint8)
    np.testing.assert_array_equal(MyKMeans.assign_labels(X, X[1:]), [0, 0, 1])


def test_09_n_init_counts(mall):
    inertias = [MyKMeans(8, random_state=1, n_init=n).fit(mall).inertia_ for n in (1, 10, 50)]
    assert inertias[0] > inertias[1] >= inertias[2]


def test_10_a_misspelt_init_is_refused(blobs):
    with pytest.raises(ValueError, match="'init' parameter"):
        MyKMeans(3, init="kmeans++").fit(blobs)


def test_11_no_global_seed_is_set_or_used(blobs):
    random.seed(5), np.random.seed(5)
    expected = random.random(), np.random.random()
    random.seed(5), np.random.seed(5)
    MyKMeans(3, init="k-means++", random_state=0).fit(blobs)
    assert (random.random(), np.random.random()) == expected


def test_12_inertia_belongs_to_labels_and_centres(blobs):
    start = np.array([[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]])
    model = MyKMeans(3, init=start, max_iter=1).fit(blobs)
    assert model.inertia_ == pytest.approx(99.657943, abs=5e-7)
    assert model.inertia_ == pytest.approx(
        steps.inertia(blobs, model.labels_, model.cluster_centers_)
    )


def test_13_tol_does_not_depend_on_the_unit(mall):
    plain, tiny = (MyKMeans(5, random_state=0, n_init=1).fit(mall * unit) for unit in (1, 1e-6))
    assert plain.n_iter_ == tiny.n_iter_ > 1
    np.testing.assert_array_equal(plain.labels_, tiny.labels_)


def test_14_means_do_not_grow_an_array_point_by_point(monkeypatch):
    X = np.random.default_rng(0).random((64_000, 2))
    calls = []
    monkeypatch.setattr(np, "append", lambda *args, f=np.append: calls.append(1) or f(*args))
    model = MyKMeans(5, random_state=0, n_init=1, max_iter=4).fit(X)
    assert len(calls) <= model.n_iter_


def test_15_nothing_of_the_callers_is_changed(blobs):
    X, start = blobs.copy(), blobs[:3].copy()
    MyKMeans(3, init=start).fit(X)
    MyKMeans(3, init=start).initialize(X).recompute_centroids(X)
    np.testing.assert_array_equal(X, blobs)
    np.testing.assert_array_equal(start, blobs[:3])


def test_16_input_is_checked(blobs):
    with pytest.raises(ValueError, match="n_samples=2 should be >= n_clusters=3"):
        MyKMeans(3).fit(blobs[:2])
    with pytest.raises(ValueError, match="NaN"):
        MyKMeans(3).fit(np.where(blobs > 2, np.nan, blobs))
    with pytest.raises(ValueError, match="X has 3 features, but MyKMeans is expecting 2"):
        MyKMeans(3).fit(blobs).predict(np.ones((1, 3)))
    with pytest.raises(NotFittedError):
        MyKMeans(3).predict(blobs)


def test_17_it_is_an_estimator(blobs):
    model = clone(MyKMeans(3, random_state=0)).fit(blobs, np.zeros(len(blobs)))
    pipeline = make_pipeline(StandardScaler(), MyKMeans(3, random_state=0)).fit(blobs)
    np.testing.assert_array_equal(pipeline.predict(blobs), model.labels_)


def test_18_static_methods_can_be_called_and_overridden(blobs):
    model = MyKMeans(3, random_state=0).fit(blobs)
    np.testing.assert_array_equal(
        model.assign_labels(blobs, model.cluster_centers_),
        MyKMeans.assign_labels(blobs, model.cluster_centers_),
    )

    class FirstRows(MyKMeans):
        @staticmethod
        def init_centroids(X, n_clusters, random_state=None, init="random"):
            return X[:n_clusters]

        @staticmethod
        def assign_labels(X, centroids):
            return np.zeros(len(X), dtype=np.int32)

    ours = FirstRows(3).fit(blobs)
    expected = MyKMeans(3, init=blobs[:3]).fit(blobs)
    np.testing.assert_allclose(ours.cluster_centers_, expected.cluster_centers_, rtol=1e-10)
    assert not ours.predict(blobs).any()
    assert type(clone(ours)) is FirstRows


def test_neither_pictures_nor_lessons_are_loaded_to_fit():
    # Without the package's __init__, which loads the plot functions for the notebooks.
    code = (
        "import sys, types\n"
        "package = sys.modules['kmeans_lab'] = types.ModuleType('kmeans_lab')\n"
        f"package.__path__ = {list(kmeans_lab.__path__)!r}\n"
        "from kmeans_lab.kmeans import MyKMeans\n"
        "MyKMeans(1).fit([[0.0], [1.0]])\n"
        "others = ('matplotlib', 'IPython', 'kmeans_lab.player', 'kmeans_lab.labelling')\n"
        "assert not set(others) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
