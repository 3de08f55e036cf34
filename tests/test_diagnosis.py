"""No card says what is not so: causes are tried, the source is read, errors mean what is said."""

import math
import random
from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from kmeans_lab import steps
from kmeans_lab.checker.errors import explain_error
from kmeans_lab.checker.reading import SHAPES, fit, has
from kmeans_lab.checker.words import PIECE, fitted
from kmeans_lab.exercises import COURSE, feedback, solution_source
from kmeans_lab.steps import (
    assign_labels,
    inertia,
    recompute_centroids,
    squared_distances,
)
from tests.slope_course import COURSE as LINES

EXERCISES = COURSE.exercises.values()


def written(source, tmp_path, **known):
    """Return the last function or class of a cell, with its source as in a notebook."""
    file = tmp_path / "cell.py"
    file.write_text(source)
    namespace = {"np": np, **known, "__name__": "__main__"}
    exec(compile(source, str(file), "exec"), namespace)
    return list(namespace.values())[-1]


# What is special about the inputs that fail.


def test_what_the_inputs_have_in_common_is_the_cause_if_without_it_all_is_well():
    def slope(x, y):
        x, y = x - x.mean().astype(x.dtype), y - y.mean().astype(y.dtype)
        return (x * y).sum() / (x * x).sum()

    assert LINES.feedback("slope", slope).keys == ("integers",)


def test_what_the_inputs_have_in_common_may_be_a_coincidence():
    def slope(x, y):
        return np.polyfit(x, y, 1)[0] if len(x) < 4 else 0.0  # 4 points, which are integers

    result = LINES.feedback("slope", slope)
    assert result.keys == ("different",)
    assert "wrong for integers" not in result.message


def first_two_numbers(rows, row):
    return any(r[0] == row[0] and r[1] == row[1] for r in rows)


def sums_in_the_type_of_X(X, centroids):
    D = np.zeros((len(X), len(centroids)), dtype=X.dtype)
    for i, x in enumerate(X):
        D[i] = ((x - centroids) ** 2).sum(axis=1)
    return D


def three_by_number(X, centroids):
    return np.array([((X - centroids[j]) ** 2).sum(axis=1) for j in range(3)]).argmin(axis=0)


def infinity_for_nobody(X, labels, centroids):
    new = np.full(centroids.shape, np.inf)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(axis=0)
    return new


@pytest.mark.parametrize(
    ("name", "function", "key"),
    [
        ("contains_row", first_two_numbers, "columns only"),
        ("squared_distances", sums_in_the_type_of_X, "integers"),
        ("assign_labels", three_by_number, "clusters only"),
        ("recompute_centroids", infinity_for_nobody, "empty cluster"),
    ],
)
def test_a_tag_is_named_only_as_a_cause_that_was_tried(name, function, key):
    result = feedback(name, function)
    assert result.key == key, str(result)
    assert "Every input on which it fails" not in result.message


def test_a_tag_that_cannot_be_tried_is_told_as_what_is_seen(monkeypatch):
    tag = COURSE.tags["columns"]
    monkeypatch.setitem(COURSE.tags, "columns", replace(tag, without=None))
    result = feedback("contains_row", first_two_numbers)
    assert result.key == "different"
    assert f"Every input on which it fails has this: {tag.seen}." in result.message
    assert tag.hint not in result.message


CHANGES = [
    (exercise, case, tag, change)
    for exercise in EXERCISES
    for case in exercise.cases
    for name, tag in COURSE.tags.items()
    for change in ([tag.without] if name in case.tags else [])
    if change is not None
]


@pytest.mark.parametrize(
    ("exercise", "case", "tag", "change"), CHANGES, ids=lambda value: getattr(value, "key", "")
)
def test_taking_a_tag_away_leaves_an_input_that_has_an_answer(exercise, case, tag, change):
    before = repr(case.args)
    changed = exercise.changed(case, change)
    assert repr(case.args) == before, "the case itself was changed"
    if changed is not None:
        assert repr(changed.args) != before
        exercise.expected(changed)


# What a hint says of the source.


