"""What an exercise is made of: designed inputs, misconceptions, hints."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .answers import Unusable, same, tidy


@dataclass(frozen=True)
class Case:
    """One designed input.

    Attributes
    ----------
    args : tuple
        Arrays, numbers and `Seed`; every call gets copies of its own.
    tags : frozenset of str
        What is special about it: keys of `TAGS`.
    """

    args: tuple
    tags: frozenset = frozenset()

    def arguments(self):
        """Return fresh arguments: copies of the arrays, a new Generator for a seed."""
        return tuple(_fresh(argument) for argument in self.args)


@dataclass(frozen=True)
class Seed:
    """Stands for ``np.random.default_rng(number)`` among the arguments of a case."""

    number: int

    def __repr__(self):
        return f"np.random.default_rng({self.number})"


def _fresh(argument):
    if isinstance(argument, Seed):
        return np.random.default_rng(argument.number)
    return argument.copy() if isinstance(argument, (np.ndarray, list)) else argument


def case(*args, tags=""):
    """Make a case; nested lists become arrays, `tags` are separated by spaces."""
    arrays = (np.array(a) if isinstance(a, list) else a for a in args)
    return Case(tuple(arrays), frozenset(tags.split()))


@dataclass(frozen=True)
class Misconception:
    """One known way to be wrong.

    Attributes
    ----------
    key : str
        Its stable name.
    answer : callable
        Answers as a student with this misconception would. As a row of its own it gets the
        arguments of a case; as a slip it gets an answer first and then the arguments.
    hint : str
        What to tell that student.
    """

    key: str
    answer: Callable
    hint: str


@dataclass(frozen=True)
class Problem:
    """What a probe found: a key, the hint, and an example in words."""

    key: str
    hint: str
    example: str = ""
    got: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Exercise:
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
    misconceptions : tuple of Misconception
        Rows that answer instead of the reference.
    slips : tuple of Misconception
        Changes to an answer, right or wrong; they combine with every row.
    hints : tuple of str
        For `hint`, each says more than the one before.
    why : str
        One line on why it matters, shown to who has passed.
    parts : tuple of str
        Names of the values, where several are returned.
    words : dict
        Hints that replace general ones of `FLAWS` or `TAGS`.
    gates, probes : tuple of callables
        Each takes the student's function and a function to call when there is progress, and
        returns a Problem or None. The gates come before the cases, the probes after them; what
        has an attribute `example` shows that if it does not come to an end.
    remarks : tuple of callables
        Each takes the student's function and returns a remark for a right answer, or "".
    call : callable
        How to call the student's function: ``call(function, *args)``.
    finish : callable
        Turns what a row returns into an answer: ``finish(value, *args)``.
    start_rows : callable, optional
        The right row, where rows return something else than answers.
    reference : callable, optional
        Gives the right answers, where that is not what `load` returns.
    names : tuple of str
        Names of the arguments, where they are not the parameters of what `load` returns.
    verify : callable, optional
        Where many answers are right: ``verify(plain, *args)`` returns the key of what is wrong
        with one, or None. The hints are in `words`, and what is expected under "expected".
    """

    name: str
    load: Callable
    kind: object
    cases: tuple
    misconceptions: tuple
    hints: tuple
    why: str
    slips: tuple = ()
    parts: tuple = ()
    words: dict = field(default_factory=dict)
    gates: tuple = ()
    probes: tuple = ()
    remarks: tuple = ()
    call: Callable = lambda function, *args: function(*args)
    finish: Callable = lambda value, *args: value
    start_rows: Callable | None = None
    reference: Callable | None = None
    names: tuple = ()
    verify: Callable | None = None

    @property
    def count(self):
        """How many checks there are."""
        return len(self.gates) + len(self.cases) + len(self.probes)

    def base(self):
        """Return what the slips change: the right row."""
        return self.start_rows or self.answerer()

    def answerer(self):
        """Return the function that gives the right answers."""
        return self.reference or self.load()

    def expected(self, case):
        """Return the right answer to a case, in tidy form."""
        if self.verify:
            return Unusable(self.words["expected"])
        return tidy(self.answerer()(*case.arguments()), self.kind)[0]

    def mistake(self, plain, case, expected):
        """Return the key of what is wrong with a tidy answer, or None if it is right."""
        if self.verify:
            return self.verify(plain, *case.arguments())
        return None if same(plain, expected) else "different"

    def parameters(self):
        """Return the names of the parameters, in order."""
        return list(self.names or inspect.signature(self.load()).parameters)


