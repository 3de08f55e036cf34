"""The playground in a real browser: clicked, dragged, typed into, and read in page and kernel."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.project import ROOT

PIXELS = "canvas => canvas.toDataURL()"

PLAY = """\
from kmeans_lab.playground import Playground

playground = Playground()
playground"""

STUDENT = """\
import numpy as np

from kmeans_lab import steps
from kmeans_lab.playground import Playground

mode = "raise"


def assign_labels(X, centroids):
    print("mode", mode)
    if mode == "raise":
        return np.zeros(3)[len(X)]
    while mode == "hang":
        pass
    return np.full(len(X), 7) if mode == "nonsense" else steps.assign_labels(X, centroids)


clinic = Playground(n_clusters=2, assign_labels=assign_labels)
clinic"""


class Board:
    """A playground on a page, as its user sees it."""

    def __init__(self, page, number=0):
        self.page, self.root = page, page.locator(".kmeans-playground").nth(number)
        self.plane = self.root.locator(".pg-plane")
        self.root.scroll_into_view_if_needed()

    def part(self, name):
        return self.root.locator(f"[data-part={name}]")

    def press(self, name):
        self.root.get_by_role("button", name=name).click()

    def says(self, words):
        expect(self.part("sentence")).to_contain_text(words, timeout=PATIENCE)

    def counts(self, points, centroids):
        expect(self.part("nPoints")).to_have_text(str(points))
        expect(self.part("nCentroids")).to_contain_text(f"{centroids} centroid")

    def at(self, x, y):
        """Return the place on the page that is at these shares of the picture."""
        self.plane.scroll_into_view_if_needed()
        box = self.plane.bounding_box()
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    def drag(self, start, end):
        mouse = self.page.mouse
        mouse.move(*self.at(*start))
        mouse.down()
        mouse.move(*self.at(*end), steps=20)
        mouse.up()

    def choose(self, tool):
        self.root.get_by_text(tool, exact=True).first.click()


def run(page, code):
    """Run code in the last cell, as a student does after playing, and return what it prints."""
    return page.evaluate(
        """async code => {
        const notebook = jupyterapp.shell.currentWidget.content;
        notebook.activeCellIndex = notebook.widgets.length - 1;
        notebook.activeCell.model.sharedModel.setSource(code);
        await jupyterapp.commands.execute("notebook:run-cell");
        const outputs = notebook.activeCell.outputArea.model;
        return outputs.length ? outputs.get(0).toJSON().text : "";
    }""",
        code,
    ).strip()


def ask(page, expression):
    return run(page, f"print({expression})")


def numbers(page, expression):
    return [float(number) for number in ask(page, f"*{expression}").split()]


@pytest.fixture
def lab(jupyter, page):
    jupyter.write("playground.ipynb", [PLAY, STUDENT, "print('answer')"])
    jupyter.open(page, "playground.ipynb")
    jupyter.run_all(page)
    return page


def test_jupyterlab_mouse(lab, jupyter, assert_accessible):
    board = Board(lab)
    board.counts(200, 3)
    assert_accessible(lab, ".kmeans-playground")
    assert ask(lab, "playground.n_iter, playground.inertia > 0") == "0 True"
    two_points_by_click_and_the_middle_between_them(lab, board)
    spray_and_erase(lab, board)
    every_button(lab, board)
    a_student_s_function_goes_wrong(lab, Board(lab, 1), assert_accessible)
    follows_a_change_of_theme(lab, jupyter, board)


def follows_a_change_of_theme(page, jupyter, board):
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        before = board.plane.evaluate(PIXELS)
        jupyter.set_theme(page, theme)
        page.wait_for_timeout(300)
        followed = board.plane.evaluate(PIXELS)
        for _ in range(2):
            board.part("regions").click()  # there and back: drawn anew
            page.wait_for_timeout(100)
        assert board.plane.evaluate(PIXELS) == followed != before


def two_points_by_click_and_the_middle_between_them(page, board):
    for place in ((0.3, 0.2), (0.9, 0.6)):
        page.mouse.click(*board.at(*place))
        page.wait_for_timeout(100)
    board.counts(202, 3)
    board.choose("set centroids")
    page.mouse.click(*board.at(0.2, 0.1))
    board.says("You added centroid 3.")
    board.drag((0.2, 0.1), (0.6, 0.4))
    board.says("You moved centroid 3. A new run begins here.")
    board.counts(202, 4)
    got = numbers(page, "playground.centroids[3], *playground.X[-2:].mean(axis=0)")
    assert got[:2] == pytest.approx(got[2:], abs=0.02), "the middle, but for whole pixels"


def spray_and_erase(page, board):
    board.choose("add points")
    board.drag((0.3, 0.9), (0.6, 0.85))
    board.says("You added points.")
    sprayed = int(ask(page, "len(playground.X)"))
    assert 210 < sprayed < 300
    expect(board.part("nPoints")).to_have_text(str(sprayed))
    board.choose("erase")
    page.mouse.click(*board.at(0.6, 0.4))
    board.says("You removed centroid 3.")
    board.drag((0.3, 0.9), (0.6, 0.85))
    board.says("You erased points.")
    assert int(ask(page, "len(playground.X)")) < sprayed


def every_button(page, board):
    board.part("preset").select_option("Blobs")
    board.says("Blobs: 200 points, and a random start.")
    before = board.plane.evaluate(PIXELS)
    board.press("Step: label")
    board.says("200 points got a label: the nearest centroid.")
    wcss = float(board.part("wcss").inner_text())
    assert board.plane.evaluate(PIXELS) != before, "the points have colours now"
    board.press("Step: move")
    board.says("The centroids moved to the means of their clusters")
    assert float(board.part("wcss").inner_text()) < wcss
    board.press("Run")
    board.says("K-Means has converged")
    expect(board.part("step")).to_have_text("Step: done")
    expect(board.part("run")).to_have_text("Run")
    assert float(ask(page, "playground.inertia")) == pytest.approx(
        float(board.part("wcss").inner_text()), rel=1e-5
    )
    board.press("Reset")
    board.says("Back at the start of this run.")
    start = ask(page, "playground.centroids.tolist(), playground.n_iter")
    board.part("init").select_option("k-means++")
    board.press("New start")
    board.says("New start, k-means++")
    assert ask(page, "playground.centroids.tolist(), playground.n_iter") != start
    board.press("Add a centroid")
    board.counts(200, 4)
    board.press("Remove the last centroid")
    board.counts(200, 3)
    before = board.plane.evaluate(PIXELS)
    board.part("regions").click()
    expect(board.part("regions")).not_to_be_checked()
    page.wait_for_timeout(100)
    assert board.plane.evaluate(PIXELS) != before
    board.press("Run")
    board.says("got a label")
    board.press("Pause")
    expect(board.part("run")).to_have_text("Run")
    board.press("Clear points")
    board.says("All points are gone.")
    board.counts(0, 3)


def a_student_s_function_goes_wrong(page, board, assert_accessible):
    for mode, words in (
        ("raise", "IndexError: index 200 is out of bounds"),
        ("hang", "did not come to an end within a second"),
        ("nonsense", "the label 7 for point 0. There are 2 centroids"),
    ):
        run(page, f"mode = {mode!r}")
        board.press("Step: label")
        expect(board.part("trouble")).to_contain_text(words, timeout=PATIENCE)
        expect(board.part("trouble")).to_contain_text("assign_labels gave nothing to go on with")
        expect(board.part("printed")).to_contain_text(f"mode {mode}")
        assert ask(page, "clinic.X.shape, clinic.n_iter") == "(200, 2) 0"
    assert_accessible(page, ".kmeans-playground")
    run(page, "mode = None")
    board.press("Step: label")
    board.says("200 points got a label")
    expect(board.part("trouble")).to_be_empty()


def test_notebook_7_keys_on_a_narrow_screen(jupyter, open_page, assert_accessible):
    jupyter.write("keys.ipynb", [PLAY, "print('answer')"])
    page = open_page(width=390, height=800, color_scheme="dark", reduced_motion="reduce")
    jupyter.open(page, "keys.ipynb", "notebook")
    jupyter.run_all(page)
    board = Board(page)
    assert_accessible(page, ".kmeans-playground")
    fits_a_narrow_screen(board)
    points_and_centroids_by_keys(page, board)
    buttons_by_keys(page, board)
    assert page.locator(".jp-Cell").count() == 2, "no key reached the notebook"
    the_kernel_is_gone(page, board)


def fits_a_narrow_screen(board):
    assert board.root.evaluate("root => root.scrollWidth <= root.clientWidth")
    for control in board.root.locator("button, select, .pg-tools label, .pg-check").all():
        box = control.bounding_box()
        assert box["height"] >= 40 and box["x"] >= 0 and box["x"] + box["width"] <= 390


def points_and_centroids_by_keys(page, board):
    def keys(*names):
        for name in names:
            page.keyboard.press(name)

    where = board.part("where")
    board.plane.focus()
    keys("ArrowRight", "ArrowUp", "Shift+ArrowDown")
    expect(where).to_contain_text("Cross at")
    x, y = map(float, re.findall(r"-?\d+\.\d+", where.inner_text())[:2])
    keys("Enter")
    board.counts(201, 3)
    got = numbers(page, "playground.X[-1]")
    assert got == pytest.approx([x, y], abs=0.01)
    board.plane.focus()
    keys("ArrowLeft", "ArrowLeft", " ")
    board.counts(202, 3)
    keys("c", "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    board.says("You added centroid 3.")
    keys("Enter")
    expect(where).to_contain_text("Centroid 3 picked up")
    keys("ArrowDown", "ArrowDown", "Enter")
    expect(where).to_have_text("Centroid 3 put down")
    board.says("You moved centroid 3.")
    keys("Shift+ArrowLeft", "Delete")
    board.says("You removed centroid 3.")
    keys("s")
    board.says("202 points got a label")


def buttons_by_keys(page, board):
    tool = board.root.get_by_role("radio", name="add points")
    tool.focus()
    page.keyboard.press("ArrowRight")
    expect(board.root.get_by_role("radio", name="set centroids")).to_be_checked()
    board.root.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    board.says("Back at the start of this run.")
    board.root.get_by_role("button", name="Run").focus()
    page.keyboard.press(" ")
    board.says("K-Means has converged")


def the_kernel_is_gone(page, board):
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    board.press("Reset")
    board.says("The kernel does not answer.")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_every_state_is_accessible(jupyter, page, assert_accessible, theme):
    jupyter.write("states.ipynb", [PLAY, STUDENT, "print('answer')"])
    jupyter.open(page, "states.ipynb")
    jupyter.set_theme(page, theme)
    jupyter.run_all(page)
    board, clinic = Board(page), Board(page, 1)
    for state in (
        *states_of_a_run(board),
        *states_by_keys(page, board),
        *states_of_trouble(page, clinic),
        *states_at_the_end(page, board),
    ):
        try:
            assert_accessible(page, ".kmeans-playground")
        except AssertionError as error:
            raise AssertionError(f"{state}: {error}") from None


def states_of_a_run(board):
    yield "untouched"
    board.press("Step: label")
    board.says("got a label")
    yield "labelled"
    board.press("Run")
    expect(board.part("run")).to_have_text("Pause")
    yield "running"
    board.says("K-Means has converged")
    yield "converged"
    board.part("regions").click()
    yield "without regions"


def states_by_keys(page, board):
    board.plane.focus()
    for key, words in (("e", "erases"), ("c", "sets a centroid"), ("ArrowLeft", "Cross at")):
        page.keyboard.press(key)
        expect(board.part("where")).to_contain_text(words)
        yield words
    page.keyboard.press("Enter")
    board.says("You added centroid 3.")
    page.keyboard.press("Enter")
    expect(board.part("where")).to_contain_text("picked up")
    yield "a centroid in hand"
    page.keyboard.press("Escape")


def states_of_trouble(page, board):
    for mode, words in (
        ("raise", "IndexError"),
        ("hang", "within a second"),
        ("nonsense", "the label 7"),
    ):
        run(page, f"mode = {mode!r}")
        board.press("Step: label")
        expect(board.part("trouble")).to_contain_text(words, timeout=PATIENCE)
        yield words


def states_at_the_end(page, board):
    board.press("Clear points")
    board.says("All points are gone.")
    yield "without points"
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    board.press("Reset")
    board.says("The kernel does not answer.")
    yield "without a kernel"


@pytest.mark.parametrize("where", ["lab", "notebook"])
def test_saved_and_opened_again_it_is_a_picture(jupyter, browser, where):
    jupyter.write("saved.ipynb", [PLAY, "print('answer')"])
    page = browser.new_page()  # not `page`: ipywidgets tells the console what it does not find
    page.set_default_timeout(PATIENCE)
    jupyter.open(page, "saved.ipynb", where)
    jupyter.run_all(page)
    picture = page.locator(".jp-OutputArea-output img")
    expect(Board(page).plane).to_be_visible()
    expect(picture).to_be_hidden()
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    page.reload()  # with the same kernel, the playground is there again
    expect(Board(page).plane).to_be_visible()
    expect(picture).to_be_hidden()
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.goto("about:blank")
    jupyter.open(page, "saved.ipynb", where)
    message = page.get_by_text("Error displaying widget")
    expect(message).to_have_count(1)
    expect(message).to_be_hidden()
    expect(picture).to_be_visible()
    page.close()


def test_a_notebook_of_the_series_shows_the_picture_without_a_kernel(jupyter, page):
    shutil.copy(ROOT / "notebooks" / "00_start_here.ipynb", jupyter.folder)
    page.route(re.compile("^https"), lambda route: route.fulfill(body=""))  # the Colab badge
    jupyter.open(page, "00_start_here.ipynb")
    cell = page.locator(".jp-CodeCell").filter(has_text="import Playground")
    expect(cell.locator(".jp-OutputArea-output img")).to_be_visible()
    expect(cell.locator(".jp-OutputArea")).to_contain_text("Playground: 200 points, 3 centroids")
