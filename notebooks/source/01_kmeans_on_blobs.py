# %% [markdown]
# # K-Means on blobs
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/01_kmeans_on_blobs.ipynb)
#
# After this notebook you can
#
# - fit scikit-learn's `KMeans` and read everything it found,
# - say what inertia is, and compute it yourself,
# - compare two clusterings although their labels are numbered differently,
# - label a new point without the mistake that most people make first.
#
# **Time:** 35 minutes. **Know first:** how to index a NumPy array.
# **Before this:** [00 Start here](00_start_here.ipynb).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## The data
#
# You need points whose groups you can see, so that you can judge what the
# computer finds. The package makes 200 of them. Each row is a point, each
# column is a [feature](GLOSSARY#feature), something measured about it.

# %%
from kmeans_lab import get_sample_blobs_data

X = get_sample_blobs_data()
print(X.shape)
print(X[:3].round(6))

# %% [markdown]
# Three rows tell you little. A picture tells you more.
#
# **Predict first:** how many groups will you see, and will there be points
# that could belong to either of two?

# %% alt="Scatter plot of 200 grey points. They form three round groups: top, right and bottom left. The top and the right group touch."
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.scatter(X[:, 0], X[:, 1], color="0.4", s=20)
_ = ax.set(title="200 points", xlabel="feature 1", ylabel="feature 2")

# %% [markdown]
# You grouped them at a glance. Nobody told you the groups: you went by what
# lies close together. That is **clustering**, and the computer has to do it
# with numbers alone.
#
# Both columns have mean 0 and standard deviation 1. They were made so, and
# further down that becomes important.

# %%
print("mean:              ", abs(X.mean(axis=0).round(6)))
print("standard deviation:", X.std(axis=0).round(6))

# %% [markdown]
# ## Fit
#
# K-Means looks for `k` [**centroids**](GLOSSARY#centroid): points that stand
# for the middle of a group. It starts somewhere and repeats two steps:
#
# 1. **label** every point with its nearest centroid,
# 2. **move** every centroid to the mean of its points,
#
# until the centroids hardly move. You will write this yourself in
# [04](04_kmeans_from_scratch.ipynb). Here you use it.

# %%
from sklearn.cluster import KMeans

model = KMeans(n_clusters=3, init="k-means++", n_init="auto", max_iter=100,
               random_state=42)
model = model.fit(X)

# %% [markdown]
# What you asked for:
#
# | argument | meaning |
# | --- | --- |
# | `n_clusters=3` | the number of centroids, `k`. K-Means never guesses it |
# | `init="k-means++"` | draws the starting centroids, most likely far apart |
# | `n_init="auto"` | how many starts; here one, since k-means++ starts well |
# | `max_iter=100` | stop after so many rounds, done or not |
# | `random_state=42` | the seed: the same number gives the same start again |

# %% [markdown]
# ## Read what it found
#
# After `fit` the [model](GLOSSARY#estimator) has four attributes worth
# knowing. Their names end in an underscore: scikit-learn's sign for "learned
# from the data".
#
# **Predict first:** `cluster_centers_` is an array. What is its shape?

# %%
print(model.cluster_centers_.round(6))

# %% [markdown]
# Three centroids, two features: shape `(3, 2)`. Row 0 is the centroid of
# cluster 0, and so on.
#
# The [labels](GLOSSARY#label) say which cluster every point went to. Count
# them to get the sizes.

# %%
import numpy as np

print("first ten labels:", model.labels_[:10])
print("cluster sizes:   ", np.bincount(model.labels_))

# %% [markdown]
# Now look at both together. Every cluster has a colour *and* a shape, and
# the white discs are the centroids.

# %% alt="Scatter plot of the three clusters. Cluster 0, blue circles, is the right group; cluster 1, orange triangles, bottom left; cluster 2, green squares, top. A numbered white disc marks the middle of each."
from kmeans_lab import plot_clusters

ax = plot_clusters(3, model.cluster_centers_, X, model.labels_,
                   "What KMeans found", "feature 1", "feature 2")

# %% [markdown]
# The last two attributes say how good the result is and what it took.

