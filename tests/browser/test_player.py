"""The step player as its users meet it: on web pages and in both notebook programs."""

import re

import nbformat
import numpy as np
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import expect

from kmeans_lab import get_sample_blobs_data
from kmeans_lab.player import Step, StepPlayer, watch

X = get_sample_blobs_data()
START = [[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]]
HISTORY = watch(X, START)
CODE = f"""
from kmeans_lab import get_sample_blobs_data
from kmeans_lab.player import StepPlayer, watch
X = get_sample_blobs_data()
StepPlayer(X, watch(X, {START}), "A run", "feature 1", "feature 2")
"""
PIXELS = "canvas => canvas.toDataURL()"


def run_player():
    return StepPlayer(X, HISTORY, "A run", "feature 1", "feature 2")


def other_player():
    middle = X.mean(axis=0)
    halves = np.where(X[:, 0] < 0, 0, 1)
    steps = [
        Step("k = 1", [middle], np.zeros(len(X), int)),
        Step("k = 2", [X[halves == 0].mean(axis=0), X[halves == 1].mean(axis=0)], halves),
    ]
    return StepPlayer(X, steps, "Over k")


def stored(*players):
    """Return a notebook with the players as stored outputs, as a run leaves it."""
    cells = []
    for player in players:
        data = {"text/html": player._repr_html_(), "text/plain": repr(player)}
        output = nbformat.v4.new_output("execute_result", data, execution_count=1)
        cells.append(nbformat.v4.new_code_cell("player", outputs=[output], execution_count=1))
    return cells


def as_page(*players, theme=""):
    """Return a bare page with the players in it."""
    return (
        f"<!doctype html><html lang=en {theme}><meta charset=utf-8><title>Players</title>"
        "<meta name=viewport content='width=device-width'><main><h1>Players</h1>"
        + "".join(player._repr_html_() for player in players)
        + "</main>"
    )


