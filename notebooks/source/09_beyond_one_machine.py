# %% [markdown]
# # Beyond one machine
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/09_beyond_one_machine.ipynb)
#
# After this notebook you can
#
# - say what grows with the number of points, and what does not,
# - trade a little WCSS for time with mini-batches,
# - write a round of K-Means as map and reduce,
# - run it on data that do not fit into memory, and let a worker crash.
#
# **Time:** 75 minutes. **Know first:** the steps of K-Means.
# **Before this:** [05 Your class on trial](05_your_class_on_trial.ipynb).
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## What grows
#
# So far `X` was an array: all points at once, in the memory of one computer.
# A float takes 8 bytes. With 16 features, how far does that go?
#
# **Predict first:** a laptop has 16 GB of memory. Do ten million points fit?
# A thousand million?

# %%
d, k = 16, 8
print("points            X in GB    distances in GB")
for n in (10**4, 10**6, 10**7, 10**8, 10**9, 10**10):
    print(f"{n:14,} {n * d * 8 / 1e9:11,.4g} {n * k * 8 / 1e9:14,.4g}")

# %% [markdown]
# Ten million fit: 1.28 GB. A thousand million, 128 GB, do not. The table of
# distances needs half as much on top, so a hundred million are too many, too:
# 12.8 and 6.4 GB. The time of a [round](GLOSSARY#round) grows in the same way,
# with `n`.
#
# Only the [centroids](GLOSSARY#centroid) stay small: `k` times `d` numbers, 1
# kB here, however many points there are. Keep this in mind. Everything below
# lives on it.
#
# ## Mini-batches: look at fewer points
#
# Is a round over *all* points needed to move the centroids a little? A few
# thousand points say nearly the same. [**Mini-batch
# K-Means**](GLOSSARY#mini-batch) takes a small random part, the batch, labels
# it, moves the centroids a little towards their points, and goes on with the
# next batch. A centroid that has seen many points moves less and less.

# %%
import numpy as np
from sklearn.datasets import make_blobs

points = make_blobs(300_000, 8, centers=20, cluster_std=4,
                    random_state=0)[0]
start = points[:20]
print("points:", points.shape, "start:", start.shape)

# %% [markdown]
# Run both from the same start. The full algorithm goes over all points in
# each round. The mini-batches go over them just *once*, 5000 at a time. The
# next 5000 are a random part here, as `make_blobs` shuffles; sorted points
# must be shuffled first. (`reassignment_ratio=0`: no centroid is thrown away
# and drawn anew on the way.)
#
# **Predict first:** how far above the full algorithm's [WCSS](GLOSSARY#wcss)
# will the mini-batches end: 1 %, 10 %, 100 %?

# %%
from time import perf_counter

from kmeans_lab import MyKMeans

full = MyKMeans(20, init=start).initialize(points)
full_run, seconds = [(0, full.inertia_)], 0
for _ in range(20):
    began = perf_counter()
    full.recompute_centroids(points)
    seconds += perf_counter() - began
    full_run.append((seconds, full.inertia_))
best = full.inertia_
print(f"20 rounds lower the WCSS by "
      f"{1 - best / full_run[0][1]:.0%} of the start's")

# %%
from sklearn.cluster import MiniBatchKMeans

mini = MiniBatchKMeans(20, init=start, n_init=1, random_state=0,
                       reassignment_ratio=0)
mini_run, seconds = [], 0
for i in range(0, len(points), 5000):
    began = perf_counter()
    mini.partial_fit(points[i:i + 5000])
    seconds += perf_counter() - began
    if i % 20_000 == 15_000:  # after every fourth batch
        mini_run.append((seconds, -mini.score(points)))
print(f"one pass in batches ends {mini_run[-1][1] / best - 1:.1%} above")

# %% [markdown]
# Now the price of that. The clock ran only while a model learned, not while
# we measured the WCSS. (Times are those of the computer that made this
# picture. Yours will differ.)

# %% alt="WCSS over seconds, on a logarithmic axis of time, for both algorithms. The mini-batches have fallen most of the way before the full algorithm has its first mark; it falls later, and ends a little lower." tags=["nbval-ignore-output"]
# The output is not compared: it shows times.
import matplotlib.pyplot as plt

