# %% [markdown]
# # Your class on trial
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/05_your_class_on_trial.ipynb)
#
# After this notebook you can
#
# - go through a run of K-Means step by step, and say what each step changed,
# - use a class as an argument, to choose k and to cluster real customers,
# - check whether two programs do the same: same start, same result,
# - say what a seed fixes, and what greedy k-means++ adds.
#
# **Time:** 50 minutes. **Know first:** the steps of K-Means.
# **Before this:** [04 K-Means from scratch](04_kmeans_from_scratch.ipynb).
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## Five steps by hand
#
# `MyKMeans` is the package's class: the algorithm you wrote, made for use.
# It lets you stop after every step. `initialize` places the first
# [centroids](GLOSSARY#centroid) and labels the points. Each
# `recompute_centroids` moves the centroids and labels the points anew.

# %%
import numpy as np

from kmeans_lab import MyKMeans, get_sample_blobs_data

X = get_sample_blobs_data()
start = np.array([[-1.051128, -1.050294],
                  [2.263181, 0.477755],
                  [0.337712, 0.141265]])
model = MyKMeans(n_clusters=3, init=start)
model.initialize(X)
print("sizes:", np.bincount(model.labels_), f"inertia: {model.inertia_:.6f}")

# %% alt="The blobs labelled by the three starting centroids: 67 points at the bottom left, 27 at the far right, and 106 points of two groups in the middle."
from kmeans_lab import plot_clusters

ax = plot_clusters(3, model.cluster_centers_, X, model.labels_, "The start",
                   "feature 1", "feature 2")

# %% [markdown]
# Centroid 2 has points of two groups, centroid 1 too few of its own.
#
# **Predict first:** take one step. Which of the three clusters will grow?

# %%
before = model.labels_
model.recompute_centroids(X)
print("sizes:", np.bincount(model.labels_), f"inertia: {model.inertia_:.6f}")
print("points that changed cluster:", np.sum(model.labels_ != before))

# %% [markdown]
# Cluster 1 grows. A step lowers the [inertia](GLOSSARY#inertia) twice: once
# when the centroids move and the [labels](GLOSSARY#label) are still the old
# ones, and once more when the points are labelled anew. Start again, and write
# down both, for five steps.
#
# **Predict first:** after how many steps will nothing change any more?

# %%
from kmeans_lab.steps import inertia

model.initialize(X)
panels = [("start", model.cluster_centers_, model.labels_)]
for step in range(1, 6):
    before = model.labels_
    model.recompute_centroids(X)
    moved = inertia(X, before, model.cluster_centers_)
    print(f"step {step}: moved {moved:10.6f}, "
          f"labelled anew {model.inertia_:9.6f}, "
          f"{np.sum(model.labels_ != before):2} points changed")
    panels.append((f"step {step}", model.cluster_centers_, model.labels_))

# %% alt="Six scatter plots: the start and five steps. Cluster 1 grows from the right into the right group, centroid 2 moves up into the top group, cluster 0 at the bottom left stays. After step 3 the pictures hardly differ."
from kmeans_lab.plotting import plot_cluster_grid

axes = plot_cluster_grid(X, panels, "Five steps by hand", "feature 1",
                         "feature 2")

# %% [markdown]
# Step 4 moves the centroids, but no point changes its cluster. So step 5
# finds the same means again. That is what [*converged*](GLOSSARY#convergence)
# means.
#
# `fit` does all of it in one call. With `visualize=True` it shows the run in
# the step player, half-step by half-step.

# %%
model = MyKMeans(n_clusters=3, init=start).fit(X, visualize=True)
print(f"{model.n_iter_} rounds, inertia {model.inertia_:.6f}")

# %% [markdown]
# ## The class as an argument
#
# In notebook 02, `get_inertia_list` was given scikit-learn's class. Now it is
# given `MyKMeans`.
#
# **Predict first:** will the ten values be scikit-learn's, to the six decimals
# printed? (The function gives every model the [seed](GLOSSARY#random-state)
# 42.)

# %%
from kmeans_lab import get_elbow, get_inertia_list

wcss = get_inertia_list(X, 1, 10, MyKMeans, init="k-means++")
print(wcss.round(6))
print("elbow:", get_elbow(wcss, 10))

