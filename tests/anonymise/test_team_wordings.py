"""The team's wordings are put together and counted; whose they are stays behind (M71-M81)."""

from pipeline.anonymise.door import Passed
from tests.anonymise.answers_made import said_of
from tests.anonymise.texts_made import corrections, gave, said, table, written

TIME = "Er is tijd om elkaar te leren kennen"


def conditions(found: Passed) -> dict[str, int]:
    assert found.year.wordings is not None
    return {one.text: one.times for group in found.year.wordings.conditions for one in group.wordings}


def concepts(found: Passed) -> dict[str, int]:
    assert found.year.wordings is not None
    return {one.text: one.times for group in found.year.wordings.concepts for one in group.wordings}


def test_wordings_of_people_and_groups_are_counted() -> None:
    found = written(
        table(
            gave("Fatima el Amrani", TIME, "Fouten mogen", concepts="veiligheid, gezien worden; rust\nveiligheid"),
            gave("Joost van der Meer", TIME, concepts="• Veiligheid"),
            groups=[{"group": 1, "condition_1": TIME}, {"group": 2, "condition_1": "Namen kennen"}],
        )
    )
    assert said(found) == []
    assert conditions(found) == {TIME: 3, "Fouten mogen": 1, "Namen kennen": 1}
    assert {text.lower(): times for text, times in concepts(found).items()} == {
        "veiligheid": 2,
        "gezien worden": 1,
        "rust": 1,
    }
    assert found.year.wordings is not None
    assert (found.year.wordings.people, found.year.wordings.groups) == (2, 2)


def test_the_same_person_in_two_rows_or_tables_counts_once() -> None:
    rows = (gave("Fatima el Amrani", TIME), gave("Fatima", TIME, "Fouten mogen"))
    found = written(table(*rows), table(gave("el Amrani, Fatima", TIME), file="inbox/tabel-2.xlsx"))
    assert conditions(found) == {TIME: 1, "Fouten mogen": 1}
    assert found.year.wordings is not None
    assert found.year.wordings.people == 1


def test_rows_without_a_participant_are_different_people() -> None:
    found = written(table(gave(None, TIME), gave(None, TIME), gave(None, "-")))
    assert (conditions(found), said(found)) == ({TIME: 2}, [])
    assert found.year.wordings is not None
    assert found.year.wordings.people == 2


def test_a_participant_who_did_not_sign_up_is_said_and_counts() -> None:
    found = written(table(gave("KTM-473", TIME), gave("Chukwuemeka Obi", "Namen kennen"), gave("Joost", TIME)))
    assert said_of(found, "wording_participant_unknown").values == {"count": 2}
    assert conditions(found) == {TIME: 2, "Namen kennen": 1}


def test_marks_of_a_list_are_left_out() -> None:
    assert conditions(written(table(gave(None, f"1. {TIME}", "- Namen kennen")))) == {TIME: 1, "Namen kennen": 1}


def test_nothing_counts_before_the_table_is_released() -> None:
    for release in ("not_yet", None):
        found = written(table(gave(None, TIME), release=release))
        finding = said_of(found, "text_not_released")
        assert found.year.wordings is None
        assert (finding.stops, finding.about) == (True, "conditions")


def test_a_wording_that_names_somebody_is_left_out_and_the_rest_counts() -> None:
    found = written(
        table(
            gave(None, TIME, "Dat Joost mijn naam kent", concepts="rust, Ayşe, gezien worden"), release="found_may_stay"
        )
    )
    assert (list(conditions(found)), list(concepts(found))) == ([TIME], ["gezien worden", "rust"])
    assert said(found) == ["wording_names_somebody", "wording_names_somebody"]
    assert found.findings
    assert not any(one.stops for one in found.findings if one.key == "wording_names_somebody")


def test_a_wording_that_may_be_a_name_needs_a_second_yes() -> None:
    held = written(table(gave(None, TIME, concepts="Ubuntu, hoop")))
    kept = written(table(gave(None, TIME, concepts="Ubuntu, hoop"), release="found_may_stay"))
    assert (list(concepts(held)), said(held)) == (["hoop"], ["wording_may_name_somebody"])
    assert (sorted(concepts(kept)), said(kept)) == (["Ubuntu", "hoop"], [])


def test_the_groups_are_as_the_lead_corrected_them() -> None:
    form = table(gave(None, TIME, "Namen kennen", "Fouten mogen"))
    later = corrections(
        {TIME: 4, "Namen kennen": 4, "Fouten mogen": 2, "Fatima zegt iets": 9}, "inbox/gegroepeerd-2.xlsx"
    )
    found = written(form, corrections({TIME: 1, "Namen kennen": 2}), later)
    assert found.year.wordings is not None
    groups = {group.number: {one.text for one in group.wordings} for group in found.year.wordings.conditions}
    assert groups == {4: {TIME, "Namen kennen"}, 2: {"Fouten mogen"}}
    assert said(found) == ["grouped_wordings_twice"]


def test_an_empty_table_has_no_wordings() -> None:
    assert written(table(gave("Joost", ""))).year.wordings is None
