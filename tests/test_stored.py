"""Without Dask, a notebook shows what it has stored, says so, and goes on."""

import nbclient
import nbformat
import pytest

from kmeans_lab.stored import NOTE, show_stored_outputs
from tests.project import ROOT

NOTEBOOK = ROOT / "notebooks" / "09_beyond_one_machine.ipynb"


def run(notebook, folder):
    """Execute a copy of `notebook` in a kernel that has no Dask; return its cells."""
    notebook.cells.insert(
        0,
        nbformat.v4.new_code_cell(
            'import sys\nsys.modules["dask"] = sys.modules["dask.array"] = None'
        ),
    )
    nbclient.NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    return notebook.cells[1:]


def without_note(outputs):
    return [output for output in outputs if output.get("data", {}).get("text/plain") != NOTE]


def contents(outputs):
    return [output.get("text") or output["data"] for output in outputs]


def test_cells_that_need_dask_show_their_stored_outputs():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code"
        and ("dask" in cell.metadata.get("tags", []) or "show_stored_outputs" in cell.source)
    ]
    stored = [cell.outputs for cell in notebook.cells]
    assert len(stored) > 5
    switch, *cells = run(notebook, NOTEBOOK.parent)
    assert "Dask is not installed" in str(switch.outputs)
    for cell, outputs in zip(cells, stored[1:]):
        assert contents(without_note(cell.outputs)) == contents(outputs)
        assert len(cell.outputs) == len(outputs) + bool(outputs)


def test_a_changed_cell_is_run_and_a_saved_note_is_not_shown_twice(tmp_path):
    cells = [
        nbformat.v4.new_code_cell(source, metadata={"tags": tags})
        for source, tags in (
            (
                "from kmeans_lab.stored import show_stored_outputs\n"
                "show_stored_outputs('a.ipynb', tag='dask')",
                [],
            ),
            ("print(1)", ["dask"]),
            ("print(2)", []),
            ("print(30 + 3)", ["dask"]),
        )
    ]
    for cell, text in zip(cells[1:], ("one\n", "two\n", "three\n")):
        cell.outputs = [nbformat.v4.new_output("stream", text=text)]
    book = nbformat.v4.new_notebook(cells=cells)
    nbformat.write(book, tmp_path / "a.ipynb")
    book.cells[3].source = "print(30 + 4)"
    first = run(book, tmp_path)
    expected = [[], [{"text/plain": NOTE}, "one\n"], ["2\n"], ["34\n"]]
    assert [contents(cell.outputs) for cell in first] == expected
    book.cells = first
    nbformat.write(book, tmp_path / "a.ipynb")
    assert contents(run(book, tmp_path)[1].outputs) == expected[1]


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match="there is no nowhere.ipynb"):
        show_stored_outputs("nowhere.ipynb", tag="dask")
