"""What the step player tells and writes, and that it is the same to the byte everywhere."""

import base64
import doctest
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from sklearn.cluster import KMeans

from kmeans_lab import MyKMeans, get_sample_blobs_data
from kmeans_lab import steps as package_steps
from kmeans_lab.player import Step, StepPlayer, history, page, watch
from kmeans_lab.player.filmstrip import shown_steps
from kmeans_lab.player.look import look
from kmeans_lab.player.scene import drawn_rows, frame
from kmeans_lab.player.story import as_text, tell
from kmeans_lab.plotting import default_colors, default_markers

X = get_sample_blobs_data()
START = np.array([[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]])
SQUARE = np.array([[0.0, 0.0], [0.0, 1.0], [4.0, 0.0], [4.0, 1.0]])


class Page(HTMLParser):
    """The tags of a page, the text outside of scripts and styles, and what the player holds."""

    def __init__(self, player):
        super().__init__()
        self.tags, self.text, self.open = [], "", []
        self.feed(player if isinstance(player, str) else player._repr_html_())
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in ("img", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, "tags are nested"

    def handle_data(self, data):
        if not {"script", "style"} & set(self.open):
            self.text += data

    def attributes(self, tag):
        [found] = [attributes for name, attributes in self.tags if name == tag]
        return found

    @property
    def data(self):
        return json.loads(self.attributes("div")["data-player"])

    @property
    def svg(self):
        kind, code = self.attributes("img")["src"].split(",")
        assert kind == "data:image/svg+xml;base64"
        return ElementTree.fromstring(base64.b64decode(code))


def player(X=X, start=START, **options):
    return StepPlayer(X, watch(X, start), **options)


# The history of a run


def test_the_run_of_the_series_has_its_known_numbers():
    history = watch(X, START)
    wcss = [told.wcss for told in tell(X, history) if told.name.endswith("move")]
    np.testing.assert_allclose(wcss, [117.798265, 89.662536, 76.187755, 74.579601], atol=5e-7)
    names = ["start"] + [f"round {i}: {half}" for i in range(1, 6) for half in ("label", "move")]
    assert [step.name for step in history] == names[:-1], "the fifth labelling changes nothing"


def test_watch_ends_where_sklearn_ends():
    for seed in range(5):
        start = X[np.random.default_rng(seed).choice(len(X), 4, replace=False)]
        theirs = KMeans(4, init=start, n_init=1, tol=0).fit(X)
        last = watch(X, start)[-1]
        np.testing.assert_allclose(last.centroids, theirs.cluster_centers_)
        np.testing.assert_array_equal(last.labels, theirs.labels_)


def test_watch_stops_after_the_rounds_allowed():
    assert [step.name for step in watch(X, START, max_iter=1)] == [
        "start",
        "round 1: label",
        "round 1: move",
    ]


def test_watch_uses_the_functions_it_is_given_and_hands_out_copies():
    def everything_to_the_first(X, centroids):
        labels = np.zeros(len(X), dtype=int)
        X[:] = centroids[:] = 7
        return labels

    def stay(X, labels, centroids):
        moved = centroids + 1
        X[:] = labels[:] = centroids[:] = 1
        return moved

    data, start = SQUARE.copy(), SQUARE[:2].copy()
    history = watch(data, start, everything_to_the_first, stay)
    np.testing.assert_array_equal(data, SQUARE)
    np.testing.assert_array_equal(start, SQUARE[:2])
    np.testing.assert_array_equal(history[-1].centroids, SQUARE[:2] + 1)
    np.testing.assert_array_equal(history[-1].labels, 0)


def test_watch_takes_tables_lists_integers_and_callables_without_a_name():
    class Labels:
        def __call__(self, X, centroids):
            return list(package_steps.assign_labels(X, centroids))

    history = watch(pd.DataFrame(SQUARE.astype(int)), [[0, 0], [4, 0]], Labels())
    np.testing.assert_array_equal(history[-1].centroids, [[0, 0.5], [4, 0.5]])


@pytest.mark.parametrize(
    "answer, words",
    [
        (None, "got None"),
        ([0, 1], r"got shape \(2,\)"),
        ([[0], [0], [1], [1]], r"got shape \(4, 1\)"),
        ([0.0, 0.0, 1.0, 1.0], "got the dtype float64"),
        ([0, 0, 1, 2], "got 2 for row 3"),
        ([-1, 0, 1, 1], "got -1 for row 0"),
        (["a", "b", "a", "b"], "got the dtype <U1"),
        ([[0], [0, 1]], r"got \[\[0\], \[0, 1\]\]"),
    ],
)
def test_nonsense_for_labels_is_named(answer, words):
    def my_labels(X, centroids):
        return answer

    wanted = "my_labels must return 4 whole numbers from 0 to 1, one label for each row of X, "
    with pytest.raises(ValueError, match=wanted + words):
        watch(SQUARE, SQUARE[:2], my_labels)


@pytest.mark.parametrize(
    "answer, words",
    [
        (None, ", got None"),
        ([[0, 0]], r", got shape \(1, 2\)"),
        ([0, 0], r", got shape \(2,\)"),
        ([[0, 0], [np.nan, 1]], r" of finite numbers, got \[nan  1.\] in row 1"),
        ("centre", ", got 'centre'"),
    ],
)
def test_nonsense_for_centroids_is_named(answer, words):
    def my_means(X, labels, centroids):
        return answer

    wanted = r"my_means must return an array of shape \(2, 2\), one centroid a row"
    with pytest.raises(ValueError, match=wanted + words):
        watch(SQUARE, SQUARE[:2], recompute_centroids=my_means)


@pytest.mark.parametrize(
    "arguments, words",
    [
        ({"X": [1, 2]}, "Expected 2D array"),
        ({"X": [[np.nan, 1]]}, "X contains NaN"),
        ({"centroids": [[1, 2, 3]]}, r"centroids must be an array of shape \(k, 2\), .*\(1, 3\)"),
        ({"centroids": np.empty((0, 2))}, r"centroids must be .* got shape \(0, 2\)"),
        ({"max_iter": 0}, "max_iter must be a whole number of at least 1, got 0"),
        ({"max_iter": 2.5}, "got 2.5"),
    ],
)
def test_wrong_arguments_of_watch_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        watch(**{"X": SQUARE, "centroids": SQUARE[:2], **arguments})


@pytest.mark.parametrize(
    "history, words",
    [
        ([], "history must hold at least one Step, got none"),
        ([SQUARE], r"history\[0\] must be a Step\(name, centroids, labels\), got ndarray"),
        (
            [Step("a", SQUARE[:1], [0] * 4), Step("b", SQUARE[:1], [0, 0, 0, 1])],
            r"history\[1\].labels must be 4 whole numbers from 0 to 0, .* got 1 for row 3",
        ),
        ([Step("a", [[1, 2, 3]])], r"history\[0\].centroids must be .* got shape \(1, 3\)"),
    ],
)
def test_wrong_steps_are_named(history, words):
    with pytest.raises(ValueError, match=words):
        StepPlayer(SQUARE, history)


def test_an_error_of_the_students_own_comes_through():
    def mine(X, centroids):
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        watch(SQUARE, SQUARE[:2], mine)


def test_examples_in_the_docstrings():
    for module in (history, page):
        found = doctest.testmod(module)
        assert found.attempted and not found.failed


# The story


def test_the_story_of_the_run():
    assert repr(player()).splitlines() == [
        "StepPlayer: 10 steps, 200 points",
        " 1  start           WCSS -         3 centroids, no point has a label yet.",
        " 2  round 1: label  WCSS 168.21    200 points got a label.",
        " 3  round 1: move   WCSS 117.798   The centroids moved by up to 0.65.",
        " 4  round 2: label  WCSS 99.6579   20 points changed cluster.",
        " 5  round 2: move   WCSS 89.6625   The centroids moved by up to 0.282.",
        " 6  round 3: label  WCSS 81.3978   15 points changed cluster.",
        " 7  round 3: move   WCSS 76.1878   The centroids moved by up to 0.218.",
        " 8  round 4: label  WCSS 74.9531   4 points changed cluster.",
        " 9  round 4: move   WCSS 74.5796   The centroids moved by up to 0.0576.",
        "10  round 5: label  WCSS 74.5796   No point changed cluster: K-Means has converged.",
    ]


@pytest.mark.parametrize(
    "before, after, words",
    [
        (
            ([[0, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            ([[0, 0.5], [4, 0.5]], [0, 1, 1, 1]),
            "1 point changed cluster. WCSS rises to 17.",
        ),
        (
            ([[0, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            ([[0, 0.5], [4, 1.5]], [0, 1, 1, 1]),
            "1 point changed cluster, and the centroids moved by up to 1. WCSS rises to 19.",
        ),
        (
            ([[2, 0.5]], [0] * 4),
            ([[2, 1]], [0] * 4),
            "The centroid moved by 0.5. WCSS rises to 18.",
        ),
        (
            ([[2, 0.5]], [0] * 4),
            ([[0, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            "2 clusters instead of 1. WCSS falls to 1.",
        ),
        (([[0, 0], [4, 0]], None), ([[0, 0], [4, 0]], None), "Nothing changed."),
        (
            ([[0, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            ([[0, 0.5], [4, 0.5]], None),
            "The points lost their labels.",
        ),
        (([[0, 0], [4, 0]], None), ([[1, 0], [4, 0]], None), "The centroids moved by up to 1."),
        # At rest, but not where K-Means comes to rest: wrong labels, wrong means.
        (
            ([[0, 0.5], [4, 0.5]], [1, 1, 0, 0]),
            ([[0, 0.5], [4, 0.5]], [1, 1, 0, 0]),
            "No point changed cluster, and no centroid moved. WCSS stays 65.",
        ),
        (
            ([[1, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            ([[1, 0.5], [4, 0.5]], [0, 0, 1, 1]),
            "No point changed cluster, and no centroid moved. WCSS stays 3.",
        ),
    ],
)
def test_what_happened_is_said(before, after, words):
    labelled = [
        Step(name, centroids, labels and np.array(labels))
        for name, (centroids, labels) in (("before", before), ("after", after))
    ]
    told = tell(SQUARE, StepPlayer(SQUARE, labelled).history)[-1]
    assert f"{told.event} {told.course}".strip() == words


@pytest.mark.parametrize(
    "number, text",
    [
        (0, "0"),
        (117.798265, "117.798"),
        (269981.28, "269981"),
        (1234567.8, "1234568"),
        (0.001234567, "0.00123457"),
        (2.5e12, "2.5e+12"),
        (1e-9, "1e-09"),
        (1, "1"),
        (100, "100"),
        (20.5, "20.5"),
        (999999.7, "1000000"),
    ],
)
def test_numbers_are_short(number, text):
    assert as_text(number) == text


def test_numbers_half_way_are_written_alike_whatever_their_last_bit():
    for half_way in (0.1234565, 2.0000005, 74.57965, 1234.565):
        near = np.nextafter(half_way, [0, 9e9])
        assert len({as_text(number) for number in (half_way, *near)}) == 1


def test_a_sum_that_is_zero_but_for_rounding_is_zero():
    thirds = np.full((3, 2), 0.1)
    assert tell(thirds, [Step("all", thirds[:1] + 1e-17, np.zeros(3, int))])[0].wcss == 0


# The page


def test_the_page_is_the_same_to_the_byte():
    html = player(title="A run")._repr_html_()
    assert html == player(title="A run")._repr_html_()
    in_fortran_order = np.asfortranarray(X)
    assert html == player(in_fortran_order, title="A run")._repr_html_()
    assert html == player(X.tolist(), START.tolist(), title="A run")._repr_html_()
    # A change in the last bits, as between versions of NumPy, is no change.
    nudged = StepPlayer(
        np.nextafter(X, 9),
        [
            Step(name, np.nextafter(centroids, -9), labels)
            for name, centroids, labels in watch(X, START)
        ],
        title="A run",
    )
    assert html == nudged._repr_html_() and repr(player()) == repr(nudged)


def test_integers_and_floats_of_any_size_give_the_same_page():
    whole = np.round(X * 10)
    pages = {
        player(whole.astype(dtype), whole[:3].astype(dtype))._repr_html_()
        for dtype in (np.float64, np.float32, np.int64, np.int8)
    }
    assert len(pages) == 1


def far_start_in_ten_rounds():
    history = watch(X, X[:5] * 0.05, max_iter=10)
    assert len(history) == 21, "the start and ten rounds"
    return StepPlayer(X, history, "Ten rounds", "feature 1", "feature 2")


def test_size_of_the_page():
    assert len(far_start_in_ten_rounds()._repr_html_().encode()) < 40_000
    sizes = []
    for n in (2_000, 20_000):
        many = np.random.default_rng(0).normal(size=(n, 2))
        page = StepPlayer(many, watch(many, many[:5], max_iter=10))._repr_html_()
        assert f"500 of {n} points are drawn; every number counts all points." in page
        sizes.append(len(page.encode()))
    assert max(sizes) < 60_000


def test_of_many_points_every_cluster_is_drawn_in_proportion():
    for period in (2, 3, 4, 5, 7, 8, 16, 40):
        drawn = np.bincount(drawn_rows(2000, 500) % period, minlength=period)
        assert abs(drawn - 500 / period).max() < 0.3 * 500 / period, period
    np.testing.assert_array_equal(drawn_rows(10, 500), np.arange(10))
    assert len(set(drawn_rows(100_000, 500))) == 500


def test_the_data_are_those_of_the_run():
    history = watch(X, START)
    data = Page(StepPlayer(X, history)).data
    x_low, x_high, y_low, y_high = data["domain"]
    low, step = np.array([x_low, y_low]), np.array([x_high - x_low, y_high - y_low]) / data["grid"]
    drawn = np.reshape(data["points"], (-1, 2)) * step + low
    assert (abs(drawn - X) <= step * 0.51).all()
    labels = centroids = None
    for packed, (_, true_centroids, true_labels) in zip(data["steps"], history, strict=True):
        centroids = packed["centroids"] or centroids
        drawn = np.reshape(centroids, (-1, 2)) * step + low
        assert (abs(drawn - true_centroids) <= step * 0.51).all()
        if isinstance(packed["labels"], str):
            labels = np.array([ord(letter) - ord("A") for letter in packed["labels"]])
        elif packed["labels"] is not None:
            labels[packed["labels"][::2]] = packed["labels"][1::2]
        np.testing.assert_array_equal(labels, true_labels)


def test_the_page_needs_nothing_from_outside_and_no_ids():
    html = player(title="A run")._repr_html_()
    page = Page(html)
    assert set(re.findall(r"https?://[^\s\"')]+", html)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|Math\.random|Date", html)
    for tag, attributes in page.tags:
        assert not {"id", "href", "srcset", "link"} & set(attributes), tag
    assert "src" not in page.attributes("script") and page.open == []


def test_what_the_student_writes_is_escaped():
    evil = "</script><img src=x onerror='alert(1)'>&\"</div>"
    page = Page(StepPlayer(SQUARE, [Step(evil, SQUARE[:1], [0] * 4)], evil, evil, evil))
    assert [tag for tag, _ in page.tags] == [
        "div",
        "p",
        "strong",
        "img",
        "details",
        "summary",
        "ol",
        "li",
        "b",
        "style",
        "script",
    ]
    assert page.data["title"] == page.data["x"] == page.data["y"] == evil
    assert evil in page.attributes("img")["alt"] and page.text.count(evil) == 2
    assert evil in "".join(page.svg.itertext())


def test_the_story_and_the_filmstrip_stand_there_without_scripts():
    page = Page(player(title="A run"))
    for line in (
        "20 points changed cluster. WCSS falls to 99.6579.",
        "No point changed cluster: K-Means has converged. WCSS stays 74.5796.",
    ):
        assert line in page.text
    picture = page.attributes("img")
    assert picture["alt"].startswith("A run, step by step. The pictures: start; round 1: label, ")
    assert (picture["width"], picture["height"]) == (page.svg.get("width"), page.svg.get("height"))
    names = [text.text for text in page.svg.findall(".//{*}text") if text.get("font-size")]
    assert names == [
        "start",
        "round 1: label",
        "round 1: move",
        "round 2: label",
        "round 3: label",
        "round 3: move",
        "round 4: label",
        "round 5: label",
    ]


def test_the_filmstrip_draws_every_point_in_every_panel():
    svg = Page(player()).svg
    sizes = {
        f"#{path.get('id')}": len(re.findall(r"\d+[ ,-]-?\d+", path.get("d")))
        for path in svg.findall(".//{*}path")
        if path.get("id")
    }
    assert sum(sizes.values()) == 200
    panels = svg.findall("{*}g")
    labels = [watch(X, START)[i].labels for i in shown_steps(10)]
    for panel, expected in zip(panels, labels, strict=True):
        drawn = {
            group.get("class"): sum(sizes[use.get("href")] for use in group)
            for group in panel.findall("{*}g")
        }
        assert drawn == (
            {"n": 200}
            if expected is None
            else {f"c{i}": size for i, size in enumerate(np.bincount(expected))}
        )
        assert [use.get("href") for use in panel.findall("{*}use")] == [
            "#frame",
            "#d0",
            "#d1",
            "#d2",
        ]


@pytest.mark.parametrize(
    "n_steps, chosen",
    [(1, [0]), (2, [0, 1]), (8, list(range(8))), (15, [0, 2, 4, 6, 8, 10, 12, 14])],
)
def test_the_filmstrip_has_the_first_and_the_last_step(n_steps, chosen):
    assert shown_steps(n_steps) == chosen
    assert shown_steps(100)[0] == 0 and shown_steps(100)[-1] == 99 and len(shown_steps(100)) == 8


def test_colours_and_shapes_are_those_of_the_other_pictures():
    assert Page(player()).data["look"]["colors"] == default_colors[:3]
    assert look()["colors"] == default_colors
    assert len(set(look()["markers"])) == len(default_markers)


@pytest.mark.parametrize("k", [1, 13, 91, 120])
def test_any_number_of_clusters(k):
    points = np.random.default_rng(0).random((k, 2))
    page = Page(StepPlayer(points, [Step("all", points, np.arange(k))]))
    assert len(page.data["steps"][0]["labels"]) == k
    styles = {(path.get("d"), path.get("style")) for path in page.svg.findall(".//{*}path")}
    assert len([style for _, style in styles if style]) == min(k, 91) + 1, "and the grey one"


def test_one_column_is_drawn_along_a_line():
    column = X[:, :1]
    page = Page(player(column, START[:, :1]))
    assert "One column: only the place from left to right counts, not the height." in page.text
    assert page.data["regions"] and page.data["line"]
    assert len(set(page.data["steps"][0]["centroids"][1::2])) == 1


def test_more_columns_are_counted_but_not_drawn():
    wide = np.hstack([X, 3 * X, X])
    page = Page(player(wide, wide[:3]))
    assert "The first 2 of 6 columns are drawn, no regions;" in page.text
    assert not page.data["regions"]
    assert tell(wide, watch(wide, wide[:3]))[-1].wcss == pytest.approx(
        KMeans(3, init=wide[:3], n_init=1, tol=0).fit(wide).inertia_
    )


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((3, 2)),
        np.full((3, 2), 1e9),
        [[5.0]],
        [[0, 0], [1e-9, 1e9]],
        [[-1e300, 0], [1e300, 1]],
    ],
)
def test_odd_data_have_a_frame(points):
    points = np.array(points, dtype=float)
    x_low, x_high, *_ = frame(points) if points.shape[1] == 2 else (0, 1)
    assert x_low < points[0, 0] < x_high or points.shape[1] == 1
    with np.errstate(over="ignore"):
        data = Page(StepPlayer(points, [Step("a", points[:1])])).data
    assert all(0 <= place <= data["grid"] for place in data["points"])


def test_the_player_keeps_the_data_it_was_given():
    data, start = X.copy(), START.copy()
    shown = player(data, start)
    before = shown._repr_html_()
    data[:] = 0
    assert shown._repr_html_() == before


# MyKMeans


@pytest.fixture
def displayed(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    return shown


def test_fit_shows_the_player_of_that_very_fit(displayed):
    quiet = MyKMeans(3, init=START).fit(X)
    model = MyKMeans(3, init=START).fit(X, visualize=True)
    [shown] = displayed
    for name in ("cluster_centers_", "labels_", "inertia_", "n_iter_"):
        np.testing.assert_array_equal(getattr(model, name), getattr(quiet, name))
    watched = watch(X, START)
    assert [step.name for step in shown.history] == [step.name for step in watched]
    for ours, theirs in zip(shown.history, watched):
        np.testing.assert_allclose(ours.centroids, theirs.centroids)
        np.testing.assert_array_equal(ours.labels, theirs.labels)
    assert shown.history[-1].name == f"round {model.n_iter_}: label"
    assert Page(shown).text.startswith("MyKMeans, k = 3")


def test_fit_shows_the_best_of_several_starts_to_its_end(displayed):
    model = MyKMeans(5, random_state=0, n_init=4, max_iter=3).fit(X, visualize=True)
    [shown] = displayed
    last = shown.history[-1]
    assert last.name == "last labels", "stopped by max_iter, the labels are one move behind"
    np.testing.assert_allclose(last.centroids, model.cluster_centers_)
    np.testing.assert_array_equal(last.labels, model.labels_)
    assert tell(X, shown.history)[-1].wcss == pytest.approx(model.inertia_)


@pytest.mark.parametrize("columns", [1, 5])
def test_fit_shows_other_than_two_columns(displayed, columns):
    data = np.random.default_rng(0).normal(size=(50, columns))
    model = MyKMeans(3, random_state=0, n_init=1).fit(data, visualize=True)
    assert tell(data, displayed[0].history)[-1].wcss == pytest.approx(model.inertia_)
    assert "of 5 columns" in Page(displayed[0]).text or columns == 1


def test_plain_python_prints_the_story(capsys):
    MyKMeans(3, init=START).fit(X, visualize=True)
    assert capsys.readouterr().out == repr(player()) + "\n"
