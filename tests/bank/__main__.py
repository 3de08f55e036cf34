"""Print the figures of the bank: `python -m tests.bank`, or `--quick` without the simulation."""

import argparse
import time
from collections import defaultdict

import numpy as np

from kmeans_lab.checker.draws import ALARM, REJECT, Distribution, p_value
from kmeans_lab.exercises import COURSE, feedback

from . import RIGHT, WRONG


def judge_all(entries):
    """Yield each entry with its feedback and the seconds that it took."""
    for entry in entries:
        start = time.perf_counter()
        result = feedback(entry.exercise, entry.answer)
        yield entry, result, time.perf_counter() - start


def recognised(entry, result):
    """Tell whether the mistake (or both, if there are two) was named, and first."""
    keys = entry.key.split(" + ")
    return list(result.keys[: len(keys)]) == keys


def print_bank():
    """Print, exercise by exercise, what was recognised, and everything that was not."""
    rows, slowest, failures = defaultdict(lambda: [0, 0, 0, 0]), (0.0, None), []
    for entry, result, seconds in judge_all(WRONG):
        rows[entry.exercise][1] += 1
        named = result.state == "wrong" and recognised(entry, result)
        rows[entry.exercise][0] += named
        if not named:
            failures.append(f"{entry}: expected {entry.key!r}, got {result.keys or result.state}")
        if result.key != "endless":
            slowest = max(slowest, (seconds, str(entry)))
    for entry, result, seconds in judge_all(RIGHT):
        rows[entry.exercise][3] += 1
        rows[entry.exercise][2] += result.state == "passed"
        slowest = max(slowest, (seconds, str(entry)))
        if result.state != "passed":
            failures.append(f"{entry}: refused\n{result}")
    print(f"{'exercise':22} wrong, own hint    right, accepted")
    for name, (named, wrong, accepted, right) in rows.items():
        print(f"{name:22} {named:5} of {wrong:3} {accepted:12} of {right:3}")
    total = np.sum(list(rows.values()), axis=0)
    print(f"{'all':22} {total[0]:5} of {total[1]:3} {total[2]:12} of {total[3]:3}")
    print(f"slowest check that was not an endless loop: {slowest[0]:.2f} s, {slowest[1]}")
    print("\n".join(failures))


def distributions():
    """Yield the name and the distribution of every random exercise."""
    for exercise in COURSE.exercises.values():
        for probe in exercise.probes:
            if isinstance(probe, Distribution):
                yield exercise.name, probe


def print_false_rejects(rounds):
    """Draw from the right distribution and count alarms of each of the two stages.

    The two batches are independent, so right code is refused with the product of the rate of
    alarms (p < ALARM) and the rate of rejections (p < REJECT). The outcomes are drawn from the
    exact law instead of from code, which is the same and a thousand times as fast.
    """
    rng = np.random.default_rng(0)
    print(f"right outcomes drawn anew {rounds} times:")
    for name, probe in distributions():
        outcomes, law = list(probe.law), np.array(list(probe.law.values()))
        ps = np.array([_simulated(rng, probe, outcomes, law) for _ in range(rounds)])
        alarms, rejects = (ps < ALARM).mean(), (ps < REJECT).mean()
        print(
            f"{name:22} p < {ALARM}: {alarms:.2e}   p < {REJECT}: {rejects:.2e}   "
            f"both stages: {alarms * rejects:.1e}"
        )


def _simulated(rng, probe, outcomes, law):
    from collections import Counter

    counts = rng.multinomial(probe.draws, law / law.sum())
    return p_value(Counter({o: int(c) for o, c in zip(outcomes, counts) if c}), probe.law)


def main():
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave the simulation out")
    parser.add_argument("--rounds", type=int, default=100_000)
    arguments = parser.parse_args()
    print_bank()
    if not arguments.quick:
        print_false_rejects(arguments.rounds)


if __name__ == "__main__":
    main()
