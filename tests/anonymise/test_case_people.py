"""Everybody who is named in any form is known when texts are searched, as one person each (M90, M91)."""

from pipeline.anonymise.case_people import known_people
from pipeline.anonymise.sign_up import roster
from pipeline.inbox.answers import Answers, Received
from tests.anonymise.answers_made import KEY
from tests.anonymise.cases_made import case_form, everybody
from tests.anonymise.texts_made import PLAN, TEAM, frame, gave, minutes, said, table, written


def test_somebody_who_signed_up_keeps_one_identity_and_roles_are_told() -> None:
    names = {"students": "Yara (Yaya)\nIlham", "teachers": "van der Meer, Joost", "others": "Omar"}
    _, people = everybody(case_form(names=names))
    told = {one.name: (one.key, one.role) for one in people}
    assert {name: role for name, (_, role) in told.items()} == {
        "Joost van der Meer": "teacher",
        "Ilham Benchekroun": "teacher",
        "Joost": "teacher",
        "van der Meer": "teacher",
        "Yara": "student",
        "Yaya": "student",
        "Ilham": "student",
        "Omar": "other",
    }
    assert told["Yara"][0] == told["Yaya"][0] != told["Omar"][0]
    assert told["Joost"][0] == told["van der Meer"][0] == told["Joost van der Meer"][0]
    assert told["Ilham"][0] != told["Ilham Benchekroun"][0]


def test_somebody_who_is_named_again_beside_another_stays_one_person() -> None:
    form = case_form(names={"students": "Bilal Achahbar, Gülay Şimşek", "others": "Naima, de zus van Bilal"})
    keys = {person.name: (person.key, person.role) for person in everybody(form)[1]}
    assert keys["Bilal"] == keys["Bilal Achahbar"]
    assert keys["Naima"][1] == "other"


def known(*forms: Answers) -> dict[str, str]:
    received = Received((TEAM, *forms))
    signed_up, _ = roster(received, KEY)
    return {person.name: person.key for person in known_people(received, signed_up)}


def test_who_leads_moderates_writes_or_was_there_is_known_without_having_signed_up() -> None:
    names = known(
        PLAN,
        minutes(people="Tjerk Hiemstra en Sabitha", moderator="docent Nienke Fopma", author="Ama (Amaa)"),
        frame(author_1="Cor de Haas"),
        table(gave("Bram Oostra", "Tijd")),
    )
    assert {"Tjerk Hiemstra", "Sabitha", "Nienke Fopma", "Ama", "Amaa", "Cor de Haas", "Bram Oostra"} <= names.keys()


def test_a_colleague_who_is_listed_by_part_of_the_name_stays_one_person() -> None:
    names = known(minutes(people="Fatima, van der Meer"))
    assert names["Fatima"] == names["Fatima el Amrani"]
    assert names["van der Meer"] == names["Joost van der Meer"]


def test_a_code_an_address_or_a_role_is_no_name() -> None:
    forms = minutes(people="KTM-473, x@y.test, de decaan", moderator="de teamleider", author="Blokcoördinator")
    assert known(forms).keys() == known().keys()
    found = written(minutes("follow_up_1", moderator="de teamleider", reflection="De teamleider belt de Teamleider."))
    assert said(found) == ["meeting_moderator_outside"]
