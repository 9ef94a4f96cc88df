"""A draft opens ready to be sent to one person, whatever that person is called."""

import email
import re
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.catalogue import catalogue
from pipeline.post.greeting import typed
from pipeline.post.mail import Attachment, Mail, as_text, draft, fits_in_draft

ADDRESS = "n.alkhatib@waterstad.example"
LETTER = Attachment("Brief-Power-Walk.docx", bytes(range(256)) * 40)
CALENDAR = Attachment("Inleidende-sessie.ics", "BEGIN:VCALENDAR\r\nSUMMARY:é\r\nEND:VCALENDAR\r\n".encode())
BODY = "Beste Nour al-Khatib,\n\nVóór de sessie: " + "lees de brief. " * 80 + "\n.\n--=_ttr_part_=_--\nTot dan.\n"
NAMES = (
    "Nour al-Khatib",
    "Emre Yıldız",
    "Radjesh Ramdin",
    "Shurendy Martina",
    "Kwame Boateng",
    "Mei-Ling Zhou",
    "周美玲",
    "نور الخطيب",
    "Dewi Pattiasina",
    "Agnieszka Żółć-Wójcik",
    'Jürgen "Jogi" Großmann, Dr.',
    "Vries, J. de",
    "Claeys, Lieselot",
    "Wójcik, Agnieszka, Maria, Żaneta, Łucja, Bożena, Świętosława, Kazimiera",
    "R&D <HR>",
    "Ngozi <n.okafor@waterstad.example>",
    "=?utf-8?q?Bcc?=",
    "back\\slash",
    "{{ 7 * 7 }}",
    "x" * 200,
    "é" * 200,
)


def mail_to(name: str, address: str = ADDRESS, attachments: tuple[Attachment, ...] = (LETTER, CALENDAR)) -> Mail:
    return Mail(name, address, "Je voorbereiding op de inleidende sessie: vóór donderdag", BODY, attachments)


def opened(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def addressee(content: bytes) -> tuple[str, str]:
    """As the older of the two readers has it: the newer one puts a blank where a long name was folded."""
    name, address = parseaddr(email.message_from_bytes(content)["To"])
    return str(make_header(decode_header(name))), address


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_for_one_person_whatever_the_name(name: str) -> None:
    content = draft(mail_to(name))
    message = opened(content)
    assert [address.addr_spec for address in message["To"].addresses] == [ADDRESS]
    assert addressee(content) == (name, ADDRESS)
    assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]


@given(st.text(max_size=200))
def test_no_name_can_become_another_field_or_another_person(text: str) -> None:
    name = typed(text)
    content = draft(Mail(name, ADDRESS, f"Aan {text}", f"{text}\n"))
    message = opened(content)
    assert [address.addr_spec for address in message["To"].addresses] == [ADDRESS]
    assert addressee(content) == (name, ADDRESS)
    assert {*message.keys()} == {
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Subject", "To", "X-Unsent")
    }
    content.decode("ascii")
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None


@pytest.mark.parametrize("name", ["Nour\r\nBcc: x@y.example", "Nour\nal-Khatib", "Nour\u2028al-Khatib", "Nour\x0bal"])
def test_a_new_line_in_a_name_begins_no_field(name: str) -> None:
    message = opened(draft(Mail(name, ADDRESS, f"Voor {name}", "Tot dan.\n")))
    assert "Bcc" not in message
    assert len(message["To"].addresses) == 1
    lines = as_text(Mail(name, ADDRESS, f"Voor {name}", "Tot dan.\n"), catalogue("nl")).decode("utf-8-sig")
    assert len(lines.split("\r\n")) == 5


def test_a_draft_is_unsent_and_of_nobody_and_has_the_line_ends_that_outlook_wants() -> None:
    content = draft(mail_to("Emre Yıldız"))
    assert content.startswith(b"X-Unsent: 1\r\n")
    message = opened(content)
    assert message["From"] is None
    assert message["Date"] is None
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
    assert max(len(line) for line in content.split(b"\r\n") if not line.startswith(b"Content-Type")) <= 78
    content.decode("ascii")


def test_the_text_and_what_is_enclosed_come_through_whole() -> None:
    message = opened(draft(mail_to("Emre Yıldız")))
    assert message["Subject"] == "Je voorbereiding op de inleidende sessie: vóór donderdag"
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == BODY
    assert body["Content-Transfer-Encoding"] == "quoted-printable"
    letter, calendar = message.iter_attachments()
    assert (letter.get_filename(), letter.get_content()) == (LETTER.name, LETTER.content)
    assert letter.get_content_type().endswith("wordprocessingml.document")
    assert (calendar.get_filename(), calendar.get_content_type()) == (CALENDAR.name, "text/calendar")
    assert calendar.get_payload(decode=True) == CALENDAR.content


def test_the_same_mail_gives_the_same_bytes() -> None:
    assert draft(mail_to("Emre Yıldız")) == draft(mail_to("Emre Yıldız"))


@pytest.mark.parametrize(
    "address", ["", "jürgen@waterstad.example", "a@wäterstad.example", ".a@b.example", "a..b@c.de"]
)
def test_without_an_address_that_fits_the_draft_is_addressed_to_nobody(address: str) -> None:
    assert not fits_in_draft(address)
    message = opened(draft(mail_to("Jürgen Großmann", address)))
    assert message["To"] is None
    assert message["X-Unsent"] == "1"


@pytest.mark.parametrize("address", ["o'neil+ttr@a-b.waterstad.example", "N.AlKhatib@Waterstad.example"])
def test_every_plain_address_fits(address: str) -> None:
    assert fits_in_draft(address)
    assert opened(draft(mail_to("", address)))["To"].addresses[0].addr_spec == address


def test_the_text_to_copy_opens_right_in_notepad_and_textedit() -> None:
    content = as_text(mail_to("Emre Yıldız"), catalogue("nl"))
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert re.search(r"(?<!\r)\n|\r(?!\n)", text) is None
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    assert head.split("\n") == [
        f"Aan: Emre Yıldız <{ADDRESS}>",
        "Onderwerp: Je voorbereiding op de inleidende sessie: vóór donderdag",
        "Bijlagen: Brief-Power-Walk.docx, Inleidende-sessie.ics",
    ]
    assert body == BODY


@pytest.mark.parametrize(
    ("name", "address", "line"),
    [("Emre Yıldız", "", "To: Emre Yıldız"), ("", ADDRESS, f"To: {ADDRESS}"), ("", "", "Subject: Hello")],
)
def test_what_is_not_known_is_left_out_of_the_text(name: str, address: str, line: str) -> None:
    text = as_text(Mail(name, address, "Hello", "See you.\n"), catalogue("en")).decode("utf-8-sig")
    assert text.split("\r\n")[0] == line
    assert "Attachments" not in text
