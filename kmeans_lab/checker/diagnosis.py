"""Find out what is wrong: compare wrong answers with those of known misconceptions."""

import itertools
import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .answers import Unusable, same, shows_answer, tidy
from .errors import explain_error
from .exercise import Finding
from .sandbox import Run

MOST = 2 / 3  # of the wrong answers must be explained, or a hint would be a guess
ENOUGH = 1 / 3  # of the inputs with something in common must fail, or it is not that
FORMLESS = {"none", "not a tuple", "number of values"}  # flaws that leave nothing to compare


@dataclass
class Trial:
    """One case tried: what came back and what is wrong with it."""

    case: object
    expected: object = None
    plain: object = None
    flaws: list = field(default_factory=list)
    run: Run = field(default_factory=Run)
    changed: tuple = ()
    type_name: str = ""
    text: str = ""
    verdict: str | None = "different"

    @property
    def raised(self):
        """Whether the student's code ended with an error."""
        return self.run.error is not None

    @property
    def right(self):
        """Whether the content of the answer is right, whatever its form."""
        return self.verdict is None

    @property
    def passed(self):
        """Whether nothing at all is wrong."""
        return self.right and not (self.flaws or self.changed or self.run.used_global_random)


def diagnose(exercise, trials):
    """Return what is wrong, the most telling first; never empty if a trial failed."""
    last = trials[-1]
    if last.run.interrupted:
        return [Finding("interrupted")]
    if last.run.timed_out:
        return [Finding("endless", trial=last)]
    values = value_findings(exercise, trials)
    if values and values[0].key == "order of values":
        return values  # in the wrong place, even the right form looks wrong
    # One example for all that is wrong, if there is one.
    trials = sorted(trials, key=lambda trial: bool(values) and trial is not values[0].trial)
    findings = [
        *_always_none(exercise, trials),
        *_side_effects(exercise, trials),
        *values,
        *_flaws(exercise, trials, known=bool(values)),
    ]
    return findings or _general(exercise, [t for t in trials if not t.passed])


def _right_but_axis(trial):
    return trial.right or "axis" in trial.flaws


def _always_none(exercise, trials):
    if not all("none" in trial.flaws for trial in trials):
        return []
    printed = all(shows_answer(trial.run.printed, trial.expected) for trial in trials)
    key = "printed" if printed else "none"
    return [Finding(key, trial=trials[0])]


def _side_effects(exercise, trials):
    found = []
    changed = [trial for trial in trials if trial.changed]
    if changed:
        names = "`, `".join(changed[0].changed)
        found.append(
            Finding("in place", exercise.hint_for("in place", names=names), trial=changed[0])
        )
    drawn = [trial for trial in trials if trial.run.used_global_random]
    if drawn:
        found.append(Finding("global random", trial=drawn[0]))
    return found


def _flaws(exercise, trials, known):
    """Return what is wrong with the form of answers whose content is right or explained."""
    found = []
    for flaw in dict.fromkeys(flaw for trial in trials for flaw in trial.flaws):
        trial = next(trial for trial in trials if flaw in trial.flaws)
        if flaw == "floats for integers" and any(_has_fractions(t.plain) for t in trials):
            continue  # these are no integers at all
        if flaw == "axis" and (known or not all(_right_but_axis(t) for t in trials)):
            continue
        if trial.right or known or "axis" in trial.flaws or flaw in FORMLESS:
            found.append(Finding(flaw, trial=trial, values={"type": trial.type_name}))
    return found


def _has_fractions(plain):
    return getattr(getattr(plain, "dtype", None), "kind", "") == "f"


def value_findings(exercise, trials):
    """Return what the values of the wrong answers tell."""
    wrong = [t for t in trials if not t.right and not FORMLESS & set(t.flaws)]
    if not wrong:
        return []
    known = _named(exercise, wrong) if exercise.verify else explain(exercise, trials)
    if known or all("axis" in t.flaws for t in wrong):
        return known
    return _by_tag(exercise, trials, wrong) if len(wrong) < len(trials) else []


def _named(exercise, wrong):
    """Return what the exercise's own verification has named."""
    named = [t for t in wrong if not t.raised and t.verdict in exercise.words]
    return [Finding(t.verdict, trial=t) for t in named[:1]]


