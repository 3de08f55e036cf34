"""Wrong and right answers to the exercises, as students write them.

Each wrong answer names the mistake that the checker must recognise. `python -m tests.bank` prints
how many were, how long a check takes, and how often right random answers would be refused.
"""

from . import (  # noqa: F401  (each module enters its answers)
    blocks,
    choosing,
    clinic,
    distances,
    first_tries,
    labels_fast,
    novices,
    rounds,
    small,
    starts,
    update,
)
from .registry import RIGHT, WRONG

__all__ = ["RIGHT", "WRONG"]
