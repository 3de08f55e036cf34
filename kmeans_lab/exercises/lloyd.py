"""lloyd, notebook 04: label and move, round after round, until the centroids hardly move."""

from collections import namedtuple

import numpy as np

from .. import steps
from ..checker.exercise import Exercise, case
from . import recompute_centroids as update
from .shared import from_one

PARTS = ("centroids", "labels", "inertia", "n_iter")
Round = namedtuple("Round", "labels centroids")  # the labels that it moves by, where it moves to


class Result(tuple):
    """The four values of a run; its `history` holds the rounds, and before them the start."""

    def but(self, **others):
        """Return the values, some of them replaced; no slip can be applied to these again."""
        return tuple((dict(zip(PARTS, self)) | others).values())


def squared_shift(new, old):
    """Return the sum of the squared distances moved."""
    return ((new - old) ** 2).sum()


def moved(history):
    """Return the centroids after the last round, and before it."""
    return history[-1].centroids, history[-2].centroids


def shift_of(history):
    """Return the shift of the last round."""
    return squared_shift(*moved(history))


def answer_with(X, centroids, n_iter):
    """Return the four values that belong to these centroids."""
    labels = steps.assign_labels(X, centroids)
    return centroids, labels, steps.inertia(X, labels, centroids), n_iter


def run(
    X,
    centroids,
    max_iter,
    tol,
    *,
    label=steps.assign_labels,
    move=steps.recompute_centroids,
    shift=squared_shift,
    done=None,
):
    """Run Lloyd's algorithm, of which parts can be replaced; as it stands it is right.

    `done(history)` tells whether to stop, if it is not that the shift is at most `tol`.
    """
    history = [Round(steps.assign_labels(X, centroids), centroids)]
    for _ in range(max_iter):
        old, labels = centroids, label(X, centroids)
        centroids = move(X, labels, old)
        history.append(Round(labels, centroids))
        if done(history) if done else shift(centroids, old) <= tol:
            break
    result = Result(answer_with(X, centroids, len(history) - 1))
    result.history = history
    return result


PAIRS = [[0.0, 0.0], [1.0, 0.0], [5.0, 1.0], [6.0, 1.0]]
CLOSE = [[0.0, 0.0], [2**-7, 0.0], [5 * 2**-7, 2**-7], [6 * 2**-7, 2**-7]]
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
INTEGERS = [[0, 0], [1, 3], [8, 8], [9, 9], [9, 6]]
# Where every other measure of the shift stops at another round: a root, the largest, the mean ...
# None of them comes nearer than 2 % to one of the `tol` that are tried.
EIGHT = [
    [4.0, 8.0],
    [1.0, 7.0],
    [6.0, 8.0],
    [4.0, 7.0],
    [1.0, 1.0],
    [6.0, 6.0],
    [4.0, 10.0],
    [7.0, 5.0],
]

