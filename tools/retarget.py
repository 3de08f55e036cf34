"""Publish the series, or a fork of it: badges, links and setup cells lead to this repository.

python tools/retarget.py owner/name
"""

import re
import sys

from place import Place, find_place, move
from repository import ROOT


def retarget(name, root=ROOT):
    """Let the clone lead to a repository, which has no release yet; return the files changed.

    Parameters
    ----------
    name : str
        owner/name on GitHub; a ".git" at its end is left out.
    root : pathlib.Path
        The clone to change.

    Returns
    -------
    changed : list of pathlib.Path
    """
    name = name.removesuffix(".git")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        raise ValueError(f"REPO must be owner/name, as in the address on GitHub, got {name!r}.")
    old = find_place(root)
    same = old.published and old.repository == name
    return [] if same else move(Place(name, old.version), root)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where your fork is: make retarget REPO=owner/name")
    try:
        changed = retarget(sys.argv[1])
    except ValueError as error:
        sys.exit(str(error))
    for path in changed:
        print(path.relative_to(ROOT))
    if changed:
        print(f"{len(changed)} files changed. Look at `git diff`, then commit and push.")
    else:
        print(f"Nothing to change: everything points at {find_place().repository} already.")
