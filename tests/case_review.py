"""The review copy of the invented team's first case, as the lead hands it in: accepted, released and chosen."""

import re
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

REVIEWED = "casus-1-nagekeken.docx"
CHOSEN = "follow_up_1"
_STORY, _OURS = "word/document.xml", "customXml/item1.xml"


def reviewed(key: TeamKey, before: dict[str, bytes]) -> bytes:
    """The copy that the program makes of the first case, worked through; `before` is what lies beside the cases."""
    with TemporaryDirectory() as folder:
        for name, content in {**before, **case_forms.files()}.items():
            (Path(folder) / name).write_bytes(content)
        received = door.received(Path(folder))
        drafts = door.passed(received, key, date(2027, 9, 20)).cases.drafts
    [draft] = [draft for draft in drafts if draft.place.file.endswith(case_forms.WHOLE)]
    words = catalogue("nl")
    [copy] = review_copies([draft], key, words).values()
    return normalised(released(copy, CHOSEN), title=words.say("review.title", code=draft.code), language="nl")


def released(copy: bytes, meeting: str) -> bytes:
    """Every change accepted, the case released and chosen for a meeting, as Word would save it."""
    parts = parts_of(chosen(copy, meeting))
    text = re.sub(r"<w:del [^>]*>.*?</w:del>", "", parts[_STORY].decode(), flags=re.DOTALL)
    return packed({**parts, _STORY: re.sub(r"</?w:ins\b[^>]*>", "", text).encode()})


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
