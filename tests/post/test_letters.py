"""Each letter and each mail names whom it is for and nobody else."""

import email
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import openpyxl
import pytest

from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.roster import Person, Roster
from pipeline.documents.persona_instruction import FIELDS
from pipeline.findings import Place
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.letters.template import letter_template, template_bytes
from pipeline.post.letters import Mailing, Post, letters
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import ScanAnswer
from pipeline.workspace import shipped_templates
from tests import sample
from tests.documents.teams import CODES, full_year
from tests.office.canaries import canaries_in
from tests.office.judgement import complaints

KEY = TeamKey(bytes(range(32)))
FILE = "inbox/aanmelding.xlsx"
LATER = TeamYear(programme=Programme(meetings=(Meeting("follow_up_1", date(2027, 12, 9)),)))
TEAM = tuple(
    Person(code, Personal(one.name), Personal(one.email), place=Place(FILE, "Aanmelding", f"A{row}"))
    for row, (code, one) in enumerate(zip(CODES, sample.TEAM, strict=True), 2)
)

# The first name, the last name and the address of each, and beside them whose they are.
PARTS = [part for one in sample.TEAM for part in (one.name.split()[0], one.name.split()[-1], one.email)]
NAMES = [one.name for one in sample.TEAM for _ in range(3)]


def rendered(fields: Mapping[str, object]) -> bytes:
    """A letter with every field in it, as plain as can be."""
    return "\n".join(f"{key}: {value}" for key, value in fields.items()).encode()


def post_for(*people: Person, year: TeamYear | None = None, language: str = "nl", key: TeamKey = KEY) -> Post:
    year = full_year(language, Mode.ONLINE) if year is None else year
    return letters(Mailing(Roster(people), key, year, catalogue(language)), rendered)


def walked_as(walk: Walk) -> TeamYear:
    year = full_year("nl")
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, asked_walk=walk, trust=True))


def named(name: str | None, address: str | None = "x@waterstad.example", code: str = "KTM-473") -> Person:
    return Person(code, name and Personal(name), address and Personal(address), place=Place(FILE, "Aanmelding", "A2"))  # type: ignore[arg-type]


