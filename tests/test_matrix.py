"""The matrix of versions is what pyproject.toml, Colab and the weekly workflow say."""

import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml
from packaging.requirements import Requirement

import colab
import matrix
from tests.project import ROOT, pyproject

WEEKLY = yaml.safe_load((ROOT / ".github/workflows/matrix.yml").read_text(encoding="utf-8"))[
    "jobs"
]


def versions(pins):
    return dict(pin.split("==") for pin in pins)


def test_the_oldest_stack_is_the_lower_bound_of_every_range():
    pins = versions(matrix.STACKS["oldest"].pins)
    project = pyproject()["project"]
    needs = project["dependencies"] + project["optional-dependencies"]["scale"]
    assert set(pins) == {Requirement(need).name for need in needs}
    assert all(
        Requirement(need).specifier.contains(pins[Requirement(need).name]) for need in needs
    )
    assert all(f">={pins[Requirement(need).name]}" in need for need in needs)


@pytest.mark.parametrize("name", matrix.COLAB)
def test_colab_versions_are_allowed_and_a_student_waits_for_two_packages_only(name):
    project, had = pyproject()["project"], matrix.COLAB[name]
    needs = map(Requirement, project["dependencies"])
    allowed = {need.name: need.specifier for need in needs}
    pins = versions(had["packages"])
    assert set(allowed) - set(pins) == {"kneed", "perfplot"} <= set(colab.MISSING)
    assert all(allowed[name].contains(pins[name]) for name in set(pins) & set(allowed))
    stack = matrix.STACKS[name]
    assert stack.python == had["python"] and f"Python :: {had['python']}" in str(project)
    assert set(pins) - set(versions(stack.pins)) == {"ipykernel", "notebook"}


def test_the_sets_of_colab_are_dated_the_newest_first():
    dates = [had["date"] for had in matrix.COLAB.values()]
    assert len(dates) == 2 and dates == sorted(dates, reverse=True)
    assert all(re.fullmatch("[0-9a-f]{7}", had["commit"]) for had in matrix.COLAB.values())


def test_the_weekly_workflow_runs_every_stack_on_its_python():
    listed = WEEKLY["matrix"]["strategy"]["matrix"]["include"]
    assert {job["stack"]: job["python"] for job in listed} == {
        name: stack.python for name, stack in matrix.STACKS.items()
    }
    alone = WEEKLY["alone-on-colab"]["strategy"]["matrix"]["include"]
    assert {job["stack"]: job["python"] for job in alone} == {
        name: had["python"] for name, had in matrix.COLAB.items()
    }


def test_every_supported_python_is_in_the_matrix():
    lines = pyproject()["project"]["classifiers"]
    supported = {line.rsplit(" ", 1)[1] for line in lines if re.search(r":: 3\.\d", line)}
    assert {stack.python for stack in matrix.STACKS.values()} == supported


def test_whatever_runs_notebooks_keeps_those_that_are_red():
    test = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))
    for name, job in {**WEEKLY, **test["jobs"]}.items():
        kept = [step for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
        assert [(step["if"], step["with"]["path"]) for step in kept] == [
            ("failure()", "build/red/")
        ], name
        assert kept[0]["with"]["if-no-files-found"] == "ignore"


def test_prereleases_may_fail_and_are_asked_for_by_name():
    job = WEEKLY["prereleases"]
    assert job["continue-on-error"] is True and job["permissions"]["issues"] == "write"
    assert matrix.PRERELEASES["prereleases"].pip == ("--pre",)
    assert "prereleases" not in matrix.STACKS
    assert "tools/matrix.py prereleases" in str(job["steps"])


GH = f"""#!{sys.executable}
import os, pathlib, sys
if sys.argv[2] == "list":
    print(os.environ["OPEN"])
else:
    body = pathlib.Path(sys.argv[sys.argv.index("--body-file") + 1]).read_text()
    pathlib.Path("said").write_text(" ".join(sys.argv[1:]) + "\\n" + body)
"""


@pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("number, does", [("", "issue create --title"), ("12", "issue edit 12 ")])
def test_prereleases_open_one_issue_with_the_failing_cells(tmp_path, number, does):
    """The step of the workflow, with a `gh` that writes down what it is asked."""
    [step] = [step for step in WEEKLY["prereleases"]["steps"] if "gh issue" in step.get("run", "")]
    assert step["if"] == "failure()"
    gh = tmp_path / "gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    (tmp_path / "build" / "red").mkdir(parents=True)
    (tmp_path / "build" / "red" / "notebooks-01.diff").write_text("Cell 7\n-2\n+1\n" * 9000)
    (tmp_path / "build" / "prereleases.txt").write_text("1 failed, 2 passed\n")
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "OPEN": number}
    run = "https://github.com/a/b/actions/runs/1"
    command = ["bash", "-e", "-c", step["run"]]
    subprocess.run(command, cwd=tmp_path, check=True, env={**environment, "RUN": run})
    said = (tmp_path / "said").read_text()
    assert said.startswith(does) and run in said and "1 failed, 2 passed" in said
    assert "Cell 7\n-2\n+1\n" in said and len(said) < 65_536


def test_a_python_that_is_missing_is_named():
    with pytest.raises(SystemExit, match=re.escape("python3.99 is not on the PATH")):
        matrix.find_python("3.99")
