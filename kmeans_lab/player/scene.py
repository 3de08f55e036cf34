"""What is drawn: which points, in which frame, and as whole numbers on a grid."""

from math import floor, log10

import numpy as np

__all__ = ["drawn_rows", "frame", "on_grid", "plane"]


def drawn_rows(n, most):
    """Choose at most `most` of n rows, evenly spread and always the same ones.

    Multiples of the golden ratio, without their whole part, spread evenly over 0 to 1, also those
    of every second or third row; so no regular order of the rows can leave out a cluster. Here
    32 bits stand for 0 to 1.

    Parameters
    ----------
    n, most : int

    Returns
    -------
    rows : integer array, rising
    """
    spread = np.arange(n, dtype=np.uint64) * np.uint64(2654435769) % np.uint64(2**32)
    return np.sort(np.argsort(spread, kind="stable")[:most])


def plane(points, heights=0.0):
    """Return the two columns to draw; one column alone is drawn along a line.

    Parameters
    ----------
    points : array of shape (n, d)
    heights : float or array of shape (n,), default=0
        The second column where there is none.

    Returns
    -------
    flat : float array of shape (n, 2)
    """
    if points.shape[1] > 1:
        return points[:, :2].astype(float)
    return np.column_stack([points[:, 0].astype(float), np.zeros(len(points)) + heights])


def frame(*groups):
    """Return the range of both axes that shows all points, with a margin, in short numbers.

    Parameters
    ----------
    *groups : arrays of shape (m, 2)

    Returns
    -------
    domain : list of 4 float
        x from, x to, y from, y to.
    """
    everything = np.concatenate(groups)
    domain = []
    for low, high in zip(everything.min(axis=0).tolist(), everything.max(axis=0).tolist()):
        margin = 0.05 * (high - low) or 0.5 * abs(low) or 0.5
        decimals = 4 - floor(log10(high - low + margin))
        domain += [round(low - margin, decimals), round(high + margin, decimals)]
    return domain


def on_grid(points, domain, width, height):
    """Return places as whole numbers, x from 0 to `width` and y from 0 to `height`.

    Parameters
    ----------
    points : float array of shape (m, 2)
    domain : list of 4 float
    width, height : int

    Returns
    -------
    places : integer array of shape (m, 2)
    """
    low, span = np.array(domain)[[0, 2]], np.diff(domain)[[0, 2]]
    # First to six decimals, so that the last bits of a number half-way do not decide.
    return np.rint(((points - low) / span * [width, height]).round(6)).astype(int)
