"""Make the zip that students get: the notebooks, the table, a one-page guide; no solutions.

    python tools/make_handout.py [00 04 ...]    -> build/handout/kmeans-lab-handout.zip

The notebooks are those of the repository, with their stored outputs: they can be read before
anything is installed, and these outputs come from untouched exercises. The same files make the
same bytes, on every machine.
"""

import sys
import zipfile

from make_notebooks import choose
from place import find_place
from repository import ROOT

TARGET = ROOT / "build" / "handout" / "kmeans-lab-handout.zip"
FOLDER = "kmeans-lab"
#: Packed as they are: what zlib makes of a file depends on its version.
METHOD = zipfile.ZIP_STORED
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def files(root=ROOT, only=()):
    """Return what goes into the handout.

    Parameters
    ----------
    root : pathlib.Path
        The clone.
    only : sequence of str
        Numbers of notebooks; none of them means all.

    Returns
    -------
    files : dict of str to pathlib.Path
        The name of each file in the handout, and where it lies in the clone; sorted.
    """
    notebooks = sorted((root / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    sources = {
        "": (root / "tools" / "handout").glob("[!.]*"),
        "notebooks/": choose(notebooks, only),
        "data/": (root / "data").glob("[!.]*"),
    }
    found = {folder + path.name: path for folder, paths in sources.items() for path in paths}
    return dict(sorted(found.items()))


def pack(target, root=ROOT, only=()):
    """Write the handout.

    Parameters
    ----------
    target : pathlib.Path
        The zip; one that exists is replaced.
    root, only
        See `files`.

    Returns
    -------
    names : list of str
        What is in it.
    """
    names = files(root, only)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as handout:
        for name, path in names.items():
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", NO_TIME)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # Unix, on every system
            handout.writestr(entry, path.read_bytes(), METHOD)
    return list(names)


if __name__ == "__main__":
    if not find_place().published:
        sys.exit("Publish the series first, the guide says where: make retarget REPO=owner/name")
    for name in pack(TARGET, only=sys.argv[1:]):
        print(name)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1e6:.1f} MB")
