# %% [markdown]
# # Labelling speed
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/06_labelling_speed.ipynb)
#
# One step of K-Means, from nested loops to the machine's limit.
#
# After this notebook you can
#
# - say where the time goes in a loop, in NumPy, and in a matrix product,
# - plan a timing study that means something, and spot one that does not,
# - say how many bytes a line of NumPy allocates, and why it matters,
# - label points with one matrix product, and avoid its trap,
# - compare a program with what the machine could do at best.
#
# **Time:** 70 minutes. **Know first:** `assign_labels` from
# [04 K-Means from scratch](04_kmeans_from_scratch.ipynb), and broadcasting.
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## One step, again and again
#
# K-Means [labels](GLOSSARY#label) all points in every [round](GLOSSARY#round),
# and that takes nearly all its time. Here are four ways to do it. Each
# measures from every point to every [centroid](GLOSSARY#centroid). They differ
# in what is a loop in Python and what is [left to NumPy](GLOSSARY#vectorise).
#
# | strategy | loops in Python over | left to NumPy |
# | --- | --- | --- |
# | nested loops, rows | points, centroids, columns | nothing |
# | nested loops, centroids | centroids, points, columns | one `argmin` |
# | one loop, rows | points | all centroids at once |
# | one loop, centroids | centroids | all points at once |
#
# Read the last two. They look like twins. (In a docstring, `n` is the number
# of points, `d` of columns, `k` of centroids.)

# %%
import inspect

from kmeans_lab import labelling

for name in ("one loop, rows", "one loop, centroids"):
    print(inspect.getsource(labelling.STRATEGIES[name]))

# %% [markdown]
# The data are the customers of [notebook 03](03_mall_customers.ipynb), with
# five centroids: 200 points, 2 columns. Before you compare how fast programs
# are, make sure that they do the same.

# %%
import numpy as np

from kmeans_lab import MyKMeans, load_mall_customers

columns = ["Annual Income (k$)", "Spending Score (1-100)"]
customers = load_mall_customers()[columns].to_numpy()
centres = MyKMeans(5, random_state=42).fit(customers).cluster_centers_
four = dict(list(labelling.STRATEGIES.items())[:4])
answers = [label(customers, centres) for label in four.values()]
print("all equal:", all(np.array_equal(answers[0], a) for a in answers))

# %% [markdown]
# **Predict first:** write down the order of the four, the fastest first. And
# guess: how many times as fast is the first as the last?

# %% tags=["nbval-ignore-output"]
# Timings differ from run to run, so the tests do not compare this output.
import timeit


def best_time(function, *arguments, repeat=10):
    """The fastest of some runs, in seconds."""
    return min(timeit.repeat(lambda: function(*arguments), number=1,
                             repeat=repeat))


for name, label in four.items():
    seconds = best_time(label, customers, centres)
    print(f"{name:24} {seconds * 1e6:8.0f} microseconds")

# %% [markdown]
# Were you right? One loop over centroids is far ahead. One loop over rows is
# not, although it looks the same: it is about as slow as no NumPy at all.
# Count how often Python has to do something: one small multiplication, or one
# call of NumPy on a whole array.

# %%
def python_steps(n, d, k):
    return {"nested loops, rows": n * k * d,
            "nested loops, centroids": n * k * d + 1,
            "one loop, rows": 4 * n, "one loop, centroids": 3 * k + 1}


for name, steps in python_steps(200, 2, 5).items():
    print(f"{name:24} {steps:5} steps")

# %% [markdown]
# Each step has a fixed price, however little it does: Python looks up names
# and types, NumPy checks shapes and makes an array. A call of NumPy costs more
# than a multiplication in Python. So 800 calls save next to nothing over 2000
# multiplications. 16 calls do.
#
# **The first rule of speed in Python: few calls, each on a lot of data.**

# %% [markdown]
# ## A plot that says nothing
#
# To see how the times grow, one draws them over `n`. The package *perfplot*
# does that: it calls every function for a series of `n`. The plot below
# comes from a real course.
#
# **Predict first:** look at the `lambda` in this cell. How will the lines run?

# %% alt="Four lines over n from 10 to 10 000, time on a logarithmic axis. Every line is flat but for noise: nothing depends on n." tags=["nbval-ignore-output"]
# Timings: not compared.
from kmeans_lab.speed import plot_growth, time_functions

sizes = [10, 100, 1000, 10_000]
ignores_n = {name: lambda n, label=label: label(customers, centres)
             for name, label in four.items()}
times = time_functions(ignores_n, sizes, setup=lambda n: (n,))
ax = plot_growth(sizes, times, "n", "seconds", "Where is n?")

