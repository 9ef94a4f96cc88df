"""From the records to the outbox: compose, write, look through at the gate, publish."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.anonymise.door import Personal
from pipeline.documents import Document
from pipeline.findings import Finding, Place, Word, note, stop
from pipeline.forms import BLANK_FORMS
from pipeline.language.catalogue import Catalogue
from pipeline.outbox import office_file
from pipeline.outbox.forms.blank_form import blank_form
from pipeline.outbox.letters import check as letter_check
from pipeline.post import letters, mending, send_list
from pipeline.stages.addressing import mailing
from pipeline.stages.reading import Reading, Run
from pipeline.ttr import deadlines
from pipeline.ttr.programme import Programme
from pipeline.workspace import Outcome, Published, Workspace, shipped_templates

if TYPE_CHECKING:
    from pipeline.outbox.letters.template import LetterTemplate

FORMS_FOLDER = "forms"


@dataclass(frozen=True, slots=True)
class Told:
    """What a stage has to tell beside what it made: lines to read, and the same for a program under `key`."""

    key: str
    lines: tuple[str, ...]
    json: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """What a stage came to.

    `held_up` are the documents, by key, that wait for something to be mended first; `files` are those that were made.
    `told` is said before what was published, `closing` at the very end and instead of naming each unchanged file.
    """

    words: Catalogue
    findings: tuple[Finding, ...] = ()
    published: tuple[Published, ...] = ()
    held_up: tuple[str, ...] = ()
    told: Told | None = None
    closing: Told | None = None
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def to_mend(self) -> bool:
        """Whether there is something to be mended."""
        return bool(self.held_up) or any(finding.stops for finding in self.findings)


def made(run: Run, reading: Reading, documents: Sequence[Document]) -> Report:
    """The documents that nothing holds up; what still stands as it was made of the same is not made again."""
    held_up = [document.key for document in documents if reading.stopped & set(document.made_from)]
    published: list[Published] = []
    files: dict[str, bytes] = {}
    made_well: list[str] = []  # without anything to say that would have to be said again
    for document in documents:
        if document.key in held_up:
            continue
        if reading.memory.holds(shown := f"{run.space.outbox.name}/{document.file}"):
            published.append(Published(shown, Outcome.UNCHANGED))
            files[document.key] = (run.space.outbox / document.file).read_bytes()
            continue
        file, findings = _document(run.space, reading, document)
        if file is None and not findings:
            held_up.append(document.key)
        reading = reading.saying(findings)
        if file is not None:
            published.append(run.space.publish(document.file, file))
            files[document.key] = file
            made_well += [shown] if not findings and published[-1].path == shown else []
        held_up += [document.key] if any(finding.stops for finding in findings) else []
    reading.memory.keep(made_well)
    return Report(reading.words, reading.findings, tuple(published), tuple(held_up), files=files)


def handed_back(run: Run, reading: Reading, report: Report) -> Report:
    """The report with a copy of every form in which there is something to mend, whoever noticed it."""
    copies = _copies_to_mend(run.space, replace(reading, findings=report.findings))
    return replace(report, published=(*report.published, *copies))


def sent(run: Run, reading: Reading) -> tuple[tuple[Published, ...], tuple[Finding, ...]]:
    """Everybody's letter and mail, and the list of who gets what, which stays private."""
    template = reading.letter or letter_check.checked(shipped_templates(), run.space.templates, reading.words)
    post = letters.letters(mailing(run, reading), _Filling(template, reading.words).render)
    due = deadlines.of_letters(reading.year.programme or Programme(), run.today)
    paths = [f"{run.space.outbox.name}/{path}" for path in post.paths]
    paths += [f"{run.space.private.name}/{send_list.FILE}"] if post.send_list else []
    if reading.memory.holds_all(paths):
        return tuple(Published(path, Outcome.UNCHANGED) for path in paths), (*post.findings, *due)
    gate = _LettersGate(reading, post, reading.gate.sentences_with_names(template.file))
    published = [*run.space.publish_folder(letters.FOLDER, gate.passing())]
    if post.send_list is not None:
        published.append(run.space.publish(send_list.FILE, post.send_list, private=True))
    if not gate.findings:
        reading.memory.keep(one.path for one in published if not one.instead_of)
    return tuple(published), (*post.findings, *gate.findings, *due)


def blank_forms(space: Workspace, words: Catalogue) -> tuple[Published, ...]:
    """Every form, blank, in the outbox."""
    files = (blank_form(form, words) for form in BLANK_FORMS)
    return tuple(space.publish(f"{FORMS_FOLDER}/{name}", content) for name, content in files)


@dataclass(slots=True)
class _Filling:
    """The template of the letters, compiled once the first letter is asked for."""

    template: letter_check.Checked
    words: Catalogue
    ready: "LetterTemplate | None" = None

    def render(self, fields: Mapping[str, object]) -> bytes:
        """One letter."""
        self.ready = self.ready or self.template.ready(self.words)
        return self.ready.render(fields)


@dataclass(frozen=True, slots=True)
class _LettersGate:
    """Lets each letter pass that names its own recipient at most, and whom its template names.

    `findings` are known once all letters have been asked for.
    """

    reading: Reading
    post: letters.Post
    template_says: tuple[Personal, ...]
    findings: list[Finding] = field(default_factory=list)

    def passing(self) -> Iterator[tuple[str, bytes]]:
        for path, content in self.post.files():
            own = (*self.post.own.get(path, ()), *self.template_says)
            kinds = self.reading.gate.held_back(path, content, own)
            if kinds:
                self.findings.append(held_back(f"outbox/{path}", kinds))
            else:
                yield path, content


def _document(space: Workspace, reading: Reading, document: Document) -> tuple[bytes | None, Sequence[Finding]]:
    """The file, as far as there is something to make it of and nobody is named in it.

    Nothing at all is given where what it is made of came in and is to be mended, which has been said.
    """
    content = document.compose(reading.year, reading.words)
    if content is None and reading.waits_for(document.made_from[-1]):
        return None, ()
    if content is None:
        return None, (
            note("nothing_to_make", document=Word(f"documents.{document.key}"), about=document.made_from[-1]),
        )
    templates = office_file.Templates(shipped_templates(), space.templates)
    file, findings = office_file.office_file(content, templates)
    if kinds := reading.gate.held_back(document.file, file):
        return None, (*findings, held_back(f"outbox/{document.file}", kinds))
    return file, findings


def held_back(path: str, kinds: Sequence[str]) -> Finding:
    """That a file was not made because it would name somebody, and in which of its parts."""
    return stop("names_somebody", Place(path), parts=tuple(Word(f"gate.{kind}") for kind in kinds))


def _copies_to_mend(space: Workspace, reading: Reading) -> Iterable[Published]:
    """They go back to whoever sent the form, with what that person wrote in it; so no gate stands before them."""
    copies = dict(mending.copies(reading.received, reading.findings, reading.words))
    if reading.letter is not None and reading.letter.copy is not None:
        name = reading.letter.name.rpartition("/")[2].rpartition(".")[0]
        copies[f"{mending.FOLDER}/{name}.docx"] = reading.letter.copy
    space.withdraw(mending.FOLDER, set(copies))
    return [space.publish(path, content) for path, content in copies.items()]
