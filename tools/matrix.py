"""Run every test, the slow ones and the notebooks too, on the versions that the project promises.

    python tools/matrix.py                 on all of them, one after another
    python tools/matrix.py oldest colab    on some of them
    python tools/matrix.py prereleases     on what will be released soon

Each gets an environment of its own in build/matrix/; `python3.10` and so on must be on the PATH.
NumPy sorts and sums in other ways on other processors, which can show in the last digits and
wherever there are ties. So two of the stacks play processors that know fewer instructions.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass

from packaging.requirements import Requirement

from repository import ROOT, find_requirements, read_toml

#: What Google Colab has, by the name of its stack.
COLAB = read_toml(ROOT / "tools" / "colab.toml")
#: What NumPy must not use, by the names of NumPy 2.0 and of 2.4: a processor of 2012, and one
#: without AVX-512, as in most laptops.
OF_2012 = (
    "AVX2 FMA3 AVX512F AVX512CD AVX512_KNL AVX512_KNM AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
)
WITHOUT_AVX512 = "X86_V4 AVX512_ICL AVX512_SPR"
SHOWN = ("numpy", "pandas", "scikit-learn", "matplotlib", "ipywidgets")


@dataclass(frozen=True)
class Stack:
    """A Python version, packages with their versions, what pip, pytest and NumPy are told."""

    python: str
    pins: tuple = ()
    arguments: tuple = ()
    disabled: str = ""
    pip: tuple = ()


def oldest_allowed():
    """Return the lower bound of every package that the notebooks use, as pins."""
    lines = find_requirements() + find_requirements("scale")
    bounds = [
        (r.name, re.search(r">=([\w.]+)", str(r.specifier))[1]) for r in map(Requirement, lines)
    ]
    return tuple(f"{name}=={version}" for name, version in bounds)


def colab_stack(had):
    """Return the stack of what Colab has, but for its front end, with which no test can be run.

    JupyterLab 4 does not know its ipywidgets 7, so the tests in a browser are left out.
    """
    pins = [pin for pin in had["packages"] if not pin.startswith(("ipykernel=", "notebook="))]
    return Stack(had["python"], tuple(pins), ("--ignore=tests/browser",))


STACKS = {
    "oldest": Stack("3.10", oldest_allowed(), disabled=OF_2012),
    **{name: colab_stack(had) for name, had in COLAB.items()},
    "newest-3.11": Stack("3.11", disabled=WITHOUT_AVX512),
    "newest-3.13": Stack("3.13"),
    "newest-3.14": Stack("3.14"),
}
PRERELEASES = {"prereleases": Stack("3.13", pip=("--pre",))}


def find_python(version):
    """Return the path of an interpreter of that version, or stop and say how to get one."""
    name = f"python{version}"
    here = sys.version_info[:2] == tuple(map(int, version.split(".")))
    path = sys.executable if here else shutil.which(name)
    if path is None or subprocess.run([path, "--version"], capture_output=True).returncode:
        sys.exit(f"{name} is not on the PATH: install Python {version}.")
    return path


def make_environment(name, stack):
    """Create the environment of a stack and return its interpreter."""
    folder = ROOT / "build" / "matrix" / name
    subprocess.run([find_python(stack.python), "-m", "venv", "--clear", folder], check=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pins = folder / "pins.txt"
    pins.write_text("\n".join(stack.pins), encoding="utf-8")
    subprocess.run(
        [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            *stack.pip,
            "-c",
            pins,
            "-e",
            ".[dev]",
        ],
        cwd=ROOT,
        check=True,
    )
    return python


def versions(python):
    """Return the versions that an environment really has, in one line."""
    program = (
        "import platform; from importlib.metadata import version as v; "
        f"print(platform.python_version(), *(n + ' ' + v(n) for n in {SHOWN}), sep=', ')"
    )
    return subprocess.run(
        [python, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


def run(name, stack):
    """Test one stack; return its line of the table and whether it is green."""
    python, start = make_environment(name, stack), time.monotonic()
    tests = subprocess.run(
        [python, "-m", "pytest", "-q", "-m", "", *stack.arguments],
        cwd=ROOT,
        env={**os.environ, "NPY_DISABLE_CPU_FEATURES": stack.disabled},
        stdout=subprocess.PIPE,
        text=True,
    )
    green = tests.returncode == 0
    if not green:
        print(tests.stdout)
    summary = tests.stdout.strip().rsplit("\n", 1)[-1].strip("= ")
    minutes = (time.monotonic() - start) / 60
    return f"{name}: Python {versions(python)}: {summary} ({minutes:.1f} minutes)", green


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = {**STACKS, **PRERELEASES}
    parser.add_argument(
        "stacks", nargs="*", help=f"of {', '.join(known)}; default all but the last"
    )
    names = parser.parse_args().stacks or list(STACKS)
    if unknown := set(names) - set(known):
        parser.error(
            f"there is no stack {', '.join(sorted(unknown))}; there are {', '.join(known)}"
        )
    results = []
    for name in names:
        results.append(run(name, known[name]))
        print(results[-1][0], flush=True)
    sys.exit(not all(green for _, green in results))


if __name__ == "__main__":
    main()
