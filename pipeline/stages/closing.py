"""The closing table of a run over everything: what was made, what is as it was, what waits, what is to be mended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.sentences import begun
from pipeline.findings import Finding
from pipeline.language.catalogue import Catalogue
from pipeline.stages.making import Report, Told
from pipeline.workspace import Outcome, Published

NOTHING_TO_MAKE = "nothing_to_make"
_COLUMNS = ("made", "unchanged", "yours")


@dataclass(frozen=True, slots=True)
class Expected:
    """A document that could be there by now, and the form that it is made of, each by its key."""

    document: str
    form: str


def together(words: Catalogue, reports: Sequence[Report]) -> Report:
    """What the stages came to, each file and each finding once; what has nothing to be made of yet is no finding."""
    published: dict[str, Published] = {}
    for one in (one for report in reports for one in report.published):
        published.setdefault(one.path, one)
    said = (one for report in reports for one in report.findings if one.key != NOTHING_TO_MAKE)
    findings = {_identity(one): one for one in said}
    held_up = dict.fromkeys(key for report in reports for key in report.held_up)
    files = {key: file for report in reports for key, file in report.files.items()}
    return Report(words, tuple(findings.values()), tuple(published.values()), tuple(held_up), files=files)


def with_closing(report: Report, expected: Iterable[Expected], left: Sequence[str] = ()) -> Report:
    """The report with its table; `left` is what lies there from before and was not made again."""
    waiting = [one for one in expected if one.document not in {*report.files, *report.held_up}]
    told = Told("all", tuple(_lines(report, waiting, left)), _as_json(report, waiting, left))
    return replace(report, closing=told)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.level, finding.key, finding.place, finding.about, tuple(sorted(finding.values.items(), key=str))


def _lines(report: Report, waiting: Sequence[Expected], left: Sequence[str]) -> Iterator[str]:
    words = report.words
    yield words.say("cli.all.heading")
    yield from _folders(report.published, words)
    if waiting:
        yield words.say("cli.all.waiting", count=len(waiting))
        yield from (f"  {begun(_name(one.document, words))}: {_form(one.form, words)}" for one in waiting)
    if report.held_up:
        yield words.say("cli.all.to_mend", count=len(report.held_up))
        yield from (f"  {begun(_name(key, words))}" for key in report.held_up)
    if left:
        yield words.say("cli.all.left", count=len(left))
        yield from (f"  {path}" for path in left)


def _folders(published: Iterable[Published], words: Catalogue) -> Iterator[str]:
    """A row for each folder: how many files were made, are as they were, or are the lead's own."""
    counts: dict[str, Counter[str]] = {}
    for one in published:
        folder = "/".join(one.path.split("/")[:2]) if one.path.count("/") > 1 else one.path.partition("/")[0]
        counts.setdefault(folder, Counter())[_column(one.outcome)] += 1
    names = [words.say(f"cli.all.column.{name}") for name in _COLUMNS]
    first = max((len(folder) for folder in counts), default=0) + 2
    yield f"  {'':{first}}{'  '.join(names)}"
    for folder in sorted(counts):
        numbers = (f"{counts[folder][key]:>{len(name)}}" for key, name in zip(_COLUMNS, names, strict=True))
        yield f"  {folder:{first}}{'  '.join(numbers)}"


def _column(outcome: Outcome) -> str:
    match outcome:
        case Outcome.UNCHANGED:
            return "unchanged"
        case Outcome.KEPT:
            return "yours"
        case Outcome.MADE | Outcome.BESIDE_EDITED | Outcome.BESIDE_OPEN:
            return "made"


def _as_json(report: Report, waiting: Sequence[Expected], left: Sequence[str]) -> Mapping[str, object]:
    by_column: dict[str, list[str]] = {key: [] for key in _COLUMNS}
    for one in report.published:
        by_column[_column(one.outcome)].append(one.path)
    return {
        **by_column,
        "waiting": [{"document": one.document, "form": one.form} for one in waiting],
        "to_mend": list(report.held_up),
        "left": list(left),
    }


def _name(key: str, words: Catalogue) -> str:
    return words.say(f"documents.{key}")


def _form(key: str, words: Catalogue) -> str:
    """The form's title; scores are no form of ours."""
    return words.say("cli.all.scores") if key == "scores" else words.say(f"forms.{key}.title")
