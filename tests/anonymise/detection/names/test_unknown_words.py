"""What no list knows is masked, what is a word and a name is asked about, and words stay."""

import unicodedata
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.lexicon import lexicon
from pipeline.anonymise.detection.names.unknown_words import unknown_words
from pipeline.anonymise.detection.spans import Label
from pipeline.anonymise.detection.tokens import Text

LANGUAGES = ("nl", "en", "de")
SENTENCES = {
    "nl": ("Toen kwam {} naar mij toe.", "{} zei niets meer.", "Dat was voor {} erg lastig.", "We vroegen {} om hulp."),
    "en": ("Then {} came to see me.", "{} said nothing.", "It was hard for {} to stay.", "We asked {} for help."),
    "de": ("Dann kam {} zu mir.", "{} sagte nichts.", "Das war für {} sehr schwer.", "Wir baten {} um Hilfe."),
}
OF_NO_LIST = {
    "dutch": "Wiegersma",
    "flemish": "Vanlangenhove",
    "moroccan": "Bentaleb",
    "turkish": "Hatipoğlu",
    "surinamese": "Soekhnandan",
    "antillean": "Sulvaran",
    "west_african": "Nkansah",
    "arabic": "Alqassab",
    "chinese": "Xiuwen",
    "indonesian": "Lekatompessy",
    "polish": "Zdanowicz",
    "german": "Querengässer",
    "english": "Fothergill",
    "thai": "ณัฐวุฒิ",
    "tamil": "முத்துக்குமார்",
    "bengali": "রহিম",
    "burmese": "အောင်ဆန်း",
}


def found(content: str, language: str) -> list[str]:
    """Masked stretches as they are, asked ones with a question mark before them."""
    return [
        ("?" if span.asked else "") + content[span.start : span.end] for span in unknown_words(Text(content, language))
    ]


