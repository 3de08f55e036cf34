"""The nine ways to label points: equal on every input, and what they allocate."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import pairwise_distances

from kmeans_lab.datasets import load_mall_customers
from kmeans_lab.fast_steps import BLOCK
from kmeans_lab.kmeans import MyKMeans
from kmeans_lab.labelling import STRATEGIES
from kmeans_lab.steps import assign_labels

EVERY = pytest.mark.parametrize("strategy", STRATEGIES.values(), ids=STRATEGIES)
OURS = [f for name, f in STRATEGIES.items() if name not in ("SciPy", "scikit-learn")]

ties = np.array([[2, 2], [4, 0], [0, 4]]), np.array([[4, 4], [0, 0], [4, 4]])
bytes_that_wrap = (
    np.array([[16, 16], [200, 0]], dtype=np.uint8),
    np.array([[10, 10], [0, 0]], dtype=np.uint8),
)
one_point = np.array([[1.0, 2.0]]), np.array([[5.0, 5.0], [0.0, 9.0], [1.5, 1.5]])
one_cluster = np.arange(10.0).reshape(5, 2), np.array([[3.0, 3.0]])
one_column = np.array([[1.0], [4.5], [-2.0], [10.0]]), np.array([[9.0], [0.0], [4.0]])
repeated = np.zeros((4, 3)), np.zeros((6, 3))


def blobs(n, d, k, dtype=float):
    rng = np.random.default_rng([n, d, k])
    return rng.normal(size=(n, d)).astype(dtype), rng.normal(size=(k, d)).astype(dtype)


@EVERY
@pytest.mark.parametrize(
    "X, centroids",
    [
        ties,
        bytes_that_wrap,
        one_point,
        one_cluster,
        one_column,
        repeated,
        blobs(3, 4, 50),
        blobs(200, 1, 5),
        blobs(150, 33, 7),
        blobs(90, 5, 30, np.float32),
        (
            load_mall_customers().to_numpy()[:, 3:].astype(int),
            np.array([[50, 50], [20, 80], [90, 10]]),
        ),
    ],
    ids=[
        "ties",
        "uint8",
        "one point",
        "one cluster",
        "one column",
        "all equal",
        "more clusters than points",
        "many rows",
        "many columns",
        "float32",
        "Mall",
    ],
)
def test_equal_to_the_step_of_the_series(strategy, X, centroids):
    before = X.copy(), centroids.copy()
    labels = strategy(X, centroids)
    assert labels.dtype.kind == "i" and labels.shape == (len(X),)
    np.testing.assert_array_equal(labels, assign_labels(X, centroids))
    np.testing.assert_array_equal(X, before[0])
    np.testing.assert_array_equal(centroids, before[1])


@st.composite
def problems(draw, elements, dtype):
    """Draw X and centroids; `elements` are few, so that equal distances are frequent."""
    n, d, k = (draw(st.integers(1, most)) for most in (8, 12, 9))
    return (
        draw(arrays(dtype, (n, d), elements=elements)),
        draw(arrays(dtype, (k, d), elements=elements)),
    )


@settings(deadline=None, max_examples=150)
@given(problems(st.integers(-4, 4), np.int64), st.integers(-1000, 1000), st.sampled_from([1, 0.5]))
def test_whole_numbers_and_halves_are_exact_ties_included(problem, shift, scale):
    X, centroids = ((array + shift) * scale for array in problem)
    expected = assign_labels(X, centroids)
    for strategy in STRATEGIES.values():
        np.testing.assert_array_equal(strategy(X, centroids), expected)
    np.testing.assert_array_equal(MyKMeans.assign_labels(X, centroids), expected)


@settings(deadline=None, max_examples=150)
@given(problems(st.floats(-1e3, 1e3), np.float64), st.sampled_from([0, 1e6, -1e9]))
def test_floats_get_a_nearest_centroid_up_to_rounding_even_far_from_zero(problem, shift):
    X, centroids = (array + shift for array in problem)
    distances = pairwise_distances(X, centroids, metric=_exact)
    # Numbers are off by eps times their squares around the origin that the products choose:
    # the squares add up to `size` at most, in 4 roundings for each of the d columns and 4 more.
    origin = np.sort(centroids, axis=0)[len(centroids) // 2]
    size = max((np.abs(a - origin) ** 2).sum(axis=1).max() for a in (X, centroids))
    allowed = 4 * (X.shape[1] + 4) * np.finfo(float).eps * 4 * size
    for strategy in OURS:
        chosen = distances[np.arange(len(X)), strategy(X, centroids)]
        assert (chosen <= distances.min(axis=1) + allowed).all()


def _exact(x, centroid):
    return float(((x.astype(np.longdouble) - centroid.astype(np.longdouble)) ** 2).sum())


def test_float32_far_from_zero_stays_right():
    X, centroids = blobs(2000, 2, 5, np.float32)
    X, centroids = X + np.float32(1e4), centroids + np.float32(1e4)
    for strategy in OURS:
        np.testing.assert_array_equal(strategy(X, centroids), assign_labels(X, centroids))


def test_blocks_are_joined_in_order():
    X, centroids = blobs(3 * BLOCK // 40 + 1, 2, 38)
    expected = assign_labels(X, centroids)
    np.testing.assert_array_equal(STRATEGIES["blocks"](X, centroids), expected)
    np.testing.assert_array_equal(MyKMeans.assign_labels(X, centroids), expected)


def formulas(n, d, k):
    return {
        "nested loops, rows": 8 * n,
        "nested loops, centroids": 8 * n * k + 8 * n,
        "one loop, rows": 8 * n + 16 * k * d,
        "one loop, centroids": 8 * n * k + 16 * n * d + 8 * n,
        "broadcasting": 16 * n * k * d + 8 * n * k,
        "matrix product": 8 * n * d + 8 * n * k + 8 * n,
        "blocks": 16 * n + 8 * BLOCK,
        "SciPy": 8 * n * k + 8 * n,
    }


@pytest.mark.parametrize("name", formulas(1, 1, 1))
@pytest.mark.parametrize("d, k", [(8, 8), (2, 20), (40, 3)])
def test_allocates_what_its_docstring_says(name, d, k):
    """And up to 80 kB more: a buffer of NumPy's, 8192 numbers, and what Python itself needs."""
    n = 1000 if "nested" in name else 30_000
    formula = next(line for line in STRATEGIES[name].__doc__.splitlines() if "Bytes:" in line)
    expected = formulas(n, d, k)[name]
    assert _value(formula, n, d, k) == expected
    peak = _peak(STRATEGIES[name], *blobs(n, d, k))
    assert peak <= expected + 80_000
    if name != "blocks":  # the formula says how large a block can be, and the last one is smaller
        assert peak >= expected


def _value(formula, n, d, k):
    text = formula.split("Bytes:")[1].split(".")[0].replace("`BLOCK`", "BLOCK").strip()
    terms = ["*".join(term.split()) for term in text.split("+")]
    return eval("+".join(terms), {"n": n, "d": d, "k": k, "BLOCK": BLOCK})


def _peak(function, *arguments):
    function(*arguments)
    tracemalloc.start()
    try:
        function(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
