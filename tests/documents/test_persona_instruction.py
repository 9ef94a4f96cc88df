"""The persona instruction says what somebody needs a week before the walk, in every manner of walking and language."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.documents.persona_instruction import FIELDS, RECIPIENT, Kind, instruction_fields
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.letters.template import letter_template, template_bytes
from pipeline.ttr.power_walk import EXAMPLES, IDENTITY_ASPECTS
from pipeline.ttr.programme import Meeting, Mode, Walk
from pipeline.ttr.records import TeamYear
from templates_office import make_persona_instruction
from tests.documents.teams import CODES, full_year
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures
from tests.outbox.letters_typed import SHIPPED

CODE = CODES[0]
NAME = "Shurendy R&D <HR> {{ 7*7 }}"
MANNERS = {
    "online": (Mode.ONLINE, Walk.PERSONA),
    "offline": (Mode.OFFLINE, Walk.PERSONA),
    "hybrid": (Mode.HYBRID, Walk.PERSONA),
    "anonymous": (Mode.ONLINE, Walk.ANONYMOUS),
    "oneself": (Mode.ONLINE, Walk.ONESELF),
    "oneself-offline": (Mode.OFFLINE, Walk.ONESELF),
}
TYPES = {Kind.TEXT: str, Kind.NUMBER: int, Kind.YES_NO: bool, Kind.LIST: tuple}


def year(language: str = "nl", manner: str = "online") -> TeamYear:
    mode, walk = MANNERS[manner]
    made = full_year(language, mode)
    assert made.programme
    return replace(made, programme=replace(made.programme, asked_walk=walk, trust=True))


def at(meeting: Meeting) -> TeamYear:
    made = full_year("nl")
    assert made.programme
    return replace(made, programme=replace(made.programme, meetings=(meeting,)))


def letter(language: str, manner: str, **more: object) -> bytes:
    words = catalogue(language)
    compiled = letter_template(
        template_bytes(SHIPPED, None, language).file, title=words.say("letter.title"), language=language
    )
    return compiled.render(instruction_fields(year(language, manner), CODE, words) | {RECIPIENT: NAME} | more)


def text(package: bytes) -> str:
    return "\n".join(one.text or "" for one in docx.Document(BytesIO(package)).element.body.iter("{*}t"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("manner", MANNERS)
def test_every_published_field_but_the_name_has_a_value_of_its_kind_and_is_explained(
    language: str, manner: str
) -> None:
    words = catalogue(language)
    values = instruction_fields(year(language, manner), CODE, words)
    assert values.keys() == {field.key for field in FIELDS} - {RECIPIENT}
    assert all(type(values[field.key]) is TYPES[field.kind] for field in FIELDS if field.key != RECIPIENT)
    assert all(words.say(f"letter.field.{field.key}") and words.say(f"letter.kind.{field.kind}") for field in FIELDS)


def test_without_a_programme_everything_is_still_open() -> None:
    values = instruction_fields(TeamYear(), CODE, catalogue("nl"))
    assert values["day"] == "datum nog te plannen"
    assert values["start"] == values["end"] == "tijd nog te plannen"
    assert values["place"] == "plaats nog te bepalen"
    assert [key for key in ("day_known", "time_known", "place_known", "programme_known") if values[key]] == []
    assert (values["with_points"], values["number_of_statements"]) == (True, len(EXAMPLES))


def test_when_and_where_are_said_as_in_the_language() -> None:
    values = instruction_fields(year("en", "online"), CODE, catalogue("en"))
    assert (values["day"], values["start"], values["end"]) == ("Thursday 23 September 2027", "13:30", "15:20")


def test_a_meeting_of_unknown_length_takes_that_of_the_manual() -> None:
    values = instruction_fields(at(Meeting("intro", date(2027, 9, 23), time(9, 0))), CODE, catalogue("nl"))
    assert values["end"] == "10:50"


def test_online_without_a_room_is_online_and_on_the_spot_without_one_is_open() -> None:
    online = instruction_fields(at(Meeting("intro", mode=Mode.ONLINE)), CODE, catalogue("nl"))
    on_the_spot = instruction_fields(at(Meeting("intro", mode=Mode.OFFLINE)), CODE, catalogue("nl"))
    assert (online["place"], online["place_known"]) == ("online", True)
    assert on_the_spot["place_known"] is False


def test_the_highest_score_counts_in_points_or_in_steps() -> None:
    words = catalogue("nl")
    assert instruction_fields(year("nl", "hybrid"), CODE, words)["highest_score"] == 110
    assert instruction_fields(year("nl", "offline"), CODE, words)["highest_score"] == 11


def test_as_oneself_counts_only_once_trust_is_confirmed() -> None:
    made = year("nl", "oneself")
    assert made.programme
    unsure = replace(made, programme=replace(made.programme, trust=False))
    assert instruction_fields(unsure, CODE, catalogue("nl"))["as_oneself"] is False
    assert instruction_fields(unsure, CODE, catalogue("nl"))["code"] == CODE


def test_a_team_that_words_an_aspect_otherwise_finds_its_own_word() -> None:
    words = catalogue("nl").with_own_words({"programme.aspect.gender": "man of vrouw zijn"})
    values = instruction_fields(year(), CODE, words)
    assert str(values["examples_of_aspects"]).startswith("man of vrouw zijn, ")
    assert isinstance(values["aspects"], tuple)
    assert len(values["aspects"]) == len(IDENTITY_ASPECTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("manner", MANNERS)
def test_a_letter_has_its_name_and_code_and_nothing_left_to_fill_in(language: str, manner: str) -> None:
    said = text(letter(language, manner))
    assert NAME in said
    assert (CODE in said) == (not manner.startswith("oneself"))
    left = said.replace(NAME, "")
    assert not any(sign in left for sign in ("{", "}", "%}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_oneself_there_is_no_card_but_a_warning(language: str) -> None:
    words = catalogue(language)
    for manner in MANNERS:
        said = text(letter(language, manner))
        as_oneself = manner.startswith("oneself")
        assert (words.say("letter.warning.text") in said) == as_oneself
        assert ("persona" in said.lower()) != as_oneself
        assert (words.say("letter.persona.tick") in said) != as_oneself


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_asks_the_two_questions_and_says_how_the_meeting_goes(language: str) -> None:
    words = catalogue(language)
    for manner, (mode, _) in MANNERS.items():
        said = text(letter(language, manner))
        assert words.say("letter.belonging.definition") in said
        assert words.say("letter.belonging.conditions") in said
        assert words.say("letter.pass.ask") in said
        score, seated = (words.say(f"letter.course.{key}") for key in ("points.score", "steps.seated"))
        assert (score in said) == (mode is not Mode.OFFLINE)
        assert (seated in said) == (mode is Mode.OFFLINE)


def test_an_anonymous_walk_needs_no_code_in_the_score_sheet() -> None:
    words = catalogue("nl")
    anonymous, usual = text(letter("nl", "anonymous")), text(letter("nl", "online"))
    assert words.say("letter.course.points.empty_row") in anonymous
    assert words.say("letter.course.points.own_row") in usual
    assert words.say("letter.course.points.own_row") not in anonymous


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("manner", MANNERS)
def test_every_letter_says_that_it_is_a_reconstruction_of_ours(language: str, manner: str) -> None:
    assert catalogue(language).say("letter.origin") in text(letter(language, manner))


def test_somebody_without_a_name_is_greeted_all_the_same() -> None:
    assert "Beste collega," in text(letter("nl", "online", recipient=""))


def test_that_statements_count_the_other_way_round_is_said_only_where_some_do() -> None:
    said = catalogue("nl").say("letter.course.reversed")
    assert said in text(letter("nl", "online"))
    assert said not in text(letter("nl", "online", some_reversed=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_template_has_the_bytes_that_its_script_makes(language: str) -> None:
    made = make_persona_instruction.package(language)
    assert made == (SHIPPED / f"persona-instruction.{language}.docx").read_bytes()


def test_letters_are_valid_can_be_read_by_everybody_and_take_two_pages(tmp_path: Path) -> None:
    paths = []
    for language in LANGUAGES:
        for manner in MANNERS:
            paths.append(tmp_path / f"{language}-{manner}.docx")
            paths[-1].write_bytes(letter(language, manner, recipient="Agnieszka van Houten-Großmann"))
    assert complaints(paths) == []
    made = pdfs(paths, tmp_path / "pdf")
    assert {pdf.stem: len(pictures(pdf, tmp_path / "pdf", 20)) for pdf in made} == {path.stem: 2 for path in paths}
