"""A longer text is spread over slides without losing a word, on as few as hold it and about equally full."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.session.passages import LONGEST_TEXT, Passage, pieces, shared_out, spread
from pipeline.language.catalogue import catalogue

WORDS = catalogue("nl")
SAID = ("ja.", "nee!", "De", "student,", "vraagt", "wat;", "er", "is\n", "in", "practicum")
TEXTS = st.lists(st.sampled_from(SAID), max_size=500).map(" ".join)


def _passages(*lengths: int) -> list[Passage]:
    return [Passage(f"Kop {number}", ("woord " * length)[:length]) for number, length in enumerate(lengths, 1)]


def _counts(*lengths: int) -> list[int]:
    return [len(slide) for slide in spread(_passages(*lengths), WORDS)]


def test_short_passages_stand_side_by_side_and_long_ones_alone() -> None:
    assert _counts(100, 100, 100) == [3]
    assert _counts(200, 200, 200, 200) == [2, 2]
    assert _counts(500, 500) == [1, 1]
    assert _counts() == []


def test_slides_are_about_equally_full() -> None:
    assert _counts(100, 100, 100, 100) == [2, 2]
    assert _counts(170, 100, 100, 100, 100, 100) == [2, 2, 2]
    assert _counts(100, 500, 100, 100) == [1, 1, 2]


def test_a_word_too_long_for_a_narrow_card_makes_it_wide() -> None:
    word = "Nachteilsausgleichsverfahren" * 2
    slides = spread([*_passages(50, 50), Passage("Kop 3", word)], WORDS)
    assert [len(slide) for slide in slides] == [2, 1]


def test_what_goes_on_on_the_next_slide_says_so() -> None:
    first, second = spread(_passages(1200), WORDS)
    assert [first[0].heading, second[0].heading] == ["Kop 1", WORDS.say("deck.shared.continued", heading="Kop 1")]


def test_a_text_is_parted_where_a_paragraph_or_a_sentence_ends() -> None:
    assert pieces("Een. Twee. Drie. Vier.", 12) == ("Een. Twee.", "Drie. Vier.")
    assert pieces("Een. Twee. Drie.\nVier.", 16) == ("Een. Twee.", "Drie. Vier.")
    assert pieces("een lange zin zonder eind", 12) == ("een lange", "zin zonder", "eind")
    assert pieces("Kort.\nMaar twee.", 40) == ("Kort.\nMaar twee.",)


@given(TEXTS, st.integers(15, 900))
def test_no_word_is_lost_and_no_piece_is_too_long(text: str, most: int) -> None:
    made = pieces(text, most)
    assert " ".join(made).split() == text.split()
    assert max(map(len, made)) <= most


@given(st.lists(st.integers(1, 2000), max_size=12))
def test_every_passage_stands_somewhere_and_no_card_is_too_full(lengths: list[int]) -> None:
    slides = spread(_passages(*lengths), WORDS)
    for slide in slides:
        assert max(len(passage.text) for passage in slide) <= LONGEST_TEXT[len(slide)]
    told = " ".join(passage.text for slide in slides for passage in slide).split()
    assert told == " ".join(passage.text for passage in _passages(*lengths)).split()


@given(st.lists(st.integers(1, 9), max_size=60), st.integers(9, 40))
def test_things_are_shared_out_over_as_few_slides_as_can_be(sizes: list[int], room: int) -> None:
    made = shared_out(sizes, lambda together: sum(together) <= room)
    assert [size for slide in made for size in slide] == sizes
    filled, slides = room, 0
    for size in sizes:
        filled += size
        if filled > room:
            filled, slides = size, slides + 1
    assert len(made) == slides
