"""Answers to MyKMeans."""

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import KMeans

from kmeans_lab.steps import assign_labels, init_kmeans_plusplus, init_random, lloyd

from .lloyd import for_with_break, starts_in_the_given_array
from .registry import right, wrong


@right
class Straight:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def start(self, X):
        rng = np.random.default_rng(self.random_state)
        if isinstance(self.init, str):
            if self.init == "random":
                return init_random(X, self.n_clusters, rng)
            if self.init == "k-means++":
                return init_kmeans_plusplus(X, self.n_clusters, rng)
            raise ValueError(self.init)
        return np.asarray(self.init)

    def fit(self, X):
        result = for_with_break(X, self.start(X), self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


@right
class AnEstimator(ClusterMixin, BaseEstimator):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters
        self.init = init
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(self, X, y=None):
        model = Straight(self.n_clusters, self.init, self.max_iter, self.tol, self.random_state)
        model.fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)


@right
class AllInOne:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters, self.init, self.max_iter, self.tol = n_clusters, init, max_iter, tol
        self.random_state = random_state

    def fit(self, X):
        self.k, rng = self.n_clusters, np.random.default_rng(self.random_state)
        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise ValueError("init?")
        if type(self.init) is not str:
            centers = np.array(self.init, dtype=float)
        elif self.init == "random":
            centers = X[rng.permutation(len(X))[: self.k]].astype(float)
        else:
            centers = [X[rng.integers(len(X))]]
            for _ in range(self.k - 1):
                gaps = ((X[:, None] - np.array(centers)) ** 2).sum(-1).min(1)
                centers.append(X[rng.choice(len(X), p=gaps / gaps.sum())])
            centers = np.array(centers, dtype=float)
        for n_iter in range(1, self.max_iter + 1):
            labels = ((X[:, None] - centers) ** 2).sum(-1).argmin(1)
            old = centers.copy()
            for j in range(self.k):
                if np.sum(labels == j):
                    centers[j] = X[labels == j].mean(0)
            if not np.sum((centers - old) ** 2) > self.tol:
                break
        self.cluster_centers_, self.n_iter_ = centers, n_iter
        self.labels_ = self.predict(X)
        self.inertia_ = ((X - centers[self.labels_]) ** 2).sum()
        return self

    def predict(self, X):
        return ((X[:, None] - self.cluster_centers_) ** 2).sum(-1).argmin(1)

    def fit_predict(self, X):
        self.fit(X)
        return self.labels_


@wrong("header")
class OtherOrderOfArguments(Straight):
    def __init__(self, init="random", random_state=None, tol=1e-4, max_iter=300, n_clusters=8):
        super().__init__(n_clusters, init, max_iter, tol, random_state)


@wrong("header")
class OtherDefaults(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=100, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)


@wrong("fit returns self")
class ForgetsSelf(Straight):
    def fit(self, X):
        super().fit(X)

    def fit_predict(self, X):
        self.fit(X)
        return self.labels_


@wrong("predict")
class PredictsTheOldLabels(Straight):
    def predict(self, X):
        return self.labels_


@wrong("fit_predict")
class FitPredictReturnsTheModel(Straight):
    def fit_predict(self, X):
        return self.fit(X)


@wrong("arguments not stored")
class PartlyWritten:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.n_clusters = n_clusters

    def fit(self, X): ...

    def predict(self, X): ...


