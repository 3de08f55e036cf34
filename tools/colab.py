"""Play Google Colab as closely as one machine can: does each notebook, opened alone, run there?

    python tools/colab.py             every notebook
    python tools/colab.py 03 09       some of them

What stands for Colab: Python 3.12 with Colab's versions and without kmeans_lab; an empty folder
with one notebook in it; this clone, served as the archive that GitHub would serve. Of all of this
only the address in the setup cell is changed. Not played: Colab's own front end, and the rest of
the packages that it has.
"""

import argparse
import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

import nbformat

from matrix import COLAB, find_python
from repository import ROOT, find_repository

ARCHIVE = f"{find_repository()}/archive/main.zip"
ENVIRONMENT = ROOT / "build" / "matrix" / "colab-empty"
#: What the setup cell has to bring; Colab has everything else.
MISSING = ("kmeans-lab", "kneed", "perfplot", "anywidget")
KERNEL = {
    "display_name": "Colab",
    "language": "python",
    "argv": ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
}


def make_environment():
    """Create what Colab has, once; return its interpreter."""
    python = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        subprocess.run([find_python("3.12"), "-m", "venv", ENVIRONMENT], check=True)
        pip(python, "install", *COLAB, "ipykernel==6.17.1", "dask[array,distributed]")
    return python


def pip(python, command, *arguments):
    """Run pip in that environment."""
    subprocess.run(
        [python, "-m", "pip", command, "--quiet", "--disable-pip-version-check", *arguments],
        check=True,
    )


def frozen(python):
    """Return the versions that the environment holds, by package."""
    program = (
        "import json; from importlib.metadata import distributions; "
        "print(json.dumps({d.name.lower(): d.version for d in distributions()}))"
    )
    return json.loads(
        subprocess.run([python, "-c", program], check=True, capture_output=True, text=True).stdout
    )


def make_archive(folder):
    """Write the files of this clone, as they are now, where GitHub's archive would be."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")
    path = folder / ARCHIVE
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            if (ROOT / name).is_file():
                archive.write(ROOT / name, f"kmeans-lab-main/{name}")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that does not report every request."""

    def log_message(self, *arguments):
        pass


def serve(folder):
    """Serve a folder from a thread; return the server."""
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("localhost", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def copy_alone(path, folder, port):
    """Copy a notebook into an empty folder, its setup cell pointed at this machine."""
    notebook = nbformat.read(path, as_version=4)
    setup = next(cell for cell in notebook.cells if "setup" in cell.metadata.get("tags", []))
    address = f"https://github.com/{ARCHIVE}"
    assert address in setup.source, f"{path.name}: the setup cell does not name {address}"
    setup.source = setup.source.replace(address, f"http://localhost:{port}/{ARCHIVE}")
    setup.metadata.tags.append("nbval-ignore-output")  # it now says that it installs
    notebook.metadata.kernelspec["name"] = "colab"
    nbformat.write(notebook, folder / path.name)


def play(path, python, port):
    """Run one notebook as on a fresh Colab; return what went wrong, or an empty string."""
    here = frozen(python)
    if present := [name for name in MISSING if name in here]:
        pip(python, "uninstall", "--yes", *present)
    before = frozen(python)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty").mkdir()
        copy_alone(path, folder / "empty", port)
        kernel = folder / "jupyter" / "kernels" / "colab" / "kernel.json"
        kernel.parent.mkdir(parents=True)
        kernel.write_text(json.dumps({**KERNEL, "argv": [str(python), *KERNEL["argv"][1:]]}))
        tests = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "--nbval",
                "--nbval-kernel-name=colab",
                "--nbval-cell-timeout=120",
                path.name,
            ],
            cwd=folder / "empty",
            env={**os.environ, "JUPYTER_PATH": str(folder / "jupyter")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    changed = {name for name, version in before.items() if frozen(python).get(name) != version}
    problems = tests.stdout if tests.returncode else ""
    return problems + (f"the setup cell changed {sorted(changed)}" if changed else "")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "only", nargs="*", help="numbers of notebooks, for example 03; default all"
    )
    only = parser.parse_args().only
    paths = [
        path
        for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
        if not only or path.name[:2] in only
    ]
    if not paths:
        parser.error(f"there is no notebook {', '.join(only)}")
    python, failed = make_environment(), False
    with tempfile.TemporaryDirectory() as folder:
        make_archive(Path(folder))
        server = serve(folder)
        for path in paths:
            start = time.monotonic()
            problems = play(path, python, server.server_port)
            failed = failed or bool(problems)
            print(problems)
            print(
                f"{path.name}: {'RED' if problems else 'green'}, {time.monotonic() - start:.0f} s",
                flush=True,
            )
        server.shutdown()
    sys.exit(failed)


if __name__ == "__main__":
    main()
