# %% [markdown]
# # Mall customers
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/03_mall_customers.ipynb)
#
# After this notebook you can
#
# - take a table from the first look to named customer segments,
# - decide how many clusters, and say how sure you are,
# - say when columns must be scaled, and scale them yourself,
# - tell what a clustering does not tell you.
#
# **Time:** 50 minutes. **Know first:** how to read a pandas table.
# **Before this:** [02 Choosing k](02_choosing_k.ipynb).
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## Look first
#
# A mall wants to know its customers. It has a table of 200 of them, one row
# each. (It is a teaching table from SuperDataScience, and the people in it
# are made up.)
#
# Never cluster a table that you have not looked at.

# %%
from kmeans_lab import load_mall_customers

customers = load_mall_customers()
customers.head()

# %% [markdown]
# Income is in thousands of dollars a year. The spending score, from 1 to 100,
# is the mall's mark for how much somebody buys.
#
# **Predict first:** the next table summarises every column of numbers. For
# which column will it make no sense?

# %%
customers.describe().round(2)

# %% [markdown]
# `CustomerID` is a number, but it measures nothing. Its mean of 100.5 is
# nonsense, and so would be a distance between two IDs. `Gender` is missing
# from the table, for words have no mean.
#
# [K-Means](GLOSSARY#k-means) needs columns whose differences mean something.
# Take income and spending score: two columns, so you can see everything.

# %%
INCOME = "Annual Income (k$)"
SPENDING = "Spending Score (1-100)"

points = customers[[INCOME, SPENDING]]
m, n = points.shape
print("m =", m, "rows, one for each customer")
print("n =", n, "features")

# %% [markdown]
# You could also take columns 3 and 4 by position, counted from 0. It is
# shorter.
#
# **Predict first:** a colleague drops the useless ID column. What do the two
# ways give now?

# %%
shorter = customers.drop(columns="CustomerID")
print("by position:", list(shorter.iloc[:, 3:5]))
print("by name:    ", list(shorter[[INCOME, SPENDING]]))

# %% [markdown]
# By position you lose the income, and nothing warns you. **Take columns by
# name.**
#
# Now look at the points.
#
# **Predict first:** do people with a large income spend more?

# %% alt="Scatter plot of 200 customers, income against spending score. A dense group in the middle, and four looser groups in the corners around it."
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.scatter(points[INCOME], points[SPENDING], color="0.4", s=20)
ax.set(title="200 customers", xlabel=INCOME, ylabel=SPENDING)
print(f"correlation: {points[INCOME].corr(points[SPENDING]):.3f}")

# %% [markdown]
# No: the correlation is 0.01. (At 1 or -1 the points lie on a straight line;
# near 0 no line fits.) A mean or a straight line would miss all that
# is interesting here. There is a dense group in the middle and something in
# each corner. That is a job for clustering.
#
# ## The elbow
#
# Fit each k from 1 to 10. [WCSS](GLOSSARY#wcss) is the sum of the squared
# distances of all customers to their centroids, and the
# [elbow](GLOSSARY#elbow) is the k where its curve bends: more clusters hardly
# help any more.
#
# **Predict first:** how many groups do you see? Where will the elbow be?

# %% alt="Line plot of WCSS over k from 1 to 10, falling from 270000 to 23000. It bends at k = 5, where a dashed line marks the elbow."
from sklearn.cluster import KMeans
from kmeans_lab import get_elbow, get_inertia_list, plot_inertia

wcss = get_inertia_list(points, 1, 10, KMeans)
for k in range(1, 11):
    print(f"k = {k:2}: WCSS = {wcss[k - 1]:.6f}")
elbow = get_elbow(wcss, 10)
print("elbow:", elbow)
ax = plot_inertia(wcss, 10, elbow=elbow)

# %% [markdown]
# Five, as many as the eye sees. But the bend is soft: nothing like the sharp
# corner of the blobs. You will come back to that.
#
# ## Fit at the elbow
#
# **Predict first:** where will the five [centroids](GLOSSARY#centroid) be?

# %% alt="Scatter plot of five clusters. Cluster 0, blue circles, 81 customers in the middle; 1, orange triangles, top right; 2, green squares, top left; 3, pink triangles pointing down, bottom right; 4, light blue diamonds, bottom left." tags=["readme"]
import numpy as np
from kmeans_lab import plot_clusters

model = KMeans(n_clusters=elbow, random_state=42).fit(points)
print("rounds:", model.n_iter_, " sizes:", np.bincount(model.labels_))
print(model.cluster_centers_.round(6))
ax = plot_clusters(elbow, model.cluster_centers_, points, model.labels_,
                   "Five clusters of customers", INCOME, SPENDING)

