"""`python -m kmeans_lab.grade`: twenty notebooks, good, bad and malicious, one row each."""

import copy
import csv
import hashlib
import inspect
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from kmeans_lab.exercises import COURSE, feedback
from kmeans_lab.grade.cells import checked, originals, read_notebook
from kmeans_lab.grade.command import arguments
from kmeans_lab.grade.submission import Graded, Grader, Limits
from kmeans_lab.grade.table import as_csv, rows
from tests.bank import RIGHT, WRONG
from tests.bank.registry import Entry
from tests.project import NOTEBOOKS, ROOT

TIPS = nbformat.read(ROOT / "notebooks" / "10_numpy_tips.ipynb", as_version=4)
NAMES = ["weighted_choice", "random_select", "stack_rows", "not_in"]
GRADE = [sys.executable, "-m", "kmeans_lab.grade"]
LIMITS = ["--cell-seconds", "5", "--seconds", "100"]


def entry(exercise, key):
    """A misconception or an answer of the bank with this key; a right one for the key ""."""
    known = [Entry(exercise, m.key, m.answer) for m in COURSE.exercises[exercise].misconceptions]
    answers = [*known, *WRONG] if key else RIGHT
    return next(e for e in answers if (e.exercise, e.key) == (exercise, key))


def source(exercise, key):
    """An answer of the bank as a student would have written it, with the imports that it needs."""
    answer = entry(exercise, key).answer
    text = re.sub(r"\A(@.*\n)+", "", inspect.getsource(answer))
    module = inspect.getsource(inspect.getmodule(answer))
    imports = re.findall(r"^(?:import|from) (?!\.).*[^(\n]$", module, re.M)
    return "\n".join([*imports, "\n", text.replace(f"def {answer.__name__}", f"def {exercise}")])


def cell_of(notebook, exercise):
    return next(
        i
        for i, cell in enumerate(notebook.cells)
        if re.search(rf"^{exercise} = check\(", cell.source, re.M)
    )


def tips(before="", **answers):
    """Notebook 10 with some exercises answered, and with code of the student's own in front."""
    notebook = copy.deepcopy(TIPS)
    for exercise, text in answers.items():
        cell = notebook.cells[cell_of(notebook, exercise)]
        cell.source = re.sub(
            r"^def .*?(?=^\w+ = check\()",
            lambda _, text=text: text + "\n\n\n",
            cell.source,
            count=1,
            flags=re.M | re.S,
        )
    if before:
        notebook.cells.insert(2, nbformat.v4.new_code_cell(before))
    return notebook


def all_right(before=""):
    return tips(before, **{name: source(name, "") for name in NAMES})


WRONG_KEYS = {"random_select": "exchanged", "stack_rows": "empty flat", "not_in": "the others"}


def all_wrong(before=""):
    return tips(before, **{name: source(name, key) for name, key in WRONG_KEYS.items()})


def without(exercise):
    notebook = all_right()
    del notebook.cells[cell_of(notebook, exercise)]
    return notebook


def from_colab():
    """Without ids of the format, as Colab's, which has them in the metadata."""
    notebook = all_right()
    for cell in notebook.cells:
        cell.metadata["id"] = cell.pop("id")
    notebook.nbformat_minor = 0
    return notebook


def raising_everywhere():
    notebook = all_right()
    for i, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and "check(" not in cell.source:
            cell.source += [
                "\nraise SystemExit",
                "\nexit()",
                "\nimport sys; sys.exit(3)",
                "\n1 / 0",
            ][i % 4]
    return notebook


ENDLESS = "def stack_rows(rows):\n    while True:\n        pass"
UNCHECKED = "def not_in(X, Y):\n    return X[~np.isin(X, Y)]"

#: What a malicious cell tries, and what it should not do. `near` and `table` are of others.
ATTACKS = {
    "reads": "open(near).read()",
    "writes": "open(near, 'a').close()",
    "truncates": "os.truncate(near, 0)",
    "deletes": "os.remove(near)",
    "moves": "os.rename(near, 'mine.ipynb')",
    "links": "os.link(near, 'mine.ipynb')",
    "follows": "os.symlink(near, 'soft'), open('soft').read()",
    "lists": "os.listdir(os.path.dirname(near))",
    "table": "open(table, 'w')",
    "source": "open('/proc/%d/environ' % os.getppid()).read()",
    "signals": "os.kill(os.getppid(), 0)",
    "limits": "__import__('resource').prlimit(os.getppid(), 0, (1, 1))",
    "starts": "subprocess.run([sys.executable, '-c', ''], check=True)",
    "forks": "os.fork() or os._exit(0)",
    "connects": "socket.socket()",
}


