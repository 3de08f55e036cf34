# %% [markdown]
# # K-Means from scratch
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/04_kmeans_from_scratch.ipynb)
#
# After this notebook you can
#
# - write every step of K-Means with NumPy,
# - say what happens to an empty cluster, and why it matters,
# - start well: at random, and with k-means++,
# - put the steps together in a class that works like scikit-learn's.
#
# **Time:** two hours, in two sittings if you like: the steps, then the class.
# **Know first:** NumPy arrays, `axis=`, functions. For the class: what
# `self` is. The [NumPy tips](10_numpy_tips.ipynb) help at any time.
# **After a restart:** click where you were and choose *Run > Run All Above
# Selected Cell* (in Colab, *Runtime > Run before*).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## The plan
#
# K-Means in four lines:
#
# 1. choose `k` starting [centroids](GLOSSARY#centroid),
# 2. **label** every point with its nearest centroid,
# 3. **move** every centroid to the mean of its points,
# 4. repeat 2 and 3 until the centroids hardly move.
#
# You will write one function for each idea. Whatever you leave out, the
# package's own version stands in, so that you can always go on.

# %% [markdown]
# The data are the blobs of [notebook 01](01_kmeans_on_blobs.ipynb), and the
# centroids start at three places that we chose. `n` is the number of points,
# `d` the number of features, `k` the number of centroids.

# %%
import numpy as np

from kmeans_lab import check, get_sample_blobs_data, hint, solution

X = get_sample_blobs_data()
start = np.array([[-1.051128, -1.050294],
                  [2.263181, 0.477755],
                  [0.337712, 0.141265]])
print("X is (n, d) =", X.shape, "and start is (k, d) =", start.shape)

# %% [markdown]
# In every exercise, do this: read the contract, write the body in place of
# the three dots, run the cell. Stuck? Type `hint("squared_distances")`, or
# `hint("exercise 1")`, into a new cell; each call tells you a little more.
# `solution("squared_distances")` shows the answer, and `hint()` how far you
# have come.
#
# What you leave untouched is replaced by the package's version. What you
# write is used as it is, so mend a wrong answer before you go on.

# %% [markdown]
# ## Distances
#
# Which centroid is nearest? To say so you need the distance from every point
# to every centroid. The [*squared* distance](GLOSSARY#euclidean-distance) will
# do: it sorts the same way and spares the root. For two points $a$ and $b$ it
# is
#
# $$\sum_{j=1}^{d} (a_j - b_j)^2 .$$
#
# **Predict first:** 200 points, 3 centroids. What shape has the table of all
# distances?

# %% [markdown]
# ### Exercise 1: squared distances
#
# <details><summary>Where to start</summary>
#
# Two loops are fine: for every point, for every centroid. Then try one loop:
# `X - centroids[j]` subtracts one centroid from all points at once.
#
# </details>

# %% tags=["exercise"]
def squared_distances(X, centroids):
    """Squared Euclidean distance from every point to every centroid.

    X is (n, d), centroids is (k, d); both may hold integers (int64).
    Return a new array of shape (n, k): floats (float64), or integers if there
    are only integers. Do it without scikit-learn, and change nothing given.
    """
    ...


squared_distances = check(squared_distances)

# %%
print(squared_distances(X, start).shape)
print(squared_distances(X[:3], start).round(6))

# %% [markdown]
# One row for every point, one column for every centroid.
#
# **Predict first:** read the table. Which centroid is nearest to each of the
# first three points?

# %% [markdown]
# ## Label
#
# The nearest centroid of a point is the *column* where its row is smallest.
# Not the smallest value is wanted, but its place.
#
# ### Exercise 2: assign labels

# %% tags=["exercise"]
def assign_labels(X, centroids):
    """Label every point with its nearest centroid.

    X is (n, d), centroids is (k, d); both may hold integers (int64).
    Return a new integer array of shape (n,), counting centroids from 0. Of
    exactly equally near centroids, the one with the lowest index wins.
    Do it without scikit-learn, and change nothing given.
    """
    ...


assign_labels = check(assign_labels)

# %%
labels = assign_labels(X, start)
print("first three labels:", labels[:3])
print("cluster sizes:     ", np.bincount(labels))

# %% [markdown]
# Look at what your function did: every point has the colour and shape of its
# nearest centroid.

# %% alt="The 200 blobs labelled by the three starting centroids. Cluster 0 is the group at the bottom left. Centroid 1 lies far right and has few points. Centroid 2, in the middle, has most of the two other groups."
from kmeans_lab import plot_clusters

