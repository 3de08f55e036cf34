"""check, hint, solution and feedback as a notebook uses them, and the cards they show."""

import inspect
import itertools
import re
from collections import Counter

import numpy as np
import pytest

from kmeans_lab import steps
from kmeans_lab.checker.card import COLOURS, Card
from kmeans_lab.exercises import COURSE, check, feedback, hint, solution, solution_source
from kmeans_lab.exercises.my_kmeans import MyKMeans
from tests.bank.assign_labels import argmax_of_mask_with_keepdims, one_based
from tests.bank.init_random import compares_values
from tests.bank.lloyd import inertia_last
from tests.bank.standardize import stays_in_pandas

EXERCISES = COURSE.exercises
NAMES = list(EXERCISES)


def inertia(X, labels, centroids):
    """Sum of the squared distances to the assigned centroids."""
    ...


def test_untouched_function_gives_the_reference(capsys):
    assert check(inertia) is steps.inertia
    assert "○ inertia: not attempted yet" in capsys.readouterr().out
    result = feedback("inertia", inertia)
    assert (result.state, result.passed, result.total) == ("untouched", 0, 0)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("...", "untouched"),
        ("pass", "untouched"),
        ('"""Only a docstring."""', "untouched"),
        ('"""Docstring."""\n    ...', "untouched"),
        ('"""Docstring."""\n    # a comment\n    pass', "untouched"),
        ("x = ...", "wrong"),
        ("X.sum()", "wrong"),
        ("return ...", "wrong"),
    ],
)
@pytest.mark.parametrize("with_source", [True, False])
def test_untouched_is_seen_in_the_code(body, state, with_source, tmp_path):
    """With its source, as in a notebook, and without, as in a plain `exec`."""
    source = f"def inertia(X, labels, centroids):\n    {body}\n"
    filename = tmp_path / "cell.py" if with_source else "<string>"
    if with_source:
        filename.write_text(source)
    namespace = {}
    exec(compile(source, str(filename), "exec"), namespace)
    assert feedback("inertia", namespace["inertia"]).state == state


def test_untouched_class_gives_the_simple_class():
    class Untouched:
        """Still to be written."""

        def __init__(self, n_clusters=8): ...

        def fit(self, X):
            """Fit."""
            ...

    assert check(Untouched, name="MyKMeans") is MyKMeans


def test_right_and_wrong_functions_come_back_themselves(capsys):
    mine = argmax_of_mask_with_keepdims
    assert check(mine, name="assign_labels") is mine
    assert "✓ assign_labels: passed" in capsys.readouterr().out
    assert check(one_based, name="assign_labels") is one_based
    assert "✗ assign_labels: not right yet" in capsys.readouterr().out


def test_feedback_holds_what_the_card_says():
    result = feedback("assign_labels", one_based)
    assert (result.state, result.key, result.passed) == ("wrong", "from one", 0)
    assert result.total == len(EXERCISES["assign_labels"].cases)
    assert result.example.startswith("X = [[3., 4.],")
    assert (result.got, result.expected) == ("[2, 1]", "[1, 0]")
    for text in (result.message, result.got, result.expected):
        assert text in str(result)


@pytest.mark.parametrize("given", [3, None, np.zeros(3), "assign_labels"])
def test_something_that_is_no_function(given, capsys):
    assert check(given) is given
    assert "not a function" in capsys.readouterr().out
    with pytest.raises(ValueError, match="not a function"):
        feedback("assign_labels", given)


def test_unknown_name_lists_the_known_ones(capsys):
    check(lambda X: X)
    hint("no such thing")
    solution("no such thing")
    shown = capsys.readouterr().out
    assert shown.count("assign_labels, recompute_centroids") == 3
    assert 'check(function, name="squared_distances")' in shown
    with pytest.raises(ValueError, match="assign_labels, recompute_centroids"):
        solution_source("no such thing")


@pytest.mark.parametrize("name", NAMES)
def test_hints_come_one_by_one_and_then_point_to_the_solution(name, capsys, monkeypatch):
    monkeypatch.setattr(COURSE, "hints_given", Counter())
    hints = EXERCISES[name].hints
    for number in range(1, len(hints) + 2):
        hint(name)
        shown = capsys.readouterr().out
        at = min(number, len(hints))
        assert f"hint {at} of {len(hints)}" in shown
        assert ("solution(" in shown) == (number >= len(hints))


@pytest.mark.parametrize("name", NAMES)
def test_solution_shows_the_source_of_the_reference(name, capsys):
    solution(name)
    source = inspect.getsource(EXERCISES[name].load())
    assert solution_source(name) == source.rstrip()
    shown = capsys.readouterr().out
    for line in source.strip().splitlines():
        assert line.strip() in shown


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_has_what_it_needs(name):
    exercise = EXERCISES[name]
    assert exercise.cases
    assert len(exercise.hints) >= 2
    assert exercise.why.endswith(".")
    for case in exercise.cases:
        assert set(case.tags) <= set(COURSE.tags)
        assert len(case.args) == len(exercise.parameters())
    for row in (*exercise.misconceptions, *exercise.slips):
        assert row.hint.endswith((".", "?", "`", "none")), row


