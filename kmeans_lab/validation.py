"""Checks of arguments that several modules share, with messages that name argument and value."""

from numbers import Integral

import numpy as np

__all__ = ["check_k_range", "check_wcss"]


def check_k_range(k_min, k_max, n_samples=None):
    """Raise a ValueError unless ``1 <= k_min <= k_max <= n_samples`` in whole numbers.

    Parameters
    ----------
    k_min, k_max : int
        The smallest and the largest number of clusters.
    n_samples : int, optional
        The number of rows, the most clusters there can be.
    """
    for name, k in (("k_min", k_min), ("k_max", k_max)):
        if not isinstance(k, Integral) or isinstance(k, bool) or k < 1:
            raise ValueError(f"{name} must be a whole number of at least 1, got {k!r}.")
    if k_min > k_max:
        raise ValueError(f"k_min must be at most k_max, got k_min={k_min} and k_max={k_max}.")
    if n_samples is not None and k_max > n_samples:
        raise ValueError(
            f"k_max must be at most the number of rows of X, {n_samples}, got {k_max}."
        )


def check_wcss(WCSS_array, k_max, k_min):
    """Return `WCSS_array` as floats, or raise a ValueError that says what is wrong with it.

    Parameters
    ----------
    WCSS_array : array-like of shape (k_max - k_min + 1,)
        One finite value of at least 0 for every k.
    k_max, k_min : int
        The largest and the smallest number of clusters.

    Returns
    -------
    wcss : ndarray of shape (k_max - k_min + 1,), float64
    """
    check_k_range(k_min, k_max)
    wcss = np.asarray(WCSS_array, dtype=float)
    n_expected = k_max - k_min + 1
    if wcss.shape != (n_expected,):
        raise ValueError(
            f"WCSS_array must hold one value for each k from k_min={k_min} to "
            f"k_max={k_max}, so have shape ({n_expected},), got {wcss.shape}."
        )
    bad = np.flatnonzero(~(np.isfinite(wcss) & (wcss >= 0)))
    if bad.size:
        raise ValueError(
            f"WCSS_array must hold finite values of at least 0, "
            f"got {wcss[bad[0]]} at k={k_min + bad[0]}."
        )
    return wcss