@pytest.mark.parametrize(
    ("condition", "source", "holds"),
    [
        ("loop", "def f(x):\n    for i in x:\n        pass\n", True),
        ("loop", "def f(x):\n    return [i for i in x]\n", False),
        ("return in loop", "def f(x):\n    for i in x:\n        return i\n", True),
        (
            "return in loop",
            "def f(x):\n    for i in x:\n        if i:\n            return i\n",
            False,
        ),
        (
            "return in loop",
            "def f(x):\n    for i in x:\n        if i:\n            return 1\n"
            "        else:\n            return 2\n",
            True,
        ),
        ("loop left at once", "def f(x):\n    while x:\n        x = 1\n        break\n", True),
        ("return at the end", "def f(x):\n    return x\n", True),
        ("return at the end", "def f(x):\n    if x:\n        return x\n", False),
        ("result thrown away", "def f(x):\n    np.append(x, 1)\n    return x\n", True),
        ("result thrown away", "def f(x):\n    x[0] == 1\n    return x\n", True),
        ("result thrown away", "def f(x):\n    y = []\n    y.append(x)\n    return y\n", False),
        ("in", "def f(x):\n    return 1 in x\n", True),
        ("in", "def f(x):\n    for i in x:\n        pass\n", False),
        ("range(", "def f(x):\n    return range(x)\n", True),
        ("range(", "def f(x):\n    return np.arange(x)\n", False),
        ("range(", 'def f(x):\n    """Not range(x)."""\n    return x  # range(\n', False),
        ("is", "def f(x):\n    return np.isclose(x, 1)\n", False),
        ("< or >", "def f(x):\n    return x > 1\n", True),
        ("np.append( and no axis", "def f(x):\n    return np.append(x, 1)\n", True),
        ("np.append( and no axis", "def f(x):\n    return np.append(x, 1, axis=0)\n", False),
    ],
)
def test_a_condition_is_looked_up_in_the_source(condition, source, holds, tmp_path):
    function = written(source, tmp_path)
    assert has(function, condition) is holds
    assert fit(f"Wrong. {{if {condition}: Because.}} Look.", function) == (
        "Wrong. Because. Look." if holds else "Wrong. Look."
    )


def test_without_a_source_only_the_general_part_is_said():
    namespace = {}
    exec("def f(x):\n    for i in x:\n        return i\n", namespace)
    hint = "Wrong. {if loop: A loop.} {if no loop: No loop.}"
    assert fit(hint, namespace["f"]) == "Wrong."
    assert fitted(hint) == "Wrong. A loop. No loop."


def test_the_source_of_helpers_is_read_too(tmp_path):
    source = "def g(x):\n    return max(x)\n\n\ndef f(x):\n    return g(x)\n"
    assert has(written(source, tmp_path), "max(")


def test_every_piece_of_a_hint_is_read_as_one():
    for name, hints in COURSE.all_hints().items():
        for hint in hints:
            assert "{if" not in hint, (name, hint)
    conditions = [
        part
        for exercise in EXERCISES
        for hint in exercise.all_hints()
        for condition, _ in PIECE.findall(hint)
        for parts in condition.split(" and ")
        for part in parts.removeprefix("no ").split(" or ")
    ]
    words = [part for part in conditions if part.replace(" ", "").isalpha() and " " in part]
    assert conditions and set(words) <= set(SHAPES), "a typing mistake in a condition"


def first_row_by_while(X, centroids):
    D = np.zeros((len(X), len(centroids)))
    i = j = 0
    while i < len(X):
        while j < len(centroids):
            D[i, j] = ((X[i] - centroids[j]) ** 2).sum()
            j += 1
        i += 1
    return D


def flat_by_hstack(rows):
    return np.hstack(rows)


def one_round_without_a_loop(X, centroids, max_iter, tol):
    centroids = recompute_centroids(X, assign_labels(X, centroids), centroids)
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), 1


def and_of_arrays(step, X, labels, centroids):
    given = X.copy(), labels.copy(), centroids.copy()
    step(*given)
    return given[0] == X and given[1] == labels and given[2] == centroids


def never_better_than_0(run, n_init, rng):
    lowest, best = 0, None
    for _ in range(n_init):
        result = run(rng)
        if result[2] < lowest:
            lowest, best = result[2], result
    return best


