"""What several tests need to know about the project's files."""

import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))

sys.path.insert(0, str(ROOT / "tools"))

from repository import read_pyproject  # noqa: E402, in the folder tools


@cache
def pyproject():
    """Return pyproject.toml as a dictionary."""
    return read_pyproject(ROOT)
