"""Find out what is wrong: compare wrong answers with those of known misconceptions."""

import itertools
import warnings
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from .answers import UNFINISHED, Unusable, same, shows_answer, tidy
from .errors import explain_error, missing_name
from .exercise import Finding
from .sandbox import Run
from .words import SEEN

MOST = 2 / 3  # of the wrong answers must be explained, or a hint would be a guess
ENOUGH = 1 / 3  # of the inputs with something in common must fail, or it is not that
FORMLESS = {
    "none",
    "not a tuple",
    "number of values",
    *UNFINISHED,
}  # flaws that leave nothing to compare


@dataclass
class Trial:
    """One case tried: what came back and what is wrong with it.

    Where several values came back, `owners` tells of each flaw in which place it is and of what
    type that value is. `explained` are flaws that come with a misconception that was found.
    """

    case: object
    expected: object = None
    plain: object = None
    flaws: list = field(default_factory=list)
    run: Run = field(default_factory=Run)
    changed: tuple = ()
    type_name: str = ""
    owners: dict = field(default_factory=dict)
    explained: list = field(default_factory=list)
    text: str = ""
    returned: list = field(default_factory=list)  # the places of arguments that are the answer
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
    def unexplained(self):
        """What is wrong with its form and does not come with a misconception that was found."""
        return [flaw for flaw in self.flaws if flaw not in self.explained]

    @property
    def passed(self):
        """Whether nothing at all is wrong."""
        return self.right and not (self.flaws or self.changed or self.run.used_global_random)


def diagnose(exercise, trials, again):
    """Return what is wrong, the most telling first; never empty if a trial failed.

    `again(case)` tries the student's function on a further case.
    """
    last = trials[-1]
    if last.run.interrupted:
        return [Finding("interrupted")]
    if last.run.timed_out:
        return [Finding("endless", trial=last)]
    drawn = any(trial.run.used_global_random for trial in trials)  # then anything may come
    values = [] if drawn else value_findings(exercise, trials, again)
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
    for flaw in dict.fromkeys(flaw for trial in trials for flaw in trial.unexplained):
        trial = next(trial for trial in trials if flaw in trial.unexplained)
        if flaw == "none" and _always_none(exercise, trials):
            continue
        if flaw == "floats for integers" and any(_has_fractions(t.plain) for t in trials):
            continue  # these are no integers at all
        if flaw == "integers for floats" and known:
            continue  # that they lack digits is said already
        if flaw == "axis" and (known or not all(_right_but_axis(t) for t in trials)):
            continue
        if trial.right or known or trial.owners or "axis" in trial.flaws or flaw in FORMLESS:
            found += _flaw(exercise, flaw, trial)
    return found


def _flaw(exercise, flaw, trial):
    """Return a flaw as a Finding; of several values, only if that value has the right content."""
    if flaw not in trial.owners:
        return [Finding(flaw, trial=trial, values={"type": trial.type_name})]
    place, type_name = trial.owners[flaw]
    if not trial.right and not isinstance(trial.plain[place], Unusable):
        several = isinstance(trial.expected, tuple)
        if not several or not same(trial.plain[place], trial.expected[place]):
            return []
    hint = exercise.hint_for(flaw, type=type_name)
    return [Finding(flaw, f"`{exercise.parts[place]}`: {hint}", trial=trial)]


def _has_fractions(plain):
    return getattr(getattr(plain, "dtype", None), "kind", "") == "f"


def value_findings(exercise, trials, again):
    """Return what the values of the wrong answers tell."""
    wrong = [t for t in trials if not t.right and not FORMLESS & set(t.flaws)]
    if not wrong:
        return []
    known = _named(exercise, wrong) if exercise.verify else explain(exercise, trials)
    if known or all("axis" in t.flaws for t in wrong):
        return known
    return _by_tag(exercise, trials, wrong, again) or _not_numbers(wrong)


