# %% [markdown]
# # Choosing k
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/02_choosing_k.ipynb)
#
# After this notebook you can
#
# - compute and plot the inertia over the number of clusters, and say why it
#   falls,
# - let a library find the elbow in that curve,
# - show three ways in which the elbow misleads, and say why,
# - use the silhouette as a second opinion, and judge both.
#
# **Time:** 50 minutes. **Know first:** what inertia (WCSS) is.
# **Before this:** [01 K-Means on blobs](01_kmeans_on_blobs.ipynb).
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## Somebody has to say k
#
# `KMeans` finds as many clusters as you ask for. It never says that you
# asked for too many. So where does the number come from?
#
# Here are the 200 blobs from notebook 01. Pretend that you have to defend
# your k with numbers, not with your eyes.

# %% alt="Scatter plot of 200 grey points in three round groups: top, right and bottom left. The top and the right group touch."
import matplotlib.pyplot as plt
from kmeans_lab import get_sample_blobs_data


def plot_points(points, title, ax=None):
    """Draw points that nobody has labelled."""
    ax = ax or plt.subplots()[1]
    ax.scatter(points[:, 0], points[:, 1], color="0.4", s=15)
    ax.set(title=title, xlabel="feature 1", ylabel="feature 2")


X = get_sample_blobs_data()
print("points, features:", X.shape)
plot_points(X, "200 points")

# %% [markdown]
# ## Inertia over k, by hand
#
# A good clustering has a small inertia, the within-cluster sum of squares
# ([WCSS](GLOSSARY#wcss)). So try a few k and compare.
#
# **Predict first:** each time you allow one more
# [centroid](GLOSSARY#centroid), does the WCSS fall, rise or stay?

# %%
from sklearn.cluster import KMeans

for k in (1, 2, 3, 4):
    model = KMeans(n_clusters=k, random_state=42).fit(X)
    print(f"k = {k}: WCSS = {model.inertia_:.6f}")

# %% [markdown]
# It falls. Put one more centroid anywhere: no point now has a longer way to
# its nearest centroid. **The best WCSS never rises with k.**
#
# <details><summary>For k = 1 it is exactly 400. Why?</summary>
#
# The only centroid is the mean of all points, 0. Each column has
# [variance](GLOSSARY#variance) 1, so its 200 squares add up to 200. Two
# columns make 400.
#
# </details>
#
# Where does it end? Take four points, two of them at the same place.
#
# **Predict first:** from which k on is the WCSS 0?

# %%
import warnings
import numpy as np

tiny = np.array([[0, 0], [0, 2], [3, 0], [3, 0]])
for k in (1, 2, 3, 4):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model = KMeans(n_clusters=k, n_init=10, random_state=0).fit(tiny)
    print(f"k = {k}: WCSS = {model.inertia_:.6f}",
          *(w.category.__name__ for w in caught))

# %% [markdown]
# From k = 3 on, the number of *distinct* points. Then every point sits on a
# centroid. At k = 4 scikit-learn warns that it found only three different
# clusters. (The cell catches the warning and prints its name.)
#
# So the smallest WCSS cannot be the goal. A cluster for each point has
# WCSS 0 and tells you nothing.

# %% [markdown]
# ## The elbow
#
# You want the k after which another cluster is hardly worth it.
# `get_inertia_list` fits a model for every k. Hand it the *class* `KMeans`;
# it makes the models itself.
#
# **Predict first:** three groups are easy to see. What will the second, the
# third and the fourth cluster save?

# %% alt="Line plot of WCSS over k from 1 to 10. It falls steeply from 400 at k = 1 to 75 at k = 3, then slowly to 30 at k = 10."
from kmeans_lab import get_inertia_list, plot_inertia

wcss = get_inertia_list(X, 1, 10, KMeans)
print(f" k        WCSS       saved\n 1  {wcss[0]:10.6f}")
for k in range(2, 11):
    before, now = wcss[k - 2:k]
    print(f"{k:2}  {now:10.6f}  {before - now:10.6f}")
ax = plot_inertia(wcss, 10)