@pytest.mark.parametrize(
    ("name", "function", "key", "unsaid"),
    [
        ("squared_distances", first_row_by_while, "one point", "return"),
        ("stack_rows", flat_by_hstack, "flat", "np.append"),
        ("lloyd", one_round_without_a_loop, "first round only", "break"),
        ("changes_nothing", and_of_arrays, "truth of an array", "An `if`"),
        ("best_of", never_better_than_0, "none", "on every path"),
    ],
)
def test_what_the_source_has_not_is_not_said(name, function, key, unsaid):
    result = feedback(name, function)
    assert result.key == key, str(result)
    assert unsaid not in result.message


def test_a_return_in_the_loop_is_named_where_nothing_else_is_known():
    def standardize(X):
        Z = X.astype(float)
        for j in range(X.shape[1]):
            Z[:, j] = (X[:, j] - X[:, j].mean()) / (X[:, j].std() or 1)
            return Z

    result = feedback("standardize", standardize)
    assert result.key == "different"
    assert "A `return` stands inside a loop" in result.message


# Answers that say too little to be compared.


def test_the_same_answer_for_every_input_is_called_so():
    def inertia(X, labels, centroids):
        return ((X - X) ** 2).sum()

    assert feedback("inertia", inertia).keys == ("always the same",)


def test_nan_is_called_so_and_shown():
    def squared_distances(X, centroids):
        return (np.sqrt(X[:, np.newaxis] - centroids) ** 2).sum(axis=2)

    result = feedback("squared_distances", squared_distances)
    assert result.keys == ("not a number",)
    assert "nan" in result.got


def test_nan_with_a_known_reason_gets_that_reason():
    def recompute_centroids(X, labels, centroids):
        return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])

    assert feedback("recompute_centroids", recompute_centroids).keys == ("nan on empty",)


# One value of several, and a second hint.


def test_what_explains_one_value_does_not_contradict_the_others():
    """n_iter is always 1, as if there was one round; the centroids have settled."""

    def lloyd(X, centroids, max_iter, tol):
        return *steps.lloyd(X, centroids, max_iter, tol)[:3], 1

    result = feedback("lloyd", lloyd)
    assert result.keys == ("different n_iter",)
    assert "Right: centroids, labels, inertia." in result.message


def test_a_value_without_an_explanation_is_told_beside_one_with():
    def block_summary(X_block, centroids):
        labels = assign_labels(X_block, centroids)
        sums = np.array([(X_block[labels == j] ** 2).sum(0) for j in range(len(centroids))])
        inertia = squared_distances(X_block, centroids).min(axis=1).sum() / max(len(X_block), 1)
        return sums, np.bincount(labels, minlength=len(centroids)), inertia

    result = feedback("block_summary", block_summary)
    assert result.keys == ("mean inertia", "different sums")


def test_the_form_of_a_value_is_told_of_that_value_and_only_if_it_is_right():
    def with_floats(X, centroids, max_iter, tol):
        centroids, labels, inertia, n_iter = steps.lloyd(X, centroids, max_iter, tol)
        return centroids, labels, inertia, float(n_iter)

    def exchanged(X, centroids, max_iter, tol):
        centroids, labels, inertia, n_iter = steps.lloyd(X, centroids, 300, tol)
        return centroids, labels, n_iter, inertia

    def other_way_round(nums, rng):
        index = steps.weighted_choice(nums, rng)
        return nums[index], index

    assert feedback("random_select", other_way_round).keys == ("exchanged",)
    result = feedback("lloyd", with_floats)
    assert result.message.startswith("`n_iter`: Labels and n_iter are whole numbers")
    assert "floats" not in feedback("lloyd", exchanged).message


def test_a_second_hint_is_not_guessed_from_one_number():
    def inertia(X, labels, centroids):
        return sum(((X[labels == j] - centroids[j]) ** 2).sum() for j in range(max(labels)))

    assert feedback("inertia", inertia).keys == ("last cluster missed",)


def test_what_comes_with_a_mistake_is_not_a_mistake_of_its_own():
    def best_candidate(X, chosen, candidates):
        costs = [
            squared_distances(X, np.vstack([chosen, c])).min(axis=1).sum() for c in candidates
        ]
        return min(costs)

    def inertia(X, labels, centroids):
        print(steps.inertia(X, labels, centroids))

    assert feedback("best_candidate", best_candidate).keys == ("cost",)
    assert feedback("inertia", inertia).keys == ("printed",)


