"""What the checker says in any course, by key: of a function, its answers, its side effects.

What Python's errors mean stands in `errors.py`. A course, and an exercise, can say it otherwise.
"""

GENERAL = {
    "not a class": "`{name}` must be a class.",
    "constructor": "`__init__` must take the arguments `{names}`, by these names.",
    "order of arguments": "The parameters stand in another order than the contract says: {call}. "
    "Whoever calls it relies on that order.",
    "parameters": "Your function cannot be called as {call}. Keep the parameters of the contract.",
    "helper": "`{name}` uses your `{helper}`, and that is not right yet. Mend `{helper}` first: "
    "the card under it says how. Then run this cell again.",
    "none": "Your function returns None. Does its last line say `return`, on every path "
    "through it?",
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
    "shape": "Your answer is {got}; for this input {asked} is asked for.",
    "different": "This input gives another answer than it should. Work it out by hand: where do "
    "you and your function part?",
    "raises": "Your function ends with an error on this input.",
    "interrupted": "You interrupted the check, so it says nothing about your function. Run "
    "the cell again to repeat it.",
}


def filled(text, values):
    """Return a hint with the values in the places of their names: `{type}`."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