# %% [markdown]
# The second saves 227, the third 99, the fourth only 13. The curve bends
# there like an arm. The [**elbow**](GLOSSARY#elbow) is the k at the bend:
# before it, a new cluster separates groups that are really apart; after it, a
# new cluster cuts a group to pieces.
#
# (Further on the savings jump a little. That comes from using one
# [start](GLOSSARY#start) for each k, and notebook 03 returns to it.)
#
# What do the clusters behind this curve look like? The step player goes
# through them, one k after the other.
#
# **Predict first:** at which k is a group cut in two for the first time?

# %%
from kmeans_lab.player import Step, StepPlayer

history = []
for k in range(1, 11):
    model = KMeans(n_clusters=k, random_state=42).fit(X)
    history.append(Step(f"k = {k}", model.cluster_centers_, model.labels_))
StepPlayer(X, history, "One more centroid at a time", "feature 1",
           "feature 2")

# %% [markdown]
# At k = 4. The [regions](GLOSSARY#region) behind the points show where the
# cuts run.

# %% [markdown]
# ## A rule for the bend
#
# Your eye sees the bend. A program needs a rule. The Kneedle algorithm uses
# this one:
#
# 1. stretch both axes to run from 0 to 1,
# 2. draw a straight line from the first point to the last,
# 3. take the point that lies furthest below the line,
# 4. but only if the gap then shrinks by enough, which a number `S` sets.
#
# **Predict first:** which point is it?

# %% alt="The WCSS curve with both axes stretched to 0 to 1, and a dashed straight line from top left to bottom right. Vertical bars show the gaps. The longest, at k = 3, is thick and orange."
x = np.linspace(0, 1, 10)
curve = (wcss - wcss[-1]) / (wcss[0] - wcss[-1])
gap = (1 - x) - curve

fig, ax = plt.subplots()
ax.plot(x, curve, marker="o")
ax.plot(x, 1 - x, linestyle="--", color="0.4")
ax.vlines(x, curve, 1 - x, color="0.7")
ax.vlines(x[gap.argmax()], curve[gap.argmax()], 1 - x[gap.argmax()],
          color="#D55E00", linewidth=4)
ax.set(title="The largest gap below the line", xlabel="k",
       ylabel="WCSS, stretched", xticks=x, xticklabels=range(1, 11))
print("gaps for k = 1..10:", *abs(gap.round(3)))

# %% [markdown]
# The gap is largest at k = 3, as you saw it.
#
# Read it without the picture: at each step the line falls by the *average*
# saving. While a step saves more than that, the gap grows. **The rule stops
# where the savings drop below the average.** Remember this sentence. It
# explains most of what goes wrong below.

# %% [markdown]
# ## Exercise 1: let a library do it
#
# The package `kneed` holds a well-tested version of this rule: its class
# `KneeLocator`. Take care: the answer can be None.
#
# <details><summary>A nudge</summary>
#
# `KneeLocator` takes the x values, the y values, and the keywords `curve`
# ("convex" or "concave"), `direction` ("increasing" or "decreasing") and `S`,
# the sensitivity. The curve above sags below its straight line, so it is
# convex. Look at the attribute `knee` of what you get.
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution
from kneed import KneeLocator


def choose_elbow(ks, wcss):
    """Find the k at the elbow, as kneed finds it with S = 1.

    ks holds rising whole numbers: a list, a range or an array. wcss holds a
    number for each of them, in a list or an array; kneed shall take the
    curve for convex and decreasing. Its other settings stay as they are.
    Return one of the ks as an int, or None if kneed finds no elbow.
    """
    ...


choose_elbow = check(choose_elbow)

# %% [markdown]
# Try it on all ten values, and on the first three alone. Then let the
# package's `get_elbow` do the same. It takes the values for k = 1 to
# `k_max`; if your curve starts later, tell it.
#
# **Predict first:** what should happen if you leave out k = 1 and forget to
# say so?

# %%
from kmeans_lab import get_elbow

print("choose_elbow:", choose_elbow(range(1, 11), wcss),
      choose_elbow(range(1, 4), wcss[:3]))
print("get_elbow:   ", get_elbow(wcss, 10), get_elbow(wcss[:3], 3))
print("k = 2..10:   ", get_elbow(wcss[1:], 10, k_min=2))
try:
    get_elbow(wcss[1:], 10)
