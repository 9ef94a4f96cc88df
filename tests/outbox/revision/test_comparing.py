"""What differs between two texts is shown as somebody would mark it: words, and sentences of which little is left."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.outbox.revision.comparing import Stretch, aligned, alike, changed

_WORDS = st.sampled_from(("elke", "student", "weet", "zich", "hier", "welkom", "en", "mag", "vragen", "wat", "nodig"))
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=8).map(lambda words: f"{' '.join(words).capitalize()}.")
TEXTS = st.lists(_SENTENCES, max_size=4).map(" ".join) | st.text(max_size=40)


def marked(old: str, new: str) -> str:
    """The change as one reads it: [what goes|what comes]."""
    return "".join(one.new if one.stays else f"[{one.old}|{one.new}]" for one in changed(old, new))


@given(TEXTS, TEXTS)
def test_what_was_and_what_is_can_be_read_back(old: str, new: str) -> None:
    stretches = changed(old, new)
    assert "".join(one.old for one in stretches) == old
    assert "".join(one.new for one in stretches) == new


@given(TEXTS, TEXTS)
def test_changes_never_follow_each_other_and_none_is_empty(old: str, new: str) -> None:
    stretches = changed(old, new)
    assert all(one.old or one.new for one in stretches)
    assert all(one.stays or other.stays for one, other in pairwise(stretches))


@given(TEXTS)
def test_what_is_the_same_stays(text: str) -> None:
    assert all(one.stays for one in changed(text, text))


def test_a_word_that_is_put_in_taken_out_or_replaced_is_the_only_change() -> None:
    assert marked("Elke student is welkom.", "Elke nieuwe student is welkom.") == "Elke[| nieuwe] student is welkom."
    assert marked("Elke nieuwe student is welkom.", "Elke student is welkom.") == "Elke[ nieuwe|] student is welkom."
    assert marked("In zes weken kent ieder ons.", "In drie weken kent ieder ons.") == (
        "In [zes|drie] weken kent ieder ons."
    )


def test_a_word_counts_as_a_whole() -> None:
    assert marked("Alle foto's van studenten hangen er.", "Alle foto's van docenten hangen er.") == (
        "Alle foto's van [studenten|docenten] hangen er."
    )
    assert marked("De eerste-jaars vragen het zelf.", "De tweede-jaars vragen het zelf.") == (
        "De [eerste-jaars|tweede-jaars] vragen het zelf."
    )


def test_one_word_left_between_two_that_are_replaced_is_replaced_with_them() -> None:
    old = "De rode fiets staat elke dag in de hal van het gebouw."
    new = "Een rode tas staat elke dag in de hal van het gebouw."
    assert marked(old, new) == "[De rode fiets|Een rode tas] staat elke dag in de hal van het gebouw."


def test_a_sentence_of_which_less_than_half_is_left_is_replaced_whole() -> None:
    old = "Wij kennen elke naam. Studenten kiezen zelf met wie ze werken. Regels leggen we uit."
    new = "Wij kennen elke naam. Groepen stellen wij samen met aandacht voor wie er buiten valt. Regels leggen we uit."
    assert marked(old, new) == (
        "Wij kennen elke naam. [Studenten kiezen zelf met wie ze werken.|Groepen stellen wij samen met aandacht voor "
        "wie er buiten valt.] Regels leggen we uit."
    )


def test_a_sentence_that_is_put_in_leaves_those_around_it_alone() -> None:
    old, new = (
        "Wij kennen elke naam. Wie twee keer ontbreekt, krijgt bericht.",
        "Wie drie keer ontbreekt, krijgt bericht.",
    )
    assert marked(old, f"Wij kennen elke naam. Wij vragen wat helpt. {new}") == (
        "Wij kennen elke naam.[| Wij vragen wat helpt.] Wie [twee|drie] keer ontbreekt, krijgt bericht."
    )


def test_a_sentence_that_moves_goes_in_one_place_and_comes_in_another() -> None:
    first, second = "Elke vraag is een goede vraag.", "Namen spreken we goed uit."
    assert marked(f"{first} {second}", f"{second} {first}") == f"[{first} |]{second}[| {first}]"


def test_a_line_end_is_a_change_like_any_other() -> None:
    assert marked("Eén alinea.", "Eén alinea.\nEn nog een.") == "Eén alinea.[|\nEn nog een.]"


def test_two_rows_stand_side_by_side_by_what_they_have_in_common() -> None:
    old, new = ["a b c", "d e f", "x"], ["n", "a b z", "d e f"]
    assert list(aligned(old, new, alike)) == [(None, "n"), ("a b c", "a b z"), ("d e f", "d e f"), ("x", None)]
    assert list(aligned([], ["n"], alike)) == [(None, "n")]
    assert list(aligned(old, [], alike)) == [("a b c", None), ("d e f", None), ("x", None)]


def test_what_goes_stands_before_what_comes() -> None:
    assert list(aligned(["a", "b"], ["c", "d"], alike)) == [("a", None), ("b", None), (None, "c"), (None, "d")]


def test_likeness_is_the_share_of_words_in_common() -> None:
    assert alike("een twee drie", "een twee vier") == 2 / 3
    assert (alike("een", "twee"), alike("", ""), alike("...", "!")) == (0, 1, 0)


def test_what_is_far_longer_than_a_page_is_not_compared_word_by_word() -> None:
    old, new = " ".join(["ja"] * 30_000), " ".join(["nee", *["ja"] * 30_000])
    assert changed(old, new) == (Stretch(old, new),)
    lines = [str(number) for number in range(500)]
    others = [f"{number}." for number in range(1000, 1500)]
    assert list(aligned(lines, others, alike)) == [*((one, None) for one in lines), *((None, one) for one in others)]
