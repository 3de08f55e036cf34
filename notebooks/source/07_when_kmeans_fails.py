# %% [markdown]
# # When K-Means fails
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/07_when_kmeans_fails.ipynb)
#
# After this notebook you can
#
# - say which data K-Means gets wrong, and why,
# - tell a failed *search* from a failed *criterion*,
# - choose a repair, and say what it costs,
# - judge data that nobody has explained to you.
#
# **Time:** 75 minutes. **Know first:** inertia (WCSS), the ARI, the
# silhouette, scaling.
# **Before this:** [03 Mall customers](03_mall_customers.ipynb).
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## Two ways to fail
#
# `KMeans` never says "I failed". It always returns tidy clusters. This is a
# gallery of ten exhibits where they are wrong. In nine of them you know the
# true groups, so you can measure the failure and find its reason.
#
# K-Means wants a low [WCSS](GLOSSARY#wcss). The true groups have a WCSS of
# their own: take their means as centroids. So compare the two, for the same
# points and the same k.

# %%
import numpy as np
from kmeans_lab.plotting import plot_cluster_grid
from sklearn.metrics import adjusted_rand_score, silhouette_score


def wcss(X, labels):
    """The sum of squares around each group's own mean."""
    return sum(((X[labels == c] - X[labels == c].mean(axis=0)) ** 2).sum()
               for c in np.unique(labels))


def measure(X, truth, found):
    """Print a line for the truth, and one for each labelling in found."""
    print(f"{'':17}  ARI  silhouette       WCSS")
    for name, labels in {"the truth": truth, **found}.items():
        scores = (adjusted_rand_score(truth, labels),
                  silhouette_score(X, labels))
        ari, score = np.round(scores, 2) + 0.0  # no -0.00
        print(f"{name:17} {ari:4.2f} {score:11.2f} "
              f"{wcss(X, labels):10.1f}")


# %% [markdown]
# First a case where all is well: the blobs of
# [notebook 01](01_kmeans_on_blobs.ipynb).
#
# **Predict first:** K-Means makes the WCSS small, and the truth was not made
# to have a small WCSS. Which of the two will be lower?

# %%
from sklearn.cluster import KMeans
from kmeans_lab import get_sample_blobs_data


def kmeans(X, k, starts=10):
    """The labels of the best of so many starts."""
    return KMeans(k, n_init=starts, random_state=42).fit_predict(X)


X, truth = get_sample_blobs_data(return_labels=True)
measure(X, truth, {"K-Means": kmeans(X, 3)})

# %% [markdown]
# K-Means is a little lower, 74.6 against 77.2: a few border points went to
# the nearer centroid. That is harmless, the [ARI](GLOSSARY#ari) is 0.96. When
# the ARI is bad, read the two WCSS like this:
#
# | WCSS of K-Means | what it tells you |
# | --- | --- |
# | **higher** than the truth's | it missed an answer that is better by its own measure: **the search failed** |
# | **lower** than the truth's | its own measure likes the wrong answer better: **the criterion failed**, and no better search can help |
#
# In real life you do not know the truth, and this comparison is closed to you.
# But a failed search betrays itself: other [seeds](GLOSSARY#random-state) end
# elsewhere. A failed criterion does not: all seeds may agree on the same wrong
# answer.

# %% [markdown]
# ## Exhibit 1: a bad start
#
# Four round groups, far apart: easy. But two of the starting centroids lie in
# the same group, and one lies below the two upper groups.
#
# **Predict first:** will the steps put this right? Play them.

# %%
from sklearn.datasets import make_blobs
from kmeans_lab.player import StepPlayer, watch

X, truth = make_blobs(n_samples=200, cluster_std=0.8, random_state=0,
                      centers=[[0, 0], [5, 0], [0, 10], [5, 10]])
start = np.array([[-1.0, 0], [1, 0], [5, 0], [2, 8]])
StepPlayer(X, watch(X, start), title="A bad start",
           x_label="feature 1", y_label="feature 2")

# %% [markdown]
# Centroids 0, 1 and 2 hardly move. Centroid 3 goes up to the middle between
# the two upper groups and stays there. Each one *is* the mean of its points.
# To reach the good answer, centroid 0 or 1 would have to leave its group, and
# on the way the WCSS would rise. No step does that.
#
# **Predict first:** is the WCSS found lower or higher than the truth's?

# %%
stuck = KMeans(4, init=start, n_init=1).fit_predict(X)
measure(X, truth, {"bad start": stuck, "ten starts": kmeans(X, 4)})

# %% [markdown]
# Higher, 828.9 against 246.0, so **the search failed**. Ten
# [starts](GLOSSARY#start) repair it.
#
# **What it costs:** ten times the work, and for many clusters ten may be too
# few: remember k = 10 in [notebook 03](03_mall_customers.ipynb), where one
# start in 200 found the best.

