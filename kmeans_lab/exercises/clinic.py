"""The exercises of the debugging clinic: questions that catch wrong programs, and three cures."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .. import clinic, steps
from ..checker.exercise import Case, Exercise, Misconception, Finding, Seed, case

NO_VERDICT = (
    "Your function returns None. It is asked for a verdict: `return True` or `return False`, on "
    "every path through it. An `assert` or a `print` hands nothing back."
)
RAISES = (
    "Your function ends with an error on this input. It is asked for a verdict: True or False, "
    "never an error."
)
VERDICT = {"none": NO_VERDICT, "printed": NO_VERDICT, "raises": RAISES}


def _opposite(question):
    return Misconception(
        "opposite",
        lambda answer, *args: not answer,
        f"It is the other way round. True means healthy: {question}",
    )


ALWAYS_FALSE = Misconception(
    "always false",
    lambda *args: False,
    "It always says False, so every program looks ill. Try it on a healthy one by hand.",
)


@dataclass(frozen=True)
class Patient:
    """A program that is handed to the student's function, with a name for the card."""

    name: str
    program: Callable

    def __call__(self, *args):
        return self.program(*args)

    def __repr__(self):
        return self.name


def _refuses_nan(*args, hint, example):
    """Return a probe: is the verdict on something with a NaN False?"""

    def probe(function, beat):
        if not function(*args):
            return None
        return Finding("nan passes", hint, example, got="True", expected="False")

    probe.example = example
    return probe


# inertia_never_rises


def _history(*values):
    return Case((list(values),))


def _each_step(fine, combine=all):
    """Return a row that asks `fine(before, after)` of every step."""
    return lambda history: combine(fine(a, b) for a, b in zip(history, history[1:]))


def _rises(before, after):
    return after > before * (1 + 1e-9)


NAN = float("nan")
NAN_RISES = (
    "A NaN slips through: every comparison with NaN is False, so nothing seems to rise. Ask "
    "`np.isnan(history).any()` as well."
)

LONE_NAN = (
    "One value, and it is NaN: there is no pair to compare, so no comparison ever sees it. Ask "
    "for NaN first."
)

DIVIDES = (
    "An inertia may be 0, and you divide by it. Compare the rise with 1e-9 times the value "
    "before, without dividing."
)


def _divides(history):
    values = np.array(history)
    return bool(np.all(np.diff(values) / values[:-1] <= 1e-9))


INERTIA_NEVER_RISES = Exercise(
    name="inertia_never_rises",
    load=lambda: clinic.inertia_never_rises,
    kind="number",
    cases=(
        _history(9.0, 5.0, 3.0),
        _history(9.0, 5.0, 6.0),
        _history(9.0, 5.0, 5.0),
        _history(9.0, 3.0, 6.0, 2.0),
        _history(9.0, 3.0, 6.0, 5.0),
        _history(5.0, 9.0, 4.0, 3.0),
        _history(4.0),
        _history(5.0, 5.0, 6.0, 4.0),
        _history(7.0, 0.3, 0.1 + 0.2),
        _history(100.0, 50.0, 50.00001),
        _history(5e-10, 3e-10, 4e-10),
        _history(3.0, 2.0, 1.0, 0.0, 0.0),
        _history(12.0, 12.5, 13.0),
    ),
    slips=(_opposite("the inertia never rises."),),
    misconceptions=(
        Misconception(
            "must fall",
            _each_step(lambda a, b: b < a or (b != a and not _rises(a, b))),
            "A run that has settled repeats its inertia. Equal is no rise: `<=`, not `<`.",
        ),
        Misconception(
            "must fall",
            _each_step(lambda a, b: b < a),
            "A run that has settled repeats its inertia. Equal is no rise: `<=`, not `<`. And a "
            "rise in the sixteenth digit is only rounding.",
        ),
        Misconception(
            "rounding",
            _each_step(lambda a, b: b <= a),
            "You call rounding a rise: 0.1 + 0.2 is a little more than 0.3. Allow for 1e-9 of "
            "the value before.",
        ),
        Misconception(
            "ends only",
            lambda history: bool(history[-1] <= history[0] * (1 + 1e-9)),
            "You compare the last value with the first. A rise on the way stays hidden: compare "
            "each value with the one before it.",
        ),
        Misconception(
            "ends only",
            lambda history: bool(min(history) == history[-1]),
            "You look for the lowest value at the end. A rise on the way stays hidden: compare "
            "each value with the one before it.",
        ),
        *(
            Misconception(
                "one step only",
                lambda history, fine=fine: len(history) < 2 or fine(*history[-2:]),
                "Only the last step is looked at. Compare every value with the one before it.",
            )
            for fine in (lambda a, b: b <= a, lambda a, b: not _rises(a, b))
        ),
        Misconception(
            "one step only",
            lambda history: len(history) < 2 or bool(history[1] <= history[0]),
            "Only the first step counts: a `return` inside the loop ends it in the first round. "
            "Say False at the first rise, True only after the loop.",
        ),
        Misconception(
            "too generous",
            _each_step(lambda a, b: b <= a or np.isclose(a, b)),
            "You allow for too much. `np.isclose` passes a rise of a hundred-thousandth, and "
            "anything below 1e-8: set `rtol=1e-9, atol=0`.",
        ),
        Misconception(
            "too generous",
            _each_step(lambda a, b: b <= a or np.isclose(a, b, rtol=1e-9)),
            "An allowance of a fixed size hides a rise where all numbers are small. `np.isclose` "
            "has one too: set `atol=0`.",
        ),
        Misconception(
            "too generous",
            _each_step(lambda a, b: b <= a + 1e-9),
            "An allowance of a fixed size hides a rise where all numbers are small. Allow for "
            "1e-9 of the value before, not for 1e-9.",
        ),
        Misconception("division by zero", _divides, DIVIDES),
        Misconception(
            "one fall is enough",
            _each_step(lambda a, b: b <= a, any),
            "One step without a rise is enough for you. Every step must be without: `all`, not "
            "`any`.",
        ),
        Misconception(
            "lists compared",
            lambda history: history[1:] <= history[:-1],
            "Two lists are compared like words in a dictionary: the first difference decides. "
            "Compare the numbers pair by pair, or make arrays first.",
        ),
        Misconception(
            "not reduced",
            lambda history: np.diff(history) <= 0,
            "You return one answer for each step. One for the whole run is asked for: `np.all`.",
        ),
        Misconception(
            "always true", lambda history: True, "It always says True, whatever the inertia does."
        ),
        ALWAYS_FALSE,
    ),
    words={
        **VERDICT,
        "division by zero": DIVIDES,
    },
    probes=tuple(
        _refuses_nan(history, hint=hint, example=f"history = {history}")
        for history, hint in (
            ([400.0, 96.5, NAN], NAN_RISES),
            ([400.0, NAN, 96.5], NAN_RISES),
            ([NAN], LONE_NAN),
        )
    ),
    hints=(
        "Pair each value with the next one: `zip(history, history[1:])`, or two slices of an "
        "array.",
        "All pairs must be fine: `all(...)`, or False at the first that is not and True after "
        "the loop.",
        "A rise below 1e-9 of the value before is none: compare with `before * (1 + 1e-9)`. And "
        "ask `np.isnan(history).any()`.",
    ),
    why="Both steps of K-Means can only lower the inertia, so one rise proves a bug.",
)


