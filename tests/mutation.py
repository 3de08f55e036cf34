"""Spoil right answers with one edit each, and ask whether the checker notices.

`python -m tests.mutation` prints a table: how many mutants each exercise has, how many of them are
wrong, and how many of those get a green card, which are named. A mutant is wrong if a case says
so, or if it breaks the contract on fresh inputs, of which the checker knows nothing.
`--every 20` takes every twentieth mutant; names of exercises take only those.
"""

import argparse
import ast
import contextlib
import functools
import time
from collections import Counter
from dataclasses import dataclass

import numpy as np

from kmeans_lab import steps
from kmeans_lab.checker import edits, sandbox
from kmeans_lab.checker.answers import same, tidy
from kmeans_lab.checker.draws import p_value, sequences, uniform_subsets
from kmeans_lab.exercises import COURSE, feedback
from kmeans_lab.exercises.rows_of_X import positions

from .bank import RIGHT

FRESH, FITS = 120, 30  # inputs of an exercise; of one that asks for a class

# Fresh inputs: from a Generator to the arguments that the contract allows.


def points(rng, n=None, d=None):
    """Return some points: floats, or small integers, among which there are ties."""
    n, d = n or rng.integers(1, 9), d or rng.integers(1, 4)
    if rng.random() < 0.4:
        return rng.integers(-4, 9, (n, d))
    return rng.normal(size=(n, d)) * 10.0 ** rng.integers(-1, 3)


def points_and_centroids(rng):
    X = points(rng, d=rng.integers(1, 5))
    centroids = points(rng, rng.integers(1, 6), X.shape[1])
    if rng.random() < 0.3:  # on points
        centroids = X[rng.integers(len(X), size=len(centroids))]
    return X, centroids


def labelled(rng):
    X, centroids = points_and_centroids(rng)
    return X, rng.integers(len(centroids), size=len(X)), centroids


def a_run(rng):
    X, centroids = points_and_centroids(rng)
    return X, centroids, int(rng.integers(1, 12)), float(rng.choice([0, 1e-6, 0.3, 2.0, 20.0]))


def a_curve(rng):
    n, start, step = rng.integers(4, 10), rng.integers(1, 4), rng.integers(1, 3)
    falls = np.sort(rng.exponential(size=n) ** 3)[::-1]
    return np.arange(start, start + step * n, step), 100 + 90 * (falls.sum() - falls.cumsum())


def without_ties(rng):
    """Return points, near or far from 0, none of them as near to two centroids."""
    while True:
        X, centroids = points_and_centroids(rng)
        near = np.sort(steps.squared_distances(X, centroids), axis=1)[:, :2]
        if near.shape[1] < 2 or (np.diff(near) > 1e-3 * (1 + near[:, 1:])).all():
            far = rng.choice([0, 0, 1e6]) * np.ones(X.shape[1])
            return (X, centroids) if not far.any() else (X + far, centroids + far)


def summaries(rng):
    b, k, d = rng.integers(1, 5), rng.integers(1, 4), rng.integers(1, 4)
    counts = rng.integers(0, 4, (b, k)) * (rng.random(k) < 0.8)
    sums = points(rng, b * k, d).reshape(b, k, d) * (counts > 0)[:, :, np.newaxis]
    return sums, counts, rng.random(b) * 10, points(rng, k, d)


def two_lists(rng):
    n, m = rng.integers(1, 9), rng.integers(1, 6)
    return rng.integers(0, 8, n) / 2, rng.integers(0, 8, m) / 2


def pairs(rng):
    return (list(map(tuple, points(rng, d=2).tolist()[rng.integers(2) :])),)


def columns(rng):
    X = points(rng)
    if rng.random() < 0.4:
        X[:, rng.integers(X.shape[1])] = 4
    return (X,)


def a_history(rng):
    falls = np.sort(rng.exponential(size=rng.integers(1, 7)))[::-1] * 10.0 ** rng.integers(-9, 9)
    i = rng.integers(len(falls))
    if rng.random() < 0.7:
        falls[i] = falls[i - 1] * rng.choice([1.5, 1, 1 + 1e-12, 1 + 1e-7, np.nan])
    return (falls.tolist(),)