# %% [markdown]
# One centroid in the middle, one in each corner.
#
# Two new customers come in. The model was fitted on a table with named
# columns, so give it the new ones with names too. Then scikit-learn can
# compare the names.
#
# **Predict first:** to which clusters do (70, 60) and (100, 60) belong? What
# happens if the two columns are swapped?

# %%
import pandas as pd

new = pd.DataFrame([[70, 60], [100, 60]], columns=[INCOME, SPENDING])
print("labels:", model.predict(new))
try:
    model.predict(new[[SPENDING, INCOME]])
except ValueError as error:
    print("swapped:", str(error).splitlines()[0])

# %% [markdown]
# Clusters 0 and 1. And the swapped columns do not get through. With a plain
# array, the model would have taken incomes for spending scores and labelled
# them without a word.

# %% [markdown]
# ## How sure is the five?
#
# In notebook 02 the elbow moved with the largest k you look at. There it
# settled soon.
#
# **Predict first:** will it settle here as well? And the log elbow, where the
# curve of the logarithm of the WCSS bends?

# %%
wcss = get_inertia_list(points, 1, 15, KMeans)
print("k up to   elbow   log elbow")
for k_max in range(5, 16):
    found = get_elbow(wcss[:k_max], k_max)
    log_found = get_elbow(wcss[:k_max], k_max, log=True)
    print(f"{k_max:7}   {found!s:5}   {log_found}")

# %% [markdown]
# None, 3, 3, 3, 4, 5: if you had looked up to k = 8 only, you would have
# found three kinds of customers. The log elbow says 5 earlier, and then
# jumps to 8. **Neither is safe alone.** So ask the
# [silhouette](GLOSSARY#silhouette): how much nearer are the points to their
# own cluster than to the next one? 1 is best, 0 means on the border.

# %%
from sklearn.metrics import silhouette_score

for k in range(2, 11):
    labels = KMeans(k, n_init=10, random_state=42).fit_predict(points)
    print(f"k = {k:2}: silhouette {silhouette_score(points, labels):.3f}")

# %% [markdown]
# The best is 0.554 at k = 5, but 6 and 7 are close behind. Clouds without
# groups had at most 0.42 in notebook 02. So there is structure, five is a
# good number, and six would be no mistake.

# %% [markdown]
# ## One start is not enough
#
# So far you used one [start](GLOSSARY#start) for every k. `n_init` makes more,
# and keeps the best. The last column is the lowest WCSS that we know of, from
# 500 starts for each k.
#
# **Predict first:** for which k does one start suffice? Does the gap grow or
# shrink with k?

# %%
lowest = [269981.28, 181363.60, 106348.37, 73679.79, 44448.46,
          37233.81, 30227.61, 24986.53, 21797.08, 19634.55]
twenty = get_inertia_list(points, 1, 10, KMeans, n_init=20)
print(" k    1 start           20 starts         lowest known")
for k in range(1, 11):
    one, many, known = wcss[k - 1], twenty[k - 1], lowest[k - 1]
    print(f"{k:2}  {one:9.2f} {abs(one / known - 1):7.2%}"
          f"  {many:9.2f} {abs(many / known - 1):7.2%}  {known:9.2f}")

# %% [markdown]
# With one start, k = 4 is 0.27 % too high and k = 10 is 17.7 %. Twenty
# starts close most of the gap. One start suffices for k = 1, 3 and 5. From
# k = 6 on the gap is large: more clusters, more ways to end badly.
#
# **Predict first:** k = 5 was perfect at once. Was that luck? Try 200
# [seeds](GLOSSARY#random-state) with one start each. (400 fits: this takes a
# few seconds.)

# %%
for k in (5, 10):
    ends = np.array([KMeans(k, n_init=1, random_state=seed).fit(points)
                     .inertia_ for seed in range(200)])
    hits = (ends < 1.0001 * lowest[k - 1]).sum()
    print(f"k = {k:2}: best result in {hits} of 200, "
          f"worst {ends.max() / lowest[k - 1] - 1:.0%} above it")

# %% [markdown]
# For five clusters every second start finds the best result, so the best of
# ten nearly always is the best. For ten clusters one start in 200 finds it.
#
# Bad starts also put bumps into the curve, and a bump can look like a bend.
# Remember the log elbow that jumped to 8? Look again with ten starts.

# %%
ten = get_inertia_list(points, 1, 15, KMeans, n_init=10)
for k_max in (10, 14, 15):
    found = get_elbow(ten[:k_max], k_max)
    log_found = get_elbow(ten[:k_max], k_max, log=True)
    print(f"k up to {k_max}: elbow {found}, log elbow {log_found}")