def test_nothing_is_concluded_from_the_values_of_draws_nobody_can_repeat():
    def lloyd(X, centroids, max_iter, tol):
        start = X[np.random.choice(len(X), len(centroids), replace=False)]
        return steps.lloyd(X, start, max_iter, tol)

    assert feedback("lloyd", lloyd).keys == ("global random",)


# The remark on bytes.


@pytest.mark.parametrize(
    ("function", "wraps"),
    [
        (lambda X, c: cdist(X, c) ** 2, False),
        (lambda X, c: ((X[:, np.newaxis].astype(float) - c) ** 2).sum(axis=2), False),
        (lambda X, c: ((X[:, np.newaxis] - c) ** 2).sum(axis=2), True),
        (lambda X, c: np.linalg.norm(X[:, np.newaxis] - c, axis=2) ** 2, True),
    ],
)
def test_bytes_are_remarked_only_where_they_wrap(function, wraps):
    def squared_distances(X, centroids):
        return function(X, centroids)

    result = feedback("squared_distances", squared_distances)
    assert (result.state, bool(result.remark)) == ("passed", wraps)


# A name that is missing.

LLOYD = """
def lloyd(X, centroids, max_iter, tol):
    for n_iter in range(1, max_iter + 1):
        old = centroids
        centroids = recompute_centroids(X, assign_labels(X, old), old)
        if ((centroids - old) ** 2).sum() <= tol:
            break
    labels = assign_labels(X, centroids)
    return centroids, labels, inertia(X, labels, centroids), n_iter


"""


def test_a_name_that_a_helper_lacks_is_named(tmp_path):
    known = {name: getattr(steps, name) for name in COURSE.exercises if hasattr(steps, name)}
    del known["lloyd"], known["recompute_centroids"]
    cell = LLOYD + solution_source("MyKMeans")
    result = feedback("MyKMeans", written(cell, tmp_path, **known))
    assert result.keys == ("name missing in helper",)
    assert "your `lloyd`, and that needs `recompute_centroids`" in result.message
    known["recompute_centroids"] = recompute_centroids
    assert feedback("MyKMeans", written(cell, tmp_path, **known)).state == "passed"


def test_an_exercise_that_is_missing_is_named(tmp_path):
    source = "def assign_labels(X, centroids):\n    return squared_distances(X, centroids)\n"
    result = feedback("assign_labels", written(source, tmp_path))
    assert result.keys == ("unknown function",)
    assert result.message.startswith("`squared_distances` is not known here.")


# What errors mean.

