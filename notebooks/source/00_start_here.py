# %% [markdown]
# # Start here
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/00_start_here.ipynb)
#
# After this notebook you can
#
# - say what clustering is, and what it is not,
# - describe the two steps of K-Means, and watch them work,
# - make K-Means fail, on purpose,
# - find your way through the series.
#
# **Time:** 20 minutes. **Know first:** a little Python. Nothing about machine
# learning.

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## How to read a notebook
#
# A notebook is a text with programs in it. The grey boxes are **code cells**.
# Click into one and press Shift and Enter together: it runs, and its result
# appears below.
#
# Run the cells from top to bottom. You can change any of them and run it
# again. You cannot break anything.
#
# What your cells have made is kept by the **kernel**, the program behind the
# notebook. After a break it may have been restarted, and then knows nothing of
# it: click where you were and choose *Run > Run All Above Selected Cell* (in
# Colab, *Runtime > Run before*).

# %%
2 + 3

# %% [markdown]
# You will often read **Predict first**. Stop there, and say your answer
# before you run the cell. A guess that turns out wrong teaches you more than
# a result you only nod at.
#
# The results are stored in the notebook, so you may see one before you guess.
# To hide them all, choose *Edit > Clear Outputs of All Cells* in JupyterLab or
# Jupyter Notebook, *Edit > Clear all outputs* in Colab. Running a cell brings
# its result back.
#
# **Predict first:** what will this cell print?

# %%
print([10, 20, 30][1])

# %% [markdown]
# 20: Python counts from 0, so `[1]` is the second element. Clusters are
# counted from 0, too.

# %% [markdown]
# ## Does this computer have what it needs?
#
# The next cell asks for the version of every package that the series uses, and
# says whether it lies in the range that the series allows. In Colab there is
# nothing to install but what the first cell of each notebook installs.

# %%
from importlib.metadata import requires, version

from packaging.requirements import Requirement

for need in map(Requirement, requires("kmeans-lab")):
    if need.marker is None:  # not one of the extras
        fine = need.specifier.contains(version(need.name), prereleases=True)
        print(f"{need.name:13}", "fine" if fine else f"needs {need.specifier}")

# %% [markdown]
# If a line says "needs", build the environment anew as the
# [README](https://github.com/OWNER/REPO#readme) says. Everything else here
# will still run, but results may differ.

# %% [markdown]
# ## Play first
#
# Run the next cell. It opens a **playground**: 200 points, and three numbered
# discs, the [**centroids**](GLOSSARY#centroid) of K-Means. Press **Step** and
# watch. Press it again, until nothing changes any more. Then press **New
# start**.
#
# You can drag a centroid, click to add points, and choose other points.
# Everything works with the keyboard, too. The number called
# [WCSS](GLOSSARY#wcss) is the sum of the squared distances of all points to
# their centroids: the smaller, the nearer they are.
#
# **Predict first:** will K-Means end in the same place from every start? Try
# to find a start that ends badly.

# %% alt="The start in the playground: 200 points in three groups, and three numbered centroids. Every point has the colour and shape of the centroid nearest to it."
from kmeans_lab.playground import Playground

playground = Playground(n_clusters=3)
playground

# %% [markdown]
# If you read this without running it, you see the start: three centroids, and
# every point in the colour of the nearest one. For more steps, look at the
# player further down: it shows its steps without running, too.
#
# <details><summary>What does a step do? Say it in your own words, then look.</summary>
#
# First every point takes the colour and shape of its nearest centroid. Then
# every centroid moves to the middle of the points that have its colour. And
# again. The rest of this notebook says it more precisely.
#
# </details>

# %% [markdown]
# ## What clustering is
#
# Twelve visitors to a park were asked two questions: how far away do you
# live, and how often do you come? Each visitor is a **point**, each question
# gives one [**feature**](GLOSSARY#feature). (We made the numbers up.)
#
# **Predict first:** how many kinds of visitors will you see?

# %% alt="Scatter plot of twelve points. Six lie together at the left, six at the right, with a wide gap between them."
import matplotlib.pyplot as plt
import numpy as np

X = np.array([[0, 0], [1, 0.5], [0.5, 1], [1, 2], [0, 2.5], [0.5, 3],
              [6, 0], [7, 0.5], [6.5, 1], [7, 2], [6, 2.5], [6.5, 3]])
