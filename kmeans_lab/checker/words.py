"""What the checker says in any course, by key: of a function, its answers, its side effects.

What Python's errors mean stands in `errors.py`. A course, and an exercise, can say it otherwise.

A piece `{if range(: ...}` of any hint is said only if `range(` stands in the source, or what else
the condition names: see `reading.has`. `{type}` stands for a value of the finding.
"""

import re

PIECE = re.compile(r"\s?\{if ([^{}]+?): ([^{}]+)\}")

SEEN = (  # what is seldom meant, whatever the answer is
    "{if return in loop: A `return` stands inside a loop and ends it in its first round.} "
    "{if result thrown away: One line computes something, or compares with `==`, and keeps "
    "nothing of it.}"
)
GENERAL = {
    "not a class": "`{name}` must be a class.",
    "constructor": "`__init__` must take the arguments `{names}`, by these names.",
    "order of arguments": "The parameters stand in another order than the contract says: {call}. "
    "Whoever calls it relies on that order.",
    "parameters": "Your function cannot be called as {call}. Keep the parameters of the contract.",
    "helper": "`{name}` uses your `{helper}`, and that is not right yet. Mend `{helper}` first: "
    "`check({helper})` says how. Then run this cell again.",
    "name missing in helper": "`{name}` uses your `{helper}`, and that needs `{missing}`, which "
    "is not known here. Copy it, too, or run the cell that defines or imports it.",
    "unknown function": "`{missing}` is not known here. It is an exercise of its own: copy your "
    "function, or run the cell that defines or imports it.",
    "none": "Your function returns None. {if no return at the end: Does its last line say "
    "`return`, on every path through it?} {if return at the end: Its last line does say `return`, "
    "so the value behind it is None. Does it get another one, whatever the input is?}",
    "printed": "Your function prints its answer and returns None. Others can only use what "
    "it hands back: replace the `print` with `return`.",
    "list": "Your answer is a {type}, and a NumPy array is asked for: `np.array(...)` makes "
    "one of it.",
    "list of one": "Your answer is a {type}. A single number is asked for.",
    "pandas": "Your answer is a pandas object, and a NumPy array is asked for: `.to_numpy()` "
    "makes one of it.",
    "objects": "Your array holds Python objects (dtype object). Give it a number type: make it "
    "with the right shape and dtype, then fill it.",
    "booleans": "Your answer holds True and False, and integers are asked for.",
    "floats for integers": "Your numbers are floats, and integers are asked for: `dtype=int`.",
    "integers for floats": "Your numbers are integers, and floats are asked for: `dtype=float`.",
    "few digits": "Your numbers have lost digits: float32 keeps seven of them, float16 three. "
    "Floats of 64 bits keep sixteen; NumPy makes those unless it is told otherwise.",
    "axis": "The numbers are right, but the shape is not: there is an axis too many or too "
    "few. Compare `.shape` with what the contract promises.",
    "kind": "Your function returns something that is not made of numbers. Compare it with "
    "what the contract promises.",
    "not a tuple": "Several values are asked for. Return them together, separated by commas, "
    "in the order of the contract.",
    "number of values": "The number of values is not the one asked for. Return exactly those "
    "of the contract, in its order.",
    "order of values": "The values are right, but in another order than {names}.",
    "several values": "Your function returns more than the contract asks for; the right "
    "answer is among it. Return only that.",
    "in place": "Your function changes its argument `{names}`. Whoever called it loses the "
    "old values: work on a copy, or build a new array.",
    "given array returned": "The numbers are right, but for some inputs your function hands back "
    "the very array that it was given. Whoever changes one of the two then changes the other: "
    "return a new array, always.",
    "global random": "Your function uses the random numbers of the whole program "
    "(`np.random...` or `random...`). Others may draw from them or reseed them at any time: "
    "draw from the Generator `rng` that you are given, or from none at all.",
    "endless": "Your function did not come to an end within a second, so it was stopped. "
    "What ends its loop, and does each round come closer to that?",
    "own generator": "Your function does not draw from `rng`; it makes a Generator of its own, or "
    "none. Draw from the one that you are given: then the caller decides whether a run can be "
    "repeated.",
    "not repeatable": "The same Generator state gives different results, so something is drawn "
    "elsewhere. Draw everything from `rng`.",
    "own seed": "Every one of these draws gave the same. Does your answer depend on what is "
    "drawn? A Generator made inside the function from a fixed seed begins again at the same "
    "number in every call.",
    "now and then": "Your answer has the right form most of the time, but not always: this came "
    "in between.",
    "shape": f"Your answer is {{got}}; for this input {{asked}} is asked for. {SEEN}",
    "different": f"This input gives another answer than it should. {SEEN} Work it out by hand: "
    "where do you and your function part?",
    "common": "Every input on which it fails has this: {what}.",
    "always the same": "Your function gives the same answer for every input. Does what it returns "
    "depend on what it is given?",
    "not a number": "Your answer holds NaN (not a number) or infinity. NaN comes from 0 / 0, from "
    "the mean of nothing, or from the root of a negative number, and spoils whatever it meets. "
    "Print what goes in: which line makes the first one?",
    "change, line": "{change} in {lines} would make it right: {code}. If you do not see it, run "
    "this cell again, and the card says more.",
    "change, expression": "{change} in {lines} would make it right. Look at {part}.",
    "change, kind": "{change} in {lines} would make it right. Look at {kind}.",
    "raises": "Your function ends with an error on this input.",
    "interrupted": "You interrupted the check, so it says nothing about your function. Run "
    "the cell again to repeat it.",
    "generator": "Your answer is a generator. A function with `yield` returns one at once, before "
    "any of its lines has run. Collect the values and `return` them together.",
    "coroutine": "Your answer is a coroutine: a function that begins with `async def` does not "
    "run when it is called. Begin it with `def` alone.",
    "iterator": "Your answer is a {type} object. It holds no values and works each out only when "
    "somebody asks for it, as `list(...)` does.",
    "matrix": "Your answer is an `np.matrix`, which calculates by other rules: its rows stay "
    "two-dimensional, and `*` is the matrix product. Return an array: `np.asarray(...)`.",
    "memoryview": "Your answer is a memoryview, which is what `.data` of an array gives: a look "
    "at its memory. Return the array itself.",
    "reused array": "Every call returns the same array, so each new answer overwrites the one "
    "before, which somebody may still need. Make a new array in every call.",
    "itself": "Your function returns its argument `{name}` itself.",
    "notebook data": "By the way, your function reads `{name}` from the notebook instead of from "
    "its arguments.",
    "whole program": "By the way, your function changes {what} for the whole program. The check "
    "has put it back; where you call the function yourself, nobody does.",
    "growing": "It is right, but slow for many points: growing an array in a loop copies it every "
    "time. Collect the pieces in a list and make one array at the end, or use a mask.",
}


def filled(text, values):
    """Return a hint with the values in the places of their names: `{type}`."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def fitted(hint, holds=lambda condition: True):
    """Return a hint with those of its pieces `{if ...: ...}` whose condition holds."""
    return PIECE.sub(lambda piece: " " + piece[2] if holds(piece[1]) else "", hint).strip()
