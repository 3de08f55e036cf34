"""The matrix of versions is what pyproject.toml and the weekly workflow say."""

import re

import pytest
import yaml
from packaging.requirements import Requirement

import matrix
from tests.project import ROOT, pyproject


def test_the_oldest_stack_is_the_lower_bound_of_every_range():
    pins = dict(pin.split("==") for pin in matrix.STACKS["oldest"].pins)
    project = pyproject()["project"]
    needs = project["dependencies"] + project["optional-dependencies"]["scale"]
    assert set(pins) == {Requirement(need).name for need in needs}
    assert all(
        Requirement(need).specifier.contains(pins[Requirement(need).name]) for need in needs
    )
    assert all(f">={pins[Requirement(need).name]}" in need for need in needs)


def test_colab_versions_are_allowed():
    allowed = {
        r.name: r.specifier for r in map(Requirement, pyproject()["project"]["dependencies"])
    }
    pins = dict(pin.split("==") for pin in matrix.COLAB)
    assert {"numpy", "pandas", "scikit-learn", "matplotlib"} <= set(pins)
    assert all(allowed[name].contains(pins[name]) for name in set(pins) & set(allowed))


def test_the_weekly_workflow_runs_every_stack_on_its_python():
    workflow = yaml.safe_load((ROOT / ".github/workflows/matrix.yml").read_text(encoding="utf-8"))
    listed = workflow["jobs"]["matrix"]["strategy"]["matrix"]["include"]
    assert {job["stack"]: job["python"] for job in listed} == {
        name: stack.python for name, stack in matrix.STACKS.items()
    }


def test_a_python_that_is_missing_is_named():
    with pytest.raises(SystemExit, match=re.escape("python3.99 is not on the PATH")):
        matrix.find_python("3.99")
