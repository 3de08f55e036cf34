"""What pyproject.toml, the one place for it, says of the project."""

import re
import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent


def find_repository(root=ROOT):
    """Return owner/name of the repository on GitHub, as pyproject.toml of the clone names it."""
    address = read_pyproject(root)["project"]["urls"]["Repository"]
    return re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+)", address)[1]


def find_requirements(extra=None, root=ROOT):
    """Return the packages that the project asks for, or those of one of its extras."""
    project = read_pyproject(root)["project"]
    return project["optional-dependencies"][extra] if extra else project["dependencies"]


def read_pyproject(root=ROOT):
    """Return pyproject.toml as a dictionary."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
