"""What happens at every step, in words and numbers."""

from math import floor, log10
from typing import NamedTuple

import numpy as np

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
    n, k = len(X), len(step.centroids)
    if before is None:
        if step.labels is None:
            return f"{_count(k, 'centroid')}, no point has a label yet."
        return f"{_count(k, 'cluster')} of {_count(n, 'point')}."
    if len(before.centroids) != k:
        return f"{_count(k, 'cluster')} instead of {len(before.centroids)}."
    distance = _farthest_move(X, before, step)
    moved = _moved(k, distance) if distance else ""
    if step.labels is None or before.labels is None:
        labelled = "" if step.labels is None else f"{_count(n, 'point')} got a label"
        return _sentence(labelled, moved) or "Nothing changed."
    n_changed = int(np.count_nonzero(step.labels != before.labels))
    if n_changed:
        return _sentence(f"{_count(n_changed, 'point')} changed cluster", moved)
    return f"{_first_upper(moved)}." if moved else _standstill(X, step)


def _standstill(X, step):
    """Say that nothing changed; that it is the end of K-Means only where it is."""
    distances = steps.squared_distances(X, step.centroids)
    own = distances[np.arange(len(X)), step.labels]
    room = 1e-5 * np.ptp(X, axis=0).max()  # wide enough for float32
    nearest = np.sqrt(own) <= np.sqrt(distances.min(axis=1)) + room
    means = steps.recompute_centroids(X, step.labels, step.centroids)
    if nearest.all() and np.abs(means - step.centroids).max() <= room:
        return "No point changed cluster: K-Means has converged."
    return "No point changed cluster, and no centroid moved."


def _farthest_move(X, before, step):
    """Return the largest distance that a centroid moved, 0 where it is only rounding."""
    distance = np.sqrt(((step.centroids - before.centroids) ** 2).sum(axis=1).max())
    return distance if distance > 1e-9 * (np.ptp(X, axis=0).max() or 1) else 0.0


def _moved(k, distance):
    how_far = as_text(distance, 3)
    subject = "the centroid moved by" if k == 1 else "the centroids moved by up to"
    return f"{subject} {how_far}"


def _course(earlier, wcss):
    if wcss is None:
        return ""
    text = as_text(wcss)
    if earlier is None:
        return f"WCSS {text}."
    if as_text(earlier) == text:
        return f"WCSS stays {text}."
    return f"WCSS {'falls' if wcss < earlier else 'rises'} to {text}."


def _sentence(*parts):
    text = ", and ".join(part for part in parts if part)
    return text and f"{_first_upper(text)}."


def _first_upper(text):
    return text[:1].upper() + text[1:]


def _count(number, thing):
    return f"{number} {thing}{'' if number == 1 else 's'}"