# centroids_are_means


def _cluster_by_cluster(fine, empty=True):
    """Return a row that asks `fine(members, centroid)` of every cluster with points."""

    def answer(X, labels, centroids):
        verdicts = []
        for j, centroid in enumerate(centroids):
            members = X[labels == j]
            verdicts.append(fine(members, centroid) if len(members) else empty)
        return all(verdicts)

    return answer


def _is_mean(members, centroid):
    return np.allclose(members.mean(0), centroid)


def _truncated_again(X, labels, centroids):
    means = steps.recompute_centroids(X, labels, centroids)
    return np.allclose(means.astype(centroids.dtype), centroids)


PAIR_OF_PAIRS = [[0.0, 0.0], [2.0, 4.0], [10.0, 0.0], [12.0, 8.0]]

CENTROIDS_ARE_MEANS = Exercise(
    name="centroids_are_means",
    load=lambda: clinic.centroids_are_means,
    kind="number",
    cases=(
        case([[1.0], [3.0]], [0, 0], [[2.0]], tags="columns"),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [11.0, 4.0]]),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [11.0, 5.0]]),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[1.0, 2.0], [12.0, 5.0]]),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[0.0, 2.0], [11.0, 4.0]]),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[11.0, 4.0], [1.0, 2.0]]),
        case(PAIR_OF_PAIRS, [0, 0, 2, 2], [[1.0, 2.0], [50.0, 7.0], [11.0, 4.0]], tags="empty"),
        case(PAIR_OF_PAIRS, [0, 0, 1, 1], [[1.5, 2.5], [11.5, 4.5]]),
        case([[4.0], [7.0]], [1, 0], [[7.0], [4.0]], tags="columns"),
        case(PAIR_OF_PAIRS, [0, 1, 0, 1], [[5.0, 0.0], [7.0, 6.0]]),
        case([[0.1], [0.2], [0.3]], [0, 0, 0], [[0.2]], tags="columns"),
        case([[1, 5], [2, 5], [8, 0]], [0, 0, 1], [[1, 5], [8, 0]], tags="integers"),
        case([[1, 5], [3, 5], [8, 0]], [0, 0, 1], [[2, 5], [8, 0]], tags="integers"),
        case(
            [[55.0, 49.0, 1.0], [55.6, 50.0, 2.0], [20.0, 20.0, 3.0]],
            [1, 1, 0],
            [[20.0, 20.0, 3.0], [55.0, 49.5, 1.5]],
            tags="columns",
        ),
        case([[0.0], [1.0], [8.0]], [0, 0, 0], [[1.0]], tags="columns"),
    ),
    slips=(_opposite("every centroid is the mean of its cluster."),),
    misconceptions=(
        Misconception(
            "empty cluster",
            _cluster_by_cluster(_is_mean, empty=False),
            "An empty cluster has no mean, so its centroid may lie anywhere. Leave that cluster "
            "out: ask for `len(members) > 0` first.",
        ),
        Misconception(
            "exact",
            _cluster_by_cluster(lambda members, c: (members.mean(0) == c).all()),
            "You compare floats exactly. The mean of 0.1, 0.2 and 0.3 is not quite 0.2 in the "
            "computer: `np.allclose` allows for rounding.",
        ),
        Misconception(
            "one number only",
            _cluster_by_cluster(lambda members, c: np.isclose(members.mean(0), c).any()),
            "One number of a centroid agrees, and you are content. All of them must: `.all()`.",
        ),
        Misconception(
            "first cluster only",
            lambda X, labels, centroids: _is_mean(X[labels == 0], centroids[0]),
            "Only the first cluster is looked at: a `return` inside the loop ends it in the "
            "first round. Say False at the first wrong centroid, True only after the loop.",
        ),
        Misconception(
            "last cluster only",
            lambda X, labels, centroids: _is_mean(X[labels == len(centroids) - 1], centroids[-1]),
            "Only the last cluster decides: each round overwrites the verdict of the one before.",
        ),
        Misconception(
            "one cluster is enough",
            lambda X, labels, centroids: any(
                _is_mean(X[labels == j], c) for j, c in enumerate(centroids) if (labels == j).any()
            ),
            "One right centroid is enough for you. Every one must be right: `all`, not `any`.",
        ),
        Misconception(
            "no axis",
            _cluster_by_cluster(lambda members, c: np.allclose(members.mean(), c)),
            "`.mean()` without `axis=0` is one number for all columns together. A centroid has "
            "one mean for each column.",
        ),
        Misconception(
            "median",
            _cluster_by_cluster(lambda members, c: np.allclose(np.median(members, 0), c)),
            "You compare with the median. A centroid is the mean.",
        ),
        Misconception(
            "sum",
            _cluster_by_cluster(lambda members, c: np.allclose(members.sum(0), c)),
            "You compare with the sum of the points. Divide it by how many they are.",
        ),
        Misconception(
            "any order",
            lambda X, labels, centroids: np.allclose(
                np.sort(steps.recompute_centroids(X, labels, centroids), axis=0),
                np.sort(centroids, axis=0),
            ),
            "The right means in the wrong order pass. Centroid j must be the mean of the points "
            "with label j.",
        ),
        Misconception(
            "own labels",
            lambda X, labels, centroids: _cluster_by_cluster(_is_mean)(
                X, steps.assign_labels(X, centroids), centroids
            ),
            "You label the points anew. The question is about the labels that you are given.",
        ),
        Misconception(
            "truncated again",
            _truncated_again,
            "You put the means into an integer array, which cuts them off just as the sick "
            "program did: the same mistake twice looks like agreement. Use floats.",
        ),
        Misconception(
            "too generous",
            _cluster_by_cluster(lambda members, c: np.allclose(members.mean(0), c, atol=1)),
            "You allow for too much: a centroid of whole numbers passes. Rounding is a matter of "
            "the last digits.",
        ),
        Misconception(
            "not reduced",
            lambda X, labels, centroids: np.isclose(
                steps.recompute_centroids(X, labels, centroids), centroids
            ),
            "You return an answer for each number. One for the whole is asked for: `np.all`.",
        ),
        Misconception(
            "always true", lambda *args: True, "It always says True, wherever the centroids lie."
        ),
        ALWAYS_FALSE,
    ),
    words=VERDICT,
    probes=(
        _refuses_nan(
            np.array(PAIR_OF_PAIRS),
            np.array([0, 0, 2, 2]),
            np.array([[1.0, 2.0], [NAN, NAN], [11.0, 4.0]]),
            hint="A centroid of NaN passes, because its cluster is empty. NaN lies nowhere: ask "
            "`np.isnan(centroids).any()` as well.",
            example="labels = [0, 0, 2, 2]\ncentroids = [[1., 2.], [nan, nan], [11., 4.]]",
        ),
    ),
    hints=(
        "Go through the clusters: `X[labels == j]` are the points of cluster j.",
        "`np.allclose(a, b)` compares floats with an allowance for rounding.",
        "Skip clusters without points. At the end, no centroid may hold NaN: "
        "`np.isnan(centroids).any()`.",
    ),
    why="It also catches means that were cut off, forgotten, or computed of the wrong points.",
)


