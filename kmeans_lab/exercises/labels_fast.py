"""The exercise that makes labelling fast: assign_labels_matrix_product."""

import ast

import numpy as np

from .. import steps
from .distances import ASSIGN_LABELS, LABEL_CASES
from ..checker.exercise import Case, Exercise, Misconception, Finding, case
from ..checker.reading import trees

WIDE = case([[3.0, 0.5], [-4.0, 1.0], [6.0, 8.0]], [[-1.0, 0.0], [10.0, 0.5], [-2.0, 9.0]])
# Far from 0, at another place in each column.
FAR = np.array([1e9, -2e9])
FAR_CASES = (
    Case(
        (
            np.array([[10001, 30002], [10003, 30000], [10000, 30004], [10004, 30003]], np.float32),
            np.array([[10004, 30004], [10000, 30003], [10003, 30001]], np.float32),
        ),
        frozenset({"offset"}),
    ),
    case(
        (FAR + [[0.0, 0.5], [3.0, 1.0], [1.5, 4.0], [5.0, 5.0], [0.5, 3.5]]).tolist(),
        (FAR + [[4.5, 5.0], [1.0, 3.5], [0.5, 0.0], [3.5, 1.0]]).tolist(),
        tags="offset",
    ),
    case([[4e8], [4e8 + 3], [4e8 + 8]], [[4e8 + 7], [4e8 + 4], [4e8 - 1]], tags="offset columns"),
)
# Without ties, rounding makes none that a row could be known by.
UNSEEN = {"ties", "rounded", "truncated"}


def _is_clear(case):
    """Tell whether no point is equally near to two centroids: centring may round such a tie."""
    nearest = np.sort(steps.squared_distances(*case.args), axis=1)[:, :2]
    return nearest.shape[1] < 2 or (np.diff(nearest) > 1e-3 * nearest[:, 1:]).all()


def _scores(X, centroids):
    return (centroids**2).sum(axis=1) - 2 * X @ centroids.T


def _centred(X, centroids):
    origin = centroids.mean(axis=0)
    return X - origin, centroids - origin


def _row(key, answer, hint):
    """Make a row that answers for centred data, so that it is told from rounding."""
    return Misconception(key, lambda X, centroids: answer(*_centred(X, centroids)), hint)


PRODUCTS = {"dot", "einsum", "inner", "matmul", "tensordot"}


def matrix_products(function):
    """Return whether matrices are multiplied, and whether in a loop; yes and no without source."""
    written = trees(function)
    loops = [
        node
        for tree in written
        for node in ast.walk(tree)
        if isinstance(node, (ast.For, ast.While, ast.ListComp, ast.GeneratorExp))
    ]
    anywhere, in_loops = (
        any(_multiplies(node) for part in parts for node in ast.walk(part))
        for parts in (written, loops)
    )
    return anywhere or not written, in_loops


def _multiplies(node):
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        return isinstance(node.op, ast.MatMult)
    called = node.func if isinstance(node, ast.Call) else None
    return getattr(called, "attr", getattr(called, "id", None)) in PRODUCTS


def one_product(function, beat):
    """Probe: is there a matrix product, and only one for all centroids?"""
    multiplies, in_a_loop = matrix_products(function)
    if not multiplies:
        return Finding(
            "no product",
            "The labels are right, but nothing in your function multiplies matrices. Get the "
            "x.c of all points and all centroids from one product, with `@`.",
        )
    if in_a_loop:
        return Finding(
            "product in a loop",
            "The labels are right, but your products stand in a loop, one for each round. Let one "
            "product serve all points and all centroids: `@` wants shapes (n, d) and (d, k).",
        )
    return None


def _load():
    from ..labelling import assign_labels_matrix_product

    return assign_labels_matrix_product


ASSIGN_LABELS_MATRIX_PRODUCT = Exercise(
    name="assign_labels_matrix_product",
    load=_load,
    reference=steps.assign_labels,
    kind="integers",
    cases=(*filter(_is_clear, LABEL_CASES), WIDE, *FAR_CASES),
    slips=ASSIGN_LABELS.slips,
    misconceptions=(
        _row(
            "norms not squared",
            lambda X, c: (np.linalg.norm(c, axis=1) - 2 * X @ c.T).argmin(axis=1),
            "`np.linalg.norm` takes a root. |c|^2 is the square: `(centroids**2).sum(axis=1)`.",
        ),
        _row(
            "factor two",
            lambda X, c: ((c**2).sum(axis=1) - X @ c.T).argmin(axis=1),
            "The score is |c|^2 - 2 x.c: the product needs its factor of two.",
        ),
        _row(
            "sign",
            lambda X, c: ((c**2).sum(axis=1) + 2 * X @ c.T).argmin(axis=1),
            "The score is |c|^2 - 2 x.c: mind the sign of the product.",
        ),
        _row(
            "norms dropped",
            lambda X, c: (-2 * X @ c.T).argmin(axis=1),
            "|c|^2 is missing. Only |x|^2 may be dropped: it is the same for all centroids.",
        ),
        _row(
            "farthest",
            lambda X, c: _scores(X, c).argmax(axis=1),
            "You choose the largest score. The nearest centroid has the smallest.",
        ),
        _row(
            "wrong axis",
            lambda X, c: _scores(X, c).argmin(axis=0),
            "You look for the best point of each centroid. Look for the smallest score of each "
            "point: along the other axis.",
        ),
        _row(
            "no axis",
            lambda X, c: _scores(X, c).argmin(),
            "One number for all points: without an axis, `argmin` looks at the whole array. Each "
            "row has its own smallest score.",
        ),
        Misconception(
            "centred apart",
            lambda X, c: _scores(X - X.mean(axis=0), c - c.mean(axis=0)).argmin(axis=1),
            "You move the points and the centroids by different amounts, so that they no longer "
            "fit together. Subtract the same origin from both.",
        ),
        Misconception(
            "one side centred",
            lambda X, c: _scores(X - X.mean(axis=0), c).argmin(axis=1),
            "You move the points and leave the centroids where they are. Subtract the same origin "
            "from both.",
        ),
        Misconception(
            "one side centred",
            lambda X, c: _scores(X, c - c.mean(axis=0)).argmin(axis=1),
            "You move the centroids and leave the points where they are. Subtract the same origin "
            "from both.",
        ),
        Misconception(
            "scaled",
            lambda X, c: steps.assign_labels(
                X / (s := X.std(axis=0) + (X.std(axis=0) == 0)), c / s
            ),
            "You divide by the standard deviations. That changes which centroid is nearest: only "
            "shift the data.",
        ),
        *(row for row in ASSIGN_LABELS.misconceptions if row.key not in UNSEEN),
    ),
    words=ASSIGN_LABELS.words,
    probes=(one_product,),
    hints=(
        "Three lines: move the origin, compute the scores, look for the smallest in each row.",
        "Any place inside the data will do as origin, the mean of the centroids, say. Subtract it "
        "from X and from the centroids.",
        "`X @ centroids.T` has shape (n, k): entry i, j is the x.c of point i and centroid j.",
        "Add |c|^2, shape (k,), to -2 times that product. It fits: one number for each column.",
    ),
    why="All n k d multiplications are one call into a library (BLAS) that was tuned for decades.",
)
