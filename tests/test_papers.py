"""README, CONTRIBUTING and the other papers agree with what they are about, and can be read."""

import re

import nbformat
import pytest
import yaml

from place import find_place
from tests.project import NOTEBOOKS, ROOT, pyproject

COLAB = "https://colab.research.google.com"
BADGE = f"[![Open in Colab]({COLAB}/assets/colab-badge.svg)]"
PAPERS = [*ROOT.glob("*.md"), *ROOT.glob("kmeans_lab/**/*.md"), *ROOT.glob("data/*.md")]
FORMS = sorted(ROOT.glob(".github/ISSUE_TEMPLATE/[!c]*.yml"))


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def titles():
    """Return the number and the heading of every notebook, by its path."""
    first = {path: nbformat.read(path, as_version=4).cells[0].source for path in NOTEBOOKS}
    return {path: f"{path.name[:2]} {re.match('# (.+)', text)[1]}" for path, text in first.items()}


def test_readme_lists_every_notebook_with_its_title_and_its_badge():
    rows = re.findall(r"^\| (\[\d\d .+?) \| .+ \| (.+) \|$", read("README.md"), re.M)
    place = find_place()
    colab = f"{COLAB}/github/{place.repository}/blob/{place.ref}/notebooks"
    assert rows == [
        (f"[{title}](notebooks/{path.name})", f"{BADGE}({colab}/{path.name})")
        for path, title in titles().items()
    ]


def test_readme_opens_a_codespace_of_this_repository():
    place = find_place()
    link = f"https://codespaces.new/{place.repository}/tree/{place.ref}"
    assert f"(https://github.com/codespaces/badge.svg)]({link})" in read("README.md")


def test_the_map_in_00_lists_every_notebook_with_its_title():
    rows = re.findall(
        r"^# \| (.*\d\d .+?) \| .+ \|$", read("notebooks/source/00_start_here.py"), re.M
    )
    here, *others = titles().items()
    assert rows == [here[1], *(f"[{title}]({path.name})" for path, title in others)]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    text = re.sub(r"`.*?`", "", path.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
        assert (path.parent / target).exists(), target


def test_contributing_names_files_that_exist():
    rows = re.findall(r"^\| .+? \| (.*`.*) \|$", read("CONTRIBUTING.md"), re.M)
    assert len(rows) > 20
    examples = {"NAME": "not_in", "NN_name": "00_start_here"}
    for name in re.findall(r"`([\w./]+[./]\w*)`", " ".join(rows)):
        name = re.sub("NAME|NN_name", lambda found: examples[found[0]], name)
        assert (ROOT / name).exists(), name


def test_the_example_of_contributing_is_that_of_the_package():
    [code] = re.findall(r"```python\n(.+?)```", read("CONTRIBUTING.md"), re.S)
    assert code in read("kmeans_lab/exercises/not_in.py")


def test_citation_and_changelog_are_of_this_version():
    project, citation = pyproject()["project"], yaml.safe_load(read("CITATION.cff"))
    assert citation["cff-version"] == "1.2.0" and citation["message"]
    assert citation["title"] == project["name"]
    assert citation["abstract"] == project["description"]
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"]["text"]
    assert citation["repository-code"] == project["urls"]["Repository"]
    assert citation["authors"] == [{"name": "The kmeans-lab authors"}]
    released = re.findall(r"^## ([\d.]+) - \d{4}-\d\d-\d\d$", read("CHANGELOG.md"), re.M)
    assert released[0] == project["version"]


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob(".github/**/*.yml"), ROOT / ".pre-commit-config.yaml"],
    ids=lambda path: path.name,
)
def test_what_other_programs_read_can_be_read(path):
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_an_issue_form_asks_for_something(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"] and form["description"]
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked) >= 2
    assert all(part["attributes"]["label"] for part in asked)
