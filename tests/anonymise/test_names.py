"""A name is recognised in the spellings that people use for it, and two names are kept apart."""

import pytest

from pipeline.anonymise.names import identity_of, name_forms


def full(text: str) -> str:
    return " ".join(name_forms(text)[0].full)


def may_be(one: str, two: str) -> bool:
    return any(form.may_be(other) for form in name_forms(one) for other in name_forms(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Zoë Çelik", "ZOE CELIK"),
        ("Søren Łukasik", "Soren Lukasik"),
        ("Đorđe Weiß", "Dorde Weiss"),
        ("Işıl Yıldız", "Isil Yildiz"),
        ("İbrahim Öztürk", "ibrahim ozturk"),
        ("Anne-Marie de Groot", "Anne Marie de Groot"),
        ("Vries, Jan de", "Jan de Vries"),
        ("de Vries, Jan", "Jan de Vries"),
        ("Vries, J.W. van der", "J.W. van der Vries"),
        ("El Amrani, Fatima", "Fatima el Amrani"),
        ("D'Angelo, Kofi", "Kofi D’Angelo"),
        ("Dr. Aylin Demir", "Aylin Demir"),
        ("Jan de Vries, MSc", "Jan de Vries"),
        ("Haddad, N. (Noor)", "Noor Haddad"),
        ("Jürgen Müller", "J\u0075\u0308rgen Mu\u0308ller"),
        ("  Mei   Lin\u00a0Chen ", "Mei Lin Chen"),
        ("Nkechi Oko\u00adnkwo", "Nkechi Okonkwo"),
        ("Ｗｅｉ　Ｃｈｅｎ", "Wei Chen"),
    ],
)
def test_the_same_name_in_another_spelling_is_the_same(one: str, two: str) -> None:
    assert full(one) == full(two)
    assert identity_of(one) == identity_of(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Jürgen Müller", "Juergen Mueller"), ("Bjørn Håland", "Bjoern Haaland"), ("Jörg Groß", "Joerg Gross")],
)
def test_letters_that_a_keyboard_lacks_may_be_spelled_out(one: str, two: str) -> None:
    assert {form.full for form in name_forms(one)} & {form.full for form in name_forms(two)}


def test_two_vowels_that_were_always_there_are_not_taken_for_an_umlaut() -> None:
    assert not {form.full for form in name_forms("Jan Boer")} & {form.full for form in name_forms("Jan Bor")}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("J. de Vries", "Jan de Vries"),
        ("J.W. de Vries", "Jan Willem de Vries"),
        ("J. de Vries", "Jan Willem de Vries"),
        ("Fatima Amrani", "Fatima el Amrani"),
        ("Vries, J. de", "Jan de Vries"),
        ("Li Wei", "Wei Li"),
        ("O. dos Santos", "Olívia dos Santos"),
    ],
)
def test_initials_a_missing_particle_and_another_order_may_be_the_same(one: str, two: str) -> None:
    assert may_be(one, two)
    assert may_be(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("J. de Vries", "Karin de Vries"),
        ("Jan de Vries", "Joke de Vries"),
        ("J. de Vries", "Jan de Groot"),
        ("Jan van den Berg", "Jan de Berg"),
        ("J.K. de Vries", "Jan Willem de Vries"),
        ("王 伟", "王 芳"),
        ("Sari", "Sari Latuheru"),
    ],
)
def test_names_that_contradict_each_other_are_two(one: str, two: str) -> None:
    assert not may_be(one, two)


@pytest.mark.parametrize("text", ["", " ", "-", "…", "🙂", "\u200b", "()", ","])
def test_what_holds_no_word_is_no_name(text: str) -> None:
    assert name_forms(text) == ()


def test_vowels_that_are_marks_tell_names_apart() -> None:
    assert full("राम") != full("रीमा")


def test_a_name_taken_apart_does_not_show_itself() -> None:
    assert "Fatima" not in repr(name_forms("Fatima el Amrani")).title()
