"""The exercises that repeat: lloyd, and MyKMeans, which wraps it in a class."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .. import steps
from ..checker import reading
from .distances import FROM_ONE
from ..checker.exercise import Exercise, Misconception, Finding, case

PARTS = ("centroids", "labels", "inertia", "n_iter")


@dataclass
class History:
    """All rounds of one run: the labels and centroids of each, from the start on."""

    labels: list
    centroids: list
    max_iter: int

    @property
    def n_iter(self):
        """Rounds done."""
        return len(self.centroids) - 1


@dataclass(frozen=True)
class Rounds:
    """Lloyd's algorithm with replaceable parts; as it stands it is right.

    Attributes
    ----------
    label, move, start : callable
        The two steps, and what is done to the starting centroids.
    shift : callable
        ``shift(new, old)``, what is compared with `tol`.
    done : callable
        ``done(shift, tol)``, whether the centroids have settled.
    rounds : callable
        ``rounds(max_iter)``, the largest number of rounds.
    settled : callable, optional
        ``settled(history, X, tol)``, instead of `shift` and `done`.
    """

    label: Callable = steps.assign_labels
    move: Callable = steps.recompute_centroids
    start: Callable = lambda X, centroids: centroids.astype(float)
    shift: Callable = lambda new, old: ((new - old) ** 2).sum()
    done: Callable = lambda shift, tol: shift <= tol
    rounds: Callable = lambda max_iter: max_iter
    settled: Callable | None = None

    def __call__(self, X, centroids, max_iter, tol):
        history = History([], [self.start(X, centroids)], max_iter)
        for _ in range(self.rounds(max_iter)):
            old = history.centroids[-1]
            history.labels.append(self.label(X, old))
            history.centroids.append(self.move(X, history.labels[-1], old))
            if self.settled:
                done = self.settled(history, X, tol)
            else:
                done = self.done(self.shift(history.centroids[-1], old), tol)
            if done:
                break
        return history


def _final(history, X, *args):
    centroids = history.centroids[-1]
    labels = steps.assign_labels(X, centroids)
    return centroids, labels, steps.inertia(X, labels, centroids), history.n_iter


def _last_labels(history, X):
    """Return the labels that the last round worked with."""
    return history.labels[-1] if history.labels else steps.assign_labels(X, history.centroids[-1])


def _report(**changes):
    """Return a slip that changes some of the four values of the final answer."""

    def answer(history, X, *args):
        values = dict(zip(PARTS, _final(history, X)))
        values |= {name: change(history, X) for name, change in changes.items()}
        return tuple(values[name] for name in PARTS)

    return answer


def _old_inertia(history, X):
    return steps.inertia(X, _last_labels(history, X), history.centroids[-1])


def _inertia_before(history, X):
    before = history.centroids[-2] if history.n_iter else history.centroids[-1]
    return steps.inertia(X, _last_labels(history, X), before)


def _previous(history, X, *args):
    """Return everything as it was before the last move."""
    centroids = history.centroids[-2] if history.n_iter else history.centroids[-1]
    labels = steps.assign_labels(X, centroids)
    return centroids, labels, steps.inertia(X, labels, centroids), history.n_iter


def _inertia_as(change):
    """Return a slip in the inertia alone."""

    def value(history, X):
        centroids, labels, *_ = _final(history, X)
        return change((X - centroids[labels]), len(X))

    return _report(inertia=value)


def _last_move_lost(if_settled, otherwise):
    """Return a slip that forgets the last move, but only where `tol` ended the loop."""

    def answer(history, X, centroids, max_iter, tol):
        settled = history.n_iter > 0 and _settled(history, tol)
        return (if_settled if settled else otherwise)(history, X)

    return answer


LAST_MOVE_LOST = (
    "When `tol` ends the loop, the last move is lost: the loop is left before the new centroids "
    "are stored. Store them first, then compare."
)
STALE_BOTH = (
    "Labels and inertia are those from before the last move of the centroids. After the loop, "
    "label once more and compute the inertia with the centroids that you return."
)

REPORTS = (
    Misconception(
        "stale labels and inertia", _report(labels=_last_labels, inertia=_old_inertia), STALE_BOTH
    ),
    Misconception(
        "stale labels and inertia",
        _report(labels=_last_labels, inertia=_inertia_before),
        STALE_BOTH,
    ),
    Misconception(
        "stale labels",
        _report(labels=_last_labels),
        "The labels are those from before the last move of the centroids. After the loop, label "
        "once more with the centroids that you return.",
    ),
    Misconception(
        "stale inertia",
        _report(inertia=_old_inertia),
        "The inertia is computed with the new centroids and the labels from before their last "
        "move. Use the labels that belong to the centroids you return.",
    ),
    Misconception(
        "stale inertia",
        _report(inertia=_inertia_before),
        "The inertia is the one from before the last move. Compute it with the centroids and "
        "labels that you return.",
    ),
    Misconception(
        "last move lost",
        _last_move_lost(_previous, _final),
        LAST_MOVE_LOST,
    ),
    Misconception(
        "last move lost",
        _last_move_lost(_previous, _report(labels=_last_labels, inertia=_old_inertia)),
        LAST_MOVE_LOST + " And after `max_iter` rounds the labels are those from before it.",
    ),
    Misconception(
        "previous centroids",
        _previous,
        "You return the centroids from before the last move. Is the new array stored before the "
        "loop is left?",
    ),
    Misconception(
        "previous centroids",
        _report(centroids=lambda history, X: history.centroids[max(history.n_iter - 1, 0)]),
        "You return the centroids from before the last move. Is the new array stored before the "
        "loop is left?",
    ),
    Misconception(
        "start centroids",
        _report(centroids=lambda history, X: history.centroids[0]),
        "You return the centroids that you were given. Is the new array stored under the same "
        "name in every round?",
    ),
    Misconception(
        "history",
        _report(centroids=lambda history, X: np.array(history.centroids[1:])),
        "You return the centroids of every round. Only the last ones are asked for.",
    ),
    Misconception(
        "history",
        _report(centroids=lambda history, X: np.array(history.centroids)),
        "You return the centroids of every round. Only the last ones are asked for.",
    ),
    Misconception(
        "not counted",
        _report(n_iter=lambda history, X: 0),
        "n_iter is always 0. Raise it in every round.",
    ),
    Misconception(
        "rounds from zero",
        _report(n_iter=lambda history, X: history.n_iter - 1),
        "n_iter is one too small. `for i in range(...)` counts from 0: after the first round "
        "one round is done. The round in which nothing moved counts as well.",
    ),
    Misconception(
        "one round too many",
        _report(n_iter=lambda history, X: history.n_iter + 1),
        "n_iter is one too large: it counts a round that was not done. Does the count start at "
        "1, or is it raised once more after the loop?",
    ),
    Misconception(
        "n_iter is max_iter",
        _report(n_iter=lambda history, X: history.max_iter),
        "n_iter is always `max_iter`. Count the rounds that were really done.",
    ),
    Misconception(
        "n_iter without last",
        lambda history, X, centroids, max_iter, tol: _report(
            n_iter=lambda h, X: h.n_iter - (h.n_iter > 0 and _settled(h, tol))
        )(history, X),
        "The round in which the centroids hardly moved is not counted. It was done: it counts.",
    ),
    Misconception(
        "from one",
        _report(labels=lambda history, X: _final(history, X)[1] + 1),
        FROM_ONE.hint,
    ),
    Misconception(
        "inertia mean",
        _inertia_as(lambda difference, n: (difference**2).sum() / n),
        "The inertia is divided by the number of points. It is the sum itself.",
    ),
    Misconception(
        "inertia root",
        _inertia_as(lambda difference, n: np.sqrt((difference**2).sum())),
        "A square root of the inertia is taken. It is the sum of squares itself.",
    ),
    Misconception(
        "inertia not squared",
        _inertia_as(lambda difference, n: np.sqrt((difference**2).sum(1)).sum()),
        "The inertia sums distances. It is the sum of *squared* distances.",
    ),
    Misconception(
        "inertia history",
        lambda history, X, *args: (
            *_final(history, X)[:2],
            np.array([_one_inertia(history, X, i) for i in range(history.n_iter)]),
            history.n_iter,
        ),
        "The inertia of every round comes back. Only the final one is asked for.",
    ),
)


def _settled(history, tol):
    return ((history.centroids[-1] - history.centroids[-2]) ** 2).sum() <= tol


def _one_inertia(history, X, i):
    return steps.inertia(X, history.labels[i], history.centroids[1:][i])


def _moved(replace_empty):
    """Return a moving step that treats empty clusters in another way."""

    def move(X, labels, centroids):
        moved = steps.recompute_centroids(X, labels, centroids)
        for j in range(len(centroids)):
            if not (labels == j).any():
                moved[j] = replace_empty(X, centroids)
        return moved

    return move


def _farthest_point(X, centroids):
    return X[steps.squared_distances(X, centroids).min(1).argmax()]


def _nan(X, centroids):
    return np.nan


def _never(shift, tol):
    return False


def _labels_repeat(history, X, tol):
    return history.n_iter > 1 and np.array_equal(history.labels[-1], history.labels[-2])


def _inertia_hardly_falls(history, X, tol):
    if history.n_iter < 2:
        return False
    before, now = (_one_inertia(history, X, i) for i in (-2, -1))
    return before - now <= tol


def _final_inertia_hardly_falls(history, X, tol):
    if history.n_iter < 2:
        return False
    before, now = (steps.squared_distances(X, c).min(1).sum() for c in history.centroids[-2:])
    return before - now <= tol


ALIAS = (
    "The loop always ends after its first round. Two usual reasons: `previous = centroids` is "
    "only a second name for the same array, so nothing ever seems to have moved (`.copy()` makes "
    "a new one; an array compared with itself never differs), or a `return` or `break` stands "
    "inside the loop without an `if`."
)

DYNAMICS = (
    Misconception("first round only", Rounds(done=lambda shift, tol: True), ALIAS),
    Misconception(
        "tol ignored",
        Rounds(done=lambda shift, tol: shift <= 1e-12),
        "`tol` plays no part: you go on until nothing moves at all. Stop after a round in which "
        "the centroids moved no more than `tol`.",
    ),
    Misconception(
        "never settled",
        Rounds(done=_never),
        "You always do `max_iter` rounds. Stop after a round in which the centroids moved no "
        "more than `tol`.",
    ),
    Misconception(
        "max_iter ignored",
        Rounds(rounds=lambda max_iter: 300),
        "`max_iter` plays no part: you go on until the centroids settle. Stop after that many "
        "rounds at the latest.",
    ),
    Misconception(
        "max_iter and tol ignored",
        Rounds(rounds=lambda max_iter: 300, done=lambda shift, tol: shift <= 1e-12),
        "Neither `max_iter` nor `tol` plays a part: you go on until nothing moves at all.",
    ),
    Misconception(
        "one round too few",
        Rounds(rounds=lambda max_iter: max_iter - 1),
        "You do one round too few when `max_iter` ends the loop. `range(max_iter)` has exactly "
        "`max_iter` rounds; `range(1, max_iter)` has one less.",
    ),
    Misconception(
        "one round too many",
        Rounds(rounds=lambda max_iter: max_iter + 1),
        "You do one round too many when `max_iter` ends the loop: `<=` where `<` is meant?",
    ),
    Misconception(
        "stops when moving",
        Rounds(done=lambda shift, tol: shift > tol),
        "You stop as soon as the centroids move *more* than `tol`. Turn the comparison round.",
    ),
    Misconception(
        "signed shift",
        Rounds(shift=lambda new, old: abs((new - old).sum())),
        "Moves to the left and to the right cancel in your shift, so the loop ends too early. "
        "Square the differences (or take their absolute values) before you sum them.",
    ),
    Misconception(
        "signed shift",
        Rounds(shift=lambda new, old: (new - old).sum()),
        "A move to the left counts as negative in your shift, so the loop ends too early. "
        "Square the differences (or take their absolute values) before you sum them.",
    ),
    Misconception(
        "signed shift",
        Rounds(shift=lambda new, old: (old - new).sum()),
        "A move to the right counts as negative in your shift, so the loop ends too early. "
        "Square the differences (or take their absolute values) before you sum them.",
    ),
    Misconception(
        "signed shift",
        Rounds(shift=lambda new, old: (new - old).max()),
        "A move to the left counts as negative in your shift, so the loop ends too early. "
        "Square the differences (or take their absolute values) first.",
    ),
    Misconception(
        "signed shift",
        Rounds(shift=lambda new, old: (old - new).max()),
        "A move to the right counts as negative in your shift, so the loop ends too early. "
        "Square the differences (or take their absolute values) first.",
    ),
    Misconception(
        "smallest shift",
        Rounds(shift=lambda new, old: ((new - old) ** 2).sum(1).min()),
        "You stop when *one* centroid has settled. All of them must: take the sum or the "
        "largest of the shifts.",
    ),
    Misconception(
        "smallest shift",
        Rounds(shift=lambda new, old: np.abs(new - old).min()),
        "You stop when *one* coordinate has settled. All of them must: `.all()`, not `.any()`, "
        "or the sum of the shifts.",
    ),
    Misconception(
        "one centroid's shift",
        Rounds(shift=lambda new, old: ((new[0] - old[0]) ** 2).sum()),
        "Only the shift of the first centroid is looked at. All of them must have settled.",
    ),
    Misconception(
        "one centroid's shift",
        Rounds(shift=lambda new, old: ((new[-1] - old[-1]) ** 2).sum()),
        "Only the shift of the last centroid is looked at. All of them must have settled.",
    ),
    Misconception(
        "labels compared",
        Rounds(settled=_labels_repeat),
        "You stop when no label changes. A good rule, but not the one asked for: stop after a "
        "round in which the centroids moved no more than `tol`.",
    ),
    Misconception(
        "inertia compared",
        Rounds(settled=_inertia_hardly_falls),
        "You stop when the inertia hardly falls. Asked for is: stop after a round in which the "
        "centroids moved no more than `tol`.",
    ),
    Misconception(
        "inertia compared",
        Rounds(settled=_final_inertia_hardly_falls),
        "You stop when the inertia hardly falls. Asked for is: stop after a round in which the "
        "centroids moved no more than `tol`.",
    ),
    Misconception(
        "nan on empty",
        Rounds(move=_moved(_nan)),
        "A cluster without points gets NaN as its centroid, and NaN spoils every later distance. "
        "It keeps the centroid that it had before.",
    ),
    Misconception(
        "zero on empty",
        Rounds(move=_moved(lambda X, centroids: 0)),
        "A cluster without points jumps to the origin. It keeps the centroid that it had before.",
    ),
    Misconception(
        "point on empty",
        Rounds(move=_moved(_farthest_point)),
        "A cluster without points takes over the farthest point. scikit-learn does so too, but "
        "here it keeps the centroid that it had before.",
    ),
    Misconception(
        "mean of all on empty",
        Rounds(move=_moved(lambda X, centroids: X.mean(0))),
        "A cluster without points moves to the mean of all. It keeps the centroid that it had "
        "before.",
    ),
    Misconception(
        "truncated",
        Rounds(move=lambda X, labels, c: np.trunc(steps.recompute_centroids(X, labels, c))),
        "The means are cut off to whole numbers. Make arrays of floats: `dtype=float`.",
    ),
    Misconception(
        "truncated",
        lambda X, centroids, max_iter, tol: Rounds(
            move=lambda X, labels, c: (
                np.trunc(steps.recompute_centroids(X, labels, c))
                if centroids.dtype.kind in "iu"
                else steps.recompute_centroids(X, labels, c)
            )
        )(X, centroids, max_iter, tol),
        "The means are cut off to whole numbers, because your array took over the integer type "
        "of the centroids that you were given. Make it an array of floats: `dtype=float`.",
    ),
    Misconception(
        "mean of everything",
        Rounds(move=lambda X, labels, c: np.tile(X.mean(0), (len(c), 1))),
        "Every centroid moves to the mean of all points. Only the points of its own cluster "
        "count.",
    ),
    Misconception(
        "median",
        Rounds(
            move=lambda X, labels, c: np.array(
                [
                    np.median(X[labels == j], 0) if (labels == j).any() else c[j]
                    for j in range(len(c))
                ]
            )
        ),
        "The centroids move to medians. K-Means moves them to means.",
    ),
    Misconception(
        "farthest",
        Rounds(label=lambda X, c: steps.squared_distances(X, c).argmax(1)),
        "The points go to the farthest centroid: `argmax` where `argmin` is meant.",
    ),
    Misconception(
        "own start",
        Rounds(start=lambda X, c: X[: len(c)].astype(float)),
        "You start from the first points. Start from the centroids that you are given.",
    ),
    Misconception(
        "never moves",
        Rounds(move=lambda X, labels, c: c),
        "The centroids never move. Does each round store the new centroids?",
    ),
    Misconception(
        "labels once",
        lambda X, centroids, max_iter, tol: Rounds(
            label=lambda X, c, first=steps.assign_labels(X, centroids): first
        )(X, centroids, max_iter, tol),
        "You label the points only once. Each round labels them anew with the moved centroids.",
    ),
    Misconception(
        "labels from the start",
        lambda X, centroids, max_iter, tol: Rounds(
            label=lambda X, c: steps.assign_labels(X, centroids)
        )(X, centroids, max_iter, tol),
        "Each round labels the points with the centroids of the start. Use those of the round "
        "before.",
    ),
)

PAIRS = [[0.0, 0.0], [1.0, 0.0], [5.0, 1.0], [6.0, 1.0]]
NINE = [
    [1.0, 2.0, 0.0],
    [2.0, 1.0, 0.5],
    [0.0, 1.0, 1.0],
    [6.0, 6.0, 5.0],
    [7.0, 5.0, 6.5],
    [5.0, 7.0, 6.0],
    [1.0, 8.0, 2.0],
    [2.0, 9.0, 1.0],
    [0.5, 7.0, 3.0],
]
SETTLING_CASES = (
    case([[0.0], [1.0], [5.0], [6.0]], [[0.0], [1.0]], 10, 1e-6, tags="columns clusters"),
    case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 10, 1e-6, tags="clusters"),
    case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 1, 1e-6, tags="capped clusters"),
    case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 2, 1e-6, tags="capped clusters"),
    case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 10, 1e3, tags="tol clusters"),
    case(PAIRS, [[0.5, 0.0], [5.5, 1.0]], 10, 1e-6, tags="clusters"),
    case(
        [[-6.0], [-5.0], [-1.0], [1.0], [5.0], [6.0]],
        [[-1.0], [1.0]],
        10,
        1e-6,
        tags="columns clusters",
    ),
    case(
        [[0.0, 1.0], [2.0, 1.0], [10.0, 1.0], [12.0, 1.0]],
        [[3.0, 1.0], [20.0, 1.0]],
        10,
        1e-6,
        tags="clusters",
    ),
    case([[0.0, 1.0], [2.0, 4.0], [7.0, 1.0]], [[1.0, 1.0]], 10, 1e-6, tags="clusters"),
    case(NINE, [[1.0, 2.0, 0.0], [2.0, 1.0, 0.5], [0.0, 1.0, 1.0]], 20, 1e-6, tags="columns"),
    case(
        [[0, 0], [1, 3], [8, 8], [9, 9], [9, 6]],
        [[0.5, 0.5], [1.5, 2.5]],
        10,
        1e-6,
        tags="integers clusters",
    ),
    case(
        [[0, 0], [1, 3], [8, 8], [9, 9], [9, 6]],
        [[0, 0], [1, 3]],
        10,
        1e-6,
        tags="integers clusters",
    ),
)
EMPTY_CASES = (
    case(PAIRS, [[0.0, 0.0], [4.0, 0.0], [50.0, 50.0]], 10, 1e-6, tags="empty"),
    case(
        [[2.0, 1.0], [3.0, 1.0], [9.0, 6.0]],
        [[2.0, 2.0], [-40.0, 9.0], [8.0, 5.0]],
        10,
        1e-6,
        tags="empty",
    ),
)

ROUND_WORDS = {
    "endless": "Your loop did not come to an end within a second, so it was stopped. It must "
    "end after `max_iter` rounds, and before that when the centroids move no more than `tol`. "
    "Is the number of rounds raised in each of them?",
    "empty cluster": "It is right until a cluster has no points. Such a cluster keeps the "
    "centroid that it had before.",
}


LLOYD = Exercise(
    name="lloyd",
    load=lambda: steps.lloyd,
    kind=("floats", "integers", "number", "index"),
    parts=PARTS,
    cases=SETTLING_CASES + EMPTY_CASES,
    slips=REPORTS,
    misconceptions=DYNAMICS,
    start_rows=Rounds(),
    finish=_final,
    words=ROUND_WORDS,
    hints=(
        "One round: label every point, then move every centroid. You have a function for each.",
        "Keep the centroids from before the move: how far they moved tells whether to stop.",
        "Count the rounds. Stop after `max_iter` of them, or after one that moved the centroids "
        "by no more than `tol`; that round counts.",
        "After the loop the labels belong to the centroids of the round before. Label once more, "
        "then compute the inertia.",
    ),
    why="Neither step can raise the inertia, so it falls until nothing changes: that is Lloyd's "
    "algorithm of 1957.",
)


# MyKMeans: the same run, started through a class.


def fit_from(cls, X, init, max_iter, tol):
    """Fit a student's class from given centroids and collect its four attributes."""
    model = cls(n_clusters=len(init), init=init, max_iter=max_iter, tol=tol, random_state=0)
    model.fit(X)
    return model.cluster_centers_, model.labels_, model.inertia_, model.n_iter_


