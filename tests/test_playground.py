"""The playground without a browser: messages go in, and the state comes out."""

import base64
import io
import random
import re
import threading
from unittest.mock import patch

import nbformat
import numpy as np
import pandas as pd
import pytest
from nbconvert import HTMLExporter
from PIL import Image
from sklearn.cluster import KMeans

from kmeans_lab import get_sample_blobs_data, steps
from kmeans_lab.playground import PRESETS, Playground
from kmeans_lab.playground.board import Board
from kmeans_lab.playground.calls import Trouble, call_assign_labels, call_recompute_centroids

# The start of notebook 04, and the WCSS after each half-step from there.
START = [[-1.051128, -1.050294], [2.263181, 0.477755], [0.337712, 0.141265]]

FOUR = np.array([[0.0, 0.0], [0.0, 2.0], [6.0, 0.0], [6.0, 2.0]])


def act(playground, action, arrays=(), **values):
    """Send a message as the browser does; return what it is shown then."""
    arrays = dict(arrays)
    content = {"action": action, "id": "7", "with": values, "arrays": list(arrays)}
    buffers = [memoryview(np.asarray(a, dtype=float).tobytes()) for a in arrays.values()]
    playground._receive(playground, content, buffers)
    assert playground._state["id"] == "7"
    return playground._state


def shown(playground):
    """Read what the browser is given."""
    return (
        np.frombuffer(playground._points, np.float32).reshape(-1, 2),
        np.frombuffer(playground._centroids).reshape(-1, 2),
        np.frombuffer(playground._labels, np.int16),
    )


def run(playground):
    states = [act(playground, "step")]
    while not (states[-1]["converged"] or states[-1]["trouble"]):
        states.append(act(playground, "step"))
    return states


def displayed(playground):
    """What a cell that ends in a playground shows: pairs of data and metadata."""
    with patch("kmeans_lab.playground.widget.display") as display:
        playground._ipython_display_()
    assert all(call.kwargs["raw"] for call in display.call_args_list)
    return [(call.args[0], call.kwargs.get("metadata", {})) for call in display.call_args_list]


def same(first, second):
    return all(map(np.array_equal, first, second))


# A run


def test_a_run_is_scikit_learns():
    playground = Playground(n_clusters=4, random_state=3)
    start = playground.centroids
    states = run(playground)
    sklearn = KMeans(4, init=start, n_init=1, tol=0).fit(playground.X)
    assert playground.inertia == pytest.approx(sklearn.inertia_, rel=1e-12)
    assert playground.n_iter == sklearn.n_iter_
    assert (playground.labels == sklearn.labels_).all()
    np.testing.assert_allclose(playground.centroids, sklearn.cluster_centers_, rtol=1e-12)
    assert states[-1]["wcss"] == playground.inertia


def test_every_half_step_shows_its_wcss():
    playground = Playground()
    for i, place in enumerate(START):
        act(playground, "move_centroid", index=i, position=place)
    states = run(playground)
    X, centroids, wcss = get_sample_blobs_data(), np.array(START), []
    for _ in states[::2]:
        labels = steps.assign_labels(X, centroids)
        wcss.append(steps.inertia(X, labels, centroids))
        centroids = steps.recompute_centroids(X, labels, centroids)
        wcss.append(steps.inertia(X, labels, centroids))
    assert [state["wcss"] for state in states] == wcss[: len(states)]
    assert states[-1]["history"] == wcss[: len(states)]
    assert wcss == sorted(wcss, reverse=True)


def test_half_steps_take_turns_and_say_what_happened():
    playground = Playground(FOUR, n_clusters=2)
    act(playground, "move_centroid", index=0, position=[-1.0, 0.0])
    act(playground, "move_centroid", index=1, position=[-1.0, 3.0])
    first = act(playground, "step")
    assert (first["turn"], first["round"]) == ("move", 1)
    assert first["sentence"] == "4 points got a label: the nearest centroid."
    assert playground.labels.tolist() == [0, 1, 0, 1]
    second = act(playground, "step")
    assert (second["turn"], second["round"]) == ("label", 1)
    assert second["sentence"] == (
        "The centroids moved to the means of their clusters, by up to 4.12."
    )
    assert playground.centroids.tolist() == [[3, 0], [3, 2]]
    third = act(playground, "step")
    assert third["converged"]
    assert third["sentence"] == ("No point changed cluster: K-Means has converged in round 2.")
    before = shown(playground)
    assert "converged" in act(playground, "step")["sentence"] and same(before, shown(playground))


