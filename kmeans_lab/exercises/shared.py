"""Slips that can happen in more than one exercise."""

import numpy as np

from ..checker.exercise import slip


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
    """Your labels start at 1. In Python indices start at 0, and `centroids[labels]` must find
    the right row."""
    return np.asarray(answer) + 1
