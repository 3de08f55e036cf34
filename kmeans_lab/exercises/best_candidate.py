"""best_candidate, notebook 08: choose the best further centroid, a step of greedy k-means++."""

import numpy as np

from ..checker.exercise import Exercise, case, slip
from ..steps import assign_labels, inertia, recompute_centroids, squared_distances


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
FLAT = [[12, 11], [7, 4], [7, 0], [7, 9], [9, 2], [0, 7], [10, 2], [4, 10], [1, 1], [3, 0], [0, 6]]
SOLID = [
    [10, 0, 9],
    [10, 6, 7],
    [6, 7, 5],
    [1, 4, 11],
    [6, 5, 9],
    [2, 10, 3],
    [8, 11, 11],
    [10, 10, 2],
    [2, 6, 3],
    [12, 12, 4],
    [2, 9, 4],
]
FIRST_OF_TIE = [[5.0, 5.0], [0.0, 0.0], [9.0, 9.0], [0.0, 0.0]]


@slip
def one_too_many(answer, *args):
    """Your row number is one too large: rows are counted from 0."""
    return answer + 1


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
        case(
            [[0.0, 1.0], [0.25, 1.0], [0.5, 1.0], [0.75, 1.0], [0.75, 1.0]],
            [[0.0, 1.0]],
            [[0.25, 1.0], [0.5, 1.0], [0.75, 1.0]],
        ),
        # Many candidates, of which a late one is the best, beside several chosen ones.
        case(
            FLAT,
            [[7, 4], [7, 0], [3, 0]],
            [[9, 2], [12, 11], [0, 7], [0, 6], [4, 10], [1, 1]],
        ),
        case(
            SOLID,
            [[8, 11, 11], [2, 10, 3], [2, 6, 3]],
            [[6, 5, 9], [1, 4, 11], [12, 12, 4], [10, 0, 9], [10, 6, 7], [2, 9, 4]],
            tags="columns",
        ),
    ),
    slips=(one_too_many,),
    words={
        "different": "Another candidate is better here, or equally good and before it. The cost "
        "with a candidate: each point counts the squared distance to the nearest of *all*, the "
        "chosen ones and this candidate; then sum over all points.",
        "floats for integers": "A row number is an integer.",
    },
    hints=(
        "Try each candidate beside the chosen ones. What would the whole data then cost?",
        "`np.vstack([chosen, candidate])` puts a candidate under the chosen ones. The cost of "
        "such a set: for each point the squared distance to the nearest, summed over all points.",
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
    centroid does not need it: of the candidate *and* the chosen ones, only the nearest counts."""
    return squared_distances(X, candidates).sum(axis=0).argmin()


@EXERCISE.wrong
def not_squared(X, chosen, candidates):
    """You sum distances as they are. The seeding cost sums *squared* distances."""
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.sqrt(np.minimum(now, squared_distances(X, candidates))).sum(axis=0).argmin()


@EXERCISE.wrong(key="one chosen centroid")
def first_chosen(X, chosen, candidates):
    """Of the chosen centroids you look at the first only. What counts for a point is the nearest
    of them all."""
    return costs(X, chosen[:1], candidates).argmin()


@EXERCISE.wrong(key="one chosen centroid")
def last_chosen(X, chosen, candidates):
    """Of the chosen centroids you look at the last only. What counts for a point is the nearest of
    them all."""
    return costs(X, chosen[-1:], candidates).argmin()


for reduce in (np.mean, np.max):

    @EXERCISE.wrong
    def not_the_nearest(X, chosen, candidates, reduce=reduce):
        """Of several chosen centroids, only the nearest to a point counts for it: not their mean,
        not the farthest."""
        now = reduce(squared_distances(X, chosen), axis=1, keepdims=True)
        return np.minimum(now, squared_distances(X, candidates)).sum(axis=0).argmin()


@EXERCISE.wrong(key="not the nearest")
def farthest_of_all(X, chosen, candidates):
    """A point counts the distance to the *nearest* of the centroids, not to the farthest."""
    now = squared_distances(X, chosen).max(axis=1, keepdims=True)
    return np.maximum(now, squared_distances(X, candidates)).sum(axis=0).argmin()


@EXERCISE.wrong
def worst_point(X, chosen, candidates):
    """You compare what the worst point costs. The seeding cost is the sum over all points."""
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return np.minimum(now, squared_distances(X, candidates)).max(axis=0).argmin()


@EXERCISE.wrong
def most_points(X, chosen, candidates):
    """You count the points that a candidate would win. What counts is how much they save."""
    now = squared_distances(X, chosen).min(axis=1, keepdims=True)
    return (squared_distances(X, candidates) < now).sum(axis=0).argmax()


@EXERCISE.wrong
def candidates_kept(X, chosen, candidates):
    """A candidate that was tried is still there when the next one is tried. Try each of them
    beside the chosen ones alone."""
    tried = [np.vstack([chosen, candidates[: i + 1]]) for i in range(len(candidates))]
    return np.argmin([squared_distances(X, each).min(axis=1).sum() for each in tried])


@EXERCISE.wrong
def moved_first(X, chosen, candidates):
    """You move the centroids before you count. The seeding cost is that of the places where they
    are."""
    costs = []
    for candidate in candidates:
        centroids = np.vstack([chosen, candidate])
        labels = assign_labels(X, centroids)
        costs.append(inertia(X, labels, recompute_centroids(X, labels, centroids)))
    return np.argmin(costs)


@EXERCISE.wrong
def in_the_place_of_one(X, chosen, candidates):
    """The candidate takes the place of a chosen centroid. It comes in addition to them."""
    if len(chosen) == 1:
        return squared_distances(X, candidates).sum(axis=0).argmin()
    return costs(X, chosen[:-1], candidates).argmin()


@EXERCISE.wrong
def candidates_for_points(X, chosen, candidates):
    """You sum over the candidates. The cost is the sum over all points of X."""
    return costs(candidates, chosen, candidates).argmin()


for points in (slice(1, None), slice(-1)):

    @EXERCISE.wrong
    def a_point_missed(X, chosen, candidates, points=points):
        """One of the points is left out, the first or the last. All of them count."""
        return costs(X[points], chosen, candidates).argmin()


for few in (2, 3):

    @EXERCISE.wrong(key="a candidate missed")
    def first_few(X, chosen, candidates, few=few):
        """Only the first candidates are tried. Try all of them, however many there are."""
        return costs(X, chosen, candidates[:few]).argmin()


@EXERCISE.wrong(key="a candidate missed")
def last_candidate_missed(X, chosen, candidates):
    """The last candidate is not tried. `range(c)` already ends with c - 1."""
    return costs(X, chosen, candidates[:-1] if len(candidates) > 1 else candidates).argmin()


@EXERCISE.wrong(key="a candidate missed")
def first_candidate_missed(X, chosen, candidates):
    """The first candidate is not tried. Rows are counted from 0."""
    if len(candidates) == 1:
        return 0
    return 1 + costs(X, chosen, candidates[1:]).argmin()


@EXERCISE.wrong
def dearest(X, chosen, candidates):
    """You take the candidate with the *highest* cost."""
    return costs(X, chosen, candidates).argmax()


@EXERCISE.wrong
def last_of_ties(X, chosen, candidates):
    """Of two equal candidates you take the later one. The first is asked for. {if <=: It is `<`,
    not `<=`.}"""
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
