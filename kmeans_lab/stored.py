"""Show what a notebook has stored, where a package that its cells need is missing."""

import json
from pathlib import Path

NOTE = "Stored output of this cell. It was not run here."
MARK = {"kmeans_lab": "stored"}


def show_stored_outputs(notebook, tag):
    """From the next cell on, show what is stored for a cell with `tag` instead of running it.

    Cells are known by their text, so a cell that you have changed is run as it is.

    Parameters
    ----------
    notebook : str or Path
        The .ipynb file, with its outputs.
    tag : str
        Which cells.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    """
    from IPython import get_ipython

    path = Path(notebook)
    if not path.exists():
        raise FileNotFoundError(
            f"notebook must be a file here, in {Path.cwd().name}/, that holds "
            f"the stored outputs; there is no {notebook}."
        )
    stored = {
        "".join(cell["source"]).strip(): cell["outputs"]
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if tag in cell["metadata"].get("tags", [])
    }
    sources = list(stored)
    shell = get_ipython()
    shell.push({"_show_stored": lambda i: _show(stored[sources[i]])}, interactive=False)

    def in_place_of_the_cell(lines):
        source = "".join(lines).strip()
        return [f"_show_stored({sources.index(source)})\n"] if source in stored else lines

    shell.input_transformers_cleanup.append(in_place_of_the_cell)


def _show(outputs):
    """Show stored outputs under a note; a note that was stored with them is left out."""
    from IPython.display import display

    outputs = [output for output in outputs if output.get("metadata", {}) != MARK]
    if outputs:
        display({"text/plain": NOTE}, metadata=MARK, raw=True)
    for output in outputs:
        if output["output_type"] == "stream":
            print("".join(output["text"]), end="")
        else:
            data = {
                kind: "".join(part) if isinstance(part, list) else part
                for kind, part in output["data"].items()
            }
            display(data, metadata=output["metadata"], raw=True)
