"""How long functions take and how much memory they ask for, as their input grows."""

import sys
import tracemalloc
from contextlib import contextmanager

import matplotlib.pyplot as plt
import numpy as np
import rich

from .plotting import default_colors, default_markers

__all__ = ["peak_bytes", "plot_growth", "time_functions"]


def time_functions(functions, sizes, setup, seconds=0.03, slowest=0.05):
    """Time functions on the same data, size by size, and see to it that their answers agree.

    Parameters
    ----------
    functions : dict of str to callable
        What to time, under the names that a plot shows. The last one must be fast enough for
        all sizes: the others are compared with its answer.
    sizes : sequence of int
        In rising order. Each is printed when its turn comes.
    setup : callable
        ``setup(size)`` returns the tuple of arguments for all functions.
    seconds : float
        How long each function is repeated at each size. The fastest run counts: whatever else
        the computer does can only slow a run down.
    slowest : float
        In seconds. A function that took longer is left out at all larger sizes.

    Returns
    -------
    times : dict of str to array of shape (len(sizes),)
        In seconds, NaN where a function was left out.

    Raises
    ------
    Exception
        From perfplot, if an answer is not equal to that of the last function.
    """
    with plt.rc_context():  # importing perfplot changes the style of all later pictures
        import perfplot
    screen = sys.stdout
    print("sizes:", end="  ", flush=True)

    def announced(size):
        print(f"{size:,}", end="  ", file=screen, flush=True)
        return setup(size)

    with _without_progress_bar():
        data = perfplot.bench(
            list(functions.values())[::-1],
            list(sizes),
            announced,
            labels=list(functions)[::-1],
            target_time_per_measurement=seconds,
            max_time=slowest,
            show_progress=False,
            equality_check=np.array_equal,
        )
    print()
    return dict(zip(functions, data.timings_s[::-1]))


@contextmanager
def _without_progress_bar():
    """Silence rich, for perfplot shows an empty progress bar, as a widget, even if told not to."""
    rich.reconfigure(force_jupyter=False, quiet=True)
    try:
        yield
    finally:
        rich.reconfigure()


def peak_bytes(function, *arguments):
    """Return how many bytes a call had allocated at its peak, above what there was before.

    Python and NumPy report what they allocate, so the number hardly varies. What a library
    written in C++ asks for by itself is not seen.
    """
    function(*arguments)  # what is loaded or made only once does not count
    tracemalloc.start()
    try:
        function(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def plot_growth(sizes, curves, x_label, y_label, title="", limit=None, ax=None):
    """Draw how something grows, both axes logarithmic, with the names beside the curves.

    Parameters
    ----------
    sizes : sequence of int
    curves : dict of str to sequence of float
        One value for each size; NaN is not drawn.
    x_label, y_label : str
        With their units.
    title : str
    limit : sequence of float, optional
        A dotted line, "the machine's limit".
    ax : matplotlib.axes.Axes, optional
        Where to draw; by default on a new figure.

    Returns
    -------
    ax : matplotlib.axes.Axes
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7.5, 5))
    n_colors = len(default_colors) - 1  # yellow lines are hard to see on white
    for i, values in enumerate(curves.values()):
        ax.loglog(
            sizes,
            values,
            color=default_colors[i % n_colors],
            marker=default_markers[i],
            linestyle="-" if i < n_colors else "--",
        )
    names = list(curves)
    if limit is not None:
        ax.loglog(sizes, limit, color="black", linestyle=":", linewidth=2)
        names.append("the machine's limit")
    ax.set(title=title, xlabel=x_label, ylabel=y_label)
    ax.grid(color="0.9")
    _write_names(ax, names)
    return ax


def _write_names(ax, names, gap=0.07):
    """Write the names of the lines on the right, in the order of their ends, evenly spaced."""
    ends = []
    for line in ax.lines:
        x, y = (np.asarray(values, dtype=float) for values in line.get_data())
        last = np.flatnonzero(np.isfinite(y))[-1]
        ends.append((x[last], y[last]))
    ax.autoscale_view()
    heights = (ax.transData + ax.transAxes.inverted()).transform(ends)[:, 1]
    # A line that ends early would go on rising: in proportion to x, say.
    ranks = np.argsort(np.argsort([y / x for x, y in ends]))
    room = gap * (len(names) - 1)
    lowest = np.clip(heights.mean() - room / 2, 0, 1 - room)
    for line, name, end, rank in zip(ax.lines, names, ends, ranks):
        ax.annotate(
            name,
            end,
            (1.1, lowest + gap * rank),
            textcoords="axes fraction",
            verticalalignment="center",
            annotation_clip=False,
            arrowprops={
                "arrowstyle": "-",
                "color": line.get_color(),
                "linewidth": 0.8,
                "shrinkA": 1,
                "shrinkB": 4,
                "relpos": (0, 0.5),
            },
        )
