"""What `MyKMeans.fit(X, visualize=True)` shows: the rounds that it has written down, to play."""

import IPython.display
import numpy as np

from .history import Step
from .page import StepPlayer


def show_rounds(X, rounds, labels, title):
    """Show a run of K-Means that was recorded round by round.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    rounds : list of (centroids, labels)
        The start, whose labels are None, and the end of every round: the centroids moved, and
        the labels that they moved by.
    labels : integer array of shape (n,)
        The nearest of the last centroids.
    title : str
        Title of the player.
    """
    IPython.display.display(StepPlayer(X, half_steps(rounds, labels), title))


def half_steps(rounds, last_labels):
    """Return the steps of a run: two for each round, one where the centroids stay."""
    (centroids, _), *rounds = rounds
    history = [Step("start", centroids)]
    for i, (moved, labels) in enumerate(rounds, start=1):
        history.append(Step(f"round {i}: label", centroids, labels))
        if not np.array_equal(moved, centroids):
            history.append(Step(f"round {i}: move", moved, labels))
        centroids = moved
    if not np.array_equal(labels, last_labels):  # stopped by max_iter or tol
        history.append(Step("last labels", centroids, last_labels))
    return history
