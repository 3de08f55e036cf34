"""init_kmeans_plusplus, notebook 04: draw each centroid by its distance to those before."""

import itertools
from functools import partial

import numpy as np

from .. import steps
from ..checker.answers import assignments
from ..checker.draws import Distribution, Thrown, UsesRng, merged, repeats, sequences
from ..checker.exercise import Case, Exercise, Finding
from ..steps import squared_distances, weighted_choice
from . import rows_of_X
from .init_random import first_rows, last_rows

FIVE = np.array([[2, 0], [2, -3], [-3, 4], [6, 4], [-5, 1]]) / 5
TWINS = np.array([[0, 0], [0, 0], [3, 0], [0, 4]])
TWO_PLACES = np.array([[1, 2], [1, 2], [1, 2], [4, 6]], dtype=float)


def alike(X):
    """Return the weights of the first centroid."""
    return np.ones(len(X))


def nearest(X, centroids):
    """Return the weights of a further centroid, given those before."""
    return squared_distances(X, centroids).min(axis=1)


def drawn(X, n_clusters, rng, weights=nearest, first=alike):
    """Draw positions one by one, the first with other weights than those that follow."""
    chosen = [weighted_choice(first(X), rng)]
    while len(chosen) < n_clusters:
        chosen.append(weighted_choice(weights(X, X[chosen]), rng))
    return chosen


def triples(weights=nearest, first=alike, X=FIVE, k=3):
    """Return the law of the positions drawn so."""
    shares = first(X) / first(X).sum()
    return sequences(shares, lambda chosen: weights(X, X[list(chosen)]), k)


def never_without_weight(function, beat):
    """Probe: is a place never chosen twice, not even by a dart on a border?"""
    for place, seed, ahead in itertools.product((2**-53, 0.0), range(8), range(3)):
        arguments = TWO_PLACES, 2, Thrown(seed, place, ahead)
        chosen = np.asarray(function(*Case(arguments).arguments()))
        if np.array_equal(chosen[0], chosen[1]):
            return Finding(
                "chosen twice" if place else "border",
                example=assignments(rows_of_X.NAMES, arguments),
                got=str(chosen.tolist()),
                expected="both places of X",
            )
    return None


DRAWS = UsesRng((FIVE, 3), [(FIVE[::-1], 3), (TWINS, 2)], [first_rows, last_rows])
TRIPLES = Distribution(
    args=(FIVE, 3),
    draws=2000,
    read=rows_of_X.positions(FIVE, 3),
    law=triples(),
    names=rows_of_X.NAMES[:2],
    write=lambda outcome: f"rows {', '.join(map(str, outcome))} of X, in this order",
    otherwise="The rows do not come as often as they should. The first: all alike. Each next: in "
    "proportion to the squared distance to the nearest centroid chosen so far.",
)
PAIRS = Distribution(
    args=(TWINS, 2),
    draws=800,
    read=rows_of_X.positions(TWINS, 2),
    law=merged(triples(X=TWINS, k=2), lambda pair: (max(pair[0], 1), max(pair[1], 1))),
    names=rows_of_X.NAMES[:2],
    write=lambda outcome: " and then ".join(str(TWINS[i].tolist()) for i in outcome),
    key="twins",
    otherwise=rows_of_X.TWINS_OTHERWISE,
)

EXERCISE = Exercise(
    name="init_kmeans_plusplus",
    load=lambda: steps.init_kmeans_plusplus,
    kind="numbers",
    cases=rows_of_X.CASES,
    verify=rows_of_X.rows_of_X,
    words={
        **rows_of_X.WORDS,
        "no weights": "The weights are all 0, or not one for each point. Is the minimum taken "
        "along the right axis? Each point needs the distance to *its* nearest centroid.",
        "border": "A random number can be exactly 0. Then the dart lies on the border at the left "
        "end of the line, and your draw takes a row that is chosen already and has weight 0. The "
        "row wanted is the first whose piece ends *beyond* the dart, not on it.",
        "chosen twice": "A row can be chosen twice. The weight of a chosen row is its squared "
        "distance to itself: 0. Are the weights those to the *nearest* centroid, and used in "
        "every draw?",
    },
    probes=(
        DRAWS,
        repeats(FIVE, 3),
        TRIPLES,
        rows_of_X.repeated_rows(FIVE, 5, "chosen twice"),
        PAIRS,
        never_without_weight,
        rows_of_X.repeated_rows(rows_of_X.ONE, 1, "not rows", draws=1),
    ),
    hints=(
        "The first centroid is any row, all alike. Then one by one: each further draw has "
        "weights.",
        "The weight of a point is its squared distance to the nearest of the centroids chosen so "
        "far. You have `squared_distances`; along which axis is the nearest?",
        "`squared_distances(X, X[chosen]).min(axis=1)` are the weights, and `weighted_choice` "
        "draws with them. `chosen` is a list of positions that grows.",
        "Compute the weights anew for each draw. Points already chosen have distance 0: they "
        "cannot come again.",
    ),
    why="On average the result is within a factor of 8 (ln k + 2) of the best inertia possible: "
    "Arthur and Vassilvitskii, 2007.",
)


