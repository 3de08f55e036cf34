"""Pictures of clusters and of the elbow: the same colours and shapes in the whole series."""

from itertools import cycle, islice
from math import ceil

import matplotlib.pyplot as plt
import numpy as np
from sklearn.utils import check_array

from .validation import check_wcss

__all__ = [
    "default_colors",
    "default_markers",
    "plot_cluster_grid",
    "plot_clusters",
    "plot_inertia",
]

#: Seven colours that people with colour-blindness can tell apart (Okabe and Ito, "Color
#: Universal Design", 2008), in an order that keeps neighbours apart.
default_colors = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442"]

#: Thirteen shapes. 7 colours and 13 shapes repeat together only after 91 clusters.
default_markers = ["o", "^", "s", "v", "D", "P", "*", "<", "p", ">", "X", "h", "d"]


def _markers(n_clusters):
    """One shape per cluster; past the last one, the cluster's own number is its shape."""
    return [
        default_markers[i] if i < len(default_markers) else f"${i}$" for i in range(n_clusters)
    ]


def _check_clusters(n_clusters, centroids, X, labels):
    """Return the three arrays, or raise a ValueError that says which one does not fit."""
    X = check_array(X, input_name="X")
    if X.shape[1] < 2:
        raise ValueError(f"X must have at least 2 columns to be drawn, got {X.shape[1]}.")
    centroids = check_array(centroids, input_name="centroids")
    if centroids.shape != (n_clusters, X.shape[1]):
        raise ValueError(
            f"centroids must have shape (n_clusters, columns of X) = "
            f"({n_clusters}, {X.shape[1]}), got {centroids.shape}."
        )
    labels = np.asarray(labels)
    if labels.shape != (len(X),):
        raise ValueError(
            f"labels must hold one label for each of the {len(X)} rows of X, "
            f"got shape {labels.shape}."
        )
    bad = labels[~np.isin(labels, np.arange(n_clusters))]
    if bad.size:
        raise ValueError(
            f"labels must be whole numbers from 0 to n_clusters - 1 = "
            f"{n_clusters - 1}, got {bad[0]}."
        )
    return centroids, X, labels


def plot_clusters(
    n_clusters,
    centroids,
    X,
    labels,
    title="",
    x_label="",
    y_label="",
    colors=default_colors,
    ax=None,
    legend=True,
):
    """Draw the points of every cluster in its own colour and shape, and the centroids on top.

    Parameters
    ----------
    n_clusters : int
        The number of clusters. A cluster without points is only missing its points.
    centroids : array-like of shape (n_clusters, n_features)
        The centroids, drawn as white discs with the cluster's number.
    X : array-like of shape (n_samples, n_features)
        The points, ``n_features >= 2``. The first two columns are drawn; if there are more,
        the picture says so.
    labels : array-like of shape (n_samples,), int
        The cluster of every point, 0 to ``n_clusters - 1``.
    title, x_label, y_label : str
        Title of the picture and labels of its axes.
    colors : sequence of colours
        The colours, used in turn. The shapes differ even where the colours repeat.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.
    legend : bool, default=True
        Name every cluster with its size, right of the picture.

    Returns
    -------
    ax : matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the shapes do not fit together, a label is out of range, something is NaN, or
        `colors` is a text.
    """
    centroids, X, labels = _check_clusters(n_clusters, centroids, X, labels)
    if isinstance(colors, str):  # its letters would be taken for colours, one by one
        raise ValueError(
            f"colors must be a list of colours, such as ['red', 'blue'], got {colors!r}."
        )
    if ax is None:
        _, ax = plt.subplots()
    looks = zip(islice(cycle(colors), n_clusters), _markers(n_clusters))
    for i, (color, marker) in enumerate(looks):
        members = X[labels == i]
        ax.scatter(
            members[:, 0],
            members[:, 1],
            s=40,
            color=color,
            marker=marker,
            edgecolors="0.25",
            linewidths=0.4,
            label=f"cluster {i}: {len(members)}",
        )
    ax.scatter(
        centroids[:, 0],
        centroids[:, 1],
        s=190,
        color="white",
        edgecolors="black",
        linewidths=1.5,
        zorder=3,
        label="centroids",
    )
    for i, (x, y) in enumerate(centroids[:, :2]):
        ax.annotate(str(i), (x, y), ha="center", va="center", fontsize=9, zorder=4)
    ax.set(title=title, xlabel=x_label, ylabel=y_label)
    if X.shape[1] > 2:
        ax.annotate(
            f"the first 2 of {X.shape[1]} columns",
            (0.99, 0.01),
            ha="right",
            xycoords="axes fraction",
            fontsize="small",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        )
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1), ncols=ceil(n_clusters / 15))
    return ax


