"""What several tests need to know about the project's files."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from repository import read_pyproject

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


@cache
def pyproject():
    """Return pyproject.toml as a dictionary."""
    return read_pyproject(ROOT)


def run_nbval(path, folder, **environment):
    """Run one notebook, or a folder of them, in a pytest of its own; return what came of it."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "--nbval", "--nbval-current-env", str(path)],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