# changes_nothing


def _adds_to_centroids(X, labels, centroids):
    centroids += 0.5


def _tiny_shift(X, labels, centroids):
    centroids *= 1 + 1e-12


def _sorts_points(X, labels, centroids):
    X.sort(axis=0)


def _resets_labels(X, labels, centroids):
    labels[:] = 0


def _last_row(X, labels, centroids):
    centroids[-1] = X[labels == 0].mean(axis=0)


def _swaps(X, labels, centroids):
    centroids[:] = centroids[::-1].copy()


def _everything(X, labels, centroids):
    for array in (X, labels, centroids):
        array += 1


STEPS = (
    Patient("a step that computes new centroids", steps.recompute_centroids),
    Patient("a step that adds 0.5 to the centroids", _adds_to_centroids),
    Patient("a step that returns centroids + 1", lambda X, labels, centroids: centroids + 1),
    Patient("a step that sorts the columns of X", _sorts_points),
    Patient("a step that sets all labels to 0", _resets_labels),
    Patient("a step that overwrites the last centroid", _last_row),
    Patient("a step that multiplies the centroids by 1 + 1e-12", _tiny_shift),
    Patient("a step that swaps the centroids", _swaps),
    Patient("a step that adds 1 to everything", _everything),
    Patient("a step that returns its centroids", lambda X, labels, centroids: centroids),
)


