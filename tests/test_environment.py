"""The versions are decided in pyproject.toml; environment.yml must say the same."""

import re

import pytest
import yaml
from packaging.requirements import Requirement

from tests.project import ROOT, pyproject


def requirements(lines):
    """Map each package to its range, our own extras left out."""
    parsed = [Requirement(line) for line in lines]
    return {r.name.lower(): r.specifier for r in parsed if r.name != "kmeans-lab"}


@pytest.fixture(scope="module")
def conda():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def installed_by_pip(conda):
    return next(line["pip"] for line in conda["dependencies"] if isinstance(line, dict))


def test_conda_lists_the_same_packages_in_the_same_ranges(conda, installed_by_pip):
    project = pyproject()["project"]
    extras = project["optional-dependencies"].values()
    expected = requirements(project["dependencies"] + [line for extra in extras for line in extra])
    listed = requirements(line for line in conda["dependencies"] if isinstance(line, str))
    listed |= requirements(line for line in installed_by_pip if not line.startswith("--"))
    assert listed.pop("python").contains("3.10") and listed.pop("pip") == ""
    assert listed == expected


def test_conda_installs_the_package_itself_with_pip(installed_by_pip):
    assert "--editable ." in installed_by_pip


def test_python_range_is_the_same_everywhere(conda):
    project = pyproject()["project"]
    python = Requirement(next(line for line in conda["dependencies"] if line.startswith("python")))
    supported = [c.rsplit(" ", 1)[1] for c in project["classifiers"] if re.search(r":: 3\.", c)]
    assert supported == ["3.10", "3.11", "3.12", "3.13"]
    assert all(python.specifier.contains(v) for v in supported)
    assert project["requires-python"] == f">={supported[0]}"
    matrix = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    assert f"python: {supported}".replace("'", '"') in matrix


def test_core_dependencies_stay_light():
    """A student on Colab waits for these three only: it has the others."""
    names = set(requirements(pyproject()["project"]["dependencies"]))
    on_colab = {
        "numpy",
        "pandas",
        "matplotlib",
        "scikit-learn",
        "scipy",
        "joblib",
        "threadpoolctl",
        "rich",
    }
    assert names - on_colab == {"kneed", "perfplot", "anywidget"}
