"""What goes to the team by mail: a draft for each document that was made, through the gate, taken back with it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.documents import Document
from pipeline.findings import Finding, Place, note, stop
from pipeline.post.letters import Mailing
from pipeline.post.team_mail import TeamMails
from pipeline.stages.addressing import mailing
from pipeline.stages.making import Report, held_back
from pipeline.stages.reading import Reading, Run
from pipeline.workspace import Outcome, Workspace


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Documents that go out by mail, by what `mails` knows them by; `paths_of` tells where the mail of each lies.

    `outdated` is the finding that says that a file no longer holds, but was edited. `besides` are documents of the same
    that are not sent.
    """

    documents: Mapping[str, Document]
    mails: Callable[[Mailing, Mapping[str, bytes]], TeamMails]
    paths_of: Callable[[str], tuple[str, ...]]
    outdated: str
    besides: tuple[Document, ...] = ()


def with_mails(run: Run, reading: Reading, report: Report, enclosed: Enclosures) -> Report:
    """The report with a draft mail for each of the documents that was made.

    A document or a mail that no longer holds, because what it was made of is no longer there, is taken back.
    """
    lying = {key: as_it_lies(run.space, report, document) for key, document in enclosed.documents.items()}
    made_now = {key: file for key, file in lying.items() if file is not None}
    mails = enclosed.mails(mailing(run, reading), made_now)
    held = {path: _held_back(run.space, reading, mails, path) for path in mails.files}
    files = {path: content for path, content in mails.files.items() if not held[path]}
    published = run.space.publish_all(files.items(), private=True)
    reading.memory.keep(one.path for one in published if not one.instead_of)
    gone, outdated = _taken_back(run.space, report, enclosed, made_now, set(files))
    unsaid = [path for path in gone if path.partition("/")[2] not in held]
    findings: tuple[Finding, ...] = (
        *mails.findings,
        *(held_back(f"{run.space.private.name}/{path}", kinds) for path, kinds in held.items() if kinds),
        *((note("taken_back", files=tuple(unsaid), count=len(unsaid)),) if unsaid else ()),
        *(stop(enclosed.outdated, Place(path)) for path in outdated),
    )
    return replace(report, published=(*report.published, *published), findings=(*report.findings, *findings))


def _held_back(space: Workspace, reading: Reading, mails: TeamMails, path: str) -> tuple[str, ...]:
    """In which parts of a mail somebody is named; one that stands as it was made has been looked through.

    A mail changes without anything that came in, when the document that goes with it is edited.
    """
    shown, content = f"{space.private.name}/{path}", mails.files[path]
    if reading.memory.holds(shown) and (space.private / path).read_bytes() == content:
        return ()
    return reading.gate.held_back(path, content, mails.own)


def as_it_lies(space: Workspace, report: Report, document: Document) -> bytes | None:
    """The document that goes out: as the lead edited it, where that is what lies there."""
    shown = f"{space.outbox.name}/{document.file}"
    if any(one.path == shown and one.outcome is Outcome.KEPT for one in report.published):
        return (space.outbox / document.file).read_bytes()
    return report.files.get(document.key)


def _taken_back(
    space: Workspace, report: Report, enclosed: Enclosures, made_now: Mapping[str, bytes], mails: set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What no longer holds and went; and what stays all the same, because it was edited since it was made."""
    old: list[str] = [document.file for key, document in enclosed.documents.items() if key not in made_now]
    old += (document.file for document in enclosed.besides if document.key not in report.files)
    drafts = [path for key in enclosed.documents for path in enclosed.paths_of(key) if path not in mails]
    (gone, stay), (mails_gone, mails_stay) = space.take_back(old), space.take_back(drafts, private=True)
    return (*gone, *mails_gone), (*stay, *mails_stay)


def only(documents: Mapping[str, Document], keys: Iterable[str]) -> dict[str, Document]:
    """Those of the documents with one of these keys."""
    wanted = set(keys)
    return {key: document for key, document in documents.items() if key in wanted}