def means(rng):
    X, labels, centroids = labelled(rng)
    centroids = steps.recompute_centroids(X, labels, centroids)
    if rng.random() < 0.6:
        j, column = rng.integers(len(centroids)), rng.integers(X.shape[1])
        centroids[j, column] += rng.choice([1e-13, 1e-2, 0.5, -0.5, 3, np.nan])
    return X, labels, centroids


def a_step(rng):
    X, labels, centroids = labelled(rng)
    X, centroids = X * 1.0, centroids * 1.0
    which = rng.integers(4)

    def step(*arrays):
        if which < 3:
            array = arrays[which]
            array.flat[np.random.default_rng(array.size).integers(array.size)] += 1
        return sum(array.sum() for array in arrays)

    return step, X, labels, centroids


def a_program(rng):
    which, runs, base = rng.integers(4), Counter(), points(rng)

    def run(seed):
        runs[seed] += 1
        drawn = base + np.random.default_rng(seed).integers(5, size=base.shape)
        if which == 1:
            drawn.flat[seed % drawn.size] += runs.total() % 5
        return drawn[runs.total() % 2 :] if which == 2 else drawn

    return run, int(rng.integers(99))


def rows_and_row(rng):
    d = rng.integers(1, 4)
    rows = rng.integers(0, 3, (rng.integers(0, 6), d))
    return rows, rng.integers(0, 3, d)


def several_runs(rng):
    def run(rng):
        X = rng.random((rng.integers(1, 4), 2))
        return X, rng.integers(5, size=3), float(rng.random()), int(rng.integers(9))

    return run, int(rng.integers(1, 7)), np.random.default_rng(rng.integers(99))


def candidates(rng):
    X = points(rng)
    several = [X[rng.integers(len(X), size=rng.integers(1, 5))] for _ in range(2)]
    return X, *several


def some_rows(rng):
    X = points(rng, rng.integers(1, 8))
    k = int(rng.integers(1, len(np.unique(X, axis=0)) + 1))
    return X, k, np.random.default_rng(rng.integers(99))


def weights(rng):
    some = rng.integers(0, 4, rng.integers(1, 7)) * rng.choice([1.0, 0.1, 30.0])
    some[rng.integers(len(some))] += 1
    return some, np.random.default_rng(rng.integers(99))


INPUTS = {
    "squared_distances": points_and_centroids,
    "assign_labels": points_and_centroids,
    "recompute_centroids": labelled,
    "inertia": labelled,
    "init_random": some_rows,
    "weighted_choice": weights,
    "init_kmeans_plusplus": some_rows,
    "lloyd": a_run,
    "choose_elbow": a_curve,
    "MyKMeans": a_run,
    "assign_labels_matrix_product": without_ties,
    "block_summary": points_and_centroids,
    "combine_summaries": summaries,
    "random_select": weights,
    "not_in": two_lists,
    "stack_rows": pairs,
    "standardize": columns,
    "inertia_never_rises": a_history,
    "centroids_are_means": means,
    "changes_nothing": a_step,
    "same_seed_same_result": a_program,
    "contains_row": rows_and_row,
    "best_of": several_runs,
    "best_candidate": candidates,
}


# Random answers follow laws: the arguments before `rng`, how to read an answer, the law.


def by_distance(X, k):
    def weights(chosen):
        return steps.squared_distances(X, X[list(chosen)]).min(axis=1)

    return (X, k), positions(X, k), sequences(np.full(len(X), 1 / len(X)), weights, k)


def all_alike(X, k):
    read = positions(X, k)
    law = uniform_subsets(range(len(X)), k)
    return (X, k), lambda value: (found := read(value)) and tuple(sorted(found)), law


def by_weight(weights, read=int):
    law = {i: weight / np.sum(weights) for i, weight in enumerate(weights) if weight}
    return (np.array(weights),), read, law


