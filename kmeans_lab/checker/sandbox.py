"""The sandbox: a student's code can neither hang, nor print, nor change anything outside."""

import builtins
import contextlib
import ctypes
import io
import os
import random
import sys
import threading
import time
import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np

PATIENCE = 1.0  # seconds without progress that count as an endless loop
PRINTED_LIMIT = 400  # characters of the student's own printing that are kept
#: The modules whose names a program may replace; builtins first, for what comes after needs them.
MODULES = (builtins, sys, np, np.linalg, np.random)
NOTHING = object()
SEALED = []  # the surroundings that `sealed` keeps as they are


class Stopped(BaseException):
    """What ends an endless loop. No `except Exception` catches it."""

    def __init__(self, *args):
        super().__init__(*args)
        worker = threading.current_thread()
        if isinstance(worker, Worker) and worker.doomed and sys.version_info < (3, 12):
            _trace_every_frame(sys._getframe(1))


def _trace_every_frame(frame):
    """Raise again at the next line, so that a bare `except: pass` cannot swallow it for good."""

    def raise_again(frame, event, arg):
        if getattr(threading.current_thread(), "doomed", False):
            raise Stopped
        sys.settrace(None)

    while frame is not None and frame.f_code is not Worker.run.__code__:
        frame.f_trace = raise_again
        frame = frame.f_back
    sys.settrace(raise_again)


@dataclass
class Run:
    """What came of one run: a value, or the error, or neither because it was stopped."""

    value: Any = None
    error: BaseException | None = None
    timed_out: bool = False
    interrupted: bool = False
    printed: str = ""
    used_global_random: bool = False
    undone: list = field(default_factory=list)  # what it changed around itself, in words


class Worker(threading.Thread):
    """The thread in which the student's code runs."""

    def __init__(self, job):
        super().__init__(daemon=True)
        self.job, self.outcome, self.doomed, self.finished = job, Run(), False, False
        self.last_beat = time.perf_counter()

    def beat(self):
        """Say that there is progress; a long series of short calls is no endless loop."""
        self.last_beat = time.perf_counter()

    def run(self):
        try:
            self.outcome.value = self.job(self.beat)
        except BaseException as error:  # SystemExit and KeyboardInterrupt of the student's too
            self.outcome.error = error
        finally:
            self.doomed, self.finished = False, True


def run(job, patience=PATIENCE):
    """Run ``job(beat)`` in a thread of its own and stop it if it makes no progress.

    Parameters
    ----------
    job : callable
        It gets a function to call after each piece of work done.
    patience : float
        Seconds of work without progress after which the job is stopped.

    Returns
    -------
    run : Run
    """
    before = _random_states()
    worker = Worker(job)
    worker.start()
    interrupted = timed_out = False
    try:
        while worker.is_alive() and not timed_out:
            timed_out = _wait(worker, patience)
    except KeyboardInterrupt:  # pressed by the student while the check was running
        interrupted = True
    if worker.is_alive():
        _stop(worker)
    undone = [change for around in SEALED for change in around.restore()]
    outcome = worker.outcome if worker.finished else Run()
    outcome.interrupted, outcome.timed_out = interrupted, timed_out
    outcome.used_global_random = before != _random_states()
    outcome.undone = undone
    return outcome


def _wait(worker, patience):
    """Wait until the worker ends (False) or has been without progress for too long (True).

    On a busy machine a second may pass without any work: so a second of computing is what
    counts, and four on the clock. Importing a library is progress.
    """
    beat, work = worker.last_beat, time.process_time()
    while True:
        worker.join(0.05)
        if not worker.is_alive():
            return False
        if worker.last_beat != beat or _is_importing(worker):
            worker.beat()
            beat, work = worker.last_beat, time.process_time()
        waited = time.perf_counter() - beat
        if waited > 4 * patience or (
            waited > patience and time.process_time() - work > 0.8 * patience
        ):
            return True


def _is_importing(worker):
    frame = sys._current_frames().get(worker.ident)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _stop(worker, patience=1.0):
    """Raise `Stopped` in the worker until it ends; a call that never returns is left behind."""
    worker.doomed = True
    thread_id, stopped = ctypes.c_ulong(worker.ident), ctypes.py_object(Stopped)
    deadline = time.perf_counter() + patience
    with _raising_everywhere(worker):
        while worker.is_alive() and time.perf_counter() < deadline:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread_id, stopped)
            worker.join(0.02)