def _step_case(step):
    X = np.array([[9.0, 0.0], [2.0, 4.0], [10.0, 3.0], [12.0, 8.0]])
    centroids = np.array([[1.0, 2.0], [11.0, 4.0]])
    return Case((step, X, np.array([0, 0, 1, 1]), centroids))


def _after(compare):
    """Return a row that compares the arrays before and after with `compare(before, after)`."""

    def answer(step, *arrays):
        given = [array.copy() for array in arrays]
        step(*given)
        return compare(arrays, given)

    return answer


def _one_of(index):
    return _after(lambda before, after: np.array_equal(before[index], after[index]))


ONE_ARRAY = "Only {} compared. A step may change any of the three arrays."

CHANGES_NOTHING = Exercise(
    name="changes_nothing",
    load=lambda: clinic.changes_nothing,
    kind="number",
    cases=tuple(map(_step_case, STEPS)),
    slips=(_opposite("nothing was changed."),),
    misconceptions=(
        Misconception("one array", _one_of(0), ONE_ARRAY.format("`X` is")),
        Misconception("one array", _one_of(1), ONE_ARRAY.format("the labels are")),
        Misconception("one array", _one_of(2), ONE_ARRAY.format("the centroids are")),
        Misconception(
            "two arrays",
            _after(lambda b, a: np.array_equal(b[0], a[0]) and np.array_equal(b[2], a[2])),
            "The labels are not compared. A step may change any of the three arrays.",
        ),
        Misconception(
            "two arrays",
            _after(lambda b, a: np.array_equal(b[0], a[0]) and np.array_equal(b[1], a[1])),
            "The centroids are not compared. A step may change any of the three arrays.",
        ),
        Misconception(
            "two arrays",
            _after(lambda b, a: np.array_equal(b[1], a[1]) and np.array_equal(b[2], a[2])),
            "`X` is not compared. A step may change any of the three arrays.",
        ),
        Misconception(
            "one unchanged is enough",
            _after(lambda before, after: any(map(np.array_equal, before, after))),
            "One array that stayed is enough for you. All three must stay: `and`, not `or`.",
        ),
        Misconception(
            "too generous",
            _after(lambda before, after: all(map(np.allclose, before, after))),
            "A small change passes. No rounding is at work here: a step that changes nothing "
            "leaves every bit as it was. `np.array_equal` compares exactly.",
        ),
        Misconception(
            "sums",
            _after(lambda b, a: all(x.sum() == y.sum() for x, y in zip(b, a))),
            "You compare sums, and a swap leaves a sum as it was. Compare the arrays.",
        ),
        Misconception(
            "result compared",
            lambda step, X, labels, centroids: np.array_equal(
                step(X.copy(), labels.copy(), centroids.copy()), centroids
            ),
            "You compare what `step` returns. It may return new centroids; the question is "
            "whether the arrays it was *given* are as before.",
        ),
        Misconception(
            "always true",
            lambda *args: True,
            "It always says True. Three usual reasons: `step` is never called; `before = X` is "
            "only a second name for the same array; the copies are made after the call.",
        ),
        ALWAYS_FALSE,
    ),
    words={
        **VERDICT,
        "in place": "The step changes `{names}` of whoever called you: you let it work on the "
        "arrays that you were given. Hand `step` copies, and compare those with the originals.",
    },
    hints=(
        "`before = X` makes no copy, only a second name. `X.copy()` makes one.",
        "Give `step` three copies. Afterwards, compare each copy with its original.",
        "`np.array_equal(a, b)` is True if two arrays hold the same numbers.",
    ),
    why="Two names for one array is the most common bug that no error message ever mentions.",
)


# same_seed_same_result

