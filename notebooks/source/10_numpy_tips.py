# %% [markdown]
# # NumPy tips for clustering
#
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/OWNER/REPO/blob/main/notebooks/10_numpy_tips.ipynb)
#
# After this notebook you can
#
# - draw an item with a probability that you choose,
# - get the same random numbers again, and only when you want to,
# - grow, filter and compare arrays without the usual accidents,
# - hand a class to a function, just as you hand it a number.
#
# **Time:** 40 minutes. **Know first:** lists, loops and functions in Python.
# You can read this notebook at any point of the series; its last section is
# easier after [01](01_kmeans_on_blobs.ipynb).

# %% tags=["setup"]
import kmeans_lab

# %% [markdown]
# ## Draw an index by weight
#
# A lottery wheel has five fields of different size. How do you spin it in
# Python? K-Means needs the very same thing: its usual start,
# [k-means++](GLOSSARY#k-means-start), draws far points more often than near
# ones.
#
# The sizes are **weights**. Divide them by their sum and they are
# **probabilities**.

# %%
import numpy as np

weights = np.array([10, 20, 5, 40, 25])
print(weights / weights.sum())

# %% [markdown]
# Lay the weights end to end on a line. Then throw a dart at the line, every
# place equally likely. The longer a piece, the more often it is hit.
#
# **Predict first:** the line is 100 long. Which index does a dart at 62 hit?

# %% alt="A line from 0 to 100, cut into five pieces of length 10, 20, 5, 40 and 25, with their index 0 to 4 written in. A dashed mark at 62 lies in piece 3."
import matplotlib.pyplot as plt

from kmeans_lab import default_colors

ends = np.cumsum(weights)
fig, ax = plt.subplots(figsize=(7, 1.4))
ax.barh(0, weights, left=ends - weights, color=default_colors,
        edgecolor="black")
for i, middle in enumerate(ends - weights / 2):
    ax.text(middle, 0, i, ha="center", va="center", fontsize=13,
            bbox={"facecolor": "white", "boxstyle": "circle"})
ax.axvline(62, color="black", linestyle="--")
_ = ax.set(yticks=[], xlabel="place of the dart", xticks=[0, *ends, 62])

# %% [markdown]
# The dart hits index 3. Here is where the pieces end. The one you want is the
# first that ends beyond the dart.

# %%
print(ends)

# %% [markdown]
# ## Exercise 1: a weighted draw
#
# Turn the dart into a function. `rng` is a NumPy random generator:
# `rng.random()` gives a number from 0 up to, but never including, 1.
#
# **Think first:** what must happen to an index of weight 0?
#
# <details><summary>A nudge</summary>
#
# It must never be drawn, not even by a dart that lands exactly on a border.
# NumPy can find the place of a number in a sorted array for you: look up
# `np.searchsorted`, and what its `side` means.
#
# </details>

# %% tags=["exercise"]
from kmeans_lab import check, hint, solution


def weighted_choice(weights, rng):
    """Draw an index, with probability proportional to its weight.

    weights is (n,), none negative, at least one positive; it stays as it is.
    An index of weight 0 is never drawn, even if a random number is exactly 0.
    rng is a NumPy Generator: every draw comes from it.
    Return an integer from 0 to n - 1.
    """
    ...


weighted_choice = check(weighted_choice)

# %% [markdown]
# One draw proves nothing. Ten thousand do.
#
# **Predict first:** how often, about, will index 2 come up?

# %%
rng = np.random.default_rng(42)
drawn = [weighted_choice(weights, rng) for _ in range(10_000)]
counts = np.bincount(drawn, minlength=5)
share = weights / weights.sum()
print("counts:     ", counts)
print("within 0.02:", np.abs(counts / 10_000 - share) < 0.02)

# %% [markdown]
# About 500 times: 5 of 100. NumPy has this ready-made, too. Use it from now
# on, and know what it does.

# %%
rng = np.random.default_rng(42)
print(rng.choice(5, size=10, p=weights / weights.sum()))

# %% [markdown]
# ## Exercise 2: the index and the value
#
# Now draw one of the *numbers* in a list, larger ones more often, and say
# where it stood. Your `weighted_choice` does most of the work.

# %% tags=["exercise"]
def random_select(nums, rng):
    """Draw one number, with probability proportional to itself.

    nums is a list, a tuple, a range or an array of numbers, none negative,
    at least one positive; it stays as it is. A 0 is never drawn. rng is a
    NumPy Generator: every draw comes from it.
    Return a tuple: (index, value), the value as it stands at that index.
    """
    ...