# %% [markdown]
# ## Exhibit 2: columns in different units
#
# Two kinds of birds differ in their beaks, not in their weight. The weight is
# in grams, the beak in metres.
#
# **Predict first:** ten starts, k = 2. What will the clusters be? (`show`
# draws what `measure` prints. It renumbers the clusters so that equal groups
# get equal colours.)

# %%
from scipy.optimize import linear_sum_assignment
from sklearn.metrics.cluster import contingency_matrix


def renumber(labels, truth):
    """Number each cluster like the true group it shares most points with."""
    shared = contingency_matrix(truth, labels)
    _, order = linear_sum_assignment(shared, maximize=True)
    rest = np.setdiff1d(np.arange(shared.shape[1]), order)
    numbers = np.unique(labels, return_inverse=True)[1]
    return np.argsort(np.append(order, rest))[numbers]


def show(X, truth, found, **axis_labels):
    """Measure, and draw the truth and each labelling side by side."""
    measure(X, truth, found)
    panels = []
    for name, labels in {"the truth": truth, **found}.items():
        numbers = renumber(labels, truth)
        centroids = [X[numbers == i].mean(axis=0)
                     for i in range(numbers.max() + 1)]
        panels.append((name, centroids, numbers))
    return plot_cluster_grid(X, panels, **axis_labels)


# %% alt="Two scatter plots, weight against beak length. Left, the truth: an upper and a lower group. Right, K-Means: a left and a right half, each with points of both groups."
X, truth = make_blobs(n_samples=200, centers=[[0, 0], [0, 6]],
                      random_state=0)
X = X * [30, 0.005] + [500, 0.05]
axes = show(X, truth, {"K-Means": kmeans(X, 2)},
            x_label="weight (g)", y_label="beak (m)")

# %% [markdown]
# ARI 0.00, and the WCSS is far lower than the truth's: **the criterion
# failed**. It sees grams only. Even the [silhouette](GLOSSARY#silhouette)
# takes its side: 0.58, and 0.00 for the truth. The silhouette uses the same
# distances.
#
# You know the repair from notebook 03: [scale](GLOSSARY#standardise). But when
# the columns *share* a unit, a wide column may be wide because of the groups.
# The second data set has its three groups in one column, and four narrow
# columns of noise.
#
# **Predict first:** what will scaling do to each?

# %%
from sklearn.preprocessing import StandardScaler

wide, kinds = make_blobs(n_samples=300, centers=[[0], [5], [10]],
                         random_state=0)
noise = np.random.default_rng(0).normal(scale=0.3, size=(300, 4))
same_unit = np.hstack([wide, noise])
for name, points, groups, k in (("birds", X, truth, 2),
                                ("same unit", same_unit, kinds, 3)):
    scaled = StandardScaler().fit_transform(points)
    for how, Z in (("raw", points), ("scaled", scaled)):
        ari = adjusted_rand_score(groups, kmeans(Z, k))
        print(f"{name:9} {how:6} ARI {abs(ari):.2f}")

# %% [markdown]
# The birds are repaired: 1.00. **What it costs:** scaling gives every column
# the same say, noise included. In the second data set that ruins a good
# answer: 0.99 falls to 0.30. Scaling is a decision, not a reflex.

# %% [markdown]
# ## Exhibit 3: elongated groups
#
# Three groups, each long and thin, lying side by side.
#
# **Predict first:** will K-Means find them? Will scaling help?

# %% alt="Three scatter plots of three long, slanted, parallel groups. Left, the truth. Middle and right, K-Means on raw and on scaled columns: both cut across the groups."
X, truth = make_blobs(n_samples=300, centers=3, random_state=170)
X = X @ [[0.6, -0.6], [-0.4, 0.8]]
scaled = StandardScaler().fit_transform(X)
axes = show(X, truth, {"K-Means": kmeans(X, 3),
                       "K-Means, scaled": kmeans(scaled, 3)})

# %% [markdown]
# 348.8 is lower than the truth's 490.3, so **the criterion failed**: it counts
# a step along a group like a step across it. Scaling stretches the two axes,
# and these groups lie aslant.
#
# A [**Gaussian mixture**](GLOSSARY#gaussian-mixture) learns a mean *and* a
# shape for every group: an ellipse, its covariance. `tied` lets all groups
# share one shape.
#
# **Predict first:** it repairs this picture. And if you add ten columns of
# noise?

# %%
from sklearn.mixture import GaussianMixture


def mixture(X, k, shape="full"):
    """The labels of a Gaussian mixture, the best of five starts."""
    return GaussianMixture(k, covariance_type=shape, n_init=5,
                           random_state=42).fit_predict(X)


noise = np.random.default_rng(0).normal(size=(300, 10))
for points in (X, np.hstack([X, noise])):
    d = points.shape[1]
    for shape, shapes in (("full", 3), ("tied", 1)):
        ari = adjusted_rand_score(truth, mixture(points, 3, shape))
        print(f"{d:2} columns, {shape}: ARI {ari:.2f}, "
              f"shapes: {shapes} of {d * (d + 1) // 2} numbers")

