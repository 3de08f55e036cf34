"""What the exercises that ask for a verdict share, notebook 08: True means healthy."""

from collections.abc import Callable
from dataclasses import dataclass

from ..checker.answers import assignments
from ..checker.exercise import Finding, Slip

NO_VERDICT = (
    "Your function returns None. It is asked for a verdict: `return True` or `return False`, on "
    "every path through it. {if assert or print(: An `assert` or a `print` hands nothing back.}"
)
VERDICT = {
    "none": NO_VERDICT,
    "printed": NO_VERDICT,
    "assertion": "An `assert` that is not true ends your function with an error. It is asked for "
    "a verdict: True or False.",
    "raises": "Your function ends with an error on this input. It is asked for a verdict: True or "
    "False, never an error.",
}


def opposite(question):
    """Return the slip of a function that says False where True is asked for."""
    return Slip(
        "opposite",
        lambda answer, *args: not answer,
        f"It is the other way round. True means healthy: {question}",
    )


def always_false(*args):
    """It always says False, so every program looks ill. Try it on a healthy one by hand."""
    return False


@dataclass(frozen=True)
class Patient:
    """A program that is handed to the student's function, with a name for the card."""

    name: str
    program: Callable

    def __call__(self, *args):
        return self.program(*args)

    def __repr__(self):
        return self.name


def refuses_nan(key="nan passes", **arguments):
    """Return a probe: is the verdict on something with a NaN False?"""
    example = assignments(arguments, arguments.values())

    def probe(function, beat):
        verdict = function(*arguments.values())
        if verdict is not None and not verdict:
            return None
        found = "none" if verdict is None else key
        return Finding(found, example=example, got=str(verdict), expected="False")

    probe.example = example
    return probe