EXERCISE = Exercise(
    name="lloyd",
    load=lambda: steps.lloyd,
    reference=run,
    kind=("floats", "integers", "number", "index"),
    parts=PARTS,
    cases=(
        # Sums and means of small whole numbers are exact, so here nothing moves at the end.
        case([[0.0], [1.0], [5.0], [6.0]], [[0.0], [1.0]], 10, 0, tags="columns clusters"),
        case([[0.0], [2.0]], [[0.0]], 10, 1.0, tags="columns clusters tol"),
        case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 10, 1e-6, tags="clusters"),
        case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 1, 1e-6, tags="capped clusters"),
        case(PAIRS, [[0.0, 0.0], [1.0, 0.0]], 2, 1e-6, tags="capped clusters"),
        case(PAIRS, [[5.0, 1.0], [6.0, 1.0]], 1, 1e-6, tags="capped clusters"),
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
        case(
            [[0.0, 0.0], [9.0, 0.0], [9.0, 2.0]],
            [[3.0, 0.0], [9.0, 1.0]],
            10,
            1e-6,
            tags="clusters",
        ),
        case(NINE, [[1.0, 2.0, 0.0], [2.0, 1.0, 0.5], [0.0, 1.0, 1.0]], 20, 1e-6, tags="columns"),
        *(
            case(EIGHT, [[4.0, 10.0], [4.0, 8.0]], 10, tol, tags="tol")
            for tol in (0.004, 0.265, 0.6, 2.5)
        ),
        case(CLOSE, [CLOSE[0], CLOSE[2]], 10, 0, tags="clusters"),
        case(
            [[100000.0], [100002.0], [100010.0], [100012.0]],
            [[100000.0], [100010.0]],
            10,
            0,
            tags="columns clusters",
        ),
        case(INTEGERS, [[0.5, 0.5], [1.5, 2.5]], 10, 1e-6, tags="integers clusters"),
        case(INTEGERS, [[0, 0], [1, 3]], 10, 1e-6, tags="integers clusters"),
        case(PAIRS, [[0.0, 0.0], [4.0, 0.0], [50.0, 50.0]], 10, 1e-6, tags="empty"),
        case(
            [[2.0, 1.0], [9.0, 6.0]],
            [[2.0, 2.0], [-40.0, 9.0], [8.0, 5.0]],
            10,
            1e-6,
            tags="empty",
        ),
        case([[3.0], [4.0], [9.0], [10.0]], [[0.0], [7.0], [12.0]], 10, 0, tags="columns empty"),
    ),
    words={
        "large tol": "It is right for a tiny `tol`, and wrong for a larger one. How is the shift "
        "measured? It is the sum of the squared changes of *all* numbers in the centroids.",
        "floats for integers": "Labels and n_iter are whole numbers, and yours are floats: "
        "`dtype=int` for an array, `int(...)` for a single number.",
        "endless": "Your loop did not come to an end within a second, so it was stopped. It must "
        "end after `max_iter` rounds, and before that when the centroids move no more than `tol`. "
        "Is the number of rounds raised in each of them?",
        "empty cluster": "It is right until a cluster has no points. Such a cluster keeps the "
        "centroid that it had before.",
    },
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


# What is handed back, after a run: each slip takes its result.


def before_the_last_move(result):
    """Return the centroids from before the last move; the start, if there was none."""
    return result.history[-2:][0].centroids


def hardly_moved(result, tol):
    """Tell whether there was a round, and the last one ended the run."""
    return result[3] > 0 and shift_of(result.history) <= tol


@EXERCISE.slip
def stale_labels_and_inertia(result, X, *args):
    """Labels and inertia are those from before the last move of the centroids. After the loop,
    label once more and compute the inertia with the centroids that you return."""
    labels = result.history[-1].labels
    return result.but(labels=labels, inertia=steps.inertia(X, labels, result[0]))


@EXERCISE.slip(like=stale_labels_and_inertia)
def both_before_the_last_move(result, X, *args):
    labels = result.history[-1].labels
    inertia = steps.inertia(X, labels, before_the_last_move(result))
    return result.but(labels=labels, inertia=inertia)


@EXERCISE.slip
def stale_labels(result, *args):
    """The labels are those from before the last move of the centroids. After the loop, label
    once more with the centroids that you return."""
    return result.but(labels=result.history[-1].labels)


@EXERCISE.slip(key="stale labels")
def labels_of_the_start(result, *args):
    """The labels belong to the centroids that the run started from. Label once more with those
    that you return."""
    return result.but(labels=result.history[0].labels)


@EXERCISE.slip
def stale_inertia(result, X, *args):
    """The inertia is computed with the new centroids and the labels from before their last move.
    Use the labels that belong to the centroids you return."""
    return result.but(inertia=steps.inertia(X, result.history[-1].labels, result[0]))


@EXERCISE.slip(key="stale inertia")
def inertia_before_the_last_move(result, X, *args):
    """The inertia is the one from before the last move. Compute it with the centroids and labels
    that you return."""
    return result.but(inertia=both_before_the_last_move.answer(result, X)[2])


@EXERCISE.slip
def last_move_lost(result, X, centroids, max_iter, tol):
    """When `tol` ends the loop, the last move is lost: the loop is left before the new centroids
    are stored. Store them first, then compare."""
    return previous_centroids.answer(result, X) if hardly_moved(result, tol) else result.but()


@EXERCISE.slip(key="last move lost")
def last_move_or_labelling_lost(result, X, centroids, max_iter, tol):
    """When `tol` ends the loop, the last move is lost: the loop is left before the new centroids
    are stored. Store them first, then compare. And after `max_iter` rounds the labels are those
    from before it."""
    lost = previous_centroids if hardly_moved(result, tol) else stale_labels_and_inertia
    return lost.answer(result, X)


