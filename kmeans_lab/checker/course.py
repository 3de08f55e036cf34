"""What a course is, and what its notebooks call: check, hint, solution, feedback."""

import difflib
import inspect
from collections import Counter
from functools import cached_property

from .card import Card
from .errors import ERRORS
from .words import GENERAL, filled

OUR_FAULT = (
    "This is a fault of the checker, not necessarily of your function. Please report it together "
    "with your code{where}."
)
NOT_YOURS = (
    "This is the package's own version, not yours. Is `{name}` spelt right after your `def`, and "
    "has that cell been run?"
)


class Course:
    """The exercises of a course, and what it says in words of its own.

    Parameters
    ----------
    load : callable
        Returns its exercises, those that others build upon first. Called when they are needed.
    words : dict, optional
        Hints by key, in the place of the general ones of `words.GENERAL` and `errors.ERRORS`.
    tags : dict, optional
        What may be special about a case: from a tag to the key and the hint that are shown if a
        function is wrong for the cases with this tag and right for the others.
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
        general = [*self.words.values(), *GENERAL.values(), *dict(self.tags.values()).values()]
        own = {name: exercise.all_hints() for name, exercise in self.exercises.items()}
        return {**own, "": [*general, *meanings]}

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
        result.show()
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

    def hint(self, name=...):
        """Show one more hint for an exercise with each call.

        Parameters
        ----------
        name : str
            The exercise.
        """
        exercise = self._known(name)
        if exercise is None:
            Card("no such exercise", self._unknown(name)).show()
            return
        hints, given = exercise.hints, self.hints_given[exercise.name]
        shown = min(given, len(hints) - 1)
        text = hints[shown]
        if given >= len(hints) - 1:
            text += f'\nThat is the last hint. `solution("{exercise.name}")` shows one answer.'
        self.hints_given[exercise.name] += 1
        Card(f"{exercise.name}: hint {shown + 1} of {len(hints)}", text).show()

    def solution(self, name=...):
        """Show the package's own version of an exercise.

        Parameters
        ----------
        name : str
            The exercise.
        """
        exercise = self._known(name)
        if exercise is None:
            Card("no such exercise", self._unknown(name)).show()
            return
        text = "One way to write it. Others are as right."
        Card(
            f"{exercise.name}: solution", text, pieces=(("Code", self.solution_source(name)),)
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

    def _known(self, name):
        name = getattr(name, "__name__", name)
        return self.exercises.get(name) if isinstance(name, str) else None

    def _unknown(self, name):
        """Say that there is no such exercise, and which one may have been meant."""
        known = ", ".join(self.exercises)
        if name is ...:
            return f"Which exercise? Write its name between the parentheses. There are: {known}."
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
