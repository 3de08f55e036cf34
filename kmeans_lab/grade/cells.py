"""Read a notebook as the grader sees it: code cells, and which notebook of the series it is.

With the standard library alone: to import nbformat takes longer than to grade most notebooks.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

#: `inertia = check(inertia)`, and `mine = check(mine, name="inertia")`.
CHECKED = re.compile(
    r"""^(\w+)[ \t]*=[ \t]*check\((?:\s*\w+\s*,\s*(?:name\s*=\s*)?"""
    r"""["'](\w+)["'])?""",
    re.M,
)
CELL_ID = re.compile(r"(\d\d)-\d\d")


@dataclass(frozen=True)
class Notebook:
    """What counts in a notebook.

    Attributes
    ----------
    cells : tuple of str
        The source of its code cells.
    title : str
        Its first heading.
    number : str
        Which notebook of the series its cells come from, as "04", or "".
    exercises : tuple of str
        What it checks, in order.
    """

    cells: tuple
    title: str
    number: str
    exercises: tuple


def read_notebook(path):
    """Read a notebook of format 4, which Jupyter has written since 2015.

    Parameters
    ----------
    path : str or pathlib.Path

    Returns
    -------
    notebook : Notebook

    Raises
    ------
    ValueError
        If it is no such notebook.
    OSError, RecursionError, MemoryError
        If it cannot be read, is nested too deeply or too large.
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not text: unzip it first?") from None
    try:
        cells = [
            (cell["cell_type"], "".join(cell["source"]), _id(cell)) for cell in content["cells"]
        ]
    except (TypeError, KeyError, AttributeError):
        raise ValueError("no notebook of format 4: there are no cells in it") from None
    code = tuple(source for kind, source, _ in cells if kind == "code")
    text = "\n".join(source for kind, source, _ in cells if kind == "markdown")
    return Notebook(code, _title(text), _number(i for _, _, i in cells), checked("\n".join(code)))


def checked(source):
    """Return the names that a piece of source checks, each once, in order."""
    return tuple(dict.fromkeys(name or own for own, name in CHECKED.findall(source)))


def _id(cell):
    """Return the id of a cell; Colab keeps it in the metadata."""
    return str(cell.get("id") or cell.get("metadata", {}).get("id"))


def _title(text):
    heading = re.search(r"^# +(.+?)\s*$", text, re.M)
    return heading[1] if heading else ""


def _number(ids):
    """Return the number that most cell ids begin with."""
    numbers = Counter(known[1] for known in map(CELL_ID.fullmatch, ids) if known)
    return numbers.most_common(1)[0][0] if numbers else ""


def originals():
    """Return the notebooks of the series, by number, where the package lies in a clone."""
    folder = Path(__file__).parents[2] / "notebooks"
    return {path.name[:2]: read_notebook(path) for path in folder.glob("[0-9][0-9]_*.ipynb")}
