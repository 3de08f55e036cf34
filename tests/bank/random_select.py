"""Answers to random_select."""

import numpy as np

from .registry import right, wrong


@right
def choice_with_p(nums, rng):
    nums = np.asarray(nums)
    i = rng.choice(len(nums), p=nums / nums.sum())
    return i, nums[i]


@right
def running_sum(nums, rng):
    dart, total = rng.random() * sum(nums), 0
    for i, n in enumerate(nums):
        total += n
        if dart < total:
            return (i, float(n))


@right
def searchsorted(nums, rng):
    ends = np.cumsum(nums)
    i = np.searchsorted(ends, rng.random() * ends[-1], side="right")
    return i, nums[i]


@right
def multinomial(nums, rng):
    i = rng.multinomial(1, np.divide(nums, sum(nums))).argmax()
    return int(i), nums[i]


@right
def rejection(nums, rng):
    while True:
        i = rng.integers(len(nums))
        if rng.random() * max(nums) < nums[i]:
            return i, nums[i]


@wrong("exchanged")
def value_first(nums, rng):
    i = rng.choice(len(nums), p=np.array(nums) / sum(nums))
    return nums[i], i


@wrong("not a tuple")
def index_only(nums, rng):
    return rng.choice(len(nums), p=np.array(nums) / sum(nums))


@wrong("value differs")
def another_value(nums, rng):
    i = rng.choice(len(nums), p=np.array(nums) / sum(nums))
    return i, nums[i - 1] if len(nums) > 1 else -1.0


@wrong("global random")
def global_state(nums, rng):
    i = np.random.choice(len(nums), p=np.array(nums) / sum(nums))
    return i, nums[i]


@wrong("list inside")
def arrays_only(nums, rng):
    i = rng.choice(len(nums), p=nums / nums.sum())
    return i, nums[i]


@wrong("list inside")
def lists_only(nums, rng):
    more = nums + [0]
    i = rng.choice(len(more), p=np.array(more) / sum(more))
    return i, more[i]


@wrong("truth of an array")
def no_arrays(nums, rng):
    if not nums:
        raise ValueError("nothing to draw from")
    i = rng.choice(len(nums), p=np.array(nums) / sum(nums))
    return i, nums[i]


@wrong("list")
def pair_in_a_list(nums, rng):
    i = rng.choice(len(nums), p=np.array(nums) / sum(nums))
    return [i, nums[i]]


@wrong("border")
def searchsorted_left(nums, rng):
    ends = np.cumsum(nums)
    i = np.searchsorted(ends, rng.random() * ends[-1])
    return i, nums[i]


@wrong("first of equals")
def value_looked_up(nums, rng):
    value = rng.choice(nums, p=np.array(nums) / sum(nums))
    return list(nums).index(value), value


@wrong("in place")
def sorts_a_list(nums, rng):
    i = rng.choice(len(nums), p=np.array(nums) / sum(nums))
    answer = i, nums[i]
    if isinstance(nums, list):
        nums.sort()
    return answer


@wrong("value differs")
def drawn_twice(nums, rng):
    i, j = rng.choice(len(nums), 2, p=np.array(nums) / sum(nums))
    return i, nums[j]


@wrong("now and then")
def value_seldom_of_another(nums, rng):
    i, value = choice_with_p(nums, rng)
    return i, value if rng.random() < 0.99 else -1.0


@wrong("value differs")
def values_cut_off(nums, rng):
    i, value = choice_with_p(nums, rng)
    return i, int(value)


@wrong("floats for integers")
def float_index(nums, rng):
    i, value = choice_with_p(nums, rng)
    return float(i), value


@wrong("own generator")
def own_seed(nums, rng):
    return choice_with_p(nums, np.random.default_rng(0))


@wrong("always the largest")
def largest(nums, rng):
    return int(np.argmax(nums)), max(nums)


@wrong("not repeatable")
def drawn_from_a_new_generator(nums, rng):
    rng.random()
    return choice_with_p(nums, np.random.default_rng())


@right
def counted_down(nums, rng):
    dart = rng.random() * sum(nums)
    for i, value in enumerate(nums):
        if dart < value:
            return i, value
        dart -= value


@right
def one_of_the_pairs(nums, rng):
    pairs = list(enumerate(nums))
    return pairs[rng.choice(len(pairs), p=np.array(nums) / np.sum(nums))]
