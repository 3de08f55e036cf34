"""Judge a student's function: run it on the designed inputs and find the hint that fits."""

import inspect
import itertools
from dataclasses import replace
from functools import partial

import numpy as np

from . import edits, reading, sandbox
from .answers import aligned, assignments, describe, same_but_axis, show, tidy
from .card import feedback_card
from .diagnosis import Trial, diagnose, raised
from .errors import safe_text
from .exercise import Finding, Misconceptions

GOES_ON = "The cells below now use your version."
AS_IT_IS = (
    "The next cells use the function as it is; if one of them does not end, the stop button ends "
    "that cell."
)


def feedback_on(exercise, function):
    """Return the Feedback on a student's function or class.

    Parameters
    ----------
    exercise : Exercise
        Which exercise it should solve.
    function : callable
        The student's function or class.

    Returns
    -------
    feedback : Feedback
    """
    if reading.is_untouched(function):
        message = (
            "The series goes on with the reference version until you write your own. "
            f'Stuck? `hint("{exercise.name}")`.'
        )
        return feedback_card("untouched", exercise.name, message)
    finding = _before_running(exercise, function)
    if finding:
        return _wrong(exercise, function, [finding], 0)
    with sandbox.sealed() as tape:
        findings, passed = _run_all(exercise, function, tape)
        if not findings:
            return _passed(exercise, function)
        if findings[0].key != "interrupted":
            findings = _wrong_helper(exercise, function, tape) or findings
            findings = _with_places(exercise, function, findings, tape)
        return _wrong(exercise, function, findings, passed)


def _before_running(exercise, function):
    for refuse in exercise.course.refusals:
        finding = refuse(function)
        if finding:
            return finding
    if inspect.isclass(exercise.load()):
        return _class_finding(exercise, function)
    return _signature(exercise, function)


def _class_finding(exercise, cls):
    """Find what keeps a class from being tried: parameters that are missing."""
    if not inspect.isclass(cls):
        return Finding("not a class", values={"name": exercise.name})
    parameters = inspect.signature(exercise.load()).parameters
    try:
        inspect.signature(cls).bind(**dict.fromkeys(parameters))
    except TypeError:
        return Finding("constructor", values={"names": "`, `".join(parameters)})
    return None


def _signature(exercise, function):
    """Find parameters that are missing, too many, or in another order."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    asked, given = exercise.parameters(), list(signature.parameters)
    call = f"`{exercise.name}({', '.join(asked)})`"
    if given[: len(asked)] != asked and sorted(given[: len(asked)]) == sorted(asked):
        return Finding("order of arguments", values={"call": call})
    try:
        signature.bind(*asked)
    except TypeError:
        return Finding("parameters", values={"call": call})
    return None


def _run_all(exercise, function, tape):
    """Return what is wrong and how many checks were passed: gates, cases, then probes."""
    passed = 0
    stages = (
        (_run_probes, exercise.gates),
        (_run_cases, exercise.cases),
        (_run_probes, exercise.probes),
    )
    for run_stage, stage in stages:
        findings, right = run_stage(exercise, function, stage, tape)
        passed += right
        if findings:
            return findings, passed
    return [], passed


def _run_cases(exercise, function, cases, tape):
    trials = []
    for case in cases:
        trials.append(try_case(exercise, function, case, tape))
        if trials[-1].run.timed_out or trials[-1].run.interrupted:
            break
    passed = sum(trial.passed for trial in trials)
    if passed < len(cases):
        again = partial(try_case, exercise, function, tape=tape)
        return diagnose(exercise, trials, again), passed
    reused = _reused(exercise, function, trials)
    return reused, passed - len(reused)


def _reused(exercise, function, trials):
    """Find an array that is returned by two calls: the second overwrites the first's answer."""
    case = next((trial.case for trial in trials if _arrays(trial.plain)), None)
    if case is None:
        return []

    def job(beat):
        (x, *others), (y, *more) = case.arguments(), case.arguments()  # in memory of their own
        return [_arrays(exercise.ask(function, *a)) for a in ((x, *others), (y[::-1], *more))]

    one, other = sandbox.run(job).value or ((), ())
    if not any(itertools.starmap(np.may_share_memory, itertools.product(one, other))):
        return []
    name, (x, *others) = exercise.name, exercise.parameters()
    calls = [f"{name}({', '.join([first, *others])})" for first in (x, f"{x}[::-1]")]
    return [
        Finding(
            "reused array",
            example=f"{show_call(exercise, case)}\nfirst = {calls[0]}\nsecond = {calls[1]}",
            got="first and second lie in the same memory",
            expected="two arrays",
        )
    ]


