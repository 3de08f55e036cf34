"""Instant answers on exercises: check, hint, solution, and feedback without showing it."""

from .api import check, feedback, hint, solution, solution_source

__all__ = ["check", "feedback", "hint", "solution", "solution_source"]
