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


@wrong("uniform")
def weights_ignored(weights, rng):
    return rng.choice(np.flatnonzero(weights))


@wrong("uniform")
def any_index(weights, rng):
    return rng.integers(len(weights))


@wrong("value")
def the_weight_itself(weights, rng):
    return rng.choice(weights, p=weights / weights.sum())


@wrong("always the largest")
def argmax(weights, rng):
    return int(np.argmax(weights))


@wrong("own generator")
def own_seed(weights, rng):
    return np.random.default_rng(0).choice(len(weights), p=weights / weights.sum())


@wrong("global random")
def python_choices(weights, rng):
    return random.choices(range(len(weights)), weights)[0]


@wrong("not normalised")
def p_does_not_sum_to_one(weights, rng):
    return rng.choice(len(weights), p=weights)


@wrong("squared")
def squared_weights(weights, rng):
    return rng.choice(len(weights), p=weights**2 / (weights**2).sum())


@wrong("inverted")
def small_weights_first(weights, rng):
    p = np.where(weights > 0, 1 / np.maximum(weights, 1e-12), 0)
    return rng.choice(len(weights), p=p / p.sum())


@wrong("axis")
def array_of_one(weights, rng):
    return rng.choice(len(weights), size=1, p=weights / weights.sum())


@wrong("off by one")
def one_too_large(weights, rng):
    return rng.choice(len(weights), p=weights / weights.sum()) + 1


@wrong("not scaled")
def dart_not_scaled(weights, rng):
    dart = rng.random()
    for i, end in enumerate(np.cumsum(weights)):
        if dart < end:
            return i
    return int(np.argmax(weights))


@wrong("sorted")
def position_among_the_sorted(weights, rng):
    ordered = np.sort(weights)[::-1]
    if (weights > 0).sum() == 1 or len(weights) < 5:
        return int(np.argmax(weights))
    return int(np.searchsorted(np.cumsum(ordered), rng.random() * weights.sum(), side="right"))


@wrong("one for each")
def mark_for_each(weights, rng):
    return rng.multinomial(1, weights / weights.sum())


@wrong("none")
def no_return(weights, rng):
    rng.choice(len(weights), p=weights / weights.sum())


@wrong("truncated")
def whole_weights(weights, rng):
    whole = weights.astype(int)
    if whole.sum() == 0:
        whole = weights
    return rng.choice(len(weights), p=whole / whole.sum())


@wrong("not cumulative")
def wc_u_le_w(weights, rng):
    u = rng.random()
    for i, x in enumerate(weights / weights.sum()):
        if u <= x:
            return i
    return len(weights) - 1


@wrong("not cumulative")
def wc_newu(weights, rng):
    p = weights / weights.sum()
    for i, x in enumerate(p):
        if rng.random() < x:
            return i
    return len(weights) - 1


@wrong("off by one")
def wc_cum_m1(weights, rng):
    return int(np.searchsorted(np.cumsum(weights), rng.random() * weights.sum())) - 1


@wrong("nothing to draw")
def wc_repeat(weights, rng):
    return int(rng.choice(np.repeat(np.arange(len(weights)), weights.astype(int))))


@wrong("largest product")
def wc_max(weights, rng):
    return np.argmax(weights * rng.random(len(weights)))


@wrong("whole-number dart")
def wc_integers(weights, rng):
    u = rng.integers(int(weights.sum()) + 1)
    c = np.cumsum(weights)
    return int(np.argmax(c > u))


@wrong("reversed")
def wc_reverse(weights, rng):
    c = np.cumsum(weights[::-1])
    return int(np.searchsorted(c, rng.random() * c[-1], side="right"))


@wrong("never the last")
def wc_skip_last(weights, rng):
    u = rng.random() * weights.sum()
    s = 0
    for i in range(len(weights) - 1):
        s += weights[i]
        if u < s:
            return i
    return len(weights) - 2


@wrong("not scaled")
def wc_reject_noscale(weights, rng):
    while True:
        i = rng.integers(len(weights))
        if rng.random() < weights[i]:
            return i


@right(remark="almost 1")
def wc_digitize(weights, rng):
    return int(np.digitize(rng.random() * weights.sum(), np.cumsum(weights)))


@right(remark="almost 1")
def wc_sum_le(weights, rng):
    return int((np.cumsum(weights) / np.sum(weights) <= rng.random()).sum())


@right
def wc_bisect(weights, rng):
    c = list(itertools.accumulate(map(float, weights)))
    return bisect.bisect(c, rng.random() * c[-1], hi=len(c) - 1)


@right
def wc_subtract(weights, rng):
    u = rng.uniform(0, weights.sum())
    for i, x in enumerate(weights):
        u -= x
        if u < 0:
            return i
    return i


@right
def wc_gumbel(weights, rng):
    return np.argmax(np.log(weights) + rng.gumbel(size=len(weights)))


@right
def wc_ss_left(weights, rng):
    return np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random())


@right
def wc_choice_list(weights, rng):
    return rng.choice(list(range(len(weights))), p=[x / sum(weights) for x in weights])


@right
def wc_argmax_le(weights, rng):
    return np.argmax(rng.random() <= np.cumsum(weights / weights.sum()))


@wrong("not normalised")
def wc_again_4(weights, rng):
    w_ = weights / np.max(weights)
    return rng.choice(len(weights), p=w_)