# %% [markdown]
# In two columns the mixture is perfect. In twelve the full mixture falls to
# 0.51. A mixture has no WCSS: it wants a high **likelihood**, which says how
# well its ellipses fit the points.
#
# **Predict first:** was it the search or the criterion? Start it at the truth.

# %%
groups = [points[truth == c] for c in range(3)]
searched = GaussianMixture(3, n_init=5, random_state=42)
told = GaussianMixture(
    3, means_init=[group.mean(axis=0) for group in groups],
    precisions_init=[np.linalg.inv(np.cov(group.T)) for group in groups],
    random_state=42)
for name, model in (("searched", searched), ("started at truth", told)):
    ari = adjusted_rand_score(truth, model.fit_predict(points))
    print(f"{name:16} ARI {ari:.2f}, "
          f"mean log-likelihood {model.score(points):.2f}")

# %% [markdown]
# Started at the truth it stays at 1.00 and fits better, -16.24 against -16.57:
# **the search failed**.
#
# **What it costs:** each full shape has 78 numbers, and only about 100 points
# to learn them from, so there are many bad ends. `tied` learns one shape from
# all 300 and gets there, because these groups do share their shape. You have
# to know that.

# %% [markdown]
# ## Exhibit 4: unequal spread
#
# One loose group between two tight ones, 100 points each.
#
# **Predict first:** which points will change sides?

# %% alt="Three scatter plots: a loose round group between two tight ones. Left, the truth. Middle, K-Means: the tight clusters take the loose group's points on their side. Right, the mixture: nearly as the truth."
X, truth = make_blobs(n_samples=300, centers=[[-5, 0], [0, 0], [3, 4]],
                      cluster_std=[0.3, 2, 0.3], random_state=3)
axes = show(X, truth, {"K-Means": kmeans(X, 3),
                       "mixture": mixture(X, 3)})
print("sizes, K-Means:", np.bincount(renumber(kmeans(X, 3), truth)))

# %% [markdown]
# The points of the loose group that lie towards a tight one change sides.
# K-Means draws its border half-way between two centroids, however wide the
# groups are. So the tight clusters grow to 105 and 129 points. **The criterion
# failed**, and the silhouette prefers the wrong answer again.
#
# A mixture takes every group for a **bell**: dense in the middle, thinner
# outwards, with its own width. A point goes to the bell that is highest there.
# **What it costs:** it believes in bells. Give it groups of another form and
# its borders are as arbitrary as those of K-Means.

# %% [markdown]
# ## Exhibit 5: unequal size
#
# One group of 1000 points and two of 30, all equally wide and well apart.
#
# **Predict first:** every group is round, and nobody could miss them. So
# where will the three centroids go?

# %% alt="Two scatter plots: a large round group and two small ones to its right, above each other. Left, the truth. Right, K-Means: the large group is cut in two, the two small ones share a cluster."
X, truth = make_blobs(n_samples=[1000, 30, 30], random_state=1,
                      centers=[[0, 0], [7, 3], [7, -3]])
found = kmeans(X, 3)
axes = show(X, truth, {"K-Means": found})
for name, part, cut in (("cutting the large group", truth == 0, found),
                        ("parting the small ones", truth > 0, truth)):
    whole = wcss(X[part], np.zeros(part.sum()))
    print(f"{name:23} saves {whole - wcss(X[part], cut[part]):.1f}")

# %% [markdown]
# The third centroid goes where it saves more. Cutting the large group saves a
# little on each of 1000 points, together 675.4. Parting the small ones saves
# much on each of 60, together 493.3. **The criterion failed.** This time the
# silhouette notices: 0.32, and 0.74 for the truth.
#
# Two repairs: a mixture, which learns the sizes too. Or a larger k, and then
# join the pieces whose centroids are close: `linkage="single"` joins the two
# nearest lots of centroids, again and again, until three lots are left.
#
# **Predict first:** with k = 8, where will the eight centroids be?

# %%
from sklearn.cluster import AgglomerativeClustering

pieces = KMeans(8, n_init=10, random_state=42).fit(X)
joined = AgglomerativeClustering(3, linkage="single").fit_predict(
    pieces.cluster_centers_)
print("sizes of the pieces:", np.sort(np.bincount(pieces.labels_)))
measure(X, truth, {"8 pieces": pieces.labels_,
                   "pieces joined": joined[pieces.labels_],
                   "mixture": mixture(X, 3)})
one = [adjusted_rand_score(truth, GaussianMixture(
    3, random_state=seed).fit_predict(X)) for seed in range(10)]
print(f"mixtures with one start, right: {sum(a > 0.99 for a in one)} of 10")

# %% [markdown]
# Six centroids share the large group, and each small group has its own.
# Joined, all is right. (Do not compare the WCSS of the 8 pieces: it has eight
# centroids.)
#
# **What it costs:** joining works only across clear gaps, and you choose two
# numbers instead of one. The mixture searches from a start as K-Means does:
# with one start, only 2 of 10 are right.