@pytest.mark.parametrize("name", [n for n in NAMES if not EXERCISES[n].verify])
def test_every_misconception_differs_from_the_right_answer(name):
    """A row that is right everywhere could never be recognised."""
    from kmeans_lab.checker.diagnosis import Table, Trial
    from kmeans_lab.checker.sandbox import Run

    exercise = EXERCISES[name]
    trials = [
        Trial(case, expected=answer, plain=answer, run=Run(), verdict=None)
        for case in exercise.cases
        for answer in [exercise.expected(case)]
    ]
    table = Table(exercise, trials)
    with np.errstate(all="ignore"):
        for candidate in table.singles():
            assert not all(table.gives(candidate, i) for i in range(len(trials))), candidate


def test_slips_that_do_not_go_together_explain_no_error():
    """A slip of lloyd looks at the rounds of a run, which an answer that is spoilt has not."""
    from kmeans_lab.checker.diagnosis import Table, Trial
    from kmeans_lab.checker.sandbox import Run

    exercise = EXERCISES["lloyd"]
    table = Table(exercise, [Trial(exercise.cases[0], run=Run(error=AttributeError()))])
    for pair in itertools.permutations(exercise.slips, 2):
        assert not table.gives(pair, 0), pair


def test_text_is_the_same_without_numpy_2_scalars():
    text = str(feedback("assign_labels", lambda X, centroids: np.int64(3)))
    assert "np.int64" not in text
    assert "Your answer:\n    3\n" in text


def test_reference_under_a_misspelt_definition_is_not_passed(capsys):
    """`squared_distances` is the reference after an untouched run; the student's has a typo."""
    squared_distances = check(steps.squared_distances)
    assert squared_distances is steps.squared_distances
    shown = capsys.readouterr().out
    assert "the package's own version, not yours" in shown
    assert "passed" not in shown


def test_raising_not_implemented_is_untouched():
    def inertia(X, labels, centroids):
        """Sum."""
        raise NotImplementedError("later")

    assert feedback("inertia", inertia).state == "untouched"


def test_misspelt_name_is_recognised(capsys):
    def square_distances(X, centroids): ...

    check(square_distances)
    hint("asign_labels")
    shown = capsys.readouterr().out
    assert "Did you mean `squared_distances`?" in shown
    assert 'check(square_distances, name="squared_distances")' in shown
    assert "Did you mean `assign_labels`?" in shown
    assert "recompute_centroids" not in shown


def test_nothing_given(capsys):
    assert check() is None
    hint()
    solution()
    shown = capsys.readouterr().out
    assert "Give `check` your function" in shown
    assert shown.count("Which exercise?") == 2


def test_object_instead_of_the_class(capsys):
    model = MyKMeans()
    assert check(model) is model
    assert "Give the class itself: `check(MyKMeans)`" in capsys.readouterr().out


HELPERS = {
    "squared_distances": "def squared_distances(X, centroids):\n"
    "    return np.abs(X[:, None] - centroids).sum(2)\n",
    "recompute_centroids": "def recompute_centroids(X, labels, centroids):\n"
    "    return np.array([X[labels == j].mean(0) for j in range(len(centroids))])\n",
    "assign_labels": "def assign_labels(X, centroids):\n    while True:\n        pass\n",
}
USERS = {
    "assign_labels": "def assign_labels(X, centroids):\n"
    "    return squared_distances(X, centroids).argmin(axis=1)\n",
    "lloyd": "def lloyd(X, centroids, max_iter, tol):\n"
    "    for n_iter in range(1, max_iter + 1):\n"
    "        old = centroids\n"
    "        centroids = recompute_centroids(X, assign_labels(X, old), old)\n"
    "        if ((centroids - old) ** 2).sum() <= tol:\n"
    "            break\n"
    "    labels = assign_labels(X, centroids)\n"
    "    return centroids, labels, inertia(X, labels, centroids), n_iter\n",
}


@pytest.mark.parametrize(
    ("user", "helper"),
    [
        ("assign_labels", "squared_distances"),
        ("lloyd", "recompute_centroids"),
        ("lloyd", "assign_labels"),
    ],
)
def test_wrong_helper_is_named_first(user, helper):
    """The student's own function of an earlier exercise is wrong, not the one that uses it."""
    namespace = vars(steps) | {"__name__": "__main__"}
    exec(USERS[user], namespace)
    assert feedback(user, namespace[user]).state == "passed"
    exec(HELPERS[helper], namespace)
    result = feedback(user, namespace[user])
    assert result.keys == ("helper",)
    assert f"your `{helper}`" in result.message
    assert f"Mend `{helper}` first" in result.message


