"""The tools that make notebooks and write them back."""

import base64
import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import numpy as np
import pytest
from PIL import Image, PngImagePlugin

import make_notebooks as tool
from nbval_use import run_nbval
from tests.project import ROOT, copy_project

TEXT = """\
# %% [markdown]
# # Title
#
# [home](https://github.com/OWNER/REPO), [inertia](GLOSSARY#inertia)

# %% tags=["setup"]
import kmeans_lab

# %% alt="A line that rises, \\"steeply\\"."
import matplotlib.pyplot as plt

plt.plot([1, 2]);

# %% tags=["nbval-ignore-output"]
import time

time.perf_counter()
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "99_test.py"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(source):
    return build(source)


def build(source):
    notebook = tool.from_text(source)
    tool.execute(notebook, source.parent)
    return notebook


def test_build_is_deterministic_and_leaves_what_is_unchanged(source, built, tmp_path):
    path = tmp_path / "99_test.ipynb"
    assert tool.write_if_changed(built, path)
    first = path.read_bytes()
    again = build(source)
    assert again.cells[3].outputs != built.cells[3].outputs, "a time is never the same"
    assert not tool.write_if_changed(again, path) and path.read_bytes() == first
    again.cells[3] = built.cells[3]
    assert nbformat.writes(again) == nbformat.writes(built)


def test_sync_is_the_inverse_of_build(built):
    assert tool.to_text(built) == TEXT


def test_a_link_to_the_glossary_leads_to_github(built):
    place = tool.PLACE
    glossary = f"https://github.com/{place.repository}/blob/{place.ref}/site/glossary.md"
    assert f"[inertia]({glossary}#inertia)" in built.cells[0].source


def test_the_short_form_of_a_link_is_for_text_alone(tmp_path):
    path = tmp_path / "97_code.py"
    path.write_text('# %%\nprint("[inertia](GLOSSARY#inertia)")\n', encoding="utf-8")
    notebook = tool.from_text(path)
    assert notebook.cells[0].source == 'print("[inertia](GLOSSARY#inertia)")'
    notebook.cells[0].source = f'print("x{tool.GLOSSARY}")'
    assert tool.to_text(notebook) == f'# %%\nprint("x{tool.GLOSSARY}")\n'


def test_a_solved_notebook_links_to_the_same_glossary():
    student = tool.from_text(tool.SOURCES / "04_kmeans_from_scratch.py")
    links = [
        [
            link
            for cell in notebook.cells
            for link in re.findall(r"\]\(([^)]*glossary[^)]*)\)", cell.source)
        ]
        for notebook in (student, tool.solve(student))
    ]
    assert links[0] and links[0] == links[1]


def test_an_edit_in_jupyter_reaches_the_text(built):
    edited = nbformat.from_dict(built)
    edited.cells.append(nbformat.v4.new_markdown_cell("New, here."))
    edited.metadata["language_info"]["version"] = "3.12"
    assert tool.to_text(edited) == TEXT + "\n# %% [markdown]\n# New, here.\n"


def test_the_readme_shows_a_stored_picture():
    notebook = nbformat.read(tool.NOTEBOOKS / "03_mall_customers.ipynb", as_version=4)
    [cell] = [cell for cell in notebook.cells if "readme" in cell.metadata.get("tags", [])]
    shown = base64.b64encode(tool.README_PICTURE.read_bytes()).decode()
    assert shown in [
        output.data["image/png"].replace("\n", "")
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    ]
    assert tool.README_PICTURE.relative_to(ROOT).as_posix() in (ROOT / "README.md").read_text(
        "utf-8"
    )


def test_pictures_get_their_alt_text(built):
    [picture] = built.cells[2].outputs
    assert picture.metadata["image/png"]["alt"] == 'A line that rises, "steeply".'


WIDGET_TEXT = """\
# %% alt="Grey points and three centroids."
from kmeans_lab.playground import Playground

