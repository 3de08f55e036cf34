"""Judge a student's function: run it on the designed inputs and find the hint that fits."""

import inspect
from dataclasses import replace

import numpy as np

from . import reading, sandbox
from .answers import describe, same_but_axis, show, tidy
from .card import feedback_card
from .diagnosis import Trial, diagnose, raised
from .errors import safe_text
from .exercise import Finding

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
    return diagnose(exercise, trials) if passed < len(cases) else [], passed


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
        return [Finding("helper", values={"name": exercise.name, "helper": other.name})]
    return []


def try_case(exercise, function, case, tape):
    """Run a student's function on one case."""
    arguments = case.arguments()

    def job(beat):
        value = exercise.ask(function, *arguments)
        several = _right_one_of_several(exercise, value, case)
        plain, flaws = several or tidy(value, exercise.kind)
        return plain, flaws, type(value).__name__, describe(value) if flaws else ""

    trial = Trial(case, run=sandbox.run(job), expected=exercise.expected(case))
    trial.run.printed = tape.take()
    trial.changed = _changed(exercise, case, arguments)
    if trial.run.value is None:
        return trial
    trial.plain, trial.flaws, trial.type_name, trial.text = trial.run.value
    trial.verdict = exercise.verdict(trial.plain, case, trial.expected)
    if trial.verdict and same_but_axis(trial.plain, trial.expected):
        trial.flaws = [*trial.flaws, "axis"]
    sizes = {getattr(answer, "size", None) for answer in (trial.plain, trial.expected)}
    if "list" in trial.flaws and sizes == {0}:
        trial.verdict = None  # an empty list has no shape to be wrong
    return trial


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
        return raised(exercise, Trial(None, run=run))
    return run.value


# From findings to feedback.


def _wrong(exercise, function, findings, passed):
    first, *others = (said(exercise, finding) for finding in findings)
    if first.key == "interrupted":
        return feedback_card("wrong", exercise.name, first.hint, "interrupted", keys=(first.key,))
    others = [f for f in others if f.key != first.key][:1]
    lines = [first.hint, *(f"{_also(first, other)}: {other.hint}" for other in others)]
    lines += _suspects(exercise, function, first)
    lines += [AS_IT_IS if first.key == "endless" else GOES_ON]
    details = _example(exercise, function, first)
    return feedback_card(
        "wrong",
        exercise.name,
        "\n".join(lines),
        passed=passed,
        total=exercise.count,
        keys=tuple(dict.fromkeys(f.key for f in findings)),
        **details,
    )


def said(exercise, finding):
    """Return a finding with its hint: that of a misconception, or the words for its key."""
    hint = finding.hint or exercise.hint_for(finding.key, **finding.values)
    return replace(finding, hint=hint)


def _also(first, other):
    """Introduce a second finding, which the example of the first need not show."""
    return "Also" if other.trial is first.trial else "And for another input"


def _suspects(exercise, function, finding):
    """Name arrays of the notebook that the function reads although they are not handed in."""
    if inspect.isclass(function) or finding.key == "interrupted":
        return []
    names = reading.notebook_data_used(function, exercise.parameters())
    if not names:
        return []
    return [
        f"By the way, your function reads `{names[0]}` from the notebook instead of from "
        f"its arguments."
    ]


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
    return details


def _got(exercise, function, trial):
    if trial.run.timed_out:
        return "none: stopped after a second"
    if trial.raised:
        return show_error(trial.run.error, function)
    if isinstance(trial.plain, tuple) or not trial.flaws or trial.flaws == ["axis"]:
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
    """Write the arguments of a case, one after the other."""
    return "\n".join(
        _named(name, argument) for name, argument in zip(exercise.parameters(), case.args)
    )


def show_answer(exercise, answer):
    """Write an answer; the values of a tuple under their names."""
    if not isinstance(answer, tuple):
        return show(answer)
    return "\n".join(map(_named, exercise.parts, answer))


def _named(name, value):
    head = f"{name} = "
    return head + show(value).replace("\n", "\n" + " " * len(head))


def _passed(exercise, function):
    remark = ""
    if reading.grows_arrays_in_a_loop(function):
        remark = (
            "It is right, but slow for many points: growing an array in a loop copies it every "
            "time. Collect the pieces in a list and make one array at the end, or use a mask."
        )
    else:
        remark = _remark(exercise, function)
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