def plot_cluster_grid(X, panels, title="", x_label="", y_label="", colors=default_colors):
    """Draw several clusterings of the same points side by side.

    Parameters
    ----------
    X : array-like of shape (n_samples, n_features)
        The points.
    panels : sequence of (panel_title, centroids, labels)
        One clustering each, see `plot_clusters`.
    title, x_label, y_label : str
        Title of the figure and labels of its axes.
    colors : sequence of colours
        See `plot_clusters`.

    Returns
    -------
    axes : ndarray of matplotlib.axes.Axes, shape (len(panels),)
    """
    n_columns = 2 if len(panels) == 4 else min(3, len(panels))
    n_rows = ceil(len(panels) / n_columns)
    figure, axes = plt.subplots(
        n_rows,
        n_columns,
        figsize=(3.2 * n_columns, 2.9 * n_rows + 0.4),
        sharex=True,
        sharey=True,
        squeeze=False,
        layout="constrained",
    )
    used, spare = np.split(axes.ravel(), [len(panels)])
    for ax in spare:
        ax.remove()
    for ax in used[-n_columns:]:  # the lowest of each column
        ax.tick_params(labelbottom=True)
    for ax, (panel_title, centroids, labels) in zip(used, panels):
        plot_clusters(
            len(centroids), centroids, X, labels, panel_title, colors=colors, ax=ax, legend=False
        )
        ax.title.set_fontsize("medium")
    figure.suptitle(title)
    figure.supxlabel(x_label, fontsize="medium")
    figure.supylabel(y_label, fontsize="medium")
    return used


def plot_inertia(
    WCSS_array,
    k_max,
    x_label="Number of clusters k",
    y_label="WCSS",
    title="Elbow method",
    k_min=1,
    elbow=None,
    ax=None,
):
    """Draw the WCSS over the number of clusters.

    Parameters
    ----------
    WCSS_array : array-like of shape (k_max - k_min + 1,)
        The WCSS for k_min, ..., k_max, as `get_inertia_list` returns it.
    k_max : int
        The largest number of clusters.
    x_label, y_label, title : str
        Labels of the axes and title.
    k_min : int, default=1
        The smallest number of clusters.
    elbow : int, optional
        The k to mark, as `get_elbow` returns it; None marks nothing.
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    ax : matplotlib.axes.Axes

    Raises
    ------
    ValueError
        If the array does not fit k_min..k_max or `elbow` lies outside.
    """
    wcss = check_wcss(WCSS_array, k_max, k_min)
    if elbow is not None and elbow not in range(k_min, k_max + 1):
        raise ValueError(
            f"elbow must be None or from k_min={k_min} to k_max={k_max}, got {elbow!r}."
        )
    if ax is None:
        _, ax = plt.subplots()
    ks = np.arange(k_min, k_max + 1)
    ax.plot(ks, wcss, marker="o", color=default_colors[0])
    if elbow is not None:
        ax.axvline(elbow, color=default_colors[5], linestyle="--", label=f"elbow: k = {elbow}")
        ax.legend()
    ax.set(xlabel=x_label, ylabel=y_label, title=title, xticks=ks[:: ceil(len(ks) / 20)])
    ax.set_ylim(bottom=0)
    return ax