def attacking(near, table):
    tries = "\n".join(
        f"try:\n    {code}\n    done.append({what!r})\nexcept Exception:\n    pass"
        for what, code in ATTACKS.items()
    )
    return "\n".join(
        [
            "import os, subprocess, sys, socket",
            f"near, table = {str(near)!r}, {str(table)!r}",
            "done = []",
            tries,
            "os.chmod(near, 0)",
            "raise RuntimeError(f'done: {done}')",
        ]
    )


TAMPERING = """\
import kmeans_lab
from kmeans_lab.checker import judge
from kmeans_lab.checker.card import feedback_card
from kmeans_lab.exercises import COURSE
judge.feedback_on = lambda *a: feedback_card("passed", "not_in", "", passed=1, total=1)
COURSE.feedback = lambda *a: feedback_card("passed", "not_in", "", passed=1, total=1)
kmeans_lab.check = lambda function, name=None: function
"""
TAMPERING_INSIDE = """\
def not_in(X, Y):
    from kmeans_lab.checker import judge
    judge.diagnose = lambda *a: []
    return X
"""
FORGING = """\
import os
for channel in range(3, 60):
    for name in ("random_select", "stack_rows", "not_in"):
        try:
            os.write(channel, b'{"token": "", "exercise": "%s", "state": "passed", '
                              b'"hint": ""}\\n' % name.encode())
        except OSError:
            pass
"""
DELETING = "import os, shutil\nshutil.rmtree(os.getcwd(), ignore_errors=True)"


def write(folder):
    """Write twenty submissions; return what is expected: status, states, words of the note."""
    right, rest = ["passed"] * 4, ["untouched"] * 3
    wrong = ["untouched", "wrong", "wrong", "wrong"]
    files = {
        "01_right": (all_right(), "ok", right),
        "02_wrong": (all_wrong(), "ok", wrong),
        "03_untouched": (TIPS, "ok", ["untouched"] * 4),
        "04_deleted": (without("not_in"), "ok", ["passed"] * 3 + ["missing"]),
        "05_colab": (from_colab(), "ok", right),
        "06_endless_function": (
            tips(stack_rows=ENDLESS),
            "timed out",
            [*rest[:2], "wrong", "untouched"],
        ),
        "07_endless_cell": (all_right("while True:\n    pass"), "timed out", right),
        "08_memory": (all_right("import numpy as np\nx = np.ones(5 * 10**8)"), "memory", right),
        "09_prints": (all_right("for _ in range(100):\n    print('x' * 10**6)"), "ok", right),
        "10_leaves": (all_wrong("import os\nos._exit(0)"), "crashed", ["not reached"] * 4),
        "11_raises": (raising_everywhere(), "ok", right),
        "12_deletes": (all_right(DELETING), "ok", right),
        "13_tampers": (all_wrong(TAMPERING), "tampered", wrong),
        "14_tampers_inside": (tips(not_in=TAMPERING_INSIDE), "tampered", [*rest, "wrong"]),
        "15_forges": (all_wrong(FORGING), "ok", wrong),
        "16_attacks": (
            all_right(attacking(folder / "01_right.ipynb", folder / "../grades.csv")),
            "ok",
            right,
        ),
        "17_empty": (b"", "broken notebook", [""] * 4),
        "18_broken": (nbformat.writes(TIPS)[:5000].encode(), "broken notebook", [""] * 4),
        "19_huge": (nbformat.writes(TIPS).encode() + b" " * 20 * 10**6, "too large", [""] * 4),
        "=20_none()": (
            nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(1)")]),
            "ok",
            [""] * 4,
        ),
    }
    for name, (content, _, _) in files.items():
        content = content if isinstance(content, bytes) else nbformat.writes(content).encode()
        (folder / f"{name}.ipynb").write_bytes(content)
    return {name: (status, states) for name, (_, status, states) in files.items()}