ax = plot_clusters(3, start, X, labels, "Labelled by the start", "feature 1",
                   "feature 2")

# %% [markdown]
# **Predict first:** each centroid now goes to the mean of its points. Which
# of the three moves least?

# %% [markdown]
# ## Move
#
# The mean of the points of one cluster is its new centroid: row `j` of the
# new centroids is the mean of the rows of `X` whose label is `j`.
#
# And if no label is `j`? Then the mean of nothing is asked for, and NumPy
# answers [NaN](GLOSSARY#nan), "not a number". One NaN spoils every distance to
# that centroid. So an [empty cluster](GLOSSARY#empty-cluster) keeps its old
# centroid. That is why the function is given the old ones.

# %% [markdown]
# ### Exercise 3: recompute the centroids
#
# Do not change the arrays that you are given. The caller may still need them.

# %% tags=["exercise"]
def recompute_centroids(X, labels, centroids):
    """Move every centroid to the mean of its cluster.

    X is (n, d), labels is (n,) and counts from 0, centroids is (k, d): where
    they are now. X and centroids may hold integers (int64). A cluster without
    points keeps its centroid.
    Return a new array of shape (k, d), of floats (float64), even if nothing
    moves. Do it without scikit-learn, and change nothing given.
    """
    ...


recompute_centroids = check(recompute_centroids)

# %%
moved = recompute_centroids(X, labels, start)
print(moved.round(6))

# %% alt="The same points. Three arrows show the move: centroid 0 moves a little, centroid 1 moves left into the right group, centroid 2 moves up and left towards the top group."
ax = plot_clusters(3, moved, X, labels, "Moved to the means", "feature 1",
                   "feature 2")
for old, new in zip(start, moved):
    ax.annotate("", xy=new, xytext=old, zorder=5,
                arrowprops={"arrowstyle": "->", "linewidth": 2})

# %% [markdown]
# Centroid 0 moves least: it started near the middle of its own points.
#
# Some points are now nearer to another centroid than to their own. So the
# labels have to be made anew, then the means, and so on.

# %% [markdown]
# ## How good is it?
#
# The **inertia**, or [WCSS](GLOSSARY#wcss), sums the squared distance of every
# point to its own centroid. If you wrote it in notebook 01, use it again here.
#
# ### Exercise 4: inertia

# %% tags=["exercise"]
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
# **Predict first:** does the inertia fall when the centroids move? Does it
# fall again when the points are labelled anew?

# %%
print(f"labelled by the start: {inertia(X, labels, start):.6f}")
print(f"centroids moved:       {inertia(X, labels, moved):.6f}")
labels = assign_labels(X, moved)
print(f"labelled anew:         {inertia(X, labels, moved):.6f}")

# %% [markdown]
# Both steps lower it, and neither can ever raise it. Keep this in mind: an
# inertia that *rises* from one round to the next is a sure sign of a bug.

# %% [markdown]
# ## Repeat
#
# One **round** labels all points and then moves the centroids. When do you
# stop? When a round moves the centroids by next to nothing. Measure the move
# by the sum of squares of all changes in the centroids, the **shift**, and
# stop as soon as it is at most `tol`, the [tolerance](GLOSSARY#tolerance). And
# never do more than `max_iter` rounds.
#
# This repetition is called [**Lloyd's algorithm**](GLOSSARY#lloyds-algorithm).

# %% [markdown]
# ### Exercise 5: Lloyd's algorithm
#
# Use your functions. Mind the end: after the last move the labels are one
# move old. Label once more, so that labels and inertia belong to the
# centroids that you return.

# %% tags=["exercise"]
def lloyd(X, centroids, max_iter, tol):
    """Label and move until the centroids hardly move.

    X is (n, d), centroids is (k, d): where they start; both may hold
    integers (int64). Do at most max_iter rounds (1 or more); a round that
    moves the centroids by no more than tol (the sum of their squared changes)
    is the last. A cluster without points keeps its centroid.
    Return a tuple (centroids, labels, inertia, n_iter). The centroids are
    floats (float64), labels and inertia belong to them, and n_iter counts the
    rounds done, the last one included. Do it without scikit-learn, and change
    nothing given.
    """
    ...


lloyd = check(lloyd)

