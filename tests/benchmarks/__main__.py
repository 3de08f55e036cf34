"""Speed and memory against the peers: labelling, then the whole fit.

    python -m tests.benchmarks                 about five minutes
    python -m tests.benchmarks --quick         about one minute
    python -m tests.benchmarks --full          two hours, up to a million points
    python -m tests.benchmarks --only labelling --n 100000 --d 2 8 --k 5 50

How to read it. A ratio below 1 means that ours is faster. What is compared runs in turn, in one
process, and counts with its fastest run, so that a slower or faster machine moves all alike.
Other work on the machine does not: scikit-learn's threads wait for each other in a busy loop, so
a core that is taken away slows it down several times, and the ratios flatter us. The line "cores"
at the start and at the end says how much of two cores a program gets: below 1.8, distrust the
tables, or set OMP_NUM_THREADS=1 and LOKY_MAX_CPU_COUNT=1 to compare one core with one core.
"""

import argparse
import threading
import time
import warnings

import numpy as np

from . import fit, labelling, memory

PARTS = ("memory", "labelling", "fit")


def main():
    options = read_options()
    warnings.simplefilter("ignore")
    print(f"cores: {cores():.1f}")
    if "memory" in options.only:  # first, for a child process starts with its parent's peak
        memory.print_peaks(10**6 if options.full else 10**5)
    if "labelling" in options.only:
        labelling.print_table(
            options.n or [200, 10**4, 10**5],
            options.d or [2, 8, 32, 128],
            options.k or [5, 50],
            min(options.seconds, 1.0),
            options.slowest,
        )
    if "fit" in options.only:
        options.n = options.n or (
            [200, 2000, 10**4, 10**5, 10**6]
            if options.full
            else [200, 10**4]
            if options.quick
            else [200, 10**4, 10**5]
        )
        options.d, options.k = options.d or [2, 8, 32, 128], options.k or [3, 8, 32, 128]
        fit.print_tables(options)
    print(f"cores: {cores():.1f}")


def read_options():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--n", type=int, nargs="+")
    parser.add_argument("--d", type=int, nargs="+")
    parser.add_argument("--k", type=int, nargs="+")
    parser.add_argument("--data", nargs="+", default=["blobs", "uniform"], help="to fit")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--seconds", type=float, help="the longest KMeans fit; time for a cell")
    parser.add_argument("--slowest", type=float, help="the longest run of a labelling strategy")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    seconds, slowest = (0.1, 0.1) if options.quick else (20, 100) if options.full else (0.5, 1)
    options.seconds = seconds if options.seconds is None else options.seconds
    options.slowest = slowest if options.slowest is None else options.slowest
    return options


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


if __name__ == "__main__":
    main()
