"""Peak memory above the data, each call in a process of its own (not on Windows)."""

import subprocess
import sys

from .labelling import ALL

MIB = 2**20
FIT = """
X = np.random.default_rng(0).random(({n}, {d}))
{name}(2, init=X[:2], n_init=1, max_iter=2).fit(X[:10_000])  # loads all that is loaded late
before = peak()
{name}({k}, init=X[:{k}], n_init=1, max_iter=4, tol=0).fit(X)
"""
LABEL = """
X, centroids = points({n}, {d}, {k})
ALL[{name!r}](X[:100], centroids)
before = peak()
ALL[{name!r}](X, centroids)
"""
FRAME = """
import resource, sys
import numpy as np
from sklearn.cluster import KMeans
from kmeans_lab.kmeans import MyKMeans
from tests.benchmarks.labelling import ALL, points
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{code}
print((peak() - before) * (1 if sys.platform == "darwin" else 1024))
"""


def print_peaks(n_fit):
    """Print what fitting and labelling take at their peak."""
    n, d, k = 50_000, 8, 50
    print(f"\npeak memory above the data, in MiB\nlabelling n = {n}, d = {d}, k = {k}")
    for name in ALL:
        if "rows" not in name and "nested" not in name:  # minutes, for a megabyte of labels
            print(f"{name:>24} {peak(LABEL.format(name=name, n=n, d=d, k=k)):6.0f}", flush=True)
    d, k = 32, 128
    print(f"fit, n = {n_fit}, d = {d}, k = {k}")
    for name in ("KMeans", "MyKMeans"):
        print(f"{name:>24} {peak(FIT.format(name=name, n=n_fit, d=d, k=k)):6.0f}", flush=True)
    goal = n_fit * (d * 8 + 48) / MIB + 16
    print(f"{'goal':>24} {goal:6.0f} (a centred copy of X, 48 bytes a row, 16 MiB)")


def peak(code):
    """Run some code and return by how many MiB its peak rose above `before`."""
    out = subprocess.run(
        [sys.executable, "-c", FRAME.format(code=code)], check=True, capture_output=True, text=True
    ).stdout
    return int(out) / MIB