def _arrays(answer):
    parts = answer if isinstance(answer, tuple) else (answer,)
    return [part for part in parts if isinstance(part, np.ndarray) and part.ndim]


def _run_probes(exercise, function, probes, tape):
    for passed, probe in enumerate(probes):
        finding = _probe(exercise, function, probe, tape)
        if finding:
            return [finding], passed
    return [], len(probes)


def _wrong_helper(exercise, function, tape):
    """Find a function of an earlier exercise that is used and wrong: that one comes first."""
    written = {part.__name__: part for part in reading.functions_called(function)}
    for other in exercise.course.exercises.values():
        helper = written.get(other.name)
        if helper in (None, function):
            continue
        unusable = _before_running(other, helper)
        findings = [unusable] if unusable else _run_all(other, helper, tape)[0]
        if not findings or findings[0].key == "interrupted":
            continue
        values = {"name": exercise.name, "helper": other.name, **findings[0].values}
        unknown = findings[0].key in ("unknown name", "unknown function")
        return [Finding("name missing in helper" if unknown else "helper", values=values)]
    return []


def try_case(exercise, function, case, tape):
    """Run a student's function on one case."""
    arguments = case.arguments()

    def job(beat):
        value = exercise.ask(function, *arguments)
        several = _right_one_of_several(exercise, value, case)
        plain, flaws = several or tidy(value, exercise.kind)
        form = _form(exercise, value, plain) if flaws else ("", "")
        returned = [i for i, one in enumerate(arguments) if one is value]
        return plain, flaws, *form, _owners(exercise.kind, value), returned

    trial = Trial(case, run=sandbox.run(job), expected=exercise.expected(case))
    trial.run.printed = tape.take()
    trial.changed = _changed(exercise, case, arguments)
    if trial.run.value is None:
        return trial
    trial.plain, trial.flaws, trial.type_name, trial.text = trial.run.value[:4]
    trial.owners, trial.returned = trial.run.value[4:]
    trial.verdict = exercise.verdict(trial.plain, case, trial.expected)
    if trial.verdict and same_but_axis(trial.plain, trial.expected):
        trial.flaws = [*trial.flaws, "axis"]
    sizes = {getattr(answer, "size", None) for answer in (trial.plain, trial.expected)}
    if "list" in trial.flaws and sizes == {0}:
        trial.verdict = None  # an empty list has no shape to be wrong
    return trial


def _form(exercise, value, plain):
    """Return the type of what has the wrong form, and the answer as text that shows it."""
    if not isinstance(plain, tuple):
        return type(value).__name__, describe(value)
    flawed = [bool(tidy(part, kind)[1]) for part, kind in zip(value, exercise.kind)]
    texts = [describe(a) if odd else show(b) for a, b, odd in zip(value, plain, flawed)]
    culprit = value[flawed.index(True)] if True in flawed else value
    return type(culprit).__name__, "\n".join(map(_named, exercise.parts, texts))


def _owners(kinds, value):
    """Return in which of several values each flaw is, and of what type that value is."""
    if not (isinstance(kinds, tuple) and isinstance(value, (tuple, list))):
        return {}
    return {
        flaw: (place, type(part).__name__)
        for place, (kind, part) in enumerate(zip(kinds, value))
        for flaw in tidy(part, kind)[1]
    }


def _right_one_of_several(exercise, value, case):
    """Find the right answer inside a tuple that holds more than it."""
    if not isinstance(value, tuple) or isinstance(exercise.kind, tuple):
        return None
    expected = exercise.expected(case)
    for part in value:
        plain, flaws = tidy(part, exercise.kind)
        if len(value) > 1 and not flaws and exercise.verdict(plain, case, expected) is None:
            return plain, ["several values"]
    return None