# %% [markdown]
# The lines are flat, and one could think that `n` does not matter. But the
# functions never *use* `n`: they label the same 200 customers each time. The
# plot only repeats one measurement and calls it a series.
#
# Ask three questions of any such study. Do the data depend on the number on
# the axis? Do all functions get the same data? Has anybody checked that they
# give the same answer?

# %% [markdown]
# ## What could the machine do?
#
# A study also needs a yardstick. Whatever the program, a computer has to
# *read* the points and *write* the labels, and, at least in the obvious way,
# *multiply* n times k times d times. So measure how fast it reads, and how
# fast it multiplies at its best.

# %% tags=["nbval-ignore-output"]
# Speeds of this machine: not compared.
from threadpoolctl import threadpool_limits

limits = threadpool_limits(1)  # one core for everybody, so that it is fair
big, square = np.ones(2**23), np.ones((512, 512))
bandwidth = big.nbytes / best_time(big.max)
products = 512**3 / best_time(np.matmul, square, square)
print(f"reads {bandwidth / 1e9:.0f} GB a second from memory")
print(f"multiplies {products / 1e9:.0f} thousand million times a second")


def machine_limit(n, d, k):
    """Seconds for 8 bytes a number, or for the products: the larger."""
    return np.maximum(8 * n * (d + 1) / bandwidth, n * k * d / products)


# %% [markdown]
# No program that has to fetch its points from memory can be faster than
# this, on one core. (All measurements from here on use one core.) The two
# speeds differ so much that it depends on d and k which of them counts.

# %% [markdown]
# ## The study over n
#
# Now all nine strategies of the package. Five are new:
# [broadcasting](GLOSSARY#broadcasting) is the `assign_labels` you know from
# 04, the [*matrix product*](GLOSSARY#matrix-product) and *blocks* come further
# down, and two are libraries. The real customers are the point at n = 200; for
# the other `n` the points are drawn at random.

# %%
def points(n, d=2, k=5):
    """The customers where they fit, random points elsewhere."""
    if (n, d, k) == (200, 2, 5):
        return customers, centres
    rng = np.random.default_rng([n, d, k])
    return rng.normal(size=(n, d)), rng.normal(size=(k, d))


# %% [markdown]
# **Predict first:** from n = 10 000 to n = 100 000, how will the times grow?
# And for which `n` is it all the same which one you take?

# %% alt="Time in seconds over n from 10 to a million, both axes logarithmic. From n = 10 000 on all lines rise in parallel. The two nested loops and the loop over rows lie highest, the loop over centroids and broadcasting far lower, the matrix product, blocks and SciPy lower still. scikit-learn starts high and flat and joins them on the right. The dotted line of the machine's limit lies below all of them." tags=["nbval-ignore-output"]
# Timings: not compared. (The cell stops if two answers are not equal.)
sizes = [10, 200, 1000, 10_000, 100_000, 1_000_000]
times = time_functions(labelling.STRATEGIES, sizes, points)
ax = plot_growth(sizes, times, "n, number of points", "seconds",
                 "d = 2, k = 5", machine_limit(np.array(sizes), 2, 5))
mark = ax.axvline(200, color="0.6", linewidth=0.8, zorder=0)
text = ax.text(200, ax.get_ylim()[1] * 0.5, " Mall customers",
               verticalalignment="top")

# %% [markdown]
# Both axes are logarithmic: each mark is ten times the one before. There, a
# straight line that rises by ten for every ten to the right means: twice the
# points, twice the time. All lines end like that. What differs is how high
# they lie, and that is a factor which no larger `n` will change.
#
# On the left many lines are flat. There the fixed price of the calls counts,
# and the points hardly do. SciPy pays least: it is one call. scikit-learn pays
# most: it checks its arguments with care. (Lines end early where one run took
# more than a twentieth of a second.)

# %% [markdown]
# The heights depend on your machine. What follows should hold on any.

# %%
n = 10_000
X, centroids = points(n)
seconds = {name: best_time(label, X, centroids, repeat=3)
           for name, label in labelling.STRATEGIES.items()}
ratio = seconds["nested loops, rows"] / seconds["matrix product"]
print(f"at n = {n}:")
print("matrix product more than 20 times faster than nested loops:",
      ratio > 20)
ratio = seconds["one loop, rows"] / seconds["one loop, centroids"]
print("one loop over centroids more than 5 times faster than over rows:",
      ratio > 5)

