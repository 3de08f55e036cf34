"""The step player: a run of K-Means, half-step by half-step, in one piece of HTML."""

from .history import Step, watch
from .page import StepPlayer

__all__ = ["Step", "StepPlayer", "watch"]
