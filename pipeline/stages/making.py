"""From the records to the outbox: compose, write, look through at the gate, publish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.anonymise.door import Personal
from pipeline.documents import Document
from pipeline.findings import Finding, Place, Word, note, stop
from pipeline.forms import FORMS
from pipeline.language.catalogue import Catalogue
from pipeline.outbox import letter_check, office_file
from pipeline.post import letters, mending, send_list
from pipeline.stages.reading import Reading, Run
from pipeline.ttr import deadlines
from pipeline.ttr.programme import Programme
from pipeline.workspace import Published, Workspace, shipped_templates

FORMS_FOLDER = "forms"


@dataclass(frozen=True, slots=True)
class Report:
    """What a stage came to; `held_up` are the documents, by key, that wait for something to be mended first."""

    words: Catalogue
    findings: tuple[Finding, ...] = ()
    published: tuple[Published, ...] = ()
    held_up: tuple[str, ...] = ()

    @property
    def to_mend(self) -> bool:
        """Whether there is something to be mended."""
        return bool(self.held_up) or any(finding.stops for finding in self.findings)


def made(run: Run, reading: Reading, documents: Sequence[Document]) -> Report:
    """The documents that nothing holds up, and a copy of every form with something to mend in it."""
    held_up = [document.key for document in documents if reading.stopped & set(document.made_from)]
    published: list[Published] = []
    for document in documents:
        if document.key in held_up:
            continue
        done, findings = _document(run.space, reading, document)
        published += done
        reading = reading.saying(findings)
        held_up += [document.key] if any(finding.stops for finding in findings) else []
    published += _copies_to_mend(run.space, reading)
    return Report(reading.words, reading.findings, tuple(published), tuple(held_up))


def sent(run: Run, reading: Reading) -> tuple[tuple[Published, ...], tuple[Finding, ...]]:
    """Everybody's letter and mail, and the list of who gets what, which stays private."""
    template = reading.letter or letter_check.checked(shipped_templates(), run.space.templates, reading.words)
    mailing = letters.Mailing(reading.roster, reading.key, reading.year, reading.words)
    post = letters.letters(mailing, template.ready(reading.words).render)
    gate = _LettersGate(reading, post, reading.gate.sentences_with_names(template.file))
    published = [*run.space.publish_folder(letters.FOLDER, gate.passing())]
    if post.send_list is not None:
        published.append(run.space.publish(send_list.FILE, post.send_list, private=True))
    due = deadlines.of_letters(reading.year.programme or Programme(), run.today)
    return tuple(published), (*post.findings, *gate.findings, *due)


def blank_forms(space: Workspace, words: Catalogue) -> tuple[Published, ...]:
    """Every form, blank, in the outbox."""
    from pipeline.outbox import form_workbook

    return tuple(
        space.publish(
            f"{FORMS_FOLDER}/{form_workbook.made_file_name(form, words)}", form_workbook.form_workbook(form, words)
        )
        for form in FORMS
    )


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
                self.findings.append(_held_back(path, kinds))
            else:
                yield path, content


def _document(space: Workspace, reading: Reading, document: Document) -> tuple[Iterable[Published], Sequence[Finding]]:
    content = document.compose(reading.year, reading.words)
    if content is None:
        return (), (note("nothing_to_make", document=Word(f"documents.{document.key}"), about=document.made_from[-1]),)
    templates = office_file.Templates(shipped_templates(), space.templates)
    file, findings = office_file.office_file(content, templates)
    if kinds := reading.gate.held_back(document.file, file):
        return (), (*findings, _held_back(document.file, kinds))
    return (space.publish(document.file, file),), findings


def _held_back(path: str, kinds: Sequence[str]) -> Finding:
    return stop("names_somebody", Place(f"outbox/{path}"), parts=tuple(Word(f"gate.{kind}") for kind in kinds))


def _copies_to_mend(space: Workspace, reading: Reading) -> Iterable[Published]:
    """They go back to whoever sent the form, with what that person wrote in it; so no gate stands before them."""
    copies = dict(mending.copies(reading.received, reading.findings, reading.words))
    if reading.letter is not None and reading.letter.copy is not None:
        name = reading.letter.name.rpartition("/")[2].rpartition(".")[0]
        copies[f"{mending.FOLDER}/{name}.docx"] = reading.letter.copy
    space.withdraw(mending.FOLDER, set(copies))
    return [space.publish(path, content) for path, content in copies.items()]