# %%
print(f"inertia: {model.inertia_:.6f}")
print("rounds: ", model.n_iter_)

# %% [markdown]
# **Inertia** is the sum, over all points, of the *squared* distance to their
# centroid. People also call it the within-cluster sum of squares,
# [**WCSS**](GLOSSARY#wcss). Smaller is tighter. K-Means tries to make this one
# number small, and knows nothing else about good clusters.

# %% [markdown]
# ## Exercise 1: compute the inertia
#
# Write it yourself, from the points, the labels and the centroids.
#
# **Think first:** what is the shape of `centroids[labels]`?
#
# <details><summary>A nudge</summary>
#
# `centroids[labels]` has one row for every point: the centroid that the point
# belongs to. Its shape is that of `X`.
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution


def inertia(X, labels, centroids):
    """Sum the squared distances of the points to their own centroid.

    X is (n, d), labels is (n,) and counts from 0, centroids is (k, d). X and
    centroids may hold integers (int64), and a cluster may have no points.
    Return one number with all its digits. Do it without scikit-learn, and
    change nothing given.
    """
    ...


inertia = check(inertia)

# %% [markdown]
# Your function against scikit-learn. (Until you have written it, the
# package's own version stands in.)

# %%
mine = inertia(X, model.labels_, model.cluster_centers_)
print(f"by hand:      {mine:.6f}")
print(f"scikit-learn: {model.inertia_:.6f}")

# %% [markdown]
# ## Label numbers mean nothing
#
# Fit again with another [seed](GLOSSARY#random-state). The start is different,
# the groups in this data are not.
#
# **Predict first:** for how many of the 200 points will the two models give
# the same label?

# %%
again = KMeans(n_clusters=3, n_init=1, random_state=5).fit(X)
same = np.sum(again.labels_ == model.labels_)
print("same label:   ", same, "of 200 points")
print(f"inertia again: {again.inertia_:.6f}")

# %% [markdown]
# Not one label agrees, and yet the inertia is the same to the last digit
# shown. Put the two side by side.

# %% alt="Two scatter plots of the same three clusters. The groups are equal, their numbers, colours and shapes are not."
from kmeans_lab.plotting import plot_cluster_grid

axes = plot_cluster_grid(
    X, [(f"seed {seed}", m.cluster_centers_, m.labels_)
        for seed, m in ((42, model), (5, again))],
    x_label="feature 1", y_label="feature 2")

# %% [markdown]
# The groups are the same; only their numbers are swapped. **A label is a
# name, not a quantity.** Never compare labels with `==`.
#
# The **adjusted Rand index**, [ARI](GLOSSARY#ari), compares groupings the
# right way: it asks of every *pair* of points whether both groupings treat it
# alike: together, or apart. It is 1 for equal groupings and about 0 for
# unrelated ones.

# %%
from sklearn.metrics import adjusted_rand_score

print(f"ARI of the two models: "
      f"{adjusted_rand_score(model.labels_, again.labels_):.3f}")

# %% [markdown]
# These blobs were drawn from three known groups. In real life you would not
# have this truth. Here you can ask how much of it K-Means recovered, without
# ever having seen it.

# %%
X, y, scaler = get_sample_blobs_data(return_labels=True, return_scaler=True)
print(f"ARI against the truth: "
      f"{adjusted_rand_score(y, model.labels_):.3f}")

# %% [markdown]
# Nearly 1. A few points were drawn so far from the middle of their own group
# that the centroid of another group is nearer.

# %% [markdown]
# ## Label new points
#
# `predict` gives a new point the number of its nearest centroid. Nothing is
# learned anew.
#
# **Predict first:** look at the picture of the clusters. Which labels will
# the points (1, 0.5) and (-1, -1.5) get?

# %%
print(model.predict([[1, 0.5], [-1, -1.5]]))

# %% [markdown]
# ## The scaler is needed again
#
# The model was fitted on [*scaled*](GLOSSARY#standardise) points. Its
# centroids live on that scale. A new point arrives raw, as it was measured.
# Here is one raw point, and the same point as the model knows it.

# %%
raw = scaler.inverse_transform(X)
print("raw:   ", raw[0].round(6))
print("scaled:", scaler.transform(raw[:1])[0].round(6))

