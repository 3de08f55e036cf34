"""What this series asks: one file an exercise, and its own words."""

from importlib import import_module

from ..checker.course import Course
from .words import ERRORS, TAGS, WORDS, refuse_sklearn, report_address


#: The files beside this one that hold an exercise each, in the order of the series.
SERIES = (
    "squared_distances",
    "assign_labels",
    "recompute_centroids",
    "inertia",
    "init_random",
    "weighted_choice",
    "init_kmeans_plusplus",
    "lloyd",
    "choose_elbow",
    "my_kmeans",
    "assign_labels_matrix_product",
    "block_summary",
    "combine_summaries",
    "random_select",
    "not_in",
    "stack_rows",
    "standardize",
    "inertia_never_rises",
    "centroids_are_means",
    "changes_nothing",
    "same_seed_same_result",
    "contains_row",
    "best_of",
    "best_candidate",
)


def _load():
    from pathlib import Path

    from . import (
        blocks,
        choosing,
        clinic,
        distances,
        labels_fast,
        small,
        starts,
        update,
        weights,
    )

    old = (
        distances.SQUARED_DISTANCES,
        distances.ASSIGN_LABELS,
        update.RECOMPUTE_CENTROIDS,
        distances.INERTIA,
        starts.INIT_RANDOM,
        weights.WEIGHTED_CHOICE,
        starts.INIT_KMEANS_PLUSPLUS,
        choosing.CHOOSE_ELBOW,
        labels_fast.ASSIGN_LABELS_MATRIX_PRODUCT,
        blocks.BLOCK_SUMMARY,
        blocks.COMBINE_SUMMARIES,
        *small.TIPS,
        *clinic.CLINIC,
    )
    old = {e.name: e for e in old}
    here = Path(__file__).parent
    return [
        import_module(f".{name}", __name__).EXERCISE
        if (here / f"{name}.py").exists()
        else old[name]
        for name in SERIES
    ]


COURSE = Course(
    _load,
    words=WORDS,
    tags=TAGS,
    errors=ERRORS,
    refusals=(refuse_sklearn,),
    report=report_address,
)
check, hint, solution = COURSE.check, COURSE.hint, COURSE.solution
feedback, solution_source = COURSE.feedback, COURSE.solution_source

__all__ = ["COURSE", "check", "feedback", "hint", "solution", "solution_source"]