fig, ax = plt.subplots()
ax.scatter(X[:, 0], X[:, 1], color="0.3")
_ = ax.set(title="Twelve visitors", xlabel="distance to the park (km)",
           ylabel="visits a week")

# %% [markdown]
# Two kinds: some live near, some live far. You found them by what lies close
# together. To find groups in data that carry no names is called
# [**clustering**](GLOSSARY#clustering), and the groups are **clusters**.
#
# It differs from *classification*, where somebody has named the groups
# already and shows you examples of each.

# %% [markdown]
# ## Exercise 1: clustering or not?
#
# Decide for each, then open the answer.
#
# 1. A shop wants to know which kinds of customers it has.
# 2. A mailbox learns from mails marked as spam which mails are spam.
# 3. A phone reduces a photo to the 16 colours that stand for all others.
# 4. An estate agent wants to predict the price of a flat.
#
# <details><summary>Answer</summary>
#
# 1 and 3 are clustering: nobody has named the groups before. You do number 1
# in notebook [03](03_mall_customers.ipynb). Number 2 is classification, for
# the examples carry a name. Number 4 predicts a number, which is called
# regression.
#
# </details>

# %% [markdown]
# ## K-Means in two steps
#
# You want `k` clusters, here two. K-Means puts `k` **centroids** somewhere
# and then repeats:
#
# - **label:** every point belongs to its nearest centroid,
# - **move:** every centroid goes to the mean of its points.
#
# Both steps together are one [**round**](GLOSSARY#round). That is all. Here
# are the two steps as functions of the package. You will write both yourself
# in [04](04_kmeans_from_scratch.ipynb).

# %%
from kmeans_lab.steps import assign_labels, recompute_centroids

start = np.array([[1.0, 1.0], [1.0, 3.0]])
labels = assign_labels(X, start)
print(labels)

# %% [markdown]
# Centroid 0 starts at (1, 1), centroid 1 above it, at (1, 3). Both are in the
# left group. The [labels](GLOSSARY#label) say which of them each of the twelve
# points belongs to: the lower points to 0, the upper ones to 1.
#
# **Predict first:** centroid 1 now moves to the mean of its points. In which
# direction?

# %%
centroids = recompute_centroids(X, labels, start)
print(centroids.round(6))

# %% [markdown]
# To the right, into the gap: it has points in both groups.
#
# Now repeat both steps until no label changes. `watch` does so and writes
# down every half-step, and the **step player** shows them. Press play, or go
# through them with the arrow keys.

# %%
from kmeans_lab.player import StepPlayer, watch

history = watch(X, start)
StepPlayer(X, history, "Two centroids, twelve visitors",
           "distance to the park (km)", "visits a week")

# %% [markdown]
# Centroid 1 pulls away from centroid 0, and after three moves each sits in
# its own group. From then on nothing changes: the labels stay, so the means
# stay. K-Means has [**converged**](GLOSSARY#convergence).

# %% [markdown]
# ## How good is it?
#
# For every point, take the distance to its centroid and square it. The sum
# over all points is the **within-cluster sum of squares**, WCSS, also called
# **inertia**. Small means: every point is near its centroid.
#
# In the player you saw it fall.
#
# **Predict first:** is that so from every start, or can it rise? Why?

# %%
from kmeans_lab.steps import inertia

for name, centroids, labels in history[1:]:  # the start has no labels
    print(f"{name}: {inertia(X, labels, centroids):.6f}")

# %% [markdown]
# It never rises. Labelling gives every point its nearest centroid, which can
# only shorten its distance. And the mean is the very place where a sum of
# squared distances is smallest. There are only so many ways to label the
# points, and none comes back with a smaller sum. So K-Means must come to an
# end.
#
# But is the end always a *good* one?

# %% [markdown]
# ## Exercise 2: find a start that ends badly
#
# This cell starts scikit-learn's K-Means from two centroids of your choice,
# and runs it to its end. Change `start`, as often as you like, until the end
# is *not* the two groups that you see.

# %% alt="Scatter plot of the twelve points, labelled by the two centroids that K-Means ended with: one in the left group, one in the right." tags=["vary"]
from sklearn.cluster import KMeans

from kmeans_lab import plot_clusters

start = [[1, 3], [3, 2]]  # two centroids: change these numbers

model = KMeans(n_clusters=2, init=np.array(start, dtype=float), n_init=1)
model.fit(X)
print(f"WCSS {model.inertia_:.6f} after {model.n_iter_} rounds")
ax = plot_clusters(2, model.cluster_centers_, X, model.labels_,
                   "Where it ended", "distance to the park (km)",
                   "visits a week")

