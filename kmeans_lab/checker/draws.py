"""Judge random procedures by their distribution, never by what one seed gives."""

import itertools
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .exercise import Finding, Misconceptions

ALARM, REJECT = 1e-3, 1e-4  # p-values: first batch, then an independent one must agree
LEAST_EXPECTED = 20  # rarer outcomes are pooled
ENOUGH_SECONDS, FEWEST_DRAWS = 0.35, 500  # slow code is drawn from less often


def p_value(counts, law):
    """Pearson's chi-square test of counted outcomes against a law.

    Parameters
    ----------
    counts : Counter
        How often each outcome came.
    law : dict
        The probability of each outcome; one that is missing is impossible.

    Returns
    -------
    p : float
        The probability of a deviation at least this large under the law.
    """
    from scipy.special import chdtrc

    n = counts.total()
    if any(not law.get(outcome) for outcome in counts):
        return 0.0
    cells = [(n * p, counts[outcome]) for outcome, p in law.items() if p > 0]
    cells = _pooled(sorted(cells))
    if len(cells) < 2:
        return 1.0
    statistic = sum((seen - expected) ** 2 / expected for expected, seen in cells)
    return float(chdtrc(len(cells) - 1, statistic))


def _pooled(cells):
    """Merge the rarest cells, which come first, until each is expected often enough."""
    while len(cells) > 1 and cells[0][0] < LEAST_EXPECTED:
        (a, seen_a), (b, seen_b), *rest = cells
        cells = sorted([(a + b, seen_a + seen_b), *rest])
    return cells


@dataclass(eq=False)
class Distribution(Misconceptions):
    """A probe that draws many times and compares with the exact probabilities.

    Attributes
    ----------
    args : tuple
        The arguments before `rng`.
    draws : int
        How often to draw.
    read : callable
        ``read(value)`` names the outcome (hashable), or None if it is none.
    law : dict
        The right probability of each outcome.
    example : str
        The arguments in words.
    write : callable
        Writes an outcome in words.
    otherwise : str
        What to say if no misconception fits.
    misconceptions : list of Misconception
        Each follows a law of its own; `@distribution.wrong(law=...)` adds one.
    key : str
        The key of `otherwise`.
    """

    args: tuple
    draws: int
    read: Callable
    law: dict
    example: str
    write: Callable
    otherwise: str
    misconceptions: list = field(default_factory=list)
    key: str = "wrong shares"

    def __call__(self, function, beat):
        counts = self.count(function, beat, seed=20241119)
        if counts[None]:
            return self.finding(None, counts)
        if p_value(counts, self.law) >= ALARM:
            return None
        again = self.count(function, beat, seed=577215)
        if p_value(again, self.law) >= REJECT:
            return None
        return self.finding(self.explain(counts + again), counts)

    def count(self, function, beat, seed):
        """Draw many times with one Generator and count the outcomes."""
        rng = np.random.default_rng(seed)
        counts, start = Counter(), time.thread_time()  # not of the clock: a busy machine is slow
        for i in range(self.draws):
            arguments = (a.copy() if isinstance(a, np.ndarray) else a for a in self.args)
            counts[self.read(function(*arguments, rng))] += 1
            beat()
            if i >= FEWEST_DRAWS and time.thread_time() - start > ENOUGH_SECONDS:
                break
        return counts

    def explain(self, counts):
        """Return the misconception that fits the counts best, or None."""
        scored = [(p_value(counts, known.law()), known) for known in self.misconceptions]
        p, known = max(scored, key=lambda pair: pair[0], default=(0, None))
        return known if p > REJECT else None

    def finding(self, known, counts):
        """Show the outcome that is farthest from its expectation."""
        n = counts.total()
        outcomes = {*self.law, *counts} - {None}
        worst = max(sorted(outcomes), key=lambda o: abs(counts[o] - n * self.law.get(o, 0)))
        return Finding(
            known.key if known else self.key,
            known.hint if known else self.otherwise,
            example=f"{self.example}\n{n} draws",
            got=f"{self.write(worst)}: {counts[worst]} times",
            expected=f"about {n * self.law.get(worst, 0):.0f} times",
        )


def sequences(first, weights, k):
    """Exact probabilities of the ordered choices of k indices.

    Parameters
    ----------
    first : array of shape (n,)
        Probabilities of the first index.
    weights : callable
        ``weights(chosen)``, the weights of the next index after a tuple of chosen ones.
    k : int
        How many are chosen.

    Returns
    -------
    law : dict
        From tuples of indices to probabilities.
    """
    law: dict[tuple, float] = {(i,): p for i, p in enumerate(first) if p > 0}
    for _ in range(k - 1):
        longer = {}
        for chosen, p in law.items():
            w = np.asarray(weights(chosen), dtype=float)
            for i in np.flatnonzero(w):
                longer[(*chosen, int(i))] = p * w[i] / w.sum()
        law = longer
    return law


def merged(law, key):
    """Add up the probabilities of outcomes that `key` maps to the same one."""
    result = {}
    for outcome, p in law.items():
        result[key(outcome)] = result.get(key(outcome), 0) + p
    return result


def uniform_subsets(items, size):
    """Return the law of a set of `size` different items, all sets alike."""
    subsets = [tuple(subset) for subset in itertools.combinations(items, size)]
    return {subset: 1 / len(subsets) for subset in subsets}


def _state(rng):
    return repr((rng.bit_generator.state, _spawned(rng)))


def _spawned(rng):
    """Count the Generators spawned from this one; drawing from them is right as well."""
    return getattr(rng.bit_generator.seed_seq, "n_children_spawned", 0)


@dataclass(eq=False)
class UsesRng(Misconceptions):
    """A probe: is something drawn from `rng`?

    Attributes
    ----------
    args : tuple
        The arguments before `rng`.
    misconceptions : list of Misconception
        Answers without chance; `@uses_rng.wrong` adds one.
    """

    args: tuple
    misconceptions: list = field(default_factory=list)

    def __call__(self, function, beat):
        rng = np.random.default_rng(5)
        before, answer = _state(rng), function(*self.args, rng)
        if _state(rng) != before:
            return None
        for known in self.misconceptions:
            if np.array_equal(answer, known.answer(*self.args, rng)):
                return Finding(known.key, known.hint)
        return Finding("own generator")


def repeats(*args):
    """Return a probe: does the same seed give the same result?"""

    def probe(function, beat):
        answers = [function(*args, np.random.default_rng(5)) for _ in range(8)]
        if all(np.array_equal(answers[0], answer) for answer in answers):
            return None
        return Finding("not repeatable")

    return probe
