"""Answers to same_seed_same_result."""

import numpy as np

from .registry import right, wrong


@right
def in_one_line(run, seed):
    return np.array_equal(run(seed), run(seed))


@right
def shape_then_numbers(run, seed):
    a, b = np.asarray(run(seed)), np.asarray(run(seed))
    return a.shape == b.shape and bool((a == b).all())


@right
def with_rounding(run, seed):
    a, b = run(seed), run(seed)
    return np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-12, atol=0)


@right
def three_runs(run, seed):
    first = np.array(run(seed))
    return all(np.array_equal(first, run(seed)) for _ in range(2))


@right
def by_lists(run, seed):
    return np.array(run(seed)).tolist() == np.array(run(seed)).tolist()


@right
def bytes_and_shape(run, seed):
    a, b = np.asarray(run(seed)), np.asarray(run(seed))
    return (a.shape, a.tobytes()) == (b.shape, b.tobytes())


@right
def copied_before_the_second_run(run, seed):
    first = np.array(run(seed))
    second = np.array(run(seed))
    return first.shape == second.shape and not np.any(first != second)


@wrong("own seed")
def seed_of_its_own(run, seed):
    return np.array_equal(run(0), run(0))


@wrong("too generous")
def six_digits(run, seed):
    return np.array_equal(np.round(run(seed), 6), np.round(run(seed), 6))


@wrong("too generous")
def single_precision(run, seed):
    return np.array_equal(np.float32(run(seed)), np.float32(run(seed)))


@wrong("too generous")
def as_printed(run, seed):
    return str(run(seed)) == str(run(seed))


@wrong("shape ignored")
def bytes_only(run, seed):
    return np.asarray(run(seed)).tobytes() == np.asarray(run(seed)).tobytes()


@wrong("shape ignored")
def broadcast(run, seed):
    return np.array_equiv(run(seed), run(seed))


@wrong("shapes do not fit")
def all_equal(run, seed):
    return bool((run(seed) == run(seed)).all())


@wrong("global random")
def seeds_everybody(run, seed):
    np.random.seed(seed)
    first = run(seed)
    np.random.seed(seed)
    return np.array_equal(first, run(seed))


@wrong("none")
def prints_nothing(run, seed):
    np.array_equal(run(seed), run(seed))
