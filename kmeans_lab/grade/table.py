"""Make the table of grades from what came of the submissions."""

import csv
import io

FIRST = ("file", "status", "notebook", "passed", "of", "note")
LONGEST = 1000  # characters of a text
FORMULA = ("=", "+", "-", "@")


def expected(graded, series, chosen=None):
    """Return the exercises that count for a submission, in order.

    Parameters
    ----------
    graded : submission.Graded
    series : dict of str to cells.Notebook
        The original notebooks by number.
    chosen : cells.Notebook, optional
        The original that all submissions were made from, if it is known.

    Returns
    -------
    names : tuple of str
        Those of the original, then those that only the submission has.
    """
    original = chosen or series.get(likeness(graded, series))
    theirs = original.exercises if original else ()
    return tuple(dict.fromkeys((*theirs, *graded.exercises)))


def likeness(graded, series):
    """Return which notebook a submission looks like, by its cells or its title: "04", or ""."""
    if graded.number in series:
        return graded.number
    same_title = (number for number, one in series.items() if one.title == graded.title)
    return next(same_title, graded.number)


def state_of(graded, name):
    """Return the state of one exercise of a submission, and the hint.

    Returns
    -------
    state : {"passed", "wrong", "untouched", "missing", "not reached"}
        "missing" if the submission has no cell for it, "not reached" if the grading ended before.
    hint : str
    """
    state, hint = graded.states.get(name, ("", ""))
    kept = name in graded.exercises
    if state and (kept or state != "untouched"):
        return state, hint
    return ("not reached" if not graded.read or kept and not graded.finished else "missing"), ""


def rows(results, series, chosen=None):
    """Return the table: its head, and one row for each submission, in the given order.

    Parameters
    ----------
    results : list of submission.Graded
    series, chosen
        See `expected`.

    Returns
    -------
    table : list of list of str
    """
    asked = [expected(graded, series, chosen) for graded in results]
    names = list(dict.fromkeys(name for one in asked for name in one))
    table = [[*FIRST, *names, *(f"hint: {name}" for name in names)]]
    for graded, own in zip(results, asked):
        found = {name: state_of(graded, name) for name in own}
        passed = sum(state == "passed" for state, _ in found.values())
        like = likeness(graded, series)
        head = [str(graded.path), graded.status, like, str(passed), str(len(own))]
        states = [found.get(name, ("", ""))[0] for name in names]
        hints = [found.get(name, ("", ""))[1] for name in names]
        asked_for = chosen.number if chosen else ""
        table.append([*head, note(graded, own, like, asked_for), *states, *hints])
    return table


def note(graded, own, like="", asked_for=""):
    """Return what an instructor should know of a submission besides its exercises."""
    nothing = ["no exercise found"] * (graded.read and not own)
    other = like and asked_for and like != asked_for
    strange = [f"looks like notebook {like}, not {asked_for}"] if other else []
    missing = any(state_of(graded, name)[0] == "missing" for name in own)
    renamed = [f"checks {name}, which is no exercise" for name in graded.others if missing]
    return "; ".join([*graded.notes, *nothing, *strange, *renamed])


def plain(text):
    """Bring a text into one line without control characters, of bounded length."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def harmless(text):
    """Return a text as a spreadsheet should show it: never as a formula."""
    line = plain(text)
    return "'" + line if line.startswith(FORMULA) else line


def as_csv(table):
    """Write a table as CSV, with the mark by which spreadsheets know UTF-8.

    Parameters
    ----------
    table : list of list of str

    Returns
    -------
    content : bytes
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([harmless(c) for c in row] for row in table)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")
