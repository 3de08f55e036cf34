"""What the step player and the playground share in the browser: drawing, colours, shapes."""

import re
from functools import cache
from importlib.resources import files

from matplotlib.markers import MarkerStyle
from matplotlib.path import Path

from ..plotting import default_colors, default_markers

__all__ = ["look", "read_text"]

_LETTERS = {
    Path.MOVETO: "M",
    Path.LINETO: "L",
    Path.CURVE3: "Q",
    Path.CURVE4: "C",
    Path.CLOSEPOLY: "Z",
}


def read_text(package, name):
    """Read a script or style sheet that lies beside the Python of `package`.

    Lines that are only comments, and indentation, are left out: the reader of the page needs
    neither, and the reader of the file has both.

    Parameters
    ----------
    package, name : str
        For example ``"kmeans_lab.player"`` and ``"drawing.js"``.

    Returns
    -------
    text : str
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def look(n_clusters=None):
    """Return colours and shapes of the first clusters, as `drawing.js` wants them.

    Parameters
    ----------
    n_clusters : int, optional
        As many as there are, if left out: past the last colour or shape they repeat.

    Returns
    -------
    look : dict
        ``colors``: list of str; ``markers``: list of str, the paths of `marker_outline`.
    """
    return {
        "colors": default_colors[:n_clusters],
        "markers": [marker_outline(marker) for marker in default_markers[:n_clusters]],
    }


@cache
def marker_outline(marker):
    """Return a marker of matplotlib as an SVG path, 1000 units wide, its middle at 0, 0.

    Parameters
    ----------
    marker : str
        One of `kmeans_lab.plotting.default_markers`.

    Returns
    -------
    path : str
        Also what a canvas takes: ``new Path2D(path)``.
    """
    style = MarkerStyle(marker)
    path = style.get_path().transformed(style.get_transform())
    pieces = []
    for points, code in path.iter_segments(curves=True, simplify=False):
        upside_down = points.reshape(-1, 2) * [1000, -1000]  # on a screen, y grows downwards
        numbers = (
            ""
            if code == Path.CLOSEPOLY
            else " ".join(f"{round(number)}" for number in upside_down.ravel())
        )
        pieces.append(_LETTERS[code] + numbers)
    return "".join(pieces)
