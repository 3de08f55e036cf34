"""The data sets of the series: generated blobs, the Mall_Customers table, two to judge."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.datasets import make_blobs
from sklearn.preprocessing import StandardScaler

__all__ = ["get_sample_blobs_data", "get_unknown_data", "load_mall_customers"]


def get_sample_blobs_data(*, return_labels=False, return_scaler=False):
    """Make 200 points in three round groups, each column scaled to mean 0 and variance 1.

    Parameters
    ----------
    return_labels : bool, default=False
        Also return the group that every point was drawn from.
    return_scaler : bool, default=False
        Also return the fitted scaler. A new point must go through it before a model that
        was fitted on `X` can label it.

    Returns
    -------
    X : ndarray of shape (200, 2), float64
        The scaled points, without unit.
    y : ndarray of shape (200,), int
        The true groups 0, 1, 2. Only if `return_labels`.
    scaler : sklearn.preprocessing.StandardScaler
        The scaler that made `X` from the raw points. Only if `return_scaler`.

    Examples
    --------
    >>> from kmeans_lab import get_sample_blobs_data
    >>> X, scaler = get_sample_blobs_data(return_scaler=True)
    >>> X.shape
    (200, 2)
    """
    raw, y = make_blobs(n_samples=200, centers=3, cluster_std=2.75, random_state=42)
    scaler = StandardScaler()
    X = scaler.fit_transform(raw)
    extras = [y] * return_labels + [scaler] * return_scaler
    return (X, *extras) if extras else X


def load_mall_customers():
    """Read the Mall_Customers table that travels with the package.

    Returns
    -------
    customers : pandas.DataFrame of shape (200, 5)
        ``CustomerID`` (1 to 200), ``Gender``, ``Age`` (years), ``Annual Income (k$)``
        (thousands of dollars a year) and ``Spending Score (1-100)`` (points).

    Notes
    -----
    A teaching table published by SuperDataScience (https://www.superdatascience.com/). It
    describes no real people. Its publisher states no licence.

    Examples
    --------
    >>> from kmeans_lab import load_mall_customers
    >>> load_mall_customers().shape
    (200, 5)
    """
    package = Path(__file__).parent
    in_wheel, in_clone = (
        folder / "data" / "Mall_Customers.csv" for folder in (package, package.parent)
    )
    return pd.read_csv(in_wheel if in_wheel.exists() else in_clone)


def get_unknown_data(name, *, return_labels=False):
    """Make one of two tables for you to judge: has it groups, and can K-Means find them?

    How they were made stands in no docstring. Read the source only after your verdict.

    Parameters
    ----------
    name : {"A", "B"}
        "A": 400 members of a gym, "B": 400 leaves from a park. All of them are made up.
    return_labels : bool, default=False
        Also return the group that every row was drawn from.

    Returns
    -------
    table : pandas.DataFrame of shape (400, 3)
        One row for each member or leaf; the column names hold the units.
    y : ndarray of shape (400,), int
        The true groups, counted from 0. Only if `return_labels`.

    Raises
    ------
    ValueError
        If there is no table of that name.

    Examples
    --------
    >>> from kmeans_lab.datasets import get_unknown_data
    >>> get_unknown_data("A").shape
    (400, 3)
    """
    makers = {"A": _gym_members, "B": _leaves}
    if name not in tuple(makers):
        raise ValueError(f'name must be "A" or "B", got {name!r}.')
    table, y = makers[name](np.random.default_rng(7))
    return (table, y) if return_labels else table


def _gym_members(rng):
    kinds = np.array([[25, 30_000, 4], [30, 70_000, 12], [50, 40_000, 11], [60, 75_000, 4]])
    y = rng.permutation(np.repeat(np.arange(4), [110, 100, 100, 90]))
    rows = kinds[y] + rng.normal(size=(400, 3)) * [3, 8_000, 1]
    return pd.DataFrame(
        rows.round(1), columns=["age (years)", "income ($ a year)", "visits (a month)"]
    ), y


def _leaves(rng):
    size = rng.normal(size=(400, 1))  # a long leaf is wide and heavy too
    rows = [90, 45, 2.0] + [18, 9, 0.4] * (0.95 * size + 0.31 * rng.normal(size=(400, 3)))
    return pd.DataFrame(
        rows.round(2), columns=["length (mm)", "width (mm)", "weight (g)"]
    ), np.zeros(400, dtype=int)