@wrong("attributes")
class NoUnderscores(Straight):
    def fit(self, X):
        self.centers, self.labels, self.inertia, self.n_iter = for_with_break(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


def starting_with(rng, init, n_clusters, X):
    """Return the start that a word asks for, or the array itself."""
    if not isinstance(init, str):
        return init
    starts = {"random": init_random, "k-means++": init_kmeans_plusplus}
    if init not in starts:
        raise ValueError(f"init is one of {list(starts)}, not {init}")
    return starts[init](X, n_clusters, rng)


@wrong("random state")
class ForgetsTheSeed(Straight):
    def start(self, X):
        return starting_with(np.random.default_rng(), self.init, self.n_clusters, X)


@wrong("random state")
class TakesZeroForNone(Straight):
    def start(self, X):
        rng = np.random.default_rng(self.random_state or None)
        return starting_with(rng, self.init, self.n_clusters, X)


@wrong("random state ignored")
class FixedSeed(Straight):
    def start(self, X):
        return starting_with(np.random.default_rng(42), self.init, self.n_clusters, X)


@wrong("none is a seed")
class SeedForNone(Straight):
    def start(self, X):
        rng = np.random.default_rng(42 if self.random_state is None else self.random_state)
        return starting_with(rng, self.init, self.n_clusters, X)


@wrong("start")
class AlwaysThreeClusters(Straight):
    def start(self, X):
        return starting_with(np.random.default_rng(self.random_state), self.init, 3, X)


@wrong("row twice")
class DrawsWithReplacement(Straight):
    def start(self, X):
        if isinstance(self.init, str) and self.init == "random":
            rng = np.random.default_rng(self.random_state)
            return X[rng.choice(len(X), self.n_clusters)]
        return super().start(X)


@wrong("whole")
class StaysWithIntegers(Straight):
    def fit(self, X):
        centers, n_iter, shift = np.array(self.start(X)), 0, np.inf
        centers = centers * 1.0 if not isinstance(self.init, str) else centers
        while n_iter < self.max_iter and shift > self.tol:
            old, labels, n_iter = centers.copy(), assign_labels(X, centers), n_iter + 1
            for j in np.unique(labels):
                centers[j] = X[labels == j].mean(axis=0)
            shift = ((centers - old) ** 2).sum()
        self.cluster_centers_, self.n_iter_ = centers, n_iter
        self.labels_ = assign_labels(X, centers)
        self.inertia_ = ((X - centers[self.labels_]) ** 2).sum()
        return self


@wrong("not uniform")
class AlwaysPlusPlus(Straight):
    def start(self, X):
        word = "k-means++" if isinstance(self.init, str) and self.init == "random" else self.init
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, word, self.n_clusters, X)


@wrong("overwritten")
class KeepsItsStart(Straight):
    def fit(self, X):
        self.init = self.start(X)
        return super().fit(X)


@wrong("overwritten")
class KeepsItsGenerator(Straight):
    def fit(self, X):
        super().fit(X)
        self.random_state = np.random.default_rng(self.random_state)
        return self


@wrong("overwritten")
class CountsItsClusters(Straight):
    def fit(self, X):
        super().fit(X)
        self.n_clusters = len(np.unique(self.labels_))
        return self


@wrong("shared")
class ResultsInTheClass(Straight):
    def fit(self, X):
        cls = type(self)
        cls.cluster_centers_, cls.labels_, cls.inertia_, cls.n_iter_ = lloyd(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


SETTINGS = {}


@wrong("shared")
class ArgumentsInADictionary(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        SETTINGS.update(vars(self))

    def start(self, X):
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, self.init, SETTINGS["n_clusters"], X)


@wrong("shared")
class CentroidsInADictionary(Straight):
    def fit(self, X):
        super().fit(X)
        SETTINGS["centroids"] = self.cluster_centers_
        return self

    def predict(self, X):
        return assign_labels(X, SETTINGS["centroids"])


@wrong("leftovers")
class FitsOnlyOnce(Straight):
    def fit(self, X):
        return self if hasattr(self, "labels_") else super().fit(X)


@wrong("leftovers")
class KeepsTheBestSoFar(Straight):
    def fit(self, X):
        result = lloyd(X, self.start(X), self.max_iter, self.tol)
        if result[2] < getattr(self, "inertia_", np.inf):
            self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self


@wrong("predict changes")
class PredictStoresLabels(Straight):
    def predict(self, X):
        self.labels_ = super().predict(X)
        return self.labels_


@wrong("predict")
class PredictsTheOldLabelsIfAsMany(Straight):
    def predict(self, X):
        return self.labels_ if len(X) == len(self.labels_) else super().predict(X)


@wrong("predict")
class PredictsFloats(Straight):
    def predict(self, X):
        return super().predict(X).astype(float)


@wrong("fit_predict")
class FitPredictOnlyPredicts(Straight):
    def fit_predict(self, X):
        return self.predict(X)


@wrong("fit_predict")
class FitPredictFitsOnce(Straight):
    def fit_predict(self, X):
        return self.predict(X) if hasattr(self, "labels_") else self.fit(X).labels_


@wrong("fit_predict forgets")
class FitPredictFitsAnother(Straight):
    def fit_predict(self, X):
        arguments = self.n_clusters, self.init, self.max_iter, self.tol, self.random_state
        return Straight(*arguments).fit(X).labels_


@wrong("global random")
class SeedsTheWholeProgram(Straight):
    def start(self, X):
        if isinstance(self.init, str):
            np.random.seed(self.random_state)
            return X[np.random.choice(len(X), self.n_clusters, replace=False)]
        return self.init


@wrong("init ignored")
class AlwaysRandom(Straight):
    def start(self, X):
        word = "random" if isinstance(self.init, str) else self.init
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, word, self.n_clusters, X)


