"""Time of MyKMeans.fit against scikit-learn's KMeans.fit (Lloyd), from the same start.

Where 300 rounds would take KMeans longer than --seconds, both stop after as many rounds as fit;
a cell in which not even 3 rounds fit is left out. "differ" marks a cell in which labels or number
of rounds are not the same: the ratio then compares different work.
"""

import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

from kmeans_lab.kmeans import MyKMeans


def print_tables(options):
    """Print a table for each n, and the mean of all ratios."""
    ratios = [row for n in options.n for row in table(n, options)]
    if ratios:
        print(
            f"all: geometric mean {np.exp(np.mean(np.log(ratios))):.2f}, worst {max(ratios):.2f}"
        )


def table(n, options):
    """Print the ratios for one n, a line per kind of data and d; return them."""
    print(f"\nn = {n}: ratio (rounds)" + "".join(f"{f'k = {k}':>16}" for k in options.k))
    ratios = []
    for data in options.data:
        for d in options.d:
            cells = [cell(data, n, d, k, options.seconds) for k in options.k]
            ratios += [ratio for ratio, _ in cells if ratio]
            print(
                f"{data:>12} d = {d:<5}" + "".join(f"{text:>16}" for _, text in cells), flush=True
            )
    if ratios:
        print(f"geometric mean {np.exp(np.mean(np.log(ratios))):.2f}, worst {max(ratios):.2f}")
    return ratios


def cell(data, n, d, k, seconds):
    """Time both estimators in turn; return their ratio and how to show it."""
    rng = np.random.default_rng([n, d, k])
    X = rng.random((n, d))
    if data == "blobs":
        X, _ = make_blobs(n, d, centers=k, random_state=1)
    arguments = {"n_clusters": k, "init": X[rng.choice(n, k, replace=False)], "n_init": 1}
    rounds = affordable_rounds(X, arguments, seconds)
    if rounds < 3:
        return None, "-"
    theirs, ours, start = [], [], time.perf_counter()
    while len(ours) < 2 or len(ours) < 15 and time.perf_counter() - start < 2 * seconds:
        theirs.append(timed_fit(KMeans(**arguments, max_iter=rounds), X))
        ours.append(timed_fit(MyKMeans(**arguments, max_iter=rounds), X))
    (t, their_model), (o, our_model) = min(theirs, key=first), min(ours, key=first)
    same = (
        np.array_equal(their_model.labels_, our_model.labels_)
        and their_model.n_iter_ == our_model.n_iter_
    )
    return o / t, f"{o / t:.2f} ({our_model.n_iter_}{'' if same else ', differ'})"


def affordable_rounds(X, arguments, seconds):
    """How many rounds KMeans does within the time, 300 at most."""
    two, five = (timed_fit(KMeans(**arguments, max_iter=m, tol=0), X)[0] for m in (2, 5))
    return int(min(300, seconds / max((five - two) / 3, 1e-9)))


def timed_fit(model, X):
    start = time.perf_counter()
    model.fit(X)
    return time.perf_counter() - start, model


def first(pair):
    return pair[0]
