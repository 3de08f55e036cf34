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
    i = rng.multinomial(1, nums / nums.sum()).argmax()
    return int(i), nums[i]


@right
def rejection(nums, rng):
    while True:
        i = rng.integers(len(nums))
        if rng.random() * max(nums) < nums[i]:
            return i, nums[i]


@wrong("exchanged")
def value_first(nums, rng):
    i = rng.choice(len(nums), p=nums / nums.sum())
    return nums[i], i


@wrong("not a tuple")
def index_only(nums, rng):
    return rng.choice(len(nums), p=nums / nums.sum())


@wrong("value differs")
def another_value(nums, rng):
    i = rng.choice(len(nums), p=nums / nums.sum())
    return i, nums[i - 1] if len(nums) > 1 else -1.0


@wrong("global random")
def global_state(nums, rng):
    i = np.random.choice(len(nums), p=nums / nums.sum())
    return i, nums[i]