# %% [markdown]
# The 8 was a bad start and no structure. **Use `n_init=10` or more before
# you read anything from a curve.**

# %% [markdown]
# ## Scale or not?
#
# K-Means adds up squared differences. A column with larger numbers counts
# more. The usual remedy is to [**standardise**](GLOSSARY#standardise) each
# column: subtract its mean, divide by its standard deviation. Then all columns
# count the same.
#
# **Predict first:** will that change the five clusters?
#
# ## Exercise 1: standardise
#
# Write it yourself. What would you divide by if all values of a column are
# equal?
#
# <details><summary>A nudge</summary>
#
# [`axis=0`](GLOSSARY#axis) goes down the rows, so you get one number for each
# column. NumPy's `std` divides by n, as scikit-learn does. (The pandas one
# divides by n - 1, so `describe` above shows slightly more.) Where the
# standard deviation is 0, divide by 1 instead.
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution


def standardize(X):
    """Give every column mean 0 and standard deviation 1, without scikit-learn.

    X is (n, d), has one row or more, and may hold integers. Divide by the
    standard deviation that divides by n. A column of equal values becomes 0,
    without a warning.
    Return a new (n, d) array of floats (float64) and leave X as it is.
    """
    ...


standardize = check(standardize)

# %% [markdown]
# Now cluster the standardised columns, and compare: your function with
# scikit-learn's, the new clusters with the old ones. The [ARI](GLOSSARY#ari)
# is 1 for equal groupings and about 0 for unrelated ones.

# %%
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import StandardScaler

X = points.to_numpy()
Z = standardize(X)
print("as StandardScaler:", np.allclose(Z, StandardScaler().fit_transform(X)))
print("spread before:", X.std(axis=0, ddof=1).round(1))
scaled = KMeans(5, n_init=10, random_state=42).fit(Z)
print(f"ARI with the unscaled clusters: "
      f"{adjusted_rand_score(model.labels_, scaled.labels_):.3f}")

# %% [markdown]
# The clusters are the same. Both columns have nearly the same spread already,
# 26.3 and 25.8, so there was little to even out.
#
# That is luck. Somebody writes the income in dollars, not in thousands: the
# same customers, the same facts.
#
# **Predict first:** what will the clusters look like now?

# %% alt="Two scatter plots of the same customers. Left, income in thousands: five groups, the middle and four corners. Right, income in dollars: five vertical stripes."
from kmeans_lab.plotting import plot_cluster_grid

dollars = X * [1000, 1]
in_dollars = KMeans(5, n_init=10, random_state=42).fit(dollars)
alone = KMeans(5, n_init=10, random_state=42).fit(X[:, :1])
again = KMeans(5, n_init=10, random_state=42).fit(standardize(dollars))
print("sizes in $:", np.bincount(in_dollars.labels_))
for name, other in (("in k$", model), ("of income alone", alone)):
    ari = adjusted_rand_score(in_dollars.labels_, other.labels_)
    print(f"ARI of those in $ and those {name}: {ari:.3f}")
ari = adjusted_rand_score(model.labels_, again.labels_)
print(f"ARI of those in k$ and those in $, standardised: {ari:.2f}")
axes = plot_cluster_grid(
    X, [("clustered in k$", model.cluster_centers_, model.labels_),
        ("clustered in $", in_dollars.cluster_centers_ / [1000, 1],
         in_dollars.labels_)], x_label=INCOME, y_label=SPENDING)

# %% [markdown]
# Five stripes. (Both pictures show thousands, so that you can compare.) A
# difference of 1000 dollars is now as large as 1000 points of the score, and
# squared it counts a million times as much as one point. The clusters are
# exactly those of income alone.
#
# Standardised, the unit no longer matters. **Scale when columns differ in
# unit.** If they share a unit, a wider spread may be a fact worth keeping:
# then think before you scale.

# %% [markdown]
# ## Name the segments
#
# A mall cannot work with "cluster 3". Make a table: how many, and what are
# they like on average?
#
# **Predict first:** read the table, then give each row a name that a shop
# assistant would understand.

# %%
customers["cluster"] = model.labels_
table = customers.groupby("cluster")[[INCOME, SPENDING]].mean().round(1)
table.insert(0, "customers", customers["cluster"].value_counts())
table

# %% [markdown]
# Here are our names. The dictionary uses the label numbers of *this* fit;
# with another seed they could be swapped, so check them against the table.

