"""Answers to choose_elbow."""

import numpy as np
from kneed import KneeLocator

from kmeans_lab.elbow import get_elbow

from .registry import right, wrong

NAME = "choose_elbow"


@right(NAME)
def as_kneed_says(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing", S=1.0).knee


@right(NAME)
def named_elbow(ks, wcss):
    knee = KneeLocator(list(ks), list(wcss), S=1, curve="convex", direction="decreasing").elbow
    if knee is None:
        return None
    return int(knee)


@right(NAME)
def imported_inside(ks, wcss):
    from kneed import KneeLocator as Locator

    locator = Locator(x=ks, y=wcss, curve="convex", direction="decreasing")
    return locator.knee


@right(NAME)
def position_then_k(ks, wcss):
    knee = KneeLocator(range(len(ks)), wcss, curve="convex", direction="decreasing").knee
    return ks[knee] if knee is not None else None


@right(NAME)
def by_the_package(ks, wcss):
    if len(set(np.diff(ks))) > 1 or ks[1] - ks[0] != 1:
        return as_kneed_says(ks, wcss)
    return get_elbow(wcss, int(ks[-1]), k_min=int(ks[0]))


def _found(ks, wcss, **changes):
    arguments = {"curve": "convex", "direction": "decreasing", **changes}
    return KneeLocator(ks, wcss, **arguments).knee


@wrong(NAME, "position")
def index_of_k(ks, wcss):
    knee = _found(ks, wcss)
    return None if knee is None else list(ks).index(knee)


@wrong(NAME, "ks ignored")
def counts_from_one(ks, wcss):
    knee = KneeLocator(range(1, len(wcss) + 1), wcss, curve="convex", direction="decreasing").knee
    return knee


@wrong(NAME, "height")
def knee_y(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee_y


@wrong(NAME, "none not returned")
def int_of_none(ks, wcss):
    return int(_found(ks, wcss))


@wrong(NAME, "none not returned")
def one_instead_of_none(ks, wcss):
    return _found(ks, wcss) or 1


@wrong(NAME, "curve and direction")
def defaults(ks, wcss):
    return KneeLocator(ks, wcss).knee


@wrong(NAME, "curve and direction")
def concave(ks, wcss):
    return _found(ks, wcss, curve="concave")


@wrong(NAME, "largest drop")
def steepest(ks, wcss):
    return ks[np.argmax(-np.diff(wcss)) + 1]


@wrong(NAME, "smallest wcss")
def lowest(ks, wcss):
    return int(ks[np.argmin(wcss)])


@wrong(NAME, "second difference")
def sharpest_bend(ks, wcss):
    return int(ks[np.argmax(np.diff(np.diff(wcss))) + 1])


@wrong(NAME, "logarithm")
def knee_of_the_logarithm(ks, wcss):
    return _found(ks, np.log(wcss))


@wrong(NAME, "float labels")
def float_k(ks, wcss):
    knee = _found(ks, wcss)
    return None if knee is None else float(knee)


@wrong(NAME, "kind")
def the_locator(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing")


@wrong(NAME, "always none")
def no_return(ks, wcss):
    _found(ks, wcss)


@wrong(NAME, "height")
def y_before_x(ks, wcss):
    knee = KneeLocator(wcss, ks, curve="convex", direction="decreasing").knee
    return knee