# %%
centroids, labels, wcss, n_iter = lloyd(X, start, max_iter=100, tol=1e-4)
print(centroids.round(6))
print("cluster sizes:", np.bincount(labels))
print(f"inertia {wcss:.6f} after {n_iter} rounds")

# %% [markdown]
# 74.579601 is the inertia that scikit-learn reached in notebook 01. You have
# written K-Means. Watch your two functions at work: `watch` calls them in turn
# and writes down what they return.

# %%
from kmeans_lab.player import StepPlayer, watch

history = watch(X, start, assign_labels, recompute_centroids)
StepPlayer(X, history, "Your functions at work", "feature 1", "feature 2")

# %% [markdown]
# The playground of [00](00_start_here.ipynb) takes your functions, too. Every
# step in it is now a call of them. If one fails, the playground says which,
# and why.

# %% alt="The playground with the blobs: 200 points in three groups and three numbered centroids. Every point has the colour and shape of the centroid nearest to it."
from kmeans_lab.playground import Playground

playground = Playground(X, n_clusters=3, assign_labels=assign_labels,
                        recompute_centroids=recompute_centroids)
playground

# %% [markdown]
# Remove all points of one cluster and step on. What does your
# `recompute_centroids` do with the empty one?
#
# **Predict first:** if you allow fewer rounds, how much worse is the result?
# And how many rounds does it take until *nothing* moves? (A `tol` of 1e-12 is
# next to nothing.)

# %%
for max_iter in (1, 2, 3, 4, 5, 100):
    _, _, wcss, n_iter = lloyd(X, start, max_iter, tol=1e-12)
    print(f"at most {max_iter:3}: {n_iter} rounds, inertia {wcss:.6f}")

# %% [markdown]
# ## Where to start: at random
#
# So far we chose the start. The plainest rule is: take `k` of the points
# themselves, at random. Not the same point twice! Two equal centroids share
# every tie, and one of them stays empty.
#
# ### Exercise 6: random start

# %% tags=["exercise"]
def init_random(X, n_clusters, rng):
    """Choose n_clusters different rows of X, all with the same chance.

    X is (n, d) and stays as it is; n_clusters is n at most. rng is a NumPy
    Generator: every draw comes from it. No row is chosen twice (two rows
    with equal values are two rows).
    Return an array of shape (n_clusters, d), in any order.
    """
    ...


init_random = check(init_random)

# %%
rng = np.random.default_rng(0)
print(init_random(X, 3, rng).round(6))

# %% [markdown]
# **Predict first:** from 100 random starts, how many end badly, with an
# inertia above 100?

# %%
ends = [lloyd(X, init_random(X, 3, np.random.default_rng(seed)), 100,
              1e-4)[2] for seed in range(100)]
print("ended badly:", sum(end > 100 for end in ends), "of", len(ends))

# %% [markdown]
# ## Where to start: k-means++
#
# The bad ends had two centroids in one group. The idea of
# [**k-means++**](GLOSSARY#k-means-start): draw one centroid after the other,
# and prefer points that are far from all centroids so far. A point's chance is
# proportional to its squared distance to the *nearest* of them.
#
# So first you need a draw in which each index has its own weight. You know
# it if you have done the [NumPy tips](10_numpy_tips.ipynb).

# %% [markdown]
# ### Exercise 7: weighted choice

# %% tags=["exercise"]
def weighted_choice(weights, rng):
    """Draw an index, with probability proportional to its weight.

    weights is (n,), none negative, at least one positive; it stays as it is.
    An index of weight 0 is never drawn, even if a random number is exactly 0.
    rng is a NumPy Generator: every draw comes from it.
    Return an integer from 0 to n - 1.
    """
    ...


weighted_choice = check(weighted_choice)

# %%
rng = np.random.default_rng(0)
weights = np.array([1, 0, 3])
drawn = [weighted_choice(weights, rng) for _ in range(1000)]
print("index 1 drawn:", drawn.count(1), "times")
print("index 2 more than twice as often as 0:",
      drawn.count(2) > 2 * drawn.count(0))

# %% [markdown]
# **Predict first:** a point that is already a centroid, what is its weight?
# Can it be drawn again?
#
# <details><summary>Answer</summary>
#
# Its distance to the nearest centroid, itself, is 0. So its weight is 0, and
# it is never drawn again. Nothing else is needed to avoid repeats.
#
# </details>
#
# ### Exercise 8: k-means++