METHODS = ("__init__", "fit", "predict", "fit_predict")
TWO_PAIRS = np.array(PAIRS)
NEW_POINTS = np.array([[4.0, 4.0], [0.0, -1.0], [9.0, 1.0], [1.0, 1.0], [2.0, 0.0]])
CLUMPS = np.array([[x + dx, y] for x, y in ((0, 0), (100, 0), (0, 90)) for dx in (0.0, 0.1, 0.2)])


def _model(cls, X, init="random", n_clusters=3, seed=0, max_iter=50):
    model = cls(n_clusters=n_clusters, init=init, max_iter=max_iter, tol=1e-6, random_state=seed)
    return model, model.fit(X)


def _written(name):
    """Return a probe: is this method written? What comes before it was right."""

    def probe(cls, beat):
        own = reading.methods(cls)
        missing = [
            method
            for method in METHODS
            if not hasattr(cls, method) or (method in own and reading.is_untouched(own[method]))
        ]
        if name not in missing:
            return None
        so_far = "" if "__init__" in missing else "What you have so far is right. "
        return Finding(
            "missing methods", f"{so_far}Still to be written: `{'`, `'.join(missing)}`."
        )

    return probe


def _stored(cls):
    """Make a model with unusual arguments; return it, and its arguments by name."""
    given = {
        "n_clusters": 4,
        "init": TWO_PAIRS.copy(),
        "max_iter": 17,
        "tol": 0.125,
        "random_state": 3,
    }
    return cls(**given), given


