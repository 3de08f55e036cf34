"""The site for readers in a browser: on every page, at a desk and on a phone, light and dark."""

import functools
import re
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.test_site import site  # noqa: F401  (the fixture that builds it)

pytestmark = pytest.mark.slow  # axe reads every page twice

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def address(site):  # noqa: F811
    server = ThreadingHTTPServer(("localhost", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def paths(site):  # noqa: F811
    """All pages. Of the pages that show the package's source, one stands for all."""
    found = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    ]
    sources = [path for path in found if path.startswith("_modules/kmeans_lab")]
    return [path for path in found if path not in sources[1:]]


@pytest.fixture
def visit(open_page, address):
    """Open a window that asks no other host, and return a function that opens pages in it."""
    asked = []

    def visit(size, scheme):
        page = open_page(**size, color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        # axe, not a reader's browser, looks for what a style sheet imports beside the page.
        page.route(
            re.compile(r"(?<!_static)(?<!styles)/basic\.css$"),
            lambda route: route.fulfill(content_type="text/css", body=""),
        )
        return lambda path: page.goto(address + path) and page

    yield visit
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize(
    "size, scheme", [(DESK, "light"), (PHONE, "dark")], ids=["desk, light", "phone, dark"]
)
def test_every_page_is_accessible_and_fits(visit, paths, assert_accessible, size, scheme):
    go = visit(size, scheme)
    for path in paths:
        page = go(path)
        assert page.locator("html").get_attribute("data-theme") == scheme
        assert page.evaluate(TOO_WIDE) <= 0, path
        assert page.locator("h1:visible").count() == 1, path
        try:
            assert_accessible(page)
        except AssertionError as error:
            raise AssertionError(f"{path}: {error}") from None


@pytest.mark.parametrize(
    "size, scheme", [(DESK, "dark"), (PHONE, "light")], ids=["desk, dark", "phone, light"]
)
def test_every_page_opens_in_the_other_theme(visit, paths, size, scheme):
    go = visit(size, scheme)
    for path in paths:
        page = go(path)
        assert page.locator("html").get_attribute("data-theme") == scheme
        assert page.evaluate(TOO_WIDE) <= 0, path


def test_players_play_without_a_kernel(visit, paths):
    go = visit(DESK, "light")
    played = 0
    for path in paths:
        if path == "index.html" or path.startswith("notebooks/"):
            page = go(path)
            for player in page.locator(".kmeans-player").all():
                said = player.locator(".kp-said")
                before = said.inner_text()
                player.get_by_role("button", name="Step forward").click()
                expect(said).not_to_have_text(before)
                played += 1
    assert played >= 5


def test_search_finds_a_notebook_by_its_words(visit):
    go = visit(DESK, "light")
    results = go("search.html?q=silhouette").locator("#search-results")
    expect(results.get_by_role("link", name="02 Choosing k").first).to_be_visible()
    excerpt = go("search.html?q=clinic").locator("#search-results .context").first
    expect(excerpt).to_contain_text("clinic")
    expect(excerpt).not_to_contain_text("Settings")  # a menu's words, not the page's


def test_a_solution_opens_and_what_is_wide_scrolls_in_its_box(visit, assert_accessible):
    page = visit(PHONE, "light")("notebooks/04_kmeans_from_scratch.html")
    solution = page.locator("details.lab-solution").first
    code = solution.locator("pre").first
    expect(code).to_be_hidden()
    solution.locator("summary").click()
    expect(code).to_be_visible()
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert page.evaluate(TOO_WIDE) <= 0
    assert_accessible(page)


def test_theme_and_contents_are_at_hand_on_a_phone(visit):
    page = visit(PHONE, "light")("notebooks/02_choosing_k.html")
    page.locator(".bd-header-article .primary-toggle").click()
    page.get_by_role("link", name="Glossary").click()
    expect(page.locator("h1:visible")).to_contain_text("Glossary")
    expect(page.locator(".theme-switch-button:visible").first).to_be_enabled()


def test_contents_close_over_the_section_chosen_on_a_phone(visit):
    page = visit(PHONE, "light")("notebooks/07_when_kmeans_fails.html")
    page.locator(".secondary-toggle:visible").click()
    link = page.locator(".page-toc").get_by_role("link", name="Exhibit 7: rings")
    link.click()
    expect(link).not_to_be_in_viewport()
    expect(page.get_by_role("heading", name="Exhibit 7: rings")).to_be_in_viewport()


@pytest.mark.parametrize("size, scrolls", [(DESK, False), (PHONE, True)], ids=["desk", "phone"])
def test_pictures_of_several_panels_scroll_on_a_phone(visit, size, scrolls):
    boxes = visit(size, "light")("notebooks/07_when_kmeans_fails.html").locator(".wide-picture")
    assert boxes.count() >= 3
    for box in boxes.all():
        assert box.evaluate("box => box.scrollWidth > box.clientWidth") == scrolls
        assert box.evaluate("box => box.tabIndex") == (0 if scrolls else -1)
