"""Call the two step functions, a student's perhaps, and put into words what goes wrong."""

from dataclasses import dataclass

import numpy as np

from ..checker import sandbox
from ..checker.answers import describe, tidy
from ..checker.errors import explain_error
from ..checker.judge import show_error
from ..checker.reading import fit
from ..exercises import COURSE

__all__ = ["Trouble", "call_assign_labels", "call_recompute_centroids"]

SLOW = 1000  # so many points may take a loop in Python longer than the sandbox waits


@dataclass
class Trouble(Exception):
    """A step function gave nothing that the playground could go on with.

    Attributes
    ----------
    name : str
        Which function.
    reason : str
        Why, in a sentence or two.
    details : str
        The error with its line, or what came back.
    printed : str
        What the function printed.
    """

    name: str
    reason: str
    details: str = ""
    printed: str = ""


def call_assign_labels(function, X, centroids):
    """Label the points with `function`.

    Parameters
    ----------
    function : callable
        Called with copies of `X` and `centroids`.
    X : array of shape (n, d)
    centroids : array of shape (k, d)

    Returns
    -------
    labels : integer array of shape (n,)
    printed : str
        What the function printed.

    Raises
    ------
    Trouble
        If it raises, does not end, changes its arguments or returns no labels.
    """
    return _call(
        "assign_labels",
        function,
        {"X": X, "centroids": centroids},
        "integers",
        lambda labels: _labels_flaw(labels, len(X), len(centroids)),
    )


def call_recompute_centroids(function, X, labels, centroids):
    """Move the centroids with `function`; see `call_assign_labels`.

    Returns
    -------
    centroids : float array of shape (k, d)
    printed : str
        What the function printed.
    """
    arguments = {"X": X, "labels": labels, "centroids": centroids}
    moved, printed = _call(
        "recompute_centroids",
        function,
        arguments,
        "numbers",
        lambda answer: _centroids_flaw(answer, labels, centroids),
    )
    return moved.astype(float), printed


def _call(name, function, arguments, kind, find_flaw):
    """Return the answer and what was printed, or raise Trouble."""
    copies = {key: value.copy() for key, value in arguments.items()}

    def job(beat):
        value = function(*copies.values())
        return *tidy(value, kind), type(value).__name__, describe(value)

    with sandbox.sealed() as tape:
        run = sandbox.run(job)
        printed = tape.take()
    reason, details = _did_not_return(run, function, len(arguments["X"]))
    if not reason:
        answer, flaws, type_name, text = run.value
        changed = [key for key in copies if not np.array_equal(copies[key], arguments[key])]
        flaw = COURSE.exercises[name].hint_for(flaws[0], type=type_name) if flaws else ""
        reason = _in_place(changed) or flaw or find_flaw(answer)
        details = f"It returned {text}" if flaws and reason == flaw else ""
    if reason:
        raise Trouble(name, fit(reason, function), details, printed)
    return answer, printed


def _did_not_return(run, function, n_points):
    """Return why there is no answer, and the details; two empty texts if there is one."""
    if run.interrupted:
        return "You interrupted it.", ""
    if run.timed_out:
        slow = f" Or is it only slow? There are {n_points} points." if n_points >= SLOW else ""
        return COURSE.hint_for("endless") + slow, ""
    if run.error is not None:
        return explain_error(run.error, COURSE)[1], show_error(run.error, function)
    return "", ""


def _in_place(changed):
    return COURSE.hint_for("in place", names="`, `".join(changed)) if changed else ""


def _labels_flaw(labels, n_points, n_clusters):
    """Say what is wrong with labels that are an array of numbers."""
    if labels.shape != (n_points,):
        return (
            f"It returned an array of shape {labels.shape}. One label for each of the "
            f"{n_points} points is asked for: shape ({n_points},)."
        )
    if labels.dtype.kind not in "iu":
        return f"Labels are whole numbers, and it returned {labels[0]:.6g} for the first point."
    wrong = np.flatnonzero((labels < 0) | (labels >= n_clusters))
    if wrong.size:
        return (
            f"It returned the label {labels[wrong[0]]} for point {wrong[0]}. There are "
            f"{n_clusters} centroids, so labels run from 0 to {n_clusters - 1}."
        )
    return ""


def _centroids_flaw(moved, labels, centroids):
    """Say what is wrong with centroids that are an array of numbers."""
    if moved.shape != centroids.shape:
        return (
            f"It returned an array of shape {moved.shape}. One row for each of the "
            f"{len(centroids)} centroids is asked for: shape {centroids.shape}."
        )
    lost = np.flatnonzero(~np.isfinite(moved).all(axis=1))
    if not lost.size:
        return ""
    if (labels == lost[0]).any():
        return f"Centroid {lost[0]} is not finite any more: {moved[lost[0]]}."
    return (
        f"Centroid {lost[0]} has no points, and the mean of nothing is NaN. Let a centroid "
        f"without points stay where it is."
    )