def test_right_helper_is_not_blamed():
    namespace = {"np": np}
    exec(
        "def squared_distances(X, centroids):\n"
        "    return ((X[:, None] - centroids) ** 2).sum(2)\n"
        "def assign_labels(X, centroids):\n"
        "    return squared_distances(X, centroids).argmax(axis=1)\n",
        namespace,
    )
    assert feedback("assign_labels", namespace["assign_labels"]).keys == ("farthest",)


def test_class_is_judged_as_far_as_it_is_written():
    class MyKMeans:
        def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
            self.n_clusters, self.init, self.max_iter = n_clusters, init, max_iter
            self.tol, random_state = tol, random_state

        def fit(self, X): ...

        def predict(self, X): ...

        def fit_predict(self, X): ...

    result = feedback("MyKMeans", MyKMeans)
    assert result.key == "arguments not stored"
    assert "`self.random_state = random_state`" in result.message


def test_answer_in_floats_is_shown_with_its_values():
    def assign_labels(X, centroids):
        return steps.squared_distances(X, centroids).min(axis=1)

    result = feedback("assign_labels", assign_labels)
    assert result.keys == ("distances",)
    assert "[1., 1.]" in result.got


def test_endless_loop_is_shown_with_its_input_and_what_comes_next():
    result = feedback("init_random", compares_values)
    assert result.key == "endless"
    assert result.example == "X = [[1.0, 1.0], [1.0, 1.0], [2.0, 3.0]]\nn_clusters = 3"
    assert "The next cells use the function as it is" in result.message


def test_card_says_what_comes_next():
    untouched, wrong = feedback("inertia", inertia), feedback("assign_labels", one_based)
    assert untouched.message.endswith('Stuck? `hint("inertia")`.')
    assert wrong.message.endswith("\nThe cells below now use your version.")


def test_two_mistakes_are_shown_by_one_input_that_has_both():
    result = feedback("standardize", stays_in_pandas)
    assert result.keys == ("n - 1", "constant column", "pandas")
    assert result.message.splitlines()[1].startswith("Also: A constant column")
    assert result.example.startswith("X = [[1., 5.],\n")
    assert result.got.startswith("a DataFrame:\n[[-0.83205, nan],\n")


def test_mistake_that_the_example_does_not_show_is_said_to_be_elsewhere():
    def recompute_centroids(X, labels, centroids):
        moved = np.zeros_like(centroids)
        for j in range(len(centroids)):
            moved[j] = X[labels == j].mean(axis=0) if (labels == j).any() else 0
        return moved

    result = feedback("recompute_centroids", recompute_centroids)
    assert set(result.keys) == {"zero on empty", "truncated"}
    assert result.message.splitlines()[1].startswith("And for another input: ")


def test_values_in_another_order_are_not_blamed_for_their_type():
    result = feedback("lloyd", inertia_last)
    assert result.keys == ("order of values",)
    assert "floats" not in result.message


def test_with_replacement_says_twice_in_one_draw():
    def init_random(X, n_clusters, rng):
        return X[rng.integers(len(X), size=n_clusters)]

    got = feedback("init_random", init_random).got
    assert re.match(r"row \d of X twice in one draw: \d+ times", got)


# The card.


def contrast(colour, background):
    def luminance(hexadecimal):
        parts = [int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return np.dot([0.2126, 0.7152, 0.0722], linear)

    light, dark = sorted([luminance(colour), luminance(background)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_card_leaves_text_and_background_to_the_theme():
    page = feedback("assign_labels", one_based)._repr_html_()
    assert "background" not in page
    assert not re.search(r"[^-]color:", page)
    assert "<script" not in page and " id=" not in page


@pytest.mark.parametrize("background", ["#ffffff", "#111111", "#212121"])
def test_border_stands_out_in_light_and_dark(background):
    """WCAG asks 3:1 of what is no text; the colour only repeats what symbol and words say."""
    for colour in COLOURS.values():
        assert contrast(colour, background) >= 3


def test_card_reads_well_without_style():
    page = feedback("assign_labels", one_based)._repr_html_()
    text = re.sub(r"<[^>]+>", "\n", page)
    assert "✗ assign_labels: not right yet (0 of 13 checks)" in text
    assert "Your answer" in text and "Expected" in text


def test_card_escapes_and_marks_code():
    page = Card("<b>", "use `x < 1` & more", (("<i>", "<pre>"),))._repr_html_()
    assert "<b>" not in page and "<i>" not in page
    assert "<code>x &lt; 1</code> &amp; more" in page


def test_reading_global_data_is_mentioned():
    namespace = {"np": np, "points": np.zeros((4, 2))}
    source = "def assign_labels(X, centroids):\n    return np.zeros(len(points), int)\n"
    exec(source, namespace)
    assert (
        "`points` from the notebook"
        in feedback("assign_labels", namespace["assign_labels"]).message
    )
