"""What an exercise is made of: designed inputs, misconceptions, slips, probes, hints."""

import copy
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .answers import Unusable, same, tidy
from .words import filled


@dataclass(frozen=True)
class Case:
    """One designed input.

    Attributes
    ----------
    args : tuple
        Arrays, numbers and `Seed`; every call gets copies of its own.
    tags : frozenset of str
        What is special about it: keys of the course's `tags`.
    """

    args: tuple
    tags: frozenset = frozenset()

    def arguments(self):
        """Return fresh arguments: copies of the arrays, a new Generator for a seed."""
        return tuple(_fresh(argument) for argument in self.args)


@dataclass(frozen=True)
class Tag:
    """What is special about some cases, and what to say if a function is wrong for just those.

    Attributes
    ----------
    key, hint : str
        Said if this is the cause: taken from the cases that fail, it makes the answers right, and
        given to others, it makes some wrong. A tag that cannot be taken away is never the cause.
    seen : str
        In words, what the inputs have; said if just these fail and it may not be the cause.
    without : callable, optional
        Takes the arguments of a case by name and returns them changed in this alone, or None where
        that cannot be done. The arrays that it is given stay as they are.
    with_ : tuple of callables
        The ways to give it to another case; each is such a function.
    """

    key: str
    hint: str
    seen: str
    without: Callable | None = None
    with_: tuple = ()


@dataclass(frozen=True)
class Seed:
    """Stands for ``np.random.default_rng(number)`` among the arguments of a case."""

    number: int

    def generator(self):
        """Return a new Generator."""
        return np.random.default_rng(self.number)

    def __repr__(self):
        return f"np.random.default_rng({self.number})"


def _fresh(argument):
    if isinstance(argument, Seed):
        return argument.generator()
    return copy.deepcopy(argument) if isinstance(argument, (np.ndarray, list)) else argument


def _varied(rng, *args):
    """Return other arguments of the same shapes: in another order, scaled and shifted."""
    scale, shifted = rng.integers(1, 4), rng.integers(2)
    return [_other(argument, rng, scale, shifted) for argument in args]


def _other(argument, rng, scale, shifted):
    if isinstance(argument, np.random.Generator):
        return Seed(int(rng.integers(1000)))
    if isinstance(argument, list):
        return [argument[i] for i in rng.permutation(len(argument))]
    if not isinstance(argument, np.ndarray):
        return argument
    new, whole = rng.permutation(argument), argument.dtype.kind in "iu"
    if whole and argument.ndim == 1:  # such as a number for each row
        return new
    # Parts of 128 are exact in floats of any size, so what is equal stays equal.
    step = rng.integers(4 if whole else 512, size=argument.shape[-1:]) / (1 if whole else 128)
    return (new * scale + shifted * step).astype(argument.dtype)


def case(*args, tags=""):
    """Make a case; nested lists become arrays, `tags` are separated by spaces."""
    arrays = (np.array(a) if isinstance(a, list) else a for a in args)
    return Case(tuple(arrays), frozenset(tags.split()))


@dataclass(frozen=True)
class Misconception:
    """One known way to be wrong, written as a student would write it.

    Attributes
    ----------
    key : str
        Its stable name.
    answer : callable
        The wrong function: it takes the arguments of a case.
    hint : str
        What to tell that student.
    law : callable, optional
        Of a procedure that draws: returns the probability of each outcome, see `draws`.
    """

    key: str
    answer: Callable
    hint: str
    law: Callable | None = None


@dataclass(frozen=True)
class Slip:
    """One known way to spoil an answer, right or wrong; it combines with every misconception.

    Attributes
    ----------
    key : str
        Its stable name.
    answer : callable
        Changes an answer: it takes the answer, then the arguments of the case. If it cannot change
        what another slip has left, it raises an error: then the two are not combined.
    hint : str
        What to tell that student.
    """

    key: str
    answer: Callable
    hint: str


def slip(answer=None, *, key="", like=None):
    """Decorate a function of an answer: it becomes a `Slip`, see `Misconceptions.wrong`."""
    if answer is None:
        return lambda answer: slip(answer, key=key, like=like)
    return Slip(*_key_and_hint(answer, key, like))


def _key_and_hint(answer, key, like) -> tuple[str, Callable, str]:
    """Return the key, the function and the hint of a decorated function."""
    if like:
        return like.key, answer, like.hint
    paragraphs = inspect.cleandoc(answer.__doc__).split("\n\n")
    hint = "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return key or answer.__name__.replace("_", " "), answer, hint