RUNS_MADE = {"count": 0}  # stands for anything that a program keeps from one run to the next


def _run_number():
    RUNS_MADE["count"] += 1
    return RUNS_MADE["count"]


def _drawn(seed):
    return np.random.default_rng(seed).random((3, 2)).round(3)


def _last_row_drifts(seed):
    result = _drawn(seed)
    result[-1] += _run_number()
    return result


def _first_number_drifts(seed):
    result = _drawn(seed)
    result[0, 0] += _run_number()
    return result


def _reordered(seed):
    return np.roll(_drawn(seed), _run_number(), axis=0)


def _same_sum(seed):
    result, number = _drawn(seed), _run_number()
    result[0] += number
    result[1] -= number
    return result


ALWAYS_THIS = np.array([[1.0, 2.0], [5.0, 6.0]])


PROGRAMS = (
    Patient("a program that draws from default_rng(seed)", _drawn),
    Patient("a program that draws on where it stopped", lambda s: _drawn([s, _run_number()])),
    Patient("a program that never draws", lambda seed: ALWAYS_THIS),
    Patient("a program whose last row changes from run to run", _last_row_drifts),
    Patient("a program whose first number changes from run to run", _first_number_drifts),
    Patient("a program whose rows change places from run to run", _reordered),
    Patient("a program that draws two rows", lambda seed: _drawn(seed)[:2]),
    Patient("a program with a start of its own", lambda seed: ALWAYS_THIS + 1),
    Patient("a program that returns one number", lambda seed: _drawn(seed)[0, 0]),
    Patient("a program that adds to one row and takes from another", _same_sum),
    Patient("a program that returns a row more or less", lambda s: _drawn(s)[_run_number() % 2 :]),
    Patient("a program that counts its runs", lambda seed: np.array([_run_number()])),
)


def _two_runs(compare, other=0):
    return lambda run, seed: compare(run(seed), run(seed + other))


SAME_SEED_SAME_RESULT = Exercise(
    name="same_seed_same_result",
    load=lambda: clinic.same_seed_same_result,
    kind="number",
    cases=tuple(Case((program, seed)) for seed, program in enumerate(PROGRAMS)),
    slips=(_opposite("both results are equal."),),
    misconceptions=(
        Misconception(
            "always true",
            lambda run, seed: True,
            "It always says True. Is `run` called twice, and are the two results compared with "
            "each other, and not one with itself?",
        ),
        Misconception(
            "two seeds",
            _two_runs(np.array_equal, other=1),
            "The two runs get different seeds. A healthy program may then differ as well.",
        ),
        Misconception(
            "same object",
            _two_runs(lambda a, b: a is b),
            "`is` asks whether the two are one and the same object. Two equal arrays are two "
            "objects: `np.array_equal`.",
        ),
        Misconception(
            "one row",
            _two_runs(lambda a, b: np.array_equal(np.ravel(a)[:1], np.ravel(b)[:1])),
            "Only the beginning of the results is compared. Compare all of them.",
        ),
        Misconception(
            "sums",
            _two_runs(lambda a, b: bool(np.isclose(np.sum(a), np.sum(b)))),
            "You compare sums. The same numbers in other places pass.",
        ),
        Misconception(
            "one number is enough",
            _two_runs(lambda a, b: bool(np.any(a == b))),
            "One number that agrees is enough for you. All must: `.all()`, not `.any()`.",
        ),
        Misconception(
            "any order",
            _two_runs(lambda a, b: np.array_equal(np.sort(a, axis=None), np.sort(b, axis=None))),
            "The same numbers in another order pass. The same seed gives the same order, too.",
        ),
        Misconception(
            "shapes",
            _two_runs(lambda a, b: np.shape(a) == np.shape(b)),
            "You compare shapes. The numbers must agree.",
        ),
        Misconception(
            "not reduced",
            _two_runs(lambda a, b: np.equal(a, b)),
            "You return an answer for each number. One for the whole is asked for: "
            "`np.array_equal`.",
        ),
        ALWAYS_FALSE,
    ),
    words={
        **VERDICT,
        "global random": "You seed the random numbers of the whole program. That can make a sick "
        "program look healthy, and it changes what others draw. Only hand `run` its seed.",
        "truth of an array": "`run(seed) == run(seed)` gives an answer for each number, and an "
        "`if` needs one: `np.array_equal`.",
        "shapes do not fit": "Two results may differ in shape, and `==` then ends with an error. "
        "`np.array_equal` says False.",
    },
    hints=(
        "Call `run(seed)` twice, and keep both results.",
        "`np.array_equal(a, b)` is True if two arrays hold the same numbers in the same places.",
    ),
    why="What cannot be repeated cannot be debugged either.",
)


# contains_row

ROWS = [[1, 2], [8, 9], [5, 2], [9, 9]]

