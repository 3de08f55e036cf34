"""Make the site for readers: every notebook from its stored outputs, nothing executed.

    python tools/make_site.py [FOLDER]        default: build/site; open its index.html

The pages are the text in site/, the notebooks, and pages made here from the package: its
reference, and the misconceptions that the checker knows. Sphinx, set up in site/conf.py, turns
all of them into HTML. A warning is an error.
"""

import inspect
import re
import shutil
import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import nbformat
from sphinx.cmd.build import build_main

import kmeans_lab
from kmeans_lab.datasets import get_sample_blobs_data
from kmeans_lab.exercises import COURSE
from kmeans_lab.grade.command import make_parser
from kmeans_lab.player import StepPlayer, watch
from place import PLACEHOLDER, find_place, moved
from repository import ROOT

SITE = ROOT / "site"
NOTEBOOKS = ROOT / "notebooks"
PLACE = find_place()

#: What `MyKMeans` stands on: no notebook imports it, but one leads a curious student there.
BEHIND_MYKMEANS = {"kmeans_lab.fast_steps", "kmeans_lab.like_sklearn"}

BUTTONS = """\
<p class="lab-buttons">
<a href="https://colab.research.google.com/github/{place.repository}/blob/{place.ref}/notebooks/{name}">Open in Colab</a>
<a href="../download/{name}" download>Download the notebook</a>
</p>

You are reading stored results. To run the cells and do the exercises, open the notebook in Colab
or on your computer."""  # noqa: E501


def series():
    """Return every notebook of the series by its path, in order."""
    return {
        path: nbformat.read(path, as_version=4)
        for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
    }


def facts(notebook):
    """Return what the first cell says: title, what you can do afterwards, and the time."""
    text = notebook.cells[0].source
    return {
        "title": re.search(r"^# (.+)$", text, re.M)[1],
        "goals": re.search(r"^- .+?(?=\n\n)", text, re.M | re.S)[0],
        "time": re.search(r"\*\*Time:\*\* ([^.,:(]+)", text)[1],
    }


def reader_notebook(notebook, path):
    """Return a copy of `notebook` as the site shows it.

    The badge, an image from elsewhere, becomes two buttons; the setup cell and the solved
    exercises are folded; every picture keeps its alternative text, which is taken from the cell.
    """
    page = nbformat.from_dict(notebook)
    for cell in page.cells:
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "markdown":
            cell.source = with_links_on_site(cell.source)
        elif "setup" in tags:
            cell.metadata["tags"] = [*tags, "hide-input"]
        cell.metadata["alt"] = [
            output.metadata["image/png"]["alt"]
            for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})
        ]
    first = page.cells[0]
    first.source = re.sub(r"^# ", f"# {path.stem[:2]} ", first.source)
    first.source = re.sub(
        r"^\[!\[Open in Colab\].*$",
        BUTTONS.format(place=PLACE, name=path.name),
        first.source,
        flags=re.M,
    )
    goal = re.split(r"\n- |$", facts(notebook)["goals"].replace("`", "")[2:])[0].rstrip(",.")
    page.metadata["myst"] = {"html_meta": {"description": f"Learn to {' '.join(goal.split())}."}}
    page.cells = [part for cell in page.cells for part in (cell, *folded_solution(cell, path))]
    return page


def with_links_on_site(text):
    """Turn links to the glossary on GitHub into links to the site's own page."""
    here = f"https://github.com/{PLACE.repository}/blob/{PLACE.ref}/site/"
    return text.replace(f"]({here}", "](../")


def folded_solution(cell, path):
    """Return the cells that show the solved exercise of `cell`, closed at first; [] elsewhere."""
    if "exercise" not in cell.metadata.get("tags", []):
        return []
    solved = nbformat.read(NOTEBOOKS / "solutions" / path.name, as_version=4)
    answer = next((other for other in solved.cells if other.id == cell.id), None)
    if answer is None:
        raise ValueError(f"solutions/{path.name} has no cell {cell.id}: run make notebooks")
    answer.metadata["tags"], answer.id = [], f"{cell.id}-solved"
    opened, closed = (
        nbformat.v4.new_markdown_cell(text, id=f"{cell.id}-{i}")
        for i, text in enumerate(
            ('<details class="lab-solution"><summary>One solution</summary>', "</details>")
        )
    )
    return [opened, answer, closed]


def with_series(text):
    """Fill in the tables of all notebooks, where a page of site/ asks for them."""
    rows = ["| notebook | time | exercises |", "| --- | --- | --- |"]
    cards = []
    for path, notebook in series().items():
        about = facts(notebook)
        title, link = f"{path.stem[:2]} {about['title']}", f"notebooks/{path.name}"
        exercises = sum(cell.source.count("# Exercise") for cell in notebook.cells)
        rows.append(f"| [{title}]({link}) | {about['time']} | {exercises} |")
        cards.append(
            f":::{{container}} lab-card\n[{title}]({link})\n\n"
            f"{about['goals']}\n\n{about['time']}\n:::"
        )
    grid = "\n\n".join(["::::{container} lab-cards", *cards, "::::"])
    return text.replace("<!-- table of the notebooks -->", "\n".join(rows)).replace(
        "<!-- cards of the notebooks -->", grid
    )


