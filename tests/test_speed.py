"""The tools of notebook 06: honest times, peaks of memory, readable plots."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import rich
from matplotlib.text import Annotation, Text

from kmeans_lab.speed import peak_bytes, plot_growth, time_functions


def sort(x):
    return np.sort(x)


def test_every_function_gets_the_data_of_every_size(capsys):
    seen = []

    def watched(x):
        seen.append(len(x))
        return np.sort(x)

    rng = np.random.default_rng(0)
    before = dict(plt.rcParams), rich.get_console().quiet
    times = time_functions(
        {"watched": watched, "sort": sort}, [3, 50], lambda n: (rng.random(n),), seconds=0.001
    )
    assert list(times) == ["watched", "sort"] and set(seen) == {3, 50}
    assert all(t.shape == (2,) and (t > 0).all() for t in times.values())
    assert capsys.readouterr().out.split() == ["sizes:", "3", "50"], "progress, no more"
    assert (dict(plt.rcParams), rich.get_console().quiet) == before


def test_different_answers_are_not_timed():
    with pytest.raises(Exception, match="Equality check failure") as raised:
        time_functions(
            {"reversed": lambda x: np.sort(x)[::-1], "sort": sort}, [5], lambda n: (np.arange(n),)
        )
    assert "reversed" in str(raised.value)


def test_what_is_too_slow_is_left_out_further_on():
    times = time_functions(
        {"slow": sort, "fast": lambda x: np.sort(x)},
        [10**5, 10**5, 10],
        lambda n: (np.arange(n)[::-1],),
        seconds=0,
        slowest=0,
    )
    assert np.isfinite(times["slow"]).tolist() == [True, False, False]


def test_peak_is_what_is_alive_at_once():
    peak = peak_bytes(lambda n: (np.ones(n) + np.ones(n)).sum(), 10**6)
    assert 16e6 <= peak <= 24.1e6  # two arrays, and a third where NumPy does not reuse one
    assert peak_bytes(lambda n: [np.ones(n).sum() for _ in range(5)], 10**6) < 16.1e6


@pytest.fixture
def axes():
    curves = {
        "a": [1e-6, 1e-5, 1e-4],
        "b": [1e-3, 1e-2, np.nan],
        "c": [1e-6, 1e-5, 1.1e-4],
        **{f"more {i}": [1e-6, 1e-5, 1e-4] for i in range(6)},
    }
    ax = plot_growth([10, 100, 1000], curves, "n", "seconds", limit=[1e-8, 1e-7, 1e-6])
    yield ax
    plt.close(ax.figure)


def test_names_stand_beside_the_curves_and_do_not_overlap(axes):
    names = [text for text in axes.texts if isinstance(text, Annotation)]
    axes.figure.canvas.draw()
    boxes = sorted((Text.get_window_extent(text) for text in names), key=lambda box: box.y0)
    assert len(boxes) == 10
    assert all(low.y1 <= high.y0 + 1 for low, high in zip(boxes, boxes[1:]))
    assert all(box.x0 > axes.bbox.x1 for box in boxes)
    heights = {text.get_text(): text.xyann[1] for text in names}
    assert heights["b"] == max(heights.values()), "it ended early, for it was the slowest"
    assert heights["the machine's limit"] == min(heights.values())
    assert all(0 <= height <= 1 for height in heights.values())


def test_curves_differ_in_more_than_colour(axes):
    looks = [(line.get_color(), line.get_marker(), line.get_linestyle()) for line in axes.lines]
    assert len(set(looks)) == len(looks) == 10
    assert len({marker for _, marker, _ in looks[:-1]}) == 9
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
