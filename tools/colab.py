"""Play Google Colab as closely as one machine can: does each notebook, opened alone, run there?

    python tools/colab.py                          every notebook, on each set of versions
    python tools/colab.py --stack colab 03 09      some of them, on one

What stands for Colab: its Python and its versions, without kmeans_lab; an empty folder with one
notebook in it; this clone, served as GitHub would serve it when it is published. Every notebook
installs what `main` holds. The first one also installs a release, and is refused a wheel that has
another checksum. Of all of this only the host in the setup cell is changed. Not played: Colab's
own front end, and the rest of the packages that it has.
"""

import argparse
import functools
import http.server
import json
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import nbformat

from matrix import COLAB, find_python
from nbval_use import RED, run_nbval
from place import find_place, run_git, setup_cell
from release import build_wheel, checksum
from repository import ROOT

#: What the notebooks have to bring; Colab has everything else.
MISSING = ("kmeans-lab", "kneed", "perfplot", "distributed")
KERNEL = {
    "display_name": "Colab",
    "language": "python",
    # Colab sets the first; nothing of this project may come by way of the second.
    "env": {"COLAB_RELEASE_TAG": "played", "PYTHONPATH": ""},
}


def make_environment(name, had):
    """Create what Colab has, once; return its interpreter."""
    folder = ROOT / "build" / "matrix" / f"{name}-{had['date']}-alone"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        subprocess.run([find_python(had["python"]), "-m", "venv", folder], check=True)
        pip(python, "install", *had["packages"])
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


def make_places(folder):
    """Write what GitHub would serve; return where: `main`, a release, and one that is not ours."""
    main = replace(find_place(), published=True, wheel="")
    archive = folder / main.address.removeprefix("https://github.com/")
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as file:
        for name in run_git(ROOT, "ls-files", "-co", "--exclude-standard").split("\n"):
            if (ROOT / name).is_file():
                file.write(ROOT / name, f"kmeans-lab-main/{name}")
    wheel = build_wheel(folder / main.repository / "releases" / "download" / f"v{main.version}")
    release = replace(main, wheel=checksum(wheel))
    return {"main": main, "release": release, "refused": replace(main, wheel="0" * 64)}


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


def copy_alone(path, folder, place, host):
    """Copy a notebook into an empty folder, its setup cell pointed at this machine."""
    notebook = nbformat.read(path, as_version=4)
    setup = next(cell for cell in notebook.cells if "setup" in cell.metadata.get("tags", []))
    setup.source = setup_cell(place).replace("https://github.com", host)
    setup.metadata.tags.append("nbval-ignore-output")  # it now says that it installs
    notebook.metadata.kernelspec["name"] = "colab"
    nbformat.write(notebook, folder / path.name)


def play(path, python, place, host, name):
    """Run one notebook as on a fresh Colab; return what went wrong, or an empty string."""
    here = frozen(python)
    if present := [package for package in MISSING if package in here]:
        pip(python, "uninstall", "--yes", *present)
    before = frozen(python)
    with tempfile.TemporaryDirectory() as folder:
        empty, kernel = Path(folder, name), Path(folder, "jupyter/kernels/colab/kernel.json")
        empty.mkdir()
        copy_alone(path, empty, place, host)
        kernel.parent.mkdir(parents=True)
        command = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        kernel.write_text(json.dumps({**KERNEL, "argv": command}))
        jupyter = str(kernel.parents[2])
        tests = run_nbval(path.name, empty, kernel="colab", JUPYTER_PATH=jupyter)
    changed = {name for name, version in before.items() if frozen(python).get(name) != version}
    problems = tests.stdout if tests.returncode else ""
    return problems + (f"the notebook changed {sorted(changed)}" if changed else "")


def play_refused(path, python, place, host, name):
    """Run one notebook whose wheel has another checksum; return what went wrong, if it ran."""
    play(path, python, place, host, name)
    kept = RED / f"{name}-{path.stem}.diff"
    said = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if "DO NOT MATCH THE HASHES" in said and "kmeans-lab" not in frozen(python):
        kept.unlink()
        kept.with_suffix(".ipynb").unlink()
        return ""
    return f"pip should have refused a wheel with another checksum:\n{said}"


def plan(paths):
    """Yield what is played: the notebook, where it installs from, and how."""
    yield from ((path, "main", play) for path in paths)
    yield paths[0], "release", play
    yield paths[0], "refused", play_refused


def play_all(paths, stack, places, host):
    """Play on one set of versions; return whether something is red."""
    python, red = make_environment(stack, COLAB[stack]), False
    for path, kind, play_one in plan(paths):
        start = time.monotonic()
        problems = play_one(path, python, places[kind], host, f"{stack}-{kind}")
        red = red or bool(problems)
        state, seconds = "RED" if problems else "green", time.monotonic() - start
        print(problems, f"{stack}, {kind}, {path.name}: {state}, {seconds:.0f} s", flush=True)
    return red


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stack", choices=COLAB, action="append", help="default all")
    parser.add_argument(
        "only", nargs="*", help="numbers of notebooks, for example 03; default all"
    )
    chosen = parser.parse_args()
    paths = [
        path
        for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
        if not chosen.only or path.name[:2] in chosen.only
    ]
    if not paths:
        parser.error(f"there is no notebook {', '.join(chosen.only)}")
    with tempfile.TemporaryDirectory() as folder:
        places, server = make_places(Path(folder)), serve(folder)
        host = f"http://localhost:{server.server_port}"
        red = [play_all(paths, stack, places, host) for stack in chosen.stack or COLAB]
        server.shutdown()
    sys.exit(any(red))


if __name__ == "__main__":
    main()