from kmeans_lab import default_colors

fig, ax = plt.subplots(figsize=(7, 4))
for run, name, marker, color in (
        (full_run[1:], "all points", "o", 0),
        (mini_run, "mini-batches", "s", 1)):
    times, wcss = np.transpose(run)
    ax.plot(times, wcss, marker=marker, markersize=4, label=name,
            color=default_colors[color])
ax.set(xscale="log", xlabel="seconds of learning", ylabel="WCSS",
       title="One mark: a round, or four batches")
ax.legend(loc="upper right")
ratio = full_run[-1][0] / mini_run[-1][0]
print(f"time of 20 rounds / time of one pass in batches: {ratio:.1f}")

# %% [markdown]
# The mini-batches improve before the first full round is over. But the ratio
# flatters them: most of the 20 rounds change next to nothing. Look across the
# picture instead, at the height where the mini-batches end: the full
# algorithm gets there after a few rounds, and then goes lower. The batches
# slow down, for the later ones hardly move the centroids. More passes would
# bring them closer.
#
# One pass in batches is worth more than *one* round, as it moves the
# centroids 60 times. Use it when "nearly" will do, or when points arrive one
# after the other. But one
# computer must still read all the points.
#
# ## Map and reduce: share the points out
#
# Now suppose that the points lie on two computers, A and B. You want the mean
# of all of them. Sending the points is out of the question: too many.
#
# **Predict first:** A has the mean 2, B the mean 6. Is the mean of all 4?

# %%
A, B = np.array([2.0]), np.array([5.0, 6.0, 7.0])
print("mean of the means:", (A.mean() + B.mean()) / 2)
print("mean of all:      ", np.concatenate([A, B]).mean())
print("from the sums:    ", (A.sum() + B.sum()) / (len(A) + len(B)))

# %% [markdown]
# It is not, unless both have equally many points. Means cannot be put
# together. Sums and counts can: by adding.
#
# So a round of K-Means can be split. Each computer gets the centroids, looks
# at its own block of points, and sends back a few sums. This is the
# [**map**](GLOSSARY#map-and-reduce). Somebody adds up the answers and divides:
# the **reduce**.
#
# ## Exercise 1: the map
#
# `nearest_centroids(X_block, centroids)` labels points as your
# `assign_labels` does, but with a [matrix product](GLOSSARY#matrix-product),
# as in [notebook 06](06_labelling_speed.ipynb).
#
# <details><summary>Where to start</summary>
#
# A block may have no point of some cluster. Its sum must then be 0, for 0
# changes nothing when it is added.
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution
from kmeans_lab.distributed import nearest_centroids


def block_summary(X_block, centroids):
    """Sum up what a round needs to know about one block of points.

    X_block is (m, d), centroids is (k, d); both may hold integers (int64),
    and m may be 0: a block without points.
    Return a tuple (sums, counts, inertia): for every cluster the sum of its
    points in this block, shape (k, d), zeros if it has none; for every
    cluster their number, shape (k,); and one number, the sum of the squared
    distances of these points to their nearest centroid. Sums and counts are
    new arrays, and all numbers have all their digits.
    Do it without scikit-learn, and change nothing given.
    """
    ...


block_summary = check(block_summary)

# %% [markdown]
# Cut the points into four blocks of different sizes, and sum up each.

# %%
blocks = np.split(points, [10_000, 15_000, 60_000])
summaries = [block_summary(block, start) for block in blocks]
for block, (sums, counts, inertia) in zip(blocks, summaries):
    print(f"{len(block):6} points -> {sums.size} sums, {counts.size} counts "
          f"(first three {counts[:3]}), inertia {inertia:.0f}")

# %% [markdown]
# **Question:** how much does a block with a thousand million points send?
#
# <details><summary>Answer</summary>
#
# As much as one with five thousand: k x d sums, k counts and one inertia, 181
# numbers here. This is why the points can stay where they are.
#
# </details>
#
# ## Exercise 2: the reduce
#
# The answers of all `b` blocks, stacked into arrays, become the new
# centroids.

