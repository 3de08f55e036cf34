"""A release is what is committed, and what its checksum says; after it, all leads to `main`."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import nbformat
import pytest

import release as tool
from place import find_place, run_git, setup_cell
from retarget import retarget
from tests.project import commit, copy_project

MINOR, PATCH = "0.77.0", "0.77.1"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    copy = copy_project(tmp_path_factory.mktemp("copy"))
    retarget("someone/fork", copy)
    commit(copy, "Published")
    return copy


@pytest.fixture(scope="module")
def released(published):
    """The clone after `make release`, committed and tagged; and its wheel."""
    wheel = tool.release(MINOR, published)
    commit(published, f"Release {MINOR}")
    run_git(published, "tag", f"v{MINOR}")
    return published, wheel


def test_version_changes_and_citation_are_those_of_the_release(released):
    copy, _ = released
    changes = (copy / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## Unreleased\n\n## {MINOR} - {date.today()}\n\n#" in changes
    assert f"\nversion: {MINOR}\n" in (copy / "CITATION.cff").read_text(encoding="utf-8")
    assert find_place(copy).version == MINOR


def test_notebooks_and_handout_name_the_wheel_and_its_checksum(released):
    copy, wheel = released
    place = find_place(copy)
    assert place.wheel == tool.checksum(wheel) and wheel.name in place.address
    for name in ("tools/handout/GUIDE.md", "tools/handout/environment.yml"):
        assert place.address in (copy / name).read_text(encoding="utf-8")
    notebooks = [*(copy / "notebooks").rglob("*.ipynb")]
    assert len(notebooks) > 15
    for path in notebooks:
        cells = nbformat.read(path, as_version=4).cells
        [setup] = [cell for cell in cells if "setup" in cell.metadata.get("tags", [])]
        assert setup.source == setup_cell(place), path


def test_text_notebooks_papers_and_handout_of_a_release_agree(released):
    copy, _ = released
    files = ["tests/test_notebooks.py", "tests/test_papers.py", "tests/test_handout.py"]
    chosen = "text or badge or readme or citation or addresses or make_handout"
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *files]
    run = subprocess.run([*command, "-k", chosen], cwd=copy, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-3000:]


def test_nothing_in_a_release_leads_to_main(released):
    copy, _ = released
    found = run_git(copy, "grep", "--name-only", "-E", "fork/(blob|tree)/main|archive/main.zip")
    assert [name for name in found.split() if name.endswith((".md", ".ipynb", ".yml"))] == []


def test_a_release_changes_no_output(released):
    copy, _ = released
    for name in run_git(copy, "ls-files", "notebooks/*.ipynb").split():
        before = tool.compared_outputs(run_git(copy, "show", f"HEAD~:{name}"))
        assert before == tool.compared_outputs((copy / name).read_text(encoding="utf-8"))


def test_the_files_of_the_release_make_its_wheel_again(released, tmp_path):
    copy, wheel = released
    run_git(copy, "clone", "--quiet", str(copy), str(tmp_path / "clone"))
    again = tool.build_wheel(tmp_path / "dist", tmp_path / "clone")
    assert again != wheel and again.read_bytes() == wheel.read_bytes()


def install(address, folder):
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index"]
    return subprocess.run(
        [*command, "--target", str(folder), address], capture_output=True, text=True
    )


def test_pip_takes_the_wheel_and_refuses_another_one(released, tmp_path):
    pytest.importorskip("pip")  # uv makes environments without it
    _, wheel = released
    address = f"{wheel.as_uri()}#sha256={tool.checksum(wheel)}"
    run = install(address, tmp_path / "taken")
    assert run.returncode == 0 and (tmp_path / "taken" / "kmeans_lab").exists(), run.stderr
    other = tmp_path / wheel.name
    other.write_bytes(wheel.read_bytes() + b"\0")
    run = install(address.replace(wheel.as_uri(), other.as_uri()), tmp_path / "refused")
    assert run.returncode and "DO NOT MATCH THE HASHES" in run.stderr
    assert not (tmp_path / "refused").exists()


def refused(words, version, copy):
    with pytest.raises(tool.Refusal, match=words):
        tool.release(version, copy)
    assert not run_git(copy, "diff", "--name-only"), "a refusal changes nothing"


def test_a_version_must_follow(released):
    copy, _ = released
    for version in ("1.0", "v1.0.0", "main", "1.0.0rc1"):
        refused("VERSION must be three numbers", version, copy)
    for version in (MINOR, "0.76.9"):
        refused(f"VERSION must be above {MINOR}", version, copy)


def test_what_is_not_ready_is_refused(released, tmp_path):
    copy, _ = released
    refused("CHANGELOG.md has nothing under Unreleased", "0.78.0", copy)
    (copy / "new.txt").touch()
    refused("commit first", "0.78.0", copy)
    (copy / "new.txt").unlink()
    text = (copy / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(text.replace("published = true", "published = false"))
    with pytest.raises(tool.Refusal, match="make retarget REPO=owner/name"):
        tool.release("0.78.0", tmp_path)


def test_after_it_all_leads_to_main_again_and_results_wait_for_a_minor_release(released):
    copy, _ = released
    tool.back_to_main(copy)
    assert find_place(copy) == replace(find_place(copy), wheel="", version=MINOR)
    back = run_git(copy, "diff", "--name-only", "HEAD~").split()
    assert back == ["CHANGELOG.md", "CITATION.cff", "pyproject.toml"]
    changes = copy / "CHANGELOG.md"
    text = changes.read_text(encoding="utf-8")
    changes.write_text(text.replace("## Unreleased\n", "## Unreleased\n\n- A word.\n"))
    path = copy / "notebooks" / "00_start_here.ipynb"
    stored = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'"20\\n"', '"21\\\\n"', stored), encoding="utf-8")
    commit(copy, "Another result")
    refused("00_start_here.ipynb shows other results than in 0.77.0", PATCH, copy)
    path.write_text(stored, encoding="utf-8")
    commit(copy, "As before")
    assert tool.release(PATCH, copy).name == f"kmeans_lab-{PATCH}-py3-none-any.whl"
