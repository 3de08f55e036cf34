"""Grade notebooks that students hand in: who passed what, and which hint they saw."""

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ..checker.course import Course
from .cells import originals, read_notebook
from .submission import OUR_COURSE, Grader, Limits, readable_folders
from .table import as_csv, expected, plain, rows, state_of

EXPLANATION = """\
examples:
  python -m kmeans_lab.grade handed_in/ late/smith.ipynb --csv grades.csv
  python -m kmeans_lab.grade handed_in/ --notebook 04 --csv grades.csv
  python -m kmeans_lab.grade handed_in/ --exercises my_course

With --exercises, the exercises are those of your own course: a module, found
from this folder, that holds a kmeans_lab.checker.course.Course named COURSE.

A folder is searched with all folders in it; a zip is not, so unzip it first.

Every submission is run from top to bottom, as a student does with "Restart and
run all", in a process of its own; a cell that fails does not keep the next
from running. `!command` and `%pip` are passed over. The cells after the last
check cannot change a grade and are left out. What `check` finds is written
down, so only exercises with a `check` are graded. The notebooks handed in are
only read.

the table:
  file, status, notebook, passed, of, note
                        one row a submission, in the order of the arguments;
                        notebook: which one of the series it looks like, as 04
                        (a spreadsheet makes it 4; in pandas, read_csv with
                        dtype={"notebook": str} keeps it), or empty
  one column an exercise
                        passed, wrong, untouched (still the three dots),
                        missing (the cell is gone) or not reached (the grading
                        ended before)
  one column "hint: ..." each
                        what the check says to a wrong answer
  Checked twice, an exercise counts as it was checked last. Which exercises
  count: those of the original, known by its cells, its title or --notebook,
  and those that the submission checks besides. The originals are found where
  this package lies in a clone of the repository; elsewhere give --notebook the
  file. What looks like another notebook than that gets a note. The table is
  UTF-8 with a mark for spreadsheets (in pandas, read_csv needs no option for
  that); a text that a spreadsheet might take for a formula begins with an
  apostrophe.

status:
  ok               to the end; cells with an error are named in the note
  timed out        a cell or the whole notebook took too long, or the computing
                   time is used up
  memory           a cell asked for more memory than allowed
  crashed          the process ended early, by itself or by the system
  tampered         it changed kmeans_lab itself; that was undone, but look at
                   it
  broken notebook  no notebook, or it cannot be read
  too large        more than 20 MB

what holds:
  Everywhere: a process and a temporary folder for each submission, the time
  for the whole, a clean environment, and a token that a result must bear. No
  process is told of another's file.
  On Linux (kernel 5.13 or newer, x86_64 or aarch64): a submission can read
  Python, its packages and its own folder, and nothing else of yours; it can
  write in its own folder only; it can start no other process, send no signal
  to one and use no network. If your Linux has no such lock, a warning says so.
  On Linux and macOS: the time of a cell, the computing time, files of 100 MiB
  at most.
  On Linux: the memory.
what does not hold:
  macOS and Windows have no such lock here: a malicious notebook could read and
  change your files, those of other students too. Grade unknown people's
  notebooks on Linux or in a container.
  The disk can be filled, by many files, up to the time limit.
  Within its own process a submission can do what it likes. Somebody who
  studies the grader can forge the grades of their own row, and `solution`
  shows the answers to everybody. Changes to kmeans_lab are noticed, forging by
  deeper means is not: let people explain their code.

exit status: 0 all graded, whatever the grades; 2 wrong usage; 130 interrupted
by Ctrl-C, after which the table holds what was graded until then.
"""