def fingerprint(folder):
    """What the files of a folder hold, and their permissions and times."""
    return {
        path.name: (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mode,
            path.stat().st_mtime_ns,
        )
        for path in folder.iterdir()
    }


class Run:
    """One grading of the twenty."""

    def __init__(self, folder):
        self.folder = folder / "handed_in"
        self.folder.mkdir()
        self.expected = write(self.folder)
        self.before = fingerprint(self.folder)
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.process = subprocess.run(
            [*GRADE, "handed_in", "--csv", "grades.csv", *LIMITS],
            cwd=folder,
            text=True,
            capture_output=True,
            env={**os.environ, "TMPDIR": str(self.temporary)},
        )
        with (folder / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
            self.table = list(csv.DictReader(file))
        self.rows = {re.search(r"(?:/|\\)(.*)\.ipynb", row["file"])[1]: row for row in self.table}
        self.locked = "does not lock submissions in" not in self.process.stderr


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return Run(tmp_path_factory.mktemp("grade"))


@pytest.mark.slow
def test_twenty_submissions_are_graded(run):
    assert run.process.returncode == 0, run.process.stderr
    assert len(run.table) == 20
    found = {
        name: (row["status"], [row[exercise] for exercise in NAMES])
        for name, row in run.rows.items()
    }
    for name, expected in run.expected.items():
        assert found[name] == expected, (name, run.rows[name])


@pytest.mark.slow
def test_rows_stand_in_the_order_of_the_arguments_and_count_what_passed(run):
    files = [row["file"] for row in run.table]
    assert files == [
        str((run.folder / f"{name}.ipynb").relative_to(run.folder.parent))
        for name in sorted(run.expected)
    ]
    for row in run.table:
        states = [row[exercise] for exercise in NAMES]
        assert row["passed"] == str(states.count("passed"))
        assert row["of"] == str(4 - states.count(""))


@pytest.mark.slow
def test_hints_are_those_that_the_student_saw(run):
    for exercise, key in WRONG_KEYS.items():
        wrong = entry(exercise, key)
        message = " ".join(feedback(exercise, wrong.answer).message.split())
        for name in ("02_wrong", "13_tampers", "15_forges"):
            assert run.rows[name][f"hint: {exercise}"] == message
    assert "did not come to an end" in run.rows["06_endless_function"]["hint: stack_rows"]
    assert "changes the checker" in run.rows["14_tampers_inside"]["hint: not_in"]
    assert not any(run.rows["01_right"][f"hint: {exercise}"] for exercise in NAMES)


@pytest.mark.parametrize(
    "name, words",
    [
        ("06_endless_function", r"code cell \d+ stopped after 5 s"),
        ("07_endless_cell", r"code cell 2 stopped after 5 s"),
        ("08_memory", "code cell 2 asks for too much memory"),
        ("10_leaves", "ended early, with code 0"),
        ("11_raises", r"code cell \d+: ZeroDivisionError.*\d+ more cells with an error"),
        ("13_tampers", "changes kmeans_lab"),
        ("17_empty", "JSONDecodeError: Expecting value"),
        ("18_broken", "JSONDecodeError: "),
        ("19_huge", "more than 20 MB"),
        ("=20_none()", "no exercise found"),
    ],
)
@pytest.mark.slow
def test_the_note_says_what_happened(run, name, words):
    assert re.search(words, run.rows[name]["note"]), run.rows[name]["note"]


@pytest.mark.slow
def test_what_needs_no_remark_gets_none(run):
    for name in ("01_right", "03_untouched", "05_colab", "09_prints", "12_deletes"):
        assert run.rows[name]["note"] == ""


@pytest.mark.slow
def test_progress_is_a_line_for_each_with_its_time(run):
    lines = run.process.stdout.splitlines()
    assert len(lines) == 21 and lines[-1].startswith("20 of 20 graded in")
    for i, line in enumerate(lines[:-1], 1):
        assert re.match(rf"\[ ?{i}/20\] \w.* \d+ of +\d+ +\d+\.\d s  handed_in", line), line


@pytest.mark.slow
def test_the_submissions_are_left_as_they_were(run):
    if run.locked:
        assert fingerprint(run.folder) == run.before
    assert list(run.temporary.iterdir()) == []


@pytest.mark.slow
def test_a_submission_reaches_nothing_else(run):
    """Elsewhere than on Linux this does not hold, and the instructor is told so."""
    if not sys.platform.startswith("linux"):
        assert not run.locked
    elif run.locked:
        assert "RuntimeError: done: []" in run.rows["16_attacks"]["note"]
    else:
        pytest.skip("this Linux has no Landlock")


@pytest.mark.slow
def test_the_table_is_safe_in_a_spreadsheet_and_easy_in_pandas(run):
    content = (run.folder.parent / "grades.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbffile,status,notebook,passed,of,note,weighted_choice,")
    table = pd.read_csv(run.folder.parent / "grades.csv")
    assert table["passed"].sum() == sum(int(row["passed"]) for row in run.table)
    graded = Graded(Path("=1+1.ipynb"), notes=["-2\n\x1b[31m", "x" * 5000])
    [_, row] = csv.reader(as_csv(rows([graded], {})).decode("utf-8-sig").splitlines())
    assert row[0] == "'=1+1.ipynb" and row[5].startswith("'-2 [31m; xxx")
    assert len(row[5]) <= 1001 and row[5].isprintable()


@pytest.mark.parametrize(
    "line, name",
    [
        ("inertia = check(inertia)", "inertia"),
        ("mine = check(mine, 'inertia')", "inertia"),
        ('mine = check(\n    mine, name="inertia")', "inertia"),
        ("mine = check(lambda X: f(X, 'a'), name='inertia')", "mine"),
    ],
)
def test_a_check_is_known_by_what_it_checks(line, name):
    assert checked(f"import numpy as np\n{line}") == (name,)


# Ends that take their time, each on its own.


def small(*cells):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    return nbformat.writes(notebook)


CHECK = "from kmeans_lab import check\nnot_in = check(not_in)"
STUBBORN = "import time\nwhile True:\n    try:\n        time.sleep(60)\n    except:\n        pass"


def test_what_cannot_be_interrupted_is_ended_and_what_was_found_is_kept(tmp_path):
    path = tmp_path / "stubborn.ipynb"
    path.write_text(
        small(
            f"import numpy as np\n{UNCHECKED}", CHECK, STUBBORN, "stack_rows = check(stack_rows)"
        )
    )
    graded = Grader(Limits(seconds=12, cell_seconds=1)).grade(path)
    [head, row] = rows([graded], {})
    assert graded.status == "timed out" and not graded.finished
    assert dict(zip(head, row))["stack_rows"] == "not reached"
    assert dict(zip(head, row))["not_in"] in ("passed", "not reached")
    assert 11 < graded.seconds < 25


def test_an_exercise_without_its_check_is_judged_all_the_same(tmp_path):
    path = tmp_path / "unchecked.ipynb"
    path.write_text(
        small(
            f"import numpy as np\n{UNCHECKED}\n1 / 0\n{CHECK}",
            "from kmeans_lab import check\nstack_rows = 5\nstack_rows = check(stack_rows)",
            "standardize = check(standardise)",
            "choose_elbow = check(choose elbow)",
            "from kmeans_lab.steps import inertia\ninertia = check(inertia)",
        )
    )
    [head, row] = rows([Grader(Limits()).grade(path)], {})
    found = dict(zip(head, row))
    assert found["not_in"] == "passed" and found["inertia"] == "untouched"
    assert found["stack_rows"] == "wrong" and "not a function" in found["hint: stack_rows"]
    assert "NameError: name 'standardise'" in found["hint: standardize"]
    assert "SyntaxError" in found["hint: choose_elbow"]


def test_cells_after_the_last_check_are_left_out(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text(small(f"import numpy as np\n{UNCHECKED}", CHECK, "1 / 0", STUBBORN))
    graded = Grader(Limits()).grade(path)
    assert (graded.status, graded.notes) == ("ok", [])
    assert graded.states["not_in"] == ("passed", "")


@pytest.mark.parametrize(
    "line", ["%matplotlib inline", "!pip install kneed", "%pip install kneed", "lines = !ls"]
)
def test_what_works_in_jupyter_alone_does_not_fail_the_cell(tmp_path, line):
    if TransformerManager().transform_cell(line) == f"{line}\n":
        pytest.skip(
            "IPython 7 takes this for Python where Python is 3.12: it fails in Jupyter, too"
        )
    path = tmp_path / "a.ipynb"
    path.write_text(small(f"{line}\nimport numpy as np\n{UNCHECKED}", CHECK))
    graded = Grader(Limits()).grade(path)
    assert (graded.status, graded.notes) == ("ok", [])
    assert graded.states["not_in"] == ("passed", "")


def test_a_solved_notebook_with_such_lines_passes(tmp_path):
    notebook = all_right()
    imports = next(cell for cell in notebook.cells if "import numpy" in cell.source)
    imports.source = f"%matplotlib inline\n!pip install kneed\n{imports.source}"
    path = tmp_path / "a.ipynb"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    graded = Grader(Limits()).grade(path)
    assert (graded.status, graded.notes) == ("ok", [])
    assert graded.states == dict.fromkeys(NAMES, ("passed", ""))


def test_a_zip_is_no_notebook(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.ipynb", nbformat.writes(TIPS))
    graded = Grader(Limits()).grade(path)
    assert graded.status == "broken notebook" and "not text: unzip it first?" in graded.notes[0]


def test_a_renamed_function_is_noted_unless_its_exercise_is_named(tmp_path):
    path = tmp_path / "a.ipynb"
    mine = f"import numpy as np\nfrom kmeans_lab import check\n{UNCHECKED}\nmine = not_in\n"
    path.write_text(small(f"{mine}my_not_in = check(mine, name='not_in')"))
    graded = Grader(Limits()).grade(path)
    assert (graded.exercises, graded.notes) == (("not_in",), [])
    assert graded.states == {"not_in": ("passed", "")}
    path.write_text(small(f"{mine.replace('not_in', 'my_not_in')}my_not_in = check(my_not_in)"))
    series = originals()
    [_, row] = rows([Grader(Limits()).grade(path)], series, series["10"])
    assert "checks my_not_in, which is no exercise" in row[5]
    path.write_text(small(f"{mine}result = check(not_in)"))
    [_, row] = rows([Grader(Limits()).grade(path)], {})
    assert "result" not in row[5], "nothing is missing"


def start(*arguments, cwd):
    # Tests that run in the background ignore Ctrl+C, and what they start would inherit that.
    return subprocess.Popen(
        [*GRADE, *arguments],
        cwd=cwd,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no signal to send")
def test_interrupted_it_writes_what_is_done(tmp_path):
    (tmp_path / "a.ipynb").write_bytes(b"")
    (tmp_path / "b.ipynb").write_text(small(STUBBORN))
    (tmp_path / "c.ipynb").write_text(small(STUBBORN))
    process = start("a.ipynb", "b.ipynb", "c.ipynb", "--jobs", "1", cwd=tmp_path)
    assert "broken notebook" in process.stdout.readline()
    began = time.perf_counter()
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=30)
    assert process.returncode == 130 and time.perf_counter() - began < 10, errors
    assert "1 of 3 graded" in rest and "Traceback" not in errors
    table = pd.read_csv(tmp_path / "grades.csv")
    assert list(table["file"]) == ["a.ipynb"] and list(table["status"]) == ["broken notebook"]


# The command line.


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ipynb").write_text(small("1"))
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "given, words",
    [
        (["b.ipynb"], "there is no file b.ipynb"),
        (["empty"], "there is no notebook in empty"),
        (["a.ipynb", "--csv", "nowhere/g.csv"], "there is no folder nowhere"),
        (["a.ipynb", "--csv", "a.ipynb", "--overwrite"], "a.ipynb is no place for the table"),
        (["a.ipynb", "--csv", "old.csv"], "old.csv exists; name another file or add --overwrite"),
        (["a.ipynb", "--jobs", "0"], "'0' is no positive whole number"),
        (["a.ipynb", "--seconds", "-1"], "'-1' is no positive whole number"),
        (["a.ipynb", "--notebook", "77"], "'77' is neither one of the series (00, 01,"),
        ([], "submissions"),
    ],
)
def test_a_mistake_in_the_command_is_named(folder, capsys, given, words):
    (folder / "old.csv").write_text("my grades")
    with pytest.raises(SystemExit) as end:
        arguments(given)
    assert end.value.code == 2 and words in capsys.readouterr().err
    assert (folder / "old.csv").read_text() == "my grades"


def test_submissions_that_all_may_read_are_refused(folder, capsys):
    inside = os.path.join(sys.prefix, "kmeans_lab_test.ipynb")
    with open(inside, "w") as file:
        file.write(small("1"))
    try:
        with pytest.raises(SystemExit):
            arguments([inside])
    finally:
        os.remove(inside)
    assert "which every submission may read" in capsys.readouterr().err


def test_folders_are_searched_and_each_file_is_graded_once(folder):
    for name in ("z/b.ipynb", "z/y/c.ipynb", "z/.ipynb_checkpoints/b-checkpoint.ipynb"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(small("1"))
    found = arguments(["z", "a.ipynb", "z/b.ipynb"]).submissions
    assert [path.as_posix() for path in found] == ["z/b.ipynb", "z/y/c.ipynb", "a.ipynb"]


def test_help_names_every_status_and_shows_an_example():
    text = subprocess.run([*GRADE, "--help"], check=True, capture_output=True, text=True).stdout
    assert "examples:\n  python -m kmeans_lab.grade " in text
    for word in (
        "ok",
        "timed out",
        "memory",
        "crashed",
        "tampered",
        "broken notebook",
        "too large",
        "not reached",
        "what does not hold",
    ):
        assert word in text
    assert max(map(len, text.splitlines())) < 101


# Which notebook it is.


def test_the_series_is_known_with_its_exercises():
    series = originals()
    assert sorted(series) == [path.name[:2] for path in NOTEBOOKS]
    assert list(series["10"].exercises) == NAMES
    for path in NOTEBOOKS:
        cells = [
            cell
            for cell in nbformat.read(path, 4).cells
            if "exercise" in cell.metadata.get("tags", [])
        ]
        assert len(series[path.name[:2]].exercises) == len(cells), path.name


@pytest.mark.parametrize(
    "change, number, title",
    [
        (lambda n: None, "10", "NumPy tips for clustering"),
        (lambda n: n.cells.pop(0), "10", ""),
        (
            lambda n: [c.update(id=f"x{i}") for i, c in enumerate(n.cells)],
            "",
            "NumPy tips for clustering",
        ),
    ],
)
def test_a_notebook_is_known_by_its_cells_or_its_title(tmp_path, change, number, title):
    notebook = copy.deepcopy(TIPS)
    notebook.cells = notebook.cells[:20]  # a part, without the last two exercises
    change(notebook)
    path = tmp_path / "a.ipynb"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    read = read_notebook(path)
    assert (read.number, read.title if title else "") == (number, title)
    graded = Graded(
        path,
        title=read.title,
        number=read.number,
        exercises=read.exercises,
        read=True,
        finished=True,
    )
    [head, row] = rows([graded], originals())
    assert head[6:10] == NAMES and row[6:10] == ["missing"] * 4
    assert (head[2], row[2]) == ("notebook", "10")


def test_another_notebook_than_the_one_asked_for_is_noted():
    series = originals()
    graded = [
        Graded(Path("a.ipynb"), number="02", exercises=("choose_elbow",), read=True),
        Graded(Path("b.ipynb"), number="04", read=True),
        Graded(Path("c.ipynb"), title="My own", read=True),
    ]
    [head, *found] = rows(graded, series, series["04"])
    assert [dict(zip(head, row))["notebook"] for row in found] == ["02", "04", ""]
    assert [dict(zip(head, row))["note"] for row in found] == [
        "looks like notebook 02, not 04",
        "",
        "",
    ]
    assert "looks like" not in str(rows(graded, series))


def test_a_number_needs_no_zero(folder):
    given = arguments(["a.ipynb", "--notebook", "4"])
    assert given.original == given.series["04"]


def test_without_the_series_the_checks_of_the_submission_count(tmp_path):
    graded = Graded(
        tmp_path,
        exercises=("not_in",),
        read=True,
        finished=True,
        states={"not_in": ("passed", "")},
    )
    assert rows([graded], {})[1][1:7] == ["ok", "", "1", "1", "", "passed"]


def test_a_line_without_the_token_changes_nothing():
    graded = Graded(None)
    for facts in ({"state": "great", "exercise": "a", "hint": ""}, {"status": "ok"}, {}):
        graded.take(json.loads(json.dumps(facts)))
    assert graded == Graded(None)