except ValueError as error:
    print("forgotten:    ", type(error).__name__)

# %% [markdown]
# `None` is an honest answer: the bend in three values is too weak to count.
# But `KMeans(n_clusters=None)` fails. Look at an elbow before you use it.
#
# And the error is good news. Taken for k = 1..9, the nine values would give
# an elbow that is one too small, and nobody would notice.

# %% [markdown]
# ## Fit at the elbow
#
# Now the model you came for.
#
# **Predict first:** where will the new points (1, 0.5) and (-1, -1.5) go?

# %% alt="Scatter plot of the three clusters at the elbow. Cluster 0, blue circles, is the right group; cluster 1, orange triangles, bottom left; cluster 2, green squares, top. A numbered white disc marks the middle of each."
from kmeans_lab import plot_clusters

elbow = get_elbow(wcss, 10)
model = KMeans(n_clusters=elbow, random_state=42).fit(X)
print("rounds:", model.n_iter_, " sizes:", np.bincount(model.labels_))
print(model.cluster_centers_.round(6))
print("new points:", model.predict([[1, 0.5], [-1, -1.5]]))
ax = plot_clusters(elbow, model.cluster_centers_, X, model.labels_,
                   f"k = {elbow}, the elbow", "feature 1", "feature 2")

# %% [markdown]
# The right group and the lower left one.
#
# Put the neighbours of the elbow side by side: `visualize=True` draws the
# clusters of every k.
#
# **Predict first:** what will the fourth centroid do, when there are only
# three groups?

# %% alt="Six scatter plots, k = 2 to 7. With k = 2 two groups share a cluster. With k = 3 each group is one cluster. From k = 4 on the groups are cut into pieces."
print(get_inertia_list(X, 2, 7, KMeans, "Six answers for the same points",
                       "feature 1", "feature 2", visualize=True).round(6))

# %% [markdown]
# The fourth centroid has no group of its own. It cuts the right group in two,
# more or less, where no gap is. All the later ones do the same, and every cut
# looks tidy. **The picture alone will not tell you that a cut is arbitrary.**

# %% [markdown]
# ## The elbow moves
#
# You chose to look at k up to 10. Why 10? The groups do not depend on how
# far you look. Does the elbow?
#
# **Predict first:** with k = 1..4 only, what is the average saving? Use the
# table above. Where do the savings drop below it?

# %%
print("k up to   average saving   elbow")
for k_max in range(3, 11):
    average = (wcss[0] - wcss[k_max - 1]) / (k_max - 1)
    print(f"{k_max:7}   {average:14.6f}   {get_elbow(wcss[:k_max], k_max)}")

# %% [markdown]
# Up to 3 there is none, up to 4 it is 2, from 5 on it is 3. The third cluster
# saves 98.65. Up to k = 4 the average is 112.88, so it counts as little; up to
# k = 5 the average is 86.87, and it counts as much.
#
# **The elbow depends on where you stop looking.** On these clear blobs it
# settles soon. On the customers of the next notebook it does not.

# %% [markdown]
# ## An elbow where no groups are
#
# Now two clouds without any groups: one spread evenly over a square, one a
# single Gaussian bell.
#
# **Predict first:** what will the elbow rule say? What should it say?

# %% alt="Two scatter plots of 200 grey points each. Left: evenly spread over a square. Right: one round cloud, dense in the middle. Neither shows groups."
even = np.random.default_rng(42).uniform(size=(200, 2))
bell = np.random.default_rng(42).normal(size=(200, 2))

fig, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
for ax, name, cloud in zip(axes, ("even", "bell"), (even, bell)):
    found = get_elbow(get_inertia_list(cloud, 1, 10, KMeans), 10)
    print(f"{name}: elbow {found}")
    plot_points(cloud, f"{name}: elbow at {found}", ax)

# %% [markdown]
# Four clusters and three clusters, where there is nothing to find. Is that
# bad luck with one draw? Take ten draws of each.

# %%
elbows = {"even": [], "bell": []}
for seed in range(10):
    rng = np.random.default_rng(seed)
    for name, cloud in (("even", rng.uniform(size=(200, 2))),
                        ("bell", rng.normal(size=(200, 2)))):
        cloud_wcss = get_inertia_list(cloud, 1, 10, KMeans)
        elbows[name].append(get_elbow(cloud_wcss, 10))
