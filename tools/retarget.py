"""Point badges, links and setup cells at a fork.

python tools/retarget.py owner/name
"""

import re
import subprocess
import sys

from repository import ROOT, find_repository


def retarget(new, root=ROOT):
    """Replace the repository in every tracked file that links to it; return the files changed.

    Parameters
    ----------
    new : str
        owner/name of the fork on GitHub; a ".git" at its end is left out.
    root : pathlib.Path
        The clone to change.

    Returns
    -------
    changed : list of pathlib.Path
    """
    new = new.removesuffix(".git")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", new):
        raise ValueError(f"REPO must be owner/name, as in the address on GitHub, got {new!r}.")
    old = find_repository(root)
    link = re.compile(
        rf"(?<=github\.com/){re.escape(old)}(?![\w.-])"
        rf"|(?<=/github/){re.escape(old)}(?![\w.-])"
    )
    tracked = subprocess.run(
        ["git", "ls-files", "*.md", "*.toml", "*.ipynb", "*.yml", "*.cff"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    changed = []
    for path in (root / name for name in tracked):
        text = path.read_bytes().decode()
        moved = link.sub(new, text)
        if moved != text:
            path.write_bytes(moved.encode())
            changed.append(path)
    return changed


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
        print(f"Nothing to change: everything points at {find_repository()} already.")