@pytest.mark.parametrize(("origin", "language"), list(product(OF_NO_LIST, LANGUAGES)))
def test_a_name_of_no_list_is_masked_whatever_its_origin(origin: str, language: str) -> None:
    name = OF_NO_LIST[origin]
    for sentence in SENTENCES[language]:
        assert found(sentence.format(name), language) == [name]


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("Ik sprak Fatima El Amrani gisteren.", "nl", ["Fatima El Amrani"]),
        ("Toen belde Jan van der Heijden mij.", "nl", ["Jan van der Heijden"]),
        ("Daarna kwam Van der Heijden binnen.", "nl", ["Van der Heijden"]),
        ("Daarna kwam van der Heijden binnen.", "nl", ["van der Heijden"]),
        ("Daarna kwam Nguyen Thi Mai binnen.", "nl", ["Nguyen Thi Mai"]),
        ("Daarna kwam Abu Bakr binnen.", "nl", ["Abu Bakr"]),
        ("Daarna kwam Yazan al-Masri binnen.", "nl", ["Yazan al-Masri"]),
        ("De docent Wil de Beer was er.", "nl", ["Wil de Beer"]),
        ("Frans Latuperissa was er.", "nl", ["Frans Latuperissa"]),
        ("Dann fragte Leonie Sommer das Team.", "de", ["Leonie Sommer"]),
        ("Ich sprach mit Fatou N'Diaye darüber.", "de", ["Fatou N'Diaye"]),
        ("Ik zag Anne-Fleur en Karl-Heinz.", "nl", ["Anne-Fleur", "Karl-Heinz"]),
        ("I met Sean O'Brien and Maria D'Souza.", "en", ["Sean O'Brien", "Maria D'Souza"]),
        ("Ik sprak Fatima. Youssef was er niet.", "nl", ["Fatima", "Youssef"]),
        ("Ik sprak Fatima, Youssef en Mehmet.", "nl", ["Fatima", "Youssef", "Mehmet"]),
        ("Fatima's moeder en Dewi's vader kwamen.", "nl", ["Fatima's", "Dewi's"]),
        ("Gisteren kwam YOUSSEF niet.", "nl", ["YOUSSEF"]),
        ("Gisteren kwam fatima niet.", "nl", ["fatima"]),
        ("toen kwam yazan darwish weer", "nl", ["yazan darwish"]),
        ("toen kwam xhosani weer", "nl", ["xhosani"]),
        ("Gisteren kwam Ama-\ndou niet.", "nl", ["Ama-\ndou"]),
        ("Gisteren kwam You\u00adssef niet.", "nl", ["You\u00adssef"]),
        (unicodedata.normalize("NFD", "Gisteren kwam Zoë niet."), "nl", [unicodedata.normalize("NFD", "Zoë")]),
    ],
)
def test_a_name_is_one_stretch_however_it_is_written(content: str, language: str, names: list[str]) -> None:
    assert found(content, language) == names


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("Ik sprak Roos over haar cijfer.", "nl", ["Roos"]),
        ("Ze kreeg een roos van Mei.", "nl", ["Mei"]),
        ("Roos was er niet.", "nl", ["Roos"]),
        ("Storm was er niet.", "nl", ["?Storm"]),
        ("Hope was lost.", "en", ["?Hope"]),
        ("Roos zei niets.", "nl", ["Roos"]),
        ("Mark, who was late, left.", "en", ["Mark"]),
        ("Ich fragte Ernst danach.", "de", ["Ernst"]),
        ("Ich war mit Ernst dort.", "de", ["?Ernst"]),
    ],
)
def test_a_word_that_is_also_a_name_is_weighed_by_what_stands_around_it(
    content: str, language: str, names: list[str]
) -> None:
    assert found(content, language) == names


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("Een roos uit de tuin. Storm op komst. Morgen vergaderen we in Teams.", "nl"),
        ("De docent Engels zette de opdracht op Brightspace. Op maandag was er niemand.", "nl"),
        ("'s Avonds heb ik dat ge-appt; zo'n SLB'er weet dat ook. Eén foto's map.", "nl"),
        ("Zij gaven onvoldoende feedback op het beoordelingsformulier. Dat viel tegen.", "nl"),
        ("On Monday the seminar was in English. I'd say it wasn't the students' fault. We don't know.", "en"),
        ("A storm in May. Will it rain? The mark was low, and the rose had gone.", "en"),
        ("Die Studierenden arbeiteten im Sommer an der Hausarbeit. Das Lesen fiel ihnen schwer.", "de"),
        ("Der Ernst der Lage war klar. Sie sagte etwas Gutes, und Ihre Gruppe schwieg.", "de"),
        ("Im Lernzentrum gibt's Kaffee. Am Freitag war die Klausur.", "de"),
    ],
)
def test_words_stay(content: str, language: str) -> None:
    assert found(content, language) == []


def test_an_unknown_word_behind_a_preposition_of_place_is_a_place() -> None:
    (span,) = unknown_words(Text("Hij woont in Xanterloo bij zijn oom.", "nl"))
    assert span.label is Label.PLACE
    assert not span.asked


def test_a_slip_of_one_letter_in_small_letters_is_no_name() -> None:
    assert found("wij hebben dat besproekn met de docennt", "nl") == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    name=st.lists(
        st.sampled_from(("xa", "zhu", "qo", "mbe", "ngi", "ryo", "kwi", "ołu", "şay")), min_size=3, max_size=4
    )
)
def test_whatever_no_language_knows_is_never_left(language: str, name: list[str]) -> None:
    word = "".join(name).capitalize()
    if lexicon(language).is_word(word) or lexicon(language).is_word(word.lower()):
        return
    for sentence in SENTENCES[language]:
        spans = found(sentence.format(word), language)
        assert [span.lstrip("?") for span in spans] == [word]


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_no_two_stretches_overlap(content: str, language: str) -> None:
    spans = list(unknown_words(Text(content, language)))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.end <= len(content) for span in spans)