def _forgets_an_argument(cls, beat):
    """Find an argument that is nowhere in the object, or a number that has become another."""
    model, given = _stored(cls)
    kept = list(getattr(model, "__dict__", {}).values())
    random = any(isinstance(v, (np.random.Generator, np.random.RandomState)) for v in kept)
    for name, value in given.items():
        if hasattr(model, name):
            fine = name in ("init", "random_state") or getattr(model, name) == value
        else:
            fine = any(np.array_equal(v, value) for v in kept) or (
                random and name == "random_state"
            )
        if not fine:
            return Finding(
                "arguments not stored",
                f"`__init__` must store `self.{name} = {name}`, with `self.` and as it is given. "
                "The other methods find it there.",
                f"MyKMeans({name}={'array' if name == 'init' else value})",
                f"self.{name} is " + ("another value" if hasattr(model, name) else "missing"),
            )
    return None


def _stores_otherwise(cls):
    model, given = _stored(cls)
    names = [n for n in given if not np.array_equal(getattr(model, n, None), given[n])]
    if not names:
        return ""
    return (
        f"`__init__` does not keep `self.{names[0]} = {names[0]}` as it was given. scikit-learn's "
        "`clone` and `GridSearchCV` expect every argument under its own name."
    )


def _fit_returns_self(cls, beat):
    model, returned = _model(cls, TWO_PAIRS, TWO_PAIRS[:2].copy(), 2)
    if returned is model:
        return None
    return Finding(
        "fit returns self",
        "`fit` must end with `return self`, so that `MyKMeans(...).fit(X).labels_` works.",
        "MyKMeans(...).fit(X)",
        "None" if returned is None else "something else",
        "the model itself",
    )


