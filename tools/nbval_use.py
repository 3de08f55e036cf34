"""All that the project uses of nbval, which runs notebooks as tests and compares their outputs.

    python tools/nbval_use.py --nbval 03_mall_customers.ipynb    pytest with it, in any folder

A notebook that fails is kept in build/red as it ran, and beside it, as text, what differs.

Its last release is of March 2024. Should it break, this would replace it: `pytest_collect_file`
here makes a test of each code cell, nbclient, which builds the notebooks, runs them, and
`same_cell` of make_notebooks.py, but for pictures, compares. Besides, the project uses the options
in pyproject.toml, `--nbval-lax`, and the tag `nbval-ignore-output`.
"""

import difflib
import os
import shlex
import subprocess
import sys

import nbformat
import pytest
from nbval.plugin import IPyNbCell

from repository import ROOT, read_pyproject

RED = ROOT / "build" / "red"
FAILED = pytest.StashKey[bool]()


def run_nbval(path, folder, kernel=None, **environment):
    """Run one notebook, or a folder of them, in a pytest of its own.

    Parameters
    ----------
    path : str or pathlib.Path
        What to run.
    folder : pathlib.Path
        Where; its name stands in the names of what is kept in build/red.
    kernel : str or None
        The name of a kernel; None is that of this environment.
    **environment
        Variables besides those of this process.

    Returns
    -------
    run : subprocess.CompletedProcess
    """
    settings = read_pyproject()["tool"]["pytest"]["ini_options"]["addopts"]
    options = [option for option in shlex.split(settings) if option.startswith("--nbval")]
    if kernel:
        options.remove("--nbval-current-env")
        options.append(f"--nbval-kernel-name={kernel}")
    quiet = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, __file__, *quiet, *options, str(path)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environment},
    )


def pytest_collection(session):
    """Keep `--cov` to this process: nbval would trace the kernels too, and slow them down."""
    session.config.option.cov_source = None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Note which tests failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item, nextitem):
    """After the last cell of a notebook, keep what is red."""
    if isinstance(item, IPyNbCell) and (nextitem is None or nextitem.parent is not item.parent):
        keep(item.parent, [cell for cell in item.session.items if cell.parent is item.parent])


def pytest_terminal_summary(terminalreporter):
    failed = terminalreporter.stats.get("failed", [])
    if any(".ipynb::" in report.nodeid for report in failed):
        terminalreporter.write_line(f"Red notebooks as they ran, and what differs: {RED}")


def keep(file, cells):
    """Keep a notebook as it ran, and what differs, if it failed; forget what a former run kept."""
    kept = RED / f"{file.path.parent.name}-{file.path.name}"
    red = [cell for cell in cells if cell.stash.get(FAILED, False)]
    if not red:
        kept.unlink(missing_ok=True)
        kept.with_suffix(".diff").unlink(missing_ok=True)
        return
    differences = [line for cell in red for line in difference(cell)]
    for cell in cells:
        if cell.test_outputs is not None:
            cell.cell.outputs = cell.test_outputs
    RED.mkdir(parents=True, exist_ok=True)
    nbformat.write(file.nb, kept)
    kept.with_suffix(".diff").write_text("\n".join(differences) + "\n", encoding="utf-8")


def difference(cell):
    """Return the lines that say how the outputs of a red cell differ from the stored ones."""
    first = cell.cell.source.partition("\n")[0]
    yield f"{cell.parent.path.name}, {cell.name}, which begins with {first!r}"
    texts = shown(cell.cell.outputs), shown(cell.test_outputs or [])
    yield from difflib.unified_diff(*texts, "stored", "as it ran", lineterm="")


def shown(outputs):
    """Return the lines that a reader sees of outputs; of a picture only that there is one."""
    parts = []
    for output in outputs:
        if output.output_type == "error":
            parts.append(f"{output.ename}: {output.evalue}")
        parts.append(output.get("text", ""))
        for kind, part in output.get("data", {}).items():
            parts.append(kind if kind.startswith("image/") else f"{kind}\n{part}")
    return [line for part in parts for line in str(part).splitlines()]


if __name__ == "__main__":
    sys.exit(pytest.main(sys.argv[1:], plugins=[sys.modules[__name__]]))