def with_player(text):
    """Fill in a run of K-Means to play: three centroids start among the highest points."""
    X = get_sample_blobs_data()
    start = X[X[:, 1].argsort()[-3:]]
    player = StepPlayer(X, watch(X, start), "200 points, 3 centroids")
    return text.replace("<!-- player -->", f"```{{raw}} html\n{player._repr_html_()}\n```")


def with_grade_help(text):
    """Fill in what the grader says about itself."""
    parser = make_parser()
    parser.formatter_class = partial(parser.formatter_class, width=78)  # not the terminal's
    return text.replace("<!-- grade help -->", f"```text\n{parser.format_help()}```")


def reference_modules():
    """Return the modules of kmeans_lab that the notebooks lead to, by name, in order."""
    code = "\n".join(
        cell.source
        for notebook in series().values()
        for cell in notebook.cells
        if cell.cell_type == "code"
    )
    used = set()
    imports = r"^\s*from kmeans_lab(\.\w+)?\S* import \(?([\w, \n]+)"
    for module, names in re.findall(imports, code, re.M):
        used |= {module[1:]} if module else set(re.findall(r"\w+", names))
    modules = {f"kmeans_lab.{name}" for name in used if is_module(name)} | BEHIND_MYKMEANS
    return sorted(modules | {home for home in map(home_of, kmeans_lab.__all__) if home})


def home_of(name):
    """Return the module or package in which something public of kmeans_lab is described."""
    thing = getattr(kmeans_lab, name)
    if inspect.ismethod(thing):  # of the course, as `check` is
        return "kmeans_lab.exercises"
    return ".".join(getattr(thing, "__module__", "").split(".")[:2])


def is_module(name):
    """Tell whether the package has a module or a package of this name."""
    return find_spec(f"kmeans_lab.{name}") is not None


def write_reference(folder):
    """Write a page for every module, and one that lists them."""
    folder.mkdir()
    rows = ["| module | what it is |", "| --- | --- |"]
    for name in reference_modules():
        module = import_module(name)
        rows.append(f"| [`{name}`]({name}.md) | {first_line(module)} |")
        members = "   :imported-members:\n" if hasattr(module, "__all__") else ""
        (folder / f"{name}.md").write_text(
            f"# {name}\n\n```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n{members}```\n",
            encoding="utf-8",
        )
    index = (
        (SITE / "reference.md")
        .read_text(encoding="utf-8")
        .replace("<!-- table of the modules -->", "\n".join(rows))
    )
    (folder / "index.md").write_text(index, encoding="utf-8")


def first_line(thing):
    """Return the first line of a docstring."""
    return inspect.getdoc(thing).split("\n")[0]


def with_misconceptions(text):
    """Fill in what the checker recognises, exercise by exercise."""
    parts = [
        folded_hints(f"<code>{name}</code>" if name else "In any exercise", hints)
        for name, hints in COURSE.all_hints().items()
    ]
    return text.replace("<!-- misconceptions -->", "\n\n".join(parts))


def folded_hints(title, hints):
    """Return the hints as a folded list in Markdown, each once."""
    hints = list(dict.fromkeys(hint.replace("\n", " ") for hint in hints))
    items = "\n".join(f"- {hint}" for hint in hints)
    return f"<details><summary>{title}: {len(hints)} hints</summary>\n\n{items}\n\n</details>"


def write_sources(folder):
    """Write all pages of the site as Sphinx reads them."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "notebooks").mkdir(parents=True)
    for page in sorted(SITE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for fill in (with_player, with_series, with_misconceptions, with_grade_help):
            text = fill(text)
        text = moved(text.replace("](../notebooks/", "](notebooks/"), PLACEHOLDER, PLACE)
        if page.stem != "reference":
            (folder / page.name).write_text(text, encoding="utf-8")
    write_reference(folder / "reference")
    for path, notebook in series().items():
        nbformat.write(reader_notebook(notebook, path), folder / "notebooks" / path.name)


def without_icon_script(target):
    """Take out the script of 1.5 MB that draws the icons once more: a font has drawn them."""
    for path in (target / "_static").rglob("*.js*"):
        if "fontawesome" in path.relative_to(target).as_posix():
            path.unlink()
    for path in target.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"<script[^>]*fontawesome[^>]*></script>\n?", "", text)
        path.write_text(text, encoding="utf-8")


def build(target):
    """Build the site in `target`, in place of what stood there; return 0 if all is well."""
    work = target.parent / f"{target.name}-work"
    write_sources(work / "source")
    shutil.rmtree(target, ignore_errors=True)
    code = build_main(
        [
            "--fail-on-warning",
            "--keep-going",
            "--quiet",
            "--fresh-env",
            "-c",
            str(SITE),
            "-d",
            str(work / "doctrees"),
            "-b",
            "html",
            str(work / "source"),
            str(target),
        ]
    )
    without_icon_script(target)
    for path in series():
        (target / "download").mkdir(exist_ok=True)
        shutil.copy(path, target / "download")
    return code


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "site").resolve()
    code = build(target)
    print(f"Open {target / 'index.html'}" if code == 0 else "The site is not complete.")
    sys.exit(code)
