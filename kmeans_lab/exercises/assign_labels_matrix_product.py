"""assign_labels_matrix_product, notebook 06: label the points by one product of matrices."""

import ast

import numpy as np

from ..checker.exercise import Case, Exercise, Finding, case
from ..checker.reading import trees
from ..steps import assign_labels, squared_distances
from .assign_labels import EXERCISE as ASSIGN_LABELS
from .assign_labels import farthest as farthest_of_all

PRODUCTS = {"dot", "einsum", "inner", "matmul", "tensordot"}
# Far from 0, at another place in each column.
FAR = np.array([1e9, -2e9])


def is_clear(case):
    """Tell whether no point is equally near to two centroids: centring may round such a tie."""
    nearest = np.sort(squared_distances(*case.args), axis=1)[:, :2]
    return nearest.shape[1] < 2 or (np.diff(nearest) > 1e-3 * nearest[:, 1:]).all()


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
        any(multiplies(node) for part in parts for node in ast.walk(part))
        for parts in (written, loops)
    )
    return anywhere or not written, in_loops


def multiplies(node):
    """Tell whether a node of a syntax tree multiplies matrices."""
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        return isinstance(node.op, ast.MatMult)
    called = node.func if isinstance(node, ast.Call) else None
    return getattr(called, "attr", getattr(called, "id", None)) in PRODUCTS


def one_product(function, beat):
    """Probe: is there a matrix product, and only one for all centroids?"""
    anywhere, in_a_loop = matrix_products(function)
    if not anywhere:
        return Finding("no product")
    if in_a_loop:
        return Finding("product in a loop")
    return None


def load():
    """Return the model answer; its module is slow to import."""
    from ..labelling import assign_labels_matrix_product

    return assign_labels_matrix_product


EXERCISE = Exercise(
    name="assign_labels_matrix_product",
    load=load,
    reference=assign_labels,
    kind="integers",
    cases=(
        *filter(is_clear, ASSIGN_LABELS.cases),
        case([[3.0, 0.5], [-4.0, 1.0], [6.0, 8.0]], [[-1.0, 0.0], [10.0, 0.5], [-2.0, 9.0]]),
        Case(
            (
                np.array(
                    [[10001, 30002], [10003, 30000], [10000, 30004], [10004, 30003]], np.float32
                ),
                np.array([[10004, 30004], [10000, 30003], [10003, 30001]], np.float32),
            ),
            frozenset({"offset"}),
        ),
        case(
            (FAR + [[0.0, 0.5], [3.0, 1.0], [1.5, 4.0], [5.0, 5.0], [0.5, 3.5]]).tolist(),
            (FAR + [[4.5, 5.0], [1.0, 3.5], [0.5, 0.0], [3.5, 1.0]]).tolist(),
            tags="offset",
        ),
        case(
            [[4e8], [4e8 + 3], [4e8 + 8]], [[4e8 + 7], [4e8 + 4], [4e8 - 1]], tags="offset columns"
        ),
    ),
    slips=ASSIGN_LABELS.slips,
    probes=(one_product,),
    words={
        **ASSIGN_LABELS.words,
        "no product": "The labels are right, but nothing in your function multiplies matrices. "
        "Get the x.c of all points and all centroids from one product, with `@`.",
        "product in a loop": "The labels are right, but your products stand in a loop, one for "
        "each round. Let one product serve all points and all centroids: `@` wants shapes (n, d) "
        "and (d, k).",
    },
    hints=(
        "Three lines: move the origin, compute the scores, look for the smallest in each row.",
        "Any place inside the data will do as origin, the mean of the centroids, say. Subtract it "
        "from X and from the centroids.",
        "`X @ centroids.T` has shape (n, k): entry i, j is the x.c of point i and centroid j.",
        "Add |c|^2, shape (k,), to -2 times that product. It fits: one number for each column.",
    ),
    why="All n k d multiplications are one call into a library (BLAS) that was tuned for decades.",
)


def centred(X, centroids):
    """Move the origin into the data, so that a misconception is told from rounding."""
    origin = centroids.mean(axis=0)
    return X - origin, centroids - origin


def scores(X, centroids):
    """Return |c|^2 - 2 x.c."""
    return (centroids**2).sum(axis=1) - 2 * X @ centroids.T


@EXERCISE.wrong
def norms_not_squared(X, centroids):
    """`np.linalg.norm` takes a root. |c|^2 is the square: `(centroids**2).sum(axis=1)`."""
    X, centroids = centred(X, centroids)
    return (np.linalg.norm(centroids, axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def factor_two(X, centroids):
    """The score is |c|^2 - 2 x.c: the product needs its factor of two."""
    X, centroids = centred(X, centroids)
    return ((centroids**2).sum(axis=1) - X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def sign(X, centroids):
    """The score is |c|^2 - 2 x.c: mind the sign of the product."""
    X, centroids = centred(X, centroids)
    return ((centroids**2).sum(axis=1) + 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def norms_dropped(X, centroids):
    """|c|^2 is missing. Only |x|^2 may be dropped: it is the same for all centroids."""
    X, centroids = centred(X, centroids)
    return (-2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def farthest(X, centroids):
    """You choose the largest score. The nearest centroid has the smallest."""
    return scores(*centred(X, centroids)).argmax(axis=1)


@EXERCISE.wrong
def wrong_axis(X, centroids):
    """You look for the best point of each centroid. Look for the smallest score of each point:
    along the other axis."""
    return scores(*centred(X, centroids)).argmin(axis=0)


@EXERCISE.wrong
def no_axis(X, centroids):
    """One number for all points: without an axis, `argmin` looks at the whole array. Each row
    has its own smallest score."""
    return scores(*centred(X, centroids)).argmin()


@EXERCISE.wrong
def centred_apart(X, centroids):
    """You move the points and the centroids by different amounts, so that they no longer fit
    together. Subtract the same origin from both."""
    return scores(X - X.mean(axis=0), centroids - centroids.mean(axis=0)).argmin(axis=1)


@EXERCISE.wrong(key="one side centred")
def points_centred(X, centroids):
    """You move the points and leave the centroids where they are. Subtract the same origin from
    both."""
    return scores(X - X.mean(axis=0), centroids).argmin(axis=1)


@EXERCISE.wrong(key="one side centred")
def centroids_centred(X, centroids):
    """You move the centroids and leave the points where they are. Subtract the same origin from
    both."""
    return scores(X, centroids - centroids.mean(axis=0)).argmin(axis=1)


@EXERCISE.wrong
def scaled(X, centroids):
    """You divide by the standard deviations. That changes which centroid is nearest: only shift
    the data."""
    scale = np.where(X.std(axis=0), X.std(axis=0), 1)
    return assign_labels(X / scale, centroids / scale)


# Nothing that makes ties or decides them is seen here: no case has one.
UNSEEN = {"ties", "rounded", "truncated"}
EXERCISE.misconceptions += [
    known
    for known in ASSIGN_LABELS.misconceptions
    if known.key not in UNSEEN and known is not farthest_of_all
]