# %% alt="The WCSS of the blobs over k from 1 to 10. It falls steeply to k = 3, where the elbow is marked, and slowly from there on."
from kmeans_lab import plot_inertia

ax = plot_inertia(wcss, 10, title="The blobs, with MyKMeans",
                  elbow=get_elbow(wcss, 10))

# %% [markdown]
# They are, all ten of them: compare with notebook 02. You will see why
# further down. Fit at the [elbow](GLOSSARY#elbow), look, and test two new
# points.

# %% alt="The three clusters of the blobs found by MyKMeans: right, bottom left and top."
model = MyKMeans(n_clusters=3, init="k-means++", random_state=42).fit(X)
print("sizes:", np.bincount(model.labels_), f"inertia: {model.inertia_:.6f}")
print("new points:", model.predict([[1, 0.5], [-1, -1.5]]))
ax = plot_clusters(3, model.cluster_centers_, X, model.labels_,
                   "The blobs, with MyKMeans", "feature 1", "feature 2")

# %% [markdown]
# ## Real customers
#
# The same story on the Mall_Customers table of notebook 03: annual income
# and spending score of 200 customers.

# %%
from kmeans_lab import load_mall_customers

columns = ["Annual Income (k$)", "Spending Score (1-100)"]
customers = load_mall_customers()[columns].to_numpy()
wcss = get_inertia_list(customers, 1, 10, MyKMeans, init="k-means++")
print(wcss.round(6))
print("elbow:", get_elbow(wcss, 10))

# %% alt="The WCSS of the customers over k from 1 to 10. It falls to k = 5, where the elbow is marked, and more slowly from there on."
ax = plot_inertia(wcss, 10, title="The customers, with MyKMeans",
                  elbow=get_elbow(wcss, 10))

# %% alt="The five clusters of customers: a large one in the middle, and one in each corner: low or high income with low or high spending."
mall = MyKMeans(n_clusters=5, init="k-means++", random_state=42)
mall.fit(customers)
print("sizes:", np.bincount(mall.labels_), "rounds:", mall.n_iter_,
      f"inertia: {mall.inertia_:.6f}")
print(mall.cluster_centers_.round(6))
print("new customers:", mall.predict([[70, 60], [100, 60]]))
ax = plot_clusters(5, mall.cluster_centers_, customers, mall.labels_,
                   "The customers, with MyKMeans", *columns)

# %% [markdown]
# Elbow 5, five segments, the same sizes and centres. Nothing in this notebook
# has called scikit-learn's KMeans yet.

# %% [markdown]
# ## Exercise 1: bring your class
#
# Copy the functions you wrote in [04](04_kmeans_from_scratch.ipynb), and your
# class, into this cell. (What you leave out is taken from the package.)

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution
from kmeans_lab.steps import (assign_labels, inertia, init_kmeans_plusplus,
                              init_random, lloyd, recompute_centroids,
                              squared_distances, weighted_choice)


class MyKMeans:
    """K-Means, with the functions above: yours, from notebook 04."""

    def __init__(self, n_clusters=8, init="random", max_iter=300, tol=1e-4,
                 random_state=None):
        ...

    def fit(self, X):
        ...

    def predict(self, X):
        ...

    def fit_predict(self, X):
        ...


MyKMeans = check(MyKMeans)

# %% [markdown]
# ## Equal from the same start
#
# If two programs do the same thing, they must give the same result from the
# same [start](GLOSSARY#start). One run cannot prove it, but one difference
# would refute it. Hand scikit-learn the starting centroids, and your class the
# same ones.
#
# **Predict first:** how large will the largest difference between the
# centroids be? Exactly 0?

# %%
from sklearn.cluster import KMeans

theirs = KMeans(n_clusters=3, init=start, n_init=1).fit(X)
yours = MyKMeans(n_clusters=3, init=start).fit(X)
gap = np.abs(yours.cluster_centers_ - theirs.cluster_centers_).max()
print("labels equal:          ", np.array_equal(yours.labels_,
                                                theirs.labels_))
print("centroids within 1e-10:", bool(gap < 1e-10))
print("rounds:", yours.n_iter_, "and", theirs.n_iter_)

