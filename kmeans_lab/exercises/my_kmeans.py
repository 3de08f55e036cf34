"""MyKMeans, notebook 04: the steps of K-Means put together in a class like scikit-learn's."""

import numpy as np

from ..checker import reading
from ..checker.exercise import Exercise, Finding
from ..steps import assign_labels, init_kmeans_plusplus, init_random, lloyd
from .lloyd import EXERCISE as LLOYD
from .lloyd import PAIRS


# `kmeans_lab.MyKMeans` is the same algorithm made fast, checked and equal to scikit-learn's.
class MyKMeans:
    """K-Means clustering with the steps of this series.

    Parameters
    ----------
    n_clusters : int
        The number of clusters.
    init : "random", "k-means++" or array of shape (n_clusters, d)
        How the first centroids are chosen, or the centroids themselves.
    max_iter : int
        The largest number of rounds.
    tol : float
        Stop when a round moves the centroids by no more than this, see `lloyd`.
    random_state : int or None
        The seed of the random draws.

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
        """Find the centroids of `X` and return the model itself."""
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
        """Label every row of `X` with the nearest of the centroids found by `fit`."""
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        """Find the centroids of `X` and return the labels of its rows."""
        return self.fit(X).labels_


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
        return Finding("missing methods", values={"so_far": so_far, "names": "`, `".join(missing)})

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
                example=f"MyKMeans({name}={'array' if name == 'init' else value})",
                got=f"self.{name} is " + ("another value" if hasattr(model, name) else "missing"),
                values={"name": name},
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
        example="MyKMeans(...).fit(X)",
        got="None" if returned is None else "something else",
        expected="the model itself",
    )


def _predict(cls, beat):
    model, _ = _model(cls, TWO_PAIRS, TWO_PAIRS[:2].copy(), 2)
    centroids = np.array(model.cluster_centers_, dtype=float)
    expected, got = assign_labels(NEW_POINTS, centroids), model.predict(NEW_POINTS)
    if got is None:
        return Finding("predict returns none")
    if np.shape(got) != expected.shape or not np.array_equal(got, expected):
        return Finding(
            "predict",
            example="model.fit(X).predict(new_points)  # 5 new points",
            got=str(np.asarray(got).tolist())[:80],
            expected=str(expected.tolist()),
        )
    if not np.allclose(model.cluster_centers_, centroids):
        return Finding("predict refits")
    return None


def _fit_predict(cls, beat):
    model = cls(n_clusters=2, init=TWO_PAIRS[:2].copy(), max_iter=50, tol=1e-6, random_state=0)
    got = model.fit_predict(TWO_PAIRS)
    if got is not None and np.array_equal(got, [0, 0, 1, 1]):
        return None
    return Finding(
        "fit_predict",
        example="model.fit_predict(X)",
        got="None" if got is None else f"a {type(got).__name__}",
        expected="[0, 0, 1, 1]",
    )


def _fits_twice(cls, beat):
    model, _ = _model(cls, CLUMPS, CLUMPS[:3].copy())
    first = model.n_iter_, float(model.inertia_)
    model.fit(CLUMPS)
    if first[0] == model.n_iter_ and np.isclose(first[1], model.inertia_):
        return None
    return Finding(
        "leftovers",
        example="model.fit(X); model.fit(X)",
        got=f"n_iter_ {model.n_iter_}",
        expected=f"n_iter_ {first[0]}",
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
            return Finding("start", values={"init": init})
        if not np.allclose(results[0], results[1]):
            return Finding(
                "random state", example=f'two models with init="{init}", random_state=0'
            )
        if all(np.allclose(result, results[0]) for result in results):
            return Finding(
                "random state ignored", example=f'init="{init}", random_state=0, 1, 2, 3, 4, 5, 6'
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
                example=f'three groups, 100 apart; init="k-means++", random_state={seed}',
                got=f"inertia_ {float(model.inertia_):.6g}",
                expected="inertia_ 0.06",
            )
    return None


def _refuses_a_misspelt_init(cls, beat):
    try:
        _model(cls, TWO_PAIRS, "kmeans++", 2)
    except Exception:  # which kind of error it is, and whether `__init__` raises it, is taste
        return None
    return Finding(
        "init not refused",
        example='MyKMeans(2, init="kmeans++").fit(X)',
        got="no error",
        expected="ValueError",
    )


EXERCISE = Exercise(
    name="MyKMeans",
    load=lambda: MyKMeans,
    reference=LLOYD.reference,
    kind=LLOYD.kind,
    parts=("cluster_centers_", "labels_", "inertia_", "n_iter_"),
    cases=tuple(case for case in LLOYD.cases if "empty" not in case.tags),
    slips=LLOYD.slips,
    misconceptions=[each for each in LLOYD.misconceptions if "on empty" not in each.key],
    call=fit_from,
    words={
        "fit returns self": "`fit` must end with `return self`, so that "
        "`MyKMeans(...).fit(X).labels_` works.",
        "fit_predict": "`fit_predict(X)` fits and returns the labels of X: the same as "
        "`fit(X).labels_`.",
        "leftovers": "A second `fit` on the same data gives another result than the first. Each "
        "`fit` must start anew: from `init`, with no rounds done.",
        "init not refused": "This `init` is misspelt, and silently taken for something else. End "
        "your choice with an `else` that raises a ValueError and names what is allowed; it saves "
        "hours.",
        "missing methods": "{so_far}Still to be written: `{names}`.",
        "predict returns none": "`predict` returns None. Is its `return` missing?",
        "predict": "`predict(X)` labels the points that it is given with the centroids that "
        "`fit` found. It may be other points, and more of them, than those of `fit`.",
        "predict refits": "`predict` moves the centroids. It must only look.",
        "arguments not stored": "`__init__` must store `self.{name} = {name}`, with `self.` and "
        "as it is given. The other methods find it there.",
        "start": 'With init="{init}" there are not n_clusters centroids.',
        "random state": "The same `random_state` gives different results. Make the Generator "
        "from it in `fit`: `np.random.default_rng(self.random_state)`, and draw only from that.",
        "random state ignored": "Every `random_state` gives the same result. Is the Generator "
        "made from it, or from a fixed number?",
        "init ignored": 'With init="k-means++" the three far groups were not found from every '
        "seed. Is `init` looked at, and are the squared distances the weights?",
        **LLOYD.words,
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
