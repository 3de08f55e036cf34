"""The exercise that draws by weight: weighted_choice."""

import numpy as np

from .. import steps
from ..checker.draws import Distribution, repeats, UsesRng
from ..checker.exercise import Exercise, Misconception, Finding, Seed, case

WEIGHTS = np.array([3, 0, 1, 0.5, 2.25, 0.75])


def _drawn(key, law, hint):
    return Misconception(key, None, hint, law)


def valid_index(plain, weights, rng):
    """Name what is wrong with one drawn index."""
    if not isinstance(plain, np.ndarray):
        return "kind"
    if plain.shape == np.shape(weights) and len(weights) > 1:
        return "one for each" if plain.sum() == 1 else "many"
    if plain.shape == (1,):
        return "axis"
    if plain.ndim > 0:
        return "many"
    if plain.dtype.kind not in "iu":
        return "value"
    if not 0 <= plain < len(weights):
        if plain in weights:
            return "value"
        return "off by one" if plain in (-1, len(weights)) else "out of range"
    return "value" if plain > 0 and weights[plain] == 0 and plain in weights else None


def _normal(weights):
    weights = np.asarray(weights, dtype=float)
    return {(int(i)): w / weights.sum() for i, w in enumerate(weights) if w > 0}


def _law(change):
    return lambda: _normal(change(WEIGHTS.copy()))


def _order_law(order):
    """Return the law of positions in the sorted weights."""
    return lambda: _normal(WEIGHTS[np.argsort(order * WEIGHTS, kind="stable")])


def _write_index(outcome):
    return f"index {outcome}"


def _read_index(value):
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def never_without_weight(function, beat):
    """Probe: is an item of weight 0 never drawn?"""
    for weights in ([4.0], [0.0, 0.1, 0.0], [0.0, 0.0, 5.0, 0.0], [30.0, 0.0, 25.5]):
        for seed in range(10):
            index = _read_index(function(np.array(weights), np.random.default_rng(seed)))
            if index is None or not (0 <= index < len(weights) and weights[index] > 0):
                return Finding(
                    "zero weight",
                    "An item was drawn that has no weight, or does not exist. Its probability is "
                    "0: is every weight divided by the *sum*, and is the index counted from 0?",
                    f"weights = {weights}\nrng = {Seed(seed)}",
                    f"{index}",
                    "an index whose weight is not zero",
                )
    return None


def _near_one(weights, u):
    """Return a Generator whose random() gives u, or as near as its use allows."""

    class Extreme(np.random.Generator):
        def random(self, *args, **kwargs):
            return u

        def uniform(self, low=0.0, high=1.0, size=None):
            return low + (high - low) * u

    return Extreme(np.random.PCG64(0))


def _falls_back(function):
    """Remark on what happens when rounding leaves the dart beyond the last end."""
    weights = np.array([0.0] + [0.1] * 10)
    result = function(weights, _near_one(weights, 1 - 2**-53))
    if result is None or not 0 < int(result) < len(weights):
        return (
            "When the random number is almost 1, rounding can carry it past the last sum, and "
            "your function then falls back to another item. One run in 10^16, but remember it."
        )
    return ""


def _moved_to(source, target):
    law = _normal(WEIGHTS)
    return {i: p + (law[source] if i == target else 0) for i, p in law.items() if i != source}


def _dart(ends, length):
    """Return the law of where a dart between 0 and `length` lands among unscaled ends."""
    edges = np.clip(np.concatenate([[0.0], ends]), 0, length)
    return {i: w / length for i, w in enumerate(np.diff(edges)) if w > 0}


def _first_weight_above():
    """Return the law of the first item whose share exceeds a random number of its own."""
    shares, law, left = WEIGHTS / WEIGHTS.sum(), {}, 1.0
    for i, share in enumerate(shares):
        law[i] = left * share
        left *= 1 - share
    law[len(shares) - 1] += left
    return law


def _one_dart_above(fallback=0):
    """Return the law of the first item whose share exceeds one random number."""
    shares, law, reached = WEIGHTS / WEIGHTS.sum(), {}, 0.0
    for i, share in enumerate(shares):
        law[i] = max(share - reached, 0.0)
        reached = max(reached, share)
    law[range(len(shares))[fallback]] += 1 - reached
    return law


def _whole_dart(n):
    """Return the law of where a whole number below n lands."""
    landed = np.searchsorted(np.cumsum(WEIGHTS), np.arange(n), side="right")
    return {i: float((landed == i).mean()) for i in set(landed.tolist())}