print(elbows)

# %% [markdown]
# It is no bad luck: every draw gets an elbow. A curve that falls steeply first
# and slowly later has a point far below its line. **That there is an elbow
# is no evidence that there are groups.**

# %% [markdown]
# ## A wrong elbow on clear groups
#
# Here the groups are as clear as in any textbook. Count them.
#
# **Predict first:** surely the elbow is right this time?

# %% alt="Scatter plot of 300 points in five round groups, well apart from each other."
from sklearn.datasets import make_blobs

five, truth = make_blobs(n_samples=300, centers=5, cluster_std=1.0,
                         random_state=20)
five_wcss = get_inertia_list(five, 1, 10, KMeans, n_init=10)
print("elbow:", get_elbow(five_wcss, 10))
plot_points(five, "How many groups?")

# %% [markdown]
# Five groups, and the elbow is 3. You know the rule well enough to find out
# why. Look at what each step saves, as an amount and as a factor.

# %%
print(f"average saving: {(five_wcss[0] - five_wcss[-1]) / 9:.1f}")
print(" k     WCSS    saved   factor")
for k in range(2, 11):
    before, now = five_wcss[k - 2:k]
    print(f"{k:2} {now:8.1f} {before - now:8.1f}   {now / before:.2f}")
print("elbow of the log:", get_elbow(five_wcss, 10, log=True))

# %% [markdown]
# The first two steps save so much that the average is 1961. The fourth
# cluster saves only 1620, so the rule stops at 3. The early steps dwarf all
# others.
#
# As a *factor*, the fifth cluster is the best step of all: it leaves 0.31 of
# the WCSS, the sixth 0.88. The logarithm turns equal factors into equal
# steps. That is what `log=True` does, and its elbow is 5.

# %% [markdown]
# ## The silhouette: a second opinion
#
# The [**silhouette**](GLOSSARY#silhouette) asks each point: are you nearer to
# your own cluster than to the next one?
#
# - *a*: the mean distance to the other points of its own cluster,
# - *b*: the mean distance to the points of the nearest other cluster,
# - the point's silhouette: b minus a, divided by the larger of the two.
#
# In a tight cluster far from all others a point gets nearly 1, half-way
# between two clusters about 0, in the wrong cluster less than 0. The
# **silhouette score** is the mean over all points. *Larger* is better.

# %% [markdown]
# **Predict first:** the blobs, the even square and the bell. Which k gets
# the best score in each, and which of the three scores is highest?

# %%
from sklearn.metrics import silhouette_score

print("k    " + "".join(f"{k:7}" for k in range(2, 11)))
for name, points in (("blobs", X), ("even", even), ("bell", bell)):
    scores = [silhouette_score(points, KMeans(
        k, n_init=5, random_state=42).fit_predict(points))
        for k in range(2, 11)]
    print(f"{name:5}" + "".join(f"{score:7.3f}" for score in scores))

# %% [markdown]
# The blobs have a clear peak: 0.592 at k = 3. The clouds without groups stay
# low, between 0.33 and 0.42, and hardly care about k. Do not only ask where
# the peak is. **Ask how high it is, and how clear.**
#
# <details><summary>Why does the table start at k = 2?</summary>
#
# With one cluster there is no other cluster, so there is no *b*. The
# silhouette can never answer "there are no groups". The elbow never says 1
# either: the first point lies on the line.
#
# </details>

# %% [markdown]
# ## All rules on trial
#
# One data set proves little. So draw 40 sets of five blobs. Some overlap so
# much that nobody could say five. Keep those where K-Means with k = 5 finds
# the true groups ([ARI](GLOSSARY#ari) above 0.95): there, 5 is the right
# answer.
#
# Four rules compete: the elbow of k = 1..10, the elbow of k = 2..10, the elbow
# of the log, and the highest silhouette.
#
# **Predict first:** order them from best to worst. What will they say about
# the clouds without groups?

