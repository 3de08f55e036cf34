"""best_candidate, notebook 08: choose the best further centroid, a step of greedy k-means++."""

import numpy as np

from ..checker.exercise import Exercise, case
from ..steps import squared_distances


def best_candidate(X, chosen, candidates):
    """Choose the candidate that makes the best further centroid: a step of greedy k-means++.

    Parameters
    ----------
    X : array of shape (n, d)
        The points.
    chosen : array of shape (m, d)
        The centroids so far, at least one.
    candidates : array of shape (c, d)
        Points that could become the next one.

    Returns
    -------
    index : int
        The row of `candidates` with which the seeding cost, the sum of the squared distances to
        the nearest centroid, becomes lowest; of several, the first.

    References
    ----------
    Arthur and Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007, mention
    the greedy variant at their end.
    """
    costs = []
    for candidate in candidates:
        distances = squared_distances(X, np.vstack([chosen, candidate]))
        costs.append(distances.min(axis=1).sum())
    return int(np.argmin(costs))


LINE = [[0.0], [1.0], [2.0], [10.0], [11.0], [12.0], [30.0]]
GROUPS = [[0, 0], [1, 0], [0, 1], [20, 0], [21, 0], [20, 1], [21, 1], [0, 40]]
FIRST_OF_TIE = [[5.0, 5.0], [0.0, 0.0], [9.0, 9.0], [0.0, 0.0]]

EXERCISE = Exercise(
    name="best_candidate",
    load=lambda: best_candidate,
    kind="index",
    cases=(
        case([[0.0], [9.0], [10.0], [11.0]], [[0.0]], [[9.0], [10.0]], tags="columns"),
        case(LINE, [[1.0]], [[30.0], [11.0], [2.0]], tags="columns"),
        case(LINE, [[30.0]], [[12.0], [2.0], [1.0]], tags="columns"),
        case(GROUPS, [[0, 0]], [[0, 40], [20, 0], [1, 0]], tags="integers"),
        case(GROUPS, [[20, 0]], [[21, 1], [20, 0], [0, 40]], tags="integers"),
        case(GROUPS, [[20, 1], [0, 0]], [[21, 0], [1, 0], [0, 40], [0, 1]], tags="integers"),
        case(FIRST_OF_TIE, [[9.0, 9.0]], [[5.0, 5.0], [0.0, 0.0], [0.0, 0.0]], tags="tie"),
        case(
            [[0.0, 0.0, 0.0], [4.0, 4.0, 0.0], [4.0, 5.0, 0.0], [0.0, 0.0, 11.0]],
            [[0.0, 0.0, 0.0]],
            [[4.0, 5.0, 0.0], [0.0, 0.0, 11.0]],
            tags="columns",
        ),
        case([[0.0], [10.0], [11.0], [13.0]], [[0.0], [13.0]], [[10.0]], tags="columns"),
        case(
            [[0.0, 0.0], [0.0, 8.0], [1.0, 8.0], [6.0, 8.0], [9.0, 0.0]],
            [[9.0, 0.0], [0.0, 0.0]],
            [[6.0, 8.0], [0.0, 8.0], [1.0, 8.0]],
        ),
    ),
    hints=(
        "Try each candidate: put it under the chosen ones with `np.vstack([chosen, candidate])`.",
        "The cost of a set of centroids: for each point the squared distance to the nearest, "
        "summed over all points.",
        "Collect the costs in a list; `np.argmin` gives the place of the first smallest.",
    ),
    why="scikit-learn does this at every step of its k-means++, with 2 + ln(k) candidates.",
)


def costs(X, chosen, candidates):
    """Return the seeding cost with each of the candidates."""
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).sum(axis=0)


@EXERCISE.wrong
def farthest(X, chosen, candidates):
    """You take the candidate farthest from the centroids so far. It may be a lonely outlier that
    serves nobody: compare what the *whole* data then cost."""
    return squared_distances(candidates, chosen).min(axis=1).argmax()


@EXERCISE.wrong(like=farthest)
def farthest_from_all(X, chosen, candidates):
    return squared_distances(candidates, chosen).sum(axis=1).argmax()


@EXERCISE.wrong
def nearest(X, chosen, candidates):
    """You take the candidate nearest to the centroids so far. It saves next to nothing."""
    return squared_distances(candidates, chosen).min(axis=1).argmin()


@EXERCISE.wrong
def no_minimum(X, chosen, candidates):
    """You count the way to the candidate for every point. A point that is nearer to a chosen
    centroid does not need it: with the candidate *beside* the chosen ones, `.min(axis=1)` first,
    then the sum."""
    return squared_distances(X, candidates).sum(axis=0).argmin()


@EXERCISE.wrong
def dearest(X, chosen, candidates):
    """You take the candidate with the *highest* cost."""
    return costs(X, chosen, candidates).argmax()


@EXERCISE.wrong
def last_of_ties(X, chosen, candidates):
    """Of two equal candidates you take the later one. The first is asked for: `<`, not `<=`."""
    best, lowest = 0, np.inf
    for i, cost in enumerate(costs(X, chosen, candidates)):
        if cost <= lowest:
            best, lowest = i, cost
    return best


@EXERCISE.wrong(key="row of X")
def where_it_stands_in_the_data(X, chosen, candidates):
    """You return where the candidate stands in `X`. Its row in `candidates` is asked for."""
    best = candidates[costs(X, chosen, candidates).argmin()]
    return (X == best).all(axis=1).argmax()


@EXERCISE.wrong
def value(X, chosen, candidates):
    """You return the candidate. Its row number in `candidates` is asked for: `np.argmin`."""
    return candidates[costs(X, chosen, candidates).argmin()]


@EXERCISE.wrong
def cost(X, chosen, candidates):
    """You return the cost. The row number of the candidate is asked for: `np.argmin`."""
    return costs(X, chosen, candidates).min()


@EXERCISE.wrong
def not_reduced(X, chosen, candidates):
    """You return the cost of every candidate. The row number of the cheapest is asked for:
    `np.argmin`."""
    return costs(X, chosen, candidates)


@EXERCISE.wrong
def first(X, chosen, candidates):
    """The first candidate wins, whatever the others cost."""
    return 0


@EXERCISE.wrong
def last(X, chosen, candidates):
    """The last candidate wins. Is the lowest cost so far kept when a lower one is found?"""
    return len(candidates) - 1
