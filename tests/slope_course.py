"""A course on another subject, in one file: a line through points.

It shows that the checker knows nothing of K-Means. Its notebooks would call
`from slope_course import check, hint, solution`.
"""

import numpy as np

from kmeans_lab.checker.course import Course
from kmeans_lab.checker.draws import Distribution, UsesRng, merged, sequences, uniform_subsets
from kmeans_lab.checker.exercise import Exercise, Seed, Tag, case


def slope(x, y):
    """Return the slope of the line through points with the least squared distances in y."""
    x, y = x - np.mean(x), y - np.mean(y)
    return float((x * y).sum() / (x * x).sum())


SLOPE = Exercise(
    name="slope",
    load=lambda: slope,
    kind="number",
    cases=(
        case([0.0, 2.0], [1.0, 5.0]),
        case([0.0, 1.0, 4.0], [1.0, 2.0, 9.0]),
        case([0, 1, 2, 3], [7, 3, 4, 1], tags="integers"),
    ),
    hints=("Move the origin into the middle of the points.", "Which points pull the most?"),
    why="The line goes through the mean of the points.",
)


@SLOPE.wrong
def through_the_origin(x, y):
    """Your line goes through the origin. Subtract the means first."""
    return (x * y).sum() / (x * x).sum()


@SLOPE.wrong
def exchanged(x, y):
    """You exchange x and y: that is how x changes with y."""
    return slope(y, x)


@SLOPE.wrong
def from_end_to_end(x, y):
    """Only the first and the last point count."""
    return (y[-1] - y[0]) / (x[-1] - x[0])


def draw_pair(n, rng):
    """Return the positions of two of n points, every pair alike."""
    return rng.choice(n, size=2, replace=False)


DRAWS = UsesRng((4,))
PAIRS = Distribution(
    args=(4,),
    draws=2000,
    read=lambda value: tuple(sorted(np.asarray(value).tolist())),
    law=uniform_subsets(range(4), 2),
    names=("n",),
    write=lambda pair: f"points {pair}",
    otherwise="Not every pair comes as often as the others.",
)
DRAW_PAIR = Exercise(
    name="draw_pair",
    load=lambda: draw_pair,
    kind="integers",
    cases=(case(2, Seed(1)), case(5, Seed(2))),
    verify=lambda plain, n, rng: None if np.shape(plain) == (2,) else "shape",
    words={"expected": "two positions", "shape": "Two positions are asked for."},
    probes=(DRAWS, PAIRS),
    hints=("`rng.choice` draws.", "Two different ones: without replacement."),
    why="Lines through random pairs show how far a slope can be trusted.",
)


@DRAWS.wrong
def the_first_two(n, rng):
    """You always take the first two points: draw."""
    return np.array([0, 1])


def _pairs_with_twins():
    ordered = sequences([1 / 4] * 4, lambda chosen: np.ones(4), 2)
    return merged(ordered, lambda pair: tuple(sorted(pair)))


@PAIRS.wrong(law=_pairs_with_twins)
def with_replacement(n, rng):
    """The same point can come twice."""
    return rng.integers(n, size=2)


COURSE = Course(
    lambda: (SLOPE, DRAW_PAIR),
    words={"raises": "It ends with an error; try it with two points."},
    tags={
        "integers": Tag(
            "integers",
            "It is wrong for integers only.",
            seen="integers",
            without=lambda given: {name: values.astype(float) for name, values in given.items()},
            with_=(lambda given: {name: values.astype(int) for name, values in given.items()},),
        )
    },
)
check, hint, solution = COURSE.check, COURSE.hint, COURSE.solution
