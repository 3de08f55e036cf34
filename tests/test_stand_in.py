"""MyKMeans could stand in wherever the first notebooks use scikit-learn's KMeans."""

import re

import nbformat
import pytest

import make_notebooks as tool
from tests.project import ROOT

STAND_IN = '''\
from kmeans_lab import MyKMeans


class KMeans(MyKMeans):
    """With scikit-learn's defaults, which differ in `init` and in what may go by position."""

    def __init__(self, n_clusters=8, *, init="k-means++", n_init="auto", max_iter=300, tol=1e-4,
                 random_state=None):
        super().__init__(n_clusters, max_iter, init, tol, random_state, n_init)
'''


def shown(notebook):
    """What a reader sees below every code cell, pictures left out."""
    return [
        [
            {**output.get("data", output), "image/png": None, "metadata": None}
            for output in cell.outputs
        ]
        for cell in notebook.cells
        if cell.cell_type == "code" and "nbval-ignore-output" not in cell.metadata.get("tags", [])
    ]


@pytest.mark.parametrize("name", ["01_kmeans_on_blobs", "02_choosing_k", "03_mall_customers"])
def test_every_output_stays_the_same(name):
    stored = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    notebook = tool.from_text(tool.SOURCES / f"{name}.py")
    replaced = 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source, n = re.subn(
                r"^from sklearn\.cluster import KMeans$", STAND_IN, cell.source, flags=re.M
            )
            replaced += n
    assert replaced, "the notebook imports scikit-learn's KMeans"
    tool.execute(notebook)
    assert not any("sklearn.cluster import" in cell.source for cell in notebook.cells)
    assert shown(notebook) == shown(stored)