def _predict(cls, beat):
    model, _ = _model(cls, TWO_PAIRS, TWO_PAIRS[:2].copy(), 2)
    centroids = np.array(model.cluster_centers_, dtype=float)
    expected, got = steps.assign_labels(NEW_POINTS, centroids), model.predict(NEW_POINTS)
    if got is None:
        return Finding("predict", "`predict` returns None. Is its `return` missing?")
    if np.shape(got) != expected.shape or not np.array_equal(got, expected):
        return Finding(
            "predict",
            "`predict(X)` labels the points that it is given with the centroids that `fit` "
            "found. It may be other points, and more of them, than those of `fit`.",
            "model.fit(X).predict(new_points)  # 5 new points",
            str(np.asarray(got).tolist())[:80],
            str(expected.tolist()),
        )
    if not np.allclose(model.cluster_centers_, centroids):
        return Finding("predict refits", "`predict` moves the centroids. It must only look.")
    return None


def _fit_predict(cls, beat):
    model = cls(n_clusters=2, init=TWO_PAIRS[:2].copy(), max_iter=50, tol=1e-6, random_state=0)
    got = model.fit_predict(TWO_PAIRS)
    if got is not None and np.array_equal(got, [0, 0, 1, 1]):
        return None
    return Finding(
        "fit_predict",
        "`fit_predict(X)` fits and returns the labels of X: the same as `fit(X).labels_`.",
        "model.fit_predict(X)",
        "None" if got is None else f"a {type(got).__name__}",
        "[0, 0, 1, 1]",
    )


