"""What the pictures show, read from the Axes."""

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb, to_rgba

from kmeans_lab import default_colors, plot_clusters, plot_inertia
from kmeans_lab.plotting import default_markers, plot_cluster_grid

X = np.array([[0, 0], [0, 1], [5, 5], [5, 6], [9, 0]], dtype=float)
LABELS = np.array([0, 0, 1, 1, 2])
CENTROIDS = np.array([[0, 0.5], [5, 5.5], [9, 0]])


@pytest.fixture(autouse=True)
def no_window(monkeypatch):
    """Every test draws off screen and fails if something calls plt.show()."""
    monkeypatch.setattr(plt, "show", lambda *a, **k: pytest.fail("plt.show() was called"))
    yield
    plt.close("all")


def looks(ax):
    """Colour and outline of every cluster drawn, the centroids left out."""
    return [
        (tuple(points.get_facecolor()[0]), points.get_paths()[0].vertices.tobytes())
        for points in ax.collections[:-1]
    ]


def test_clusters_are_drawn_apart():
    ax = plot_clusters(3, CENTROIDS, X, LABELS, "title", "x", "y")
    *groups, discs = ax.collections
    for i, points in enumerate(groups):
        np.testing.assert_array_equal(points.get_offsets(), X[LABELS == i])
        assert tuple(points.get_facecolor()[0]) == to_rgba(default_colors[i])
    assert len({shape for _, shape in looks(ax)}) == 3
    np.testing.assert_array_equal(discs.get_offsets(), CENTROIDS)
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("title", "x", "y")


def test_centroids_stand_out_and_carry_their_number():
    ax = plot_clusters(3, CENTROIDS, X, LABELS)
    discs = ax.collections[-1]
    assert tuple(discs.get_facecolor()[0]) == to_rgba("white")
    assert tuple(discs.get_edgecolor()[0]) == to_rgba("black")
    assert all(discs.get_zorder() > points.get_zorder() for points in ax.collections[:-1])
    assert [(text.get_text(), text.xy) for text in ax.texts] == [
        ("0", (0, 0.5)),
        ("1", (5, 5.5)),
        ("2", (9, 0)),
    ]


def test_legend_names_clusters_and_sizes():
    ax = plot_clusters(3, CENTROIDS, X, LABELS)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "cluster 0: 2",
        "cluster 1: 2",
        "cluster 2: 1",
        "centroids",
    ]
    assert plot_clusters(3, CENTROIDS, X, LABELS, legend=False).get_legend() is None


@pytest.mark.parametrize("k", [1, 8, 14, 92, 120])
def test_any_number_of_clusters_can_be_told_apart(k):
    points = np.random.default_rng(0).random((k, 2))
    ax = plot_clusters(k, points, points, np.arange(k))
    assert len({shape for _, shape in looks(ax)}) == k, "in grey, the shape alone must do"
    ax.figure.canvas.draw()


def test_markers_and_colours_differ_among_themselves():
    assert len(set(default_markers)) == len(default_markers) == 13
    assert len({to_rgb(color) for color in default_colors}) == len(default_colors) == 7


def test_an_empty_cluster_is_no_error():
    ax = plot_clusters(3, CENTROIDS, X[:4], LABELS[:4])
    assert len(ax.collections[2].get_offsets()) == 0
    assert ax.get_legend().get_texts()[2].get_text() == "cluster 2: 0"
    ax.figure.canvas.draw()


def test_more_columns_than_two_are_announced():
    wide = np.hstack([X, X])
    ax = plot_clusters(3, np.hstack([CENTROIDS, CENTROIDS]), wide, LABELS)
    assert "the first 2 of 4 columns" in [text.get_text() for text in ax.texts]
    np.testing.assert_array_equal(ax.collections[1].get_offsets(), X[2:4])
    assert len(plot_clusters(3, CENTROIDS, X, LABELS).texts) == 3, "nothing to announce"


