"""What a notebook calls: check, hint, solution, feedback."""

import difflib
import inspect
from collections import Counter
from functools import cache

from .card import Card
from .exercise import FLAWS

OUR_FAULT = (
    "This is a mistake in the checker, not necessarily in your function. Please report it "
    "together with your code."
)
NOT_YOURS = (
    "This is the package's own version, not yours. Is `{name}` spelt right after your `def`, and "
    "has that cell been run?"
)
_hints_given = Counter()


@cache
def exercises():
    """Return all exercises by name; they are made when the first one is asked for."""
    from . import (
        blocks,
        choosing,
        clinic,
        distances,
        labels_fast,
        rounds,
        small,
        starts,
        update,
        weights,
    )

    known = (
        distances.SQUARED_DISTANCES,
        distances.ASSIGN_LABELS,
        update.RECOMPUTE_CENTROIDS,
        distances.INERTIA,
        starts.INIT_RANDOM,
        weights.WEIGHTED_CHOICE,
        starts.INIT_KMEANS_PLUSPLUS,
        rounds.LLOYD,
        choosing.CHOOSE_ELBOW,
        rounds.MY_KMEANS,
        labels_fast.ASSIGN_LABELS_MATRIX_PRODUCT,
        blocks.BLOCK_SUMMARY,
        blocks.COMBINE_SUMMARIES,
        *small.TIPS,
        *clinic.CLINIC,
    )
    return {exercise.name: exercise for exercise in known}


def check(function=..., name=None):
    """Check an exercise and show what is right, or what is wrong and why.

    Parameters
    ----------
    function : callable
        Your function or class.
    name : str, optional
        Which exercise it solves, if it has another name.

    Returns
    -------
    function : callable
        Your function; the reference version as long as yours is not written.
    """
    if function is ...:
        Card("nothing to check yet", "Give `check` your function: `check(inertia)`.").show()
        return None
    name = name or getattr(function, "__name__", None)
    problem = _not_checkable(function, name)
    if problem:
        Card("nothing to check yet", problem).show()
        return function
    if function is exercises()[name].load():
        Card(f"{name}: the package's own version", NOT_YOURS.format(name=name)).show()
        return function
    try:
        result = feedback(name, function)
    except KeyboardInterrupt:  # pressed while the answers were compared
        Card(f"{name}: interrupted", FLAWS["interrupted"]).show()
        return function
    except Exception as error:  # never a traceback of ours in the student's notebook
        text = f"{type(error).__name__}: {error}"
        Card(f"{name}: the check itself failed", OUR_FAULT, (("Error", text),)).show()
        return function
    result.show()
    return exercises()[name].load() if result.state == "untouched" else function


def feedback(name, function):
    """Check an exercise without showing anything.

    Parameters
    ----------
    name : str
        The exercise.
    function : callable
        The function or class to check.

    Returns
    -------
    feedback : Feedback
        With `state` ("untouched", "wrong" or "passed"), `message`, the failing `example` with
        `got` and `expected`, how many checks `passed` of the `total`, and a `remark`.

    Raises
    ------
    ValueError
        If there is no such exercise, or `function` cannot be called.
    """
    problem = _not_checkable(function, name)
    if problem:
        raise ValueError(problem)
    from .judge import judge

    known = exercises()
    return judge(known[name], function, known.values())


def hint(name=...):
    """Show one more hint for an exercise with each call.

    Parameters
    ----------
    name : str
        The exercise.
    """
    exercise = _known(name)
    if exercise is None:
        Card("no such exercise", _unknown(name)).show()
        return
    hints, given = exercise.hints, _hints_given[exercise.name]
    shown = min(given, len(hints) - 1)
    text = hints[shown]
    if given >= len(hints) - 1:
        text += f'\nThat is the last hint. `solution("{exercise.name}")` shows one answer.'
    _hints_given[exercise.name] += 1
    Card(f"{exercise.name}: hint {shown + 1} of {len(hints)}", text).show()


def solution(name=...):
    """Show the package's own version of an exercise.

    Parameters
    ----------
    name : str
        The exercise.
    """
    exercise = _known(name)
    if exercise is None:
        Card("no such exercise", _unknown(name)).show()
        return
    text = "One way to write it. Others are as right."
    Card(f"{exercise.name}: solution", text, blocks=(("Code", solution_source(name)),)).show()


def solution_source(name):
    """Return the source of the package's own version of an exercise.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    source : str
        A function or a class, without a line break at the end.

    Raises
    ------
    ValueError
        If there is no such exercise.
    """
    exercise = _known(name)
    if exercise is None:
        raise ValueError(_unknown(name))
    return inspect.getsource(exercise.load()).rstrip()


def _known(name):
    name = getattr(name, "__name__", name)
    return exercises().get(name) if isinstance(name, str) else None


def _unknown(name):
    """Say that there is no such exercise, and which one may have been meant."""
    known = ", ".join(exercises())
    if name is ...:
        return f"Which exercise? Write its name between the parentheses. There are: {known}."
    shown = f"`{name}`" if isinstance(name, str) else f"of type {type(name).__name__}"
    meant = _meant(name)
    if meant:
        return f"There is no exercise {shown}. Did you mean `{meant}`?"
    return f"There is no exercise {shown}. There are: {known}."


def _meant(name):
    near = difflib.get_close_matches(name, exercises(), n=1) if isinstance(name, str) else []
    return near[0] if near else None


def _not_checkable(function, name):
    """Say what keeps a function from being checked, and what to do about it."""
    kind = type(function).__name__
    if not callable(function) and kind in exercises():
        return f"This is an object, made by the class. Give the class itself: `check({kind})`."
    if not callable(function):
        called = name if _known(name) else "name_of_your_function"
        return (
            f"This is not a function but something of type {kind}. Give `check` the function "
            f"itself, by its name, without parentheses behind it: `check({called})`."
        )
    if _known(name) is None:
        own = getattr(function, "__name__", "function")
        own = own if own.isidentifier() else "function"
        return (
            f"{_unknown(name)}\nKeep the function's name, or say which exercise it is: "
            f'`check({own}, name="{_meant(name) or "inertia"}")`.'
        )
    return None