@EXERCISE.slip
def previous_centroids(result, X, *args):
    """You return the centroids from before the last move. Is the new array stored before the
    loop is left?"""
    return answer_with(X, before_the_last_move(result), result[3])


@EXERCISE.slip(like=previous_centroids)
def previous_centroids_alone(result, *args):
    return result.but(centroids=before_the_last_move(result))


@EXERCISE.slip
def start_centroids(result, *args):
    """You return the centroids that you were given. Is the new array stored under the same name
    in every round?"""
    return result.but(centroids=result.history[0].centroids)


@EXERCISE.slip
def history(result, *args):
    """You return the centroids of every round. Only the last ones are asked for."""
    return result.but(centroids=np.array([each.centroids for each in result.history[1:]]))


@EXERCISE.slip(like=history)
def history_from_the_start(result, *args):
    return result.but(centroids=np.array([each.centroids for each in result.history]))


@EXERCISE.slip
def not_counted(result, *args):
    """n_iter is always 0. Raise it in every round."""
    return result.but(n_iter=0)


@EXERCISE.slip
def rounds_from_zero(result, *args):
    """n_iter is one too small. {if range( and no +=: `for i in range(...)` counts from 0: after
    the first round one round is done.} The round in which nothing moved counts as well."""
    return result.but(n_iter=result[3] - 1)


@EXERCISE.slip(key="one round too many")
def one_counted_too_many(result, *args):
    """n_iter is one too large: it counts a round that was not done. Does the count start at 1,
    or is it raised once more after the loop?"""
    return result.but(n_iter=result[3] + 1)


@EXERCISE.slip(key="n_iter is max_iter")
def n_iter_is_max_iter(result, X, centroids, max_iter, tol):
    """n_iter is always `max_iter`. Count the rounds that were really done."""
    return result.but(n_iter=max_iter)


@EXERCISE.slip(key="n_iter without last")
def n_iter_without_last(result, X, centroids, max_iter, tol):
    """The last round, in which the centroids hardly moved, is not counted. It was done: it
    counts."""
    return result.but(n_iter=result[3] - hardly_moved(result, tol))


@EXERCISE.slip(like=n_iter_without_last)
def n_iter_without_rest(result, *args):
    at_rest = result[3] > 1 and shift_of(result.history) == 0
    return result.but(n_iter=result[3] - at_rest)


@EXERCISE.slip(like=from_one)
def labels_from_one(result, *args):
    return result.but(labels=result[1] + 1)


@EXERCISE.slip
def inertia_mean(result, X, *args):
    """The inertia is divided by the number of points. It is the sum itself."""
    return result.but(inertia=result[2] / len(X))


@EXERCISE.slip
def inertia_root(result, *args):
    """A square root of the inertia is taken. It is the sum of squares itself."""
    return result.but(inertia=np.sqrt(result[2]))


@EXERCISE.slip
def inertia_not_squared(result, X, *args):
    """The inertia sums distances. It is the sum of *squared* distances."""
    return result.but(inertia=np.sqrt(((X - result[0][result[1]]) ** 2).sum(axis=1)).sum())


@EXERCISE.slip
def inertia_history(result, X, *args):
    """The inertia of every round comes back. Only the final one is asked for."""
    return result.but(inertia=np.array([steps.inertia(X, *each) for each in result.history[1:]]))


# How it runs: each misconception replaces one part of it.


@EXERCISE.wrong
def first_round_only(X, centroids, max_iter, tol):
    """Only one round is ever done. {if loop left at once: A `return` or `break` ends the loop in
    its first round.} {if loop and no loop left at once: Does it look as if nothing had moved?
    `previous = centroids` is only a second name for the same array (`.copy()` makes a new one),
    and an array compared with itself never differs.}"""
    return run(X, centroids, 1, tol)


@EXERCISE.wrong
def tol_ignored(X, centroids, max_iter, tol):
    """`tol` plays no part: you go on until nothing moves at all. Stop after a round in which the
    centroids moved no more than `tol`."""
    return run(X, centroids, max_iter, 1e-12)