# %% [markdown]
# ## Exhibit 6: outliers
#
# Three clear groups, and two points far away: typing errors, perhaps.
#
# In the truth we count the two to the nearest group, as if the numbers had
# been meant to be small.
#
# **Predict first:** k = 3. What will two points of 302 do to the centroids?

# %% alt="Two scatter plots: three groups at the left, two points far to the right. Left, the truth, which counts the two points to the nearest group. Right, K-Means: the two points have a cluster of their own, and two of the groups share one."
good, kinds = make_blobs(n_samples=300, cluster_std=0.8, random_state=0,
                         centers=[[0, 0], [5, 0], [2.5, 4.5]])
X = np.vstack([good, [[40, 0], [40, 1]]])
truth = np.append(kinds, [1, 1])
axes = show(X, truth, {"K-Means": kmeans(X, 3)})

# %% [markdown]
# They get a centroid of their own, and two real groups share one. A distance
# of 35 counts 1225 when squared, so the truth has the larger WCSS: **the
# criterion failed**.
#
# A repair: keep the two steps, and change what they use. Distances not
# squared, and the **median** in place of the mean, which hardly moves for a
# few points. That is **k-medians**, and you can write it in a few lines.
# Below, `gap` says how far, column by column; `middle` says what stands for a
# cluster. With squares and the mean it would be K-Means.

# %%
def k_middles(X, k, gap, middle, starts=10):
    """The two steps of K-Means with another distance and middle."""
    rng, lowest = np.random.default_rng(0), np.inf
    for _ in range(starts):
        middles = rng.choice(X, k, replace=False)
        for _ in range(30):
            gaps = gap(X[:, None], middles).sum(axis=2)
            labels = gaps.argmin(axis=1)
            middles = np.array([
                middle(X[labels == c]) if c in labels else middles[c]
                for c in range(k)])
        if gaps.min(axis=1).sum() < lowest:
            lowest, best = gaps.min(axis=1).sum(), labels
    return best


def k_medians(X, k):
    return k_middles(X, k, lambda a, b: np.abs(a - b),
                     lambda members: np.median(members, axis=0))


# %% [markdown]
# Two more repairs. Another k: one more centroid for the
# [outliers](GLOSSARY#outlier). And [**HDBSCAN**](GLOSSARY#hdbscan): it looks
# for dense regions, needs no k, and calls what lies outside of them noise,
# label -1. It asks what the smallest group may be. We choose 20 points, far
# fewer than in a group and far more than a few typing errors. With
# `min_samples=1` a point needs no neighbours to count as dense, so few points
# are noise.
#
# **Predict first:** which points will it call noise?

# %%
from sklearn.cluster import HDBSCAN

dense = HDBSCAN(min_cluster_size=20, min_samples=1,
                copy=True).fit_predict(X)
for name, labels in (("K-Means, k = 3", kmeans(X, 3)),
                     ("K-Means, k = 4", kmeans(X, 4)),
                     ("k-medians, k = 3", k_medians(X, 3)),
                     ("HDBSCAN", dense)):
    ari = adjusted_rand_score(kinds, labels[:300])
    print(f"{name:16} ARI on the 300 good points: {ari:.2f}")

kept = dense[:300] >= 0
means = np.array([good[kinds == c].mean(axis=0) for c in range(3)])
away = np.linalg.norm(good - means[kinds], axis=1)
print("HDBSCAN, noise:", np.sum(dense == -1), "the last two:", dense[-2:])
print(f"the {kept.sum()} it kept:  ARI "
      f"{adjusted_rand_score(kinds[kept], dense[:300][kept]):.2f}, mean "
      f"distance to the group's mean {away[kept].mean():.1f}")
print(f"the {(~kept).sum()} it gave up: mean distance to the group's mean "
      f"{away[~kept].mean():.1f}")

# %% [markdown]
# All three see the groups. **What they cost:** a larger k works only while
# the outliers lie in one place. K-medians resists, but not for ever: its gaps
# grow with the distance too, only not squared.
#
# HDBSCAN gave up 6 points, and 4 of them were good ones, at the rims: 2.1 from
# the mean of their group, and the others 1.0. The 0.95 counts this noise as
# one more cluster. On the points it kept the ARI is 0.97.

# %% [markdown]
# ## Exercise 1: how far is far?
#
# At 40 the two points break K-Means, at 20 they do not. Between which two
# whole numbers does it begin? And why there?

# %% tags=["vary"]
def outliers_at(*distances):
    """Print what K-Means does when the outliers are so far away."""
    for far in distances:
        moved = np.vstack([good, [[far, 0], [far, 1]]])
        found = kmeans(moved, 3)
        print(f"{far}: WCSS {wcss(moved, found):.1f}, truth "
              f"{wcss(moved, truth):.1f}, smallest cluster "
              f"{min(np.bincount(found))}")


outliers_at(20, 40)  # narrow it down