def explain(exercise, trials):
    """Compare the wrong answers with what known misconceptions would answer.

    A misconception is taken if it gives the first wrong answer and never contradicts a right
    one; of several, that which explains most. Two at once are tried if one does not explain
    everything.
    """
    table = Table(exercise, trials)
    if not table.wrong or all(trial.raised for trial in trials):
        return []
    wrong = [trials[i] for i in table.wrong]
    if exercise.parts and all(_in_another_order(t.plain, t.expected) for t in wrong):
        return [
            Finding("order of values", trial=wrong[0], values={"names": ", ".join(exercise.parts)})
        ]
    full = table.full(table.singles()) or table.full(table.pairs())
    if full:
        return table.findings(full)
    by_part = _explain_parts(exercise, trials, table.answers)
    if by_part:
        return by_part
    singles = _explain_most(table, table.best(table.singles()))
    return singles or _explain_most(table, table.best(table.pairs()))


def _explain_most(table, candidate):
    """Take a candidate, with a second one for the rest, if few wrong answers are left over."""
    if candidate is None:
        return []
    left = [i for i in table.wrong if not table.gives(candidate, i)]
    second = table.without_explained(left)
    other = second.best(second.singles()) if left else None
    explained = len(table.wrong) - len(left) + (second.score(other) if other else 0)
    if explained < MOST * len(table.wrong):
        return []
    return table.findings(candidate) + second.findings(other)


def _in_another_order(got, want):
    """Tell whether all values are there, but not in their places."""
    if not isinstance(got, tuple) or len(got) != len(want) or same(got, want):
        return False
    return any(same(order, want) for order in itertools.permutations(got))


def _explain_parts(exercise, trials, answers):
    """Explain each of several values on its own: two of them may be wrong for two reasons."""
    found = []
    for part in range(len(exercise.parts)):
        table = Table(exercise, trials, part, answers)
        if not table.wrong:
            continue
        full = table.full(table.singles()) or table.full(table.pairs())
        if full is None:
            return []
        found += table.findings(full)
    return list({finding.key: finding for finding in found}.values())


class Table:
    """What every misconception would answer to the cases that were tried."""

    def __init__(self, exercise, trials, part=None, answers=None):
        self.exercise, self.trials, self.part = exercise, trials, part
        comparable = [i for i, t in enumerate(trials) if not FORMLESS & set(t.flaws)]
        self.right = [i for i in comparable if self.is_right(trials[i])]
        self.wrong = [i for i in comparable if i not in self.right]
        self.answers = {} if answers is None else answers

    def is_right(self, trial):
        """Tell whether an answer, or the part that is looked at, is right."""
        return not trial.raised and self.same(trial.plain, trial.expected)

    def same(self, got, want):
        """Compare two answers, or one part of them."""
        if self.part is None or not (isinstance(got, tuple) and isinstance(want, tuple)):
            return same(got, want)
        return same(got[self.part], want[self.part])

    def singles(self):
        """Yield every candidate that is one thing: (misconception, None) or (None, slip)."""
        yield from ((None, slip) for slip in self.exercise.slips)
        yield from ((known, None) for known in self.exercise.misconceptions)

    def pairs(self):
        """Yield every candidate of two: a misconception and a slip, or two slips."""
        slips = self.exercise.slips
        yield from itertools.product(self.exercise.misconceptions, slips)
        yield from itertools.permutations(slips, 2)

    def full(self, candidates):
        """Return the first candidate that gives every answer, the wrong and the right ones."""
        order = [*self.wrong, *self.right]
        return next((c for c in candidates if all(self.gives(c, i) for i in order)), None)

    def best(self, candidates):
        """Return the candidate that explains most, the first of equals, or None."""
        scored = [(self.score(candidate), candidate) for candidate in candidates]
        scored = [(score, candidate) for score, candidate in scored if score]
        return max(scored, key=lambda pair: pair[0])[1] if scored else None

    def score(self, candidate):
        """Count the wrong answers that a candidate gives too; 0 if something speaks against.

        An error is no evidence: too many things end with one.
        """
        first = self.wrong[0]
        if not self.gives(candidate, first):
            return 0
        if not all(self.gives(candidate, i) for i in self.right):
            return 0
        return sum(self.gives(candidate, i) for i in self.wrong if not self.trials[i].raised)

    def gives(self, candidate, i):
        """Tell whether a candidate's answer to case i is the student's."""
        trial, answer = self.trials[i], self.answer(candidate, i)
        if isinstance(answer, Exception):
            return trial.raised
        return not trial.raised and self.same(trial.plain, answer)

    def answer(self, candidate, i):
        """Return a candidate's tidy answer to case i, or the error that it ends with.

        Two slips of which the second cannot change what the first has left have no answer.
        """
        known, slip = candidate
        value = self.first_answer(known, i)
        if slip and not isinstance(value, Exception):
            arguments = self.trials[i].case.arguments()
            value = _attempt(lambda: slip.answer(value, *arguments))
            if isinstance(value, Exception) and known in self.exercise.slips:
                return Unusable("these slips do not go together")
        if isinstance(value, Exception):
            return value
        return _attempt(lambda: tidy(value, self.exercise.kind)[0])

    def first_answer(self, known, i):
        """Return what a misconception, or the reference, gives for case i, before any slip."""
        case = self.trials[i].case
        key = id(known), id(case)
        if key not in self.answers:
            self.answers[key] = _attempt(lambda: self.first_value(known, case.arguments()))
        return self.answers[key]

    def first_value(self, known, arguments):
        """Call a misconception; a slip in its place changes what the reference gives."""
        if known is None:
            return self.exercise.answerer()(*arguments)
        if known in self.exercise.slips:
            return known.answer(self.exercise.answerer()(*arguments), *arguments)
        return known.answer(*arguments)

    def findings(self, candidate):
        """Return a Finding for each part of a candidate, with a trial that shows it.

        Where several values are returned, what explains more on its own comes first.
        """
        known, slip = candidate or (None, None)
        alone = [single for single in ((known, None), (None, slip)) if any(single)]
        if self.exercise.parts:
            alone.sort(key=lambda single: -sum(self.gives(single, i) for i in self.wrong))
        shown = [[i for i in self.wrong if self.makes_wrong(single, i)] for single in alone]
        both = [i for i in self.wrong if all(i in those for those in shown)]
        firsts = [(*both, *those, self.wrong[0])[0] for those in shown]
        parts: list[Any] = [known or slip for known, slip in alone]
        return [Finding(p.key, p.hint, trial=self.trials[i]) for p, i in zip(parts, firsts)]

    def makes_wrong(self, candidate, i):
        """Tell whether a candidate alone would spoil the answer to case i."""
        return not self.same(self.answer(candidate, i), self.trials[i].expected)

    def without_explained(self, left):
        """Return the table of the wrong answers that are left and of the right ones."""
        rest = [self.trials[i] for i in sorted([*left, *self.right])]
        return Table(self.exercise, rest, self.part, self.answers)