def _named(exercise, wrong):
    """Return what the exercise's own verification has named."""
    named = [t for t in wrong if not t.raised and t.verdict in exercise.words]
    return [Finding(t.verdict, trial=t) for t in named[:1]]


def explain(exercise, trials):
    """Compare the wrong answers with what known misconceptions would answer.

    A misconception is taken if it gives the first wrong answer and never contradicts a right
    one; of several, that which explains most. Two at once are tried if one does not explain
    everything, but not on answers that say too little: the same for every input, or no number.
    """
    table = Table(exercise, trials)
    if not table.wrong or all(trial.raised for trial in trials):
        return []
    wrong = [trials[i] for i in table.wrong]
    if exercise.parts and all(_in_another_order(t.plain, t.expected) for t in wrong):
        return [
            Finding("order of values", trial=wrong[0], values={"names": ", ".join(exercise.parts)})
        ]
    full = table.full(table.singles())
    if full:
        return table.findings(full)
    odd = _always_the_same(table) or (_not_numbers(wrong) if not table.telling() else [])
    if odd:
        return _explain_most(table, table.singles()) or odd
    full = table.full(table.pairs(), table.shows_both)
    if full:
        return table.findings(full)
    by_part, unknown = _explain_parts(exercise, trials, table.answers)
    if by_part and not unknown:
        return by_part
    most = _explain_most(table, table.singles()) or _explain_most(table, table.pairs())
    return most or (by_part and by_part + unknown)


def _explain_most(table, candidates):
    """Take a candidate, with a second one for the rest, if few wrong answers are left over."""
    candidate = table.best(candidates)
    if candidate is None:
        return []
    left = [i for i in table.wrong if not table.gives(candidate, i)]
    rest = table.without_explained(left)
    other = rest.best(rest.singles()) if left else None
    second = rest.findings(other) if other and rest.is_sure_of(other) else []
    explained = len(table.wrong) - len(left) + (rest.score(other) if second else 0)
    return table.findings(candidate) + second if explained >= MOST * len(table.wrong) else []


def _always_the_same(table):
    """Say that the answer never changes, if so, although it should."""
    compared = [table.trials[i] for i in (*table.wrong, *table.right)]
    first, *others = compared
    if len(others) < 2 or all(same(trial.expected, first.expected) for trial in others):
        return []
    if any(trial.raised or not same(trial.plain, first.plain) for trial in others):
        return []
    return [Finding("always the same", trial=table.trials[table.wrong[0]])]


def _not_numbers(wrong):
    """Say that an answer holds NaN or infinity, if so, where a number is expected."""
    usable = [t for t in wrong if not t.raised and "objects" not in t.flaws]
    found = [t for t in usable if not _finite(t.plain) and _finite(t.expected)]
    return [Finding("not a number", trial=trial) for trial in found[:1]]


def _finite(answer):
    """Tell whether all numbers of an answer are numbers, and finite."""
    parts = answer if isinstance(answer, tuple) else (answer,)
    return all(np.isfinite(part).all() for part in parts if isinstance(part, np.ndarray))


def _in_another_order(got, want):
    """Tell whether all values are there, but not in their places."""
    if not isinstance(got, tuple) or len(got) != len(want) or same(got, want):
        return False
    return any(same(order, want) for order in itertools.permutations(got))


def _explain_parts(exercise, trials, answers):
    """Explain each of several values on its own: two of them may be wrong for two reasons.

    What explains one value must not speak against another. Returned are also Findings for the
    values that nothing explains.
    """
    tables = [Table(exercise, trials, part, answers) for part in range(len(exercise.parts))]
    tables = [table for table in tables if table.wrong or table.right]

    def fits(candidate):
        return not any(table.contradicts(candidate, table.right) for table in tables)

    full = [
        (table.full(table.singles(), fits) or table.full(table.pairs(), fits))
        if table.wrong
        else None
        for table in tables
    ]
    found, unknown = [], []
    for table, candidate in zip(tables, full):
        if candidate and _agrees(candidate, tables, full):
            found += table.findings(candidate)
        elif table.wrong:
            unknown.append(table.different())
    return list({finding.key: finding for finding in found}.values()), unknown