def test_own_colours_are_used_in_turn():
    ax = plot_clusters(3, CENTROIDS, X, LABELS, colors=["red", "blue"])
    assert [color for color, _ in looks(ax)] == [to_rgba(c) for c in ("red", "blue", "red")]


def test_an_axes_that_is_given_is_drawn_on():
    _, given = plt.subplots()
    assert plot_clusters(3, CENTROIDS, X, LABELS, ax=given) is given
    assert plot_inertia([3, 2, 1], 3, ax=given) is given
    assert len(plt.get_fignums()) == 1


def test_lists_and_integers_are_welcome():
    ax = plot_clusters(2, [[0, 0], [4, 4]], [[0, 0], [4, 4], [5, 4]], [0, 1, 1])
    assert len(ax.collections[1].get_offsets()) == 2


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"labels": LABELS[:4]}, r"one label for each of the 5 rows of X, got shape \(4,\)"),
        ({"labels": LABELS + 1}, "whole numbers from 0 to n_clusters - 1 = 2, got 3"),
        ({"labels": LABELS - 1}, "got -1"),
        ({"labels": LABELS + 0.5}, "got 0.5"),
        ({"n_clusters": 2}, r"\(2, 2\), got \(3, 2\)"),
        ({"X": X[:, :1]}, "X must have at least 2 columns to be drawn, got 1"),
        ({"X": X * np.nan}, "X contains NaN"),
        ({"centroids": CENTROIDS * np.nan}, "centroids contains NaN"),
        ({"colors": "Age"}, "colors must be a list of colours, .* got 'Age'"),
    ],
)
def test_bad_input_of_plot_clusters_is_named(changes, words):
    arguments = {"n_clusters": 3, "centroids": CENTROIDS, "X": X, "labels": LABELS} | changes
    with pytest.raises(ValueError, match=words):
        plot_clusters(**arguments)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 10])
def test_grid_has_one_panel_each(n):
    panels = [(f"panel {i}", CENTROIDS + i, LABELS) for i in range(n)]
    axes = plot_cluster_grid(X, panels, "title", "x", "y")
    assert [ax.get_title() for ax in axes] == [f"panel {i}" for i in range(n)]
    assert len(axes[0].figure.axes) == n, "no empty panels"
    np.testing.assert_array_equal(axes[-1].collections[-1].get_offsets(), CENTROIDS + n - 1)


def test_inertia_is_drawn_over_whole_k():
    ax = plot_inertia([9, 4, 2, 1], 5, k_min=2)
    [line] = ax.lines
    np.testing.assert_array_equal(line.get_xydata(), [[2, 9], [3, 4], [4, 2], [5, 1]])
    np.testing.assert_array_equal(ax.get_xticks(), [2, 3, 4, 5])
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == (
        "Number of clusters k",
        "WCSS",
        "Elbow method",
    )
    assert ax.get_ylim()[0] == 0 and ax.get_legend() is None


def test_many_k_still_have_whole_and_few_ticks():
    ticks = plot_inertia(np.arange(100, 0, -1), 100).get_xticks()
    assert len(ticks) <= 20 and (ticks == ticks.astype(int)).all()


def test_elbow_is_marked_and_named():
    ax = plot_inertia([9, 4, 2, 1], 4, elbow=2)
    assert ax.lines[1].get_xdata() == [2, 2]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["elbow: k = 2"]


@pytest.mark.parametrize(
    "arguments, words",
    [
        ({"WCSS_array": [3, 2], "k_max": 3}, r"shape \(3,\), got \(2,\)"),
        ({"WCSS_array": [3, np.nan], "k_max": 2}, "got nan at k=2"),
        ({"WCSS_array": [3, 2], "k_max": 2, "elbow": 3}, "from k_min=1 to k_max=2, got 3"),
    ],
)
def test_bad_input_of_plot_inertia_is_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        plot_inertia(**arguments)


def test_plotting_changes_no_settings():
    before = dict(matplotlib.rcParams)
    plot_clusters(3, CENTROIDS, X, LABELS)
    plot_inertia([3, 2, 1], 3, elbow=2)
    assert dict(matplotlib.rcParams) == before
