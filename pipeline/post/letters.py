"""The letters with their mails, one set for each participant: where a recipient's name meets the letter (M66-M69, M80).

A letter and its mail hold one name, that of whom they are for. Who has which code is told by the letters, and by the
send list, which belongs in `private`. As oneself nobody has a code (M65).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.roster import Person, Roster
from pipeline.documents.persona_instruction import RECIPIENT, instruction_fields
from pipeline.findings import Finding, Place, note
from pipeline.forms.sign_up import SIGN_UP
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.post.calendar_file import Entry, enclosed
from pipeline.post.calendar_record import CalendarRecord
from pipeline.post.greeting import spoken, typed
from pipeline.post.invitation import invitation, link_is_apart
from pipeline.post.mail import Attachment, Mail, as_text, draft, fits_in_draft
from pipeline.post.send_list import Line, send_list
from pipeline.ttr.deadlines import letters_due
from pipeline.ttr.programme import INTRO, Meeting, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import positioning

FOLDER = "letters"
FEW = 5
"""Up to so many people without an address are named one by one, more of one file in one line."""

Render: TypeAlias = Callable[[Mapping[str, object]], bytes]
"""Fills in the template of the letter."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """What goes out: to whom, in which year, in which words; the `key` gives what must stay the same.

    `calendar` is what calendars got before, with this programme in it (`calendar_record.recorded`).
    """

    roster: Roster
    key: TeamKey
    year: TeamYear
    words: Catalogue
    calendar: CalendarRecord = field(default_factory=CalendarRecord)

    @property
    def programme(self) -> Programme:
        """What the programme form says."""
        return self.year.programme or Programme()

    def entry(self, meeting: Meeting) -> Entry:
        """The meeting as it stands in calendars."""
        return self.calendar.entry(meeting, self.programme, self.key)


@dataclass(frozen=True, slots=True)
class Post:
    """What is to be sent.

    `paths` are the files for the outbox; `files()` makes them one after another, so that they need not all be held at
    once. `own` tells by path how the one whom a file is for may be called in it. `send_list` is for `private`; it is
    None when there is nobody to write to.
    """

    paths: tuple[str, ...] = ()
    files: Callable[[], Iterable[tuple[str, bytes]]] = tuple
    own: Mapping[str, tuple[Personal, ...]] = field(default_factory=dict)
    send_list: bytes | None = None
    findings: tuple[Finding, ...] = ()


def letters(mailing: Mailing, render: Render) -> Post:
    """A letter, a mail to send and the same mail as text for everybody who signed up, and the meeting's calendar file.

    `render` fills in the letter. Nothing without an introductory session in the programme.
    """
    meeting = mailing.programme.meeting(INTRO)
    if meeting is None:
        said = note("letters_without_meeting", about="programme")
        return Post(findings=(said,) if mailing.year.programme and mailing.roster.people else ())
    recipients = _recipients(mailing)
    if not recipients:
        return Post()
    outgoing = _Outgoing(mailing, meeting, render, recipients)
    return Post(
        tuple(outgoing.paths()), outgoing.files, outgoing.own(), outgoing.send_list(), tuple(outgoing.findings())
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Recipient:
    """Whom a letter is for; what is not known is empty, and so is the code of somebody who walks as oneself."""

    stem: str
    code: str
    name: str
    address: str
    place: Place

    @property
    def spoken(self) -> str:
        return spoken(self.name)

    def path(self, suffix: str) -> str:
        return f"{FOLDER}/{self.stem}.{suffix}"

    def paths(self) -> Iterator[str]:
        return (self.path(suffix) for suffix in ("docx", "eml", "txt"))

    def own(self) -> tuple[Personal, ...]:
        return tuple(Personal(text) for text in (self.name, self.spoken, self.address) if text)

    def greeting(self, words: Catalogue) -> str:
        name = self.spoken
        return words.say("post.greeting.by_name", name=name) if name else words.say("post.greeting.neutral")


def _recipients(mailing: Mailing) -> tuple[_Recipient, ...]:
    """By code or, as oneself, by number in an order that stays and tells nothing."""
    people = mailing.roster.people
    if mailing.programme.walk is not Walk.ONESELF:
        by_code = sorted(people, key=lambda person: person.code)
        return tuple(_recipient(person, person.code, person.code) for person in by_code)
    width = max(2, len(str(len(people))))
    mixed = sorted(people, key=lambda person: mailing.key.digest("letters", person.code))
    return tuple(_recipient(person, f"{number:0{width}d}", "") for number, person in enumerate(mixed, 1))


def _recipient(person: Person, stem: str, code: str) -> _Recipient:
    name = typed(person.name.reveal()) if person.name else ""
    address = typed(person.address.reveal()) if person.address else ""
    return _Recipient(stem, code, name, address, person.place)


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """The letters for one meeting."""

    mailing: Mailing
    meeting: Meeting
    render: Render
    recipients: tuple[_Recipient, ...]

    def paths(self) -> Iterator[str]:
        if self.meeting.day:
            yield self._calendar_path
        for recipient in self.recipients:
            yield from recipient.paths()

    def own(self) -> Mapping[str, tuple[Personal, ...]]:
        return {path: recipient.own() for recipient in self.recipients for path in recipient.paths()}

    def files(self) -> Iterator[tuple[str, bytes]]:
        words, meeting = self.mailing.words, self.meeting
        calendar = enclosed(self.mailing.entry(meeting), words)
        for one in calendar:
            yield self._calendar_path, one.content
        body = invitation(meeting, self.mailing.programme.walk, positioning(self.mailing.year.scan), words)
        for recipient in self.recipients:
            letter = self._letter(recipient)
            attachments = (Attachment(f"{self._file_name('letter')}.docx", letter), *calendar)
            text = f"{recipient.greeting(words)}\n\n{body}"
            mail = Mail(recipient.name, recipient.address, words.say("post.mail.subject"), text, attachments)
            yield recipient.path("docx"), letter
            yield recipient.path("eml"), draft(mail)
            yield recipient.path("txt"), as_text(mail, words)

    def send_list(self) -> bytes:
        words, due = self.mailing.words, letters_due(self.mailing.programme)
        send_by = "" if due is None else words.long_date(due)
        lines = [
            Line(one.code, one.name, one.greeting(words), one.address, f"{one.stem}.docx", send_by)
            for one in self.recipients
        ]
        return send_list(lines, words.language)

    def findings(self) -> Iterator[Finding]:
        if self.meeting.day and link_is_apart(self.meeting):
            yield note("link_apart", self.meeting.place("place"), "programme")
        yield from _without_address(self.recipients)
        for recipient in self.recipients:
            if recipient.address and not fits_in_draft(recipient.address):
                yield note("address_not_in_draft", recipient.place, SIGN_UP.key)

    @property
    def _calendar_path(self) -> str:
        return f"{FOLDER}/{self._file_name(self.meeting.key)}.ics"

    def _file_name(self, key: str) -> str:
        """As we ship it: a team's own wording may hold signs that a file's name cannot."""
        return catalogue(self.mailing.words.language).say(f"post.file.{key}")

    def _letter(self, recipient: _Recipient) -> bytes:
        fields = instruction_fields(self.mailing.year, recipient.code, self.mailing.words)
        return self.render({**fields, RECIPIENT: recipient.spoken})


def _without_address(recipients: Iterable[_Recipient]) -> Iterator[Finding]:
    by_file: dict[str, list[Place]] = defaultdict(list)
    for recipient in recipients:
        if not recipient.address:
            by_file[recipient.place.file].append(recipient.place)
    for file, places in by_file.items():
        if len(places) > FEW:
            yield note("addresses_missing", Place(file), SIGN_UP.key, count=len(places))
        else:
            yield from (note("address_missing", place, SIGN_UP.key) for place in places)