# %% [markdown]
# ## The studies over d and k
#
# People say: "One loop over rows is no better than nested loops, sometimes
# even the slowest of the four. One loop over centroids is the fastest." That
# fits 200 customers, two columns, five centroids. Is it a law?
#
# **Predict first:** let `d` grow, then `k`. Which of the four will suffer
# from more columns, and which from more centroids?

# %% alt="Time over d from 1 to 256 for 200 points and 5 centroids, both axes logarithmic. The two nested loops rise in proportion to d and soon lie highest. The loop over rows is almost flat, and so is scikit-learn. All others start far lower and rise slowly." tags=["nbval-ignore-output"]
# Timings: not compared.
n, ds = 200, [1, 4, 16, 64, 256]
times = time_functions(labelling.STRATEGIES, ds, lambda d: points(n, d))
ax = plot_growth(ds, times, "d, number of columns", "seconds",
                 "n = 200, k = 5", machine_limit(n, np.array(ds), 5))

# %% alt="Time over k from 1 to 1024 for 200 points with 2 columns, both axes logarithmic. The nested loops rise in proportion to k and lie highest. The loop over centroids rises in proportion to k and crosses the loop over rows, which is flat up to about a hundred centroids." tags=["nbval-ignore-output"]
# Timings: not compared.
ks = [1, 4, 16, 64, 256, 1024]
times = time_functions(labelling.STRATEGIES, ks, lambda k: points(n, 2, k))
ax = plot_growth(ks, times, "k, number of centroids", "seconds",
                 "n = 200, d = 2", machine_limit(n, 2, np.array(ks)))

# %% [markdown]
# Neither is a law. The loop over rows pays 4 n calls, whatever `d` and `k`:
# with a few more columns the nested loops are slower by far. The loop over
# centroids pays 3 k calls: with as many centroids as points its lead is gone.
#
# **Loop over the short axis, and leave the long one to NumPy.**

# %% [markdown]
# ### Exercise 1: find the crossings
#
# Vary `n`, `d` and `k`. Find three numbers for which one loop over rows is
# the *fastest* of the four. Then, with n = 200 and k = 5, find the smallest
# `d` at which it is clearly faster than both nested loops.

# %% tags=["vary", "nbval-ignore-output"]
# Timings: not compared.
n, d, k = 200, 2, 5

X, centroids = points(n, d, k)
trial = {name: best_time(label, X, centroids, repeat=20)
         for name, label in four.items()}
for name in sorted(trial, key=trial.get):
    print(f"{name:24} {trial[name] * 1e6:8.0f} microseconds")

# %% [markdown]
# <details><summary>Where they are</summary>
#
# With few points and many centroids rows win: try n = 5, k = 50. As to `d`:
# with one or two columns the three are close, and any of them may come last.
# From about four columns on, the loop over rows is clearly faster. Where
# exactly depends on how much dearer a call of NumPy is than a multiplication
# in Python, and that differs between versions and machines.
#
# </details>

# %%
few, many = points(5, 2, 50)
seconds = {name: best_time(label, few, many) for name, label in four.items()}
print("n = 5, k = 50, fastest of the four:", min(seconds, key=seconds.get))

# %% [markdown]
# ## Why broadcasting does not win
#
# Broadcasting has no loop at all: 4 calls, whatever n, d and k. By the first
# rule it should beat the loop over centroids. In the study over `n` it does
# not, once there are many points.
#
# **Predict first:** for 20 000 points, 8 columns and 8 centroids, how large is
# the array of all differences? The points themselves take 1.28 MB.

# %%
from kmeans_lab.speed import peak_bytes

n, d, k = 20_000, 8, 8
X, centroids = points(n, d, k)
formula = {"one loop, centroids": 8 * n * k + 16 * n * d + 8 * n,
           "broadcasting": 16 * n * k * d + 8 * n * k}
for name, expected in formula.items():
    peak = peak_bytes(labelling.STRATEGIES[name], X, centroids)
    print(f"{name:20} {expected / 1e6:6.2f} MB, measured within 2 %:",
          abs(peak / expected - 1) < 0.02)

# %% [markdown]
# The differences have n k d numbers of 8 bytes: 10.24 MB. Their squares take
# as much once more. All that is written to memory and read again, only to be
# summed up and thrown away.
#
# A core works from its **cache**: a small, fast memory, often about a million
# bytes. The loop over centroids needs less at a time, and reuses it. So:
#
# **The second rule: what does not fit the cache costs a trip to memory.**

# %% [markdown]
# See how the memory grows for the strategies that let NumPy do the work.
# (What scikit-learn allocates in C++ cannot be seen from Python, so it is not
# in the plot.)
#
# **Predict first:** one of the lines will bend. Which, and at how many bytes?