# %% tags=["exercise"]
def init_kmeans_plusplus(X, n_clusters, rng):
    """Choose rows of X that lie far from each other, without scikit-learn.

    X is (n, d) and stays as it is; at least n_clusters of its rows differ.
    rng is a NumPy Generator: every draw comes from it. The first row is
    drawn with the same chance for all (two rows with equal values are two
    rows); each further one with probability proportional to its squared
    distance to the nearest row chosen so far, so never if that is 0.
    Return an array of shape (n_clusters, d), in the order drawn.
    """
    ...


init_kmeans_plusplus = check(init_kmeans_plusplus)

# %% [markdown]
# A better start is nearer to the end. Measure it: the sum of squared
# distances from the points to their nearest *starting* centroid, the [seeding
# cost](GLOSSARY#seeding-cost).
#
# **Predict first:** which start is cheaper on average? And does the cheaper
# start also end badly less often?

# %%
for init in (init_random, init_kmeans_plusplus):
    costs, ends = [], []
    for seed in range(100):
        first = init(X, 3, np.random.default_rng(seed))
        costs.append(inertia(X, assign_labels(X, first), first))
        ends.append(lloyd(X, first, 100, 1e-4)[2])
    print(f"{init.__name__:20} mean seeding cost {np.mean(costs):.2f}, "
          f"ended badly {sum(end > 100 for end in ends)} of 100")

# %% [markdown]
# A surprise. The seeding cost is far lower, yet on this easy data about as
# many runs end badly: 8 and 8 with the package's functions. (Yours may draw
# in another order, and so give slightly other counts.) A start can look good
# and still lead into a poor end.
#
# scikit-learn's k-means++ does better, because it is *greedy*: at each step
# it draws several candidates and keeps the best. You meet it again in
# [notebook 05](05_your_class_on_trial.ipynb).

# %% [markdown]
# ## The class
#
# Now put it together as one object that works like scikit-learn's. Why a
# class? It *remembers*. `fit` finds the centroids, and `predict` uses them
# later, on other points.
#
# It grows method by method. Fill them in one at a time, and run the cell
# after each: the check tells you what is still missing.
#
# | method | what it does | returns |
# | --- | --- | --- |
# | `__init__` | stores its arguments, under the same names. Nothing else | |
# | `fit` | makes the Generator and the start, runs `lloyd`, stores the four results | `self` |
# | `predict` | labels any points with the stored centroids | labels |
# | `fit_predict` | fits, then gives the labels of the points fitted | labels |

# %% [markdown]
# The four results, as in scikit-learn:
#
# | attribute | |
# | --- | --- |
# | `cluster_centers_` | `(k, d)`, the centroids |
# | `labels_` | `(n,)`, the label of every point |
# | `inertia_` | the inertia |
# | `n_iter_` | the number of rounds |
#
# `init` may be `"random"`, `"k-means++"`, or an array with the starting
# centroids. Any other word, a misspelt one above all, must be an error and
# not a silent choice: raise a `ValueError`. To tell a word from an array, ask
# `isinstance(self.init, str)`.
#
# Four results come back from `lloyd`, and you can store them in one line:
# `self.a, self.b = function(...)` puts the first into `a`, the second into
# `b`.

# %% [markdown]
# ### Exercise 9: your class
#
# <details><summary>How do I get the Generator?</summary>
#
# `np.random.default_rng(self.random_state)` makes a
# [Generator](GLOSSARY#generator). A number gives the same draws every time,
# None gives others every time. Make it in `fit`, not in `__init__`, or a
# second `fit` would draw differently from the first.
#
# </details>
#
# <details><summary>Why does <code>fit</code> return <code>self</code>?</summary>
#
# So that you can write `MyKMeans(3).fit(X)` and keep the model.
#
# </details>

# %% tags=["exercise"]
class MyKMeans:
    """K-Means, with the functions above and without scikit-learn.

    __init__ only stores its arguments, and no method changes them. init is
    "random", "k-means++" or an array of shape (n_clusters, d); any other
    word raises a ValueError in fit. random_state is a seed, or None: then
    every fit draws anew. X and init may hold integers, and stay as they are.
    fit(X) does what lloyd does, anew each time and from one start. It stores
    the results as cluster_centers_, labels_, inertia_ and n_iter_, and
    returns the model. predict(X) labels any points and changes nothing.
    fit_predict(X) fits the model each time and returns the labels of X.
    """

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
# Give it the start that you used by hand.
#
# **Predict first:** what will `inertia_` and `n_iter_` be?

