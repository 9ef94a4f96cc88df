"""Two invented follow-ups as their forms tell them, and the action points of a year, in three languages."""

from dataclasses import replace
from datetime import date

from pipeline.ttr.follow_ups import ActionPoint, ActionState, HeldMeeting
from pipeline.ttr.records import TeamYear
from tests.documents.case_stories import FRAMES, case
from tests.documents.teams import full_year

TODAY = date(2028, 2, 20)
_STATES = (
    ("1.1", "follow_up_1", date(2028, 1, 20), ActionState.BUSY),
    ("1.2", "follow_up_1", date(2028, 3, 1), ActionState.OPEN),
    ("1.3", "follow_up_1", date(2027, 12, 17), ActionState.DONE),
    ("2.1", "follow_up_2", date(2028, 4, 6), ActionState.OPEN),
    ("2.2", "follow_up_2", None, ActionState.DROPPED),
    ("L.1", None, date(2028, 3, 15), ActionState.OPEN),
)
_POINTS = {
    "nl": (
        ("In de eerste les van elk blok uitleggen wat onze regels en afkortingen betekenen", "practicumdocenten"),
        (
            (
                "De regel over te laat komen herschrijven: wie vooraf iets laat weten, mag er altijd in, en wie niets "
                "laat weten, wordt na de les gevraagd hoe het gaat"
            ),
            "jaarcoördinator, met twee studenten",
        ),
        ("Elke student in week 6 een kort gesprek aanbieden", "studieloopbaanbegeleiders"),
        ("Groepen voor opdrachten zelf indelen en na twee weken vragen hoe het loopt", "docenten van blok 3"),
        ("Een kast met maaltijden inrichten", None),
        ("De nieuwe afspraken in de studiegids zetten", "teamleiders"),
    ),
    "en": (
        ("Explain in the first class of each block what our rules and abbreviations mean", "practical teachers"),
        (
            (
                "Rewrite the rule about being late: who sends word beforehand may always come in, and who does not is "
                "asked after class how they are"
            ),
            "year coordinator, with two students",
        ),
        ("Offer every student a short talk in week 6", "study advisers"),
        ("Put the groups for assignments together ourselves, and ask after two weeks how they are", "block 3 teachers"),
        ("Set up a cupboard with meals", None),
        ("Put the new agreements in the course guide", "team leads"),
    ),
    "de": (
        (
            "In der ersten Stunde jedes Blocks erklären, was unsere Regeln und Abkürzungen bedeuten",
            "Lehrende im Praktikum",
        ),
        (
            (
                "Die Regel zum Zuspätkommen neu fassen: Wer sich vorher meldet, darf immer hinein, und wer sich nicht "
                "meldet, wird nach dem Unterricht gefragt, wie es geht"
            ),
            "Jahrgangskoordination, mit zwei Studierenden",
        ),
        ("Allen Studierenden in Woche 6 ein kurzes Gespräch anbieten", "Studienberatung"),
        ("Gruppen für Aufgaben selbst einteilen und nach zwei Wochen fragen, wie es läuft", "Lehrende in Block 3"),
        ("Einen Schrank mit Mahlzeiten einrichten", None),
        ("Die neuen Vereinbarungen in den Studienführer aufnehmen", "Teamleitung"),
    ),
}
_TEXTS = {
    "nl": (
        (
            "In drie vakken begint de les nu met een rondje: hoe zit je erbij? Studenten zeggen vaker iets als ze al "
            "eerder iets hebben gezegd.\nIn het practicum hangt een lijst met namen en foto's van iedereen, ook van "
            "ons."
        ),
        (
            "Het hielp dat we niet zochten naar wie er fout zat. De regel over op tijd komen is bedoeld om iedereen "
            "te laten beginnen, maar hij sluit juist buiten wie het al moeilijk heeft. We zagen dat niemand had "
            "gevraagd wat er speelde, en dat de groep zweeg omdat wij dat ook deden.\nEen paar van ons herkenden de "
            "neiging om een regel te handhaven zonder te vragen. Wat had geholpen: één vraag na de les."
        ),
        "Eerst vragen, dan pas handhaven. En: een regel samen met studenten nalopen op wie hij raakt.",
    ),
    "en": (
        (
            "In three courses class now starts with a round: how are you today? Students speak up more often once they "
            "have said something.\nIn the practical there is a list with names and photos of everybody, us included."
        ),
        (
            "It helped that we did not look for who was wrong. The rule about being on time is meant to let "
            "everybody start together, but it shuts out those who already have a hard time. We saw that nobody had "
            "asked what was going on, and that the group kept quiet because we did.\nSome of us knew the urge to "
            "enforce a rule without asking. What would have helped: one question after class."
        ),
        "Ask first, enforce later. And: go through a rule with students to see whom it affects.",
    ),
    "de": (
        (
            "In drei Lehrveranstaltungen beginnt der Unterricht jetzt mit einer Runde: Wie geht es Ihnen heute? Wer "
            "schon etwas gesagt hat, meldet sich danach öfter zu Wort.\nIm Praktikum hängt eine Liste mit Namen und "
            "Fotos von allen, auch von uns."
        ),
        (
            "Es half, dass wir keine Schuldigen suchten. Die Regel zur Pünktlichkeit soll allen einen gemeinsamen "
            "Anfang ermöglichen, schließt aber gerade diejenigen aus, die es schon schwer haben. Wir sahen, dass "
            "niemand gefragt hatte, was los war, und dass die Gruppe schwieg, weil auch wir schwiegen.\nEinige von "
            "uns kannten den Reflex, eine Regel durchzusetzen, ohne zu fragen. Was geholfen hätte: eine Frage nach "
            "dem Unterricht."
        ),
        (
            "Zuerst fragen, dann erst durchsetzen. Und: eine Regel gemeinsam mit Studierenden darauf prüfen, wen sie "
            "trifft."
        ),
    ),
}


def points(language: str) -> tuple[ActionPoint, ...]:
    """Three of the first follow-up, two of the second, and one that the lead added."""
    told = zip(_STATES, _POINTS[language], strict=True)
    return tuple(
        ActionPoint(number, what, meeting, who, due, state) for (number, meeting, due, state), (what, who) in told
    )


def held(language: str, meeting: str = "follow_up_1", code: str | None = "C-7K4M2") -> HeldMeeting:
    inventory, reflection, strategies = _TEXTS[language]
    day = date(2027, 12, 9) if meeting == "follow_up_1" else date(2028, 2, 17)
    return HeldMeeting(meeting, day, 12, code, (2, 4), inventory, reflection, strategies)


def year_with_follow_ups(language: str, *, fictional: bool = True) -> TeamYear:
    """A year after its second follow-up: the first about a case of ours, the second about an invented situation."""
    year = full_year(language)
    assert year.programme is not None
    meetings = tuple(replace(one, fictional=fictional and one.key == "follow_up_2") for one in year.programme.meetings)
    return replace(
        year,
        programme=replace(year.programme, meetings=meetings),
        cases=(case(language),),
        frame=FRAMES[language],
        held=(held(language), held(language, "follow_up_2", None)),
        action_points=points(language),
        today=TODAY,
    )
