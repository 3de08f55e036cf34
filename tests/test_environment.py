"""The versions are decided in pyproject.toml; environment.yml must say the same."""

import json
import re
import shutil
import subprocess

import pytest
import yaml
from packaging.requirements import Requirement

from tests.project import ROOT, copy_project, pyproject


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
    assert supported == ["3.10", "3.11", "3.12", "3.13", "3.14"]
    assert all(python.specifier.contains(v) for v in supported)
    assert project["requires-python"] == f">={supported[0]}"
    matrix = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    assert f"python: {supported}".replace("'", '"') in matrix


def test_uv_is_given_extras_that_exist_and_its_lock_stays_out_of_git():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    extras = dict(re.findall(r"uv run --extra (\w+) (\w+)", readme))
    assert extras == {"notebook": "jupyter", "dev": "pytest"}
    assert set(extras) <= set(pyproject()["project"]["optional-dependencies"])
    assert subprocess.run(["git", "check-ignore", "-q", "uv.lock"], cwd=ROOT).returncode == 0


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_codespaces_builds_the_environment_that_make_builds(tmp_path):
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container, copy = json.loads(text), copy_project(tmp_path)
    python = container["image"].rsplit(":", 1)[1]
    assert f"Programming Language :: Python :: {python}" in pyproject()["project"]["classifiers"]
    make, target = container["postCreateCommand"].split()
    run = subprocess.run(
        [make, "-n", target], cwd=copy, check=True, capture_output=True, text=True
    )
    assert '.venv/bin/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"' in (
        run.stdout
    )
    editor = container["customizations"]["vscode"]["settings"]
    assert editor["python.defaultInterpreterPath"].endswith("/.venv/bin/python")
    assert all(
        (ROOT / name).exists() for name in container["customizations"]["codespaces"]["openFiles"]
    )