def _agrees(candidate, tables, full):
    """Tell whether what explains one value fits what is known of the others.

    It may speak against another value only if that is explained by slips, which come on top.
    """
    return not any(
        (other is None or other[0] not in (None, candidate[0]))
        and table.contradicts(candidate, [*table.right, *table.wrong])
        for table, other in zip(tables, full)
    )


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
        if isinstance(got, tuple) != isinstance(want, tuple):
            return False
        return same(self.mine(got), self.mine(want))

    def singles(self):
        """Yield every candidate that is one thing: (misconception, None) or (None, slip)."""
        yield from ((None, slip) for slip in self.exercise.slips)
        yield from ((known, None) for known in self.exercise.misconceptions)

    def pairs(self):
        """Yield every candidate of two: a misconception and a slip, or two slips."""
        slips = self.exercise.slips
        yield from itertools.product(self.exercise.misconceptions, slips)
        yield from itertools.permutations(slips, 2)

    def full(self, candidates, fits=lambda candidate: True):
        """Return the first candidate that gives every answer, wrong or right, and fits."""
        order = [*self.wrong, *self.right]
        giving = (c for c in candidates if all(self.gives(c, i) for i in order))
        return next(filter(fits, giving), None)

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
        """Return a candidate's tidy answer to case i, or the error that it ends with."""
        key = *map(id, candidate), id(self.trials[i].case)
        if key not in self.answers:
            value = self.value(candidate, i)
            self.answers[key] = (
                value
                if isinstance(value, Exception)
                else _attempt(lambda: tidy(value, self.exercise.kind)[0])
            )
        return self.answers[key]

    def own_flaws(self, candidate, i):
        """Return what is wrong with the form of a candidate's own answer to case i."""
        value = self.value(candidate, i)
        return [] if isinstance(value, Exception) else tidy(value, self.exercise.kind)[1]

    def value(self, candidate, i):
        """Return what a candidate returns for case i, or the error that it ends with.

        Two slips of which the second cannot change what the first has left have no answer.
        """
        known, slip = candidate
        value = self.first_answer(known, i)
        if slip and not isinstance(value, Exception):
            arguments = self.trials[i].case.arguments()
            value = _attempt(lambda: slip.answer(value, *arguments))
            if isinstance(value, Exception) and known in self.exercise.slips:
                return Unusable("these slips do not go together")
        return value

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

    def telling(self):
        """Return the places of the wrong answers that say something: no error, some number."""
        return [i for i in self.wrong if _says_something(self.mine(self.trials[i].plain))]

    def shows_both(self, pair):
        """Tell whether each of two is seen in an answer that says something."""
        telling = self.telling()
        return all(
            any(self.makes_wrong(single, i) for i in telling)
            for single in ((pair[0], None), (None, pair[1]))
        )

    def contradicts(self, candidate, places):
        """Tell whether a candidate gives another wrong answer somewhere than the student."""
        return any(self.makes_wrong(candidate, i) and not self.gives(candidate, i) for i in places)

    def is_sure_of(self, candidate):
        """Tell whether what a candidate explains can be no coincidence.

        It explains two wrong numbers or more: all, or at least some with digits of their own.
        """
        given = [self.trials[i] for i in self.wrong if self.gives(candidate, i)]
        wrong = sum(_differences(self.mine(t.plain), self.mine(t.expected)) for t in given)
        return wrong > 1 and (len(given) == len(self.wrong) or self.exercise.kind == "floats")

    def mine(self, answer):
        """Return the part of an answer that is looked at."""
        return answer if self.part is None or not isinstance(answer, tuple) else answer[self.part]

    def different(self):
        """Return a Finding for a value that nothing explains."""
        name = self.exercise.parts[self.part]
        key = f"different {name}"
        hint = f"Wrong here: {name}.\n{self.exercise.words.get(key, '')}"
        return Finding(key, hint, trial=self.trials[self.wrong[0]])

    def findings(self, candidate):
        """Return a Finding for each part of a candidate, with a trial that shows it.

        Where several values are returned, what explains more on its own comes first.
        """
        for i in self.wrong:
            self.trials[i].explained = self.own_flaws(candidate, i)
        known, slip = candidate
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