class Driver:
    """Reads and works one player on a page."""

    def __init__(self, page, name="A run"):
        self.page = page
        self.root = page.get_by_role("group", name=name, exact=True)
        self.said = self.root.locator("[aria-live=polite]")
        self.slider = self.root.get_by_role("slider")
        self.plot, self.curve = self.root.locator("canvas").all()

    def press(self, name):
        self.root.get_by_role("button", name=name, exact=True).click()

    def keys(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def expect_step(self, number, words="", of=None):
        of = of or len(HISTORY)
        expect(self.root.get_by_text(f"step {number} of {of}", exact=True)).to_be_visible()
        expect(self.slider).to_have_value(str(number))
        expect(self.slider).to_have_attribute("aria-valuetext", f"step {number} of {of}")
        expect(self.said).to_contain_text(words)


@pytest.fixture
def exported(page, tmp_path):
    """The page that nbconvert makes of two players: no kernel, no network."""
    notebook = nbformat.v4.new_notebook(cells=stored(run_player(), other_player()))
    html, _ = HTMLExporter().from_notebook_node(notebook)
    path = tmp_path / "players.html"
    path.write_text(html, encoding="utf-8")
    page.route(re.compile("^http"), lambda route: route.fulfill(body=""))  # MathJax and others
    page.goto(path.as_uri())
    return page


def test_exported_page_plays_without_kernel(exported):
    page, run = exported, Driver(exported)
    assert page.locator(".kmeans-player img:visible").count() == 0, "the filmstrip gives way"
    run.expect_step(1, "start. 3 centroids, no point has a label yet.")
    run.press("Step forward")
    run.expect_step(2, "round 1: label. 200 points got a label. WCSS 168.21.")
    run.press("Step forward")
    run.expect_step(3, "The centroids moved by up to 0.65. WCSS falls to 117.798.")
    run.press("Last step")
    run.expect_step(10, "No point changed cluster: K-Means has converged. WCSS stays 74.5796.")
    run.keys("Enter")  # once more: there is no next step
    run.expect_step(10)
    expect(run.root.get_by_role("button", name="Step forward")).to_be_disabled()
    run.press("Step back")
    run.expect_step(9)
    run.press("First step")
    run.expect_step(1)
    expect(run.root.get_by_role("button", name="Step back")).to_be_disabled()
    run.slider.fill("7")
    run.expect_step(7, "round 3: move")
    box = run.slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    run.expect_step(10)
    Driver(page, "Over k").expect_step(1, of=2)  # and the other player stays where it is


def test_keys_curve_and_play(exported):
    run, other = Driver(exported), Driver(exported, "Over k")
    run.slider.focus()
    run.keys("ArrowRight", "ArrowRight")
    run.expect_step(3)
    run.keys("ArrowLeft")
    run.expect_step(2)
    run.keys("End")
    run.expect_step(10)
    run.keys("Home")
    run.expect_step(1)
    width = run.curve.bounding_box()["width"]
    run.curve.click(position={"x": width - 20, "y": 60})
    run.expect_step(10)
    other.press("Step forward")
    other.expect_step(2, "k = 2. 2 clusters instead of 1.", of=2)
    run.slider.focus()
    run.keys("ArrowLeft", "ArrowLeft", " ")  # space plays from here to the end
    expect(run.root.get_by_role("button", name="Pause")).to_be_visible()
    run.expect_step(9)
    run.expect_step(10)
    expect(run.root.get_by_role("button", name="Play")).to_be_visible()
    run.press("Play")  # from the end it starts again
    run.expect_step(1)
    run.press("Pause")
    other.expect_step(2, of=2)


def test_every_step_is_accessible_in_the_dark_and_on_a_phone(open_page, assert_accessible):
    page = open_page(width=390, height=800, reduced_motion="reduce")
    page.set_content(as_page(run_player(), theme="data-theme=dark"))
    run, pictures = Driver(page), set()
    assert run.root.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(22, 25, 29)"
    run.root.get_by_text("The steps in words").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    for button in run.root.get_by_role("button").all():
        assert button.bounding_box()["height"] >= 40
    for number in range(1, len(HISTORY) + 1):
        run.expect_step(number)
        assert_accessible(page)
        pictures.add(run.plot.evaluate(PIXELS))
        run.slider.press("ArrowRight")
    # The last step changes nothing; every other one has a picture of its own, and at once.
    assert len(pictures) == len(HISTORY) - 1


def test_centroids_glide_unless_motion_is_reduced(open_page):
    seen = {}
    for motion in ("reduce", "no-preference"):
        page = open_page(reduced_motion=motion)
        page.set_content(as_page(run_player()))
        run = Driver(page)
        run.slider.fill("2")
        # Press the key and look in one go, before a frame can pass.
        at_once = page.evaluate("""() => {
            const press = new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true});
            document.querySelector('.kmeans-player input').dispatchEvent(press);
            return document.querySelector('canvas').toDataURL();
        }""")
        run.expect_step(3)
        page.wait_for_timeout(700)
        seen[motion] = at_once == run.plot.evaluate(PIXELS)
    assert seen == {"reduce": True, "no-preference": False}


def test_jupyterlab_runs_it_and_shows_the_filmstrip_where_it_trusts_nobody(
    jupyter, page, assert_accessible
):
    jupyter.write("player.ipynb", [CODE])
    jupyter.write("untrusted.ipynb", stored(run_player()))
    jupyter.open(page, "player.ipynb", "lab")
    jupyter.run_all(page)
    run = Driver(page)
    run.press("Step forward")
    run.keys("ArrowRight", "ArrowRight")
    run.expect_step(4, "20 points changed cluster")
    expect(page.locator(".jp-Cell")).to_have_count(1)
    assert_accessible(page, ".kmeans-player")
    light = run.plot.evaluate(PIXELS)
    jupyter.set_theme(page, "JupyterLab Dark")
    expect(run.root).not_to_have_css("background-color", "rgb(255, 255, 255)")
    expect(run.plot).to_be_visible()
    assert run.plot.evaluate(PIXELS) != light, "the picture follows the theme"
    assert_accessible(page, ".kmeans-player")
    jupyter.set_theme(page, "JupyterLab Light")

    page.evaluate("jupyterapp.commands.execute('docmanager:open', {path: 'untrusted.ipynb'})")
    outputs = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea")
    picture = outputs.locator("img")
    expect(picture).to_have_js_property("naturalWidth", 754)
    expect(picture).to_be_visible()
    assert "round 1: label, WCSS 168.21" in picture.get_attribute("alt")
    outputs.get_by_text("The steps in words").click()
    expect(outputs.get_by_text("20 points changed cluster.")).to_be_visible()
    assert outputs.locator("button, canvas").count() == 0
    assert_accessible(page, ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea")


def test_notebook_7_leaves_the_keys_to_the_player(jupyter, page):
    below = nbformat.v4.new_markdown_cell("\n\n".join(["More to scroll to."] * 40))
    # The name that JupyterLab has open: its kernel has the package loaded already.
    jupyter.write("player.ipynb", ["1", CODE, below])
    jupyter.open(page, "player.ipynb", "notebook")
    jupyter.run_all(page)
    run = Driver(page)
    run.press("Step forward")
    selected = page.locator(".jp-Cell.jp-mod-selected")
    source = selected.locator(".cm-content").inner_text()
    scroll = "() => document.querySelector('.jp-WindowedPanel-outer').scrollTop"
    place = page.evaluate(scroll)
    run.keys("ArrowRight", "ArrowLeft", "ArrowRight", "ArrowRight")
    run.expect_step(4)
    run.slider.focus()
    run.keys(" ")
    expect(run.root.get_by_role("button", name="Pause")).to_be_visible()
    run.keys(" ", "End")
    run.expect_step(10)
    assert selected.locator(".cm-content").inner_text() == source
    assert page.evaluate(scroll) == place
    expect(page.locator(".jp-Cell")).to_have_count(3)