CONTAINS_ROW = Exercise(
    name="contains_row",
    load=lambda: clinic.contains_row,
    kind="number",
    cases=(
        case(ROWS, [8, 9]),
        case(ROWS, [1, 9]),
        case(ROWS, [1, 2]),
        case(ROWS, [9, 9]),
        case(ROWS, [7, 9]),
        case(ROWS, [9, 8]),
        case(ROWS, [3, 4]),
        case(ROWS, [1, 7]),
        case([[4.5, 0.0, 1.0], [2.5, 0.0, 3.0]], [2.5, 0.0, 3.0], tags="columns"),
        case([[4.5, 0.0, 1.0], [2.5, 0.0, 3.0]], [2.5, 0.0, 1.0], tags="columns"),
        case([[4.5, 0.0, 1.0], [2.5, 0.0, 3.0]], [2.5, 3.0, 0.0], tags="columns"),
        case([[3], [4]], [4], tags="columns"),
        Case((np.empty((0, 2)), np.array([1.0, 2.0])), frozenset({"no_rows"})),
        case([[6, 6], [6, 6]], [6, 6]),
        case([[6, 7], [6, 7]], [6, 6]),
    ),
    slips=(_opposite("the row is there."),),
    misconceptions=(
        Misconception(
            "single numbers",
            lambda rows, row: bool((rows == row).any()),
            "One number in the right column is enough for you, as it is for `row in rows`. All "
            "numbers of *one* row must agree: `.all(axis=1)` first, then `.any()`.",
        ),
        Misconception(
            "single numbers",
            lambda rows, row: bool(np.isin(row, rows).all()),
            "Every number stands somewhere in the array, and you are content. All of them must "
            "stand in *one* row: `.all(axis=1)` first, then `.any()`.",
        ),
        Misconception(
            "single numbers",
            lambda rows, row: bool(np.isin(row, rows).any()),
            "One number that stands anywhere is enough for you. All must stand in *one* row.",
        ),
        Misconception(
            "column by column",
            lambda rows, row: bool((rows == row).any(axis=0).all()),
            "Each number stands in its column, but perhaps each in another row. All must stand "
            "in *one* row: `.all(axis=1)` first, then `.any()`.",
        ),
        Misconception(
            "wrong axis",
            lambda rows, row: bool((rows == row).all(axis=0).any()),
            "`.all(axis=0)` asks whether a whole column agrees. Rows: `axis=1`.",
        ),
        Misconception(
            "all rows",
            lambda rows, row: bool((rows == row).all()),
            "Every row would have to be equal to it. One is enough: `.all(axis=1)`, `.any()`.",
        ),
        Misconception(
            "first row only",
            lambda rows, row: len(rows) > 0 and np.array_equal(rows[0], row),
            "Only the first row is looked at: a `return` inside the loop ends it in the first "
            "round. Say True at the first equal row, False only after the loop.",
        ),
        Misconception(
            "last row only",
            lambda rows, row: len(rows) > 0 and np.array_equal(rows[-1], row),
            "Only the last row decides: each round overwrites the verdict of the one before.",
        ),
        Misconception(
            "no order",
            lambda rows, row: any(sorted(r) == sorted(row) for r in rows.tolist()),
            "The same numbers in another order pass. The point (8, 9) is not the point (9, 8).",
        ),
        Misconception(
            "first column",
            lambda rows, row: bool((rows[:, 0] == row[0]).any()),
            "You compare the first column only.",
        ),
        Misconception(
            "not reduced",
            lambda rows, row: (rows == row).all(axis=1),
            "You return an answer for each row. One for the whole is asked for: `.any()`.",
        ),
        Misconception("always true", lambda rows, row: True, "It always says True."),
        Misconception("always false", lambda rows, row: False, "It always says False."),
    ),
    words={
        **VERDICT,
        "truth of an array": "`row in some_list` and `if rows[i] == row` compare number by number "
        "and get several answers, where one is needed: `.all()` of them, or `np.array_equal`.",
    },
    hints=(
        "`rows == row` compares number by number, row for row: an array of shape (n, d).",
        "A row agrees if *all* its numbers do: `.all(axis=1)`.",
        "Is there *any* such row?",
    ),
    why="`x in array` is the shortest bug in NumPy: right for one column, wrong for two.",
)


# best_of


def _scripted(rng):
    """Stand for a run of K-Means: cheap, and every number tells the inertia apart."""
    value = float(rng.integers(100, 1000)) + 0.5
    return np.array([[value, 2.0]]), np.array([0, 0]), value, int(value) * 37 % 101 + 1


SCRIPTED = Patient("a program that draws one number as its inertia", _scripted)


def _choose(choose):
    return lambda run, n_init, rng: choose([run(rng) for _ in range(n_init)])


def _inertia_of(result):
    return result[2]


FROM_ANOTHER_RNG = (
    "The runs do not draw from `rng`, one after the other. Hand the same `rng` to every `run`: "
    "it goes on where the last run stopped."
)

