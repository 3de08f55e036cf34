"""Count on how many random problems MyKMeans equals scikit-learn's KMeans.

    python -m tests.benchmarks.parity --seed 1 --count 1000

Where the two differ, the same problem is given to scikit-learn with one thread and with all:
"itself" counts the problems in which even these two differ, because rounding decides a tie.
"""

import argparse
from collections import Counter

import numpy as np
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from kmeans_lab import fast_steps

from .problems import KINDS, differences, draw_problem


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=280)
    parser.add_argument(
        "--short-cuts",
        action="store_true",
        help="use on small problems what is meant for large ones",
    )
    options = parser.parse_args()
    if options.short_cuts:
        fast_steps.MANY, fast_steps.CHUNK, fast_steps.FEW, fast_steps.BLOCK = 0, 0, 4, 300
    drawn, differ = Counter(), Counter()
    for number in range(options.count):
        kind = KINDS[number % len(KINDS)]
        X, arguments = draw_problem(kind, np.random.default_rng([options.seed, number]))
        names = differences(X, arguments)
        drawn[kind] += 1
        if names:
            differ[kind] += 1
            print(
                f"problem {number}: {kind}, {X.shape}, k = {arguments['n_clusters']}, "
                f"{', '.join(names)} differ; {_itself(X, arguments)}",
                flush=True,
            )
    for kind in KINDS:
        print(f"{kind:12} {drawn[kind] - differ[kind]:5} of {drawn[kind]} equal")
    print(f"{'all':12} {options.count - differ.total():5} of {options.count} equal")


def _itself(X, arguments):
    with threadpool_limits(1):
        alone = KMeans(**arguments).fit(X)
        ours = differences(X, arguments)
    together = KMeans(**arguments).fit(X)
    same = (
        np.array_equal(alone.labels_, together.labels_)
        and alone.n_iter_ == together.n_iter_
        and np.allclose(alone.cluster_centers_, together.cluster_centers_, 1e-10)
    )
    return (
        f"scikit-learn with 1 thread {'equals' if same else 'differs from'} itself with all, "
        f"{'differs from' if ours else 'equals'} MyKMeans"
    )


if __name__ == "__main__":
    main()
