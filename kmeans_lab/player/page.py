"""`StepPlayer`: what a notebook, a web page and a terminal show of a run."""

import json
from functools import cache
from html import escape

import numpy as np

from .filmstrip import filmstrip, shown_steps
from .history import Step, check_history
from .look import look, read_text
from .scene import drawn_rows, frame, on_grid, plane
from .story import as_text, tell

__all__ = ["StepPlayer"]

MOST_POINTS = 500  # drawn; the numbers always count all of them
GRID = 1000  # places on each axis, about as fine as the screen


class StepPlayer:
    """Show a run of K-Means, or any sequence of clusterings, step by step.

    As the last line of a cell it shows itself. In a notebook it is a player with buttons, which
    needs neither a kernel nor a network; where scripts are stripped, a strip of pictures with
    the steps in words; in a terminal, the words.

    Parameters
    ----------
    X : array-like of shape (n, d)
        The points. The first two columns are drawn, or one along a line. Of very many points
        some are drawn. The page says so.
    history : sequence of Step
        The clusterings, for example from `watch`. The number of clusters may differ.
    title, x_label, y_label : str
        Title of the player and labels of its axes.

    Raises
    ------
    ValueError
        If X or a step is wrong; the message names what and where.

    Examples
    --------
    >>> from kmeans_lab.player import StepPlayer, watch
    >>> X = [[0.0], [1.0], [5.0]]
    >>> StepPlayer(X, watch(X, [[0.0], [1.0]]))
    StepPlayer: 6 steps, 3 points
    1  start           WCSS -         2 centroids, no point has a label yet.
    2  round 1: label  WCSS 16        3 points got a label.
    3  round 1: move   WCSS 8         The centroids moved by up to 2.
    4  round 2: label  WCSS 5         1 point changed cluster.
    5  round 2: move   WCSS 0.5       The centroids moved by up to 2.
    6  round 3: label  WCSS 0.5       No point changed cluster: K-Means has converged.
    """

    def __init__(self, X, history, title="", x_label="", y_label=""):
        self.X, self.history = check_history(X, history)
        self.title, self.x_label, self.y_label = str(title), str(x_label), str(y_label)

    def __repr__(self):
        story = tell(self.X, self.history)
        names = max(len(told.name) for told in story)
        lines = [f"{type(self).__name__}: {len(story)} steps, {len(self.X)} points"]
        for i, told in enumerate(story, start=1):
            wcss = "-" if told.wcss is None else as_text(told.wcss)
            lines.append(
                f"{i:{len(str(len(story)))}}  {told.name:{names}}  WCSS {wcss:9} {told.event}"
            )
        return "\n".join(lines)

    def _repr_html_(self):
        story = tell(self.X, self.history)
        points, steps = _flat(self.X, self.history)
        domain = frame(points, *(step.centroids for step in steps))
        address, (width, height) = filmstrip(points, domain, steps)
        data = json.dumps(self._data(points, steps, story, domain), separators=(",", ":"))
        title = f"<p><strong>{escape(self.title)}</strong></p>" if self.title else ""
        words = "".join(
            f"<li><b>{escape(told.name)}</b>. {told.event} {told.course}</li>" for told in story
        )
        return (
            f"<div class='kmeans-player' data-player='{_in_quotes(data)}'>{title}"
            f"<img src='{address}' alt='{escape(self._alt(story))}' "
            f"width='{width}' height='{height}'>"
            f"{''.join(f'<p><small>{note}</small></p>' for note in self._notes())}"
            f"<details><summary>The steps in words</summary><ol>{words}</ol></details></div>"
            f"<style>{_style()}</style><script>{_script()}</script>"
        )

    def _data(self, points, steps, story, domain):
        """Collect what the script draws."""
        rows = drawn_rows(len(points), MOST_POINTS)
        return {
            "title": self.title,
            "x": self.x_label,
            "y": self.y_label,
            "look": look(max(len(step.centroids) for step in steps)),
            "domain": domain,
            "grid": GRID,
            "line": self.X.shape[1] == 1,
            # Nearest in more columns is not nearest in the two that are drawn: no regions then.
            "regions": self.X.shape[1] <= 2,
            "points": _gridded(points[rows], domain),
            "steps": [
                {
                    "centroids": centroids,
                    "labels": labels,
                    "wcss": told.wcss if told.wcss is None else float(as_text(told.wcss)),
                }
                for centroids, labels, told in zip(
                    _packed_centroids(steps, domain), _packed_labels(steps, rows), story
                )
            ],
        }

    def _notes(self):
        n, d = self.X.shape
        if d == 1:
            yield "One column: only the place from left to right counts, not the height."
        if d > 2:
            yield (
                f"The first 2 of {d} columns are drawn, no regions; "
                "every number counts all columns."
            )
        if n > MOST_POINTS:
            yield f"{MOST_POINTS} of {n} points are drawn; every number counts all points."

    def _alt(self, story):
        panels = "; ".join(
            story[i].name
            + (f", WCSS {as_text(story[i].wcss)}" if story[i].wcss is not None else "")
            for i in shown_steps(len(story))
        )
        return f"{self.title or 'Clusters'}, step by step. The pictures: {panels}."


def _flat(X, history):
    """Return the points and the steps with two columns, as they are drawn."""
    heights = np.arange(len(X)) * 0.6180339887 % 1 - 0.5  # so that points on a line lie apart
    return (
        plane(X, heights),
        [Step(name, plane(centroids), labels) for name, centroids, labels in history],
    )


def _gridded(points, domain):
    return on_grid(points, domain, GRID, GRID).ravel().tolist()


def _packed_centroids(steps, domain):
    """Yield the places of the centroids at each step, None where they are those before."""
    before = None
    for step in steps:
        centroids = _gridded(step.centroids, domain)
        yield None if centroids == before else centroids
        before = centroids


def _packed_labels(steps, rows):
    """Yield the labels of each step: all of them, a letter each, or only those that changed.

    None stands for no labels, "ABA" for 0, 1, 0, and [5, 2, 7, 0] for the same labels as before
    but 2 in row 5 and 0 in row 7.
    """
    before = None
    for step in steps:
        labels = None if step.labels is None else step.labels[rows]
        changed = None if labels is None or before is None else np.flatnonzero(labels != before)
        if changed is not None and len(changed) < len(rows) / 5:
            yield np.column_stack([changed, labels[changed]]).ravel().tolist()
        else:
            yield labels if labels is None else "".join(chr(ord("A") + i) for i in labels.tolist())
        before = labels


def _in_quotes(text):
    """Escape for an attribute in single quotes: JSON is full of double ones."""
    return escape(text, quote=False).replace("'", "&#x27;")


@cache
def _style():
    return read_text(__package__, "theme.css") + read_text(__package__, "player.css")


@cache
def _script():
    drawing, player = read_text(__package__, "drawing.js"), read_text(__package__, "player.js")
    return f"(() => {{\n{drawing}\n{player}\n}})();"
