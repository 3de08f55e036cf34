"""All small changes of a student's function, and the smallest of them that makes it right.

Where no misconception fits, the search tells where to look: at what it changes, never into what.
The mutation test spoils right answers with the same edits. A new edit is one more form.
"""

import ast
import builtins
import contextlib
import inspect
import itertools
import textwrap
import time
import types
from collections import defaultdict, namedtuple
from functools import partial
from typing import Any, cast

from . import reading, sandbox

# What to look at, and forms taken for one another; where there is an arrow, only the one before it
# changes. A small letter is any expression or attribute, n a variable, s a slice as well.
FORMS = {
    "the comparison in": "a < b ; a <= b ; a > b ; a >= b ; a == b ; a != b . a in b ; a not in b"
    " . a is b ; a is not b . a is b -> a == b",
    "the condition in": "a and b ; a or b . a & b ; a | b . not a -> a . ~a -> a . a[s] -> a[~s]"
    " . a and b -> a ; b ; not a and b ; a and not b . a or b -> a ; b ; not a or b ; a or not b"
    " . a if c else b -> b if c else a ; a ; b . [a for v in b if c] -> [a for v in b]",
    "the axis in": "f() -> f(axis=0) ; f(axis=1) . f(a) -> f(a, axis=0) ; f(a, axis=1)"
    " . f(axis=b) -> f() ; f(axis=0) ; f(axis=1) ; f(axis=2) ; f(axis=b, keepdims=True)"
    " . f(a, axis=b) -> f(a) ; f(a, axis=0) ; f(a, axis=1) ; f(a, axis=b, keepdims=True)",
    "the bounds in": "range(a) -> range(1, a) ; range(a - 1) ; range(a + 1) ; range(1, a + 1)"
    " . range(a, b) -> range(b) ; range(a + 1, b) ; range(a - 1, b) ; range(a, b - 1)"
    " ; range(a, b + 1) . a[b:] -> a ; a[b + 1:] ; a[b - 1:] . a[:b] -> a ; a[:b + 1] ; a[:b - 1]",
    "the index in": "a[b] -> a[b + 1] ; a[b - 1] . a[s] -> a . n -> n[0] ; n[1:] ; n[:-1]",
    "the arithmetic in": "a + b ; a - b . a * b ; a / b ; a // b . a * 2 ; a ** 2 . a + b -> a ; b"
    " . a - b -> a ; b ; (a - b) ** 2 . a * b -> a ; b . a / b -> a ; b . a // b -> a ; b"
    " . a % b -> a ; b . a ** b -> a . -a -> a . a + b / c -> (a + b) / c"
    " . a - b / c -> (a - b) / c . a * b + c -> a * (b + c)",
    "the order in": "a - b -> b - a . a / b -> b / a . a // b -> b // a . a ** b -> b ** a"
    " . a @ b -> b @ a ; a.T @ b ; a @ b.T . a.T -> a . a[b, c] -> a[c, b]",
    "the function in": "a.argmin ; a.argmax ; a.min ; a.max . a.min ; a.max ; a.sum ; a.mean"
    " . a.mean ; a.median . a.sum ; a.cumsum ; a.prod . a.any ; a.all . a.minimum ; a.maximum"
    " . a.argsort ; a.argmin ; a.sort . a.std ; a.var . a.sqrt ; a.abs ; a.square . any ; all"
    " . a.floor ; a.ceil ; a.round . a.zeros ; a.ones ; a.empty . a.vstack ; a.hstack . min ; max"
    " . a.zeros_like ; a.ones_like . a.append ; a.extend . a.array_equal ; a.allclose",
    "the call in": "f(a) -> a . f(a, b) -> f(a) . f(a, k=b) -> a . a.f() -> a . a.f(b) -> a",
    "the kind of array in": "n -> n.copy() ; n * 1.0 . int ; float ; bool"
    " . f(a) -> f(a, dtype=float) ; f(a, dtype=int) . f(a, b) -> f(a, b, dtype=float)",
    "the kind of assignment in": "a = b ; a += b ; a &= b . a += b ; a -= b",
    "the word in": "True ; False . 'left' ; 'right' . 'convex' ; 'concave'"
    " . 'increasing' ; 'decreasing' . break ; continue ; pass",
}
SMALL = (ast.Name, ast.Constant, ast.Attribute, ast.Slice, ast.UnaryOp, ast.Tuple)
ROUNDS = 3000  # of a loop; after so many it is endless
SECONDS, CANDIDATES = 0.35, 3000  # of a search, which ends with what is reached first
PATIENCE, STOPPED = 0.1, 3  # seconds for a candidate, and how many may need more
# What to look at, in words that end in a preposition; the expression or statement that it is in;
# the line, counted from that of the `def`; (node, field, value): what gets which value.
Edit = namedtuple("Edit", "kind node line changes")


