"""The exercise that chooses k: choose_elbow."""

import numpy as np

from ..checker.exercise import Exercise, Misconception, case

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


def _load():
    from ..elbow import choose_elbow

    return choose_elbow


def _kneed(ks, wcss, **changes):
    from kneed import KneeLocator

    arguments = {"curve": "convex", "direction": "decreasing", "S": 1.0, **changes}
    return KneeLocator(ks, wcss, **arguments).knee


def _where_found(change):
    """Return a row that changes a found k; without a knee it is right."""

    def answer(ks, wcss):
        k = _kneed(ks, wcss)
        return None if k is None else change(k, np.asarray(ks), np.asarray(wcss))

    return answer


def _else(value):
    """Return a row that gives something else where there is no knee."""

    def answer(ks, wcss):
        k = _kneed(ks, wcss)
        return value(ks, wcss) if k is None else int(k)

    return answer


def _position(k, ks, wcss):
    return int(np.flatnonzero(ks == k)[0])


def _raises(ks, wcss):
    raise TypeError


NONE_HINT = (
    "A straight or bent-up line has no knee. The contract says None there: kneed finds None, and "
    "you hand it on."
)

CHOOSE_ELBOW = Exercise(
    name="choose_elbow",
    load=_load,
    kind="index or None",
    cases=(
        case([1, 2, 3, 4, 5], [100.0, 40.0, 10.0, 8.0, 6.0], tags="other_ks"),
        case(list(range(1, 11)), BLOBS),
        case(list(range(1, 11)), MALL),
        case(list(range(2, 11)), BLOBS[1:], tags="other_ks"),
        case(list(range(2, 11)), MALL[1:], tags="other_ks"),
        case([2, 4, 6, 8, 10], [90.0, 30.0, 20.0, 15.0, 12.0], tags="other_ks"),
        case(
            list(range(1, 9)), [1000.0, 450.0, 250.0, 150.0, 10.0, 9.0, 8.0, 7.5], tags="other_ks"
        ),
        case([1, 2, 3, 4], [40.0, 30.0, 20.0, 10.0], tags="none other_ks"),
        case([3, 4, 5, 6], [8.0, 6.0, 4.0, 2.0], tags="none other_ks"),
    ),
    slips=(
        Misconception(
            "one too many",
            lambda answer, *args: None if answer is None else int(answer) + 1,
            "Your k is one too large. kneed already returns the value of k.",
        ),
    ),
    misconceptions=(
        Misconception(
            "position",
            _where_found(_position),
            "You return where the knee stands in the list. The *value* of k there is asked for: "
            "`ks[position]`.",
        ),
        Misconception(
            "ks ignored",
            _where_found(lambda k, ks, wcss: _position(k, ks, wcss) + 1),
            "You count the k from 1. `ks` need not start at 1: give kneed the `ks` that you got.",
        ),
        Misconception(
            "height",
            _where_found(lambda k, ks, wcss: wcss[_position(k, ks, wcss)]),
            "You return a WCSS, not a k. Either it is `knee_y` instead of `knee`, or kneed got "
            "the WCSS as x: it wants the `ks` first.",
        ),
        Misconception(
            "smallest wcss",
            lambda ks, wcss: ks[int(np.argmin(wcss))],
            "You return the k with the smallest WCSS. WCSS always falls as k grows, so that is "
            "the last k. Look for the bend; with kneed, the direction is decreasing.",
        ),
        Misconception(
            "curve and direction",
            lambda ks, wcss: _kneed(ks, wcss, curve="concave", direction="increasing"),
            "kneed takes the curve for rising and concave unless told otherwise. WCSS is convex "
            "and decreasing: `curve=` and `direction=`.",
        ),
        Misconception(
            "curve and direction",
            lambda ks, wcss: _kneed(ks, wcss, curve="concave"),
            "The curve is convex, not concave: it bends towards the origin.",
        ),
        Misconception(
            "curve and direction",
            lambda ks, wcss: _kneed(ks, wcss, direction="increasing"),
            "WCSS falls: direction is decreasing, not increasing.",
        ),
        Misconception(
            "largest drop",
            lambda ks, wcss: ks[int(np.argmin(np.diff(wcss))) + 1],
            "You return the k after the largest drop. The bend is where the drops *stop* being "
            "large: let kneed find it.",
        ),
        Misconception(
            "largest drop",
            lambda ks, wcss: ks[int(np.argmin(np.diff(wcss)))],
            "You return the k before the largest drop. The bend is where the drops *stop* being "
            "large: let kneed find it.",
        ),
        Misconception(
            "second difference",
            lambda ks, wcss: ks[int(np.argmax(np.diff(wcss, 2))) + 1],
            "You take the largest second difference. A rule of its own, but not kneed's: it looks "
            "at the nearest neighbours only.",
        ),
        Misconception(
            "logarithm",
            lambda ks, wcss: _kneed(ks, np.log(wcss)),
            "You look for the knee of log(WCSS). Often the better idea; here the plain curve is "
            "asked for.",
        ),
        *(
            Misconception(
                "always the same",
                lambda ks, wcss, k=k: k,
                "You always return the same k. It depends on the curve: let kneed find it.",
            )
            for k in (2, 3, 4, 5)
        ),
        Misconception(
            "always the first",
            lambda ks, wcss: ks[0],
            "You return the first k. Where does the curve bend?",
        ),
        Misconception(
            "always none",
            lambda ks, wcss: None,
            "You return None for a curve with a clear bend. Is there a `return` (a `print` is "
            "none), and do curve and direction fit?",
        ),
        *(
            Misconception(
                "sensitivity",
                lambda ks, wcss, s=s: _kneed(ks, wcss, S=s),
                "Another sensitivity than S = 1 moves the knee or loses it.",
            )
            for s in (0.0, 2.0, 3.0, 5.0, 10.0)
        ),
        Misconception("none not returned", _else(lambda ks, wcss: ks[0]), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: ks[-1]), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: 0), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: -1), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: 1), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: len(ks)), NONE_HINT),
        Misconception("none not returned", _else(lambda ks, wcss: np.nan), NONE_HINT),
        Misconception(
            "none not returned",
            _else(_raises),
            "A straight line has no knee: kneed gives None there, and your code goes on to "
            "calculate with it. Ask `is None` first, and return None.",
        ),
    ),
    words={
        "floats for integers": "Your k is a float. A number of clusters is an "
        "integer: `int(...)`, but only if it is not None.",
        "kind": "The value of k at the knee is asked for: `KneeLocator(...).knee`.",
    },
    hints=(
        "`from kneed import KneeLocator`: it finds the knee of a curve, given x and y.",
        "Tell it the shape of the curve: WCSS is convex and decreasing. S is its sensitivity, "
        "1.0 here.",
        "`.knee` is the x at the knee, a value of `ks`, or None if there is none. Hand None on.",
    ),
    why="A knee is a suggestion. Notebook 02 shows how it moves, and where it finds structure in "
    "noise.",
)