TABLE, LIST, RNG = np.arange(12.0).reshape(6, 2), [1, 2, 3], np.random.default_rng(0)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("RNG.randint(3)", "old random"),
        ("RNG.rand()", "old random"),
        ("(x for x in LIST).sum()", "no such attribute"),
        ("np.random.seed(RNG)", "generator as a seed"),
        ("np.random.default_rng('a')", "generator as a seed"),
        ("(lambda s: s)(seed=1)", "arguments"),
        ("np.bincount(np.array([0.0, 1.0]))", "whole number needed"),
        ("range(2.5)", "whole number needed"),
        ("range(LIST)", "whole number needed"),
        ("RNG.choice([])", "nothing to draw"),
        ("RNG.integers(1, 0.5)", "nothing to draw"),
        ("RNG.choice(3, p=[0.5, 0.5])", "no weights"),
        ("RNG.choice(3, p=[np.nan] * 3)", "no weights"),
        ("random.choices([1, 2], [0, 0])", "no weights"),
        ("RNG.choice(3, p=[0.5] * 3)", "not normalised"),
        ("RNG.choice(3, 5, replace=False)", "sample too large"),
        ("random.sample(LIST, 5)", "sample too large"),
        ("TABLE[9]", "index out of bounds"),
        ("TABLE[-9]", "index out of bounds"),
        ("LIST[9]", "index out of bounds"),
        ("TABLE[0, 0, 0]", "too many indices"),
        ("TABLE[0][0][0]", "too many indices"),
        ("TABLE.sum(axis=2)", "no such axis"),
        ("TABLE[1.0]", "float index"),
        ("TABLE[np.array([1.0])]", "float index"),
        ("LIST[0, 1]", "list index"),
        ("LIST[1.0]", "list index"),
        ("LIST[np.array([0, 1])]", "list index"),
        ("TABLE[np.array([True, False])]", "mask length"),
        ("1 if TABLE > 3 else 0", "truth of an array"),
        ("min([TABLE, TABLE])", "truth of an array"),
        ("TABLE in [TABLE + 1]", "truth of an array"),
        ("TABLE + np.zeros(6)", "shapes do not fit"),
        ("TABLE @ TABLE", "shapes do not fit"),
        ("np.append(TABLE, [1, 2], axis=0)", "shapes do not fit"),
        ("TABLE.reshape(5, 2)", "shapes do not fit"),
        ("TABLE[[0, 1], [0, 1, 1]]", "shapes do not fit"),
        ("np.vstack([])", "nothing there"),
        ("np.argmin([])", "nothing there"),
        ("min([])", "nothing there"),
        ("[(a, b) for a, b, c in TABLE]", "number of names"),
        ("np.array([[1, 2], [3]])", "one place, many values"),
        ("math.sqrt(TABLE[0])", "one place, many values"),
        ("unknown", "unknown name"),
        ("lloyd(TABLE)", "unknown function"),
        ("{}['a']", "no such key"),
        ("None + 1", "none inside"),
        ("LIST.sort()[0]", "none inside"),
        ("[(a, b) for a, b in [None]]", "none inside"),
        ("TABLE(1)", "parentheses for brackets"),
        ("TABLE.shape(0)", "parentheses for brackets"),
        ("LIST.sum()", "list inside"),
        ("(1, 2).mean()", "list inside"),
        ("LIST - 1", "list inside"),
        ("LIST * 2.0", "list inside"),
        ("LIST + 1", "list inside"),
        ("{LIST: 1}", "unhashable"),
        ("set(TABLE)", "unhashable"),
        ("TABLE.append(1)", "no such attribute"),
        ("np.arrray(1)", "no such attribute"),
        ("TABLE ^ 2", "caret"),
        ("2.0 ^ 2", "caret"),
        ("len(3)", "one number"),
        ("len(LIST)[0]", "one number"),
        ("np.zeros(3, 2)", "shape in brackets"),
        ("np.sum(TABLE, axs=0)", "arguments"),
        ("TABLE.sum(0, axis=0)", "arguments"),
        ("1 / 0", "division by zero"),
        ("TABLE.astype(int).__isub__(0.5)", "integer array"),
        ("np.zeros((10**7, 10**7))", "too much memory"),
    ],
)
def test_what_an_error_means(code, key):
    names = {"TABLE": TABLE, "LIST": list(LIST), "RNG": RNG, "random": random, "math": math}
    with pytest.raises(BaseException) as caught:
        eval(code, {"np": np, **names})
    found, hint = explain_error(caught.value, COURSE)
    assert found == key, caught.value
    assert hint and "{missing}" not in hint


@pytest.mark.parametrize(
    ("error", "key", "said"),
    [  # as other versions of Python and NumPy put it
        (
            UnboundLocalError("local variable 'a' referenced before assignment"),
            "no value yet",
            "`a`",
        ),
        (
            UnboundLocalError(
                "cannot access local variable 'a' where it is not associated with a value"
            ),
            "no value yet",
            "`a`",
        ),
        (
            UnboundLocalError("local variable 'inertia' referenced before assignment"),
            "hidden function",
            "hidden",
        ),
        (
            NameError(
                "cannot access free variable 'a' where it is not associated with a value in "
                "enclosing scope"
            ),
            "no value yet",
            "`a`",
        ),
        (ValueError("min() iterable argument is empty"), "nothing there", "empty"),
        (ValueError("too many values to unpack (expected 2, got 3)"), "number of names", "names"),
        (
            TypeError("cannot use 'list' as a dict key (unhashable type: 'list')"),
            "unhashable",
            "tuple",
        ),
        (
            TypeError("only length-1 arrays can be converted to Python scalars"),
            "one place, many values",
            "single number",
        ),
        (
            ValueError("The truth value of a Series is ambiguous. Use a.empty, a.bool()"),
            "truth of an array",
            "yes or no",
        ),
    ],
)
def test_what_an_error_means_on_other_versions(error, key, said):
    found, hint = explain_error(error, COURSE)
    assert found == key
    assert said in hint
