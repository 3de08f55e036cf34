"""What may be special about a case: how to take it away, how to give it to another, what to say.

Each function takes the arguments of a case by name and returns new ones, or None where that cannot
be done. `course.Course` says what is made of it.
"""

import numpy as np

from ..checker.exercise import Tag

POINTS = ("X", "X_block", "centroids", "init", "chosen", "candidates", "rows", "row", "sums")
NUMBERS = (*POINTS, "inertias", "weights", "nums", "Y")
CENTRES = ("centroids", "init", "candidates")


def each(names, change):
    """Return a function that changes those of the arguments that have one of these names."""

    def changed(given):
        return {
            name: alike(change(np.asarray(value)), value) if name in names else value
            for name, value in given.items()
        }

    return changed


def alike(array, value):
    """Return an array, as a list if the value that it comes from is one."""
    return array if isinstance(value, np.ndarray) else array.tolist()


def centres(given):
    """Return the name of the centroids, and the points that they belong to."""
    name = next(name for name in CENTRES if name in given)
    return name, given.get("X", given.get("X_block"))


def whole(array):
    """Return integers in the same proportions, but for rounding."""
    return np.rint(8 * array).astype(int)


def a_column_more(array):
    """Add a column of another kind: the number of the row."""
    numbers = np.arange(array.shape[-2]) if array.ndim > 1 else np.zeros((), dtype=int)
    column = np.broadcast_to(numbers, array.shape[:-1])[..., np.newaxis]
    return np.append(array, column.astype(array.dtype), axis=-1)


def three_clusters(given):
    """Leave centroids out, or add some, until there are three."""
    if "sums" in given:
        return None
    name, _ = centres(given)
    rows = [*given[name], *(given[name][:1] + 1 + i for i in range(3))][:3]
    others = {"labels": given["labels"] % 3} if "labels" in given else {}
    return given | {name: np.vstack(rows)} | others


def four_clusters(given):
    """Add a centroid, and a point to its cluster."""
    name, _ = centres(given)
    more = {name: np.vstack([given[name], given[name][0] + 1])}
    if "labels" in given:
        more["labels"] = np.append(given["labels"][:-1], len(given[name]))
    return None if "sums" in given else given | more


def nearest(X, centroids):
    """Return the squared distances to the nearest centroids, and which these are."""
    distances = ((X[:, np.newaxis] - centroids) ** 2).sum(axis=2)
    return distances.min(axis=1), distances.argmin(axis=1)


def no_empty_cluster(given):
    """Give a point, or a sum, to every cluster that has none."""
    if "counts" in given:
        missing = given["counts"].sum(axis=0) == 0
        return given | {"counts": given["counts"] + missing}
    name, X = centres(given)
    k = len(given[name])
    if "labels" in given:
        return given | no_missing_label(X, given["labels"], k)
    centroids = given[name].astype(float)
    for j in set(range(k)) - set(nearest(X, centroids)[1].tolist()):
        centroids[j] = X[nearest(X, centroids)[0].argmax()]
    return given | {name: centroids}


def no_missing_label(X, labels, k):
    """Add a point with every label that is missing, to the place of the first."""
    missing = np.setdiff1d(np.arange(k), labels)
    return {
        "X": np.vstack([X, *[X[:1]] * len(missing)]),
        "labels": np.append(labels, missing),
    }


def last_cluster_empty(given):
    """Take all points away from the last cluster."""
    if "counts" in given:
        stays = np.arange(given["counts"].shape[1]) < given["counts"].shape[1] - 1
        sums = given["sums"] * stays[:, np.newaxis]
        return given | {"counts": given["counts"] * stays, "sums": sums}
    name, _ = centres(given)
    k = len(given[name])
    if k == 1:
        return None
    if "labels" in given:
        return given | {"labels": np.where(given["labels"] == k - 1, 0, given["labels"])}
    far = np.arange(k)[:, np.newaxis] == k - 1
    return given | {name: given[name] + 1000 * far}


def no_tie(given):
    """Stretch everything, then move the centroids by a little, each by something else."""
    wide = each(POINTS, lambda array: 1000 * array)(given)
    return each(CENTRES, lambda array: array + np.arange(array.size).reshape(array.shape))(wide)


def last_is_first(array):
    """Put the first centroid into the place of the last, too."""
    return np.vstack([array[:-1], array[:1]])


def moved_by(origin):
    """Return a function that moves the points and the centroids by what `origin(X)` gives."""
    return lambda given: each(POINTS, lambda array: array + origin(given["X"]))(given)


def one_to_ten(given):
    """Let the k run from 1 to 10, and the curve go on flat."""
    flat = given["wcss"][-1] * 0.99 ** np.arange(10)
    wcss = np.append(given["wcss"], flat[1:])[:10]
    ks = alike(np.arange(1, 11), given["ks"])
    return given | {"ks": ks, "wcss": alike(wcss, given["wcss"])}


