"""What Python's errors mean for a student."""

import re

HIDDEN_FUNCTION = (
    "A name that gets a value inside a function is local in all of it, so your function of the "
    "same name is hidden. Give the value another name."
)

# What Python says, and what it means here: (type of the error, pattern, key, hint). The first that
# fits is taken; `{missing}` stands for the first name that Python quotes.
NO_WEIGHTS = (
    "The weights cannot be used: all are 0, some are negative or NaN, or there is not one for "
    "each item."
)
ERRORS = (
    (
        "AttributeError",
        r"Generator' object has no",
        "old random",
        "A Generator has no method of this name. It has `rng.integers(n)` for whole numbers, "
        "`rng.random()` for floats from 0 to 1, `rng.choice` and `rng.permutation`. It is seeded "
        "already.",
    ),
    (
        "ValueError",
        r"weights must be|number of weights|Total of weights|p must (have same|be 1-d)|"
        r"Fewer non-zero|[Pp]robabilities (contain NaN|are not non-negative)",
        "no weights",
        NO_WEIGHTS,
    ),
    ("ZeroDivisionError", r"[Ww]eights sum to zero", "no weights", NO_WEIGHTS),
    (
        "ValueError",
        r"cannot be empty|must be a positive integer unless|high <= 0|low >= high",
        "nothing to draw",
        "There is nothing to draw from: the list is empty, or the range of whole numbers ends "
        "where it begins. Did rounding or converting to integers remove something?",
    ),
    ("IndexError", r"choose from an empty", "nothing to draw", "There is nothing to draw from."),
    (
        "ValueError",
        r"zero-size array to reduction",
        "smallest of nothing",
        "The smallest or the largest of no numbers at all is asked for. Which array is empty?",
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
        r"supported seed types|SeedSequence|_legacy|Cannot cast scalar from dtype\('O",
        "generator as a seed",
        "This is no seed. A Generator, such as `rng`, is none either: draw from it directly.",
    ),
    (
        "TypeError",
        r"Cannot cast array data from dtype\('float|cannot be interpreted as an integer|"
        r"sequence of integers or a single",
        "whole number needed",
        "A whole number is needed here, as an index or a length, and this is something else. Is "
        "it a float, or a whole array?",
    ),
    (
        "ValueError",
        r"[Pp]robabilities do not sum",
        "not normalised",
        "Probabilities must sum to 1: divide the weights by their sum.",
    ),
    (
        "ValueError",
        r"[Ll]arger (sample )?than( a)? population",
        "sample too large",
        "More is drawn without replacement than there is to draw from.",
    ),
    (
        "IndexError",
        r"index -?\d+ is out of bounds|index out of range|pop from empty",
        "index out of bounds",
        "An index lies outside of the array or list. Indices run from 0 to length - 1, and "
        "lengths, such as the number of rows and columns, are not the same for every input.",
    ),
    (
        "IndexError",
        r"too many indices|invalid index to scalar",
        "too many indices",
        "There are more indices than axes: what is indexed here is smaller than you think, "
        "perhaps a row, or a single number. Print its shape.",
    ),
    (
        "AxisError",
        r"",
        "no such axis",
        "The array has no axis of this number. They are counted from 0: print its shape.",
    ),
    (
        "IndexError",
        r"arrays used as indices must be of integer|only integers, slices",
        "float index",
        "Something that is used as an index is not an integer.",
    ),
    (
        "TypeError",
        r"list indices must be",
        "list index",
        "A list takes a single whole number as its index. A NumPy array takes arrays, and an "
        "index for each axis: `np.array(...)` makes one of it.",
    ),
    (
        "TypeError",
        r"only integer scalar arrays",
        "list index",
        "One whole number is needed here, and there is an array. Is a list indexed by an array, "
        "or are two arrays joined without brackets around both?",
    ),
    (
        "IndexError",
        r"boolean index did not match",
        "mask length",
        "The mask has another length than the array that it is used on.",
    ),
    (
        "ValueError",
        r"truth value of a",
        "truth of an array",
        "One yes or no is needed here, as for `if`, `while`, `and`, `in` or `min`, and there is "
        "an array of them. Which of them decide: `.any()`, `.all()`, or a single entry?",
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
        r"could not be broadcast|operands could not|non-broadcastable|shape mismatch|"
        r"must have the same shape",
        "shapes do not fit",
        "Two arrays do not fit together: print their shapes. Is it one number a row that should "
        "stand beside the rows? `keepdims=True` keeps such numbers as a column.",
    ),
    (
        "IndexError",
        r"could not be broadcast",
        "shapes do not fit",
        "Two arrays that are used together as indices differ in length: print their shapes.",
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
        r"all the input array",
        "shapes do not fit",
        "Arrays that are joined must agree in all other axes, and in how many they have: print "
        "their shapes. A single row becomes a table of one row in brackets, `[row]`.",
    ),
    (
        "ValueError",
        r"cannot reshape",
        "shapes do not fit",
        "The numbers do not fill the shape that is asked for. How many are there?",
    ),
    (
        "ValueError",
        r"at least one array|zero-size array|empty sequence|argument is empty",
        "nothing there",
        "Something is asked of an empty array or list, such as its smallest number. Which input "
        "leaves it empty, and what is the answer then?",
    ),
    (
        "ValueError",
        r"values to unpack",
        "number of names",
        "There is another number of values than of names on the left of the `=`, or in the `for`. "
        "What does the right side hold?",
    ),
    (
        "ValueError",
        r"setting an array element with a sequence|inhomogeneous|only convert an array of size 1",
        "one place, many values",
        "Several numbers are put where one has room, or rows of different length into one array.",
    ),
    (
        "TypeError",
        r"can be converted to Python scalars",
        "one place, many values",
        "A single number is needed here, and there is an array. Which of its numbers is meant, or "
        "is a sum missing?",
    ),
    (
        "NameError",
        r"free variable",
        "no value yet",
        "`{missing}` is used inside another function before it has a value. Give it one first.",
    ),
    (
        "NameError",
        r"",
        "unknown name",
        "`{missing}` is not known here. A parameter with another name, a typing mistake, or a "
        "cell that has not been run yet?",
    ),
    (
        "UnboundLocalError",
        r"",
        "no value yet",
        "`{missing}` is used before it has a value. A name that gets one anywhere in a function "
        "is local in all of it: is that line always reached first?",
    ),
    (
        "RecursionError",
        r"",
        "calls itself",
        "A function calls itself again and again, at once or by way of another. Did you mean "
        "another function?",
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
        r"NoneType",
        "none inside",
        "Something is None where a value is needed. Does every function that you call return one?"
        "{if sort( or append( or shuffle(: What changes a list or an array in place, such as "
        "`x.sort()`, returns None.}",
    ),
    (
        "AttributeError",
        r"'NoneType'",
        "none inside",
        "Something is None where a value is needed. Does every function that you call return one?",
    ),
    (
        "TypeError",
        r"positional argument|keyword|multiple values for",
        "arguments",
        "A function is called with the wrong number or names of arguments.",
    ),
    (
        "TypeError",
        r"object is not callable",
        "parentheses for brackets",
        "Parentheses call a function, and what stands before them is none. Square brackets index "
        "an array; or has a variable taken the name of a function?",
    ),
    (
        "AttributeError",
        r"'(list|tuple|range)' object",
        "list inside",
        "A list, a tuple or a range has nothing of this name. A NumPy array may: `np.array(...)` "
        "makes one of it.",
    ),
    (
        "AttributeError",
        r"ndarray' object",
        "no such attribute",
        "A NumPy array has nothing of this name. A typing mistake? Or is it meant for a list, "
        "which can `append`?",
    ),
    (
        "AttributeError",
        r"",
        "no such attribute",
        "What stands before the dot has nothing of this name. A typing mistake, or is it "
        "something else than you think?",
    ),
    ("TypeError", r"bitwise_xor|for \^", "caret", "`^` is no power in Python: write `** 2`."),
    (
        "TypeError",
        r"operand type.*'list'|concatenate list|multiply sequence|unary.*'list'",
        "list inside",
        "A list cannot be calculated with. `np.array(...)` makes an array of it.",
    ),
    (
        "TypeError",
        r"unhashable",
        "unhashable",
        "Arrays and lists cannot be members of a set or keys of a dictionary. `tuple(...)` makes "
        "something of a row that can.",
    ),
    (
        "TypeError",
        r"not subscriptable|not iterable|has no len",
        "one number",
        "A single value is treated like a list or an array: it has no entries and no length.",
    ),
    (
        "TypeError",
        r"Cannot interpret .* as a data type",
        "shape in brackets",
        "What stands second is read as a type of numbers. A shape is one argument, in parentheses "
        "of its own: `np.zeros((n, k))`.",
    ),
    (
        "KeyError",
        r"",
        "no such key",
        "The dictionary has no such key, or the table no such column.",
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
    ("AssertionError", r"", "assertion", "An `assert` was not true."),
)


def explain_error(error, course):
    """Return a key and a hint for an error that the student's code ended with."""
    text, missing = safe_text(error), missing_name(error)
    if isinstance(error, UnboundLocalError) and missing in course.exercises:
        return "hidden function", course.hint_for("hidden function", HIDDEN_FUNCTION)
    if isinstance(error, NameError) and missing in course.exercises:
        return "unknown function", course.hint_for("unknown function", missing=missing)
    for type_name, pattern, key, hint in (*course.errors, *ERRORS):
        if type(error).__name__ == type_name and re.search(pattern, text):
            return key, course.hint_for(key, hint, missing=missing)
    return "raises", course.hint_for("raises")


def missing_name(error):
    """Return the first name that the message of an error quotes, or "it"."""
    quoted = re.search(r"'([^']+)'", safe_text(error))
    return quoted[1] if quoted else "it"


def safe_text(error):
    """Return the message of an error, whatever its `__str__` does."""
    try:
        return str(error)[:200]
    except BaseException:
        return ""