# %% [markdown]
# <details><summary>The distance, and why</summary>
#
# Between 29 and 30. With a centroid of their own the outliers cost nearly
# nothing, and the two groups that share one cost the rest: 1577.9, however
# far the outliers are. Without it their squared distance counts. At 29 the
# truth costs 1524.3, which is less, and at 30 it costs 1620.9, which is more.
# The next cell shows it.
#
# </details>

# %%
outliers_at(29, 30)

# %% [markdown]
# ## Exhibit 7: rings
#
# A ring around a ring, 200 points each.
#
# **Predict first:** two rings have the same mean. So where can the two
# centroids go?

# %% alt="Three scatter plots of two rings, one inside the other. Left, the truth. Middle, K-Means: a straight line cuts both rings in half. Right, DBSCAN: as the truth."
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_circles

X, truth = make_circles(n_samples=400, factor=0.4, noise=0.06,
                        random_state=0)
axes = show(X, truth, {"K-Means": kmeans(X, 2),
                       "DBSCAN": DBSCAN(eps=0.2).fit_predict(X)})

# %% [markdown]
# The border between two centroids is a straight line, and no straight line
# parts a ring from what lies inside it. **The criterion failed**, and the
# silhouette prefers the wrong answer: 0.33 against 0.15. (The means of the
# rings lie on top of each other, so left and right you see only one disc.)
#
# [**DBSCAN**](GLOSSARY#dbscan) joins points that lie within `eps` of each
# other, starting only from points with at least 5 points that near (itself
# counted). What it cannot reach is noise, -1. **Spectral clustering** also
# follows neighbours; its `gamma` says how near they must be.
#
# **Predict first:** what if `eps` or `gamma` is wrong?

# %%
from sklearn.cluster import SpectralClustering

for eps in (0.1, 0.15, 0.2, 0.3, 0.4):
    found = DBSCAN(eps=eps).fit_predict(X)
    print(f"DBSCAN   eps {eps:5.2f}: {found.max() + 1:2} clusters, "
          f"{np.sum(found == -1):2} noise, "
          f"ARI {abs(adjusted_rand_score(truth, found)):.2f}")
for gamma in (1, 10, 20, 50):
    found = SpectralClustering(2, gamma=gamma,
                               random_state=0).fit_predict(X)
    print(f"spectral gamma {gamma:3}: ARI "
          f"{abs(adjusted_rand_score(truth, found)):.2f}")
found = HDBSCAN(copy=True).fit_predict(X)
print(f"HDBSCAN: ARI {adjusted_rand_score(truth, found):.2f}")

# %% [markdown]
# **What they cost:** a number that you must choose. With `eps` 0.15 the outer
# ring falls to pieces, with 0.4 the two rings are one. HDBSCAN tries every
# `eps`; what it asks for is the smallest size of a cluster.
#
# There are three more prices.
#
# **Predict first:** which of these methods can label a new point?

# %%
methods = {"K-Means": KMeans(2, n_init=10, random_state=42),
           "mixture": GaussianMixture(2, n_init=5, random_state=42),
           "DBSCAN": DBSCAN(eps=0.1),  # the 2000 points below lie closer
           "HDBSCAN": HDBSCAN(copy=True),
           "spectral": SpectralClustering(2, gamma=20, random_state=0)}
for name, method in methods.items():
    print(f"{name:9} has predict: {hasattr(method, 'predict')}")
print(f"all pairs of 100 000 points: {100_000 ** 2 * 8 / 1e9:.0f} GB")

# %% tags=["nbval-ignore-output"]
# Timings differ from run to run, so the tests do not compare them.
from timeit import timeit

print("time for 2000 points, as a multiple of that for 500")
for name, method in methods.items():
    few, many = (min(timeit(lambda: method.fit(X), number=1)
                     for _ in range(2)) for X in (
        make_circles(n, factor=0.4, noise=0.06, random_state=0)[0]
        for n in (500, 2000)))
    print(f"{name:9} {many / few:5.1f}")

# %% [markdown]
# Only K-Means and the mixture can label a new point without fitting again.
# And spectral clustering, as used here, fills a table of all pairs: 80 GB for
# 100 000 points.
#
# The times are for four times the points: 4 means time in proportion, 16 means
# one step for each pair. Below 4, fixed costs still dominate. Spectral
# clustering grows fastest. (Your times will differ.)

# %% [markdown]
# ## Exhibit 8: many columns
#
# Three clear groups in two columns. Now add columns of pure noise, each as
# wide as one group.
#
# **Predict first:** how many columns of noise does K-Means bear? And when it
# breaks, is it the search or the criterion?

# %%
from sklearn.metrics import pairwise_distances

X, truth = make_blobs(n_samples=300, centers=[[0, 0], [6, 0], [3, 5]],
                      random_state=0)
