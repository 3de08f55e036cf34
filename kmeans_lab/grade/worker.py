"""Run one submission, locked in, and say what every check finds.

This file is run by its path and imports its neighbours by their bare names: the lock must be on
before `kmeans_lab` is imported, for scikit-learn starts a thread, and that would stay outside.
"""

import contextlib
import json
import os
import signal
import sys
from importlib import import_module

MOST_ERRORS = 5  # that are told


class Report:
    """Sends what is found to the grader, one JSON object a line, each with the token."""

    def __init__(self, token):
        self.token = token
        self.channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
        nowhere = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(nowhere, handle)

    def __call__(self, **facts):
        """Send some facts."""
        self.channel.write(json.dumps({"token": self.token, **facts}) + "\n")
        self.channel.flush()


class Alarm:
    """Interrupts a cell after some seconds, and again every second until it ends."""

    def __init__(self, seconds):
        self.seconds, self.rang = seconds, False
        if hasattr(signal, "SIGALRM"):  # not on Windows
            signal.signal(signal.SIGALRM, self._ring)

    def _ring(self, number, frame):
        self.rang = True
        raise KeyboardInterrupt

    def set(self, seconds):
        """Ring in some seconds; 0 switches it off. Return the seconds that were left."""
        if not hasattr(signal, "setitimer"):
            return 0
        return signal.setitimer(signal.ITIMER_REAL, seconds, 1)[0]

    @contextlib.contextmanager
    def running(self):
        """Ring if what is done meanwhile takes too long."""
        self.rang = False
        try:
            self.set(self.seconds)
            yield
        except KeyboardInterrupt:
            pass
        finally:
            self.set(0)

    @contextlib.contextmanager
    def paused(self):
        """Do not ring during a check: it ends by itself. Afterwards the cell has its time anew."""
        running = self.set(0) > 0
        try:
            yield
        finally:
            self.set(self.seconds if running else 0)


class Package:
    """Remembers what stands in `kmeans_lab` and the course, to undo what a submission changes."""

    def __init__(self, course):
        ours = {"kmeans_lab", course.load.__module__.split(".")[0]}
        modules = [m for name, m in sys.modules.items() if name.split(".")[0] in ours]
        owners = [*modules, type(course), course]
        self.before = [(owner, dict(vars(owner))) for owner in owners]

    def mend(self):
        """Undo every change and return the names of what was changed."""
        changed = []
        for owner, names in self.before:
            for name, value in names.items():
                if vars(owner).get(name) is not value:
                    setattr(owner, name, value)
                    changed.append(f"{getattr(owner, '__name__', 'COURSE')}.{name}")
        return changed


class StandIn:
    """Stands in for the course's `feedback` below `check`, and reports what it finds."""

    def __init__(self, course, report, alarm):
        from kmeans_lab.checker import judge  # noqa: F401  (before the modules are remembered)

        self.report, self.alarm = report, alarm
        self.feedback, self.exercises, self.judged = course.feedback, course.exercises, set()
        course.feedback = self
        self.package = Package(course)

    def __call__(self, name, function):
        """Return the feedback on a function, and report it."""
        with self.alarm.paused():
            self._changed(self.package.mend())
            state, hint = "wrong", "The check was interrupted."
            try:
                result = self.feedback(name, function)
                state, hint = result.state, result.message
            except ValueError as error:  # that this cannot be checked
                state, hint = "wrong", str(error)
                raise
            except Exception as error:
                state, hint = "wrong", f"The check itself failed: {shown(error)}"
                raise
            finally:
                changed = self.package.mend()
                if changed:
                    state, hint = "wrong", "It changes the checker while it is checked."
                self._changed(changed)
                self.tell(name, state, hint if state == "wrong" else "")
        return result

    def _changed(self, names):
        if names:
            self.report(note=f"changes {names[0]}", status="tampered")

    def tell(self, name, state, hint=""):
        """Report what was found about an exercise."""
        self.judged.add(name)
        self.report(exercise=name, state=state, hint=hint)

    def judge_the_rest(self, names, namespace):
        """Judge what never came to a check: what is named, and what the submission defines."""
        for name in self.exercises.keys() - self.judged:
            found = namespace.get(name)
            if found is self.exercises[name].load():
                self.tell(name, "untouched")
            elif (
                callable(found)
                and getattr(found, "__module__", "") == "__main__"
                or (found is not None and name in names)
            ):
                with contextlib.suppress(Exception):
                    self(name, found)


