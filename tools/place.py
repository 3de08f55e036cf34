"""Where students get the series, and all that leads there: links, badges and setup cells.

pyproject.toml names the place. As long as nobody has published the series there, setup cells
install nothing: whoever registers the name first would decide what every student runs.
"""

import re
import subprocess
from dataclasses import dataclass

import nbformat

from repository import ROOT, read_pyproject


@dataclass(frozen=True)
class Place:
    """A repository on GitHub, either a release of it or what its branch `main` holds today.

    Parameters
    ----------
    repository : str
        owner/name.
    version : str
        That of the release, or of the last one.
    wheel : str
        The sha256 of the release's wheel; empty between releases.
    published : bool
        Whether the repository is there, and ours.
    """

    repository: str
    version: str = ""
    wheel: str = ""
    published: bool = True

    @property
    def ref(self):
        """The tag or the branch that links lead to."""
        return f"v{self.version}" if self.wheel else "main"

    @property
    def address(self):
        """What pip installs. It refuses a wheel with another checksum."""
        here = f"https://github.com/{self.repository}"
        if not self.wheel:
            return f"{here}/archive/main.zip"
        name = f"kmeans_lab-{self.version}-py3-none-any.whl"
        return f"{here}/releases/download/{self.ref}/{name}#sha256={self.wheel}"


#: How the text form of notebooks, and the pages of the site, name the place.
PLACEHOLDER = Place("OWNER/REPO")

#: The first code cell of every notebook, written `import kmeans_lab` in the text form.
SETUP = """\
# On Colab this installs kmeans_lab, without touching numpy, pandas or
# scikit-learn. Where it is installed already, nothing happens.
# {promise}
try:
    import kmeans_lab
except ImportError:
    print("Installing kmeans_lab. This takes up to half a minute, this once.")
    %pip install --quiet "{address}"
    import kmeans_lab
    print("Installed. You need not restart anything.")\
"""
RELEASE = "You get release {version}, and nothing else: pip compares its checksum."
BETWEEN_RELEASES = "You get the series as it is today, between two releases."

UNPUBLISHED_SETUP = """\
# This installs nothing: the series is not published yet.
try:
    import kmeans_lab
except ImportError:
    print("kmeans_lab is not installed here, and this copy of the series does")
    print("not say where to get it. Ask whoever gave you the notebook, or run")
    print("`make lab` in the folder of the series. To publish the series, run")
    print("`make retarget REPO=owner/name` there.")
    raise\
"""


def setup_cell(place):
    """Return the source of the setup cell of notebooks that are got from `place`."""
    if not place.published:
        return UNPUBLISHED_SETUP
    promise = RELEASE.format(version=place.version) if place.wheel else BETWEEN_RELEASES
    return SETUP.format(promise=promise, address=place.address)


def find_place(root=ROOT):
    """Return the place that pyproject.toml of the clone names."""
    pyproject = read_pyproject(root)
    repository = pyproject["project"]["urls"]["Repository"].removeprefix("https://github.com/")
    return Place(repository, pyproject["project"]["version"], **pyproject["tool"]["kmeans-lab"])


def moved(text, old, new):
    """Return `text` with everything that leads to the place `old` leading to `new`."""
    link = re.compile(
        r"(?:(?<=github\.com/)|(?<=/github/)|(?<=codespaces\.new/))"
        rf"{re.escape(old.repository)}(?![\w.-])(?:(/blob/|/tree/){re.escape(old.ref)}(?![\w.-]))?"
    )

    def lead(found):
        return new.repository + (found[1] + new.ref if found[1] else "")

    return link.sub(lead, text.replace(old.address, new.address))


def moved_notebook(text, old, new):
    """Return the text of an .ipynb file that leads to `new`; no cell is run."""
    notebook = nbformat.reads(text, as_version=4)
    before = [cell.source for cell in notebook.cells]
    for cell in notebook.cells:
        is_setup = "setup" in cell.metadata.get("tags", [])
        cell.source = setup_cell(new) if is_setup else moved(cell.source, old, new)
    unchanged = before == [cell.source for cell in notebook.cells]
    return text if unchanged else nbformat.writes(notebook).rstrip("\n") + "\n"


def moved_pyproject(text, old, new):
    """Return the text of pyproject.toml that names `new`."""
    named = {
        r"^published = \w+": f"published = {str(new.published).lower()}",
        r'^wheel = ".*?"': f'wheel = "{new.wheel}"',
        r'^version = ".*?"': f'version = "{new.version}"',
    }
    for line, now in named.items():
        text = re.sub(line, now, text, flags=re.M)
    return moved(text, old, new)


def run_git(root, *arguments):
    """Return what git prints."""
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


def move(new, root=ROOT):
    """Let every tracked file that leads somewhere lead to the place `new`.

    Parameters
    ----------
    new : Place
    root : pathlib.Path
        The clone to change.

    Returns
    -------
    changed : list of pathlib.Path
    """
    old, changed = find_place(root), []
    special = {".ipynb": moved_notebook, ".toml": moved_pyproject}
    kinds = ["*.md", "*.ipynb", "*.yml", "*.cff", "pyproject.toml"]
    for path in (root / name for name in run_git(root, "ls-files", *kinds).split()):
        text = path.read_bytes().decode()
        after = special.get(path.suffix, moved)(text, old, new)
        if after != text:
            path.write_bytes(after.encode())
            changed.append(path)
    return changed
