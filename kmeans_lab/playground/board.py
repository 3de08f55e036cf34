"""The state of the playground: points, centroids, labels, and what happens to them."""

import numpy as np

from ..player.story import as_text
from ..steps import assign_labels, inertia

__all__ = ["Board"]

UNLABELLED = -1


class Board:
    """Points and centroids in the plane, and a run of K-Means on them, half-step by half-step.

    A run alternates between two half-steps, `label` and `move`; both together are one round.
    Whatever the user changes begins a new run from what is there then.

    Parameters
    ----------
    X : array of shape (n, 2)
        The points.
    centroids : array of shape (k, 2)
        Where they start.

    Attributes
    ----------
    labels : integer array of shape (n,)
        The cluster of every point, or -1 for a point that has not been labelled yet.
    start : float array of shape (k, 2)
        The centroids at the beginning of this run.
    turn : {"label", "move"}
        The half-step that comes next.
    n_iter : int
        The rounds begun in this run, as scikit-learn counts them.
    history : list of float
        The WCSS after each half-step of this run.
    converged : bool
        Whether no further step can change anything.
    """

    def __init__(self, X, centroids):
        self.X = np.array(X, dtype=float).reshape(-1, 2)
        self.centroids = np.array(centroids, dtype=float).reshape(-1, 2)
        self.labels = np.full(len(self.X), UNLABELLED)
        self.begin()

    def begin(self):
        """Begin a new run from the present centroids."""
        self.start = self.centroids.copy()
        self.turn, self.n_iter, self.history = "label", 0, []
        self.moved = self.converged = False

    @property
    def wcss(self):
        """The WCSS of what is shown, or None as long as a point has no label."""
        if len(self.X) == 0 or (self.labels == UNLABELLED).any():
            return None
        return inertia(self.X, self.labels, self.centroids)

    def full_labels(self):
        """Return the labels; points without one get that of their nearest centroid."""
        nearest = assign_labels(self.X, self.centroids)
        return np.where(self.labels == UNLABELLED, nearest, self.labels)

    # The two half-steps.

    def label(self, labels):
        """Take over what the label half-step gave, and return a sentence about it."""
        changed = self.labels != labels
        first = int((self.labels == UNLABELLED).sum())
        self.labels, self.turn = labels, "move"
        self.n_iter += 1
        self.history.append(self.wcss)
        self.converged = self.moved and not changed.any()
        if self.converged:
            return f"No point changed cluster: K-Means has converged in round {self.n_iter}."
        if first == len(labels):
            return f"{_points(first)} got a label: the nearest centroid."
        return f"{_points(int(changed.sum()))} changed cluster."

    def move(self, centroids):
        """Take over what the move half-step gave, and return a sentence about it."""
        shift = np.sqrt(((centroids - self.centroids) ** 2).sum(axis=1).max())
        self.centroids, self.turn = centroids, "label"
        self.history.append(self.wcss)
        self.moved, self.converged = True, bool(shift == 0)
        if self.converged:
            return f"No centroid moved: K-Means has converged in round {self.n_iter}."
        return f"The centroids moved to the means of their clusters, by up to {as_text(shift, 3)}."

    def reset(self):
        """Go back to the start of this run."""
        self.centroids = self.start.copy()
        self.labels[:] = UNLABELLED
        self.begin()
        return "Back at the start of this run."

    # What the user changes.

    def add_points(self, points):
        """Add points of shape (m, 2)."""
        self.X = np.vstack([self.X, points])
        self.labels = np.append(self.labels, np.full(len(points), UNLABELLED))
        self.begin()
        return f"You added points. There are {len(self.X)} now."

    def erase_points(self, indices):
        """Remove the points at these rows of X."""
        self.X = np.delete(self.X, indices, axis=0)
        self.labels = np.delete(self.labels, indices)
        self.begin()
        return f"You erased points. There are {len(self.X)} now."

    def move_centroid(self, index, position):
        """Put one centroid somewhere else."""
        self.centroids[index] = position
        self.begin()
        return f"You moved centroid {index}. A new run begins here."

    def add_centroid(self, position):
        """Add a centroid at `position`."""
        self.centroids = np.vstack([self.centroids, position])
        self.begin()
        return f"You added centroid {len(self.centroids) - 1}."

    def remove_centroid(self, index):
        """Remove a centroid. Its points lose their labels; the later ones move up by one."""
        self.centroids = np.delete(self.centroids, index, axis=0)
        self.labels[self.labels == index] = UNLABELLED
        self.labels[self.labels > index] -= 1
        self.begin()
        return f"You removed centroid {index}. There are {len(self.centroids)}."

    def new_start(self, centroids):
        """Begin anew from other centroids."""
        self.centroids = np.array(centroids, dtype=float)
        self.labels[:] = UNLABELLED
        self.begin()


def _points(number):
    return "1 point" if number == 1 else f"{number} points"
