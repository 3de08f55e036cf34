"""The student's code cannot hang, print, crash or change anything outside."""

import builtins
import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
import timeit
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from kmeans_lab.checker.sandbox import Surroundings, run, sealed
from kmeans_lab.exercises import check, feedback
from kmeans_lab.steps import assign_labels as right


def judged(function):
    return feedback("assign_labels", function)


def test_endless_loop_that_catches_everything_is_stopped_in_about_a_second():
    def assign_labels(X, centroids):
        while True:
            try:
                X = abs(X)
            except:  # noqa: E722
                continue

    start = time.perf_counter()
    result = judged(assign_labels)
    assert (result.state, result.key) == ("wrong", "endless")
    assert time.perf_counter() - start < 5
    assert not [t for t in threading.enumerate() if type(t).__name__ == "Worker"]


def test_endless_loop_that_prints_leaves_nothing_printing(capsys):
    def assign_labels(X, centroids):
        while True:
            print("still here")

    assert judged(assign_labels).key == "endless"
    time.sleep(0.1)
    assert capsys.readouterr() == ("", "")


def test_many_short_calls_are_no_endless_loop():
    def job(beat):
        for _ in range(6):
            until = time.perf_counter() + 0.1
            while time.perf_counter() < until:
                pass
            beat()
        return "done"

    with sealed():
        result = run(job, patience=0.3)
    assert (result.value, result.timed_out) == ("done", False)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (SystemExit(3), "exit"),
        (KeyboardInterrupt(), "raises"),
        (GeneratorExit(), "raises"),
        (ValueError("<b>bold</b>"), "raises"),
        (IndexError("index 2 is out of bounds for axis 1 with size 2"), "index out of bounds"),
    ],
)
def test_errors_become_a_message_with_the_student_own_line(error, key):
    def assign_labels(X, centroids):
        raise error  # here

    result = judged(assign_labels)
    assert (result.state, result.key) == ("wrong", key)
    assert "raise error  # here" in result.got
    assert "in assign_labels, line " in result.got
    assert "<b>" not in result._repr_html_()


def test_error_whose_text_cannot_be_made():
    class Odd(Exception):
        def __str__(self):
            raise RuntimeError

    def assign_labels(X, centroids):
        raise Odd

    assert judged(assign_labels).got.startswith("Odd")


def test_error_in_a_helper_names_the_helper():
    def helper(X):
        return X["a"]

    def assign_labels(X, centroids):
        return helper_in_the_notebook(X)  # noqa: F821, given below

    assign_labels.__globals__["helper_in_the_notebook"] = helper
    try:
        assert "in helper, line " in judged(assign_labels).got
    finally:
        del assign_labels.__globals__["helper_in_the_notebook"]


def test_printing_is_captured_and_shown_only_if_wrong(capsys):
    def chatty(X, centroids):
        print("X has", len(X), "rows")
        print("to stderr", file=sys.stderr)
        warnings.warn("careful", stacklevel=1)
        return right(X, centroids)

    def chatty_and_wrong(X, centroids):
        return chatty(X, centroids) + 1

    assert "rows" not in str(judged(chatty))
    assert "X has 2 rows" in str(judged(chatty_and_wrong))
    assert capsys.readouterr() == ("", "")


def test_flood_of_printing_is_cut():
    def assign_labels(X, centroids):
        print("x" * 10**6)
        return None

    assert len(str(judged(assign_labels))) < 2000


def test_input_does_not_wait():
    def assign_labels(X, centroids):
        return int(input("which?"))

    assert judged(assign_labels).key == "input"


class Odd:
    def __repr__(self):
        raise RuntimeError("no repr")

    __str__ = __eq__ = __len__ = __array__ = __iter__ = __bool__ = __repr__
    __hash__ = None


class Shouting(dict):
    def __repr__(self):
        return "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (Odd(), "kind"),
        ([Odd()], "kind"),
        (Shouting(), "kind"),
        ("<b>text</b>", "kind"),
        (np.zeros((2000, 2000)), "shape"),
        (list(range(10**5)), "shape"),
        (np.array([1 + 2j]), "kind"),
        (lambda: 1, "kind"),
        (Odd, "kind"),
        (np.array(["a", "b"]), "kind"),
        (float("nan"), "shape"),
        ((i for i in range(3)), "kind"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "value",
)
def test_huge_and_odd_values_do_not_break_the_card(value, key):
    result = judged(lambda X, centroids: value)
    assert result.state == "wrong"
    assert len(str(result)) < 3000
    assert "<script>" not in result._repr_html_()
    assert "<b>" not in result._repr_html_()
    assert " at 0x" not in str(result)


def test_arguments_that_were_changed_are_named():
    def assign_labels(X, centroids):
        labels = right(X, centroids)
        X[:] = 0
        return labels

    result = judged(assign_labels)
    assert result.keys == ("in place",)
    assert "`X`" in result.message


def test_a_changed_argument_does_not_reach_the_next_check():
    def assign_labels(X, centroids):
        labels = right(X, centroids)
        X[:], centroids[:] = 0, 0
        return labels

    judged(assign_labels)
    assert judged(right).state == "passed"


