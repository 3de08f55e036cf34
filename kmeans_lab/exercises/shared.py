"""Slips that can happen in more than one exercise, and a probe that several have."""

import numpy as np

from ..checker.exercise import Finding, slip


@slip
def root(answer, *args):
    """You take the square root. K-Means needs the squared distance: leave the root away."""
    return np.sqrt(answer)


def _rounded_to(digits):
    @slip(key="rounded")
    def rounded(answer, *args):
        """Your numbers are rounded. Keep all digits; rounding is for printing."""
        return np.round(answer, digits)

    return rounded


ROUNDED = tuple(map(_rounded_to, (2, 1, 3, 0)))
ROUNDED_LITTLE = tuple(map(_rounded_to, (4, 6)))


@slip
def truncated(answer, *args):
    """The digits behind the point are cut off. An integer array (`dtype=int`), `int(...)` or
    `//` does that: work with floats."""
    return np.trunc(answer)


@slip
def doubled(answer, *args):
    """Every number is twice as large as it should be. Is something added up twice?"""
    return 2 * np.asarray(answer)


@slip
def halved(answer, *args):
    """Every number is half as large as it should be."""
    return np.asarray(answer) / 2


@slip
def from_one(answer, *args):
    """Your labels start at 1. In Python indices start at 0, and a label is the row number of a
    centroid."""
    return np.asarray(answer) + 1


def new_arrays(*call):
    """Make a probe: are the arrays of an answer new, and none of those that were given?"""

    def probe(function, beat):
        given = [argument.copy() for argument in call]
        answer = function(*given)
        parts = answer if isinstance(answer, (tuple, list)) else (answer,)
        shared = any(np.may_share_memory(part, array) for part in parts for array in given)
        return Finding("given array returned") if shared else None

    return probe
