"""What several tests need to know about the project's files."""

from functools import cache
from pathlib import Path

from repository import read_pyproject

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


@cache
def pyproject():
    """Return pyproject.toml as a dictionary."""
    return read_pyproject(ROOT)
