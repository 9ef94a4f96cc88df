"""A case has a code that follows from its text alone, and that nobody takes for the code of a person (M90)."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.case_codes import codes_of_texts, digest_of, text_of
from pipeline.anonymise.drafts import Draft, Piece
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.score_people import is_code
from pipeline.findings import Place
from pipeline.inbox.personal import Personal
from tests.anonymise.answers_made import KEY

OTHER_KEY = TeamKey(bytes(32))


def draft(text: str) -> Draft:
    return Draft("C-2C2C2", Place(), "nl", {"problem": (Piece(text),)})


def test_white_space_makes_no_other_text() -> None:
    assert text_of({"problem": "Zij  zweeg.\n\nLang."}) == text_of({"problem": " Zij zweeg. Lang. "})
    assert digest_of(KEY, draft("Zij  zweeg.\n")) == digest_of(KEY, draft("Zij zweeg."))


def test_the_same_words_under_another_question_are_another_text() -> None:
    assert text_of({"problem": "Zij zweeg."}) != text_of({"student": "Zij zweeg."})
    assert text_of({"problem": " ", "student": "\n"}) == ""


def test_a_digest_changes_with_the_text_and_with_the_key() -> None:
    digests = {digest_of(key, draft(text)) for key in (KEY, OTHER_KEY) for text in ("Zij zweeg.", "Zij zweeg!")}
    assert len(digests) == 4
    assert all(len(digest) == 12 for digest in digests)


@given(st.sets(st.text(min_size=1), max_size=30))
def test_every_text_has_a_code_of_its_own_whatever_the_order(texts: set[str]) -> None:
    codes = codes_of_texts(KEY, texts)
    assert codes == codes_of_texts(KEY, sorted(texts, reverse=True))
    assert len(set(codes.values())) == len(texts)


def test_among_very_many_texts_the_codes_stay_apart() -> None:
    codes = codes_of_texts(KEY, map(str, range(3000)))
    assert len(set(codes.values())) == 3000


@given(st.text(min_size=1))
def test_no_code_looks_like_that_of_a_person_or_like_a_word(text: str) -> None:
    code = codes_of_texts(KEY, [text])[text]
    assert code.startswith("C-")
    assert not is_code(Personal(code))
    assert not any(one.isalpha() and two.isalpha() for one, two in pairwise(code))