noise = np.random.default_rng(0).normal(size=(300, 1000))
same = truth[:, None] == truth
print("noise   far/near   ARI       WCSS      truth")
for extra in (0, 10, 100, 300, 1000):
    Z = np.hstack([X, noise[:, :extra]])
    D, found = pairwise_distances(Z), kmeans(Z, 3)
    print(f"{extra:5} {D[~same].mean() / D[same].mean():9.2f}"
          f"  {adjusted_rand_score(truth, found):5.2f}"
          f" {wcss(Z, found):10.1f} {wcss(Z, truth):10.1f}")

# %% [markdown]
# It bears 300 columns. With 1000 the ARI falls to 0.16.
#
# *far/near* shows what goes on: the mean distance between points of different
# groups, divided by that within a group. It falls from 3.36 to 1.02, so a
# single distance says hardly anything. The sum over all points still does: the
# truth has the lower WCSS. But a centroid that starts in the wrong place no
# longer feels which way to go. **The search failed.**
#
# Start it at the truth to be sure, or start more often. Or reduce the columns:
# [**PCA**](GLOSSARY#pca) keeps the directions in which the points spread most.
#
# **Predict first:** what if the noise spreads twice as wide?

# %%
from sklearn.decomposition import PCA

centers = [Z[truth == c].mean(axis=0) for c in range(3)]
from_truth = KMeans(3, init=centers, n_init=1).fit_predict(Z)
pca = PCA(2, svd_solver="full")
louder = np.hstack([X, 2 * noise])
other = KMeans(3, n_init=10, random_state=0).fit_predict(Z)
print(f"two seeds: ARI of one and the other "
      f"{adjusted_rand_score(kmeans(Z, 3), other):.2f}")
for name, found in (
        ("started at the truth", from_truth),
        ("50 starts", kmeans(Z, 3, 50)),
        ("PCA to 2 columns", kmeans(pca.fit_transform(Z), 3)),
        ("the same, noise x 2", kmeans(pca.fit_transform(louder), 3)),
        ("the right 2 columns", kmeans(louder[:, :2], 3))):
    print(f"{name:20} ARI {adjusted_rand_score(truth, found):.2f}")

# %% [markdown]
# From the truth, K-Means stays there: 1.00. That proves it, but in real life
# you cannot start there. What you can do: compare seeds (0.09: every start
# ends somewhere else), and start more often (50 starts: 0.33, still poor). PCA
# repairs most: 0.86.
#
# **What it costs:** PCA keeps what is wide, not what is grouped. When the
# noise is twice as wide, only 0.02 is left. And its columns are mixtures that
# are hard to name. Knowing which columns matter beats both.

# %% [markdown]
# ## Exhibit 9: categories as numbers
#
# A survey: six questions with five answers each, stored as codes 0 to 4 (0
# tea, 1 coffee, ...). Three kinds of people have their favourite answers. A
# colleague uses other codes for the same answers.
#
# **Predict first:** will the two of you find the same clusters?

# %%
rng = np.random.default_rng(1)
truth = np.repeat([0, 1, 2], 100)
favourite = np.array([rng.permutation(5)[:3] for _ in range(6)]).T
answers = np.where(rng.random((300, 6)) < 0.7, favourite[truth],
                   rng.integers(0, 5, (300, 6)))
recoded = np.array([3, 0, 4, 1, 2])[answers]  # 0 becomes 3, and so on

yours, theirs = kmeans(answers, 3), kmeans(recoded, 3)
measure(answers, truth, {"your codes": yours})
measure(recoded, truth, {"their codes": theirs})
print(f"you and your colleague: ARI "
      f"{adjusted_rand_score(yours, theirs):.2f}")

# %% [markdown]
# Same people, same answers, and the two clusterings hardly agree: 0.34. For
# K-Means tea (0) is near coffee (1) and far from code 4, and that is made up.
# **The criterion failed.**
#
# Two repairs. **One-hot**: every answer gets a column of its own, 0 or 1.
# **K-modes**: the middle is the most frequent answer, the distance counts
# the answers that differ. `k_middles` can do it.
#
# **Predict first:** will they depend on the codes?

# %%
from sklearn.preprocessing import OneHotEncoder


def k_modes(X, k):
    return k_middles(X, k, np.not_equal, lambda members: [
        np.bincount(column).argmax() for column in members.T])


for name, codes in (("your codes", answers), ("their codes", recoded)):
    one_hot = OneHotEncoder(sparse_output=False).fit_transform(codes)
    print(f"{name:12} one-hot {one_hot.shape[1]} columns, ARI "
          f"{adjusted_rand_score(truth, kmeans(one_hot, 3)):.2f}; k-modes "
          f"ARI {adjusted_rand_score(truth, k_modes(codes, 3)):.2f}")

# %% [markdown]
# Both find nearly everything, 0.97, with either code. **What they cost:** six
# columns become 30, and with a thousand answers they would be thousands:
# exhibit 8 again. A one-hot centroid is a share (0.7 tea), not a person. And
# k-modes has ties: when two answers are equally frequent, our `argmax` takes
# the lower code, so the codes can come in by the back door.