def drawn_with(weights=None, *, first=alike, key="", like=None):
    """Decorate wrong weights: drawing with them is the misconception, and gives its law."""
    if weights is None:
        return partial(drawn_with, first=first, key=key, like=like)

    def answer(X, n_clusters, rng):
        return X[drawn(X, n_clusters, rng, weights, first)]

    answer.__name__, answer.__doc__ = weights.__name__, weights.__doc__
    return TRIPLES.wrong(answer, key=key, like=like, law=lambda: triples(weights, first))


@drawn_with
def uniform(X, centroids):
    """All rows have the same chance every time. The further ones need weights: the squared
    distance to the nearest centroid chosen so far."""
    return nearest(X, centroids) > 0


@drawn_with(key="uniform")
def uniform_even_twice(X, centroids):
    """All rows have the same chance every time, even those already chosen. The further ones
    need weights: the squared distance to the nearest centroid so far."""
    return alike(X)


@drawn_with
def not_squared(X, centroids):
    """The weights are the distances. They must be *squared*: leave the root away."""
    return np.sqrt(nearest(X, centroids))


@drawn_with
def squared_twice(X, centroids):
    """The weights are squared once too often: they are the squared distances themselves."""
    return nearest(X, centroids) ** 2


@drawn_with
def sum_over_centroids(X, centroids):
    """You add the distances to *all* centroids chosen so far. Only the nearest counts: the
    minimum over the centroids. With the sum, a chosen point can come again."""
    return squared_distances(X, centroids).sum(axis=1)


@drawn_with(key="sum over centroids")
def sum_of_roots(X, centroids):
    """You add the distances to *all* centroids chosen so far. Only the nearest counts: the
    minimum over the centroids, squared."""
    return np.sqrt(squared_distances(X, centroids)).sum(axis=1)


@drawn_with(key="sum over centroids")
def sum_but_not_twice(X, centroids):
    """You add the distances to *all* centroids chosen so far. Only the nearest counts: the
    minimum over the centroids."""
    D = squared_distances(X, centroids)
    return np.where(D.min(axis=1) > 0, D.sum(axis=1), 0)


@drawn_with
def farthest_centroid(X, centroids):
    """You use the distance to the *farthest* centroid chosen so far. The nearest counts. {if max(
    or maximum(: A maximum stands where the minimum is meant.}"""
    return squared_distances(X, centroids).max(axis=1)


@drawn_with
def last_centroid_only(X, centroids):
    """You use the distance to the last centroid only. The nearest of all that were chosen so
    far counts."""
    return squared_distances(X, centroids)[:, -1]


@drawn_with
def first_centroid_only(X, centroids):
    """You use the distance to the first centroid only. The nearest of all that were chosen so
    far counts: compute the distances anew for each draw."""
    return squared_distances(X, centroids)[:, 0]


@drawn_with
def mean_of_centroids(X, centroids):
    """You measure to the mean of the centroids. The nearest of them counts."""
    return ((X - centroids.mean(axis=0)) ** 2).sum(axis=1)


@drawn_with
def rows_not_yet_filled(X, centroids):
    """The rows of zeros that are not filled yet count as centroids at the origin. Measure only
    to the centroids chosen so far."""
    return nearest(X, np.vstack([centroids, np.zeros(X.shape[1])]))