# %% [markdown]
# **Predict first:** somebody forgets the scaler and calls `predict` on the
# raw points. Will Python complain? Will the labels be right?

# %%
forgot = model.predict(raw)
right = model.predict(scaler.transform(raw))
wrong = forgot != right
print("wrong labels:", wrong.sum(), "of", len(raw),
      f"({wrong.mean():.0%})")

# %% [markdown]
# No complaint, and 5 % of the points are in the wrong cluster. On other data
# it can be many more. A silent mistake is the worst kind.
#
# The remedy is a habit: keep the scaler and the model together. A pipeline
# does that for you.

# %%
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

pipeline = make_pipeline(
    StandardScaler(), KMeans(n_clusters=3, n_init=1, random_state=42))
pipeline.fit(raw)
print("ARI with the first model:",
      f"{adjusted_rand_score(model.labels_, pipeline.predict(raw)):.3f}")

# %% [markdown]
# ## Exercise 2: find a start that ends badly
#
# With `init="random"` the starting centroids are any three points. Change
# `seed` and run the cell again, until the inertia is more than twice as
# large as above. Then look at its picture: what went wrong?

# %% alt="Scatter plot of three clusters found from a random start." tags=["vary"]
seed = 1  # try 2, 3, 4, ...

trial = KMeans(n_clusters=3, init="random", n_init=1,
               random_state=seed).fit(X)
print(f"seed {seed}: inertia {trial.inertia_:.6f}")
ax = plot_clusters(3, trial.cluster_centers_, X, trial.labels_,
                   f"random start, seed {seed}", "feature 1", "feature 2")

# %% [markdown]
# **Predict first:** of 100 random starts, how many end badly? And of 100
# starts with [k-means++](GLOSSARY#k-means-start)?

# %%
for init in ("random", "k-means++"):
    ends = [KMeans(3, init=init, n_init=1, random_state=seed).fit(X).inertia_
            for seed in range(100)]
    bad = sum(end > 100 for end in ends)  # a good end has 74.58
    print(f"{init:10} bad: {bad:2} of 100, "
          f"best {min(ends):.6f}, worst {max(ends):.6f}")

# %% [markdown]
# <details><summary>What went wrong in the bad ones?</summary>
#
# Two centroids ended in one group, and the third has to serve two groups at
# once. Each centroid *is* the mean of its points, so no step makes the
# inertia smaller, and K-Means stops. It found a [**local
# minimum**](GLOSSARY#local-minimum).
#
# Two remedies: a better start (`init="k-means++"`) and more starts
# (`n_init=10` keeps the best of ten).
#
# The next cell shows such an end.
#
# </details>

# %% alt="Scatter plot of a bad end. Clusters 1 and 2, orange triangles and green squares, share the group at the bottom left. Cluster 0, blue circles, holds the two other groups."
bad_end = KMeans(n_clusters=3, init="random", n_init=1,
                 random_state=2).fit(X)
print(f"seed 2: inertia {bad_end.inertia_:.6f}")
ax = plot_clusters(3, bad_end.cluster_centers_, X, bad_end.labels_,
                   "A bad end: seed 2", "feature 1", "feature 2")

# %% [markdown]
# ## What to remember
#
# - K-Means repeats: label every point with its nearest centroid, move every
#   centroid to the mean of its points.
# - Inertia (WCSS) is the sum of the squared distances of all points to their
#   own centroids. It is all that K-Means makes small.
# - Label numbers are names. Compare groupings with the ARI.
# - A new point must go through the same scaler as the data.
# - A bad start can end badly. Use k-means++, and more than one start.

# %% [markdown]
# ## Where next
#
# You knew that there are three groups. What if you don't? Go on with
# [02 Choosing k](02_choosing_k.ipynb).
#
# To read: S. Lloyd, [Least squares quantization in
# PCM](https://doi.org/10.1109/TIT.1982.1056489), 1982, for the two steps;
# D. Arthur and S. Vassilvitskii, [k-means++: the advantages of careful
# seeding](https://dl.acm.org/doi/10.5555/1283383.1283494), 2007, for the
# start.