def _largest_product():
    """Return the law of the largest weight times random number, by numerical integration."""
    u = (np.arange(20000) + 0.5) / 20000
    law = {}
    for i in np.flatnonzero(WEIGHTS):
        others = [w for j, w in enumerate(WEIGHTS) if w > 0 and j != i]
        below = [np.minimum(WEIGHTS[i] * u / w, 1) for w in others]
        law[int(i)] = float(np.prod(below, axis=0).mean())
    return law


WEIGHTED_CHOICE = Exercise(
    name="weighted_choice",
    load=lambda: steps.weighted_choice,
    kind="index",
    cases=(
        case([0.0, 0.1, 0.0], Seed(3)),
        case([0.0, 0.0, 5.0, 0.0], Seed(2)),
        case([0.0, 0.0, 0.0, 250.0], Seed(4)),
        case([0, 0, 0, 0, 0, 7, 0], Seed(5), tags="integers"),
        case([30.0, 0.0, 25.5, 40.25], Seed(6)),
        case([0.25, 0.125, 0.0625], Seed(7)),
    ),
    misconceptions=(),
    verify=valid_index,
    words={
        "expected": "an index, from 0 to n - 1",
        "kind": "A single index is asked for.",
        "one for each": "You return a mark for each item. The position of the drawn one is asked "
        "for: a single index.",
        "many": "You return several numbers. Draw once and return one index.",
        "axis": "The index comes in an array of one element. Return the number itself: without "
        "`size`, or with `[0]`.",
        "value": "You return the weight itself. Its index is asked for.",
        "off by one": "Your index leaves the weights by one: with n of them it runs from 0 to "
        "n - 1. Are the weights added up (`np.cumsum`), and is the counting from 0?",
        "out of range": "This index is outside the weights. Indices run from 0 to n - 1.",
        "floats for integers": "Your index is a float. An index must be an integer.",
        "endless": "Your function did not come to an end within a second, so it was stopped. "
        "Weights may be tiny or zero; does your loop wait for something that never comes?",
    },
    probes=(
        UsesRng(
            (WEIGHTS,),
            (
                Misconception(
                    "always the largest",
                    lambda weights, rng: int(weights.argmax()),
                    "You always return the largest weight's index. Smaller weights "
                    "have a smaller chance, not none: draw.",
                ),
            ),
        ),
        repeats(WEIGHTS),
        Distribution(
            args=(WEIGHTS,),
            draws=4000,
            read=_read_index,
            law=_normal(WEIGHTS),
            misconceptions=[
                _drawn(
                    "uniform",
                    _law(np.ones_like),
                    "All items have the same chance. The weights must count.",
                ),
                _drawn(
                    "uniform",
                    _law(lambda w: w > 0),
                    "All items that have a weight have the same chance. How large the weight "
                    "is must count.",
                ),
                _drawn(
                    "never the last",
                    _law(lambda w: w * [1, 1, 1, 1, 1, 0]),
                    "The last item is never drawn. Does the loop or the range end one too early?",
                ),
                _drawn(
                    "never the first",
                    _law(lambda w: w * [0, 1, 1, 1, 1, 1]),
                    "The first item is never drawn. Indices start at 0.",
                ),
                _drawn(
                    "never the last",
                    lambda: _moved_to(5, 4),
                    "The last item is never drawn; its share goes to the one before. Does "
                    "the loop end one too early?",
                ),
                _drawn(
                    "never the last",
                    lambda: _moved_to(5, 0),
                    "The last item is never drawn; its share goes to the first. Does the "
                    "loop end one too early?",
                ),
                _drawn(
                    "squared", _law(np.square), "The weights count squared. Use them as they are."
                ),
                _drawn(
                    "root", _law(np.sqrt), "The roots of the weights count. Use them as they are."
                ),
                _drawn(
                    "exponential",
                    _law(np.exp),
                    "You use a softmax. Divide the weights by their sum instead: twice the "
                    "weight, twice the chance.",
                ),
                _drawn(
                    "inverted",
                    _law(lambda w: np.where(w > 0, 1 / np.maximum(w, 1e-9), 0)),
                    "Small weights have the large chances. Turn it round.",
                ),
                _drawn(
                    "inverted",
                    _law(lambda w: w.max() - w),
                    "Small weights have the large chances. Turn it round.",
                ),
                _drawn(
                    "inverted",
                    _law(lambda w: w.sum() - w),
                    "Small weights have the large chances. Turn it round.",
                ),
                _drawn(
                    "truncated",
                    _law(np.floor),
                    "Only the whole part of each weight counts. Weights need not be whole "
                    "numbers: do not convert them to integers.",
                ),
                _drawn(
                    "truncated",
                    _law(np.round),
                    "The weights are rounded. They need not be whole numbers.",
                ),
                _drawn(
                    "not scaled",
                    lambda: _dart(np.cumsum(WEIGHTS), 1.0),
                    "Your random number lies between 0 and 1, but the sums of the weights "
                    "go on to their total. Multiply it by the total, or divide the weights.",
                ),
                _drawn(
                    "not cumulative",
                    lambda: _first_weight_above(),
                    "You compare a new random number with each weight on its own. Lay the "
                    "weights end to end (`np.cumsum`) and throw one dart.",
                ),
                _drawn(
                    "not cumulative",
                    lambda: _one_dart_above(fallback=-1),
                    "You compare the random number with each weight on its own. Lay the "
                    "weights end to end (`np.cumsum`): where does the dart land?",
                ),
                _drawn(
                    "not cumulative",
                    lambda: _one_dart_above(),
                    "You compare the random number with each weight on its own. Lay the "
                    "weights end to end (`np.cumsum`): where does the dart land?",
                ),
                _drawn(
                    "sorted",
                    _order_law(1),
                    "You return the position in the *sorted* weights. The position in the "
                    "weights as given is asked for.",
                ),
                _drawn(
                    "sorted",
                    _order_law(-1),
                    "You return the position in the *sorted* weights. The position in the "
                    "weights as given is asked for.",
                ),
                _drawn(
                    "off by one",
                    _law(lambda w: np.roll(w, 1)),
                    "Each index comes as often as its left neighbour should: it is one too "
                    "large. Counting starts at 0.",
                ),
                _drawn(
                    "off by one",
                    _law(lambda w: np.roll(w, -1)),
                    "Each index comes as often as its right neighbour should: it is one too "
                    "small.",
                ),
                _drawn(
                    "off by one",
                    lambda: {i + 1: p for i, p in _normal(WEIGHTS).items()},
                    "Each index is one too large. Counting starts at 0.",
                ),
                _drawn(
                    "off by one",
                    lambda: {i - 1: p for i, p in _normal(WEIGHTS).items()},
                    "Each index is one too small. Counting starts at 0.",
                ),
                _drawn(
                    "reversed",
                    _law(lambda w: w[::-1]),
                    "You return the position in the *reversed* weights.",
                ),
                _drawn(
                    "not scaled",
                    lambda: _dart(np.cumsum(WEIGHTS), len(WEIGHTS)),
                    "Your random number goes up to the number of weights. The sums of the "
                    "weights go up to their total: multiply by that.",
                ),
                _drawn(
                    "not scaled",
                    lambda: _dart(np.cumsum(WEIGHTS), WEIGHTS.max()),
                    "Your random number goes up to the largest weight. The sums of the "
                    "weights go up to their total: multiply by that.",
                ),
                _drawn(
                    "not scaled",
                    _law(lambda w: np.minimum(w, 1)),
                    "A random number between 0 and 1 is compared with weights that can be "
                    "larger than 1: all of those look alike. Scale one of the two.",
                ),
                _drawn(
                    "whole-number dart",
                    lambda: _whole_dart(int(WEIGHTS.sum())),
                    "Your random number is a whole number. The weights need not be: draw a "
                    "float, `rng.random()`.",
                ),
                _drawn(
                    "whole-number dart",
                    lambda: _whole_dart(int(WEIGHTS.sum()) + 1),
                    "Your random number is a whole number. The weights need not be: draw a "
                    "float, `rng.random()`.",
                ),
                _drawn(
                    "largest product",
                    _largest_product,
                    "You multiply each weight by a random number and take the largest. That "
                    "prefers the heavy ones too much: twice the weight, *twice* the chance.",
                ),
                _drawn(
                    "index of the filtered list",
                    lambda: _normal(WEIGHTS[WEIGHTS > 0]),
                    "Your index counts only the items that have a weight. It must count all "
                    "items of `weights`.",
                ),
                _drawn(
                    "always the largest",
                    _law(lambda w: w == w.max()),
                    "You always return the largest weight's index. Smaller weights have a "
                    "smaller chance, not none.",
                ),
            ],
            example=f"weights = {WEIGHTS.tolist()}",
            write=_write_index,
            otherwise="The items do not come as often as they should. Twice the weight, twice the "
            "chance.",
        ),
        never_without_weight,
    ),
    remarks=(_falls_back,),
    hints=(
        "Lay the weights end to end on a line, and throw a dart at it. Where does it land?",
        "`np.cumsum(weights)` holds the ends of the pieces; the last one is the length of the "
        "line. `rng.random()` is the dart, from 0 to 1: stretch it.",
        "The first end beyond the dart belongs to the piece that was hit; `np.searchsorted` "
        "finds it. Or let `rng.choice` do it: `p` must sum to 1.",
    ),
    why="The same draw is the heart of k-means++, of sampling text from a language model, and of "
    "many games.",
)