def minimum_over_points(beyond):
    """Enter what a dart of length 0 hits: the end of the line, or one step before it."""

    @TRIPLES.wrong(
        key="minimum over points",
        law=lambda: triples(lambda X, centroids: np.eye(5)[len(centroids) - beyond]),
    )
    def answer(X, n_clusters, rng):
        """There is one weight for each *centroid*, and all are 0: the minimum runs over the
        points. Take it over the centroids, so that there is one weight for each point."""
        chosen = [rng.integers(len(X))]
        while len(chosen) < n_clusters:
            ends = squared_distances(X, X[chosen]).min(axis=0).cumsum()
            chosen.append((ends <= rng.random() * ends[-1]).sum() - beyond)
        return X[chosen]


minimum_over_points(0)
minimum_over_points(1)


@drawn_with
def product(X, centroids):
    """You multiply the distances to the centroids. Only the nearest counts."""
    return squared_distances(X, centroids).prod(axis=1)


def only(place):
    """Return weights of which all are 0 but one."""
    return lambda X, *centroids: np.eye(len(X))[place(X, *centroids)]


def from_mean(X):
    """Return the squared distances to the mean of all points."""
    return ((X - X.mean(axis=0)) ** 2).sum(axis=1)


@drawn_with
def farthest(X, centroids):
    """You always take the farthest point. Far points have a *larger chance*, the others a
    smaller one: draw with the squared distances as weights. Always the farthest means always
    an outlier."""
    return np.eye(len(X))[nearest(X, centroids).argmax()]


@drawn_with(like=farthest)
def farthest_from_all(X, centroids):
    return np.eye(len(X))[squared_distances(X, centroids).sum(axis=1).argmax()]


@drawn_with(like=farthest)
def farthest_from_the_last(X, centroids):
    return np.eye(len(X))[squared_distances(X, centroids)[:, -1].argmax()]


@drawn_with(first=only(lambda X: 0), like=farthest)
def farthest_from_the_first_row(X, centroids):
    return np.eye(len(X))[nearest(X, centroids).argmax()]


def farthest_without_chance(first):
    """Enter the farthest rows after one that is not drawn."""

    @DRAWS.wrong(like=farthest)
    def answer(X, n_clusters, rng):
        chosen = [first(X)]
        while len(chosen) < n_clusters:
            chosen.append(nearest(X, X[chosen]).argmax())
        return X[chosen]


farthest_without_chance(lambda X: 0)
farthest_without_chance(lambda X: from_mean(X).argmin())


@drawn_with(key="nearest")
def always_the_nearest(X, centroids):
    """You always take the nearest point. *Far* points have the larger chance."""
    near = nearest(X, centroids)
    return np.eye(len(X))[np.where(near > 0, near, np.inf).argmin()]


@drawn_with
def inverted(X, centroids):
    """Near points have the large chances. Turn it round: the weight is the squared distance
    itself."""
    near = nearest(X, centroids)
    return np.where(near > 0, 1 / np.maximum(near, 1e-9), 0)


@drawn_with
def absolute(X, centroids):
    """The weights are sums of absolute differences. They must be squared distances."""
    return np.abs(X[:, None] - centroids).sum(axis=2).min(axis=1)


@drawn_with(key="absolute")
def absolute_squared(X, centroids):
    """The distances are sums of absolute differences. Square each difference before
    summing."""
    return np.abs(X[:, None] - centroids).sum(axis=2).min(axis=1) ** 2


@drawn_with
def largest_difference(X, centroids):
    """Only the largest difference of a column counts. Sum the squares over all columns."""
    return np.abs(X[:, None] - centroids).max(axis=2).min(axis=1) ** 2


@drawn_with
def column_by_column(X, centroids):
    """You take the minimum before summing, column by column. First sum the squares over the
    columns, then take the minimum over the centroids."""
    return ((X[:, None] - centroids) ** 2).min(axis=1).sum(axis=1)


@TRIPLES.wrong(like=inverted, law=lambda: {(i, i, i): 1 / 5 for i in range(5)})
def inverted_with_a_small_number(X, n_clusters, rng):
    return X[drawn(X, n_clusters, rng, lambda X, c: 1 / (nearest(X, c) + 1e-9))]


@drawn_with(like=inverted)
def subtracted_from_one(X, centroids):
    near = nearest(X, centroids)
    return 1 - near / near.sum()


@drawn_with(first=only(lambda X: 0))
def first_is_fixed(X, centroids):
    """The first centroid is not drawn uniformly: every row must have the same chance."""
    return nearest(X, centroids)


