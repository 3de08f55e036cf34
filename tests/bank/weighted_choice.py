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


@wrong("border")
def searchsorted_left(weights, rng):
    return np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random())


@right
def choice_from_a_list(weights, rng):
    return rng.choice(list(range(len(weights))), p=[x / sum(weights) for x in weights])


@wrong("border")
def argmax_of_an_array_of_ends(weights, rng):
    return np.argmax(rng.random() <= np.cumsum(weights / weights.sum()))


@wrong("not normalised")
def divided_by_the_largest(weights, rng):
    return rng.choice(len(weights), p=weights / np.max(weights))


@wrong("border")
def running_sum_up_to_the_end(weights, rng):
    dart, total = rng.random() * sum(weights), 0
    for i, weight in enumerate(weights):
        total += weight
        if dart <= total:
            return i


@wrong("border")
def ends_before_counted(weights, rng):
    return int((np.cumsum(weights) < rng.uniform(0, np.sum(weights))).sum())


@wrong("border")
def steps_before_the_dart(weights, rng):
    dart, i = rng.random() * np.sum(weights), -1
    while dart > 0:
        i += 1
        dart -= weights[i]
    return i


@wrong("zero weight")
def a_millionth_for_everybody(weights, rng):
    p = weights + 1e-6
    return int(rng.choice(len(p), p=p / p.sum()))


@wrong("floats for integers")
def float_index(weights, rng):
    return float(rng.choice(len(weights), p=weights / weights.sum()))


@wrong("in place")
def divides_the_argument(weights, rng):
    if weights.dtype == float:
        weights /= weights.sum()
    return int(rng.choice(len(weights), p=weights / weights.sum()))


@wrong("not repeatable")
def dart_from_a_new_generator(weights, rng):
    rng.random()
    return np.random.default_rng().choice(len(weights), p=weights / weights.sum())


@wrong("own seed")
def dart_from_a_fixed_seed(weights, rng):
    rng.random()
    return np.random.default_rng(1).choice(len(weights), p=weights / weights.sum())


@wrong("own generator")
def seed_that_hits_the_largest(weights, rng):
    return int(np.argmax(np.cumsum(weights) / np.sum(weights) > np.random.default_rng(2).random()))


@wrong("first of equals")
def looks_the_weight_up(weights, rng):
    return list(weights).index(rng.choice(weights, p=weights / weights.sum()))


@wrong("new darts")
def dart_in_the_loop(weights, rng):
    ends = np.cumsum(weights)
    for i, end in enumerate(ends):
        if rng.random() * ends[-1] < end:
            return i


@wrong("whole-number dart")
def dart_cut_off(weights, rng):
    return np.searchsorted(np.cumsum(weights), int(rng.random() * sum(weights)), side="right")


@wrong("inverted")
def divided_by_weights(weights, rng):
    p = 1 / (weights + 1e-9)
    return rng.choice(len(p), p=p / p.sum())


@wrong("nothing to draw")
def percents_repeated(weights, rng):
    times = (100 * weights / weights.sum()).astype(int)
    return int(rng.choice(np.repeat(np.arange(len(weights)), times)))


@wrong("wrong shares")
def weight_for_all(weights, rng):
    p = np.maximum(weights, 0.1)
    return rng.choice(len(p), p=p / p.sum())


@right
def from_the_other_end(weights, rng):
    ends = np.cumsum(weights)
    return np.searchsorted(ends, (1 - rng.random()) * ends[-1], side="left")


@right
def next_with_weight(weights, rng):
    ends = np.cumsum(weights)
    i = int(np.searchsorted(ends, rng.random() * ends[-1]))
    while weights[i] == 0:
        i += 1
    return i


@right
def zeros_passed_over(weights, rng):
    dart, total = rng.random() * sum(weights), 0
    for i, weight in enumerate(weights):
        total += weight
        if weight > 0 and dart <= total:
            return i


@right
def zero_thrown_again(weights, rng):
    dart = rng.random()
    while dart == 0:
        dart = rng.random()
    ends = np.cumsum(weights)
    return int(np.searchsorted(ends, dart * ends[-1]))


@right
def calls_itself(weights, rng):
    i = int(rng.integers(len(weights)))
    if rng.random() * max(weights) < weights[i]:
        return i
    return calls_itself(weights, rng)
