"""Where the exercises stand, which notebook this is, and how far its student has come."""

import os
import re
import textwrap

from .card import SYMBOLS, TITLES

NUMBERED = re.compile(r"\s*(?:exercise\s*)?(\d+)\s*", re.I)
HARD_SPACE = "\N{NO-BREAK SPACE}"


def notebooks_of(exercises):
    """Return the exercises of each notebook by their numbers there, in order.

    Parameters
    ----------
    exercises : iterable of Exercise
        One without `places` has its place in the course for a number, in the notebook "".

    Returns
    -------
    notebooks : dict of str to dict
        As ``{"04": {1: "slope", 2: "offset"}}``.
    """
    found = {}
    for number, exercise in enumerate(exercises, 1):
        for place in exercise.places or (f"-{number}",):
            notebook, _, at = place.rpartition("-")
            found.setdefault(notebook, {})[int(at)] = exercise.name
    return {notebook: dict(sorted(own.items())) for notebook, own in sorted(found.items())}


def this_notebook(notebooks, states):
    """Return which notebook is running: as Jupyter says, or as was checked so far; or None.

    Parameters
    ----------
    notebooks : dict
        See `notebooks_of`.
    states : dict of str to str
        What became of the exercises that were checked in this kernel, the latest last.
    """
    file = re.split(r"[/\\]", os.environ.get("JPY_SESSION_NAME", ""))[-1]
    named = [notebook for notebook in notebooks if notebook and file.startswith(notebook)]
    if named or len(notebooks) == 1:
        return (*named, *notebooks)[0]
    latest = next(reversed(states), None)
    where = {  # how many of its exercises were checked; then the notebook that begins with it
        notebook: (len(states.keys() & {*own.values()}), -number)
        for notebook, own in notebooks.items()
        for number, name in own.items()
        if name == latest
    }
    return max(where, key=where.__getitem__, default=None)


def number_meant(name):
    """Return the number in "exercise 3", "3" or 3, or None if it is nothing of that kind."""
    found = NUMBERED.fullmatch(name if isinstance(name, str) else repr(name))
    return int(found[1]) if found else None


def overview(notebooks, here, states):
    """Return pieces of a card: every exercise with its state, those of this notebook first.

    Parameters
    ----------
    notebooks, states : dict
        See `this_notebook`.
    here : str or None
        This notebook.
    """
    pieces = []
    if here is not None:
        lines = [
            f"{number:2} {_mark(name, states)}: {TITLES[states.get(name, 'untouched')]}"
            for number, name in notebooks[here].items()
        ]
        pieces.append((f"Notebook {here}" if here else "Exercises", "\n".join(lines)))
    if len(notebooks) > 1:
        rows = [_row(notebook, own, states) for notebook, own in notebooks.items()]
        pieces.append(("All notebooks", "\n".join(rows)))
    return tuple(pieces)


def _mark(name, states):
    return f"{SYMBOLS[states.get(name, 'untouched')]} {name}"


def _row(notebook, own, states):
    """Write the exercises of a notebook in a line or two, no symbol parted from its name."""
    marks = [_mark(name, states).replace(" ", HARD_SPACE) for name in own.values()]
    lines = textwrap.wrap("  ".join(marks), 60, break_long_words=False)
    return "\n".join(
        f"{notebook if i == 0 else '':3} {line}" for i, line in enumerate(lines)
    ).replace(HARD_SPACE, " ")
