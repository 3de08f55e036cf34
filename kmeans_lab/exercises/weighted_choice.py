"""weighted_choice, notebooks 04 and 10: draw an index by its weight."""

from functools import partial
from itertools import product

import numpy as np

from .. import steps
from ..checker.answers import assignments
from ..checker.draws import Distribution, Thrown, UsesRng, repeats
from ..checker.exercise import Exercise, Finding, Seed, case

WEIGHTS = np.array([0.4, 0, 3, 1.7, 0.4, 2])
SPARSE = ([4.0], [0.0, 0.1, 0.0], [0.0, 0.0, 5.0, 0.0], [30.0, 0.0, 25.5], range(1001))
TINY, ZERO = ([Thrown(0, place, ahead) for ahead in range(3)] for place in (2**-53, 0.0))
HARD = [*product(SPARSE, [*map(Seed, range(10)), *TINY]), *product(SPARSE, ZERO)]


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


def read_index(value):
    """Return an index drawn, or None if it is none."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def shares(weights):
    """Return the law of an index drawn with these weights."""
    return {i: w / np.sum(weights) for i, w in enumerate(weights) if w > 0}


def never_without_weight(name="weights", make=np.array, read=read_index):
    """Return a probe: is an item of weight 0 never drawn, not even by a dart on a border?"""

    def probe(function, beat):
        for weights, seed in HARD:
            index = read(function(make(weights), seed.generator()))
            if index is None or not (0 <= index < len(weights) and weights[index] > 0):
                return Finding(
                    "border" if seed in ZERO else "zero weight",
                    example=assignments((name, "rng"), (make(weights), seed)),
                    got=f"{index}",
                    expected="an index whose weight is not zero",
                )
        return None

    return probe


def falls_back(function):
    """Remark on what happens when rounding leaves the dart beyond the last end."""
    weights = np.array([0.0] + [0.1] * 10)
    result = function(weights, Thrown(0, 1 - 2**-53).generator())
    if result is None or not 0 < int(result) < len(weights):
        return (
            "When the random number is almost 1, rounding can carry it past the last sum, and "
            "your function then falls back to another item. One run in 10^16, but remember it."
        )
    return ""


DRAWS = UsesRng((WEIGHTS,), [(np.roll(WEIGHTS, i),) for i in range(1, len(WEIGHTS))])
INDICES = Distribution(
    args=(WEIGHTS,),
    draws=4000,
    read=read_index,
    law=shares(WEIGHTS),
    names=("weights",),
    write=lambda outcome: f"index {outcome}",
    otherwise="The items do not come as often as they should. Twice the weight, twice the chance.",
)

EXERCISE = Exercise(
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
    verify=valid_index,
    words={
        "zero weight": "An item was drawn that has no weight, or does not exist. Its probability "
        "is 0: is every weight divided by the *sum*, and is the index counted from 0?",
        "border": "A random number can be exactly 0. Then the dart lies on the border at the left "
        "end of the line, and your function returns an item without weight there. The item wanted "
        "is the first that ends *beyond* the dart, not on it.",
        "expected": "an index, from 0 to n - 1",
        "kind": "A single index is asked for.",
        "one for each": "You return a mark for each item. The position of the drawn one is asked "
        "for: a single index.",
        "many": "You return several numbers. Draw once and return one index.",
        "axis": "The index comes in an array of one element. Return the number itself: without "
        "`size`, or with `[0]`.",
        "value": "You return the weight itself. Its index is asked for.",
        "off by one": "Your index leaves the weights by one: with n of them it runs from 0 to n "
        "- 1. Are the weights added up (`np.cumsum`), does the random number go as far as they "
        "do, and is the counting from 0?",
        "out of range": "This index is outside the weights. Indices run from 0 to n - 1.",
        "booleans": "Your answer is True or False. An index is asked for, from 0 to n - 1.",
        "floats for integers": "Your index is a float. An index must be an integer.",
        "endless": "Your function did not come to an end within a second, so it was stopped. "
        "Weights may be tiny or zero; does your loop wait for something that never comes?",
    },
    probes=(DRAWS, repeats(WEIGHTS), INDICES, never_without_weight()),
    remarks=(falls_back,),
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


@DRAWS.wrong
def always_the_largest(weights, rng):
    """You always return the largest weight's index. Smaller weights have a smaller chance, not
    none: draw."""
    return int(weights.argmax())


def drawn_with(changed=None, *, key="", like=None):
    """Decorate changed weights: drawing with them is the misconception, and gives its law."""
    if changed is None:
        return partial(drawn_with, key=key, like=like)

    def answer(weights, rng):
        ends = np.cumsum(changed(weights))
        return int(np.argmax(ends > rng.random() * ends[-1]))

    answer.__name__, answer.__doc__ = changed.__name__, changed.__doc__
    return INDICES.wrong(answer, key=key, like=like, law=lambda: shares(changed(WEIGHTS)))


@drawn_with
def uniform(weights):
    """All items have the same chance. The weights must count."""
    return np.ones(len(weights))


@drawn_with(key="uniform")
def uniform_but_for_zero(weights):
    """All items that have a weight have the same chance. How large the weight is must count."""
    return weights > 0


@drawn_with
def never_the_last(weights):
    """The last item is never drawn. Does a loop, a range or a slice end one too early?"""
    return weights[:-1]


@drawn_with
def never_the_first(weights):
    """The first item is never drawn. Indices start at 0."""
    return weights * (np.arange(len(weights)) > 0)


@INDICES.wrong(key="never the last", law=lambda: shares([0.4, 0, 3, 1.7, 2.4]))
def last_goes_to_the_one_before(weights, rng):
    """The last item is never drawn; its share goes to the one before. Does a loop, a range or a
    slice end one too early?"""
    dart, total = rng.random() * weights.sum(), 0
    for i in range(len(weights) - 1):
        total += weights[i]
        if dart < total:
            break
    return i


@INDICES.wrong(key="never the last", law=lambda: shares([2.4, 0, 3, 1.7, 0.4]))
def last_goes_to_the_first(weights, rng):
    """The last item is never drawn; its share goes to the first. Does a loop, a range or a slice
    end one too early?"""
    return int(np.argmax(np.cumsum(weights[:-1]) > rng.random() * weights.sum()))


@drawn_with
def squared(weights):
    """The weights count squared. Use them as they are."""
    return weights**2


@drawn_with
def root(weights):
    """The roots of the weights count. Use them as they are."""
    return np.sqrt(weights)


@drawn_with
def exponential(weights):
    """You use a softmax. Divide the weights by their sum instead: twice the weight, twice the
    chance."""
    return np.exp(weights)


@drawn_with
def inverted(weights):
    """Small weights have the large chances. Turn it round."""
    return np.where(weights > 0, 1 / np.maximum(weights, 1e-9), 0)


@INDICES.wrong(like=inverted, law=lambda: shares(WEIGHTS == 0))
def inverted_with_a_small_number(weights, rng):
    p = 1 / (weights + 1e-12)
    return int(rng.choice(len(p), p=p / p.sum()))


@drawn_with(like=inverted)
def subtracted_from_the_largest(weights):
    return weights.max() - weights


@drawn_with(like=inverted)
def subtracted_from_the_sum(weights):
    return weights.sum() - weights


@drawn_with
def truncated(weights):
    """Only the whole part of each weight counts. Weights need not be whole numbers: do not
    convert them to integers."""
    return weights.astype(int)


@drawn_with(key="truncated")
def rounded(weights):
    """The weights are rounded. They need not be whole numbers."""
    return np.round(weights)


def up_to(top):
    """Return the law of a dart that is thrown no farther than this."""
    return shares(np.diff(np.minimum(WEIGHTS.cumsum(), top), prepend=0))


@INDICES.wrong(law=lambda: up_to(1))
def not_scaled(weights, rng):
    """Your random number lies between 0 and 1, but the sums of the weights go on to their
    total. Multiply it by the total, or divide the weights."""
    return int(np.argmax(np.cumsum(weights) > rng.random()))


def one_after_the_other(otherwise):
    """Return the law of the first item whose share exceeds a random number of its own."""
    p = WEIGHTS / WEIGHTS.sum()
    left = np.cumprod(np.append(1, 1 - p))
    law = p * left[:-1]
    law[otherwise] += left[-1]
    return shares(law)


@INDICES.wrong(law=lambda: one_after_the_other(-1))
def not_cumulative(weights, rng):
    """You compare a new random number with each weight on its own. Lay the weights end to end
    (`np.cumsum`) and throw one dart."""
    for i, share in enumerate(weights / weights.sum()):
        if rng.random() < share:
            return i
    return len(weights) - 1


@INDICES.wrong(like=not_cumulative, law=lambda: one_after_the_other(WEIGHTS.argmax()))
def not_cumulative_or_the_largest(weights, rng):
    below = rng.random(len(weights)) < weights / weights.sum()
    return int(below.argmax() if below.any() else weights.argmax())


def new_dart_for_each_end():
    """Return the law of the first end beyond a random number of its own."""
    ends = WEIGHTS.cumsum() / WEIGHTS.sum()
    return shares(ends * np.cumprod(np.append(1, 1 - ends[:-1])))


@INDICES.wrong(law=new_dart_for_each_end)
def new_darts(weights, rng):
    """You compare a new random number with each end, so early items come too often. One dart
    decides: draw it once, before you look where it landed."""
    ends = weights.cumsum() / weights.sum()
    return next(i for i, end in enumerate(ends) if rng.random() < end)


def first_above(otherwise):
    """Return the law of the first item whose share exceeds one random number."""
    p = WEIGHTS / WEIGHTS.sum()
    law = np.diff(np.maximum.accumulate(p), prepend=0)
    law[otherwise] += 1 - p.max()
    return shares(law)


@INDICES.wrong(key="not cumulative", law=lambda: first_above(-1))
def first_above_or_last(weights, rng):
    """You compare the random number with each weight on its own. Lay the weights end to end
    (`np.cumsum`): where does the dart land?"""
    dart = rng.random()
    for i, share in enumerate(weights / weights.sum()):
        if dart < share:
            return i
    return len(weights) - 1


@INDICES.wrong(like=first_above_or_last, law=lambda: first_above(0))
def first_above_or_first(weights, rng):
    return int(np.argmax(weights / weights.sum() > rng.random()))


@drawn_with(key="sorted")
def position_in_ascending_order(weights):
    """You return the position in the *sorted* weights. The position in the weights as given is
    asked for."""
    return np.sort(weights)


@drawn_with(like=position_in_ascending_order)
def position_in_descending_order(weights):
    return np.sort(weights)[::-1]


@drawn_with(key="off by one")
def one_too_large(weights):
    """Each index comes as often as its left neighbour should: it is one too large. Counting
    starts at 0."""
    return np.roll(weights, 1)


@drawn_with(key="off by one")
def one_too_small(weights):
    """Each index comes as often as its right neighbour should: it is one too small."""
    return np.roll(weights, -1)


@INDICES.wrong(key="off by one", law=lambda: {i - 1: p for i, p in INDICES.law.items()})
def counted_from_minus_one(weights, rng):
    """Each index is one too small. Counting starts at 0."""
    return rng.choice(len(weights), p=weights / weights.sum()) - 1


@drawn_with(key="reversed")
def position_from_the_end(weights):
    """You return the position in the *reversed* weights."""
    return weights[::-1]


@INDICES.wrong(key="not scaled", law=lambda: up_to(len(WEIGHTS)))
def scaled_by_their_number(weights, rng):
    """Your random number goes up to the number of weights. The sums of the weights go up to
    their total: multiply by that."""
    return int(np.argmax(np.cumsum(weights) > rng.random() * len(weights)))


@INDICES.wrong(key="not scaled", law=lambda: up_to(WEIGHTS.max()))
def scaled_by_the_largest(weights, rng):
    """Your random number goes up to the largest weight. The sums of the weights go up to their
    total: multiply by that."""
    return int(np.argmax(np.cumsum(weights) > rng.random() * weights.max()))


@INDICES.wrong(key="not scaled", law=lambda: shares(np.minimum(WEIGHTS, 1)))
def accepted_below_one(weights, rng):
    """A random number between 0 and 1 is compared with weights that can be larger than 1: all
    of those look alike. Scale one of the two."""
    while True:
        i = rng.integers(len(weights))
        if rng.random() < weights[i]:
            return i


def whole_dart(n):
    """Return the law of where a whole number below n lands."""
    return shares(np.bincount(np.searchsorted(np.cumsum(WEIGHTS), range(n), side="right")))


@INDICES.wrong(key="whole-number dart", law=lambda: whole_dart(7))
def whole_dart_below_the_sum(weights, rng):
    """Your random number is a whole number. The weights need not be: draw a float,
    `rng.random()`."""
    return int(np.argmax(np.cumsum(weights) > rng.integers(int(weights.sum()) or 1)))


@INDICES.wrong(like=whole_dart_below_the_sum, law=lambda: whole_dart(8))
def whole_dart_up_to_the_sum(weights, rng):
    return int(np.argmax(np.cumsum(weights) > rng.integers(int(weights.sum()) + 1)))


@INDICES.wrong(like=whole_dart_below_the_sum, law=lambda: shares([1, 0, 3, 2, 0, 1.5]))
def whole_part_of_a_dart(weights, rng):
    return int(np.argmax(np.cumsum(weights) > int(rng.random() * weights.sum())))


def best_product():
    """Return the law of the largest weight times random number, by numerical integration."""
    u = (np.arange(20000) + 0.5)[:, None] / 20000
    below = [np.minimum(w * u / WEIGHTS[WEIGHTS > 0], 1).prod(axis=1) for w in WEIGHTS]
    return shares([(chance / u[:, 0]).mean() for chance in below])


@INDICES.wrong(law=best_product)
def largest_product(weights, rng):
    """You multiply each weight by a random number and take the largest. That prefers the heavy
    ones too much: twice the weight, *twice* the chance."""
    return int(np.argmax(weights * rng.random(len(weights))))


@drawn_with
def index_of_the_filtered_list(weights):
    """Your index counts only the items that have a weight. It must count all items of
    `weights`."""
    return weights[weights > 0]


@INDICES.wrong(law=lambda: shares([0.8, 0, 3, 1.7, 0, 2]))
def first_of_equals(weights, rng):
    """Of two equal weights only the first is ever drawn. Do you draw a weight, and then look up
    where it stands? Draw the index itself."""
    return int(np.argmax(weights == rng.choice(weights, p=weights / weights.sum())))
