"""What this series asks: one file an exercise, and its own words."""

from ..checker.course import Course
from .words import ERRORS, TAGS, WORDS, refuse_sklearn


def _load():
    from . import (
        blocks,
        choosing,
        clinic,
        distances,
        labels_fast,
        rounds,
        small,
        starts,
        update,
        weights,
    )

    return (
        distances.SQUARED_DISTANCES,
        distances.ASSIGN_LABELS,
        update.RECOMPUTE_CENTROIDS,
        distances.INERTIA,
        starts.INIT_RANDOM,
        weights.WEIGHTED_CHOICE,
        starts.INIT_KMEANS_PLUSPLUS,
        rounds.LLOYD,
        choosing.CHOOSE_ELBOW,
        rounds.MY_KMEANS,
        labels_fast.ASSIGN_LABELS_MATRIX_PRODUCT,
        blocks.BLOCK_SUMMARY,
        blocks.COMBINE_SUMMARIES,
        *small.TIPS,
        *clinic.CLINIC,
    )


COURSE = Course(_load, words=WORDS, tags=TAGS, errors=ERRORS, refusals=(refuse_sklearn,))
check, hint, solution = COURSE.check, COURSE.hint, COURSE.solution
feedback, solution_source = COURSE.feedback, COURSE.solution_source

__all__ = ["COURSE", "check", "feedback", "hint", "solution", "solution_source"]
