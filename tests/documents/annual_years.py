"""Invented years for the annual report, in three languages: a whole one, a bare one and one that is far too full."""

from dataclasses import replace
from datetime import date
from itertools import cycle

from pipeline.findings import Place
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.sources import Source
from tests.documents.frame_texts import frame
from tests.documents.held_meetings import held, year_with_follow_ups
from tests.documents.walks import scores

AFTER_THE_YEAR = date(2028, 6, 20)
_RECIPIENT = {"nl": "de opleidingscommissie", "en": "the programme committee", "de": "die Studienkommission"}
_LEARNED = {
    "nl": (
        (
            "We zien eerder dat een student stilvalt, en vragen ons dan af wat wij doen en niet alleen wat er met die "
            "student is. In de eerste weken letten we nu op wie er alleen zit.\nOok zien we hoe vaak onze voorbeelden "
            "over één soort gezin gaan."
        ),
        (
            "We vragen eerst en handhaven daarna. Moeilijk vinden we nog steeds een opmerking in de groep die iemand "
            "buitensluit: daar reageren we vaak pas na de les op."
        ),
        "Elke les begint met een rondje, ook als er weinig tijd is. De regel over te laat komen is herschreven.",
        "De casus een week vooraf lezen werkte. Drie kwartier was te kort als er nieuwe collega's bij waren.",
        (
            "Tijd in het jaarrooster voor drie vervolgsessies, en iemand die de nieuwe collega's inwerkt in het "
            "referentiekader. Aan het management vragen we twintig uur per teamleider."
        ),
    ),
    "en": (
        (
            "We notice sooner when a student falls silent, and then ask what we do ourselves and not only what is the "
            "matter with that student. In the first weeks we now watch for who sits alone.\nWe also see how often our "
            "examples are about one kind of family."
        ),
        (
            "We ask first and enforce later. What we still find hard is a remark in the group that shuts "
            "somebody out: we "
            "often respond only after class."
        ),
        "Every class begins with a round, even when time is short. The rule about being late has been rewritten.",
        "Reading the case a week ahead worked. Forty minutes were too short when new colleagues joined us.",
        (
            "Time in the timetable for three follow-ups, and somebody to introduce new colleagues to the frame of "
            "reference. We ask management for twenty hours for each team lead."
        ),
    ),
    "de": (
        (
            "Wir bemerken früher, wenn jemand verstummt, und fragen uns dann, was wir selbst tun, und nicht "
            "nur, was mit "
            "dieser Person los ist. In den ersten Wochen achten wir jetzt darauf, wer allein sitzt.\nAuch sehen "
            "wir, wie "
            "oft unsere Beispiele von einer einzigen Art Familie handeln."
        ),
        (
            "Wir fragen zuerst und setzen Regeln danach durch. Schwer fällt uns noch eine Bemerkung in der Gruppe, die "
            "jemanden ausschließt: Darauf reagieren wir oft erst nach der Veranstaltung."
        ),
        (
            "Jede Veranstaltung beginnt mit einer Runde, auch wenn die Zeit knapp ist. Die Regel zur Pünktlichkeit ist "
            "neu geschrieben."
        ),
        (
            "Den Fall eine Woche vorher zu lesen hat sich bewährt. Vierzig Minuten waren zu kurz, wenn neue "
            "Kolleginnen "
            "und Kollegen dabei waren."
        ),
        (
            "Zeit im Jahresplan für drei Folgetreffen und jemanden, der neue Kolleginnen und Kollegen mit dem "
            "Referenzrahmen vertraut macht. Die Leitung bitten wir um zwanzig Stunden für jede Teamleitung."
        ),
    ),
}
_FILES = {
    "programme": "inbox/programma.xlsx",
    "sign_up": "inbox/aanmelding.xlsx",
    "frame": "inbox/kader van Aïcha.docx",
    "scores": "inbox/scores.xlsx",
    "meeting": "inbox/sessie.docx",
    "case": "inbox/casus.docx",
    "action_list": "inbox/lijst Shurendy.xlsx",
    "lessons": "inbox/jaarformulier.docx",
}


def lessons(language: str, *, cases_for_management: bool = False) -> LessonsLearned:
    awareness, skills, practice, process, next_year = _LEARNED[language]
    return LessonsLearned(
        "2027-2028",
        awareness,
        skills,
        practice,
        process,
        next_year,
        _RECIPIENT[language],
        cases_for_management,
        Place(_FILES["lessons"]),
    )


def whole_year(language: str, *, cases_for_management: bool = False) -> TeamYear:
    """A year in which everything came in, each from a form of its own."""
    year = year_with_follow_ups(language)
    assert year.programme is not None
    third = replace(held(language, "follow_up_3", None), day=date(2028, 5, 11), present=None, conditions=(1,))
    meeting = Place(_FILES["meeting"])
    listed = tuple(
        replace(point, place=Place(_FILES["action_list"], "Actiepunten", f"C{row}"))
        for row, point in enumerate(year.action_points, 3)
    )
    score = Place(_FILES["scores"], "Scores", "A5")
    walked = scores(12)
    return replace(
        year,
        programme=replace(year.programme, staff=16, places={"team": Place(_FILES["programme"], "Programma", "B2")}),
        participants=tuple(replace(one, place=Place(_FILES["sign_up"], "Sheet1")) for one in year.participants),
        statements=EXAMPLES,
        scores=replace(walked, rows=tuple(replace(row, place=score) for row in walked.rows)),
        frame=replace(frame(language), place=Place(_FILES["frame"])),
        cases=tuple(replace(case, place=Place(_FILES["case"])) for case in year.cases),
        held=tuple(replace(one, place=meeting) for one in (*year.held, third)),
        action_points=listed,
        lessons=lessons(language, cases_for_management=cases_for_management),
        sources=tuple(
            Source(form, f"{number:x}9f86d081884c7d659a2feaa0c55ad015"[:32] * 2, file)
            for number, (form, file) in enumerate(_FILES.items(), 1)
        ),
        today=AFTER_THE_YEAR,
    )


def bare_year() -> TeamYear:
    """Nothing but a programme form that says next to nothing."""
    return TeamYear(programme=Programme())


def overfull_year(language: str) -> TeamYear:
    """Every text as long as a form takes it, and sixty action points."""
    year = whole_year(language)
    states = cycle(ActionState)
    points = tuple(
        ActionPoint(
            f"{1 + number % 3}.{1 + number // 3}",
            " ".join([year.action_points[number % 5].what] * 2)[:300],
            f"follow_up_{1 + number % 3}",
            "docenten en studieloopbaanbegeleiders van het tweede blok"[:60],
            date(2028, 1 + number % 6, 1 + number % 28),
            next(states),
        )
        for number in range(60)
    )
    long = tuple(
        replace(
            one,
            inventory="\n".join([one.inventory] * 6)[:3000],
            reflection="\n".join([one.reflection] * 6)[:3000],
            strategies="\n".join([one.strategies] * 20)[:3000],
            conditions=(1, 2, 3, 4),
        )
        for one in year.held
    )
    assert year.lessons is not None
    awareness, skills, practice = (
        "\n".join([year.lessons.told(key)] * 9)[:3000] for key in ("awareness", "skills", "practice")
    )
    learned = replace(year.lessons, awareness=awareness, skills=skills, practice=practice)
    return replace(year, action_points=points, held=long, frame=frame(language, 9), lessons=learned)
