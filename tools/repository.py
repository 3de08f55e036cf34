"""Where the clone lies, and what pyproject.toml, the one place for it, says of the project."""

import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent


def find_requirements(extra=None, root=ROOT):
    """Return the packages that the project asks for, or those of one of its extras."""
    project = read_pyproject(root)["project"]
    return project["optional-dependencies"][extra] if extra else project["dependencies"]


def read_pyproject(root=ROOT):
    """Return pyproject.toml as a dictionary."""
    return read_toml(root / "pyproject.toml")


def read_toml(path):
    """Return a TOML file as a dictionary."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
