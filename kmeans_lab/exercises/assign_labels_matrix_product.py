"""assign_labels_matrix_product, notebook 06: label the points by one product of matrices."""

import ast

import numpy as np

from ..checker.exercise import Case, Exercise, Finding, case
from ..checker.reading import trees
from ..steps import assign_labels, squared_distances
from .assign_labels import EXERCISE as ASSIGN_LABELS
from .assign_labels import farthest as farthest_of_all

PRODUCTS = {"dgemm", "dot", "einsum", "inner", "matmul", "tensordot"}
HIDDEN_LOOPS = {"apply_along_axis", "fromiter", "frompyfunc", "map", "nditer", "vectorize"}
# Far from 0, at another place in each column.
FAR = np.array([1e9, -2e9])


def is_clear(case):
    """Tell whether no point is equally near to two centroids: centring may round such a tie."""
    nearest = np.sort(squared_distances(*case.args), axis=1)[:, :2]
    return nearest.shape[1] < 2 or (np.diff(nearest) > 1e-3 * nearest[:, 1:]).all()


def nodes(trees):
    """Return all nodes of syntax trees."""
    return [node for tree in trees for node in ast.walk(tree)]


def called(node):
    """Return the name of what a node of a syntax tree calls, without that of its module."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "attr", getattr(function, "id", None))


def once(node):
    """Return what a loop, written out or in a function, goes over; None if it is no loop."""
    if isinstance(node, ast.While):
        return []
    if called(node) in HIDDEN_LOOPS:
        return node.args[1:]
    if isinstance(node, ast.For):
        return [node.iter]
    return [node.generators[0].iter] if hasattr(node, "generators") else None


def loops(node):
    """Tell whether a node of a syntax tree is a loop.

    Whoever does the same with both arrays, `for A in (X, centroids)`, does not loop over points.
    """
    over = once(node)
    both = over and all(isinstance(several, (ast.Tuple, ast.List)) for several in over)
    return over is not None and not both


def repeated(loop):
    """Return the nodes of what a loop does in each round."""
    return set(nodes([loop])) - set(nodes(once(loop)))


def multiplies(node):
    """Tell whether a node of a syntax tree multiplies matrices."""
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        return isinstance(node.op, ast.MatMult)
    if called(node) == "einsum" and isinstance(node.args[0], ast.Constant):
        operands = node.args[0].value.replace(" ", "").split("->")[0].split(",")
        return len(set(operands)) > 1  # otherwise it goes along both, entry by entry
    return called(node) in PRODUCTS


def one_product(function, beat):
    """Probe: is there a matrix product, and no loop? Without source, it seems so."""
    written = nodes(trees(function))
    if written and not any(map(multiplies, written)):
        return Finding("no product")
    found = list(filter(loops, written))
    if any(multiplies(node) for loop in found for node in repeated(loop)):
        return Finding("product in a loop")
    return Finding("loop") if found else None


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
        "loop": "The labels are right, and there is a matrix product. But a loop is left, if only "
        "one inside a comprehension or a function such as `map`: the rest goes without it, too, "
        "on whole arrays.",
    },
    hints=(
        "Three lines: move the origin, compute the scores, look for the smallest in each row.",
        "Any place inside the data will do as origin, the mean of the centroids, say. Subtract it "
        "from X and from the centroids.",
        "`X @ centroids.T` has shape (n, k): entry i, j is the x.c of point i and centroid j.",
        "Add |c|^2, shape (k,), to -2 times that product. It fits: one number for each column.",
    ),
    picture=ASSIGN_LABELS.picture,
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
    """|c|^2 is the square of the length: the sum of the squares. {if norm(: `np.linalg.norm` takes
    a root.}"""
    X, centroids = centred(X, centroids)
    return (np.linalg.norm(centroids, axis=1) - 2 * X @ centroids.T).argmin(axis=1)


for factor in (1, 4):

    @EXERCISE.wrong
    def factor_two(X, centroids, factor=factor):
        """The score is |c|^2 - 2 x.c: the factor of the product is two."""
        X, centroids = centred(X, centroids)
        return ((centroids**2).sum(axis=1) - factor * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def mean_of_squares(X, centroids):
    """You take the mean of each centroid's squares. |c|^2 is their sum."""
    X, centroids = centred(X, centroids)
    return ((centroids**2).mean(axis=1) - 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def sign(X, centroids):
    """The score is |c|^2 - 2 x.c: mind the sign of the product."""
    X, centroids = centred(X, centroids)
    return ((centroids**2).sum(axis=1) + 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong
def norms_dropped(X, centroids):
    """What you add to the product is the same for all centroids. |c|^2 is not: each centroid has
    its own. Only |x|^2 may be dropped."""
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
    """One number for all points. {if argmin(: Without an axis, `argmin` looks at the whole array.}
    Each row has its own smallest score."""
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
def norms_before_centring(X, centroids):
    """You take |c|^2 before the origin moves, and the product after it. Both need the centroids as
    they are after the move."""
    X, moved = centred(X, centroids)
    return ((centroids**2).sum(axis=1) - 2 * X @ moved.T).argmin(axis=1)


@EXERCISE.wrong
def square_of_sum(X, centroids):
    """You sum the coordinates of each centroid and square the sum. |c|^2 is the sum of their
    squares."""
    X, centroids = centred(X, centroids)
    return (centroids.sum(axis=1) ** 2 - 2 * X @ centroids.T).argmin(axis=1)


@EXERCISE.wrong(key="scores")
def scores_returned(X, centroids):
    """You return the scores. One step is left: in every row, the index of the smallest."""
    return scores(*centred(X, centroids))


# Nothing that makes ties or decides them is seen here: no case has one.
UNSEEN = {"ties", "rounded", "truncated", "close taken for equal"}
EXERCISE.misconceptions += [
    known
    for known in ASSIGN_LABELS.misconceptions
    if known.key not in UNSEEN and known is not farthest_of_all
]
