"""How many clusters: the within-cluster sum of squares (WCSS) over k, and the bend in it."""

from inspect import isclass

import numpy as np
from kneed import KneeLocator
from sklearn.utils import check_array

from .plotting import default_colors, plot_cluster_grid
from .validation import check_k_range, check_wcss

__all__ = ["choose_elbow", "get_elbow", "get_inertia_list"]


def get_inertia_list(
    X,
    k_min,
    k_max,
    KMeans_model,
    title="",
    x_label="",
    y_label="",
    visualize=False,
    colors=default_colors,
    random_state=42,
    **model_params,
):
    """Fit one model for every k from `k_min` to `k_max` and collect their WCSS.

    Parameters
    ----------
    X : array-like of shape (n_samples, n_features)
        The points.
    k_min, k_max : int
        The smallest and the largest number of clusters, both included, at most n_samples.
    KMeans_model : class
        A class, not an instance, with the signature of `sklearn.cluster.KMeans`.
    title, x_label, y_label : str
        Title of the figure and labels of its axes. Only used if `visualize`.
    visualize : bool, default=False
        Draw the clusters of every k, side by side.
    colors : sequence of colours
        See `plot_clusters`. Only used if `visualize`.
    random_state : int, default=42
        Given to every model, so that the same call gives the same values.
    **model_params
        Further arguments of `KMeans_model`, for example ``n_init=10``.

    Returns
    -------
    WCSS_array : ndarray of shape (k_max - k_min + 1,), float64
        The ``inertia_`` of every model, in the squared unit of `X`.

    Raises
    ------
    ValueError
        If `X` holds NaN, the range of k does not fit it, or `KMeans_model` is no class.
    """
    if not isclass(KMeans_model):
        raise ValueError(f"KMeans_model must be a class such as KMeans, got {KMeans_model!r}.")
    X = check_array(X, input_name="X")
    check_k_range(k_min, k_max, n_samples=len(X))
    models = [
        KMeans_model(n_clusters=k, random_state=random_state, **model_params).fit(X)
        for k in range(k_min, k_max + 1)
    ]
    if visualize:
        panels = [
            (
                f"k = {len(model.cluster_centers_)}, WCSS = {model.inertia_:.2f}",
                model.cluster_centers_,
                model.labels_,
            )
            for model in models
        ]
        plot_cluster_grid(X, panels, title, x_label, y_label, colors)
    return np.array([model.inertia_ for model in models], dtype=float)


def choose_elbow(ks, wcss):
    """Find the k at the knee of a falling curve with the Kneedle algorithm, where S = 1.

    Parameters
    ----------
    ks : list, range or array of int
        The numbers of clusters, rising.
    wcss : list or array of float
        The WCSS for each of them. Kneedle takes the curve for convex and
        decreasing; its other settings stay as they are.

    Returns
    -------
    k : int or None
        The value of `ks` at the knee, None where the curve has none.

    References
    ----------
    Satopaa et al., "Finding a 'Kneedle' in a Haystack", ICDCS Workshops 2011.
    """
    knee = KneeLocator(ks, wcss, curve="convex", direction="decreasing", S=1.0).knee
    return None if knee is None else int(knee)


def get_elbow(WCSS_array, k_max, k_min=1, log=False):
    """Find the k at the elbow of the WCSS.

    Parameters
    ----------
    WCSS_array : array-like of shape (k_max - k_min + 1,)
        The WCSS for k_min, ..., k_max, as `get_inertia_list` returns it.
    k_max : int
        The largest number of clusters. The elbow can move with it.
    k_min : int, default=1
        The smallest number of clusters.
    log : bool, default=False
        Look for the knee of log(WCSS) instead. One step of k is then judged by the factor it
        saves, not by the amount, and the huge first step no longer hides the later ones.

    Returns
    -------
    elbow : int or None
        The number of clusters at the elbow, None where there is none.

    Raises
    ------
    ValueError
        If the array does not fit k_min..k_max, holds NaN or negative values, or, with `log`,
        a zero.
    """
    wcss = check_wcss(WCSS_array, k_max, k_min)
    if log:
        if not wcss.all():
            raise ValueError(
                f"WCSS_array must be above 0 everywhere if log=True, got 0 at "
                f"k={k_min + np.argmin(wcss)}."
            )
        wcss = np.log(wcss)
    if np.ptp(wcss) == 0:  # a flat line has no knee, and Kneedle would divide by its height
        return None
    return choose_elbow(range(k_min, k_max + 1), wcss)
