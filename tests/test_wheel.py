"""The wheel is enough: no clone is needed to run a notebook."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from kmeans_lab.player import Step, StepPlayer
from nbval_use import run_nbval
from tests.project import ROOT


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
    code = (
        "import kmeans_lab, pathlib; print(pathlib.Path(kmeans_lab.__file__).parents[1]);"
        "print(len(kmeans_lab.load_mall_customers()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        check=True,
        text=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(wheel_folder)},
    )
    assert run.stdout.split() == [str(wheel_folder), "200"]


def test_wheel_holds_the_package_and_nothing_else(wheel_folder):
    assert [path.name for path in wheel_folder.glob("*") if path.suffix != ".dist-info"] == [
        "kmeans_lab"
    ]


def test_a_notebook_runs_alone_in_another_folder(wheel_folder, tmp_path):
    shutil.copy(ROOT / "notebooks" / "03_mall_customers.ipynb", tmp_path)
    result = run_nbval(tmp_path, tmp_path, PYTHONPATH=str(wheel_folder))
    assert result.returncode == 0, result.stdout[-3000:]


def test_the_wheel_makes_the_same_page(wheel_folder, tmp_path):
    code = (
        "from kmeans_lab.player import StepPlayer, Step; import sys; sys.stdout.write("
        "StepPlayer([[0.0, 1.0], [2.0, 3.0]], [Step('a', [[1, 2]], [0, 0])])._repr_html_())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        check=True,
        text=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(wheel_folder)},
    )
    here = StepPlayer([[0.0, 1.0], [2.0, 3.0]], [Step("a", [[1, 2]], [0, 0])])
    assert run.stdout == here._repr_html_()
