"""The review copies of the invented team's first two cases, as the lead hands them in: released and chosen."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.anonymise import door
from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import catalogue
from pipeline.outbox.normalising import normalised
from pipeline.post.review_copies import review_copies
from tests import case_forms
from tests.office.packages import packed, parts_of

REVIEWED = {"casus-1-nagekeken.docx": case_forms.WHOLE, "casus-2-nagekeken.docx": case_forms.SAVED}
"""The copies that were handed in, by the case that each is of."""

CHOSEN = {case_forms.WHOLE: "follow_up_1", case_forms.SAVED: "follow_up_2"}
WIDER = (("Aruba", "een eiland"),)
"""What the lead words more widely, after the questions in the margin."""

_STORY, _OURS = "word/document.xml", "customXml/item1.xml"


def reviewed(key: TeamKey, drafts: Mapping[str, door.Draft]) -> dict[str, bytes]:
    """The copies that the program makes of these cases, worked through."""
    words = catalogue("nl")
    copies = {case: next(iter(review_copies([drafts[case]], key, words).values())) for case in CHOSEN}
    return {
        name: normalised(
            released(copies[case], CHOSEN[case]),
            title=words.say("review.title", code=drafts[case].code),
            language="nl",
        )
        for name, case in REVIEWED.items()
    }


def codes(drafts: Mapping[str, door.Draft]) -> dict[str, str]:
    """The codes of the cases that were chosen, by the key of their meeting."""
    return {meeting: drafts[case].code for case, meeting in CHOSEN.items()}


def drafts_of(key: TeamKey, before: Mapping[str, bytes]) -> Mapping[str, door.Draft]:
    """The cases before their review, by the name of their file; `before` is what lies beside them."""
    with TemporaryDirectory() as folder:
        for name, content in {**before, **case_forms.files()}.items():
            (Path(folder) / name).write_bytes(content)
        received = door.received(Path(folder))
        drafts = door.passed(received, key, date(2027, 9, 20)).cases.drafts
    return {draft.place.file.rpartition("/")[2]: draft for draft in drafts}


def released(copy: bytes, meeting: str) -> bytes:
    """Every change accepted, the case released and chosen for a meeting, as Word would save it."""
    parts = parts_of(chosen(copy, meeting))
    text = re.sub(r"<w:del [^>]*>.*?</w:del>", "", parts[_STORY].decode(), flags=re.DOTALL)
    text = re.sub(r"</?w:ins\b[^>]*>", "", text)
    for written, wider in WIDER:
        text = text.replace(f">{written}<", f">{wider}<")
    return packed({**parts, _STORY: text.encode()})


def chosen(copy: bytes, meeting: str) -> bytes:
    """The case released and chosen for a meeting, with every change left open."""
    words, parts = catalogue("nl"), parts_of(copy)
    text, ours = parts[_STORY].decode(), parts[_OURS].decode()
    for question, group, option in (("released", "case_release", "yes"), ("meeting", "case_meeting", meeting)):
        said = words.say(f"choices.{group}.{option}")
        control = rf'(w:val="release\.{question}".*?<w:sdtContent><w:r><w:t[^>]*>)[^<]*'
        text, told = re.subn(control, rf"\g<1>{said}", text, count=1, flags=re.DOTALL)
        ours, bound = re.subn(rf"(<{question}>)[^<]*", rf"\g<1>{option}", ours, count=1)
        assert (told, bound) == (1, 1)
    return packed({**parts, _STORY: text.encode(), _OURS: ours.encode()})


def story(document: bytes) -> str:
    """The running text of a Word document, without its tags."""
    return re.sub(r"<[^>]+>", "", parts_of(document)[_STORY].decode())