@EXERCISE.wrong(key="tol ignored")
def fixed_tol(X, centroids, max_iter, tol):
    """`tol` plays no part: you stop at another number, the same for all inputs. Stop after a round
    in which the centroids moved no more than `tol`."""
    return run(X, centroids, max_iter, 1e-4)


@EXERCISE.wrong
def never_settled(X, centroids, max_iter, tol):
    """You always do `max_iter` rounds. Stop after a round in which the centroids moved no more
    than `tol`."""
    return run(X, centroids, max_iter, -1)


@EXERCISE.wrong(key="max_iter ignored")
def max_iter_ignored(X, centroids, max_iter, tol):
    """`max_iter` plays no part: you go on until the centroids settle. Stop after that many rounds
    at the latest."""
    return run(X, centroids, 300, tol)


@EXERCISE.wrong(key="max_iter and tol ignored")
def max_iter_and_tol_ignored(X, centroids, max_iter, tol):
    """Neither `max_iter` nor `tol` plays a part: you go on until nothing moves at all."""
    return run(X, centroids, 300, 1e-12)


@EXERCISE.wrong
def one_round_too_few(X, centroids, max_iter, tol):
    """You do one round too few when `max_iter` ends the loop. {if range(: `range(max_iter)` has
    exactly `max_iter` rounds; `range(1, max_iter)` has one less.}"""
    return run(X, centroids, max_iter - 1, tol)


@EXERCISE.wrong
def one_round_too_many(X, centroids, max_iter, tol):
    """You do one round too many when `max_iter` ends the loop. {if <=: `<=` where `<` is
    meant?}"""
    return run(X, centroids, max_iter + 1, tol)


@EXERCISE.wrong
def stops_when_moving(X, centroids, max_iter, tol):
    """You stop as soon as the centroids move *more* than `tol`. Turn the comparison round."""

    return run(X, centroids, max_iter, tol, done=lambda history: shift_of(history) > tol)


@EXERCISE.wrong(key="signed shift")
def moves_cancel(X, centroids, max_iter, tol):
    """Moves to the left and to the right cancel in your shift, so the loop ends too early. Square
    the differences before you sum them."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: abs((new - old).sum()))


@EXERCISE.wrong(like=moves_cancel)
def moves_cancel_before_the_square(X, centroids, max_iter, tol):
    return run(X, centroids, max_iter, tol, shift=lambda new, old: (new - old).sum() ** 2)


@EXERCISE.wrong(key="signed shift")
def sum_of_moves(X, centroids, max_iter, tol):
    """A move to the left counts as negative in your shift, so the loop ends too early. Square the
    differences before you sum them."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: (new - old).sum())


@EXERCISE.wrong(key="signed shift")
def sum_of_moves_turned_round(X, centroids, max_iter, tol):
    """A move to the right counts as negative in your shift, so the loop ends too early. Square
    the differences before you sum them."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: (old - new).sum())


@EXERCISE.wrong(key="signed shift")
def largest_move(X, centroids, max_iter, tol):
    """A move to the left counts as negative in your shift, so the loop ends too early. Sum the
    squares of all the differences."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: (new - old).max())


@EXERCISE.wrong(key="signed shift")
def largest_move_turned_round(X, centroids, max_iter, tol):
    """A move to the right counts as negative in your shift, so the loop ends too early. Sum the
    squares of all the differences."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: (old - new).max())


@EXERCISE.wrong
def smallest_shift(X, centroids, max_iter, tol):
    """You stop when *one* centroid has settled. All of them must: the shift is the sum over all
    centroids."""
    return run(X, centroids, max_iter, tol, shift=lambda *both: min(map(squared_shift, *both)))


@EXERCISE.wrong(key="smallest shift")
def smallest_move(X, centroids, max_iter, tol):
    """You stop when *one* coordinate has settled. All of them must: the shift is the sum over all
    of them."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: np.abs(new - old).min())


