"""choose_elbow, notebook 02: find the k at the knee of the WCSS with kneed."""

import numpy as np

from ..checker.exercise import Case, Exercise, case

MALL = [
    269981.28,
    183653.328947,
    106348.373062,
    73880.644962,
    44448.455448,
    40825.169464,
    33642.579221,
    26686.837785,
    24766.471610,
    23103.122086,
]
BLOBS = [
    400.0,
    173.230749,
    74.579601,
    61.372276,
    52.505690,
    45.216704,
    41.366217,
    36.584481,
    35.350288,
    29.740081,
]
TWO_BENDS = [387.0, 333.0, 284.0, 238.0, 210.0, 189.0, 174.0, 159.0, 148.0, 108.0, 101.0, 100.0]


def load():
    """Import the model answer only when it is needed, for kneed takes 0.3 s."""
    from ..elbow import choose_elbow

    return choose_elbow


EXERCISE = Exercise(
    name="choose_elbow",
    load=load,
    kind="index or None",
    cases=(
        case([1, 2, 3, 4, 5], [100.0, 40.0, 10.0, 8.0, 6.0], tags="other_ks"),
        Case((range(1, 11), np.array(BLOBS))),  # as in the next cell
        Case((list(range(1, 11)), MALL)),
        case(list(range(2, 11)), BLOBS[1:], tags="other_ks"),
        case(list(range(2, 11)), MALL[1:], tags="other_ks"),
        case([2, 4, 6, 8, 10], [90.0, 30.0, 20.0, 15.0, 12.0], tags="other_ks"),
        case([1, 3, 5, 7, 9], [90.0, 30.0, 20.0, 15.0, 12.0], tags="other_ks"),
        case(
            list(range(1, 9)), [1000.0, 650.0, 250.0, 150.0, 10.0, 9.0, 8.0, 7.5], tags="other_ks"
        ),
        # Little is between a knee and none: here S = 1.5 loses it, below S = 0.5 finds one.
        Case((range(5, 11), MALL[4:]), frozenset({"other_ks"})),
        Case(([2, 3, 4], BLOBS[1:4]), frozenset({"none", "other_ks"})),
        Case(([1, 2, 3, 4, 5], [0.95, 0.4, 0.1, 0.08, 0.06]), frozenset({"other_ks"})),
        Case((range(1, 13), TWO_BENDS), frozenset({"other_ks"})),
        case([1, 2, 3, 4], [40.0, 30.0, 20.0, 10.0], tags="none other_ks"),
        case([3, 4, 5, 6], [8.0, 6.0, 4.0, 2.0], tags="none other_ks"),
    ),
    words={
        "floats for integers": "Your k is a float. A number of clusters is an "
        "integer: `int(...)`, but only if it is not None.",
        "kind": "The k at the knee is asked for. Which attribute of the locator holds it?",
        "booleans": "Your answer is True or False. A k, or None, is asked for.",
        "different": "Your k is not kneed's. Does kneed get `ks` and `wcss` as they are, the "
        "shape of the curve and S = 1, and nothing else? And do you hand on what it finds?",
        "raises": "Your function ends with an error on this input. `ks` and `wcss` may be arrays, "
        "lists or a range: make arrays of them before you calculate with them.",
    },
    vary=lambda rng, ks, wcss: ([k + 2 for k in ks], np.ldexp(wcss, rng.integers(-3, 4))),
    hints=(
        "`from kneed import KneeLocator`: it finds the knee of a curve, given x and y.",
        "Tell it the shape of the curve: WCSS is convex and decreasing. S is its sensitivity, "
        "1.0 here.",
        "`.knee` is the x at the knee, a value of `ks`, or None if there is none. Hand None on.",
    ),
    why="A knee is a suggestion. Notebook 02 shows how it moves, and where it finds structure in "
    "noise.",
)


def located(ks, wcss, **changes):
    """Return kneed's locator for this curve, with other arguments where some are given."""
    from kneed import KneeLocator

    return KneeLocator(ks, wcss, **{"curve": "convex", "direction": "decreasing", **changes})


@EXERCISE.slip
def one_too_many(answer, ks, wcss):
    """Your k is one too large. kneed already returns the value of k."""
    return None if answer is None else answer + 1


