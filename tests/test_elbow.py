"""The elbow: the figures of the lab, the arguments, the errors."""

import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

from kmeans_lab import get_elbow, get_inertia_list, get_sample_blobs_data, load_mall_customers
from kmeans_lab.elbow import choose_elbow

BLOBS_WCSS = [
    400,
    173.230749,
    74.579601,
    61.372276,
    52.505690,
    45.216704,
    41.366217,
    36.584481,
    35.350288,
    29.740081,
]
MALL_WCSS = [
    269981.28,
    183653.328947,
    106348.373062,
    73880.644962,
    44448.455448,
    40825.169464,
    33642.579221,
    26686.837785,
    24766.471610,
    23103.122086,
]


@pytest.fixture(scope="module")
def mall():
    return load_mall_customers()[["Annual Income (k$)", "Spending Score (1-100)"]]


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_blobs_give_the_figures_of_the_lab():
    wcss = get_inertia_list(get_sample_blobs_data(), 1, 10, KMeans, max_iter=100)
    assert wcss.shape == (10,) and wcss.dtype == np.float64
    np.testing.assert_allclose(wcss, BLOBS_WCSS, atol=5e-7, rtol=0)
    assert get_elbow(wcss, 10) == 3


def test_mall_gives_the_figures_of_the_lab(mall):
    wcss = get_inertia_list(mall, 1, 10, KMeans, max_iter=100)
    np.testing.assert_allclose(wcss, MALL_WCSS, atol=5e-7, rtol=0)
    assert get_elbow(wcss, 10) == 5


@pytest.mark.parametrize(
    "wcss, expected",
    [(BLOBS_WCSS, {4: 2, 5: 3, 10: 3}), (MALL_WCSS, {6: 3, 7: 3, 8: 3, 9: 4, 10: 5})],
)
def test_elbow_moves_with_k_max(wcss, expected):
    assert {k_max: get_elbow(wcss[:k_max], k_max) for k_max in expected} == expected


def test_elbow_is_a_plain_int():
    assert type(get_elbow(BLOBS_WCSS, 10)) is int


def test_k_min_shifts_the_elbow_with_it():
    ks = range(4, 11)
    curve = [100, 60, 20, 18, 16, 15, 14]
    assert get_elbow(curve, 10, k_min=4) == 6 == choose_elbow(ks, curve)


@pytest.mark.parametrize("curve", [[5.0], [5.0, 3.0], [5, 5, 5, 5], [0, 0, 0]])
def test_no_elbow_is_none_and_silent(curve):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert get_elbow(curve, len(curve)) is None


def test_log_finds_what_the_first_drop_hides():
    plain = log = sets = 0
    for seed in range(30):
        X, y = make_blobs(300, centers=5, random_state=seed)
        if adjusted_rand_score(y, KMeans(5, n_init=5, random_state=0).fit_predict(X)) < 0.95:
            continue
        wcss = get_inertia_list(X, 1, 10, KMeans, random_state=0, n_init=2)
        sets += 1
        plain += get_elbow(wcss, 10) == 5
        log += get_elbow(wcss, 10, log=True) == 5
    assert sets >= 8 and plain == 0 and log >= sets - 1


def test_any_class_with_the_signature_will_do(mall):
    wcss = get_inertia_list(mall, 2, 4, MiniBatchKMeans, n_init=3, batch_size=200)
    assert wcss.shape == (3,) and (np.diff(wcss) < 0).all()


def test_model_params_reach_the_model(mall):
    one, twenty = (get_inertia_list(mall, 10, 10, KMeans, n_init=n)[0] for n in (1, 20))
    assert twenty < one


@pytest.mark.parametrize("k_min, k_max", [(1, 1), (2, 4), (3, 9), (1, 10)])
def test_visualize_draws_one_panel_for_every_k(k_min, k_max):
    X = get_sample_blobs_data()
    silent = get_inertia_list(X, k_min, k_max, KMeans)
    assert not plt.get_fignums()
    wcss = get_inertia_list(X, k_min, k_max, KMeans, "title", "x", "y", visualize=True)
    np.testing.assert_array_equal(wcss, silent)
    figure = plt.gcf()
    assert [ax.get_title() for ax in figure.axes] == [
        f"k = {k}, WCSS = {value:.2f}" for k, value in zip(range(k_min, k_max + 1), wcss)
    ]
    assert figure.get_suptitle() == "title"
    assert (figure.get_supxlabel(), figure.get_supylabel()) == ("x", "y")


X3 = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]])


@pytest.mark.parametrize(
    "arguments, words",
    [
        ((X3, 3, 2, KMeans), "k_min must be at most k_max, got k_min=3 and k_max=2"),
        ((X3, 1, 4, KMeans), "k_max must be at most the number of rows of X, 3, got 4"),
        ((X3, 0, 2, KMeans), "k_min must be a whole number of at least 1, got 0"),
        ((X3, 1, 2.5, KMeans), "k_max must be a whole number of at least 1, got 2.5"),
        ((X3, 1, True, KMeans), "k_max must be a whole number of at least 1, got True"),
        ((X3, 1, 2, KMeans()), "KMeans_model must be a class"),
        ((X3 * np.nan, 1, 2, KMeans), "X contains NaN"),
        ((X3[0], 1, 2, KMeans), "Expected 2D array"),
    ],
)
def test_bad_input_of_get_inertia_list_is_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        get_inertia_list(*arguments)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (([3, 2, 1], 4), r"shape \(4,\), got \(3,\)"),
        (([3, 2, 1], 3, 2), r"one value for each k from k_min=2 to k_max=3"),
        (([[3, 2, 1]], 3), r"got \(1, 3\)"),
        (([3, np.nan, 1], 3), "finite values of at least 0, got nan at k=2"),
        (([3, 2, -1], 4, 2), "at least 0, got -1.0 at k=4"),
        (([3, 2, 1], 3, 4), "k_min must be at most k_max"),
        (([3, 2, 0], 3, 1, True), "above 0 everywhere if log=True, got 0 at k=3"),
    ],
)
def test_bad_input_of_get_elbow_is_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        get_elbow(*arguments)


def test_the_callers_array_is_untouched(mall):
    before = mall.copy()
    get_inertia_list(mall, 1, 3, KMeans)
    assert mall.equals(before)
    wcss = np.array(BLOBS_WCSS)
    get_elbow(wcss, 10, log=True)
    np.testing.assert_array_equal(wcss, BLOBS_WCSS)
