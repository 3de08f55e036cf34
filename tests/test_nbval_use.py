"""What nbval does for us: strict and lax runs, and what is kept of a red notebook."""

import re
import shutil
import subprocess

import nbformat
import pytest

import nbval_use as tool
from tests.project import ROOT

SOURCES = ["x = 1\nprint(x)", "x / 0", "print('<b>')", "x + 1"]
STRICT = {"PYTEST_ADDOPTS": ""}  # these tests are strict in a lax run, too


@pytest.fixture
def stored(tmp_path):
    """A notebook, half of whose stored outputs are wrong, and where it is kept."""
    cells = [nbformat.v4.new_code_cell(source, execution_count=1) for source in SOURCES]
    for cell, text in zip(cells, ("2\n", "", "<b>\n")):
        cell.outputs = [nbformat.v4.new_output("stream", text=text)] if text else []
    cells[3].outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "3"})]
    path = tmp_path / "book.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    kept = tool.RED / f"{tmp_path.name}-book.ipynb"
    yield path, kept
    kept.unlink(missing_ok=True)
    kept.with_suffix(".diff").unlink(missing_ok=True)


def test_a_notebook_is_kept_as_it_ran_with_what_differs_while_it_is_red(stored):
    path, kept = stored
    run = tool.run_nbval(path, path.parent, **STRICT)
    assert "3 failed, 1 passed" in run.stdout and f"differs: {tool.RED}" in run.stdout
    cells = nbformat.read(kept, as_version=4).cells
    assert [cell.source for cell in cells] == SOURCES
    assert cells[0].outputs[0].text == "1\n" and cells[1].outputs[0].ename == "ZeroDivisionError"
    assert cells[3].outputs[0].data["text/plain"] == "2"
    assert kept.with_suffix(".diff").read_text(encoding="utf-8").splitlines() == [
        "book.ipynb, Cell 0, which begins with 'x = 1'",
        *("--- stored", "+++ as it ran", "@@ -1 +1 @@", "-2", "+1"),
        "book.ipynb, Cell 1, which begins with 'x / 0'",
        *("--- stored", "+++ as it ran", "@@ -0,0 +1 @@", "+ZeroDivisionError: division by zero"),
        "book.ipynb, Cell 3, which begins with 'x + 1'",
        *("--- stored", "+++ as it ran", "@@ -1,2 +1,2 @@", " text/plain", "-3", "+2"),
    ]
    book = nbformat.read(path, as_version=4)
    book.cells = book.cells[2:3]
    nbformat.write(book, path)
    assert tool.run_nbval(path, path.parent, **STRICT).returncode == 0
    assert not kept.exists() and not kept.with_suffix(".diff").exists()


def test_lax_runs_every_cell_and_compares_nothing(stored):
    path, kept = stored
    run = tool.run_nbval(path, path.parent, PYTEST_ADDOPTS="--nbval-lax")
    assert "1 failed, 3 passed" in run.stdout
    assert "ZeroDivisionError" in kept.with_suffix(".diff").read_text(encoding="utf-8")


def test_nbval_is_used_here_alone():
    """But for its tag, the options in pyproject.toml, and prose."""
    for path in [*ROOT.glob("*.py"), *ROOT.glob("tools/*.py"), *ROOT.glob("tests/**/*.py")]:
        if path.stem not in ("nbval_use", "test_nbval_use"):
            code = path.read_text(encoding="utf-8")
            assert not re.search(r"--nbval|import nbval\n|from nbval[ .]", code), path


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_make_has_a_word_for_lax():
    command = ["make", "--dry-run", "test", "LAX=1", "ARGS=-x"]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert "PYTEST_ADDOPTS=--nbval-lax .venv/bin/python -m pytest -x\n" in run.stdout
