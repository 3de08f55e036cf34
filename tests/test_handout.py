"""`make handout`: what students get is complete, runs, and gives nothing away."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import nbformat
import pytest
import yaml

import make_handout as tool
import make_notebooks
from kmeans_lab.exercises import COURSE, solution_source
from nbval_use import run_nbval
from place import find_place
from tests.project import NOTEBOOKS, ROOT


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    path = tmp_path_factory.mktemp("handout") / "new" / "handout.zip"
    tool.pack(path)
    return path


@pytest.fixture(scope="module")
def unpacked(packed):
    zipfile.ZipFile(packed).extractall(packed.parent)
    return packed.parent / tool.FOLDER


def texts(folder):
    """Every text in the handout: of a notebook, its cells and the text they show."""
    for path in sorted(folder.rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            cells = nbformat.reads(text, 4).cells
            shown = [
                str(output.get("text", output.get("data", {}).get("text/plain", "")))
                for cell in cells
                for output in cell.get("outputs", [])
            ]
            text = "\n".join([cell.source for cell in cells] + shown)
        yield path, text


def test_it_holds_guide_notebooks_and_data_and_nothing_else(packed):
    names = zipfile.ZipFile(packed).namelist()
    assert names == sorted(names)
    inside = {str(PurePosixPath(name).relative_to(tool.FOLDER)) for name in names}
    assert inside == {
        "GUIDE.md",
        "environment.yml",
        "data/Mall_Customers.csv",
        "data/README.md",
        *(f"notebooks/{path.name}" for path in NOTEBOOKS),
    }


def test_it_holds_only_the_notebooks_that_are_asked_for(tmp_path):
    names = tool.pack(tmp_path / "some.zip", only=["0", "04"])
    assert [name for name in names if name.startswith("notebooks/")] == [
        "notebooks/00_start_here.ipynb",
        "notebooks/04_kmeans_from_scratch.ipynb",
    ]
    assert set(tool.files()) - set(names) == {
        f"notebooks/{path.name}" for path in NOTEBOOKS if path.name[:2] not in ("00", "04")
    }
    with pytest.raises(SystemExit, match="There is no notebook 77"):
        tool.pack(tmp_path / "none.zip", only=["77"])
    assert not (tmp_path / "none.zip").exists()


def test_the_files_are_those_of_the_repository(unpacked):
    for path in NOTEBOOKS:
        assert (unpacked / "notebooks" / path.name).read_bytes() == path.read_bytes()


def test_the_same_files_make_the_same_bytes(packed, tmp_path):
    copy = tmp_path / "clone"
    for path in reversed(tool.files().values()):
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        target.chmod(0o600)
    (copy / "data" / ".DS_Store").write_bytes(b"of somebody's Mac")
    tool.pack(tmp_path / "again.zip", copy)
    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def body(source):
    """The lines of an answer that are not in the question: no signature, no docstring."""
    code = re.sub(r'""".*?"""', "", source, flags=re.S)
    lines = [" ".join(line.split()) for line in code.splitlines()]
    return [line for line in lines if line and not line.startswith(("def ", "class ", "@"))]


def test_there_is_no_solution_in_it(unpacked):
    answers = {name: body(solution_source(name)) for name in COURSE.exercises}
    assert all(answers.values())
    for path, text in texts(unpacked):
        lines = {" ".join(line.split()) for line in text.splitlines()}
        for name, answer in answers.items():
            assert not lines >= set(answer), f"{path.name} holds the answer to {name}"


def test_the_search_for_solutions_finds_one():
    answer = body(solution_source("inertia"))
    solved = nbformat.read(make_notebooks.SOLUTIONS / "01_kmeans_on_blobs.ipynb", 4)
    lines = {" ".join(line.split()) for cell in solved.cells for line in cell.source.splitlines()}
    assert lines >= set(answer)


def test_every_exercise_is_still_to_be_done(unpacked):
    for path in (unpacked / "notebooks").glob("*.ipynb"):
        for cell in nbformat.read(path, 4).cells:
            if "exercise" in cell.metadata.get("tags", []):
                assert re.search(r"^ +\.\.\.$", cell.source, re.M), path.name
                assert "not attempted yet" in json.dumps(cell.outputs), path.name


def test_links_stay_inside_or_lead_to_the_web(unpacked):
    found = 0
    for path, text in texts(unpacked):
        for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)\s]+)\)", text):
            linked = (path.parent / target.split("#")[0]).resolve()
            assert linked.is_relative_to(unpacked.resolve()) and linked.exists(), (path, target)
            found += 1
    assert found > 20


def test_the_guide_fits_a_page_and_its_addresses_are_ours():
    guide = (ROOT / "tools" / "handout" / "GUIDE.md").read_text(encoding="utf-8")
    lines, place = guide.splitlines(), find_place()
    assert len(lines) <= 60 and all(len(line) <= 120 for line in lines if "://" not in line)
    named = re.findall(r"github(?:\.com)?/([\w.-]+/[\w.-]+)", guide)
    assert len(named) >= 2 and set(named) == {place.repository}
    environment = yaml.safe_load((ROOT / "tools" / "handout" / "environment.yml").read_text())
    [package] = environment["dependencies"][-1]["pip"]
    assert package in guide and package.endswith(f" @ {place.address}")
    assert environment["dependencies"][0] in (ROOT / "environment.yml").read_text()


def test_a_notebook_of_it_runs_where_the_package_is_installed(unpacked):
    result = run_nbval("notebooks/10_numpy_tips.ipynb", unpacked)
    assert result.returncode == 0, result.stdout[-3000:]


def test_make_handout_says_what_is_in_it():
    run = subprocess.run(
        [sys.executable, "tools/make_handout.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if not find_place().published:
        assert run.returncode and "make retarget REPO=owner/name" in run.stderr
        return
    *names, last = run.stdout.splitlines()
    assert names == list(tool.files())
    target = Path(last.split(":")[0])
    assert target.as_posix() == "build/handout/kmeans-lab-handout.zip"
    ignored = subprocess.run(["git", "check-ignore", "-q", target], cwd=ROOT)
    assert (ROOT / target).exists() and ignored.returncode == 0