# %% tags=["exercise"]
def combine_summaries(sums, counts, inertias, centroids):
    """Finish a round: move the centroids to the means of all points.

    sums is (b, k, d), counts is (b, k), inertias is (b,): the summaries of
    b blocks. centroids is (k, d). A cluster without points in any block
    keeps its centroid.
    All may hold integers (int64).
    Return a tuple (new_centroids, inertia): a new array of shape (k, d), of
    floats (float64), and the inertia of all points before the move, one
    number with all its digits. Change nothing given.
    """
    ...


combine_summaries = check(combine_summaries)

# %% [markdown]
# **Predict first:** will the blocks give the same centroids as a round on all
# points at once? To how many digits?

# %%
sums, counts, inertias = map(np.array, zip(*summaries))
moved, inertia = combine_summaries(sums, counts, inertias, start)

whole = MyKMeans(20, init=start).initialize(points)
print("inertia equal:", np.isclose(inertia, whole.inertia_, rtol=1e-12))
whole.recompute_centroids(points)
gap = np.abs(moved - whole.cluster_centers_).max()
print("centroids equal within 1e-8:", bool(gap < 1e-8))

# %% [markdown]
# The same, to eight decimals at least (a float has about 16 digits): only the
# sums are added in another order. Nothing is
# approximated here. Mini-batches look at fewer points; map and reduce look at
# all of them, in several places.
#
# ## Dask: somebody to send the blocks to
#
# **Dask** shares out such work: among the cores of your laptop, or among
# machines. Get it with `%pip install "dask[array,distributed]" bokeh`. (bokeh
# draws its dashboard.) Colab has all of it but `distributed`, the part that
# starts workers, so there the next cell installs that first.
#
# Without Dask, the next cells show what is stored in this notebook, and say
# so.

# %% tags=["nbval-ignore-output"]
# The output is not compared: it shows a version.
import os

if "COLAB_RELEASE_TAG" in os.environ:
    # %pip install --quiet "dask[array,distributed]"
try:
    import dask.array as da
    import dask.distributed

    print("Dask", dask.__version__)
except ImportError:
    from kmeans_lab.stored import show_stored_outputs

    print("Dask is not installed. From here on you see stored outputs.")
    show_stored_outputs("09_beyond_one_machine.ipynb", tag="dask")

# %% [markdown]
# A **Dask array** looks like a NumPy array, but it is only a plan: how to get
# each block. Here the plan is a function that *makes* a block, 131 072 points
# around eight centres, 16 MiB. It could as well read a file.

# %% tags=["dask"]
rows, d, k = 2**17, 16, 8
centres = np.random.default_rng(0).uniform(-10, 10, size=(k, d))


def make_block(block_id):
    rng = np.random.default_rng([1, block_id[0]])
    X = centres[rng.integers(k, size=rows)]
    X += rng.uniform(-4, 4, size=(rows, d))
    return X


