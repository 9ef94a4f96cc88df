"""An e-mail that opens ready to be sent, and the same as text to copy where it does not (M66, M80).

Outlook on Windows shows a mail marked as unsent for editing; Outlook on a Mac needs line ends of two signs. Sender and
date are left out, so that the mail programme fills in its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from pipeline.language.catalogue import Catalogue

# Neither of the ways to write a part in plain letters has this sign between two others, so no part can end early.
_BOUNDARY: Final = "=_ttr_part_=_"
_TYPES: Final = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "ics": ("text", "calendar"),
}
_LONGEST_WORD = 75
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_PLAIN_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_END = "\r\n"
_FOR_NOTEPAD_AND_TEXTEDIT = "\ufeff"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; its name is in plain letters."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Mail:
    """One mail; `name` and `address` are empty where they are not known, texts are on one line but for `body`.

    `hidden` are the addresses of who receives it without being shown to the others.
    """

    name: str
    address: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    hidden: tuple[str, ...] = ()


def draft(mail: Mail) -> bytes:
    """The mail as an `.eml` file; without an address that `fits_in_draft` it is addressed to nobody yet."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _on_one_line(mail.subject)
    message.set_content(mail.body, charset="utf-8", cte="quoted-printable")
    for attached in mail.attachments:
        main, sub = _TYPES[attached.name.rpartition(".")[2]]
        message.add_attachment(attached.content, maintype=main, subtype=sub, filename=attached.name)
    if mail.attachments:
        message.set_boundary(_BOUNDARY)
    return b"".join((f"X-Unsent: 1{_END}".encode(), _to(mail), _bcc(mail), message.as_bytes()))


def as_text(mail: Mail, words: Catalogue) -> bytes:
    """The same mail as a text file, with what goes in which field above it."""
    to = f"{mail.name} <{mail.address}>" if mail.name and mail.address else mail.address or mail.name
    head = {
        "to": to,
        "bcc": "; ".join(map(_on_one_line, mail.hidden)),
        "subject": mail.subject,
        "attachments": ", ".join(attached.name for attached in mail.attachments),
    }
    lines = [f"{words.say(f'post.mail.field.{key}')}: {_on_one_line(text)}" for key, text in head.items() if text]
    text = "\n".join((*lines, "", mail.body.rstrip("\n"), ""))
    return (_FOR_NOTEPAD_AND_TEXTEDIT + _END.join(text.split("\n"))).encode()


def fits_in_draft(address: str) -> bool:
    """Whether every mail programme understands this address in a file: plain letters, no odd dots."""
    return bool(_PLAIN_ADDRESS.fullmatch(address))


def _to(mail: Mail) -> bytes:
    if not fits_in_draft(mail.address):
        return b""
    return _END.join((*_written_name(_on_one_line(mail.name)), f" <{mail.address}>", "")).encode("ascii")


def _bcc(mail: Mail) -> bytes:
    """One address to a line, so that no line of the field grows too long."""
    addresses = f",{_END} ".join(address for address in mail.hidden if fits_in_draft(address))
    return f"Bcc: {addresses}{_END}".encode("ascii") if addresses else b""


def _written_name(name: str) -> Iterator[str]:
    """The lines of the field up to the address.

    Not left to the library: it breaks a long name with accents or commas, so that it comes out as several people.
    """
    if name.isascii() and "=?" not in name:
        yield 'To: "{}"'.format(name.replace("\\", "\\\\").replace('"', '\\"')) if name else "To:"
        return
    first, *others = Header(name, "utf-8", maxlinelen=_LONGEST_WORD).encode(linesep="\n").split("\n")
    yield f"To: {first}"
    yield from others


def _on_one_line(text: str) -> str:
    """A new line in a field would begin another field."""
    return " ".join(text.split())