def shown(error):
    """Write an error in one line, whatever its class makes of it."""
    try:
        text = str(error).strip()
    except BaseException:
        text = ""
    return f"{type(error).__name__}: {text}".rstrip(": ")[:500]


def start_shell():
    """Return the IPython shell that runs the cells, as in Jupyter but without a kernel."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.text import SList
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def ask_exit(self):
            """Stay: `exit()` ends a cell, not the grading."""

        def enable_gui(self, gui=None):
            """Let `%matplotlib inline` pass: there is nothing to show figures on."""

        def system(self, cmd):
            """Start no process for `!command` and `%pip`; as in Jupyter, the cell goes on."""
            self.user_ns["_exit_code"] = 1

        system_raw = system_piped = system

        def getoutput(self, cmd, split=True, depth=0):
            """Give no output for `lines = !command`."""
            self.system(cmd)
            return SList() if split else ""

    settings = Config()
    settings.HistoryManager.enabled = False
    return Shell.instance(config=settings)


def close_figures():
    """Close the figures of a cell, as a notebook does after showing them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot:
        pyplot.close("all")


def run_cells(course, notebook, checked, report, seconds):
    """Run the cells up to the last check; one that fails does not keep the next from running."""
    alarm = Alarm(seconds)
    stand_in, shell = StandIn(course, report, alarm), start_shell()
    errors, stopped = 0, {}
    checks = [number for number, source in enumerate(notebook.cells, 1) if "check(" in source]
    for number, source in enumerate(notebook.cells[: checks[-1] if checks else None], 1):
        result = None
        with alarm.running():
            result = shell.run_cell(source)
            close_figures()
        error = result and (result.error_before_exec or result.error_in_exec)
        if alarm.rang:
            error = None
            report(status="timed out", note=f"code cell {number} stopped after {seconds} s")
        if isinstance(error, MemoryError):
            report(status="memory", note=f"code cell {number} asks for too much memory")
        elif error:
            errors += 1
            if errors <= MOST_ERRORS:
                report(note=f"code cell {number}: {shown(error)}")
        if error or alarm.rang:
            why = shown(error) if error else f"it runs for more than {seconds} s"
            stopped |= dict.fromkeys(checked(source), f"The cell ends before the check: {why}")
    if errors > MOST_ERRORS:
        report(note=f"{errors - MOST_ERRORS} more cells with an error")
    stand_in.judge_the_rest(notebook.exercises, shell.user_ns)
    for name in stopped.keys() - stand_in.judged:
        stand_in.tell(name, "wrong", stopped[name])


def read(read_notebook, report):
    """Read the notebook and report what it is, or that it is none."""
    try:
        notebook = read_notebook("notebook.ipynb")
    except MemoryError:
        return report(status="memory", note="to read it takes too much memory", done=True)
    except Exception as error:
        return report(status="broken notebook", note=shown(error), done=True)
    report(title=notebook.title, number=notebook.number, exercises=notebook.exercises)
    return notebook


def main():
    """Do what standard input asks for."""
    import cells
    import lock

    job = json.load(sys.stdin)
    report = Report(job["token"])
    try:
        lock.limit(job["megabytes"], job["seconds"])
        report(locked=lock.lock(job["readable"], [".", os.devnull]))
        del sys.path[0]  # this folder
        notebook = read(cells.read_notebook, report)
        if notebook:
            course = import_module(job["course"]).COURSE
            run_cells(course, notebook, cells.checked, report, job["cell_seconds"])
            report(done=True)
    except BaseException as error:
        report(status="crashed", note=f"the grader stopped: {shown(error)}", done=True)
    os._exit(0)  # whatever threads the submission has left behind


if __name__ == "__main__":
    main()
