"""Judge random procedures by their distribution, never by what one seed gives."""

import itertools
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .answers import assignments, describe
from .exercise import Case, Finding, Misconceptions, Seed

ALARM, REJECT = 1e-3, 1e-4  # p-values: first batch, then an independent one must agree
LEAST_EXPECTED = 20  # rarer outcomes are pooled
FIRST_SEED, SECOND_SEED = 20241119, 577215
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
    if any(_hardly_possible(n * law.get(o, 0), seen) for o, seen in counts.items()):
        return 0.0
    cells = [(n * p, counts[outcome]) for outcome, p in law.items() if p > 0]
    cells = _pooled(sorted(cells))
    if len(cells) < 2:
        return 1.0
    statistic = sum((seen - expected) ** 2 / expected for expected, seen in cells)
    return float(chdtrc(len(cells) - 1, statistic))


def _hardly_possible(expected, seen):
    """Tell what pooling would hide: that an outcome came which never should, or hardly ever."""
    return seen > 0 if expected == 0 else seen >= LEAST_EXPECTED and expected < 1


def _pooled(cells):
    """Merge the rarest cells, which come first, until each is expected often enough."""
    while len(cells) > 1 and cells[0][0] < LEAST_EXPECTED:
        (a, seen_a), (b, seen_b), *rest = cells
        cells = sorted([(a + b, seen_a + seen_b), *rest])
    return cells


class NoOutcome(Exception):
    """One of many draws gave something that is no outcome; the text shows it."""


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
        ``read(value)`` names the outcome (hashable), or returns None if it is none.
    law : dict
        The right probability of each outcome.
    names : tuple of str
        The names of these arguments, for the card.
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
    names: tuple
    write: Callable
    otherwise: str
    misconceptions: list = field(default_factory=list)
    key: str = "wrong shares"

    @property
    def case(self):
        """The arguments, as a case."""
        return Case((*self.args, Seed(FIRST_SEED)))

    @property
    def example(self):
        """The arguments as code."""
        return assignments((*self.names, "rng"), self.case.args)

    def __call__(self, function, beat):
        try:
            counts = self.count(function, beat, FIRST_SEED)
            if p_value(counts, self.law) >= ALARM:
                return None
            again = self.count(function, beat, SECOND_SEED)
            if p_value(again, self.law) >= REJECT:
                return None
        except NoOutcome as odd:
            return Finding("now and then", example=self.example, got=str(odd))
        return self.finding(self.explain(counts + again), counts)

    def count(self, function, beat, seed):
        """Draw many times with one Generator and count the outcomes."""
        inputs, rng = Case(self.args), np.random.default_rng(seed)
        counts, start = Counter(), time.thread_time()  # not of the clock: a busy machine is slow
        for i in range(self.draws):
            value = function(*inputs.arguments(), rng)
            outcome = self.read(value)
            if outcome is None:
                raise NoOutcome(f"{describe(value)}\nin draw {i + 1}")
            counts[outcome] += 1
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
        if known is None and len(counts) == 1:
            known = Finding("own seed")
        n = counts.total()
        outcomes = {*self.law, *counts}
        worst = max(sorted(outcomes), key=lambda o: abs(counts[o] - n * self.law.get(o, 0)))
        return Finding(
            known.key if known else self.key,
            known.hint if known else self.otherwise,
            example=f"{self.example}  # {n} draws",
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
    others : tuple of tuples
        More of them. On one input alone, a draw with a seed of its own can look like an answer
        without chance.
    misconceptions : list of Misconception
        Answers without chance; `@uses_rng.wrong` adds one.
    """

    args: tuple
    others: tuple = ()
    misconceptions: list = field(default_factory=list)

    def __call__(self, function, beat):
        *arguments, rng = Case((*self.args, Seed(5))).arguments()
        before = _state(rng)
        function(*arguments, rng)
        if _state(rng) != before:
            return None
        inputs = [Case((*args, Seed(5))) for args in (self.args, *self.others)]
        answers = [function(*one.arguments()) for one in inputs]
        for known in self.misconceptions:
            if all(map(np.array_equal, answers, (known.answer(*i.arguments()) for i in inputs))):
                return Finding(known.key, known.hint)
        return Finding("own generator")


def repeats(*args):
    """Return a probe: does the same seed give the same result?"""

    def probe(function, beat):
        answers = [function(*Case((*args, Seed(5))).arguments()) for _ in range(20)]
        if all(np.array_equal(answers[0], answer) for answer in answers):
            return None
        return Finding("not repeatable")

    return probe


class Dart(np.random.Generator):
    """A Generator of which one throw, by `random` or `uniform`, lands where it hardly ever does.

    Attributes
    ----------
    place : float
        What `random` gives in that throw, from 0 up to 1.
    ahead : int
        How many throws come before it.
    """

    place, ahead = 0.0, -1

    def random(self, size=None, *args, **kwargs):
        """Return random numbers; a single one, if it is its turn, is `place`."""
        drawn = super().random(size, *args, **kwargs)
        if np.size(drawn) != 1:
            return drawn
        self.ahead -= 1
        if self.ahead != -1:
            return drawn
        return self.place if size is None else np.full_like(drawn, self.place)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Return random numbers between two bounds, by `random`."""
        low, high = np.asarray(low), np.asarray(high)
        size = np.broadcast(low, high).shape or None if size is None else size
        return low + (high - low) * self.random(size)


@dataclass(frozen=True)
class Thrown(Seed):
    """A seed, for a Generator of which one throw lands where it hardly ever does.

    Attributes
    ----------
    place, ahead
        Of the `Dart`.
    """

    place: float = 0.0
    ahead: int = 0

    def generator(self):
        """Return a new `Dart`."""
        rng = Dart(np.random.PCG64(self.number))
        rng.place, rng.ahead = self.place, self.ahead
        return rng

    def __repr__(self):
        return (
            f"{super().__repr__()}  # suppose random number {self.ahead + 1} is {self.place:.3g}"
        )
