"""check, hint, progress, solution and feedback in a notebook, and the cards they show."""

import ast
import inspect
import itertools
import re
from collections import Counter
from importlib import import_module
from xml.etree import ElementTree

import numpy as np
import pytest

from kmeans_lab import steps
from kmeans_lab.checker.answers import assignments, same, show
from kmeans_lab.checker.card import COLOURS, Card
from kmeans_lab.checker.course import without_docstring
from kmeans_lab.checker.exercise import Seed
from kmeans_lab.checker.judge import show_call
from kmeans_lab.checker.words import fitted
from kmeans_lab.exercises import (
    COURSE,
    SERIES,
    check,
    feedback,
    hint,
    picture,
    progress,
    solution,
    solution_source,
)
from kmeans_lab.exercises.my_kmeans import MyKMeans
from kmeans_lab.plotting import default_colors, default_markers
from tests.bank.assign_labels import argmax_of_mask_with_keepdims, one_based
from tests.bank.lloyd import inertia_last
from tests.bank.standardize import stays_in_pandas
from tests.project import ROOT

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
    assert result.example.startswith("X = np.array([[3., 4.],\n              [0., 1.]])\n")
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


@pytest.fixture(autouse=True)
def fresh_kernel(monkeypatch):
    monkeypatch.setattr(COURSE, "hints_given", Counter())
    monkeypatch.setattr(COURSE, "states", {})
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)


@pytest.mark.parametrize("name", NAMES)
def test_hints_come_one_by_one_and_then_point_to_the_solution(name, capsys):
    hints = EXERCISES[name].hints
    for number in range(1, len(hints) + 2):
        hint(name)
        shown = capsys.readouterr().out
        at = min(number, len(hints))
        assert f"hint {at} of {len(hints)}" in shown
        assert [f"\n{i}. {text}" in shown for i, text in enumerate(hints, 1)] == [
            i < at for i in range(len(hints))
        ], "those given before stay"
        assert ("That is the last hint. `solution(" in shown) == (number == len(hints))
        assert ("There are no more hints. `solution(" in shown) == (number > len(hints))


def test_hint_of_a_number_and_what_comes_after_it(capsys):
    hint("inertia", 2)
    hint("inertia")
    hint("inertia", 1)
    hint("inertia")
    titles = re.findall(r"inertia: hint (\d) of 3", capsys.readouterr().out)
    assert titles == ["2", "3", "1", "3"]


@pytest.mark.parametrize("number", [0, 4, -1, "two", 1.5])
def test_hint_of_a_number_that_there_is_not(number, capsys):
    hint("inertia", number)
    shown = capsys.readouterr().out
    assert 'There are 3 hints. `hint("inertia", 3)` shows them all.' in shown
    hint("inertia")
    assert "hint 1 of 3" in capsys.readouterr().out


