"""A real browser for the tests: Chromium, JupyterLab, Notebook 7, and axe for accessibility.

Without Chromium the tests are skipped, with a word on how to get it. Where the environment
variable KMEANS_LAB_BROWSER is "required", as in .ci/run, they fail instead.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from json import dumps

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

NAMES = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]
NO_BROWSER = (
    "no Chromium or Chrome found: install one (on Debian and Ubuntu: apt-get install "
    "chromium) or name it in the environment variable KMEANS_LAB_CHROMIUM"
)
# No sandbox: a container's root cannot have one. The others keep Chromium from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
PATIENCE = 60_000  # milliseconds; a busy machine starts a kernel slowly
# What Notebook 7.6 itself writes to the console, with an empty notebook and nothing of ours.
NOT_OURS = {
    "Cannot read properties of undefined (reading 'schema')",
    "Command 'filebrowser:open-path' not registered.",
}
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}


def chromium():
    """Return the path of the browser, or None."""
    named = os.environ.get("KMEANS_LAB_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


# Of a module, not of the session: while it runs, no test of the same process can use asyncio,
# and nbval does.
@pytest.fixture(scope="module")
def browser():
    path = chromium()
    if path is None:
        required = os.environ.get("KMEANS_LAB_BROWSER") == "required"
        (pytest.fail if required else pytest.skip)(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Open a page: ``open_page(width=390, height=800, color_scheme="dark", ...)``.

    When the test is over, no page may have written an error to its console.
    """
    contexts, complaints = [], []

    def open_page(width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                complaints.append(f"{message.text} {message.location}")
                if message.type == "error"
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert set(complaints) <= NOT_OURS, "errors on the console"


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def assert_accessible():
    """Let axe look at a page or at the part of it that a selector names."""

    def assert_accessible(page, selector=None):
        found = Axe().run(page, context=selector).response["violations"]
        assert found == [], "\n".join(
            f"{v['id']}: {v['help']}\n  " + "\n  ".join(n["html"] for n in v["nodes"])
            for v in found
        )

    return assert_accessible


class Jupyter:
    """A server with JupyterLab (``/lab``) and Notebook 7 (``/notebooks``) on a folder."""

    def __init__(self, folder):
        self.folder = folder / "notebooks"
        self.folder.mkdir()
        self.port = _free_port()
        for name, settings in SETTINGS.items():
            path = folder / "settings" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dumps(settings), encoding="utf-8")
        self.environment = {
            **os.environ,
            "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "JUPYTER_DATA_DIR": str(folder / "data"),
            "IPYTHONDIR": str(folder / "ipython"),
        }

    def __enter__(self):
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                f"--port={self.port}",
                "--ServerApp.port_retries=0",
                "--IdentityProvider.token=",
                "--LabApp.expose_app_in_browser=True",
                "--JupyterNotebookApp.expose_app_in_browser=True",
                f"--ServerApp.root_dir={self.folder}",
            ],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + PATIENCE / 1000
        while True:
            try:
                urllib.request.urlopen(f"http://localhost:{self.port}/api").close()
                return self
            except OSError:
                assert self.process.poll() is None, "Jupyter did not start"
                assert time.monotonic() < end, "Jupyter did not answer"
                time.sleep(0.2)

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()

    def write(self, name, cells):
        """Save a notebook: strings become code cells, notebook cells stay what they are."""
        cells = [nbformat.v4.new_code_cell(c) if isinstance(c, str) else c for c in cells]
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, self.folder / name)

    def open(self, page, name, where="lab"):
        """Open a notebook in JupyterLab (``"lab"``) or in Notebook 7 (``"notebook"``)."""
        address = {"lab": f"lab/tree/{name}?reset", "notebook": f"notebooks/{name}"}[where]
        page.goto(f"http://localhost:{self.port}/{address}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.ready")

    def run_all(self, page):
        """Run all cells by the menu, as a user does, and wait until the last has run."""
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        last = page.locator(".jp-CodeCell .jp-InputArea-prompt").last
        expect(last).to_have_text(re.compile(r"\d"), timeout=PATIENCE)

    def set_theme(self, page, theme):
        """Choose a theme: "JupyterLab Light" or "JupyterLab Dark"."""
        page.evaluate(
            "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme
        )
        light = "true" if theme.endswith("Light") else "false"
        page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")


def _free_port():
    with socket.socket() as s:
        s.bind(("localhost", 0))
        return s.getsockname()[1]


@pytest.fixture(scope="module")
def jupyter(browser, tmp_path_factory):
    with Jupyter(tmp_path_factory.mktemp("jupyter")) as server:
        yield server