@contextlib.contextmanager
def _raising_everywhere(worker):
    """From Python 3.12 on, raise at every instruction of the worker: no handler survives it."""
    monitoring: Any = getattr(sys, "monitoring", None)
    tools = [i for i in range(6) if monitoring and monitoring.get_tool(i) is None]
    if not tools:
        yield
        return

    def raise_in_worker(code, offset):
        if worker.doomed and threading.get_ident() == worker.ident:
            if code.co_filename not in (__file__, threading.__file__):
                raise Stopped

    event = monitoring.events.INSTRUCTION
    monitoring.use_tool_id(tools[-1], "kmeans_lab")
    monitoring.register_callback(tools[-1], event, raise_in_worker)
    monitoring.set_events(tools[-1], event)
    try:
        yield
    finally:
        monitoring.set_events(tools[-1], 0)
        monitoring.register_callback(tools[-1], event, None)
        monitoring.free_tool_id(tools[-1])


class Surroundings:
    """What a program can change around itself, as it is now; `restore` brings it back."""

    def __init__(self):
        tables = [(module.__name__, vars(module)) for module in MODULES]
        matplotlib: Any = sys.modules.get("matplotlib")
        if hasattr(matplotlib, "rcParams"):
            tables.append(("matplotlib.rcParams", matplotlib.rcParams))
        self.tables = [(owner, names, dict.copy(names)) for owner, names in tables]
        self.folder, self.environment, self.variables = _folder(), _raw(), dict(os.environ)
        self.path, self.depth = list(sys.path), sys.getrecursionlimit()

    def restore(self):
        """Bring back what was changed and return what that was, in words."""
        undone = [change for table in self.tables for change in _undo(*table)]
        if self.folder and self.folder != _folder():
            os.chdir(self.folder)
            undone.append("the working directory")
        if self.environment != _raw():
            os.environ.clear()
            os.environ.update(self.variables)
            undone.append("`os.environ`")
        if self.path != sys.path:
            sys.path[:] = self.path
            undone.append("`sys.path`")
        if self.depth != sys.getrecursionlimit():
            sys.setrecursionlimit(self.depth)
            undone.append("the recursion limit")
        return undone


def _raw():
    """Return the environment, if possible as Python keeps it: decoding it takes its time."""
    return dict(getattr(os.environ, "_data", os.environ))


def _folder():
    try:
        return os.getcwd()
    except FileNotFoundError:  # somebody has removed it
        return ""


def _undo(owner, names, before, get=dict.get, put=dict.__setitem__, equal=dict.__eq__):
    """Put names back that were replaced or deleted, without the help of any builtin."""
    try:
        if equal(names, before):  # quick: of what is the same, nothing is asked
            return []
    except Exception:  # of a student's object that cannot be compared
        pass
    undone = []
    for name, value in before.items():
        if get(names, name, NOTHING) is not value and name != "backend":  # set at its first use
            put(names, name, value)
            undone += [f"`{owner}.{name}`"]
    if owner == "builtins":
        for name in names.keys() - before.keys():
            del names[name]
            undone += [f"`{name}`"]
    return undone


def _random_states():
    state: Any = np.random.get_state()
    return random.getstate(), state[1].tobytes(), state[2]


class Tape(io.TextIOBase):
    """Keeps the beginning of what is written to it, however much that is."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def writable(self):
        return True

    def write(self, text):
        if len(self.text) < PRINTED_LIMIT:
            self.text += text[: PRINTED_LIMIT - len(self.text)]
        return len(text)

    def take(self):
        """Hand over what was written since the last time."""
        text, self.text = self.text, ""
        return text


@contextlib.contextmanager
def sealed():
    """Keep output, warnings, input, exit and the global random states from the outside.

    Yields
    ------
    tape : Tape
        What the student's code prints.
    """
    tape = Tape()
    with contextlib.ExitStack() as stack:
        stack.callback(SEALED.clear)
        stack.callback(random.setstate, random.getstate())
        stack.callback(np.random.set_state, np.random.get_state())
        stack.enter_context(np.printoptions())
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.enter_context(_no_display())
        stack.enter_context(_replaced(sys, "stdin", io.StringIO()))
        stack.enter_context(_replaced(builtins, "input", _no_input))
        stack.enter_context(contextlib.redirect_stdout(tape))
        stack.enter_context(contextlib.redirect_stderr(tape))
        SEALED[:] = [Surroundings()]
        yield tape


@contextlib.contextmanager
def _replaced(owner, name, value):
    original = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, original)


def _no_input(*args):
    raise EOFError("there is no one to answer input() during a check")


def _no_exit():
    raise SystemExit


@contextlib.contextmanager
def _no_display():
    """In a notebook, keep figures and tables of the student's code, and `exit()`, from it."""
    shell = running_shell()
    if shell is None:
        yield
        return
    from IPython.utils.capture import capture_output

    with capture_output(stdout=False, stderr=False), _replaced(shell, "ask_exit", _no_exit):
        yield


def running_shell():
    """Return the IPython shell that this runs in, or None in plain Python."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