def _changed(exercise, case, arguments):
    pairs = zip(exercise.parameters(), case.args, arguments)
    return tuple(
        name
        for name, before, after in pairs
        if isinstance(before, (np.ndarray, list)) and not _equal(before, after)
    )


def _equal(before, after):
    try:
        return np.array_equal(before, after, equal_nan=True)
    except TypeError:  # text or None, of which NumPy cannot ask whether it is NaN
        return np.array_equal(before, after)


def _probe(exercise, function, probe, tape):
    run = sandbox.run(lambda beat: probe(function, beat))
    run.printed = tape.take()
    if run.interrupted:
        return Finding("interrupted")
    if run.timed_out:
        example, got = getattr(probe, "example", ""), "none: stopped after a second"
        return Finding("endless", example=example, got=got)
    if run.used_global_random:
        return Finding("global random")
    if run.error is not None:
        case = getattr(probe, "case", None)
        expected = exercise.expected(case) if case else None
        return raised(exercise, Trial(case, run=run, expected=expected))
    return run.value


def _with_places(exercise, function, findings, tape):
    """Add to a general finding where a small change would make the function right."""
    first = findings[0]
    if not _is_general(exercise, first):
        return findings
    inputs = [first.trial.case, *exercise.cases, *exercise.fresh]
    tests = [partial(_is_right, exercise, case, exercise.expected(case)) for case in inputs]
    places = edits.smallest(function, tests, lambda new: not _run_all(exercise, new, tape)[0])
    tape.take()
    return [replace(first, places=tuple(places)), *findings[1:]]


def _is_general(exercise, finding):
    """Tell whether nothing is known of what is wrong but the case that shows it."""
    if finding.trial is None or finding.trial.case is None:
        return False
    if any(isinstance(probe, Misconceptions) for probe in exercise.probes):
        return False  # whoever draws has no answers that one could compare
    known = {entry.hint for entry in (*exercise.misconceptions, *exercise.slips)}
    general = finding.key in ("shape", "endless") or finding.key.startswith("different")
    return (general or finding.trial.raised) and finding.hint not in known


def _is_right(exercise, case, expected, function):
    plain, flaws = tidy(exercise.ask(function, *case.arguments()), exercise.kind)
    return not flaws and exercise.verdict(plain, case, expected) is None


# From findings to feedback.


def _wrong(exercise, function, findings, passed):
    first, *others = (said(exercise, function, finding) for finding in findings)
    if first.key == "interrupted":
        return feedback_card("wrong", exercise.name, first.hint, "interrupted", keys=(first.key,))
    others = [f for f in others if f.key != first.key][:1]
    lines = [first.hint, *(f"{_also(first, other)}: {other.hint}" for other in others)]
    lines += _where(exercise, first.places)
    lines += _suspects(exercise, function, first)
    lines += _itself(exercise, first) + _undone(exercise, first)
    lines += [AS_IT_IS if first.key == "endless" else GOES_ON]
    details = _example(exercise, function, first)
    return feedback_card(
        "wrong",
        exercise.name,
        "\n".join(lines),
        counted=_counted(exercise, first),
        passed=passed,
        total=exercise.count,
        keys=tuple(dict.fromkeys(f.key for f in findings)),
        places=_named_places(first.places),
        **details,
    )


def _counted(exercise, finding):
    """Tell whether the share of checks passed says something: whether all cases were compared.

    Where many answers are right, cases test only the form; what a probe finds is none of them.
    """
    trial = finding.trial
    return bool(trial and trial.case and not trial.run.timed_out and not exercise.verify)


def said(exercise, function, finding):
    """Return a finding with its hint, as far as it fits the source.

    It is that of a misconception, or the words for its key.
    """
    hint = finding.hint or exercise.hint_for(finding.key, **finding.values)
    return replace(finding, hint=reading.fit(hint, function))


def _also(first, other):
    """Introduce a second finding, which the example of the first need not show."""
    return "Also" if other.trial is first.trial else "And for another input"


