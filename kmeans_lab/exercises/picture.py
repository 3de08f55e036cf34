"""The failing example as a picture: points and centroids in the plane, yours beside the expected.

Plain SVG of a few kilobytes, in the colours and shapes of `plotting`. Lines and letters take the
colour of the text around, so that it can be read in a light and in a dark theme.
"""

from html import escape

import numpy as np

from ..plotting import default_colors, default_markers

WIDTH, HEIGHT, MARGIN, HEAD = 230, 170, 20, 22  # of one panel, in pixels
SHAPES = {
    "o": "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z",
    "^": "M0,-6L5.5,4.5H-5.5z",
    "s": "M-4.5,-4.5H4.5V4.5H-4.5z",
    "v": "M0,6L5.5,-4.5H-5.5z",
    "D": "M0,-6L6,0L0,6L-6,0z",
}
UNKNOWN = "M-4,-4L4,4M-4,4L4,-4"  # a label that there is not
FIRST = 4  # differences that the alt text tells


def of_labels(got, expected, X, centroids):
    """Draw the points in the colours of both answers of `assign_labels`.

    Parameters
    ----------
    got, expected : integer array of shape (n,)
        The answers.
    X, centroids : arrays of shape (n, d) and (k, d)
        The example.

    Returns
    -------
    picture : str
        SVG, or "" if the example does not lie in the plane, or an answer holds no labels.
    """
    if got.dtype.kind not in "iu":
        return ""
    wrong = np.flatnonzero(got != expected)
    told = [f"row {i} of X has label {got[i]}, not {expected[i]}" for i in wrong]
    return _picture(
        [
            ("Your answer", _points(X, got, wrong), _discs(centroids)),
            ("Expected", _points(X, expected, wrong), _discs(centroids)),
        ],
        [X, centroids],
        told,
    )


def of_means(got, expected, X, labels, centroids):
    """Draw where both answers of `recompute_centroids` move the centroids; see `of_labels`."""
    told = [
        f"centroid {j} goes to {_at(got[j])}, not to {_at(expected[j])}"
        for j in np.flatnonzero(~np.isclose(got, expected).all(axis=1))
    ]
    return _picture(
        [
            (title, _points(X, labels), _moves(centroids, answer) + _discs(answer))
            for title, answer in (("Your answer; dashed: before", got), ("Expected", expected))
        ],
        [X, centroids, got, expected],
        told,
    )


def of_sum(got, expected, X, labels, centroids):
    """Draw the distances that `inertia` squares and sums; see `of_labels`."""
    told = ["each row of X is joined to the centroid of its label"]
    lines = _moves(X, np.asarray(centroids)[labels], arrow=False)
    panel = "Summed: these lengths, squared", lines + _points(X, labels), _discs(centroids)
    return _picture([panel], [X, centroids], told)


# Marks: what to draw, at which places in the plane.


def _points(X, labels, ringed=()):
    ring = '<circle r="10" fill="none" stroke-dasharray="3 2"/>'
    number = '<text x="12" y="-2" font-size="10" stroke="none">{}</text>'
    return [
        ((ring if i in ringed else "") + _shape(label) + number.format(i), place)
        for i, (place, label) in enumerate(zip(X, labels))
    ]


def _shape(label):
    if not 0 <= label < 2 * len(SHAPES):
        return f'<path d="{UNKNOWN}" stroke-width="2"/>'
    shape = SHAPES[default_markers[int(label) % len(SHAPES)]]
    return f'<path d="{shape}" fill="{default_colors[int(label) % len(default_colors)]}"/>'


def _discs(centroids):
    disc = '<circle r="8" fill="white" stroke="{}" stroke-width="2.5"/>'
    number = '<text y="4" font-size="11" fill="black" stroke="none" text-anchor="middle">{}</text>'
    return [
        (disc.format(default_colors[j % len(default_colors)]) + number.format(j), place)
        for j, place in enumerate(centroids)
    ]


def _moves(starts, ends, arrow=True):
    """Draw lines; of a centroid that moves, an empty disc stays where it was."""
    empty = '<circle r="8" fill="none" stroke-dasharray="2 2"/>' if arrow else ""
    return [(empty, start, end) for start, end in zip(starts, ends)]


# The picture.


def _picture(panels, shown, told):
    if any(np.shape(places)[1:] != (2,) for places in shown):
        return ""
    to_pixels = _scale(np.concatenate([np.asarray(places, dtype=float) for places in shown]))
    drawn = [
        f'<g transform="translate({i * (WIDTH + MARGIN)},0)">{_panel(*panel, to_pixels)}</g>'
        for i, panel in enumerate(panels)
    ]
    width, height = len(panels) * (WIDTH + MARGIN) - MARGIN, HEIGHT + HEAD
    rest = f", and {len(told) - FIRST} more" if len(told) > FIRST else ""
    alt = f"Points and centroids in the plane: {'; '.join(told[:FIRST])}{rest}."
    return (
        f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" style="max-width: 100%;" font-family="sans-serif" '
        f'fill="currentColor" stroke="none">{"".join(drawn)}</svg>'
    )


def _scale(places):
    """Return what turns a place into pixels: both axes alike, for distances count."""
    places = places[np.isfinite(places).all(axis=1)]
    low, high = places.min(axis=0), places.max(axis=0)
    room = np.array([WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN])
    unit = min(room / np.maximum(high - low, 1e-12 * np.abs(places).max() + 1e-300))
    middle = (low + high) / 2

    def to_pixels(place):
        x, y = (np.asarray(place) - middle) * unit
        return x + WIDTH / 2, HEAD + HEIGHT / 2 - y

    return to_pixels


def _panel(title, points, discs, to_pixels):
    frame = f'<rect x="0.5" y="{HEAD}.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" fill="none" '
    marks = [_mark(to_pixels, *mark) for mark in (*points, *discs)]
    return (
        f'<text x="2" y="15" font-size="12">{title}</text>'
        f'{frame}stroke="currentColor" stroke-opacity="0.4"/>{"".join(marks)}'
    )


def _mark(to_pixels, drawn, place, end=None):
    """Place a mark, with a line to its end; nothing is drawn at a place that is none."""
    if not np.isfinite(place).all():
        return ""
    x, y = to_pixels(place)
    line = ""
    if end is not None and np.isfinite(end).all():
        dx, dy = np.subtract(to_pixels(end), (x, y))
        line = f'<path d="M0,0L{dx:.1f},{dy:.1f}" stroke-opacity="0.7"/>'
    return f'<g transform="translate({x:.1f},{y:.1f})" stroke="currentColor">{line}{drawn}</g>'


def _at(row):
    return f"({', '.join(f'{x:.4g}' for x in row)})"
