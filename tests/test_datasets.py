"""The data sets are the ones that the series quotes figures for."""

import hashlib
import re

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

from kmeans_lab import get_sample_blobs_data, load_mall_customers
from kmeans_lab.datasets import get_unknown_data
from tests.project import ROOT

CSV = ROOT / "data" / "Mall_Customers.csv"


def test_blobs_are_scaled_points():
    X = get_sample_blobs_data()
    assert X.shape == (200, 2) and X.dtype == np.float64
    np.testing.assert_allclose(X.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(X.std(axis=0), 1)


def test_blobs_hand_back_labels_and_scaler_on_request():
    X, y, scaler = get_sample_blobs_data(return_labels=True, return_scaler=True)
    np.testing.assert_array_equal(np.bincount(y), [67, 67, 66])
    np.testing.assert_allclose(scaler.transform(scaler.inverse_transform(X)), X)
    _, only_labels = get_sample_blobs_data(return_labels=True)
    np.testing.assert_array_equal(only_labels, y)
    _, only_scaler = get_sample_blobs_data(return_scaler=True)
    np.testing.assert_array_equal(only_scaler.mean_, scaler.mean_)


def test_blobs_give_the_figures_of_the_lab():
    X, y = get_sample_blobs_data(return_labels=True)
    model = KMeans(
        init="k-means++", n_clusters=3, n_init="auto", max_iter=100, random_state=42
    ).fit(X)
    assert model.inertia_ == pytest.approx(74.579601, abs=5e-7)
    assert model.n_iter_ == 6
    assert adjusted_rand_score(y, model.labels_) == pytest.approx(0.955, abs=5e-4)


def test_every_call_gives_a_fresh_array():
    get_sample_blobs_data()[:] = 0
    assert get_sample_blobs_data().any()


def test_table_is_the_file_that_the_readme_describes():
    digest = hashlib.sha256(CSV.read_bytes()).hexdigest()
    assert digest == "194975e1f84d29ee7a99ca72bc14dcd55af355384f35171ef7e9e053ac7f6612"
    assert digest in (ROOT / "data" / "README.md").read_text(encoding="utf-8")


def test_table_has_the_facts_of_the_readme():
    customers = load_mall_customers()
    assert list(customers.columns) == [
        "CustomerID",
        "Gender",
        "Age",
        "Annual Income (k$)",
        "Spending Score (1-100)",
    ]
    assert len(customers) == 200
    assert customers["CustomerID"].tolist() == list(range(1, 201))
    assert customers["Gender"].value_counts().to_dict() == {"Female": 112, "Male": 88}
    assert (customers["Age"].min(), customers["Age"].max()) == (18, 70)
    income, score = customers["Annual Income (k$)"], customers["Spending Score (1-100)"]
    assert (income.min(), income.max(), score.min(), score.max()) == (15, 137, 1, 99)
    assert income.mean() == pytest.approx(60.56) and score.mean() == pytest.approx(50.20)
    assert income.std() == pytest.approx(26.264721, abs=5e-7)
    assert score.std() == pytest.approx(25.823522, abs=5e-7)
    X = customers[["Annual Income (k$)", "Spending Score (1-100)"]].to_numpy()
    assert KMeans(1).fit(X).inertia_ == pytest.approx(269981.28)
    best = KMeans(5, n_init=10, random_state=0).fit(X).inertia_
    assert best == pytest.approx(44448.45544793)


def fit_labels(X, k):
    return KMeans(k, n_init=10, random_state=0).fit_predict(X)


def test_unknown_a_has_groups_that_k_means_finds_only_when_scaled():
    table, y = get_unknown_data("A", return_labels=True)
    assert table.shape == (400, 3) and y.shape == (400,)
    assert (table > 0).all(axis=None)
    assert (np.diff(y) != 0).sum() > 200, "the order of the rows must not give the groups away"
    scaled = StandardScaler().fit_transform(table)
    assert adjusted_rand_score(y, fit_labels(scaled, 4)) > 0.99
    assert adjusted_rand_score(y, fit_labels(table, 4)) < 0.5


def test_unknown_b_is_one_cloud():
    table, y = get_unknown_data("B", return_labels=True)
    assert table.shape == (400, 3) and (table > 0).all(axis=None)
    assert not y.any() and y.shape == (400,)
    scaled = StandardScaler().fit_transform(table)
    bic = [
        GaussianMixture(k, n_init=3, random_state=0).fit(scaled).bic(scaled) for k in range(1, 7)
    ]
    assert np.argmin(bic) == 0


def test_unknown_data_are_the_same_in_every_call():
    for name in "AB":
        assert get_unknown_data(name).equals(get_unknown_data(name, return_labels=True)[0])


@pytest.mark.parametrize("name", ["C", "a", None, 1, []])
def test_an_unknown_name_is_refused(name):
    with pytest.raises(ValueError, match=re.escape(f'name must be "A" or "B", got {name!r}.')):
        get_unknown_data(name)
