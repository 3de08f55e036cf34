"""Every wrong answer gets the hint for its mistake, and every right one passes.

A misconception is a wrong function itself, so it is handed in as a student would; the bank holds
what is no misconception of its own: combinations, other styles, and right answers.
"""

from collections import Counter

import pytest

from kmeans_lab.checker.exercise import Misconceptions, Slip
from kmeans_lab.checker.reading import fit
from kmeans_lab.exercises import COURSE, feedback
from tests.bank import RIGHT, WRONG
from tests.bank.my_kmeans import class_that_runs

EXERCISES = COURSE.exercises.values()


def known(exercise):
    """Yield all that the checker knows of an exercise: of itself, and of its probes."""
    yield from exercise.slips
    yield from exercise.misconceptions
    for probe in exercise.probes:
        if isinstance(probe, Misconceptions):
            yield from probe.misconceptions


def handed_in(exercise, entry):
    """Return the function, or class, of a student with this misconception or slip."""

    def spoilt(*args):
        return entry.answer(exercise.answerer()(*args), *args)

    function = spoilt if isinstance(entry, Slip) else entry.answer
    return class_that_runs(function) if exercise.call else function


KNOWN = [(exercise, entry) for exercise in EXERCISES for entry in known(exercise)]


def names():
    """Return a name for each of KNOWN: its exercise and its function."""
    return [
        f"{exercise.name}-{getattr(entry.answer, '__name__', 'old')}" for exercise, entry in KNOWN
    ]


@pytest.mark.parametrize(("exercise", "entry"), KNOWN, ids=names())
def test_every_misconception_and_slip_gets_its_own_hint(exercise, entry):
    function = handed_in(exercise, entry)
    result = feedback(exercise.name, function)
    assert result.state == "wrong"
    assert result.key == entry.key, str(result)
    assert result.message.startswith(fit(entry.hint, function)), str(result)


@pytest.mark.parametrize("entry", WRONG, ids=str)
def test_wrong_answer_gets_its_own_hint(entry):
    result = feedback(entry.exercise, entry.answer)
    keys = entry.key.split(" + ")
    assert result.state == "wrong"
    assert list(result.keys[: len(keys)]) == keys, str(result)
    assert result.message
    assert result.passed < result.total


@pytest.mark.parametrize("entry", RIGHT, ids=str)
def test_right_answer_passes(entry):
    result = feedback(entry.exercise, entry.answer)
    assert result.state == "passed", str(result)
    assert result.passed == result.total
    assert entry.key in result.remark


def test_there_are_enough_answers_to_every_exercise():
    """Ten wrong ones, the misconceptions among them, and five right ones."""
    wrong = Counter(entry.exercise for entry in WRONG)
    wrong += Counter(exercise.name for exercise, _ in KNOWN)
    right = Counter(entry.exercise for entry in RIGHT)
    for exercise in EXERCISES:
        assert wrong[exercise.name] >= 10, exercise.name
        assert right[exercise.name] >= 5, exercise.name


def test_every_model_answer_passes_without_a_remark():
    for exercise in EXERCISES:
        result = feedback(exercise.name, exercise.load())
        assert (result.state, result.remark) == ("passed", ""), str(result)
