"""After a restart: a cell that lacks a name says how to go on from there."""

from .sandbox import running_shell

HOW = """
`{name}` is not known here. Spelt right? Then the cell above that makes it
has not been run since the kernel started. Choose Run > Run All Above
Selected Cell (in Colab: Runtime > Run before)."""


def watch_for_missing_names():
    """In a notebook, say after each NameError which cells to run; errors stay as they are."""
    shell = running_shell()
    if shell is not None:
        shell.events.register("post_run_cell", _after_cell)


def _after_cell(result):
    error = result.error_in_exec
    if type(error) is NameError and getattr(error, "name", None):
        print(HOW.format(name=error.name))