def test_untouched_it_holds_the_start_with_nearest_labels():
    playground = Playground(random_state=1)
    X, labels = playground.X, playground.labels
    assert np.array_equal(X, get_sample_blobs_data())
    assert all((X == centroid).all(axis=1).any() for centroid in playground.centroids)
    assert np.array_equal(labels, steps.assign_labels(X, playground.centroids))
    assert playground.inertia == steps.inertia(X, labels, playground.centroids)
    assert playground.n_iter == 0
    assert (shown(playground)[2] == -1).all() and playground._state["wcss"] is None
    assert same(shown(playground), shown(Playground(random_state=1)))


def test_arrays_handed_out_are_copies():
    playground = Playground(FOUR, n_clusters=2)
    before = shown(playground)
    for array in (playground.X, playground.centroids, playground.labels):
        array[:] = 1
    assert same(before, shown(playground)) and np.array_equal(playground.X, FOUR)


# What the user changes


def test_reset_goes_back_to_the_start_of_the_run():
    playground = Playground()
    before = shown(playground)
    run(playground)
    assert not same(before, shown(playground))
    state = act(playground, "reset")
    assert same(before, shown(playground))
    assert (state["round"], state["history"], state["turn"]) == (0, [], "label")


def test_added_points_are_grey_until_they_are_labelled():
    playground = Playground(FOUR, n_clusters=2)
    act(playground, "step")
    state = act(playground, "add_points", {"points": [5.0, 1.0, 0.5, 1.0]})
    points, _, labels = shown(playground)
    assert points[4:].tolist() == [[5, 1], [0.5, 1]] and (labels[:4] >= 0).all()
    assert labels[4:].tolist() == [-1, -1]
    assert state["wcss"] is None and state["sentence"] == "You added points. There are 6 now."
    assert len(playground.labels) == 6 and (playground.labels >= 0).all()
    assert act(playground, "step")["wcss"] == playground.inertia


def test_points_are_erased_by_their_rows():
    playground = Playground(FOUR, n_clusters=2)
    act(playground, "erase_points", {"indices": [0.0, 2.0, 9.0]})
    assert playground.X.tolist() == [[0, 2], [6, 2]]


def test_a_moved_centroid_begins_a_new_run_and_shows_its_wcss_at_once():
    playground = Playground()
    best = run(playground)[-1]["wcss"]
    state = act(playground, "move_centroid", index=1, position=[0.0, 0.0])
    assert playground.centroids[1].tolist() == [0, 0]
    assert (state["round"], state["history"], state["converged"]) == (0, [], False)
    assert state["wcss"] > best, "away from the mean, the sum of squares is larger"
    act(playground, "step")
    act(playground, "reset")
    assert playground.centroids[1].tolist() == [0, 0]


def test_centroids_are_added_and_removed():
    playground = Playground(FOUR, n_clusters=2)
    run(playground)
    act(playground, "add_centroid", position=[3.0, 9.0])
    assert playground.centroids[2].tolist() == [3, 9]
    act(playground, "add_centroid")
    assert playground.centroids[3].tolist() in FOUR.tolist()
    labels = shown(playground)[2].copy()
    kept = playground.centroids[1:]
    act(playground, "remove_centroid", index=0)
    assert np.array_equal(playground.centroids, kept)
    assert np.array_equal(shown(playground)[2], labels - 1), "the rest moves up, 0 becomes none"
    for _ in range(2):
        act(playground, "remove_centroid", index=0)
    assert act(playground, "remove_centroid", index=0)["sentence"] == "One centroid has to stay."
    assert len(playground.centroids) == 1


def test_without_points_it_asks_for_some_and_works_with_new_ones():
    playground = Playground(FOUR, n_clusters=2)
    act(playground, "clear")
    assert playground.X.shape == (0, 2) and playground.labels.shape == (0,)
    assert playground.inertia == 0
    assert act(playground, "step")["sentence"] == "Add points first."
    assert "at least 2 different points" in act(playground, "start", init="k-means++")["sentence"]
    act(playground, "add_centroid")
    assert playground.centroids[2].tolist() == [3, 1], "the middle of the picture"
    [(data, _)] = displayed(playground)
    assert "image/png" not in data, "nothing to draw"
    act(playground, "add_points", {"points": [1.0, 1.0, 2.0, 2.0]})
    assert run(playground)[-1]["converged"], "with fewer points than centroids"