X = da.map_blocks(make_block, chunks=((rows,) * 2, (d,)), dtype=float)
print("X is", X.shape, "in", X.npartitions, "blocks,",
      X.nbytes // 2**20, "MiB. Not a single point is made yet.")

# %% [markdown]
# `delayed` puts your function into the plan, once for each block.
# `dask.compute` carries the plan out, and a progress bar shows how far it is.

# %% tags=["dask", "nbval-ignore-output"]
# The output is not compared: it shows times.
from dask import delayed
from dask.diagnostics import ProgressBar

start = centres + 1
tasks = [delayed(block_summary)(block, start)
         for block in X.to_delayed().ravel()]
with ProgressBar():
    summaries = dask.compute(*tasks)

# %% tags=["dask"]
sums, counts, inertias = map(np.array, zip(*summaries))
moved, inertia = combine_summaries(sums, counts, inertias, start)

memory = X.compute()  # all blocks as one NumPy array: it fits
whole = MyKMeans(k, init=start).initialize(memory)
whole.recompute_centroids(memory)
gap = np.abs(moved - whole.cluster_centers_).max()
print("centroids equal within 1e-8:", bool(gap < 1e-8))

# %% [markdown]
# ## Workers with little memory
#
# So far Dask used threads of this notebook. Now start two **workers**, each a
# process with a memory of its own, as if it were another machine. Each may
# use 256 MiB, and is restarted if it takes more.

# %% tags=["dask"]
from dask.distributed import Client, LocalCluster

limit = 256 * 2**20
dask.config.set({
    "distributed.admin.system-monitor.interval": "50ms",
    # Workers crash below, on purpose: only errors are to be reported.
    "logging.distributed": "error"})
cluster = LocalCluster(n_workers=2, threads_per_worker=1,
                       memory_limit=limit, dashboard_address=":0",
                       silence_logs="ERROR")
client = Client(cluster)
print("workers:", len(cluster.workers))

# %% tags=["dask", "nbval-ignore-output"]
# The output is not compared: the port is another one each time.
print("watch the workers at", client.dashboard_link)

# %% [markdown]
# `kmeans_lab.distributed.lloyd` is the `lloyd` of notebook 04, on blocks: map
# and reduce, round after round, until nothing moves. It uses the package's
# versions of your two functions, and the workers of the newest client.
#
# **Predict first:** from the same start, will it end where `MyKMeans` ends?

# %% tags=["dask"]
from kmeans_lab import distributed

centroids, inertia, n_iter = distributed.lloyd(X, start, 20, tol=1e-12)
model = MyKMeans(k, init=start, max_iter=20, tol=0).fit(memory)
gap = np.abs(centroids - model.cluster_centers_).max()
print("centroids equal within 1e-8:", bool(gap < 1e-8))
print("inertia equal:", np.isclose(inertia, model.inertia_, rtol=1e-10))
print("rounds:", n_iter)

# %% [markdown]
# The same end. It was an easy run: the start was close, and no cluster became
# [empty](GLOSSARY#empty-cluster). `MyKMeans` would give an empty one the
# farthest point. `distributed.lloyd`, like `lloyd` in 04, leaves its centroid
# where it is, and there the two may part.
#
# ## A worker crashes
#
# The more machines, the more often one of them breaks. Here is a block that
# ends its worker on the spot, in the middle of the first round, the first
# time that somebody asks for it. (`Event` is a flag that all workers see.)
#
# **Predict first:** what will become of the run?

# %% tags=["dask"]
import os

from dask.distributed import Event


def make_block_and_crash_once(block_id):
    crashed = Event("crashed")
    if block_id[0] == 1 and not crashed.is_set():
        crashed.set()
        os._exit(1)
    return make_block(block_id)


risky = da.map_blocks(make_block_and_crash_once, chunks=X.chunks,
                      dtype=float)
before = set(client.run(os.getpid).values())
again, _, n_iter = distributed.lloyd(risky, start, 20, tol=1e-12)
client.wait_for_workers(2)
after = set(client.run(os.getpid).values())
print("workers lost on the way:", len(before - after))
print("same centroids:", bool(np.abs(again - centroids).max() < 1e-8))

# %% [markdown]
# It ends as if nothing had happened: one worker was lost, and the centroids
# are the same. Dask saw that a worker was gone, and what it had been doing. It
# started another one, and had the lost blocks made and summed up again. A
# block depends on nothing but its plan, so it can always be made again. The
# centroids were never lost: they are small, and live here.
#
# ## A start in few passes
#
# Where does a start come from? [k-means++](GLOSSARY#k-means-start) draws one
# centroid after the other, and each draw needs the distances of *all* points
# to the ones before: `k` passes over the data. For k = 1000 that is a
# thousand.
#
# **k-means||** ("parallel") draws about 2k points in each of a few passes,
# each point with a chance proportional to its squared distance. It weighs
# each of them by the number of points around it, and k-means++ chooses k of
# these few: ten times, the best is kept.
#
# **Predict first:** fewer passes, so a worse start? Compare the [seeding
# cost](GLOSSARY#seeding-cost) per point, as the mean of ten starts each.

# %% tags=["dask"]
from kmeans_lab.steps import init_kmeans_plusplus, init_random

few = memory[:5000]
few_in_blocks = da.from_array(few, chunks=(1000, -1))


def costs(init, data, seeds=10):
    starts = [init(data, k, np.random.default_rng(seed))
              for seed in range(seeds)]
    return np.array([block_summary(few, first)[2] for first in starts])


for init, data in ((init_random, few), (init_kmeans_plusplus, few),
                   (distributed.init_kmeans_parallel, few_in_blocks)):
    print(f"{init.__name__:21}{costs(init, data).mean() / len(few):8.1f}")
tens = costs(init_kmeans_plusplus, few, 50).reshape(5, 10)
print(f"k-means++, best of 10{tens.min(axis=1).mean() / len(few):8.1f}")

# %% [markdown]
# 160.1, against 262.1 of k-means++ and 417.6 at random. But that is not quite
# fair: k-means|| kept the best of ten tries, and k-means++, kept ten times,
# comes to 165.6. So it is the tries that make the difference. Among the few
# candidates of k-means|| they cost next to nothing; on all points ten tries
# of k-means++ cost 10 x k passes.
#
# With its usual five rounds k-means|| went over the data six times: here
# hardly fewer than the 8 of k-means++. For k = 1000 it would still be six.
#
# ## Four times the memory
#
# Now the data that do not fit.
#
# **Predict first:** 64 blocks, and room for 16 in each worker's memory. How
# much of it will a worker use at most?

# %% tags=["dask"]
big = da.map_blocks(make_block, chunks=((rows,) * 64, (d,)), dtype=float)
print(f"{len(big):,} points, {big.nbytes // 2**20} MiB,",
      f"{big.nbytes / limit:.0f} times the limit of a worker,",
      f"{big.nbytes / limit / 2:.0f} times that of both")

# %% tags=["dask"]
began = perf_counter()
first = distributed.init_kmeans_parallel(
    big, k, np.random.default_rng(0), n_rounds=2)
centroids, inertia, n_iter = distributed.lloyd(big, first, 1, tol=1e-12)
seconds = (perf_counter() - began) / 5  # five passes over the data
gaps = np.abs(centroids - centres[:, np.newaxis]).max(axis=2)
print(f"WCSS per point {inertia / len(big):.4f}, rounds: {n_iter}")
print("centres found:", len(set(gaps.argmin(axis=0))), "of", k)
print("largest error:", gaps.min(axis=0).max().round(4))

# %% [markdown]
# All eight centres, each number to 0.006. Points spread evenly by 4 to both
# sides have a [variance](GLOSSARY#variance) of 8 x 8 / 12 in each of 16
# features, 85.33 together: lower than that no centroids can get, but for
# chance. One round was enough, for these blobs do not touch.
#
# And the memory? Dask looks at every worker's memory all the time, here every
# 50 milliseconds. Take the largest value.

# %% tags=["dask"]
def peak(dask_worker):
    return max(dask_worker.monitor.quantities["memory"])


peaks = client.run(peak).values()
for used in peaks:
    print("peak below the limit:", used < limit,
          "- data at least 4 times the limit:", big.nbytes >= 4 * limit)

# %% [markdown]
# All points were looked at five times, 5 x 1024 MiB, and no worker reached
# its limit. A block is made, summed up, and thrown away. The next cell prints
# the peaks. Python and its packages take a large part of them before the
# first point is made; the rest is a block of 16 MiB and the arrays of the same
# size that it takes to make it and to sum it up.
#
# What does it cost? Compare the time of one pass, for as many points each:
# the 262 144 in `memory`. (The two that stay in memory get one core, as each
# worker has: several threads would wait for the workers' cores.)

# %% tags=["dask", "nbval-ignore-output"]
# The output is not compared: it shows times and memory.
from threadpoolctl import threadpool_limits

print("peaks:", [f"{used / 2**20:.0f} MiB" for used in peaks],
      f"of {limit / 2**20:.0f}, data {big.nbytes / 2**20:.0f}")
with threadpool_limits(1):
    began = perf_counter()
    model = MyKMeans(k, init=centres + 3, max_iter=3, tol=0).fit(memory)
    mine = (perf_counter() - began) / model.n_iter_
    began = perf_counter()
    mini = MiniBatchKMeans(k, init=centres + 3, n_init=1)
    for i in range(0, len(memory), 5000):
        mini.partial_fit(memory[i:i + 5000])
    batches = perf_counter() - began
blocks = seconds * len(memory) / len(big)
print(f"one pass: blocks / MyKMeans     {blocks / mine:.1f}")
print(f"          blocks / mini-batches {blocks / batches:.1f}")

# %% [markdown]
# Blocks are slower, although two workers share them. Each is made anew in
# every pass, Dask plans and sends, and three of the five passes were those of
# k-means||, with more candidates than k. So as long as the data fit, stay in
# memory. When they do not, a loop over the blocks on one machine would do,
# too, with your two functions. Dask adds that many workers do it at once, and
# that one of them may break.
#
# At the end, send the workers home.

# %% tags=["dask"]
client.close()
cluster.close()
print("cluster:", cluster.status.name)

# %% [markdown]
# ## Exercise 3: a round on paper
#
# Now the real thing, on paper: 10 000 million points on 1000 machines.
# Suppose that a core does 1000 million multiplications and additions a
# second, and that one machine adds up all answers and receives 1000 million
# bytes a second. Change the numbers. What has to grow before *sending* takes
# longer than computing?

# %% tags=["vary"]
n, d, k, machines = 10**10, 16, 8, 1000

share = n // machines
answer = k * (d + 1) + 1
print(f"a machine has      {share:,} points, {share * d * 8 / 1e9:.2f} GB")
print(f"it computes        {share * k * d / 1e9:.2f} s a round on one core")
print(f"it sends           {answer} numbers, {answer * 8} bytes")
print(f"all send together  {machines * answer * 8 / 1e6:.2f} MB")
print(f"receiving it takes {machines * answer * 8 / 1e9:.4f} s")

# %% [markdown]
# <details><summary>What can you find?</summary>
#
# Not k or d: computing *and* sending grow with k x d. With k = 10 000 and
# d = 1000 each machine sends 80 MB, but computes 100 000 seconds.
#
# It is the number of machines. Ten times the machines: a tenth to compute, ten
# times as much to receive for the one who adds up. Try 35 000 machines: there
# receiving takes longer. So real systems add up in a tree: every few machines
# first, then every few of these.
#
# </details>

# %% [markdown]
# ## The same in Spark
#
# **Spark** is what many companies use for data on many machines. The KMeans
# of its library MLlib does what you have just done: k-means|| for the start,
# then rounds in which each part of the data hands over sums and counts. Its
# code, not run here:
#
# ```python
# from pyspark.ml.clustering import KMeans
#
# kmeans = KMeans(k=8, initMode="k-means||", initSteps=2, maxIter=20,
#                 featuresCol="features", seed=1)
# model = kmeans.fit(table)  # a DataFrame with a column of vectors
# print(model.clusterCenters())
# ```
#
# And with Dask, points from Parquet files instead of made ones:
#
# ```python
# import dask.dataframe as dd
#
# X = dd.read_parquet("points/").to_dask_array(lengths=True)
# ```

# %% [markdown]
# ## What to remember
#
# - Memory and time grow with n. What must be sent does not: k x d numbers.
# - Mini-batches: a little worse, some time sooner.
# - Sums and counts can be added, means cannot. Map, then reduce.
# - A round is exact, but for rounding, however the points are cut into
#   blocks.
# - What can be made again may be lost: a crash costs time, not the result.
# - k-means|| finds a start in a few passes, k-means++ needs k.

# %% [markdown]
# ## Where next
#
# The [NumPy tips](10_numpy_tips.ipynb) show the tools behind these steps.
#
# To read:
#
# - D. Sculley, [Web-scale k-means
#   clustering](https://doi.org/10.1145/1772690.1772862), 2010: mini-batches.
# - J. Dean and S. Ghemawat, [MapReduce: simplified data processing on large
#   clusters](https://doi.org/10.1145/1327452.1327492), 2008.
# - B. Bahmani and others, [Scalable
#   k-means++](https://doi.org/10.14778/2180912.2180915), 2012: k-means||.
