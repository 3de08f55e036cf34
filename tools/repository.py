"""Where the project lives: the one place is `Repository` in pyproject.toml."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_repository(root=ROOT):
    """Return owner/name of the repository on GitHub, as pyproject.toml of the clone names it."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return re.search(r'^Repository = "https://github\.com/([\w.-]+/[\w.-]+)"', text, re.M)[1]
