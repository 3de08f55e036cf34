"""Sets of points to play with: some that K-Means was made for, some that it was not."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons

from ..datasets import get_sample_blobs_data, load_mall_customers

__all__ = ["PRESETS", "Preset"]


class Preset(NamedTuple):
    """A set of points with two columns, the same at each call.

    Attributes
    ----------
    title : str
        What the menu calls it.
    make : callable
        Takes nothing and returns the points, an array of shape (n_samples, 2).
    columns : tuple of str
        What the two columns are.
    """

    title: str
    make: Callable
    columns: tuple = ("feature 1", "feature 2")


def _moons():
    return make_moons(n_samples=200, noise=0.06, random_state=42)[0]


def _rings():
    return make_circles(n_samples=200, factor=0.4, noise=0.05, random_state=42)[0]


def _uneven():
    return make_blobs(
        n_samples=[160, 20, 20],
        centers=[[0, 0], [5, 2], [5, -2]],
        cluster_std=[1.8, 0.3, 0.3],
        random_state=42,
    )[0]


def _outlier():
    points = make_blobs(n_samples=60, centers=[[0, 0], [4, 0]], cluster_std=0.6, random_state=42)[
        0
    ]
    return np.vstack([points, [[14, 9]]])


MALL_COLUMNS = ("Annual Income (k$)", "Spending Score (1-100)")


def _mall():
    return load_mall_customers()[list(MALL_COLUMNS)].to_numpy(dtype=float)


#: The presets of the playground by name.
PRESETS = {
    "blobs": Preset("Blobs", get_sample_blobs_data),
    "moons": Preset("Two moons", _moons),
    "rings": Preset("Rings", _rings),
    "uneven": Preset("Uneven sizes", _uneven),
    "outlier": Preset("One far outlier", _outlier),
    "mall": Preset("Mall customers", _mall, MALL_COLUMNS),
}