@pytest.mark.parametrize("init", ["random", "k-means++"])
def test_new_starts_are_points_and_differ(init):
    playground, again = Playground(random_state=5), Playground(random_state=5)
    starts = []
    for _ in range(5):
        state = act(playground, "start", init=init)
        act(again, "start", init=init)
        assert np.array_equal(playground.centroids, again.centroids)
        starts.append(playground.centroids.tobytes())
        assert all((playground.X == c).all(axis=1).any() for c in playground.centroids)
        assert state["turn"] == "label" and init in state["sentence"]
    assert len(set(starts)) == 5


def test_a_new_start_needs_enough_different_points():
    playground = Playground([[1, 1], [1, 1], [2, 2]], n_clusters=3)
    before = shown(playground)
    assert "at least 3 different points" in act(playground, "start", init="k-means++")["sentence"]
    assert same(before, shown(playground))


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_the_same_each_time(name):
    playground = Playground(preset=name)
    assert np.array_equal(playground.X, PRESETS[name].make())
    assert playground.X.shape[1] == 2 and np.isfinite(playground.X).all()
    other = Playground(FOUR, n_clusters=2)
    state = act(other, "preset", name=name)
    assert np.array_equal(other.X, playground.X) and len(other.centroids) == 2
    assert state["columns"] == PRESETS[name].columns and state["preset"] == name
    low, high = playground.X.min(axis=0), playground.X.max(axis=0)
    x_low, x_high, y_low, y_high = state["domain"]
    assert (x_low, y_low) < tuple(low) and tuple(high) < (x_high, y_high)


def test_the_menu_leads_back_to_the_points_it_was_opened_with():
    own = pd.DataFrame(FOUR, columns=["age", "income"])
    playground = Playground(own, n_clusters=3)
    assert playground._state["columns"] == ("age", "income")
    assert playground._state["presets"][0] == ["own", "Your points"]
    act(playground, "preset", name="rings")
    act(playground, "clear")
    act(playground, "preset", name="own")
    assert np.array_equal(playground.X, FOUR) and len(playground.centroids) == 3


def test_more_centroids_than_points_of_a_preset_is_no_problem():
    playground = Playground([[0, 0], [1, 1]], n_clusters=2)
    act(playground, "preset", name="mall")
    for _ in range(3):
        act(playground, "add_centroid")
    act(playground, "preset", name="own")
    assert len(playground.centroids) == 2


# Functions that go wrong


def raises(X, centroids):
    return X[len(X)]  # one too far


def never_ends(X, centroids):
    while True:
        pass


def labels_from(value):
    return lambda X, centroids: value(X)


def changes_points(X, centroids):
    X *= 2
    return steps.assign_labels(X, centroids)


@pytest.mark.parametrize(
    "function, words, details",
    [
        (raises, "An index lies outside of the array", "in raises, line"),
        (never_ends, "did not come to an end within a second", ""),
        (labels_from(lambda X: None), "returns None", "It returned None"),
        (labels_from(lambda X: "left"), "One integer a point is asked for", "a str: 'left'"),
        (
            labels_from(lambda X: [0] * len(X)),
            "NumPy array of n integers is asked for",
            "a list: [0, 0, 0, 0]",
        ),
        (labels_from(lambda X: np.zeros(len(X))), "an index must be an integer", "float64"),
        (labels_from(lambda X: np.full(len(X), 0.5)), "whole numbers, and it returned 0.5", ""),
        (labels_from(lambda X: np.full(len(X), np.nan)), "whole numbers, and it returned nan", ""),
        (labels_from(lambda X: X[:, 0] > 1), "True and False", "bool"),
        (labels_from(lambda X: np.zeros((len(X), 1), int)), r"shape \(4, 1\)", ""),
        (labels_from(lambda X: np.zeros(3, int)), r"shape \(3,\)", ""),
        (labels_from(lambda X: np.array(0)), r"shape \(\)", ""),
        (labels_from(lambda X: np.arange(len(X))), "label 2 for point 2.*from 0 to 1", ""),
        (labels_from(lambda X: np.full(len(X), -1)), "label -1 for point 0", ""),
        (changes_points, "changes its argument `X`", ""),
        (lambda X: X, "wrong number or names of arguments", "TypeError"),
        (lambda X, c: exit(), "ends the program", "SystemExit"),
    ],
)
def test_a_bad_assign_labels_is_named_with_the_reason(function, words, details):
    playground = Playground(FOUR, n_clusters=2, assign_labels=function)
    before = shown(playground)
    state = act(playground, "step")
    assert state["trouble"]["name"] == "assign_labels"
    assert re.search(words, state["trouble"]["reason"]), state["trouble"]["reason"]
    assert details in state["trouble"]["details"]
    assert same(before, shown(playground)) and np.array_equal(playground.X, FOUR)
    assert (state["turn"], state["round"], state["history"]) == ("label", 0, [])
    assert act(playground, "add_centroid")["trouble"] is None, "it goes on"