def _fits_twice(cls, beat):
    model, _ = _model(cls, CLUMPS, CLUMPS[:3].copy())
    first = model.n_iter_, float(model.inertia_)
    model.fit(CLUMPS)
    if first[0] == model.n_iter_ and np.isclose(first[1], model.inertia_):
        return None
    return Finding(
        "leftovers",
        "A second `fit` on the same data gives another result than the first. Each `fit` must "
        "start anew: from `init`, with no rounds done.",
        "model.fit(X); model.fit(X)",
        f"n_iter_ {model.n_iter_}",
        f"n_iter_ {first[0]}",
    )


def _keeps_a_generator(cls):
    for seed in range(3):
        model, _ = _model(cls, CLUMPS, "random", 3, seed, max_iter=1)
        first = np.array(model.cluster_centers_, dtype=float)
        if not np.allclose(model.fit(CLUMPS).cluster_centers_, first):
            return (
                "A second `fit` draws other centroids than the first, because the Generator is "
                "made only once. Make it in `fit`, and every `fit` gives the same."
            )
    return ""


def _starts_with(init):
    """Return a probe of a start by name: right shape, repeatable, and not always the same."""

    def probe(cls, beat):
        results = []
        for seed in (0, 0, 1, 2, 3, 4, 5, 6):
            model, _ = _model(cls, CLUMPS, init, 3, seed, max_iter=1)
            results.append(np.array(model.cluster_centers_, dtype=float))
            beat()
        if any(result.shape != (3, 2) for result in results):
            return Finding("start", f'With init="{init}" there are not n_clusters centroids.')
        if not np.allclose(results[0], results[1]):
            return Finding(
                "random state",
                "The same `random_state` gives different results. Make the Generator from it in "
                "`fit`: `np.random.default_rng(self.random_state)`, and draw only from that.",
                f'two models with init="{init}", random_state=0',
            )
        if all(np.allclose(result, results[0]) for result in results):
            return Finding(
                "random state ignored",
                "Every `random_state` gives the same result. Is the Generator made from it, or "
                "from a fixed number?",
                f'init="{init}", random_state=0, 1, 2, 3, 4, 5, 6',
            )
        return None

    return probe