for place in (
    lambda X: -1,
    lambda X: from_mean(X).argmax(),
    lambda X: from_mean(X).argmin(),
):
    drawn_with(nearest, first=only(place), like=first_is_fixed)
drawn_with(nearest, first=from_mean, like=first_is_fixed)


@drawn_with
def never_the_last(X, centroids):
    """The last row is never drawn after the first. Does a loop, a range or a slice end one too
    early?"""
    return nearest(X, centroids)[:-1]


@drawn_with(key="never the last", first=lambda X: np.ones(len(X) - 1))
def last_never_first(X, centroids):
    """The last row is never the first centroid. {if integers(: `rng.integers(n)` already ends at n
    - 1.}"""
    return nearest(X, centroids)


@drawn_with(key="never the last", first=lambda X: np.ones(len(X) - 1))
def last_never_at_all(X, centroids):
    """The last row is never drawn. {if integers(: `rng.integers(n)` already ends at n - 1.}"""
    return nearest(X, centroids)[:-1]


@drawn_with(first=lambda X: np.arange(len(X)) > 0)
def never_the_first(X, centroids):
    """The first row is never the first centroid. Indices start at 0."""
    return nearest(X, centroids)


@drawn_with
def index_of_the_filtered_list(X, centroids):
    """You draw an index into the points that are left and use it on X. There it means another
    row. Keep all points: those already chosen have weight 0 anyway."""
    near = nearest(X, centroids)
    return near[near > 0]


@drawn_with
def elementwise_in(X, centroids):
    """A point is dropped as soon as *one* of its values occurs anywhere among the rows chosen.
    Points already chosen have weight 0 anyway. {if in: `x not in centroids` compares number by
    number.}"""
    near = nearest(X, centroids)
    left = near * [x not in centroids for x in X]
    return left if left.any() else near


@TRIPLES.wrong(law=lambda: merged(triples(), lambda chosen: tuple(sorted(chosen))))
def order_lost(X, n_clusters, rng):
    """The rows are right, but sorted. Return them in the order in which they were drawn."""
    return X[sorted(drawn(X, n_clusters, rng))]


@TRIPLES.wrong(key="order lost", law=lambda: merged(triples(), lambda chosen: chosen[::-1]))
def order_reversed(X, n_clusters, rng):
    """The rows come in reverse order. Return them in the order in which they were drawn."""
    return X[drawn(X, n_clusters, rng)][::-1]


def best_of_three(X, centroids):
    """Return the chance of each row to be the best of three candidates."""
    near = nearest(X, centroids)
    p = near / near.sum()
    potential = np.minimum(squared_distances(X, X), near).sum(axis=1)
    none_better = np.array([p[potential >= value].sum() for value in potential])
    tied = np.array([p[potential == value].sum() for value in potential])
    return (none_better**3 - (none_better - tied) ** 3) * p / np.maximum(tied, 1e-12)


@TRIPLES.wrong(law=lambda: triples(best_of_three))
def greedy(X, n_clusters, rng):
    """You try several candidates and keep the best: greedy k-means++, as scikit-learn does it.
    Here one draw each is asked for."""
    chosen = [rng.integers(len(X))]
    while len(chosen) < n_clusters:
        near = nearest(X, X[chosen])
        tries = [weighted_choice(near, rng) for _ in range(2 + int(np.log(n_clusters)))]
        potential = np.minimum(squared_distances(X[tries], X), near).sum(axis=1)
        chosen.append(tries[potential.argmin()])
    return X[chosen]


@drawn_with
def drawn_at_once(X, centroids):
    """You draw all further centroids with the weights of the first. After each draw the
    distances to the nearest centroid change: compute them anew."""
    D = squared_distances(X, centroids)
    return np.where(D.min(axis=1) > 0, D[:, 0], 0)


@PAIRS.wrong(
    key="twins", law=lambda: {(i + 1, j + 1): p for (i, j), p in triples(X=TWINS[1:], k=2).items()}
)
def compares_values(X, n_clusters, rng):
    """Two points at the same place are still two points, so their place has twice the chance.
    Choose positions, not values: `np.unique` makes one point of them."""
    places = np.unique(X, axis=0)
    return places[drawn(places, n_clusters, rng)]
