"""MyKMeans is a scikit-learn estimator: its checks, its own KMeans tests, its tools."""

import inspect
import itertools
import pickle

import numpy as np
import pytest
import sklearn.cluster.tests.test_k_means as peer
from sklearn.base import clone
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.exceptions import ConvergenceWarning, NotFittedError
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

from kmeans_lab.datasets import get_sample_blobs_data
from kmeans_lab.kmeans import MyKMeans


@parametrize_with_checks([MyKMeans()])
def test_sklearn_estimator_checks(estimator, check):
    check(estimator)


class AsKMeans(MyKMeans):
    """MyKMeans with the signature and the defaults of KMeans, for KMeans' own tests."""

    def __init__(
        self,
        n_clusters=8,
        *,
        init="k-means++",
        n_init="auto",
        max_iter=300,
        tol=1e-4,
        random_state=None,
        algorithm="lloyd",
    ):
        super().__init__(n_clusters, max_iter, init, tol, random_state, n_init)
        self.algorithm = algorithm


# Out of scope: sparse data, sample weights, Elkan, mini-batches, verbose, private functions.
PEER_TESTS = """test_kmeans_relocated_clusters test_kmeans_convergence test_all_init
    test_fortran_aligned_data test_warning_n_init_precomputed_centers test_score_max_iter
    test_kmeans_predict test_integer_input test_transform test_fit_transform test_n_init
    test_float_precision test_centers_not_mutated test_kmeans_init_fitted_centers
    test_kmeans_warns_less_centers_than_unique_points test_result_equal_in_diff_n_threads
    test_k_means_1_iteration test_wrong_params test_kmeans_with_array_like_or_np_scalar_init
    test_feature_names_out test_predict_does_not_change_cluster_centers
    test_relocating_with_duplicates""".split()


def peer_cases():
    """Every combination of parameters that scikit-learn's decorators give these tests."""
    for name in PEER_TESTS:
        marks = [
            mark
            for mark in getattr(getattr(peer, name), "pytestmark", [])
            if mark.name == "parametrize"
        ]
        names = [
            [part.strip() for part in mark.args[0].split(",")]
            if isinstance(mark.args[0], str)
            else mark.args[0]
            for mark in marks
        ]
        for values in itertools.product(*(mark.args[1] for mark in marks)):
            arguments = {}
            for keys, value in zip(names, values):
                arguments.update(zip(keys, value if len(keys) > 1 else [value]))
            if all(in_scope(value) for value in arguments.values()):
                yield pytest.param(name, arguments, id=f"{name}-{len(arguments)}")


def in_scope(value):
    if isinstance(value, str):
        return value != "elkan"
    sparse = hasattr(value, "tocsr") or "csr" in getattr(value, "__name__", "")
    return value is not MiniBatchKMeans and not sparse


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("name", "arguments"), list(peer_cases()))
def test_sklearn_kmeans_test(name, arguments, monkeypatch):
    monkeypatch.setattr(peer, "KMeans", AsKMeans)
    test = getattr(peer, name)
    arguments = {key: AsKMeans if value is KMeans else value for key, value in arguments.items()}
    fixtures = {"global_random_seed": 42, "global_dtype": np.float64}
    wanted = set(inspect.signature(test).parameters) - set(arguments)
    test(**arguments, **{key: fixtures[key] for key in wanted})


def test_clone_pickle_and_tags():
    X = get_sample_blobs_data()
    model = MyKMeans(3, random_state=0).fit(X)
    again = pickle.loads(pickle.dumps(model))
    np.testing.assert_array_equal(again.predict(X), model.labels_)
    assert clone(model).get_params() == model.get_params()
    assert not hasattr(clone(model), "labels_")