def _says_something(plain):
    """Tell whether a tidy answer, or a part of it, holds a number, or is None."""
    parts = plain if isinstance(plain, tuple) else (plain,)
    return plain is None or any(
        isinstance(part, np.ndarray) and np.isfinite(part).any() for part in parts
    )


def _differences(got, want):
    if isinstance(want, tuple):
        return sum(map(_differences, got, want)) if isinstance(got, tuple) else len(want)
    if not (isinstance(got, np.ndarray) and isinstance(want, np.ndarray)):
        return int(got is not want)
    return 2 if got.shape != want.shape else int(np.sum(~np.isclose(got, want, equal_nan=True)))


def _attempt(answer):
    """Return a misconception's answer or its error; that it is NaN or infinite is no news."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            return answer()
        except Exception as error:
            return error


def _by_tag(exercise, trials, wrong, again):
    """Find what the inputs of all wrong answers, and few others, have in common.

    It is the cause if without it the answers are right, and with it some others are wrong. If that
    cannot be tried, it is only told; if it is not so, it is a coincidence.
    """
    common = frozenset.intersection(*(trial.case.tags for trial in wrong))
    sizes = {name: sum(name in trial.case.tags for trial in trials) for name in sorted(common)}
    name = min(sizes, key=sizes.__getitem__, default=None)
    if name is None or len(wrong) == len(trials) or len(wrong) < ENOUGH * sizes[name]:
        return []
    tag = exercise.course.tags[name]
    others = [trial for trial in trials if trial.right and name not in trial.case.tags]
    without = [_right_if(exercise, trial, tag.without, again) for trial in wrong]
    mended = True in without and False not in without
    with_ = [
        _right_if(exercise, trial, change, again)
        for trial, change in itertools.product(others if mended else (), tag.with_)
    ]
    if mended and (not tag.with_ or False in with_):
        return [Finding(tag.key, exercise.words.get(tag.key, tag.hint), trial=wrong[0])]
    if False in without or True in with_:
        return []
    general = _general(exercise, wrong)[0]
    hint = general.hint or exercise.hint_for(general.key, **general.values)
    return [replace(general, hint=f"{hint}\n{exercise.hint_for('common', what=tag.seen)}")]


def _right_if(exercise, trial, change, again):
    """Tell whether the answer to a changed case is right; None if that cannot be tried."""
    try:
        case = change and exercise.changed(trial.case, change)
        return bool(again(case).right) if case else None
    except Exception:  # an input for which there is no answer
        return None


def _general(exercise, failed):
    """Say what can be said when no misconception fits."""
    trial = failed[0]
    if trial.raised:
        return [raised(exercise, trial)]
    same_shape = _shapes(trial.plain) == _shapes(trial.expected)
    unsaid = {"axis"} if same_shape else {"axis", "floats for integers", "booleans"}
    flaws = [flaw for flaw in trial.flaws if flaw not in unsaid]
    found = [finding for flaw in flaws for finding in _flaw(exercise, flaw, trial)]
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
    message += f" {SEEN}"
    key = "different " + wrong[0]
    return Finding(key, f"{message}\n{exercise.words.get(key, '')}", trial=trial)


def raised(exercise, trial):
    """Return what an error means."""
    error = trial.run.error
    key, hint = explain_error(error, exercise.course)
    values = {"missing": missing_name(error)}
    return Finding(key, exercise.hint_for(key, hint, **values), trial=trial, values=values)
