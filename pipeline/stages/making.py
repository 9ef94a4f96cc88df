"""From the records to the outbox: compose, write, look through at the gate, publish."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.anonymise.door import Personal
from pipeline.documents import HANDOUTS, Document, case_room
from pipeline.findings import Finding, Place, Word, note, stop
from pipeline.forms import FORMS
from pipeline.language.catalogue import Catalogue
from pipeline.outbox import letter_check, office_file
from pipeline.outbox.blank_form import blank_form
from pipeline.post import case_mail, letters, mending, send_list
from pipeline.stages.reading import Reading, Run
from pipeline.ttr import deadlines, handing_out
from pipeline.ttr.programme import Programme
from pipeline.workspace import Outcome, Published, Workspace, shipped_templates

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
    """

    words: Catalogue
    findings: tuple[Finding, ...] = ()
    published: tuple[Published, ...] = ()
    held_up: tuple[str, ...] = ()
    told: Told | None = None
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def to_mend(self) -> bool:
        """Whether there is something to be mended."""
        return bool(self.held_up) or any(finding.stops for finding in self.findings)


def made(run: Run, reading: Reading, documents: Sequence[Document]) -> Report:
    """The documents that nothing holds up, and a copy of every form with something to mend in it."""
    held_up = [document.key for document in documents if reading.stopped & set(document.made_from)]
    published: list[Published] = []
    files: dict[str, bytes] = {}
    for document in documents:
        if document.key in held_up:
            continue
        file, findings = _document(run.space, reading, document)
        reading = reading.saying(findings)
        if file is not None:
            published.append(run.space.publish(document.file, file))
            files[document.key] = file
        held_up += [document.key] if any(finding.stops for finding in findings) else []
    published += _copies_to_mend(run.space, reading)
    return Report(reading.words, reading.findings, tuple(published), tuple(held_up), files=files)


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


def with_cases(run: Run, reading: Reading, report: Report, meetings: Iterable[str]) -> Report:
    """The report with a draft mail for each handout of these meetings that was made and goes out before its meeting.

    A handout or a mail that no longer holds, because the case is no longer released or chosen, is taken back.
    """
    asked = tuple(meetings)
    handouts = {meeting: _as_it_lies(run.space, report, HANDOUTS[meeting]) for meeting in asked}
    made_now = {meeting: file for meeting, file in handouts.items() if file is not None}
    mailing = letters.Mailing(reading.roster, reading.key, reading.year, reading.words)
    mails = case_mail.case_mails(mailing, made_now, run.today)
    held = {path: reading.gate.held_back(path, content, mails.own) for path, content in mails.files.items()}
    files = {path: content for path, content in mails.files.items() if not held[path]}
    published = run.space.publish_all(files.items(), private=True)
    outdated = _taken_back(run.space, asked, set(made_now), set(files))
    findings = (
        *mails.findings,
        *(_held_back(f"{run.space.private.name}/{path}", kinds) for path, kinds in held.items() if kinds),
        *(stop("handout_outdated", Place(path)) for path in outdated),
        *handing_out.of_hand_outs(reading.year, run.today),
        *case_room.of_length(reading.year),
    )
    return replace(report, published=(*report.published, *published), findings=(*report.findings, *findings))


def _as_it_lies(space: Workspace, report: Report, handout: Document) -> bytes | None:
    """The handout that goes out: as the lead edited it, where that is what lies there."""
    shown = f"{space.outbox.name}/{handout.file}"
    if any(one.path == shown and one.outcome is Outcome.KEPT for one in report.published):
        return (space.outbox / handout.file).read_bytes()
    return report.files.get(handout.key)


def _taken_back(space: Workspace, meetings: Iterable[str], made_now: set[str], mails: set[str]) -> tuple[str, ...]:
    """What no longer holds, but was edited since it was made and therefore stays."""
    asked = tuple(meetings)
    handouts = [HANDOUTS[meeting].file for meeting in asked if meeting not in made_now]
    drafts = [path for meeting in asked for path in case_mail.paths_of(meeting) if path not in mails]
    return (*space.take_back(handouts), *space.take_back(drafts, private=True))


def blank_forms(space: Workspace, words: Catalogue) -> tuple[Published, ...]:
    """Every form, blank, in the outbox."""
    files = (blank_form(form, words) for form in FORMS)
    return tuple(space.publish(f"{FORMS_FOLDER}/{name}", content) for name, content in files)


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
                self.findings.append(_held_back(f"outbox/{path}", kinds))
            else:
                yield path, content


def _document(space: Workspace, reading: Reading, document: Document) -> tuple[bytes | None, Sequence[Finding]]:
    """The file, as far as there is something to make it of and nobody is named in it."""
    content = document.compose(reading.year, reading.words)
    if content is None:
        return None, (
            note("nothing_to_make", document=Word(f"documents.{document.key}"), about=document.made_from[-1]),
        )
    templates = office_file.Templates(shipped_templates(), space.templates)
    file, findings = office_file.office_file(content, templates)
    if kinds := reading.gate.held_back(document.file, file):
        return None, (*findings, _held_back(f"outbox/{document.file}", kinds))
    return file, findings


def _held_back(path: str, kinds: Sequence[str]) -> Finding:
    return stop("names_somebody", Place(path), parts=tuple(Word(f"gate.{kind}") for kind in kinds))


def _copies_to_mend(space: Workspace, reading: Reading) -> Iterable[Published]:
    """They go back to whoever sent the form, with what that person wrote in it; so no gate stands before them."""
    copies = dict(mending.copies(reading.received, reading.findings, reading.words))
    if reading.letter is not None and reading.letter.copy is not None:
        name = reading.letter.name.rpartition("/")[2].rpartition(".")[0]
        copies[f"{mending.FOLDER}/{name}.docx"] = reading.letter.copy
    space.withdraw(mending.FOLDER, set(copies))
    return [space.publish(path, content) for path, content in copies.items()]