def _plusplus_is_used(cls, beat):
    """Three tight groups far apart: k-means++ finds each, a uniform start misses some."""
    for seed in range(12):
        model, _ = _model(cls, CLUMPS, "k-means++", 3, seed)
        beat()
        if not float(model.inertia_) < 1:
            return Finding(
                "init ignored",
                'With init="k-means++" the three far groups were not found from every seed. Is '
                "`init` looked at, and are the squared distances the weights?",
                f'three groups, 100 apart; init="k-means++", random_state={seed}',
                f"inertia_ {float(model.inertia_):.6g}",
                "inertia_ 0.06",
            )
    return None


def _refuses_a_misspelt_init(cls, beat):
    try:
        _model(cls, TWO_PAIRS, "kmeans++", 2)
    except Exception:  # which kind of error it is, and whether `__init__` raises it, is taste
        return None
    return Finding(
        "init not refused",
        "This `init` is misspelt, and silently taken for something else. End your choice with an "
        "`else` that raises a ValueError and names what is allowed; it saves hours.",
        'MyKMeans(2, init="kmeans++").fit(X)',
        "no error",
        "ValueError",
    )


def _load_class():
    from ..simple import MyKMeans

    return MyKMeans


MY_KMEANS = Exercise(
    name="MyKMeans",
    load=_load_class,
    reference=steps.lloyd,
    kind=LLOYD.kind,
    parts=("cluster_centers_", "labels_", "inertia_", "n_iter_"),
    cases=SETTLING_CASES,
    slips=REPORTS,
    misconceptions=tuple(row for row in DYNAMICS if "on empty" not in row.key),
    start_rows=Rounds(),
    call=fit_from,
    finish=_final,
    words={
        **ROUND_WORDS,
        "truth of an array": "`init` can be an array of starting centroids, and an array cannot "
        "be compared with a name. Ask first: `isinstance(self.init, str)`.",
        "different cluster_centers_": "These are not the centroids that follow from the start "
        "given as `init`. If `init` is an array, the run must start from exactly that array.",
        "global random": "Your class draws from the random numbers of the whole program. Make a "
        "Generator of its own in `fit`: `np.random.default_rng(self.random_state)`.",
        "unknown name": "This name is not known inside the method. What `__init__` has stored is "
        "`self.n_clusters`, `self.init` and so on, and another method is `self.fit(X)`. If it is "
        "neither: a typing mistake, or a cell that has not been run yet?",
        "arguments": "A function or method is called with the wrong number or names of "
        "arguments. Is `self` the first parameter of every method?",
    },
    gates=(_written("__init__"), _forgets_an_argument, _written("fit")),
    probes=(
        _fit_returns_self,
        _fits_twice,
        _starts_with("random"),
        _starts_with("k-means++"),
        _plusplus_is_used,
        _refuses_a_misspelt_init,
        _written("predict"),
        _predict,
        _written("fit_predict"),
        _fit_predict,
    ),
    remarks=(_keeps_a_generator, _stores_otherwise),
    hints=(
        "`__init__` only stores its arguments: `self.n_clusters = n_clusters` and so on. The "
        "work is done in `fit`.",
        '`fit` chooses the starting centroids: `init` is an array, "random" or "k-means++". '
        "`isinstance(self.init, str)` tells a name from an array.",
        "Make the Generator in `fit`: `rng = np.random.default_rng(self.random_state)`. Then "
        "`lloyd` does the rest and gives you all four attributes.",
        "`fit` ends with `return self`. `predict` labels any points with `cluster_centers_`; "
        "`fit_predict` is `fit` and then `labels_`.",
    ),
    why="It has scikit-learn's names, so whatever takes `KMeans` as an argument takes your class "
    "too.",
)