@EXERCISE.wrong
def position(ks, wcss):
    """You return where the knee stands in the list. The *value* of k there is asked for:
    `ks[position]`."""
    return located(range(len(ks)), wcss).knee


@EXERCISE.wrong
def ks_ignored(ks, wcss):
    """You count the k from 1. `ks` need not start at 1: give kneed the `ks` that you got."""
    return located(range(1, len(wcss) + 1), wcss).knee


@EXERCISE.wrong
def height(ks, wcss):
    """You return a WCSS, not a k. {if knee_y or elbow_y: `.knee` is the k, `.knee_y` the WCSS
    there.} {if KneeLocator( and no knee_y: kneed wants the `ks` first, then the WCSS.}"""
    return located(ks, wcss).knee_y


@EXERCISE.wrong
def smallest_wcss(ks, wcss):
    """You return the last k. There the WCSS is smallest, because it always falls as k grows. Look
    for the bend. {if KneeLocator(: Does kneed know that the curve is convex *and* decreasing?}"""
    return ks[np.argmin(wcss)]


@EXERCISE.wrong
def curve_and_direction(ks, wcss):
    """That is the knee of a curve which rises or is concave. WCSS is convex and decreasing. {if no
    direction=: kneed must be told so: `curve=` and `direction=`.}"""
    return located(ks, wcss, curve="concave", direction="increasing").knee


@EXERCISE.wrong(key="curve and direction")
def curve_only(ks, wcss):
    """The curve is convex, not concave: it bends towards the origin."""
    return located(ks, wcss, curve="concave").knee


@EXERCISE.wrong
def largest_drop(ks, wcss):
    """You return the k after the largest drop. The bend is where the drops *stop* being large: let
    kneed find it."""
    return ks[np.argmin(np.diff(wcss)) + 1]


@EXERCISE.wrong(key="largest drop")
def before_the_largest_drop(ks, wcss):
    """You return the k before the largest drop. The bend is where the drops *stop* being large:
    let kneed find it."""
    return ks[np.argmin(np.diff(wcss))]


@EXERCISE.wrong
def second_difference(ks, wcss):
    """You take the largest second difference. A rule of its own, but not kneed's: it looks at the
    nearest neighbours only."""
    return ks[np.argmax(np.diff(wcss, 2)) + 1]


@EXERCISE.wrong
def logarithm(ks, wcss):
    """You look for the knee of log(WCSS). Often the better idea; here the plain curve is asked
    for."""
    return located(ks, np.log(wcss)).knee


for k in (2, 3, 4, 5):

    @EXERCISE.wrong
    def always_the_same(ks, wcss, k=k):
        """You always return the same k. It depends on the curve: let kneed find it."""
        return k


@EXERCISE.wrong
def always_none(ks, wcss):
    """You return None for a curve with a clear bend. {if no return at the end: Does it end with
    `return`?} {if KneeLocator(: Do curve, direction and S fit?}"""
    print(located(ks, wcss).knee)


for S in (0.0, 0.5, 1.5, 2.0, 3.0, 5.0):

    @EXERCISE.wrong
    def sensitivity(ks, wcss, S=S):
        """The knee is moved or lost. {if S=: Another sensitivity than S = 1 does that.}"""
        return located(ks, wcss, S=S).knee


@EXERCISE.wrong
def last_bend(ks, wcss):
    """Of two bends you take the last. kneed takes the first, unless its setting `online` is
    changed."""
    return located(ks, wcss, online=True).knee


for instead in (min, max, len, *(lambda ks, k=k: k for k in (0, -1, 1, np.nan))):

    @EXERCISE.wrong
    def none_not_returned(ks, wcss, instead=instead):
        """Where the bend is too weak, or where there is none, kneed finds no knee and gives None.
        The contract asks for None there: hand it on."""
        k = located(ks, wcss).knee
        return instead(ks) if k is None else k


@EXERCISE.wrong(key="none not returned")
def none_made_an_integer(ks, wcss):
    """Where the bend is too weak, or where there is none, kneed gives None, and your code goes on
    to calculate with it. Ask `is None` first, and return None."""
    return int(located(ks, wcss).knee)
