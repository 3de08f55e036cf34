"""Bring answers into a comparable form, compare them, and write them as text."""

import inspect
import re
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass

import numpy as np

RTOL = 1e-4  # another order of summation, or float32 inside, stays far below this
ATOL = 1e-6  # times the largest number expected: what cancellation leaves of a zero
UNFINISHED = ("generator", "coroutine", "iterator")  # flaws that leave no values
MOST_NUMBERS = 80  # that an array may have to be shown


@dataclass(frozen=True)
class Unusable:
    """An answer that cannot be compared, in words."""

    text: str


def tidy(value, kind):
    """Split an answer into its plain content and what is wrong with its form.

    Parameters
    ----------
    value : object
        Whatever the student's function returned.
    kind : {"floats", "numbers", "integers", "number", "index", "index or None"} or tuple of them
        What it should have returned. "floats" are float64; "numbers", and a "number", may be
        integers as well.

    Returns
    -------
    plain : ndarray, None, Unusable or tuple of them
        Its content as a new array.
    flaws : list of str
        Keys of `words.GENERAL`.
    """
    unfinished = _unfinished(value)
    if unfinished:
        return Unusable(describe(value)), [unfinished]
    if isinstance(kind, tuple):
        return _tidy_parts(value, kind)
    if value is None:
        return None, [] if kind == "index or None" else ["none"]
    flaws = _container_flaws(value)
    try:
        array = np.array(value.to_numpy() if "pandas" in flaws else value)
        if array.dtype == object:
            array, flaws = _plainer(array), [*flaws, "objects"]
    except Exception:  # ragged lists, odd objects: whatever their methods raise
        return Unusable(describe(value)), ["kind"]
    if array.dtype.kind not in "biuf":
        return Unusable(describe(value)), ["kind"]
    return _tidy_numbers(array, flaws, kind)


def _unfinished(value):
    """Return the flaw of what holds no values yet, but only the promise of them; "" of others."""
    if inspect.iscoroutine(value):
        value.close()  # or Python warns later that nobody has awaited it
        return "coroutine"
    if inspect.isgenerator(value) and value.gi_code.co_name != "<genexpr>":
        return "generator"
    return "iterator" if isinstance(value, (Iterator, AsyncGenerator)) else ""


def _tidy_parts(value, kinds):
    if value is None:
        return None, ["none"]
    if not isinstance(value, (tuple, list)):
        return Unusable(describe(value)), ["not a tuple"]
    if len(value) != len(kinds):
        return Unusable(f"{len(value)} values"), ["number of values"]
    parts = [tidy(part, kind) for part, kind in zip(value, kinds)]
    return tuple(plain for plain, _ in parts), [flaw for _, flaws in parts for flaw in flaws]


def _container_flaws(value):
    if type(value).__module__.split(".")[0] == "pandas" and hasattr(value, "to_numpy"):
        return ["pandas"]
    if isinstance(value, (np.matrix, memoryview)):
        return [type(value).__name__]
    return ["list"] if isinstance(value, (list, tuple)) else []


def _plainer(array):
    """Return an array of numbers made from one of objects."""
    plain = np.array(array.tolist())
    return plain.astype(float) if plain.dtype == object else plain


def _tidy_numbers(array, flaws, kind):
    if kind in ("integers", "index", "index or None"):
        if array.dtype.kind == "b":
            return array.astype(int), [*flaws, "booleans"]
        if array.dtype.kind == "f" and array.size < 10**6:
            if np.isfinite(array).all() and (array == np.round(array)).all():
                return array.astype(int), [*flaws, "floats for integers"]
    elif array.dtype.kind == "f" and array.dtype.itemsize < 8:
        return array, [*flaws, "few digits"]
    elif kind == "floats" and array.dtype.kind in "iu":
        return array, [*flaws, "integers for floats"]
    return array, flaws


def same(got, want):
    """Tell whether two tidy answers have the same shape and, but for rounding, values."""
    if isinstance(want, tuple):
        return isinstance(got, tuple) and all(map(same, got, want))
    if not (isinstance(got, np.ndarray) and isinstance(want, np.ndarray)):
        return got is None and want is None
    return got.shape == want.shape and _close(got, want)


def same_but_axis(got, want):
    """Tell whether two arrays differ only in axes of length one."""
    if not (isinstance(got, np.ndarray) and isinstance(want, np.ndarray)):
        return False
    if got.shape == want.shape or got.size != want.size:
        return False
    return got.squeeze().shape == want.squeeze().shape and _close(got.ravel(), want.ravel())


