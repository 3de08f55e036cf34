"""A run of K-Means as a list of steps, made by anybody's functions."""

from numbers import Integral
from typing import NamedTuple

import numpy as np
from sklearn.utils import check_array

from .. import steps

__all__ = ["Step", "check_history", "watch"]


class Step(NamedTuple):
    """One clustering in a sequence of them.

    Parameters
    ----------
    name : str
        What the step is called, for example ``"round 1: move"`` or ``"k = 4"``.
    centroids : array of shape (k, d)
        Where the centroids are.
    labels : integer array of shape (n,) or None
        The cluster of every point, None before the points are labelled.
    """

    name: str
    centroids: np.ndarray
    labels: np.ndarray | None = None


def watch(
    X,
    centroids,
    assign_labels=steps.assign_labels,
    recompute_centroids=steps.recompute_centroids,
    max_iter=300,
):
    """Run K-Means with the given functions and write down every half-step.

    Label the points, move the centroids, and repeat until a labelling changes nothing.

    Parameters
    ----------
    X : array-like of shape (n, d)
        The points.
    centroids : array-like of shape (k, d)
        Where the centroids start.
    assign_labels : callable, default=steps.assign_labels
        ``assign_labels(X, centroids)`` returns (n,) labels from 0 to k - 1.
    recompute_centroids : callable, default=steps.recompute_centroids
        ``recompute_centroids(X, labels, centroids)`` returns (k, d) centroids.
    max_iter : int, default=300
        The largest number of rounds.

    Returns
    -------
    history : list of Step
        The start, then two half-steps a round: the labels, and the centroids moved.

    Raises
    ------
    ValueError
        If an argument is wrong, or a function returns what it must not: the message names it.

    Examples
    --------
    >>> from kmeans_lab.player import watch
    >>> [step.name for step in watch([[0.0], [1.0], [5.0]], [[0.0], [1.0]], max_iter=2)]
    ['start', 'round 1: label', 'round 1: move', 'round 2: label', 'round 2: move']
    """
    X = check_array(X, input_name="X")
    centroids = _as_centroids(centroids, X, "centroids must be")
    if not isinstance(max_iter, Integral) or isinstance(max_iter, bool) or max_iter < 1:
        raise ValueError(f"max_iter must be a whole number of at least 1, got {max_iter!r}.")
    history, before = [Step("start", centroids)], None
    for i in range(1, max_iter + 1):
        # Copies, so that a function that writes into its arguments spoils nothing.
        labels = _as_labels(
            assign_labels(X.copy(), centroids.copy()),
            len(X),
            len(centroids),
            f"{_name(assign_labels)} must return",
        )
        history.append(Step(f"round {i}: label", centroids, labels))
        if before is not None and np.array_equal(labels, before):
            break
        before = labels
        centroids = _as_centroids(
            recompute_centroids(X.copy(), labels.copy(), centroids.copy()),
            X,
            f"{_name(recompute_centroids)} must return",
            len(centroids),
        )
        history.append(Step(f"round {i}: move", centroids, labels))
    return history


def check_history(X, history):
    """Return X and the steps as arrays of their own, or say in a ValueError what is wrong.

    Parameters
    ----------
    X : array-like of shape (n, d)
    history : sequence of (name, centroids, labels), at least one

    Returns
    -------
    X : array of shape (n, d)
    history : list of Step
    """
    X = check_array(X, input_name="X", copy=True)
    checked = []
    for i, step in enumerate(history):
        if not isinstance(step, tuple) or len(step) != 3:
            raise ValueError(
                f"history[{i}] must be a Step(name, centroids, labels), got {type(step).__name__}."
            )
        name, centroids, labels = step
        centroids = _as_centroids(centroids, X, f"history[{i}].centroids must be")
        if labels is not None:
            labels = _as_labels(labels, len(X), len(centroids), f"history[{i}].labels must be")
        checked.append(Step(str(name), centroids, labels))
    if not checked:
        raise ValueError("history must hold at least one Step, got none.")
    return X, checked


def _as_centroids(value, X, who, k=None):
    rows = "k" if k is None else k
    wanted = f"{who} an array of shape ({rows}, {X.shape[1]}), one centroid a row"
    try:
        centroids = np.array(value, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{wanted}, got {_brief(value)}.") from None
    n_rows = k or max(1, centroids.size // X.shape[1])
    if centroids.shape != (n_rows, X.shape[1]):
        got = "None" if value is None else f"shape {centroids.shape}"
        raise ValueError(f"{wanted}, got {got}.")
    bad = np.flatnonzero(~np.isfinite(centroids).all(axis=1))
    if bad.size:
        raise ValueError(f"{wanted} of finite numbers, got {centroids[bad[0]]} in row {bad[0]}.")
    return centroids


def _as_labels(value, n, k, who):
    wanted = f"{who} {n} whole numbers from 0 to {k - 1}, one label for each row of X"
    try:
        labels = np.array(value)
    except ValueError:
        raise ValueError(f"{wanted}, got {_brief(value)}.") from None
    if value is None or labels.shape != (n,):
        got = "None" if value is None else f"shape {labels.shape}"
        raise ValueError(f"{wanted}, got {got}.")
    if labels.dtype.kind not in "iu":
        raise ValueError(f"{wanted}, got the dtype {labels.dtype}.")
    bad = np.flatnonzero((labels < 0) | (labels >= k))
    if bad.size:
        raise ValueError(f"{wanted}, got {labels[bad[0]]} for row {bad[0]}.")
    return labels


def _name(function):
    return getattr(function, "__name__", type(function).__name__)


def _brief(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
