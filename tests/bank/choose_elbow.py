"""Answers to choose_elbow."""

import numpy as np
from kneed import KneeLocator

from kmeans_lab.elbow import get_elbow

from .registry import right, wrong


@right
def as_kneed_says(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing", S=1.0).knee


@right
def named_elbow(ks, wcss):
    knee = KneeLocator(list(ks), list(wcss), S=1, curve="convex", direction="decreasing").elbow
    if knee is None:
        return None
    return int(knee)


@right
def imported_inside(ks, wcss):
    from kneed import KneeLocator as Locator

    locator = Locator(x=ks, y=wcss, curve="convex", direction="decreasing")
    return locator.knee


@right
def position_then_k(ks, wcss):
    knee = KneeLocator(range(len(ks)), wcss, curve="convex", direction="decreasing").knee
    return ks[knee] if knee is not None else None


@right
def by_the_package(ks, wcss):
    if len(set(np.diff(ks))) > 1 or ks[1] - ks[0] != 1:
        return as_kneed_says(ks, wcss)
    return get_elbow(wcss, int(ks[-1]), k_min=int(ks[0]))


def _found(ks, wcss, **changes):
    arguments = {"curve": "convex", "direction": "decreasing", **changes}
    return KneeLocator(ks, wcss, **arguments).knee


@wrong("position")
def index_of_k(ks, wcss):
    knee = _found(ks, wcss)
    return None if knee is None else list(ks).index(knee)


@wrong("ks ignored")
def counts_from_one(ks, wcss):
    knee = KneeLocator(range(1, len(wcss) + 1), wcss, curve="convex", direction="decreasing").knee
    return knee


@wrong("height")
def knee_y(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee_y


@wrong("none not returned")
def int_of_none(ks, wcss):
    return int(_found(ks, wcss))


@wrong("none not returned")
def one_instead_of_none(ks, wcss):
    return _found(ks, wcss) or 1


@wrong("curve and direction")
def defaults(ks, wcss):
    return KneeLocator(ks, wcss).knee


@wrong("curve and direction")
def concave(ks, wcss):
    return _found(ks, wcss, curve="concave")


@wrong("largest drop")
def steepest(ks, wcss):
    return ks[np.argmax(-np.diff(wcss)) + 1]


@wrong("smallest wcss")
def lowest(ks, wcss):
    return int(ks[np.argmin(wcss)])


@wrong("second difference")
def sharpest_bend(ks, wcss):
    return int(ks[np.argmax(np.diff(np.diff(wcss))) + 1])


@wrong("logarithm")
def knee_of_the_logarithm(ks, wcss):
    return _found(ks, np.log(wcss))


@wrong("floats for integers")
def float_k(ks, wcss):
    knee = _found(ks, wcss)
    return None if knee is None else float(knee)


@wrong("kind")
def the_locator(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing")


@wrong("always none")
def no_return(ks, wcss):
    _found(ks, wcss)


@wrong("height")
def y_before_x(ks, wcss):
    knee = KneeLocator(wcss, ks, curve="convex", direction="decreasing").knee
    return knee


@wrong("none not returned")
def ce_chord(ks, wcss):
    x = (np.array(ks) - ks[0]) / (ks[-1] - ks[0])
    y = (np.array(wcss) - wcss[-1]) / (wcss[0] - wcss[-1])
    return int(ks[np.argmax(1 - x - y)])


@wrong("kind")
def ce_str(ks, wcss):
    return str(KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee)


@wrong("none not returned")
def ce_nan(ks, wcss):
    k = KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee
    return float("nan") if k is None else k


@wrong("import")
def ce_bad_class(ks, wcss):
    from kneed import KneeFinder

    return KneeFinder(ks, wcss).knee


@wrong("list")
def ce_all(ks, wcss):
    knees = KneeLocator(ks, wcss, curve="convex", direction="decreasing").all_knees
    return sorted(knees)  # in kneed 0.8 they are a set


@wrong("several values")
def ce_both(ks, wcss):
    kl = KneeLocator(ks, wcss, curve="convex", direction="decreasing")
    return kl.knee, kl.knee_y


@wrong("always the same")
def ce_3(ks, wcss):
    return 3


@wrong("ks ignored")
def ce_kmax(ks, wcss):
    return KneeLocator(range(1, 11), wcss, curve="convex", direction="decreasing").knee


@wrong("always none")
def ce_print(ks, wcss):
    print(KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee)


@wrong("one too many")
def ce_plus1(ks, wcss):
    k = KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee
    return k + 1 if k else None


@wrong("smallest wcss")
def ce_incr(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="increasing").knee


@wrong("arguments")
def ce_wcss_only(ks, wcss):
    return KneeLocator(wcss, curve="convex", direction="decreasing").knee


@wrong("list")
def ce_list(ks, wcss):
    return [KneeLocator(ks, wcss, curve="convex", direction="decreasing").knee]


@right
def ce_ok(ks, wcss):
    k = KneeLocator(
        np.asarray(ks, float), np.asarray(wcss), curve="convex", direction="decreasing"
    ).elbow
    return None if k is None else int(round(k))


@right
def ce_ok2(ks, wcss):
    return KneeLocator(
        list(ks),
        wcss,
        S=1.0,
        curve="convex",
        direction="decreasing",
        online=False,
        interp_method="interp1d",
    ).knee
