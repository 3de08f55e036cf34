"""The playground: K-Means on points and centroids that you set, step by step, in a notebook."""

import base64
import io
import threading
from numbers import Integral

import anywidget
import numpy as np
import traitlets
from IPython.display import display
from matplotlib.figure import Figure
from sklearn.utils import check_array

from .. import steps
from ..checker.sandbox import running_shell
from ..player.look import look, read_text
from ..plotting import plot_clusters
from .board import Board
from .calls import Trouble, call_assign_labels, call_recompute_centroids
from .presets import PRESETS

__all__ = ["Playground"]

STARTS = {"random": steps.init_random, "k-means++": steps.init_kmeans_plusplus}
DEFAULT_PRESET = "blobs"
OWN = "own"  # in the menu of presets, what the playground was opened with
SAVED_STYLE = read_text(__package__, "saved.css")
MARGIN = 0.08  # of the range of the points, left free around them


class Playground(anywidget.AnyWidget):
    """K-Means to play with: set points and centroids, and watch every step.

    Parameters
    ----------
    X : array-like of shape (n_samples, 2), optional
        The points to begin with; they are copied. A DataFrame's columns name the axes.
    n_clusters : int, default=3
        How many centroids to begin with, 1 to n_samples; they start at random points.
    assign_labels : callable, default=kmeans_lab.steps.assign_labels
        Called as ``assign_labels(X, centroids)`` in every label half-step.
    recompute_centroids : callable, default=kmeans_lab.steps.recompute_centroids
        Called as ``recompute_centroids(X, labels, centroids)`` in every move half-step.
    preset : str, optional
        A name in `PRESETS`: points to begin with instead of `X`. "blobs" if there is neither.
    random_state : int, default=42
        Seed of the random starts.

    Attributes
    ----------
    X : ndarray of shape (n_samples, 2), float64
        The points as they are now. Like all arrays here, a copy.
    centroids : ndarray of shape (n_clusters, 2), float64
        The centroids as they are now.
    labels : ndarray of shape (n_samples,), int
        The labels as they are shown. A point that has none yet, as all of them before the first
        step, gets the label of its nearest centroid.
    inertia : float
        The WCSS of `X`, `labels` and `centroids`.
    n_iter : int
        The rounds begun since the start, or since the last change by hand.

    Raises
    ------
    ValueError, TypeError
        If an argument is not what is asked for; the message names it.
    """

    _esm = read_text("kmeans_lab.player", "drawing.js") + read_text(__package__, "playground.js")
    _css = read_text("kmeans_lab.player", "theme.css") + read_text(__package__, "playground.css")

    # What the browser draws. Numbers travel as bytes, and only those that have changed.
    _points = traitlets.Bytes().tag(sync=True)  # float32, x0, y0, x1, y1, ...
    _centroids = traitlets.Bytes().tag(sync=True)  # float64, likewise
    _labels = traitlets.Bytes().tag(sync=True)  # int16, -1 without a label
    _state = traitlets.Dict().tag(sync=True)  # everything else

    def __init__(
        self,
        X=None,
        n_clusters=3,
        assign_labels=steps.assign_labels,
        recompute_centroids=steps.recompute_centroids,
        *,
        preset=None,
        random_state=42,
    ):
        points, columns = _check_points(X, preset)
        _check_n_clusters(n_clusters, len(points))
        _check_functions(assign_labels=assign_labels, recompute_centroids=recompute_centroids)
        super().__init__()
        self._assign_labels, self._recompute_centroids = assign_labels, recompute_centroids
        self._rng = np.random.default_rng(random_state)
        self._sets = {name: (chosen.title, chosen.columns) for name, chosen in PRESETS.items()}
        if X is not None:
            self._sets = {OWN: ("Your points", columns), **self._sets}
        self._own = points
        self._preset = OWN if X is not None else preset or DEFAULT_PRESET
        self._trouble, self._printed = None, ""
        self._put(points, n_clusters)
        self._sentence = "Step labels every point with its nearest centroid."
        self._show()
        self.on_msg(self._receive)

    X = property(lambda self: self._board.X.copy())
    centroids = property(lambda self: self._board.centroids.copy())
    labels = property(lambda self: self._board.full_labels())
    n_iter = property(lambda self: self._board.n_iter)

    @property
    def inertia(self):
        """The WCSS, see the attributes of the class."""
        return steps.inertia(self._board.X, self.labels, self._board.centroids)

    # How it shows itself where there is no browser, or no kernel.

    def __repr__(self):
        board = self._board
        return (
            f"Playground: {len(board.X)} points, {len(board.centroids)} centroids, "
            f"round {board.n_iter}. To play, run this cell in a notebook."
        )

    def _ipython_display_(self):
        """Show a picture, and in its place the playground, as long as there is one.

        A notebook keeps both. Whoever opens it without this kernel would see an error of
        ipywidgets instead of the playground; the style sheet puts the picture there.
        """
        data, metadata = self._repr_mimebundle_()
        if len(self._board.X):
            display({"text/html": f"<style class='pg-saved'>{SAVED_STYLE}</style>"}, raw=True)
            display(
                {"image/png": base64.b64encode(self._picture()).decode()},
                raw=True,
                metadata={"image/png": {"alt": repr(self)}},
            )
        display(data, metadata=metadata, raw=True)

    def _picture(self):
        """Draw the present state, as PNG."""
        figure = Figure(figsize=(6.4, 4.2), layout="constrained")
        title = (
            "The start: every point and its nearest centroid"
            if (self._board.labels < 0).all()
            else f"Round {self.n_iter}, WCSS {self.inertia:.6g}"
        )
        plot_clusters(
            len(self._board.centroids),
            self.centroids,
            self.X,
            self.labels,
            title,
            *self._columns(),
            ax=figure.subplots(),
        )
        file = io.BytesIO()
        figure.savefig(file, format="png", dpi=100)
        return file.getvalue()

    # Messages of the browser. Each names an action, a method of this class.

    def _receive(self, _, content, buffers):
        _in_main_thread(lambda: self._act(content, buffers))

    def _act(self, content, buffers=()):
        """Do what a message asks for, and show how things stand then."""
        self._trouble, self._printed = None, ""
        action = getattr(self, "_on_" + content["action"])
        self._sentence = action(**content.get("with", {}), **_unpack(content, buffers))
        self._show(content.get("id"))

    def _show(self, message_id=None):
        """Hand the whole state to the browser, as the answer to a message."""
        board = self._board
        with self.hold_sync():
            self._points = board.X.astype(np.float32).tobytes()
            self._centroids = board.centroids.tobytes()
            self._labels = board.labels.astype(np.int16).tobytes()
            self._state = {
                "id": message_id,
                "turn": board.turn,
                "round": board.n_iter,
                "wcss": board.wcss,
                "history": list(board.history),
                "converged": board.converged,
                "sentence": self._sentence,
                "printed": self._printed,
                "trouble": self._trouble and vars(self._trouble),
                "domain": self._domain,
                "columns": self._columns(),
                "preset": self._preset,
                "presets": [[name, title] for name, (title, _) in self._sets.items()],
                "look": look(),
            }

    def _on_step(self):
        board = self._board
        if not len(board.X):
            return "Add points first."
        if board.converged:
            return "It has converged: a step changes nothing. Move a centroid, or begin anew."
        try:
            return self._label() if board.turn == "label" else self._move()
        except Trouble as trouble:
            self._trouble, self._printed = trouble, trouble.printed
            return "Nothing has changed."

    def _label(self):
        board = self._board
        labels, self._printed = call_assign_labels(self._assign_labels, board.X, board.centroids)
        return board.label(labels)

    def _move(self):
        board = self._board
        centroids, self._printed = call_recompute_centroids(
            self._recompute_centroids, board.X, board.labels, board.centroids
        )
        return board.move(centroids)

    def _on_reset(self):
        return self._board.reset()

    def _on_clear(self):
        self._board.erase_points(np.arange(len(self._board.X)))
        return "All points are gone. Add new ones."

    def _on_start(self, init):
        n_clusters = len(self._board.centroids)
        try:
            self._board.new_start(STARTS[init](self._board.X, n_clusters, self._rng))
        except ValueError:
            return f"A new start needs at least {n_clusters} different points."
        return f"New start, {init}: {n_clusters} of the points are the centroids now."

    def _on_preset(self, name):
        points = self._own if name == OWN else PRESETS[name].make()
        self._preset = name
        self._put(points, max(1, min(len(self._board.centroids), len(points))))
        return f"{self._sets[name][0]}: {len(points)} points, and a random start."

    def _on_add_points(self, points):
        return self._board.add_points(points.reshape(-1, 2))

    def _on_erase_points(self, indices):
        return self._board.erase_points(indices[indices < len(self._board.X)].astype(int))

    def _on_move_centroid(self, index, position):
        return self._board.move_centroid(index, position)

    def _on_add_centroid(self, position=None):
        if position is None:
            board = self._board
            position = (
                steps.init_random(board.X, 1, self._rng)[0]
                if len(board.X)
                else np.reshape(self._domain, (2, 2)).mean(axis=1)
            )
        return self._board.add_centroid(position)

    def _on_remove_centroid(self, index):
        if len(self._board.centroids) == 1:
            return "One centroid has to stay."
        return self._board.remove_centroid(index)

    def _put(self, points, n_clusters):
        """Put other points on the board, and start at random."""
        self._board = Board(points, steps.init_random(points, n_clusters, self._rng))
        self._domain = _domain(points)

    def _columns(self):
        return self._sets[self._preset][1]


