"""What happens at every step, in words and numbers."""

from math import floor, log10
from typing import NamedTuple

import numpy as np
from sklearn.metrics import pairwise_distances_argmin_min

from .. import steps

__all__ = ["Told", "as_text", "tell"]


class Told(NamedTuple):
    """A step as it is told.

    Parameters
    ----------
    name : str
    wcss : float or None
        None before the first labels.
    event : str
        What happened, in a sentence.
    course : str
        What became of the WCSS, in a sentence; empty if there is none.
    """

    name: str
    wcss: float | None
    event: str
    course: str


def tell(X, history):
    """Put every step into words.

    Parameters
    ----------
    X : array of shape (n, d)
    history : list of Step

    Returns
    -------
    story : list of Told
    """
    story = []
    for i, step in enumerate(history):
        before = history[i - 1] if i else None
        wcss = None if step.labels is None else _wcss(X, step)
        earlier = story[-1].wcss if i else None
        story.append(Told(step.name, wcss, _event(X, before, step), _course(earlier, wcss)))
    return story


def as_text(value, digits=6):
    """Write a number with at most so many significant digits, the same on every machine.

    Results of NumPy's versions may differ in the last bits. Twelve digits first, so that a
    number half-way between two texts does not fall to either side by such a bit.
    """
    value = float(f"{value:.12g}")
    size = floor(log10(abs(value))) if value else 0
    if not -5 < size < 9:
        return f"{value:.{digits}g}"
    text = f"{value:.{max(0, digits - 1 - size)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _wcss(X, step):
    wcss = steps.inertia(X, step.labels, step.centroids)
    # A sum that is 0 but for rounding is 0: not every version of NumPy rounds it alike.
    return wcss if wcss > 1e-20 * X.size * np.square(X, dtype=float).max() else 0.0


def _event(X, before, step):
    if before is None:
        return _opening(step)
    if len(before.centroids) != len(step.centroids):
        return f"{_count(len(step.centroids), 'cluster')} instead of {len(before.centroids)}."
    changes = _relabelled(before.labels, step.labels), _moved(X, before.centroids, step.centroids)
    text = ", and ".join(change for change in changes if change)
    if text:
        return f"{text[0].upper()}{text[1:]}."
    return "Nothing changed." if step.labels is None else _standstill(X, step)


def _opening(step):
    if step.labels is None:
        return f"{_count(len(step.centroids), 'centroid')}, no point has a label yet."
    return f"{_count(len(step.centroids), 'cluster')} of {_count(len(step.labels), 'point')}."


def _relabelled(before, labels):
    if labels is None:
        return "" if before is None else "the points lost their labels"
    if before is None:
        return f"{_count(len(labels), 'point')} got a label"
    n_changed = int(np.count_nonzero(labels != before))
    return f"{_count(n_changed, 'point')} changed cluster" if n_changed else ""


def _moved(X, before, centroids):
    distance = np.sqrt(((centroids - before) ** 2).sum(axis=1).max())
    if distance < 1e-9 * _extent(X):  # only rounding
        return ""
    subject = "the centroid moved by" if len(centroids) == 1 else "the centroids moved by up to"
    return f"{subject} {as_text(distance, 3)}"


def _standstill(X, step):
    """Say that nothing changed; that it is the end of K-Means only where it is."""
    points, centroids = X - X.mean(axis=0), step.centroids - X.mean(axis=0)
    own = np.sqrt(((points - centroids[step.labels]) ** 2).sum(axis=1))
    _, nearest = pairwise_distances_argmin_min(points, centroids)
    means = steps.recompute_centroids(points, step.labels, centroids)
    room = 1e-5 * _extent(X)  # wide enough for float32
    if (own <= nearest + room).all() and np.abs(means - centroids).max() <= room:
        return "No point changed cluster: K-Means has converged."
    return "No point changed cluster, and no centroid moved."


def _extent(X):
    return np.ptp(X.astype(float), axis=0).max() or 1.0


def _course(earlier, wcss):
    if wcss is None:
        return ""
    text = as_text(wcss)
    if earlier is None:
        return f"WCSS {text}."
    if as_text(earlier) == text:
        return f"WCSS stays {text}."
    return f"WCSS {'falls' if wcss < earlier else 'rises'} to {text}."


def _count(number, thing):
    return f"{number} {thing}{'' if number == 1 else 's'}"