# %% [markdown]
# Equal, but perhaps not to the last bit. A sum of the same numbers in another
# order can differ in its sixteenth digit. So compare floats with a tolerance,
# and labels exactly.

# %% [markdown]
# ## Equal from the same seed
#
# Now a harder question. You give no start, only a seed. Can two programs
# draw the same start?
#
# They can, if they use the same random generator and draw the same things
# from it in the same order. The package's class does: it draws what
# scikit-learn draws.

# %%
from kmeans_lab import MyKMeans as PackageKMeans


def same_result(data, k, seed):
    a = PackageKMeans(k, init="k-means++", random_state=seed).fit(data)
    b = KMeans(k, init="k-means++", random_state=seed).fit(data)
    return (np.array_equal(a.labels_, b.labels_) and a.n_iter_ == b.n_iter_
            and np.allclose(a.cluster_centers_, b.cluster_centers_,
                            rtol=1e-10))


# %% [markdown]
# **Predict first:** for k from 1 to 10 and ten seeds each, on two data sets:
# in how many of the 200 cases are labels, rounds and centroids equal?

# %%
for name, data in (("blobs", X), ("customers", customers)):
    equal = [same_result(data, k, seed)
             for k in range(1, 11) for seed in range(10)]
    print(f"{name:9} equal: {sum(equal)} of {len(equal)}")

# %% [markdown]
# All. And yours? From the same seed it will draw another start. Not because
# it is wrong: it draws other random numbers, or in another order. **A seed
# repeats a program. It does not compare two programs.**
#
# ## Exercise 2: try to break it
#
# Look for data, `k` and seed where `same_result` says False. Small whole
# numbers with many ties are a good place.

# %% tags=["vary"]
k, seed = 4, 0
grid = np.array([[i, j] for i in range(5) for j in range(5)])

print(same_result(grid, k, seed))

# %% [markdown]
# <details><summary>What can you find?</summary>
#
# Perhaps nothing. If you do find a case, look for a point *exactly* half-way
# between two centroids: there the last bit of a rounding decides, and the two
# programs may round differently. Then neither answer is wrong.
#
# </details>

# %% [markdown]
# ## Who finds the best clusters?
#
# The lowest [WCSS](GLOSSARY#wcss) known for five clusters of customers is
# 44448.46. Not every start gets there. Compare three ways to start, 200 seeds
# each:
#
# - at random,
# - with [k-means++](GLOSSARY#k-means-start) as you wrote it,
# - with scikit-learn's k-means++, which is **greedy**: at every step it draws
#   a few candidates and keeps the one that lowers the cost most.
#
# **Predict first:** which wins, and by how much?

# %%
from kmeans_lab.steps import init_kmeans_plusplus, init_random


def reaches_best(model):
    return model.fit(customers).inertia_ < 44_449


for init in (init_random, init_kmeans_plusplus):
    starts = [init(customers, 5, np.random.default_rng(seed))
              for seed in range(200)]
    print(f"{init.__name__:22}", sum(reaches_best(
        PackageKMeans(5, init=first)) for first in starts), "of 200")
print(f"{'scikit-learn, greedy':22}", sum(reaches_best(
    KMeans(5, n_init=1, random_state=seed)) for seed in range(200)),
    "of 200")

# %% [markdown]
# On these customers greedy is best; plain k-means++ is hardly better than a
# random start. So when scikit-learn beats a class written by hand, suspect the
# start before the steps.
#
# Even so, about half of its single runs miss the best. Start several times
# (`n_init=10`), and keep the best.

# %% [markdown]
# ## What to remember
#
# - Every step lowers the inertia, until nothing changes.
# - Same start, same result: that is how to compare two programs.
# - A seed repeats one program. It does not compare two.
# - Compare floats with a tolerance, labels exactly.
# - The start decides how good the end is: greedy k-means++, several starts.

# %% [markdown]
# ## Where next
#
# The label step is where K-Means spends its time. How fast can it be? See
# [06 Labelling speed](06_labelling_speed.ipynb).
#
# To read: D. Arthur and S. Vassilvitskii, [k-means++: the advantages of
# careful seeding](https://dl.acm.org/doi/10.5555/1283383.1283494), 2007. The
# greedy variant is mentioned at its end.