Playground()
"""


@pytest.fixture(scope="module")
def with_widget(tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "98_widget.py"
    path.write_text(WIDGET_TEXT, encoding="utf-8")
    return build(path)


def test_a_stored_widget_is_its_picture_and_needs_no_kernel(with_widget):
    assert "widgets" not in with_widget.metadata
    style, picture, text = with_widget.cells[0].outputs
    assert [list(output.data) for output in (style, picture, text)] == [
        ["text/html"],
        ["image/png"],
        ["text/plain"],
    ]
    assert picture.metadata["image/png"]["alt"] == "Grey points and three centroids."


def test_nbval_takes_the_running_widget_for_the_stored_one(with_widget, tmp_path):
    path = tmp_path / "98_widget.ipynb"
    tool.write_if_changed(with_widget, path)
    result = run_nbval(path, tmp_path, PYTHONPATH=str(ROOT))
    assert result.returncode == 0, result.stdout[-3000:]
    assert "1 passed" in result.stdout


@pytest.mark.parametrize(
    "code, words",
    [
        ("import warnings; warnings.warn('x')", "writes to stderr"),
        ("import os; print(os.getcwd())", "shows a path of this machine"),
        (
            "import matplotlib.pyplot as plt; plt.plot([1]);",
            "^99-00, which begins with 'import matplotlib.*draws 1 pictures and has 0 alt texts",
        ),
    ],
)
def test_build_refuses_what_a_reader_should_not_see(tmp_path, code, words):
    path = tmp_path / "99_bad.py"
    path.write_text(f"# %%\n{code}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        build(path)


def exercise(line):
    return f'# %% tags=["exercise"]\ndef mine():\n    ...\n\n\n{line}\n'


@pytest.mark.parametrize(
    "text, words",
    [
        (exercise("mine = check(mine)"), "99_bad.py: There is no exercise `mine`"),
        (exercise(""), "99_bad.py: 99-00 has the tag exercise and no line"),
        ('# %% tags=["exercise"]\ninertia = check(inertia)\n', "99_bad.py: 99-00 .* no function"),
    ],
)
def test_what_the_author_can_mend_ends_the_build_with_one_line(tmp_path, monkeypatch, text, words):
    monkeypatch.setattr(tool, "NOTEBOOKS", tmp_path)
    path = tmp_path / "99_bad.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match=words):
        tool.build_or_stop(path)


@pytest.mark.parametrize(
    "only, chosen",
    [([], ["00_a", "04_b", "10_c"]), (["4"], ["04_b"]), (["10", "00", "0"], ["00_a", "10_c"])],
)
def test_notebooks_are_chosen_by_number(only, chosen):
    known = [Path("00_a.py"), Path("04_b.py"), Path("10_c.py")]
    assert [path.stem for path in tool.choose(known, only)] == chosen
    with pytest.raises(
        SystemExit, match="There is no notebook 05, 77. There are 00_a, 04_b, 10_c"
    ):
        tool.choose(known, [*only, "77", "5"])


@pytest.fixture
def folders(tmp_path, monkeypatch, source, built):
    """A series of one notebook, text and notebook in agreement."""
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "NOTEBOOKS", tmp_path)
    text = tmp_path / "source" / source.name
    text.parent.mkdir()
    shutil.copy(source, text)
    notebook = tmp_path / "99_test.ipynb"
    tool.write_if_changed(built, notebook)
    return text, notebook


def age(path, seconds):
    time = path.stat().st_mtime - seconds
    os.utime(path, (time, time))


def test_build_does_not_overwrite_an_edit_made_in_jupyter(folders):
    text, notebook = folders
    notebook.write_text(notebook.read_text("utf-8").replace("# Title", "# My title"), "utf-8")
    edited = notebook.read_bytes()
    age(text, 60)
    with pytest.raises(
        SystemExit,
        match="an edit would be lost.*make sync ONLY=99.*If you have "
        "edited both, copy 99_test.py first",
    ):
        tool.build(text)
    assert notebook.read_bytes() == edited
    tool.sync(text)
    assert "# # My title" in text.read_text("utf-8")


def test_sync_keeps_the_text_that_it_overwrites(folders, capsys):
    """Both are edited, and to build was refused: the edit of the text is in no other file."""
    text, notebook = folders
    mine = TEXT.replace("plt.plot([1, 2])", "plt.plot([1, 5])")
    text.write_text(mine, "utf-8")
    notebook.write_text(notebook.read_text("utf-8").replace("# Title", "# My title"), "utf-8")
    age(text, 60)
    tool.sync(text)
    assert text.read_text("utf-8") == TEXT.replace("# Title", "# My title")
    [kept] = (tool.ROOT / "build" / "before_sync").iterdir()
    assert kept.read_text("utf-8") == mine
    assert f"{kept.relative_to(tool.ROOT)}: the text as it was" in capsys.readouterr().out
    tool.sync(text)
    assert list(kept.parent.iterdir()) == [kept], "what is unchanged is not kept"


def test_sync_does_not_overwrite_an_edit_of_the_text(folders):
    text, notebook = folders
    text.write_text(TEXT.replace("# Title", "# My title"), "utf-8")
    age(notebook, 60)
    with pytest.raises(SystemExit, match="an edit would be lost.*make notebooks ONLY=99"):
        tool.sync(text)
    assert "My title" in text.read_text("utf-8")
    age(text, 120)
    tool.sync(text)
    assert text.read_text("utf-8") == TEXT


def changed(cell, **changes):
    return nbformat.from_dict({**cell, **changes})


def test_a_change_that_counts_is_seen(built):
    text, setup, plot, timing = built.cells
    assert tool.same_cell(plot, plot) and tool.same_cell(text, text)
    assert not tool.same_cell(text, changed(text, source="# Other"))
    assert not tool.same_cell(plot, changed(plot, outputs=[]))
    assert tool.same_cell(timing, changed(timing, outputs=[]))
    printed = nbformat.v4.new_output("stream", text="74.579601")
    one_digit = nbformat.v4.new_output("stream", text="74.579602")
    assert not tool.same_cell(
        changed(setup, outputs=[printed]), changed(setup, outputs=[one_digit])
    )


def png(pixels, software):
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", software)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png", pnginfo=info)
    return base64.b64encode(file.getvalue()).decode()


def test_pictures_are_compared_by_what_is_seen():
    pixels = np.full((40, 40, 3), 255, dtype=np.uint8)
    dot = pixels.copy()
    dot[10:14, 10:14] = 0
    rounding = pixels.copy()
    rounding[::10, 0] -= 1
    assert tool.same_picture(png(pixels, "A 1"), png(rounding, "A 1"))
    assert not tool.same_picture(png(pixels, "A 1"), png(dot, "A 1"))
    assert not tool.same_picture(png(pixels, "A 1"), png(pixels[:30], "A 1"))
    assert tool.same_picture(png(pixels, "A 1"), png(dot, "A 2")), "drawn by another version"


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_make_help_lists_every_target_and_builds_no_environment(tmp_path):
    copy = copy_project(tmp_path)
    help = subprocess.run(["make", "help"], cwd=copy, check=True, capture_output=True, text=True)
    targets = re.search(r"^.PHONY: (.+)$", (copy / "Makefile").read_text("utf-8"), re.M)[1]
    assert re.findall(r"^make (\w+) +\w", help.stdout, re.M) == targets.split()
    assert not (copy / ".venv").exists()