@contextlib.contextmanager
def made(changes):
    """Make the changes of an edit, and take them back in the end."""
    before = [(node, field, getattr(node, field)) for node, field, _ in changes]
    try:
        for change in changes:
            setattr(*change)
        yield
    finally:
        for change in before:
            setattr(*change)


def edits(tree):
    """Return all one-edit changes of a function's tree, which stays as it is until one is made."""
    (alike, indices, lists), found = _names(tree), []
    for owner, field, i, node, look in _places(tree, tree):
        values, safe = getattr(owner, field), isinstance(owner, (ast.Return, ast.Compare))
        for kind, new in _replacements(node, alike, indices):
            if safe or getattr(new, "id", "") not in lists:  # one that holds itself hangs NumPy
                new = ast.fix_missing_locations(ast.copy_location(new, node))
                value = new if i is None else [*values[:i], new, *values[i + 1 :]]
                found.append(Edit(kind, look, node.lineno, ((owner, field, value),)))
    return [*found, *_lines(tree)]


def _places(owner, look):
    """Yield all nodes: with the owner, its field, the index there, and what to show of it."""
    for field, values in ast.iter_fields(owner):
        several = isinstance(values, list)
        for i, node in enumerate(values if several else [values]):
            if isinstance(node, ast.AST) and not isinstance(node, ast.arguments):
                telling = isinstance(node, (ast.expr, ast.stmt)) and not isinstance(node, SMALL)
                shown = node if telling else look
                if hasattr(node, "lineno"):
                    yield owner, field, i if several else None, node, shown
                yield from _places(node, shown)


def _names(tree):
    """Return what can stand in the place of a name, the names of indices and those of lists."""
    of = defaultdict(list)
    for node in ast.walk(tree):
        of[type(node)].append(node)
    values = {name.id for name in of[ast.Name] if isinstance(name.ctx, ast.Store)}
    values |= {node.arg for node in of[ast.arg]} - {"self"}
    functions = {getattr(node.func, "id", "len") for node in of[ast.Call]}
    groups = values, functions - values - set(dir(builtins))
    alike = {name: sorted(group - {name}) for group in groups for name in group}
    indices = {getattr(node.slice, "id", "") for node in of[ast.Subscript]} - {""}
    lists = [n for n in of[ast.Assign] if {ast.List, ast.ListComp} & {*map(type, ast.walk(n))}]
    return alike, sorted(indices), {getattr(to, "id", 0) for node in lists for to in node.targets}


def _but(node, **fields):
    return type(node)(**(vars(node) | fields))


def _replacements(node, alike, indices):
    """Yield what can stand in the place of a node, each after what to look at."""
    stored = isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del))
    for kind, form, others in () if stored else RULES[type(node)]:
        found = {}
        if _fits(form, node, found) and ("n" not in found or found["n"].id in alike):
            yield from ((kind, _filled(other, found, node)) for other in others)
    if isinstance(node, ast.Name) and node.id in alike and not stored:
        yield from (("the name in", _but(node, id=name)) for name in alike[node.id])
        for index in indices:
            yield "the index in", ast.Subscript(node, ast.Name(index, ast.Load()), ast.Load())
    yield from _parts(node)