random_select = check(random_select)

# %%
index, value = random_select([10, 20, 5, 40, 25], np.random.default_rng(0))
print(value == [10, 20, 5, 40, 25][index])

# %% [markdown]
# ## The same random numbers again
#
# Results that nobody can repeat convince nobody. A
# [**seed**](GLOSSARY#random-state) makes a random generator start at the same
# place.
#
# **Predict first:** both draws below come directly after the same seed. Are
# they equal?

# %%
import random

np.random.seed(0)
first = random.random()
np.random.seed(0)
second = random.random()
print(first == second)

# %% [markdown]
# <details><summary>Why not?</summary>
#
# There are two generators here. `np.random.seed` sets NumPy's own, while
# `random.random` belongs to Python and never hears of it. Two programs with
# the same seed then differ, and you look for the reason in the wrong place.
#
# </details>

# %% [markdown]
# Do it like this instead: make one [**Generator**](GLOSSARY#generator), and
# hand it to every function that draws. Nothing is hidden, and nobody else's
# random numbers change because of yours.

# %%
def three_draws(rng):
    return rng.integers(0, 100, size=3)


print(three_draws(np.random.default_rng(7)))
print(three_draws(np.random.default_rng(7)))

# %% [markdown]
# ## Grow an array row by row
#
# You collect points one at a time, and at the end you want an array of shape
# `(n, 2)`. You can start from an *empty* one: no rows, but two columns.

# %%
points = np.empty((0, 2))
for i in range(3):
    points = np.vstack([points, [i, i**2]])
print(points.shape)
print(points)

# %% [markdown]
# It works. But every `np.vstack`, like `np.append`, makes a whole new array
# and copies all the old rows into it.
#
# **Predict first:** growing an array to 64 000 rows of two numbers this way,
# how many gigabytes are copied in all? (A number takes 8 bytes.)

# %%
n = 64_000
rows_copied = n * (n - 1) // 2
print(f"{rows_copied * 2 * 8 / 1e9:.1f} GB")

# %% [markdown]
# All that for one megabyte of data. Appending to a *list* hardly ever copies.
# So collect the rows in a list, and make the array once, at the end.
#
# ## Exercise 3: stack the rows
#
# **Think first:** what shape has `np.array([])`, and what shape do you want
# for a list without rows?
#
# <details><summary>A nudge</summary>
#
# An empty list does not know that its rows would have had two columns:
# `np.array([])` has shape `(0,)`. `reshape` can tell it. One of the two
# lengths may be -1, which means "as many as there are".
#
# </details>

# %% tags=["exercise"]
def stack_rows(rows):
    """Make one array of rows that were collected one by one.

    rows is a list of pairs of numbers, each a tuple or a list. It may be
    empty, and it stays as it is.
    Return a float64 array of shape (n, 2), the pairs in their order; of
    shape (0, 2) for an empty list.
    """
    ...


stack_rows = check(stack_rows)

# %%
rows = []
for i in range(n):
    rows.append([i, i**2])
print(stack_rows(rows).shape)
print(stack_rows([]).shape)

# %% [markdown]
# ## Filter one array by another
#
# Points in one array, their [labels](GLOSSARY#label) in another, row by row.
# Which points have label 1? A comparison gives an array of True and False, a
# [**mask**](GLOSSARY#mask). An array indexed by a mask keeps the rows where it
# is True.
#
# **Predict first:** what is the shape of `X[labels == 1]`?

# %%
X = np.array([[1, 2], [8, 9], [2, 1], [9, 9], [5, 5]])
labels = np.array([0, 1, 0, 1, 2])
print(labels == 1)
print(X[labels == 1])

# %% [markdown]
# Shape `(2, 2)`: two points, two columns. A mask has to have one entry for
# every row. And a mask that is nowhere True gives an empty array. It has no
# mean: NumPy warns and answers [NaN](GLOSSARY#nan), "not a number". Remember
# this when a cluster [runs empty](GLOSSARY#empty-cluster).

# %%
print(X[labels == 3].shape)

# %% [markdown]
# ## Is it in there?
#
# `x in some_list` compares with each element. With arrays it does something
# else.
#
# **Predict first:** the point (1, 9) is not a row of `X`. What does
# `in` say?

