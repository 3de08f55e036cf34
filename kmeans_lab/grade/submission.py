"""Grade one submission in a process of its own, and never trust what that process does."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import matplotlib

PACKAGE = Path(__file__).resolve().parents[1]
OUR_COURSE = f"{PACKAGE.name}.exercises"
COURSE_FOLDER = "course"  # in a submission's own folder, where another course is copied to
MOST_SAID = 2**20  # bytes that a process may report
MEGABYTE = 10**6

#: What a submission may know of the machine it runs on.
KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH")

#: What can be said of a submission, the gravest first. A process that says nothing is "ok".
STATUSES = ("too large", "broken notebook", "tampered", "crashed", "memory", "timed out")
STATES = ("passed", "wrong", "untouched")


@dataclass(frozen=True)
class Limits:
    """What a submission may use.

    Attributes
    ----------
    seconds : int
        For the whole notebook, on the clock.
    cell_seconds : int
        For one cell.
    megabytes : int
        Address space, in MiB.
    file_megabytes : int
        Size of the notebook, in MB.
    """

    seconds: int = 240
    cell_seconds: int = 15
    megabytes: int = 3072
    file_megabytes: int = 20


@dataclass
class Graded:
    """What came of one submission.

    Attributes
    ----------
    path : pathlib.Path
    status : str
        "ok" or one of `STATUSES`.
    notes : list of str
        What an instructor should know besides.
    states : dict of str to (str, str)
        For each exercise judged, its state and the hint.
    title, number, exercises
        Which notebook it is, see `cells.Notebook`.
    others : tuple of str
        What it checks besides, under names that are no exercises.
    known : collection of str
        The names of the exercises of the course.
    read : bool
        Whether the notebook could be read.
    finished : bool
        Whether every cell was reached.
    locked : bool or None
        Whether the process was locked in, None if it did not come to that.
    seconds : float
    """

    path: Path
    status: str = "ok"
    notes: list = field(default_factory=list)
    states: dict = field(default_factory=dict)
    title: str = ""
    number: str = ""
    exercises: tuple = ()
    others: tuple = ()
    known: tuple = ()
    read: bool = False
    finished: bool = False
    locked: bool | None = None
    seconds: float = 0.0

    def say(self, status, note):
        """Note something; of several states the gravest stays."""
        self.notes += [note] * (note not in self.notes)
        known = (*STATUSES, "ok")
        self.status = min(self.status, status, key=known.index)

    def take(self, facts):
        """Take over what the process reports, as far as it has the form agreed on."""
        if "note" in facts:
            status = facts.get("status")
            self.say(status if status in STATUSES else "ok", str(facts["note"]))
        if "title" in facts:
            self.title, self.number = str(facts["title"]), str(facts["number"])
            named = [str(name) for name in facts["exercises"]]
            self.exercises = tuple(name for name in named if name in self.known)
            self.others = tuple(name for name in named if name not in self.known)
            self.read = True
        if facts.get("state") in STATES:
            self.states[str(facts["exercise"])] = facts["state"], str(facts["hint"])
        if "locked" in facts:
            self.locked = facts["locked"] is True
        self.finished = self.finished or facts.get("done") is True


def readable_folders():
    """Return what every submission may read: Python, its packages, and this package."""
    ours = [str(PACKAGE), str(PACKAGE.parent / "data" / "Mall_Customers.csv")]
    packages = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    python = [sys.prefix, sys.base_prefix, *packages]
    system = ["/usr", "/lib", "/lib64", "/etc/fonts", "/etc/localtime", "/etc/passwd"]
    devices = ["/dev/urandom", "/sys/devices/system/cpu", "/sys/fs/cgroup"]
    process = ["/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat"]
    return [*ours, *python, *system, *devices, *process]


class Grader:
    """Grades submissions, several at a time if it is called from several threads.

    Parameters
    ----------
    limits : Limits
    course : str
        The module of the course, which holds `COURSE`.
    """

    def __init__(self, limits, course=OUR_COURSE):
        self.limits, self.course = limits, course
        self.known = tuple(import_module(course).COURSE.exercises)
        self._running, self._stopped, self._turn = set(), False, threading.Lock()

    def stop(self):
        """End all processes, now and to come."""
        with self._turn:
            self._stopped = True
            for process in self._running:
                end(process)

    def grade(self, path):
        """Grade one submission.

        Parameters
        ----------
        path : pathlib.Path
            The notebook. It is copied; nothing is written beside it.

        Returns
        -------
        graded : Graded
        """
        graded, start = Graded(path, known=self.known), time.perf_counter()
        try:
            content = self._content(graded)
            if content is not None:
                self._run(graded, content)
        except Exception as error:  # one submission costs one row, whatever it does to us
            graded.say("crashed", f"the grader failed: {error!r}")
        graded.seconds = time.perf_counter() - start
        return graded

    def _content(self, graded):
        """Return the bytes of the notebook, or None if they are too many."""
        largest = self.limits.file_megabytes * MEGABYTE
        try:
            if not graded.path.is_file():  # a pipe would let us wait
                raise OSError("it is no file")
            with graded.path.open("rb") as file:
                content = file.read(largest + 1)
        except OSError as error:
            graded.say("broken notebook", f"cannot be read: {error.strerror or error}")
            return None
        if len(content) > largest:
            graded.say("too large", f"more than {self.limits.file_megabytes} MB")
            return None
        return content

    def _run(self, graded, content):
        with tempfile.TemporaryDirectory(
            prefix="kmeans-lab-", ignore_cleanup_errors=True
        ) as folder:
            Path(folder, "notebook.ipynb").write_bytes(content)
            _copy_font_list(folder)
            _copy_course(self.course, folder)
            token = secrets.token_hex(16)
            with self._process(folder) as process:
                reader = threading.Thread(
                    target=_listen, args=(process, token, graded), daemon=True
                )
                reader.start()
                self._ask(process, token)
                code = self._wait(process)
                reader.join(5)
            if not graded.finished:
                graded.say(*self._why(code))

    @contextlib.contextmanager
    def _process(self, folder):
        """Yield a process in the folder; when all is said, it and its children are gone."""
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("worker.py"))],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with self._turn:
            self._running.add(process)
            if self._stopped:
                end(process)
        try:
            yield process
        finally:
            end(process)
            with self._turn:
                self._running.discard(process)

    def _ask(self, process, token):
        """Tell the process what to do; nothing in it names another submission."""
        job = {
            "token": token,
            "course": self.course,
            "readable": readable_folders(),
            "megabytes": self.limits.megabytes,
            "seconds": self.limits.seconds,
            "cell_seconds": self.limits.cell_seconds,
        }
        with contextlib.suppress(OSError), process.stdin:
            process.stdin.write(json.dumps(job).encode())

    def _wait(self, process):
        """Return the code that the process ends with, or None if it does not in time."""
        try:
            return process.wait(self.limits.seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            end(process)  # its children too, who may keep the channel open

    def _why(self, code):
        """Return the status and the note of a process that ended before it was done."""
        if code is None:
            return "timed out", f"stopped after {self.limits.seconds} s"
        if code == -getattr(signal, "SIGXCPU", 0):
            return "timed out", f"stopped after {self.limits.seconds} s of computing"
        return "crashed", f"the process ended early, with code {code}"


def end(process):
    """Kill a process and those that it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _listen(process, token, graded):
    """Take over what the process reports; lines without the token are of somebody else."""
    said = 0
    while line := process.stdout.readline(MOST_SAID):
        said += len(line)
        if said > MOST_SAID:
            graded.say("crashed", "it writes into the grader's channel")
            end(process)
            return
        with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
            facts = json.loads(line)
            if facts["token"] == token:
                graded.take(facts)


def _environment(folder):
    """Return the environment of a submission: its own folder is all the home it has."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    homes = ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR", "IPYTHONDIR")
    return {
        **kept,
        **dict.fromkeys(homes, folder),
        "PYTHONPATH": os.pathsep.join([str(PACKAGE.parent), str(Path(folder, COURSE_FOLDER))]),
        "PYTHONUSERBASE": site.getuserbase(),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "agg",
        "OMP_NUM_THREADS": "1",  # the others of its kind need the cores too
        "OPENBLAS_NUM_THREADS": "1",
    }


def _copy_font_list(folder):
    """Give Matplotlib its list of fonts: to make it takes seconds."""
    for path in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        shutil.copy(path, folder)


def _copy_course(name, folder):
    """Copy a course that does not come with this package to where a submission can read it."""
    top = sys.modules[name.split(".")[0]]
    source = Path(str(top.__file__))
    if source.parent == PACKAGE:
        return
    target = Path(folder, COURSE_FOLDER)
    target.mkdir()
    if source.name == "__init__.py":
        shutil.copytree(source.parent, target / source.parent.name)
    else:
        shutil.copy(source, target)
