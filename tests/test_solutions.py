"""The solved notebooks are the student notebooks with the package's own answers, all passed."""

import re

import nbformat
import pytest

import make_notebooks as tool
from tests.project import NOTEBOOKS

SOLVED = sorted(tool.SOLUTIONS.glob("*.ipynb"))


def exercises(notebook):
    return [cell for cell in notebook.cells if "exercise" in cell.metadata.get("tags", [])]


def test_every_notebook_with_exercises_is_solved():
    with_exercises = [
        path.name for path in NOTEBOOKS if exercises(nbformat.read(path, as_version=4))
    ]
    assert with_exercises == [path.name for path in SOLVED]


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_solution_is_made_from_the_text_and_the_package(path):
    made = tool.solve(tool.from_text(tool.SOURCES / f"{path.stem}.py"))
    stored = nbformat.read(path, as_version=4)
    assert [(c.id, c.source) for c in stored.cells] == [(c.id, c.source) for c in made.cells], (
        "run: make notebooks"
    )


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_every_exercise_is_passed(path):
    for cell in exercises(nbformat.read(path, as_version=4)):
        [card] = cell.outputs
        total = re.search(r": passed \((\d+) of (\d+) checks\)", card.data["text/plain"])
        assert total and total[1] == total[2], cell.source


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_student_notebook_differs_in_the_exercises_only(path):
    student = nbformat.read(tool.NOTEBOOKS / path.name, as_version=4)
    solved = nbformat.read(path, as_version=4)
    for theirs, ours in zip(student.cells, solved.cells, strict=True):
        if theirs.cell_type == "code" and "exercise" not in theirs.metadata.get("tags", []):
            assert tool.same_cell(theirs, ours), f"the reference stands in: {theirs.source}"


@pytest.mark.parametrize("path", SOLVED, ids=lambda path: path.stem)
def test_links_lead_out_of_the_folder(path):
    text = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    for target in re.findall(r"\]\((?!https?://|#)([^)\s]+)\)", text):
        assert (path.parent / target).exists(), target
