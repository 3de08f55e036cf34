"""What this series says in words of its own: of K-Means, and of what its exercises forbid."""

from importlib.metadata import PackageNotFoundError, metadata

from ..checker.exercise import Finding
from ..checker.reading import uses_library

WORDS = {
    "division by zero": "Something is divided by zero. Is there a cluster without points, or a "
    "loop without a round?",
    "hidden function": "A name that gets a value inside a function is local in all of it, so your "
    "function of the same name is hidden. Give the value another name: `wcss` instead of "
    "`inertia`, say.",
    "sklearn": "scikit-learn does the work here. Use it to check your answer; the exercise is to "
    "write the step yourself.",
}

ERRORS = (
    (
        "AttributeError",
        r"'(cluster_centers_|labels_|inertia_|n_iter_)'",
        "attributes",
        "After `fit` the model must have `cluster_centers_`, `labels_`, `inertia_` and `n_iter_`. "
        "Store each with `self.` before its name and an underscore at the end, as scikit-learn "
        "marks what was learned.",
    ),
    (
        "ValueError",
        r"could not be broadcast|operands could not",
        "shapes do not fit",
        "Two arrays do not fit together: print their shapes. {if centroids: Is every point to "
        "meet every centroid? That needs an axis more, which `np.newaxis` makes.} {if axis=1: Is "
        "one number a row to stand beside the rows? `keepdims=True` keeps it as a column.}",
    ),
)


def refuse_sklearn(function):
    """Refuse a function in which one of scikit-learn's algorithms does the work."""
    # Its plumbing may be used; the algorithms are the exercise.
    if not uses_library(function, "sklearn", trusted=("sklearn.base", "sklearn.utils")):
        return None
    return Finding("sklearn")


def report_address():
    """Return where a fault of the checker can be reported, or "" where nobody knows."""
    try:
        links = dict(link.split(", ") for link in metadata("kmeans-lab").get_all("Project-URL"))
    except PackageNotFoundError:  # used without being installed
        return ""
    return f"{links['Repository']}/issues/new?template=wrong_hint.yml"
