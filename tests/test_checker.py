"""The engine serves any course and knows nothing of K-Means: a line through points will do."""

import ast
import csv
import re
import subprocess
import sys

import nbformat
import numpy as np
import pytest

from kmeans_lab.exercises import COURSE as K_MEANS
from tests import slope_course
from tests.project import ROOT
from tests.slope_course import COURSE, DRAW_PAIR, DRAWS, PAIRS, SLOPE, check

CHECKER = sorted((ROOT / "kmeans_lab" / "checker").glob("*.py"))
FOREIGN = re.compile(r"centroid|cluster|label|k-?means\+\+|mykmeans|\bks\b|\bWCSS\b", re.I)


@pytest.mark.parametrize("path", CHECKER, ids=lambda path: path.stem)
def test_checker_says_nothing_of_k_means(path):
    text = path.read_text(encoding="utf-8")
    names = re.compile(rf"\b({'|'.join(K_MEANS.exercises)})\b")
    found = [line for line in text.splitlines() if FOREIGN.search(line) or names.search(line)]
    assert not found


@pytest.mark.parametrize("path", CHECKER, ids=lambda path: path.stem)
def test_checker_imports_nothing_of_the_package_around_it(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level <= 1 and "kmeans_lab" not in (node.module or ""), node.lineno
        if isinstance(node, ast.Import):
            assert "kmeans_lab" not in [alias.name.split(".")[0] for alias in node.names]


@pytest.mark.parametrize(
    ("exercise", "known"),
    [
        *((SLOPE, known) for known in SLOPE.misconceptions),
        *((DRAW_PAIR, known) for known in (*DRAWS.misconceptions, *PAIRS.misconceptions)),
    ],
    ids=lambda value: getattr(value, "key", getattr(value, "name", "")),
)
def test_another_course_gives_its_own_hints(exercise, known):
    result = COURSE.feedback(exercise.name, known.answer)
    assert (result.state, result.key) == ("wrong", known.key)
    assert result.message.startswith(known.hint)


def test_another_course_has_check_hint_and_solution(capsys):
    def slope(x, y):
        return np.polyfit(x, y, 1)[0]

    def draw_pair(n, rng): ...

    assert check(slope) is slope
    assert check(draw_pair) is slope_course.draw_pair
    slope_course.hint("slope")
    slope_course.solution("slope")
    shown = capsys.readouterr().out
    assert "✓ slope: passed (3 of 3 checks)" in shown
    assert "○ draw_pair: not attempted yet" in shown
    assert "slope: hint 1 of 2" in shown
    assert "def slope(x, y):" in shown


def test_another_course_has_its_own_words_and_exercises():
    assert list(COURSE.exercises) == ["slope", "draw_pair"]
    assert COURSE.feedback("slope", lambda x, y: next(iter(""))).message.startswith("It ends")
    with pytest.raises(ValueError, match="There are: slope, draw_pair"):
        COURSE.feedback("inertia", lambda x: x)


def test_every_hint_of_a_course_can_be_listed():
    hints = COURSE.all_hints()
    assert "The same point can come twice." in hints["draw_pair"]
    assert "Not every pair comes as often as the others." in hints["draw_pair"]
    assert "You always take the first two points: draw." in hints["draw_pair"]
    assert "It is wrong for integers only." in hints[""]
    assert any(hint.startswith("There is no module of this name") for hint in hints[""])


def test_another_course_is_graded(tmp_path):
    cells = [
        "from slope_course import check",
        "def slope(x, y):\n    return (y[-1] - y[0]) / (x[-1] - x[0])\n\nslope = check(slope)",
        "def draw_pair(n, rng):\n    return rng.permutation(n)[:2]\ndraw_pair = check(draw_pair)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    (tmp_path / "handed_in").mkdir()
    nbformat.write(notebook, tmp_path / "handed_in" / "a.ipynb")
    command = [sys.executable, "-m", "kmeans_lab.grade", str(tmp_path / "handed_in")]
    command += ["--exercises", "slope_course", "--csv", str(tmp_path / "grades.csv")]
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["slope"], row["draw_pair"], row["status"]) == ("wrong", "passed", "ok"), row
    assert row["hint: slope"].startswith("Only the first and the last point count.")


def test_a_module_without_a_course_is_refused(tmp_path):
    for module, words in (("slope_cours", "No module named"), ("project", "COURSE")):
        command = [sys.executable, "-m", "kmeans_lab.grade", str(tmp_path), "--exercises", module]
        (tmp_path / "a.ipynb").write_text("{}")
        done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True)
        assert done.returncode == 2
        assert "--exercises" in done.stderr and words in done.stderr