@wrong("sklearn")
class OnlyAShell(Straight):
    def fit(self, X):
        model = KMeans(self.n_clusters, init=self.init, n_init=1).fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self


@wrong("truth of an array")
class OnlyNames(Straight):
    def start(self, X):
        if self.init == "random":
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return init_kmeans_plusplus(X, self.n_clusters, np.random.default_rng(0))


@wrong("constructor")
class OtherNames:
    def __init__(self, k, iterations):
        self.k, self.iterations = k, iterations

    def fit(self, X):
        return self

    def predict(self, X):
        return np.zeros(len(X))

    def fit_predict(self, X):
        return self.fit(X).predict(X)


@wrong("leftovers")
class GoesOnFromLastTime(Straight):
    def start(self, X):
        return getattr(self, "cluster_centers_", super().start(X))


@wrong("in place")
class ChangesItsStart(Straight):
    def fit(self, X):
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = (
            starts_in_the_given_array(X, self.start(X), self.max_iter, self.tol)
        )
        return self


@wrong("missing methods")
class OnlyInit:
    __init__ = Straight.__init__

    def fit(self, X): ...
    def predict(self, X): ...
    def fit_predict(self, X): ...


@wrong("attributes")
class NothingStored(Straight):
    def fit(self, X):
        cluster_centers_, labels_, inertia_, n_iter_ = lloyd(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong("fit returns self")
class FitReturnsLabels(Straight):
    def fit(self, X):
        super().fit(X)
        return self.labels_


@wrong("arguments")
class NoSelfAmongTheParameters(Straight):
    def predict(X):
        return assign_labels(X, cluster_centers_)  # noqa: F821


@wrong("predict returns none")
class PredictReturnsNothing(Straight):
    def predict(self, X):
        assign_labels(X, self.cluster_centers_)


@wrong("predict changes")
class PredictFitsAgain(Straight):
    def predict(self, X):
        return self.fit(X).labels_


@wrong("fit_predict")
class FitPredictReturnsNothing(Straight):
    def fit_predict(self, X):
        self.fit(X)


@wrong("arguments not stored")
class StoresTheDefaults(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, 300, 1e-4, random_state)


@wrong("constructor")
class SeedForRandomState(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, seed=None):
        super().__init__(n_clusters, init, max_iter, tol, seed)


@wrong("order of values")
class LabelsAndCentroidsExchanged(Straight):
    def fit(self, X):
        self.labels_, self.cluster_centers_, self.inertia_, self.n_iter_ = lloyd(
            X, self.start(X), self.max_iter, self.tol
        )
        return self


@wrong("in place")
class CentresX(Straight):
    def fit(self, X):
        X -= X.mean(0) if X.dtype.kind == "f" else 0
        return super().fit(X)


@wrong("constructor")
class TakesXInInit(Straight):
    def __init__(
        self, X, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None
    ): ...


@wrong("global random")
class SeedsTheWholeProgramInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        np.random.seed(random_state)

    def start(self, X):
        return (
            X[np.random.permutation(len(X))[: self.n_clusters]]
            if isinstance(self.init, str)
            else self.init
        )


@wrong("init ignored")
class NamesAreAlwaysRandom(Straight):
    def start(self, X):
        if isinstance(self.init, str):
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return np.asarray(self.init)


@wrong("attributes")
class FitReturnsTheFour(Straight):
    def fit(self, X):
        return lloyd(X, self.start(X), self.max_iter, self.tol)


@right
class RandomState(Straight):
    def start(self, X):
        rs = np.random.RandomState(self.random_state)
        if isinstance(self.init, str) and self.init == "random":
            return X[rs.choice(len(X), self.n_clusters, replace=False)]
        return super().start(X)


@wrong("relative tol")
class RelativeTolerance(Straight):
    def fit(self, X):
        old = self.tol
        self.tol = old * np.mean(np.var(X, axis=0))
        super().fit(X)
        self.tol = old
        return self


@wrong("not uniform")
class BestOfTen:
    def __init__(
        self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None, n_init=10
    ):
        self.__dict__.update(locals())

    def fit(self, X):
        rng = np.random.default_rng(self.random_state)
        best = None
        for _ in range(1 if not isinstance(self.init, str) else self.n_init):
            s = (
                self.init
                if not isinstance(self.init, str)
                else init_random(X, self.n_clusters, rng)
                if self.init == "random"
                else init_kmeans_plusplus(X, self.n_clusters, rng)
            )
            res = lloyd(X, s, self.max_iter, self.tol)
            if best is None or res[2] < best[2]:
                best = res
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = best
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


@wrong("generator kept")
class GeneratorInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        self.rng = np.random.default_rng(random_state)

    def start(self, X):
        if isinstance(self.init, str) and self.init == "random":
            return init_random(X, self.n_clusters, self.rng)
        return super().start(X)


@wrong("arguments not stored")
class GeneratorAsRandomState(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol, np.random.default_rng(random_state))


@wrong("arguments not stored")
class StoredAsK:
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        self.k, self.how, self.rounds, self.small = n_clusters, init, max_iter, tol
        self.seed = random_state

    def fit(self, X):
        model = Straight(self.k, self.how, self.rounds, self.small, self.seed).fit(X)
        self.cluster_centers_, self.labels_ = model.cluster_centers_, model.labels_
        self.inertia_, self.n_iter_ = model.inertia_, model.n_iter_
        return self

    def predict(self, X):
        return assign_labels(X, self.cluster_centers_)

    def fit_predict(self, X):
        return self.fit(X).labels_


@wrong("arguments not stored")
class ForgetsSelfInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        super().__init__(n_clusters, init, max_iter, tol)
        random_state = random_state


@wrong("raises")
class InitRaises(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        raise RuntimeError("not today")


@right
class RefusesInInit(Straight):
    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4, random_state=None):
        if isinstance(init, str) and init not in ("random", "k-means++"):
            raise ValueError("init?")
        super().__init__(n_clusters, init, max_iter, tol, random_state)


@wrong("no ValueError")
class AnyException(Straight):
    def start(self, X):
        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise Exception("init?")
        return super().start(X)


@wrong("init not refused")
class TakesAnyWord(Straight):
    def start(self, X):
        word = self.init
        if isinstance(word, str) and word != "random":
            word = "k-means++"
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, word, self.n_clusters, X)


