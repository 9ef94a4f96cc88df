"""A mail to the whole team with a document, as a draft and as text (M85, M95, M96, M99, M101, G32).

One mail for all, each hidden from the others. Their addresses stand in it, so it belongs in `private`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.anonymise.roster import Person
from pipeline.findings import Finding, Place, note
from pipeline.forms.sign_up import SIGN_UP
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.post.greeting import typed
from pipeline.post.letters import Mailing
from pipeline.post.mail import Attachment, Mail, as_text, draft, fits_in_draft


@dataclass(frozen=True, slots=True)
class TeamMail:
    """What goes to everybody, the document first; `stem` is its path in `private` without an ending."""

    stem: str
    subject: str
    paragraphs: tuple[str, ...]
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class TeamMails:
    """The drafts by their path in `private`, the addresses they are for, and what there is to say about them."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    own: tuple[Personal, ...] = ()
    findings: tuple[Finding, ...] = ()


def team_mails(mailing: Mailing, mails: Sequence[TeamMail], without: str | None = None) -> TeamMails:
    """Each mail as a draft, and the same as text; nothing without a mail, or where no address is known.

    Nobody whose role is `without` receives it.
    """
    if not mails:
        return TeamMails()
    people = [person for person in mailing.roster.people if without is None or person.role != without]
    addresses = _addresses(people)
    if not addresses:
        return TeamMails(findings=(note("team_mail_to_nobody", about=SIGN_UP.key),))
    files: dict[str, bytes] = {}
    for mail in mails:
        body = "\n\n".join(mail.paragraphs) + "\n"
        to_all = Mail("", "", mail.subject, body, mail.attachments, addresses)
        as_draft, as_plain = paths(mail.stem)
        files |= {as_draft: draft(to_all), as_plain: as_text(to_all, mailing.words)}
    return TeamMails(files, tuple(map(Personal, addresses)), tuple(_findings(people)))


def paths(stem: str) -> tuple[str, str]:
    """Where the draft of a mail lies in `private`, and the same as text."""
    return f"{stem}.eml", f"{stem}.txt"


def attached(mail: str, content: bytes, words: Catalogue, meeting: str = "") -> Attachment:
    """The document under the name that it has in a mail: `post.<mail>.file`, and the name of its meeting.

    As we ship it: a team's own wording may hold signs that a file's name cannot.
    """
    shipped = catalogue(words.language)
    name = shipped.say(f"post.{mail}.file")
    return Attachment(f"{name}-{shipped.say(f'post.file.{meeting}')}.docx" if meeting else f"{name}.docx", content)


def _addresses(people: Sequence[Person]) -> tuple[str, ...]:
    """Everybody's address once, in an order that tells nothing of who signed up first."""
    found = {address.casefold(): address for person in people if (address := _address(person))}
    return tuple(found[key] for key in sorted(found))


def _address(person: Person) -> str:
    return typed(person.address.reveal()) if person.address else ""


def _findings(people: Sequence[Person]) -> Iterator[Finding]:
    without = Counter(person.place.file for person in people if not _address(person))
    for file, count in without.items():
        yield note("team_mail_left_out", Place(file), SIGN_UP.key, count=count)
    for person in people:
        if (address := _address(person)) and not fits_in_draft(address):
            yield note("team_mail_address", person.place, SIGN_UP.key)