def _where(exercise, places):
    """Say where to look, a little more with each card that led to the same places."""
    if not places:
        return []
    code, part = (
        list(dict.fromkeys(f"`{place[key]}`" for place in places)) for key in ("code", "part")
    )
    values = {
        "change": "A small change" if len(places) == 1 else "Two small changes",
        "lines": " and ".join(dict.fromkeys(f"line {place['line']}" for place in places)),
        "code": " and ".join(code),
        "part": " and ".join(part),
        "kind": ", and at ".join(f"{place['kind']} `{place['part']}`" for place in places),
    }
    keys = ["change, line", *["change, expression"] * (code != part), "change, kind"]
    told = exercise.course.told[exercise.name, _named_places(places)]
    return [exercise.hint_for(keys[min(told, len(keys) - 1)], **values)]


def _named_places(places):
    return tuple((place["part"], place["kind"]) for place in places)


def _suspects(exercise, function, finding):
    """Name arrays of the notebook that the function reads although they are not handed in."""
    if inspect.isclass(function) or finding.key == "interrupted":
        return []
    names = reading.notebook_data_used(function, exercise.parameters())
    if not names:
        return []
    return [exercise.hint_for("notebook data", name=names[0])]


def _itself(exercise, finding):
    """Name the argument that is the answer, if nothing better is known of the mistake."""
    if not finding.trial or finding.key.split()[0] not in ("different", "shape"):
        return []
    names = [exercise.parameters()[i] for i in finding.trial.returned]
    return [exercise.hint_for("itself", name=name) for name in names[:1]]


def _undone(exercise, finding):
    """Say what the function changes for the whole program, and the sandbox has put back."""
    undone = finding.trial.run.undone if finding.trial else []
    return [exercise.hint_for("whole program", what=what) for what in undone[:1]]


def _example(exercise, function, finding):
    trial = finding.trial
    if trial is None:
        return {"example": finding.example, "got": finding.got, "expected": finding.expected}
    details = {"printed": trial.run.printed, "got": _got(exercise, function, trial)}
    if trial.case is not None:
        details |= {"example": show_call(exercise, trial.case)}
        details |= {"expected": show_answer(exercise, trial.expected)}
    if trial.right and not trial.flaws:
        details |= {"got": "", "expected": ""}  # the answer is not what is wrong
    return details | {"picture": _picture(exercise, trial)}


def _picture(exercise, trial):
    """Draw the example, where the exercise can and the values of the answer are what is wrong."""
    if not exercise.picture or trial.case is None or trial.right or trial.flaws:
        return ""
    if _shapes(trial.plain) != _shapes(trial.expected):
        return ""
    return exercise.picture(trial.plain, trial.expected, *trial.case.args)


def _shapes(answer):
    parts = answer if isinstance(answer, tuple) else (answer,)
    return [getattr(part, "shape", type(part)) for part in parts]


def _got(exercise, function, trial):
    if trial.run.timed_out:
        return "none: stopped after a second"
    if trial.raised:
        return show_error(trial.run.error, function)
    if not trial.text or trial.flaws == ["axis"]:
        return show_answer(exercise, trial.plain)
    if {"pandas", "objects"} & set(trial.flaws):  # their description is without numbers
        return f"{trial.text}:\n{show_answer(exercise, trial.plain)}"
    return trial.text


def show_error(error, function):
    """Write an error with the line of the student's code where it arose."""
    text = f"{type(error).__name__}: {safe_text(error)}".rstrip(": ")
    place = reading.line_of(error, function)
    if place is None:
        return text
    name, number, code = place
    return f"{text}\nin {name}, line {number}: {code}".rstrip(": ")


def show_call(exercise, case):
    """Write the arguments of a case as code, one after the other."""
    return assignments(exercise.parameters(), case.args)


def show_answer(exercise, answer):
    """Write an answer; the values of a tuple under their names."""
    if not isinstance(answer, tuple):
        return show(answer)
    return "\n".join(map(_named, exercise.parts, map(show, answer)))


def _named(name, text):
    return aligned(f"{name} = ", text)


def _passed(exercise, function):
    grows = reading.grows_arrays_in_a_loop(function)
    remark = exercise.hint_for("growing") if grows else _remark(exercise, function)
    total = exercise.count
    return feedback_card(
        "passed", exercise.name, exercise.why, passed=total, total=total, remark=remark
    )


def _remark(exercise, function):
    for remark in exercise.remarks:
        run = sandbox.run(lambda beat, remark=remark: remark(function))
        if isinstance(run.value, str) and run.value:
            return run.value
    return ""