def exercises_in(path):
    """Return what a notebook checks, by the number in the heading above it."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"^# ##+ Exercise (\d+)|^\w+ = check\((\w+)\)", text, re.M)
    return {int(number): name for (number, _), (_, name) in itertools.pairwise(found) if name}


def test_places_are_those_of_the_notebooks():
    sources = sorted((ROOT / "notebooks" / "source").glob("*.py"))
    asked = {path.name[:2]: exercises_in(path) for path in sources}
    assert COURSE.notebooks == {number: own for number, own in asked.items() if own}


def test_the_file_of_an_exercise_names_its_notebooks():
    for name, places in SERIES.items():
        first = import_module(f"kmeans_lab.exercises.{name}").__doc__.partition(":")[0]
        numbers = [place[:2] for place in places.split()]
        assert first.endswith(f", notebook{'s' * (len(numbers) > 1)} {' and '.join(numbers)}")


def checked(*names, state="untouched"):
    """Enter exercises as checked, in this order."""
    COURSE.states.update(dict.fromkeys(names, state))


@pytest.mark.parametrize(
    ("names", "number", "meant"),
    [
        (["inertia"], 1, "inertia"),  # as in a fresh kernel of notebook 01
        (["squared_distances", "assign_labels", "inertia"], 2, "assign_labels"),  # of 04
        (["weighted_choice"], 2, "random_select"),  # of 10
        (["squared_distances", "init_random", "weighted_choice"], 8, "init_kmeans_plusplus"),
        (["MyKMeans"], 1, "MyKMeans"),  # of 05
        (["not_in", "contains_row"], 8, "best_candidate"),  # of 08; two notebooks share a kernel
    ],
)
def test_exercise_is_found_by_its_number_in_the_notebook(names, number, meant, capsys):
    checked(*names)
    for named in (f"exercise {number}", f"Exercise {number}", str(number), number):
        hint(named)
        solution(named)
    shown = capsys.readouterr().out
    assert shown.count(f"→ {meant}: hint") == shown.count(f"→ {meant}: solution") == 4


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_jupyter_says_which_notebook_it_is_before_anything_is_checked(
    separator, capsys, monkeypatch
):
    file = separator.join(["04", "notebooks", "08_debugging_clinic.ipynb"])
    monkeypatch.setenv("JPY_SESSION_NAME", file)
    hint("exercise 6")
    assert "→ contains_row: hint 1" in capsys.readouterr().out


def test_number_says_nothing_where_the_notebook_is_not_known(capsys):
    hint("exercise 1")
    solution("exercise 1")
    assert capsys.readouterr().out.count("Which notebook is this? Run the cell") == 2
    checked("choose_elbow")
    hint("exercise 2")
    shown = capsys.readouterr().out
    assert "No exercise of this number is checked in this notebook" in shown
    assert " 1 ○ choose_elbow" in shown


def test_progress_shows_this_notebook_and_all_of_them_in_order(capsys):
    progress()
    shown = capsys.readouterr().out
    assert "0 of 24 exercises passed" in shown and "Notebook" not in shown
    check(inertia)
    check(one_based, name="assign_labels")
    check(steps.squared_distances, name="squared_distances")  # the package's own: says nothing
    check(lambda X, centroids: ((X[:, None] - centroids) ** 2).sum(2), name="squared_distances")
    capsys.readouterr()
    progress()
    title, _, head, *lines = capsys.readouterr().out.splitlines()
    assert (title, head) == ("→ 1 of 9 exercises passed", "Notebook 04:")
    assert lines[:4] == [
        "     1 ✓ squared_distances: passed",
        "     2 ✗ assign_labels: not right yet",
        "     3 ○ recompute_centroids: not attempted yet",
        "     4 ○ inertia: not attempted yet",
    ]
    assert lines[9:11] == ["All notebooks:", "    01  ○ inertia"]
    numbers = re.findall(r"^    (\d\d)", "\n".join(lines[10:]), re.M)
    assert numbers == list(COURSE.notebooks)
    assert all(len(line) < 79 for line in lines)


def test_state_is_that_of_the_last_check(capsys):
    check(one_based, name="assign_labels")
    check(argmax_of_mask_with_keepdims, name="assign_labels")
    assert COURSE.states == {"assign_labels": "passed"}


@pytest.mark.parametrize("name", NAMES)
def test_solution_shows_the_source_of_the_reference_and_folds_its_contract(name, capsys):
    solution(name)
    source = inspect.getsource(EXERCISES[name].load())
    assert solution_source(name) == source.rstrip()
    shown = capsys.readouterr().out
    code, contract = without_docstring(source)
    assert ast.dump(ast.parse(code)) == ast.dump(undocumented(ast.parse(source)))
    assert all(f"    {line}" in shown.splitlines() for line in code.strip().splitlines() if line)
    assert contract == inspect.getdoc(EXERCISES[name].load())
    assert contract.splitlines()[0] not in shown
    assert shown.endswith("Its contract, the docstring, stands in the cell of the exercise.\n")


def undocumented(tree):
    del tree.body[0].body[0]
    return tree


def test_folded_contract_is_closed_and_code_comes_first(monkeypatch):
    shown = []
    monkeypatch.setattr(Card, "show", lambda card: shown.append(card))
    solution("inertia")
    page = shown[0]._repr_html_()
    assert page.index("return float") < page.index("<details><summary>Its contract")
    assert page.index("<details>") < page.index("Parameters") < page.index("</details>")


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
        assert fitted(row.hint).endswith((".", "?", "`", "none")), row


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
    assert shown.count("which exercise?") == shown.count('`hint("squared_distances")`') == 2
    assert shown.count("    02  ○ choose_elbow") == 2
    checked("squared_distances", "assign_labels", state="passed")
    hint()
    shown = capsys.readouterr().out
    assert '`hint("recompute_centroids")`. Its number will do: `hint("exercise 3")`.' in shown
    assert "     2 ✓ assign_labels: passed" in shown


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


def waits_for_rows_that_differ(X, n_clusters, rng):
    while len(np.unique(X, axis=0)) < len(X):
        pass
    return X[rng.permutation(len(X))[:n_clusters]]


def test_endless_loop_is_shown_with_its_input_and_what_comes_next():
    result = feedback("init_random", waits_for_rows_that_differ)
    assert result.key == "endless"
    assert result.example.startswith("X = np.array([[1., 1.],\n")
    assert result.example.endswith("n_clusters = 2\nrng = np.random.default_rng(20241119)")
    assert "The next cells use the function as it is" in result.message


def test_card_says_what_comes_next():
    untouched, wrong = feedback("inertia", inertia), feedback("assign_labels", one_based)
    assert untouched.message.endswith('Stuck? `hint("inertia")`.')
    assert wrong.message.endswith("\nThe cells below now use your version.")


def test_two_mistakes_are_shown_by_one_input_that_has_both():
    result = feedback("standardize", stays_in_pandas)
    assert result.keys == ("n - 1", "constant column", "pandas")
    assert result.message.splitlines()[1].startswith("Also: A constant column")
    assert result.example.startswith("X = np.array([[1., 5.],\n")
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


# Answers that are no array, or not only the caller's.


def yields(X, centroids):
    yield steps.assign_labels(X, centroids)


async def waits(X, centroids):
    return steps.assign_labels(X, centroids)


@pytest.mark.parametrize(
    ("answer", "key", "said", "shown"),
    [
        (yields, "generator", "A function with `yield`", "a generator"),
        (waits, "coroutine", "begins with `async def`", "a coroutine"),
        (lambda *a: map(int, steps.assign_labels(*a)), "iterator", "a map object", "a map"),
        (lambda *a: zip(steps.assign_labels(*a)), "iterator", "a zip object", "a zip"),
        (lambda *a: filter(None, steps.assign_labels(*a)), "iterator", "a filter obj", "a filter"),
        (lambda *a: (j for j in steps.assign_labels(*a)), "iterator", "a generator object", ""),
        (lambda *a: np.matrix(steps.assign_labels(*a)), "matrix", "`np.matrix`", "a matrix: [[1"),
        (lambda *a: steps.assign_labels(*a).data, "memoryview", "`.data`", "a memoryview"),
    ],
)
def test_answers_of_odd_types_have_a_sentence_of_their_own(answer, key, said, shown):
    def assign_labels(X, centroids):
        return answer(X, centroids)

    result = feedback("assign_labels", answer if answer in (yields, waits) else assign_labels)
    assert result.key == key
    assert said in result.message
    assert result.got.startswith(shown)


def test_matrix_with_the_right_numbers_is_no_array():
    result = feedback("squared_distances", lambda *a: np.matrix(steps.squared_distances(*a)))
    assert result.key == "matrix"
    assert result.got == "a matrix: [[25.]]"


def test_generator_is_named_where_many_answers_are_right():
    def init_random(X, n_clusters, rng):
        yield from X[rng.permutation(len(X))[:n_clusters]]

    assert feedback("init_random", init_random).keys == ("generator",)


@pytest.mark.parametrize(
    ("odd", "key", "said", "shown"),
    [(list, "list", "is a list", "a list: [0, 0, 1, 1]"), (iter, "iterator", "", "a")],
)
def test_of_several_values_the_one_with_another_type_is_shown(odd, key, said, shown):
    def lloyd(X, centroids, max_iter, tol):
        centroids, labels, *others = steps.lloyd(X, centroids, max_iter, tol)
        return centroids, odd(labels.tolist()), *others

    result = feedback("lloyd", lloyd)
    assert result.key == key
    assert said in result.message
    assert f"labels = {shown}" in result.got


BUFFERS = {}


def reuses(X, centroids):
    shape = len(X), len(centroids)
    out = BUFFERS.setdefault(shape, np.empty(shape))
    out[:] = steps.squared_distances(X, centroids)
    return out


def reuses_a_part(X, centroids):
    out = BUFFERS.setdefault("large", np.empty((100, 100)))[: len(X), : len(centroids)]
    out[:] = steps.squared_distances(X, centroids)
    return out


@pytest.mark.parametrize("answer", [reuses, reuses_a_part])
def test_array_that_every_call_returns_is_wrong(answer):
    result = feedback("squared_distances", answer)
    assert (result.state, result.key) == ("wrong", "reused array")
    assert result.passed < result.total
    made = {"np": np, "squared_distances": answer}
    exec(result.example, made)
    assert np.may_share_memory(made["first"], made["second"])


def test_array_that_every_call_returns_among_several_values_is_wrong():
    kept = np.empty((100, 100))

    def lloyd(X, centroids, max_iter, tol):
        found, *others = steps.lloyd(X, centroids, max_iter, tol)
        kept[: len(found), : found.shape[1]] = found
        return kept[: len(found), : found.shape[1]], *others

    assert feedback("lloyd", lloyd).keys == ("reused array",)


def test_argument_that_is_returned_is_named_if_that_is_wrong_and_nothing_better_is_known():
    wrong = feedback("standardize", lambda X: X)
    assert "Your function returns its argument `X` itself." in wrong.message
    known = feedback("recompute_centroids", lambda X, labels, centroids: centroids)
    assert known.message.startswith("The centroids did not move.")
    assert "itself" not in known.message

    def not_in(X, Y):
        kept = X[~np.isin(X, Y)]
        return X if len(kept) == len(X) else kept

    assert feedback("not_in", not_in).state == "passed"


# The example on a card.


def alike(got, want):
    """Tell whether what code has made is an argument: an array of the same dtype, and so on."""
    if callable(want):
        return got is ...
    if isinstance(want, np.ndarray):
        return got.dtype == want.dtype and np.array_equal(got, want, equal_nan=True)
    if isinstance(want, Seed):
        return got.bit_generator.state == np.random.default_rng(want.number).bit_generator.state
    return repr(got) == repr(want)


@pytest.mark.parametrize("name", NAMES)
def test_examples_run_as_they_stand(name):
    exercise = EXERCISES[name]
    for case in exercise.cases:
        made = {"np": np}
        exec(show_call(exercise, case), made)
        for parameter, argument in zip(exercise.parameters(), case.args):
            assert alike(made[parameter], argument), (case, parameter)
    for probe in (*exercise.gates, *exercise.probes):
        exec(getattr(probe, "example", ""), {"np": np})


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (np.array([1, 2], np.uint8), "np.array([1, 2], dtype=np.uint8)"),
        (np.array([0.1, 3], np.float32), "np.array([0.1, 3.], dtype=np.float32)"),
        (np.array([0.1 + 0.2, 1e20, -np.inf]), "np.array([0.30000000000000004, 1e+20, -np.inf])"),
        (np.array([True, False]), "np.array([True, False])"),
        (np.zeros((0, 2)), "np.zeros((0, 2))"),
        (np.zeros((0, 2), int), "np.zeros((0, 2), dtype=np.int64)"),
        (np.array(2.0), "np.array(2.)"),
        ([np.array([1.0]), (2, np.nan)], "[np.array([1.]), (2, np.nan)]"),
        ((1,), "(1,)"),
        (range(3), "range(0, 3)"),
    ],
    ids=str,
)
def test_arguments_become_code(value, code):
    assert assignments(["x"], [value]) == f"x = {code}"
    assert alike(eval(code, {"np": np}), value)


def test_rows_of_arrays_in_a_list_stay_in_line():
    rows = [np.array([[1, 2], [3, 4]]), np.array([5])]
    assert assignments(["rows"], [rows]) == (
        "rows = [np.array([[1, 2],\n                  [3, 4]]),\n        np.array([5])]"
    )


def test_what_counts_as_another_answer_also_looks_like_one():
    rng = np.random.default_rng(0)
    for want in 10.0 ** rng.uniform(-9, 9, 2000):
        got = want * (1 + rng.choice([-1, 1]) * 10 ** rng.uniform(-5, -3))
        want, got = np.array([want, 1e3 * want]), np.array([got, 1e3 * want])
        assert same(got, want) or show(got) != show(want)


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
    assert "✗ assign_labels: not right yet (0 of 18 checks)" in text
    assert "Your answer" in text and "Expected" in text


def count_shown(name, function):
    return re.findall(r"\((\d+) of \d+ checks\)", feedback(name, function).title)


def test_share_of_checks_is_shown_only_where_all_cases_were_compared():
    def not_drawn(X, n_clusters, rng):
        rng.random()
        return X[:n_clusters]

    def weights_ignored(weights, rng):
        return int(rng.integers(len(weights)))

    def first_is_right(X, centroids):
        while len(X) > 2:
            pass
        return steps.assign_labels(X, centroids)

    assert count_shown("assign_labels", one_based) == ["0"]
    assert count_shown("not_in", lambda X, Y: X) != []
    assert count_shown("assign_labels", steps.assign_labels) == [
        str(EXERCISES["assign_labels"].count)
    ]
    assert count_shown("init_random", not_drawn) == []
    assert count_shown("weighted_choice", weights_ignored) == []
    assert count_shown("weighted_choice", lambda weights, rng: weights) == []
    assert count_shown("squared_distances", reuses) == []
    assert count_shown("assign_labels", first_is_right) == []
    assert count_shown("assign_labels", lambda X: X) == []


def swaps(X, centroids):
    return steps.assign_labels(X, centroids)[::-1]


def to_the_origin(X, labels, centroids):
    moved = np.zeros(centroids.shape)
    for j in np.unique(labels):
        moved[j] = X[labels == j].mean(axis=0)
    return moved


PICTURES = [
    (
        "assign_labels",
        swaps,
        "row 0 of X has label 0, not 1; row 1 of X has label 1, not 0",
        [default_colors[0], default_colors[1]],
    ),
    (
        "recompute_centroids",
        to_the_origin,
        "centroid 1 goes to (0, 0), not to (2.5, 7)",
        [default_colors[0], default_colors[2]],
    ),
    (
        "inertia",
        lambda X, labels, centroids: np.sqrt(((X - centroids[labels]) ** 2).sum()),
        "each row of X is joined to the centroid of its label",
        [default_colors[1], default_colors[0]],
    ),
]


@pytest.mark.parametrize(
    ("name", "function", "told", "colours"), PICTURES, ids=lambda x: str(x)[:9]
)
def test_picture_is_small_says_what_it_shows_and_uses_the_palette(name, function, told, colours):
    result = feedback(name, function)
    assert result.picture == feedback(name, function).picture
    assert result.picture in result._repr_html_() and result.picture not in str(result)
    assert len(result.picture) < 6000
    picture = ElementTree.fromstring(result.picture)
    assert (picture.tag, picture.get("role")) == ("svg", "img")
    assert picture.get("aria-label") == f"Points and centroids in the plane: {told}."
    fills = [path.get("fill") for path in picture.iter("path") if path.get("fill")]
    assert list(dict.fromkeys(fills)) == colours
    drawn = {part.tag for part in picture.iter()}
    assert drawn <= {"svg", "g", "path", "circle", "rect", "text"}
    inks = {part.get(key) for part in picture.iter() for key in ("fill", "stroke")} - {None}
    assert inks <= {"none", "white", "black", "currentColor", *default_colors}
    assert not {key for part in picture.iter() for key in part.keys()} & {"id", "href", "onload"}


def test_picture_leaves_out_what_is_nowhere():
    def nan_on_empty(X, labels, centroids):
        return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])

    picture = feedback("recompute_centroids", nan_on_empty).picture
    assert "centroid 1 goes to (nan, nan), not to (2.5, 7)" in picture
    assert "nan" not in picture.partition(">")[2]


@pytest.mark.parametrize(
    "function",
    [
        steps.assign_labels,  # right
        lambda X, centroids: (steps.assign_labels(X, centroids) + 1).tolist(),  # a list
        lambda X, centroids: steps.assign_labels(X, centroids)[1:],  # of another shape
        lambda X, centroids: steps.squared_distances(X, centroids).min(1) + 0.5,  # no labels
        lambda X, centroids: X[:, 2],  # an error
        lambda X, centroids: steps.assign_labels(X, centroids) ^ (X.shape[1] == 1),  # no plane
    ],
)
def test_no_picture_where_none_would_help(function):
    assert feedback("assign_labels", function).picture == ""


def test_shapes_are_those_of_the_figures():
    assert list(picture.SHAPES) == default_markers[: len(picture.SHAPES)]


def test_card_stresses_a_word():
    page = Card("", "the *smallest one*, not 2*n*3 or a * b * c or `x *y*`")._repr_html_()
    assert "the <em>smallest one</em>, not 2*n*3 or a * b * c or <code>x *y*</code>" in page


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