@EXERCISE.wrong(key="one centroid's shift")
def shift_of_the_first(X, centroids, max_iter, tol):
    """Only the shift of the first centroid is looked at. All of them must have settled."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: squared_shift(new[0], old[0]))


@EXERCISE.wrong(key="one centroid's shift")
def shift_of_the_last(X, centroids, max_iter, tol):
    """Only the shift of the last centroid is looked at. All of them must have settled."""
    return run(X, centroids, max_iter, tol, shift=lambda new, old: squared_shift(new[-1], old[-1]))


@EXERCISE.wrong
def less_than_tol(X, centroids, max_iter, tol):
    """A shift of exactly `tol` must end the loop, too: it is no more than `tol`. If `tol` is 0,
    no shift is smaller."""
    return run(X, centroids, max_iter, tol, done=lambda history: shift_of(history) < tol)


@EXERCISE.wrong(like=less_than_tol)
def less_than_tol_or_at_rest(X, centroids, max_iter, tol):
    def small(history):
        return shift_of(history) < tol or shift_of(history) == 0

    return run(X, centroids, max_iter, tol, done=small)


def measures(key, hint, *shifts):
    """Enter runs that stop by other measures of the shift, each a function of the changes."""
    for shift in shifts:

        def other_measure(X, centroids, max_iter, tol, shift=shift):
            return run(X, centroids, max_iter, tol, shift=lambda new, old: shift(new - old))

        other_measure.__doc__ = hint
        EXERCISE.wrong(other_measure, key=key)


measures(
    "largest change",
    "You compare the largest change with `tol`. The shift is the *sum* of all squared changes.",
    lambda moves: np.abs(moves).max(),
    lambda moves: (moves**2).sum(axis=1).max(),
)
measures(
    "mean change",
    "You compare a mean with `tol`, so many small changes count less than they should. The shift "
    "is the *sum* of the squared changes.",
    lambda moves: (moves**2).mean(),
    lambda moves: (moves**2).sum(axis=1).mean(),
    lambda moves: np.abs(moves).mean(),
)
measures(
    "changes not squared",
    "You compare the distance moved with `tol`: no square is taken, or a root undoes it. The "
    "shift is the sum of the *squared* changes.",
    np.linalg.norm,
)
measures(
    "one column",
    "Only one column of the centroids is looked at. The changes in all columns count.",
    lambda moves: (moves[:, 0] ** 2).sum(),
    lambda moves: (moves[:, -1] ** 2).sum(),
)


@EXERCISE.wrong
def compared_with_the_start(X, centroids, max_iter, tol):
    """You measure how far the centroids are from where they started. The shift of a round is what
    they have moved in this round: keep the centroids from before it."""

    def far(history):
        return squared_shift(history[-1].centroids, history[0].centroids) <= tol

    return run(X, centroids, max_iter, tol, done=far)


@EXERCISE.wrong
def relative_tol(X, centroids, max_iter, tol):
    """You multiply `tol` by the variance of X, as scikit-learn does. Here the shift is compared
    with `tol` as it is given."""
    return run(X, centroids, max_iter, tol * X.var(axis=0).mean())


@EXERCISE.wrong
def another_allowance(X, centroids, max_iter, tol):
    """Centroids count as equal although they have moved by more than `tol` allows: far from 0, by
    ever more. `np.allclose` is like that, whatever `atol` says. Compare the shift itself."""
    return run(X, centroids, max_iter, tol, done=lambda history: np.allclose(*moved(history)))


@EXERCISE.wrong(like=another_allowance)
def allowance_of_tol_and_more(X, centroids, max_iter, tol):
    def close(history):
        return np.allclose(*moved(history), atol=tol)

    return run(X, centroids, max_iter, tol, done=close)


@EXERCISE.wrong(like=another_allowance)
def tol_or_close(X, centroids, max_iter, tol):
    def close(history):
        return shift_of(history) <= tol or np.allclose(*moved(history))

    return run(X, centroids, max_iter, tol, done=close)


@EXERCISE.wrong
def zero_is_no_tol(X, centroids, max_iter, tol):
    """With `tol` = 0 you stop while the centroids still move. Is another number put in its place,
    as `tol or ...` does? 0 is a tolerance like others: it ends the loop when nothing moves."""
    return run(X, centroids, max_iter, tol or 1e-4)


@EXERCISE.wrong
def labels_compared(X, centroids, max_iter, tol):
    """You stop when no label changes. A good rule, but not the one asked for: stop after a round
    in which the centroids moved no more than `tol`."""

    def no_label_changes(history):
        return len(history) > 2 and (history[-1].labels == history[-2].labels).all()

    return run(X, centroids, max_iter, tol, done=no_label_changes)


@EXERCISE.wrong
def inertia_compared(X, centroids, max_iter, tol):
    """You stop when the inertia hardly falls. Asked for is: stop after a round in which the
    centroids moved no more than `tol`."""

    def hardly_falls(history):
        before, now = (steps.inertia(X, *last) for last in history[-2:])
        return len(history) > 2 and before - now <= tol

    return run(X, centroids, max_iter, tol, done=hardly_falls)


@EXERCISE.wrong(like=inertia_compared)
def inertia_compared_within_a_round(X, centroids, max_iter, tol):
    def hardly_falls(history):
        now, before = (steps.inertia(X, history[-1].labels, each) for each in moved(history))
        return before - now <= tol

    return run(X, centroids, max_iter, tol, done=hardly_falls)


@EXERCISE.wrong
def nan_on_empty(X, centroids, max_iter, tol):
    """A cluster without points gets NaN as its centroid, and NaN spoils every later distance. It
    keeps the centroid that it had before."""
    return run(X, centroids, max_iter, tol, move=update.nan_on_empty.answer)


@EXERCISE.wrong
def zero_on_empty(X, centroids, max_iter, tol):
    """A cluster without points jumps to the origin. It keeps the centroid that it had before."""
    return run(X, centroids, max_iter, tol, move=update.zero_on_empty.answer)


@EXERCISE.wrong
def point_on_empty(X, centroids, max_iter, tol):
    """A cluster without points takes over the farthest point. scikit-learn does so too, but here
    it keeps the centroid that it had before."""
    return run(X, centroids, max_iter, tol, move=update.farthest_point_on_empty.answer)


@EXERCISE.wrong
def start_on_empty(X, centroids, max_iter, tol):
    """A cluster that loses all its points jumps back to where it started. It keeps the centroid
    that it had before this round."""

    def move(X, labels, old):
        return steps.recompute_centroids(X, labels, centroids)

    return run(X, centroids, max_iter, tol, move=move)


@EXERCISE.wrong
def mean_of_all_on_empty(X, centroids, max_iter, tol):
    """A cluster without points moves to the mean of all. It keeps the centroid that it had
    before."""
    return run(X, centroids, max_iter, tol, move=update.mean_of_all_on_empty.answer)


@EXERCISE.wrong
def truncated(X, centroids, max_iter, tol):
    """The means are cut off to whole numbers. Make arrays of floats: `dtype=float`."""
    return run(X, centroids, max_iter, tol, move=lambda *args: np.trunc(update.moved(*args)))


@EXERCISE.wrong(key="truncated")
def type_of_the_start(X, centroids, max_iter, tol):
    """The means are cut off to whole numbers, because your array took over the integer type of
    the centroids that you were given. Make it an array of floats: `dtype=float`."""
    return run(X, centroids, max_iter, tol, move=update.type_of_centroids.answer)


@EXERCISE.wrong
def mean_of_everything(X, centroids, max_iter, tol):
    """Every centroid moves to the mean of all points. Only the points of its own cluster
    count."""
    return run(X, centroids, max_iter, tol, move=update.mean_of_everything.answer)


@EXERCISE.wrong
def median(X, centroids, max_iter, tol):
    """The centroids move to medians. K-Means moves them to means."""
    return run(X, centroids, max_iter, tol, move=update.median.answer)


@EXERCISE.wrong
def farthest(X, centroids, max_iter, tol):
    """The points go to the farthest centroid. {if argmax(: `argmax` stands where `argmin` is
    meant.}"""

    def label(X, centroids):
        return steps.squared_distances(X, centroids).argmax(axis=1)

    return run(X, centroids, max_iter, tol, label=label)


@EXERCISE.wrong
def own_start(X, centroids, max_iter, tol):
    """You start from the first points. Start from the centroids that you are given."""
    return run(X, X[: len(centroids)], max_iter, tol)


@EXERCISE.wrong
def never_moves(X, centroids, max_iter, tol):
    """The centroids never move. Does each round store the new centroids?"""
    return run(X, centroids, max_iter, tol, move=lambda X, labels, old: old)


@EXERCISE.wrong
def labels_once(X, centroids, max_iter, tol):
    """You label the points only once. Each round labels them anew with the moved centroids."""
    first = steps.assign_labels(X, centroids)
    return run(X, centroids, max_iter, tol, label=lambda X, old: first)