# %%
names = {0: "the middle", 1: "best customers", 2: "eager buyers",
         3: "well off, not won yet", 4: "careful buyers"}
table.rename(index=names).sort_values("customers", ascending=False)

# %% [markdown]
# What a mall might do with them:
#
# | segment | income | score | idea |
# | --- | --- | --- | --- |
# | the middle | medium | medium | keep them content |
# | best customers | high | high | thank them, ask them |
# | well off, not won yet | high | low | find out what is missing |
# | careful buyers | low | low | offer good value |
# | eager buyers | low | high | offer novelties, no credit |

# %% [markdown]
# ## What the clusters do not tell
#
# K-Means saw two columns. Age and gender it never saw. Do the segments
# differ in them all the same?
#
# **Predict first:** which segment is the youngest?

# %%
customers["segment"] = customers["cluster"].map(names)
customers["women"] = customers["Gender"] == "Female"
customers.groupby("segment")[["Age", "women"]].mean().round(2)

# %% [markdown]
# The eager buyers are 25 years old on average, the careful ones 45. Both
# have a small income. So age tells something that the clusters did not use.
# The share of women says little: 0.46 to 0.61. In groups as small as these
# that can be chance.

# %% [markdown]
# ## Exercise 2: cluster by age
#
# Use two other columns and another k. Which clusters would you show to the
# mall? Is the silhouette as high as 0.554?

# %% alt="Scatter plot of the clusters found with the chosen columns." tags=["vary"]
pair = ["Age", SPENDING]  # try [INCOME, "Age"]
k = 4  # try 2, 3, 5, 6

chosen = customers[pair]
trial = KMeans(k, n_init=10, random_state=42).fit(chosen)
print("sizes:", np.bincount(trial.labels_))
print(f"silhouette: {silhouette_score(chosen, trial.labels_):.3f}")
ax = plot_clusters(k, trial.cluster_centers_, chosen, trial.labels_,
                   f"{k} clusters", *pair)

# %% [markdown]
# <details><summary>What we would show</summary>
#
# No pair with the age is as high as 0.554: the next cell compares them. Age
# and spending score reach 0.500 with k = 4, but in the picture the clusters
# touch. What the mall can use is simpler: those who spend most are young.
# Income and age reach 0.434, hardly more than the 0.42 of clouds without
# groups. We would show no clusters of those two.
#
# </details>

# %%
print("silhouette, k =        2      3      4      5      6")
for pair in ([INCOME, SPENDING], ["Age", SPENDING], [INCOME, "Age"]):
    chosen = customers[pair]
    fits = [KMeans(k, n_init=10, random_state=42).fit(chosen)
            for k in range(2, 7)]
    print(f"{' and '.join(column.split()[0] for column in pair):19}",
          *(f"{silhouette_score(chosen, fit.labels_):6.3f}" for fit in fits))

# %% [markdown]
# ## Exercise 3: be careful
#
# The mall wants to print your five segments in its annual report. What do
# you tell it first?
#
# <details><summary>Some good answers</summary>
#
# - These 200 customers are made up. Nothing here is a fact about people.
# - The spending score is no raw fact either. Somebody computed it, by rules
#   that we do not know. Clusters of a score repeat those rules.
# - Five is a choice. The rules lean to it; six is nearly as good.
# - Customers at a border could as well belong to the next segment.
# - A segment says what people are like, not why, nor what they will do.
#
# </details>
#
# <details><summary>And should gender go in, as 0 and 1?</summary>
#
# Two values only, and a mean of 0.4 is nobody's gender. Left as it is, a
# difference of 1 counts next to nothing beside incomes; standardised, it
# counts as much as they do. So your scaling would decide the result. Better
# compare the segments afterwards, as above.
#
# </details>

# %% [markdown]
# ## What to remember
#
# - Look first. Take columns by name, and only those whose differences mean
#   something.
# - Use several starts (`n_init=10`) before you believe a curve.
# - Ask more than one rule for k, and say how sure you are.
# - Scale when units differ. Otherwise the largest numbers decide.
# - Name the clusters from a table of sizes and means. Say what they do not
#   tell.

# %% [markdown]
# ## Where next
#
# You have used K-Means. Now write it:
# [04 K-Means from scratch](04_kmeans_from_scratch.ipynb).
#
# To read: G. Milligan and M. Cooper, [A study of standardization of
# variables in cluster analysis](https://doi.org/10.1007/BF01897163), 1988,
# where dividing by the range often did better than by the standard
# deviation; P. Rousseeuw,
# [Silhouettes](https://doi.org/10.1016/0377-0427%2887%2990125-7), 1987, for
# the score.