BEST_OF = Exercise(
    name="best_of",
    load=lambda: clinic.best_of,
    kind=("floats", "labels", "number", "index"),
    parts=("centroids", "labels", "inertia", "n_iter"),
    cases=(
        Case((SCRIPTED, 1, Seed(0))),
        Case((SCRIPTED, 5, Seed(1))),
        Case((SCRIPTED, 5, Seed(4))),
        Case((SCRIPTED, 3, Seed(3))),
        Case((SCRIPTED, 10, Seed(9))),
        Case((SCRIPTED, 4, Seed(15))),
        Case((SCRIPTED, 4, Seed(1))),
        Case((SCRIPTED, 2, Seed(11))),
    ),
    misconceptions=(
        Misconception(
            "last run",
            _choose(lambda results: results[-1]),
            "You return the last run. Keep the best one so far, and replace it only by a better.",
        ),
        Misconception(
            "first run",
            _choose(lambda results: results[0]),
            "The first run comes back, however many there are. Either `n_init` plays no part, or "
            "every run starts from the same random numbers, or the best is never replaced.",
        ),
        Misconception(
            "worst run",
            _choose(lambda results: max(results, key=_inertia_of)),
            "You keep the run with the *highest* inertia.",
        ),
        Misconception(
            "fewest rounds",
            _choose(lambda results: min(results, key=lambda result: result[3])),
            "You keep the run with the fewest rounds. A quick end is no good end: the lowest "
            "inertia counts, which stands at index 2.",
        ),
        Misconception(
            "one run missed",
            _choose(lambda results: min(results[:-1] or results, key=_inertia_of)),
            "One run too few: `range(1, n_init)` has `n_init - 1` rounds.",
        ),
        Misconception(
            "one run missed",
            _choose(lambda results: min(results[1:] or results, key=_inertia_of)),
            "The first run does not count. Is it a candidate from the beginning?",
        ),
        Misconception(
            "one run too many",
            lambda run, n_init, rng: min((run(rng) for _ in range(n_init + 1)), key=_inertia_of),
            "One run too many: one before the loop and `n_init` in it?",
        ),
        Misconception(
            "own generator",
            lambda run, n_init, rng: min(
                (run(np.random.default_rng(i)) for i in range(n_init)), key=_inertia_of
            ),
            FROM_ANOTHER_RNG,
        ),
        Misconception(
            "own generator",
            lambda run, n_init, rng: run(np.random.default_rng(0)),
            FROM_ANOTHER_RNG,
        ),
        Misconception(
            "own generator",
            lambda run, n_init, rng: run(np.random.default_rng(42)),
            FROM_ANOTHER_RNG,
        ),
        Misconception(
            "run once more",
            lambda run, n_init, rng: (
                min((run(rng) for _ in range(n_init)), key=_inertia_of),
                run(rng),
            )[1],
            "You return a further run instead of the one that you kept: call `run` once a start, "
            "and keep the whole result.",
        ),
        Misconception(
            "only the inertia kept",
            _choose(
                lambda results: (*results[-1][:2], min(map(_inertia_of, results)), results[-1][3])
            ),
            "The inertia is that of the best run, the rest is that of the last. Keep all four "
            "values together.",
        ),
    ),
    words={
        "not a tuple": "All four values of the best run are asked for, not its inertia alone.",
        "number of values": "Return the best run only, with its four values, as `run` returns it.",
        "truth of an array": "`min` compares tuples from the left, so arrays first. Tell it what "
        "to compare: `key=lambda result: result[2]`.",
        "different centroids": "The best run is the one with the lowest inertia.",
    },
    hints=(
        "A loop with `n_init` rounds; each calls `run(rng)` once.",
        "Keep the best result so far: replace it if the new inertia, `result[2]`, is lower.",
    ),
    why="Ten starts cost ten times as much, and often that is the whole difference.",
)


# best_candidate


def _costs(X, chosen, candidates):
    return np.array([_seeding_cost(X, np.vstack([chosen, c])) for c in candidates])


def _seeding_cost(X, centroids):
    return steps.squared_distances(X, centroids).min(axis=1).sum()


def _lowest(score):
    return lambda X, chosen, candidates: int(np.argmin(score(X, chosen, candidates)))


def _to_chosen(X, chosen, candidates):
    return steps.squared_distances(candidates, chosen)


LINE = [[0.0], [1.0], [2.0], [10.0], [11.0], [12.0], [30.0]]
GROUPS = [[0, 0], [1, 0], [0, 1], [20, 0], [21, 0], [20, 1], [21, 1], [0, 40]]
FIRST_OF_TIE = [[5.0, 5.0], [0.0, 0.0], [9.0, 9.0], [0.0, 0.0]]

