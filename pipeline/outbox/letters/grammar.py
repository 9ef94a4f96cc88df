"""What somebody may write in a field of a Word template: fields, if, for and a few filters, and nothing else.

A template comes from staff, but it may have come to them from elsewhere. So two locks: only what is listed here passes,
and what passes runs in Jinja's sandbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2.nodes import Node
    from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS: Final = ("capitalize", "join", "length", "lower", "replace", "title", "trim", "upper")
LOOP: Final = "loop"
_OF_LOOP: Final = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length"))
_INSIDE_PYTHON: Final = frozenset(("attr", "format", "format_map", "mro", "func_globals", "gi_frame", "f_globals"))

BLOCKS: Final = ("if", "elif", "else", "endif", "for", "endfor")
JINJA_BLOCKS: Final = frozenset(
    (
        *("include", "import", "from", "extends", "block", "endblock", "macro", "endmacro", "call", "endcall", "set"),
        *("endset", "filter", "endfilter", "raw", "endraw", "autoescape", "endautoescape", "with", "endwith", "do"),
        *("trans", "endtrans", "pluralize", "continue", "break", "debug", "colspan", "cellbg", "vm", "hm"),
    )
)
"""What Jinja and docxtpl know on top of that, and a letter does not need."""

UNKNOWN: Final = "unknown"
INTERNALS: Final = "internals"
FORBIDDEN: Final = "forbidden"
FILTER: Final = "filter"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing in a tag that may not stand there: `what` kind, and the name that was written for it."""

    what: str
    name: str = ""


def environment(shown: Any) -> ImmutableSandboxedEnvironment:
    """A sandbox that knows our filters alone and lets no unknown field pass; `shown` prepares each value for Word."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - half of what letters cost to start
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above

    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=shown)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {}
    return made


def refusals(tree: Node, known: Mapping[str, object]) -> Iterator[Refusal]:
    """Everything in a parsed tag that may not stand there; `known` has the names that may."""
    from jinja2 import nodes  # noqa: PLC0415 - as above

    yield from _refused_here(tree, known)
    whole = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)
    if isinstance(tree, _allowed()) and not isinstance(tree, whole):
        for child in tree.iter_child_nodes():
            yield from refusals(child, known)


def _refused_here(tree: Node, known: Mapping[str, object]) -> Iterator[Refusal]:
    from jinja2 import nodes  # noqa: PLC0415 - as above

    match tree:
        case nodes.Name(name=name, ctx="load"):
            yield from _of_a_name(name, known)
        case nodes.Getattr() | nodes.Getitem():
            yield from _of_a_value(tree, known)
        case nodes.Call(node=nodes.Name(name=name)):
            yield Refusal(FORBIDDEN, name)
        case nodes.Call(node=called):
            yield from refusals(called, known)
        case nodes.CondExpr(expr2=None):  # without an else there may be nothing to show
            yield Refusal(FORBIDDEN, "if")
        case nodes.Filter(name=name) if name not in FILTERS:
            yield Refusal(INTERNALS) if name in _INSIDE_PYTHON else Refusal(FILTER, name)
        case _ if not isinstance(tree, _allowed()):
            yield Refusal(FORBIDDEN)
        case _:
            pass


def _of_a_name(name: str, known: Mapping[str, object]) -> Iterator[Refusal]:
    if name.startswith("_"):
        yield Refusal(INTERNALS)
    elif name not in known:
        yield Refusal(UNKNOWN, name)


def _of_a_value(tree: Any, known: Mapping[str, object]) -> Iterator[Refusal]:
    """A letter's values have no parts, but for the count that a loop keeps."""
    path = _path(tree)
    if any(part.startswith("_") or part in _INSIDE_PYTHON for part in path[1:]):
        yield Refusal(INTERNALS)
    elif len(path) == 2 and path[0] == LOOP and path[1] in _OF_LOOP:
        if LOOP not in known:
            yield Refusal(UNKNOWN, LOOP)
    else:
        yield Refusal(UNKNOWN, ".".join(path)) if all(path) else Refusal(FORBIDDEN)


def _path(tree: Any) -> tuple[str, ...]:
    """The names along `a.b['c']`; an empty one where there is something else than a name."""
    from jinja2 import nodes  # noqa: PLC0415 - as above

    match tree:
        case nodes.Getattr(node=inner, attr=name):
            return (*_path(inner), name)
        case nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))):
            return (*_path(inner), name)
        case nodes.Getitem(node=inner):
            return (*_path(inner), "")
        case nodes.Call(node=inner):
            return (*_path(inner), "")
        case nodes.Name(name=name):
            return (name,)
        case _:
            return ("",)


def _allowed() -> tuple[type[Node], ...]:
    from jinja2 import nodes  # noqa: PLC0415 - as above

    return (
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Const, nodes.And),
        *(nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Concat, nodes.Filter),
    )