# %% alt="Peak memory in bytes over n from 1000 to 100 000, both axes logarithmic, d = 8 and k = 8. Broadcasting lies highest, five times above the loop over centroids. Matrix product and SciPy lie lower. Blocks starts with the matrix product, bends at about a million bytes, and ends lowest."
names = ["one loop, centroids", "broadcasting", "matrix product", "blocks",
         "SciPy"]
memory = {name: [] for name in names}
sizes = [1000, 10_000, 100_000]
for n in sizes:
    for name in names:
        memory[name].append(
            peak_bytes(labelling.STRATEGIES[name], *points(n, 8, 8)))
ax = plot_growth(sizes, memory, "n, number of points", "bytes at the peak",
                 "d = 8, k = 8")
for name in names:
    print(f"{name:20} at n = {n}: {memory[name][-1] / 1e6:5.0f} MB")

# %% [markdown]
# ## Do not measure: compare
#
# You want to know which centroid is nearest, not how far away it is. Write
# the [squared distance](GLOSSARY#euclidean-distance) out:
#
# $$|x - c|^2 = |x|^2 - 2\,x \cdot c + |c|^2$$
#
# $|x|^2$ is the same for all centroids, so it cannot change which is nearest.
# Drop it. What is left, $|c|^2 - 2\,x \cdot c$, is the **score** of a
# centroid: the lowest wins.

# %%
def scores_one_by_one(X, centroids):
    columns = [c @ c - 2 * (X @ c) for c in centroids]
    return np.column_stack(columns)


rng = np.random.default_rng(0)
X, centroids = rng.normal(size=(2000, 2)), rng.normal(size=(5, 2))
right = labelling.assign_labels_broadcasting(X, centroids)
print("equal:", np.array_equal(
    scores_one_by_one(X, centroids).argmin(axis=1), right))

# %% [markdown]
# ## The trap
#
# Scores have a weak spot. Take the same points in `float32`, numbers of half
# the size that are common with large data, and shift points and centroids by
# 10 000. Nothing has changed: every point has the same nearest centroid.
#
# **Predict first:** how many of the 2000 labels will be wrong?

# %%
def to_float32(array, shift):
    return (array + shift).astype(np.float32)


X32, c32 = to_float32(X, 10_000), to_float32(centroids, 10_000)
right = labelling.assign_labels_broadcasting(X32, c32)
wrong = (scores_one_by_one(X32, c32).argmin(axis=1) != right).mean()
print("more than a third of the labels wrong:", wrong > 1 / 3)
print("steps between float32 numbers near 2e8:",
      np.spacing(np.float32(2e8)))

# %% [markdown]
# A disaster, and without a warning. $|c|^2$ is about 200 000 000 here, and
# there `float32` knows only every sixteenth number. The scores of two
# centroids differ by less than that, so rounding decides.
#
# The remedy is one line: move the origin to where the data are. Any place
# among them will do. Points and centroids must move together.

# %%
origin = c32.mean(axis=0)
scores = scores_one_by_one(X32 - origin, c32 - origin)
print("wrong labels, centred:", np.sum(scores.argmin(axis=1) != right))

# %% [markdown]
# ## Exercise 2: one matrix product
#
# The scores are still computed one centroid at a time. Write them with *one*
# matrix product for all points and all centroids, and make your function
# safe far from zero.
#
# <details><summary>A nudge</summary>
#
# A matrix product is a table of dot products: entry (i, j) of `A @ B` is row
# i of `A` times column j of `B`. Which shapes do you need to get (n, k)?
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution


def assign_labels_matrix_product(X, centroids):
    """Label every point with its nearest centroid, by one matrix product.

    X is (n, d), centroids is (k, d); both may hold integers (int64) or
    float32, and lie far from zero. No loop over points, centroids or columns,
    not even a comprehension or `map`: the products of all points with all
    centroids are one matrix product. Return a new integer array of shape
    (n,), counting centroids from 0. Do it without scikit-learn, and change
    nothing given.
    """
    ...


assign_labels_matrix_product = check(assign_labels_matrix_product)

# %% [markdown]
# Against the other ways, on points with more columns.
#
# **Predict first:** with 32 columns and 50 centroids, how many times as fast
# as broadcasting will it be?

# %% tags=["nbval-ignore-output"]
# Timings: not compared.
X, centroids = points(5000, 32, 50)
for label in (labelling.assign_labels_broadcasting,
              labelling.assign_labels_one_loop_iterate_centroids,
              assign_labels_matrix_product):
    seconds = best_time(label, X, centroids, repeat=5)
    print(f"{label.__name__:42} {seconds * 1e3:7.1f} ms")