def _attempt(answer):
    """Return a misconception's answer or its error; that it is NaN or infinite is no news."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            return answer()
        except Exception as error:
            return error


def _by_tag(exercise, trials, wrong):
    """Find what the inputs of all wrong answers, and few others, have in common."""
    common = frozenset.intersection(*(trial.case.tags for trial in wrong))
    if not common:
        return []
    sizes = {tag: sum(tag in trial.case.tags for trial in trials) for tag in sorted(common)}
    tag = min(sizes, key=sizes.__getitem__)
    if len(wrong) < ENOUGH * sizes[tag]:
        return []
    key, hint = exercise.course.tags[tag]
    return [Finding(key, exercise.words.get(key, hint), trial=wrong[0])]


def _general(exercise, failed):
    """Say what can be said when no misconception fits."""
    trial = failed[0]
    if trial.raised:
        return [raised(exercise, trial)]
    flaws = [flaw for flaw in trial.flaws if flaw != "axis"]
    found = [Finding(f, trial=trial, values={"type": trial.type_name}) for f in flaws]
    same_shape = _shapes(trial.plain) == _shapes(trial.expected)
    if found and not same_shape:
        return found
    return [_differs(exercise, trial), *found]


def _shapes(answer):
    parts = answer if isinstance(answer, tuple) else (answer,)
    return [getattr(part, "shape", type(part)) for part in parts]


def _differs(exercise, trial):
    if isinstance(trial.expected, tuple):
        return _parts_differ(exercise, trial)
    got, asked = (getattr(a, "shape", None) for a in (trial.plain, trial.expected))
    if got is not None and asked is not None and got != asked:
        values = {"got": _shape(got), "asked": _shape(asked)}
        return Finding("shape", values=values, trial=trial)
    return Finding("different", trial=trial)


def _shape(shape):
    return f"an array of shape {shape}" if shape else "a single number"


def _parts_differ(exercise, trial):
    wrong = [
        name
        for name, got, want in zip(exercise.parts, trial.plain, trial.expected)
        if not same(got, want)
    ]
    right = [name for name in exercise.parts if name not in wrong]
    message = f"Wrong here: {', '.join(wrong)}."
    if right:
        message += f" Right: {', '.join(right)}."
    key = "different " + wrong[0]
    return Finding(key, f"{message}\n{exercise.words.get(key, '')}", trial=trial)


def raised(exercise, trial):
    """Return what an error means."""
    error = trial.run.error
    key, hint = explain_error(error, exercise.course)
    return Finding(key, exercise.hint_for(key, hint), trial=trial)
