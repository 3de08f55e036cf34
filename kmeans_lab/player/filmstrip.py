"""The filmstrip: some steps as one SVG picture, for pages where no script may run."""

from base64 import b64encode
from html import escape

import numpy as np

from ..plotting import default_colors, default_markers
from .look import look
from .scene import drawn_rows, on_grid

__all__ = ["filmstrip", "shown_steps"]

MOST_PANELS = 8
MOST_POINTS = 200  # in each panel
COLUMNS = 4
N_LOOKS = len(default_colors) * len(default_markers)  # clusters that look different
WIDTH, HEIGHT, CAPTION, GAP = 180, 135, 20, 10  # of a panel, in pixels


def shown_steps(n_steps):
    """Choose the steps in the filmstrip: the first, the last, and some between them.

    Parameters
    ----------
    n_steps : int

    Returns
    -------
    indices : list of int
    """
    n_panels = min(n_steps, MOST_PANELS)
    return [i * (n_steps - 1) // max(1, n_panels - 1) for i in range(n_panels)]


def filmstrip(points, domain, history):
    """Draw the filmstrip.

    Parameters
    ----------
    points : float array of shape (n, 2)
    domain : list of 4 float
    history : list of Step
        With centroids of two columns.

    Returns
    -------
    address : str
        The picture as a ``data:`` address for an ``img``.
    size : tuple of int
        Width and height in pixels.
    """
    shown = [history[i] for i in shown_steps(len(history))]
    rows = drawn_rows(len(points), MOST_POINTS)
    n_columns = min(COLUMNS, len(shown))
    width = n_columns * (WIDTH + GAP) - GAP + 4
    height = -(-len(shown) // n_columns) * (HEIGHT + CAPTION + GAP) - GAP + 4
    places = _places(points[rows], domain)
    k = max(len(step.centroids) for step in shown)
    groups, labels = _groups(places, shown, rows)
    panels = [_panel(step, labels[n], domain, n) for n, step in enumerate(shown)]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="-2 -2 {width} {height}" '
        f'font-family="sans-serif" font-size="10" text-anchor="middle">'
        f"{_markers(k)}{_discs(k)}{groups}"
        f'<rect x="-2" y="-2" width="100%" height="100%" fill="#fff"/>{"".join(panels)}</svg>'
    )
    address = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
    return address, (width, height)


def _places(points, domain):
    return on_grid(points, domain, WIDTH, HEIGHT) * [1, -1] + [0, HEIGHT]


def _groups(places, shown, rows):
    """Define points that share their labels in every panel as one path: most stay together.

    Returns
    -------
    groups : str
        The paths, with the ids p0, p1, ...
    labels : array of shape (panels, groups)
        -1 before the points are labelled.
    """
    everything = np.array(
        [np.full(len(rows), -1) if step.labels is None else step.labels[rows] for step in shown]
    )
    labels, group = np.unique(everything, axis=1, return_inverse=True)
    paths = (
        f'<path id="p{i}" d="{_way(places[group.ravel() == i])}"/>' for i in range(labels.shape[1])
    )
    return f"<defs>{''.join(paths)}</defs>", labels


def _markers(k):
    """Define one marker per look; a path that has it shows it at each of its points."""
    looks = look(k)
    n_colors, n_markers = len(looks["colors"]), len(looks["markers"])
    pieces, styles = [_marker("n", looks["markers"][0], "#888")], []
    for i in range(min(k, N_LOOKS)):
        pieces.append(
            _marker(f"m{i}", looks["markers"][i % n_markers], looks["colors"][i % n_colors])
        )
        styles.append(f".c{i}{{marker:url(#m{i})}}")
    return (
        "<style>path,#frame{fill:none}#frame{stroke:#bbb}circle{fill:#fff;stroke:#000}"
        "marker path{stroke:#333;stroke-width:60}"
        f".n{{marker:url(#n)}}{''.join(styles)}</style><defs>{''.join(pieces)}"
        f'<rect id="frame" width="{WIDTH}" height="{HEIGHT}"/></defs>'
    )


def _discs(k):
    """Define the discs of the centroids, with their numbers."""
    discs = (f'<g id="d{i}"><circle r="7"/><text y="4">{i}</text></g>' for i in range(k))
    return f"<defs>{''.join(discs)}</defs>"


def _marker(name, outline, color):
    return (
        f'<marker id="{name}" viewBox="-800 -800 1600 1600" markerUnits="userSpaceOnUse" '
        'markerWidth="9" markerHeight="9">'
        f'<path d="{outline}" style="fill:{color}"/></marker>'
    )


def _panel(step, labels, domain, n):
    left, top = n % COLUMNS * (WIDTH + GAP), n // COLUMNS * (HEIGHT + CAPTION + GAP)
    pieces = [
        f'<g transform="translate({left} {top + CAPTION})"><use href="#frame"/>',
        f'<text x="{WIDTH // 2}" y="-7" font-size="12">{escape(step.name)}</text>',
    ]
    for label in np.unique(labels).tolist():
        name = "n" if label < 0 else f"c{label % N_LOOKS}"
        uses = (f'<use href="#p{i}"/>' for i in np.flatnonzero(labels == label).tolist())
        pieces.append(f'<g class="{name}">{"".join(uses)}</g>')
    for i, (x, y) in enumerate(_places(step.centroids, domain).tolist()):
        pieces.append(f'<use href="#d{i}" x="{x}" y="{y}"/>')
    return "".join(pieces) + "</g>"


def _way(places):
    """Write a path from point to point, in short steps: x and y relative to the point before."""
    places = places[np.lexsort(places.T[::-1])]
    steps = np.diff(places, axis=0, prepend=[[0, 0]]).tolist()
    return "m" + " ".join(f"{x},{y}" for x, y in steps).replace(",-", "-")
