"""The two data sets of the series: generated blobs and the Mall_Customers table."""

from pathlib import Path

import pandas as pd
from sklearn.datasets import make_blobs
from sklearn.preprocessing import StandardScaler

__all__ = ["get_sample_blobs_data", "load_mall_customers"]


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
    in_wheel, in_clone = (folder / "data" / "Mall_Customers.csv"
                          for folder in (package, package.parent))
    return pd.read_csv(in_wheel if in_wheel.exists() else in_clone)