def make_parser():
    """Return what reads the command line, and knows the help."""
    parser = argparse.ArgumentParser(
        prog="python -m kmeans_lab.grade",
        description=__doc__,
        epilog=EXPLANATION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    limits = Limits()
    add = parser.add_argument
    add("submissions", nargs="+", type=Path, help="notebooks, or folders with notebooks in them")
    add("--csv", type=Path, default=Path("grades.csv"), help="the table (default: %(default)s)")
    add("--overwrite", action="store_true", help="replace the table if it exists")
    add("--notebook", help="the original of all submissions: a number as 04, or a file")
    add(
        "--exercises",
        metavar="MODULE",
        default=OUR_COURSE,
        help="the module of the course, which holds COURSE (default: %(default)s)",
    )
    add(
        "--jobs",
        type=_positive,
        metavar="N",
        default=os.cpu_count(),
        help="how many at a time (default: as many as this computer has cores)",
    )
    for name, unit in (("seconds", "for a notebook"), ("cell_seconds", "for a cell")):
        add(
            f"--{name.replace('_', '-')}",
            type=_positive,
            metavar="S",
            default=getattr(limits, name),
            help=f"{unit} (default: %(default)s)",
        )
    add(
        "--megabytes",
        type=_positive,
        metavar="M",
        default=limits.megabytes,
        help="memory of a submission (default: %(default)s)",
    )
    return parser


def arguments(argv=None):
    """Read the command line; a mistake in it ends the program with status 2."""
    parser = make_parser()
    given = parser.parse_args(argv)
    try:
        given.submissions = _find(given.submissions)
        _refuse(given)
        _refuse_other_than_courses(given.exercises)
        given.series, given.original = _originals(given.notebook)
    except ValueError as error:
        parser.error(str(error))
    return given


def _positive(text):
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no positive whole number")
    return int(text)


def _find(given):
    """Return all notebooks, each once, in the order of the arguments, then of their names."""
    found = {}
    for path in given:
        inside = sorted(path.rglob("*.ipynb")) if path.is_dir() else [path]
        kept = [p for p in inside if ".ipynb_checkpoints" not in p.parts]
        if not kept or not path.exists():
            raise ValueError(f"there is no {'notebook in' if path.exists() else 'file'} {path}")
        found |= {p.resolve(): p for p in kept if p.resolve() not in found}
    return list(found.values())


def _refuse(given):
    """Refuse what would lose a file or show one submission to the others."""
    table = given.csv.resolve()
    if not table.parent.is_dir():
        raise ValueError(f"--csv: there is no folder {given.csv.parent}")
    if table.is_dir() or table in {path.resolve() for path in given.submissions}:
        raise ValueError(f"--csv: {given.csv} is no place for the table")
    if given.csv.exists() and not given.overwrite:
        raise ValueError(f"--csv: {given.csv} exists; name another file or add --overwrite")
    open_to_all = [Path(folder).resolve() for folder in readable_folders()]
    for path in given.submissions:
        for folder in open_to_all:
            if path.resolve().is_relative_to(folder):
                raise ValueError(
                    f"{path} lies in {folder}, which every submission may read; move it elsewhere"
                )


def _refuse_other_than_courses(module):
    """Refuse a module that cannot be imported, or that holds no course."""
    try:
        course = import_module(module).COURSE
    except (ImportError, AttributeError) as error:
        raise ValueError(f"--exercises: {module!r} is no module with a COURSE ({error})") from None
    if not isinstance(course, Course):
        raise ValueError(
            f"--exercises: {module}.COURSE is no Course, but a {type(course).__name__}"
        )


def _originals(asked):
    """Return the notebooks of the series by number, and the one asked for, if any."""
    if find_spec("IPython") is None:
        raise ValueError("IPython is not installed, and it runs the cells: pip install jupyter")
    series = originals()
    if asked is None or asked.zfill(2) in series:
        return series, series.get(asked and asked.zfill(2))
    try:
        return series, read_notebook(asked)
    except Exception as error:
        known = ", ".join(sorted(series)) or "none here, for this is no clone"
        raise ValueError(
            f"--notebook: {asked!r} is neither one of the series ({known}) nor a "
            f"notebook that can be read ({type(error).__name__})"
        ) from None


def grade_all(given, tell):
    """Grade all submissions.

    Parameters
    ----------
    given : argparse.Namespace
        The command line.
    tell : callable
        Called with each result, in the order in which they come.

    Returns
    -------
    results : list of Graded
        In the order of the submissions; after Ctrl-C those that are done.
    interrupted : bool
    """
    limits = Limits(given.seconds, given.cell_seconds, given.megabytes)
    grader = Grader(limits, given.exercises)
    done, interrupted = {}, False
    with ThreadPoolExecutor(given.jobs) as pool:
        tasks = {pool.submit(grader.grade, path): path for path in given.submissions}
        try:
            for task in as_completed(tasks):
                done[tasks[task]] = task.result()
                tell(task.result(), len(done))
        except KeyboardInterrupt:
            interrupted = True
            pool.shutdown(wait=False, cancel_futures=True)
            grader.stop()
    return [done[path] for path in given.submissions if path in done], interrupted


def progress(given):
    """Return what prints a line for each result."""
    total, warned = len(given.submissions), []

    def tell(graded, count):
        own = expected(graded, given.series, given.original)
        passed = sum(state_of(graded, name)[0] == "passed" for name in own)
        print(
            f"[{count:{len(str(total))}}/{total}] {graded.status:15} {passed:2} of {len(own):2} "
            f"{graded.seconds:6.1f} s  {plain(str(graded.path))}",
            flush=True,
        )
        if graded.locked is False and not warned:
            warned.append(True)
            print(
                "Warning: this system does not lock submissions in. See --help, what does not "
                "hold.",
                file=sys.stderr,
                flush=True,
            )

    return tell


def main(argv=None):
    """Grade what the command line names, write the table, and return the exit status."""
    given = arguments(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    start = time.perf_counter()
    results, interrupted = grade_all(given, progress(given))
    given.csv.write_bytes(as_csv(rows(results, given.series, given.original)))
    seconds = time.perf_counter() - start
    print(f"{len(results)} of {len(given.submissions)} graded in {seconds:.0f} s: {given.csv}")
    return 130 if interrupted else 0
