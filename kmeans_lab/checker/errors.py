"""What Python's errors mean for a student."""

import re

HIDDEN_FUNCTION = (
    "A name that gets a value inside a function is local in all of it, so your function of the "
    "same name is hidden. Give the value another name."
)

# What Python says, and what it means here: (type of the error, pattern, key, hint).
ERRORS = (
    (
        "AttributeError",
        r"Generator",
        "old random",
        "A Generator has no method of this name. It has `rng.integers(n)` for whole numbers, "
        "`rng.random()` for floats from 0 to 1, `rng.choice` and `rng.permutation`. It is seeded "
        "already.",
    ),
    (
        "ValueError",
        r"weights must be",
        "no weights",
        "The weights are all 0, negative or not finite. Is there one weight for each item?",
    ),
    (
        "ValueError",
        r"cannot be empty",
        "nothing to draw",
        "There is nothing to draw from. Did rounding or converting to integers remove every "
        "weight?",
    ),
    ("ImportError", r"", "import", "There is nothing of this name to import. A typing mistake?"),
    (
        "ModuleNotFoundError",
        r"",
        "import",
        "There is no module of this name here. A typing mistake?",
    ),
    (
        "TypeError",
        r"(seed|SeedSequence|BitGenerator|Cannot cast|_legacy)",
        "generator as a seed",
        "`rng` is a Generator, not a seed: draw from it directly.",
    ),
    (
        "ValueError",
        r"[Pp]robabilities (contain NaN|are not non-negative)|Total of weights",
        "no weights",
        "The weights are all 0, negative or not finite. Is there one weight for each item?",
    ),
    (
        "ValueError",
        r"[Pp]robabilities do not sum",
        "not normalised",
        "Probabilities must sum to 1: divide the weights by their sum.",
    ),
    (
        "ValueError",
        r"larger sample than population",
        "sample too large",
        "More is drawn without replacement than there is to draw from.",
    ),
    (
        "IndexError",
        r"index \d+ is out of bounds",
        "index out of bounds",
        "An index is larger than the array. Indices run from 0 to length - 1, and the number of "
        "rows and columns is not the same for every input.",
    ),
    (
        "IndexError",
        r"arrays used as indices must be of integer|only integers, slices",
        "float index",
        "Something that is used as an index is not an integer.",
    ),
    (
        "TypeError",
        r"only integer scalar arrays|list indices must be",
        "list index",
        "A list cannot be indexed by an array. Make it a NumPy array first.",
    ),
    (
        "IndexError",
        r"boolean index did not match",
        "mask length",
        "The mask has another length than the array that it is used on.",
    ),
    (
        "ValueError",
        r"truth value of an array",
        "truth of an array",
        "An `if` needs one yes or no, but gets an array of them. Which of them decide: "
        "`.any()`, `.all()`, or a single entry?",
    ),
    (
        "ValueError",
        r"could not broadcast input array",
        "shapes do not fit",
        "What you store has another shape than its place. Print both shapes: did a sum or a mean "
        "run along the wrong axis?",
    ),
    (
        "ValueError",
        r"could not be broadcast|operands could not",
        "shapes do not fit",
        "Two arrays do not fit together: print their shapes. One number a row, kept as a column: "
        "`keepdims=True`.",
    ),
    (
        "ValueError",
        r"matmul|not aligned",
        "shapes do not fit",
        "The shapes of a matrix product do not fit together: the last axis of the first is the "
        "first axis of the second. `.T` exchanges rows and columns.",
    ),
    (
        "ValueError",
        r"setting an array element with a sequence|inhomogeneous",
        "one place, many values",
        "Several numbers are put where one has room, or rows of different length into one array.",
    ),
    (
        "NameError",
        r"",
        "unknown name",
        "The name is not known here. A parameter with another name, a typing mistake, or a cell "
        "that has not been run yet?",
    ),
    (
        "UnboundLocalError",
        r"",
        "no value yet",
        "The variable is used before it has a value on this path. Give it one before the loop or "
        "the `if`.",
    ),
    (
        "RecursionError",
        r"",
        "calls itself",
        "Your function calls itself again and again. Did you mean another function?",
    ),
    (
        "ZeroDivisionError",
        r"",
        "division by zero",
        "Something is divided by zero. Is something counted that is not there, or a loop left "
        "before its first round?",
    ),
    (
        "EOFError",
        r"input",
        "input",
        "Your function asks for input. It must work from its arguments alone.",
    ),
    (
        "SystemExit",
        r"",
        "exit",
        "Your code ends the program (`exit`, `quit` or `sys.exit`). Use `return` to leave a "
        "function.",
    ),
    ("KeyboardInterrupt", r"", "raises", "Your code raises KeyboardInterrupt itself."),
    (
        "TypeError",
        r"positional argument|unexpected keyword",
        "arguments",
        "A function is called with the wrong number or names of arguments.",
    ),
    (
        "TypeError",
        r"'NoneType'",
        "none inside",
        "Something is None where a value is needed. Does every function that you call return one?",
    ),
    (
        "AttributeError",
        r"'NoneType'",
        "none inside",
        "Something is None where a value is needed. Does every function that you call return one?",
    ),
    (
        "TypeError",
        r"ndarray' object is not callable",
        "parentheses for brackets",
        "Square brackets index an array; parentheses call a function.",
    ),
    (
        "AttributeError",
        r"'list'",
        "list inside",
        "A list has no such method; a NumPy array has. `np.array(...)` makes one of it.",
    ),
    ("TypeError", r"bitwise_xor|for \^", "caret", "`^` is no power in Python: write `** 2`."),
    (
        "TypeError",
        r"list",
        "list inside",
        "A list cannot be calculated with. `np.array(...)` makes an array of it.",
    ),
    (
        "UFuncTypeError",
        r"float.*to .*int",
        "integer array",
        "The result is a float, and the array that it should go into holds integers. Make that "
        "array with `dtype=float`.",
    ),
    (
        "MemoryError",
        r"",
        "too much memory",
        "An array became far too large. Which shape should it have?",
    ),
)


def explain_error(error, course):
    """Return a key and a hint for an error that the student's code ended with."""
    text = safe_text(error)
    hidden = [name for name in course.exercises if f"'{name}'" in text]
    if isinstance(error, UnboundLocalError) and hidden:
        return "hidden function", course.hint_for("hidden function", HIDDEN_FUNCTION)
    for type_name, pattern, key, hint in (*course.errors, *ERRORS):
        if type(error).__name__ == type_name and re.search(pattern, text):
            return key, course.hint_for(key, hint)
    return "raises", course.hint_for("raises")


def safe_text(error):
    """Return the message of an error, whatever its `__str__` does."""
    try:
        return str(error)[:200]
    except BaseException:
        return ""
