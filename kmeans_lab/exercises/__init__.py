"""What this series asks: one file an exercise, named as its function.

Beside them stand `words.py`, what the series says of any exercise in words of its own, `tags.py`,
what may be special about a case, and what several exercises share: `shared.py` (slips),
`rows_of_X.py` (starting centroids are rows of X), `verdict.py` (questions that catch wrong
programs).
"""

from importlib import import_module

from ..checker.course import Course
from .tags import TAGS
from .words import ERRORS, WORDS, refuse_sklearn, report_address

#: The files beside this one that hold an exercise each, in the order of the series, and where each
#: exercise stands: "04-2" is exercise 2 of notebook 04.
SERIES = {
    "squared_distances": "04-1",
    "assign_labels": "04-2",
    "recompute_centroids": "04-3",
    "inertia": "01-1 04-4",
    "init_random": "04-6",
    "weighted_choice": "04-7 10-1",
    "init_kmeans_plusplus": "04-8",
    "lloyd": "04-5",
    "choose_elbow": "02-1",
    "my_kmeans": "04-9 05-1",
    "assign_labels_matrix_product": "06-2",
    "block_summary": "09-1",
    "combine_summaries": "09-2",
    "random_select": "10-2",
    "not_in": "10-4",
    "stack_rows": "10-3",
    "standardize": "03-1",
    "inertia_never_rises": "08-1",
    "centroids_are_means": "08-2",
    "changes_nothing": "08-3",
    "same_seed_same_result": "08-4",
    "contains_row": "08-6",
    "best_of": "08-7",
    "best_candidate": "08-8",
}


def _load():
    for name, places in SERIES.items():
        exercise = import_module(f".{name}", __name__).EXERCISE
        exercise.places = tuple(places.split())
        yield exercise


COURSE = Course(
    _load,
    words=WORDS,
    tags=TAGS,
    errors=ERRORS,
    refusals=(refuse_sklearn,),
    report=report_address,
)
check, hint, progress, solution = COURSE.check, COURSE.hint, COURSE.progress, COURSE.solution
feedback, solution_source = COURSE.feedback, COURSE.solution_source

__all__ = ["COURSE", "check", "feedback", "hint", "progress", "solution", "solution_source"]
