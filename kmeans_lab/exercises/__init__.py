"""What this series asks: one file an exercise, named as its function.

Beside them stand `words.py`, what the series says of any exercise in words of its own, and what
several exercises share: `shared.py` (slips), `rows_of_X.py` (starting centroids are rows of X),
`verdict.py` (questions that catch wrong programs).
"""

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
    return [import_module(f".{name}", __name__).EXERCISE for name in SERIES]


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