FOUR = np.array([[0.0, 1.0], [2.0, 0.0], [7.0, 3.0], [1.0, 9.0]])
LAWS = {
    "init_random": [all_alike(FOUR, k) for k in (1, 2, 3)],
    "init_kmeans_plusplus": [*(by_distance(FOUR, k) for k in (1, 3)), by_distance(FOUR[:, :1], 2)],
    "weighted_choice": [by_weight(some) for some in ([1.0, 0, 2, 4], [0.3, 0.1], [2, 0, 9, 2])],
    "random_select": [by_weight(some, min) for some in ([9, 8], [7.0, 0, 11, 5])],
}


def follows_the_laws(name, function, draws=6000):
    """Tell whether a random function gives every outcome as often as it should."""
    for args, read, law in LAWS[name]:
        rng = np.random.default_rng(8)
        counts = Counter(read(function(*args, rng)) for _ in range(draws))
        if p_value(counts, law) < 1e-6:
            return False
    return True


# What a function does, and whether it may.


@dataclass
class Deed:
    """What a function, or a class, did with one fresh input."""

    plain: object = None  # its answer
    fine: bool = False  # whether there is one in the right form, and nothing else was changed


def observe(exercise, function, number):
    """Hand a function the fresh input of this number; return what it did."""
    args, before = fresh(exercise.name, number), given(exercise.name, number)
    value = used(function, *args) if exercise.call else function(*args)
    kind = ("floats",) * len(value) if exercise.call else exercise.kind
    plain, flaws = tidy(value, kind)
    arrays = [pair for pair in zip(args, before) if isinstance(pair[0], (np.ndarray, list))]
    kept = all(np.array_equal(*pair, equal_nan=True) for pair in arrays)
    return Deed(plain, kept and (bool(exercise.call) or not flaws))


def fresh(name, number):
    """Make the fresh input of this number."""
    return INPUTS[name](np.random.default_rng(number))


given = functools.cache(fresh)  # those that no function gets


def used(cls, X, init, max_iter, tol):
    """Use a class in all ways that its contract knows, and return what came of them."""
    k, seen = min(len(init), len(np.unique(X, axis=0))), []
    for start, seed in zip((init, "random", "k-means++"), (None, max_iter, 3)):
        model = cls(
            n_clusters=k if isinstance(start, str) else len(init),
            init=start,
            max_iter=max_iter,
            tol=tol,
            random_state=seed,
        )
        seen += [model.fit(X) is model, *learned(model), model.predict(X[::-1] + 1)]
        seen += [*learned(model), model.fit(X).n_iter_, model.fit_predict(X), *learned(model)]
        seen += [model.n_clusters, model.max_iter, model.tol, model.random_state == seed]
        seen += [model.init is start]
    for start in ("random", "k-means++"):  # without a seed
        model = cls(n_clusters=k, init=start, max_iter=max_iter, tol=tol).fit(X)
        seen.append(np.shape(model.cluster_centers_))
    return (*seen, refuses(cls, X, "kmeans++"), refuses(cls, X, init[:, 1:]))


def learned(model):
    return model.cluster_centers_, model.labels_, model.inertia_, model.n_iter_


def refuses(cls, X, init):
    try:
        cls(n_clusters=len(X), init=init, max_iter=1, tol=0, random_state=0).fit(X)
    except ValueError:
        return True
    return False


def is_right(exercise, deed, number):
    """Tell whether the contract is kept; of a random answer, whether it is a possible one."""
    if deed is None or not deed.fine:
        return False
    if exercise.verify:
        return exercise.verify(deed.plain, *given(exercise.name, number)) is None
    return bool(exercise.call) or same(deed.plain, expected(exercise.name, number))


@functools.cache
def expected(name, number):
    exercise = COURSE.exercises[name]
    return tidy(exercise.answerer()(*fresh(name, number)), exercise.kind)[0]


# Mutants.


@dataclass(eq=False)
class Mutant:
    """A right answer with one edit."""

    name: str  # of the exercise
    source: edits.Source
    before: str
    after: str
    function: object

    def __str__(self):
        before, after = self.before.splitlines(), self.after.splitlines()
        gone = " / ".join(line.strip() for line in before if line not in after)
        new = " / ".join(line.strip() for line in after if line not in before)
        return f"{self.name}, {self.source.function.__qualname__}: {gone}  ->  {new}"


