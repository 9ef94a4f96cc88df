"""The mail with which a case goes to the team before its follow-up (M95, M96, M99, G32).

One mail for all, each hidden from the others. Their addresses stand in it, so it belongs in `private`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.anonymise.roster import Person
from pipeline.findings import Finding, Place, note
from pipeline.forms.sign_up import SIGN_UP
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.post.greeting import typed
from pipeline.post.invitation import link_is_apart, when_and_where
from pipeline.post.letters import Mailing
from pipeline.post.mail import Attachment, Mail, as_text, draft, fits_in_draft
from pipeline.ttr.handing_out import hand_out
from pipeline.ttr.programme import FOLLOW_UPS, HandOut, Meeting

FOLDER = "case_mails"


@dataclass(frozen=True, slots=True)
class CaseMails:
    """The drafts by their path in `private`, the addresses they are for, and what there is to say about them."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    own: tuple[Personal, ...] = ()
    findings: tuple[Finding, ...] = ()


def case_mails(mailing: Mailing, handouts: Mapping[str, bytes], today: date) -> CaseMails:
    """A draft, and the same as text, for each follow-up to come whose case goes out before it.

    `handouts` are the Word files by the key of their meeting, and passed the gate.
    """
    ahead = [meeting for meeting in mailing.programme.meetings if _goes_out(meeting, handouts, today)]
    if not ahead:
        return CaseMails()
    addresses = _addresses(mailing)
    if not addresses:
        return CaseMails(findings=(note("case_mail_to_nobody", about=SIGN_UP.key),))
    files: dict[str, bytes] = {}
    for meeting in ahead:
        mail = _mail(meeting, handouts[meeting.key], addresses, mailing.words)
        as_draft, as_plain = paths_of(meeting.key)
        files |= {as_draft: draft(mail), as_plain: as_text(mail, mailing.words)}
    return CaseMails(files, tuple(map(Personal, addresses)), tuple(_findings(mailing.roster.people)))


def paths_of(meeting: str) -> tuple[str, ...]:
    """Where the mail of a meeting lies in `private`."""
    stem = f"{FOLDER}/case-mail-{FOLLOW_UPS.index(meeting) + 1}"
    return f"{stem}.eml", f"{stem}.txt"


def _goes_out(meeting: Meeting, handouts: Mapping[str, bytes], today: date) -> bool:
    to_come = meeting.day is None or meeting.day >= today
    return meeting.key in handouts and to_come and hand_out(meeting) is HandOut.BEFORE


def _addresses(mailing: Mailing) -> tuple[str, ...]:
    """Everybody's address once, in an order that tells nothing of who signed up first."""
    found = {address.casefold(): address for person in mailing.roster.people if (address := _address(person))}
    return tuple(found[key] for key in sorted(found))


def _address(person: Person) -> str:
    return typed(person.address.reveal()) if person.address else ""


def _mail(meeting: Meeting, handout: bytes, addresses: tuple[str, ...], words: Catalogue) -> Mail:
    shipped = catalogue(words.language)  # a team's own wording may hold signs that a file's name cannot
    name = f"{shipped.say('post.case.file')}-{shipped.say(f'post.file.{meeting.key}')}.docx"
    subject = words.say("post.case.subject", meeting=words.say(f"terms.meeting.{meeting.key}"))
    body = "\n\n".join(_paragraphs(meeting, words)) + "\n"
    return Mail("", "", subject, body, (Attachment(name, handout),), addresses)


def _paragraphs(meeting: Meeting, words: Catalogue) -> Iterator[str]:
    yield words.say("post.greeting.neutral")
    yield words.say("post.case.opening")
    yield "\n".join(when_and_where(meeting, words))
    yield words.say("post.case.ask_to_prepare")
    question = words.say("deck.follow_up.question.text")
    tasks = words.many("post.case.tasks", question=question)
    yield "\n".join(f"{number}. {task}" for number, task in enumerate(tasks, 1))
    yield words.say("post.case.keep")
    if link_is_apart(meeting):
        yield words.say("post.mail.link_apart")
    yield words.say("post.mail.ask")
    yield words.say("post.case.closing")


def _findings(people: tuple[Person, ...]) -> Iterator[Finding]:
    without = Counter(person.place.file for person in people if not _address(person))
    for file, count in without.items():
        yield note("case_mail_left_out", Place(file), SIGN_UP.key, count=count)
    for person in people:
        if (address := _address(person)) and not fits_in_draft(address):
            yield note("case_mail_address", person.place, SIGN_UP.key)
