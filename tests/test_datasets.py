"""The two data sets are the ones that the series quotes figures for."""

import hashlib
import os
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score

from kmeans_lab import get_sample_blobs_data, load_mall_customers
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
    model = KMeans(init="k-means++", n_clusters=3, n_init="auto", max_iter=100,
                   random_state=42).fit(X)
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
    assert list(customers.columns) == ["CustomerID", "Gender", "Age", "Annual Income (k$)",
                                       "Spending Score (1-100)"]
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


@pytest.fixture(scope="module")
def wheel_folder(tmp_path_factory):
    """The wheel of this clone, unpacked where nothing else of the project lies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_table_travels_inside_the_wheel(wheel_folder, tmp_path):
    code = ("import kmeans_lab, pathlib; print(pathlib.Path(kmeans_lab.__file__).parents[1]);"
            "print(len(kmeans_lab.load_mall_customers()))")
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, text=True,
                         capture_output=True, env={**os.environ, "PYTHONPATH": str(wheel_folder)})
    assert run.stdout.split() == [str(wheel_folder), "200"]


def test_wheel_holds_the_package_and_nothing_else(wheel_folder):
    assert sorted(path.name for path in wheel_folder.glob("*") if path.suffix != ".dist-info") == [
        "kmeans_lab"]
