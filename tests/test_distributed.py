"""`kmeans_lab.distributed` does on blocks what MyKMeans and scikit-learn do on the whole."""

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import pairwise_distances_argmin

from kmeans_lab import MyKMeans, distributed, steps

da = pytest.importorskip("dask.array")


@pytest.fixture(autouse=True)
def _in_this_thread():
    import dask

    with dask.config.set(scheduler="synchronous"):
        yield


def blobs(n=500, d=3, k=5, seed=0, **options):
    return make_blobs(n, d, centers=k, random_state=seed, **options)[0]


def in_blocks(X, rows=90):
    return da.from_array(X, chunks=(rows, -1))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("rows", [1, 90, 500])
def test_lloyd_ends_where_mykmeans_ends(seed, rows):
    X = blobs(n=60 if rows == 1 else 500, seed=seed)
    start = steps.init_kmeans_plusplus(X, 5, np.random.default_rng(seed))  # none gets empty
    centroids, inertia, n_iter = distributed.lloyd(in_blocks(X, rows), start, 300, 1e-12)
    for model in (MyKMeans(5, init=start, tol=0), KMeans(5, init=start, n_init=1, tol=0)):
        model.fit(X)
        np.testing.assert_allclose(centroids, model.cluster_centers_, atol=1e-8, rtol=0)
        assert inertia == pytest.approx(model.inertia_, rel=1e-12)
    assert n_iter == steps.lloyd(X, start, 300, 1e-12)[3]
    assert np.bincount(model.labels_, minlength=5).all()


def test_each_round_is_that_of_steps_lloyd_and_the_inertia_belongs_to_the_centroids():
    X = blobs(cluster_std=4)
    for max_iter in range(5):
        expected = steps.lloyd(X, X[:5], max_iter, 1e-12)
        centroids, inertia, n_iter = distributed.lloyd(in_blocks(X), X[:5], max_iter, 1e-12)
        np.testing.assert_allclose(centroids, expected[0], atol=1e-12)
        assert inertia == pytest.approx(expected[2], rel=1e-12)
        assert n_iter == expected[3]


def test_a_cluster_that_becomes_empty_keeps_its_centroid():
    X = blobs()
    start = np.vstack([X[:4], [1e6] * 3])
    centroids, _, _ = distributed.lloyd(in_blocks(X), start, 300, 1e-12)
    np.testing.assert_array_equal(centroids[4], start[4])
    np.testing.assert_allclose(centroids, steps.lloyd(X, start, 300, 1e-12)[0], atol=1e-12)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "uint8"])
@pytest.mark.parametrize("offset", [0, 100])
def test_summaries_of_blocks_add_up_to_the_whole(dtype, offset):
    X = np.random.default_rng(0).integers(0, 100, size=(200, 4)).astype(dtype) + offset
    X = X.astype(dtype)
    centroids = np.random.default_rng(1).uniform(offset, offset + 100, size=(6, 4))
    whole = distributed.block_summary(X, centroids)
    parts = zip(*(distributed.block_summary(X[i : i + 30], centroids) for i in range(0, 200, 30)))
    for part, total in zip(parts, whole):
        np.testing.assert_allclose(np.sum(part, axis=0), total, rtol=1e-12)
    labels = pairwise_distances_argmin(X.astype(float), centroids)
    np.testing.assert_array_equal(whole[1], np.bincount(labels, minlength=6))
    assert whole[2] == pytest.approx(steps.inertia(X.astype(float), labels, centroids))


def test_a_block_without_rows_adds_nothing():
    sums, counts, inertia = distributed.block_summary(np.empty((0, 2)), np.eye(2))
    assert not sums.any() and not counts.any() and inertia == 0


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_far_from_the_origin_points_still_find_their_nearest_centroid(dtype):
    X = (blobs() + 1e4).astype(dtype)
    centroids = X[:5].astype(float)
    expected = steps.assign_labels(X.astype(float), centroids)
    np.testing.assert_array_equal(distributed.nearest_centroids(X, centroids), expected)


def test_kmeans_parallel_chooses_distinct_rows_and_repeats_from_the_seed():
    X = blobs()
    first, again, other = (
        distributed.init_kmeans_parallel(in_blocks(X), 5, rng)
        for rng in map(np.random.default_rng, (3, 3, 4))
    )
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
    for chosen in (first, other):
        assert len(np.unique(chosen, axis=0)) == 5
        assert all((X == row).all(axis=1).any() for row in chosen)