@wrong("init not refused")
class TakesPartsOfTheWord(Straight):
    def start(self, X):
        word = self.init
        if isinstance(word, str) and word in "k-means++":
            word = "k-means++"
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, word, self.n_clusters, X)


@wrong("init not refused")
class TakesCapitals(Straight):
    def start(self, X):
        word = self.init.lower() if isinstance(self.init, str) else self.init
        rng = np.random.default_rng(self.random_state)
        return starting_with(rng, word, self.n_clusters, X)


@wrong("no ValueError")
class LooksInADictionary(Straight):
    def start(self, X):
        if not isinstance(self.init, str):
            return self.init
        start = {"random": init_random, "k-means++": init_kmeans_plusplus}[self.init]
        return start(X, self.n_clusters, np.random.default_rng(self.random_state))


@right
class AKindOfValueError(Straight):
    def start(self, X):
        class UnknownInit(ValueError):
            pass

        if isinstance(self.init, str) and self.init not in ("random", "k-means++"):
            raise UnknownInit(self.init)
        return super().start(X)


@right
class AnyParametersBesides(Straight):
    def __init__(
        self,
        n_clusters=8,
        init="random",
        max_iter=300,
        tol=1e-4,
        random_state=None,
        verbose=False,
    ):
        super().__init__(n_clusters, init, max_iter, tol, random_state)
        self.verbose = verbose
        self.cluster_centers_ = self.labels_ = self.inertia_ = self.n_iter_ = None


@right
class TakesNoneAsRandom(Straight):
    def start(self, X):
        if self.init is None:
            return init_random(X, self.n_clusters, np.random.default_rng(self.random_state))
        return super().start(X)


@wrong("unknown name")
class NoSelfInUse(Straight):
    def fit(self, X):
        result = lloyd(X, self.start(X), max_iter, self.tol)  # noqa: F821
        self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
        return self


@wrong("unknown name")
class NoSelfBeforeFit(Straight):
    def fit_predict(self, X):
        return fit(X).labels_  # noqa: F821


@wrong("missing methods")
class OnlyInitAndFit:
    __init__, start, fit = Straight.__init__, Straight.start, Straight.fit

    def predict(self, X): ...
    def fit_predict(self, X): ...


@wrong("fit returns self")
class OnlyInitAndAWrongFit(OnlyInitAndFit):
    def fit(self, X):
        super().fit(X)


@wrong("order of values")
class NumbersExchanged(Straight):
    def fit(self, X):
        result = lloyd(X, self.start(X), self.max_iter, self.tol)
        self.cluster_centers_, self.labels_, self.n_iter_, self.inertia_ = result
        return self


def class_that_runs(function):
    """Return a class whose `fit` is this function of X, the start, max_iter and tol."""

    class Runs(Straight):
        def fit(self, X):
            result = function(X, self.start(X), self.max_iter, self.tol)
            self.cluster_centers_, self.labels_, self.inertia_, self.n_iter_ = result
            return self

    return Runs