@pytest.mark.parametrize(
    "function, words",
    [
        (lambda X, labels, centroids: centroids[:1], r"shape \(1, 2\).*shape \(2, 2\)"),
        (lambda X, labels, centroids: np.full((2, 2), np.inf), "not finite"),
        (
            lambda X, labels, centroids: np.vstack([centroids[0], [np.nan, np.nan]]),
            "Centroid 1 has no points, and the mean of nothing is NaN",
        ),
        (lambda X, labels, centroids: None, "returns None"),
        (lambda X, labels, centroids: centroids.tolist(), "a NumPy array is asked for"),
        (
            lambda X, labels, centroids: labels.fill(1) or centroids,
            "changes its argument `labels`",
        ),
    ],
)
def test_a_bad_recompute_centroids_is_named_with_the_reason(function, words):
    playground = Playground(FOUR, n_clusters=2, recompute_centroids=function)
    act(playground, "move_centroid", index=0, position=[5.0, 1.0])
    act(playground, "move_centroid", index=1, position=[99.0, 99.0])  # gets no points
    labelled = act(playground, "step")
    before = shown(playground)
    state = act(playground, "step")
    assert state["trouble"]["name"] == "recompute_centroids"
    assert re.search(words, state["trouble"]["reason"])
    assert same(before, shown(playground)) and state["turn"] == labelled["turn"] == "move"


def test_an_empty_cluster_may_keep_its_centroid():
    playground = Playground(FOUR, n_clusters=2)
    act(playground, "move_centroid", index=1, position=[99.0, 99.0])
    assert run(playground)[-1]["converged"]
    assert playground.centroids[1].tolist() == [99, 99]


def test_what_a_function_prints_is_shown_and_goes_nowhere_else(capsys):
    def assign_labels(X, centroids):
        print("labels!")
        return steps.assign_labels(X, centroids)

    playground = Playground(assign_labels=assign_labels)
    assert act(playground, "step")["printed"] == "labels!\n"
    assert act(playground, "step")["printed"] == ""
    assert capsys.readouterr() == ("", "")


def test_random_numbers_outside_are_left_alone():
    def assign_labels(X, centroids):
        random.random(), np.random.random()
        return steps.assign_labels(X, centroids)

    playground = Playground(assign_labels=assign_labels)
    before = random.getstate(), np.random.get_state()[1].tobytes()
    act(playground, "step")
    assert before == (random.getstate(), np.random.get_state()[1].tobytes())


def test_a_slow_function_is_not_called_endless_without_another_word():
    X = np.zeros((2000, 2))
    X[:, 0] = np.arange(2000)
    with pytest.raises(Trouble, match="Or is it only slow"):
        call_assign_labels(never_ends, X, X[:2])


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int64])
def test_any_integers_will_do_as_labels(dtype):
    labels = call_assign_labels(lambda X, c: np.zeros(len(X), dtype), FOUR, FOUR[:1])[0]
    board = Board(FOUR, FOUR[:1])
    board.label(labels)
    assert board.full_labels().tolist() == [0, 0, 0, 0]


def test_centroids_may_be_whole_numbers():
    moved, _ = call_recompute_centroids(
        lambda X, labels, c: np.zeros((1, 2), int), FOUR, np.zeros(4, int), FOUR[:1]
    )
    assert moved.dtype == float


# Bad arguments


