"""Make a release, which a class can rely on, or go back to `main` after it.

    python tools/release.py 0.2.0
    python tools/release.py main

A release has a version, its changes and its wheel; links, handouts and setup cells name its tag
and the checksum of its wheel. Nothing is uploaded: it says which commands do so. No cell is run.
"""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import nbformat

from place import find_place, move, run_git
from repository import ROOT

#: The time that a wheel gives its files: always the same, so the same files make the same bytes.
NO_TIME = "315532800"
NEXT = """\
Look at `git diff`, run the tests, then publish it and go back to `main`:
    git commit --all --message "Release {version}"
    git tag v{version}
    git push origin HEAD v{version}
    gh release create v{version} --title {version} {wheel}
    make release VERSION=main
    git commit --all --message "After {version}"
    git push\
"""


class Refusal(ValueError):
    """A release that would not hold; the message says what to do first."""


def build_wheel(folder, root=ROOT):
    """Build the wheel of a clone in `folder`; return its path. Another hatchling makes another."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NO_TIME}
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=environment)
    return folder / f"kmeans_lab-{find_place(root).version}-py3-none-any.whl"


def checksum(path):
    """Return the sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def numbers(version):
    """Return the three numbers of a semantic version."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise Refusal(f"VERSION must be three numbers, as in 0.2.0, or main; got {version!r}.")
    return tuple(map(int, version.split(".")))


def compared_outputs(text):
    """Return the stored outputs of a notebook that students can rely on."""
    cells = nbformat.reads(text, as_version=4).cells
    ignored = "nbval-ignore-output"
    return [c.get("outputs") for c in cells if ignored not in c.metadata.get("tags", [])]


def refuse_new_outputs(old, root):
    """Refuse a release that only mends things, if a stored output is not that of the last one."""
    if not run_git(root, "tag", "--list", f"v{old}"):
        raise Refusal(f"There is no tag v{old} to compare with: run git fetch --tags.")
    for name in run_git(root, "ls-files", "notebooks/*.ipynb").split():
        if run_git(root, "ls-tree", f"v{old}", name):
            stored = run_git(root, "show", f"v{old}:{name}")
            if compared_outputs(stored) != compared_outputs((root / name).read_text("utf-8")):
                raise Refusal(f"{name} shows other results than in {old}: make a minor release.")


def refuse_unready(version, root):
    """Refuse a version that does not follow, and a clone that is not ready for it."""
    place, new = find_place(root), numbers(version)
    old = numbers(place.version)
    if not place.published:
        raise Refusal("The series is not published yet: make retarget REPO=owner/name")
    if new <= old:
        raise Refusal(f"VERSION must be above {place.version}, got {version}.")
    if run_git(root, "status", "--porcelain"):
        raise Refusal("A release is what is committed: commit first, see `git status`.")
    if not re.search(r"^## Unreleased\n+(?!## )\S", read(root, "CHANGELOG.md"), re.M):
        raise Refusal("CHANGELOG.md has nothing under Unreleased: say what has changed.")
    if new[:2] == old[:2]:
        refuse_new_outputs(place.version, root)


def read(root, name):
    return (root / name).read_text(encoding="utf-8")


def date_papers(version, root):
    """Give the changes and the citation their version."""
    title = f"## Unreleased\n\n## {version} - {date.today()}\n"
    for name, old, new in (
        ("CHANGELOG.md", r"^## Unreleased\n", title),
        ("CITATION.cff", r"^version: .+", f"version: {version}"),
    ):
        text = re.sub(old, new, read(root, name), flags=re.M)
        (root / name).write_bytes(text.encode())


def release(version, root=ROOT):
    """Turn the clone into a release; return its wheel.

    The wheel holds the README, whose links name the tag, but nothing that names its checksum. So
    the links come first, then the wheel, then the checksum.
    """
    refuse_unready(version, root)
    date_papers(version, root)
    place = replace(find_place(root), version=version, wheel="to come")
    move(place, root)
    wheel = build_wheel(root / "dist", root)
    move(replace(place, wheel=checksum(wheel)), root)
    return wheel


def back_to_main(root=ROOT):
    """Let links and setup cells lead to `main`, as they do between releases."""
    return move(replace(find_place(root), wheel=""), root)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which: make release VERSION=x.y.z, or VERSION=main to go back to `main`")
    if sys.argv[1] == "main":
        print(f"{len(back_to_main())} files lead to `main` now: commit and push.")
        sys.exit()
    try:
        wheel = release(sys.argv[1])
    except Refusal as error:
        sys.exit(str(error))
    print(f"{wheel.relative_to(ROOT)}: sha256 {checksum(wheel)}")
    print(NEXT.format(version=sys.argv[1], wheel=wheel.relative_to(ROOT)))