# %% [markdown]
# ## Exhibit 10: no groups at all
#
# The even square and the bell of notebook 02 have no groups. K-Means cuts
# them into tidy pieces all the same. So compare its silhouette with what
# you would get *without* groups: in 10 boxes of the same size, filled evenly.
#
# A second judge: the [**BIC**](GLOSSARY#bic) of a mixture, its misfit plus a
# fine for every number it learns. Lower is better, and it can say k = 1.

# %%
def boxes_like(X):
    """Ten evenly filled boxes, as long and as wide as X."""
    Z = PCA(svd_solver="full").fit_transform(X)  # turned: tighter boxes
    return np.random.default_rng(0).uniform(
        Z.min(axis=0), Z.max(axis=0), size=(10, *Z.shape))


def checkup(X):
    """Print silhouette, silhouettes without groups, and BIC for each k."""
    boxes = boxes_like(X)
    print("k  silhouette  without groups      BIC")
    for k in range(1, 7):
        scores = " " * 27  # there is no silhouette for k = 1
        if k > 1:
            mine, *empty = [silhouette_score(points, kmeans(points, k, 3))
                            for points in (X, *boxes)]
            scores = f"{mine:11.3f}{min(empty):7.3f} to {max(empty):.3f}"
        model = GaussianMixture(k, n_init=3, random_state=42).fit(X)
        print(k, scores, f"{model.bic(X):8.0f}")


# %% [markdown]
# **Predict first:** for which of the three is the silhouette above all boxes?
# Where is the BIC lowest?

# %%
even = np.random.default_rng(42).uniform(size=(200, 2))
bell = np.random.default_rng(42).normal(size=(200, 2))
for name, points in (("the blobs", get_sample_blobs_data()),
                     ("the even square", even), ("the bell", bell)):
    print(name)
    checkup(points)

# %% [markdown]
# The blobs: at k = 3 the silhouette is 0.592 where the boxes reach 0.419, and
# the BIC is lowest there, if only just. The bell: below its boxes for every k,
# and the BIC is lowest at 1. So: no groups. **The repair is to say so.**
#
# **What it costs:** each judge has a belief. The BIC believes in bells and
# gives the even square two, because one bell fits it badly. The boxes judge
# it right: its silhouette lies among theirs, or a hair above (k = 5: 0.414
# over 0.410). The blobs stand out by far more. Ask both, and ask *how far*
# above.

# %% [markdown]
# ## Where no placing helps
#
# In some exhibits a better placing of the centroids would do, in others none
# does. Try it with your own hands: choose a preset, drag the centroids, step.
#
# **Predict first:** which presets can K-Means not solve, however you place the
# centroids?

# %% alt="Two rings, one inside the other, with two centroids. Their border is a straight line and cuts both rings."
from kmeans_lab.playground import Playground

Playground(preset="rings", n_clusters=2)

# %% [markdown]
# <details><summary>Which ones?</summary>
#
# The rings and the moons. Between two centroids runs a straight line, and no
# straight line parts them. Uneven sizes, with k = 3: put the centroids in the
# true middles and step; the small clusters take points of the large one, as in
# exhibit 4. The far outlier can be solved by placing: start in the two groups.
# Of the customers nobody knows the truth.
#
# </details>

# %% [markdown]
# ## Should I use K-Means here?
#
# Ask in this order. Most "no"s tell you what to repair. One is an answer in
# itself: no groups.
#
# | question | how to see it | if not |
# | --- | --- | --- |
# | Do differences and means of the columns make sense? | read what each column is; codes and IDs do not count | one-hot, k-modes; leave IDs out |
# | Do the columns count as much as they should? | the spread of each, `describe()` | scale, on purpose |
# | Do several starts agree? | the ARI between seeds | more starts, or fewer columns |
# | Are all points near the others? | smallest and largest values; a cluster of two points | look at them; k-medians, HDBSCAN |
# | Few columns, or many rows for each? | `X.shape`; do ten starts agree? | choose columns, PCA |
# | Are there groups at all? | silhouette against boxes without groups; BIC at k = 1 | say so, and stop |
# | Are the groups round and equally wide? | pictures of pairs of columns; each cluster's spread | Gaussian mixture |
# | Are they of similar size? | sizes; small, far groups sharing a cluster | mixture; larger k, then join |
# | Can straight lines part them? | a picture; DBSCAN finds something else | DBSCAN, HDBSCAN, spectral |
#
# All yes: use it. It is fast, simple to explain, and labels new points.

# %% [markdown]
# ## Exercise 2: judge the members of a gym
#
# Nobody tells you how these 400 rows were made. (They are made up, that much
# is known.) You may use everything from this notebook.
#
# **Predict first:** what will you do before anything else?

# %% alt="Three scatter plots of the 400 members. In each of them there are four clouds; where income is drawn they touch."
import matplotlib.pyplot as plt
from kmeans_lab.datasets import get_unknown_data