def test_kmeans_parallel_starts_about_as_low_as_kmeans_plusplus():
    """The seeding cost: in the mean of 30 seeds no worse than k-means++, far below random."""
    X = blobs(n=1000, d=5, k=20, cluster_std=0.5)

    def cost(start):
        return steps.inertia(X, steps.assign_labels(X, start), start)

    rngs = list(map(np.random.default_rng, range(30)))
    parallel = np.mean(
        [cost(distributed.init_kmeans_parallel(in_blocks(X, 250), 20, rng)) for rng in rngs]
    )
    assert parallel < np.mean([cost(steps.init_kmeans_plusplus(X, 20, rng)) for rng in rngs])
    assert parallel < np.mean([cost(steps.init_random(X, 20, rng)) for rng in rngs]) / 3


def test_points_are_drawn_in_proportion_to_their_squared_distance():
    """Of 2000 points each, as many come as Bahmani et al. say, but for 4.5 sigma."""
    values = np.array([0.0, 1.0, 2.0, 3.0, 7.0])
    X = in_blocks(np.tile(values, 2000)[:, None], rows=900)
    chance = np.minimum(1, 1.2 * values**2 / (values**2).sum())
    rows, cost = distributed._draw(X, np.array([[0.0]]), 1.2 * 2000, seed=0)
    drawn = np.array([(rows == value).sum() for value in values])
    assert cost == 2000 * (values**2).sum()
    sigma = np.sqrt(2000 * chance * (1 - chance))
    assert (np.abs(drawn - 2000 * chance) <= 4.5 * sigma).all(), drawn


@pytest.mark.parametrize(
    "X",
    [
        np.arange(5.0)[:, None],
        np.repeat([[1.0], [2.0], [4.0], [8.0], [16.0]], 20, axis=0),
        10.0 ** np.arange(0, 10, 2)[:, None],
    ],
)
def test_kmeans_parallel_finds_as_many_rows_as_there_are(X):
    for seed in range(20):
        chosen = distributed.init_kmeans_parallel(in_blocks(X, 3), 5, np.random.default_rng(seed))
        np.testing.assert_array_equal(np.sort(chosen, axis=0), np.unique(X, axis=0))


def test_too_few_distinct_rows_are_named():
    X = in_blocks(np.repeat([[1.0], [2.0]], 50, axis=0))
    with pytest.raises(
        ValueError, match=r"X must have at least n_clusters=3 distinct rows, got 2"
    ):
        distributed.init_kmeans_parallel(X, 3, np.random.default_rng(0))


@pytest.mark.parametrize("bad", [np.nan, np.inf])
@pytest.mark.parametrize(
    "call",
    [
        lambda X: distributed.lloyd(X, np.zeros((2, 3)), 10, 1e-4),
        lambda X: distributed.init_kmeans_parallel(X, 2, np.random.default_rng(0)),
    ],
    ids=["lloyd", "init_kmeans_parallel"],
)
def test_what_is_no_number_is_found_in_its_block(bad, call):
    X = blobs()
    X[200, 1] = bad
    with pytest.raises(ValueError, match=r"X must hold finite numbers.*block 2, rows 180 to 269"):
        call(in_blocks(X))


@pytest.mark.parametrize(
    "make, k, message",
    [
        (lambda X: in_blocks(X)[in_blocks(X)[:, 0] > 0], 2, r"X must have blocks of known sizes"),
        (lambda X: in_blocks(X[:4]), 5, r"n_clusters must be from 1 to .* 4, got 5"),
        (lambda X: in_blocks(X), 0, r"n_clusters must be from 1 to .* 500, got 0"),
        (lambda X: X, 2, r"X must be a Dask array of shape \(n, d\).*ndarray"),
        (lambda X: in_blocks(X)[:, 0], 2, r"X must be a Dask array of shape \(n, d\)"),
    ],
)
def test_what_is_no_fitting_array_is_named(make, k, message):
    X = make(blobs())
    with pytest.raises(ValueError, match=message):
        distributed.lloyd(X, np.zeros((k, 3)), 10, 1e-4)
    with pytest.raises(ValueError, match=message):
        distributed.init_kmeans_parallel(X, k, np.random.default_rng(0))


@pytest.mark.parametrize(
    "centroids, message",
    [
        (np.zeros((2, 4)), r"centroids must have the 3 columns of X, got 4"),
        ([[0, np.nan, 1]], r"centroids must be finite"),
        ([0, 1, 2], r"centroids must be finite numbers of shape \(k, d\)"),
    ],
)
def test_centroids_that_do_not_fit_are_named(centroids, message):
    with pytest.raises(ValueError, match=message):
        distributed.lloyd(in_blocks(blobs()), centroids, 10, 1e-4)


def test_columns_may_be_cut_too_and_nothing_given_is_changed():
    X, start = blobs(), blobs()[:5].copy()
    cut = da.from_array(X, chunks=(90, 2))
    ours = distributed.lloyd(cut, start, 10, 1e-12)[0]
    np.testing.assert_allclose(ours, steps.lloyd(X, start, 10, 1e-12)[0], atol=1e-12)
    np.testing.assert_array_equal(start, X[:5])
    assert cut.numblocks == (6, 2)