def one_row(array):
    """Put a row where there is none."""
    return np.ones((1, 2)) if array.ndim == 1 else np.ones((1, array.shape[1]))


def no_constant_column(X):
    """Let every constant column rise."""
    return X + np.arange(len(X))[:, np.newaxis] * (X == X[0]).all(axis=0)


TAGS = {
    "columns": Tag(
        "columns only",
        "It is right as long as the points have two columns. Points can have one column or "
        "thirty: let NumPy work along the whole axis, without column numbers in the code.",
        seen="points with one column, or with more than two",
        without=each(POINTS, lambda array: array[..., [0, 1 if array.shape[-1] > 1 else 0]]),
        with_=(each(POINTS, a_column_more),),
    ),
    "clusters": Tag(
        "clusters only",
        "It is right for some numbers of clusters and wrong for others. Take the number from "
        "the shape of what you are given.",
        seen="fewer or more than three clusters",
        without=three_clusters,
        with_=(four_clusters,),
    ),
    "empty": Tag(
        "empty cluster",
        "It is right until a cluster has no points. What do you do with that cluster?",
        seen="a cluster without points",
        without=no_empty_cluster,
        with_=(last_cluster_empty,),
    ),
    "integers": Tag(
        "integers",
        "It is right for floats and wrong for integers. Does an array of yours take over the type "
        "of what you are given? An integer array cuts off what is assigned to it, or refuses it: "
        "ask for floats when you make the array.",
        seen="integers",
        without=each(NUMBERS, lambda array: array.astype(float)),
        with_=(
            each(NUMBERS, whole),
            lambda given: each(CENTRES, lambda array: array + 0.3)(each(POINTS, whole)(given)),
            each(CENTRES, whole),
        ),
    ),
    "large": Tag(
        "large numbers",
        "It is right for small numbers and wrong for large ones. Is there a fixed number in "
        "the code that was meant to be larger than any distance?",
        seen="large numbers",
        without=each(POINTS, lambda array: array / 1e6),
        with_=(each(POINTS, lambda array: array * 1e6),),
    ),
    "offset": Tag(
        "far from zero",
        "It is right near 0 and wrong far from it: there the scores are small differences of huge "
        "squares, and rounding eats them. First move the origin into the data: subtract one "
        "point, a number for each column (`axis=0`), from X *and* from the centroids.",
        seen="points that lie far from zero",
        without=moved_by(lambda X: -X[0]),
        with_=(moved_by(lambda X: 10**9 * (-2) ** np.arange(X.shape[1])),),
    ),
    "tie": Tag(
        "ties",
        "It is right except for ties: of two that are equally near the one with the lowest index "
        "wins. {if < or >: With `<`, the first one found stays; with `<=`, the last.}",
        seen="two centroids that are equally near",
        without=no_tie,
        with_=(each(CENTRES, last_is_first),),
    ),
    "capped": Tag(
        "capped",
        "It is right when the centroids settle, and wrong when `max_iter` ends the loop. "
        "{if range(: `range(max_iter)` has `max_iter` rounds; `range(1, max_iter)` has one less.}",
        seen="a `max_iter` that ends the loop",
        without=lambda given: given | {"max_iter": 1000},
        with_=(lambda given: given | {"max_iter": 1},),
    ),
    "tol": Tag(
        "large tol",
        "It is right for a tiny `tol`, and wrong for a large one.",
        seen="a large `tol`",
        without=lambda given: given | {"tol": 1e-6},
        with_=(lambda given: given | {"tol": 1e3},),
    ),
    "other_ks": Tag(
        "ks ignored",
        "It is right where the k run from 1 to 10, and wrong elsewhere. Use the `ks` you are "
        "given.",
        seen="other k than 1 to 10",
        without=one_to_ten,
        with_=(each(("ks",), lambda array: array + 1),),
    ),
    "none": Tag(
        "none not returned",
        "It is right where there is a knee, and wrong where there is none. Then the answer is "
        "None.",
        seen="a curve without a knee",
        without=each(("wcss",), lambda array: np.append(10 * array[0], array[1:])),
        with_=(each(("wcss",), lambda array: 10.0 * np.arange(len(array), 0, -1)),),
    ),
    "no_rows": Tag(
        "no rows",
        "It is right until there is not a single row.",
        seen="not a single row",
        without=each(("rows", "X_block"), one_row),
        with_=(each(("rows", "X_block"), lambda array: array[:0]),),
    ),
    "constant": Tag(
        "constant column",
        "It is right until a column is constant. Its standard deviation is 0.",
        seen="a constant column",
        without=each(("X",), no_constant_column),
        with_=(each(("X",), lambda array: array * 0 + 5),),
    ),
}