def plot_pairs(table):
    """Every two columns of a table of three."""
    fig, axes = plt.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
    for ax, (i, j) in zip(axes, [(0, 1), (0, 2), (1, 2)]):
        ax.scatter(table.iloc[:, i], table.iloc[:, j], color="0.4", s=10)
        ax.set(xlabel=table.columns[i], ylabel=table.columns[j])


members = get_unknown_data("A")
print(members.describe().loc[["mean", "std", "min", "max"]].round(1))
plot_pairs(members)

# %% [markdown]
# Write down your verdict: K-Means or not? With which k? What must be done
# first? Then let `checkup` speak.

# %%
print("as they are")
checkup(members.to_numpy())
print("scaled")
checkup(StandardScaler().fit_transform(members))

# %% [markdown]
# Do you stay with your verdict?
#
# <details><summary>The truth</summary>
#
# Four kinds of members. The pictures show them, for a picture scales its axes.
# K-Means does not: as they are, the income decides alone, and k = 2 looks
# excellent, 0.723 and above every box. That is a trap. Scaled, k = 4 has 0.715
# where the boxes reach 0.300, and the BIC is lowest there too.
#
# The BIC on the raw table says 5. A mixture can learn the units, but its
# search starts from K-Means, which sees income only, and gets stuck. Scale for
# the mixture, too.
#
# So: **yes, after scaling, with k = 4.** The next cell shows it.
#
# </details>

# %%
members, truth = get_unknown_data("A", return_labels=True)
scaled = StandardScaler().fit_transform(members)
for name, Z, k in (("raw, k = 2", members, 2), ("raw, k = 4", members, 4),
                   ("scaled, k = 4", scaled, 4)):
    print(f"{name:14} ARI "
          f"{adjusted_rand_score(truth, kmeans(Z, k)):.2f}")

# %% [markdown]
# ## Exercise 3: judge the leaves of a park
#
# How many kinds of trees did these 400 leaves fall from?

# %% alt="Three scatter plots of the 400 leaves, each a single long cloud rising from bottom left to top right."
leaves = get_unknown_data("B")
print(leaves.describe().loc[["mean", "std", "min", "max"]].round(1))
plot_pairs(leaves)

# %% [markdown]
# Write down your verdict. Then let `checkup` speak.

# %%
checkup(StandardScaler().fit_transform(leaves))

# %% [markdown]
# Do you stay with your verdict?
#
# <details><summary>The truth</summary>
#
# One kind of tree: every row comes from the same long cloud, for a long leaf
# is wide and heavy too. The silhouette of 0.465 at k = 2 looks decent, but
# boxes without groups have 0.538 to 0.577. The BIC is lowest at k = 1.
#
# (For larger k it draws level with the boxes, and at k = 6 it is above all
# ten, 0.318 over 0.315. The boxes are filled evenly and the cloud is not, so
# small differences mean nothing. Groups look like 0.715 over 0.300.)
#
# So: **no.** K-Means would cut one cloud into small and large leaves. You may
# want such sizes, as for shirts. But then *you* made them.
#
# </details>

# %% [markdown]
# ## What to remember
#
# - K-Means never says that it failed. You have to ask.
# - WCSS above the truth's: the search failed: more starts, or fewer columns.
#   Below it: the criterion failed: change the data, the distance or the
#   method.
# - Without the truth, compare seeds: they betray a failed search, not a failed
#   criterion.
# - It suits round groups of similar spread and size, in few columns that may
#   be compared, without outliers.
# - The silhouette shares many mistakes of K-Means: wrong in exhibits 2, 3, 4,
#   7 and 9. It noticed the stuck start, the unequal sizes and the outliers.
# - Every repair has a price: numbers to choose, time, or a belief about the
#   groups.
# - "There are no groups" is a result.

# %% [markdown]
# ## Where next
#
# Here the data were to blame. Next it is the program:
# [08 Debugging clinic](08_debugging_clinic.ipynb).
#
# To read: C. Hennig, [What are the true
# clusters?](https://doi.org/10.1016/j.patrec.2015.04.009), 2015, before all
# others. On the methods: A. Dempster, N. Laird and D. Rubin on
# [mixtures](https://doi.org/10.1111/j.2517-6161.1977.tb01600.x), 1977;
# E. Schubert and others on
# [DBSCAN](https://doi.org/10.1145/3068335), 2017; R. Campello and others on
# [HDBSCAN](https://doi.org/10.1007/978-3-642-37456-2_14), 2013; U. von Luxburg
# on [spectral
# clustering](https://doi.org/10.1007/s11222-007-9033-z), 2007; Z. Huang on
# [k-modes](https://doi.org/10.1023/A:1009769707641), 1998.
#
# On the judges: G. Schwarz on the
# [BIC](https://doi.org/10.1214/aos/1176344136), 1978; R. Tibshirani and others
# on [comparing with boxes](https://doi.org/10.1111/1467-9868.00293), 2001.
# And K. Beyer and others ask when [a nearest neighbour means
# anything](https://doi.org/10.1007/3-540-49257-7_15), 1999.