def test_pipeline_grid_search_and_pandas_output():
    X = get_sample_blobs_data()
    pipeline = make_pipeline(StandardScaler(), MyKMeans(random_state=0))
    search = GridSearchCV(pipeline, {"mykmeans__n_clusters": [2, 3, 6]}).fit(X)
    theirs = GridSearchCV(
        make_pipeline(StandardScaler(), KMeans(init="random", random_state=0)),
        {"kmeans__n_clusters": [2, 3, 6]},
    ).fit(X)
    np.testing.assert_allclose(
        search.cv_results_["mean_test_score"], theirs.cv_results_["mean_test_score"], rtol=1e-10
    )
    frame = MyKMeans(3).set_output(transform="pandas").fit_transform(X)
    assert list(frame.columns) == ["mykmeans0", "mykmeans1", "mykmeans2"]


@pytest.mark.parametrize(
    ("arguments", "X", "message"),
    [
        ({"n_clusters": 0}, [[0.0]], "'n_clusters' parameter of MyKMeans must be an int"),
        ({"n_clusters": 2.5}, [[0.0]], "'n_clusters' parameter of MyKMeans must be an int"),
        ({"max_iter": 0}, [[0.0]], "'max_iter' parameter of MyKMeans must be an int"),
        ({"tol": -1}, [[0.0]], "'tol' parameter of MyKMeans must be a float"),
        ({"init": "kmeans++"}, [[0.0]], "'init' parameter of MyKMeans must be a str among"),
        ({"n_init": "many"}, [[0.0]], "'n_init' parameter of MyKMeans must be"),
        ({"n_clusters": 3}, [[0.0], [1.0]], "n_samples=2 should be >= n_clusters=3"),
        ({"n_clusters": 1}, [[np.nan]], "Input X contains NaN"),
        (
            {"n_clusters": 2, "init": [[0.0]]},
            [[0.0], [1.0]],
            r"initial centers \(1, 1\) does not "
            "match the number of clusters 2",
        ),
        (
            {"n_clusters": 1, "init": [[0.0, 1.0]]},
            [[0.0], [1.0]],
            r"initial centers \(1, 2\) does not "
            "match the number of features of the data 1",
        ),
    ],
)
@pytest.mark.parametrize("method", ["fit", "initialize"])
def test_bad_input_is_named(arguments, X, message, method):
    with pytest.raises(ValueError, match=message):
        getattr(MyKMeans(**arguments), method)(X)


def test_static_methods_name_bad_input_too():
    with pytest.raises(ValueError, match="init must be 'random', 'k-means..', .* got 'kmeans'"):
        MyKMeans.init_centroids([[0.0]], 1, 0, "kmeans")
    with pytest.raises(ValueError, match="n_samples=1 should be >= n_clusters=2"):
        MyKMeans.init_centroids([[0.0]], 2, 0, "random")
    for X in (np.array([[0.0], [np.nan]]), [[0.0], [np.nan]]):
        with pytest.raises(ValueError, match="Input contains NaN"):
            MyKMeans.init_centroids(X, 1, 0, "random")
        with pytest.raises(ValueError, match="Input contains NaN"):
            MyKMeans.assign_labels(X, [[0.0]])


@pytest.mark.parametrize("method", ["predict", "transform", "score", "recompute_centroids"])
def test_not_fitted(method):
    with pytest.raises(NotFittedError):
        getattr(MyKMeans(), method)([[0.0]])


def test_stepping_needs_the_same_points():
    model = MyKMeans(1, random_state=0).initialize([[0.0], [1.0]])
    with pytest.raises(ValueError, match="X must be what initialize got, 2 points, got 3"):
        model.recompute_centroids([[0.0], [1.0], [2.0]])


def test_warnings_are_those_of_sklearn():
    with pytest.warns(ConvergenceWarning, match=r"clusters \(1\) found smaller .* \(2\)"):
        MyKMeans(2).fit([[1.0], [1.0]])
    with pytest.warns(RuntimeWarning, match="performing only one init in MyKMeans"):
        MyKMeans(1, init=[[1.0]], n_init=5).fit([[1.0], [1.0]])
