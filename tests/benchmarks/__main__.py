"""Time and memory of MyKMeans.fit against scikit-learn's KMeans.fit (Lloyd), from the same start.

    python -m tests.benchmarks                 everything: about two hours
    python -m tests.benchmarks --quick         up to 10 000 points: about two minutes
    python -m tests.benchmarks --n 100000 --d 2 8 --k 3 8

How to read it. A ratio below 1 means that MyKMeans is faster. The two fit in turn, in one run,
and each counts with its fastest fit, so that a slower or faster machine moves both alike. Other
work on the machine does not: scikit-learn's threads wait for each other in a busy loop, so a core
that is taken away slows it down several times, and the ratios flatter us. The line "cores" at the
start and at the end says how much of two cores a program gets: below 1.8, distrust the table.

Where 300 rounds would take KMeans longer than --seconds, both stop after as many rounds as fit;
a cell in which not even 3 rounds fit is left out. "differ" marks a cell in which labels or number
of rounds are not the same: the ratio then compares different work.
"""

import argparse
import subprocess
import sys
import threading
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

from kmeans_lab.kmeans import MyKMeans

MEMORY = """
import resource, sys
import numpy as np
from sklearn.cluster import KMeans
from kmeans_lab.kmeans import MyKMeans
n, d, k = 1_000_000, 32, 128
X = np.random.default_rng(0).random((n, d))
{name}(2, init=X[:2], n_init=1, max_iter=2).fit(X[:10_000])  # loads all that is loaded late
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
{name}(k, init=X[:k], n_init=1, max_iter=4, tol=0).fit(X)
print((peak() - before) * (1 if sys.platform == "darwin" else 1024))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--n", type=int, nargs="+", default=[200, 2000, 10**4, 10**5, 10**6])
    parser.add_argument("--d", type=int, nargs="+", default=[2, 8, 32, 128])
    parser.add_argument("--k", type=int, nargs="+", default=[3, 8, 32, 128])
    parser.add_argument("--data", nargs="+", default=["blobs", "uniform"])
    parser.add_argument("--seconds", type=float, default=20, help="the longest KMeans fit")
    parser.add_argument("--quick", action="store_true", help="n up to 10 000, fits up to 0.2 s")
    options = parser.parse_args()
    if options.quick:
        options.n = [n for n in options.n if n <= 10**4]
        options.seconds = 0.2
    warnings.simplefilter("ignore")
    print(f"cores: {cores():.1f}")
    ratios = [row for n in options.n for row in table(n, options)]
    if ratios:
        print(f"all: geometric mean {np.exp(np.mean(np.log(ratios))):.2f}, worst {max(ratios):.2f}")
    print(f"cores: {cores():.1f}")
    if not options.quick:
        memory()


def table(n, options):
    """Print the ratios for one n, a line per kind of data and d; return them."""
    print(f"\nn = {n}: ratio (rounds)" + "".join(f"{f'k = {k}':>16}" for k in options.k))
    ratios = []
    for data in options.data:
        for d in options.d:
            cells = [cell(data, n, d, k, options.seconds) for k in options.k]
            ratios += [ratio for ratio, _ in cells if ratio]
            print(f"{data:>12} d = {d:<5}" + "".join(f"{text:>16}" for _, text in cells), flush=True)
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
    same = (np.array_equal(their_model.labels_, our_model.labels_)
            and their_model.n_iter_ == our_model.n_iter_)
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


def cores():
    """How much work two threads get done in the time that one needs."""
    def work():
        x = np.ones(20_000)
        for _ in range(5_000):
            np.minimum(x, x, out=x)

    def seconds(n_threads):
        threads = [threading.Thread(target=work) for _ in range(n_threads)]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.perf_counter() - start

    return 2 * seconds(1) / seconds(2)


def memory():
    """Print the peak memory above the data, each estimator in a process of its own."""
    print("\nn = 1000000, d = 32, k = 128: peak memory above the data")
    allowed = 1_000_000 * (32 * 8 + 48) + 16 * 2**20
    for name in ("KMeans", "MyKMeans"):
        out = subprocess.run([sys.executable, "-c", MEMORY.format(name=name)], check=True,
                             capture_output=True, text=True).stdout
        print(f"{name:>10} {int(out) / 2**20:6.0f} MiB")
    print(f"{'goal':>10} {allowed / 2**20:6.0f} MiB (a centred copy of X, 48 bytes a row, 16 MiB)")


if __name__ == "__main__":
    main()