def test_global_random_states_come_back():
    def init_random(X, n_clusters, rng):
        random.seed(1)
        np.random.seed(1)
        return X[np.random.permutation(len(X))[:n_clusters]]

    random.seed(7)
    np.random.seed(7)
    expected = random.random(), np.random.random()
    random.seed(7)
    np.random.seed(7)
    result = feedback("init_random", init_random)
    assert result.key == "global random"
    assert (random.random(), np.random.random()) == expected


def test_print_options_and_streams_come_back():
    def assign_labels(X, centroids):
        np.set_printoptions(precision=1)
        sys.stdout = None
        return right(X, centroids)

    before = np.get_printoptions(), sys.stdout, sys.stderr, sys.stdin
    judged(assign_labels)
    assert (np.get_printoptions(), sys.stdout, sys.stderr, sys.stdin) == before


LEAKS = {
    "the working directory": lambda folder: os.chdir(folder),
    "`os.environ`": lambda folder: os.environ.update(OMP_NUM_THREADS="7", LEAKED="1"),
    "`sys.path`": lambda folder: sys.path.insert(0, "elsewhere"),
    "the recursion limit": lambda folder: sys.setrecursionlimit(4321),
    "`builtins.len`": lambda folder: setattr(builtins, "len", lambda x: 3),
    "`builtins.sorted`": lambda folder: setattr(builtins, "sorted", None),
    "`builtins.dict`": lambda folder: delattr(builtins, "dict"),
    "`helper`": lambda folder: setattr(builtins, "helper", 1),
    "`numpy.sqrt`": lambda folder: setattr(np, "sqrt", np.square),
    "`numpy.array_equal`": lambda folder: setattr(np, "array_equal", np.zeros(3)),
    "`numpy.linalg.norm`": lambda folder: setattr(np.linalg, "norm", None),
    "`numpy.random.default_rng`": lambda folder: setattr(np.random, "default_rng", None),
    "`matplotlib.rcParams.font.size`": lambda folder: plt.rcParams.update({"font.size": 99.0}),
    "`sys.stdout`": lambda folder: setattr(sys, "stdout", None),
}


def surroundings():
    return (
        [vars(module).copy() for module in (builtins, np, np.linalg, np.random)],
        (os.getcwd(), dict(os.environ), sys.path[:], sys.getrecursionlimit(), sys.stdout),
        (dict.copy(plt.rcParams), np.geterr(), np.get_printoptions()),
        (warnings.filters[:], signal.getsignal(signal.SIGINT)),
    )


@pytest.mark.parametrize("leak", LEAKS)
def test_nothing_leaks_and_a_wrong_answer_is_told_what_was_undone(leak, tmp_path):
    def leaks(X, centroids):
        LEAKS[leak](tmp_path)
        return right(np.asarray(X), centroids)

    def leaks_and_is_wrong(X, centroids):
        return leaks(X, centroids) + 1

    before = surroundings()
    assert judged(leaks).state == "passed"
    assert surroundings() == before
    result = judged(leaks_and_is_wrong)
    assert (result.state, result.key) == ("wrong", "from one")
    assert f"By the way, your function changes {leak} for the whole program." in result.message
    assert surroundings() == before


def test_what_numpy_python_and_the_system_are_told_stays_in_the_check():
    def assign_labels(X, centroids):
        np.seterr(all="raise")
        warnings.simplefilter("error")
        with pytest.raises(ValueError, match="main thread"):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return right(X, centroids)

    before = surroundings()
    assert judged(assign_labels).state == "passed"
    assert surroundings() == before


def test_a_working_directory_that_is_gone_does_not_stop_the_check(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    assert judged(right).state == "passed"


def test_what_the_students_code_leaves_alone_costs_next_to_nothing():
    """A check may take two milliseconds longer for it, and has about fifteen runs."""
    around = Surroundings()
    seconds = min(timeit.repeat(around.restore, number=20, repeat=20)) / 20
    assert seconds < 2e-3 / 15


def test_interrupt_ends_the_check_with_a_card():
    def assign_labels(X, centroids):
        time.sleep(0.3)
        return right(X, centroids)

    # Executing a notebook in this process, as another test does, leaves a handler of its own.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        timer = threading.Timer(0.5, signal.raise_signal, [signal.SIGINT])
        timer.start()
        result = judged(assign_labels)
        timer.join()
    finally:
        signal.signal(signal.SIGINT, before)
    assert result.keys == ("interrupted",)


def test_check_in_plain_python_prints_the_card(tmp_path):
    """Also where the terminal cannot write the symbols."""
    script = tmp_path / "exercise.py"
    script.write_text(
        textwrap.dedent(
            """
            from kmeans_lab.exercises import check
            def inertia(X, labels, centroids):
                ...
            inertia = check(inertia)
            """
        )
    )
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        env={"PYTHONPATH": ".", "PYTHONIOENCODING": "ascii", "PATH": ""},
        check=True,
    )
    assert b"inertia: not attempted yet" in done.stdout
    assert done.stderr == b""


def test_error_inside_the_checker_is_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr("kmeans_lab.checker.judge.feedback_on", lambda *args: 1 / 0)

    def assign_labels(X, centroids):
        return right(X, centroids)

    assert check(assign_labels) is assign_labels
    assert "the check itself failed" in capsys.readouterr().out