# %% [markdown]
# <details><summary>A nudge</summary>
#
# What if both centroids are as near to the left group as to the right one?
#
# </details>
#
# <details><summary>Answer</summary>
#
# Put one above the other, half-way between the groups: `[[3.5, 0],
# [3.5, 3]]`. One takes the upper points of *both* groups, the other the
# lower ones. Each is already the mean of its points, or nearly, and no step
# can bring it to one side.
#
# </details>

# %% [markdown]
# **Predict first:** how much larger is the WCSS of that bad end? Twice?

# %%
good, bad = (KMeans(2, init=np.array(start, dtype=float), n_init=1).fit(X)
             for start in ([[1, 3], [3, 2]], [[3.5, 0], [3.5, 3]]))
print(f"good end: {good.inertia_:.6f}")
print(f"bad end:  {bad.inertia_:.6f}")

# %% [markdown]
# Seven times as large, and K-Means does not know it. It finds *an* end that no
# step can improve, a [**local minimum**](GLOSSARY#local-minimum), and not
# always the best one. So the [start](GLOSSARY#start) matters. You will meet
# good starts, and many starts, soon.

# %% [markdown]
# ## The map
#
# | notebook | you learn |
# | --- | --- |
# | 00 Start here | what clustering is, and the two steps |
# | [01 K-Means on blobs](01_kmeans_on_blobs.ipynb) | to fit, read and use scikit-learn's KMeans |
# | [02 Choosing k](02_choosing_k.ipynb) | how many clusters, and when the elbow lies |
# | [03 Mall customers](03_mall_customers.ipynb) | real data: look, scale or not, choose, name |
# | [04 K-Means from scratch](04_kmeans_from_scratch.ipynb) | to write every step, then the class |
# | [05 Your class on trial](05_your_class_on_trial.ipynb) | whether it gives what scikit-learn gives |
# | [06 Labelling speed](06_labelling_speed.ipynb) | how fast the same answer can be had |
# | [07 When K-Means fails](07_when_kmeans_fails.ipynb) | to see it, measure it and repair it |
# | [08 The debugging clinic](08_debugging_clinic.ipynb) | to find bugs in programs that run |
# | [09 Beyond one machine](09_beyond_one_machine.ipynb) | what to do when the data do not fit |
# | [10 NumPy tips for clustering](10_numpy_tips.ipynb) | the tools, at any time |
#
# Each notebook stands alone. If you are new to this, take them in order.

# %% [markdown]
# ## How the exercises work
#
# Where you are to write code, a cell holds an empty function, and its last
# line is a **check**. Run the cell at any time:
#
# - untouched, it says so, and a finished version stands in: the notebook
#   goes on without you,
# - wrong, it tells you what, with the smallest example that shows it, and
#   the notebook uses *your* version, so mend it before you go on,
# - right, it says so.
#
# `hint("name")` gives you one more hint at each call, `solution("name")` the
# whole answer. Notebooks with exercises import both together with `check`. In
# place of the name, the number will do: `hint("exercise 1")`. And `hint()`
# shows which exercises there are, and which of them you have passed.
#
# An assistant that writes code can write every answer here, and you would
# learn little by reading them, so Colab's is switched off in this series. Ask
# one for questions rather than for code: let it explain an error, quiz you, or
# look for the flaw in an answer that you have given. And whatever it says,
# predict what will come out, run it, and tell in your own words why it holds
# before you believe it.

# %% [markdown]
# ## What to remember
#
# - Clustering finds groups in data that nobody has named.
# - K-Means repeats two steps: label every point with its nearest centroid,
#   move every centroid to the mean of its points.
# - WCSS, or inertia, is the sum of the squared distances of all points to
#   their own centroids. No step makes it larger.
# - Where K-Means ends depends on where it starts.

# %% [markdown]
# ## Where next
#
# Go on with [01 K-Means on blobs](01_kmeans_on_blobs.ipynb).
#
# To read: the idea is older than its name. H. Steinhaus described it in 1956;
# S. Lloyd wrote it down at Bell Labs in 1957, [published in
# 1982](https://doi.org/10.1109/TIT.1982.1056489); J. MacQueen [called it
# k-means](https://projecteuclid.org/euclid.bsmsp/1200512992) in 1967.
