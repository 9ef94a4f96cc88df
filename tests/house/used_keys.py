"""Which words of the catalogues the code asks for by name."""

import ast
from collections.abc import Iterator

_FINDINGS = {"note": 0, "stop": 0, "UnreadableFileError": 0, "Finding": 1}
_ERRORS = {"PipelineError": 0}


def asked_for(source: str) -> Iterator[str]:
    """The keys of findings and errors that a module names outright."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield from (f"findings.{key}.{part}" for key in _keys(node, _FINDINGS.get(name)) for part in _FINDING)
            yield from (f"errors.{key}.{part}" for key in _keys(node, _ERRORS.get(name)) for part in _ERROR)


_FINDING = ("problem", "remedy")
_ERROR = ("what", "remedy")


def texts_in(source: str) -> Iterator[str]:
    """Every text that stands in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _keys(call: ast.Call, place: int | None) -> Iterator[str]:
    if place is None or len(call.args) <= place:
        return
    argument = call.args[place]
    choices = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    for choice in choices:
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield choice.value
