"""K-Means to play with in a notebook: set points and centroids, and watch every step."""

from .presets import PRESETS
from .widget import Playground

__all__ = ["PRESETS", "Playground"]
