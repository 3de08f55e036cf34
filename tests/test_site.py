"""The site for readers: the whole series from the stored outputs, and nothing from elsewhere."""

import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from bs4 import BeautifulSoup

import kmeans_lab
import make_site as tool
from kmeans_lab.exercises import solution_source
from tests.project import NOTEBOOKS, ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built as `make site` builds it, in a folder of its own."""
    folder = tmp_path_factory.mktemp("site") / "out"
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_site.py", folder], capture_output=True, text=True
    )
    assert run.returncode == 0 and run.stderr == "", run.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site):
    """Every page of the site, parsed, by its path."""
    return {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    }


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def shown(request, site, pages):
    """A notebook as it is stored, its solved twin or None, and the page that shows it."""
    path = request.param
    solved = path.parent / "solutions" / path.name
    return (
        nbformat.read(path, as_version=4),
        nbformat.read(solved, as_version=4) if solved.exists() else None,
        pages[site / "notebooks" / f"{path.stem}.html"],
    )


def cells_with(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def in_series_order(notebook, solved):
    """Yield the code cells as the page shows them: after an exercise, its solved form."""
    answers = {cell.id: cell for cell in solved.cells} if solved else {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield cell
            if "exercise" in cell.metadata.get("tags", []):
                yield answers[cell.id]


def test_every_notebook_has_its_page(site):
    assert [path.stem for path in sorted((site / "notebooks").glob("*.html"))] == [
        path.stem for path in NOTEBOOKS
    ]


def test_a_page_shows_every_cell_and_every_stored_output(shown):
    notebook, solved, page = shown
    text = squeezed(page.article.get_text())
    cells = list(in_series_order(notebook, solved))
    for cell in cells:
        assert squeezed(cell.source) in text
        for output in cell.outputs:
            assert squeezed(output.get("text", "")) in text
    alts = [
        output.metadata["image/png"]["alt"]
        for cell in cells
        for output in cell.outputs
        if "image/png" in output.get("data", {}) and "text/html" not in output.data
    ]
    pictures = page.select(".cell_output > img, .cell_output > .reference > img")
    assert [picture["alt"] for picture in pictures] == alts


def test_exercises_are_followed_by_a_solution_that_is_folded(shown):
    notebook, _, page = shown
    folded = page.select("details.lab-solution")
    exercises = cells_with(notebook, "exercise")
    assert len(folded) == len(exercises)
    for exercise, details in zip(exercises, folded):
        name = re.search(r"^(\w+) = check\(\1", exercise.source, re.M)[1]
        assert not details.has_attr("open")
        assert squeezed(solution_source(name)) in squeezed(details.get_text())
        before = details.find_previous(class_="highlight")
        assert squeezed(before.get_text()) == squeezed(exercise.source)


def test_a_page_opens_in_colab_and_gives_the_students_notebook(shown, site):
    _, _, page = shown
    colab, download = page.select(".lab-buttons a")
    name = download["href"].rsplit("/", 1)[1]
    assert colab["href"] == (
        f"https://colab.research.google.com/github/{tool.PLACE.repository}"
        f"/blob/{tool.PLACE.ref}/notebooks/{name}"
    )
    assert (site / "notebooks" / download["href"]).read_bytes() == (
        ROOT / "notebooks" / name
    ).read_bytes()
    assert "colab-badge" not in str(page)
    assert page.find("meta", attrs={"name": "description"})["content"].startswith("Learn to ")


def test_formulas_become_mathml(shown):
    notebook, _, page = shown
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    written = re.findall(r"\$\$.+?\$\$|\$[^$\n]+\$", text, re.S)
    made = page.find_all("math")
    assert len(made) == len(written)
    for formula in made:
        assert "\\" not in formula.get_text() and formula.find(["mi", "mn"])


def test_every_picture_has_alternative_text(pages):
    for path, page in pages.items():
        assert page.html["lang"] == "en"
        for picture in page.find_all("img"):
            assert picture.get("alt"), f"{path}: {picture}"


def test_nothing_is_loaded_from_elsewhere(pages):
    for path, page in pages.items():
        sources = [tag["src"] for tag in page.find_all(src=True)]
        sources += [tag["href"] for tag in page.find_all("link", href=True)]
        sources += re.findall(r"url\(([^)]+)\)", str(page))
        for source in sources:
            assert not urlsplit(source.strip("'\"")).netloc, f"{path}: {source}"
    for sheet in next(iter(pages)).parent.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", sheet.read_text("utf-8"))


def test_nothing_is_left_that_the_theme_adds_unasked(site, pages):
    for path, page in pages.items():
        assert not page.select("script[src*=fontawesome]"), path
        assert not page.select(".component-author"), path  # "By Author name not set"
    assert not [path for path in site.rglob("*.js") if "fontawesome" in path.as_posix()]


def test_no_link_within_the_site_is_dead(site, pages):
    anchors = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in pages.items()}
    for path, page in pages.items():
        for tag in page.find_all("a", href=True):
            link = urlsplit(tag["href"])
            if link.scheme or link.netloc or tag["href"] == "#":
                continue
            target = (path.parent / unquote(link.path)).resolve() if link.path else path
            assert target.is_file(), f"{path}: {tag['href']}"
            if link.fragment and target in anchors:
                assert unquote(link.fragment) in anchors[target], f"{path}: {tag['href']}"


def test_reference_holds_whatever_a_notebook_imports(pages):
    documented = {tag["id"] for page in pages.values() for tag in page.select("dt.sig[id]")}
    code = "\n".join(
        cell.source
        for path in NOTEBOOKS
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code"
    )
    imports = re.findall(r"^\s*from (kmeans_lab[\w.]*) import (\(.*?\)|.+?$)", code, re.M | re.S)
    assert len(imports) > 10
    for module, names in imports:
        for name in re.findall(r"\w+", names):
            thing = getattr(sys.modules.get(module) or kmeans_lab, name, None)
            if callable(thing):
                assert any(full.split(".")[-1] == name for full in documented), name


def test_reference_shows_what_makes_mykmeans_fast_and_equal(site, pages):
    for name, function in (("fast_steps", "add_up"), ("like_sklearn", "same_partition")):
        page = pages[site / "reference" / f"kmeans_lab.{name}.html"]
        assert page.find("dt", id=f"kmeans_lab.{name}.{function}")


def test_glossary_knows_the_words_of_the_series(site, pages):
    known = [tag.contents[0] for tag in pages[site / "glossary.html"].find_all("h2")]
    assert known == sorted(known, key=str.lower)
    assert {
        "Inertia",
        "WCSS",
        "Centroid",
        "Lloyd’s algorithm",
        "k-means++ start",
        "Elbow",
        "Silhouette",
        "ARI",
        "Label",
        "Cluster",
        "Convergence",
        "Empty cluster",
        "Standardise",
        "Broadcasting",
        "Local minimum",
    } <= set(known)


def test_links_to_the_glossary_on_github_stay_on_the_site():
    here = f"https://github.com/{tool.PLACE.repository}/blob/{tool.PLACE.ref}"
    link = f"[inertia]({here}/site/glossary.md#inertia)"
    assert tool.with_links_on_site(link) == "[inertia](../glossary.md#inertia)"


def test_all_that_the_checker_can_say_is_on_its_page(site, pages):
    page = pages[site / "misconceptions.html"]
    text = page.article.get_text().translate(str.maketrans("’“”", '\'""'))
    text = re.sub(r"[`*]", "", squeezed(text.replace("…", "...")))
    hints = tool.COURSE.all_hints()
    assert sum(map(len, hints.values())) > 600
    for name, those in hints.items():
        assert f"{name or 'Inanyexercise'}:" in text
        for hint in those:
            assert squeezed(re.sub(r"[`*]", "", hint)) in text


def test_teach_page_lists_every_notebook_with_its_time(site, pages):
    table = pages[site / "teach.html"].table
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in table.find_all("tr")[1:]]
    assert [row[0][:2] for row in rows] == [path.stem[:2] for path in NOTEBOOKS]
    assert all(re.search(r"minute|hour", row[1]) and int(row[2]) >= 2 for row in rows)


def test_the_repository_is_named_in_pyproject_alone():
    """So a fork's site, too, links to the fork."""
    written = [
        *(ROOT / "site").rglob("*"),
        ROOT / "tools" / "make_site.py",
        ROOT / ".github" / "workflows" / "pages.yml",
    ]
    for path in written:
        if path.is_file() and "__pycache__" not in path.parts:
            assert f"/{tool.PLACE.repository}" not in path.read_text(encoding="utf-8"), path


def test_what_sphinx_reads_is_the_same_each_time(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        tool.write_sources(folder)
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert len(files) > 20
    assert files == sorted(p.relative_to(second) for p in second.rglob("*") if p.is_file())
    for name in files:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_an_error_is_told_and_ends_the_build(tmp_path, monkeypatch, capfd):
    """A dead link is a warning of Sphinx, and a warning is an error."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "index.md").write_text("# Title\n\n[gone](gone.md)\n", encoding="utf-8")
    (pages / "reference.md").write_text("# Reference\n", encoding="utf-8")
    monkeypatch.setattr(tool, "SITE", pages)
    monkeypatch.setattr(tool, "write_reference", lambda folder: None)
    monkeypatch.setattr(tool, "series", dict)
    (pages / "conf.py").write_text('extensions = ["myst_parser"]\n', encoding="utf-8")
    assert tool.build(tmp_path / "out") != 0
    assert "gone.md" in capfd.readouterr().err