# %%
def four_answers(points):
    """What four rules say about the number of clusters."""
    models = [KMeans(k, n_init=5, random_state=42).fit(points)
              for k in range(1, 11)]  # five starts, the best one counts
    wcss = np.array([model.inertia_ for model in models])
    scores = [silhouette_score(points, model.labels_) for model in models[1:]]
    return {"elbow 1..10": get_elbow(wcss, 10),
            "elbow 2..10": get_elbow(wcss[1:], 10, k_min=2),
            "log elbow": get_elbow(wcss, 10, log=True),
            "silhouette": 2 + int(np.argmax(scores))}


# %%
from sklearn.metrics import adjusted_rand_score

trials = []
for seed in range(40):
    points, truth = make_blobs(n_samples=300, centers=5, cluster_std=1.0,
                               random_state=seed)
    labels = KMeans(5, n_init=5, random_state=42).fit_predict(points)
    if adjusted_rand_score(truth, labels) > 0.95:
        trials.append(four_answers(points))

for rule in trials[0]:
    right = sum(trial[rule] == 5 for trial in trials)
    print(f"{rule:12} right in {right:2} of {len(trials)}")
print("even:", four_answers(even))
print("bell:", four_answers(bell))

# %% [markdown]
# Only 14 of the 40 sets were clear enough to keep. The plain elbow is wrong on
# all of them. Leaving out the huge first step helps: 6 are right. The log
# elbow and the silhouette are hard to beat *on data like
# these*: round groups of equal size.
#
# But all four see groups in the clouds as well. **No single number
# decides.** Use several, look at the pictures, and ask what the clusters are
# for.

# %% [markdown]
# ## Exercise 2: make the rules disagree
#
# Change the spread and the number of groups. At which spread does the log
# elbow miss the number? Does the silhouette last longer? And your eye?

# %% alt="Scatter plot of the generated points, in grey." tags=["vary"]
spread = 1.0  # try 1.5, 2, 3
n_groups = 5  # try 2, 4, 8

points, truth = make_blobs(n_samples=300, centers=n_groups,
                           cluster_std=spread, random_state=7)
print(four_answers(points))
plot_points(points, f"{n_groups} groups, spread {spread}")

# %% [markdown]
# Compare with these, for five groups. Which rule gives way first?

# %%
for spread in (1.0, 1.5, 2.0, 3.0):
    points, _ = make_blobs(n_samples=300, centers=5, cluster_std=spread,
                           random_state=7)
    print(spread, four_answers(points))

# %% [markdown]
# The silhouette gives way first, the log elbow later. With another
# [seed](GLOSSARY#random-state) it may be the other way round. At spread 3
# nobody could count five.

# %% [markdown]
# ## Exercise 3: ask back
#
# A colleague says: "The elbow is at 4, so we have four kinds of customers."
# Which questions do you ask? Write down three before you look.
#
# <details><summary>Some good questions</summary>
#
# - Up to which k did you look? Does the elbow stay if you look further?
# - How many starts for each k? A bad start makes a bump in the curve.
# - What does the silhouette say, and how high is it?
# - What do you want to do with the groups? Four leaflets, or forty?
#
# </details>

# %% [markdown]
# ## What to remember
#
# - The best WCSS never rises with k. You look for a bend, not a minimum.
# - The elbow rule stops where a step saves less than the average step. So it
#   moves with `k_max`, and large early steps hide later ones. `log=True`
#   judges by factor instead.
# - Data without groups have an elbow too.
# - The silhouette is a second opinion. Look at its height, not only its peak.

# %% [markdown]
# ## Where next
#
# Real customers: [03 Mall customers](03_mall_customers.ipynb).
#
# To read: R. Thorndike, [Who belongs in the
# family?](https://doi.org/10.1007/BF02289263), 1953, for the bend; V. Satopaa
# and others, [Finding a "Kneedle" in a
# haystack](https://doi.org/10.1109/ICDCSW.2011.20), 2011, for the rule;
# P. Rousseeuw,
# [Silhouettes](https://doi.org/10.1016/0377-0427%2887%2990125-7), 1987.
#
# R. Tibshirani and others compare with data without groups: [the gap
# statistic](https://doi.org/10.1111/1467-9868.00293), 2001. And E. Schubert
# asks you to [stop using the
# elbow](https://doi.org/10.1145/3606274.3606278), 2023.
