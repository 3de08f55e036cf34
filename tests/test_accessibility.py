"""Clusters can be told apart with any kind of colour vision and in grey, and all text be read."""

import itertools

import matplotlib.pyplot as plt
import numpy as np
import pytest
from colorspacious import cspace_convert
from matplotlib.colors import to_rgb
from matplotlib.text import Text

from kmeans_lab import get_sample_blobs_data, plot_clusters, plot_inertia
from kmeans_lab.plotting import default_colors, default_markers, plot_cluster_grid
from kmeans_lab.steps import assign_labels

RGB = np.array([to_rgb(color) for color in default_colors])
DISTINCT = 10  # in CAM02-UCS, where about 1 can just be seen side by side
READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3


def uniform(rgb):
    """Coordinates in which distance is how different two colours look."""
    return cspace_convert(np.clip(rgb, 0, 1), "sRGB1", "CAM02-UCS")


def seen(kind):
    """The palette as seen without one kind of cone (Machado, Oliveira and Fernandes, 2009)."""
    space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
    return uniform(cspace_convert(RGB, space, "sRGB1"))


@pytest.mark.parametrize(
    "colors",
    [uniform(RGB), seen("protanomaly"), seen("deuteranomaly"), seen("tritanomaly")],
    ids=["usual", "no red", "no green", "no blue"],
)
def test_every_two_colours_differ(colors):
    for i, j in itertools.combinations(range(len(colors)), 2):
        assert np.linalg.norm(colors[i] - colors[j]) >= DISTINCT, (i, j)


def test_neighbours_differ_in_grey_and_shapes_always():
    """Seven greys cannot all be far apart; so the shape says it again."""
    lightness = uniform(RGB)[:, 0]
    assert np.abs(np.diff(lightness)).min() >= 5
    assert len(set(default_markers)) == len(default_markers) > len(default_colors)


def luminance(color):
    """Relative luminance, as WCAG defines it."""
    channels = np.array(to_rgb(color))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(color, background="white"):
    dark, light = sorted([luminance(color), luminance(background)])
    return (light + 0.05) / (dark + 0.05)


def pictures():
    X = get_sample_blobs_data()
    centroids = X[:3]
    labels = assign_labels(X, centroids)
    wide = np.column_stack([X, X])
    yield plot_clusters(3, centroids, X, labels, "title", "x", "y")
    yield plot_clusters(3, wide[:3], wide, labels)
    yield plot_inertia(np.array([9.0, 4.0, 3.0, 2.5]), 4, title="title", elbow=2)
    yield plot_cluster_grid(X, [("one", centroids, labels)], "title", "x", "y")[0]


def test_text_in_the_pictures_can_be_read():
    axes = list(pictures())
    for ax in axes:
        ax.figure.canvas.draw()  # only now has every tick its number
    texts = [text for ax in axes for text in ax.figure.findobj(Text) if text.get_text()]
    plt.close("all")
    assert len(texts) > 40
    for text in texts:
        assert contrast(text.get_color()) >= READABLE, text