def opened(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def parts_of(content: bytes) -> list[bytes]:
    """What can be read in a file; of a mail all but the code of its attachments, which spells names by chance."""
    if not content.startswith(b"X-Unsent"):
        return [content]
    parts = list(opened(content).walk())
    fields = "\n".join(f"{name}: {value}" for part in parts for name, value in part.items())
    return [fields.encode(), *(part.get_payload(decode=True) for part in parts if not part.is_multipart())]


def body_of(content: bytes) -> str:
    body = opened(content).get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_everybody_gets_a_letter_a_mail_and_the_same_mail_as_text_and_all_get_the_calendar_file() -> None:
    post = post_for(*TEAM)
    files = dict(post.files())
    assert tuple(files) == post.paths
    expected = {f"letters/{code}.{suffix}" for code in CODES for suffix in ("docx", "eml", "txt")}
    assert files.keys() == expected | {"letters/Inleidende-sessie.ics"}
    message = opened(files["letters/KTM-473.eml"])
    assert message["To"].addresses[0].addr_spec == "f.bouzid@waterstad.example"
    letter, calendar = message.iter_attachments()
    assert letter.get_payload(decode=True) == files["letters/KTM-473.docx"]
    assert calendar.get_payload(decode=True) == files["letters/Inleidende-sessie.ics"]
    assert all(part.get_filename().isascii() and "KTM" not in part.get_filename() for part in (letter, calendar))
    assert body_of(files["letters/KTM-473.eml"]) in files["letters/KTM-473.txt"].decode().replace("\r\n", "\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", Walk)
def test_no_file_holds_a_name_but_that_of_whom_it_is_for(language: str, walk: Walk) -> None:
    year = full_year(language)
    assert year.programme is not None
    year = replace(year, programme=replace(year.programme, asked_walk=walk, trust=True))
    held: dict[str, set[str]] = {}
    for path, content in post_for(*TEAM, year=year, language=language).files():
        found = {
            NAMES[int(place.rpartition(" ")[2]) - 1] for part in parts_of(content) for place in canaries_in(part, PARTS)
        }
        held.setdefault(Path(path).stem, set()).update(found)
        assert len(found) == (0 if path.endswith(".ics") else 1), path
    assert sorted(len(names) for names in held.values()) == [0] + [1] * 14
    assert len(set().union(*held.values())) == 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_shipped_template_each_letter_names_whom_it_is_for_and_nobody_else(
    language: str, tmp_path: Path
) -> None:
    file = template_bytes(shipped_templates(), None, language).file
    template = letter_template(file, title="Team Teacher Reflection", language=language)
    mailing = Mailing(Roster((*TEAM, named("P. Janssen"))), KEY, full_year(language), catalogue(language))
    for path, content in letters(mailing, template.render).files():
        found = {
            NAMES[int(place.rpartition(" ")[2]) - 1] for part in parts_of(content) for place in canaries_in(part, PARTS)
        }
        assert len(found) <= 1
        if path.endswith(".docx"):
            (tmp_path / Path(path).name).write_bytes(content)
    assert complaints(sorted(tmp_path.iterdir())[:2]) == []


def test_a_letter_holds_the_code_of_whom_it_is_for_and_a_mail_holds_none() -> None:
    files = dict(post_for(*TEAM).files())
    for code in CODES:
        letter, others = files[f"letters/{code}.docx"], [other for other in CODES if other != code]
        assert canaries_in(letter, [code])
        assert not canaries_in(letter, others)
        assert code not in body_of(files[f"letters/{code}.eml"])
        assert not canaries_in(files[f"letters/{code}.txt"], CODES)


def test_as_oneself_there_is_neither_a_code_nor_a_persona_anywhere() -> None:
    post = post_for(*TEAM, year=walked_as(Walk.ONESELF))
    files = dict(post.files())
    assert sorted(path for path in files if path.endswith(".eml")) == [f"letters/{n:02d}.eml" for n in range(1, 15)]
    assert post.send_list is not None
    for content in (*files.values(), post.send_list):
        parts = [content, *(part.get_payload(decode=True) for part in opened(content).iter_attachments())]
        assert not any(canaries_in(part, CODES) for part in parts)
    assert not canaries_in(files["letters/01.txt"], ["persona"])
    assert not canaries_in(files["letters/Inleidende-sessie.ics"], ["persona"])
    assert canaries_in(dict(post_for(*TEAM).files())["letters/KTM-473.txt"], ["persona"])


def test_as_oneself_the_numbers_stay_whatever_the_order_of_the_forms_and_do_not_follow_it() -> None:
    year = walked_as(Walk.ONESELF)
    files = dict(post_for(*TEAM, year=year).files())
    assert files == dict(post_for(*reversed(TEAM), year=year).files())
    order = [opened(files[f"letters/{n:02d}.eml"])["To"].addresses[0].addr_spec for n in range(1, 15)]
    assert order not in ([one.email for one in sample.TEAM], sorted(one.email for one in sample.TEAM))
    other = dict(post_for(*TEAM, year=year, key=TeamKey(bytes(32))).files())
    assert files["letters/01.eml"] != other["letters/01.eml"]


def test_the_letter_gets_every_field_of_its_template() -> None:
    files = dict(post_for(named("Bouzid, Fatima")).files())
    text = files["letters/KTM-473.docx"].decode()
    assert all(f"{field.key}: " in text for field in FIELDS)
    assert "recipient: Fatima Bouzid" in text


@pytest.mark.parametrize(
    ("language", "greeting", "neutral"),
    [
        ("nl", "Beste Emre Yıldız,", "Beste collega,"),
        ("en", "Dear Emre Yıldız,", "Dear colleague,"),
        ("de", "Guten Tag Emre Yıldız,", "Guten Tag,"),
    ],
)
def test_the_greeting_is_by_name_or_neutral(language: str, greeting: str, neutral: str) -> None:
    for name, expected in (("Emre Yıldız", greeting), ("E. Yıldız", neutral), (None, neutral)):
        files = dict(post_for(named(name, "e.yildiz@waterstad.example"), language=language).files())
        assert body_of(files["letters/KTM-473.eml"]).split("\n")[0] == expected


def test_the_mail_says_when_where_what_to_prepare_and_that_one_may_pass() -> None:
    words = catalogue("nl")
    body = body_of(dict(post_for(*TEAM).files())["letters/KTM-473.eml"])
    assert "donderdag 23 september 2027, van 13:30 tot 15:20 uur" in body
    for key in ("passing", "ask", "keep", "calendar", "link_apart", "closing"):
        assert words.say(f"post.mail.{key}") in body
    for task in words.many("post.mail.tasks"):
        assert task in body


KEEN = (ScanAnswer(3, 4),) * 6
SKILLED = (ScanAnswer(5, 4),) * 3 + (ScanAnswer(2, 3),) * 3
WEARY = (ScanAnswer(2, 1),) * 3 + (ScanAnswer(3, 4),) * 3
POSITIONS = ("expertise", "enthusiasm", "both", "neutral")


def mails(scan: tuple[ScanAnswer, ...] | None, language: str = "nl") -> list[str]:
    year = replace(full_year(language), scan=scan)
    files = dict(post_for(*TEAM, year=year, language=language).files())
    return [body_of(content) for path, content in files.items() if path.endswith(".eml")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("scan", "position"),
    [
        (SKILLED, "expertise"),
        (WEARY, "enthusiasm"),
        (tuple(ScanAnswer(5, 1) for _ in range(5)), "both"),
        (KEEN, "neutral"),
    ],
)
def test_everybody_reads_the_one_sentence_that_fits_the_team(
    scan: tuple[ScanAnswer, ...], position: str, language: str
) -> None:
    words = catalogue(language)
    told = {key: words.say(f"post.mail.position.{key}") for key in POSITIONS}
    for body in mails(scan, language):
        paragraphs = body.split("\n\n")
        assert [key for key, sentence in told.items() if sentence in body] == [position]
        assert paragraphs[3] == told[position]


@pytest.mark.parametrize("scan", [None, (), (ScanAnswer(5, 1),) * 4, (ScanAnswer(None, None),) * 9])
def test_a_scan_that_is_missing_or_small_leaves_no_trace_in_the_mail(scan: tuple[ScanAnswer, ...] | None) -> None:
    sentences = [catalogue("nl").say(f"post.mail.position.{key}") for key in POSITIONS]
    assert mails(scan) == mails(None)
    assert not [sentence for body in mails(scan) for sentence in sentences if sentence in body]


def test_what_is_not_planned_yet_is_left_open() -> None:
    open_yet = TeamYear(programme=Programme(meetings=(Meeting(INTRO),)))
    post = post_for(*TEAM, year=open_yet)
    files = dict(post.files())
    assert len(files) == 42
    body = body_of(files["letters/KTM-473.eml"])
    assert catalogue("nl").say("terms.date_open") in body
    assert catalogue("nl").say("post.mail.calendar") not in body
    no_time = TeamYear(programme=Programme(meetings=(Meeting(INTRO, date(2027, 9, 23)),)))
    said = body_of(dict(post_for(*TEAM, year=no_time).files())["letters/KTM-473.eml"])
    assert "donderdag 23 september 2027, tijd nog te plannen" in said


def test_a_link_is_promised_apart_only_where_it_is_not_the_place() -> None:
    meeting = Meeting(
        INTRO, date(2027, 9, 23), time(13, 30), 110, Mode.HYBRID, "https://bijeenkomst.waterstad.example/1"
    )
    post = post_for(*TEAM, year=TeamYear(programme=Programme(meetings=(meeting,))))
    assert catalogue("nl").say("post.mail.link_apart") not in body_of(dict(post.files())["letters/KTM-473.eml"])
    assert post.findings == ()
    [said] = post_for(*TEAM).findings
    assert (said.key, said.stops) == ("link_apart", False)


def test_the_send_list_has_who_has_which_code_and_by_when_to_send() -> None:
    post = post_for(*TEAM)
    assert post.send_list is not None
    [sheet] = openpyxl.load_workbook(io.BytesIO(post.send_list)).worksheets
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == sorted(CODES)
    by_code = {row[0]: row[1:] for row in rows}
    due = "donderdag 16 september 2027"
    address = "n.alkhatib@waterstad.example"
    assert by_code[CODES[7]] == ("Nour al-Khatib", "Beste Nour al-Khatib,", address, f"{CODES[7]}.docx", due)


def test_somebody_without_an_address_gets_a_letter_and_a_mail_to_nobody_and_is_named_by_place() -> None:
    post = post_for(*TEAM[:3], named("Lieselot Claeys", None, "ZZZ-999"))
    files = dict(post.files())
    assert opened(files["letters/ZZZ-999.eml"])["To"] is None
    assert files["letters/ZZZ-999.txt"].decode("utf-8-sig").startswith("Aan: Lieselot Claeys\r\n")
    assert canaries_in(files["letters/ZZZ-999.docx"], ["Lieselot Claeys"])
    found = [(said.key, said.place, said.stops) for said in post.findings if said.key != "link_apart"]
    assert found == [("address_missing", Place(FILE, "Aanmelding", "A2"), False)]


def test_many_without_an_address_are_named_in_one_line() -> None:
    people = [named("Kwame Boateng", None, f"AAA-{number}") for number in range(100, 140)]
    found = [said for said in post_for(*people).findings if said.key != "link_apart"]
    assert [(said.key, said.place, said.values) for said in found] == [
        ("addresses_missing", Place(FILE), {"count": 40})
    ]


def test_an_address_that_does_not_fit_in_a_draft_is_said() -> None:
    post = post_for(named("Jürgen Großmann", "jürgen@waterstad.example"))
    assert [said.key for said in post.findings] == ["link_apart", "address_not_in_draft"]
    files = dict(post.files())
    assert opened(files["letters/KTM-473.eml"])["To"] is None
    assert "jürgen@waterstad.example" in files["letters/KTM-473.txt"].decode()


@pytest.mark.parametrize("name", ["{{ 7 * 7 }}", "{% for x in y %}", "R&D <HR>", "{name}", "a\r\nBcc: b@c.example"])
def test_a_name_is_never_more_than_a_name(name: str) -> None:
    post = post_for(named(name))
    files = dict(post.files())
    message = opened(files["letters/KTM-473.eml"])
    assert "Bcc" not in message
    assert message["To"].addresses[0].display_name == " ".join(name.split())
    assert post.send_list is not None


def test_without_an_introductory_session_there_are_no_letters() -> None:
    post = post_for(*TEAM, year=LATER)
    assert (post.paths, tuple(post.files()), post.send_list) == ((), (), None)
    assert [said.key for said in post.findings] == ["letters_without_meeting"]
    assert post_for(*TEAM, year=TeamYear()) == Post()  # that the form has not come in has been said
    assert post_for() == Post()


def test_every_finding_has_words() -> None:
    without = [named("Kwame Boateng", None, f"AAA-{number}") for number in range(100, 140)]
    posts = [
        post_for(*TEAM),
        post_for(*without),
        post_for(named("Jürgen", "ü@x.example")),
        post_for(named("X y", None)),
    ]
    for language in LANGUAGES:
        words = catalogue(language)
        for finding in (finding for post in posts for finding in post.findings):
            assert words.problem(finding)
            assert words.remedy(finding)


def test_own_words_change_what_is_said_but_no_name_of_a_file_or_a_field() -> None:
    own = dict.fromkeys(
        ("post.file.letter", "post.file.intro", "post.list.tab", "post.list.column.name"), "a/b:[c]" * 9
    )
    own |= {"post.mail.subject": "Tot\r\nBcc: zo", "post.mail.closing": "Tot gauw!"}
    words = catalogue("nl").with_own_words(own)
    post = letters(Mailing(Roster(TEAM), KEY, full_year("nl"), words), rendered)
    assert post.paths == post_for(*TEAM, year=full_year("nl")).paths
    message = opened(dict(post.files())["letters/KTM-473.eml"])
    assert (message["Subject"], message["Bcc"]) == ("Tot Bcc: zo", None)
    assert [part.get_filename() for part in message.iter_attachments()] == [
        *("Brief-Power-Walk.docx", "Inleidende-sessie.ics")
    ]
    assert "Tot gauw!" in body_of(dict(post.files())["letters/KTM-473.eml"])
    assert post.send_list is not None


def test_the_same_team_gives_the_same_bytes() -> None:
    first, second = post_for(*TEAM), post_for(*TEAM)
    assert dict(first.files()) == dict(second.files())
    assert first.send_list == second.send_list


def test_letters_are_made_one_after_another() -> None:
    made: list[str] = []

    def render(fields: Mapping[str, object]) -> bytes:
        made.append(str(fields["code"]))
        return b"PK"

    mailing = Mailing(Roster(TEAM), KEY, full_year("nl"), catalogue("nl"))
    files = iter(letters(mailing, render).files())
    assert made == []
    for _ in range(4):
        next(files)
    assert made == sorted(CODES)[:1]


def test_who_is_written_to_is_not_shown_by_accident() -> None:
    post = post_for(*TEAM)
    assert not any(one.name in repr(post) or one.email in repr(post) for one in sample.TEAM)


def test_the_send_list_is_valid_and_accessible(tmp_path: Path) -> None:
    post = post_for(*TEAM)
    assert post.send_list is not None
    (tmp_path / "send-list.xlsx").write_bytes(post.send_list)
    assert complaints([tmp_path / "send-list.xlsx"]) == []