# %%
print(np.array([1, 9]) in X)

# %% [markdown]
# True! NumPy compares number by number, and says True if *any* single number
# agrees: here a 1 in the first column and a 9 in the second, in different
# rows. To ask for a whole row, ask for rows where *all* numbers agree.

# %%
print((X == [1, 9]).all(axis=1).any())
print((X == [8, 9]).all(axis=1).any())

# %% [markdown]
# ## Exercise 4: what is not in the other one
#
# Keep the elements of one array that do not occur in another, in their order.
#
# <details><summary>A nudge</summary>
#
# Make a mask, then flip it with `~`. Look for a NumPy function whose name
# asks your question.
#
# </details>

# %% tags=["exercise"]
def not_in(X, Y):
    """Keep the elements of X that do not occur in Y.

    X is (n,), Y is (m,); either may be empty, and both stay as they are.
    Return an array, in the order of X, each element as often as in X.
    """
    ...


not_in = check(not_in)

# %%
X = np.array([2, 5, 27, 13, 86, 18, 22, 43])
Y = np.array([2, 13, 18])
print(not_in(X, Y))

# %% [markdown]
# ## Numbers that do not fit
#
# An array has one type for all its numbers, and it keeps that type.
#
# **Predict first:** what do these two lines print?

# %%
centroid = np.array([10, 20])
centroid[0] = 2.75
print(centroid[0])
print(np.array([10], dtype=np.uint8) - np.array([16], dtype=np.uint8))

# %% [markdown]
# An integer array cuts off what comes after the point: 2.75 becomes 2. And
# `uint8`, the type of pixels, knows only 0 to 255: below 0 it starts again
# from the top, so that 10 - 16 is 250. Neither gives an error. Before you
# compute means or distances, convert.

# %%
centroid = np.array([10, 20], dtype=float)
centroid[0] = 2.75
print(centroid[0])

# %% [markdown]
# ## A class as an argument
#
# In Python a class is a value like any other: you can hand it to a function,
# and the function makes objects of it. It need not know which class it gets,
# only what it can do.

# %%
class Sum:
    def of(self, numbers):
        return sum(numbers)


class Product:
    def of(self, numbers):
        return int(np.prod(numbers))


def compute(Operation, numbers):
    return Operation().of(numbers)


# %% [markdown]
# **Predict first:** what does each line print?

# %%
print(compute(Sum, [700, 70, 7]))
print(compute(Product, [9, 5, 3]))

# %% [markdown]
# This is how the series compares [models](GLOSSARY#estimator).
# `get_inertia_list` takes a *class* and fits one object of it for every k. The
# class needs the arguments `n_clusters` and `random_state`, a `fit`, and the
# attribute [`inertia_`](GLOSSARY#inertia). `KMeans` will do, and
# `BisectingKMeans`, which cuts one cluster in two until there are k. So will a
# class of yours.

# %%
from sklearn.cluster import BisectingKMeans, KMeans

from kmeans_lab import get_inertia_list, get_sample_blobs_data

blobs = get_sample_blobs_data()
for Model in (KMeans, BisectingKMeans):
    wcss = get_inertia_list(blobs, 1, 4, Model)
    print(f"{Model.__name__:16}", wcss.round(4))

# %% [markdown]
# **Try it:** write `Model()` where the function wants `Model`. What does the
# message say?
#
# <details><summary>Answer</summary>
#
# `KMeans_model must be a class such as KMeans, got KMeans().` With the
# brackets you hand over one object, already made. The function needs the
# class, to make a new object for every k.
#
# </details>

# %% [markdown]
# ## What to remember
#
# - Weights become probabilities when you divide by their sum.
# - Make one `np.random.default_rng(seed)` and hand it on.
# - Collect rows in a list and convert once.
# - Filter with a mask. An empty selection has no mean.
# - `in` on arrays compares single numbers. Use `.all(axis=1)` for rows.
# - Integer arrays cut off fractions, and `uint8` wraps around.
# - A class is a value: hand it over without brackets.

# %% [markdown]
# ## Where next
#
# Use it all: [04 K-Means from scratch](04_kmeans_from_scratch.ipynb).
#
# To read: NumPy's own pages on [random
# sampling](https://numpy.org/doc/stable/reference/random/index.html) and on
# [indexing](https://numpy.org/doc/stable/user/basics.indexing.html).
