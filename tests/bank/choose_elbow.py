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


@right
def elbow_of_floats(ks, wcss):
    k = KneeLocator(
        np.asarray(ks, float), np.asarray(wcss), curve="convex", direction="decreasing"
    ).elbow
    return None if k is None else int(round(k))


@right
def every_argument(ks, wcss):
    return KneeLocator(
        list(ks),
        wcss,
        S=1.0,
        curve="convex",
        direction="decreasing",
        online=False,
        interp_method="interp1d",
    ).knee


@wrong("floats for integers")
def float_k(ks, wcss):
    knee = as_kneed_says(ks, wcss)
    return None if knee is None else float(knee)


@wrong("raises")
def ks_must_be_an_array(ks, wcss):
    return KneeLocator(ks + 0, wcss, curve="convex", direction="decreasing").knee


@wrong("list inside")
def wcss_must_be_an_array(ks, wcss):
    return KneeLocator(ks, wcss.tolist(), curve="convex", direction="decreasing").knee


@wrong("different")
def whole_wcss(ks, wcss):
    whole = [int(value) for value in wcss]
    return KneeLocator(ks, whole, curve="convex", direction="decreasing").knee


@wrong("kind")
def the_locator(ks, wcss):
    return KneeLocator(ks, wcss, curve="convex", direction="decreasing")


@wrong("none not returned")
def farthest_from_the_chord(ks, wcss):
    x = (np.array(ks) - ks[0]) / (ks[-1] - ks[0])
    y = (np.array(wcss) - wcss[-1]) / (wcss[0] - wcss[-1])
    return int(ks[np.argmax(1 - x - y)])


@wrong("kind")
def text(ks, wcss):
    return str(as_kneed_says(ks, wcss))


@wrong("import")
def no_such_class(ks, wcss):
    from kneed import KneeFinder

    return KneeFinder(ks, wcss).knee


@wrong("list")
def all_knees(ks, wcss):
    knees = KneeLocator(ks, wcss, curve="convex", direction="decreasing").all_knees
    return sorted(knees)  # in kneed 0.8 they are a set


@wrong("several values")
def knee_and_height(ks, wcss):
    locator = KneeLocator(ks, wcss, curve="convex", direction="decreasing")
    return locator.knee, locator.knee_y


@wrong("ks ignored")
def from_one_to_ten(ks, wcss):
    return KneeLocator(range(1, 11), wcss, curve="convex", direction="decreasing").knee


@wrong("arguments")
def wcss_only(ks, wcss):
    return KneeLocator(wcss, curve="convex", direction="decreasing").knee


@wrong("list")
def knee_in_a_list(ks, wcss):
    return [as_kneed_says(ks, wcss)]
