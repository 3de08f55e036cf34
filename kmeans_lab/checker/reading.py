"""Read a student's function without running it: is it written, what does it call?"""

import ast
import inspect
import re
import textwrap
import types

from .words import fitted

LIBRARIES = (__name__.split(".")[0], "numpy", "scipy", "sklearn")  # not written by the student
GROWING = {"append", "concatenate", "vstack", "hstack", "insert", "row_stack", "r_", "c_"}


def is_untouched(function):
    """Tell whether the body of a function, or of every method, is still `...` or `pass`."""
    if inspect.isclass(function):
        return all(is_untouched(method) for method in methods(function).values())
    if not isinstance(function, types.FunctionType):
        return False
    tree = _tree(function)
    if tree is None:
        return _same_code(function)
    return all(_is_filler(statement) for statement in tree.body)


def _is_filler(statement):
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement.value.value is ... or isinstance(statement.value.value, str)
    if isinstance(statement, ast.Raise):
        raised = getattr(statement.exc, "func", statement.exc)  # with or without parentheses
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(statement, ast.Pass)


def _same_code(function):
    """Compare with the byte code of an empty function, where there is no source."""

    def documented():
        """Nothing yet."""

    def bare(): ...

    def raising():
        raise NotImplementedError

    code = function.__code__
    if (code.co_code, code.co_names) == (raising.__code__.co_code, ("NotImplementedError",)):
        return True
    empty = [template.__code__.co_code for template in (documented, bare)]
    return code.co_code in empty and code.co_consts[-1:] in [(None,), ()]


def _tree(function):
    try:
        source = textwrap.dedent(inspect.getsource(function))
        tree = ast.parse(source).body[0]
    except (OSError, TypeError, SyntaxError, IndexError):
        return None
    return tree if isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef)) else None


def methods(cls):
    """Return the functions that a class has of its own or from the student's base classes."""
    found = {}
    for base in reversed(cls.__mro__):
        if base.__module__.split(".")[0] in ("builtins", "sklearn", "abc"):
            continue
        for name, member in vars(base).items():
            member = getattr(member, "__func__", member)  # staticmethod, classmethod
            if isinstance(member, types.FunctionType):
                found[name] = member
    return found


def functions_called(function):
    """Return a function, its nested and its helper functions that the student wrote."""
    todo = list(methods(function).values()) if inspect.isclass(function) else [function]
    found = []
    while todo and len(found) < 100:
        function = inspect.unwrap(todo.pop())
        if not isinstance(function, types.FunctionType) or function in found:
            continue
        if (function.__module__ or "").split(".")[0] in LIBRARIES:
            continue
        found.append(function)
        todo += [value for _, value in names_used(function)]
    return found


def names_used(function):
    """Yield the global names that a function reads, with their present values."""
    for code in _codes(function.__code__):
        for name in code.co_names:
            if name in function.__globals__:
                yield name, function.__globals__[name]


def _codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


def uses_library(function, library, trusted=()):
    """Tell whether anything of a library is called inside, but for its trusted modules."""

    def is_used(module):
        return module.split(".")[0] == library and not module.startswith(tuple(trusted))

    return any(is_used(module) for part in functions_called(function) for module in _modules(part))


def _modules(function):
    """Yield the modules of the names that a function reads, and those that it imports."""
    for _, value in names_used(function):
        yield value.__name__ if inspect.ismodule(value) else _module(value)
    for code in _codes(function.__code__):
        yield from code.co_names


def _module(value):
    module = getattr(value if callable(value) else type(value), "__module__", None)
    return module if isinstance(module, str) else ""


def trees(function):
    """Return the syntax trees of what the student wrote, as far as there is source."""
    return [tree for tree in map(_tree, functions_called(function)) if tree]


def fit(hint, function):
    """Return a hint without the pieces that say of the source what it has not."""
    return fitted(hint, lambda piece: has(function, piece))


def has(function, condition):
    """Tell whether the source has what a piece of a hint names, see `words.fitted`.

    Parameters
    ----------
    function : callable
        The student's; what it calls of the student's other functions is read, too.
    condition : str
        Pieces of code such as `range(` or `+=`, keys of `SHAPES`, or one of these after "no ";
        several are joined by " or ", and these by " and ".

    Returns
    -------
    has : bool
        False where there is no source.
    """
    written = trees(function)
    code = "\n".join(ast.unparse(part) for tree in written for part in tree.body[_doc(tree) :])
    return bool(written) and all(
        any(_has(part, written, code) for part in parts.split(" or "))
        for parts in condition.split(" and ")
    )


def _has(part, written, code):
    if part.startswith("no "):
        return not _has(part[3:], written, code)
    if part in SHAPES:
        return SHAPES[part](written)
    start, end = (r"\b" if part[i].isalnum() else "" for i in (0, -1))
    return re.search(start + re.escape(part) + end, code) is not None


def _doc(tree):
    return int(ast.get_docstring(tree) is not None)


def _loops(tree):
    return [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]


def _leaves(statements, leaving):
    """Tell whether these statements are always left by one of some kinds."""
    return any(
        isinstance(statement, leaving)
        or isinstance(statement, ast.If)
        and _leaves(statement.body, leaving)
        and _leaves(statement.orelse, leaving)
        for statement in statements
    )


def _left_at_once(written, leaving):
    return any(_leaves(loop.body, leaving) for tree in written for loop in _loops(tree))


def _returns_at_the_end(written):
    last = written[0].body[-1]
    return isinstance(last, ast.Return) and last.value is not None


def _throws_away(written):
    """Tell whether a line computes or compares something that is stored nowhere."""
    lines = [node.value for tree in written for node in ast.walk(tree) if _is_line(node)]
    called = [getattr(line, "func", None) for line in lines]
    return any(isinstance(line, (ast.Compare, ast.BinOp)) for line in lines) or any(
        isinstance(function, ast.Attribute)
        and function.attr in GROWING | {"delete", "reshape", "sqrt", "where"}
        and ast.unparse(function.value) in ("np", "numpy")
        for function in called
    )


def _is_line(node):
    return isinstance(node, ast.Expr)


SHAPES = {  # what a piece of a hint can ask for that is more than a piece of code
    "in": lambda written: any(
        isinstance(node, (ast.In, ast.NotIn)) for tree in written for node in ast.walk(tree)
    ),
    "loop": lambda written: any(map(_loops, written)),
    "return in loop": lambda written: _left_at_once(written, ast.Return),
    "loop left at once": lambda written: _left_at_once(written, (ast.Return, ast.Break)),
    "return at the end": _returns_at_the_end,
    "result thrown away": _throws_away,
}


def grows_arrays_in_a_loop(function):
    """Tell whether an array is grown with `np.append` or the like inside a loop."""
    return any(map(_grows, trees(function)))


def _grows(tree):
    inside = [node for loop in _loops(tree) for node in ast.walk(loop)]
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in GROWING
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy")
        for node in inside
    )


def notebook_data_used(function, parameters):
    """Return the names of arrays and tables that are read from the notebook, not handed in."""
    kinds = ("ndarray", "DataFrame", "Series")
    return sorted(
        {
            name
            for part in functions_called(function)
            for name, value in names_used(part)
            if type(value).__name__ in kinds and name not in parameters
        }
    )


def line_of(error, function):
    """Return where in the student's code an error arose: function, line number, its text."""
    files = {part.__code__.co_filename for part in functions_called(function)}
    frames = [f for f in inspect.getinnerframes(error.__traceback__) if f.filename in files]
    if not frames:
        return None
    frame = frames[-1]
    text = frame.code_context[0].strip() if frame.code_context else ""
    return frame.function, frame.lineno, text
