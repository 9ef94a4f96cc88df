"""The figures of de-identification as tables that can be read in a terminal and pasted into a page."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.anonymise.detection.spans import Label
from tests.texts.bars import Figure
from tests.texts.marked import LANGUAGES, ORIGINS
from tests.texts.measuring import (
    Searched,
    Share,
    cases_share,
    found_share,
    hard_forms,
    label_share,
    labelled,
    masked_share,
    named,
    of_origin,
    persons_share,
    precision,
    wrong_words_per_hundred,
)

Row = Sequence[str]


def bars_table(figures: Iterable[Figure]) -> str:
    """Each figure with its bar, and whether it is reached."""
    rows = [
        (
            figure.name,
            f"{figure.value:,.{figure.decimals}f}",
            f"at {'most' if figure.ceiling else 'least'} {figure.bar:,.{figure.decimals}f}",
            "reached" if figure.reached else "not reached",
        )
        for figure in figures
    ]
    return table(("figure", "value", "bar", ""), rows)


def details(searched: Sequence[Searched]) -> Iterator[str]:
    """The tables of a set: per language, per label, per origin and per form of a name."""
    yield _by_language(searched)
    yield _by_label(searched)
    yield _by_origin(searched)
    yield _by_form(searched)


def table(head: Row, rows: Sequence[Row]) -> str:
    """Aligned columns: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        " | ".join(cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(cells))
        for cells in ([*zip(row, widths, strict=True)] for row in (head, *rows))
    ]
    return "\n".join(f"| {line} |" for line in (lines[0], " | ".join("-" * width for width in widths), *lines[1:]))


def _by_language(searched: Sequence[Searched]) -> str:
    rows = []
    for language in (*LANGUAGES, "all"):
        of = [one for one in searched if language in (one.case.language, "all")]
        shares = (masked_share(of, named), found_share(of, named), persons_share(of), cases_share(of), precision(of))
        if of:
            rows.append((language, str(len(of)), *map(_shown, shares), f"{wrong_words_per_hundred(of):.2f}"))
    head = ("language", "cases", "names masked", "or asked", "persons, all", "no name left", "precision", "wrong/100")
    return table(head, rows)


def _by_label(searched: Sequence[Searched]) -> str:
    rows = []
    for label in Label:
        wanted = labelled(label)
        masked, exact = masked_share(searched, wanted), precision(searched, label)
        if masked.of or exact.of:
            shares = (masked, found_share(searched, wanted), label_share(searched, label))
            rows.append((label, str(masked.of), *map(_shown, shares), str(exact.of), _shown(exact)))
    return table(("label", "marks", "masked", "or asked", "same label", "stretches", "precision"), rows)


def _by_origin(searched: Sequence[Searched]) -> str:
    rows = []
    for origin in ORIGINS:
        masked, found = (share(searched, of_origin(origin)) for share in (masked_share, found_share))
        persons = persons_share(searched, origin)
        rows.append((origin, str(masked.of), _shown(masked), _shown(found), str(persons.of), _shown(persons)))
    return table(("origin", "names", "masked", "or asked", "persons", "all mentions"), rows)


def _by_form(searched: Sequence[Searched]) -> str:
    """A mention counts under every form that it has."""
    seen: dict[str, list[tuple[bool, bool]]] = {}
    for one in searched:
        for mark in one.case.mentions:
            for form in hard_forms(one.case, mark):
                seen.setdefault(form, []).append((one.is_masked(mark), one.is_found(mark)))
    rows = []
    for form, answers in sorted(seen.items()):
        shares = (Share(sum(column), len(answers)) for column in zip(*answers, strict=True))
        rows.append((form, str(len(answers)), *map(_shown, shares)))
    return table(("form of the name", "names", "masked", "or asked"), rows)


def _shown(share: Share) -> str:
    return f"{share.value:.3f}" if share.of else "-"
