"""MyKMeans, notebooks 04 and 05: the steps put together in a class like scikit-learn's."""

import numpy as np

from ..checker import reading
from ..checker.answers import describe, show
from ..checker.exercise import Exercise, Finding
from ..steps import (
    assign_labels,
    init_kmeans_plusplus,
    init_random,
    lloyd,
    recompute_centroids,
)
from .lloyd import EXERCISE as LLOYD
from .lloyd import PAIRS


# `kmeans_lab.MyKMeans` is the same algorithm made fast, checked and equal to scikit-learn's.
class MyKMeans:
    """K-Means clustering with the steps of this series.

    `__init__` only stores its arguments, each under its own name, and no method changes them.

    Parameters
    ----------
    n_clusters : int
        The number of clusters.
    init : "random", "k-means++" or array of shape (n_clusters, d)
        How the first centroids are chosen, or the centroids themselves. For any other word
        `fit` raises a ValueError.
    max_iter : int
        The largest number of rounds.
    tol : float
        Stop when a round moves the centroids by no more than this, see `lloyd`.
    random_state : int or None
        The seed of the random draws; with None, every fit draws anew.

    Attributes
    ----------
    cluster_centers_, labels_, inertia_, n_iter_
        The result of `fit`, as `lloyd` returns it.
    """

    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(self, X):
        """Do what `lloyd` does, anew each time and from one start, and return the model."""
        X = np.asarray(X)
        rng = np.random.default_rng(self.random_state)
        start = self.init
        if isinstance(self.init, str) and self.init == "random":
            start = init_random(X, self.n_clusters, rng)
        elif isinstance(self.init, str) and self.init == "k-means++":
            start = init_kmeans_plusplus(X, self.n_clusters, rng)
        if np.shape(start) != (self.n_clusters, X.shape[1]):
            raise ValueError(
                "init must be 'random', 'k-means++' or an array of shape "
                f"(n_clusters, columns of X), got {self.init!r}"
            )
        result = lloyd(X, start, self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self

    def predict(self, X):
        """Label every row of `X` with the nearest centroid, and change nothing."""
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        """Find the centroids of `X`, each time, and return the labels of its rows."""
        return self.fit(X).labels_


def fit_from(cls, X, init, max_iter, tol):
    """Fit a student's class from given centroids and collect its four attributes."""
    model = cls(n_clusters=len(init), init=init, max_iter=max_iter, tol=tol, random_state=0)
    model.fit(X)
    return model.cluster_centers_, model.labels_, model.inertia_, model.n_iter_


METHODS = ("__init__", "fit", "predict", "fit_predict")
RESULTS = ("cluster_centers_", "labels_", "inertia_", "n_iter_")
TWO_PAIRS = np.array(PAIRS)
NEW_POINTS = np.array([[4.0, 4.0], [0.0, -1.0], [9.0, 1.0], [1.0, 1.0], [2.0, 0.0]])
CLUMPS = np.array([[x + dx, y] for x, y in ((0, 0), (100, 0), (0, 90)) for dx in (0.0, 0.1, 0.2)])
LINE = np.arange(80.0).reshape(40, 2)
GIVEN = {"n_clusters": 4, "init": TWO_PAIRS, "max_iter": 17, "tol": 0.125, "random_state": 3}
LEFT_OUT = {"n_clusters": 8, "init": "random", "max_iter": 300, "tol": 1e-4, "random_state": None}


def _model(cls, X, init="random", n_clusters=3, seed=0, max_iter=50):
    init = init if isinstance(init, str) else init.copy()
    model = cls(n_clusters=n_clusters, init=init, max_iter=max_iter, tol=1e-6, random_state=seed)
    return model, model.fit(X.copy())


def _values(model, names=RESULTS):
    """Return copies of some attributes of a model by name."""
    return {name: np.array(getattr(model, name, "not there")) for name in names}


def _same(got, want):
    """Compare two values; results may differ by rounding."""
    got, want = np.asarray(got), np.asarray(want)
    if got.dtype.kind == want.dtype.kind == "f":
        return got.shape == want.shape and np.allclose(got, want, rtol=1e-9)
    if "U" in (kinds := got.dtype.kind + want.dtype.kind) and kinds != "UU":
        return False  # NumPy 2.0 does not compare text with numbers
    return np.array_equal(got, want)


def _other(got, want):
    """Return the name of the first value that is not the same, or None."""
    return next((name for name in want if not _same(got[name], want[name])), None)


def _differs(key, call, got, want):
    """Return a Finding that shows the first value that is not the same, or None."""
    name = _other(got, want)
    if name is None:
        return None
    shown = [np.asarray(values[name]) for values in (got, want)]
    shown = [show(value) if value.dtype.kind in "biuf" else str(value) for value in shown]
    return Finding(
        key, example=f"{call}.{name}", got=shown[0], expected=shown[1], values={"name": name}
    )


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
        return Finding("missing methods", values={"so_far": so_far, "names": "`, `".join(missing)})

    return probe


def _stores(cls, beat):
    """Find an argument that is not stored under its own name, as it was given."""
    given = {**GIVEN, "init": TWO_PAIRS.copy()}
    call = "MyKMeans(n_clusters=4, init=start, max_iter=17, tol=0.125, random_state=3)"
    return _differs("arguments not stored", call, _values(cls(**given), GIVEN), GIVEN)


def _keeps_the_header(cls, beat):
    """Find a parameter that has another place or default than in the exercise."""
    given = {**GIVEN, "init": TWO_PAIRS.copy()}
    in_order, alone = cls(*given.values()), cls()
    call = "MyKMeans(4, start, 17, 0.125, 3)"
    return _differs("header", call, _values(in_order, GIVEN), GIVEN) or _differs(
        "header", "MyKMeans()", _values(alone, LEFT_OUT), LEFT_OUT
    )


def _fit_returns_self(cls, beat):
    model, returned = _model(cls, TWO_PAIRS, TWO_PAIRS[:2], 2)
    if returned is model:
        return None
    return Finding(
        "fit returns self",
        example="MyKMeans(...).fit(X)",
        got="None" if returned is None else "something else",
        expected="the model itself",
    )


def _keeps_its_arguments(cls, beat):
    """Find an argument that `fit` overwrites."""
    for init in ("random", "k-means++", np.array([[0.0, 0.0], [4.0, 0.0], [50.0, 50.0]])):
        given = {"n_clusters": 3, "init": init, "max_iter": 50, "tol": 1e-6, "random_state": 0}
        model, _ = _model(cls, TWO_PAIRS, init)
        found = _differs("overwritten", "model.fit(X)", _values(model, given), given)
        if found:
            return found
    return None


def _fits_anew(cls, beat):
    """Fit one model again, and on other points: it must be like a new one."""
    model, _ = _model(cls, CLUMPS, CLUMPS[:3])
    for X in (CLUMPS, CLUMPS + 50):
        new, _ = _model(cls, X, CLUMPS[:3])
        model.fit(X.copy())
        call = "model.fit(X)  # fitted before\nmodel"
        found = _differs("leftovers", call, _values(model), _values(new))
        if found:
            return found
    return None


def _draws_again(cls, beat):
    """Fit twice with the same seed."""
    for init in ("random", "k-means++"):
        for seed in range(3):
            model, _ = _model(cls, CLUMPS, init, 3, seed, max_iter=1)
            first = _values(model)
            model.fit(CLUMPS.copy())
            if _other(_values(model), first):
                return Finding("generator kept", example=f'model.fit(X)  # init="{init}", twice')
    return None


def _stays_apart(cls, beat):
    """Make another model and fit it, before and after a model is fitted: neither must matter."""
    alone = _values(_model(cls, TWO_PAIRS, n_clusters=2)[0])
    one = cls(n_clusters=2, init="random", max_iter=50, tol=1e-6, random_state=0)
    _model(cls, CLUMPS)
    one.fit(TWO_PAIRS.copy())
    call = "one.fit(X)\none"
    found = _differs("shared", call, _values(one), alone)
    _model(cls, CLUMPS)
    call = "one.fit(X)\nother.fit(other_X)\none"
    return found or _differs("shared", call, _values(one), alone)


def _started(cls, init, seed=0, X=CLUMPS, n_clusters=3):
    """Return the centroids after one round."""
    model, _ = _model(cls, X, init, n_clusters, seed, max_iter=1)
    return np.array(model.cluster_centers_, dtype=float)


def _draws_rows(cls, init):
    """Find a wrong number of centroids, or a row that is drawn twice."""
    for k in (2, 3, len(CLUMPS)):
        got, call = _started(cls, init, n_clusters=k), f'MyKMeans({k}, init="{init}").fit(X)'
        call += f".cluster_centers_.shape  # X has {len(CLUMPS)} rows"
        if got.shape != (k, 2):
            return Finding("start", "", call, f"{got.shape}", f"{(k, 2)}", values={"init": init})
    different = len(np.unique(got.round(6), axis=0))
    if different == k:
        return None
    return Finding("row twice", "", call, f"{different} different rows", f"{k}")


def _makes_floats(cls, init):
    """Find centroids that stay whole numbers, because the rows that they start from are."""
    X = np.array([[0, 0], [1, 0], [7, 2], [8, 3], [9, 9], [9, 8]])
    model, _ = _model(cls, X, init, 2)
    got = np.array(model.cluster_centers_)
    means = recompute_centroids(X, np.array(model.labels_), got)
    if np.allclose(got, means):
        return None
    call = f'MyKMeans(2, init="{init}").fit(X).cluster_centers_  # X holds integers'
    return Finding("whole", "", call, show(got), show(means))


def _follows_its_seed(cls, init):
    """Find a `random_state` that does too little, or too much."""

    def alike(*seeds, X=CLUMPS):
        first, *others = (_started(cls, init, seed, X) for seed in seeds)
        return all(np.allclose(other, first) for other in others)

    if not alike(0, 0):
        return Finding("random state", example=f'two models with init="{init}", random_state=0')
    if alike(*range(7)):
        example = f'init="{init}", random_state=0, 1, 2, 3, 4, 5, 6'
        return Finding("random state ignored", example=example)
    if alike(*5 * [None], X=LINE):
        example = f'five models with init="{init}", random_state=None'
        return Finding("none is a seed", example=example)
    return None


def _starts_with(init):
    """Return a probe of a start by name."""

    def probe(cls, beat):
        for part in (_draws_rows, _makes_floats, _follows_its_seed):
            found = part(cls, init)
            beat()
            if found:
                return found
        return None

    return probe


def _found_by(cls, init, seeds, beat):
    """Yield for each seed the inertia of three tight groups, 100 apart: 0.06 if all are found."""
    for seed in range(seeds):
        model, _ = _model(cls, CLUMPS, init, 3, seed)
        beat()
        yield float(model.inertia_)


def _plusplus_is_used(cls, beat):
    """Find a seed from which k-means++ misses one of three groups that lie far apart."""
    for seed, inertia in enumerate(_found_by(cls, "k-means++", 12, beat)):
        if not inertia < 1:
            return Finding(
                "init ignored",
                example=f'three groups, 100 apart; init="k-means++", random_state={seed}',
                got=f"inertia_ {inertia:.6g}",
                expected="inertia_ 0.06",
            )
    return None


def _random_is_uniform(cls, beat):
    """A uniform start meets all three groups in 27 of 84 cases, and never in 14 seeds of 14."""
    if any(inertia > 1 for inertia in _found_by(cls, "random", 14, beat)):
        return None
    return Finding(
        "not uniform",
        example='three groups, 100 apart; init="random", random_state=0, 1, ..., 13',
        got="inertia_ 0.06, every time",
        expected="a larger inertia_ more often than not",
    )


def _refuses_other_words(cls, beat):
    for word in ("kmeans++", "Random", "k-means", ""):
        got, key = "no error", "init not refused"
        try:
            _model(cls, TWO_PAIRS, word, 2)
        except ValueError:  # whether `__init__` or `fit` raises it is taste
            continue
        except Exception as error:
            got, key = type(error).__name__, "no ValueError"
        example = f'MyKMeans(2, init="{word}").fit(X)'
        return Finding(key, example=example, got=got, expected="ValueError", values={"got": got})
    return None


def _predict(cls, beat):
    model, _ = _model(cls, TWO_PAIRS, TWO_PAIRS[:2], 2)
    before = _values(model, (*RESULTS, *GIVEN))
    for key, points in (("predict", TWO_PAIRS[::-1]), ("predict", NEW_POINTS), ("shared", LINE)):
        if key == "shared":
            _model(cls, CLUMPS)  # another one, with which it has nothing to do
        expected = str(assign_labels(points, before["cluster_centers_"]).tolist())
        got = model.predict(points.copy())
        call = "model.predict(new_points)\nmodel"
        changes = _differs("predict changes", call, _values(model, before), before)
        if got is None or changes:
            return changes or Finding("predict returns none")
        shown = str(np.asarray(got).tolist())
        if shown != expected:
            call = f"model.fit(X).predict(new_points)  # {len(points)} points"
            shown, expected = shown[:80], expected[:80]
            return Finding(key, "", call, shown, expected, values={"name": "predict(new_points)"})
    return None


def _fit_predict(cls, beat):
    """Find what `fit_predict` does other than `fit`, on a model that was fitted before."""
    new, _ = _model(cls, TWO_PAIRS, TWO_PAIRS[:2], 2)
    for model in (
        cls(n_clusters=2, init=TWO_PAIRS[:2].copy(), max_iter=50, tol=1e-6, random_state=0),
        _model(cls, 2 * CLUMPS, TWO_PAIRS[:2], 2)[0],
    ):
        try:
            got = model.fit_predict(TWO_PAIRS.copy())
        except AttributeError as error:  # it needs what only `fit` can find
            return Finding("fit_predict", "", "model.fit_predict(X)", str(error), "[0, 0, 1, 1]")
        if not isinstance(got, (np.ndarray, list)) or not np.array_equal(got, [0, 0, 1, 1]):
            return Finding(
                "fit_predict", "", "model.fit_predict(X)", describe(got), "[0, 0, 1, 1]"
            )
        call = "model.fit_predict(X)\nmodel"
        found = _differs("fit_predict forgets", call, _values(model), _values(new))
        if found:
            return found
    return None


EXERCISE = Exercise(
    name="MyKMeans",
    load=lambda: MyKMeans,
    reference=LLOYD.reference,
    kind=LLOYD.kind,
    parts=("cluster_centers_", "labels_", "inertia_", "n_iter_"),
    cases=LLOYD.cases,
    slips=LLOYD.slips,
    misconceptions=LLOYD.misconceptions,
    call=fit_from,
    words={
        "fit returns self": "`fit` must end with `return self`, so that "
        "`model = MyKMeans(3).fit(X)` keeps the model.",
        "fit_predict": "`fit_predict(X)` fits the model on X, each time, and then returns the "
        "labels of X.",
        "leftovers": "A second `fit` gives another `{name}` than a new model would. Each `fit` "
        "must start anew: from `init`, on the points that it is given, with no rounds done.",
        "generator kept": "A second `fit` draws other centroids than the first. Is the Generator "
        "made only once? Make it in `fit`, and every `fit` gives the same.",
        "shared": "Two models disturb each other: another one changes `{name}` of the first. What "
        "belongs to one model is stored in its `self`, not in the class or a global variable.",
        "init not refused": "This word is no known `init`, and is silently taken for something "
        "else. End your choice with an `else` that raises a ValueError and names what is allowed; "
        "it saves hours.",
        "no ValueError": "A word that is no known `init` must be refused with a ValueError, by "
        "which others can tell what is wrong. Here it is {got}.",
        "overwritten": "`fit` overwrites `self.{name}`. What `__init__` stores stays as it was "
        "given, so that the next `fit` starts from the same. Use a variable of `fit` instead, "
        "without `self.`, or another name.",
        "header": "`{name}` is not what the first lines of the class, as the exercise gives them, "
        "make it. Keep the order of the parameters, and what they are if left out.",
        "missing methods": "{so_far}Still to be written: `{names}`.",
        "predict returns none": "`predict` returns None. Is its `return` missing?",
        "predict": "`predict(X)` labels the points that it is given with the centroids that "
        "`fit` found. It may be other points, and more of them, than those of `fit`.",
        "predict changes": "`predict` changes `{name}` of the model. It must only look.",
        "fit_predict forgets": "After `fit_predict` the model has another `{name}` than after "
        "`fit`. It must fit the model itself, each time.",
        "arguments not stored": "`__init__` must store `self.{name} = {name}`, with `self.`, "
        "under this name and as it is given. The other methods find it there.",
        "start": 'With init="{init}" there are not n_clusters centroids.',
        "row twice": "With as many clusters as points, every point is a centroid. Can a row be "
        "drawn twice?",
        "whole": "Rows of X are where the centroids start, and X may hold integers. The centroids "
        "must become floats, or their means are cut off.",
        "random state": "The same `random_state` gives different results. Make the Generator "
        "from it, at the beginning of `fit`, and draw only from that.",
        "random state ignored": "Every `random_state` gives the same result. Is the Generator "
        "made from it, or from a fixed number?",
        "none is a seed": "If `random_state` is None, every fit must draw anew. Here all are "
        "alike: hand None on to NumPy, which knows what it means.",
        "not uniform": 'With init="random" all three groups were found, whatever the seed. One '
        "uniform start misses a group more often than not. Is `init` looked at, and is there one "
        "start only?",
        "init ignored": 'With init="k-means++" the three far groups were not found from every '
        "seed. Is `init` looked at, and are the squared distances the weights?",
        **LLOYD.words,
        "truth of an array": "`init` can be an array of starting centroids, and an array cannot "
        "be compared with a name. Ask first: `isinstance(self.init, str)`.",
        "different cluster_centers_": "These are not the centroids that follow from the start "
        "given as `init`. If `init` is an array, the run must start from exactly that array, with "
        "`max_iter` and `tol` in their places.",
        "global random": "Your class draws from the random numbers of the whole program. Make a "
        "Generator of its own from `self.random_state`, in `fit`.",
        "unknown name": "`{missing}` is not known inside the method. What `__init__` has stored "
        "is `self.n_clusters`, `self.init` and so on, and another method is `self.fit(X)`. If it "
        "is neither: a typing mistake, or a cell that has not been run yet?",
        "arguments": "A function or method is called with the wrong number or names of "
        "arguments. Is `self` the first parameter of every method?",
    },
    gates=(_written("__init__"), _stores, _keeps_the_header, _written("fit")),
    probes=(
        _fit_returns_self,
        _keeps_its_arguments,
        _fits_anew,
        _starts_with("random"),
        _starts_with("k-means++"),
        _draws_again,
        _stays_apart,
        _plusplus_is_used,
        _random_is_uniform,
        _refuses_other_words,
        _written("predict"),
        _predict,
        _written("fit_predict"),
        _fit_predict,
    ),
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
