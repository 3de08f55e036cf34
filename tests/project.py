"""What several tests need to know about the project's files."""

import shutil
from functools import cache
from pathlib import Path

from place import run_git
from repository import read_pyproject

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


@cache
def pyproject():
    """Return pyproject.toml as a dictionary."""
    return read_pyproject(ROOT)


def copy_project(folder):
    """Copy the tracked files of the project into a repository of its own; return its folder."""
    names = run_git(ROOT, "ls-files").splitlines()
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    run_git(folder, "init", "--quiet")
    commit(folder, "All files")
    return folder


def commit(folder, message):
    """Commit all that is there."""
    run_git(folder, "add", "--all")
    somebody = ["-c", "user.name=A", "-c", "user.email=a@b.c"]
    run_git(folder, *somebody, "commit", "--quiet", "--message", message)