class Misconceptions:
    """Whatever known misconceptions belong to: an exercise, or draws from a distribution.

    Attributes
    ----------
    misconceptions : list of Misconception
        In the order in which they are written; where two fit alike, the first is taken.
    """

    misconceptions: list

    def wrong(self, answer=None, *, key="", like=None, law=None):
        """Decorate a wrong function: it becomes one of the misconceptions.

        Its docstring is the hint; an empty line in it begins a new line on the card. Its name,
        with spaces, is the key.

        Parameters
        ----------
        answer : callable
            The function as a student would write it.
        key : str
            The key, where several functions share one.
        like : Misconception
            Another one with the same key and the same hint; then no docstring is needed.
        law : callable
            See `Misconception`.
        """
        if answer is None:
            return lambda answer: self.wrong(answer, key=key, like=like, law=law)
        known = Misconception(*_key_and_hint(answer, key, like), law)
        self.misconceptions.append(known)
        return known


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: its key, the hint, and the example that shows it.

    Attributes
    ----------
    key : str
        Its stable name.
    hint : str
        What to tell the student, if the words for the key do not say it.
    example, got, expected : str
        In words, where a probe found it.
    values : dict
        What stands for the names in braces in the words for the key.
    trial : diagnosis.Trial, optional
        The case that shows it, where one does.
    """

    key: str
    hint: str = ""
    example: str = ""
    got: str = ""
    expected: str = ""
    trial: object = None
    values: dict = field(default_factory=dict)
    places: tuple = ()


@dataclass(eq=False)
class Exercise(Misconceptions):
    """An exercise whose answers are compared with those of a reference.

    Attributes
    ----------
    name : str
        The function's name.
    load : callable
        Returns the reference function or class; called when it is first needed.
    kind : str or tuple of str
        What is returned, see `answers.tidy`.
    cases : tuple of Case
        Designed inputs, the smallest first.
    hints : tuple of str
        For `hint`, each says more than the one before.
    why : str
        One line on why it matters, shown to who has passed.
    slips : list of Slip
        Known ways to spoil an answer; `@exercise.slip` adds one.
    misconceptions : list of Misconception
        Known wrong functions; `@exercise.wrong` adds one.
    parts : tuple of str
        Names of the values, where several are returned.
    words : dict
        Hints by key that replace those of the course and the general ones.
    gates, probes : tuple of callables
        Each takes the student's function and a function to call when there is progress, and
        returns a Finding or None. The gates come before the cases, the probes after them; what
        has an attribute `example` shows that if it does not come to an end.
    remarks : tuple of callables
        Each takes the student's function and returns a remark for a right answer, or "".
    call : callable, optional
        How to try a student's class: ``call(cls, *args)``; its parameters name the arguments.
    reference : callable, optional
        Gives the right answers, where that is not what `load` returns. Slips change what it
        returns, so it can be more than an answer: a tuple of a class that remembers all rounds.
    verify : callable, optional
        Where many answers are right: ``verify(plain, *args)`` returns the key of what is wrong
        with one, or None. The hints are in `words`, and what is expected under "expected".
    picture : callable, optional
        Draws the failing example: ``picture(got, expected, *args)`` returns SVG or other HTML
        that says in words what it shows, or "". `got` always has the shape of `expected`.
    places : tuple of str
        Where it stands: "04-2" is exercise 2 of notebook 04. By default it is numbered in the
        order of the course.
    vary : callable, optional
        How to make more inputs: ``vary(rng, *args)`` returns other arguments. Without it arrays
        and lists are permuted, arrays scaled and shifted by small numbers.
    course : course.Course
        The course that it belongs to; entered by that course.
    """

    name: str
    load: Callable
    kind: object
    cases: tuple
    hints: tuple
    why: str
    slips: list = field(default_factory=list)
    misconceptions: list = field(default_factory=list)
    parts: tuple = ()
    words: dict = field(default_factory=dict)
    gates: tuple = ()
    probes: tuple = ()
    remarks: tuple = ()
    call: Callable | None = None
    reference: Callable | None = None
    verify: Callable | None = None
    picture: Callable | None = None
    places: tuple = ()
    vary: Callable | None = None
    course: Any = None

    def __post_init__(self):
        self.slips, self.misconceptions = list(self.slips), list(self.misconceptions)

    def slip(self, answer=None, *, key="", like=None):
        """Decorate a function of an answer: it becomes one of the slips."""
        if answer is None:
            return lambda answer: self.slip(answer, key=key, like=like)
        self.slips.append(slip(answer, key=key, like=like))
        return self.slips[-1]

    def all_hints(self):
        """Return all that a card may say of a wrong answer, but for what it says in any course."""
        drawn = [probe for probe in self.probes if isinstance(probe, Misconceptions)]
        known = [self, *drawn]
        hints = [entry.hint for one in known for entry in one.misconceptions]
        hints += [probe.otherwise for probe in drawn if hasattr(probe, "otherwise")]
        said = [hint for key, hint in self.words.items() if key != "expected"]
        return [*(entry.hint for entry in self.slips), *hints, *said]

    @property
    def fresh(self):
        """More inputs, three of each case, with arguments that are varied a little."""
        rng, vary = np.random.default_rng(0), self.vary or _varied
        return [Case(tuple(vary(rng, *case.arguments()))) for case in self.cases for _ in range(3)]

    @property
    def count(self):
        """How many checks there are."""
        return len(self.gates) + len(self.cases) + len(self.probes)

    def answerer(self):
        """Return the function that gives the right answers."""
        return self.reference or self.load()

    def ask(self, function, *args):
        """Return what a student's function, or class, answers."""
        return self.call(function, *args) if self.call else function(*args)

    def expected(self, case):
        """Return the right answer to a case, in tidy form."""
        if self.verify:
            return Unusable(self.words["expected"])
        return tidy(self.answerer()(*case.arguments()), self.kind)[0]

    def verdict(self, plain, case, expected):
        """Return the key of what is wrong with a tidy answer, or None if it is right."""
        if self.verify:
            return self.verify(plain, *case.arguments())
        return None if same(plain, expected) else "different"

    def changed(self, case, change):
        """Return a case with its arguments changed by name, see `Tag`; None if nothing changes."""
        named = change(dict(zip(self.parameters(), case.args))) or {}
        args = tuple(named[name] for name in self.parameters() if named)
        return Case(args) if args and repr(args) != repr(case.args) else None

    def parameters(self):
        """Return the names of the arguments, in order."""
        if self.call:
            return list(inspect.signature(self.call).parameters)[1:]
        return list(inspect.signature(self.load()).parameters)

    def hint_for(self, key, general="", **values):
        """Return the hint for a key: the exercise's own words, the course's, or the general."""
        if key == "list" and self.kind in ("number", "index", "index or None"):
            key = "list of one"
        if key in self.words:
            return filled(self.words[key], values)
        return self.course.hint_for(key, general, **values)
