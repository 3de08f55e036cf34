"""After a restart: a missing name is explained below the error, which stays as it is."""

import re
import subprocess
import sys

import pytest

from tests.project import NOTEBOOKS, ROOT

SHELL = """
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("import kmeans_lab; import tests.slope_course")
result = shell.run_cell(sys.argv[1])
print("error:", type(result.error_in_exec).__name__)
"""


def run_cell(source):
    """Return what a cell prints in IPython, where the setup cell has run before it."""
    command = [sys.executable, "-c", SHELL, source]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return re.sub(r"\x1b\[[\d;]*m", "", done.stdout)


def test_missing_name_is_explained_once_below_its_error():
    shown = run_cell("np.zeros(3)")
    assert shown.count("`np` is not known here.") == 1
    assert shown.index("NameError: name 'np'") < shown.index("`np` is not known here.")
    assert "Run All Above" in shown and "error: NameError" in shown


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("def f():\n    x\n    x = 1\nf()", "UnboundLocalError"),
        ("raise NameError('mine')", "NameError"),
        ("try:\n    np\nexcept NameError:\n    pass", "NoneType"),
    ],
)
def test_nothing_is_said_of_other_errors(source, error):
    shown = run_cell(source)
    assert f"error: {error}" in shown
    assert "is not known here" not in shown


LONG = [
    path
    for path in sorted((ROOT / "notebooks" / "source").glob("*.py"))
    if re.search(r"\*\*Time:\*\* (two hours|[5-9]\d minutes)", path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("path", LONG, ids=lambda path: path.stem)
def test_long_notebook_says_first_how_to_go_on_after_a_restart(path):
    first = path.read_text(encoding="utf-8").split("\n# %%")[0]
    words = " ".join(first.replace("\n#", " ").split())
    assert "*Run > Run All Above Selected Cell* (in Colab, *Runtime > Run before*)" in words


def test_most_notebooks_are_long():
    assert len(LONG) >= 8 and len(LONG) < len(NOTEBOOKS)
