"""Links, badges and setup cells lead where pyproject.toml says, and nowhere before that."""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from place import PLACEHOLDER, Place, find_place, moved, moved_notebook, run_git, setup_cell
from retarget import retarget
from tests.project import ROOT, copy_project

HERE = Place("some/where", "1.2.3")
RELEASE = Place("some/where", "1.2.3", "0" * 64)
PLACES = (HERE, RELEASE, Place("an/other", "1.2.4", "f" * 64), PLACEHOLDER)
TEXT = f"""\
https://github.com/some/where#readme  https://github.com/some/where-else
https://github.com/some/where/blob/main/a.md  https://github.com/some/where/blob/mainly/a.md
https://colab.research.google.com/github/some/where/blob/main/notebooks/a.ipynb
https://codespaces.new/some/where/tree/main  some/where/blob/main
pip install "{HERE.address}"
"""


def test_a_release_is_a_tag_and_a_wheel_with_its_checksum():
    assert (HERE.ref, RELEASE.ref) == ("main", "v1.2.3")
    assert HERE.address == "https://github.com/some/where/archive/main.zip"
    assert RELEASE.address == (
        "https://github.com/some/where/releases/download/v1.2.3/"
        f"kmeans_lab-1.2.3-py3-none-any.whl#sha256={'0' * 64}"
    )


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.address)
def test_links_move_and_come_back(place):
    there = moved(TEXT, HERE, place)
    assert there.count(f"/{place.repository}/blob/{place.ref}/") == 2
    assert f"codespaces.new/{place.repository}/tree/{place.ref} " in there
    assert f'"{place.address}"' in there
    for left in ("/some/where-else\n", " some/where/blob/main\n"):
        assert left in there
    assert moved(there, place, HERE) == TEXT


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.address)
def test_setup_cell_installs_from_the_place_and_says_what(place):
    setup = setup_cell(place)
    assert f'    %pip install --quiet "{place.address}"\n' in setup
    assert ("release 1.2" in setup) == ("between two releases" not in setup) == bool(place.wheel)


def run_setup(place, pip="pass"):
    """Run a setup cell where kmeans_lab is missing, with `pip` in place of its installing."""
    exec(re.sub("%pip .*", pip, setup_cell(place)), {"modules": sys.modules})


@pytest.fixture
def no_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "kmeans_lab", None)  # cannot be imported


def test_setup_cell_has_the_last_word_after_pip(no_package, capsys):
    """pip ends with "you may need to restart the kernel", and its failure is no error."""
    with pytest.raises(ImportError):
        run_setup(HERE)
    assert "Installed" not in capsys.readouterr().out
    run_setup(HERE, "modules['kmeans_lab'] = 'installed'")
    assert capsys.readouterr().out.endswith("\nInstalled. You need not restart anything.\n")


def test_before_it_is_published_a_setup_cell_installs_nothing(no_package, capsys):
    unpublished = Place("some/where", published=False)
    setup = setup_cell(unpublished)
    assert "pip" not in setup and "http" not in setup and "some/where" not in setup
    with pytest.raises(ImportError):
        run_setup(unpublished)
    assert "make retarget REPO=owner/name" in capsys.readouterr().out


def test_a_notebook_is_moved_without_its_outputs_and_left_if_nothing_moves():
    path = ROOT / "notebooks" / "10_numpy_tips.ipynb"
    text, place = path.read_text(encoding="utf-8"), find_place()
    assert moved_notebook(text, place, place) == text
    there = moved_notebook(text, place, RELEASE)
    assert RELEASE.address in there
    before, after = (nbformat.reads(t, 4).cells for t in (text, there))
    assert [c.get("outputs") for c in before] == [c.get("outputs") for c in after]
    assert moved_notebook(there, RELEASE, place) == text


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A clone that has been published as a fork."""
    copy = copy_project(tmp_path_factory.mktemp("copy"))
    retarget("someone/my.fork.git", copy)
    return copy


def test_retarget_moves_every_link_and_nothing_else(copy):
    assert find_place(copy) == Place("someone/my.fork", find_place().version)
    links = re.compile(r"(?:github\.com|/github|codespaces\.new)/([\w.-]+/[\w.-]+)")
    names = ("README.md", "CITATION.cff", "LICENSE-text.md", "tools/handout/GUIDE.md")
    for path in [*(copy / name for name in names), *(copy / "notebooks").rglob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        assert "someone/my.fork" in text, path.name
        assert find_place().repository not in links.findall(text), path.name
    changed = run_git(copy, "diff", "--name-only").split()
    assert not [name for name in changed if name.startswith(("kmeans_lab", "tests", "data"))]
    readme = (copy / "README.md").read_text(encoding="utf-8")
    assert "git clone https://github.com/someone/my.fork kmeans-lab\ncd kmeans-lab\n" in readme


def test_retarget_changes_nothing_twice(copy):
    assert retarget("someone/my.fork", copy) == []
    run = subprocess.run(
        [sys.executable, "tools/retarget.py", "someone/my.fork"],
        cwd=copy,
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout == "Nothing to change: everything points at someone/my.fork already.\n"


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_retarget_without_a_repository_builds_no_environment(copy):
    run = subprocess.run(
        ["make", "retarget"],
        cwd=copy,
        capture_output=True,
        text=True,
        env={**os.environ, "REPO": "", "MAKEFLAGS": ""},
    )
    assert run.returncode and "Say where your fork is" in run.stderr
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize(
    "bad", ["", "name", ".git", "a/.git", "https://github.com/a/b", "a/b/c", "a b/c"]
)
def test_retarget_names_a_bad_repository(bad, tmp_path):
    with pytest.raises(ValueError, match="REPO must be owner/name"):
        retarget(bad, tmp_path)