def _close(got, want):
    if want.dtype.kind in "iu" and got.dtype.kind in "iu":
        return bool((got == want).all())
    got, want = got.astype(float), want.astype(float)
    size = np.abs(want)
    scale = size.max(initial=0.0, where=np.isfinite(size))
    with np.errstate(invalid="ignore"):
        near = np.abs(got - want) <= RTOL * size + ATOL * max(scale, 1e-3)
    return bool((near | (got == want) | (np.isnan(got) & np.isnan(want))).all())


def show(value):
    """Write a tidy answer as text, the same on every version."""
    if isinstance(value, Unusable):
        return value.text
    if not isinstance(value, np.ndarray):
        return repr(value)
    if value.size > MOST_NUMBERS:
        return f"an array of shape {value.shape}"
    if value.size == 0:
        return f"an empty array of shape {value.shape}"
    return _array_text(value, _number)


def _array_text(array, number):
    if array.ndim == 0:
        return number(array[()])
    return np.array2string(
        array, separator=", ", threshold=100, formatter={"all": number}, max_line_width=70
    )


def _number(x):
    if isinstance(x, (bool, np.bool_, int, np.integer)):
        return str(x)
    text = f"{float(x):.6g}"
    return text if set("einf.a") & set(text) else text + "."


def assignments(names, values):
    """Write arguments as Python code that makes them again, each under its name.

    Parameters
    ----------
    names : iterable of str
    values : iterable
        Arrays of up to 80 numbers, numbers, `Seed`, lists and tuples of them. Of a function, its
        `repr` becomes a comment.

    Returns
    -------
    code : str
        It can be run where NumPy is known as `np`.
    """
    return "\n".join(aligned(f"{name} = ", _code(value)) for name, value in zip(names, values))


def aligned(head, text, tail=""):
    """Put a text of several lines behind a head, all lines beginning in the same column."""
    return head + text.replace("\n", "\n" + " " * len(head)) + tail


def _code(value):
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return _array_code(value)
    if isinstance(value, (list, tuple)):
        left, right = "[]" if isinstance(value, list) else "()"
        pieces = [_code(piece) for piece in value]
        between = ",\n" if any("\n" in piece for piece in pieces) else ", "
        comma = "," if (left, len(pieces)) == ("(", 1) else ""
        return aligned(left, between.join(pieces), comma + right)
    if isinstance(value, float) and not np.isfinite(value):
        return _exact(value)
    return f"...  # {value!r}" if callable(value) else repr(value)


def _array_code(array):
    usual = array.size and np.array(array.tolist()).dtype == array.dtype
    dtype = "" if usual or array.dtype == np.zeros(0).dtype else f", dtype=np.{array.dtype.name}"
    if array.size == 0:
        return f"np.zeros({array.shape}{dtype})"
    if array.size > MOST_NUMBERS:
        return f"...  # an array of shape {array.shape}"
    return aligned("np.array(", _array_text(array, _exact), f"{dtype})")


def _exact(x):
    """Write a number with all digits that it has, and no more."""
    if np.isfinite(x):
        return re.sub(r"\.0$", ".", str(x))
    return str(x).replace("nan", "np.nan").replace("inf", "np.inf")


NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)")


def shows_answer(printed, expected):
    """Tell whether printed text may be an answer: its numbers are right, or as many as asked."""
    numbers = np.array([float(number) for number in NUMBER.findall(printed)])
    first = expected[0] if isinstance(expected, tuple) else expected
    if not isinstance(first, np.ndarray):
        return len(numbers) > 0
    gaps = np.abs(numbers[:, None] - first.ravel())
    right = (gaps <= 1e-3 * np.abs(first.ravel()) + 1e-6).any(axis=0).all()
    return bool(right) or len(numbers) == first.size


def describe(value):
    """Say what an odd return value is, without trusting its methods.

    A function, a class or an object is named by its type; numbers, text, dictionaries and
    sequences are shown as far as they go.
    """
    if value is None:
        return "None"
    if isinstance(value, np.matrix):
        return f"a matrix: {show(np.array(value))}"
    if isinstance(value, (np.ndarray, np.number, int, float)):
        return _describe_numbers(np.asarray(value))
    try:
        text = repr(value) if isinstance(value, (str, dict, list, tuple, set)) else ""
    except BaseException:
        text = ""
    name = type(value).__name__
    article = "an" if name[0] in "aeiouAEIOU" else "a"
    if len(text) > 120 or " at 0x" in text:
        text = ""
    return f"{article} {name}" + (f": {text}" if text else "")


def _describe_numbers(array):
    kind = f"an array of dtype {array.dtype}" if array.ndim else f"a number of type {array.dtype}"
    return f"{kind}: {show(array)}" if array.dtype.kind in "biuf" else kind