def answers(name):
    """Return the right answers to an exercise: the package's own, then those of the bank."""
    return [COURSE.exercises[name].load(), *(e.answer for e in RIGHT if e.exercise == name)]


def mutants(name, answer, every=1):
    """Yield every so-manieth mutant of an answer, those with the same source once."""
    for source in edits.sources(answer):
        before = ast.unparse(source.tree)
        seen = {before}
        for edit in edits.edits(source.tree)[::every]:
            with edits.made(edit.changes), contextlib.suppress(SyntaxError, SystemError):
                after = ast.unparse(source.tree)
                if after not in seen:
                    seen.add(after)
                    yield Mutant(name, source, before, after, source.build())


def judged(name, answer, every=1):
    """Yield every so-manieth mutant of a right answer and what became of it.

    It is "red", or "equal" to the answer as far as the contract goes, or a "hole".
    """
    exercise = COURSE.exercises[name]
    numbers = range(FITS if exercise.call else FRESH)
    deeds = {number: observe(exercise, answer, number) for number in numbers}
    deeds = {n: deed for n, deed in deeds.items() if is_right(exercise, deed, n)}
    todo, found = mutants(name, answer, every), {}

    def job(beat):
        for mutant in todo:
            found[mutant] = "red"  # if it does not come to an end
            beat()
            found[mutant] = seen_alone(mutant, deeds)

    with sandbox.sealed():
        while sandbox.run(job, patience=0.5).timed_out:
            pass
    for mutant, fate in found.items():
        yield mutant, seen_by_the_checker(mutant, fate) if fate in ("wrong", "drawn") else fate


def seen_alone(mutant, deeds):
    """Say what becomes of a mutant in the cases, then on fresh inputs."""
    exercise = COURSE.exercises[mutant.name]
    ask = functools.partial(mutant.source.passes, mutant.function)
    if not all(map(ask, cases(mutant.name))):
        return "red"
    drawn = False
    for number, deed in deeds.items():
        new = ask(functools.partial(observe, exercise, number=number))
        if not is_right(exercise, new, number):
            return "wrong"
        drawn = drawn or not same(new.plain, deed.plain)
    return "drawn" if drawn else "equal"


def seen_by_the_checker(mutant, fate):
    """Say what becomes of one that is right in all cases and does not do what the answer does."""
    if feedback(mutant.name, mutant.function).state == "wrong":
        return "red"
    if fate == "drawn" and mutant.name in LAWS and follows_the_laws(mutant.name, mutant.function):
        return "equal"
    return "equal" if str(mutant) in EQUAL else "hole"


@functools.cache
def cases(name):
    """Return the cases of an exercise as functions that tell whether a function is right."""
    exercise = COURSE.exercises[name]

    def passes(function, case, answer):
        plain, flaws = tidy(exercise.ask(function, *case.arguments()), exercise.kind)
        return not flaws and exercise.verdict(plain, case, answer) is None

    return [
        functools.partial(passes, case=case, answer=exercise.expected(case))
        for case in exercise.cases
    ]


# What no input tells from a right answer, and why.
EQUAL: dict = {}


def main():
    """Print the table, and every hole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("exercises", nargs="*", default=list(COURSE.exercises))
    chosen = parser.parse_args()
    print(f"{'exercise':30} mutants   wrong   green seconds")
    for name in chosen.exercises:
        start, fates = time.perf_counter(), Counter()
        for answer in answers(name):
            for mutant, fate in judged(name, answer, chosen.every):
                fates[fate] += 1
                if fate == "hole":
                    print(mutant)
        numbers = fates.total(), fates["red"] + fates["hole"], fates["hole"]
        row = " ".join(f"{number:7}" for number in numbers)
        print(f"{name:30} {row} {time.perf_counter() - start:7.1f}", flush=True)


if __name__ == "__main__":
    main()
