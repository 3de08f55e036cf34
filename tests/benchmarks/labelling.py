"""Time of every way to label points, as a ratio to the better of SciPy and scikit-learn.

All strategies run in turn, again and again, and each counts with its fastest run. One that would
take longer than --slowest at the next n is left out there.
"""

import time

import numpy as np

from kmeans_lab.kmeans import MyKMeans
from kmeans_lab.labelling import STRATEGIES

PEERS = ("SciPy", "scikit-learn")
OURS = {
    **{name: f for name, f in STRATEGIES.items() if name not in PEERS},
    "MyKMeans": MyKMeans.assign_labels,
}
ALL = {**OURS, **{name: STRATEGIES[name] for name in PEERS}}


def points(n, d, k):
    """Draw n points and k centroids with d columns."""
    rng = np.random.default_rng([n, d, k])
    return rng.normal(size=(n, d)), rng.normal(size=(k, d))


def print_table(ns, ds, ks, seconds, slowest):
    """Print a line for each cell of the grid."""
    columns = "".join(f"{short(name):>12}" for name in ALL)
    print(
        f"\nlabelling: times the best of SciPy and scikit-learn\n{'n':>7}{'d':>5}{'k':>4}"
        f"{columns}{'best in ms':>12}"
    )
    worst = 0, ""
    for d in ds:
        for k in ks:
            expected = dict.fromkeys(ALL, 0)
            for before, n in zip([ns[0], *ns], ns):
                times = best_times(
                    n,
                    d,
                    k,
                    seconds,
                    {
                        name
                        for name in ALL
                        if name in (*PEERS, "MyKMeans") or expected[name] * n / before <= slowest
                    },
                )
                expected = {name: times.get(name, np.inf) for name in ALL}
                best = min(times[name] for name in PEERS)
                worst = max(worst, (times["MyKMeans"] / best, f"n = {n}, d = {d}, k = {k}"))
                cells = "".join(
                    f"{times[name] / best:12.2f}" if name in times else f"{'-':>12}"
                    for name in ALL
                )
                print(f"{n:>7}{d:>5}{k:>4}{cells}{best * 1e3:12.3f}", flush=True)
    print(f"MyKMeans, worst: {worst[0]:.2f} at {worst[1]}")


def short(name):
    """Abbreviate a name so that it fits a column."""
    return (
        name.replace("nested loops, ", "nest. ")
        .replace("one loop, ", "one ")
        .replace("centroids", "centr.")
        .replace("broadcasting", "broadcast")
        .replace("matrix ", "")
        .replace("scikit-learn", "sklearn")
    )


def best_times(n, d, k, seconds, names):
    """Return the fastest run of each, in seconds, after making sure that all agree."""
    X, centroids = points(n, d, k)
    right = STRATEGIES["SciPy"](X, centroids)
    best = {name: np.inf for name in ALL if name in names}
    start, n_rounds = time.perf_counter(), 0
    while n_rounds < 3 or time.perf_counter() - start < seconds:
        for name in best:
            before = time.perf_counter()
            labels = ALL[name](X, centroids)
            best[name] = min(best[name], time.perf_counter() - before)
            if n_rounds == 0 and not np.array_equal(labels, right):
                raise AssertionError(f"{name} differs at n = {n}, d = {d}, k = {k}")
        n_rounds += 1
    return best
