"""What a course is, and what its notebooks call: check, hint, progress, solution, feedback."""

import ast
import difflib
import inspect
from collections import Counter
from functools import cached_property

from .card import Card
from .errors import ERRORS
from .places import notebooks_of, number_meant, overview, this_notebook
from .resume import watch_for_missing_names
from .words import GENERAL, filled, fitted

OUR_FAULT = (
    "This is a fault of the checker, not necessarily of your function. Please report it together "
    "with your code{where}."
)
NOT_YOURS = (
    "This is the package's own version, not yours. Is `{name}` spelt right after your `def`, and "
    "has that cell been run?"
)
WHICH = (
    "Which notebook is this? Run the cell of the exercise once, as it is, then its number is "
    "known. Or use its name."
)
NO_CHECK = "No exercise of this number is checked in this notebook, so there are no hints for it."
KNOWN = "This is what was checked since this kernel started. Every notebook has its own kernel."
CONTRACT = "Its contract, the docstring, stands in the cell of the exercise."


class Course:
    """The exercises of a course, and what it says in words of its own.

    Parameters
    ----------
    load : callable
        Returns its exercises, those that others build upon first. Called when they are needed.
    words : dict, optional
        Hints by key, in the place of the general ones of `words.GENERAL` and `errors.ERRORS`.
    tags : dict, optional
        What may be special about a case: from the name of each tag to an `exercise.Tag`.
    errors : sequence of tuples, optional
        What Python's errors mean here, before the general meanings; see `errors.ERRORS`.
    refusals : sequence of callables, optional
        Each takes the student's function and returns a Finding if it is not to be tried at all.
    report : callable, optional
        Returns the address to which a fault of the checker can be reported.
    """

    def __init__(self, load, *, words=None, tags=None, errors=(), refusals=(), report=None):
        self.load, self.words, self.tags = load, words or {}, tags or {}
        self.errors, self.refusals, self.report = tuple(errors), tuple(refusals), report
        self.hints_given = Counter()
        self.states = {}  # of the exercises that were checked, the latest last
        watch_for_missing_names()
        self.told = Counter()

    @cached_property
    def exercises(self):
        """All exercises by name, in the order of the course."""
        known = {exercise.name: exercise for exercise in self.load()}
        for exercise in known.values():
            exercise.course = self
        return known

    def all_hints(self):
        """Return all that may stand on a card: lists of hints by exercise; "" for those of any."""
        meanings = [hint for *_, hint in (*self.errors, *ERRORS)]
        tags = [tag.hint for tag in self.tags.values()]
        own = {name: exercise.all_hints() for name, exercise in self.exercises.items()}
        hints = {**own, "": [*self.words.values(), *GENERAL.values(), *tags, *meanings]}
        return {name: list(map(fitted, some)) for name, some in hints.items()}

    def hint_for(self, key, general="", **values):
        """Return the hint for a key: the course's own words, or the general ones."""
        text = self.words.get(key) or GENERAL.get(key) or general
        return filled(text, values)

    def check(self, function=..., name=None):
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
            text = f"Give `check` your function: `check({next(iter(self.exercises))})`."
            Card("nothing to check yet", text).show()
            return None
        name = name or getattr(function, "__name__", None)
        reason = self._not_checkable(function, name)
        if reason:
            Card("nothing to check yet", reason).show()
            return function
        if function is self.exercises[name].load():
            Card(f"{name}: the package's own version", NOT_YOURS.format(name=name)).show()
            return function
        try:
            result = self.feedback(name, function)
        except KeyboardInterrupt:  # pressed while the answers were compared
            Card(f"{name}: interrupted", self.hint_for("interrupted")).show()
            return function
        except Exception as error:  # never a traceback of ours in the student's notebook
            text = f"{type(error).__name__}: {error}"
            address = self.report() if self.report else ""
            where = f": {address}" if address else ""
            message = filled(OUR_FAULT, {"where": where})
            Card(f"{name}: the check itself failed", message, (("Error", text),)).show()
            return function
        self.states.pop(name, None)
        self.states[name] = result.state
        result.show()
        self.told[name, result.places] += 1  # the next card says more of the same places
        return self.exercises[name].load() if result.state == "untouched" else function

    def feedback(self, name, function):
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
        reason = self._not_checkable(function, name)
        if reason:
            raise ValueError(reason)
        from .judge import feedback_on

        return feedback_on(self.exercises[name], function)

    def hint(self, name=..., number=None):
        """Show one more hint for an exercise with each call, below those given before.

        Parameters
        ----------
        name : str, optional
            The exercise, by its name or as "exercise 3" of this notebook. Without it, all
            exercises are shown.
        number : int, optional
            Up to which hint, in place of one more.
        """
        exercise = self._found(name)
        card = self._hints(exercise, number) if exercise else self._not_found(name)
        card.show()

    def _hints(self, exercise, number):
        """Return a card with the hints up to a number, by default with one more than given."""
        name, hints, given = exercise.name, exercise.hints, self.hints_given[exercise.name]
        if number is not None and number not in range(1, len(hints) + 1):
            text = f'There are {len(hints)} hints. `hint("{name}", {len(hints)})` shows them all.'
            return Card(f"{name}: no such hint", text)
        shown = min(number or given + 1, len(hints))
        lines = [f"{i}. {hint}" for i, hint in enumerate(hints[:shown], 1)]
        if shown == len(hints):
            end = "There are no more hints." if given == shown else "That is the last hint."
            lines.append(f'{end} `solution("{name}")` shows one answer.')
        self.hints_given[name] = max(given, shown)
        return Card(f"{name}: hint {shown} of {len(hints)}", "\n".join(lines))

    def progress(self):
        """Show every exercise with its state, those of this notebook first.

        What was checked since this kernel started is known, and nothing else.
        """
        here = this_notebook(self.notebooks, self.states)
        asked = self.notebooks[here].values() if here is not None else self.exercises
        passed = sum(self.states.get(name) == "passed" for name in asked)
        title = f"{passed} of {len(asked)} exercises passed"
        Card(title, KNOWN, overview(self.notebooks, here, self.states)).show()

    def solution(self, name=...):
        """Show the package's own version of an exercise.

        Parameters
        ----------
        name : str
            The exercise, by its name or as "exercise 3" of this notebook.
        """
        exercise = self._found(name)
        if exercise is None:
            self._not_found(name).show()
            return
        code, contract = without_docstring(self.solution_source(exercise.name))
        Card(
            f"{exercise.name}: solution",
            "One way to write it. Others are as right.",
            pieces=(("Code", code),),
            folded=((CONTRACT, contract),),
        ).show()

    def solution_source(self, name):
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
        exercise = self._known(name)
        if exercise is None:
            raise ValueError(self._unknown(name))
        return inspect.getsource(exercise.load()).rstrip()

    @property
    def notebooks(self):
        """The exercises of each notebook by their numbers there, see `places.notebooks_of`."""
        return notebooks_of(self.exercises.values())

    def _found(self, name):
        """Return the exercise of this name, or of this number in this notebook, or None."""
        own = self.notebooks.get(this_notebook(self.notebooks, self.states), {})
        return self._known(name) or self._known(own.get(number_meant(name)))

    def _not_found(self, name):
        """Return a card that asks for an exercise: none was named, or none is known by it."""
        here, number = this_notebook(self.notebooks, self.states), number_meant(name)
        pieces = overview(self.notebooks, here, self.states)
        if name is ...:
            return Card("which exercise?", self._asked(here), pieces)
        if number is None:
            return Card("no such exercise", self._unknown(name))
        return Card(f"exercise {number}?", WHICH if here is None else NO_CHECK, pieces)

    def _asked(self, here):
        """Say how to name an exercise: the first of this notebook that is not passed yet."""
        own = self.notebooks.get(here) or dict(enumerate(self.exercises, 1))
        left = [place for place in own.items() if self.states.get(place[1]) != "passed"]
        number, name = (left or list(own.items()))[0]
        text = f'Write its name between the parentheses: `hint("{name}")`.'
        return text if here is None else f'{text} Its number will do: `hint("exercise {number}")`.'

    def _known(self, name):
        name = getattr(name, "__name__", name)
        return self.exercises.get(name) if isinstance(name, str) else None

    def _unknown(self, name):
        """Say that there is no such exercise, and which one may have been meant."""
        known = ", ".join(self.exercises)
        shown = f"`{name}`" if isinstance(name, str) else f"of type {type(name).__name__}"
        meant = self._meant(name)
        if meant:
            return f"There is no exercise {shown}. Did you mean `{meant}`?"
        return f"There is no exercise {shown}. There are: {known}."

    def _meant(self, name):
        near = (
            difflib.get_close_matches(name, self.exercises, n=1) if isinstance(name, str) else []
        )
        return near[0] if near else None

    def _not_checkable(self, function, name):
        """Say what keeps a function from being checked, and what to do about it."""
        kind = type(function).__name__
        if not callable(function) and kind in self.exercises:
            return f"This is an object, made by the class. Give the class itself: `check({kind})`."
        if not callable(function):
            called = name if self._known(name) else "name_of_your_function"
            return (
                f"This is not a function but something of type {kind}. Give `check` the function "
                f"itself, by its name, without parentheses behind it: `check({called})`."
            )
        if self._known(name) is None:
            own = getattr(function, "__name__", "function")
            own = own if own.isidentifier() else "function"
            return (
                f"{self._unknown(name)}\nKeep the function's name, or say which exercise it is: "
                f'`check({own}, name="{self._meant(name) or next(iter(self.exercises))}")`.'
            )
        return None


def without_docstring(source):
    """Return the source of a function or class without its docstring, and the docstring."""
    definition = ast.parse(source).body[0]
    docstring, lines = ast.get_docstring(definition), source.splitlines()
    if docstring:
        first = definition.body[0]
        del lines[first.lineno - 1 : first.end_lineno]
        if not lines[first.lineno - 1].strip():
            del lines[first.lineno - 1]
    return "\n".join(lines), docstring
