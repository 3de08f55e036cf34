"""Wrong and right answers to the exercises, as students write them: one file an exercise.

Each wrong answer names what the checker must recognise; the misconceptions, wrong answers too,
stand with their exercises. `python -m tests.bank` prints how often right answers that draw would
be refused.
"""

from importlib import import_module
from pathlib import Path

from .registry import RIGHT, WRONG

for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
    import_module(f"{__name__}.{path.stem}")  # each enters its answers

__all__ = ["RIGHT", "WRONG"]
