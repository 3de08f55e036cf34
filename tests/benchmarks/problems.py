"""Random clustering problems of every kind, to hold MyKMeans against scikit-learn's KMeans."""

import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

from kmeans_lab.kmeans import MyKMeans

# In these two, centroids are often equally near to a point: then rounding decides.
TIED = ("grid", "duplicates")
KINDS = (
    "blobs",
    "uniform",
    "empty",
    "integers",
    "float32",
    "fortran",
    "k = n",
    "k = 1",
    "constant",
    "offset",
    "tol = 0",
    "capped",
    *TIED,
)


def draw_problem(kind, rng, n_most=4000):
    """Draw data, at most `n_most` points, and the arguments of an estimator.

    Parameters
    ----------
    kind : str, one of KINDS
    rng : numpy.random.Generator
    n_most : int

    Returns
    -------
    X : array of shape (n, d)
    arguments : dict
    """
    n = int(rng.integers(5, rng.choice([60, 600, 4000])))
    n = min(n, n_most)
    d = int(rng.choice([1, 2, 3, 5, 8, 20]))
    k = {"k = n": n, "k = 1": 1}.get(kind, int(min(n, rng.choice([2, 3, 4, 5, 8, 12, 30]))))
    X = _draw_points(kind, n, d, k, rng)
    if kind == "k = n":
        X, k = X[:40], min(k, 40)
    arguments = {"n_clusters": k, "random_state": int(rng.integers(2**31)), "n_init": 1}
    start = rng.choice(["array", "random", "k-means++"])
    if kind == "empty":
        arguments["init"] = _far_start(X, k, rng)
    elif start == "array":
        arguments["init"] = X[rng.choice(len(X), k, replace=False)].astype(float)
    else:
        arguments.update(init=str(start), n_init=[1, 3, "auto"][rng.integers(3)])
    if kind == "tol = 0":
        arguments["tol"] = 0
    if kind == "capped":
        arguments["max_iter"] = int(rng.integers(1, 4))
    return X, arguments


def _draw_points(kind, n, d, k, rng):
    if kind in ("uniform", "k = n", "k = 1", "empty"):
        return rng.random((n, d))
    if kind == "duplicates":
        return rng.random((n, d))[rng.integers(0, max(2, n // 3), n)]
    if kind == "integers":
        return rng.integers(-1000, 1000, (n, d))
    if kind == "grid":
        return rng.integers(0, 4, (n, d))
    if kind == "constant":
        return np.full((n, d), rng.normal())
    X, _ = make_blobs(
        n,
        d,
        centers=max(2, k),
        cluster_std=rng.choice([0.5, 1, 2.75]),
        random_state=int(rng.integers(2**31)),
    )
    if kind == "offset":
        return X + 1e4
    if kind == "float32":
        return X.astype(np.float32)
    return np.asfortranarray(X) if kind == "fortran" else X


def _far_start(X, k, rng):
    n_far = min(k - 1, 2)
    far = X.max(axis=0) + 100 + rng.random((n_far, X.shape[1]))
    return np.concatenate([X[rng.choice(len(X), k - n_far, replace=False)], far])


def differences(X, arguments):
    """Fit both estimators and name what differs.

    Centres and inertia may differ by a relative 1e-10, with float32 data by 1e-4: there
    scikit-learn adds up in single precision. An inertia of 0 may be rounding: 1e-20 of |X|^2.

    Returns
    -------
    names : list of str, empty if the two are equal
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs, ours = KMeans(**arguments).fit(X), MyKMeans(**arguments).fit(X)
    rtol = 1e-4 if X.dtype == np.float32 else 1e-10
    size = np.abs(X).max()
    close = {
        "labels": np.array_equal(ours.labels_, theirs.labels_),
        "centres": np.allclose(ours.cluster_centers_, theirs.cluster_centers_, rtol, rtol * size),
        "inertia": np.isclose(ours.inertia_, theirs.inertia_, rtol, 1e-20 * X.size * size**2),
        "n_iter": ours.n_iter_ == theirs.n_iter_,
        "dtype": ours.cluster_centers_.dtype == theirs.cluster_centers_.dtype,
    }
    return [name for name, equal in close.items() if not equal]
