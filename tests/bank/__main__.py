"""Print how often right answers that draw would be refused: `python -m tests.bank`."""

import argparse
from collections import Counter

import numpy as np

from kmeans_lab.checker.draws import ALARM, REJECT, Distribution, p_value
from kmeans_lab.exercises import COURSE


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
    counts = rng.multinomial(probe.draws, law / law.sum())
    return p_value(Counter({o: int(c) for o, c in zip(outcomes, counts) if c}), probe.law)


def main():
    """Draw as often as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100_000)
    print_false_rejects(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