# %%
model = MyKMeans(n_clusters=3, init=start).fit(X)
print(f"inertia {model.inertia_:.6f} after {model.n_iter_} rounds")
print("cluster sizes:", np.bincount(model.labels_))
print("new points:   ", model.predict(np.array([[1, 0.5], [-1, -1.5]])))

# %% alt="Scatter plot of the three clusters that the class found: bottom left, right and top, each with its centroid in the middle."
ax = plot_clusters(3, model.cluster_centers_, X, model.labels_,
                   "Found by the class", "feature 1", "feature 2")

# %% [markdown]
# The same numbers as by hand. And since the class has scikit-learn's names,
# everything that takes scikit-learn's class takes it too.
#
# **Predict first:** scikit-learn found an elbow at 3. Will `get_inertia_list`
# with *this* class lead to the same k?

# %%
from kmeans_lab import get_elbow, get_inertia_list

wcss = get_inertia_list(X, 1, 10, MyKMeans, init="k-means++")
print("WCSS falls at every k:", bool((np.diff(wcss) < 0).all()))
print("elbow:", get_elbow(wcss, 10))

# %% [markdown]
# ## The package's own MyKMeans
#
# The package has a class of the same name. It is the algorithm you wrote,
# with what a tool for others needs besides: it checks its input, starts
# several times, and is made fast. Its arguments:
#
# | argument | |
# | --- | --- |
# | `n_clusters=8`, `max_iter=300`, `tol=1e-4` | as yours; `tol` is relative to the variance of the data |
# | `init="random"` | also `"k-means++"`, an array, or a function |
# | `random_state=None` | the seed |
# | `n_init="auto"` | how many starts; the best is kept |

# %% [markdown]
# Two static methods do single steps without an object. Static means: they
# need no `self`, so you call them on the class.

# %%
from kmeans_lab import MyKMeans as PackageKMeans

first = PackageKMeans.init_centroids(X, 3, random_state=42, init="random")
print(first.round(6))
print(np.bincount(PackageKMeans.assign_labels(X, first)))

# %% [markdown]
# And `initialize` and `recompute_centroids` go through a run by hand, which
# you will do in [05](05_your_class_on_trial.ipynb). Here is the whole run.

# %%
package = PackageKMeans(n_clusters=3, random_state=42).fit(X)
print(f"inertia {package.inertia_:.6f}")
print("cluster sizes:", np.bincount(package.labels_))

# %% [markdown]
# ## Exercise 10: what is missing?
#
# Your class works on good input. A tool for others must also face bad input.
# Try these, in a new cell. What does yours do, and what should it do?
#
# 1. One value of `X` is NaN.
# 2. `n_clusters` is larger than the number of points.
# 3. `predict` is called before `fit`.
# 4. `predict` gets points with one column after a fit on two.
#
# <details><summary>Answer</summary>
#
# 1. Every distance of that point is NaN. Sooner or later there is an error
#    about something else, or centroids of NaN that mean nothing. It should be
#    an error about `X`, at once.
# 2. There are not enough different rows to start from. NumPy may complain
#    about probabilities or sizes, or a loop may never end. The error should
#    name `n_clusters` and both numbers.
# 3. `AttributeError: ... has no attribute 'cluster_centers_'`. True, but the
#    user should read "call fit first".
# 4. [Broadcasting](GLOSSARY#broadcasting) stretches the one column over both,
#    and you get labels without a word. The error should say how many columns
#    `fit` saw.
#
# The package's class does all of this with a few lines from scikit-learn:
# `validate_data` and `check_is_fitted`.
#
# </details>

# %% [markdown]
# ## What to remember
#
# - K-Means needs four short functions: distances, labels, means, and the loop.
# - An empty cluster has no mean. Decide what happens to it, or NaN will.
# - Labels and inertia must belong to the centroids that you return.
# - Never change the arrays that you are given.
# - Randomness comes from a Generator that is handed in.
# - `fit` learns and stores, `predict` only uses.

# %% [markdown]
# ## Where next
#
# Does your class hold up against scikit-learn's? Put it on trial in
# [05 Your class on trial](05_your_class_on_trial.ipynb).
#
# To read: S. Lloyd, [Least squares quantization in
# PCM](https://doi.org/10.1109/TIT.1982.1056489), 1982; D. Arthur and
# S. Vassilvitskii, [k-means++: the advantages of careful
# seeding](https://dl.acm.org/doi/10.5555/1283383.1283494), 2007.
