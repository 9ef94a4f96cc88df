"""What teams write passes where nobody is meant, and is held where somebody is (M90, M91, G30)."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.text_search import Found, searched
from pipeline.anonymise.told_texts import Manner, Told
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import Meeting, Programme

FOLDER = Path(__file__).parent / "prose"
PROGRAMME = Programme(
    team="Jaar 1",
    institution="Hogeschool Utrecht",
    name="Verpleegkunde",
    meetings=(Meeting("intro", room="Zaal Berlage", regular_meeting="Jaarteamoverleg"),),
)
TEAM = (
    "Fatima el Amrani",
    "Wei Chen",
    "Kwabena Owusu-Ansah",
    "Ayşe Yıldız",
    "Łukasz Żółć",
    "Siân O'Neill",
    "Jan van Utrecht",
)
A_WORD_TOO = (
    "Wil Bakker",
    "Roos de Vries",
    "Storm van Dijk",
    "Grace Whitfield",
    "Faith Boateng",
    "Ernst Sommer",
    "Mark Engel",
)


@cache
def prose(language: str) -> dict[str, list[str]]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def found(
    texts: Sequence[str], language: str, manner: Manner, names: Sequence[str] = TEAM
) -> Iterator[tuple[str, Found]]:
    told = [Told(text, language, manner) for text in texts]
    people = [KnownPerson(f"AAA-{number}", name) for number, name in enumerate(names)]
    search = searched(told, people, PROGRAMME)
    return ((one.content, search.of((one,))) for one in told)


def held(texts: Sequence[str], language: str, manner: Manner, names: Sequence[str] = TEAM) -> list[str]:
    return [text for text, what in found(texts, language, manner, names) if what.known or what.doubtful]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("manner", [Manner.AGREEMENT, Manner.ACCOUNT])
def test_ordinary_prose_passes_without_a_second_question(language: str, manner: Manner) -> None:
    texts = (*prose(language)["sentences"], *prose(language)["accounts"])
    assert len(texts) > 40
    assert held(texts, language, manner) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_roles_and_codes_pass_as_those_who_do_something(language: str) -> None:
    assert held(prose(language)["roles"], language, Manner.ROLE) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_on_our_own_forms_pass(language: str) -> None:
    ours = [(key, text) for key, text in catalogue(language).wordings() if key.endswith(".example")]
    forms = {"meeting": Manner.ACCOUNT, "action_list": Manner.ACCOUNT, "conditions": Manner.AGREEMENT}
    told = [
        (text, Manner.ROLE if ".who." in key else forms[key.split(".")[1]])
        for key, text in ours
        if key.split(".")[1] in forms
    ]
    assert told
    assert [text for text, manner in told if held([text], language, manner)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colleague_whose_name_is_a_word_costs_a_team_few_sentences(language: str) -> None:
    texts = (*prose(language)["sentences"], *prose(language)["accounts"])
    assert len(held(texts, language, Manner.ACCOUNT, A_WORD_TOO)) <= len(texts) // 20


HELD = {
    "nl": (
        "Naima zei dat ze zich niet welkom voelde.",
        "We spraken over Bilal, die in groep 3 zit.",
        "Afspraak met de heer Jansen van de decanen.",
        "bilal belt de studenten voor de vakantie",
        "Het gesprek met Shanelle en haar moeder.",
        "Overleggen met P. de Boer.",
        "De student uit Eritrea had geen laptop.",
        "De enige vrouw in de groep zei niets.",
        "Een student van 17 jaar voelde zich alleen.",
    ),
    "en": (
        "Naima said she did not feel welcome.",
        "Mr Johnson from student services will visit.",
        "kwame phones the students",
        "The only woman in the group kept silent.",
        "A student in a wheelchair could not enter.",
        "Talk with Chen Wei.",
    ),
    "de": (
        "Naima sagte, dass sie sich nicht willkommen fühlte.",
        "Herr Schneider aus der Beratung kommt vorbei.",
        "Die einzige Frau in der Gruppe schwieg.",
        "Eine 17-jährige Studentin fühlte sich allein.",
        "Wolf und Sommer machen eine Liste.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_whom_nobody_knows_is_asked_about_in_an_account(language: str) -> None:
    assert held(HELD[language], language, Manner.ACCOUNT, ()) == list(HELD[language])


@pytest.mark.parametrize(
    ("who", "language"),
    [
        *(
            (who, "nl")
            for who in ("Bilal", "bilal", "Rens en Anouk", "Roos", "mevrouw Jansen", "P. de Boer", "Storm", "JvdM")
        ),
        *((who, "en") for who in ("Bilal", "Grace", "Mr Johnson", "faith", "Siân", "lecturer Tom")),
        *((who, "de") for who in ("Bilal", "Frau Schneider", "Wolf", "Dozentin Anna")),
    ],
)
def test_a_name_in_the_place_of_a_role_is_asked_about(who: str, language: str) -> None:
    assert held([who], language, Manner.ROLE, ()) == [who]


KNOWN = {
    "Fatima el Amrani": (
        "Fatima belt.",
        "We vroegen het aan F. el Amrani.",
        "Amrani's groep",
        "dat doet fatima el amrani",
    ),
    "Kwabena Owusu-Ansah": ("Vraag Kwabena.", "Owusu Ansah maakt de lijst.", "met Kwabenna erbij"),
    "Ayşe Yıldız": ("Ayse Yildiz regelt het.", "Bij Yıldız in de groep."),
    "Łukasz Żółć": ("Samen met Lukasz.",),
    "Roos de Vries": ("Het idee van Roos de Vries.", "We vroegen Roos om raad."),
    "Grace Whitfield": ("Grace under pressure.",),
}


@pytest.mark.parametrize("manner", Manner)
@pytest.mark.parametrize("name", KNOWN)
def test_somebody_we_know_by_name_never_passes(name: str, manner: Manner) -> None:
    language = "en" if name.startswith("Grace") else "nl"
    for text, what in found(KNOWN[name], language, manner, (name,)):
        assert what.known, text


@pytest.mark.parametrize(
    "text",
    [
        "Mail naar r.jansen@hogeschool.example",
        "Bel 06-12345678",
        "Studentnummer 1234567",
        "Zie www.linkedin.com/in/bilal",
    ],
)
def test_an_address_or_a_number_of_one_person_never_passes(text: str) -> None:
    assert all(what.known for _, what in found([text], "nl", Manner.AGREEMENT, ()))


@pytest.mark.parametrize("slip", ["Dewie", "Dwei", "Dewy", "Pattiasena"])
def test_a_name_one_letter_away_from_one_we_know_is_taken_for_it(slip: str) -> None:
    [(_, what)] = found([f"{slip} leidt het onderwerp in."], "nl", Manner.ACCOUNT, ("Dewi Pattiasina",))
    assert what.known


def test_a_word_that_may_be_a_colleague_is_asked_about() -> None:
    [(_, what)] = found(["Wil je iets bespreken, dan kan dat altijd."], "nl", Manner.AGREEMENT, A_WORD_TOO)
    assert what == Found(known=0, doubtful=1)


def test_what_the_institution_is_called_names_no_colleague_and_a_whole_name_still_does() -> None:
    [(_, town)] = found(["Studenten in Utrecht reizen lang."], "nl", Manner.AGREEMENT)
    [(_, person)] = found(["Jan van Utrecht belt de studenten."], "nl", Manner.AGREEMENT)
    assert (town, person.known) == (Found(), 1)


def test_what_the_team_calls_its_rooms_and_meetings_is_no_name() -> None:
    assert held(["We zien elkaar in Zaal Berlage bij het Jaarteamoverleg."], "nl", Manner.ACCOUNT) == []


def test_things_that_a_team_agrees_on_are_no_people() -> None:
    assert held(["Hope", "Joy", "Patience", "Harmony", "safety", "being seen"], "en", Manner.AGREEMENT) == []
    assert held(["Hoop", "Vrede", "Rust", "microagressies benoemen", "validisme"], "nl", Manner.AGREEMENT) == []


def test_a_name_in_one_text_is_known_in_small_letters_in_another() -> None:
    texts = ["Shaquenna voelde zich alleen.", "Het gesprek met shaquenna hielp de groep."]
    assert held(texts, "nl", Manner.ACCOUNT, ()) == texts
    assert held(texts[1:], "nl", Manner.ACCOUNT, ()) == []


def test_nothing_of_what_was_searched_is_shown() -> None:
    told = Told("Fatima el Amrani", "nl", Manner.ACCOUNT)
    search = searched([told], [KnownPerson("AAA-1", "Fatima el Amrani")], PROGRAMME)
    assert "Fatima" not in repr((told, search))
