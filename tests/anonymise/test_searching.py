"""A text is searched for everybody we know by name, without hiding every everyday word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.inbox.personal import Personal

TEAM = (
    "Fatima el Amrani",
    "Roos de Beer",
    "Wil Storm",
    "Ian Will",
    "Jürgen Müller",
    "Ayşe Yıldız",
    "Ben de Groot",
    "Chukwuemeka D'Angelo",
    "Anne-Marie Jansen-Tuhuteru",
    "李伟",
    "Can Öztürk",
    "Li Wu",
    "Łukasz Winter",
    "Sari",
    "An Le",
)
NAMES = KnownNames(Personal(name) for name in TEAM)


@pytest.mark.parametrize(
    "text",
    [
        "Toen zei Fatima el Amrani iets.",
        "fatima el amrani",
        "FATIMA EL AMRANI ZEI IETS",
        "Ik ken F. el Amrani.",
        "Ik ken Amrani, F. goed.",
        "Zie Fatima-el-Amrani.",
        "fatimaelamrani op Teams",
        "de les van Roos de Beer's groep",
        "Juergen Mueller sagt",
        "Jürgen Müllers Kurs",
        "我认识李伟老师",
        "Mail naar wie.dan.ook@elders.example alsjeblieft.",
        "Volgens An Le is het zo.",
        "Chukwuemeka D’Angelo's vak",
    ],
)
def test_whole_names_and_addresses_are_found_in_every_shape(text: str) -> None:
    assert NAMES.mention(text) is Mention.SURELY
    assert NAMES.mention_in_title(text) is Mention.SURELY


@pytest.mark.parametrize(
    "text",
    [
        "Fatima durft iets te zeggen.",
        "Ik durf bij Fatima's les iets te zeggen.",
        "De Amrani-groep hoort erbij.",
        "Bij Am-\nrani hoor ik erbij.",
        "Soms zegt Roos dat.",
        "Dan lacht Beer.",
        "Bij Ayşe'nin les.",
        "Bei Müllers geht das.",
        "Ik vroeg het Ben.",
        "volgens fatima mag dat",
        "Mijn docent Tuhuteru hielp.",
        "Mijn docent Annemarie hielp.",
        "Ik vroeg het aan Sari.",
    ],
)
def test_one_name_alone_is_found_where_it_is_written_as_a_name(text: str) -> None:
    assert NAMES.mention(text, "nl") is Mention.LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil een roos, geen beer, en ik ben niet bang voor storm.",
        "Het is een groot verschil wie je bent.",
        "I will ask and I can answer.",
        "Niemand in de klas kijkt mij raar aan.",
        "Ik wu dat.",
        "Ik dank an le professeur.",
        "",
        "🙂 …",
    ],
)
def test_everyday_words_name_nobody(text: str) -> None:
    assert NAMES.mention(text, "nl") is Mention.NOBODY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wil ik iets vragen, dan durf ik dat.", "nl"),
        ("Ik zeg niets. Ben ik dan dom?", "nl"),
        ("Im Winter friere ich nie.", "de"),
        ("IK WIL ERBIJ HOREN", "nl"),
    ],
)
def test_where_a_capital_tells_nothing_an_everyday_word_is_only_doubtful(text: str, language: str) -> None:
    assert NAMES.mention(text, language) is Mention.MAYBE


def test_in_german_a_name_that_is_no_word_is_found() -> None:
    assert NAMES.mention("Die Gruppe von Fatima lacht.", "de") is Mention.LIKELY


def test_a_public_word_alone_names_nobody_in_a_title() -> None:
    assert NAMES.mention_in_title("Team Amrani") is Mention.LIKELY
    assert NAMES.mention_in_title("Team Amrani", {"amrani"}) is Mention.NOBODY
    assert NAMES.mention_in_title("Fatima el Amrani", {"amrani"}) is Mention.SURELY


def test_the_names_do_not_show() -> None:
    assert repr(NAMES) == "<names>"


@given(
    st.sampled_from(TEAM[:13]), st.text("abc .,;!?-'\n", max_size=12), st.text(' .,;!?\n"()', min_size=1, max_size=3)
)
def test_a_whole_name_is_found_wherever_it_stands(name: str, before: str, after: str) -> None:
    assert NAMES.mention(f"{before} {name}{after} en verder") is Mention.SURELY


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    assert NAMES.mention(text) in Mention
    assert NAMES.mention_in_title(text) in Mention
