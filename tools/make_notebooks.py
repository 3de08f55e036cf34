"""Make the notebooks from their text form, and the text form from a notebook edited in Jupyter.

    python tools/make_notebooks.py build [02 ...]
        notebooks/source/*.py -> notebooks/*.ipynb and, with answers, solutions/*.ipynb, executed
    python tools/make_notebooks.py sync [02 ...]
        notebooks/*.ipynb -> notebooks/source/*.py

The text form (jupytext's percent format) is the source. Building is deterministic, and a notebook
is written only if its text, an output that the tests compare, or a picture has changed.
"""

import argparse
import base64
import copy
import io
import os
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jupytext
import nbformat
import numpy as np
from nbclient import NotebookClient
from PIL import Image

from kmeans_lab.exercises import solution_source
from place import PLACEHOLDER, find_place, moved, setup_cell
from repository import ROOT

NOTEBOOKS = ROOT / "notebooks"
SOURCES = NOTEBOOKS / "source"
SOLUTIONS = NOTEBOOKS / "solutions"
README_PICTURE = ROOT / ".github" / "mall_customers.png"

#: Badges, links and setup cells of the notebooks lead there.
PLACE = find_place()

#: How a link to the glossary begins, written `](GLOSSARY#` in the text form.
GLOSSARY = "](https://github.com/OWNER/REPO/blob/main/site/glossary.md#"

#: Every notebook has exercises, and Colab's assistant must not write the answers.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
    "colab": {"generative_ai_disabled": True},
}

#: Names a widget of a kernel that is gone by the time somebody reads: an error in place of the
#: picture that stands beside it. (nbval does not compare it.)
WIDGET = "application/vnd.jupyter.widget-view+json"

#: What may vary in a picture without being seen: mean difference of a channel, of 255 levels.
INVISIBLE = 0.1


class Mistake(ValueError):
    """Something that the author of the text can mend; the message says how."""