# %% [markdown]
# Why is a product so much faster, although it multiplies as often? It never
# writes the n k d differences. And it is one call into **BLAS**, a library
# that keeps the numbers in the core's registers and uses each of them many
# times before it lets go.
#
# **The third rule: find the matrix product.**
#
# ## Blocks
#
# For a million points and 100 centroids the scores alone take 800 MB. They
# are needed only until their row has been searched. So take some rows at a
# time, as many as fit the cache, and reuse the space: **blocks**.

# %%
print(inspect.getsource(labelling.assign_labels_blocks))

# %% [markdown]
# The function calls the matrix product on slices of X. Beyond the labels it
# needs about a million bytes, however many points there are: that is the bend
# you saw above. This is the rung that the package uses: `MyKMeans.predict`
# checks its arguments and calls it.

# %% [markdown]
# ## How far from the limit?
#
# **Predict first:** blocks against the machine's limit, with k = 50. For
# which `d` will they be closest: 2, 32 or 128?

# %% tags=["nbval-ignore-output"]
# Timings: not compared.
for d in (2, 32, 128):
    X, centroids = points(20_000, d, 50)
    limit = machine_limit(*X.shape, 50)
    print(f"d = {d:3}, times the limit:", end=" ")
    for name in ("matrix product", "blocks", "SciPy", "scikit-learn"):
        seconds = best_time(labelling.STRATEGIES[name], X, centroids)
        print(f"{name} {seconds / limit:.1f}", end="  ", flush=True)
    print()

# %% [markdown]
# With 128 columns the work *is* multiplying, and there blocks come within a
# few times of what the machine can do. With two columns there is next to
# nothing to multiply. The time goes into writing the scores and searching
# them for the smallest, which the limit leaves out. To come closer one would
# have to multiply and compare in one go, in a compiled language.

# %% [markdown]
# ## The fastest label is the one you need not compute
#
# One rung is left, and it is not about machines. After a few rounds hardly
# any point changes its cluster. `MyKMeans.fit` keeps for each point by how
# much its centroid leads. As long as no centroid has moved by that much, the
# point is not looked at (Hamerly, 2010).

# %%
from kmeans_lab.steps import lloyd

X, start = points(20_000, 8, 10)
centroids, labels, wcss, n_iter = lloyd(X, start, max_iter=30, tol=0)
model = MyKMeans(10, init=start, max_iter=30, tol=0).fit(X)
print("rounds:", n_iter, "and", model.n_iter_)
print("same labels:", np.array_equal(labels, model.labels_))

# %% tags=["nbval-ignore-output"]
# Timings: not compared.
from sklearn.cluster import KMeans

fits = {"plain steps, broadcasting": lambda X: lloyd(X, start, 30, 0),
        "MyKMeans": model.fit,
        "scikit-learn": KMeans(10, init=start, max_iter=30, tol=0).fit}
for name, fit in fits.items():
    seconds = best_time(fit, X, repeat=3)
    print(f"{name:26} {seconds * 1e3:6.0f} ms")

# %% [markdown]
# The same labels in the same number of rounds, in a fraction of the time.
# `make bench` in the package's folder compares `MyKMeans` with scikit-learn
# on many more sizes.
#
# The source is there for the curious:
# [`fast_steps.py`](https://github.com/OWNER/REPO/blob/main/kmeans_lab/fast_steps.py)
# holds the steps you know, in the same order, made fast, and
# [`like_sklearn.py`](https://github.com/OWNER/REPO/blob/main/kmeans_lab/like_sklearn.py)
# what is there only to agree with scikit-learn.

# %% [markdown]
# ## What to remember
#
# - Check that programs agree before you time them. Let the data depend on
#   what stands on the axis, and draw both axes logarithmic.
# - Few calls on a lot of data: loop over the short axis.
# - A temporary array that does not fit the cache costs more than a loop.
# - Find the matrix product. Centre first, or rounding wins.
# - Know the limit of the machine, and stop when you are close.
# - The best work is the work you can skip.

# %% [markdown]
# ## Where next
#
# K-Means is fast now. But are its clusters the right ones? Go on with
# [07 When K-Means fails](07_when_kmeans_fails.ipynb).
#
# To read: S. Williams, A. Waterman and D. Patterson, [Roofline: an insightful
# visual performance model](https://doi.org/10.1145/1498765.1498785), 2009, on
# the machine's limit; G. Hamerly, [Making k-means even
# faster](https://doi.org/10.1137/1.9781611972801.12), 2010; C. R. Harris and
# others, [Array programming with
# NumPy](https://doi.org/10.1038/s41586-020-2649-2), 2020.
