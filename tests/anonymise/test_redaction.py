"""The same person has the same letter, a case can still be read, and when anything fails nothing shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.redaction import masked, replaced
from pipeline.language.catalogue import LANGUAGES, catalogue

PEOPLE = (
    KnownPerson("t1", "Marieke de Vries", "teacher"),
    KnownPerson("s1", "Fatima El Amrani", "student"),
    KnownPerson("s2", "Youssef El Amrani", "student"),
    KnownPerson("o1", "Zoltar Bexley", "other"),
    KnownPerson("s1", "Fati", "student"),
)


def shown(content: str, language: str = "nl", people: tuple[KnownPerson, ...] = PEOPLE) -> str:
    return "\n".join(all_shown((content,), language, people))


def all_shown(contents: tuple[str, ...], language: str, people: tuple[KnownPerson, ...]) -> list[str]:
    texts = [Text(content, language) for content in contents]
    cases = replaced(texts, detected(texts, people), catalogue(language), people)
    return [masked(pieces) for pieces in cases]


@pytest.mark.parametrize(
    ("content", "language", "expected"),
    [
        (
            "Ik sprak met Fatima El Amrani. Fatima wist dat Marieke ziek was, zei Fati.",
            "nl",
            "Ik sprak met student A. Student A wist dat docent B ziek was, zei student A.",
        ),
        ("Ik sprak Youssef, Fatima en El Amrani.", "nl", "Ik sprak student A, student B en persoon C."),
        ("Docent Marieke en student Fatima kwamen.", "nl", "Docent A en student B kwamen."),
        ("Fatima's laptop en Youssefs jas", "nl", "Student A's laptop en student B's jas"),
        ("Toen lachte M. de Vries, en mevrouw De Vries ook.", "nl", "Toen lachte docent A, en mevrouw A ook."),
        ("Then fatima met Zoltar Bexley.", "en", "Then student A met person B."),
        ("Da kam Fatima zu Marieke.", "de", "Da kam studierende Person A zu Lehrkraft B."),
        ("Ik sprak student Xamira. Later belde Xamira.", "nl", "Ik sprak student A. Later belde student A."),
        ("Mijn klasgenoot Xamira zweeg. Xamira was moe.", "nl", "Mijn klasgenoot A zweeg. Medestudent A was moe."),
        ("Student A sprak met Fatima.", "nl", "Student A sprak met student B."),
    ],
)
def test_a_case_can_still_be_read(content: str, language: str, expected: str) -> None:
    assert shown(content, language) == expected


def test_a_misspelling_is_the_same_person() -> None:
    assert (
        shown("Xamirah Zoltaru kwam. Later ging Xamira weg.", "nl", ()) == "Persoon A kwam. Later ging persoon A weg."
    )


def test_answers_of_one_case_share_their_letters_and_cases_do_not() -> None:
    assert all_shown(("Fatima kwam.", "Marieke lachte.", "Fatima zweeg."), "nl", PEOPLE) == [
        "Student A kwam.",
        "Docent B lachte.",
        "Student A zweeg.",
    ]
    assert shown("Marieke lachte.") == "Docent A lachte."


def test_more_people_than_letters_have_two() -> None:
    people = tuple(
        KnownPerson(f"p{number}", f"Xam{'bcdfghjk'[number % 8]}or{'aeiou'[number // 8]}l", "student")
        for number in range(30)
    )
    content = ", ".join(person.name for person in people)
    assert shown(content, "nl", people).endswith("student AA, student AB, student AC, student AD")


def test_what_is_only_asked_about_stays_with_a_proposal() -> None:
    text = Text("Roos kwam.", "nl")
    ((first, rest),) = replaced((text,), ((Span(0, 4, Label.NAME, asked=True),),), catalogue("nl"))
    assert (first.text, first.replacement, first.asked) == ("Roos", "Persoon A", True)
    assert rest.text == " kwam."
    assert masked((first, rest)) == "Roos kwam."
    assert masked((first, rest), doubtful_too=True) == "Persoon A kwam."


def test_a_failure_hides_every_text_of_the_case() -> None:
    texts = (Text("Fatima kwam.", "nl"), Text("", "nl"))
    ((piece,), nothing) = replaced(
        texts, ((Span(0, 6, Label.QUASI, wider="wider.x", values=(("y", "z"),)),), ()), _Broken()
    )
    assert "Fatima" not in (piece.replacement or "")
    assert (piece.text, piece.asked, nothing) == ("Fatima kwam.", False, ())


class _Broken:
    """Words that fail as soon as anything but the one sentence is asked of them."""

    def __contains__(self, key: str) -> bool:
        raise OSError

    def say(self, key: str) -> str:
        return key


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_the_pieces_are_the_text(content: str, language: str) -> None:
    texts = (Text(content, language), Text(f"Fatima {content}", language))
    for text, pieces in zip(texts, replaced(texts, detected(texts, PEOPLE), catalogue(language), PEOPLE), strict=True):
        assert "".join(piece.text for piece in pieces) == text.content
        assert all(piece.text for piece in pieces)
