"""A review copy shows each replacement as a change and each doubt as a comment, and hides nothing (M90, M94)."""

from pathlib import Path

import pytest
from lxml import etree

from pipeline.anonymise.case_codes import digest_of
from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.drafts import Draft, Piece
from pipeline.findings import Place
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.review_copies import review_copies
from pipeline.ttr.cases import QUESTIONS
from tests.anonymise.answers_made import KEY
from tests.office.judgement import complaints
from tests.office.packages import W, parts_of, tree

DRAFT = Draft(
    "C-7K4M2",
    Place("inbox/casus.docx"),
    "nl",
    {
        "problem": (
            Piece("Zeynep Karataş", Label.NAME, "Student A"),
            Piece(" durfde "),
            Piece("in week 42", Label.QUASI, "in het najaar", asked=True),
            Piece(" niets meer te zeggen.\nZe mailde naar "),
            Piece("z.karatas@duin.example", Label.EMAIL, "[e-mailadres]"),
            Piece(" & wachtte < 1 dag."),
        ),
        "involved": (Piece("Zeynep", Label.NAME, "Student A"), Piece(" en een docent.")),
        "teacher": (Piece("De les ging door."),),
        "student": (Piece("Ze is "), Piece("de enige vrouw", Label.QUASI, None, asked=True), Piece(".")),
        "others": (),
        "belonging": (Piece("Ze hoorde er niet bij in "), Piece("Zwolle", Label.PLACE, "een stad", asked=True)),
    },
)
PATH = "review/C-7K4M2.docx"
languages = pytest.mark.parametrize("language", LANGUAGES)


def made(language: str = "nl", draft: Draft = DRAFT) -> bytes:
    return review_copies([draft], KEY, catalogue(language))[f"review/{draft.code}.docx"]


def body(content: bytes) -> etree._Element:
    return tree(parts_of(content)["word/document.xml"])


def texts(content: bytes) -> list[str]:
    """What each paragraph says with all changes accepted."""
    paragraphs = body(content).iter(f"{{{W}}}p")
    return ["".join(one.text or "" for one in paragraph.iter(f"{{{W}}}t")) for paragraph in paragraphs]


@languages
def test_the_file_is_valid_and_open_to_everybody(language: str, tmp_path: Path) -> None:
    file = tmp_path / "review.docx"
    file.write_bytes(made(language))
    assert complaints([file]) == []


def test_each_case_has_a_copy_that_is_the_same_every_time() -> None:
    other = Draft("C-2C2C2", Place("inbox/b.docx"), "nl", dict.fromkeys(QUESTIONS, ()))
    first = review_copies([DRAFT, other], KEY, catalogue("nl"))
    assert list(first) == [PATH, "review/C-2C2C2.docx"]
    assert first == review_copies([DRAFT, other], KEY, catalogue("nl"))
    assert review_copies([], KEY, catalogue("nl")) == {}


def test_the_top_counts_what_was_replaced_and_what_is_asked() -> None:
    told = texts(made())
    assert "Vervangen: 2 keer een naam, 1 e-mailadres." in told
    assert any("1 plaats, 2 andere aanwijzingen" in line for line in told)


def test_where_nothing_was_found_the_top_says_so() -> None:
    told = texts(made(draft=Draft("C-2C2C2", Place(), "nl", {"problem": (Piece("Zij zweeg."),)})))
    words = catalogue("nl")
    assert {words.say("review.masked_none"), words.say("review.asked_none")} <= set(told)


@languages
def test_the_code_the_digest_and_the_six_questions_can_be_read(language: str) -> None:
    told = texts(made(language))
    words = catalogue(language)
    assert {DRAFT.code, digest_of(KEY, DRAFT)} <= set(told)
    asked = [words.say(f"forms.case.case.{question}.label") for question in QUESTIONS]
    assert [line for line in told if line in asked] == asked


def test_every_name_stands_in_a_deletion_and_nowhere_else() -> None:
    for name, part in parts_of(made()).items():
        root = tree(part) if name.endswith((".xml", ".rels")) else None
        if root is None:
            assert b"Zeynep" not in part
            continue
        for deleted in root.iter(f"{{{W}}}delText"):
            deleted.text = ""
        assert b"Zeynep" not in etree.tostring(root, encoding="utf-8"), name
        assert b"karatas" not in etree.tostring(root, encoding="utf-8"), name


def test_nothing_is_hidden_and_tracking_is_not_switched_on() -> None:
    parts = parts_of(made())
    assert not body(made()).xpath("//w:vanish | //w:specVanish", namespaces={"w": W})
    assert b"trackRevisions" not in parts["word/settings.xml"]
    assert set(body(made()).xpath("//@w:author", namespaces={"w": W})) == {"TTR"}
    assert not any(name.startswith(("word/people", "word/media")) for name in parts)


def test_signs_that_mean_something_to_word_stay_text() -> None:
    odd = "=HYPERLINK(1) {{ code }} <w:p/> & \x0b\ufffe"
    told = texts(made(draft=Draft("C-2C2C2", Place(), "nl", {"problem": (Piece(odd),)})))
    assert "=HYPERLINK(1) {{ code }} <w:p/> & " in told