def _parts(node):
    """Yield changes of a number, an option left out, arguments and values in another order."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        value = node.value
        others = [value + 1, value - 1] + [value * 10, value / 10] * isinstance(value, float)
        yield from (("the number in", _but(node, value=other)) for other in others)
    for gone in getattr(node, "keywords", []):
        yield "the options in", _but(node, keywords=[k for k in node.keywords if k is not gone])
    field = "elts" if hasattr(node, "elts") else "args"
    values = [] if isinstance(node, ast.Lambda) else getattr(node, field, [])
    for i, j in itertools.combinations(range(len(values)), 2):
        order = [values[{i: j, j: i}.get(place, place)] for place in range(len(values))]
        yield "the order in", _but(node, **{field: order})


def _lines(tree):
    """Yield edits of whole lines: one left out, one moved, a block without its head."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    bodies = [(n, field) for n in nodes for field in ("body", "orelse") if getattr(n, field, 0)]
    for body, i, line in [(b, i, line) for b in bodies for i, line in enumerate(getattr(*b))]:
        before, after, inside = getattr(*body)[:i], getattr(*body)[i + 1 :], set(ast.walk(line))
        gone = (*body, before + after or [ast.copy_location(ast.Pass(), line)])
        yield Edit("the effect of", line, line.lineno, (gone,))
        if isinstance(line, (ast.If, ast.For, ast.While)):
            bare = (*body, before + line.body + after)
            yield Edit("the condition of", line, line.lineno, (bare,))
        for other in [other for other in bodies if other[0] not in inside]:
            there = gone[-1] if other == body else getattr(*other)
            for j in range(len(there) + 1):
                moved = (*other, [*there[:j], line, *there[j:]])
                yield Edit("the place of", line, line.lineno, (gone, moved))


def _form(text):
    statement = ast.parse(text.strip()).body[0]
    return statement.value if isinstance(statement, ast.Expr) else statement


COUNTED = _form("__next__(__rounds__) and x")  # instead of the `x` of a `while`
RULES = defaultdict(list)  # by the type of a node: what to look at, a form, what it becomes
for _kind, _row in [(kind, row) for kind, rows in FORMS.items() for row in rows.split(" . ")]:
    _first, _, _others = _row.partition(" -> ")
    _texts = (_others or _row).split(" ; ")
    for _text in [_first] if _others else _texts:
        _become = [_form(other) for other in _texts if other is not _text]
        RULES[type(_form(_text))].append((_kind, _form(_text), _become))


def _fits(form, node, found):
    """Tell whether a node has a form, and note what its letters stand for."""
    letter = form.id if isinstance(form, ast.Name) else form
    if isinstance(letter, str) and len(letter) == 1:
        found[letter] = node
        fine = isinstance(node, ast.Name if letter == "n" else (ast.expr, str))
        return fine and (letter == "s" or not isinstance(node, ast.Slice))
    if type(form) is not type(node) or not isinstance(form, (ast.AST, list)):
        return type(form) is type(node) and form == node
    if isinstance(form, list):
        return len(form) == len(node) and all(_fits(f, n, found) for f, n in zip(form, node))
    return all(_fits(getattr(form, f), getattr(node, f, None), found) for f in form._fields)


def _filled(form, found, at):
    """Write a form with what its letters stand for, in the place of a node."""
    if isinstance(form, ast.Name) and form.id in found:
        return found[form.id]
    if isinstance(form, list):
        return [_filled(part, found, at) for part in form]
    if not isinstance(form, ast.AST):
        return form
    fields = {field: _filled(getattr(form, field), found, at) for field in form._fields}
    return ast.copy_location(type(form)(**fields), at)