def _check_points(X, preset):
    """Return the points to begin with, as a new float array, and what their columns are."""
    if X is None:
        preset = DEFAULT_PRESET if preset is None else preset
        if preset not in PRESETS:
            raise ValueError(
                f"preset must be one of {', '.join(map(repr, PRESETS))}, got {preset!r}."
            )
        return PRESETS[preset].make(), PRESETS[preset].columns
    if preset is not None:
        raise ValueError(f"Give either X or preset, not both; got preset={preset!r}.")
    points = check_array(
        X, input_name="X", dtype=np.float64, copy=True, ensure_2d=False, allow_nd=True
    )
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(
            f"X must have shape (n_samples, 2), two columns to draw, got shape {points.shape}."
        )
    return points, tuple(map(str, getattr(X, "columns", ("feature 1", "feature 2"))))


def _check_n_clusters(n_clusters, n_points):
    if (
        not isinstance(n_clusters, Integral)
        or isinstance(n_clusters, bool)
        or not (1 <= n_clusters <= n_points)
    ):
        raise ValueError(
            f"n_clusters must be a whole number from 1 to the number of points, "
            f"{n_points}, got {n_clusters!r}."
        )


def _check_functions(**functions):
    for name, function in functions.items():
        if not callable(function):
            raise TypeError(f"{name} must be a function, got {function!r}.")


def _domain(points):
    """Return [x_low, x_high, y_low, y_high] with some room around the points."""
    low, high = points.min(axis=0), points.max(axis=0)
    room = np.where(high > low, (high - low) * MARGIN, 1.0)
    return np.ravel([low - room, high + room], order="F").tolist()


def _unpack(content, buffers):
    """Return the arrays of a message by name; the browser sends floats of 64 bits."""
    names = content.get("arrays", [])
    return {name: np.frombuffer(buffer) for name, buffer in zip(names, buffers)}


def _in_main_thread(job):
    """Do a job where the cells run, after the cell that is running.

    A kernel with subshells may handle messages of widgets in another thread, while a cell runs.
    But to keep a student's prints, figures and random numbers apart means to replace them in
    the whole program for that moment: the cell would lose its own.
    """
    kernel = getattr(running_shell(), "kernel", None)
    if kernel is None or threading.current_thread() is threading.main_thread():
        job()
    else:
        kernel.io_loop.add_callback(job)