FLAWS = {
    "none": "Your function returns None. Does its last line say `return`, on every path "
    "through it?",
    "printed": "Your function prints its answer and returns None. Others can only use what "
    "it hands back: replace the `print` with `return`.",
    "list": "Your answer is a {type}, and a NumPy array is asked for: `np.array(...)` makes "
    "one of it.",
    "list of one": "Your answer is a {type}. A single number is asked for.",
    "pandas": "Your answer is a pandas object, and a NumPy array is asked for: `.to_numpy()` "
    "makes one of it.",
    "objects": "Your array holds Python objects (dtype object). Give it a number type: make it "
    "with the right shape and dtype, then fill it.",
    "booleans": "Your answer holds True and False. Whole numbers are asked for, and a third "
    "cluster could not be told by them.",
    "float labels": "Your numbers are floats. Labels are used as indices, as in "
    "`centroids[labels]`, and an index must be an integer: `dtype=int`.",
    "axis": "The numbers are right, but the shape is not: there is an axis too many or too "
    "few. Compare `.shape` with what the contract promises.",
    "kind": "Your function returns something that is not made of numbers. Compare it with "
    "what the contract promises.",
    "not a tuple": "Several values are asked for. Return them together, separated by commas, "
    "in the order of the contract.",
    "number of values": "The number of values is not the one asked for. Return exactly those "
    "of the contract, in its order.",
    "order of values": "The values are right, but in another order than {names}.",
    "several values": "Your function returns more than the contract asks for; the right "
    "answer is among it. Return only that.",
    "in place": "Your function changes its argument `{names}`. Whoever called it loses the "
    "old values: work on a copy, or build a new array.",
    "global random": "Your function uses the random numbers of the whole program "
    "(`np.random...` or `random...`). Others may draw from them or reseed them at any time: "
    "draw from the Generator `rng` that you are given, or from none at all.",
    "endless": "Your function did not come to an end within a second, so it was stopped. "
    "What ends its loop, and does each round come closer to that?",
    "sklearn": "scikit-learn does the work here. Use it to check your answer; the exercise "
    "is to write the step yourself.",
    "interrupted": "You interrupted the check, so it says nothing about your function. Run "
    "the cell again to repeat it.",
}

TAGS = {
    "columns": (
        "columns only",
        "It is right as long as the points have two columns. Points can have one column or "
        "thirty: let NumPy work along the whole axis, without column numbers in the code.",
    ),
    "clusters": (
        "clusters only",
        "It is right for some numbers of clusters and wrong for others. Take the number from "
        "the shape of what you are given; no 2 or 3 may stand in the code.",
    ),
    "empty": (
        "empty cluster",
        "It is right until a cluster has no points. What do you do with that cluster?",
    ),
    "integers": (
        "integers",
        "It is right for floats and wrong for integers. An integer array cuts off what is "
        "assigned to it: ask for floats when you make the array.",
    ),
    "large": (
        "large numbers",
        "It is right for small numbers and wrong for large ones. Is there a fixed number in "
        "the code that was meant to be larger than any distance?",
    ),
    "offset": (
        "far from zero",
        "It is right near 0 and wrong far from it: there the scores are small differences of huge "
        "squares, and rounding eats them. First move the origin into the data: subtract one "
        "point, a number for each column (`axis=0`), from X *and* from the centroids.",
    ),
    "tie": (
        "ties",
        "It is right except for ties: of two equally near centroids the one with the lowest "
        "index wins. With `<`, the first one found stays; with `<=`, the last.",
    ),
    "capped": (
        "capped",
        "It is right when the centroids settle, and wrong when `max_iter` ends the loop. "
        "`range(max_iter)` has `max_iter` rounds; `range(1, max_iter)` has one less.",
    ),
    "tol": ("large tol", "It is right for a tiny `tol`, and wrong for a large one."),
    "other_ks": (
        "ks ignored",
        "It is right where the k run from 1 to 10, and wrong elsewhere. Use the `ks` you are "
        "given.",
    ),
    "none": (
        "none not returned",
        "It is right where there is a knee, and wrong where there is none. Then the answer is "
        "None.",
    ),
    "no_rows": ("no rows", "It is right until there is not a single row."),
    "constant": (
        "constant column",
        "It is right until a column is constant. Its standard deviation is 0.",
    ),
}
