"""Small NumPy functions: the model answers of the exercises on tips."""

import numpy as np

from .steps import weighted_choice


def random_select(nums, rng):
    """Draw one of some numbers with a probability proportional to the number itself.

    Parameters
    ----------
    nums : sequence of numbers
        Not negative, at least one of them positive.
    rng : numpy.random.Generator
        Where the draw comes from.

    Returns
    -------
    index : int
        Its position, from 0.
    value : number
        The number drawn: ``nums[index]``.
    """
    index = weighted_choice(nums, rng)
    return index, nums[index]


def stack_rows(rows):
    """Make one array of rows that were collected one by one.

    Parameters
    ----------
    rows : list of pairs of numbers
        It may be empty.

    Returns
    -------
    stacked : float array of shape (n, 2)
        One pair a row; of shape (0, 2) if there is none.
    """
    return np.array(rows, dtype=float).reshape(-1, 2)


def standardize(X):
    """Shift and scale every column to mean 0 and standard deviation 1.

    Parameters
    ----------
    X : array of shape (n, d)
        The data. It stays as it is.

    Returns
    -------
    Z : float array of shape (n, d)
        (X - mean) / standard deviation, column by column, with the standard deviation over n
        as scikit-learn computes it. A constant column becomes 0.
    """
    # Rounding: the standard deviation of 0.1, 0.1, 0.1 is 1.4e-17, not 0.
    constant = (X == X[0]).all(axis=0)
    return (X - X.mean(axis=0)) / np.where(constant, 1, X.std(axis=0))
