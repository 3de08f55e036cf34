"""Answers to weighted_choice."""

import bisect
import itertools
import random

import numpy as np

from .registry import right, wrong


@right
def choice_with_p(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum())


@right
def searchsorted(weights, rng):
    ends = np.cumsum(weights)
    return np.searchsorted(ends, rng.random() * ends[-1], side="right")


@right
def running_sum(weights, rng):
    dart = rng.uniform(0, sum(weights))
    total = 0
    for i, weight in enumerate(weights):
        total += weight
        if dart < total:
            return i


@right
def multinomial(weights, rng):
    return int(np.argmax(rng.multinomial(1, np.asarray(weights) / np.sum(weights))))


@right(remark="almost 1")
def argmax_of_comparison(weights, rng):
    return np.argmax(np.cumsum(weights) / np.sum(weights) > rng.random())


@right
def exponential_race(weights, rng):
    with np.errstate(divide="ignore"):
        return np.argmin(rng.exponential(size=len(weights)) / np.asarray(weights))


@right
def rejection(weights, rng):
    while True:
        i = rng.integers(len(weights))
        if rng.random() * max(weights) < weights[i]:
            return i


@wrong("value")
def the_weight_itself(weights, rng):
    return rng.choice(weights, p=weights / weights.sum())


@wrong("own generator")
def own_seed(weights, rng):
    return np.random.default_rng(0).choice(len(weights), p=weights / weights.sum())


@wrong("global random")
def python_choices(weights, rng):
    return random.choices(range(len(weights)), weights)[0]


@wrong("not normalised")
def p_does_not_sum_to_one(weights, rng):
    return rng.choice(len(weights), p=weights)


@wrong("axis")
def array_of_one(weights, rng):
    return rng.choice(len(weights), size=1, p=weights / weights.sum())


@wrong("off by one")
def one_too_large(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum()) + 1


@wrong("one for each")
def mark_for_each(weights, rng):
    return rng.multinomial(1, weights / weights.sum())


@wrong("none")
def no_return(weights, rng):
    rng.choice(len(weights), p=weights / weights.sum())


@wrong("nothing to draw")
def repeated_whole_times(weights, rng):
    return int(rng.choice(np.repeat(np.arange(len(weights)), weights.astype(int))))


@right(remark="almost 1")
def digitize(weights, rng):
    return int(np.digitize(rng.random() * weights.sum(), np.cumsum(weights)))


@right(remark="almost 1")
def ends_counted(weights, rng):
    return int((np.cumsum(weights) / np.sum(weights) <= rng.random()).sum())


@right
def bisect_of_ends(weights, rng):
    c = list(itertools.accumulate(map(float, weights)))
    return bisect.bisect(c, rng.random() * c[-1], hi=len(c) - 1)


@right
def dart_counted_down(weights, rng):
    u = rng.uniform(0, weights.sum())
    for i, x in enumerate(weights):
        u -= x
        if u < 0:
            return i
    return i


@right
def gumbel(weights, rng):
    return np.argmax(np.log(weights) + rng.gumbel(size=len(weights)))


@right
def searchsorted_left(weights, rng):
    return np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random())


@right
def choice_from_a_list(weights, rng):
    return rng.choice(list(range(len(weights))), p=[x / sum(weights) for x in weights])


@right
def argmax_of_an_array_of_ends(weights, rng):
    return np.argmax(rng.random() <= np.cumsum(weights / weights.sum()))


@wrong("not normalised")
def divided_by_the_largest(weights, rng):
    return rng.choice(len(weights), p=weights / np.max(weights))
