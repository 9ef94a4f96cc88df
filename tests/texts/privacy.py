"""How well the product de-identifies the invented cases: `python -m tests.texts.privacy`, or `make privacy` (M90, M91).

The figures of the kept cases are always printed, their failing stretches only with --show-kept: whoever has read them
can no longer tune honestly.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

from tests.texts.bars import Figure, figures, machine_figures, swap_figure
from tests.texts.failures import KINDS, failures, rewrite
from tests.texts.marked import SETS, Marked, marked_cases
from tests.texts.measuring import Searched
from tests.texts.printing import bars_table, details
from tests.texts.searching import characters_per_second, searched, searched_by_command, start_up
from tests.texts.swapping import swapped

Search: TypeAlias = Callable[[Sequence[Marked]], tuple[Searched, ...]]


@cache
def plain_and_swapped(chosen: str, search: Search = searched) -> tuple[tuple[Searched, ...], tuple[Searched, ...]]:
    """A set and its swapped variant, searched."""
    cases = marked_cases(chosen)
    return search(cases), search([swapped(case) for case in cases])


def shortfalls(chosen: str = "kept") -> tuple[str, ...]:
    """The figures of a set and of its swapped variant that do not reach their bar."""
    plain, other = plain_and_swapped(chosen)
    return (
        *(figure.name for figure in (*figures(plain), swap_figure(plain, other)) if not figure.reached),
        *(f"{figure.name}, swapped" for figure in figures(other) if not figure.reached),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is asked for."""
    asked = _parser().parse_args(arguments)
    if asked.rewrite:
        rewrite(failures(searched(marked_cases("tuned"))))
        return
    search = searched_by_command if asked.by_command else searched
    for paragraph in chain(_paragraphs(search, asked.shown), map(bars_table, [_machine()])):
        print(f"{paragraph}\n", flush=True)  # noqa: T201 - this is what the command is for


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.texts.privacy", description=__doc__)
    parser.add_argument("--by-command", action="store_true", help="search through `ttr redact --jsonl`")
    parser.add_argument("--rewrite", action="store_true", help="write known_failures.toml again, print nothing")
    parser.add_argument("--show-tuned", dest="shown", action="append_const", const="tuned", default=[])
    parser.add_argument("--show-kept", dest="shown", action="append_const", const="kept", help="stops honest tuning")
    return parser


def _paragraphs(search: Search, shown: Sequence[str]) -> Iterator[str]:
    for chosen in SETS:
        plain, other = plain_and_swapped(chosen, search)
        yield from _set(f"{chosen}: {_size(marked_cases(chosen))}", plain, figures(plain))
        yield from _set(f"{chosen}, names swapped", other, (*figures(other), swap_figure(plain, other)))
        if chosen in shown:
            yield from (*_failing(plain), *_failing(other))


def _set(title: str, found: Sequence[Searched], barred: Sequence[Figure]) -> Iterator[str]:
    yield f"== {title}"
    yield bars_table(barred)
    yield from details(found)


def _size(cases: Sequence[Marked]) -> str:
    people, names = (
        sum(map(len, column)) for column in zip(*((case.people, case.mentions) for case in cases), strict=True)
    )
    return f"{len(cases)} cases, {people} people, {names} names"


def _failing(found: Sequence[Searched]) -> Iterator[str]:
    for name, kinds in failures(found).items():
        yield "\n".join((name, *(f"  {kind}: {where}" for kind in KINDS for where in kinds.get(kind, ()))))


def _machine() -> Iterator[Figure]:
    cases = [case for chosen in SETS for case in marked_cases(chosen)]
    yield from machine_figures(characters_per_second(cases), start_up(cases))


if __name__ == "__main__":
    main()
