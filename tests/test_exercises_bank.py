"""Every wrong answer of the bank gets the hint for its mistake, and every right one passes."""

from collections import Counter

import pytest

from kmeans_lab.exercises import COURSE, feedback
from tests.bank import RIGHT, WRONG

SMALL = {"random_select", "not_in", "stack_rows", "standardize"}


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


def test_bank_is_large_enough():
    wrong = Counter(entry.exercise for entry in WRONG)
    right = Counter(entry.exercise for entry in RIGHT)
    for name in COURSE.exercises:
        least = (5, 2) if name in SMALL else (10, 5)
        assert (wrong[name], right[name]) >= least, name
        assert right[name] >= least[1], name


def test_every_model_answer_passes_without_a_remark():
    for name, exercise in COURSE.exercises.items():
        result = feedback(name, exercise.load())
        assert (result.state, result.remark) == ("passed", ""), str(result)