BEST_CANDIDATE = Exercise(
    name="best_candidate",
    load=lambda: clinic.best_candidate,
    kind="index",
    cases=(
        case([[0.0], [9.0], [10.0], [11.0]], [[0.0]], [[9.0], [10.0]], tags="columns"),
        case(LINE, [[1.0]], [[30.0], [11.0], [2.0]], tags="columns"),
        case(LINE, [[30.0]], [[12.0], [2.0], [1.0]], tags="columns"),
        case(GROUPS, [[0, 0]], [[0, 40], [20, 0], [1, 0]], tags="integers"),
        case(GROUPS, [[20, 0]], [[21, 1], [20, 0], [0, 40]], tags="integers"),
        case(GROUPS, [[20, 1], [0, 0]], [[21, 0], [1, 0], [0, 40], [0, 1]], tags="integers"),
        case(FIRST_OF_TIE, [[9.0, 9.0]], [[5.0, 5.0], [0.0, 0.0], [0.0, 0.0]], tags="tie"),
        case(
            [[0.0, 0.0, 0.0], [4.0, 4.0, 0.0], [4.0, 5.0, 0.0], [0.0, 0.0, 11.0]],
            [[0.0, 0.0, 0.0]],
            [[4.0, 5.0, 0.0], [0.0, 0.0, 11.0]],
            tags="columns",
        ),
        case([[0.0], [10.0], [11.0], [13.0]], [[0.0], [13.0]], [[10.0]], tags="columns"),
        case(
            [[0.0, 0.0], [0.0, 8.0], [1.0, 8.0], [6.0, 8.0], [9.0, 0.0]],
            [[9.0, 0.0], [0.0, 0.0]],
            [[6.0, 8.0], [0.0, 8.0], [1.0, 8.0]],
        ),
    ),
    misconceptions=(
        Misconception(
            "farthest",
            lambda *args: int(_to_chosen(*args).min(axis=1).argmax()),
            "You take the candidate farthest from the centroids so far. It may be a lonely "
            "outlier that serves nobody: compare what the *whole* data then cost.",
        ),
        Misconception(
            "farthest",
            lambda *args: int(_to_chosen(*args).sum(axis=1).argmax()),
            "You take the candidate farthest from the centroids so far. It may be a lonely "
            "outlier that serves nobody: compare what the *whole* data then cost.",
        ),
        Misconception(
            "nearest",
            lambda *args: int(_to_chosen(*args).min(axis=1).argmin()),
            "You take the candidate nearest to the centroids so far. It saves next to nothing.",
        ),
        Misconception(
            "no minimum",
            _lowest(lambda X, chosen, c: steps.squared_distances(X, c).sum(axis=0)),
            "You count the way to the candidate for every point. A point that is nearer to a "
            "chosen centroid does not need it: with the candidate *beside* the chosen ones, "
            "`.min(axis=1)` first, then the sum.",
        ),
        Misconception(
            "dearest",
            lambda *args: int(np.argmax(_costs(*args))),
            "You take the candidate with the *highest* cost.",
        ),
        Misconception(
            "last of ties",
            lambda *args: len(args[2]) - 1 - int(np.argmin(_costs(*args)[::-1])),
            "Of two equal candidates you take the later one. The first is asked for: `<`, not "
            "`<=`.",
        ),
        Misconception(
            "row of X",
            lambda X, chosen, candidates: int(
                np.flatnonzero((X == candidates[np.argmin(_costs(X, chosen, candidates))]).all(1))[
                    0
                ]
            ),
            "You return where the candidate stands in `X`. Its row in `candidates` is asked for.",
        ),
        Misconception(
            "value",
            lambda X, chosen, candidates: candidates[np.argmin(_costs(X, chosen, candidates))],
            "You return the candidate. Its row number in `candidates` is asked for: `np.argmin`.",
        ),
        Misconception(
            "cost",
            lambda *args: _costs(*args).min(),
            "You return the cost. The row number of the candidate is asked for: `np.argmin`.",
        ),
        Misconception(
            "not reduced",
            lambda *args: _costs(*args),
            "You return the cost of every candidate. The row number of the cheapest is asked "
            "for: `np.argmin`.",
        ),
        Misconception(
            "first", lambda *args: 0, "The first candidate wins, whatever the others cost."
        ),
        Misconception(
            "last",
            lambda X, chosen, candidates: len(candidates) - 1,
            "The last candidate wins. Is the lowest cost so far kept when a lower one is found?",
        ),
    ),
    hints=(
        "Try each candidate: put it under the chosen ones with `np.vstack([chosen, candidate])`.",
        "The cost of a set of centroids: for each point the squared distance to the nearest, "
        "summed over all points.",
        "Collect the costs in a list; `np.argmin` gives the place of the first smallest.",
    ),
    why="scikit-learn does this at every step of its k-means++, with 2 + ln(k) candidates.",
)

CLINIC = (
    INERTIA_NEVER_RISES,
    CENTROIDS_ARE_MEANS,
    CHANGES_NOTHING,
    SAME_SEED_SAME_RESULT,
    CONTAINS_ROW,
    BEST_OF,
    BEST_CANDIDATE,
)
