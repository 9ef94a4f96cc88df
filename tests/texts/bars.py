"""How well de-identification does, figure by figure, each beside what it has to reach (M90, M91)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.anonymise.detection.spans import Label
from tests.texts.marked import ORIGINS
from tests.texts.measuring import (
    Searched,
    cases_share,
    found_share,
    iban,
    labelled,
    masked_share,
    named,
    of_origin,
    persons_share,
    precision,
    wrong_words_per_hundred,
)
from tests.texts.searching import Started

ALWAYS = (Label.EMAIL, Label.PHONE, Label.BSN, Label.URL, Label.PC)
"""What has a form of its own has to be found every time."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its bar: a floor, or a ceiling where less is better."""

    name: str
    value: float
    bar: float
    ceiling: bool = False
    decimals: int = 3

    @property
    def reached(self) -> bool:
        """Whether the bar is reached by the value itself, not by what it is rounded to."""
        return self.value <= self.bar if self.ceiling else self.value >= self.bar


def figures(searched: Sequence[Searched]) -> tuple[Figure, ...]:
    """The figures of a set that have a bar."""
    return (
        Figure("names, masked or asked", found_share(searched, named).value, 0.99),
        Figure("names, masked", masked_share(searched, named).value, 0.98),
        Figure("persons with all mentions, masked or asked", persons_share(searched).value, 0.985),
        Figure("cases with no name left, masked or asked", cases_share(searched).value, 0.97),
        Figure("worst origin behind the best, masked or asked", _gap(searched), 0.03, ceiling=True),
        Figure("precision of what is masked", precision(searched).value, 0.95),
        Figure("wrong words per 100", wrong_words_per_hundred(searched), 2.5, ceiling=True, decimals=2),
        *(Figure(f"{label}, masked or asked", found_share(searched, labelled(label)).value, 1.0) for label in ALWAYS),
        Figure("IBAN, masked or asked", found_share(searched, iban).value, 1.0),
    )


def swap_figure(plain: Sequence[Searched], swapped: Sequence[Searched]) -> Figure:
    """By how much fewer names are found when none stands in a list; as good is within one in a hundred."""
    lost = found_share(plain, named).value - found_share(swapped, named).value
    return Figure("names lost by the swap, masked or asked", lost, 0.01, ceiling=True)


def machine_figures(speed: float, started: Started) -> Iterator[Figure]:
    """What it costs."""
    yield Figure("characters per second", speed, 20_000, decimals=0)
    yield Figure("seconds to start `ttr redact`", started.seconds, 1.0, ceiling=True, decimals=2)
    if started.memory is not None:
        yield Figure("MB that `ttr redact` holds at most", started.memory / 1e6, 200, ceiling=True, decimals=0)


def _gap(searched: Sequence[Searched]) -> float:
    shares = [found_share(searched, of_origin(origin)).value for origin in ORIGINS]
    return max(shares) - min(shares)