@pytest.mark.parametrize(
    "arguments, words",
    [
        ({"X": [1, 2, 3]}, r"X must have shape \(n_samples, 2\).*got shape \(3,\)"),
        ({"X": np.zeros((5, 3))}, r"X must have shape .*got shape \(5, 3\)"),
        ({"X": np.zeros((5, 2, 2))}, r"X must have shape .*got shape \(5, 2, 2\)"),
        ({"X": [[1, np.nan], [2, 3], [4, 5]]}, "X contains NaN"),
        ({"X": np.zeros((0, 2))}, "0 sample"),
        ({"X": FOUR, "n_clusters": 5}, "n_clusters must be .* from 1 to .* 4, got 5"),
        ({"n_clusters": 0}, "n_clusters must be .*got 0"),
        ({"n_clusters": 2.0}, "n_clusters must be .*got 2.0"),
        ({"n_clusters": True}, "n_clusters must be .*got True"),
        ({"preset": "spiral"}, "preset must be one of 'blobs', 'moons'.*got 'spiral'"),
        ({"X": FOUR, "preset": "blobs"}, "either X or preset"),
    ],
)
def test_bad_arguments_are_named(arguments, words):
    with pytest.raises(ValueError, match=words):
        Playground(**arguments)


@pytest.mark.parametrize("name", ["assign_labels", "recompute_centroids"])
def test_functions_must_be_functions(name):
    with pytest.raises(TypeError, match=f"{name} must be a function, got 3"):
        Playground(**{name: 3})


def test_x_is_never_changed():
    X = FOUR.copy()
    playground = Playground(X, n_clusters=2)
    run(playground)
    act(playground, "add_points", {"points": [1.0, 1.0]})
    act(playground, "clear")
    assert np.array_equal(X, FOUR)


# How it shows itself


def test_text_says_what_there_is_and_what_it_needs():
    playground = Playground(FOUR, n_clusters=2)
    assert repr(playground) == (
        "Playground: 4 points, 2 centroids, round 0. To play, run this cell in a notebook."
    )


def test_a_notebook_gets_a_picture_and_the_widget_in_its_place():
    (style, _), (picture, metadata), (widget, _) = displayed(Playground())
    assert list(style) == ["text/html"] and "pg-saved" in style["text/html"]
    assert Image.open(io.BytesIO(base64.b64decode(picture["image/png"]))).size == (640, 420)
    assert metadata["image/png"]["alt"].startswith("Playground: 200 points, 3 centroids")
    assert widget["text/plain"] == repr(Playground())
    assert "model_id" in widget["application/vnd.jupyter.widget-view+json"]


def test_the_picture_of_a_start_says_so_until_points_have_labels():
    playground = Playground(FOUR, n_clusters=2)
    with patch("kmeans_lab.playground.widget.plot_clusters") as plot:
        for action, values in (("step", {}), ("move_centroid", {"index": 0, "position": [9, 9]})):
            playground._picture()
            act(playground, action, **values)
        playground._picture()
        titles = [call.args[4] for call in plot.call_args_list]
    assert titles[0] == "The start: every point and its nearest centroid"
    assert titles[1].startswith("Round 1, WCSS") and titles[2].startswith("Round 0, WCSS")


def test_html_made_of_a_notebook_that_a_student_saved_shows_the_picture():
    """Jupyter saves the name of the widget too; the picture must do where nothing answers it."""
    outputs = [
        nbformat.v4.new_output("display_data", data, metadata=metadata)
        for data, metadata in displayed(Playground())
    ]
    cell = nbformat.v4.new_code_cell("playground", outputs=outputs, execution_count=1)
    html, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    [picture] = re.findall(r"<img[^>]+>", html, re.S)
    assert outputs[1].data["image/png"][:50] in picture
    assert repr(Playground()) in html


def test_no_address_of_the_network_in_what_the_browser_gets():
    assert "http" not in Playground._esm + Playground._css
    assert len(Playground._esm) < 40_000


def test_a_message_in_another_thread_waits_for_the_cells(monkeypatch):
    """A kernel with subshells may handle messages of widgets in a thread of their own."""
    from kmeans_lab.playground import widget

    waiting = []

    class Loop:
        add_callback = staticmethod(waiting.append)

    class Shell:
        kernel = type("Kernel", (), {"io_loop": Loop})

    monkeypatch.setattr(widget, "running_shell", Shell)
    playground = Playground()
    thread = threading.Thread(
        target=playground._receive, args=(playground, {"action": "clear"}, [])
    )
    thread.start()
    thread.join()
    assert len(playground.X) == 200 and len(waiting) == 1
    waiting.pop()()
    assert len(playground.X) == 0
