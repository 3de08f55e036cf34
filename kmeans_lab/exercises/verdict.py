"""What the exercises that ask for a verdict share, notebook 08: True means healthy."""

from collections.abc import Callable
from dataclasses import dataclass

from ..checker.exercise import Finding, Slip

NO_VERDICT = (
    "Your function returns None. It is asked for a verdict: `return True` or `return False`, on "
    "every path through it. An `assert` or a `print` hands nothing back."
)
VERDICT = {
    "none": NO_VERDICT,
    "printed": NO_VERDICT,
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


def refuses_nan(*args, example, key="nan passes"):
    """Return a probe: is the verdict on something with a NaN False?"""

    def probe(function, beat):
        if not function(*args):
            return None
        return Finding(key, example=example, got="True", expected="False")

    probe.example = example
    return probe