def from_text(path):
    """Read the text form at `path` as a notebook without outputs."""
    notebook = jupytext.read(path, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for i, cell in enumerate(notebook.cells):
        cell.id = f"{path.stem[:2]}-{i:02d}"
        if "setup" in cell.metadata.get("tags", []):
            cell.source = setup_cell(PLACE)
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("](GLOSSARY#", GLOSSARY)
        cell.source = moved(cell.source, PLACEHOLDER, PLACE)
    return notebook


def solve(notebook):
    """Return a copy of `notebook` whose exercises hold the package's own answers, or None.

    The student's cell ends in ``name = check(name)``; what stands from the first ``def`` or
    ``class`` to there is replaced by the source of the answer.
    """
    solved = copy.deepcopy(notebook)
    exercises = [cell for cell in solved.cells if "exercise" in cell.metadata.get("tags", [])]
    for cell in exercises:
        found = re.search(r"^(\w+) = check\(\1", cell.source, re.M)
        if found is None:
            raise Mistake(
                f"{cell.id} has the tag exercise and no line `name = check(name)`: "
                f"add the line, or take the tag away"
            )
        name = found[1]
        parts = re.split(
            r"^(?:def|class) .*?(?=^\w+ = check\()", cell.source, maxsplit=1, flags=re.M | re.S
        )
        if len(parts) != 2:
            raise Mistake(
                f"{cell.id} has the tag exercise and no function or class above its "
                f"check: add it, or take the tag away"
            )
        before, after = parts
        try:
            cell.source = f"{before}{solution_source(name)}\n\n\n{after}"
        except ValueError as error:
            raise Mistake(str(error)) from None
    for cell in solved.cells:
        if cell.cell_type == "markdown":  # the file lies one folder deeper
            cell.source = re.sub(r"\]\((?=\d\d_)", "](../", cell.source).replace(
                f"/blob/{PLACE.ref}/notebooks/", f"/blob/{PLACE.ref}/notebooks/solutions/"
            )
    return solved if exercises else None


def to_text(notebook):
    """Return the text form of `notebook`: the inverse of `from_text`."""
    plain = nbformat.v4.new_notebook(cells=[])
    plain.metadata["jupytext"] = {
        "notebook_metadata_filter": "-all",
        "cell_metadata_filter": "tags,alt",
    }
    for cell in notebook.cells:
        cell = nbformat.from_dict({**cell, "source": moved(cell.source, PLACE, PLACEHOLDER)})
        if "setup" in cell.metadata.get("tags", []):
            cell.source = "import kmeans_lab"
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace(GLOSSARY, "](GLOSSARY#")
        plain.cells.append(cell)
    return jupytext.writes(plain, fmt="py:percent")


def execute(notebook, folder=NOTEBOOKS):
    """Run `notebook` in a fresh kernel in `folder`; clean its outputs, give pictures their alt."""
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        record_timing=False,
        coalesce_streams=True,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            finish_outputs(cell)


def finish_outputs(cell):
    """Give pictures the cell's `alt` texts, keep widgets out, refuse what no reader should see."""
    for output in cell.outputs:
        output.get("data", {}).pop(WIDGET, None)
        if output.get("name") == "stderr":
            raise Mistake(f"{cell.id} writes to stderr: {output.text[:500]}")
        # Without the picture: among so many random letters, "/tmp" can stand by chance.
        text = str({**output, "data": {**output.get("data", {}), "image/png": ""}})
        for trace in (str(ROOT), str(Path.home()), tempfile.gettempdir()):
            if trace in text:
                raise Mistake(f"{cell.id} shows a path of this machine, {trace}: {text}")
    pictures = [output for output in cell.outputs if "image/png" in output.get("data", {})]
    alts = cell.metadata.get("alt", [])
    alts = [alts] if isinstance(alts, str) else alts
    if len(alts) != len(pictures):
        first = cell.source.partition("\n")[0]
        raise Mistake(
            f"{cell.id}, which begins with {first!r}, draws "
            f"{len(pictures)} pictures and has {len(alts)} alt texts; "
            f'say what each shows: # %% alt="..."'
        )
    for picture, alt in zip(pictures, alts):
        picture.metadata["image/png"] = {"alt": alt}


def same_picture(stored, new):
    """Tell whether two PNGs (base64) look the same, or come from different Matplotlib versions.

    Another version may set every letter a little differently; that is no change of the notebook.
    """
    a, b = (Image.open(io.BytesIO(base64.b64decode(png))) for png in (stored, new))
    if a.info.get("Software") != b.info.get("Software"):
        return True
    if a.size != b.size or a.mode != b.mode:
        return False
    return np.abs(np.asarray(a, dtype=float) - np.asarray(b, dtype=float)).mean() < INVISIBLE


def same_cell(stored, new):
    """Tell whether a rebuilt cell differs from the stored one in nothing that counts."""
    if {**stored, "outputs": None} != {**new, "outputs": None}:
        return False
    if "nbval-ignore-output" in new.metadata.get("tags", []):
        return True
    outputs = stored.get("outputs", []), new.get("outputs", [])
    if len(outputs[0]) != len(outputs[1]):
        return False
    for old, fresh in zip(*outputs):
        pngs = [output.get("data", {}).get("image/png") for output in (old, fresh)]
        rest = [
            {**output, "data": {**output.get("data", {}), "image/png": None}}
            for output in (old, fresh)
        ]
        if rest[0] != rest[1] or (all(pngs) and not same_picture(*pngs)):
            return False
    return True


def keep_newer(target, origin, rescue):
    """Stop before `target` is overwritten from an older `origin`: somebody has edited it since.

    `rescue` is the command that carries the edit over.
    """
    if target.exists() and target.stat().st_mtime > origin.stat().st_mtime:
        sys.exit(
            f"{target.name} differs from {origin.name} and is newer, so an edit would be "
            f"lost. To keep the edit: make {rescue} ONLY={origin.name[:2]}. "
            f"If you have edited both, copy {origin.name} first: it will be overwritten. "
            f"To drop the edit: touch {origin}"
        )


def sources(notebook):
    """What somebody wrote: text, code and tags of every cell."""
    return [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]


def write_if_changed(notebook, path):
    """Write `notebook` to `path` unless the file there differs in nothing that counts."""
    if path.exists():
        stored = nbformat.read(path, as_version=4)
        cells = stored.cells, notebook.cells
        if (
            stored.metadata == notebook.metadata
            and len(cells[0]) == len(cells[1])
            and all(map(same_cell, *cells))
        ):
            return False
    nbformat.validate(notebook)
    path.write_bytes((nbformat.writes(notebook).rstrip("\n") + "\n").encode())
    return True


def copy_readme_picture(notebook):
    """Give the README the picture of the cell with the tag `readme`, if it is in `notebook`."""
    for cell in notebook.cells:
        if "readme" in cell.metadata.get("tags", []):
            [picture] = [
                output.data["image/png"]
                for output in cell.outputs
                if "image/png" in output.get("data", {})
            ]
            README_PICTURE.write_bytes(base64.b64decode(picture))


def build(source):
    """Make and execute the notebooks of one text form, and say which of them changed."""
    student = from_text(source)
    path = NOTEBOOKS / f"{source.stem}.ipynb"
    if path.exists() and sources(nbformat.read(path, as_version=4)) != sources(student):
        keep_newer(path, source, "sync")
    for notebook, folder in ((student, NOTEBOOKS), (solve(student), SOLUTIONS)):
        path = folder / f"{source.stem}.ipynb"
        if notebook is not None:
            folder.mkdir(exist_ok=True)
            execute(notebook, folder)
            state = "written" if write_if_changed(notebook, path) else "unchanged"
            print(f"{path.relative_to(ROOT)}: {state}", flush=True)
    copy_readme_picture(nbformat.read(NOTEBOOKS / f"{source.stem}.ipynb", as_version=4))


def build_or_stop(source):
    """Build, and end with one line on what the author of the text can mend."""
    try:
        build(source)
    except Mistake as error:
        sys.exit(f"{source.name}: {error}")


def sync(source):
    """Bring one text form up to date with its notebook, and say whether it changed.

    The text as it was is kept: it may hold an edit that is neither in the notebook nor in git.
    """
    path = NOTEBOOKS / f"{source.stem}.ipynb"
    text = to_text(nbformat.read(path, as_version=4))
    changed = not source.exists() or source.read_text(encoding="utf-8") != text
    if changed:
        keep_newer(source, path, "notebooks")
        if source.exists():
            name = f"{source.stem}-{time.strftime('%Y%m%d-%H%M%S')}.py"
            kept = ROOT / "build" / "before_sync" / name
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(source.read_bytes())
            print(f"{kept.relative_to(ROOT)}: the text as it was")
        source.write_bytes(text.encode())
    print(f"{source.relative_to(ROOT)}: {'written' if changed else 'unchanged'}")


def choose(known, only):
    """Return the files whose numbers are asked for, or all of them.

    Parameters
    ----------
    known : list of pathlib.Path
        Files of the series, each of whose names begins with its number.
    only : list of str
        Numbers, as "02" or "2"; none of them means all.
    """
    numbers = {number.zfill(2) for number in only}
    unknown = numbers - {path.name[:2] for path in known}
    if unknown:
        sys.exit(
            f"There is no notebook {', '.join(sorted(unknown))}. "
            f"There are {', '.join(path.stem for path in known)}."
        )
    return [path for path in known if not only or path.name[:2] in numbers]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("build", "sync"))
    parser.add_argument(
        "only", nargs="*", help="numbers of notebooks, for example 02; default all"
    )
    arguments = parser.parse_args()
    known = (
        sorted(SOURCES.glob("[0-9][0-9]_*.py"))
        if arguments.command == "build"
        else sorted(SOURCES / f"{path.stem}.py" for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    )
    chosen = choose(known, arguments.only)
    if arguments.command == "sync":
        for source in chosen:
            sync(source)
        return
    if len(chosen) > 1:  # kernels side by side: OpenMP's threads would wait for each other, busily
        os.environ.setdefault("OMP_NUM_THREADS", "1")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(build_or_stop, chosen))


if __name__ == "__main__":
    main()