class Source:
    """The source of a function or method, from which it, or its class, can be made again."""

    def __init__(self, function, cls=None):
        self.text = textwrap.dedent(inspect.getsource(function))
        self.tree = cast(Any, ast.parse(self.text).body[0])
        self.function, self.cls = function, cls
        self.tree.decorator_list = []
        self.tree.body = self.tree.body[ast.get_docstring(self.tree) is not None :]
        self.loops = [node for node in ast.walk(self.tree) if isinstance(node, ast.While)]
        self.start = function.__code__.co_firstlineno - 1
        self.names = function.__globals__ | {"__next__": next}

    def build(self):
        """Return the function as its tree is now, with the globals and the closure it had."""
        given, free = self.function, self.function.__code__.co_freevars
        heads = [(n, "test", _filled(COUNTED, {"x": n.test}, n)) for n in self.loops]
        outer = _form(f"def outer({', '.join(free)}): 0")
        with made([*heads, (outer, "body", [self.tree])]):
            code = compile(ast.Module([outer], []), given.__code__.co_filename, "exec")
        for _ in range(2):
            code = next(part for part in code.co_consts if isinstance(part, types.CodeType))
        cells = tuple(dict(zip(free, given.__closure__ or ()))[name] for name in code.co_freevars)
        new = types.FunctionType(code, self.names, code.co_name, given.__defaults__, cells)
        return type(self.cls.__name__, (self.cls,), {code.co_name: new}) if self.cls else new

    def passes(self, candidate, test):
        """Tell whether a candidate passes a test, or return None if it ends with an error."""
        self.names["__rounds__"] = itertools.repeat(True, ROUNDS)
        with contextlib.suppress(Exception):
            return test(candidate)

    def place(self, edit):
        """Say where an edit is: what stands in the hints for the names in braces."""
        part = (ast.get_source_segment(self.text, edit.node) or "").partition("\n")[0]
        line, code = str(self.start + edit.line), self.text.splitlines()[edit.line - 1].strip()
        return {"line": line, "code": code, "part": part, "kind": edit.kind}


def sources(function):
    """Yield the Source of a function, or of each method of a class."""
    methods = reading.methods(function).items() if inspect.isclass(function) else []
    own: list[Any] = [(p, function) for name, p in methods if vars(function).get(name) is p]
    for part in own or [(function,)]:
        with contextlib.suppress(OSError, TypeError, SyntaxError, AttributeError):
            yield Source(*part)


def smallest(function, tests, accepts):
    """Find the smallest change that makes a function right: one edit, else two.

    Parameters
    ----------
    function : callable
        The student's function or class; it stays as it is.
    tests : sequence of callables
        Each takes a candidate and tells whether it is right; the function fails the first.
    accepts : callable
        The whole check, for what passes all of them.

    Returns
    -------
    places : list of dict
        Where the edits are, see `Source.place`; none if there is no such change.
    """
    begun = [(0, -i, source, ()) for i, source in enumerate(sources(function))]
    candidates = _candidates(begun)

    def job(beat):
        for source, found, candidate in candidates:
            beat()
            score = len(list(itertools.takewhile(partial(source.passes, candidate), tests)))
            if score == len(tests):
                return source, found, candidate
            if score and len(found) == 1:
                begun.append((score, -len(begun), source, found))

    for _ in range(STOPPED):
        run = sandbox.run(job, PATIENCE)
        if run.value and accepts(run.value[-1]):
            return [run.value[0].place(edit) for edit in run.value[1]]
    return []


def _candidates(begun):
    """Yield a source, edits, and what they make of it; edits begun with go on, the best first."""
    deadline, left = time.process_time() + SECONDS, CANDIDATES
    while begun:
        starts, begun[:] = sorted(begun, reverse=True), []
        for _, _, source, first in starts:
            with made([change for edit in first for change in edit.changes]):
                for edit in edits(source.tree):
                    left -= 1
                    if left < 0 or time.process_time() > deadline:
                        return
                    with made(edit.changes), contextlib.suppress(Exception):
                        yield source, (*first, edit), source.build()
