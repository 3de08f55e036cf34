"""What this series says in words of its own: of K-Means, and of what its exercises forbid."""

from importlib.metadata import PackageNotFoundError, metadata

from ..checker.exercise import Finding
from ..checker.reading import uses_library

WORDS = {
    "booleans": "Your answer holds True and False. Whole numbers are asked for, and a third "
    "cluster could not be told by them.",
    "floats for integers": "Your numbers are floats. Labels are used as indices, as in "
    "`centroids[labels]`, and an index must be an integer: `dtype=int`.",
    "division by zero": "Something is divided by zero. Is there a cluster without points, or a "
    "loop without a round?",
    "hidden function": "A name that gets a value inside a function is local in all of it, so your "
    "function of the same name is hidden. Give the value another name: `wcss` instead of "
    "`inertia`, say.",
    "sklearn": "scikit-learn does the work here. Use it to check your answer; the exercise is to "
    "write the step yourself.",
    "parentheses for brackets": "Square brackets index an array, as in `centroids[labels]`; "
    "parentheses call a function.",
}

TAGS = {
    "columns": (
        "columns only",
        "It is right as long as the points have two columns. Points can have one column or "
        "thirty: let NumPy work along the whole axis, without column numbers in the code.",
    ),
    "clusters": (
        "clusters only",
        "It is right for some numbers of clusters and wrong for others. Take the number from "
        "the shape of what you are given; no 2 or 3 may stand in the code.",
    ),
    "empty": (
        "empty cluster",
        "It is right until a cluster has no points. What do you do with that cluster?",
    ),
    "integers": (
        "integers",
        "It is right for floats and wrong for integers. An integer array cuts off what is "
        "assigned to it: ask for floats when you make the array.",
    ),
    "large": (
        "large numbers",
        "It is right for small numbers and wrong for large ones. Is there a fixed number in "
        "the code that was meant to be larger than any distance?",
    ),
    "offset": (
        "far from zero",
        "It is right near 0 and wrong far from it: there the scores are small differences of huge "
        "squares, and rounding eats them. First move the origin into the data: subtract one "
        "point, a number for each column (`axis=0`), from X *and* from the centroids.",
    ),
    "tie": (
        "ties",
        "It is right except for ties: of two equally near centroids the one with the lowest "
        "index wins. With `<`, the first one found stays; with `<=`, the last.",
    ),
    "capped": (
        "capped",
        "It is right when the centroids settle, and wrong when `max_iter` ends the loop. "
        "`range(max_iter)` has `max_iter` rounds; `range(1, max_iter)` has one less.",
    ),
    "tol": ("large tol", "It is right for a tiny `tol`, and wrong for a large one."),
    "other_ks": (
        "ks ignored",
        "It is right where the k run from 1 to 10, and wrong elsewhere. Use the `ks` you are "
        "given.",
    ),
    "none": (
        "none not returned",
        "It is right where there is a knee, and wrong where there is none. Then the answer is "
        "None.",
    ),
    "no_rows": ("no rows", "It is right until there is not a single row."),
    "constant": (
        "constant column",
        "It is right until a column is constant. Its standard deviation is 0.",
    ),
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
        "Two arrays do not fit together: print their shapes. Every point with every centroid: "
        "`X[:, np.newaxis, :]`. One number a row, kept as a column: `keepdims=True`.",
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
