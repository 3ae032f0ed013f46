"""The texts of functions that document themselves: rules, questions and commands."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable


def docstring(function: Callable[..., object]) -> str:
    """The docstring, which `python -OO` leaves in the source only; ImportError where it has no source either."""
    if text := inspect.getdoc(function):
        return text
    try:
        source = inspect.getsource(function)
    except OSError:
        raise ImportError("evidence-graph needs its docstrings; run Python without -OO and PYTHONOPTIMIZE=2") from None
    definition = ast.parse(textwrap.dedent(source)).body[0]
    return (isinstance(definition, ast.FunctionDef) and ast.get_docstring(definition)) or ""
